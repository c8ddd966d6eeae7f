"""Addresses of warnings, ticks and the joint queue, and the things that they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat
from rute_pengukuran import DIAJUKAN, KONSEP

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
RUTE: dict[str, Rute] = {
    # The warning is gone (409), which is said after the leave was seen to.
    "jawab_temuan": Rute(
        lambda t: alamat("jawab_temuan", t.kode, KONSEP[0], t.slug, KONSEP[1]),
        Tindakan.ISI_PENGUKURAN,
        _U,
        None,
        409,
        lambda _t: {"temuan": "x", "jawab.x": "Sudah dicocokkan.", "versi_temuan.x": "0"},
    ),
    # A substitute may come in, so the door asks for less than the act.
    "tandai_angka": Rute(
        lambda t: alamat("tandai_angka", t.kode, DIAJUKAN[0], t.slug, DIAJUKAN[1]),
        Tindakan.LIHAT_KINERJA,
        _U,
        None,
        302,
        lambda _t: {"versi": "1"},
        Tindakan.VERIFIKASI_PENGUKURAN,
    ),
    "periksa_pengukuran": Rute(
        lambda t: alamat("periksa_pengukuran", t.kode), Tindakan.LIHAT_KINERJA, _I, 200, 200
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """Nothing is needed beyond the sheets of measurement."""
    return {}
