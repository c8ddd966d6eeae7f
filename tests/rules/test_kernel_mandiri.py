"""The kernel stands on the standard library and a YAML reader, and on nothing else."""

import ast
import sys
from pathlib import Path

import pytest

import sakip_rules

AKAR = Path(sakip_rules.__file__).parent
BOLEH = {*sys.stdlib_module_names, "yaml", "sakip_rules", "sakip_regulasi"}
# Modules of the standard library through which a clock, a network or the database could come in.
TERLARANG = {"time", "socket", "urllib", "http", "sqlite3", "subprocess", "random", "secrets"}


def _diimpor(jalur: Path) -> set[str]:
    pohon = ast.parse(jalur.read_text(encoding="utf-8"))
    nama = set()
    for simpul in ast.walk(pohon):
        if isinstance(simpul, ast.Import):
            nama |= {satu.name.partition(".")[0] for satu in simpul.names}
        elif isinstance(simpul, ast.ImportFrom):
            nama.add((simpul.module or "").partition(".")[0])
    return nama


@pytest.mark.parametrize(
    "jalur", sorted(AKAR.rglob("*.py")), ids=lambda j: j.relative_to(AKAR).as_posix()
)
def test_hanya_pustaka_baku_dan_yaml(jalur: Path) -> None:
    diimpor = _diimpor(jalur)

    assert diimpor - BOLEH == set(), "the kernel imports only the standard library and yaml"
    assert diimpor & TERLARANG == set(), "no clock, no network, no chance inside the kernel"
