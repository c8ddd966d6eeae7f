"""The agreement between two pejabat, and the plan of action that spreads it over the year."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


class SebabPerjanjian(models.TextChoices):
    """Why there is this agreement (PermenPANRB 53/2014, Lampiran I: grounds of revision)."""

    AWAL = "awal", _("awal tahun")
    MUTASI = "mutasi", _("pergantian pejabat")
    ANGGARAN = "anggaran", _("perubahan program, kegiatan atau anggaran")
    STRATEGI = "strategi", _("perubahan prioritas atau asumsi")


class KeadaanPerjanjian(models.TextChoices):
    """States of an agreement; the camat signs first, then the bupati."""

    KONSEP = "konsep", _("konsep")
    DIAJUKAN = "diajukan", _("diajukan")
    DIKEMBALIKAN = "dikembalikan", _("dikembalikan")
    DITELAAH = "ditelaah", _("ditelaah")
    DITANDATANGANI_PERTAMA = "ditandatangani_1", _("ditandatangani Pihak Pertama")
    DITANDATANGANI = "ditandatangani", _("ditandatangani")


@beriwayat()
class PerjanjianKinerja(ModelBerversi):
    """An agreement of a unit's head with the superior for a year, drawn from targets and DPA.

    A revision is a new row that names its ``sebelumnya``; the old one stays valid for its time
    (``berlaku``) and prints as it was.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    sebab = models.CharField(
        max_length=10, choices=SebabPerjanjian.choices, default=SebabPerjanjian.AWAL
    )
    alasan = models.TextField(default="", blank=True)
    keadaan = models.CharField(
        max_length=20, choices=KeadaanPerjanjian.choices, default=KeadaanPerjanjian.KONSEP
    )
    dokumen_versi = models.ForeignKey(
        "perencanaan.DokumenVersi", on_delete=models.PROTECT, related_name="+"
    )
    anggaran = models.ForeignKey(
        "perencanaan.DokumenAnggaran", on_delete=models.PROTECT, related_name="+"
    )
    pihak_pertama = models.ForeignKey(
        "organisasi.PenugasanJabatan", on_delete=models.PROTECT, related_name="+"
    )
    pihak_kedua = models.ForeignKey(
        "organisasi.PenugasanJabatan", on_delete=models.PROTECT, related_name="+"
    )
    tanggal_pertama = models.DateField(null=True)
    tanggal_kedua = models.DateField(null=True)
    di_atas_kertas = models.BooleanField(default=False)
    berlaku = DateRangeField(null=True)
    dokumen = models.ForeignKey(
        "arsip.DokumenTerbit", on_delete=models.PROTECT, null=True, related_name="+"
    )
    sebelumnya = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="perubahan"
    )
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "pihak_pertama"),
                ke="organisasi.PenugasanJabatan",
                name="perjanjian_perjanjiankinerja_pihak_pertama_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "pihak_kedua"),
                ke="organisasi.PenugasanJabatan",
                name="perjanjian_perjanjiankinerja_pihak_kedua_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "dokumen"),
                ke="arsip.DokumenTerbit",
                name="perjanjian_perjanjiankinerja_dokumen_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "sebelumnya"),
                ke="perjanjian.PerjanjianKinerja",
                name="perjanjian_perjanjiankinerja_sebelumnya_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perjanjian_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perjanjian_dokumen_versi_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "anggaran"),
                ke="perencanaan.DokumenAnggaran",
                name="perjanjian_anggaran_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "nomor"], name="perjanjian_perjanjian_nomor"
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=~Q(keadaan="ditandatangani"),
                name="perjanjian_satu_terbuka",
            ),
        ]


