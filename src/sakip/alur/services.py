"""Keeping the inbox in step. Called inside a service, never from a front."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from sakip.alur.models import Tugas
from sakip.bersama.izin import Peran


@dataclass(frozen=True, slots=True)
class TugasBaru:
    """What to put into an inbox. ``pola`` is an Indonesian sentence with ``{nama}`` places."""

    peran: Peran
    unit_id: int
    pola: str
    isian: dict[str, str] = field(default_factory=dict)
    sasaran: dict[str, Any] = field(default_factory=dict)
    pengguna_id: int | None = None
    tahun: int | None = None
    jatuh_tempo: datetime | None = None


def proyeksikan_tugas(
    *, instansi_id: int, alur: str, objek: UUID, tugas: Sequence[TugasBaru], saat: datetime
) -> None:
    """Replace the open tasks of one record by ``tugas`` (empty: nothing is left to do)."""
    Tugas.objects.filter(alur=alur, objek=objek).delete()
    Tugas.objects.bulk_create(
        Tugas(
            instansi_id=instansi_id,
            unit_id=t.unit_id,
            alur=alur,
            objek=objek,
            peran=t.peran,
            pengguna_id=t.pengguna_id,
            pola=t.pola,
            isian=t.isian,
            sasaran=t.sasaran,
            tahun=t.tahun,
            jatuh_tempo=t.jatuh_tempo,
            dibuat_pada=saat,
        )
        for t in tugas
    )


def hapus_tugas(*, alur: str, objek: Sequence[UUID]) -> None:
    """Take the tasks of these records away: they were done by another act."""
    Tugas.objects.filter(alur=alur, objek__in=objek).delete()
