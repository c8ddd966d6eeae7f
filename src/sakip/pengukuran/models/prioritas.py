"""What the head of the region looks at first, and the counter that his pages are kept by."""

from django.db import models
from django.db.models import Q

from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi
from sakip.bersama.riwayat import beriwayat


@beriwayat()
class Prioritas(ModelBerversi):
    """An indicator set before the head of the region for a year, with the reason.

    Taken off again it stays here, with the reason for that.
    """

    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="+"
    )
    tahun = models.PositiveSmallIntegerField()
    urutan = models.PositiveSmallIntegerField()
    alasan = models.TextField()
    disematkan_pada = models.DateTimeField()
    dilepas_pada = models.DateTimeField(null=True)
    alasan_lepas = models.TextField(default="", blank=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="pengukuran_prioritas_indikator_instansi",
            ),
            models.UniqueConstraint(
                fields=["indikator", "tahun"],
                condition=Q(dilepas_pada__isnull=True),
                name="pengukuran_prioritas_satu",
            ),
        ]


class VersiSah(models.Model):
    """A counter per instansi and year that grows only when figures that count change.

    ``VersiData`` grows with every saved cell; pages of what was approved need not follow it.
    """

    instansi = models.ForeignKey("organisasi.Instansi", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    nomor = models.PositiveBigIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["instansi", "tahun"], name="pengukuran_versisah_satu"),
        ]
