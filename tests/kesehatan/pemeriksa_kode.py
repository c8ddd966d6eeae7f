"""Finders of faults: each walks one file's syntax tree and gives the lines to complain about."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

from pohon_kode import nama_titik, pohon, simpul

JAM = re.compile(
    r"(^|\.)(datetime|date|timezone|time)\.(now|today|utcnow|localdate|time)$|^(now|localdate)$"
)
BILANGAN = {
    "nilai", "target", "realisasi", "capaian", "pagu", "bobot", "skor", "jumlah", "selisih",
    "serapan", "pembilang", "penyebut",
}  # fmt: skip


LEWAT = re.compile(r"^pytest\.(mark\.)?(skip|skipif|xfail)$")
LEWAT_POLOS = re.compile(r"^pytest\.mark\.(skip|xfail)$")


def _panggilan(jalur: Path) -> Iterator[ast.Call]:
    return (satu for satu in simpul(jalur) if isinstance(satu, ast.Call))


def jam_dipanggil(jalur: Path) -> Iterator[int]:
    for satu in simpul(jalur):
        if isinstance(satu, ast.Call) and JAM.search(nama_titik(satu.func)):
            yield satu.lineno
        elif (isinstance(satu, ast.keyword) and satu.arg in {"auto_now", "auto_now_add"}) or (
            isinstance(satu, ast.keyword)
            and satu.arg in {"default", "db_default"}
            and JAM.search(nama_titik(satu.value))
        ):
            yield satu.value.lineno


def bilangan_mengambang(jalur: Path) -> Iterator[int]:
    """Find float literals, calls, annotations and fields; ``isinstance`` may ask for one."""
    ditanya = {
        id(satu)
        for panggilan in _panggilan(jalur)
        if nama_titik(panggilan.func) == "isinstance"
        for satu in ast.walk(panggilan.args[1])
    }
    for satu in simpul(jalur):
        match satu:
            case ast.Constant(value=float()) | ast.Attribute(attr="FloatField"):
                yield satu.lineno
            case ast.Name(id="float") if id(satu) not in ditanya:
                yield satu.lineno


def angka_sebagai_kebenaran(jalur: Path) -> Iterator[int]:
    """Find numbers used as yes or no, and ``or 0``; a parameter declared ``bool`` is none."""
    ya_tidak = _berjenis_bool(jalur)
    for satu in simpul(jalur):
        if _atau_bilangan(satu):
            yield satu.lineno
        for ekspresi in _yang_diuji(satu):
            dalam = ekspresi.operand if isinstance(ekspresi, ast.UnaryOp) else ekspresi
            nama = nama_titik(dalam).rpartition(".")[2]
            if nama in BILANGAN and (nama, dalam.lineno) not in ya_tidak:
                yield dalam.lineno


def _berjenis_bool(jalur: Path) -> set[tuple[str, int]]:
    """Give each name declared ``bool`` with the lines of the function that declares it."""
    return {
        (argumen.arg, baris)
        for fungsi in simpul(jalur)
        if isinstance(fungsi, ast.FunctionDef)
        for argumen in (*fungsi.args.args, *fungsi.args.kwonlyargs)
        if argumen.annotation is not None and nama_titik(argumen.annotation) == "bool"
        for baris in range(fungsi.lineno, (fungsi.end_lineno or fungsi.lineno) + 1)
    }


def _yang_diuji(satu: ast.AST) -> list[ast.expr]:
    if isinstance(satu, ast.If | ast.IfExp | ast.While):
        return [satu.test]
    return list(satu.values) if isinstance(satu, ast.BoolOp) else []


def _atau_bilangan(satu: ast.AST) -> TypeGuard[ast.BoolOp]:
    """Say whether this is ``… or 0``: the habit that turns blank into zero."""
    if not (isinstance(satu, ast.BoolOp) and isinstance(satu.op, ast.Or)):
        return False
    akhir = satu.values[-1]
    return isinstance(akhir, ast.Constant) and type(akhir.value) is int


def _alasan_ada(panggilan: ast.Call, nama: str) -> bool:
    kunci = {satu.arg: satu.value for satu in panggilan.keywords}
    if "reason" in kunci or (nama.endswith(".skip") and "mark" not in nama):
        alasan = kunci.get("reason") or (panggilan.args[0] if panggilan.args else None)
        return alasan is not None and not (
            isinstance(alasan, ast.Constant) and len(str(alasan.value)) < 10
        )
    return False


def lewat_tanpa_alasan(jalur: Path) -> Iterator[int]:
    dipanggil = {id(satu.func) for satu in _panggilan(jalur)}
    for satu in simpul(jalur):
        if isinstance(satu, ast.Call):
            nama = nama_titik(satu.func)
            if LEWAT.search(nama) and not _alasan_ada(satu, nama):
                yield satu.lineno
        elif (
            isinstance(satu, ast.Attribute)
            and id(satu) not in dipanggil
            and LEWAT_POLOS.search(nama_titik(satu))
        ):
            yield satu.lineno


def galat_ditelan(jalur: Path) -> Iterator[int]:
    """Find handlers that only pass, without a comment and without an ``else`` that goes on."""
    baris = jalur.read_text(encoding="utf-8").splitlines()
    for coba in simpul(jalur):
        if not isinstance(coba, ast.Try) or coba.orelse:
            continue
        for penangkap in coba.handlers:
            isi = penangkap.body[0]
            if isinstance(isi, ast.Pass) and "#" not in baris[isi.lineno - 1]:
                yield penangkap.lineno


def tanpa_docstring(jalur: Path) -> Iterator[int]:
    """Find public modules, classes, functions and methods that say nothing about themselves."""
    modul = pohon(jalur)
    if modul.body and ast.get_docstring(modul) is None:
        yield 1
    badan = [*modul.body]
    while badan:
        satu = badan.pop()
        if not isinstance(satu, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        if satu.name.startswith("_"):
            continue
        if ast.get_docstring(satu) is None and not _ulangan_bertipe(satu):
            yield satu.lineno
        if isinstance(satu, ast.ClassDef):
            badan.extend(satu.body)


def _ulangan_bertipe(satu: ast.stmt) -> bool:
    """Say whether this is one signature of an ``@overload``: the real function has the words."""
    return isinstance(satu, ast.FunctionDef) and any(
        nama_titik(hiasan).endswith("overload") for hiasan in satu.decorator_list
    )
