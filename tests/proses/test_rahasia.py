"""The secrets of an installation: made once, the same for all who ask."""

from multiprocessing import get_context
from pathlib import Path

import pytest

from sakip.config import rahasia as modul
from sakip.config.rahasia import Rahasia, rahasia


def test_dibuat_sekali_hanya_untuk_pemiliknya(tmp_path: Path) -> None:
    berkas = tmp_path / "rahasia.json"

    pertama = rahasia(berkas)

    assert rahasia(berkas) == pertama
    assert berkas.stat().st_mode & 0o777 == 0o600
    assert list(tmp_path.iterdir()) == [berkas]


def test_yang_datang_bersamaan_memakai_yang_sama(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Somebody else makes them between our look and our write."""
    berkas = tmp_path / "rahasia.json"
    semula, lain = modul.baca_rahasia, []

    def kosong_sekali(tempat: Path) -> Rahasia | None:
        monkeypatch.setattr(modul, "baca_rahasia", semula)
        lain.append(rahasia(tempat))
        return None

    monkeypatch.setattr(modul, "baca_rahasia", kosong_sekali)
    # The other process has a number of its own, and so another file to write in.
    nomor = iter((1, 2))
    monkeypatch.setattr(modul.os, "getpid", lambda: next(nomor))

    assert rahasia(berkas) == lain[0]
    assert list(tmp_path.iterdir()) == [berkas]


def test_banyak_proses_sekaligus(tmp_path: Path) -> None:
    berkas = tmp_path / "rahasia.json"
    with get_context("spawn").Pool(4) as kolam:
        semua = kolam.map(rahasia, [berkas] * 8, chunksize=1)

    assert len(set(semua)) == 1
