"""What is promised: documents and their versions, indicators, targets."""

import pgtrigger
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat
from sakip.perencanaan.models.beku import beku


class JenisDokumen(models.TextChoices):
    """The planning documents of the law."""

    RPJPD = "rpjpd", "RPJPD"
    RPJMD = "rpjmd", "RPJMD"
    RPD = "rpd", "RPD"
    RENSTRA = "renstra", "Renstra"
    RKPD = "rkpd", "RKPD"
    RENJA = "renja", "Renja"
    IKU = "iku", "IKU"
    RENAKSI = "renaksi", _("Rencana aksi")


@beriwayat()
class DokumenPerencanaan(ModelInstansi):
    """A planning document of a unit for a span of years. What it says stands in its versions."""

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=10, choices=JenisDokumen.choices)
    judul = models.CharField(max_length=250)
    tahun_mulai = models.PositiveSmallIntegerField()
    tahun_selesai = models.PositiveSmallIntegerField()
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perencanaan_dokumen_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "jenis", "tahun_mulai"], name="perencanaan_dokumen_satu"
            ),
            models.CheckConstraint(
                condition=Q(tahun_selesai__gte=models.F("tahun_mulai")),
                name="perencanaan_dokumen_tahun_urut",
            ),
        ]


@beriwayat()
class DokumenVersi(ModelBerversi):
    """Murni or perubahan, with its legal basis; frozen by the database once ditetapkan."""

    class SifatVersi(models.TextChoices):
        MURNI = "murni", _("murni")
        PERUBAHAN = "perubahan", _("perubahan")

    dokumen = models.ForeignKey(
        DokumenPerencanaan, on_delete=models.PROTECT, related_name="daftar_versi"
    )
    nomor = models.PositiveSmallIntegerField()
    sifat_versi = models.CharField(max_length=10, choices=SifatVersi.choices)
    dasar = models.TextField(default="", blank=True)
    ditetapkan = models.DateField(null=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen"),
                ke="perencanaan.DokumenPerencanaan",
                name="perencanaan_versi_dokumen_instansi",
            ),
            models.UniqueConstraint(fields=["dokumen", "nomor"], name="perencanaan_versi_nomor"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="beku_setelah_ditetapkan",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__ditetapkan__isnull=False),
            )
        ]


class Arah(models.TextChoices):
    """Which way is better."""

    NAIK_BAIK = "naik_baik", _("makin tinggi makin baik")
    TURUN_BAIK = "turun_baik", _("makin rendah makin baik")
    RENTANG = "rentang", _("dalam rentang")
    STABIL = "stabil", _("tetap pada target")


class JenisNilai(models.TextChoices):
    """What kind of value an indicator takes."""

    BILANGAN = "bilangan", _("bilangan")
    PERSEN = "persen", _("persen")
    RASIO = "rasio", _("rasio pembilang/penyebut")
    PREDIKAT = "predikat", _("predikat")
    YA_TIDAK = "ya_tidak", _("ya/tidak")


class Frekuensi(models.TextChoices):
    """How often an indicator is measured; months are entered on the sheet of their quarter."""

    BULANAN = "bulanan", _("bulanan")
    TRIWULAN = "triwulan", _("triwulan")
    SEMESTER = "semester", _("semester")
    TAHUNAN = "tahunan", _("tahunan")


class CaraUkur(models.TextChoices):
    """How a value comes about: typed, counted off a checklist, from a survey, from others."""

    MANUAL = "manual", _("diisi")
    DAFTAR_PERIKSA = "daftar_periksa", _("dihitung dari daftar periksa")
    SURVEI = "survei", _("dihitung dari survei kepuasan")
    KOMPOSIT = "komposit", _("dihitung dari indikator lain")


class Agregasi(models.TextChoices):
    """How the year's value comes from its periods."""

    JUMLAH = "jumlah", _("jumlah")
    TERAKHIR = "terakhir", _("nilai terakhir")
    RATA_RATA = "rata_rata", _("rata-rata")
    MAKSIMUM = "maksimum", _("nilai tertinggi")
    RASIO_KUMULATIF = "rasio_kumulatif", _("rasio kumulatif")
    KUMULATIF_RENSTRA = "kumulatif_renstra", _("kumulatif selama renstra")


@beriwayat()
class Indikator(ModelInstansi):
    """An indicator's identity: stable through renamings and document versions."""

    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="indikator"
    )
    kode = models.SlugField(max_length=160)
    ditarik = models.BooleanField(default=False)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perencanaan_indikator_unit_instansi",
            ),
            models.UniqueConstraint(fields=["unit", "kode"], name="perencanaan_indikator_kode"),
        ]


