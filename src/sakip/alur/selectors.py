"""Reading the inbox."""

from django.db.models import F, Q, QuerySet

from sakip.alur.models import Tugas
from sakip.bersama.izin import Lingkup


def daftar_tugas(lingkup: Lingkup) -> QuerySet[Tugas]:
    """Tasks of the caller in this instansi, the most urgent first. One query.

    A task belongs to a peran on a unit, or to one person by name.
    """
    milik = Q(pengguna_id=lingkup.pengguna_id)
    for k in lingkup.kewenangan:
        milik |= Q(pengguna__isnull=True, peran=k.peran, unit_id=k.unit_id)
    return Tugas.objects.filter(milik, instansi_id=lingkup.instansi_id).order_by(
        F("jatuh_tempo").asc(nulls_last=True), "id"
    )
