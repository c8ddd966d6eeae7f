"""Files by their content, evidence, issued documents and the scans of their paper."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


class Berkas(ModelInstansi):
    """A file, once for each content: its SHA-256 is its name. Never changed, never removed.

    The bytes live in the database, so that they are written with the act that brings them and come
    along in every back-up.
    """

    sha256 = models.CharField(max_length=64)
    ukuran = models.PositiveIntegerField()
    jenis = models.CharField(max_length=100)
    isi = models.BinaryField()
    disimpan_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        db_table_comment = "hanya-tambah: isi sebuah berkas tidak pernah berubah"
        constraints = [
            *ModelInstansi.Meta.constraints,
            models.UniqueConstraint(fields=["instansi", "sha256"], name="arsip_berkas_satu"),
            models.CheckConstraint(condition=Q(ukuran__gt=0), name="arsip_berkas_berisi"),
        ]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


@beriwayat()
class Bukti(ModelBerversi):
    """Evidence of a unit: a file with a title. Usable anywhere; withdrawn, never deleted."""

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="bukti")
    judul = models.CharField(max_length=200)
    nama_berkas = models.CharField(max_length=200)
    tahun = models.PositiveSmallIntegerField()
    tanggal = models.DateField(null=True)
    diunggah_pada = models.DateTimeField()
    ditarik = models.BooleanField(default=False)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="arsip_bukti_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "berkas"),
                ke="arsip.Berkas",
                name="arsip_bukti_berkas_instansi",
            ),
        ]
        indexes = [models.Index(fields=["unit", "tahun"], name="arsip_bukti_unit_tahun")]


class JenisTerbit(models.TextChoices):
    """Kinds of documents that are issued."""

    PERJANJIAN = "perjanjian", _("Perjanjian kinerja")
    LAPORAN = "laporan", _("Laporan kinerja")
    LHE = "lhe", _("Laporan hasil evaluasi")
    SERAH_TERIMA = "serah_terima", _("Berita acara serah terima kinerja")


@beriwayat()
class DokumenTerbit(ModelInstansi):
    """An issued document: the file, the frozen data it was made of, and its public check code.

    ``pengganti`` is the later version of the same document; without one it is current.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=20, choices=JenisTerbit.choices)
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=250)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="terbitan")
    kode_periksa = models.CharField(max_length=20, unique=True)
    bahan = models.JSONField()
    tanggal = models.DateField()
    terbit_pada = models.DateTimeField()
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)
    pengganti = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="pendahulu"
    )

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "pengganti"),
                ke="arsip.DokumenTerbit",
                name="arsip_dokumenterbit_pengganti_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="arsip_terbit_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "berkas"),
                ke="arsip.Berkas",
                name="arsip_terbit_berkas_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "jenis", "tahun", "nomor"], name="arsip_terbit_nomor"
            ),
        ]


class Pindaian(ModelInstansi):
    """A scan of the signed paper of an issued document, and how it was matched to it."""

    class Cara(models.TextChoices):
        QR = "qr", _("QR pada pindaian")
        KODE = "kode", _("kode periksa yang diketik")

    dokumen = models.ForeignKey(DokumenTerbit, on_delete=models.PROTECT, related_name="pindaian")
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    cara = models.CharField(max_length=10, choices=Cara.choices)
    oleh = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    dicocokkan_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        db_table_comment = "hanya-tambah: pindaian yang sudah dicocokkan"
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen"),
                ke="arsip.DokumenTerbit",
                name="arsip_pindaian_dokumen_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "berkas"),
                ke="arsip.Berkas",
                name="arsip_pindaian_berkas_instansi",
            ),
        ]
