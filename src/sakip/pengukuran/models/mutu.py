"""Answers to what looks odd about a figure, and what a verifier ticked off."""

from django.db import models

from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.pengukuran.models.lembar import LembarPengukuran
from sakip.pengukuran.models.realisasi import Realisasi


@beriwayat()
class JawabanTemuan(ModelBerversi):
    """Why a figure stands though a rule asked about it.

    It answers one finding, told by ``sidik``: with another number, or another piece of evidence,
    the finding is another one and this answer lapses. ``berlaku`` is set anew whenever the sheet is
    handed in: whether the finding still stood then. ``temuan`` is the sentence that was answered.
    """

    lembar = models.ForeignKey(
        LembarPengukuran, on_delete=models.PROTECT, related_name="jawaban_temuan"
    )
    realisasi = models.ForeignKey(
        Realisasi, on_delete=models.PROTECT, null=True, related_name="jawaban_temuan"
    )
    kaidah = models.CharField(max_length=40)
    sidik = models.CharField(max_length=24)
    temuan = models.TextField()
    jawaban = models.TextField()
    oleh = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    saat = models.DateTimeField()
    berlaku = models.BooleanField(default=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "lembar"),
                ke="pengukuran.LembarPengukuran",
                name="pengukuran_jawaban_lembar_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "realisasi"),
                ke="pengukuran.Realisasi",
                name="pengukuran_jawaban_realisasi_instansi",
            ),
            models.UniqueConstraint(fields=["lembar", "sidik"], name="pengukuran_jawaban_satu"),
        ]


@beriwayat()
class PemeriksaanAngka(ModelInstansi):
    """A verifier looked at this figure as it stood: ``sidik`` of its value and explanations.

    When any of them changes the mark lapses, without being taken away: history keeps it.
    """

    lembar = models.ForeignKey(
        LembarPengukuran, on_delete=models.PROTECT, related_name="pemeriksaan"
    )
    realisasi = models.OneToOneField(
        Realisasi, on_delete=models.PROTECT, related_name="pemeriksaan"
    )
    sidik = models.CharField(max_length=24)
    catatan = models.CharField(max_length=200, default="", blank=True)
    oleh = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    saat = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "lembar"),
                ke="pengukuran.LembarPengukuran",
                name="pengukuran_pemeriksaan_lembar_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "realisasi"),
                ke="pengukuran.Realisasi",
                name="pengukuran_pemeriksaan_realisasi_instansi",
            ),
        ]
