"""The source tree as the health tests see it: files that belong to the project, parsed once."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

AKAR = Path(__file__).parents[2]
SRC = AKAR / "src"
SAKIP = SRC / "sakip"
KERNEL = SRC / "sakip_rules"
_TERABAI = {".venv", ".git", "var", "__pycache__", "build", "dist", "node_modules"}

APP_DOMAIN = (
    "akun",
    "organisasi",
    "arsip",
    "alur",
    "impor",
    "perencanaan",
    "perjanjian",
    "pengukuran",
    "manfaat",
    "pelaporan",
    "evaluasi",
    "kabar",
    "beranda",
)
"""Apps that hold the domain and nothing else; web, config and the like arrange their own files."""


@cache
def daftar_berkas() -> tuple[Path, ...]:
    """Give every file of the project: what git knows or would add, else a walk of the tree."""
    try:
        keluaran = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=AKAR,
            capture_output=True,
            check=True,
        ).stdout.decode()
        calon = [AKAR / nama for nama in keluaran.split("\0") if nama != ""]
    except (OSError, subprocess.CalledProcessError):
        calon = list(AKAR.rglob("*"))
    return tuple(
        sorted(
            jalur
            for jalur in calon
            if jalur.is_file() and not _TERABAI & set(jalur.relative_to(AKAR).parts)
        )
    )


def berkas_python(*folder: Path) -> Iterator[Path]:
    """Give the Python files under these folders, without migrations."""
    for jalur in daftar_berkas():
        if jalur.suffix != ".py" or "migrations" in jalur.parts:
            continue
        if any(jalur.is_relative_to(satu) for satu in folder):
            yield jalur


def berkas_domain() -> Iterator[Path]:
    """Give the Python files of the domain apps."""
    return berkas_python(*(SAKIP / app for app in APP_DOMAIN))


@cache
def pohon(jalur: Path) -> ast.Module:
    """Parse a file; a syntax error fails the test that asked."""
    return ast.parse(jalur.read_text(encoding="utf-8"), filename=str(jalur))


def simpul(jalur: Path) -> Iterator[ast.AST]:
    """Walk every node of a file."""
    return ast.walk(pohon(jalur))


def tempat(jalur: Path, baris: int | None = None) -> str:
    """Write a place the way editors understand it."""
    nama = jalur.relative_to(AKAR).as_posix()
    return nama if baris is None else f"{nama}:{baris}"


def nama_titik(ekspresi: ast.expr) -> str:
    """Write ``a.b.c`` for a dotted name, an empty text for anything else."""
    if isinstance(ekspresi, ast.Name):
        return ekspresi.id
    if isinstance(ekspresi, ast.Attribute):
        dalam = nama_titik(ekspresi.value)
        return f"{dalam}.{ekspresi.attr}" if dalam != "" else ""
    return ""
