"""The budget as the treasurer's system exports it: DPA, pergeseran, DPPA, line by line."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


class TahapAnggaran(models.TextChoices):
    """Stages of a year's budget."""

    MURNI = "murni", _("DPA murni")
    PERGESERAN = "pergeseran", _("DPA pergeseran")
    PERUBAHAN = "perubahan", _("DPPA")


@beriwayat()
class DokumenAnggaran(ModelBerversi):
    """A DPA, its shift, or a DPPA of a unit: the gate of the perjanjian kinerja (53/2014, Lamp. I).

    ``nomor`` counts within the year; the highest is in force.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    tahap = models.CharField(max_length=12, choices=TahapAnggaran.choices)
    nomor_dokumen = models.CharField(max_length=80)
    disahkan = models.DateField()
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)
    ditarik = models.BooleanField(default=False)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perencanaan_anggaran_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "nomor"], name="perencanaan_anggaran_nomor"
            ),
        ]


class TingkatRincian(models.TextChoices):
    """Levels of a budget line."""

    PROGRAM = "program", _("program")
    KEGIATAN = "kegiatan", _("kegiatan")
    SUBKEGIATAN = "subkegiatan", _("sub-kegiatan")


@beriwayat()
class RincianAnggaran(ModelInstansi):
    """One line: official code, name, full rupiah, and the output it pays for, where printed."""

    anggaran = models.ForeignKey(DokumenAnggaran, on_delete=models.PROTECT, related_name="rincian")
    kode = models.CharField(max_length=30)
    nama = models.TextField()
    tingkat = models.CharField(max_length=12, choices=TingkatRincian.choices)
    rupiah = BidangAngka()
    sumber_dana = models.CharField(max_length=60, default="", blank=True)
    keluaran = BidangAngka(null=True)
    keluaran_satuan = models.CharField(max_length=60, default="", blank=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "anggaran"),
                ke="perencanaan.DokumenAnggaran",
                name="perencanaan_rincian_anggaran_instansi",
            ),
            models.UniqueConstraint(fields=["anggaran", "kode"], name="perencanaan_rincian_kode"),
            models.CheckConstraint(
                condition=Q(rupiah__gte=0), name="perencanaan_rincian_tidak_negatif"
            ),
        ]
