"""The one parent process: database, migrations, web, worker; and their end in reverse order."""

import contextlib
import http.client
import os
import select
import signal
import socket
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from types import FrameType

from sakip.config.anak import Anak, Catatan, ekor, sekarang
from sakip.config.contoh import Contoh, daftar_akun, hari_dalam_kata, muat_contoh
from sakip.config.instalasi import Instalasi, terkunci
from sakip.config.pesan import GalatProses, _
from sakip.config.skema import Lapor
from sakip.config.statik import kumpulkan_statik
from sakip.config.tanam.identitas import tunggu

ALAMAT = "127.0.0.1"
_TENGGAT_WEB = 60.0
_JEDA_JAGA = 0.25
_UTAS_PER_PEKERJA = 4
_PERINTAH_PEKERJA = [
    *(sys.executable, "-m", "sakip.config", "procrastinate", "worker"),
    *("--concurrency", "2", "--shutdown-graceful-timeout", "20", "--delete-jobs", "successful"),
]


@dataclass(frozen=True, slots=True)
class Pilihan:
    """What the operator asked for. ``contoh`` says which day of the demo, if it is the demo."""

    port: int
    contoh: Contoh | None = None
    pekerja_web: int = field(default_factory=lambda: min(os.cpu_count() or 1, 8))

    @property
    def alamat(self) -> str:
        """Where people find it."""
        return f"http://{ALAMAT}:{self.port}/"


class _Berhenti(Exception):
    """Raised at a safe point after a signal; never inside a step that must not be cut."""


class Sinyal:
    """SIGINT, SIGTERM and SIGHUP only raise a flag; the parent looks at it between its steps.

    A pipe ends its sleep: a lock (as in ``threading.Event``) would be asked for in the middle of
    itself when a signal comes while it is held, and then nothing ends any more.
    """

    def __init__(self) -> None:
        self._datang = False
        self._ujung, self._pangkal = os.pipe()
        os.set_blocking(self._pangkal, False)
        for sinyal in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            # nohup ignores SIGHUP so that we outlive the terminal: leave it so.
            if signal.getsignal(sinyal) is not signal.SIG_IGN:
                signal.signal(sinyal, self._terima)

    def _terima(self, _nomor: int, _bingkai: FrameType | None) -> None:
        self._datang = True
        with contextlib.suppress(BlockingIOError):  # so many signals that the pipe is full
            os.write(self._pangkal, b"!")

    def periksa(self) -> None:
        """Leave if somebody asked us to."""
        if self._datang:
            raise _Berhenti

    def tunggu(self, detik: float) -> None:
        """Sleep, but leave at once when asked to."""
        select.select([self._ujung], [], [], max(detik, 0))
        self.periksa()


def jalankan(pilihan: Pilihan, lapor: Lapor) -> int:
    """Run until a signal comes; exit code 0. Raises ``GalatProses`` when it cannot go on."""
    mulai = sekarang()
    sinyal = Sinyal()
    nama = "sakip demo" if pilihan.contoh else "sakip serve"
    try:
        with terkunci(nama) as (satu, kunci):
            periksa_port(pilihan.port)
            induk = Induk(satu, pilihan, lapor, sinyal)
            try:
                induk.siapkan()
                induk.hidupkan()
                kunci.umumkan(nama, pilihan.alamat)
                lapor(salam(induk, sekarang() - mulai))
                induk.jaga()
            finally:
                induk.matikan()
    except _Berhenti:
        lapor(_("SAKIP berhenti dengan rapi."))
    return 0


