"""Numbers that people write in two ways: what a text may mean."""

from decimal import Decimal

from sakip_rules.angka import FormatAngka, baca_angka, bermakna_ganda


def arti_ganda(teks: str) -> tuple[str, str] | None:
    """Both meanings of a text such as "1.000" without separators; ``None``: it has one, or none."""
    if not bermakna_ganda(teks):
        return None
    return _polos(baca_angka(teks, FormatAngka.ID)), _polos(baca_angka(teks, FormatAngka.EN))


def _polos(angka: Decimal) -> str:
    bulat, _koma, desimal = format(angka, "f").partition(".")
    desimal = desimal.rstrip("0")
    return f"{bulat},{desimal}" if desimal else bulat