@beriwayat()
class IndikatorVersi(ModelInstansi):
    """What one document version says of an indicator."""

    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="daftar_versi")
    dokumen_versi = models.ForeignKey(DokumenVersi, on_delete=models.PROTECT, related_name="+")
    nama = models.TextField()
    satuan = models.CharField(max_length=60, default="", blank=True)
    arah = models.CharField(max_length=12, choices=Arah.choices)
    jenis_nilai = models.CharField(max_length=10, choices=JenisNilai.choices)
    skala = models.CharField(max_length=60, default="", blank=True)
    agregasi = models.CharField(max_length=20, choices=Agregasi.choices, default=Agregasi.TERAKHIR)
    definisi = models.TextField(default="", blank=True)
    rumus = models.TextField(default="", blank=True)
    sumber_data = models.TextField(default="", blank=True)
    iku = models.BooleanField(default=False)
    simpul = models.ForeignKey(
        "perencanaan.Simpul", on_delete=models.PROTECT, null=True, related_name="indikator_versi"
    )
    pengampu = models.ForeignKey(
        "organisasi.Jabatan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    frekuensi = models.CharField(
        max_length=10, choices=Frekuensi.choices, default=Frekuensi.TAHUNAN
    )
    cara = models.CharField(max_length=16, choices=CaraUkur.choices, default=CaraUkur.MANUAL)
    # Names of numerator and denominator, or weights of a composite: {"pembilang": …, "penyebut": …}
    # or {"bobot": {"iku-1": "0.5", …}}.
    komponen = models.JSONField(default=dict, blank=True)
    jeda_data_tahun = models.PositiveSmallIntegerField(default=0)
    baseline_tahun = models.PositiveSmallIntegerField(null=True)
    baseline_teks = models.CharField(max_length=60, default="", blank=True)
    # Keys its figures are broken down by: "jenis_kelamin", "desa", …
    pilahan = ArrayField(models.CharField(max_length=40), default=list, blank=True)
    pustaka = models.ForeignKey(
        "perencanaan.PustakaIndikator", on_delete=models.PROTECT, null=True, related_name="+"
    )
    urutan = models.PositiveSmallIntegerField(default=0)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "simpul"),
                ke="perencanaan.Simpul",
                name="perencanaan_indikatorversi_simpul_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "pengampu"),
                ke="organisasi.Jabatan",
                name="perencanaan_indikatorversi_pengampu_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "pustaka"),
                ke="perencanaan.PustakaIndikator",
                name="perencanaan_indikatorversi_pustaka_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="perencanaan_indikatorversi_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perencanaan_indikatorversi_dokumen_instansi",
            ),
            models.UniqueConstraint(
                fields=["indikator", "dokumen_versi"], name="perencanaan_indikatorversi_satu"
            ),
        ]
        triggers = beku("indikatorversi")


@beriwayat()
class TargetVersi(ModelBerversi):
    """One target for an indicator, unit and period, as one document version sets it.

    ``nilai`` for numbers (with ``penyebut`` when it is a ratio: ``nilai`` is then the numerator),
    ``batas_bawah``/``batas_atas`` for a range, ``kode`` for a predicate or yes/no. A target
    that was published in a form no rule can read keeps only ``teks``.
    """

    # No index for each of the three: rows are found by all of them together (the unique one).
    indikator = models.ForeignKey(
        Indikator, on_delete=models.PROTECT, related_name="target", db_index=False
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    periode = models.ForeignKey(
        "organisasi.Periode", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    dokumen_versi = models.ForeignKey(DokumenVersi, on_delete=models.PROTECT, related_name="+")
    nilai = BidangAngka(null=True)
    penyebut = BidangAngka(null=True)
    batas_bawah = BidangAngka(null=True)
    batas_atas = BidangAngka(null=True)
    kode = models.CharField(max_length=40, null=True)
    teks = models.CharField(max_length=120)
    ditarik = models.BooleanField(default=False)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="perencanaan_target_indikator_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perencanaan_target_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perencanaan_target_dokumen_instansi",
            ),
            models.UniqueConstraint(
                fields=["indikator", "unit", "periode", "dokumen_versi"],
                name="perencanaan_target_satu",
            ),
            models.CheckConstraint(
                condition=Q(penyebut__isnull=True) | Q(nilai__isnull=False, penyebut__gt=0),
                name="perencanaan_target_penyebut_positif",
            ),
            models.CheckConstraint(
                condition=Q(batas_bawah__isnull=True, batas_atas__isnull=True)
                | Q(
                    batas_bawah__isnull=False,
                    batas_atas__isnull=False,
                    batas_bawah__lte=models.F("batas_atas"),
                    nilai__isnull=True,
                ),
                name="perencanaan_target_rentang",
            ),
        ]
        triggers = beku("target")
