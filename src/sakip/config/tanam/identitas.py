"""Telling our processes from other people's.

A process number alone proves nothing: it is reused. A number together with the moment the process
started does, and so does the working directory of a PostgreSQL process (its data directory).
"""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

_PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Identitas:
    """One process, told apart from a later one with the same number."""

    pid: int
    mulai: str


def identitas(pid: int) -> Identitas | None:
    """Who has this number now; ``None`` when nobody lives there (a zombie is dead)."""
    mulai = _mulai_linux(pid) if _PROC.joinpath("self").exists() else _mulai_ps(pid)
    return None if mulai is None else Identitas(pid, mulai)


def hidup(siapa: Identitas) -> bool:
    """Whether exactly that process still runs."""
    return identitas(siapa.pid) == siapa


def _mulai_linux(pid: int) -> str | None:
    try:
        # The command's name may hold spaces and brackets: the fields begin after the last one.
        bidang = (_PROC / str(pid) / "stat").read_text().rpartition(")")[2].split()
        boot = (_PROC / "sys/kernel/random/boot_id").read_text().strip()
    except OSError:
        return None
    return None if bidang[0] in "ZX" else f"{boot}:{bidang[19]}"


def _mulai_ps(pid: int) -> str | None:
    hasil = subprocess.run(
        ["/bin/ps", "-o", "stat=,lstart=", "-p", str(pid)],
        capture_output=True,
        text=True,
        check=False,
    )
    keadaan, _, mulai = hasil.stdout.strip().partition(" ")
    return mulai.strip() if mulai and not keadaan.startswith("Z") else None


def proses_basisdata(data: Path) -> list[int]:
    """Every PostgreSQL process of this data directory, postmaster or left-over backend."""
    if not _PROC.joinpath("self").exists():
        return _postmaster_ps(data)
    tempat = str(data.resolve())
    return [
        pid
        for pid in _semua_pid()
        if _tautan(pid, "cwd") == tempat
        and Path(_tautan(pid, "exe")).name.removesuffix(" (deleted)") == "postgres"
        and identitas(pid) is not None
    ]


def _semua_pid() -> list[int]:
    if not _PROC.exists():
        return []
    return [int(entri.name) for entri in _PROC.iterdir() if entri.name.isdigit()]


def _tautan(pid: int, nama: str) -> str:
    try:
        return str((_PROC / str(pid) / nama).readlink())
    except OSError:
        return ""


def _postmaster_ps(data: Path) -> list[int]:
    hasil = subprocess.run(
        ["/bin/ps", "-axo", "pid=,command="], capture_output=True, text=True, check=False
    )
    baris = (satu.strip().partition(" ") for satu in hasil.stdout.splitlines())
    return [int(pid) for pid, _, perintah in baris if f"-D {data}" in perintah]


def anggota_kelompok(pemimpin: int, tanda: str) -> list[int]:
    """Members of a process group that carry our mark in their environment (Linux only)."""
    return [
        pid
        for pid in _semua_pid()
        if _kelompok(pid) == pemimpin and _bertanda(pid, tanda) and identitas(pid) is not None
    ]


def _kelompok(pid: int) -> int:
    try:
        return os.getpgid(pid)
    except OSError:
        return -1


def _bertanda(pid: int, tanda: str) -> bool:
    try:
        lingkungan = (_PROC / str(pid) / "environ").read_bytes()
    except OSError:
        return False
    return tanda.encode() in lingkungan.split(b"\0")


def kirim(pid: int, sinyal: signal.Signals) -> None:
    """Send a signal; a process that has just ended is not an error."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, sinyal)


def tunggu(selesai: Callable[[], bool], detik: float, jeda: float = 0.02) -> bool:
    """Wait until ``selesai()``; ``False`` when the time is over first."""
    batas = time.monotonic() + detik
    while not selesai():
        if time.monotonic() >= batas:
            return False
        time.sleep(jeda)
    return True


def akhiri(
    pids: Callable[[], Iterable[int]], langkah: Iterable[tuple[signal.Signals, float]]
) -> bool:
    """Send the signals in turn, each with its patience, until ``pids()`` is empty."""
    for sinyal, detik in langkah:
        for pid in pids():
            kirim(pid, sinyal)
        if tunggu(lambda: not list(pids()), detik):
            return True
    return not list(pids())
