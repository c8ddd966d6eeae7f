"""Loading the demo: in the parent only when it is not there yet, in a child the loading itself."""

import hashlib
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import yaml

from sakip.config.instalasi import Instalasi
from sakip.config.pesan import GalatProses, _
from sakip.config.sambungan import Sambungan
from sakip.config.skema import Lapor, baca_catatan, kelola, tulis_catatan

# The same for every invented account; only ever used by the demo, which says so on its pages.
SANDI_CONTOH = "contoh-sakip-2026"
# The first day the stage can show: the budget comes in, the year is promised.
HARI_PERTAMA = date(2026, 1, 5)
_TANGGAL = "2026-11-24"
_DEMO = Path(__file__).resolve().parents[1] / "demo"


@dataclass(frozen=True, slots=True)
class Contoh:
    """The demo that is asked for. Without ``hari`` it stays on the day it lives on already."""

    hari: date | None = None


@dataclass(frozen=True, slots=True)
class _Dimuat:
    """What the database's note says of the demo in it."""

    sidik: str
    hari: date
    alamat: str


def muat_contoh(satu: Instalasi, contoh: Contoh, alamat: str, lapor: Lapor) -> date:
    """Load the demo into an installation that lacks it, or play it on; returns its day.

    Days go forward only: an earlier one than the database has seen is refused with the way out.
    ``alamat`` is where this demo is served; papers carry it in their QR code.
    """
    with satu.sasaran.admin.hubungkan() as admin:
        ada = _dimuat(baca_catatan(admin))
        hari = contoh.hari or (ada.hari if ada is not None else tanggal_bawaan())
        if ada is None:
            lapor(_("Memuat data contoh sampai {hari} …").format(hari=hari_dalam_kata(hari)))
        elif hari < ada.hari:
            raise GalatProses(_mundur(hari, ada.hari))
        elif ada.sidik != sidik_contoh():
            _lain_versi(hari, ada, lapor)
            return hari
        elif hari > ada.hari:
            lapor(
                _("Memainkan cerita dari {awal} sampai {hari} …").format(
                    awal=hari_dalam_kata(ada.hari), hari=hari_dalam_kata(hari)
                )
            )
        else:
            _lain_alamat(alamat, ada, lapor)
            return hari
        lingkungan = {"SAKIP_ALAMAT": alamat, **satu.lingkungan()}
        isi_contoh(satu.sasaran.aplikasi, hari, lingkungan, None if ada is None else ada.hari)
        tulis_catatan(
            admin,
            contoh=sidik_contoh(),
            contoh_hari=hari.isoformat(),
            contoh_alamat=alamat if ada is None else ada.alamat,
        )
        if ada is not None:
            _lain_alamat(alamat, ada, lapor)
    return hari


def _dimuat(catatan: Mapping[str, str]) -> _Dimuat | None:
    if "contoh_hari" not in catatan:
        return None
    hari = date.fromisoformat(catatan["contoh_hari"])
    return _Dimuat(catatan["contoh"], hari, catatan["contoh_alamat"])


def _mundur(hari: date, kini: date) -> str:
    return _(
        "Contoh di sini sudah sampai {kini}; cerita tidak dapat diputar mundur ke {hari}. "
        "Muat dari awal (isi yang sekarang dihapus): make demo TANGGAL={iso} RESET=1"
    ).format(kini=hari_dalam_kata(kini), hari=hari_dalam_kata(hari), iso=hari.isoformat())


def _lain_versi(hari: date, ada: _Dimuat, lapor: Lapor) -> None:
    """The program's story has changed since: what is there is shown, but cannot be played on."""
    if hari != ada.hari:
        raise GalatProses(
            _(
                "Data contoh di sini dibuat versi program yang lain dan tidak dapat diteruskan. "
                "Muat dari awal (isi yang sekarang dihapus): make demo TANGGAL={iso} RESET=1"
            ).format(iso=hari.isoformat())
        )
    lapor(_("Data contoh di sini dibuat versi program yang lain; RESET=1 memuat yang terbaru."))


def _lain_alamat(alamat: str, ada: _Dimuat, lapor: Lapor) -> None:
    if alamat != ada.alamat:
        lapor(
            _(
                "Kode QR dokumen contoh menunjuk {lama}, alamat saat dokumen itu terbit. "
                "Kodenya tetap dapat diketik di {baru}periksa/."
            ).format(lama=ada.alamat, baru=alamat)
        )


def isi_contoh(
    aplikasi: Sambungan,
    tanggal: date,
    lingkungan: Mapping[str, str],
    sesudah: date | None = None,
) -> None:
    """Fill one migrated database with the demo of that day, as the application itself would.

    With ``sesudah`` the demo of that day is there already and only played on.
    """
    kelola(
        [tanggal.isoformat(), *([sesudah.isoformat()] if sesudah is not None else [])],
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


@cache
def sidik_contoh() -> str:
    """Fingerprint of the demo: its data and its loader."""
    sidik = hashlib.sha256()
    for berkas in sorted(_DEMO.rglob("*")):
        if berkas.is_file() and berkas.suffix != ".pyc":
            sidik.update(berkas.relative_to(_DEMO).as_posix().encode())
            sidik.update(berkas.read_bytes())
    return sidik.hexdigest()[:32]


def hari_dalam_kata(hari: date) -> str:
    """A day as the terminal says it: 24 November 2026."""
    bulan = _(
        "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
    ).split()
    return f"{hari.day} {bulan[hari.month - 1]} {hari.year}"


def _muat(hari: list[date]) -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    import django  # noqa: PLC0415 - only the child pays for Django

    django.setup()
    from sakip.bersama.galat import GalatLayanan  # noqa: PLC0415 - needs the line above
    from sakip.demo import muat  # noqa: PLC0415 - needs the line above

    try:
        muat(*hari)
    except GalatLayanan as galat:
        if len(hari) == 1:
            raise
        # Who works in the demo may have done what the story wants to do; nothing was changed.
        sys.exit(
            _(
                "Cerita tidak dapat diteruskan, karena isi contoh ini sudah diubah: {sebab}\n"
                "Muat dari awal (isi yang sekarang dihapus): make demo TANGGAL={iso} RESET=1"
            ).format(sebab=galat, iso=hari[0].isoformat())
        )


if __name__ == "__main__":
    _muat([date.fromisoformat(satu) for satu in sys.argv[1:]])
