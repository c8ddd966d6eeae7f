"""Reading batches."""

from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.impor.jenis import daftar_jenis
from sakip.impor.models import BarisImpor, BetsImpor, RiwayatImpor


def daftar_bets(lingkup: Lingkup) -> QuerySet[BetsImpor]:
    """Batches of the units in the caller's reach, the newest first. One query when read.

    Of each kind of table only those whose units the caller may bring it for: the treasurer sees
    budgets, who drafts for a unit sees its figures.
    """
    lingkup.wajib(Tindakan.LIHAT_IMPOR)
    syarat = Q(pk__in=())
    for jenis in daftar_jenis(lingkup):
        for jalur in lingkup.jalur_untuk(jenis.izin):
            syarat |= Q(
                jenis=jenis.kode,
                unit__susunan__masa__contains=lingkup.pada,
                unit__susunan__jalur__startswith=jalur,
            )
    return (
        BetsImpor.objects.filter(syarat, instansi_id=lingkup.instansi_id)
        .select_related("pengunggah", "unit")
        .order_by("-id")
    )


def bets_impor(lingkup: Lingkup, uuid: UUID) -> BetsImpor:
    """One batch in the caller's reach, or ``TidakDitemukan``. One query."""
    bets = daftar_bets(lingkup).filter(uuid=uuid).first()
    if bets is None:
        raise TidakDitemukan(_("Impor itu tidak ada, atau bukan milik unit Anda."))
    return bets


def daftar_baris(bets: BetsImpor, akibat: str | None = None) -> QuerySet[BarisImpor]:
    """Rows of a batch the caller was given, in sheet order."""
    baris = bets.baris.order_by("nomor")
    return baris.filter(akibat=akibat) if akibat else baris


def riwayat(bets: BetsImpor) -> list[RiwayatImpor]:
    """Acts on a batch, the oldest first. One query."""
    return list(bets.riwayat.select_related("oleh").order_by("id"))
