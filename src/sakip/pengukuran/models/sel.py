"""What hangs on one cell beside its figure: remarks, and the same figure broken down."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat


@beriwayat()
class KomentarAngka(ModelBerversi):
    """A remark on a cell, open until somebody calls it settled.

    It belongs to the cell and not to its figure: an empty cell may be remarked upon too.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="+"
    )
    periode = models.ForeignKey("organisasi.Periode", on_delete=models.PROTECT, related_name="+")
    isi = models.TextField()
    penulis = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    selesai_oleh = models.ForeignKey(
        "akun.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )
    selesai_pada = models.DateTimeField(null=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pengukuran_komentar_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="pengukuran_komentar_indikator_instansi",
            ),
            models.CheckConstraint(
                condition=Q(selesai_oleh__isnull=True, selesai_pada__isnull=True)
                | Q(selesai_oleh__isnull=False, selesai_pada__isnull=False),
                name="pengukuran_komentar_selesai",
            ),
        ]


@beriwayat()
class PilahanAngka(ModelBerversi):
    """A figure broken down by one dimension; ``penjelasan``: why its parts do not add up."""

    realisasi = models.ForeignKey(
        "pengukuran.Realisasi", on_delete=models.PROTECT, related_name="pilahan"
    )
    dimensi = models.CharField(max_length=40)
    penjelasan = models.TextField(default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "realisasi"),
                ke="pengukuran.Realisasi",
                name="pengukuran_pilahan_realisasi_instansi",
            ),
            models.UniqueConstraint(
                fields=["realisasi", "dimensi"], name="pengukuran_pilahan_satu"
            ),
        ]


@beriwayat()
class BagianPilahan(ModelInstansi):
    """One component of one category of a breakdown. Zero is an answer; no row is not."""

    class Komponen(models.TextChoices):
        NILAI = "nilai", _("nilai")
        PEMBILANG = "pembilang", _("pembilang")
        PENYEBUT = "penyebut", _("penyebut")

    pilahan = models.ForeignKey(PilahanAngka, on_delete=models.PROTECT, related_name="bagian")
    kategori = models.CharField(max_length=60)
    komponen = models.CharField(max_length=12, choices=Komponen.choices)
    nilai = BidangAngka()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "pilahan"),
                ke="pengukuran.PilahanAngka",
                name="pengukuran_bagian_pilahan_instansi",
            ),
            models.UniqueConstraint(
                fields=["pilahan", "kategori", "komponen"], name="pengukuran_bagian_satu"
            ),
        ]
