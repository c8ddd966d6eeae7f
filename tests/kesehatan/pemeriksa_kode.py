"""Finders of faults: each walks one file's syntax tree and gives the lines to complain about."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

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
    for satu in simpul(jalur):
        uji: list[ast.expr] = []
        if isinstance(satu, ast.If | ast.IfExp | ast.While):
            uji = [satu.test]
        elif isinstance(satu, ast.BoolOp):
            uji = list(satu.values)
            akhir = satu.values[-1]
            if (
                isinstance(satu.op, ast.Or)
                and isinstance(akhir, ast.Constant)
                and isinstance(akhir.value, int)
                and not isinstance(akhir.value, bool)
            ):
                yield akhir.lineno
        for ekspresi in uji:
            dalam = ekspresi.operand if isinstance(ekspresi, ast.UnaryOp) else ekspresi
            if nama_titik(dalam).rpartition(".")[2] in BILANGAN:
                yield dalam.lineno


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
