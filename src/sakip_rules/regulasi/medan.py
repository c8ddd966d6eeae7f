"""Checkers of single fields: each turns a node into a value or says, with file and line, why not.

A kind of rule is described by putting these together, for example
``{"kode": teks(), "di_atas": angka(), "kelas": daftar(peta({...}))}``.
Numbers of the law are quoted strings and become ``Decimal``; floats are refused everywhere.
"""

import re
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

import yaml

from sakip_rules.galat import BerkasRegulasiSalah
from sakip_rules.regulasi.baca import Isi, Simpul

Medan = Callable[[Simpul], Any]

_ANGKA: Final = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_TANGGAL: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def _bukan(simpul: Simpul, diminta: str) -> BerkasRegulasiSalah:
    """Say what was expected and what stands there, in the words of the file's author."""
    if simpul.tanda == "float":
        return simpul.posisi.galat(
            'bilangan {ada} tanpa tanda kutip (float) dilarang; tulis "{ada}".', ada=simpul.teks
        )
    if simpul.tanda in ("int", "bool", "timestamp"):
        return simpul.posisi.galat(
            '{ada} tanpa tanda kutip dibaca sebagai {tanda}; diminta {diminta}, tulis "{ada}".',
            ada=simpul.teks,
            tanda=simpul.tanda,
            diminta=diminta,
        )
    nama = {"map": "peta", "seq": "daftar", "null": "null (kosong)"}.get(simpul.tanda)
    return simpul.posisi.galat(
        "diminta {diminta}, yang tertulis {ada}.", diminta=diminta, ada=nama or f"“{simpul.teks}”"
    )


def teks(pola: str | None = None) -> Medan:
    """Accept a non-empty text; ``pola`` is a regular expression the whole of it must match."""
    aturan = None if pola is None else re.compile(pola)

    def baca(simpul: Simpul) -> str:
        if simpul.tanda != "str" or not simpul.teks.strip():
            raise _bukan(simpul, "teks")
        if aturan is not None and not aturan.fullmatch(simpul.teks):
            raise _bukan(simpul, f"teks berbentuk {aturan.pattern}")
        return simpul.teks

    return baca


def angka(paling_kecil: str | None = None) -> Medan:
    """Accept a quoted decimal number ("12.5"), at least ``paling_kecil``; give a ``Decimal``."""
    batas = None if paling_kecil is None else Decimal(paling_kecil)

    def baca(simpul: Simpul) -> Decimal:
        if simpul.tanda != "str" or not _ANGKA.fullmatch(simpul.teks):
            raise _bukan(simpul, 'angka dalam tanda kutip seperti "12.5"')
        nilai = Decimal(simpul.teks)
        if batas is not None and nilai < batas:
            raise simpul.posisi.galat(
                "{nilai} lebih kecil dari {batas}, batas terkecil di sini.",
                nilai=nilai,
                batas=batas,
            )
        return nilai

    return baca


def bulat(paling_kecil: int = 0) -> Medan:
    """Accept a plain whole number: a page, a count; never an amount of the law (``angka``)."""

    def baca(simpul: Simpul) -> int:
        if simpul.tanda != "int" or not simpul.teks.isdecimal():
            raise _bukan(simpul, "bilangan bulat tanpa kutip (halaman, banyaknya)")
        if int(simpul.teks) < paling_kecil:
            raise _bukan(simpul, f"bilangan bulat paling kecil {paling_kecil}")
        return int(simpul.teks)

    return baca


def tanggal() -> Medan:
    """Accept a quoted date ("2022-01-31") and give a ``date``."""

    def baca(simpul: Simpul) -> date:
        if simpul.tanda != "str" or not _TANGGAL.fullmatch(simpul.teks):
            raise _bukan(simpul, 'tanggal dalam tanda kutip seperti "2022-01-31"')
        try:
            return date.fromisoformat(simpul.teks)
        except ValueError as salah:
            raise simpul.posisi.galat(
                "tanggal {tanggal} tidak ada di kalender.", tanggal=simpul.teks
            ) from salah

    return baca


def ya_tidak() -> Medan:
    """Accept ``true`` or ``false``."""

    def baca(simpul: Simpul) -> bool:
        if simpul.tanda != "bool":
            raise _bukan(simpul, "true atau false")
        return simpul.teks.lower() == "true"

    return baca


