"""Kinds of rules. A module that reads a kind registers its schema here; nothing is inferred."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sakip_rules.regulasi.baca import Isi
from sakip_rules.regulasi.medan import Medan

T = TypeVar("T")


@dataclass(frozen=True, eq=False)
class Jenis(Generic[T]):
    """One kind of rule: which keys its head and its versions have, and what a version becomes.

    ``bangun(kepala, versi)`` gets the two checked mappings and returns the frozen value; for a
    fault between fields it raises ``versi.di("kunci").galat("…")``, so that the line is named.
    """

    nama: str
    versi: Mapping[str, Medan]
    bangun: Callable[[Isi, Isi], T]
    versi_boleh: Mapping[str, Medan] = field(default_factory=dict)
    kepala: Mapping[str, Medan] = field(default_factory=dict)
    kepala_boleh: Mapping[str, Medan] = field(default_factory=dict)


_JENIS: dict[str, Jenis[Any]] = {}


def daftarkan(jenis: Jenis[T]) -> Jenis[T]:
    """Register a kind under its name and give it back; a second one of that name is a bug."""
    if jenis.nama in _JENIS:
        raise ValueError(f"jenis {jenis.nama} terdaftar dua kali")
    _JENIS[jenis.nama] = jenis
    return jenis


def jenis_bernama(nama: str) -> Jenis[Any] | None:
    """Find a kind; before saying no, import the whole kernel, since a module may register it."""
    if nama not in _JENIS:
        muat_semua_jenis()
    return _JENIS.get(nama)


def muat_semua_jenis() -> tuple[str, ...]:
    """Import the whole kernel, so that every kind is known; gives the names."""
    paket = importlib.import_module("sakip_rules")
    for modul in pkgutil.walk_packages(paket.__path__, "sakip_rules."):
        importlib.import_module(modul.name)
    return tuple(sorted(_JENIS))
