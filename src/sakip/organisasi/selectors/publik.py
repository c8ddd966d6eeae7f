"""What everybody may know of a government: that it is there, and how its units are called."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.organisasi.models import Instansi, SusunanUnit
from sakip.organisasi.selectors.tampak import KOLOM_UNIT, UnitTampak


def daftar_instansi_publik() -> list[Instansi]:
    """Every government of this installation. One query."""
    return list(Instansi.objects.order_by("kode"))


def daftar_unit_publik(instansi: Instansi, pada: date, jenis: Sequence[str]) -> list[UnitTampak]:
    """Units of these kinds on a day, by name: never by rank. One query."""
    susunan = SusunanUnit.objects.filter(
        instansi=instansi, masa__contains=pada, arsip=False, unit__jenis__in=jenis
    ).order_by("nama")
    return [
        UnitTampak(id_, str(uuid), *sisa) for id_, uuid, *sisa in susunan.values_list(*KOLOM_UNIT)
    ]


def unit_publik(instansi: Instansi, slug: str, pada: date) -> UnitTampak:
    """One unit by its address, or ``TidakDitemukan``. One query."""
    susunan = SusunanUnit.objects.filter(
        instansi=instansi, masa__contains=pada, unit__slug=slug
    ).values_list(*KOLOM_UNIT)[:1]
    for id_, uuid, *sisa in susunan:
        return UnitTampak(id_, str(uuid), *sisa)
    raise TidakDitemukan(_("Tidak ada unit dengan alamat “%s” di instansi ini.") % slug)
