"""One embedded PostgreSQL: made, started, recovered and stopped."""

import shutil
import signal
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sakip.config.pesan import GalatProses, _
from sakip.config.tanam.biner import Biner
from sakip.config.tanam.identitas import akhiri, proses_basisdata, tunggu
from sakip.config.tanam.inisialisasi import ADMIN, inisialisasi, setel_ulang_sandi
from sakip.config.tanam.pengguna import PenggunaSistem
from sakip.config.tanam.soket import NAMA_SOKET, PORT, folder_soket, siapkan_folder_soket

_TENGGAT_MULAI = 60.0
# Fast shutdown first; "immediate" loses nothing committed, it only costs a recovery at next start.
_BERHENTI = ((signal.SIGINT, 30.0), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 5.0))


@dataclass(slots=True)
class Kluster:
    """A data directory, the programs that serve it, and the account they run under.

    Only one process may hold a ``Kluster`` of a folder at a time: callers lock first.
    """

    folder: Path
    biner: Biner
    sandi_admin: str
    pengguna: PenggunaSistem | None = None
    log: Path = Path("/dev/null")
    setelan: Mapping[str, str] = field(default_factory=dict)
    lingkungan: Mapping[str, str] = field(default_factory=dict)
    _proses: subprocess.Popen[bytes] | None = field(default=None, init=False)

    @property
    def data(self) -> Path:
        """PostgreSQL's data directory."""
        return self.folder / "data"

    @property
    def soket(self) -> Path:
        """The folder of the socket; the only way in."""
        return folder_soket(self.folder)

    @property
    def pid(self) -> int | None:
        """Number of the running postmaster that this object started."""
        return self._proses.pid if self._proses is not None and self.berjalan() else None

    def dsn(self, basisdata: str = "postgres", *, pengguna: str = ADMIN, sandi: str = "") -> str:
        """Connection string for a role; without a name that of the administrator."""
        sandi = sandi or self.sandi_admin
        return (
            f"host='{self.soket}' port={PORT} dbname='{basisdata}' "
            f"user='{pengguna}' password='{sandi}'"
        )

    def berjalan(self) -> bool:
        """Whether the postmaster that this object started is alive."""
        return self._proses is not None and self._proses.poll() is None

    def mulai(self) -> None:
        """Create if absent, recover if a kill left something behind, start, wait until ready."""
        self._siapkan_folder()
        siapkan_folder_soket(self.soket, self.pengguna)
        self.pulihkan_sisa()
        if not self.data.exists():
            inisialisasi(self.data, self.biner, self.sandi_admin, self.pengguna, self.setelan)
        self._periksa_versi()
        with self.log.open("ab") as keluaran:
            self._proses = subprocess.Popen(
                [self.biner.program("postgres"), "-D", str(self.data), *self._pilihan()],
                stdin=subprocess.DEVNULL,
                stdout=keluaran,
                stderr=subprocess.STDOUT,
                cwd="/",
                env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", **self.lingkungan},
                start_new_session=True,
                **(self.pengguna.hak() if self.pengguna else {}),
            )
        if not tunggu(lambda: self._siap() or not self.berjalan(), _TENGGAT_MULAI):
            self.hentikan()
            raise GalatProses(self._galat(_("PostgreSQL belum siap setelah 60 detik.")))
        if not self.berjalan():
            raise GalatProses(self._galat(_("PostgreSQL berhenti sebelum siap.")))

    def hentikan(self) -> None:
        """Stop cleanly: everybody is disconnected, everything is written, then it ends."""
        if (proses := self._proses) is None:
            return
        for sinyal, detik in _BERHENTI:
            if proses.poll() is not None:
                break
            proses.send_signal(sinyal)
            try:
                proses.wait(detik)
            except subprocess.TimeoutExpired:
                continue
        self._proses = None

    def pulihkan_sisa(self) -> None:
        """After a ``kill -9``: end what still runs on this data, remove its pid and socket files.

        PostgreSQL refuses to start on a pid file whose number was given to another process since;
        once nothing of ours runs, the file says nothing any more.
        """
        if not akhiri(lambda: proses_basisdata(self.data), _BERHENTI):
            raise GalatProses(
                _("Proses PostgreSQL lama pada {data} tidak mau berhenti: {pid}.").format(
                    data=self.data, pid=", ".join(map(str, proses_basisdata(self.data)))
                )
            )
        for berkas in (
            self.data / "postmaster.pid",
            self.soket / NAMA_SOKET,
            self.soket / f"{NAMA_SOKET}.lock",
        ):
            berkas.unlink(missing_ok=True)

    def setel_ulang_sandi(self) -> None:
        """Give the administrator the present password when the old one was lost; server stopped."""
        setel_ulang_sandi(self.data, self.biner, self.sandi_admin, self.pengguna)

    def hapus(self) -> None:
        """Delete the data for good."""
        self.hentikan()
        self.pulihkan_sisa()
        shutil.rmtree(self.data, ignore_errors=False)

    def _siapkan_folder(self) -> None:
        try:
            if self.pengguna is None:
                self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
                return
            self.folder.parent.mkdir(parents=True, exist_ok=True, mode=0o755)
            if not self.folder.exists():
                self.folder.mkdir(mode=0o700)
                self.pengguna.miliki(self.folder)
        except OSError as sebab:
            raise GalatProses(
                _("Folder basis data {folder} tidak dapat dibuat: {sebab}.").format(
                    folder=self.folder, sebab=sebab.strerror or sebab
                )
            ) from sebab

    def _periksa_versi(self) -> None:
        versi = (self.data / "PG_VERSION").read_text().strip()
        if versi != str(self.biner.mayor):
            raise GalatProses(
                _(
                    "Data di {data} dibuat oleh PostgreSQL {lama}, sedangkan program ini membawa "
                    "PostgreSQL {baru}. Data tidak diubah. Untuk memindahkannya: (1) dengan SAKIP "
                    "versi lama jalankan `sakip cadangkan cadangan.tar`; (2) pindahkan folder data "
                    "itu ke tempat lain; (3) dengan SAKIP versi ini jalankan "
                    "`sakip pulihkan cadangan.tar`."
                ).format(data=self.data, lama=versi, baru=self.biner.mayor)
            )

    def _pilihan(self) -> list[str]:
        wajib = {
            "listen_addresses": "",
            "port": str(PORT),
            "unix_socket_directories": str(self.soket),
            "unix_socket_permissions": "0700",
            "hba_file": str(self.data / "pg_hba.conf"),
        }
        return [bagian for kunci, nilai in wajib.items() for bagian in ("-c", f"{kunci}={nilai}")]

    def _siap(self) -> bool:
        """The same sign that ``pg_ctl`` waits for: the last line of the postmaster's pid file."""
        try:
            baris = (self.data / "postmaster.pid").read_text().splitlines()
        except OSError:
            return False
        return len(baris) > 7 and baris[7].strip() == "ready"

    def _galat(self, judul: str) -> str:
        ekor = ""
        if self.log.is_file():
            ekor = "\n".join(self.log.read_text(errors="replace").splitlines()[-12:])
        return _("{judul} Catatan terakhir ({log}):\n{ekor}").format(
            judul=judul, log=self.log, ekor=ekor
        )
