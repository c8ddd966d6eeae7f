"""The installation that benchmarks run on: an embedded database holding the generated regency.

It is kept between runs (``var/bench``, or the folder in ``SAKIP_BENCH``) and made anew when the
schema or the generator changed. The first run takes some minutes for that.
"""

import contextlib
import hashlib
import os
import platform
import sys
from collections.abc import Iterator
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(AKAR / "src"))

from sakip.config.basisdata import NAMA_BASISDATA  # noqa: E402 - the path is set above
from sakip.config.data_uji import BENIH, bangkitkan_data_uji  # noqa: E402
from sakip.config.instalasi import Instalasi, dipakai, sasaran_tanam  # noqa: E402
from sakip.config.peran import berikan_hak_basisdata  # noqa: E402
from sakip.config.skema import baca_catatan, sidik_skema, tulis_catatan  # noqa: E402

TANGGAL = "2026-11-24"  # the day the generated set lives on
SKALA = "kabupaten"


def _lapor(pesan: str) -> None:
    print(f"  {pesan}", flush=True)


def _sidik() -> str:
    sidik = hashlib.sha256(sidik_skema().encode())
    for nama in ("rancangan", "indikator", "baris", "pohon", "rencana", "lembar", "muat"):
        sidik.update((AKAR / "src" / "sakip" / "data_uji" / f"{nama}.py").read_bytes())
    return f"{SKALA} {sidik.hexdigest()[:32]}"


@contextlib.contextmanager
def kabupaten() -> Iterator[Instalasi]:
    """The installation with its database running and the regency in it; this process's own too.

    Afterwards the environment points at it as the role ``aplikasi``, so that Django may be set up.
    """
    os.environ["SAKIP_VAR"] = os.environ.get("SAKIP_BENCH") or str(AKAR / "var" / "bench")
    os.environ["SAKIP_TANGGAL"] = TANGGAL
    for nama in ("DATABASE_URL", "SAKIP_DB_URL", "SAKIP_DEBUG"):
        os.environ.pop(nama, None)
    with dipakai("make bench") as satu:
        if _tercatat(satu) != _sidik():
            _siapkan(satu)
        os.environ.update(satu.lingkungan())
        yield satu


def _tercatat(satu: Instalasi) -> str | None:
    with (
        contextlib.suppress(Exception),
        satu.sasaran.admin.hubungkan() as admin,
    ):
        return baca_catatan(admin).get("data_uji")
    return None


def _siapkan(satu: Instalasi) -> None:
    print("Menyiapkan basis data ukur (sekali saja, beberapa menit) …", flush=True)
    assert satu.kluster is not None
    satu.kluster.hapus()
    satu.mulai()
    satu.migrasikan(_lapor)
    bangkitkan_data_uji(satu, SKALA, BENIH, _lapor)
    with satu.sasaran.admin.hubungkan() as admin:
        tulis_catatan(admin, data_uji=_sidik())


@contextlib.contextmanager
def salinan(satu: Instalasi) -> Iterator[None]:
    """A copy of the regency that may be written to, as this process's database; dropped after."""
    nama = "sakip_ukur"
    sasaran = sasaran_tanam(satu.ruang.kluster, satu.rahasia, nama)
    with satu.sasaran.admin.dengan(dbname="postgres").hubungkan() as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {nama} WITH (FORCE)")
        admin.execute(f"CREATE DATABASE {nama} TEMPLATE {NAMA_BASISDATA} STRATEGY FILE_COPY")
        try:
            with sasaran.admin.hubungkan() as pengelola:
                berikan_hak_basisdata(pengelola, sasaran.nama_peran)
            os.environ["SAKIP_DB_URL"] = sasaran.aplikasi.dsn
            yield
        finally:
            admin.execute(f"DROP DATABASE IF EXISTS {nama} WITH (FORCE)")


def django_siap() -> None:
    """Load Django in this process, as the web server does."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "sakip.config.settings"
    import sakip.config.wsgi  # noqa: F401 - loading it is what is asked for


def mesin() -> str:
    """What it was measured on: figures mean nothing without it."""
    beban = os.getloadavg()[0]
    return (
        f"{os.cpu_count()} inti, Python {platform.python_version()}, {platform.machine()}, "
        f"beban 1 menit {beban:.1f}" + (" (TIDAK SEPI)" if beban > 0.7 else "")
    )
