"""The explanation of a scored sheet: every number that "Mengapa?" shows, with its working."""

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.hasil import Jejak, Langkah
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pecahan import bulatkan
from sakip_rules.penilaian.komponen import NilaiKomponen, NilaiSub
from sakip_rules.penilaian.lembar import Lembar, Rumus
from sakip_rules.penilaian.skala import Kelas

DESIMAL_JEJAK: Final = 6
"""Places shown of an intermediate number that has no end in decimals; the sum itself is exact."""


def tampilan(pecahan: Fraction) -> Decimal:
    """Give a number for the eye: exact with at least two places when it ends, else six places."""
    for desimal in range(2, DESIMAL_JEJAK):
        nilai = bulatkan(pecahan, desimal)
        if Fraction(nilai) == pecahan:
            return nilai
    return bulatkan(pecahan, DESIMAL_JEJAK)


def teks(pecahan: Fraction) -> str:
    """Write a number in the Indonesian format."""
    return tulis_angka(tampilan(pecahan), FormatAngka.ID)


def ringkas(pecahan: Fraction) -> str:
    """Write a weight or a value without zeros it does not need: 6, not 6,00."""
    nilai = tampilan(pecahan)
    for desimal in range(DESIMAL_JEJAK):
        if bulatkan(pecahan, desimal) == nilai:
            return tulis_angka(nilai, FormatAngka.ID, desimal)
    return tulis_angka(nilai, FormatAngka.ID)


def jejak_penilaian(
    lembar: Lembar,
    jawaban: Mapping[str, str],
    komponen: tuple[NilaiKomponen, ...],
    nilai: Decimal,
    predikat: Kelas,
) -> Jejak:
    """Explain a total: what the juknis left out, each komponen, the sum, the predikat."""
    return Jejak(
        kaidah=lembar.kaidah,
        versi=lembar.versi,
        dasar=lembar.dasar,
        masukan=tuple((kode, jawaban[kode]) for kode in lembar.kode_jawaban),
        langkah=(
            *_pengecualian(lembar),
            *(_langkah_komponen(satu) for satu in komponen),
            *_langkah_total(komponen, nilai),
            _langkah_predikat(nilai, predikat),
        ),
        tafsir=lembar.tafsir,
        anak=tuple(_jejak_komponen(lembar, satu) for satu in komponen),
    )


def _pengecualian(lembar: Lembar) -> tuple[Langkah, ...]:
    return tuple(
        Langkah(
            kalimat(
                "Kriteria {kode} tidak berlaku dan keluar dari pembagi: {alasan} "
                "({regulasi}, {letak}).",
                kode=satu.kode,
                alasan=satu.alasan,
                regulasi=satu.dasar.regulasi,
                letak=satu.dasar.letak,
            )
        )
        for satu in lembar.dikecualikan
    )


def _langkah_komponen(komponen: NilaiKomponen) -> Langkah:
    return Langkah(
        kalimat(
            "{kode} {nama}: {rincian} = {nilai} dari {bobot}.",
            kode=komponen.kode,
            nama=komponen.nama,
            rincian=" + ".join(teks(sub.tepat) for sub in komponen.sub),
            nilai=teks(komponen.tepat),
            bobot=ringkas(Fraction(komponen.bobot)),
        ),
        tampilan(komponen.tepat),
    )


def _langkah_total(komponen: tuple[NilaiKomponen, ...], nilai: Decimal) -> tuple[Langkah, ...]:
    tepat = sum((satu.tepat for satu in komponen), Fraction(0))
    jumlah = Langkah(
        kalimat(
            "Jumlah: {rincian} = {nilai}.",
            rincian=" + ".join(teks(satu.tepat) for satu in komponen),
            nilai=teks(tepat),
        ),
        tampilan(tepat),
    )
    if Fraction(nilai) == tepat:
        return (jumlah,)
    bulat = kalimat(
        "Dibulatkan sekali, di akhir: {nilai}.", nilai=tulis_angka(nilai, FormatAngka.ID)
    )
    return (jumlah, Langkah(bulat, nilai))


def _langkah_predikat(nilai: Decimal, predikat: Kelas) -> Langkah:
    isian = {
        "nilai": tulis_angka(nilai, FormatAngka.ID),
        "bawah": teks(Fraction(predikat.batas_bawah)),
        "atas": teks(Fraction(predikat.batas_atas)),
        "kode": predikat.kode,
        "sebutan": predikat.sebutan,
    }
    if predikat.di_atas is None:
        return Langkah(
            kalimat(
                "{nilai} terletak dari {bawah} sampai dengan {atas}: {kode} ({sebutan}).", **isian
            )
        )
    return Langkah(
        kalimat(
            "{nilai} terletak di atas {bawah} sampai dengan {atas}: {kode} ({sebutan}).", **isian
        )
    )


def _jejak_komponen(lembar: Lembar, komponen: NilaiKomponen) -> Jejak:
    return Jejak(
        kaidah=lembar.kaidah,
        versi=lembar.versi,
        dasar=lembar.dasar,
        masukan=tuple(satu for sub in komponen.sub for satu in sub.jawaban),
        langkah=tuple(
            Langkah(_kalimat_sub(lembar.sub(sub.kode).rumus, sub), tampilan(sub.tepat))
            for sub in komponen.sub
        ),
    )


def _kalimat_sub(rumus: Rumus, sub: NilaiSub) -> Kalimat:
    isian = {
        "kode": sub.kode,
        "nama": sub.nama,
        "bobot": ringkas(Fraction(sub.bobot)),
        "mentah": ringkas(sub.mentah),
        "tertinggi": ringkas(sub.tertinggi),
        "nilai": teks(sub.tepat),
    }
    if rumus is Rumus.SATU_JAWABAN:
        return kalimat(
            "{kode} {nama}: jawaban {jawaban}; {bobot} × {mentah} / {tertinggi} = {nilai}.",
            jawaban=sub.jawaban[0][1],
            **isian,
        )
    if rumus is Rumus.POIN_SEBANDING:
        return kalimat(
            "{kode} {nama}: jumlah poin {mentah} dari {tertinggi}; "
            "{bobot} × {mentah} / {tertinggi} = {nilai}.",
            **isian,
        )
    return kalimat(
        "{kode} {nama}: jumlah nilai {banyak} butir {mentah} dari {tertinggi}; "
        "{bobot} × {mentah} / {tertinggi} = {nilai}.",
        banyak=len(sub.jawaban),
        **isian,
    )
