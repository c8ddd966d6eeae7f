"""Loading the demo: in the parent only when it is not there yet, in a child the loading itself."""

import hashlib
import os
import sys
from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from sakip.config.instalasi import Instalasi
from sakip.config.pesan import _
from sakip.config.sambungan import Sambungan
from sakip.config.skema import Lapor, baca_catatan, kelola, tulis_catatan

# The same for every invented account; only ever used by the demo, which says so on its pages.
SANDI_CONTOH = "contoh-sakip-2026"
_TANGGAL = "2026-11-24"
_DEMO = Path(__file__).resolve().parents[1] / "demo"


def muat_contoh(satu: Instalasi, tanggal: date, lapor: Lapor) -> bool:
    """Load the demo of that day into an installation that lacks it; ``False`` if it has it."""
    sidik = sidik_contoh(tanggal)
    with satu.sasaran.admin.hubungkan() as admin:
        if baca_catatan(admin).get("contoh") == sidik:
            return False
        lapor(_("Memuat data contoh …"))
        isi_contoh(satu.sasaran.aplikasi, tanggal, satu.lingkungan())
        tulis_catatan(admin, contoh=sidik)
    return True


def isi_contoh(aplikasi: Sambungan, tanggal: date, lingkungan: Mapping[str, str]) -> None:
    """Fill one migrated database with the demo of that day, as the application itself would."""
    kelola(
        [tanggal.isoformat()],
        aplikasi,
        {**lingkungan, "SAKIP_TANGGAL": tanggal.isoformat(), "SAKIP_CONTOH": "1"},
        modul="sakip.config.contoh",
        sebutan=_("muat data contoh"),
    )


def tanggal_bawaan() -> date:
    """The day the demo lives on when the operator names none."""
    return date.fromisoformat(os.environ.get("SAKIP_TANGGAL") or _TANGGAL)


@cache
def akun_contoh() -> tuple[dict[str, str], ...]:
    """Who can sign in to the demo: name to type, and what that person does."""
    return tuple(
        {"nama_pengguna": satu["akun"], "jabatan": satu["tugas"]}
        for berkas in sorted(_DEMO.glob("data/*/akun.yaml"), reverse=True)
        for satu in yaml.safe_load(berkas.read_text(encoding="utf-8"))["akun"]
    )


def daftar_akun() -> list[str]:
    """Lines for the terminal: who can sign in to the demo, and with which password."""
    akun = akun_contoh()
    lebar = max((len(satu["nama_pengguna"]) for satu in akun), default=0)
    return [
        _("Akun contoh (kata sandi semuanya: {sandi}):").format(sandi=SANDI_CONTOH),
        *(f"  {satu['nama_pengguna']:<{lebar}}  {_(satu['jabatan'])}" for satu in akun),
    ]


def sidik_contoh(tanggal: date) -> str:
    """Fingerprint of the demo on that day: its data, its loader and the day."""
    sidik = hashlib.sha256(tanggal.isoformat().encode())
    for berkas in sorted(_DEMO.rglob("*")):
        if berkas.is_file() and berkas.suffix != ".pyc":
            sidik.update(berkas.relative_to(_DEMO).as_posix().encode())
            sidik.update(berkas.read_bytes())
    return sidik.hexdigest()[:32]


def _muat(tanggal: date) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    import django  # noqa: PLC0415 - only the child pays for Django

    django.setup()
    from sakip.demo import muat  # noqa: PLC0415 - needs the line above

    muat(tanggal)


if __name__ == "__main__":
    _muat(date.fromisoformat(sys.argv[1]))
