"""Files by their content, evidence, issued documents and the scans of their paper."""

import pgtrigger
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.arsip.tautan import PANJANG_TAUTAN, Keadaan
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


class Retensi(models.TextChoices):
    """How long evidence is kept; the years stand in the policy ``bukti`` of the instansi."""

    KINERJA = "kinerja", _("bukti kinerja")
    KEUANGAN = "keuangan", _("bukti keuangan")
    TETAP = "tetap", _("disimpan selamanya")


@beriwayat()
class Bukti(ModelBerversi):
    """Evidence of a unit: a file or a link with a title, usable anywhere; withdrawn, never deleted.

    What it is never changes, not even by hand: another paper is another piece of evidence.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, related_name="bukti")
    url = models.CharField(max_length=PANJANG_TAUTAN, default="", blank=True)
    judul = models.CharField(max_length=200)
    nama_berkas = models.CharField(max_length=200, default="", blank=True)
    tahun = models.PositiveSmallIntegerField()
    tanggal = models.DateField(null=True)
    berlaku_sampai = models.DateField(null=True)
    retensi = models.CharField(max_length=10, choices=Retensi.choices, default=Retensi.KINERJA)
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
            models.CheckConstraint(
                condition=Q(berkas__isnull=False, url="")
                | Q(berkas__isnull=True, url__startswith="https://", nama_berkas=""),
                name="arsip_bukti_berkas_atau_tautan",
            ),
            models.CheckConstraint(
                condition=Q(berlaku_sampai__isnull=True)
                | Q(tanggal__isnull=True)
                | Q(berlaku_sampai__gte=F("tanggal")),
                name="arsip_bukti_masa_berlaku",
            ),
        ]
        indexes = [models.Index(fields=["unit", "tahun"], name="arsip_bukti_unit_tahun")]
        triggers = [
            pgtrigger.Protect(name="tidak_dihapus", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(
                name="isi_tetap",
                exclude=["versi", "ditarik"],
            ),
        ]

    @property
    def tautan(self) -> bool:
        """Whether it is a link and not a file."""
        return self.berkas_id is None


class PeriksaTautan(ModelInstansi):
    """One look at whether a link can be opened; the newest counts, the older ones stay."""

    bukti = models.ForeignKey(Bukti, on_delete=models.PROTECT, related_name="periksa")
    keadaan = models.CharField(max_length=12, choices=Keadaan.choices)
    keterangan = models.CharField(max_length=300, default="", blank=True)
    diperiksa_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        db_table_comment = "hanya-tambah: hasil sebuah pemeriksaan tautan"
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "bukti"),
                ke="arsip.Bukti",
                name="arsip_periksatautan_bukti_instansi",
            ),
        ]


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
