"""All rules of data quality over one sheet. The same input always gives the same findings."""

from collections.abc import Iterator, Sequence
from typing import Any, Final

from sakip_rules.mutu.aturan import AturanMutu
from sakip_rules.mutu.bahan import AngkaDiperiksa, BahanMutu, KaidahMutu, TemuanMutu
from sakip_rules.mutu.kaidah_bukti import KAIDAH_BUKTI, KAIDAH_SELEMBAR
from sakip_rules.mutu.kaidah_deret import KAIDAH_DERET

KAIDAH_ANGKA: Final[tuple[KaidahMutu[AngkaDiperiksa], ...]] = (*KAIDAH_DERET, *KAIDAH_BUKTI)
KAIDAH_LEMBAR: Final[tuple[KaidahMutu[BahanMutu], ...]] = KAIDAH_SELEMBAR


def periksa_mutu(angka: Sequence[AngkaDiperiksa], aturan: AturanMutu) -> tuple[TemuanMutu, ...]:
    """Every finding on the figures of a sheet, in their order; those on the sheet itself first."""
    bahan = BahanMutu(tuple(angka))
    semua = [t for k in KAIDAH_LEMBAR for t in _satu(k, bahan, "", aturan)]
    semua += [t for a in angka for k in KAIDAH_ANGKA for t in _satu(k, a, a.kode, aturan)]
    return tuple(semua)


def _satu(
    kaidah: KaidahMutu[Any], objek: Any, kode: str, aturan: AturanMutu
) -> Iterator[TemuanMutu]:
    satu = aturan.kaidah.get(kaidah.kode)
    if satu is None:
        return
    for sebab in kaidah.gagal(objek, satu.ambang):
        yield TemuanMutu(kaidah, kode, sebab, satu.keparahan)
