"""Government, its units in time, the posts and who holds them, the parts people play."""

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.contrib.postgres.indexes import OpClass
from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.izin import Peran
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat


class Zona(models.TextChoices):
    """The three time zones of Indonesia."""

    WIB = "Asia/Jakarta", "WIB"
    WITA = "Asia/Makassar", "WITA"
    WIT = "Asia/Jayapura", "WIT"


class Sifat(models.TextChoices):
    """Where a record comes from. A record is one of these, never a mix (rules of honesty)."""

    ASLI = "asli", _("asli")
    TERBIT = "terbit", _("terbit")
    CONTOH = "contoh", _("contoh")


@beriwayat()
class Instansi(models.Model):
    """One government. ``kode`` is the official area code (``36.04``)."""

    kode = models.CharField(max_length=20, unique=True)
    slug = models.SlugField(max_length=80, unique=True)
    nama = models.CharField(max_length=150)
    zona = models.CharField(max_length=30, choices=Zona.choices, default=Zona.WIB)
    contoh = models.BooleanField(default=False)


class JenisUnit(models.TextChoices):
    """What kind of office a unit is."""

    PEMDA = "pemda", _("pemerintah daerah")
    SETDA = "setda", _("sekretariat daerah")
    SETWAN = "setwan", _("sekretariat DPRD")
    ASISTEN = "asisten", _("asisten")
    BAGIAN = "bagian", _("bagian")
    INSPEKTORAT = "inspektorat", _("inspektorat")
    DINAS = "dinas", _("dinas")
    BADAN = "badan", _("badan")
    RSUD = "rsud", _("rumah sakit daerah")
    KECAMATAN = "kecamatan", _("kecamatan")
    KELURAHAN = "kelurahan", _("kelurahan")
    UPTD = "uptd", _("UPTD")
    PUSKESMAS = "puskesmas", _("puskesmas")
    SEKRETARIAT = "sekretariat", _("sekretariat")
    BIDANG = "bidang", _("bidang")
    SEKSI = "seksi", _("seksi")
    SUBBAGIAN = "subbagian", _("subbagian")


# Units that sign a perjanjian kinerja with the head of the region (perangkat daerah).
PERANGKAT_DAERAH = (
    JenisUnit.SETDA,
    JenisUnit.SETWAN,
    JenisUnit.INSPEKTORAT,
    JenisUnit.DINAS,
    JenisUnit.BADAN,
    JenisUnit.RSUD,
    JenisUnit.KECAMATAN,
)
# Units that have figures of their own.
BERKINERJA = (JenisUnit.PEMDA, *PERANGKAT_DAERAH)


@beriwayat()
class UnitKerja(ModelBerversi):
    """A unit's identity. Name and place in the tree are dated: see ``SusunanUnit``."""

    kode = models.CharField(max_length=40)
    slug = models.SlugField(max_length=80)
    jenis = models.CharField(max_length=20, choices=JenisUnit.choices)
    jumlah_desa = models.PositiveSmallIntegerField(null=True, blank=True)
    sumber = models.TextField(default="", blank=True)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            models.UniqueConstraint(fields=["instansi", "slug"], name="organisasi_unit_slug"),
            models.UniqueConstraint(fields=["instansi", "kode"], name="organisasi_unit_kode"),
            models.CheckConstraint(
                condition=Q(jumlah_desa__isnull=True) | Q(jenis=JenisUnit.KECAMATAN),
                name="organisasi_unit_desa_hanya_kecamatan",
            ),
        ]


@beriwayat()
class SusunanUnit(ModelInstansi):
    """Name and parent of a unit during ``masa``; ``jalur``: the ids from the root (``1.14.``).

    ``arsip`` marks a unit that was merged or split up: it stands on below its successor, so that
    who answers for the successor reaches its years; lists of living units leave it out.
    """

    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="susunan")
    induk = models.ForeignKey(
        UnitKerja, on_delete=models.PROTECT, related_name="susunan_anak", null=True
    )
    nama = models.CharField(max_length=200)
    masa = DateRangeField()
    jalur = models.CharField(max_length=200)
    kedalaman = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField(default=0)
    dasar = models.TextField(default="", blank=True)
    arsip = models.BooleanField(default=False)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="organisasi_susunan_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "induk"),
                ke="organisasi.UnitKerja",
                name="organisasi_susunan_induk_instansi",
            ),
            ExclusionConstraint(
                name="organisasi_susunan_tanpa_tindih",
                expressions=[("unit", RangeOperators.EQUAL), ("masa", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=~Q(unit=F("induk")), name="organisasi_susunan_bukan_induk_sendiri"
            ),
        ]
        indexes = [
            models.Index(
                OpClass("jalur", name="varchar_pattern_ops"), name="organisasi_susunan_jalur"
            )
        ]


@beriwayat()
class SilsilahUnit(ModelInstansi):
    """Lineage: what became of a unit, so that a series can go on after merge, split or rename."""

    class Jenis(models.TextChoices):
        GABUNG = "gabung", _("digabung")
        PECAH = "pecah", _("dipecah")
        GANTI_NAMA = "ganti_nama", _("berganti nama")

    dari = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="penerus")
    ke = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="pendahulu")
    jenis = models.CharField(max_length=12, choices=Jenis.choices)
    tanggal = models.DateField()
    dasar = models.TextField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dari"),
                ke="organisasi.UnitKerja",
                name="organisasi_silsilah_dari_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "ke"),
                ke="organisasi.UnitKerja",
                name="organisasi_silsilah_ke_instansi",
            ),
        ]


