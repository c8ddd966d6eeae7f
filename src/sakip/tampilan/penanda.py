"""Badges: a word, a shape and a colour for each meaning. Grey is "no data", and never green.

They are functions, not macros: a table of 300 rows has 300 of them and a call costs 1 µs here.
"""

from functools import lru_cache

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from markupsafe import Markup, escape

from sakip.tampilan.format import bahasa

MAKNA: dict[str, Promise] = {
    "selesai": _("Selesai"),
    "perlu_tindakan": _("Perlu tindakan"),
    "terlambat": _("Terlambat"),
    "belum_waktunya": _("Belum waktunya"),
    "sementara": _("Angka sementara"),
    "belum_ada_data": _("Belum ada data"),
}

# Why there is no number: the kernel's statuses, each with the meaning whose look it borrows.
_STATUS: dict[str, tuple[str, Promise]] = {
    "belum_diisi": ("belum_ada_data", _("Belum diisi")),
    "belum_waktunya": ("belum_waktunya", _("Belum waktunya")),
    "tidak_dinilai": ("belum_ada_data", _("Tidak dinilai")),
    "tidak_dapat_dihitung": ("perlu_tindakan", _("Tidak dapat dihitung")),
}

# Why a figure has no colour yet, by the state it stands in.
_BELUM_SAH: dict[str, Promise] = {
    "konsep": _("Sementara – belum diverifikasi (konsep)"),
    "dikembalikan": _("Sementara – dikembalikan untuk diperbaiki"),
    "diajukan": _("Sementara – menunggu verifikasi"),
    "diverifikasi": _("Sementara – menunggu persetujuan"),
    "berjalan": _("Sementara – tahun belum lengkap"),
}

# Kategori of a capaian, the best first, and each as a step 1..5 of a small staircase.
KATEGORI = ("sangat_tinggi", "tinggi", "sedang", "rendah", "sangat_rendah")
_TINGKAT = {kode: len(KATEGORI) - n for n, kode in enumerate(KATEGORI)}

# Acts of the law in the passive, and what each means to the person who looks.
ALUR: dict[str, tuple[str, Promise]] = {
    "konsep": ("belum_ada_data", _("Konsep")),
    "diajukan": ("sementara", _("Diajukan")),
    "diverifikasi": ("sementara", _("Diverifikasi")),
    "disetujui": ("selesai", _("Disetujui")),
    "dikembalikan": ("perlu_tindakan", _("Dikembalikan")),
    "ditetapkan": ("selesai", _("Ditetapkan")),
    "disampaikan": ("selesai", _("Disampaikan")),
    "diterbitkan": ("selesai", _("Diterbitkan")),
    "terkunci": ("selesai", _("Terkunci")),
    "ditarik": ("belum_ada_data", _("Ditarik")),
    "usang": ("perlu_tindakan", _("Usang")),
}


@lru_cache(maxsize=2048)
def _rakit(kelas: str, teks: str, _bahasa: str) -> Markup:
    return Markup('<span class="tanda {}">{}</span>').format(kelas, teks)


def tanda(makna: str, teks: str | None = None) -> Markup:
    """Badge of one of the six meanings, in its own word or in ``teks`` ("terlambat 4 hari kerja").

    An unknown meaning raises ``KeyError``: a colour nobody defined says nothing.
    """
    kata = MAKNA[makna]
    return _rakit(f"t-{makna}", str(teks or kata), bahasa())


def tanda_alur(keadaan: str) -> Markup:
    """Badge of a state of the workflow (konsep … terkunci)."""
    makna, kata = ALUR[keadaan]
    return _rakit(f"t-{makna}", str(kata), bahasa())


def tanda_contoh(sifat: str) -> Markup:
    """The mark that an invented record carries wherever it stands beside published ones."""
    return Markup(" ") + tanda("sementara", str(_("contoh"))) if sifat == "contoh" else Markup()


def sebut_status() -> list[tuple[str, str]]:
    """Statuses of a capaian and their words, to choose from."""
    tanpa_angka = ((kode, str(kata)) for kode, (_makna, kata) in _STATUS.items())
    return [("terhitung", str(_("Terhitung"))), *tanpa_angka]


def sebut_kategori() -> list[tuple[str, str]]:
    """Categories of Permendagri 86/2017 and their words, the best first, to choose from."""
    return [(kode, _kata(kode).capitalize()) for kode in KATEGORI]


def _kata(kode: str) -> str:
    return str(_(kode.replace("_", " ")))


def tanda_capaian(
    status: str, kategori: str | None = None, sebutan: str | None = None, belum: str = ""
) -> Markup:
    """Badge of a capaian: its kategori when there is a number, else why there is none.

    ``kategori`` is the rule's code (``sangat_rendah`` … ``sangat_tinggi``), ``sebutan`` its word.
    A computed value without a kategori needs no badge: the number speaks, and nothing is returned.
    ``belum``: why it does not count yet (``belum_sah``); it then has words and no colour.
    """
    if status != "terhitung":
        makna, kata = _STATUS[status]
        return _rakit(f"t-{makna}", str(kata), bahasa())
    if belum:
        return _rakit("t-sementara", str(_BELUM_SAH[belum]), bahasa())
    if kategori is None:
        return Markup()
    tingkat = _TINGKAT[kategori]
    return _rakit(f"t-tingkat t-{tingkat}", sebutan or _kata(kategori), bahasa())


def kelas_kategori(kategori: str) -> str:
    """Class names of a kategori, for cards and tiles that carry it beside a badge."""
    return f"t-tingkat t-{_TINGKAT[kategori]}"


def kelas_makna(makna: str) -> str:
    """Class name of a meaning, for rows and stations that carry it without a badge."""
    if makna not in MAKNA:
        raise KeyError(makna)
    return str(escape(f"t-{makna}"))
