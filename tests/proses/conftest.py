"""A place of its own for each supervisor under test, reachable by the database's system user."""

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sakip.config.tanam import Biner, Kluster, biner_bawaan
from sakip.config.tanam.pengguna import pengguna_basisdata

SETELAN_CEPAT = {"fsync": "off", "shared_buffers": "16MB"}
SANDI = "rahasia-uji"


@pytest.fixture
def tempat() -> Iterator[Path]:
    """An empty folder with a short path that every account may enter."""
    folder = Path(tempfile.mkdtemp(prefix="sakip-uji-", dir="/tmp"))
    folder.chmod(0o755)
    yield folder
    shutil.rmtree(folder)


@pytest.fixture(scope="session")
def biner() -> Biner:
    """The wheel's programs, where the account that runs them can reach them."""
    return biner_bawaan(None if pengguna_basisdata() is None else Path("/var/lib/sakip"))


@pytest.fixture
def buat_kluster(tempat: Path, biner: Biner) -> Iterator[Callable[..., Kluster]]:
    """Make supervisors of one and the same data; all are stopped afterwards."""
    dibuat: list[Kluster] = []

    def buat(folder: Path | None = None) -> Kluster:
        satu = Kluster(
            folder=folder or tempat / "kluster",
            biner=biner,
            sandi_admin=SANDI,
            pengguna=pengguna_basisdata(),
            log=tempat / "postgres.log",
            setelan=SETELAN_CEPAT,
        )
        dibuat.append(satu)
        return satu

    yield buat
    for satu in dibuat:
        satu.hentikan()


@pytest.fixture
def kluster(buat_kluster: Callable[..., Kluster]) -> Kluster:
    """One supervisor, not started."""
    return buat_kluster()
