"""Addresses of what units ask of each other, and the proposals that they need."""

from datetime import date

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat
from rute_rencana import BERLAKU, susun_tahun

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan
from sakip.perencanaan.services import CrosscuttingBaru, usulkan_crosscutting

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
TENGGAT = date(2055, 1, 1)

RUTE: dict[str, Rute] = {
    "matriks_crosscutting": Rute(
        lambda t: alamat("matriks_crosscutting", t.kode, BERLAKU),
        Tindakan.LIHAT_RENCANA,
        _I,
        200,
        200,
    ),
    "unduh_matriks_crosscutting": Rute(
        lambda t: alamat("unduh_matriks_crosscutting", t.kode, BERLAKU),
        Tindakan.LIHAT_RENCANA,
        _I,
        200,
        200,
    ),
    "crosscutting": Rute(
        lambda t: alamat("crosscutting", t.kode, BERLAKU, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        302,
        lambda _t: {
            "simpul": "s1",
            "pihak_luar": "Polres Contoh",
            "jenis_pihak": "vertikal",
            "peran": "Ikut menjaga",
            "tenggat": TENGGAT.isoformat(),
        },
        izin_post=Tindakan.USULKAN_CROSSCUTTING,
    ),
    "tarik_crosscutting": Rute(
        lambda t: alamat("tarik_crosscutting", t.kode, BERLAKU, t.slug, t.benda["keluar"]),
        Tindakan.USULKAN_CROSSCUTTING,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "alasan": "berubah"},
    ),
    "jawab_crosscutting": Rute(
        lambda t: alamat("jawab_crosscutting", t.kode, BERLAKU, t.slug, t.benda["masuk"]),
        Tindakan.JAWAB_CROSSCUTTING,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "putusan": "tolak", "alasan": "bukan tugas kami"},
    ),
    "catat_crosscutting": Rute(
        lambda t: alamat("catat_crosscutting", t.kode, BERLAKU, t.slug, t.benda["keluar"]),
        Tindakan.CATAT_CROSSCUTTING_LUAR,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "putusan": "terima", "dasar": "Surat 1/2026"},
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """Lay a proposal that a unit makes, and one that it gets; names to put into addresses."""
    del penyusun  # the plan of the unit was laid with its other addresses
    akar = dunia.instansi.slug
    susun_tahun(dunia, akar, "sistem", BERLAKU)
    keluar = CrosscuttingBaru(
        slug, BERLAKU, "s1", "Ikut menjaga", TENGGAT, pihak_luar="Polsek", jenis_pihak="vertikal"
    )
    masuk = CrosscuttingBaru(akar, BERLAKU, "s1", "Ikut melayani", TENGGAT, kepada=slug)
    return {
        nama: str(usulkan_crosscutting(**dunia.dasar("sistem"), isi=usul).uuid)
        for nama, usul in (("keluar", keluar), ("masuk", masuk))
    }
