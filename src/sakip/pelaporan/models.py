"""The performance report: sections with their author, what it was made of, and its hand-over."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


class KeadaanLaporan(models.TextChoices):
    """States of a report: written, checked within the unit, approved, handed in."""

    KONSEP = "konsep", _("konsep")
    DIAJUKAN = "diajukan", _("diajukan")
    DIKEMBALIKAN = "dikembalikan", _("dikembalikan")
    DISETUJUI = "disetujui", _("disetujui")
    DISAMPAIKAN = "disampaikan", _("disampaikan")


@beriwayat()
class LaporanKinerja(ModelBerversi):
    """A unit's report on a year (PermenPANRB 53/2014, Lamp. II).

    Its figures are drawn when it is handed in; a reader later sees whether they have moved since.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField(default=1)
    keadaan = models.CharField(
        max_length=14, choices=KeadaanLaporan.choices, default=KeadaanLaporan.KONSEP
    )
    dokumen = models.ForeignKey(
        "arsip.DokumenTerbit", on_delete=models.PROTECT, null=True, related_name="+"
    )
    disampaikan_pada = models.DateTimeField(null=True)
    hari_terlambat = models.PositiveSmallIntegerField(null=True)
    tanda_terima = models.CharField(max_length=60, default="", blank=True)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen"),
                ke="arsip.DokumenTerbit",
                name="pelaporan_laporankinerja_dokumen_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pelaporan_laporan_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "nomor"], name="pelaporan_laporan_nomor"
            ),
        ]


@beriwayat()
class BagianLaporan(ModelBerversi):
    """One narrative section. ``kemiripan`` with last year's text (0..100) asks for an answer."""

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.PROTECT, related_name="bagian")
    kode = models.CharField(max_length=60)
    teks = models.TextField(default="", blank=True)
    penulis = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    ditulis_pada = models.DateTimeField()
    kemiripan = BidangAngka(null=True)
    tanggapan_kemiripan = models.TextField(default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "laporan"),
                ke="pelaporan.LaporanKinerja",
                name="pelaporan_bagian_instansi",
            ),
            models.UniqueConstraint(fields=["laporan", "kode"], name="pelaporan_bagian_satu"),
            models.CheckConstraint(
                condition=Q(kemiripan__isnull=True) | Q(kemiripan__gte=0, kemiripan__lte=100),
                name="pelaporan_bagian_kemiripan_0_100",
            ),
        ]


class RiwayatLaporan(RiwayatAlur):
    """Acts on a report."""

    laporan = models.ForeignKey(LaporanKinerja, on_delete=models.PROTECT, related_name="riwayat")


@beriwayat()
class CetakMassal(ModelInstansi):
    """Printing the reports of many units in the background; progress is read off its results."""

    tahun = models.PositiveSmallIntegerField()
    diminta_pada = models.DateTimeField()
    oleh = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")


@beriwayat()
class HasilCetak(ModelInstansi):
    """One unit's draft of a mass printing: the file, or the sentence why there is none."""

    cetak = models.ForeignKey(CetakMassal, on_delete=models.PROTECT, related_name="hasil")
    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    berkas = models.ForeignKey(
        "arsip.Berkas", on_delete=models.PROTECT, null=True, related_name="+"
    )
    sebab = models.TextField(default="", blank=True)
    selesai_pada = models.DateTimeField(null=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "cetak"),
                ke="pelaporan.CetakMassal",
                name="pelaporan_hasilcetak_cetak_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pelaporan_hasilcetak_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "berkas"),
                ke="arsip.Berkas",
                name="pelaporan_hasilcetak_berkas_instansi",
            ),
            models.UniqueConstraint(fields=["cetak", "unit"], name="pelaporan_hasilcetak_satu"),
        ]
