"""What a person has read and wants to hear, what was sent, and whom outside is told of events."""

from datetime import time

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from sakip.bersama.izin import Peran
from sakip.bersama.kendala import KunciGabungan
from sakip.bersama.model import ModelBerversi, ModelInstansi
from sakip.bersama.riwayat import beriwayat


class JenisKabar(models.TextChoices):
    """What an item of the inbox is about; a person may switch each of them off."""

    TUGAS = "tugas", _("Tugas baru")
    DIKEMBALIKAN = "dikembalikan", _("Dikembalikan untuk diperbaiki")
    KOMENTAR = "komentar", _("Komentar dan sebutan")
    JENDELA = "jendela", _("Jendela pengukuran dibuka atau segera ditutup")
    TERLAMBAT = "terlambat", _("Terlambat")
    PERPANJANGAN = "perpanjangan", _("Izin perpanjangan")
    TERKUNCI = "terkunci", _("Lembar terkunci")
    ESKALASI = "eskalasi", _("Unit yang belum mengajukan")
    SISTEM = "sistem", _("Pengiriman surel dan webhook")


class Ringkasan(models.TextChoices):
    """How often unread items are put together into one e-mail."""

    MATI = "mati", _("Tidak dikirim")
    HARIAN = "harian", _("Setiap hari kerja")
    MINGGUAN = "mingguan", _("Seminggu sekali")


@beriwayat("surel", "surel_catatan")
class AturKabar(ModelBerversi):
    """What one account wants to hear, and where. The address is personal: history leaves it out.

    ``surel_sah_pada`` is empty until the link sent to the address was followed.
    ``surel_ditolak`` counts refusals by the receiving server; ``surel_catatan`` is its last word.
    """

    pengguna = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    surel = models.EmailField(default="", blank=True)
    surel_sah_pada = models.DateTimeField(null=True)
    surel_ditolak = models.PositiveSmallIntegerField(default=0)
    surel_catatan = models.CharField(max_length=200, default="", blank=True)
    ringkasan = models.CharField(max_length=10, choices=Ringkasan.choices, default=Ringkasan.MATI)
    hening_mulai = models.TimeField(default=time(18))
    hening_selesai = models.TimeField(default=time(7))
    hening_libur = models.BooleanField(default=True)
    jenis_mati = models.JSONField(default=list)

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            models.UniqueConstraint(fields=["instansi", "pengguna"], name="kabar_atur_satu"),
        ]


class BacaKabar(ModelInstansi):
    """What one account has read: everything up to ``sampai``, and single items after it.

    Items themselves are derived from what happened; ``kunci`` holds their names.
    """

    pengguna = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    sampai = models.DateTimeField(null=True)
    kunci = models.JSONField(default=list)
    nomor = models.PositiveIntegerField(default=1)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            models.UniqueConstraint(fields=["instansi", "pengguna"], name="kabar_baca_satu"),
        ]


