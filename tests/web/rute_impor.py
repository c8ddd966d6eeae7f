"""Addresses of the nomenclature, the indicator library and the import of plans."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT

RUTE: dict[str, Rute] = {
    "nomenklatur": Rute(
        lambda t: alamat("nomenklatur", t.kode), Tindakan.LIHAT_RENCANA, _I, 200, 200
    ),
    "cari_nomenklatur": Rute(
        lambda t: alamat("cari_nomenklatur", t.kode), Tindakan.LIHAT_RENCANA, _I, 200, 200
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """Lay what these addresses point at in a unit; names to put into addresses."""
    del dunia, slug, penyusun
    return {}