@beriwayat()
class Jabatan(ModelInstansi):
    """A post in a unit; ``memimpin`` marks the one that signs for the unit."""

    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="jabatan")
    kode = models.SlugField(max_length=80)
    nama = models.CharField(max_length=150)
    memimpin = models.BooleanField(default=False)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="organisasi_jabatan_unit_instansi",
            ),
            models.UniqueConstraint(fields=["instansi", "kode"], name="organisasi_jabatan_kode"),
        ]


class Pegawai(ModelInstansi):
    """A person's name and NIP: the one erasable table (UU PDP), so it has no history."""

    kode = models.SlugField(max_length=80)
    nama = models.CharField(max_length=150)
    nip = models.CharField(max_length=30, default="", blank=True)
    pengguna = models.ForeignKey(
        "akun.Pengguna", on_delete=models.SET_NULL, null=True, related_name="pegawai"
    )

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            models.UniqueConstraint(fields=["instansi", "kode"], name="organisasi_pegawai_kode"),
        ]


class SifatPenugasan(models.TextChoices):
    """How a post is held."""

    DEFINITIF = "definitif", _("definitif")
    PLT = "plt", _("Plt.")
    PLH = "plh", _("Plh.")


@beriwayat()
class PenugasanJabatan(ModelBerversi):
    """Who holds a post, how, and when. The database refuses two holders on one day."""

    jabatan = models.ForeignKey(Jabatan, on_delete=models.PROTECT, related_name="penugasan")
    pegawai = models.ForeignKey(Pegawai, on_delete=models.PROTECT, related_name="penugasan")
    sifat = models.CharField(max_length=10, choices=SifatPenugasan.choices)
    masa = DateRangeField()
    dasar = models.TextField(default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "jabatan"),
                ke="organisasi.Jabatan",
                name="organisasi_penugasan_jabatan_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "pegawai"),
                ke="organisasi.Pegawai",
                name="organisasi_penugasan_pegawai_instansi",
            ),
            ExclusionConstraint(
                name="organisasi_penugasan_tanpa_tindih",
                expressions=[("jabatan", RangeOperators.EQUAL), ("masa", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                condition=Q(masa__isempty=False), name="organisasi_penugasan_masa_berisi"
            ),
        ]


@beriwayat()
class PenugasanPeran(ModelBerversi):
    """A peran of an account on a unit and everything below it, for a time."""

    pengguna = models.ForeignKey(
        "akun.Pengguna", on_delete=models.PROTECT, related_name="penugasan_peran"
    )
    peran = models.CharField(max_length=40, choices=[(p.value, p.value) for p in Peran])
    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    masa = DateRangeField()
    dasar = models.TextField(default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="organisasi_peran_unit_instansi",
            ),
            ExclusionConstraint(
                name="organisasi_peran_tanpa_tindih",
                expressions=[
                    ("pengguna", RangeOperators.EQUAL),
                    ("peran", RangeOperators.EQUAL),
                    ("unit", RangeOperators.EQUAL),
                    ("masa", RangeOperators.OVERLAPS),
                ],
            ),
        ]


class JenisPeriode(models.TextChoices):
    """Lengths of the periods that are measured."""

    TAHUN = "tahun", _("tahun")
    SEMESTER = "semester", _("semester")
    TRIWULAN = "triwulan", _("triwulan")
    BULAN = "bulan", _("bulan")


_SINGKATAN: dict[str, str] = {JenisPeriode.SEMESTER: "sem", JenisPeriode.TRIWULAN: "tw"}


def kode_periode(jenis: str, nomor: int) -> str:
    """A period as tables and addresses write it: ``tahun``, ``sem1``, ``tw3``, ``bulan7``."""
    return jenis if jenis == JenisPeriode.TAHUN else f"{_SINGKATAN.get(jenis, jenis)}{nomor}"


class Periode(models.Model):
    """A stretch of a fiscal year. Immutable, the same for every instansi; laid by a migration."""

    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=10, choices=JenisPeriode.choices)
    nomor = models.PositiveSmallIntegerField()
    mulai = models.DateField()
    selesai = models.DateField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["tahun", "jenis", "nomor"], name="organisasi_periode_satu"
            ),
            models.CheckConstraint(
                condition=Q(selesai__gt=F("mulai")), name="organisasi_periode_urut"
            ),
        ]


@beriwayat()
class KebijakanInstansi(ModelInstansi):
    """A policy switch of an instansi: which choice of a rule holds, since when, on what basis."""

    kaidah = models.CharField(max_length=80)
    pilihan = models.JSONField()
    masa = DateRangeField()
    dasar = models.TextField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            ExclusionConstraint(
                name="organisasi_kebijakan_tanpa_tindih",
                expressions=[
                    ("instansi", RangeOperators.EQUAL),
                    ("kaidah", RangeOperators.EQUAL),
                    ("masa", RangeOperators.OVERLAPS),
                ],
            ),
        ]


class VersiData(models.Model):
    """A counter per unit and year: grows with every write that pages show, keys their fragments."""

    unit = models.ForeignKey(UnitKerja, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "tahun"], name="organisasi_versidata_satu"),
        ]
