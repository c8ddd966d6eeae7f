"""The tree of performance: what is to come about through what, one whole copy a version."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat
from sakip.perencanaan.models.beku import beku


class JenisSimpul(models.TextChoices):
    """Levels of the tree (PermenPANRB 89/2021; nomenclature below sasaran).

    A sasaran may stand under a sasaran: those in between are the intermediate outcomes.
    """

    VISI = "visi", _("Visi")
    MISI = "misi", _("Misi")
    TUJUAN = "tujuan", _("Tujuan")
    SASARAN = "sasaran", _("Sasaran")
    CSF = "csf", _("Faktor penentu (CSF)")
    STRATEGI = "strategi", _("Strategi")
    ARAH = "arah", _("Arah kebijakan")
    PROGRAM = "program", _("Program")
    KEGIATAN = "kegiatan", _("Kegiatan")
    SUBKEGIATAN = "subkegiatan", _("Sub-kegiatan")
    KELUARAN = "keluaran", _("Keluaran")
    INDIVIDU = "individu", _("Kinerja individu")


class Tema(models.TextChoices):
    """Themes that cut through units and that governments are asked about."""

    STUNTING = "stunting", _("stunting")
    KEMISKINAN = "kemiskinan_ekstrem", _("kemiskinan ekstrem")
    SDGS = "sdgs", "SDGs"
    SPM = "spm", "SPM"
    GENDER = "gender", _("responsif gender")
    RB_TEMATIK = "rb_tematik", _("RB tematik")
    IKLIM = "iklim", _("iklim dan bencana")


@beriwayat()
class Simpul(ModelInstansi):
    """A node's identity, stable through versions: its code within the unit that owns it."""

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=60)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perencanaan_simpul_unit_instansi",
            ),
            models.UniqueConstraint(fields=["unit", "kode"], name="perencanaan_simpul_kode"),
        ]


@beriwayat()
class SimpulVersi(ModelInstansi):
    """What one document version says of a node; ``jalur`` holds node ids from the root (``3.9.``).

    The root is that of the document. ``induk`` of a root may name a node of the document above it
    (the government's sasaran that a unit's tujuan serves); the path does not go there.
    ``nomenklatur`` is the official code of a program, kegiatan or sub-kegiatan (7.01.02.2.01.0001);
    the budget is joined by it. ``sumber`` says where a published node was read. ``pemilik`` and
    ``jabatan`` answer for the node; they are named last (89/2021: not beginning at the structure).
    """

    dokumen_versi = models.ForeignKey(
        "perencanaan.DokumenVersi", on_delete=models.PROTECT, related_name="simpul"
    )
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="daftar_versi")
    induk = models.ForeignKey(Simpul, on_delete=models.PROTECT, null=True, related_name="+")
    jenis = models.CharField(max_length=12, choices=JenisSimpul.choices)
    uraian = models.TextField()
    nomenklatur = models.CharField(max_length=30, default="", blank=True)
    sumber = models.TextField(default="", blank=True)
    pemilik = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    jabatan = models.ForeignKey(
        "organisasi.Jabatan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    tema = ArrayField(
        models.CharField(max_length=20, choices=Tema.choices), default=list, blank=True
    )
    jalur = models.CharField(max_length=200)
    kedalaman = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perencanaan_simpulversi_dokumen_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "simpul"),
                ke="perencanaan.Simpul",
                name="perencanaan_simpulversi_simpul_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "induk"),
                ke="perencanaan.Simpul",
                name="perencanaan_simpulversi_induk_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "pemilik"),
                ke="organisasi.UnitKerja",
                name="perencanaan_simpulversi_pemilik_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "jabatan"),
                ke="organisasi.Jabatan",
                name="perencanaan_simpulversi_jabatan_instansi",
            ),
            models.UniqueConstraint(
                fields=["dokumen_versi", "simpul"], name="perencanaan_simpulversi_satu"
            ),
            models.CheckConstraint(
                condition=Q(induk__isnull=True) | ~Q(simpul=F("induk")),
                name="perencanaan_simpulversi_bukan_induk_sendiri",
            ),
        ]
        triggers = beku("simpulversi")