def pilihan(*kode: str) -> Medan:
    """Accept one of the given words."""

    def baca(simpul: Simpul) -> str:
        if simpul.tanda != "str" or simpul.teks not in kode:
            raise _bukan(simpul, "salah satu dari " + ", ".join(kode))
        return simpul.teks

    return baca


def boleh_null(medan: Medan) -> Medan:
    """Accept ``null``, written out, or what ``medan`` accepts."""

    def baca(simpul: Simpul) -> Any:
        return None if simpul.tanda == "null" else medan(simpul)

    return baca


def atau(kata: str, medan: Medan) -> Medan:
    """Accept one fixed word (``tidak_diatur``, ``tanpa``), given back as text, or ``medan``."""

    def baca(simpul: Simpul) -> Any:
        return kata if simpul.tanda == "str" and simpul.teks == kata else medan(simpul)

    return baca


def daftar(medan: Medan, paling_sedikit: int = 1) -> Medan:
    """Accept a list of ``medan`` and give a tuple; shorter than ``paling_sedikit`` is refused."""

    def baca(simpul: Simpul) -> tuple[Any, ...]:
        if not isinstance(simpul.node, yaml.SequenceNode):
            raise _bukan(simpul, "daftar")
        butir = tuple(medan(simpul.anak(node)) for node in simpul.node.value)
        if len(butir) < paling_sedikit:
            raise simpul.posisi.galat(
                "daftar berisi {ada} butir; paling sedikit {minimal}.",
                ada=len(butir),
                minimal=paling_sedikit,
            )
        return butir

    return baca


def peta(wajib: Mapping[str, Medan], boleh: Mapping[str, Medan] | None = None) -> Medan:
    """Accept a mapping with exactly these keys; unknown, doubled and missing keys are refused."""
    dikenal = {**wajib, **(boleh or {})}

    def baca(simpul: Simpul) -> Isi:
        isi = Isi(simpul.posisi)
        for kunci, nilai in _pasangan(simpul):
            if kunci.teks not in dikenal:
                raise kunci.posisi.galat(
                    "kunci “{kunci}” tidak dikenal; yang dikenal: {dikenal}.",
                    kunci=kunci.teks,
                    dikenal=", ".join(dikenal),
                )
            _catat(isi, kunci, dikenal[kunci.teks](nilai))
        for nama in wajib:
            if nama not in isi:
                raise simpul.posisi.galat("kunci “{kunci}” wajib ada.", kunci=nama)
        return isi

    return baca


def peta_bebas(medan: Medan, kunci: Medan | None = None) -> Medan:
    """Accept a mapping with any keys (checked by ``kunci`` if given), all values ``medan``."""
    baca_kunci = kunci or teks()

    def baca(simpul: Simpul) -> Isi:
        isi = Isi(simpul.posisi)
        for simpul_kunci, nilai in _pasangan(simpul):
            baca_kunci(simpul_kunci)
            _catat(isi, simpul_kunci, medan(nilai))
        return isi

    return baca


def bebas() -> Medan:
    """Accept any nesting of mappings, lists, text, ``null``, true, false; never a bare number."""

    def baca(simpul: Simpul) -> Any:
        if isinstance(simpul.node, yaml.MappingNode):
            return peta_bebas(baca)(simpul)
        if isinstance(simpul.node, yaml.SequenceNode):
            return daftar(baca, paling_sedikit=0)(simpul)
        if simpul.tanda == "null":
            return None
        return ya_tidak()(simpul) if simpul.tanda == "bool" else teks()(simpul)

    return baca


def _pasangan(simpul: Simpul) -> list[tuple[Simpul, Simpul]]:
    if not isinstance(simpul.node, yaml.MappingNode):
        raise _bukan(simpul, "peta (kunci: nilai)")
    return [(simpul.anak(kunci), simpul.anak(nilai)) for kunci, nilai in simpul.node.value]


def _catat(isi: Isi, kunci: Simpul, nilai: Any) -> None:
    if kunci.teks in isi:
        raise kunci.posisi.galat(
            "kunci “{kunci}” ganda; pertama di baris {pertama}. Hapus salah satu.",
            kunci=kunci.teks,
            pertama=isi.di(kunci.teks).baris,
        )
    isi[kunci.teks] = nilai
    isi.posisi_kunci[kunci.teks] = kunci.posisi
