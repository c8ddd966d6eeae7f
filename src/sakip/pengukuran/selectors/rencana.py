"""What was promised for a unit's year, as the plan and the rencana aksi in force say it."""

from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock
from typing import Any, Final, Generic, TypeVar

from django.db import connection
from django.db.models import Q

from sakip.organisasi.models import Periode
from sakip.perencanaan.models import IndikatorVersi, JenisDokumen, TargetVersi
from sakip.perjanjian.models import KeadaanAksi, KeadaanPerjanjian

T = TypeVar("T")
# The plan of the signed agreement, else the latest Renja (as ``target_berlaku`` of perjanjian
# says); the approved rencana aksi; and what was withdrawn since.
_BERLAKU: Final = """
    SELECT r.id, r.xmin::text, r.ditetapkan IS NOT NULL, a.id, a.xmin::text,
           a.ditetapkan IS NOT NULL,
           ARRAY(SELECT id FROM perencanaan_indikator WHERE unit_id = %(unit)s AND ditarik)
      FROM (SELECT coalesce(
              (SELECT dokumen_versi_id FROM perjanjian_perjanjiankinerja
                WHERE unit_id = %(unit)s AND tahun = %(tahun)s AND keadaan = %(ditandatangani)s
                ORDER BY nomor DESC LIMIT 1),
              (SELECT v.id FROM perencanaan_dokumenversi v
                 JOIN perencanaan_dokumenperencanaan d ON d.id = v.dokumen_id
                WHERE d.unit_id = %(unit)s AND d.jenis = %(renja)s AND v.ditetapkan IS NOT NULL
                  AND %(tahun)s BETWEEN d.tahun_mulai AND d.tahun_selesai
                ORDER BY d.tahun_mulai DESC, v.nomor DESC LIMIT 1)) AS rencana,
              (SELECT dokumen_versi_id FROM perjanjian_rencanaaksi
                WHERE unit_id = %(unit)s AND tahun = %(tahun)s AND keadaan = %(disetujui)s
                ORDER BY nomor DESC LIMIT 1) AS aksi) x
      LEFT JOIN perencanaan_dokumenversi r ON r.id = x.rencana
      LEFT JOIN perencanaan_dokumenversi a ON a.id = x.aksi
"""
_PALING_BANYAK: Final = 512  # units of a year that one process remembers, some 40 kB each


@dataclass(frozen=True, slots=True)
class Rencana:
    """Wording of each indicator in its order, and targets of the year and of its periods.

    ``aksi``: an approved rencana aksi is among them.
    """

    indikator: tuple[IndikatorVersi, ...] = ()
    target: tuple[TargetVersi, ...] = ()
    aksi: bool = False


class Ingatan(Generic[T]):
    """What was read by this process, of units and years; the longest unused goes first."""

    def __init__(self) -> None:
        self._isi: OrderedDict[tuple[Any, ...], T] = OrderedDict()
        self._kunci = Lock()

    def ambil(self, kunci: tuple[Any, ...]) -> T | None:
        with self._kunci:
            if kunci in self._isi:
                self._isi.move_to_end(kunci)
            return self._isi.get(kunci)

    def simpan(self, kunci: tuple[Any, ...], isi: T) -> None:
        with self._kunci:
            self._isi[kunci] = isi
            while len(self._isi) > _PALING_BANYAK:
                self._isi.popitem(last=False)

    def kosongkan(self) -> None:
        with self._kunci:
            self._isi.clear()


INGATAN: Final[Ingatan[Rencana]] = Ingatan()


def rencana_berlaku(unit_id: int, setahun: Periode) -> tuple[Rencana, frozenset[int]]:
    """The plan in force in that year, and ids of its indicators that were withdrawn since.

    One query, three when this process has not read it yet. A version that was ditetapkan is frozen
    by the database, so what was read of it stays true; callers must not change what they get. The
    key holds the ``xmin`` of both versions: a ditetapkan that was rolled back is not taken for the
    next one.
    """
    rencana, x_rencana, beku, aksi, x_aksi, aksi_beku, ditarik = _berlaku(unit_id, setahun.tahun)
    if rencana is None:
        return Rencana(), frozenset()
    kunci = (unit_id, setahun.pk, rencana, x_rencana, aksi, x_aksi)
    hasil = INGATAN.ambil(kunci)
    if hasil is None:
        hasil = _baca(unit_id, setahun, rencana, aksi)
        if beku and (aksi is None or aksi_beku):
            INGATAN.simpan(kunci, hasil)
    return hasil, frozenset(ditarik)


def _berlaku(unit_id: int, tahun: int) -> tuple[Any, ...]:
    with connection.cursor() as kursor:
        kursor.execute(
            _BERLAKU,
            {
                "unit": unit_id,
                "tahun": tahun,
                "renja": JenisDokumen.RENJA.value,
                "ditandatangani": KeadaanPerjanjian.DITANDATANGANI.value,
                "disetujui": KeadaanAksi.DISETUJUI.value,
            },
        )
        baris: tuple[Any, ...] = kursor.fetchone()
    return baris


def _baca(unit_id: int, setahun: Periode, rencana: int, aksi: int | None) -> Rencana:
    indikator = tuple(
        IndikatorVersi.objects.filter(dokumen_versi_id=rencana)
        .select_related("indikator", "pengampu")
        .order_by("urutan", "indikator_id")
    )
    target = TargetVersi.objects.filter(
        Q(dokumen_versi_id=rencana, periode_id=setahun.pk) | Q(dokumen_versi_id=aksi),
        indikator_id__in=[v.indikator_id for v in indikator],
        unit_id=unit_id,
        ditarik=False,
    )
    return Rencana(indikator, tuple(target), aksi is not None)
