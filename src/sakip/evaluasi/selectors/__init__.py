"""Reads of evaluation."""

from sakip.evaluasi.selectors.hasil import daftar_hasil, hasil_menurut_unit

__all__ = ["daftar_hasil", "hasil_menurut_unit"]
