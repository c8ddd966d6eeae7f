"""Addresses of the nomenclature, the indicator library and the import of plans."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat
from rute_rencana import KONSEP

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan
from sakip.perencanaan.services import PustakaBaru, simpan_pustaka

# What the form of a shared indicator sends.
PUSTAKA = {
    "nama": "Indikator bersama",
    "arah": "naik_baik",
    "jenis_nilai": "bilangan",
    "agregasi": "terakhir",
    "frekuensi": "tahunan",
}
_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT

RUTE: dict[str, Rute] = {
    "nomenklatur": Rute(
        lambda t: alamat("nomenklatur", t.kode), Tindakan.LIHAT_RENCANA, _I, 200, 200
    ),
    "cari_nomenklatur": Rute(
        lambda t: alamat("cari_nomenklatur", t.kode), Tindakan.LIHAT_RENCANA, _I, 200, 200
    ),
    "pustaka": Rute(lambda t: alamat("pustaka", t.kode), Tindakan.LIHAT_RENCANA, _I, 200, 200),
    "pustaka_baru": Rute(
        lambda t: alamat("pustaka_baru", t.kode),
        Tindakan.KELOLA_PUSTAKA,
        _I,
        200,
        302,
        lambda _t: PUSTAKA | {"kode": "baru"},
    ),
    "pustaka_satu": Rute(
        lambda t: alamat("pustaka_satu", t.kode, t.benda["pustaka"]),
        Tindakan.LIHAT_RENCANA,
        _I,
        200,
        200,
    ),
    "pustaka_ubah": Rute(
        lambda t: alamat("pustaka_ubah", t.kode, t.benda["pustaka"]),
        Tindakan.KELOLA_PUSTAKA,
        _I,
        200,
        302,
        lambda _t: PUSTAKA | {"versi": "1"},
    ),
    "pustaka_tarik": Rute(
        lambda t: alamat("pustaka_tarik", t.kode, t.benda["pustaka"]),
        Tindakan.KELOLA_PUSTAKA,
        _I,
        None,
        302,
        lambda _t: {"versi": "1"},
    ),
    "pakai_pustaka": Rute(
        lambda t: alamat("pakai_pustaka", t.kode, KONSEP, t.slug, t.benda["pustaka"]),
        Tindakan.SUSUN_RENCANA,
        _U,
        200,
        302,
        lambda _t: {"simpul": "s1", "target": "5", "nomor_versi": "1"},
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
    del penyusun
    satu = simpan_pustaka(
        **dunia.dasar("sistem"),
        isi=PustakaBaru(
            kode=f"bersama-{slug}",
            nama="Indikator bersama",
            arah="naik_baik",
            jenis_nilai="bilangan",
        ),
    )
    return {"pustaka": satu.kode}
