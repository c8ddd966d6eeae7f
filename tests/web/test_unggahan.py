"""Uploads at the door: too large is refused by its declared length, before a byte is read."""

import io
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.urls import resolve
from jelajah import alamat, klien

from domain.pemeran import Dunia

pytestmark = pytest.mark.usefixtures("hari_cerita")
RAKSASA = 500_000_000
UNIT = ("99.11", 2050, "dinas-anggrek")


class _TakTerbaca(io.RawIOBase):
    """A body that must not be touched."""

    def readable(self) -> bool:
        return True

    def read(self, _banyak: int = -1) -> bytes:
        raise AssertionError("badannya dibaca")


def _kirim(orang: Client, url: str, panjang: object, **kepala: str) -> Any:
    return orang.generic(
        "POST",
        url,
        b"",
        **{
            "CONTENT_TYPE": "multipart/form-data; boundary=x",
            "CONTENT_LENGTH": str(panjang),
            "wsgi.input": _TakTerbaca(),
            **kepala,
        },
    )


@pytest.mark.parametrize(
    "nama", ["unggah_impor", "rencana_excel", "unggah_buku_pengukuran", "bukti_pengukuran"]
)
def test_kiriman_raksasa_ditolak_tanpa_dibaca(
    dunia: Dunia, nama: str, tmp_path: Path, settings: Any
) -> None:
    settings.FILE_UPLOAD_TEMP_DIR = str(tmp_path)
    isi = {
        "unggah_impor": ("99.11",),
        "rencana_excel": UNIT,
        "unggah_buku_pengukuran": (*UNIT, 1),
        "bukti_pengukuran": (*UNIT, 1),
    }[nama]

    jawaban = _kirim(klien(dunia, "ani"), alamat(nama, *isi), RAKSASA)

    assert jawaban.status_code == 413
    batas = settings.UKURAN_KIRIMAN_RUTE.get(f"web:{nama}", settings.UKURAN_KIRIMAN_MAKS)
    assert f"lebih besar dari {batas // 1_000_000} MB" in jawaban.content.decode()
    assert list(tmp_path.iterdir()) == []


def test_batas_berlaku_juga_bagi_orang_luar_dan_alamat_yang_tidak_ada(dunia: Dunia) -> None:
    del dunia
    for url in ("/", "/periksa/", "/tidak/ada/", "/akun/login/"):
        assert _kirim(Client(), url, RAKSASA).status_code == 413


@pytest.mark.parametrize(("panjang", "status"), [(11_000_001, 413), ("9" * 40, 413)])
def test_panjang_yang_aneh(dunia: Dunia, panjang: object, status: int) -> None:
    url = alamat("unggah_impor", "99.11")

    assert _kirim(klien(dunia, "ani"), url, panjang).status_code == status


def test_tepat_di_batas_dibaca(dunia: Dunia) -> None:
    with pytest.raises(AssertionError, match="badannya dibaca"):
        _kirim(klien(dunia, "ani"), alamat("unggah_impor", "99.11"), 11_000_000)


def test_halaman_yang_menerima_beberapa_berkas_punya_batasnya_sendiri(dunia: Dunia) -> None:
    url = alamat("daftar_periksa", *UNIT, 2, "ukur-desa")

    with pytest.raises(AssertionError, match="badannya dibaca"):
        _kirim(klien(dunia, "ani"), url, 60_000_000)
    assert _kirim(klien(dunia, "ani"), url, 60_000_001).status_code == 413


def test_tanpa_panjang_ditolak_411(dunia: Dunia) -> None:
    jawaban = _kirim(
        klien(dunia, "ani"),
        alamat("unggah_impor", "99.11"),
        "",
        HTTP_TRANSFER_ENCODING="chunked",
    )

    assert jawaban.status_code == 411
    assert "tidak menyebut panjangnya" in jawaban.content.decode()


def test_rute_yang_diberi_batas_sendiri_memang_ada(settings: Any) -> None:
    url = (
        alamat("daftar_periksa", *UNIT, 2, "ukur-desa"),
        alamat("bukti_pengukuran", *UNIT, 2),
        alamat("bukti", *UNIT),
    )

    assert {resolve(satu).view_name for satu in url} == set(settings.UKURAN_KIRIMAN_RUTE)
