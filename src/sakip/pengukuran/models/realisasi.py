"""What was measured, what it is worth against the target, and the tables that pages read."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


class KeadaanRealisasi(models.TextChoices):
    """States of a measured value. ``tercatat`` is a published figure: nobody here verified it."""

    KONSEP = "konsep", _("konsep")
    DIAJUKAN = "diajukan", _("diajukan")
    DIKEMBALIKAN = "dikembalikan", _("dikembalikan")
    DIVERIFIKASI = "diverifikasi", _("diverifikasi")
    DISETUJUI = "disetujui", _("disetujui")
    DITELAAH = "ditelaah", _("ditelaah")
    TERKUNCI = "terkunci", _("terkunci")
    TERCATAT = "tercatat", _("tercatat dari terbitan")
    DITARIK = "ditarik", _("ditarik")


# What its head answers for, and so what the public may read.
KEADAAN_TERBUKA = (
    KeadaanRealisasi.DISETUJUI,
    KeadaanRealisasi.DITELAAH,
    KeadaanRealisasi.TERKUNCI,
    KeadaanRealisasi.TERCATAT,
)
# A figure counts, and may have a colour, once its head answers for it and nothing more is to come
# into it. The same in three places: a condition, a row, and the SQL of the summaries.
SAH = Q(keadaan__in=KEADAAN_TERBUKA, sementara=False)
BERJALAN = "berjalan"


def belum_sah(keadaan: str, sementara: bool) -> str:
    """Why a figure does not count yet: ``berjalan`` (more is to come), or its state; else empty."""
    if sementara:
        return BERJALAN
    return "" if keadaan in KEADAAN_TERBUKA else keadaan


@beriwayat()
class Realisasi(ModelBerversi):
    """A measurement's identity (indikator, unit, periode); its numbers stand in its components."""

    # No index for each of the three: rows are found by all of them together (the unique one).
    indikator = models.ForeignKey(
        "perencanaan.Indikator",
        on_delete=models.PROTECT,
        related_name="realisasi",
        db_index=False,
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    periode = models.ForeignKey(
        "organisasi.Periode", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    revisi = models.PositiveSmallIntegerField(default=1)
    keadaan = models.CharField(
        max_length=14, choices=KeadaanRealisasi.choices, default=KeadaanRealisasi.KONSEP
    )
    teks = models.CharField(max_length=160, default="", blank=True)
    # Why a figure is missing or missed its target, and what is done; or what made it succeed.
    alasan_kosong = models.CharField(max_length=20, default="", blank=True)
    # What the cause is counted as (``pengukuran.sebab``); empty on figures of before.
    golongan_sebab = models.CharField(max_length=20, default="", blank=True)
    penyebab = models.TextField(default="", blank=True)
    solusi = models.TextField(default="", blank=True)
    faktor = models.TextField(default="", blank=True)
    # Why the cause reads nearly like the one of the period before: answered, not waved off.
    jawaban_mirip = models.TextField(default="", blank=True)
    lembar = models.ForeignKey(
        "pengukuran.LembarPengukuran", on_delete=models.PROTECT, null=True, related_name="realisasi"
    )
    sumber = models.TextField(default="", blank=True)
    catatan = models.TextField(default="", blank=True)
    capaian_tercetak = models.CharField(max_length=40, default="", blank=True)
    rumus_tercetak = models.CharField(max_length=40, default="", blank=True)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "lembar"),
                ke="pengukuran.LembarPengukuran",
                name="pengukuran_realisasi_lembar_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="pengukuran_realisasi_indikator_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pengukuran_realisasi_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["indikator", "unit", "periode"], name="pengukuran_realisasi_satu"
            ),
        ]


@beriwayat()
class NilaiKomponen(models.Model):
    """One component of a measurement: one way for numerator/denominator and for disaggregation."""

    class Komponen(models.TextChoices):
        NILAI = "nilai", _("nilai")
        PEMBILANG = "pembilang", _("pembilang")
        PENYEBUT = "penyebut", _("penyebut")
        KODE = "kode", _("predikat")
        UNSUR = "unsur", _("nilai unsur survei")
        RESPONDEN = "responden", _("responden survei")

    realisasi = models.ForeignKey(
        Realisasi,
        on_delete=models.PROTECT,
        related_name="komponen",
        db_index=False,  # the unique one below begins with it
    )
    komponen = models.CharField(max_length=12, choices=Komponen.choices)
    rincian = models.PositiveIntegerField(default=0)
    nilai = BidangAngka(null=True)
    kode = models.CharField(max_length=40, null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["realisasi", "komponen", "rincian"], name="pengukuran_komponen_satu"
            ),
            models.CheckConstraint(
                condition=Q(komponen="kode", kode__isnull=False, nilai__isnull=True)
                | (~Q(komponen="kode") & Q(kode__isnull=True, nilai__isnull=False)),
                name="pengukuran_komponen_bentuk",
            ),
        ]


