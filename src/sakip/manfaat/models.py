"""What was learnt and tried, what was decided with money, and what effect it had."""

from django.db import models
from django.db.models import Q

from sakip.bersama.bidang import BidangAngka
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat
from sakip.organisasi.models import Sifat


@beriwayat()
class ProgramKapasitas(ModelInstansi):
    """A programme in which leaders learnt, as its sources tell it. ``isi``: facts by heading."""

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    kode = models.SlugField(max_length=80)
    nama = models.CharField(max_length=150)
    tahun = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    sumber = models.JSONField(default=list)
    satu_sumber = models.BooleanField(default=False)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="manfaat_program_unit_instansi",
            ),
            models.UniqueConstraint(fields=["instansi", "kode"], name="manfaat_program_kode"),
        ]


@beriwayat()
class Inovasi(ModelBerversi):
    """Something new that a lesson led to, and the indicator it must move."""

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    program = models.ForeignKey(
        ProgramKapasitas, on_delete=models.PROTECT, null=True, related_name="inovasi"
    )
    nama = models.CharField(max_length=150)
    uraian = models.TextField()
    pelajaran = models.TextField()
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, related_name="inovasi"
    )
    mulai = models.DateField()
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "program"),
                ke="manfaat.ProgramKapasitas",
                name="manfaat_inovasi_program_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="manfaat_inovasi_unit_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="manfaat_inovasi_indikator_instansi",
            ),
            models.UniqueConstraint(fields=["unit", "nama"], name="manfaat_inovasi_nama"),
        ]


@beriwayat()
class KeputusanAnggaran(ModelBerversi):
    """A decision that moved money, why, who decided, and the indicator by which it is checked.

    A published one may have a year only: no day is made up for it.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    tanggal = models.DateField(null=True)
    uraian = models.TextField()
    alasan = models.TextField()
    pemutus = models.ForeignKey(
        "organisasi.Jabatan", on_delete=models.PROTECT, null=True, related_name="+"
    )
    indikator = models.ForeignKey(
        "perencanaan.Indikator", on_delete=models.PROTECT, null=True, related_name="+"
    )
    diperiksa = models.DateField(null=True)
    sumber = models.JSONField(default=list)
    sifat = models.CharField(max_length=10, choices=Sifat.choices, default=Sifat.ASLI)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "pemutus"),
                ke="organisasi.Jabatan",
                name="manfaat_keputusananggaran_pemutus_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "indikator"),
                ke="perencanaan.Indikator",
                name="manfaat_keputusananggaran_indikator_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="manfaat_keputusan_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["unit", "tahun", "uraian"], name="manfaat_keputusan_satu"
            ),
        ]


@beriwayat()
class PindahAnggaran(ModelInstansi):
    """One movement of a decision, full rupiah, between lines of the budget by official code.

    Without ``ke`` the money left the unit; without ``dari`` the source does not say whence.
    """

    keputusan = models.ForeignKey(
        KeputusanAnggaran, on_delete=models.PROTECT, related_name="pindah"
    )
    dari = models.CharField(max_length=30, default="", blank=True)
    ke = models.CharField(max_length=30, default="", blank=True)
    rupiah = BidangAngka()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "keputusan"),
                ke="manfaat.KeputusanAnggaran",
                name="manfaat_pindah_instansi",
            ),
            models.CheckConstraint(condition=Q(rupiah__gt=0), name="manfaat_pindah_positif"),
        ]
