"""Tables that people bring: read, looked at, applied whole or not at all, taken back."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi
from sakip.bersama.riwayat import beriwayat


class KeadaanImpor(models.TextChoices):
    """States of a batch."""

    PRATINJAU = "pratinjau", _("pratinjau")
    DITERAPKAN = "diterapkan", _("diterapkan")
    DIBATALKAN = "dibatalkan", _("dibatalkan")
    DIBUANG = "dibuang", _("dibuang")


@beriwayat("ringkasan")
class BetsImpor(ModelBerversi):
    """One uploaded table. ``ringkasan`` counts rows by what applying them does."""

    jenis = models.CharField(max_length=30)
    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    nama_berkas = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    ukuran = models.PositiveIntegerField()
    opsi = models.JSONField(default=dict)
    keadaan = models.CharField(
        max_length=12, choices=KeadaanImpor.choices, default=KeadaanImpor.PRATINJAU
    )
    ringkasan = models.JSONField(default=dict)
    pengunggah = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="impor_bets_unit_instansi",
            ),
        ]


class AkibatBaris(models.TextChoices):
    """What applying a row does."""

    BARU = "baru", _("baru")
    BERUBAH = "berubah", _("berubah")
    SAMA = "sama", _("sudah sama")
    GALAT = "galat", _("galat")


class BarisImpor(models.Model):
    """One row as read (``isi``), its faults, and after applying what it touched (``jejak``)."""

    bets = models.ForeignKey(BetsImpor, on_delete=models.PROTECT, related_name="baris")
    nomor = models.PositiveIntegerField()
    isi = models.JSONField()
    akibat = models.CharField(max_length=8, choices=AkibatBaris.choices)
    galat = models.JSONField(default=list)
    lama = models.JSONField(null=True)
    jejak = models.JSONField(null=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["bets", "nomor"], name="impor_baris_nomor")]
        indexes = [models.Index(fields=["bets", "akibat", "nomor"], name="impor_baris_akibat")]


class RiwayatImpor(RiwayatAlur):
    """Acts on a batch."""

    bets = models.ForeignKey(BetsImpor, on_delete=models.PROTECT, related_name="riwayat")

    class Meta:
        db_table_comment = "hanya-tambah: riwayat tindakan"
