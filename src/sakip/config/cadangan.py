"""Back-up into one file, and back again.

The file is a tar: the database as ``pg_dump`` writes it, every uploaded file, and a manifest with
the checksum of the dump. Passwords and the signing key stay out: a new installation makes its own.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path, PurePosixPath

from psycopg import sql

from sakip.config import peran, skema
from sakip.config.instalasi import Instalasi
from sakip.config.pesan import GalatProses, _
from sakip.config.sambungan import Sambungan
from sakip.config.tanam import Biner, biner_bawaan

_BENTUK = 1
_MANIFES = "manifes.json"
_DUMP = "basisdata.dump"
_BERKAS = "berkas"
_TAK_DIKENAL = re.compile(r'unrecognized configuration parameter "transaction_timeout"')


def buat_cadangan(satu: Instalasi, tujuan: Path) -> str:
    """Write ``tujuan``; all or nothing, readable by the owner only. Returns what to tell."""
    if tujuan.exists():
        raise GalatProses(
            _("Berkas {berkas} sudah ada dan tidak ditimpa. Pilih nama lain.").format(berkas=tujuan)
        )
    if not tujuan.absolute().parent.is_dir():
        raise GalatProses(
            _("Folder {folder} tidak ada. Buat dulu, lalu ulangi.").format(
                folder=tujuan.absolute().parent
            )
        )
    with _ruang_kerja(tujuan.absolute().parent) as kerja:
        dump, hasil = kerja / _DUMP, kerja / "cadangan.tar"
        _jalankan(_biner(satu), "pg_dump", satu.sasaran.admin, ["-Fc", f"--file={dump}"])
        manifes = {
            "bentuk": _BENTUK,
            "dibuat": datetime.now(UTC).isoformat(timespec="seconds"),
            "versi_program": version("sakip"),
            "skema": skema.sidik_skema(),
            "sha256": {_DUMP: _sha256(dump)},
        }
        (kerja / _MANIFES).write_text(json.dumps(manifes, indent=2))
        with tarfile.open(hasil, "w") as arsip:
            arsip.add(kerja / _MANIFES, _MANIFES)
            arsip.add(dump, _DUMP)
            if satu.ruang.berkas.is_dir():
                arsip.add(satu.ruang.berkas, _BERKAS)
        hasil.chmod(0o600)
        with hasil.open("rb") as isi:
            os.fsync(isi.fileno())
        hasil.rename(tujuan)
    return _("Cadangan tersimpan: {berkas} ({mib} MiB).").format(
        berkas=tujuan, mib=max(1, tujuan.stat().st_size >> 20)
    )


def pulihkan_cadangan(satu: Instalasi, asal: Path, lapor: skema.Lapor) -> str:
    """Restore beside the present data, then swap; a fault on the way changes nothing."""
    cap = f"{datetime.now(UTC):%Y%m%d%H%M%S}"
    with _ruang_kerja(satu.ruang.var) as kerja:
        _bongkar(asal, kerja)
        sasaran = _dengan_nama(satu.sasaran, f"{satu.sasaran.admin.basisdata}_pulih_{cap}")
        lapor(_("Memulihkan basis data …"))
        try:
            _isi(satu, sasaran, kerja / _DUMP)
            skema.migrasikan(sasaran, lapor)
        except BaseException:
            _buang(sasaran.admin)
            raise
        lama = f"{satu.sasaran.admin.basisdata}_sebelum_{cap}"
        _tukar(satu.sasaran.admin, sasaran.admin.basisdata, lama)
        berkas_lama = _tukar_berkas(satu.ruang.berkas, kerja / _BERKAS, cap)
    return _(
        "Selesai. Data sebelumnya disimpan sebagai basis data {lama}{berkas}; "
        "hapus sendiri bila tidak diperlukan lagi."
    ).format(
        lama=lama,
        berkas="" if berkas_lama is None else _(" dan folder {f}").format(f=berkas_lama),
    )


def _bongkar(asal: Path, kerja: Path) -> None:
    """Unpack, and refuse whatever is not exactly a back-up of ours."""
    try:
        with tarfile.open(asal) as arsip:
            for anggota in arsip:
                _tulis_anggota(arsip, anggota, kerja)
        manifes = json.loads((kerja / _MANIFES).read_text())
        sidik, bentuk = manifes["sha256"][_DUMP], manifes["bentuk"]
        utuh = _sha256(kerja / _DUMP) == sidik
    except (OSError, tarfile.TarError, ValueError, KeyError, TypeError) as sebab:
        raise GalatProses(
            _(
                "{berkas} bukan cadangan SAKIP yang utuh ({sebab}). Pakai berkas yang dibuat "
                "`sakip cadangkan`."
            ).format(berkas=asal, sebab=sebab)
        ) from sebab
    if bentuk != _BENTUK:
        raise GalatProses(
            _(
                "Cadangan {berkas} dibuat SAKIP {versi} yang lebih baru. Pasang versi itu dulu."
            ).format(berkas=asal, versi=manifes.get("versi_program"))
        )
    if not utuh:
        raise GalatProses(
            _("Cadangan {berkas} rusak: isinya tidak sama dengan saat dibuat.").format(berkas=asal)
        )


def _tulis_anggota(arsip: tarfile.TarFile, anggota: tarfile.TarInfo, kerja: Path) -> None:
    """Write one member; a link, a device or a path that leaves the folder is an attack."""
    jalur = PurePosixPath(anggota.name)
    dikenal = anggota.name in {_MANIFES, _DUMP} or jalur.parts[:1] == (_BERKAS,)
    if not dikenal or ".." in jalur.parts or not (anggota.isreg() or anggota.isdir()):
        raise ValueError(anggota.name)
    tujuan = kerja / jalur
    if anggota.isdir():
        tujuan.mkdir(mode=0o700, exist_ok=True)
        return
    tujuan.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    isi = arsip.extractfile(anggota)
    if isi is None:
        raise ValueError(anggota.name)
    with isi, tujuan.open("xb") as berkas:
        shutil.copyfileobj(isi, berkas)


def _isi(satu: Instalasi, sasaran: skema.Sasaran, dump: Path) -> None:
    """A new database with roles and extensions, filled as its owner."""
    skema.buat_basisdata(sasaran)
    with sasaran.admin.hubungkan() as admin:
        if sasaran.peran_dibuat:
            peran.siapkan_peran(admin, skema.sandi_peran_sasaran(sasaran))
        peran.siapkan_basisdata(admin, sasaran.nama_peran)
        versi_server = admin.info.server_version // 10_000
    # Extensions are made above by the administrator; the owner could not comment on them.
    daftar = _jalankan(_biner(satu), "pg_restore", None, ["--list", str(dump)])
    pilihan = dump.with_suffix(".daftar")
    pilihan.write_text("\n".join(b for b in daftar.splitlines() if " EXTENSION " not in b))
    argumen = [
        *("--no-owner", "--no-privileges", f"--role={sasaran.pemilik.pengguna}"),
        *(f"--use-list={pilihan}", f"--dbname={sasaran.admin.basisdata}"),
    ]
    if versi_server >= 17:
        argumen.append("--exit-on-error")
    _jalankan(_biner(satu), "pg_restore", sasaran.admin, [*argumen, str(dump)])


def _tukar(admin: Sambungan, baru: str, lama: str) -> None:
    nama = admin.basisdata
    with admin.dengan(dbname="postgres").hubungkan() as koneksi, koneksi.transaction():
        koneksi.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname IN (%s, %s)",
            [nama, baru],
        )
        for dari, ke in ((nama, lama), (baru, nama)):
            ada = koneksi.execute("SELECT 1 FROM pg_database WHERE datname = %s", [dari])
            if ada.fetchone() is not None:
                koneksi.execute(
                    sql.SQL("ALTER DATABASE {} RENAME TO {}").format(
                        sql.Identifier(dari), sql.Identifier(ke)
                    )
                )


def _tukar_berkas(kini: Path, baru: Path, cap: str) -> Path | None:
    lama = kini.with_name(f"{kini.name}.sebelum-{cap}") if kini.is_dir() else None
    if lama is not None:
        kini.rename(lama)
    if baru.is_dir():
        baru.rename(kini)
    return lama


def _buang(admin: Sambungan) -> None:
    with admin.dengan(dbname="postgres").hubungkan() as koneksi:
        koneksi.execute(
            sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(
                sql.Identifier(admin.basisdata)
            )
        )


def _dengan_nama(sasaran: skema.Sasaran, nama: str) -> skema.Sasaran:
    return skema.Sasaran(
        admin=sasaran.admin.dengan(dbname=nama),
        pemilik=sasaran.pemilik.dengan(dbname=nama),
        aplikasi=sasaran.aplikasi.dengan(dbname=nama),
        portal=None if sasaran.portal is None else sasaran.portal.dengan(dbname=nama),
        peran_dibuat=sasaran.peran_dibuat,
    )


def _biner(satu: Instalasi) -> Biner:
    return biner_bawaan() if satu.kluster is None else satu.kluster.biner


def _jalankan(biner: Biner, program: str, sambungan: Sambungan | None, argumen: list[str]) -> str:
    hasil = subprocess.run(
        [biner.program(program), *argumen],
        env={"PATH": "/usr/bin:/bin", **(sambungan.lingkungan() if sambungan else {})},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    galat = [b for b in hasil.stderr.splitlines() if " error: " in b]
    # pg_restore 17 and later sends one setting that older servers do not know; that alone passes.
    if hasil.returncode != 0 and not (galat and all(map(_TAK_DIKENAL.search, galat))):
        raise GalatProses(
            _("{program} gagal:\n{galat}").format(program=program, galat=hasil.stderr.strip())
        )
    return hasil.stdout


@contextmanager
def _ruang_kerja(dekat: Path) -> Iterator[Path]:
    """A private folder on the same disk, gone afterwards."""
    try:
        folder = Path(tempfile.mkdtemp(prefix=".sakip-", dir=dekat))
    except OSError as sebab:
        raise GalatProses(
            _("Folder {folder} tidak dapat ditulisi: {sebab}.").format(
                folder=dekat, sebab=sebab.strerror
            )
        ) from sebab
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _sha256(berkas: Path) -> str:
    with berkas.open("rb") as isi:
        return hashlib.file_digest(isi, "sha256").hexdigest()