class PesanKabar(ModelInstansi):
    """An item that nothing else would tell of: a mention, an address that refused a message.

    It is for one person, or for whoever holds ``peran`` on the unit. ``asal`` names the occasion:
    told twice, it is there once.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    pengguna = models.ForeignKey(
        "akun.Pengguna", on_delete=models.PROTECT, null=True, related_name="+"
    )
    peran = models.CharField(
        max_length=40, choices=[(p.value, p.value) for p in Peran], default="", blank=True
    )
    jenis = models.CharField(max_length=15, choices=JenisKabar.choices)
    asal = models.CharField(max_length=120)
    pola = models.CharField(max_length=250)
    isian = models.JSONField(default=dict)
    sasaran = models.JSONField(default=dict)
    catatan = models.CharField(max_length=200, default="", blank=True)
    dibuat_pada = models.DateTimeField()

    class Meta(ModelInstansi.Meta):
        db_table_comment = "hanya-tambah: kabar yang tidak dapat diturunkan dari catatan lain"
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="kabar_pesan_unit_instansi",
            ),
            models.UniqueConstraint(
                fields=["instansi", "asal", "pengguna", "peran"],
                nulls_distinct=False,
                name="kabar_pesan_satu",
            ),
        ]


class JenisSurat(models.TextChoices):
    """What an e-mail is: the digest of a day, or the link that proves an address."""

    RINGKASAN = "ringkasan", _("ringkasan")
    SAHKAN = "sahkan", _("pengesahan alamat")


class KeadaanKirim(models.TextChoices):
    """Where a message outward stands. ``mengirim`` is left behind when the sender is killed."""

    MENUNGGU = "menunggu", _("menunggu")
    MENGIRIM = "mengirim", _("sedang dikirim")
    TERKIRIM = "terkirim", _("terkirim")
    GAGAL = "gagal", _("tidak terkirim")


class Surat(ModelInstansi):
    """One e-mail, laid here before it goes: of a digest there is one a person and day."""

    pengguna = models.ForeignKey("akun.Pengguna", on_delete=models.PROTECT, related_name="+")
    jenis = models.CharField(max_length=10, choices=JenisSurat.choices)
    hari = models.DateField()
    kepada = models.EmailField()
    judul = models.CharField(max_length=200)
    teks = models.TextField()
    html = models.TextField()
    keadaan = models.CharField(
        max_length=10, choices=KeadaanKirim.choices, default=KeadaanKirim.MENUNGGU
    )
    percobaan = models.PositiveSmallIntegerField(default=0)
    terputus = models.PositiveSmallIntegerField(default=0)
    coba_pada = models.DateTimeField()
    catatan = models.CharField(max_length=200, default="", blank=True)
    dibuat_pada = models.DateTimeField()
    terkirim_pada = models.DateTimeField(null=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            models.UniqueConstraint(
                fields=["instansi", "pengguna", "hari"],
                condition=Q(jenis="ringkasan"),
                name="kabar_surat_sehari",
            ),
        ]
        indexes = [
            models.Index(
                fields=["coba_pada"],
                condition=Q(keadaan__in=["menunggu", "mengirim"]),
                name="kabar_surat_antre",
            )
        ]


@beriwayat("gagal_beruntun")
class Webhook(ModelBerversi):
    """An address outside that is told of events in a unit and those below it.

    The shared secret is not stored: it follows from the signing key of the installation, the uuid
    and ``putaran``; a new one is a new ``putaran``.
    """

    unit = models.ForeignKey("organisasi.UnitKerja", on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=80)
    alamat = models.CharField(max_length=500)
    peristiwa = models.JSONField(default=list)
    aktif = models.BooleanField(default=True)
    aktif_sejak = models.DateTimeField()
    putaran = models.PositiveSmallIntegerField(default=1)
    gagal_beruntun = models.PositiveSmallIntegerField(default=0)
    sebab_mati = models.CharField(max_length=200, default="", blank=True)
    dibuat_pada = models.DateTimeField()

    class Meta(ModelBerversi.Meta):
        constraints = [
            *ModelBerversi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "unit"),
                ke="organisasi.UnitKerja",
                name="kabar_webhook_unit_instansi",
            ),
            models.UniqueConstraint(fields=["instansi", "alamat"], name="kabar_webhook_alamat"),
        ]


class Antaran(ModelInstansi):
    """One event for one webhook: the log of its delivery too."""

    webhook = models.ForeignKey(Webhook, on_delete=models.PROTECT, related_name="antaran")
    peristiwa = models.CharField(max_length=30)
    kunci = models.CharField(max_length=120)
    isi = models.JSONField()
    keadaan = models.CharField(
        max_length=10, choices=KeadaanKirim.choices, default=KeadaanKirim.MENUNGGU
    )
    percobaan = models.PositiveSmallIntegerField(default=0)
    coba_pada = models.DateTimeField()
    status = models.PositiveSmallIntegerField(null=True)
    catatan = models.CharField(max_length=200, default="", blank=True)
    dibuat_pada = models.DateTimeField()
    selesai_pada = models.DateTimeField(null=True)

    class Meta(ModelInstansi.Meta):
        constraints = [
            *ModelInstansi.Meta.constraints,
            KunciGabungan(
                fields=("instansi", "webhook"),
                ke="kabar.Webhook",
                name="kabar_antaran_webhook_instansi",
            ),
            models.UniqueConstraint(fields=["webhook", "kunci"], name="kabar_antaran_satu"),
        ]
        indexes = [
            models.Index(
                fields=["coba_pada"],
                condition=Q(keadaan__in=["menunggu", "mengirim"]),
                name="kabar_antaran_antre",
            )
        ]
