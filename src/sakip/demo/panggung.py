"""The stage of the demo: who acts, and the acts of the invented year in the order of their moment.

Each part of the year (``sakip.demo.babak_*``) gives its acts with the moment at which they happen;
they are played through the services themselves, as the right person, up to the chosen day.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any

from sakip.bersama.jam import WIB
from sakip.bersama.layanan import Pelaku
from sakip.organisasi.models import Instansi


@dataclass(frozen=True, slots=True)
class Panggung:
    """The government of the story, its accounts by name, and what acts leave for later ones.

    ``akun`` grows: the first acts add the people of the other kecamatan
    (``kecamatan-mancak.penyusun``, ``.verifikator``, ``.pimpinan``).
    """

    instansi: Instansi
    akun: dict[str, Pelaku]
    sistem: Pelaku
    ingat: dict[str, Any] = field(default_factory=dict)

    def dasar(self, siapa: str, saat: datetime) -> dict[str, Any]:
        """What every service asks for: who, when, where."""
        oleh = self.sistem if siapa == "sistem" else self.akun[siapa]
        return {"oleh": oleh, "saat": saat, "instansi": self.instansi}


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One act: its moment, and what is done. Acts of one moment keep the order they are given."""

    saat: datetime
    lakukan: Callable[[datetime], object]


def pukul(tanggal: str | date, jam: int, menit: int = 0) -> datetime:
    """A moment of the story in WIB."""
    hari = tanggal if isinstance(tanggal, date) else date.fromisoformat(tanggal)
    return datetime.combine(hari, time(jam, menit), WIB)


def putar(kejadian: Iterable[Kejadian], pada: date) -> int:
    """Play every act up to the end of ``pada``, in order; returns how many."""
    akhir = pukul(pada, 23, 59)
    urut = sorted((k for k in kejadian if k.saat <= akhir), key=lambda k: k.saat)
    for k in urut:
        k.lakukan(k.saat)
    return len(urut)
