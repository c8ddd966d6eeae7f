"""Addresses of the boards and what was learnt, and the things that they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
RUTE: dict[str, Rute] = {
    "papan": Rute(lambda t: alamat("papan", t.kode, 2025), Tindakan.LIHAT_KINERJA, _I, 200, 200),
    "kapasitas": Rute(lambda t: alamat("kapasitas", t.kode), Tindakan.LIHAT_MANFAAT, _I, 200, 200),
    "keputusan": Rute(
        lambda t: alamat("keputusan", t.kode, 2025),
        Tindakan.LIHAT_MANFAAT,
        _I,
        200,
        422,
        izin_post=Tindakan.CATAT_KEPUTUSAN,
    ),
    "manfaat": Rute(
        lambda t: alamat("manfaat", t.kode, 2025, t.slug),
        Tindakan.LIHAT_MANFAAT,
        _U,
        200,
        422,
        izin_post=Tindakan.CATAT_INOVASI,
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """Nothing is needed beyond the unit itself."""
    return {}
