"""The system user that runs PostgreSQL when the program itself runs as root."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import TypedDict

from sakip.config.pesan import GalatProses, _

NAMA = "sakip-db"


class HakProses(TypedDict, total=False):
    """What ``subprocess`` needs to start a program as somebody else."""

    user: int
    group: int
    extra_groups: list[int]


@dataclass(frozen=True, slots=True)
class PenggunaSistem:
    """An account of the operating system."""

    uid: int
    gid: int

    def hak(self) -> HakProses:
        """Keyword arguments for ``subprocess`` that change to this account, dropping all groups."""
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def miliki(self, *jalur: Path) -> None:
        """Hand over exactly these files or folders."""
        for satu in jalur:
            os.chown(satu, self.uid, self.gid)


def pengguna_basisdata() -> PenggunaSistem | None:
    """``None`` for an ordinary user; for root the account ``sakip-db``, created if absent."""
    if os.geteuid() != 0:
        return None
    try:
        akun = pwd.getpwnam(NAMA)
    except KeyError:
        _buat_akun()
        akun = pwd.getpwnam(NAMA)
    return PenggunaSistem(akun.pw_uid, akun.pw_gid)


def _buat_akun() -> None:
    pilihan = (
        ("useradd", "--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin"),
        ("adduser", "-S", "-D", "-H", "-s", "/sbin/nologin"),
    )
    galat = "-"
    for program, *argumen in pilihan:
        if (jalur := shutil.which(program, path="/usr/sbin:/sbin:/usr/bin:/bin")) is None:
            continue
        hasil = subprocess.run([jalur, *argumen, NAMA], capture_output=True, text=True, check=False)
        if hasil.returncode == 0:
            return
        galat = hasil.stderr.strip() or galat
    raise GalatProses(
        _(
            "PostgreSQL tidak mau berjalan sebagai root, dan akun sistem {nama} tidak dapat "
            "dibuat ({galat}). Buat akun itu sendiri, atau jalankan program ini sebagai "
            "pengguna biasa."
        ).format(nama=NAMA, galat=galat)
    )
