"""The columns of the workbook: which a row takes, and what is stored in them, as text."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils import translation
from django.utils.translation import gettext as _

from sakip.impor.sel import bersih
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.periode import BANYAK_UNSUR
from sakip.pengukuran.kaidah.sebab import pilihan_sebab
from sakip.pengukuran.selectors.tampak import Baris
from sakip.pengukuran.services.isi import ALASAN_KOSONG, IsianSel
from sakip.perencanaan.kaidah import tulis_nilai
from sakip.perencanaan.models import CaraUkur, JenisNilai

TERTULIS = ("kode", "indikator", "satuan", "arah", "target", "lalu")
UNSUR = tuple(f"unsur_{n}" for n in range(1, BANYAK_UNSUR + 1))
URAIAN = ("golongan_sebab", "penyebab", "solusi", "faktor")
SURVEI = (*UNSUR, "responden")
RASIO = ("pembilang", "penyebut")
ANGKA = frozenset({"nilai", *RASIO, *SURVEI})


@dataclass(frozen=True, slots=True)
class IsianBuku:
    """One row on its way to the sheet: as ``isi_realisasi`` or, of a survey, ``isi_survei``."""

    kode: str
    versi: int
    isian: IsianSel
    unsur: tuple[str, ...] = ()
    responden: str = ""
    survei: bool = False


def kolom_baris(b: Baris) -> tuple[str, ...]:
    """What may be filled in one row, by how its indicator is measured."""
    v = b.butir.versi
    if v.cara == CaraUkur.SURVEI:
        utama: tuple[str, ...] = SURVEI
    elif b.butir.bulanan:
        utama = ()  # its months are filled on screen; the quarter follows from them
    elif v.jenis_nilai == JenisNilai.RASIO:
        utama = RASIO
    else:
        utama = ("nilai",)
    return (*utama, "alasan_kosong", *URAIAN)


def kolom_lembar(baris: Iterable[Baris]) -> tuple[str, ...]:
    """The columns of a sheet: only those that one of its rows takes, in one order."""
    perlu = {x for b in baris for x in kolom_baris(b)} | {"nilai"}
    urut = ("nilai", *RASIO, *SURVEI, "alasan_kosong", *URAIAN)
    return (*TERTULIS, *(x for x in urut if x in perlu))


def sebut_kolom(kolom: str) -> str:
    """A column as people call it."""
    if kolom in UNSUR:
        return _("Unsur %s") % (UNSUR.index(kolom) + 1)
    return {
        "kode": _("Kode"),
        "indikator": _("Indikator"),
        "satuan": _("Satuan"),
        "arah": _("Arah"),
        "target": _("Target"),
        "lalu": _("Periode lalu"),
        "nilai": _("Angka"),
        "pembilang": _("Pembilang"),
        "penyebut": _("Penyebut"),
        "responden": _("Responden"),
        "alasan_kosong": _("Bila kosong, mengapa"),
        "golongan_sebab": _("Golongan sebab"),
        "penyebab": _("Penyebab"),
        "solusi": _("Solusi"),
        "faktor": _("Faktor pendorong"),
        "putusan": _("Putusan"),
    }.get(kolom, kolom)


def sebut_alasan(kode: str) -> str:
    """Why a cell is empty, as its list offers it."""
    return str(ALASAN_KOSONG[kode]) if kode in ALASAN_KOSONG else kode


def baca_alasan(teks: str) -> str:
    """The code of a reason, whichever of our languages the workbook was drawn in."""
    dicari = teks.casefold()
    for bahasa in ("id", "en"):
        with translation.override(bahasa):
            for kode, kata in ALASAN_KOSONG.items():
                if dicari in {kode, str(kata).casefold()}:
                    return kode
    return teks


def baca_golongan(teks: str, pada: date) -> str:
    """The code of a class of causes, by its word in whichever of our languages."""
    dicari = teks.casefold()
    for bahasa in ("id", "en"):
        with translation.override(bahasa):
            for kode, kata, _arti in pilihan_sebab(pada):
                if dicari in {kode, kata.casefold()}:
                    return kode
    return teks


def tersimpan(b: Baris) -> dict[str, str]:
    """What is stored in the cells of a row, as it is written there."""
    r, isi = b.realisasi, b.isi
    hasil = dict.fromkeys(kolom_baris(b), "")
    for x in URAIAN:
        hasil[x] = bersih(getattr(r, x)) if r else ""
    hasil["alasan_kosong"] = r.alasan_kosong if r else ""
    if isi is None:
        return hasil
    if "nilai" in hasil:
        hasil["nilai"] = isi.nilai.teks
    elif "pembilang" in hasil and isi.nilai.nilai is not None and isi.nilai.penyebut is not None:
        hasil["pembilang"] = tulis_nilai(isi.nilai.nilai)
        hasil["penyebut"] = tulis_nilai(isi.nilai.penyebut)
    for x, n in zip(UNSUR, isi.unsur, strict=False):
        hasil[x] = tulis_nilai(n)
    if isi.responden is not None:
        hasil["responden"] = str(isi.responden)
    return hasil


def angka(teks: str) -> Decimal | None:
    """One number as it is written here; ``None``: something else, or nothing."""
    try:
        n = kaidah.baca_nilai(
            teks, None, jenis=JenisNilai.BILANGAN, arah=None, format_angka="id", boleh_nol=True
        )
    except kaidah.MasukanSalah:
        return None
    return None if n is None or n.penyebut is not None else n.nilai


def sama(kolom: str, kiri: str, kanan: str) -> bool:
    """Whether two cells say the same: 83,5 and 83,50 do."""
    if kiri == kanan:
        return True
    if kolom not in ANGKA:
        return False
    a = angka(kiri)
    return a is not None and a == angka(kanan)


def isian(b: Baris, isi: dict[str, str]) -> IsianBuku:
    """A row of cells as the services of the sheet take it; what the workbook has not, stays."""
    survei = b.butir.versi.cara == CaraUkur.SURVEI
    teks = isi.get("nilai", "")
    if "pembilang" in isi and (isi["pembilang"] or isi["penyebut"]):
        teks = f"{isi['pembilang']}/{isi['penyebut']}"
    return IsianBuku(
        kode=b.kode,
        versi=b.versi,
        isian=IsianSel(
            teks=teks,
            alasan_kosong=isi["alasan_kosong"],
            golongan_sebab=isi["golongan_sebab"],
            penyebab=isi["penyebab"],
            solusi=isi["solusi"],
            faktor=isi["faktor"],
            jawaban_mirip=b.realisasi.jawaban_mirip if b.realisasi else "",
        ),
        unsur=tuple(isi[x] for x in UNSUR) if survei else (),
        responden=isi.get("responden", ""),
        survei=survei,
    )


def judul_lembar(kolom: Sequence[str], unsur: Sequence[str]) -> list[str]:
    """The headings; the elements of a survey by their full names."""
    return [
        unsur[UNSUR.index(x)] if x in UNSUR and len(unsur) == BANYAK_UNSUR else sebut_kolom(x)
        for x in kolom
    ]
