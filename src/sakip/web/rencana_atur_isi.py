"""What the page that arranges a branch offers: legal places only, and what each act would touch."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.perencanaan import kaidah, selectors, services
from sakip.perencanaan.models import JenisSimpul
from sakip.perencanaan.services import RencanaBaru, SimpulBaru
from sakip.web.akses import Akses
from sakip.web.rencana import pilih_versi, sebut_versi

Pilihan = list[tuple[str, str]]


def isi_atur(
    akses: Akses, naskah: RencanaBaru, kode: str, kueri: Mapping[str, str], tahun: int
) -> dict[str, Any]:
    """The node, the places it may go to, its parts, its equals, and what it would take along."""
    simpul = next(s for s in naskah.simpul if s.kode == kode)
    saudara = _saudara(naskah, simpul)
    pergi = services.cabang(naskah, kode)
    sendiri = pergi.kode | _di_atas(naskah, simpul)
    letak = saudara.index(kode)
    return {
        "simpul": simpul,
        "jenis": JenisSimpul(simpul.jenis).label,
        "tempat": [
            (k or "", sebut_simpul(naskah, k) if k else _("akar dokumen"))
            for k in services.tempat_sah(naskah, kode)
        ],
        "induk": simpul.induk if simpul.induk and ":" not in simpul.induk else "",
        "naik": letak - 1 if letak else None,
        "turun": letak + 1 if letak + 1 < len(saudara) else None,
        "anak": [(s.kode, sebut_simpul(naskah, s.kode)) for s in naskah.simpul if s.induk == kode],
        "indikator": [(i.kode, i.nama) for i in naskah.indikator if i.simpul == kode],
        "kode_usul": services.kode_bebas([kode], {s.kode for s in naskah.simpul})[kode],
        "setara": [
            (s.kode, sebut_simpul(naskah, s.kode))
            for s in naskah.simpul
            if s.jenis == simpul.jenis and s.kode not in sendiri
        ],
        "pergi": pergi,
        "klon": _klon(akses, simpul, kueri, tahun),
    }


def sebut_simpul(naskah: RencanaBaru, kode: str) -> str:
    """A node as a list of choices says it; its code where it is not there."""
    s = next((s for s in naskah.simpul if s.kode == kode), None)
    return f"{JenisSimpul(s.jenis).label}: {s.uraian}" if s else kode


def _saudara(naskah: RencanaBaru, simpul: SimpulBaru) -> list[str]:
    ada = {s.kode for s in naskah.simpul}

    def di(s: SimpulBaru) -> str | None:
        return s.induk if s.induk in ada else None

    return [s.kode for s in naskah.simpul if di(s) == di(simpul)]


def _di_atas(naskah: RencanaBaru, simpul: SimpulBaru) -> set[str]:
    induk = {s.kode: s.induk for s in naskah.simpul}
    hasil: set[str] = set()
    kode = simpul.induk
    while kode in induk:
        hasil.add(kode)
        kode = induk[kode]
    return hasil


def _klon(akses: Akses, simpul: SimpulBaru, kueri: Mapping[str, str], tahun: int) -> dict[str, Any]:
    """Trees that may be read, and the branches of the chosen one that fit here or beside it."""
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_RENCANA)
    dipilih = next((u for u in unit if u.slug == kueri.get("asal_unit")), None)
    teks = kueri.get("asal_tahun", "")
    asal_tahun = int(teks) if teks.isdecimal() and len(teks) == len("2026") else tahun
    isi: dict[str, Any] = {
        "unit": [(u.slug, u.nama) for u in unit],
        "asal_unit": dipilih.slug if dipilih else "",
        "tahun": asal_tahun,
        "versi": None,
        "cabang": [],
    }
    if dipilih is None:
        return isi
    asal = pilih_versi(selectors.daftar_dokumen(akses.lingkup, dipilih, asal_tahun), "")
    if asal is None:
        return isi
    pohon = selectors.pohon_versi(akses.lingkup, dipilih, asal, asal_tahun)
    naskah = services.naskah_dari(dipilih.slug, pohon)
    return isi | {
        "versi": asal,
        "sebut": sebut_versi(asal),
        "cabang": [
            (s.kode, sebut_simpul(naskah, s.kode))
            for s in naskah.simpul
            if kaidah.induk_sah(s.jenis, simpul.jenis) or s.jenis == simpul.jenis
        ],
    }
