"""Reads across all stages: the six stations of a unit's year."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.bersama.izin import Lingkup
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.pengukuran.selectors import RingkasanPeriode


@dataclass(frozen=True, slots=True)
class Stasiun:
    """One station: its state in one of the six meanings, and in words."""

    kode: str
    judul: str
    keadaan: str
    uraian: str


def enam_stasiun(
    lingkup: Lingkup,
    tahun: int,
    ringkasan: Sequence[RingkasanPeriode],
    hasil: Sequence[HasilEvaluasiLuar],
) -> list[Stasiun]:
    """The six stations of one unit's year, from what the page fetched already. No query.

    A station without any record says so: grey is never replaced by green.
    """
    tahunan = [r for r in ringkasan if r.tahun == tahun]
    return [
        _rencana(tahunan),
        _kosong("perjanjian", _("Perjanjian")),
        _kosong("aksi", _("Aksi")),
        _pengukuran(lingkup, tahun, tahunan),
        _kosong("laporan", _("Laporan")),
        _evaluasi(tahun, hasil),
    ]


def _kosong(kode: str, judul: str) -> Stasiun:
    return Stasiun(kode, judul, "belum_ada_data", _("belum ada data"))


def _rencana(tahunan: Sequence[RingkasanPeriode]) -> Stasiun:
    banyak = max((r.ringkasan.jumlah for r in tahunan), default=0)
    if banyak == 0:
        return _kosong("rencana", _("Rencana"))
    return Stasiun(
        "rencana",
        _("Rencana"),
        "selesai",
        ngettext("%s indikator", "%s indikator", banyak) % banyak,
    )


def _pengukuran(lingkup: Lingkup, tahun: int, tahunan: Sequence[RingkasanPeriode]) -> Stasiun:
    if not tahunan:
        return _kosong("pengukuran", _("Pengukuran"))
    r = tahunan[-1].ringkasan
    if r.terhitung == r.jumlah:
        return Stasiun("pengukuran", _("Pengukuran"), "selesai", _("semua terhitung"))
    keadaan = "sementara" if tahun >= lingkup.pada.year else "perlu_tindakan"
    return Stasiun(
        "pengukuran",
        _("Pengukuran"),
        keadaan,
        _("%(ada)s dari %(semua)s terhitung") % {"ada": r.terhitung, "semua": r.jumlah},
    )


def _evaluasi(tahun: int, hasil: Sequence[HasilEvaluasiLuar]) -> Stasiun:
    cocok = [h for h in hasil if (h.tahun_kinerja or h.tahun_tercetak) == tahun]
    if not cocok:
        return _kosong("evaluasi", _("Evaluasi"))
    h = cocok[-1]
    return Stasiun(
        "evaluasi",
        _("Evaluasi"),
        "selesai",
        _("tercatat %s") % " ".join(x for x in (h.predikat, _nilai(h)) if x),
    )


def _nilai(h: HasilEvaluasiLuar) -> str:
    return "" if h.nilai is None else number_format(h.nilai, 2)
