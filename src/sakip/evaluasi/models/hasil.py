"""Evaluation. Results of others are recorded with their source; nothing recomputes them."""

from django.db import models
from django.db.models import Q

from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


@beriwayat()
class HasilEvaluasiLuar(ModelBerversi):
    """A published evaluation result: year measured, year evaluated, and day of handing over.

    ``tahun_tercetak`` is the year the source prints beside it, whatever it means by that.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun_tercetak = models.PositiveSmallIntegerField()
    tahun_kinerja = models.PositiveSmallIntegerField(null=True)
    tahun_kinerja_disimpulkan = models.BooleanField(default=False)
    tahun_evaluasi = models.PositiveSmallIntegerField(null=True)
    tanggal_penyerahan = models.DateField(null=True)
    penilai = models.CharField(max_length=120, default="", blank=True)
    nilai = BidangAngka(null=True)
    predikat = models.CharField(max_length=4, default="", blank=True)
    sumber = models.JSONField(default=list)
    satu_sumber = models.BooleanField(default=False)
    catatan = models.TextField(default="", blank=True)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.TERBIT)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="evaluasi_hasil_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun_tercetak", "penilai"], name="evaluasi_hasil_satu"
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lte=100),
                name="evaluasi_hasil_nilai_0_100",
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=False) | ~Q(predikat=""),
                name="evaluasi_hasil_nilai_atau_predikat",
            ),
        ]
