"""Frozen dataclasses to plain JSON and back. Numbers are exact text, days are ISO text.

Strict on reading: an unknown key or a value of another type is a ``ValueError`` that names its
place. A key that is missing takes the field's default, so that data stored before a field existed
can still be read.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

T = TypeVar("T")


def ke_data(nilai: object, *, tanda: bool = False) -> Any:
    """Plain data of a frozen value; with ``tanda`` each mapping says which node it is."""
    if is_dataclass(nilai) and not isinstance(nilai, type):
        isi = {b.name: ke_data(getattr(nilai, b.name), tanda=tanda) for b in fields(nilai)}
        return {"simpul": type(nilai).__name__, **isi} if tanda else isi
    if isinstance(nilai, tuple):
        return [ke_data(satu, tanda=tanda) for satu in nilai]
    if isinstance(nilai, Decimal):
        return format(nilai, "f")
    if isinstance(nilai, date):
        return nilai.isoformat()
    if isinstance(nilai, StrEnum):
        return nilai.value
    if nilai is None or isinstance(nilai, str | bool | int):
        return nilai
    raise TypeError(f"{type(nilai).__name__} tidak dapat menjadi data dokumen")


def dari_data(kelas: type[T], data: Any, letak: str = "bahan") -> T:
    """Read one dataclass back from plain data."""
    if not isinstance(data, Mapping):
        raise ValueError(f"{letak}: diminta peta, yang ada {type(data).__name__}")  # noqa: TRY004
    bidang = {b.name: b for b in fields(cast("Any", kelas))}
    asing = sorted(set(data) - set(bidang))
    if asing:
        raise ValueError(f"{letak}: kunci tidak dikenal: {', '.join(asing)}")
    jenis = _jenis(kelas)
    isi = {
        nama: _baca(jenis[nama], data[nama], f"{letak}.{nama}")
        for nama in bidang
        if nama in data or _wajib(bidang[nama], letak)
    }
    return kelas(**isi)


_jenis: Callable[[Any], dict[str, Any]] = cache(get_type_hints)


def _wajib(bidang: "Field[Any]", letak: str) -> bool:
    """False for a missing key with a default; otherwise the place is named."""
    if bidang.default is MISSING and bidang.default_factory is MISSING:
        raise ValueError(f"{letak}: kunci {bidang.name} wajib ada")
    return False


def _baca(jenis: Any, isi: Any, letak: str) -> Any:
    asal = get_origin(jenis)
    if asal in {Union, UnionType}:
        if isi is None:
            return None
        (dalam,) = (satu for satu in get_args(jenis) if satu is not NoneType)
        return _baca(dalam, isi, letak)
    if asal is tuple:
        if not isinstance(isi, list):
            raise ValueError(f"{letak}: diminta daftar, yang ada {type(isi).__name__}")
        satuan = get_args(jenis)[0]
        return tuple(_baca(satuan, satu, f"{letak}[{n}]") for n, satu in enumerate(isi))
    if is_dataclass(jenis):
        return dari_data(cast("type[Any]", jenis), isi, letak)
    return _polos(jenis, isi, letak)


def _polos(jenis: Any, isi: Any, letak: str) -> Any:
    if jenis in {Decimal, date} or (isinstance(jenis, type) and issubclass(jenis, StrEnum)):
        if not isinstance(isi, str):
            raise ValueError(f"{letak}: diminta teks, yang ada {type(isi).__name__}")
        try:
            return date.fromisoformat(isi) if jenis is date else jenis(isi)
        except (ValueError, InvalidOperation) as salah:
            raise ValueError(f"{letak}: “{isi}” tidak terbaca") from salah
    if type(isi) is not jenis:
        raise ValueError(f"{letak}: diminta {jenis.__name__}, yang ada {type(isi).__name__}")
    return isi
