"""The budget of a unit: its documents in order, the lines of each, and what changed between two."""

from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenAnggaran, RincianAnggaran, TingkatRincian


def daftar_anggaran(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[DokumenAnggaran]:
    """Budgets of a unit's year in the order they came, without withdrawn ones. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    return list(
        DokumenAnggaran.objects.filter(unit_id=unit.id, tahun=tahun, ditarik=False).order_by(
            "nomor"
        )
    )


def anggaran_berlaku(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> DokumenAnggaran | None:
    """The budget in force: the last that came and was not withdrawn. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    return (
        DokumenAnggaran.objects.filter(unit_id=unit.id, tahun=tahun, ditarik=False)
        .order_by("-nomor")
        .first()
    )


def rincian_anggaran(
    lingkup: Lingkup, unit: UnitTampak, anggaran: DokumenAnggaran | None
) -> list[RincianAnggaran]:
    """Lines of one document of this unit by code; none without a document. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    if anggaran is None:
        return []
    return list(
        RincianAnggaran.objects.filter(anggaran=anggaran, anggaran__unit_id=unit.id).order_by(
            "kode"
        )
    )


@dataclass(frozen=True, slots=True)
class BarisAnggaran:
    """One code across all documents of a year: an amount for each, ``None`` where it is absent."""

    kode: str
    nama: str
    tingkat: str
    rupiah: tuple[Decimal | None, ...]
    keluaran: tuple[Decimal | None, ...]
    satuan: str

    @property
    def selisih(self) -> Decimal:
        """Last document against the first."""
        return (self.rupiah[-1] or Decimal(0)) - (self.rupiah[0] or Decimal(0))

    @property
    def keluaran_berubah(self) -> bool:
        return self.keluaran[0] != self.keluaran[-1]


def baris_anggaran(
    lingkup: Lingkup, unit: UnitTampak, dokumen: list[DokumenAnggaran]
) -> list[BarisAnggaran]:
    """Lines of several documents side by side, by code. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    letak = {d.pk: n for n, d in enumerate(dokumen)}
    menurut_kode: dict[str, dict[int, RincianAnggaran]] = {}
    for r in RincianAnggaran.objects.filter(
        anggaran_id__in=letak, anggaran__unit_id=unit.id
    ).order_by("kode"):
        menurut_kode.setdefault(r.kode, {})[letak[r.anggaran_id]] = r
    hasil = []
    for kode, ada in menurut_kode.items():
        akhir = ada[max(ada)]
        urut = [ada.get(n) for n in range(len(dokumen))]
        hasil.append(
            BarisAnggaran(
                kode=kode,
                nama=akhir.nama,
                tingkat=akhir.tingkat,
                rupiah=tuple(r.rupiah if r else None for r in urut),
                keluaran=tuple(r.keluaran if r else None for r in urut),
                satuan=next((r.keluaran_satuan for r in urut if r and r.keluaran_satuan), ""),
            )
        )
    return hasil


def jumlah_anggaran(baris: list[BarisAnggaran], banyak: int) -> tuple[Decimal, ...]:
    """Sums of each document over its programmes. No query."""
    return tuple(
        sum(
            (b.rupiah[n] or Decimal(0) for b in baris if b.tingkat == TingkatRincian.PROGRAM),
            Decimal(0),
        )
        for n in range(banyak)
    )


@dataclass(frozen=True, slots=True)
class BedaAnggaran:
    """A line that two documents disagree on; ``None``: one of them does not have it."""

    kode: str
    nama: str
    tingkat: str
    lama: Decimal | None
    baru: Decimal | None
    keluaran_lama: Decimal | None
    keluaran_baru: Decimal | None


SQL_BEDA = """
SELECT coalesce(b.kode, a.kode), coalesce(b.nama, a.nama), coalesce(b.tingkat, a.tingkat),
       a.rupiah, b.rupiah, a.keluaran, b.keluaran
FROM (SELECT * FROM perencanaan_rinciananggaran WHERE anggaran_id = %s) a
FULL JOIN (SELECT * FROM perencanaan_rinciananggaran WHERE anggaran_id = %s) b USING (kode)
WHERE a.rupiah IS DISTINCT FROM b.rupiah OR a.keluaran IS DISTINCT FROM b.keluaran
ORDER BY 1
"""


def beda_anggaran(
    lingkup: Lingkup, unit: UnitTampak, lama: DokumenAnggaran, baru: DokumenAnggaran
) -> list[BedaAnggaran]:
    """Lines on which two documents of this unit disagree, by code. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    if {lama.unit_id, baru.unit_id} != {unit.id}:
        return []
    with connection.cursor() as kursor:
        kursor.execute(SQL_BEDA, [lama.pk, baru.pk])
        return [BedaAnggaran(*baris) for baris in kursor.fetchall()]
