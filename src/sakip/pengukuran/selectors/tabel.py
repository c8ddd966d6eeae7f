"""The regency-wide table: every figure of one period in the caller's reach."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count, F, OrderBy, Q, QuerySet
from django.db.models.expressions import CombinedExpression

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.pengukuran.models import SAH, CapaianMutakhir, RingkasanUnit

URUTAN = {
    "unit": "unit__susunan__nama",
    "indikator": "indikator_versi__nama",
    "capaian": "capaian",
    "status": "status",
}


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the regency-wide table shows; everything of it stands in the address."""

    periode_id: int
    unit: str = ""
    status: str = ""
    kategori: str = ""
    cari: str = ""
    urut: str = "unit"

    @property
    def menurut_unit(self) -> bool:
        """Whether rows of one unit stand together (also for an order nobody knows)."""
        return self.urut.lstrip("-") not in URUTAN or self.urut.lstrip("-") == "unit"

    @property
    def menurun(self) -> bool:
        return self.urut.startswith("-")


def tabel_kinerja(lingkup: Lingkup, saringan: Saringan) -> QuerySet[CapaianMutakhir]:
    """Rows of the regency-wide table in the caller's reach, sorted. One query a page."""
    baris = CapaianMutakhir.objects.filter(dalam_jangkauan(lingkup), periode_id=saringan.periode_id)
    if saringan.unit:
        baris = baris.filter(unit__slug=saringan.unit)
    if saringan.status:
        baris = baris.filter(status=saringan.status)
    if saringan.kategori:
        # What does not count yet stands in no category, whatever it would be.
        baris = baris.filter(SAH, kategori=saringan.kategori)
    if saringan.cari:
        baris = baris.filter(indikator_versi__nama__icontains=saringan.cari)
    return (
        baris.select_related("indikator_versi")
        .only(
            "target_teks",
            "realisasi_teks",
            "status",
            "keadaan",
            "sementara",
            "kategori",
            "capaian",
            "sifat",
            "snapshot_uuid",
            "indikator_versi__nama",
            "indikator_versi__satuan",
        )
        .annotate(nama_unit=F("unit__susunan__nama"), slug_unit=F("unit__slug"))
        .order_by(*_urutan(saringan))
    )


def _urutan(saringan: Saringan) -> tuple[OrderBy | str, str, str]:
    nama = "unit" if saringan.menurut_unit else saringan.urut.lstrip("-")
    kolom = F(URUTAN[nama])
    arah = kolom.desc(nulls_last=True) if saringan.menurun else kolom.asc(nulls_last=True)
    if saringan.menurut_unit:
        return arah, "unit_id", "indikator_id"
    return arah, "indikator_id", "unit_id"


def jumlah_menurut_unit(lingkup: Lingkup, saringan: Saringan) -> dict[int, int]:
    """How many rows of the table each unit has, in the order of the units in it. One query.

    Read off the summaries where they know it, else counted.
    """
    kolom = _kolom_ringkasan(saringan)
    if kolom is None:
        urut = _urutan(saringan if saringan.menurut_unit else Saringan(saringan.periode_id))[:2]
        baris = tabel_kinerja(lingkup, saringan).order_by(*urut).values_list("unit_id")
        return dict(baris.annotate(banyak=Count("id")))
    ringkasan = RingkasanUnit.objects.filter(
        dalam_jangkauan(lingkup), periode_id=saringan.periode_id
    )
    if saringan.unit:
        ringkasan = ringkasan.filter(unit__slug=saringan.unit)
    nama = F("unit__susunan__nama")
    urutan = nama.desc() if saringan.menurun and saringan.menurut_unit else nama.asc()
    isi = ringkasan.order_by(urutan, "unit_id").values_list("unit_id", kolom)
    if saringan.kategori:
        return {unit: menurut.get(saringan.kategori, 0) for unit, menurut in isi}
    return dict(isi)


def _kolom_ringkasan(saringan: Saringan) -> str | CombinedExpression | None:
    """The column of the summaries that counts the rows asked for, if there is one."""
    if saringan.cari or (saringan.status and saringan.kategori):
        return None
    if saringan.kategori:
        return "menurut_kategori"
    if saringan.status == "terhitung":
        return F("terhitung") + F("sementara")
    return {"": "jumlah", "belum_diisi": "belum_diisi"}.get(saringan.status)


def potong_tabel(
    lingkup: Lingkup, saringan: Saringan, jumlah: Mapping[int, int], bagian: slice
) -> list[CapaianMutakhir]:
    """Rows ``bagian`` (a slice of plain numbers) of the table. One query.

    ``jumlah`` is ``jumlah_menurut_unit`` of the same table: where rows stand unit by unit, only
    the units of this page are read, however far down it is.
    """
    baris = tabel_kinerja(lingkup, saringan)
    if not saringan.menurut_unit:
        return list(baris[bagian])
    lewat, awal, kena = 0, bagian.start, []
    for unit, banyak in jumlah.items():
        if lewat + banyak > bagian.start and lewat < bagian.stop:
            awal = min(awal, lewat)
            kena.append(unit)
        lewat += banyak
    geser = bagian.start - awal
    return list(baris.filter(unit_id__in=kena)[geser : geser + bagian.stop - bagian.start])


def dalam_jangkauan(lingkup: Lingkup) -> Q:
    """Condition on rows of a unit: it stands today below one whose figures the caller may see.

    It also binds the rows to the instansi. Give it to the first ``filter``, so that the place in
    the tree is joined once.
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA)
    syarat = Q(pk__in=())
    for jalur in lingkup.jalur_untuk(Tindakan.LIHAT_KINERJA):
        syarat |= Q(unit__susunan__jalur__startswith=jalur)
    return syarat & Q(instansi_id=lingkup.instansi_id, unit__susunan__masa__contains=lingkup.pada)