@beriwayat()
class ButirPerjanjian(ModelInstansi):
    """One promise: sasaran, indicator and target, as they stood when it was drawn."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="butir"
    )
    urutan = models.PositiveSmallIntegerField()
    simpul = models.ForeignKey("perencanaan.Simpul", on_delete=models.PROTECT, related_name="+")
    sasaran = models.TextField()
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="+"
    )
    indikator_versi = models.ForeignKey(
        "perencanaan.IndikatorVersi", on_delete=models.PROTECT, related_name="+"
    )
    target = models.ForeignKey(
        "perencanaan.TargetVersi", on_delete=models.PROTECT, related_name="+"
    )

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "simpul"),
                ke="perencanaan.Simpul",
                name="perjanjian_butirperjanjian_simpul_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="perjanjian_butirperjanjian_indikator_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator_versi"),
                ke="perencanaan.IndikatorVersi",
                name="perjanjian_butirperjanjian_indikator_versi_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "target"),
                ke="perencanaan.TargetVersi",
                name="perjanjian_butirperjanjian_target_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "perjanjian"),
                ke="perjanjian.PerjanjianKinerja",
                name="perjanjian_butir_instansi",
            ),
            models.UniqueConstraint(
                fields=["perjanjian", "indikator"], name="perjanjian_butir_satu"
            ),
        ]


@beriwayat()
class AnggaranPerjanjian(ModelInstansi):
    """One programme line of the annex, as the DPA had it when it was drawn. Full rupiah."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="anggaran_program"
    )
    kode = models.CharField(max_length=30)
    nama = models.TextField()
    rupiah = BidangAngka()
    keterangan = models.CharField(max_length=120, default="", blank=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "perjanjian"),
                ke="perjanjian.PerjanjianKinerja",
                name="perjanjian_anggaranpk_instansi",
            ),
            models.UniqueConstraint(fields=["perjanjian", "kode"], name="perjanjian_anggaran_satu"),
        ]


class RiwayatPerjanjian(RiwayatAlur):
    """Acts on an agreement."""

    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="riwayat"
    )


class KeadaanAksi(models.TextChoices):
    """States of a plan of action."""

    KONSEP = "konsep", _("konsep")
    DIAJUKAN = "diajukan", _("diajukan")
    DIKEMBALIKAN = "dikembalikan", _("dikembalikan")
    DIVERIFIKASI = "diverifikasi", _("diverifikasi")
    DISETUJUI = "disetujui", _("disetujui")


@beriwayat()
class RencanaAksi(ModelBerversi):
    """Targets by period, steps and their money for one agreement.

    Its period targets are ``TargetVersi`` of ``dokumen_versi`` (a document of kind renaksi), so
    that measurement finds every target in one place; approval freezes them.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    perjanjian = models.ForeignKey(
        PerjanjianKinerja, on_delete=models.PROTECT, related_name="rencana_aksi"
    )
    dokumen_versi = models.OneToOneField(
        "perencanaan.DokumenVersi", on_delete=models.PROTECT, related_name="+"
    )
    keadaan = models.CharField(
        max_length=14, choices=KeadaanAksi.choices, default=KeadaanAksi.KONSEP
    )
    alasan = models.TextField(default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perjanjian_rencanaaksi_dokumen_versi_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perjanjian_aksi_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "perjanjian"),
                ke="perjanjian.PerjanjianKinerja",
                name="perjanjian_aksi_perjanjian_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "nomor"], name="perjanjian_aksi_nomor"
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun"],
                condition=~Q(keadaan="disetujui"),
                name="perjanjian_aksi_satu_terbuka",
            ),
        ]


@beriwayat()
class LangkahAksi(ModelInstansi):
    """A step: which sub-kegiatan, what is done, in which quarters, who answers for it.

    ``rupiah`` and ``keluaran`` are those of the budget it was drawn from.
    """

    rencana = models.ForeignKey(RencanaAksi, on_delete=models.PROTECT, related_name="langkah")
    urutan = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=30)
    uraian = models.TextField()
    triwulan = models.JSONField(default=list)
    penanggung_jawab = models.ForeignKey(
        "organisasi.Jabatan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    rupiah = BidangAngka(null=True)
    keluaran = BidangAngka(null=True)
    keluaran_satuan = models.CharField(max_length=60, default="", blank=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "penanggung_jawab"),
                ke="organisasi.Jabatan",
                name="perjanjian_langkahaksi_penanggung_jawab_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "rencana"),
                ke="perjanjian.RencanaAksi",
                name="perjanjian_langkah_instansi",
            ),
        ]


@beriwayat()
class AlasanRekonsiliasi(ModelInstansi):
    """Why the period targets of an indicator do not add up to its year: answered, not waved off."""

    rencana = models.ForeignKey(RencanaAksi, on_delete=models.PROTECT, related_name="rekonsiliasi")
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="+"
    )
    alasan = models.TextField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="perjanjian_alasanrekonsiliasi_indikator_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "rencana"),
                ke="perjanjian.RencanaAksi",
                name="perjanjian_rekonsiliasi_instansi",
            ),
            models.UniqueConstraint(
                fields=["rencana", "indikator"], name="perjanjian_rekonsiliasi_satu"
            ),
        ]


class RiwayatAksi(RiwayatAlur):
    """Acts on a plan of action."""

    rencana = models.ForeignKey(RencanaAksi, on_delete=models.PROTECT, related_name="riwayat")
