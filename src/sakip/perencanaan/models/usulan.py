"""What people ask for before a plan is written: Musrenbang, members of parliament, obligations."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


class AsalUsulan(models.TextChoices):
    """Where a proposal comes from (Permendagri 86/2017: participative, political, technocratic)."""

    DESA = "desa", _("Musrenbang desa/kelurahan")
    KECAMATAN = "kecamatan", _("Musrenbang kecamatan")
    POKIR = "pokir", _("pokok pikiran DPRD")
    MANDATORI = "mandatori", _("kewajiban peraturan")


class KeadaanUsulan(models.TextChoices):
    """What became of a proposal."""

    DICATAT = "dicatat", _("menunggu putusan")
    MASUK = "masuk", _("masuk rencana")
    DITUNDA = "ditunda", _("ditunda")
    DITOLAK = "ditolak", _("tidak masuk")
    DITARIK = "ditarik", _("ditarik")


@beriwayat()
class UsulanKegiatan(ModelBerversi):
    """One proposal for a year's plan, handed in through a unit, and what the planner answered.

    ``tahun`` is the year that is planned. ``prioritas`` ranks the proposals of a Musrenbang; those
    without a rank are not priorities. ``simpul`` is the program, kegiatan or sub-kegiatan that
    takes it up: of any unit of the government.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveSmallIntegerField()
    asal = models.CharField(max_length=12, choices=AsalUsulan.choices)
    uraian = models.TextField()
    lokasi = models.CharField(max_length=150, default="", blank=True)
    pengusul = models.CharField(max_length=150, default="", blank=True)
    prioritas = models.PositiveSmallIntegerField(null=True)
    rupiah = BidangAngka(null=True)
    keadaan = models.CharField(
        max_length=10, choices=KeadaanUsulan.choices, default=KeadaanUsulan.DICATAT
    )
    simpul = models.ForeignKey(
        "perencanaan.Simpul", on_delete=models.PROTECT, null=True, related_name="usulan"
    )
    alasan = models.TextField(default="", blank=True)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="perencanaan_usulan_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "simpul"),
                ke="perencanaan.Simpul",
                name="perencanaan_usulan_simpul_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "nomor"], name="perencanaan_usulan_nomor"
            ),
            models.CheckConstraint(
                condition=Q(rupiah__isnull=True) | Q(rupiah__gte=0),
                name="perencanaan_usulan_tidak_negatif",
            ),
            models.CheckConstraint(
                condition=Q(simpul__isnull=True) | Q(keadaan="masuk"),
                name="perencanaan_usulan_simpul_bila_masuk",
            ),
        ]


class RiwayatUsulan(RiwayatAlur):
    """Acts on a proposal."""

    usulan = models.ForeignKey(UsulanKegiatan, on_delete=models.PROTECT, related_name="riwayat")
