"""Promises that will not be kept by themselves: what each needs, and whether it was decided."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from sakip.bersama.izin import Lingkup
from sakip.manfaat.models import KeputusanAnggaran
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import CapaianMutakhir
from sakip.pengukuran.selectors import ProyeksiUnit, proyeksi_instansi


@dataclass(frozen=True, slots=True)
class JanjiDilihat:
    """A promise below its target: its projection, the figure that explains it, and a decision.

    ``diputuskan``: the day of the last decision on its indicator since the figures were measured.
    """

    unit: UnitTampak
    proyeksi: ProyeksiUnit
    snapshot: str
    diputuskan: date | None

    @property
    def perlu_keputusan(self) -> bool:
        """Whether it is out of reach as things go, and nobody has decided anything yet."""
        return self.proyeksi.sulit and self.diputuskan is None


def janji_dilihat(lingkup: Lingkup, unit: Sequence[UnitTampak], tahun: int) -> list[JanjiDilihat]:
    """Promises of these units that need a look, those that are out of reach first.

    The two queries of ``proyeksi_instansi``, and two.
    """
    semua = proyeksi_instansi(lingkup, unit, tahun)
    if not semua:
        return []
    indikator = [p.indikator_id for _u, p in semua]
    putusan = dict(
        KeputusanAnggaran.objects.filter(indikator_id__in=indikator, tanggal__lte=lingkup.pada)
        .values_list("indikator_id")
        .annotate(akhir=Max("tanggal"))
    )
    snapshot = dict(
        CapaianMutakhir.objects.filter(
            indikator_id__in=indikator, tahun=tahun, periode__jenis="tahun"
        ).values_list("indikator_id", "snapshot__uuid")
    )
    return [
        JanjiDilihat(
            unit=u,
            proyeksi=p,
            snapshot=str(snapshot[p.indikator_id]),
            diputuskan=akhir
            if (akhir := putusan.get(p.indikator_id)) is not None and akhir > p.sejak
            else None,
        )
        for u, p in semua
    ]
