"""Making a data directory, all or nothing."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Mapping
from pathlib import Path

from sakip.config.pesan import GalatProses, _
from sakip.config.tanam.biner import Biner
from sakip.config.tanam.pengguna import PenggunaSistem

ADMIN = "sakip_admin"

# Written once into postgresql.conf, where the operator may change them.
_SETELAN_AWAL = {
    "shared_buffers": "256MB",
    "max_connections": "100",
    "jit": "off",
    "random_page_cost": "1.1",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "lc_messages": "C",
    "log_min_duration_statement": "2s",
    "log_lock_waits": "on",
}


def inisialisasi(
    data: Path,
    biner: Biner,
    sandi: str,
    pengguna: PenggunaSistem | None,
    setelan: Mapping[str, str],
) -> None:
    """Run initdb beside the final place and rename: a half-made directory is never started."""
    sementara = data.with_name("data.dibuat")
    shutil.rmtree(sementara, ignore_errors=True)
    sementara.mkdir(mode=0o700)
    if pengguna is not None:
        pengguna.miliki(sementara)
    try:
        _initdb(sementara, biner, sandi, pengguna, tanpa_sinkron=setelan.get("fsync") == "off")
        _tulis_setelan(sementara / "postgresql.conf", {**_SETELAN_AWAL, **setelan})
        # Nobody but a holder of a password comes in, and only through the socket.
        (sementara / "pg_hba.conf").write_text("local all all scram-sha-256\n")
        sementara.rename(data)
    finally:
        shutil.rmtree(sementara, ignore_errors=True)


def _initdb(
    tujuan: Path,
    biner: Biner,
    sandi: str,
    pengguna: PenggunaSistem | None,
    *,
    tanpa_sinkron: bool,
) -> None:
    pegangan, nama = tempfile.mkstemp(dir=tujuan.parent, prefix=".sandi-")
    berkas_sandi = Path(nama)
    try:
        with os.fdopen(pegangan, "w") as berkas:
            berkas.write(sandi)
        if pengguna is not None:
            pengguna.miliki(berkas_sandi)
        hasil = subprocess.run(
            [
                biner.program("initdb"),
                *("-D", str(tujuan), "-U", ADMIN, "--encoding=UTF8"),
                *("--auth=scram-sha-256", f"--pwfile={berkas_sandi}", "--no-instructions"),
                *_pilihan_bahasa(biner),
                *(["--no-sync"] if tanpa_sinkron else []),
            ],
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
            **(pengguna.hak() if pengguna else {}),
        )
    finally:
        berkas_sandi.unlink()
    if hasil.returncode != 0:
        raise GalatProses(
            _("Basis data tidak dapat dibuat di {folder}:\n{galat}").format(
                folder=tujuan.parent, galat=(hasil.stderr or hasil.stdout).strip()
            )
        )


def _pilihan_bahasa(biner: Biner) -> list[str]:
    """Same order of characters on every machine and version: by code point, Unicode-aware case.

    The wheel is built without ICU. PostgreSQL 17 and later carry this locale themselves; before
    that the C library's is used.
    """
    if biner.mayor >= 17:
        return ["--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--locale=C"]
    return ["--locale=C.UTF-8"]


def _tulis_setelan(berkas: Path, setelan: Mapping[str, str]) -> None:
    with berkas.open("a") as tujuan:
        tujuan.write("\n# SAKIP: nilai awal, boleh diubah. Jalur soket dan port diatur program.\n")
        tujuan.writelines(f"{kunci} = '{nilai}'\n" for kunci, nilai in setelan.items())


def setel_ulang_sandi(
    data: Path, biner: Biner, sandi: str, pengguna: PenggunaSistem | None
) -> None:
    """Set the administrator's password on a stopped server, as the owner of the data may."""
    hasil = subprocess.run(
        [biner.program("postgres"), "--single", "-D", str(data), "postgres"],
        input=f"ALTER ROLE {ADMIN} PASSWORD '{sandi}'\n",
        capture_output=True,
        text=True,
        check=False,
        cwd="/",
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C"},
        **(pengguna.hak() if pengguna else {}),
    )
    if hasil.returncode != 0 or "ERROR" in hasil.stderr:
        raise GalatProses(
            _("Sandi pengelola basis data tidak dapat disetel ulang:\n{galat}").format(
                galat=hasil.stderr.strip()
            )
        )
