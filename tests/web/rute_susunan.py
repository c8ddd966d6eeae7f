"""Addresses that change the structure of units."""

from typing import Any

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan


def _isian(**lain: Any) -> Any:
    return lambda _t: {"tanggal": "2026-07-01", "dasar": "Perda 5/2026", "versi": "1"} | lain


def _alamat(nama: str) -> Any:
    return lambda t: alamat(nama, t.kode, t.slug)


def _rute(tujuan: str, **isi: Any) -> Rute:
    return Rute(_alamat(tujuan), Tindakan.SUSUN_UNIT, Tempatnya.UNIT, 200, 302, _isian(**isi))


RUTE: dict[str, Rute] = {
    "tambah_unit": Rute(
        _alamat("tambah_unit"),
        Tindakan.SUSUN_UNIT,
        Tempatnya.UNIT,
        200,
        302,
        lambda _t: {
            "jenis": "uptd",
            "nama": "UPTD Baru",
            "kode": "uptd-baru",
            "tanggal": "2026-07-01",
        },
    ),
    "ganti_nama_unit": _rute("ganti_nama_unit", nama="Nama Baru"),
    # Another parent, or a sibling, takes leave beyond the unit: what is sent here names none.
    "pindah_unit": Rute(
        _alamat("pindah_unit"), Tindakan.SUSUN_UNIT, Tempatnya.UNIT, 200, 422, _isian()
    ),
    "gabung_unit": Rute(
        _alamat("gabung_unit"), Tindakan.SUSUN_UNIT, Tempatnya.UNIT, 200, 422, _isian()
    ),
    "pecah_unit": Rute(
        _alamat("pecah_unit"), Tindakan.SUSUN_UNIT, Tempatnya.UNIT, 200, 422, _isian()
    ),
}


def isi(_dunia: Dunia, _slug: str, _penyusun: str) -> dict[str, str]:
    """Nothing is needed but the unit."""
    return {}
