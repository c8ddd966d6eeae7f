"""The folder of the database socket: private, and with a path the kernel can take."""

import hashlib
import os
import re
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sakip.config.pesan import GalatProses, _
from sakip.config.tanam.pengguna import PenggunaSistem

PORT = 5432  # only a part of the socket's name: nothing listens on the network
NAMA_SOKET = f".s.PGSQL.{PORT}"
_BATAS_JALUR = 103  # the smallest sun_path in use (104 bytes, macOS) less the closing zero
# PostgreSQL reads the folder as a comma-separated, quotable list: only plain characters pass.
_POLOS = re.compile(r"[A-Za-z0-9_./@%+=:-]+")


def folder_soket(kluster: Path) -> Path:
    """The first place that is short and plain enough: beside the data, then a temporary folder.

    The temporary place has a name of its own per data folder, so that it is found again.
    """
    for calon in _calon(kluster):
        jalur = str(calon / NAMA_SOKET)
        if len(os.fsencode(jalur)) <= _BATAS_JALUR and _POLOS.fullmatch(jalur):
            return calon
    raise GalatProses(
        _(
            "Jalur soket basis data terlalu panjang atau memuat tanda yang tidak biasa "
            "(batas {batas} bita): {jalur}. Pilih folder data yang lebih pendek dengan "
            "SAKIP_VAR=/folder/pendek, atau TMPDIR yang lebih pendek."
        ).format(batas=_BATAS_JALUR, jalur=kluster / "soket" / NAMA_SOKET)
    )


def _calon(kluster: Path) -> Iterator[Path]:
    yield kluster / "soket"
    sidik = hashlib.sha256(os.fsencode(kluster)).hexdigest()[:12]
    if runtime := os.environ.get("XDG_RUNTIME_DIR"):
        yield Path(runtime) / f"sakip-{sidik}"
    yield Path(tempfile.gettempdir()) / f"sakip-{os.geteuid()}-{sidik}"


def siapkan_folder_soket(folder: Path, pengguna: PenggunaSistem | None) -> None:
    """Create the folder 0700 for the database's user; refuse one that belongs to somebody else."""
    try:
        folder.mkdir(parents=True, mode=0o700)
    except FileExistsError:
        pass  # whose it is, and that it is no link, is looked at below
    else:
        if pengguna is not None:
            pengguna.miliki(folder)
    keadaan = folder.lstat()
    pemilik = os.geteuid() if pengguna is None else pengguna.uid
    if not stat.S_ISDIR(keadaan.st_mode) or keadaan.st_uid != pemilik:
        raise GalatProses(
            _(
                "Folder soket {folder} milik pengguna lain. Hapus folder itu, "
                "atau pilih tempat lain dengan TMPDIR."
            ).format(folder=folder)
        )
    folder.chmod(0o700)
