"""Reading the inbox, and who may stand in where maker ≠ checker bars the holder."""

from collections.abc import Collection

from django.db.models import F, Q, QuerySet

from sakip.alur.models import Tugas
from sakip.bersama.izin import Lingkup, Peran
from sakip.organisasi import selectors as organisasi


def daftar_tugas(lingkup: Lingkup) -> QuerySet[Tugas]:
    """Tasks of the caller in this instansi, the most urgent first. One query.

    A task belongs to a peran on a unit, or to one person by name. Who holds the peran on a unit
    further up has the tasks of the units below it too: the Bagian Organisasi those of all.
    """
    milik = Q(pengguna_id=lingkup.pengguna_id)
    for k in lingkup.kewenangan:
        milik |= Q(pengguna__isnull=True, peran=k.peran, unit__susunan__jalur__startswith=k.jalur)
    return Tugas.objects.filter(
        milik,
        instansi_id=lingkup.instansi_id,
        unit__susunan__masa__contains=lingkup.pada,
    ).order_by(F("jatuh_tempo").asc(nulls_last=True), "id")


def pengganti_sah(lingkup: Lingkup, *, unit_id: int, peran: Peran, pelaku: Collection[int]) -> bool:
    """Whether the caller may act as the named substitute for ``peran`` of a unit. Two queries.

    Only when every holder of the peran on that day is among ``pelaku``, those who acted on the
    record before: a substitute is for where four eyes would be two, not for convenience.
    """
    ditunjuk = organisasi.pengganti(unit_id, peran, lingkup.pada)
    if ditunjuk is None or ditunjuk.pengguna_id != lingkup.pengguna_id:
        return False
    pemegang = organisasi.pemegang_peran(unit_id, peran, lingkup.pada)
    return bool(pemegang) and pemegang <= set(pelaku)
