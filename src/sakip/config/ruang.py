"""Where one installation keeps what it owns: data, sockets, secrets, uploaded files, logs."""

import hashlib
import os
import re
import shutil
from dataclasses import dataclass
from pathlib import Path

from sakip.config.pesan import GalatProses, _

_AKAR_ROOT = Path("/var/lib/sakip")
_PROYEK = Path(__file__).resolve().parents[3]


@dataclass(frozen=True, slots=True)
class Ruang:
    """The folders of one installation.

    ``var`` belongs to whoever runs the program. ``kluster`` holds the embedded database; it is the
    same folder, except for root: PostgreSQL refuses to run as root, and its own system user cannot
    enter a checkout under /root, so the cluster then lives under /var/lib/sakip.
    """

    var: Path
    kluster: Path

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory."""
        return self.kluster / "data"

    @property
    def kunci(self) -> Path:
        """The file a running parent holds locked, with its address inside."""
        return self.var / "kunci"

    @property
    def rahasia(self) -> Path:
        """Passwords and the signing key, readable by the owner only."""
        return self.var / "rahasia.json"

    @property
    def catatan_proses(self) -> Path:
        """Which processes the parent started, so that the next start can clean up after a kill."""
        return self.var / "proses.json"

    @property
    def berkas(self) -> Path:
        """Uploaded files (evidence, issued documents), by content hash."""
        return self.var / "berkas"

    @property
    def statik(self) -> Path:
        """Style sheets and scripts as the web server sends them."""
        return self.var / "statik"

    @property
    def log(self) -> Path:
        """Logs of database, web and worker."""
        return self.var / "log"

    def buat(self) -> None:
        """Create ``var`` and its log folder for the owner alone; say so when that is impossible."""
        try:
            self.var.mkdir(parents=True, exist_ok=True, mode=0o700)
            self.log.mkdir(exist_ok=True, mode=0o700)
            uji = self.var / f".tulis-{os.getpid()}"
            uji.touch()
            uji.unlink()
        except OSError as sebab:
            raise GalatProses(
                _(
                    "Folder data {folder} tidak dapat ditulisi ({sebab}). Beri hak tulis kepada "
                    "pengguna ini, atau pilih folder lain dengan SAKIP_VAR=/folder/lain."
                ).format(folder=self.var, sebab=sebab.strerror or sebab)
            ) from sebab

    def hapus(self) -> None:
        """Delete this installation's data for good (``RESET=1``); nothing outside its folders."""
        for folder in (self.data, self.berkas, self.statik, self.log):
            if folder.exists():
                shutil.rmtree(folder)
        if self.kluster != self.var and self.kluster.exists():
            shutil.rmtree(self.kluster)
        for berkas in (self.rahasia, self.catatan_proses):
            berkas.unlink(missing_ok=True)


def ruang(var: Path | None = None, *, uid: int | None = None) -> Ruang:
    """The folders in force: ``SAKIP_VAR``, else ``var/`` of the checkout, else the user's share."""
    folder = (var or _var_bawaan()).absolute()
    if (os.geteuid() if uid is None else uid) != 0:
        return Ruang(var=folder, kluster=folder)
    sidik = hashlib.sha256(os.fsencode(folder)).hexdigest()[:10]
    nama = re.sub(r"[^a-z0-9]+", "-", folder.parent.name.lower()).strip("-")[:20] or "sakip"
    return Ruang(var=folder, kluster=_AKAR_ROOT / f"{nama}-{sidik}")


def _var_bawaan() -> Path:
    if pilihan := os.environ.get("SAKIP_VAR"):
        return Path(pilihan)
    if (_PROYEK / "pyproject.toml").is_file() and (_PROYEK / "src" / "sakip").is_dir():
        return _PROYEK / "var"
    bagi = os.environ.get("XDG_DATA_HOME")
    return (Path(bagi) if bagi else Path.home() / ".local" / "share") / "sakip"
