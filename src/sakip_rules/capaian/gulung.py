"""Roll-up over children: capaian by weight, one indicator of many units, an index of parts."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from functools import reduce
from typing import TypeAlias

from sakip_rules.capaian.agregasi import HasilAgregasi, jumlah_rasio
from sakip_rules.capaian.hitungan import EKSAK, NOL, SATU, Pecahan, bagi, kali, pecahan, tambah
from sakip_rules.capaian.kaidah import KaidahCapaian
from sakip_rules.capaian.kebijakan import AnakKosong
from sakip_rules.capaian.nilai import Rasio, tulis_nilai
from sakip_rules.capaian.pembulatan import tulis_ringkas
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Hasil, Jejak, Langkah, Status
from sakip_rules.kalimat import kalimat, pola_kalimat

Bagian: TypeAlias = tuple[Decimal | Rasio | None, Decimal]
"""One part of an index and its weight."""


def gulung(anak: Sequence[tuple[Hasil, Decimal]], *, kaidah: KaidahCapaian) -> Hasil:
    """Weighted mean of children's capaian: Σ(bobot × nilai) ÷ Σ bobot (rule ``agregasi.gulung``).

    Independent of order. A zero stays in; *tidak dinilai*, *belum waktunya* and *tidak dapat
    dihitung* leave with their weight and a note; what is due but empty (*belum diisi*) follows the
    switch ``agregasi.anak_kosong``. Sums are exact, one division at the end.

    Raises ``MasukanSalah`` for a negative weight, or when the weights in play are all zero.
    """
    ikut = [
        (NOL if _dihitung_nol(h.status, kaidah) else h.nilai, h.status, bobot) for h, bobot in anak
    ]
    langkah = [
        _langkah_anak(nomor, nilai, status, bobot)
        for nomor, (nilai, status, bobot) in enumerate(ikut, start=1)
    ]
    terisi = [(nilai, bobot) for nilai, _, bobot in ikut if nilai is not None]
    status = status_gulung([h.status for h, _ in anak], len(terisi), kaidah)
    nilai_akhir = None
    if terisi:
        atas = reduce(EKSAK.add, [EKSAK.multiply(n, b) for n, b in terisi], NOL)
        bawah = _jumlah_bobot([bobot for _, bobot in terisi])
        rata = bagi((atas, bawah))
        langkah.append(_langkah_rata(atas, bawah, rata, status))
        nilai_akhir = rata if status is Status.TERHITUNG else None
    jejak = _jejak(kaidah, "rata_rata_tertimbang", langkah, [h.status for h, _ in anak])
    return Hasil(status, nilai_akhir, _dengan_anak(jejak, tuple(h.jejak for h, _ in anak)))


def status_gulung(status: Sequence[Status], banyak_terisi: int, kaidah: KaidahCapaian) -> Status:
    """Status of a whole from the statuses of its parts, whatever their order."""
    if Status.BELUM_DIISI in status and kaidah.anak_kosong is AnakKosong.TUNDA:
        return Status.BELUM_DIISI
    if banyak_terisi > 0:
        return Status.TERHITUNG
    for satu in (Status.BELUM_DIISI, Status.BELUM_WAKTUNYA, Status.TIDAK_DAPAT_DIHITUNG):
        if satu in status:
            return satu
    return Status.TIDAK_DINILAI


def gabung_rasio(anak: Sequence[Rasio | None], *, kaidah: KaidahCapaian) -> HasilAgregasi:
    """One indicator over many units: Σ numerators over Σ denominators, never a mean of percentages.

    A unit without value postpones the whole, or leaves with a note under ``yang_terisi``; it is
    never taken for 0, since its denominator is not known.
    """
    status = [Status.BELUM_DIISI if a is None else Status.TERHITUNG for a in anak]
    terisi = [a for a in anak if a is not None]
    akhir = status_gulung(status, len(terisi), kaidah)
    if Status.BELUM_DIISI in status and kaidah.anak_kosong is AnakKosong.NOL:
        akhir = Status.BELUM_DIISI
    langkah = [
        Langkah(kalimat("Bagian {nomor}: {nilai}.", nomor=nomor, nilai=tulis_nilai(a)))
        for nomor, a in enumerate(anak, start=1)
    ]
    gabungan = jumlah_rasio(terisi) if terisi else None
    if gabungan is not None:
        langkah.append(
            Langkah(
                kalimat(
                    "Jumlah pembilang ÷ jumlah penyebut = {nilai}.", nilai=tulis_nilai(gabungan)
                ),
                None if gabungan.penyebut == 0 else bagi(pecahan(gabungan)),
            )
        )
    return HasilAgregasi(
        akhir,
        gabungan if akhir is Status.TERHITUNG else None,
        _jejak(kaidah, "gabung_rasio", langkah, status),
        tuple(i for i, a in enumerate(anak) if a is None),
        gabungan,
    )


def komposit(bagian: Sequence[Bagian], *, kaidah: KaidahCapaian) -> HasilAgregasi:
    """Index of weighted parts: Σ(bobot × nilai), like 0,5 × IKU-1 + 0,3 × IKU-2 + 0,2 × IKU-3.

    The weights belong to the formula of the index and are not rescaled; so a part without value
    postpones the index, unless the switch ``agregasi.anak_kosong`` counts it as zero. Ratios enter
    as exact fractions; one division at the end.
    """
    lengkap: list[tuple[Pecahan, Decimal]] = []
    langkah = []
    kosong = []
    for urutan, (nilai, bobot) in enumerate(bagian):
        _periksa_bobot(bobot)
        ada = nilai is not None and not (isinstance(nilai, Rasio) and nilai.penyebut == 0)
        langkah.append(
            Langkah(
                kalimat(
                    "Bagian {nomor}: bobot {bobot} × {nilai}.",
                    nomor=urutan + 1,
                    bobot=tulis_ringkas(bobot),
                    nilai=tulis_nilai(nilai),
                )
            )
        )
        if nilai is not None and ada:
            lengkap.append((pecahan(nilai), bobot))
        else:
            kosong.append(urutan)
    status = Status.TERHITUNG
    if kosong and kaidah.anak_kosong is not AnakKosong.NOL:
        status = Status.BELUM_DIISI
    hasil = bagi(reduce(tambah, [kali(n, b) for n, b in lengkap], (NOL, SATU)))
    if status is Status.TERHITUNG:
        langkah.append(
            Langkah(kalimat("Σ(bobot × nilai) = {hasil}.", hasil=tulis_ringkas(hasil)), hasil)
        )
    return HasilAgregasi(
        status,
        hasil if status is Status.TERHITUNG else None,
        _jejak(kaidah, "komposit", langkah, [Status.BELUM_DIISI] if kosong else []),
        tuple(kosong),
        None,
    )


def _dihitung_nol(status: Status, kaidah: KaidahCapaian) -> bool:
    return status is Status.BELUM_DIISI and kaidah.anak_kosong is AnakKosong.NOL


def _langkah_anak(nomor: int, nilai: Decimal | None, status: Status, bobot: Decimal) -> Langkah:
    _periksa_bobot(bobot)
    if nilai is None:
        return Langkah(
            kalimat(
                "Bagian {nomor} (bobot {bobot}): {status}, tidak ikut dihitung.",
                nomor=nomor,
                bobot=tulis_ringkas(bobot),
                status=_KATA_STATUS[status],
            )
        )
    pola = pola_kalimat("Bagian {nomor}: bobot {bobot} × {nilai}.")
    if status is not Status.TERHITUNG:
        pola = pola_kalimat(
            "Bagian {nomor}: belum diisi, menurut kebijakan dihitung bobot {bobot} × {nilai}."
        )
    return Langkah(
        kalimat(pola, nomor=nomor, bobot=tulis_ringkas(bobot), nilai=tulis_ringkas(nilai)), nilai
    )


_KATA_STATUS = {
    Status.TERHITUNG: pola_kalimat("terhitung"),
    Status.BELUM_DIISI: pola_kalimat("belum diisi"),
    Status.BELUM_WAKTUNYA: pola_kalimat("belum waktunya"),
    Status.TIDAK_DINILAI: pola_kalimat("tidak dinilai"),
    Status.TIDAK_DAPAT_DIHITUNG: pola_kalimat("tidak dapat dihitung"),
}


def _langkah_rata(atas: Decimal, bawah: Decimal, rata: Decimal, status: Status) -> Langkah:
    pola = pola_kalimat("Rata-rata tertimbang = {atas} ÷ {bawah} = {hasil}.")
    if status is not Status.TERHITUNG:
        pola = pola_kalimat("Angka sementara dari bagian yang terisi = {atas} ÷ {bawah} = {hasil}.")
    return Langkah(
        kalimat(
            pola, atas=tulis_ringkas(atas), bawah=tulis_ringkas(bawah), hasil=tulis_ringkas(rata)
        ),
        rata,
    )


def _periksa_bobot(bobot: Decimal) -> None:
    if bobot < 0:
        raise MasukanSalah(kalimat("Bobot {bobot} negatif; bobot paling kecil 0.", bobot=bobot))


def _jumlah_bobot(bobot: Sequence[Decimal]) -> Decimal:
    jumlah = reduce(EKSAK.add, bobot, NOL)
    if jumlah == 0:
        raise MasukanSalah(kalimat("Jumlah bobot nol; beri bobot pada sedikitnya satu bagian."))
    return jumlah


def _jejak(
    kaidah: KaidahCapaian, cara: str, langkah: Sequence[Langkah], status: Sequence[Status]
) -> Jejak:
    return Jejak(
        kaidah=kaidah.gulung.id,
        versi=kaidah.gulung.versi,
        dasar=kaidah.gulung.dasar,
        masukan=(("cara", cara), *kaidah.pilihan()),
        langkah=tuple(langkah),
        tafsir=kaidah.gulung.tafsir,
        anak=(kaidah.jejak_sakelar("agregasi.anak_kosong"),)
        if Status.BELUM_DIISI in status
        else (),
    )


def _dengan_anak(jejak: Jejak, anak: tuple[Jejak, ...]) -> Jejak:
    return replace(jejak, anak=jejak.anak + anak)
