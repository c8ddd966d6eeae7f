"""The door to what causes are counted as, and to whether a success must be explained."""

from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from sakip.organisasi import selectors as organisasi
from sakip_rules.capaian.hitungan import bagi
from sakip_rules.sebab import ID_FAKTOR, GolonganSebab, SyaratFaktor, golongan_sebab, syarat_faktor

__all__ = [
    "SESUAI_RENCANA",
    "bagian_persen",
    "faktor_wajib",
    "pilihan_sebab",
    "salah_golongan",
    "sebut_sebab",
]
# What one tick writes as the success factor: stored as the words that documents print.
SESUAI_RENCANA = "Sesuai rencana."


def pilihan_sebab(pada: date) -> list[tuple[str, str, str]]:
    """Code, word and meaning of each class of causes, in the reader's language."""
    return [(g.kode, _(g.sebutan), _(g.arti)) for g in golongan_sebab(pada)]


def salah_golongan(kode: str, pada: date) -> dict[str, str]:
    """The fault of a code that is no class on that day, by its field; none for an empty one."""
    pilihan = pilihan_sebab(pada)
    if kode in {"", *(satu for satu, _sebutan, _arti in pilihan)}:
        return {}
    boleh = ", ".join(sebutan for _kode, sebutan, _arti in pilihan)
    return {"golongan_sebab": _("Pilih: %s.") % boleh}


def sebut_sebab(kode: str, pada: date) -> str:
    """A stored code as people read it; figures of before there were classes have none."""
    if not kode:
        return _("tanpa golongan")
    ada: dict[str, GolonganSebab] = {g.kode: g for g in golongan_sebab(pada)}
    return _(ada[kode].sebutan) if kode in ada else kode


def bagian_persen(bagian: int, semua: int) -> Decimal:
    """A count as a share of all, in per cent, unrounded."""
    return bagi((Decimal(bagian * 100), Decimal(semua)))


def faktor_wajib(instansi_id: int, pada: date) -> bool:
    """Whether a figure that meets its target must say why (policy, tafsir-0021). One query."""
    pilihan = organisasi.kebijakan_berlaku(instansi_id, ID_FAKTOR, pada)
    dipilih = SyaratFaktor(pilihan["pilihan"]) if pilihan else None
    return syarat_faktor(pada, dipilih) is SyaratFaktor.WAJIB
