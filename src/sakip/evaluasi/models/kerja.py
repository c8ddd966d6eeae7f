"""An internal evaluation: the team, each tier's answers, the LHE, and what came of it."""

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.evaluasi.models.beku import jawaban_beku, rekomendasi_beku
from sakip.organisasi.models import Sifat


class KeadaanEvaluasi(models.TextChoices):
    """States of an evaluation, from opening to the LHE."""

    DIBUKA = "dibuka", _("dibuka")
    MANDIRI = "mandiri", _("evaluasi mandiri diajukan")
    DITUGASKAN = "ditugaskan", _("tim ditugaskan")
    SEMENTARA = "sementara", _("naskah hasil sementara disampaikan")
    DITANGGAPI = "ditanggapi", _("ditanggapi")
    DIPANELKAN = "dipanelkan", _("dipanelkan")
    DITERBITKAN = "diterbitkan", _("LHE diterbitkan")


@beriwayat()
class Evaluasi(ModelBerversi):
    """The evaluation of a unit's year. Year measured, year evaluated and day of issue differ.

    ``juknis`` holds the criteria that do not apply at this level, each with its citation:
    ``[{"kode": …, "alasan": …, "dasar": …}]``. Frozen by the database once the LHE is out.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun_kinerja = models.PositiveSmallIntegerField()
    tahun_evaluasi = models.PositiveSmallIntegerField()
    regulasi = models.CharField(max_length=60)
    keadaan = models.CharField(
        max_length=14, choices=KeadaanEvaluasi.choices, default=KeadaanEvaluasi.DIBUKA
    )
    surat_tugas = models.CharField(max_length=80, default="", blank=True)
    tanggal_surat_tugas = models.DateField(null=True)
    juknis = models.JSONField(default=list, blank=True)
    tenggat_tanggapan = models.DateField(null=True)
    tanggapan = models.TextField(default="", blank=True)
    catatan_panel = models.TextField(default="", blank=True)
    nomor_lhe = models.CharField(max_length=80, default="", blank=True)
    diterbitkan = models.DateField(null=True)
    tenggat_rencana = models.DateField(null=True)
    nilai = BidangAngka(null=True)
    predikat = models.CharField(max_length=4, default="", blank=True)
    dokumen = models.ForeignKey(
        "arsip.DokumenTerbit", on_delete=models.PROTECT, null=True, related_name="+"
    )
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen"),
                ke="arsip.DokumenTerbit",
                name="evaluasi_evaluasi_dokumen_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="evaluasi_evaluasi_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun_kinerja"], name="evaluasi_evaluasi_satu"
            ),
            models.CheckConstraint(
                condition=Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lte=100),
                name="evaluasi_evaluasi_nilai_0_100",
            ),
        ]
        triggers = [
            pgtrigger.Protect(
                name="terbit_beku",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__keadaan=KeadaanEvaluasi.DITERBITKAN),
            )
        ]


class Tingkat(models.TextChoices):
    """Whose answers a sheet holds; the order is that of the law's review tiers."""

    MANDIRI = "mandiri", _("evaluasi mandiri")
    ANGGOTA = "anggota", _("anggota tim")
    KETUA = "ketua", _("ketua tim")
    PENGENDALI_TEKNIS = "pengendali_teknis", _("pengendali teknis")
    PANEL = "panel", _("panel")


@beriwayat()
class AnggotaTim(ModelInstansi):
    """Who does what in the team of one evaluation; nobody evaluates the own unit."""

    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="tim")
    pengguna = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    peran = models.CharField(max_length=40)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "evaluasi"),
                ke="evaluasi.Evaluasi",
                name="evaluasi_tim_instansi",
            ),
            models.UniqueConstraint(fields=["evaluasi", "pengguna"], name="evaluasi_tim_satu"),
        ]


@beriwayat()
class LembarJawaban(ModelBerversi):
    """One tier's sheet; every tier's answers are kept, and stay once the tier has finished."""

    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="lembar")
    tingkat = models.CharField(max_length=20, choices=Tingkat.choices)
    penilai = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    selesai_pada = models.DateTimeField(null=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "evaluasi"),
                ke="evaluasi.Evaluasi",
                name="evaluasi_lembar_instansi",
            ),
            models.UniqueConstraint(fields=["evaluasi", "tingkat"], name="evaluasi_lembar_satu"),
        ]
        triggers = [
            pgtrigger.Protect(
                name="selesai_beku",
                operation=pgtrigger.Update | pgtrigger.Delete,
                condition=pgtrigger.Q(old__selesai_pada__isnull=False),
            )
        ]


@beriwayat()
class Jawaban(models.Model):
    """One answer (AA..E on a sub-komponen) with its note; each is locked by its own ``versi``."""

    lembar = models.ForeignKey(LembarJawaban, on_delete=models.PROTECT, related_name="jawaban")
    kode = models.CharField(max_length=20)
    jawaban = models.CharField(max_length=4)
    catatan = models.TextField(default="", blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["lembar", "kode"], name="evaluasi_jawaban_satu")
        ]
        triggers = jawaban_beku()


class KeadaanRekomendasi(models.TextChoices):
    """States of a recommendation."""

    TERBUKA = "terbuka", _("terbuka")
    DIRENCANAKAN = "direncanakan", _("direncanakan")
    DITINDAKLANJUTI = "ditindaklanjuti", _("bukti disampaikan")
    SELESAI = "selesai", _("selesai")
    BELUM_SESUAI = "belum_sesuai", _("bukti belum sesuai")


@beriwayat()
class Rekomendasi(ModelBerversi):
    """What the LHE asks for, who will do it by when, what was shown, and who checked it.

    ``asal``: the recommendation of an earlier LHE that was not done and comes back here.
    """

    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="rekomendasi")
    nomor = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=20)
    temuan = models.TextField(default="", blank=True)
    uraian = models.TextField()
    keadaan = models.CharField(
        max_length=16, choices=KeadaanRekomendasi.choices, default=KeadaanRekomendasi.TERBUKA
    )
    rencana = models.TextField(default="", blank=True)
    penanggung_jawab = models.ForeignKey(
        "organisasi.Jabatan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    tenggat = models.DateField(null=True)
    bukti = models.ForeignKey("arsip.Bukti", on_delete=models.PROTECT, null=True, related_name="+")
    catatan = models.TextField(default="", blank=True)
    diperiksa_pada = models.DateTimeField(null=True)
    asal = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="kembali_sebagai"
    )

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "penanggung_jawab"),
                ke="organisasi.Jabatan",
                name="evaluasi_rekomendasi_penanggung_jawab_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "bukti"),
                ke="arsip.Bukti",
                name="evaluasi_rekomendasi_bukti_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "asal"),
                ke="evaluasi.Rekomendasi",
                name="evaluasi_rekomendasi_asal_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "evaluasi"),
                ke="evaluasi.Evaluasi",
                name="evaluasi_rekomendasi_instansi",
            ),
            models.UniqueConstraint(
                fields=["evaluasi", "nomor"], name="evaluasi_rekomendasi_nomor"
            ),
        ]
        triggers = rekomendasi_beku()


class RiwayatEvaluasi(RiwayatAlur):
    """Acts on an evaluation, or on one of its recommendations."""

    evaluasi = models.ForeignKey(Evaluasi, on_delete=models.PROTECT, related_name="riwayat")
    rekomendasi = models.ForeignKey(
        Rekomendasi, on_delete=models.PROTECT, null=True, related_name="riwayat"
    )
