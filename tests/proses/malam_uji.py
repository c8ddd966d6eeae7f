"""Many people saving figures at once, each a cell every few seconds, over bare HTTP on loopback.

A save counts as acknowledged when its whole answer came with status 200. One that was not (the
server died in between) is sent again with the same version, as the page does: if the first did
reach the database, the second is refused as stale, so that nothing is stored twice.
"""

import re
import selectors
import socket
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from statistics import quantiles
from typing import Any
from urllib.parse import urlencode

ALAMAT = "127.0.0.1"
SABAR = 30.0  # seconds until an answer counts as lost
JEDA_ULANG = 0.3
TOKEN = "a" * 32
_PANJANG = re.compile(rb"\r\ncontent-length: (\d+)\r\n", re.IGNORECASE)
Gangguan = tuple[int, Callable[[], None]]


@dataclass(slots=True)
class Sel:
    """One figure: the version its owner saw, the values sent and those acknowledged."""

    kode: str
    versi: int = 0
    dikirim: int = 0
    diakui: list[str] = field(default_factory=list)
    berhenti: bool = False  # a retry was stale: what stands there now is not known here


@dataclass(slots=True)
class Orang:
    """One person at his figures; ``tertunda``: the value that must be sent again."""

    kuki: str
    alamat: str
    sel: list[Sel]
    kapan: float = 0.0
    giliran: int = 0
    tertunda: bool = False
    soket: socket.socket | None = None
    data: bytearray = field(default_factory=bytearray)
    mulai: float = 0.0
    menunggu: bool = False

    @property
    def kini(self) -> Sel:
        return self.sel[self.giliran % len(self.sel)]


@dataclass(slots=True)
class Hasil:
    """Seconds of each acknowledged save; answers that were no yes, by status; lost connections."""

    detik: list[float] = field(default_factory=list)
    lama: float = 0.0
    lain: dict[int, int] = field(default_factory=dict)
    putus: int = 0
    contoh_lain: str = ""

    @property
    def p95(self) -> float:
        """95th percentile in milliseconds."""
        return quantiles(self.detik, n=20)[-1] * 1000

    @property
    def galat_server(self) -> int:
        return sum(n for status, n in self.lain.items() if status >= 500)


