"""The quarterly sheet of a unit, its evidence and checklist, and what was spent."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.arsip.isi import halaman_rapi, nomor_halaman
from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat
from sakip.pengukuran.models.beku import bukti_beku
from sakip.pengukuran.models.realisasi import Realisasi


class KeadaanLembar(models.TextChoices):
    """States of a quarterly sheet: kasubag submits, sekretaris verifies, camat approves."""

    KONSEP = "konsep", _("konsep")
    DIAJUKAN = "diajukan", _("diajukan")
    DIKEMBALIKAN = "dikembalikan", _("dikembalikan")
    DIVERIFIKASI = "diverifikasi", _("diverifikasi")
    DISETUJUI = "disetujui", _("disetujui")
    DITELAAH = "ditelaah", _("ditelaah")
    TERKUNCI = "terkunci", _("terkunci")


@beriwayat()
class LembarPengukuran(ModelBerversi):
    """All that a unit measures in one quarter's window; its acts move every figure on it.

    ``hari_terlambat`` counts working days after the window (0 in time, null not yet submitted).
    ``dibuka_sampai``: opened again after a lock, to be corrected until that day.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey("organisasi.Periode", on_delete=models.PROTECT, related_name="+")
    keadaan = models.CharField(
        max_length=14, choices=KeadaanLembar.choices, default=KeadaanLembar.KONSEP
    )
    pertama_diajukan = models.DateTimeField(null=True)
    hari_terlambat = models.PositiveSmallIntegerField(null=True)
    dibuka_sampai = models.DateField(null=True)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pengukuran_lembar_unit_instansi",
            ),
            models.UniqueConstraint(fields=["unit", "periode"], name="pengukuran_lembar_satu"),
        ]


class RiwayatLembar(RiwayatAlur):
    """Acts on a sheet, or on one figure of it (``realisasi``) with the text it had then."""

    lembar = models.ForeignKey(LembarPengukuran, on_delete=models.PROTECT, related_name="riwayat")
    realisasi = models.ForeignKey(
        Realisasi, on_delete=models.PROTECT, null=True, related_name="riwayat"
    )
    teks = models.CharField(max_length=160, default="", blank=True)


@beriwayat()
class BuktiRealisasi(ModelInstansi):
    """Evidence behind a figure, with the page it stands on; fixed once the figure is verified."""

    realisasi = models.ForeignKey(Realisasi, on_delete=models.PROTECT, related_name="bukti")
    bukti = models.ForeignKey("arsip.Bukti", on_delete=models.PROTECT, related_name="+")
    halaman = models.CharField(max_length=40, default="", blank=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "realisasi"),
                ke="pengukuran.Realisasi",
                name="pengukuran_bukti_realisasi_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "bukti"),
                ke="arsip.Bukti",
                name="pengukuran_bukti_bukti_instansi",
            ),
            models.UniqueConstraint(fields=["realisasi", "bukti"], name="pengukuran_bukti_satu"),
        ]
        triggers = bukti_beku()

    @property
    def nomor_halaman(self) -> int | None:
        """The page that the anchor opens; older anchors stand there as they were typed."""
        return nomor_halaman(halaman_rapi(self.halaman))


@beriwayat()
class ObjekPeriksa(ModelInstansi):
    """What a checklist looks at, one row each: a desa. An object of pembinaan, never a unit."""

    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="objek_periksa"
    )
    nama = models.CharField(max_length=120)
    urutan = models.PositiveSmallIntegerField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="pengukuran_objek_indikator_instansi",
            ),
            models.UniqueConstraint(fields=["indikator", "nama"], name="pengukuran_objek_satu"),
        ]


@beriwayat()
class Uji(ModelInstansi):
    """One test of a checklist: its due day, and the period from which it counts."""

    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="uji"
    )
    kode = models.CharField(max_length=20)
    nama = models.CharField(max_length=150)
    jatuh_tempo = models.CharField(max_length=60)
    mulai = models.ForeignKey("organisasi.Periode", on_delete=models.PROTECT, related_name="+")
    dasar = models.TextField(default="", blank=True)
    urutan = models.PositiveSmallIntegerField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="pengukuran_uji_indikator_instansi",
            ),
            models.UniqueConstraint(fields=["indikator", "kode"], name="pengukuran_uji_kode"),
        ]


@beriwayat()
class HasilUji(ModelBerversi):
    """One object passed one test, since ``tanggal``, shown by ``bukti``. Without evidence: a claim.

    Only what has evidence by the end of a period's window counts for that period.
    """

    uji = models.ForeignKey(Uji, on_delete=models.PROTECT, related_name="hasil")
    objek = models.ForeignKey(ObjekPeriksa, on_delete=models.PROTECT, related_name="hasil")
    terpenuhi = models.BooleanField()
    bukti = models.ForeignKey("arsip.Bukti", on_delete=models.PROTECT, null=True, related_name="+")
    tanggal = models.DateField()
    catatan = models.CharField(max_length=200, default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "bukti"),
                ke="arsip.Bukti",
                name="pengukuran_hasiluji_bukti_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "uji"), ke="pengukuran.Uji", name="pengukuran_hasiluji_uji"
            ),
            KunciGabungan(
                fields=("instansi", "objek"),
                ke="pengukuran.ObjekPeriksa",
                name="pengukuran_hasiluji_objek",
            ),
            models.UniqueConstraint(fields=["uji", "objek"], name="pengukuran_hasiluji_satu"),
            models.CheckConstraint(
                condition=Q(terpenuhi=True) | Q(bukti__isnull=True),
                name="pengukuran_hasiluji_bukti_bila_terpenuhi",
            ),
        ]


@beriwayat()
class Serapan(ModelBerversi):
    """Money spent from January to the end of a period on one line of the budget. Full rupiah.

    ``volume`` is how much of the line's output was made in that time, where somebody noted it.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    periode = models.ForeignKey("organisasi.Periode", on_delete=models.PROTECT, related_name="+")
    kode = models.CharField(max_length=30)
    rupiah = BidangAngka()
    volume = BidangAngka(null=True)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pengukuran_serapan_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "periode", "kode"], name="pengukuran_serapan_satu"
            ),
            models.CheckConstraint(
                condition=Q(rupiah__gte=0), name="pengukuran_serapan_tidak_negatif"
            ),
            models.CheckConstraint(
                condition=Q(volume__isnull=True) | Q(volume__gte=0),
                name="pengukuran_serapan_volume_tidak_negatif",
            ),
        ]
