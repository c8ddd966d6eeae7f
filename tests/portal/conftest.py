"""The same cast and the same write guard as in the domain tests."""

from domain.latar import bahasa_indonesia, dunia, lain, pemeran, penjaga

__all__ = ["bahasa_indonesia", "dunia", "lain", "pemeran", "penjaga"]
