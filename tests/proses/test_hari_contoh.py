"""Which day the demo lives on, and what happens when another one is asked for."""

from contextlib import contextmanager
from datetime import date
from typing import Any

import pytest

from sakip.bersama.galat import GalatLayanan
from sakip.config import contoh
from sakip.config.contoh import Contoh, muat_contoh
from sakip.config.pesan import GalatProses
from sakip.perintah.proses import demo

ALAMAT = "http://127.0.0.1:8151/"
FEBRUARI, APRIL, NOVEMBER = date(2026, 2, 10), date(2026, 4, 8), date(2026, 11, 24)


class _Pemasangan:
    """Stands in for an installation: a note, and what was loaded into it."""

    def __init__(self, tambal: pytest.MonkeyPatch) -> None:
        self.catatan: dict[str, str] = {}
        self.dimuat: list[tuple[date, date | None, str]] = []
        self.kata: list[str] = []
        self.sasaran = self.admin = self.aplikasi = self
        tambal.setattr(contoh, "baca_catatan", lambda _admin: self.catatan)
        tambal.setattr(contoh, "tulis_catatan", lambda _admin, **isi: self.catatan.update(isi))
        tambal.setattr(contoh, "isi_contoh", self._isi)
        tambal.delenv("SAKIP_TANGGAL", raising=False)

    @contextmanager
    def hubungkan(self) -> Any:
        yield self

    def lingkungan(self) -> dict[str, str]:
        return {}

    def _isi(self, _ke: Any, hari: date, lingkungan: dict[str, str], sesudah: date | None) -> None:
        self.dimuat.append((hari, sesudah, lingkungan["SAKIP_ALAMAT"]))

    def minta(self, hari: date | None = None, alamat: str = ALAMAT) -> date:
        satu: Any = self
        return muat_contoh(satu, Contoh(hari), alamat, self.kata.append)


@pytest.fixture
def satu(monkeypatch: pytest.MonkeyPatch) -> _Pemasangan:
    return _Pemasangan(monkeypatch)


def test_tanpa_hari_contoh_baru_berlangsung_pada_24_november(satu: _Pemasangan) -> None:
    assert satu.minta() == NOVEMBER
    assert satu.dimuat == [(NOVEMBER, None, ALAMAT)]


def test_kertas_contoh_membawa_alamat_tempat_ia_dilayani(satu: _Pemasangan) -> None:
    satu.minta(FEBRUARI, "http://127.0.0.1:8163/")

    assert satu.dimuat[0][2] == "http://127.0.0.1:8163/"


def test_hari_yang_sama_tidak_memuat_lagi(satu: _Pemasangan) -> None:
    satu.minta(FEBRUARI)

    assert satu.minta(FEBRUARI) == FEBRUARI
    assert len(satu.dimuat) == 1


def test_tanpa_hari_contoh_tetap_pada_harinya(satu: _Pemasangan) -> None:
    satu.minta(FEBRUARI)

    assert satu.minta() == FEBRUARI


def test_hari_kemudian_hanya_memainkan_kelanjutannya(satu: _Pemasangan) -> None:
    satu.minta(FEBRUARI)

    assert satu.minta(APRIL) == APRIL
    assert satu.dimuat[1:] == [(APRIL, FEBRUARI, ALAMAT)]
    assert satu.kata[-1] == "Memainkan cerita dari 10 Februari 2026 sampai 8 April 2026 …"


def test_hari_lebih_awal_ditolak_dengan_jalan_keluarnya(satu: _Pemasangan) -> None:
    satu.minta(APRIL)

    with pytest.raises(GalatProses, match="sudah sampai 8 April 2026") as galat:
        satu.minta(FEBRUARI)
    assert "make demo TANGGAL=2026-02-10 RESET=1" in str(galat.value)
    assert satu.minta() == APRIL


def test_cerita_versi_lain_tetap_dapat_dilihat_tetapi_tidak_diteruskan(
    satu: _Pemasangan, monkeypatch: pytest.MonkeyPatch
) -> None:
    satu.minta(FEBRUARI)
    monkeypatch.setattr(contoh, "sidik_contoh", lambda: "lain")

    assert satu.minta() == FEBRUARI
    assert "RESET=1 memuat yang terbaru" in satu.kata[-1]
    with pytest.raises(GalatProses, match="make demo TANGGAL=2026-04-08 RESET=1"):
        satu.minta(APRIL)


def test_port_lain_mengatakan_bahwa_kertasnya_menunjuk_alamat_lama(satu: _Pemasangan) -> None:
    satu.minta(FEBRUARI)

    satu.minta(alamat="http://127.0.0.1:9000/")

    assert "menunjuk http://127.0.0.1:8151/" in satu.kata[-1]
    assert "http://127.0.0.1:9000/periksa/" in satu.kata[-1]


@pytest.mark.parametrize(
    ("hari", "kata"),
    [
        ("24-11-2026", "“24-11-2026” bukan tanggal; tulis seperti 2026-11-24"),
        ("2026-01-04", "cerita contoh mulai pada 5 Januari 2026"),
    ],
)
def test_hari_yang_tidak_sah_disebut_sebabnya(
    hari: str, kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as keluar:
        demo(["--tanggal", hari])

    assert keluar.value.code == 2
    assert kata in capsys.readouterr().err


def test_tindakan_cerita_yang_terhalang_mengatakan_jalan_keluarnya(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def terhalang(*_hari: date) -> None:
        raise GalatLayanan("Lembar ini sudah disetujui.")

    monkeypatch.setattr("sakip.demo.muat", terhalang)

    with pytest.raises(SystemExit, match="sudah diubah: Lembar ini sudah disetujui") as keluar:
        contoh._muat([APRIL, FEBRUARI])
    assert "make demo TANGGAL=2026-04-08 RESET=1" in str(keluar.value.code)
