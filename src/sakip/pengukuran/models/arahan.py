"""What a superior asks for after reading a quarter, and what the unit answers in the next one."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.izin import Peran
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


class KeadaanArahan(models.TextChoices):
    """States of an arahan; renewed, it is open again for a later quarter."""

    DITULIS = "ditulis", _("menunggu jawaban")
    DIJAWAB = "dijawab", _("dijawab")
    DITUTUP = "ditutup", _("selesai")


@beriwayat()
class ArahanAtasan(ModelBerversi):
    """A superior's word on a sheet (``lembar``), to be answered on that of ``untuk``.

    Not a recommendation of an evaluation: those belong to the LHE. ``peran`` is the part in which
    it was written; whoever holds that part later closes or renews it.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    lembar = models.ForeignKey(
        "pengukuran.LembarPengukuran", on_delete=models.PROTECT, related_name="arahan"
    )
    untuk = models.ForeignKey("organisasi.Periode", on_delete=models.PROTECT, related_name="+")
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, null=True, related_name="arahan"
    )
    peran = models.CharField(max_length=40, choices=[(p.value, p.value) for p in Peran])
    teks = models.TextField()
    sampai = models.DateField(null=True)
    keadaan = models.CharField(
        max_length=10, choices=KeadaanArahan.choices, default=KeadaanArahan.DITULIS
    )
    jawaban = models.TextField(default="", blank=True)
    bukti = models.ForeignKey("arsip.Bukti", on_delete=models.PROTECT, null=True, related_name="+")
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="pengukuran_arahan_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "lembar"),
                ke="pengukuran.LembarPengukuran",
                name="pengukuran_arahan_lembar_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="pengukuran_arahan_indikator_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "bukti"),
                ke="arsip.Bukti",
                name="pengukuran_arahan_bukti_instansi",
            ),
            models.CheckConstraint(
                condition=~Q(keadaan="dijawab") | ~Q(jawaban=""),
                name="pengukuran_arahan_dijawab_berjawaban",
            ),
        ]
        indexes = [models.Index(fields=["unit", "keadaan"], name="pengukuran_arahan_unit")]


class RiwayatArahan(RiwayatAlur):
    """Acts on an arahan; ``alasan`` keeps the words of the act: the arahan, the answer."""

    arahan = models.ForeignKey(ArahanAtasan, on_delete=models.PROTECT, related_name="riwayat")
