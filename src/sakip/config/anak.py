"""The processes that the parent starts: recorded, watched, stopped, and cleaned up after a kill."""

import contextlib
import json
import os
import secrets
import signal
import subprocess
import time
from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sakip.config.pesan import GalatProses, _
from sakip.config.tanam.identitas import (
    Identitas,
    akhiri,
    anggota_kelompok,
    hidup,
    identitas,
)

_TANDA = "SAKIP_PROSES"
_BATAS_MATI = 5  # deaths within one window: then something is wrong that restarting will not mend
_JENDELA = 60.0
_UKURAN_LOG = 5_000_000
_SABAR_SISA = ((signal.SIGTERM, 5.0), (signal.SIGKILL, 5.0))


@dataclass(slots=True)
class Anak:
    """One child: how it is started, where its words go, and how often it died lately."""

    nama: str
    perintah: Sequence[str]
    log: Path
    sabar_berhenti: float = 15.0
    proses: subprocess.Popen[bytes] | None = field(default=None, init=False)
    kematian: deque[float] = field(default_factory=deque, init=False)
    mulai_lagi_pada: float | None = field(default=None, init=False)

    def mulai(self, lingkungan: Mapping[str, str]) -> None:
        """Start in a group of its own: Ctrl-C reaches the parent alone, which keeps the order."""
        self.mulai_lagi_pada = None
        _putar_log(self.log)
        with self.log.open("ab") as keluaran:
            self.proses = subprocess.Popen(
                list(self.perintah),
                env=dict(lingkungan),
                stdin=subprocess.DEVNULL,
                stdout=keluaran,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    def berjalan(self) -> bool:
        """Whether it is alive."""
        return self.proses is not None and self.proses.poll() is None

    def hentikan(self) -> None:
        """Ask it to finish; after its patience end its whole group."""
        if (proses := self.proses) is None:
            return
        if proses.poll() is None:
            proses.terminate()
            with contextlib.suppress(subprocess.TimeoutExpired):
                proses.wait(self.sabar_berhenti)
        self.bereskan_kelompok()
        proses.wait()
        self.proses = None

    def bereskan_kelompok(self) -> None:
        """End what the child itself had started (a web server's workers outlive its kill -9)."""
        if self.proses is not None:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.killpg(self.proses.pid, signal.SIGKILL)

    def catat_kematian(self, sekarang: float) -> float:
        """Note that it died; the pause before the next start. Raises when it dies too often."""
        self.bereskan_kelompok()
        self.kematian.append(sekarang)
        while self.kematian and sekarang - self.kematian[0] > _JENDELA:
            self.kematian.popleft()
        if len(self.kematian) >= _BATAS_MATI:
            raise GalatProses(
                _(
                    "Proses {nama} berhenti {kali} kali dalam {detik} detik; SAKIP dihentikan. "
                    "Perbaiki sebabnya, lalu jalankan lagi. Catatan terakhir ({log}):\n{ekor}"
                ).format(
                    nama=self.nama,
                    kali=len(self.kematian),
                    detik=int(_JENDELA),
                    log=self.log,
                    ekor=ekor(self.log),
                )
            )
        jeda = float(0.5 * 2 ** (len(self.kematian) - 1))
        self.mulai_lagi_pada = sekarang + jeda
        return jeda


def ekor(log: Path, baris: int = 15) -> str:
    """The last lines of a log."""
    if not log.is_file():
        return ""
    return "\n".join(log.read_text(errors="replace").splitlines()[-baris:])


def _putar_log(log: Path) -> None:
    if log.is_file() and log.stat().st_size > _UKURAN_LOG:
        log.replace(log.with_suffix(".log.1"))


class Catatan:
    """The record of what this parent started, for whoever starts after it was killed."""

    def __init__(self, berkas: Path) -> None:
        self._berkas = berkas
        self.tanda = secrets.token_hex(16)

    def lingkungan(self) -> dict[str, str]:
        """The mark that children carry, so that theirs can be told from other people's."""
        return {_TANDA: self.tanda}

    def tulis(self, daftar: Sequence[Anak]) -> None:
        """Write down who runs now."""
        hidup_kini = [
            siapa
            for anak in daftar
            if anak.proses is not None and (siapa := identitas(anak.proses.pid)) is not None
        ]
        isi = {"tanda": self.tanda, "proses": [asdict(siapa) for siapa in hidup_kini]}
        sementara = self._berkas.with_name(f".{self._berkas.name}.{os.getpid()}")
        sementara.write_text(json.dumps(isi))
        sementara.replace(self._berkas)

    def bersihkan_sisa(self) -> int:
        """End what an earlier, killed parent left running; how many processes that were.

        Only a process whose number *and* start time were recorded, or which carries the recorded
        mark in the group of one that was: a number that others use now is left alone.
        """
        try:
            isi = json.loads(self._berkas.read_text())
            daftar = [Identitas(int(p["pid"]), str(p["mulai"])) for p in isi["proses"]]
            tanda = f"{_TANDA}={isi['tanda']}"
        except (OSError, ValueError, KeyError, TypeError):
            return 0

        pemimpin = [siapa for siapa in daftar if hidup(siapa)]
        pengikut = [
            siapa
            for asal in daftar
            for pid in anggota_kelompok(asal.pid, tanda)
            if (siapa := identitas(pid)) is not None
        ]
        # Known by number and start time from here on: a dying process no longer shows its mark,
        # yet still holds its port.
        sisa = {*pemimpin, *pengikut}
        if not akhiri(lambda: [siapa.pid for siapa in sisa if hidup(siapa)], _SABAR_SISA):
            raise GalatProses(
                _(
                    "Proses SAKIP lama tidak mau berhenti: {pid}. Hentikan dengan: kill -9 {pid}"
                ).format(pid=" ".join(str(siapa.pid) for siapa in sisa if hidup(siapa)))
            )
        self._berkas.unlink(missing_ok=True)
        return len(sisa)

    def hapus(self) -> None:
        """After a clean stop there is nothing to clean up."""
        self._berkas.unlink(missing_ok=True)


def sekarang() -> float:
    """A clock that no change of the wall clock can move."""
    return time.monotonic()
