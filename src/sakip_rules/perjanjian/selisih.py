"""An agreement's annex held against the budget in force, program by program."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class SelisihAnggaran:
    """One program whose money differs; ``None`` on the side that does not have the program."""

    kode: str
    nama: str
    perjanjian: Decimal | None
    anggaran: Decimal | None

    @property
    def beda(self) -> Decimal:
        """How much the budget gives more (negative: less) than the agreement says, in rupiah."""
        return (self.anggaran or Decimal(0)) - (self.perjanjian or Decimal(0))


def selisih_anggaran(
    perjanjian: Mapping[str, tuple[str, Decimal]], anggaran: Mapping[str, tuple[str, Decimal]]
) -> tuple[SelisihAnggaran, ...]:
    """Every program that is not the same on both sides, by code; both map code → (name, rupiah).

    Only code and money count: a name spelt otherwise changes no promise. A program with no money
    on one side and absent from the other is a difference all the same: it is another list.
    """
    hasil = []
    for kode in sorted(perjanjian.keys() | anggaran.keys()):
        janji, pagu = perjanjian.get(kode), anggaran.get(kode)
        kiri, kanan = (None if s is None else s[1] for s in (janji, pagu))
        if kiri != kanan:
            nama = next(s[0] for s in (pagu, janji) if s is not None)
            hasil.append(SelisihAnggaran(kode, nama, kiri, kanan))
    return tuple(hasil)
