"""The stage of the demo: who acts, and the acts of the invented year in the order of their moment.

Each part of the year (``sakip.demo.babak_*``) gives its acts with the moment at which they happen;
they are played through the services themselves, as the right person, up to the chosen day. An act
finds what earlier ones made in the database, so that another process can play on from a later day.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any

from sakip.akun.models import Pengguna
from sakip.arsip.kode import kode_dari_benih
from sakip.bersama.jam import WIB
from sakip.bersama.layanan import Pelaku
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi

# Accounts of the story that play the part of another kecamatan's drafter.
PERAN_CERITA = {"kecamatan-mancak.penyusun": "mancak"}


@dataclass(frozen=True, slots=True)
class Panggung:
    """The government of the story and its accounts by name.

    ``akun`` grows: the first acts add the people of the other kecamatan
    (``kecamatan-mancak.penyusun``, ``.verifikator``, ``.pimpinan``).
    """

    instansi: Instansi
    akun: dict[str, Pelaku]
    sistem: Pelaku

    @classmethod
    def tersimpan(cls, kode: str) -> "Panggung":
        """The stage as an earlier performance left it in the database. Three queries."""
        akun = {n: Pelaku(pk) for pk, n in Pengguna.objects.values_list("pk", "nama_pengguna")}
        akun |= {peran: akun[n] for peran, n in PERAN_CERITA.items()}
        return cls(organisasi.instansi_menurut_kode(kode), akun, organisasi.pelaku_sistem())

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


def putar(kejadian: Iterable[Kejadian], pada: date, sesudah: date | None = None) -> int:
    """Play every act up to the end of ``pada``, in order; returns how many.

    With ``sesudah`` only those after that day, which was played to its end before. Check codes of
    papers are drawn from each act's place in the story: the same on every load.
    """
    akhir = pukul(pada, 23, 59)
    awal = pukul(sesudah, 23, 59) if sesudah is not None else None
    urut = sorted((k for k in kejadian if k.saat <= akhir), key=lambda k: k.saat)
    jumlah = 0
    for n, k in enumerate(urut):
        if awal is None or k.saat > awal:
            with kode_dari_benih(f"{k.saat.isoformat()} {n}"):
                k.lakukan(k.saat)
            jumlah += 1
    return jumlah
