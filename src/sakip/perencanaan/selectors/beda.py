"""What changed from one version of a plan to another: four full joins, differences only."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenVersi

# Columns of a node whose change means that it says something else, or that another answers for it.
KOLOM_SIMPUL = (
    "uraian",
    "jenis",
    "nomenklatur",
    "induk_id",
    "pemilik_id",
    "jabatan_id",
    "tema",
)
SQL_SIMPUL = f"""
SELECT s.kode, coalesce(b.jenis, a.jenis), a.uraian, b.uraian, ia.kode, ib.kode,
       array_remove(ARRAY[{
    ", ".join(f"CASE WHEN a.{k} IS DISTINCT FROM b.{k} THEN '{k}' END" for k in KOLOM_SIMPUL)
}], NULL)
FROM (SELECT * FROM perencanaan_simpulversi WHERE dokumen_versi_id = %(lama)s) a
FULL JOIN (SELECT * FROM perencanaan_simpulversi WHERE dokumen_versi_id = %(baru)s) b
     USING (simpul_id)
JOIN perencanaan_simpul s ON s.id = simpul_id
LEFT JOIN perencanaan_simpul ia ON ia.id = a.induk_id
LEFT JOIN perencanaan_simpul ib ON ib.id = b.induk_id
WHERE {" OR ".join(f"a.{k} IS DISTINCT FROM b.{k}" for k in KOLOM_SIMPUL)}
ORDER BY coalesce(b.urutan, a.urutan), s.kode
"""  # noqa: S608 - names of our own columns only
# Columns of a wording whose change means that something else is promised or measured.
KOLOM = (
    "nama",
    "satuan",
    "arah",
    "jenis_nilai",
    "agregasi",
    "definisi",
    "rumus",
    "sumber_data",
    "iku",
    "simpul_id",
    "pengampu_id",
    "frekuensi",
    "cara",
    "komponen",
    "baseline_teks",
    "pilahan",
    "pustaka_id",
)
SQL_INDIKATOR = f"""
SELECT i.kode, coalesce(b.nama, a.nama), a.id IS NULL, b.id IS NULL,
       array_remove(ARRAY[{
    ", ".join(f"CASE WHEN a.{k} IS DISTINCT FROM b.{k} THEN '{k}' END" for k in KOLOM)
}], NULL)
FROM (SELECT * FROM perencanaan_indikatorversi WHERE dokumen_versi_id = %(lama)s) a
FULL JOIN (SELECT * FROM perencanaan_indikatorversi WHERE dokumen_versi_id = %(baru)s) b
     USING (indikator_id)
JOIN perencanaan_indikator i ON i.id = indikator_id
WHERE {" OR ".join(f"a.{k} IS DISTINCT FROM b.{k}" for k in KOLOM)}
ORDER BY coalesce(b.urutan, a.urutan), i.kode
"""  # noqa: S608 - names of our own columns only
SQL_TARGET = """
SELECT i.kode, v.nama, v.satuan, p.tahun, p.jenis, p.nomor, a.teks, b.teks
FROM (SELECT * FROM perencanaan_targetversi WHERE dokumen_versi_id = %(lama)s AND NOT ditarik) a
FULL JOIN (SELECT * FROM perencanaan_targetversi
           WHERE dokumen_versi_id = %(baru)s AND NOT ditarik) b
     USING (indikator_id, unit_id, periode_id)
JOIN perencanaan_indikator i ON i.id = indikator_id
JOIN organisasi_periode p ON p.id = periode_id
JOIN LATERAL (SELECT nama, satuan, urutan FROM perencanaan_indikatorversi
              WHERE indikator_id = i.id AND dokumen_versi_id IN (%(lama)s, %(baru)s)
              ORDER BY dokumen_versi_id = %(baru)s DESC LIMIT 1) v ON true
WHERE a.teks IS DISTINCT FROM b.teks
ORDER BY v.urutan, i.kode, p.mulai
"""

SQL_PAGU = """
SELECT s.kode, v.uraian, tahun, a.rupiah, b.rupiah
FROM (SELECT * FROM perencanaan_pagusimpul WHERE dokumen_versi_id = %(lama)s) a
FULL JOIN (SELECT * FROM perencanaan_pagusimpul WHERE dokumen_versi_id = %(baru)s) b
     USING (simpul_id, tahun)
JOIN perencanaan_simpul s ON s.id = simpul_id
JOIN LATERAL (SELECT uraian, urutan FROM perencanaan_simpulversi
              WHERE simpul_id = s.id AND dokumen_versi_id IN (%(lama)s, %(baru)s)
              ORDER BY dokumen_versi_id = %(baru)s DESC LIMIT 1) v ON true
WHERE a.rupiah IS DISTINCT FROM b.rupiah
ORDER BY v.urutan, s.kode, tahun
"""


@dataclass(frozen=True, slots=True)
class BedaSimpul:
    """A node that only one version has, or that they say otherwise; ``None``: it is not there.

    ``kolom`` names what differs.
    """

    kode: str
    jenis: str
    lama: str | None
    baru: str | None
    induk_lama: str | None
    induk_baru: str | None
    kolom: list[str]


@dataclass(frozen=True, slots=True)
class BedaIndikator:
    """An indicator that came, went, or is worded otherwise in the columns named."""

    kode: str
    nama: str
    datang: bool
    pergi: bool
    kolom: list[str]


@dataclass(frozen=True, slots=True)
class BedaTarget:
    """A target of a period that differs."""

    kode: str
    nama: str
    satuan: str
    tahun: int
    jenis: str
    nomor: int
    lama: str | None
    baru: str | None


@dataclass(frozen=True, slots=True)
class BedaPagu:
    """Indicative rupiah of a node's year that differs; ``None``: that version has none."""

    kode: str
    uraian: str
    tahun: int
    lama: Decimal | None
    baru: Decimal | None


@dataclass(frozen=True, slots=True)
class BedaVersi:
    """All differences of two versions."""

    simpul: list[BedaSimpul]
    indikator: list[BedaIndikator]
    target: list[BedaTarget]
    pagu: list[BedaPagu]

    @property
    def banyak(self) -> int:
        return len(self.simpul) + len(self.indikator) + len(self.target) + len(self.pagu)


def beda_versi(
    lingkup: Lingkup, unit: UnitTampak, lama: DokumenVersi, baru: DokumenVersi
) -> BedaVersi:
    """Nodes, wordings, targets and money on which two versions of a unit disagree. Four queries."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    if {lama.dokumen.unit_id, baru.dokumen.unit_id} != {unit.id}:
        return BedaVersi([], [], [], [])
    kunci = {"lama": lama.pk, "baru": baru.pk}
    with connection.cursor() as kursor:
        kursor.execute(SQL_SIMPUL, kunci)
        simpul = [BedaSimpul(*b) for b in kursor.fetchall()]
        kursor.execute(SQL_INDIKATOR, kunci)
        indikator = [BedaIndikator(*b) for b in kursor.fetchall()]
        kursor.execute(SQL_TARGET, kunci)
        target = [BedaTarget(*b) for b in kursor.fetchall()]
        kursor.execute(SQL_PAGU, kunci)
        pagu = [BedaPagu(*b) for b in kursor.fetchall()]
    return BedaVersi(simpul, indikator, target, pagu)
