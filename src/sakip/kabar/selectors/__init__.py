"""Reads of kabar."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.kabar.kaidah import JamHening
from sakip.kabar.models import Antaran, AturKabar, Webhook
from sakip.kabar.selectors.butir import Butir, daftar_kabar, jumlah_belum_dibaca
from sakip.kabar.selectors.jendela import JendelaUnit, jendela_unit
from sakip.kabar.selectors.masuk import masuk_berkabar
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak

__all__ = [
    "Butir",
    "JendelaUnit",
    "antaran_terakhir",
    "atur_kabar_saya",
    "daftar_kabar",
    "daftar_webhook",
    "jam_hening",
    "jendela_unit",
    "jumlah_belum_dibaca",
    "libur_sekitar",
    "masuk_berkabar",
    "setempat",
    "unit_webhook",
]


def atur_kabar_saya(lingkup: Lingkup) -> AturKabar:
    """The caller's own preferences; the usual ones, unsaved (``versi`` 0), before any. One query.

    Nobody else's can be asked for.
    """
    ada = AturKabar.objects.filter(
        instansi_id=lingkup.instansi_id, pengguna_id=lingkup.pengguna_id
    ).first()
    return ada or AturKabar(
        instansi_id=lingkup.instansi_id, pengguna_id=lingkup.pengguna_id, versi=0
    )


def jam_hening(atur: AturKabar) -> JamHening:
    """The quiet hours of these preferences. No query."""
    return JamHening(atur.hening_mulai, atur.hening_selesai, atur.hening_libur)


def setempat(instansi: Instansi, saat: datetime) -> datetime:
    """A moment on the clock of the instansi. No query."""
    return saat.astimezone(ZoneInfo(instansi.zona))


def libur_sekitar(pada: date) -> frozenset[date]:
    """Public holidays of this year and the next: as far as quiet days can reach. One query."""
    return organisasi.hari_libur(pada, date(pada.year + 1, 12, 31))


def unit_webhook(lingkup: Lingkup) -> UnitTampak:
    """The highest unit on which the caller may keep webhooks: theirs tell of it and below."""
    lingkup.wajib(Tindakan.KELOLA_WEBHOOK)
    unit = organisasi.daftar_unit(lingkup, Tindakan.KELOLA_WEBHOOK)
    if not unit:
        raise TidakDitemukan(_("Unit Anda sudah berakhir; webhook tidak dapat didaftarkan."))
    return unit[0]


def daftar_webhook(lingkup: Lingkup) -> list[Webhook]:
    """Webhooks of the units on which the caller keeps them. Two queries."""
    lingkup.wajib(Tindakan.KELOLA_WEBHOOK)
    unit = [u.id for u in organisasi.daftar_unit(lingkup, Tindakan.KELOLA_WEBHOOK)]
    return list(
        Webhook.objects.filter(instansi_id=lingkup.instansi_id, unit_id__in=unit).order_by("id")
    )


def antaran_terakhir(lingkup: Lingkup, banyak: int = 30) -> list[Antaran]:
    """The latest deliveries of those webhooks, the newest first. Three queries."""
    return list(
        Antaran.objects.filter(webhook__in=daftar_webhook(lingkup))
        .select_related("webhook")
        .order_by("-id")[:banyak]
    )
