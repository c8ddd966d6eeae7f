"""What each unit has done in each year, over all stages, in one query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db import connection
from django.utils.timezone import get_current_timezone_name

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisJadwal
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import JenisDokumen


@dataclass(frozen=True, slots=True)
class Jejak:
    """The state of one record: a version, an agreement, a sheet, a report, an evaluation.

    ``nomor`` orders records of a kind (version, quarter); ``terlambat`` counts working days, -1 is
    not known; ``teks`` is a predikat or a reason, ``tanggal`` the day of the act of law. A decision
    on money (``KEPUTUSAN``) has no state: ``keadaan`` is the id of the indicator it names.
    """

    keadaan: str
    nomor: int
    tanggal: date | None
    terlambat: int
    teks: str


KEPUTUSAN = "keputusan"  # beside the six stages, and none of them
JejakTahun = dict[str, list[Jejak]]
SEKITAR = timedelta(days=90)  # lateness is counted in working days; after a quarter it is plain

# Written out, with one array for all units: the server then plans it once for all callers, while
# ten joined querysets took longer to put together than the rows take to find.
SQL_JEJAK = """
SELECT 'rencana', d.unit_id, d.tahun_mulai, v.sifat_versi, v.nomor, v.ditetapkan, -1, ''
  FROM perencanaan_dokumenversi v JOIN perencanaan_dokumenperencanaan d ON d.id = v.dokumen_id
 WHERE d.unit_id = ANY(%(unit)s) AND d.tahun_mulai = ANY(%(tahun)s) AND d.jenis = %(renja)s
UNION ALL
SELECT 'anggaran', unit_id, tahun, tahap, nomor, disahkan, -1, ''
  FROM perencanaan_dokumenanggaran
 WHERE unit_id = ANY(%(unit)s) AND tahun = ANY(%(tahun)s) AND NOT ditarik
UNION ALL
SELECT 'perjanjian', unit_id, tahun, keadaan, nomor, tanggal_kedua, -1, sebab
  FROM perjanjian_perjanjiankinerja
 WHERE unit_id = ANY(%(unit)s) AND tahun = ANY(%(tahun)s)
UNION ALL
SELECT 'aksi', a.unit_id, a.tahun, a.keadaan, a.nomor, v.ditetapkan, -1, ''
  FROM perjanjian_rencanaaksi a LEFT JOIN perencanaan_dokumenversi v ON v.id = a.dokumen_versi_id
 WHERE a.unit_id = ANY(%(unit)s) AND a.tahun = ANY(%(tahun)s)
UNION ALL
SELECT 'pengukuran', l.unit_id, p.tahun, l.keadaan, p.nomor, NULL,
       coalesce(l.hari_terlambat, -1), ''
  FROM pengukuran_lembarpengukuran l JOIN organisasi_periode p ON p.id = l.periode_id
 WHERE l.unit_id = ANY(%(unit)s) AND p.tahun = ANY(%(tahun)s)
UNION ALL
SELECT 'laporan', unit_id, tahun, keadaan, nomor,
       (disampaikan_pada AT TIME ZONE %(zona)s)::date, coalesce(hari_terlambat, -1), ''
  FROM pelaporan_laporankinerja
 WHERE unit_id = ANY(%(unit)s) AND tahun = ANY(%(tahun)s)
UNION ALL
SELECT 'evaluasi', unit_id, tahun_kinerja, keadaan, 1, diterbitkan, -1, predikat
  FROM evaluasi_evaluasi
 WHERE unit_id = ANY(%(unit)s) AND tahun_kinerja = ANY(%(tahun)s)
UNION ALL
SELECT 'keputusan', unit_id, tahun, indikator_id::text, 0, tanggal, -1, ''
  FROM manfaat_keputusananggaran
 WHERE unit_id = ANY(%(unit)s) AND tahun = ANY(%(tahun)s)
   AND indikator_id IS NOT NULL AND tanggal IS NOT NULL
UNION ALL
SELECT 'jadwal', 0, j.tahun, j.jenis, p.nomor, j.selesai, -1, ''
  FROM organisasi_jadwal j LEFT JOIN organisasi_periode p ON p.id = j.periode_id
 WHERE j.instansi_id = %(instansi)s AND j.jenis = %(pengukuran)s AND j.tahun = ANY(%(tahun)s)
UNION ALL
SELECT 'libur', 0, 0, '', 0, tanggal, -1, ''
  FROM organisasi_harilibur WHERE tanggal BETWEEN %(sejak)s AND %(pada)s
"""


def jejak_tahun(
    lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: Sequence[int]
) -> dict[tuple[int, int], JejakTahun]:
    """Records of these units (those in reach) and years, by (unit id, year) and stage. One query.

    Within a stage the earliest number comes first. Under unit 0 stand the windows of measurement of
    a year (stage ``jadwal``: number of the quarter, last day) and the holidays around today.
    """
    isian: dict[str, Any] = {
        "unit": [u.id for u in unit if lingkup.boleh(Tindakan.LIHAT_KINERJA, u.jalur)],
        "tahun": list(tahun),
        "instansi": lingkup.instansi_id,
        "zona": get_current_timezone_name(),
        "renja": JenisDokumen.RENJA.value,
        "pengukuran": JenisJadwal.PENGUKURAN.value,
        "sejak": lingkup.pada - SEKITAR,
        "pada": lingkup.pada,
    }
    hasil: dict[tuple[int, int], JejakTahun] = {}
    with connection.cursor() as kursor:
        kursor.execute(SQL_JEJAK, isian)
        for tahap, unit_id, t, *isi in kursor.fetchall():
            hasil.setdefault((unit_id, t), {}).setdefault(tahap, []).append(Jejak(*isi))
    for per_tahap in hasil.values():
        for daftar in per_tahap.values():
            daftar.sort(key=lambda j: j.nomor)
    return hasil
