"""Promises that will not be kept by themselves: what each needs, and whether it was decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sakip.beranda.selectors.jejak import KEPUTUSAN, JejakTahun
from sakip.bersama.izin import Lingkup
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.selectors import ProyeksiUnit, proyeksi_instansi


@dataclass(frozen=True, slots=True)
class JanjiDilihat:
    """A promise below its target: its projection, and a decision.

    ``diputuskan``: the day of the last decision on its indicator since the figures were measured.
    """

    unit: UnitTampak
    proyeksi: ProyeksiUnit
    diputuskan: date | None

    @property
    def perlu_keputusan(self) -> bool:
        """Whether it is out of reach as things go, and nobody has decided anything yet."""
        return self.proyeksi.sulit and self.diputuskan is None


def janji_dilihat(
    lingkup: Lingkup,
    unit: Sequence[UnitTampak],
    tahun: int,
    jejak: Mapping[tuple[int, int], JejakTahun],
) -> list[JanjiDilihat]:
    """Promises of these units that need a look, those that are out of reach first.

    ``jejak`` is what ``jejak_tahun`` gave for them: it holds the decisions. One query.
    """
    return [
        JanjiDilihat(u, p, _diputuskan(jejak.get((u.id, tahun), {}), p, lingkup.pada))
        for u, p in proyeksi_instansi(lingkup, unit, tahun)
    ]


def _diputuskan(j: JejakTahun, p: ProyeksiUnit, pada: date) -> date | None:
    hari = (
        k.tanggal
        for k in j.get(KEPUTUSAN, [])
        if k.keadaan == str(p.indikator_id) and k.tanggal is not None
    )
    return max((h for h in hari if p.sejak < h <= pada), default=None)
