"""One parent per installation: a lock that the kernel drops by itself when its holder dies."""

import contextlib
import fcntl
import json
import os
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO

from sakip.config.pesan import GalatProses, _


@dataclass(frozen=True, slots=True)
class Pemegang:
    """Who holds the lock, what for, and at which address it serves (empty: it serves nothing)."""

    pid: int
    perintah: str
    alamat: str = ""


class Kunci:
    """The held lock; tells others what its holder does."""

    def __init__(self, berkas: IO[str], perintah: str) -> None:
        self._berkas = berkas
        self.umumkan(perintah)

    def umumkan(self, perintah: str, alamat: str = "") -> None:
        """Write down what we do now, for the message of whoever comes second."""
        self._berkas.seek(0)
        self._berkas.truncate()
        json.dump(asdict(Pemegang(os.getpid(), perintah, alamat)), self._berkas)
        self._berkas.flush()


@contextlib.contextmanager
def pegang(jalur: Path, perintah: str) -> Iterator[Kunci]:
    """Hold the lock; raises ``GalatProses`` naming the holder when somebody else does.

    The file itself stays: deleting a locked file would let a third process lock a new one.
    """
    with jalur.open("a+") as berkas:
        try:
            fcntl.flock(berkas, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as sebab:
            raise GalatProses(_penolakan(pemegang(jalur))) from sebab
        try:
            yield Kunci(berkas, perintah)
        finally:
            berkas.seek(0)
            berkas.truncate()


def pemegang(jalur: Path) -> Pemegang | None:
    """Who holds the lock now; ``None`` when nobody does or it cannot be told."""
    try:
        with jalur.open() as berkas:
            try:
                fcntl.flock(berkas, fcntl.LOCK_SH | fcntl.LOCK_NB)
            except BlockingIOError:
                isi = json.loads(berkas.read())
                return Pemegang(int(isi["pid"]), str(isi["perintah"]), str(isi["alamat"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return None


def _penolakan(siapa: Pemegang | None) -> str:
    if siapa is None:
        return _("Folder data ini sedang dipakai proses SAKIP lain. Tunggu sampai selesai.")
    if not siapa.alamat:
        return _(
            "Folder data ini sedang dipakai `{perintah}` (proses {pid}). Tunggu sampai selesai, "
            "atau hentikan dengan: kill {pid}"
        ).format(perintah=siapa.perintah, pid=siapa.pid)
    return _(
        "SAKIP sudah berjalan di {alamat} (`{perintah}`, proses {pid}). Buka alamat itu, "
        "atau hentikan dulu dengan Ctrl-C di sana atau: kill {pid}"
    ).format(alamat=siapa.alamat, perintah=siapa.perintah, pid=siapa.pid)
