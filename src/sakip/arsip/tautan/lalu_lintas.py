"""The bytes of one question to one address: no proxy, no cookie, no second look-up of the name.

Written on sockets and not on a client library: what goes out is four lines that can be read here,
and the address that is connected to is the very one that was judged.
"""

import contextlib
import socket
import ssl
import time
from dataclasses import dataclass
from email.message import Message
from email.parser import BytesParser
from email.policy import HTTP

from sakip.arsip.tautan.alamat import PORT, Tautan

KEPALA_MAKS = 32_768  # bytes of an answer's head; more is not read
ISI_DICICIP = 512  # bytes of a body that is asked for
_NANO = 1_000_000_000  # of a second
_AGEN = "SAKIP-periksa-tautan"


class JawabanRusak(OSError):
    """What came back is not an answer."""


@dataclass(frozen=True, slots=True)
class Jawaban:
    """Status and where it leads, the only things that are looked at."""

    status: int
    lokasi: str = ""


def cari_alamat(nama: str) -> tuple[str, ...]:
    """Every address of a name, as the system's resolver gives them."""
    hasil = socket.getaddrinfo(nama, PORT, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(letak[0]) for *_lain, letak in hasil))


def tanya(  # noqa: PLR0913 - the last two are for tests
    alamat: str,
    tautan: Tautan,
    cara: str,
    batas: int,
    *,
    port: int = PORT,
    konteks: ssl.SSLContext | None = None,
) -> Jawaban:
    """Ask ``alamat`` (an IP) for a link within ``batas`` seconds, under its name's certificate.

    Raises ``OSError`` (``ssl.SSLError`` and ``TimeoutError`` are such). ``port`` and ``konteks``
    are for tests, which cannot have a public server of their own.
    """
    akhir = time.monotonic_ns() + batas * _NANO
    konteks = konteks or ssl.create_default_context()
    with socket.create_connection((alamat, port), timeout=batas) as polos:
        _batasi(polos, akhir)
        with konteks.wrap_socket(polos, server_hostname=tautan.nama) as aman:
            aman.sendall(_permintaan(tautan, cara))
            kepala = _kepala(aman, akhir)
            # Other servers break off without a farewell; nothing more is wanted of them.
            with contextlib.suppress(OSError):
                aman.shutdown(socket.SHUT_RDWR)
    return _baca(kepala)


def _permintaan(tautan: Tautan, cara: str) -> bytes:
    baris = [
        f"{cara} {tautan.sasaran} HTTP/1.1",
        f"Host: {tautan.nama}",
        f"User-Agent: {_AGEN}",
        "Accept: */*",
        "Connection: close",
    ]
    if cara == "GET":
        baris.append(f"Range: bytes=0-{ISI_DICICIP - 1}")
    return "\r\n".join([*baris, "", ""]).encode("ascii")


def _batasi(pipa: socket.socket, akhir: int) -> None:
    """Give the next step what is left of the whole time, so that a slow drip cannot hold us."""
    sisa = akhir - time.monotonic_ns()
    if sisa <= 0:
        raise TimeoutError
    pipa.settimeout(sisa / _NANO)


def _kepala(aman: ssl.SSLSocket, akhir: int) -> bytes:
    kepala = b""
    while b"\r\n\r\n" not in kepala:
        if len(kepala) > KEPALA_MAKS:
            raise JawabanRusak
        _batasi(aman, akhir)
        potongan = aman.recv(4096)
        if not potongan:
            raise JawabanRusak
        kepala += potongan
    return kepala.split(b"\r\n\r\n", 1)[0]


def _baca(kepala: bytes) -> Jawaban:
    pertama, _pisah, sisanya = kepala.partition(b"\r\n")
    bagian = pertama.split(b" ", 2)
    if len(bagian) < 2 or not bagian[0].startswith(b"HTTP/1.") or not bagian[1].isdigit():
        raise JawabanRusak
    isi: Message = BytesParser(policy=HTTP).parsebytes(sisanya, headersonly=True)
    return Jawaban(int(bagian[1]), str(isi.get("Location", "")))
