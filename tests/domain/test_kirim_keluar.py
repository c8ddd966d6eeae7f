"""The jobs that send, against servers of this test: what really goes over the wire."""

import hashlib
import hmac
import json
import socketserver
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from email import message_from_bytes, policy
from email.message import EmailMessage
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

from domain.kabar_uji import antaran_baru, berlangganan, kabari, surat_baru, webhook_baru
from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.bersama import jaringan
from sakip.kabar import kirim, pekerjaan
from sakip.kabar.models import Antaran, Surat, Webhook
from sakip.kabar.tautan import rahasia_webhook


class _Smtp(socketserver.StreamRequestHandler):
    """The few words of SMTP that a client needs; keeps what it is given."""

    def handle(self) -> None:
        self._jawab("220 uji")
        while baris := self.rfile.readline().decode().strip().upper():
            if baris.startswith("RCPT"):
                self._jawab(self.server.jawab_penerima)  # type: ignore[attr-defined]
            elif baris == "DATA":
                self._jawab("354 lanjut")
                isi = b""
                while not isi.endswith(b"\r\n.\r\n"):
                    isi += self.rfile.readline()
                surat = message_from_bytes(isi[:-3], policy=policy.default)
                self.server.kotak.append(surat)  # type: ignore[attr-defined]
                self._jawab("250 diterima")
            elif baris == "QUIT":
                self._jawab("221 selesai")
                return
            else:
                self._jawab("250 baik")

    def _jawab(self, teks: str) -> None:
        self.wfile.write(f"{teks}\r\n".encode())


class _Http(BaseHTTPRequestHandler):
    """Takes what is posted, answers what the test wants."""

    def do_POST(self) -> None:
        isi = self.rfile.read(int(self.headers["Content-Length"]))
        self.server.kotak.append((self.path, dict(self.headers), isi))  # type: ignore[attr-defined]
        self.send_response(self.server.status)  # type: ignore[attr-defined]
        self.send_header("Location", "https://lain.contoh.invalid/")
        self.end_headers()

    def log_message(self, *_isi: object) -> None:
        """Say nothing."""


@contextmanager
def _melayani(server: Any) -> Iterator[Any]:
    server.kotak = []
    utas = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    utas.start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()
        utas.join()


@pytest.fixture
def bak(settings: Any) -> Iterator[Any]:
    """A mail server that this installation was told of."""
    with _melayani(socketserver.TCPServer(("127.0.0.1", 0), _Smtp)) as server:
        server.jawab_penerima = "250 baik"
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = server.server_address
        settings.EMAIL_USE_TLS = False
        settings.DEFAULT_FROM_EMAIL = "SAKIP <sakip@contoh.invalid>"
        settings.ALAMAT_PUBLIK = "https://sakip.contoh.invalid"
        yield server


@pytest.fixture
def jam(monkeypatch: pytest.MonkeyPatch) -> list[datetime]:
    """The clock of the worker: the last moment in the list."""
    kini = [SAAT]
    monkeypatch.setattr(pekerjaan, "_kini", lambda: kini[-1])
    return kini


@pytest.fixture
def penerima(dunia: Dunia, monkeypatch: pytest.MonkeyPatch) -> Iterator[Any]:
    """A receiver of events on this machine, reached as if it were outside."""
    with _melayani(HTTPServer(("127.0.0.1", 0), _Http)) as server:
        server.status = 204
        port = server.server_address[1]
        webhook_baru(dunia)
        with menulis_langsung(dunia.sistem):
            Webhook.objects.update(alamat=f"https://127.0.0.1:{port}/masuk?dari=sakip")
        monkeypatch.setattr(jaringan, "alamat_umum", lambda _ip: True)
        monkeypatch.setattr(
            kirim, "sambungan", lambda _host, tujuan, ip: HTTPConnection(ip, tujuan, timeout=5)
        )
        yield server


