"""Everything the domain tests have in common; see ``latar.py``."""

from domain.latar import bahasa_indonesia, dunia, lain, pemeran, penjaga

__all__ = ["bahasa_indonesia", "dunia", "lain", "pemeran", "penjaga"]
