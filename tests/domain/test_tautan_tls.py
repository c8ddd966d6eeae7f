"""The one connection that is made: to the address that was judged, under its name's certificate."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from sakip.arsip.tautan.alamat import Tautan, baca_tautan
from sakip.arsip.tautan.lalu_lintas import KEPALA_MAKS, Jawaban, JawabanRusak, tanya

NAMA = "bukti.contoh.go.id"
BAIK = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"


@pytest.fixture(scope="module")
def sertifikat(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A key and a certificate for one invented name, in one file, made for this run."""
    kunci = ec.generate_private_key(ec.SECP256R1())
    nama = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, NAMA)])
    kini = datetime.now(UTC)
    surat = (
        x509.CertificateBuilder()
        .subject_name(nama)
        .issuer_name(nama)
        .public_key(kunci.public_key())
        .serial_number(1)
        .not_valid_before(kini - timedelta(days=1))
        .not_valid_after(kini + timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(NAMA)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .sign(kunci, hashes.SHA256())
    )
    berkas = tmp_path_factory.mktemp("tls") / "situs.pem"
    berkas.write_bytes(
        kunci.private_bytes(
            serialization.Encoding.PEM,
            serialization.PrivateFormat.PKCS8,
            serialization.NoEncryption(),
        )
        + surat.public_bytes(serialization.Encoding.PEM)
    )
    return berkas


class Situs:
    """A server on this machine that says one thing to whoever asks, and keeps what it was asked."""

    def __init__(self, berkas: Path, jawab: Callable[[ssl.SSLSocket], None]) -> None:
        self.konteks = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        self.konteks.load_cert_chain(berkas)
        self.jawab = jawab
        self.permintaan = b""
        self.pintu = socket.create_server(("127.0.0.1", 0))
        self.utas = threading.Thread(target=self._layani, daemon=True)
        self.utas.start()

    def _layani(self) -> None:
        polos, _dari = self.pintu.accept()
        with polos:
            polos.settimeout(5)
            try:
                with self.konteks.wrap_socket(polos, server_side=True) as aman:
                    self.permintaan = aman.recv(8192)
                    self.jawab(aman)
            except OSError:
                # The asker broke off: what some of these tests are about.
                return

    def tutup(self) -> None:
        self.pintu.close()
        self.utas.join(5)


Buka = Callable[[Callable[[ssl.SSLSocket], None]], Situs]


@pytest.fixture
def buka(sertifikat: Path) -> Iterator[Buka]:
    semua: list[Situs] = []

    def satu(jawab: Callable[[ssl.SSLSocket], None]) -> Situs:
        semua.append(Situs(sertifikat, jawab))
        return semua[-1]

    yield satu
    for situs in semua:
        situs.tutup()


def _tanya(
    situs: Situs, sertifikat: Path | None, *, nama: str = NAMA, cara: str = "HEAD", batas: int = 3
) -> Jawaban:
    return tanya(
        "127.0.0.1",
        Tautan(nama, "/map/a.pdf?kunci=1"),
        cara,
        batas,
        port=situs.pintu.getsockname()[1],
        konteks=ssl.create_default_context(cafile=sertifikat),
    )


def test_yang_dihubungi_alamatnya_dan_yang_disebut_namanya(
    buka: Buka, sertifikat: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    situs = buka(lambda s: s.sendall(b"HTTP/1.1 302 X\r\nLocation: https://b.go.id/\r\n\r\n"))
    monkeypatch.setenv("HTTPS_PROXY", "http://127.0.0.1:1")  # asked, it would refuse

    assert _tanya(situs, sertifikat, cara="GET") == Jawaban(302, "https://b.go.id/")
    baris = situs.permintaan.decode().splitlines()
    assert baris[0] == "GET /map/a.pdf?kunci=1 HTTP/1.1"
    assert f"Host: {NAMA}" in baris
    assert "Range: bytes=0-511" in baris
    assert not any(b.lower().startswith(("cookie", "authorization", "referer")) for b in baris)


def test_sertifikat_nama_lain_ditolak(buka: Buka, sertifikat: Path) -> None:
    situs = buka(lambda s: s.sendall(BAIK))

    with pytest.raises(ssl.SSLCertVerificationError, match="Hostname mismatch"):
        _tanya(situs, sertifikat, nama="lain.contoh.go.id")
    assert situs.permintaan == b""


def test_sertifikat_yang_tidak_dikenal_ditolak(buka: Buka) -> None:
    situs = buka(lambda s: s.sendall(BAIK))

    with pytest.raises(ssl.SSLCertVerificationError):
        _tanya(situs, None)


def test_jawaban_yang_menetes_diputus_pada_waktunya(buka: Buka, sertifikat: Path) -> None:
    """Each byte comes in time, the whole never does."""
    berhenti = threading.Event()

    def menetes(aman: ssl.SSLSocket) -> None:
        aman.sendall(b"HTTP/1.1 200 OK\r\n")
        while not berhenti.wait(0.1):
            aman.sendall(b"x")

    situs = buka(menetes)
    with pytest.raises(TimeoutError):
        _tanya(situs, sertifikat, batas=1)
    berhenti.set()


def test_kepala_yang_tidak_berujung_tidak_dibaca_terus(buka: Buka, sertifikat: Path) -> None:
    situs = buka(lambda s: s.sendall(b"HTTP/1.1 200 OK\r\n" + b"x" * (4 * KEPALA_MAKS)))

    with pytest.raises(JawabanRusak):
        _tanya(situs, sertifikat)


@pytest.mark.parametrize("kata", [b"220 smtp siap\r\n\r\n", b"HTTP/1.1 dua\r\n\r\n", b""])
def test_yang_bukan_jawaban_ditolak(buka: Buka, sertifikat: Path, kata: bytes) -> None:
    situs = buka(lambda s: s.sendall(kata) if kata else None)

    with pytest.raises(JawabanRusak):
        _tanya(situs, sertifikat)


def test_alamat_tidak_dapat_menyisipkan_baris() -> None:
    """Whatever is typed, one request stays one request."""
    tautan = baca_tautan("https://bukti.contoh.go.id/a%0d%0aHost:%20lain?b=%0a")

    assert "\n" not in tautan.sasaran
    assert "\r" not in tautan.sasaran
