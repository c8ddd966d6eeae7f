"""What plans draw on: the national nomenclature, and indicators that units share."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import Q
from django.db.models.functions import Lower
from django.utils.translation import gettext_lazy as _

from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.perencanaan.models.dokumen import Agregasi, Arah, Frekuensi, JenisNilai


class TingkatNomenklatur(models.TextChoices):
    """Levels of the national list."""

    URUSAN = "urusan", _("urusan")
    BIDANG = "bidang", _("bidang urusan")
    PROGRAM = "program", _("program")
    KEGIATAN = "kegiatan", _("kegiatan")
    SUBKEGIATAN = "subkegiatan", _("sub-kegiatan")


@beriwayat()
class Nomenklatur(ModelInstansi):
    """One line of the national list, as the instansi loaded it; ``tahun`` is when it began.

    ``berlaku_sampai`` is the last year of a code that is used no more, ``pengganti`` the code that
    stands in its place, so that old plans can be read on.
    """

    kode = models.CharField(max_length=30)
    tingkat = models.CharField(max_length=12, choices=TingkatNomenklatur.choices)
    nama = models.TextField()
    kinerja = models.TextField(default="", blank=True)
    indikator = models.TextField(default="", blank=True)
    satuan = models.CharField(max_length=120, default="", blank=True)
    definisi = models.TextField(default="", blank=True)
    tahun = models.PositiveSmallIntegerField()
    berlaku_sampai = models.PositiveSmallIntegerField(null=True)
    pengganti = models.CharField(max_length=30, default="", blank=True)
    sumber = models.TextField(default="", blank=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            models.UniqueConstraint(
                fields=["instansi", "kode"], name="perencanaan_nomenklatur_kode"
            ),
        ]
        indexes = [
            GinIndex(
                OpClass(Lower("nama"), name="gin_trgm_ops"), name="perencanaan_nomenklatur_cari"
            )
        ]


@beriwayat()
class PustakaIndikator(ModelBerversi):
    """An indicator defined once and taken up by many units.

    ``jenis_unit`` lists the kinds of unit it is meant for (none: all); ``nomenklatur`` the official
    code it measures, where it comes from the national list.
    """

    kode = models.SlugField(max_length=160)
    nama = models.TextField()
    satuan = models.CharField(max_length=60, default="", blank=True)
    arah = models.CharField(max_length=12, choices=Arah.choices)
    jenis_nilai = models.CharField(max_length=10, choices=JenisNilai.choices)
    agregasi = models.CharField(max_length=20, choices=Agregasi.choices, default=Agregasi.TERAKHIR)
    frekuensi = models.CharField(
        max_length=10, choices=Frekuensi.choices, default=Frekuensi.TAHUNAN
    )
    definisi = models.TextField(default="", blank=True)
    rumus = models.TextField(default="", blank=True)
    sumber_data = models.TextField(default="", blank=True)
    komponen = models.JSONField(default=dict, blank=True)
    pilahan = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    jenis_unit = ArrayField(models.CharField(max_length=20), default=list, blank=True)
    nomenklatur = models.CharField(max_length=30, default="", blank=True)
    asal = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    ditarik = models.BooleanField(default=False)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "asal"),
                ke="organisasi.UnitKerja",
                name="perencanaan_pustaka_asal_instansi",
            ),
            models.UniqueConstraint(fields=["instansi", "kode"], name="perencanaan_pustaka_kode"),
            models.CheckConstraint(condition=~Q(nama=""), name="perencanaan_pustaka_bernama"),
        ]
