"""A value on its way from a cell to the columns that keep it: the plan's own, for realisasi too."""

from sakip.perencanaan.kaidah.nilai import NilaiBaru, setara

__all__ = ["NilaiBaru", "setara"]
