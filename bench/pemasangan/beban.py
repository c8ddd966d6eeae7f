"""A load client that costs little: sockets kept open, bare HTTP/1.1, one thread.

It only ever talks to 127.0.0.1, for a bounded time. It shares the cores with the server it
measures, so every microsecond spent here is one that the server does not get.
"""

import re
import selectors
import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

ALAMAT = "127.0.0.1"
_PANJANG = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)


@dataclass(slots=True)
class Ukuran:
    """What came back: seconds of each answer, bytes of the last, statuses that were not 200."""

    detik: list[float] = field(default_factory=list)
    lama: float = 0.0
    bita: int = 0
    gagal: int = 0

    @property
    def laju(self) -> float:
        """Answers a second."""
        return len(self.detik) / self.lama

    @property
    def tengah(self) -> float:
        """Median in milliseconds."""
        return median(self.detik) * 1000

    @property
    def p95(self) -> float:
        """95th percentile in milliseconds."""
        return quantiles(self.detik, n=20)[-1] * 1000 if len(self.detik) > 1 else self.tengah


@dataclass(slots=True)
class _Klien:
    soket: socket.socket
    mulai: float = 0.0
    data: bytearray = field(default_factory=bytearray)
    panjang: int = -1


class Beban:
    """Requests as one signed-in visitor."""

    def __init__(self, port: int, kuki: str, kepala: str = "") -> None:
        self._port = port
        self._kepala = f"Host: {ALAMAT}:{port}\r\nCookie: {kuki}\r\n{kepala}\r\n"

    def jalankan(
        self, alamat: Sequence[str], *, klien: int, detik: float, paling_banyak: int = 10**9
    ) -> Ukuran:
        """``klien`` visitors ask for ``alamat`` in turn until time or number is used up."""
        permintaan = [f"GET {a} HTTP/1.1\r\n{self._kepala}".encode() for a in alamat]
        pemilih = selectors.DefaultSelector()
        hasil, giliran = Ukuran(), 0
        mulai = time.perf_counter()
        akhir = mulai + detik
        for _ in range(klien):
            satu = _Klien(socket.create_connection((ALAMAT, self._port)))
            satu.soket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            pemilih.register(satu.soket, selectors.EVENT_READ, satu)
            if giliran < paling_banyak:
                self._kirim(satu, permintaan[giliran % len(permintaan)])
                giliran += 1
        terbuka = min(klien, giliran)
        while terbuka:
            for kunci, _peristiwa in pemilih.select(timeout=30):
                satu = kunci.data
                if not self._terima(satu, hasil):
                    continue
                if giliran < paling_banyak and time.perf_counter() < akhir:
                    self._kirim(satu, permintaan[giliran % len(permintaan)])
                    giliran += 1
                else:
                    terbuka -= 1
        hasil.lama = time.perf_counter() - mulai
        for kunci in list(pemilih.get_map().values()):
            kunci.data.soket.close()
        pemilih.close()
        return hasil

    @staticmethod
    def _kirim(satu: _Klien, permintaan: bytes) -> None:
        satu.data.clear()
        satu.panjang = -1
        satu.mulai = time.perf_counter()
        satu.soket.sendall(permintaan)

    @staticmethod
    def _terima(satu: _Klien, hasil: Ukuran) -> bool:
        """Read what is there; ``True`` when the answer is whole."""
        bagian = satu.soket.recv(1 << 18)
        if not bagian:
            raise ConnectionError("server menutup sambungan di tengah jawaban")
        satu.data += bagian
        if satu.panjang < 0:
            batas = satu.data.find(b"\r\n\r\n")
            if batas < 0:
                return False
            cocok = _PANJANG.search(satu.data, 0, batas + 2)
            assert cocok is not None, satu.data[:batas]
            satu.panjang = batas + 4 + int(cocok.group(1))
        if len(satu.data) < satu.panjang:
            return False
        hasil.detik.append(time.perf_counter() - satu.mulai)
        hasil.bita = satu.panjang
        hasil.gagal += satu.data[9:12] != b"200"
        return True
