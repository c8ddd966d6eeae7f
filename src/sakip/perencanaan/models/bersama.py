"""Working on a tree together: remarks, and results that several units owe each other."""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext_lazy as _

from sakip.alur.models import RiwayatAlur
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat


@beriwayat()
class KomentarSimpul(ModelBerversi):
    """A remark on a node (or on an answer to one), open until somebody calls it settled.

    It belongs to the node, not to a version: it is still there when the next version is written.
    """

    simpul = models.ForeignKey(
        "perencanaan.Simpul", on_delete=models.PROTECT, related_name="komentar"
    )
    balasan_dari = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, related_name="balasan"
    )
    isi = models.TextField()
    penulis = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    dibuat_pada = models.DateTimeField()
    selesai_oleh = models.ForeignKey(
        "akun.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )
    selesai_pada = models.DateTimeField(null=True)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "simpul"),
                ke="perencanaan.Simpul",
                name="perencanaan_komentar_simpul_instansi",
            ),
            KunciGabungan(
                fields=("instansi", "balasan_dari"),
                ke="perencanaan.KomentarSimpul",
                name="perencanaan_komentar_balasan_instansi",
            ),
            models.CheckConstraint(
                condition=Q(selesai_oleh__isnull=True, selesai_pada__isnull=True)
                | Q(selesai_oleh__isnull=False, selesai_pada__isnull=False),
                name="perencanaan_komentar_selesai",
            ),
        ]


class KeadaanCrosscutting(models.TextChoices):
    """States of a proposal."""

    DIAJUKAN = "diajukan", _("menunggu jawaban")
    DITERIMA = "diterima", _("diterima")
    DITOLAK = "ditolak", _("ditolak")
    DITARIK = "ditarik", _("ditarik")


class JenisPihak(models.TextChoices):
    """Who an outside party is."""

    PROVINSI = "provinsi", _("pemerintah provinsi")
    VERTIKAL = "vertikal", _("instansi vertikal")
    DESA = "desa", _("pemerintah desa")
    LSM = "lsm", _("lembaga masyarakat")
    USAHA = "usaha", _("dunia usaha")
    LAIN = "lain", _("pihak lain")


@beriwayat()
class Crosscutting(ModelBerversi):
    """A unit asks another, or an outside party, to carry part of one of its results.

    ``peran`` says what is asked; ``tenggat`` is the day an answer is due. Who accepts names the
    node that will carry it (``simpul_penerima``); for an outside party the planner records the
    answer with its letter (``dasar``).
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    simpul = models.ForeignKey(
        "perencanaan.Simpul", on_delete=models.PROTECT, related_name="crosscutting"
    )
    kepada = models.ForeignKey(
        "organisasi.UnitKerja", on_delete=models.PROTECT, null=True, related_name="+"
    )
    pihak_luar = models.CharField(max_length=150, default="", blank=True)
    jenis_pihak = models.CharField(
        max_length=10, choices=JenisPihak.choices, default="", blank=True
    )
    peran = models.TextField()
    tenggat = models.DateField()
    keadaan = models.CharField(
        max_length=10, choices=KeadaanCrosscutting.choices, default=KeadaanCrosscutting.DIAJUKAN
    )
    simpul_penerima = models.ForeignKey(
        "perencanaan.Simpul", on_delete=models.PROTECT, null=True, related_name="+"
    )
    alasan = models.TextField(default="", blank=True)
    dasar = models.TextField(default="", blank=True)
    diajukan_pada = models.DateTimeField()
    diputus_pada = models.DateTimeField(null=True)
    pengusul = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    pemutus = models.ForeignKey(
        "akun.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            *(
                KunciGabungan(
                    fields=("instansi", bidang),
                    ke=ke,
                    name=f"perencanaan_crosscutting_{bidang}_instansi",
                )
                for bidang, ke in (
                    ("unit", "organisasi.UnitKerja"),
                    ("kepada", "organisasi.UnitKerja"),
                    ("simpul", "perencanaan.Simpul"),
                    ("simpul_penerima", "perencanaan.Simpul"),
                )
            ),
            models.CheckConstraint(
                condition=Q(kepada__isnull=False, pihak_luar="", jenis_pihak="")
                | (Q(kepada__isnull=True) & ~Q(pihak_luar="") & ~Q(jenis_pihak="")),
                name="perencanaan_crosscutting_satu_pihak",
            ),
            models.CheckConstraint(
                condition=Q(kepada__isnull=True) | ~Q(kepada=F("unit")),
                name="perencanaan_crosscutting_pihak_lain",
            ),
            models.UniqueConstraint(
                fields=["simpul", "tahun", "kepada", "pihak_luar"],
                condition=Q(keadaan__in=["diajukan", "diterima"]),
                nulls_distinct=False,
                name="perencanaan_crosscutting_satu_terbuka",
            ),
        ]


class RiwayatCrosscutting(RiwayatAlur):
    """Acts on a proposal."""

    crosscutting = models.ForeignKey(Crosscutting, on_delete=models.PROTECT, related_name="riwayat")


class KesimpulanReviu(models.TextChoices):
    """What the Inspektorat concludes of a plan."""

    SESUAI = "sesuai", _("sesuai")
    CATATAN = "catatan", _("sesuai dengan catatan")
    PERBAIKI = "perbaiki", _("perlu diperbaiki")


@beriwayat()
class ReviuRencana(ModelInstansi):
    """A review of a plan's version by the Inspektorat (APIP): letter, day, conclusion, remarks."""

    dokumen_versi = models.ForeignKey(
        "perencanaan.DokumenVersi", on_delete=models.PROTECT, related_name="reviu"
    )
    nomor = models.CharField(max_length=80)
    tanggal = models.DateField()
    kesimpulan = models.CharField(max_length=10, choices=KesimpulanReviu.choices)
    catatan = models.TextField(default="", blank=True)
    pencatat = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    dicatat_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "dokumen_versi"),
                ke="perencanaan.DokumenVersi",
                name="perencanaan_reviu_dokumen_instansi",
            ),
            models.UniqueConstraint(
                fields=["dokumen_versi", "nomor"], name="perencanaan_reviu_nomor"
            ),
        ]