def test_ringkasan_sampai_sekali_dengan_kepala_berhenti(
    dunia: Dunia, bak: Any, jam: list[datetime]
) -> None:
    berlangganan(dunia)
    kabari(dunia)

    for _kali in range(2):
        pekerjaan.ringkasan(timestamp=0)
        jam.append(jam[-1] + timedelta(hours=1))

    (surat,) = bak.kotak
    assert isinstance(surat, EmailMessage)
    assert surat["To"] == "ani@contoh.invalid"
    assert surat["Subject"] == "1 kabar SAKIP belum Anda baca"
    assert surat["Message-ID"] == f"<{Surat.objects.get().uuid}@sakip.contoh.invalid>"
    henti = surat["List-Unsubscribe"].strip().strip("<>")
    assert henti.startswith("https://sakip.contoh.invalid/kabar/hentikan/")
    assert surat["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    badan = {b.get_content_type(): b.get_content() for b in surat.iter_parts()}
    assert "Kabar <a>" in badan["text/plain"]
    assert "Kabar &lt;a&gt;" in badan["text/html"]
    assert Surat.objects.get().keadaan == "terkirim"


def test_server_surel_yang_menolak_alamat_tercatat(
    dunia: Dunia, bak: Any, jam: list[datetime]
) -> None:
    del jam
    bak.jawab_penerima = "550 5.1.1 tidak ada di sini"
    surat = surat_baru(dunia)

    pekerjaan.kirim(timestamp=0)

    surat.refresh_from_db()
    assert (surat.keadaan, surat.catatan) == ("gagal", "550 5.1.1 tidak ada di sini")


def test_server_surel_yang_tidak_ada_dicoba_lagi(
    dunia: Dunia, bak: Any, jam: list[datetime]
) -> None:
    surat = surat_baru(dunia)
    bak.jawab_penerima = "451 nanti saja"
    pekerjaan.kirim(timestamp=0)
    surat.refresh_from_db()
    assert (surat.keadaan, surat.percobaan) == ("menunggu", 1)

    bak.jawab_penerima = "250 baik"
    jam.append(SAAT + timedelta(minutes=5))
    pekerjaan.kirim(timestamp=0)

    surat.refresh_from_db()
    assert (surat.keadaan, len(bak.kotak)) == ("terkirim", 1)


def test_tanpa_server_surel_tidak_ada_yang_disusun(
    dunia: Dunia, settings: Any, jam: list[datetime]
) -> None:
    del jam
    settings.EMAIL_HOST = ""
    berlangganan(dunia)
    kabari(dunia)

    pekerjaan.ringkasan(timestamp=0)
    pekerjaan.kirim(timestamp=0)

    assert not Surat.objects.exists()


def test_peristiwa_sampai_dengan_tanda_tangan_yang_dapat_diperiksa(
    dunia: Dunia, penerima: Any, jam: list[datetime]
) -> None:
    del jam
    w = Webhook.objects.get()
    a = antaran_baru(dunia, w)

    pekerjaan.webhook(timestamp=0)

    ((jalan, kepala, isi),) = penerima.kotak
    detik, tanda = kepala["X-SAKIP-Tanda"].removeprefix("t=").split(",v1=")
    # As a receiver checks it: HMAC-SHA256 with the shared secret over second, dot and body.
    hitung = hmac.new(
        rahasia_webhook(w.uuid, 1).encode(), f"{detik}.".encode() + isi, hashlib.sha256
    )
    assert hmac.compare_digest(hitung.hexdigest(), tanda)
    assert int(detik) == int(SAAT.timestamp())
    assert (jalan, kepala["X-SAKIP-Id"]) == ("/masuk?dari=sakip", str(a.uuid))
    assert json.loads(isi) == {"id": str(a.uuid), "unit": {"nama": "Dinas Anggrek"}}
    a.refresh_from_db()
    assert (a.keadaan, a.status) == ("terkirim", 204)


@pytest.mark.parametrize("status", [302, 404, 500])
def test_jawaban_lain_dicoba_lagi_dan_pengalihan_tidak_diikuti(
    dunia: Dunia, penerima: Any, jam: list[datetime], status: int
) -> None:
    del jam
    penerima.status = status
    antaran_baru(dunia, Webhook.objects.get())

    pekerjaan.webhook(timestamp=0)

    a = Antaran.objects.get()
    assert (a.keadaan, a.status, a.catatan) == ("menunggu", status, f"Dijawab {status}.")
    assert len(penerima.kotak) == 1


def test_nama_yang_menuju_ke_dalam_tidak_dihubungi(
    dunia: Dunia, penerima: Any, jam: list[datetime], monkeypatch: pytest.MonkeyPatch
) -> None:
    """One inner address among several is enough: a name may answer differently each time."""
    del jam
    monkeypatch.setattr(jaringan, "alamat_umum", lambda ip: ip != "127.0.0.1")
    antaran_baru(dunia, Webhook.objects.get())

    pekerjaan.webhook(timestamp=0)

    a = Antaran.objects.get()
    assert (a.keadaan, a.catatan) == (
        "menunggu",
        "Nama itu menuju jaringan dalam; tidak dikirim.",
    )
    assert penerima.kotak == []


@pytest.mark.parametrize(
    ("ip", "umum"),
    [
        ("8.8.8.8", True),
        ("2606:4700:4700::1111", True),
        ("127.0.0.1", False),
        ("0.0.0.0", False),  # noqa: S104 - the point of the test
        ("10.1.2.3", False),
        ("172.16.0.1", False),
        ("192.168.0.1", False),
        ("169.254.169.254", False),
        ("100.64.0.1", False),
        ("224.0.0.1", False),
        ("255.255.255.255", False),
        ("::1", False),
        ("::", False),
        ("fe80::1%eth0", False),
        ("fd00::1", False),
        ("ff02::1", False),
        ("::ffff:127.0.0.1", False),
        ("64:ff9b::7f00:1", False),
        ("64:ff9b::808:808", False),
        ("2002:7f00:1::", False),
        ("bukan alamat", False),
    ],
)
def test_alamat_umum_atau_dalam(ip: str, umum: bool) -> None:
    assert jaringan.alamat_umum(ip) == umum
