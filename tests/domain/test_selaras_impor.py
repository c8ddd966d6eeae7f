"""Whatever is imported and taken back, what pages read equals a recount from scratch."""

from collections.abc import Callable
from dataclasses import dataclass
from random import Random
from typing import Any

import pytest

from domain.lembar import baris, batalkan, impor, pratinjau
from domain.neraca import hitung_ulang, hitung_ulang_ringkasan, ringkasan, sel_mutakhir
from domain.pemeran import Dunia
from sakip.bersama.galat import GalatLayanan
from sakip.impor.models import BetsImpor


@dataclass(slots=True)
class Perjalanan:
    """A random but repeatable sequence of acts on one small world."""

    dunia: Dunia
    acak: Random

    def baris_acak(self) -> dict[str, Any]:
        a = self.acak
        return baris(
            unit=a.choice(["dinas-anggrek", "dinas-bakung"]),
            tahun=a.choice(["2023", "2024", "2025", "2026"]),
            periode=a.choice(["", "tw1"]),
            kode_indikator=a.choice(["k1", "k2"]),
            indikator=a.choice(["Nama", "Nama lain"]),
            arah=a.choice(["naik_baik", "naik_baik", "naik_baik", "turun_baik"]),
            target=a.choice(["0", "50", "80", "100", ""]),
            realisasi=a.choice(["0", "25", "76,5", "120", ""]),
        )

    def unggah(self) -> None:
        semua = [self.baris_acak() for _ in range(self.acak.randint(1, 6))]
        impor(self.dunia, *semua, siapa="gita")

    def batalkan(self) -> None:
        batalkan(self.dunia, self.acak.choice(list(BetsImpor.objects.order_by("id"))), "gita")

    def langkah(self) -> Callable[[], None]:
        return self.acak.choice([self.unggah, self.unggah, self.batalkan])


def _perjalanan(dunia: Dunia, benih: int) -> Perjalanan:
    return Perjalanan(dunia, Random(benih))  # noqa: S311 - repeatable, not secret


def _jalani(perjalanan: Perjalanan, banyak: int) -> int:
    """Take steps; what is refused changes nothing. Returns how many were let through."""
    lewat = 0
    for _ in range(banyak):
        try:
            perjalanan.langkah()()
            lewat += 1
        except (GalatLayanan, IndexError):
            pass  # refused (or nothing to take back yet): the state must still agree
        assert sel_mutakhir(perjalanan.dunia) == hitung_ulang(perjalanan.dunia)
    return lewat


@pytest.mark.parametrize("benih", range(8))
def test_bacaan_selalu_sama_dengan_hitung_ulang(dunia: Dunia, benih: int) -> None:
    lewat = _jalani(_perjalanan(dunia, benih), 12)

    assert lewat > 0
    assert ringkasan(dunia) == hitung_ulang_ringkasan(dunia)


@pytest.mark.parametrize("benih", range(100, 106))
def test_membatalkan_semuanya_dari_yang_terbaru_mengosongkan_semuanya(
    dunia: Dunia, benih: int
) -> None:
    perjalanan = _perjalanan(dunia, benih)
    _jalani(perjalanan, 10)

    for bets in BetsImpor.objects.filter(keadaan="diterapkan").order_by("-id"):
        batalkan(dunia, bets, "gita")

    assert sel_mutakhir(dunia) == hitung_ulang(dunia) == {}
    assert ringkasan(dunia) == {}


def test_unggah_ulang_berkas_acak_selalu_sama(dunia: Dunia) -> None:
    perjalanan = _perjalanan(dunia, 7)
    semua = {
        (b["unit"], b["tahun"], b["periode"], b["kode_indikator"]): b | {"arah": "naik_baik"}
        for b in (perjalanan.baris_acak() for _ in range(25))
    }
    impor(dunia, *semua.values(), siapa="gita")

    kedua = pratinjau(dunia, *semua.values(), siapa="gita")

    assert kedua.ringkasan == {"sama": len(semua)}
