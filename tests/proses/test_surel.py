"""The mail server from the environment: safe by default, and faults are named."""

from pathlib import Path

import pytest

from sakip.config.pesan import GalatProses
from sakip.config.surel import surel


@pytest.fixture(autouse=True)
def kosong(monkeypatch: pytest.MonkeyPatch) -> None:
    for nama in ("HOST", "PORT", "KEAMANAN", "PENGGUNA", "SANDI_BERKAS", "PENGIRIM"):
        monkeypatch.delenv(f"SAKIP_SMTP_{nama}", raising=False)


def test_tanpa_apa_pun_tidak_ada_server() -> None:
    assert surel()["EMAIL_HOST"] == ""


@pytest.mark.parametrize(
    ("keamanan", "port", "starttls", "tls"),
    [(None, 587, True, False), ("tls", 465, False, True), ("TANPA", 25, False, False)],
)
def test_bersandi_kecuali_diminta_lain(
    monkeypatch: pytest.MonkeyPatch, keamanan: str | None, port: int, starttls: bool, tls: bool
) -> None:
    if keamanan:
        monkeypatch.setenv("SAKIP_SMTP_KEAMANAN", keamanan)

    isi = surel()

    assert (isi["EMAIL_PORT"], isi["EMAIL_USE_TLS"], isi["EMAIL_USE_SSL"]) == (port, starttls, tls)


def test_sandi_dari_berkas_yang_tertutup(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    berkas = tmp_path / "sandi"
    berkas.write_text("rahasia-uji\n")
    monkeypatch.setenv("SAKIP_SMTP_SANDI_BERKAS", str(berkas))
    berkas.chmod(0o600)
    assert surel()["EMAIL_HOST_PASSWORD"] == "rahasia-uji"

    berkas.chmod(0o644)
    with pytest.raises(GalatProses, match="chmod 600"):
        surel()


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("KEAMANAN", "ssl", "starttls, tls, tanpa"),
        ("PORT", "lima", "harus angka: lima"),
        ("SANDI_BERKAS", "/tidak/ada", "/tidak/ada"),
    ],
)
def test_yang_salah_disebut(
    monkeypatch: pytest.MonkeyPatch, nama: str, isi: str, kata: str
) -> None:
    monkeypatch.setenv(f"SAKIP_SMTP_{nama}", isi)

    with pytest.raises(GalatProses, match=kata):
        surel()
