"""Addresses of the board of measurement and of the windows of a year."""

from uuid import uuid4

from bentuk_rute import Rute, Tempatnya
from jelajah import Tempat, alamat

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan

_I = Tempatnya.INSTANSI
TAHUN = 2049  # no window of it is set


def _atur(nama: str, **isi: str) -> Rute:
    """A form without its days: refused (422) after the leave was seen to."""
    return Rute(
        lambda t: alamat(nama, t.kode, TAHUN), Tindakan.ATUR_JADWAL, _I, None, 422, lambda _t: isi
    )


def _satu_jendela(t: Tempat) -> str:
    return alamat("atur_jadwal", t.kode, TAHUN, "pengukuran", 1)


RUTE: dict[str, Rute] = {
    "papan_pengukuran": Rute(
        lambda t: alamat("papan_pengukuran", t.kode, TAHUN), Tindakan.LIHAT_KINERJA, _I, 200, 200
    ),
    "papan_pengukuran_unduh": Rute(
        lambda t: alamat("papan_pengukuran_unduh", t.kode, TAHUN, "csv"),
        Tindakan.UNDUH_KINERJA,
        _I,
        200,
        200,
    ),
    # Nothing is ticked.
    **{
        nama: Rute(
            lambda t, nama=nama: alamat(nama, t.kode, TAHUN),  # type: ignore[misc]
            Tindakan.TELAAH_PENGUKURAN,
            _I,
            None,
            422,
        )
        for nama in ("kunci_massal", "buka_kunci_massal")
    },
    "eskalasi_pengukuran": Rute(
        lambda t: alamat("eskalasi_pengukuran", t.kode, TAHUN), Tindakan.ATUR_JADWAL, _I, None, 302
    ),
    "jadwal": Rute(lambda t: alamat("jadwal", t.kode, TAHUN), Tindakan.ATUR_JADWAL, _I, 200, 200),
    "susun_jadwal": _atur("susun_jadwal", **{"mulai.1": ""}),
    "atur_jadwal": Rute(
        _satu_jendela, Tindakan.ATUR_JADWAL, _I, None, 422, lambda _t: {"versi": "0"}
    ),
    "beri_perpanjangan": _atur("beri_perpanjangan", jadwal=str(uuid4())),
    "kebijakan_pengukuran": _atur("kebijakan_pengukuran", kaidah="jendela"),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """Nothing is needed beyond the unit itself."""
    return {}
