"""The printed page of permissions is the table itself."""

from domain.halaman_izin import HALAMAN, tulis


def test_halaman_izin_sejalan_dengan_tabelnya() -> None:
    assert HALAMAN.read_text(encoding="utf-8") == tulis(), (
        "tulis ulang: PYTHONPATH=src:tests python tests/domain/halaman_izin.py"
    )