class Malam:
    """All people of an evening; bounded by a time."""

    def __init__(self, port: int, isi: Sequence[Mapping[str, Any]]) -> None:
        self.port = port
        self.orang = [
            Orang(satu["kuki"], satu["alamat"], [Sel(k) for k in satu["sel"]]) for satu in isi
        ]
        self.hasil = Hasil()
        self._pemilih = selectors.DefaultSelector()

    def jalankan(
        self,
        *,
        jeda: float,
        detik: float,
        cukup: int | None = None,
        gangguan: Sequence[Gangguan] = (),
    ) -> Hasil:
        """Everyone saves a figure each ``jeda`` seconds until ``detik`` are over.

        It also ends after ``cukup`` acknowledged saves. ``gangguan``: after how many of them what
        is done to the server.
        """
        mulai = time.perf_counter()
        akhir = mulai + detik
        sisa = sorted(gangguan, key=lambda satu: satu[0])
        for n, satu in enumerate(self.orang):
            satu.kapan = mulai + jeda * n / len(self.orang)
        while time.perf_counter() < akhir or any(o.menunggu for o in self.orang):
            kini = time.perf_counter()
            if sisa and len(self.hasil.detik) >= sisa[0][0]:
                sisa.pop(0)[1]()
            if cukup is not None and len(self.hasil.detik) >= cukup:
                akhir = min(akhir, kini)
            for satu in self.orang:
                if satu.menunggu and kini - satu.mulai > SABAR:
                    self._putus(satu)
                elif not satu.menunggu and kini < akhir and kini >= satu.kapan:
                    self._kirim(satu, jeda)
            self._baca()
        self.hasil.lama = time.perf_counter() - mulai
        for satu in self.orang:
            self._tutup(satu)
        self._pemilih.close()
        return self.hasil

    def _kirim(self, satu: Orang, jeda: float) -> None:
        while satu.kini.berhenti:
            satu.giliran += 1
        sel = satu.kini
        if not satu.tertunda:
            sel.dikirim += 1
        satu.kapan = max(satu.kapan + jeda, time.perf_counter())
        isi = urlencode({f"versi.{sel.kode}": sel.versi, f"teks.{sel.kode}": sel.dikirim}).encode()
        kepala = (
            f"POST {satu.alamat}{sel.kode}/ HTTP/1.1\r\nHost: {ALAMAT}:{self.port}\r\n"
            f"Cookie: {satu.kuki}; csrftoken={TOKEN}\r\nX-CSRFToken: {TOKEN}\r\n"
            "HX-Request: true\r\n"
            f"Content-Type: application/x-www-form-urlencoded\r\nContent-Length: {len(isi)}\r\n\r\n"
        )
        satu.data.clear()
        satu.mulai = time.perf_counter()
        try:
            self._soket(satu).sendall(kepala.encode() + isi)
        except OSError:
            self._putus(satu)
            return
        satu.menunggu = True

    def _soket(self, satu: Orang) -> socket.socket:
        if satu.soket is None:
            satu.soket = socket.create_connection((ALAMAT, self.port), timeout=5)
            satu.soket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            self._pemilih.register(satu.soket, selectors.EVENT_READ, satu)
        return satu.soket

    def _baca(self) -> None:
        if not self._pemilih.get_map():
            time.sleep(0.005)
        for kunci, _peristiwa in self._pemilih.select(timeout=0.005):
            satu: Orang = kunci.data
            try:
                bagian = kunci.fileobj.recv(1 << 16)  # type: ignore[union-attr]
            except OSError:
                bagian = b""
            satu.data += bagian
            if not bagian:
                self._putus(satu)
            elif (panjang := _utuh(satu.data)) is not None and len(satu.data) >= panjang:
                self._jawab(satu)

    def _jawab(self, satu: Orang) -> None:
        satu.menunggu = False
        sel, status = satu.kini, int(satu.data[9:12])
        cocok = re.search(rb'name="versi\.%s" value="(\d+)"' % sel.kode.encode(), satu.data)
        if status == 200 and cocok is not None:
            self.hasil.detik.append(time.perf_counter() - satu.mulai)
            sel.versi = int(cocok.group(1))
            sel.diakui.append(str(sel.dikirim))
        elif status == 422 and satu.tertunda:
            sel.berhenti = True
        else:
            self.hasil.lain[status] = self.hasil.lain.get(status, 0) + 1
            self.hasil.contoh_lain = satu.data.decode(errors="replace")[:2000]
            self._tutup(satu)  # the page of a fault may come in pieces of unsaid length
            satu.tertunda, satu.kapan = True, time.perf_counter() + JEDA_ULANG
            return
        satu.tertunda = False
        satu.giliran += 1

    def _putus(self, satu: Orang) -> None:
        """No answer: the same value goes out again on a new connection."""
        self.hasil.putus += satu.menunggu
        self._tutup(satu)
        if satu.menunggu or satu.mulai:
            satu.tertunda, satu.kapan = True, time.perf_counter() + JEDA_ULANG
        satu.menunggu = False

    def _tutup(self, satu: Orang) -> None:
        if satu.soket is not None:
            self._pemilih.unregister(satu.soket)
            satu.soket.close()
            satu.soket = None

    def bandingkan(self, tersimpan: Mapping[str, Sequence[str]]) -> tuple[list[str], list[str]]:
        """Acknowledged saves that are not stored, and values that are stored more than once."""
        hilang, ganda = [], []
        for sel in (s for o in self.orang for s in o.sel):
            ada = list(tersimpan.get(sel.kode, ()))
            hilang += [f"{sel.kode}={teks}" for teks in sel.diakui if teks not in ada]
            # What was acknowledged last stands last, but for one that nobody acknowledged.
            if sel.diakui and sel.diakui[-1] not in ada[-2:]:
                hilang.append(f"{sel.kode}: terakhir {sel.diakui[-1]}, tersimpan {ada[-2:]}")
            ganda += [f"{sel.kode}={teks}" for teks in set(ada) if ada.count(teks) > 1]
        return hilang, ganda


def _utuh(data: bytearray) -> int | None:
    """How long the answer is, once its head is there; without a length in it, the head alone."""
    batas = data.find(b"\r\n\r\n")
    if batas < 0:
        return None
    cocok = _PANJANG.search(data, 0, batas + 2)
    return batas + 4 + (int(cocok.group(1)) if cocok else 0)
