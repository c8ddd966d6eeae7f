"""When acts are open, which days are free, and who stands in for whom."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.izin import Peran
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat


@beriwayat()
class HariLibur(models.Model):
    """A public holiday or joint leave, the same for every instansi (SKB 3 Menteri of its year)."""

    tanggal = models.DateField(unique=True)
    nama = models.CharField(max_length=150)
    sumber = models.TextField(default="", blank=True)


class JenisJadwal(models.TextChoices):
    """What a window opens."""

    PENGUKURAN = "pengukuran", _("pengisian pengukuran")
    EVALUASI_MANDIRI = "evaluasi_mandiri", _("evaluasi mandiri")
    EVALUASI_LUAR = "evaluasi_luar", _("pembacaan evaluator luar")


@beriwayat()
class Jadwal(ModelBerversi):
    """A window: from ``mulai`` to ``selesai``, both days included, with the basis it rests on.

    A window of measurement belongs to one period (the quarter it closes); the others to a year.
    ``alasan`` says why its days were moved, once they were.
    """

    jenis = models.CharField(max_length=20, choices=JenisJadwal.choices)
    periode = models.ForeignKey(
        "organisasi.Periode", on_delete=models.PROTECT, null=True, related_name="+"
    )
    tahun = models.PositiveSmallIntegerField()
    mulai = models.DateField()
    selesai = models.DateField()
    dasar = models.TextField()
    alasan = models.TextField(default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            models.UniqueConstraint(
                fields=["instansi", "jenis", "tahun", "periode"],
                nulls_distinct=False,
                name="organisasi_jadwal_satu",
            ),
            models.CheckConstraint(
                condition=Q(selesai__gte=F("mulai")), name="organisasi_jadwal_urut"
            ),
        ]


@beriwayat()
class Perpanjangan(ModelInstansi):
    """Leave for one unit to act after a window has closed, with its reason. Kept for ever.

    ``nomor``: of the letter that gives it, where there is one.
    """

    jadwal = models.ForeignKey(Jadwal, on_delete=models.PROTECT, related_name="perpanjangan")
    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    sampai = models.DateField()
    alasan = models.TextField()
    nomor = models.CharField(max_length=100, default="", blank=True)
    diberikan_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "jadwal"),
                ke="organisasi.Jadwal",
                name="organisasi_perpanjangan_jadwal_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="organisasi_perpanjangan_unit_instansi",
            ),
        ]


@beriwayat()
class Pengganti(ModelInstansi):
    """A named substitute: acts as ``peran`` of a unit where its holder acted as checker before.

    It gives no right of its own: an act asks for it only when maker ≠ checker bars the holder.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    peran = models.CharField(max_length=40, choices=[(p.value, p.value) for p in Peran])
    pengguna = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    masa = DateRangeField()
    dasar = models.TextField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="organisasi_pengganti_unit_instansi",
            ),
            ExclusionConstraint(
                name="organisasi_pengganti_tanpa_tindih",
                expressions=[
                    ("unit", RangeOperators.EQUAL),
                    ("peran", RangeOperators.EQUAL),
                    ("masa", RangeOperators.OVERLAPS),
                ],
            ),
        ]