class CapaianSnapshot(ModelInstansi):
    """A computed capaian with everything it came from. Only ever inserted."""

    realisasi = models.ForeignKey(Realisasi, on_delete=models.PROTECT, related_name="snapshot")
    revisi = models.PositiveSmallIntegerField()
    target = models.ForeignKey(
        "perencanaan.TargetVersi",
        on_delete=models.PROTECT,
        null=True,
        related_name="+",
        db_index=False,  # nobody asks which snapshots a target had, and no target is ever deleted
    )
    kaidah = models.CharField(max_length=80)
    kaidah_versi = models.DateField()
    status = models.CharField(max_length=24)
    nilai = BidangAngka(null=True)
    jejak = models.JSONField()
    dibuat_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        db_table_comment = "hanya-tambah: setiap penghitungan ulang menjadi baris baru"
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "realisasi"),
                ke="pengukuran.Realisasi",
                name="pengukuran_snapshot_realisasi_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "target"),
                ke="perencanaan.TargetVersi",
                name="pengukuran_snapshot_target_instansi",
            ),
            models.CheckConstraint(
                condition=Q(status="terhitung", nilai__isnull=False)
                | (~Q(status="terhitung") & Q(nilai__isnull=True)),
                name="pengukuran_snapshot_status_nilai",
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="hanya_tambah", operation=pgtrigger.Update | pgtrigger.Delete)
        ]


class CapaianMutakhir(models.Model):
    """Read model: one narrow row per (indikator, unit, periode), as it stands now."""

    # What is read together stands together here, and only the indexes at the end are ever used:
    # each of the others would cost every import and help no page.
    instansi = models.ForeignKey(
        "organisasi.Instansi", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    unit = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    indikator = models.ForeignKey(
        "perencanaan.Indikator",
        on_delete=models.PROTECT,
        related_name="mutakhir",
        db_index=False,
    )
    indikator_versi = models.ForeignKey(
        "perencanaan.IndikatorVersi", on_delete=models.PROTECT, related_name="+"
    )
    periode = models.ForeignKey(
        "organisasi.Periode", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    tahun = models.PositiveSmallIntegerField()
    snapshot = models.ForeignKey(
        CapaianSnapshot, on_delete=models.PROTECT, related_name="+", db_index=False
    )
    snapshot_uuid = models.UUIDField()
    target_teks = models.CharField(max_length=120, default="")
    realisasi_teks = models.CharField(max_length=160, default="")
    keadaan = models.CharField(max_length=14)
    status = models.CharField(max_length=24)
    capaian = BidangAngka(null=True)
    kategori = models.CharField(max_length=20, default="")
    capaian_tercetak = models.CharField(max_length=40, default="")
    rumus_tercetak = models.CharField(max_length=40, default="")
    # More is still to come into this value: a year whose last quarter is not in yet.
    sementara = models.BooleanField(default=False)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["indikator", "unit", "periode"], name="pengukuran_mutakhir_satu"
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pengukuran_mutakhir_unit_instansi",
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "periode"], name="pengukuran_mutakhir_unit"),
            models.Index(
                fields=["instansi", "periode", "capaian"], name="pengukuran_mutakhir_capaian"
            ),
            models.Index(
                "instansi",
                "periode",
                models.F("capaian").desc(nulls_last=True),
                name="pengukuran_mutakhir_menurun",
            ),
        ]

    @property
    def belum(self) -> str:
        """See ``belum_sah``."""
        return belum_sah(self.keadaan, self.sementara)


class RingkasanUnit(models.Model):
    """Read model: a unit's period in a few numbers, so that the pemda sums sixty rows.

    ``terhitung``, ``tercapai``, ``jumlah_capaian`` and ``menurut_kategori`` count only what is
    ``SAH``; ``sementara`` are the computed figures beside them that are not. ``menurut_keadaan``
    counts every row by where it stands, those that more is to come into as ``berjalan``.
    """

    instansi = models.ForeignKey("organisasi.Instansi", on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey("organisasi.Periode", on_delete=models.PROTECT, related_name="+")
    jumlah = models.PositiveIntegerField()
    terhitung = models.PositiveIntegerField()
    tercapai = models.PositiveIntegerField()
    sementara = models.PositiveIntegerField(default=0)
    belum_diisi = models.PositiveIntegerField()
    jumlah_capaian = BidangAngka()
    menurut_kategori = models.JSONField(default=dict)
    menurut_keadaan = models.JSONField(default=dict)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "periode"], name="pengukuran_ringkasan_satu"),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pengukuran_ringkasan_unit_instansi",
            ),
        ]
        indexes = [models.Index(fields=["instansi", "periode"], name="pengukuran_ringkasan_pemda")]
