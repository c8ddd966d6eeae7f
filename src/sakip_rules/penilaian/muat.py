"""Which sheet and which scale: by legal text, by day, by variant. Never a silent default."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Final, TypeVar

from sakip_rules.galat import BerkasRegulasiSalah, KaidahBelumBerlaku, MasukanSalah
from sakip_rules.kalimat import kalimat
from sakip_rules.penilaian.baca_lembar import LEMBAR_EVALUASI, SusunanLembar
from sakip_rules.penilaian.kontrol import KONTROL_KERANGKA, AturanKontrol
from sakip_rules.penilaian.lembar import Komponen, Lembar
from sakip_rules.penilaian.skala import SKALA_INTERVAL, Kelas, SkalaInterval
from sakip_rules.regulasi import Jenis, Kaidah, muat_regulasi

T = TypeVar("T")

Predikat = Kelas
"""A predikat is a class of the scale: ``kode``, ``sebutan``, ``di_atas``, ``sampai_dengan``."""

KAIDAH_PREDIKAT: Final = "akip.predikat"
KAIDAH_LEMBAR: Final = "akip.lembar_evaluasi"


def skala_predikat(
    *, regulasi_id: str | None = None, pada: date | None = None
) -> Kaidah[SkalaInterval]:
    """Give the predikat scale of a legal text, of a day, or of both (they must then agree).

    Raises ``KaidahBelumBerlaku`` for a day that no version covers (before 2 July 2015: those bands
    were not read), ``MasukanSalah`` for a text without the rule or when neither is said.
    """
    return pilih_kaidah(KAIDAH_PREDIKAT, SKALA_INTERVAL, regulasi_id, pada)


def predikat(
    nilai: Decimal, *, regulasi_id: str | None = None, pada: date | None = None
) -> Predikat:
    """Predikat of a score (points, 0..100): open below, closed above; the score is not rounded.

    80,00 is BB and 80,01 is A. Raises ``MasukanSalah`` outside 0..100, and as ``skala_predikat``.
    Source: PermenPANRB 88/2021 and 12/2015, kategori predikat (rule ``akip.predikat``).
    """
    if not isinstance(nilai, Decimal):
        raise MasukanSalah(
            kalimat("Nilai {nilai} bukan bilangan desimal tepat (Decimal).", nilai=nilai)
        )
    return skala_predikat(regulasi_id=regulasi_id, pada=pada).isi.kelas_dari(nilai)


def lembar_evaluasi(
    regulasi_id: str, pada: date | None = None, varian: str | None = None
) -> Lembar:
    """Give the evaluation sheet of a legal text, version in force on ``pada``, in one variant.

    Without ``varian`` the first one written in the data is taken (12/2015: the unit form). One
    version and variant is one object, whatever the day asked for. Raises ``MasukanSalah`` for an
    unknown text or variant, ``KaidahBelumBerlaku`` for a day that the text does not cover.
    Source: rule ``akip.lembar_evaluasi``.
    """
    kaidah = pilih_kaidah(KAIDAH_LEMBAR, LEMBAR_EVALUASI, regulasi_id, pada)
    return _lembar(kaidah.versi, _pilih_varian(kaidah.isi, varian))


@cache
def _lembar(versi: date, varian: str | None) -> Lembar:
    kaidah = muat_regulasi().kaidah(KAIDAH_LEMBAR, versi, LEMBAR_EVALUASI)
    susunan = kaidah.isi
    komponen = susunan.komponen[varian]
    return Lembar(
        id=kaidah.regulasi if varian is None else f"{kaidah.regulasi}:{varian}",
        kaidah=kaidah.id,
        regulasi=kaidah.regulasi,
        versi=kaidah.versi,
        varian=varian,
        judul=susunan.judul,
        skala=susunan.skala,
        komponen=komponen,
        ambang=susunan.ambang,
        tanpa_pernyataan=susunan.tanpa_pernyataan,
        kontrol=_kontrol(kaidah, komponen),
        predikat=skala_predikat(regulasi_id=kaidah.regulasi, pada=kaidah.versi).isi,
        desimal=susunan.desimal,
        objek_banyak=susunan.objek_banyak,
        dasar=kaidah.dasar,
        tafsir=kaidah.tafsir,
        verifikasi=kaidah.verifikasi,
    )


def pilih_kaidah(id: str, jenis: Jenis[T], regulasi_id: str | None, pada: date | None) -> Kaidah[T]:
    """Give a rule by text, by day, or by both; by text alone only when it has one version.

    Raises ``KaidahBelumBerlaku`` or ``MasukanSalah``; nothing is ever guessed.
    """
    regulasi = muat_regulasi()
    if regulasi_id is None:
        if pada is None:
            raise MasukanSalah(
                kalimat("Sebutkan regulasi atau tanggalnya: kaidah {id} tidak ditebak.", id=id)
            )
        return regulasi.kaidah(id, pada, jenis)
    versi = [satu for satu in regulasi.versi(id) if satu.regulasi == regulasi_id]
    if not versi:
        raise _tanpa_kaidah(id, regulasi_id)
    cocok = versi if pada is None else [satu for satu in versi if satu.masa.memuat(pada)]
    return regulasi.kaidah(id, _satu(cocok, id, pada).versi, jenis)


def _satu(versi: Sequence[Kaidah[T]], id: str, pada: date | None) -> Kaidah[T]:
    if len(versi) == 1:
        return versi[0]
    if pada is not None:
        raise KaidahBelumBerlaku(id, pada)
    raise MasukanSalah(
        kalimat(
            "Kaidah {id} punya {banyak} versi dalam regulasi itu; sebutkan tanggalnya.",
            id=id,
            banyak=len(versi),
        )
    )


def _tanpa_kaidah(id: str, regulasi_id: str) -> MasukanSalah:
    regulasi = muat_regulasi()
    regulasi.teks(regulasi_id)  # an id that does not exist at all is said to be unknown
    punya = sorted({satu.regulasi for satu in regulasi.versi(id)})
    return MasukanSalah(
        kalimat(
            "Regulasi {regulasi} tidak memuat kaidah {id}; yang memuat: {punya}.",
            regulasi=regulasi_id,
            id=id,
            punya=", ".join(punya),
        )
    )


def _pilih_varian(susunan: SusunanLembar, varian: str | None) -> str | None:
    if varian is None:
        return next(iter(susunan.komponen))
    if varian in susunan.komponen:
        return varian
    ada = [nama for nama in susunan.komponen if nama is not None]
    if not ada:
        raise MasukanSalah(
            kalimat(
                "{judul} tidak punya varian; hapus “{varian}”.", judul=susunan.judul, varian=varian
            )
        )
    raise MasukanSalah(
        kalimat("Varian “{varian}” tidak ada; yang ada: {ada}.", varian=varian, ada=", ".join(ada))
    )


def _kontrol(
    kaidah: Kaidah[SusunanLembar], komponen: tuple[Komponen, ...]
) -> tuple[AturanKontrol, ...]:
    """Rules in the order of the sheet; one that names a question the sheet lacks is refused."""
    if kaidah.isi.kontrol is None:
        return ()
    versi = muat_regulasi().kaidah(kaidah.isi.kontrol, kaidah.versi, KONTROL_KERANGKA)
    letak = {
        butir.kode: nomor
        for nomor, butir in enumerate(b for k in komponen for sub in k.sub for b in sub.butir)
    }
    for aturan in versi.isi:
        for kode in (aturan.butir, *aturan.acuan):
            if kode not in letak:
                raise _butir_asing(versi, kode)
    return tuple(sorted(versi.isi, key=lambda aturan: letak[aturan.butir]))


def _butir_asing(versi: Kaidah[tuple[AturanKontrol, ...]], kode: str) -> BerkasRegulasiSalah:
    return versi.posisi.galat("kontrol menyebut butir {kode} yang tidak ada di lembar.", kode=kode)
