"""Data versions: what pages keep their fragments by."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db import connection
from django.db.models import Sum

from sakip.bersama.izin import Lingkup
from sakip.organisasi.models import VersiData

TAHUN_SUSUNAN = 0  # the "year" whose data version counts changes of names, places and results


@dataclass(frozen=True, slots=True)
class VersiInstansi:
    """Data versions of a whole instansi: of its structure, and of each year that has figures."""

    susunan: int
    menurut_tahun: tuple[tuple[int, int], ...]

    @property
    def tahun(self) -> set[int]:
        return {tahun for tahun, _nomor in self.menurut_tahun}

    def nomor(self, tahun: int) -> int:
        """Grows with every write to that year, and with every change of structure."""
        return self.susunan + dict(self.menurut_tahun).get(tahun, 0)


def versi_instansi(lingkup: Lingkup) -> VersiInstansi:
    """See there. One query."""
    versi = dict(
        VersiData.objects.filter(unit__instansi_id=lingkup.instansi_id)
        .order_by()
        .values_list("tahun")
        .annotate(n=Sum("nomor"))
    )
    return VersiInstansi(versi.pop(TAHUN_SUSUNAN, 0), tuple(sorted(versi.items())))


@dataclass(frozen=True, slots=True)
class VersiUnit:
    """Data versions of an instansi unit by unit: what is kept of one outlives writes to another."""

    susunan: int
    menurut_unit: Mapping[int, int]

    def nomor(self, unit_id: int) -> int:
        """Grows with every write to any year of this unit."""
        return self.menurut_unit.get(unit_id, 0)


# Every request for a board begins with it, so it is written out.
SQL_PER_UNIT = """
SELECT v.unit_id, coalesce(sum(v.nomor) FILTER (WHERE v.tahun <> %(susunan)s), 0)::bigint,
       coalesce(sum(v.nomor) FILTER (WHERE v.tahun = %(susunan)s), 0)::bigint
  FROM organisasi_versidata v JOIN organisasi_unitkerja u ON u.id = v.unit_id
 WHERE u.instansi_id = %(instansi)s
 GROUP BY v.unit_id
"""


def versi_per_unit(lingkup: Lingkup) -> VersiUnit:
    """See there; ``susunan`` counts changes of structure, windows, policies, posts. One query."""
    with connection.cursor() as kursor:
        kursor.execute(SQL_PER_UNIT, {"instansi": lingkup.instansi_id, "susunan": TAHUN_SUSUNAN})
        baris = kursor.fetchall()
    return VersiUnit(sum(s for _u, _n, s in baris), {u: n for u, n, _s in baris})
