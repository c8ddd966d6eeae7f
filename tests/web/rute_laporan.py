"""Addresses of the performance report, and the things that they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.pemeran import SAAT, Dunia
from sakip.bersama.izin import Tindakan
from sakip.pelaporan import services

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
RUTE: dict[str, Rute] = {
    "laporan": Rute(
        lambda t: alamat("laporan", t.kode, 2025, t.slug),
        Tindakan.LIHAT_LAPORAN,
        _U,
        200,
        302,
        izin_post=Tindakan.SUSUN_LAPORAN,
    ),
    "pratinjau_laporan": Rute(
        lambda t: alamat("pratinjau_laporan", t.kode, 2025, t.slug),
        Tindakan.LIHAT_LAPORAN,
        _U,
        200,
        200,
    ),
    "bagian_laporan": Rute(
        lambda t: alamat("bagian_laporan", t.kode, 2025, t.slug, "bab_1.umum"),
        Tindakan.LIHAT_LAPORAN,
        _U,
        200,
        302,
        lambda _t: {"teks": "Kantor ini melayani warga.", "versi": "0"},
        izin_post=Tindakan.SUSUN_LAPORAN,
    ),
    "tindak_laporan": Rute(
        lambda t: alamat("tindak_laporan", t.kode, 2025, t.slug, "ajukan"),
        Tindakan.LIHAT_LAPORAN,
        _U,
        None,
        302,
        lambda _t: {"versi": "1"},
        izin_post=Tindakan.SUSUN_LAPORAN,
    ),
}

RUTE |= {
    "cetak_massal": Rute(
        lambda t: alamat("cetak_massal", t.kode, 2025), Tindakan.CETAK_MASSAL, _I, 200, 302
    ),
    "unduh_cetakan": Rute(
        lambda t: alamat("unduh_cetakan", t.kode, 2025), Tindakan.CETAK_MASSAL, _I, 200, 200
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """A report in draft."""
    services.buka_laporan(
        oleh=dunia.sistem, saat=SAAT, instansi=dunia.instansi, unit=slug, tahun=2025
    )
    return {}
