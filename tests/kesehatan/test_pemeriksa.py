"""The finders find what they look for, and leave alone what only looks like it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pemeriksa_kode import (
    angka_sebagai_kebenaran,
    bilangan_mengambang,
    galat_ditelan,
    jam_dipanggil,
    lewat_tanpa_alasan,
    tanpa_docstring,
)

Pemeriksa = Callable[[Path], Iterator[int]]

SALAH = [
    (jam_dipanggil, "saat = timezone.now()"),
    (jam_dipanggil, "saat = datetime.datetime.now(UTC)"),
    (jam_dipanggil, "hari = date.today()"),
    (jam_dipanggil, "dibuat = DateTimeField(auto_now_add=True)"),
    (jam_dipanggil, "dibuat = DateTimeField(default=timezone.now)"),
    (bilangan_mengambang, "batas = 0.5"),
    (bilangan_mengambang, "nilai = float(teks)"),
    (bilangan_mengambang, "def f(nilai: float) -> None: ..."),
    (bilangan_mengambang, "nilai = models.FloatField()"),
    (angka_sebagai_kebenaran, "jumlah = nilai or 0"),
    (angka_sebagai_kebenaran, "if realisasi: pass"),
    (angka_sebagai_kebenaran, "if not hasil.nilai: pass"),
    (angka_sebagai_kebenaran, "x = 1 if target else 2"),
    (angka_sebagai_kebenaran, "x = capaian and y"),
    (lewat_tanpa_alasan, "@pytest.mark.skip\ndef test_x(): ..."),
    (lewat_tanpa_alasan, "@pytest.mark.skipif(True)\ndef test_x(): ..."),
    (lewat_tanpa_alasan, "@pytest.mark.xfail(reason='nanti')\ndef test_x(): ..."),
    (lewat_tanpa_alasan, "pytest.skip()"),
    (galat_ditelan, "try:\n    f()\nexcept ValueError:\n    pass"),
    (tanpa_docstring, '"""Modul."""\ndef capaian(): ...'),
    (tanpa_docstring, '"""Modul."""\nclass Hasil:\n    """Hasil."""\n    def nilai(self): ...'),
]
BENAR = [
    (jam_dipanggil, "saat = perintah.saat"),
    (jam_dipanggil, "hari = datetime.combine(pada, time.max)"),
    (bilangan_mengambang, "if isinstance(nilai, float): raise TypeError"),
    (bilangan_mengambang, "batas = Decimal('0.5')"),
    (angka_sebagai_kebenaran, "if nilai is None or nilai == 0: pass"),
    (angka_sebagai_kebenaran, "if daftar_nilai: pass"),
    (angka_sebagai_kebenaran, "def f(target: bool) -> str:\n    return 'a' if target else 'b'"),
    (lewat_tanpa_alasan, "pytest.skip('data terbit tidak ada di mesin ini')"),
    (
        lewat_tanpa_alasan,
        "@pytest.mark.skipif(True, reason='perlu Chromium')\ndef t(): ...",
    ),
    (galat_ditelan, "try:\n    f()\nexcept ValueError:\n    pass  # a name that is no number"),
    (tanpa_docstring, '"""Modul."""\ndef _dalam(): ...\ndef f():\n    """F."""'),
    (galat_ditelan, "try:\n    x = f()\nexcept KeyError:\n    pass\nelse:\n    g(x)"),
]


def _temuan(tmp_path: Path, pemeriksa: Pemeriksa, kode: str) -> list[int]:
    berkas = tmp_path / "contoh.py"
    berkas.write_text(kode, encoding="utf-8")
    return list(pemeriksa(berkas))


@pytest.mark.parametrize(("pemeriksa", "kode"), SALAH)
def test_kesalahan_ditemukan(tmp_path: Path, pemeriksa: Pemeriksa, kode: str) -> None:
    assert _temuan(tmp_path, pemeriksa, kode) != []


@pytest.mark.parametrize(("pemeriksa", "kode"), BENAR)
def test_yang_benar_dibiarkan(tmp_path: Path, pemeriksa: Pemeriksa, kode: str) -> None:
    assert _temuan(tmp_path, pemeriksa, kode) == []
