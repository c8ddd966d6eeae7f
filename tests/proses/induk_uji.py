"""Driving a whole installation from the outside, as an operator does."""

import json
import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import threading
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

from sakip.config.ruang import Ruang, ruang
from sakip.config.tanam.identitas import proses_basisdata, tunggu

SABAR = 300.0  # seconds until a test gives up; never asserted as a speed


# Below the range from which the system lends ports to outgoing connections (32768 and up): a port
# asked of the system is free now, and may be lent to another test's client before ours binds it.
PORT_UJI = range(20_000, 32_000)


def port_bebas() -> int:
    """A port that nothing listens on and that the system lends to nobody."""
    while True:
        port = secrets.choice(PORT_UJI)
        with socket.socket() as soket:
            try:
                soket.bind(("127.0.0.1", port))
            except OSError:
                continue
            return port


@dataclass
class Pemasangan:
    """One installation in a folder of its own, with at most one running parent."""

    folder: Path
    port: int = field(default_factory=port_bebas)
    lingkungan: dict[str, str] = field(default_factory=dict)
    proses: subprocess.Popen[str] | None = None
    keluaran: list[str] = field(default_factory=list)

    @property
    def ruang(self) -> Ruang:
        return ruang(self.folder / "var")

    def _lingkungan(self) -> dict[str, str]:
        bersih = {
            kunci: nilai
            for kunci, nilai in os.environ.items()
            if not kunci.startswith(("SAKIP_", "DATABASE_URL", "PYTEST"))
        }
        src = str(Path(__file__).resolve().parents[2] / "src")
        return {
            **bersih,
            "PYTHONPATH": src,
            "SAKIP_VAR": str(self.folder / "var"),
            **self.lingkungan,
        }

    def sakip(self, *argumen: str, **lingkungan: str) -> subprocess.CompletedProcess[str]:
        """Run one command to its end."""
        return subprocess.run(
            [sys.executable, "-m", "sakip.perintah", *argumen],
            env={**self._lingkungan(), **lingkungan},
            capture_output=True,
            text=True,
            timeout=SABAR,
            check=False,
        )

    def skrip(self, berkas: Path, *argumen: str) -> str:
        """What a script of the tests prints when it is run inside the installation."""
        hasil = subprocess.run(
            [sys.executable, str(berkas), *argumen],
            env=self._lingkungan(),
            stdout=subprocess.PIPE,
            text=True,
            timeout=SABAR,
            check=True,
        )
        return hasil.stdout

    def hidupkan(self) -> None:
        """Start the parent and wait until it says it is ready."""
        self.keluaran = []
        # Tests that were begun in the background ignore Ctrl-C, and a child inherits that.
        sigint = signal.signal(signal.SIGINT, signal.SIG_DFL)
        try:
            self.proses = subprocess.Popen(
                [sys.executable, "-m", "sakip.perintah", "serve", "--port", str(self.port)],
                env=self._lingkungan(),
                stdout=subprocess.PIPE,
                stderr=subprocess.STDOUT,
                text=True,
            )
        finally:
            signal.signal(signal.SIGINT, sigint)
        threading.Thread(target=self._baca, args=(self.proses,), daemon=True).start()
        siap = tunggu(lambda: self.tertulis("SAKIP siap di") or self.selesai(), SABAR)
        assert siap, self.keluaran
        assert not self.selesai(), self.keluaran

    def _baca(self, proses: subprocess.Popen[str]) -> None:
        assert proses.stdout is not None
        for baris in proses.stdout:
            self.keluaran.append(baris)

    def tertulis(self, kata: str) -> bool:
        return any(kata in baris for baris in self.keluaran)

    def selesai(self) -> bool:
        return self.proses is None or self.proses.poll() is not None

    def matikan(self, sinyal: signal.Signals = signal.SIGTERM) -> int:
        assert self.proses is not None
        self.proses.send_signal(sinyal)
        return self.proses.wait(SABAR)

    def menjawab(self) -> bool:
        """Whether a page that reads the database answers."""
        try:
            with urllib.request.urlopen(
                f"http://127.0.0.1:{self.port}/akun/login/", timeout=20
            ) as jawaban:
                return bool(jawaban.status == 200)
        except (OSError, urllib.error.URLError):
            return False

    def pid_anak(self) -> list[int]:
        """Web and worker, as the parent recorded them."""
        try:
            isi = json.loads(self.ruang.catatan_proses.read_text())
        except OSError:
            return []
        return [int(satu["pid"]) for satu in isi["proses"]]

    def pid_postmaster(self) -> int:
        return int((self.ruang.data / "postmaster.pid").read_text().splitlines()[0])

    def bersihkan(self) -> None:
        if not self.selesai():
            self.matikan()
        assert not proses_basisdata(self.ruang.data)
        for folder in (self.ruang.kluster, self.ruang.var):
            shutil.rmtree(folder, ignore_errors=True)
