"""The inbox, and the shape of every history of acts."""

from django.db import models

from sakip.bersama.izin import Peran
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelInstansi


class Tugas(ModelInstansi):
    """Something to do for a person: a projection, written with the act that causes it."""

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    alur = models.CharField(max_length=40)
    objek = models.UUIDField()
    peran = models.CharField(max_length=40, choices=[(p.value, p.value) for p in Peran])
    pengguna = models.ForeignKey(
        "akun.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )
    pola = models.CharField(max_length=200)
    isian = models.JSONField(default=dict)
    sasaran = models.JSONField(default=dict)
    tahun = models.PositiveSmallIntegerField(null=True)
    jatuh_tempo = models.DateTimeField(null=True)
    dibuat_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="alur_tugas_unit_instansi",
            ),
            models.UniqueConstraint(fields=["alur", "objek", "peran"], name="alur_tugas_satu"),
        ]
        indexes = [models.Index(fields=["instansi", "unit"], name="alur_tugas_unit")]


class RiwayatAlur(models.Model):
    """One act on one record: from, act, to, by whom, when, why. Each domain has its own table."""

    dari = models.CharField(max_length=20)
    tindakan = models.CharField(max_length=30)
    ke = models.CharField(max_length=20)
    oleh = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    saat = models.DateTimeField()
    alasan = models.TextField(default="", blank=True)

    class Meta:
        abstract = True
        db_table_comment = "hanya-tambah: riwayat tindakan"