@beriwayat()
class Dukungan(ModelInstansi):
    """A sub-kegiatan (or program) is said to move an indicator; none: the check points at it."""

    dokumen_versi = models.ForeignKey(
        "perencanaan.DokumenVersi", on_delete=models.PROTECT, related_name="dukungan"
    )
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="dukungan")
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="dukungan"
    )

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perencanaan_dukungan_dokumen_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "simpul"),
                ke="perencanaan.Simpul",
                name="perencanaan_dukungan_simpul_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="perencanaan_dukungan_indikator_instansi",
            ),
            models.UniqueConstraint(
                fields=["dokumen_versi", "simpul", "indikator"], name="perencanaan_dukungan_satu"
            ),
        ]
        triggers = beku("dukungan")


@beriwayat()
class PaguSimpul(ModelInstansi):
    """Indicative rupiah of a node in one year of its document, as a Renstra prints it."""

    dokumen_versi = models.ForeignKey(
        "perencanaan.DokumenVersi", on_delete=models.PROTECT, related_name="pagu"
    )
    simpul = models.ForeignKey(Simpul, on_delete=models.PROTECT, related_name="pagu")
    tahun = models.PositiveSmallIntegerField()
    rupiah = BidangAngka()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perencanaan_pagu_dokumen_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "simpul"),
                ke="perencanaan.Simpul",
                name="perencanaan_pagu_simpul_instansi",
            ),
            models.UniqueConstraint(
                fields=["dokumen_versi", "simpul", "tahun"], name="perencanaan_pagu_satu"
            ),
            models.CheckConstraint(
                condition=Q(rupiah__gte=0), name="perencanaan_pagu_tidak_negatif"
            ),
        ]
        triggers = beku("pagusimpul")


class SebabUsul(models.TextChoices):
    """Grounds to revise what was promised (PermenPANRB 53/2014, Lampiran I huruf E)."""

    ANGGARAN = "anggaran", _("perubahan program, kegiatan atau anggaran")
    STRATEGI = "strategi", _("perubahan prioritas atau asumsi")
    MUTASI = "mutasi", _("pergantian pejabat")


@beriwayat()
class UsulTarget(ModelBerversi):
    """A request to change a target that was ditetapkan, and what the planner decided."""

    class Keadaan(models.TextChoices):
        DIAJUKAN = "diajukan", _("diajukan")
        DITOLAK = "ditolak", _("ditolak")
        DITERIMA = "diterima", _("diterima")

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="usul_target"
    )
    tahun = models.PositiveSmallIntegerField()
    target_lama = models.CharField(max_length=60)
    target_baru = models.CharField(max_length=60)
    sebab = models.CharField(max_length=10, choices=SebabUsul.choices, default=SebabUsul.ANGGARAN)
    alasan = models.TextField()
    keadaan = models.CharField(max_length=10, choices=Keadaan.choices, default=Keadaan.DIAJUKAN)
    putusan = models.TextField(default="", blank=True)
    diajukan_pada = models.DateTimeField()
    diputus_pada = models.DateTimeField(null=True)
    pengusul = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    pemutus = models.ForeignKey(
        "akun.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perencanaan_usul_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="perencanaan_usul_indikator_instansi",
            ),
            models.UniqueConstraint(
                fields=["indikator", "tahun"],
                condition=Q(keadaan="diajukan"),
                name="perencanaan_usul_satu_terbuka",
            ),
        ]


class RiwayatRencana(RiwayatAlur):
    """Acts on a version of a document."""

    dokumen_versi = models.ForeignKey(
        "perencanaan.DokumenVersi", on_delete=models.PROTECT, related_name="riwayat"
    )
