"""Moving a sheet through its hands, by the names of the cast: what the workflow tests share."""

from datetime import datetime
from typing import Any

from domain.pemeran import Dunia
from domain.ukur_uji import HARI, TAHUN, Ukur, tata_ukur
from sakip.bersama.izin import Peran
from sakip.organisasi import services as so
from sakip.pengukuran import services
from sakip.pengukuran.models import LembarPengukuran, Realisasi

SOLUSI = {"penyebab": "Berkas bolak-balik.", "solusi": "Syarat diperiksa di depan."}
TINDAKAN = {
    "ajukan": services.ajukan_pengukuran,
    "verifikasi": services.verifikasi_pengukuran,
    "setujui": services.setujui_pengukuran,
    "telaah": services.telaah_pengukuran,
    "kunci": services.kunci_pengukuran,
    "kembalikan": services.kembalikan_pengukuran,
    "buka_kunci": services.buka_kunci_pengukuran,
}
BERIKUT = {
    "konsep": ("ajukan", "ani"),
    "dikembalikan": ("ajukan", "ani"),
    "diajukan": ("verifikasi", "vera"),
    "diverifikasi": ("setujui", "budi"),
    "disetujui": ("telaah", "fitri"),
    "ditelaah": ("kunci", "fitri"),
}


def lembar(u: Ukur, n: int = 1) -> LembarPengukuran:
    return LembarPengukuran.objects.get(
        unit_id=u.dunia.unit[u.unit], periode__tahun=TAHUN, periode__nomor=n
    )


def tindak(u: Ukur, tindakan: str, siapa: str, n: int = 1, **ganti: Any) -> LembarPengukuran:
    saat: datetime | None = ganti.pop("saat", None)
    isi = {**u.dasar(siapa, n, saat), "versi": lembar(u, n).versi} | ganti
    return TINDAKAN[tindakan](**isi)  # type: ignore[operator, no-any-return]


def sampai(u: Ukur, keadaan: str, n: int = 1) -> LembarPengukuran:
    """Move a filled sheet as far as ``keadaan`` by the usual people."""
    ini = lembar(u, n)
    while ini.keadaan != keadaan:
        ini = tindak(u, *BERIKUT[ini.keadaan], n)
    return ini


def siapkan(dunia: Dunia) -> Ukur:
    """The first quarter filled, and Vera who verifies."""
    u = tata_ukur(dunia)
    tambah_orang(u, "vera", Peran.VERIFIKATOR_UNIT)
    isi_tw1(u)
    return u


def isi_tw1(u: Ukur) -> None:
    u.isi("1b", 1, "41", **SOLUSI)
    u.isi("iku-2", 1, "13/14")
    u.isi("iku-3", 1, "6/6")


def tambah_orang(u: Ukur, nama: str, *peran: Peran) -> None:
    d = u.dunia
    akun = so.buat_akun(
        **d.dasar("sistem"), nama_pengguna=f"{nama}.uji", nama=f"{nama} Contoh", sandi=None
    )
    for satu in peran:
        so.beri_peran(
            **d.dasar("sistem"),
            pengguna_id=akun.pk,
            peran=satu,
            unit=u.unit,
            mulai=HARI[0].date().replace(month=1, day=1),
            selesai=None,
        )
    d.orang[nama] = type(d.sistem)(akun.pk)


def keadaan_angka(u: Ukur, n: int = 1) -> dict[str, str]:
    return dict(
        Realisasi.objects.filter(lembar=lembar(u, n)).values_list("indikator__kode", "keadaan")
    )
