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
    "rencana_excel": Rute(
        lambda t: alamat("rencana_excel", t.kode, 2059, t.slug),
        Tindakan.IMPOR_RENCANA,
        _U,
        200,
        422,
    ),
    "templat_rencana": Rute(
        lambda t: alamat("templat_rencana", t.kode, 2059, t.slug),
        Tindakan.IMPOR_RENCANA,
        _U,
        200,
        200,
    ),
    "perbaiki_impor": Rute(
        lambda t: alamat("perbaiki_impor", t.kode, t.pratinjau),
        Tindakan.LIHAT_IMPOR,
        Tempatnya.MILIK,
        None,
        302,
        lambda _t: {"versi": "1"},
        izin_benda=Tindakan.IMPOR_KINERJA,
    ),
    # The batch there is no foreign table: to who may see it, there is nothing to match.
    "petakan_impor": Rute(
        lambda t: alamat("petakan_impor", t.kode, t.pratinjau),
        Tindakan.LIHAT_IMPOR,
        Tempatnya.MILIK,
        None,
        404,
        lambda _t: {"versi": "1"},
        izin_benda=Tindakan.IMPOR_KINERJA,
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """Lay what these addresses point at in a unit; names to put into addresses."""
    del dunia, slug, penyusun
    return {}