class Induk:
    """The parent at work."""

    def __init__(self, satu: Instalasi, pilihan: Pilihan, lapor: Lapor, sinyal: Sinyal) -> None:
        self.satu = satu
        self.pilihan = pilihan
        self.hari_contoh: date | None = None
        """The day the demo lives on, once it is loaded."""
        self._lapor = lapor
        self._sinyal = sinyal
        self._catatan = Catatan(satu.ruang.catatan_proses)
        self._web = Anak("web", perintah_web(pilihan), satu.ruang.log / "web.log")
        # The database is started by its own supervisor; here its deaths are counted.
        self._basisdata = Anak("basis data", (), satu.ruang.log / "postgres.log")
        self._pekerja = Anak("pekerja", _PERINTAH_PEKERJA, satu.ruang.log / "pekerja.log", 25.0)
        self._lingkungan = {
            "SAKIP_ALAMAT": pilihan.alamat,
            **os.environ,
            **satu.lingkungan(),
            **self._catatan.lingkungan(),
            "PYTHONUNBUFFERED": "1",
        }

    def siapkan(self) -> None:
        """Database, schema, demo data, static files: each only as far as it is not done yet."""
        langkah: list[Callable[[], object]] = [
            self.satu.mulai,
            lambda: self.satu.migrasikan(self._lapor),
            lambda: kumpulkan_statik(self.satu.ruang.statik, self.satu.sasaran.aplikasi),
        ]
        if self.pilihan.contoh is not None:
            langkah.append(self._muat_contoh)
        for satu in langkah:
            self._sinyal.periksa()
            try:
                satu()
            except GalatProses:
                # Ctrl-C in a terminal also ends the step's own process: then it is no failure.
                self._sinyal.periksa()
                raise
        self._sinyal.periksa()

    def _muat_contoh(self) -> None:
        assert self.pilihan.contoh is not None  # noqa: S101 - asked by ``siapkan``
        alamat = self._lingkungan["SAKIP_ALAMAT"]
        self.hari_contoh = muat_contoh(self.satu, self.pilihan.contoh, alamat, self._lapor)
        self._lingkungan |= {
            "SAKIP_CONTOH": "1",
            "SAKIP_TANGGAL": self.hari_contoh.isoformat(),
        }

    def hidupkan(self) -> None:
        """Web first, until it answers; then the worker, so that both do not load at once."""
        self._mulai(self._web)
        tunggu(self._web_selesai_mulai, _TENGGAT_WEB, 0.05)
        self._sinyal.periksa()
        if not menjawab(self.pilihan.port):
            raise GalatProses(
                _("Web tidak menjawab di {alamat}. Catatan terakhir ({log}):\n{ekor}").format(
                    alamat=self.pilihan.alamat, log=self._web.log, ekor=ekor(self._web.log)
                )
            )
        self._mulai(self._pekerja)

    def _web_selesai_mulai(self) -> bool:
        self._sinyal.periksa()
        return not self._web.berjalan() or menjawab(self.pilihan.port)

    def jaga(self) -> None:
        """Watch, and start again what died; ends only by a signal or an error."""
        while True:
            self._sinyal.tunggu(_JEDA_JAGA)
            if (kluster := self.satu.kluster) is not None and not kluster.berjalan():
                self._pulihkan_basisdata()
            for anak in (self._web, self._pekerja):
                self._jaga_anak(anak)

    def _pulihkan_basisdata(self) -> None:
        jeda = self._basisdata.catat_kematian(sekarang())
        self._lapor(_("Basis data berhenti sendiri; dipulihkan dan dijalankan lagi."))
        self._sinyal.tunggu(jeda)
        self.satu.mulai()

    def _jaga_anak(self, anak: Anak) -> None:
        kini = sekarang()
        if anak.mulai_lagi_pada is not None:
            if kini >= anak.mulai_lagi_pada:
                self._mulai(anak)
        elif not anak.berjalan():
            jeda = anak.catat_kematian(kini)
            self._lapor(
                _("Proses {nama} berhenti sendiri; dijalankan lagi dalam {jeda:g} detik.").format(
                    nama=anak.nama, jeda=jeda
                )
            )

    def _mulai(self, anak: Anak) -> None:
        anak.mulai(self._lingkungan)
        self._catatan.tulis((self._web, self._pekerja))

    def matikan(self) -> None:
        """Web, then worker, then (by whoever holds the installation) the database."""
        self._web.hentikan()
        self._pekerja.hentikan()
        self._catatan.hapus()


def perintah_web(pilihan: Pilihan) -> list[str]:
    return [
        *(sys.executable, "-m", "granian", "--interface", "wsgi"),
        *("--host", ALAMAT, "--port", str(pilihan.port), "--no-ws"),
        *("--workers", str(pilihan.pekerja_web), "--blocking-threads", str(_UTAS_PER_PEKERJA)),
        *("--respawn-failed-workers", "--respawn-interval", "0.5", "--workers-kill-timeout", "10"),
        "sakip.config.wsgi:application",
    ]


def periksa_port(port: int) -> None:
    """Refuse a port that somebody else listens on, naming the way out."""
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as soket:
        soket.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            soket.bind((ALAMAT, port))
        except OSError as sebab:
            raise GalatProses(
                _(
                    "Port {port} tidak dapat dipakai ({sebab}); mungkin program lain memakainya. "
                    "Pilih port lain: make demo PORT={lain}, atau sakip serve --port {lain}"
                ).format(port=port, sebab=sebab.strerror, lain=port + 1 if port < 65535 else 8000)
            ) from sebab


def menjawab(port: int) -> bool:
    """Whether the web server there answers without a fault of its own."""
    koneksi = http.client.HTTPConnection(ALAMAT, port, timeout=20)
    try:
        koneksi.request("HEAD", "/")
        return koneksi.getresponse().status < 500
    except OSError:
        return False
    finally:
        koneksi.close()


def salam(induk: Induk, detik: float) -> str:
    """What the operator reads when everything runs."""
    baris = [
        "",
        _("SAKIP siap di {alamat} (dalam {detik} detik)").format(
            alamat=induk.pilihan.alamat, detik=f"{detik:.1f}".replace(".", ",")
        ),
    ]
    if (hari := induk.hari_contoh) is not None:
        baris += [
            _(
                "Hari ini di contoh: {hari}. Hari lain: make demo TANGGAL=2026-02-10 "
                "(maju; mundur perlu RESET=1)"
            ).format(hari=hari_dalam_kata(hari)),
            "",
            *daftar_akun(),
        ]
    baris += [
        "",
        _("Catatan: {log}. Berhenti: Ctrl-C").format(log=induk.satu.ruang.log),
    ]
    return "\n".join(baris)
