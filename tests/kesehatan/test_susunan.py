"""The house stays as it was drawn: file names, sizes, and words that say nothing are kept out."""

import ast
from pathlib import Path

import pytest
from pohon_kode import (
    AKAR,
    APP_DOMAIN,
    SAKIP,
    SRC,
    berkas_python,
    daftar_berkas,
    pohon,
    tempat,
)

BOLEH = {"__init__", "apps", "models", "services", "selectors", "kaidah", "migrations"}
# What an app may hold beside the six names, each with its reason.
TAMBAHAN = {
    "pelaporan": {"pekerjaan": "jobs of the worker: each is one call of a service"},
    "pengukuran": {"pekerjaan": "jobs of the worker: each is one call of a service"},
    "kabar": {
        "pekerjaan": "jobs of the worker: each is one call of a service, or one way outward",
        "kirim": "the ways outward, SMTP and HTTPS; no database",
        "tautan": "signed links and the secret of a webhook; no database",
    },
    "arsip": {
        "kode": "check codes: drawn, read and put into addresses; no query",
        "isi": "what a file is by its bytes, and the QR codes in a scan; no query",
        "tautan": "which addresses may be linked, and the asking for one; no query",
        "pekerjaan": "jobs of the worker: each is one call of a service",
    },
    "alur": {"mesin": "the engine of transitions itself, which knows no domain"},
    "impor": {
        "jenis": "the registry of what can be imported, which knows no domain",
        "bungkus": "what an .xlsx is wrapped in, measured before a reader opens it; no database",
        "sel": "one cell: its text without what cannot be seen, and its number; no database",
        "buku": "reads a whole workbook, and what may hide in it; no database",
        "tabel": "reads CSV and Excel into rows before any rule is asked",
    },
}
NAMA_KOSONG = {
    "utils", "util", "helpers", "helper", "tools", "tool", "misc", "common", "stuff",
}  # fmt: skip
BARIS_KODE, BARIS_TES, BARIS_FUNGSI = 400, 600, 60
# Files that may be longer, each with its reason. Keep this list short: split instead.
LEBIH_PANJANG: dict[str, str] = {}
FUNGSI_LEBIH_PANJANG: dict[str, str] = {}


@pytest.mark.parametrize("app", APP_DOMAIN)
def test_app_domain_hanya_memuat_nama_yang_disepakati(app: str) -> None:
    boleh = BOLEH | TAMBAHAN.get(app, {}).keys()
    folder = SAKIP / app
    isi = {
        jalur.relative_to(folder).parts[0].removesuffix(".py")
        for jalur in daftar_berkas()
        if jalur.is_relative_to(folder) and jalur.suffix == ".py"
    }

    assert isi - boleh == set(), (
        f"src/sakip/{app}: acts go to services, reads to selectors, rules to kaidah; "
        "a file that outgrows 400 lines becomes a package of the same name"
    )


def test_tidak_ada_modul_yang_namanya_tidak_berarti() -> None:
    salah = [
        tempat(jalur)
        for jalur in daftar_berkas()
        if jalur.suffix == ".py"
        for bagian in (*jalur.relative_to(AKAR).parts[:-1], jalur.stem)
        if NAMA_KOSONG & set(bagian.lower().split("_"))
    ]

    assert salah == [], "name the thing it is about instead"


def _terlalu_panjang(folder: Path, batas: int) -> list[str]:
    return [
        f"{tempat(jalur)} ({banyak} baris, batas {batas})"
        for jalur in berkas_python(folder)
        if (banyak := len(jalur.read_text(encoding="utf-8").splitlines())) > batas
        and tempat(jalur) not in LEBIH_PANJANG
    ]


def test_berkas_kode_paling_panjang_400_baris() -> None:
    assert _terlalu_panjang(SRC, BARIS_KODE) == []


def test_berkas_tes_paling_panjang_600_baris() -> None:
    assert _terlalu_panjang(AKAR / "tests", BARIS_TES) == []


def test_fungsi_paling_panjang_60_baris() -> None:
    salah = [
        f"{tempat(jalur, simpul.lineno)} {simpul.name} ({panjang} baris)"
        for jalur in berkas_python(SRC)
        for simpul in ast.walk(pohon(jalur))
        if isinstance(simpul, ast.FunctionDef | ast.AsyncFunctionDef)
        and (panjang := (simpul.end_lineno or simpul.lineno) - simpul.lineno + 1) > BARIS_FUNGSI
        and f"{tempat(jalur)}:{simpul.name}" not in FUNGSI_LEBIH_PANJANG
    ]

    assert salah == [], "a function that long says more than one thing"


def test_pengecualian_ukuran_masih_diperlukan() -> None:
    berkas = {tempat(jalur) for jalur in daftar_berkas()}

    assert set(LEBIH_PANJANG) <= berkas
    assert {kunci.rpartition(":")[0] for kunci in FUNGSI_LEBIH_PANJANG} <= berkas
