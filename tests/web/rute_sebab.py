"""Addresses of causes, of a superior's arahan and of money, and the things that they need."""

from typing import Any

import rute_pengukuran
from bentuk_rute import Isi, Rute, Tempatnya
from jelajah import Tempat, alamat

from domain.pemeran import Dunia, menulis_langsung
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran.models import ArahanAtasan, LembarPengukuran

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
_TAHUN = rute_pengukuran.TAHUN


def _arahan(tindakan: str, izin: Tindakan, ya: int, isi: Isi) -> Rute:
    """An act on the arahan that waits on the quarter in draft."""

    def buat(t: Tempat) -> str:
        tahun, triwulan = rute_pengukuran.KONSEP
        return alamat(tindakan, t.kode, tahun, t.slug, triwulan, t.benda["arahan"])

    return Rute(buat, izin, _U, None, ya, isi)


RUTE: dict[str, Rute] = {
    "sebab_pemda": Rute(
        lambda t: alamat("sebab_pemda", t.kode, _TAHUN, 1), Tindakan.LIHAT_KINERJA, _I, 200, 200
    ),
    "uang_pengukuran": Rute(
        lambda t: alamat("uang_pengukuran", t.kode, _TAHUN, t.slug, 1),
        Tindakan.LIHAT_KINERJA,
        _U,
        200,
        302,
        izin_post=Tindakan.CATAT_SERAPAN,
    ),
    "tulis_arahan": Rute(
        lambda t: alamat("tulis_arahan", t.kode, _TAHUN + 1, t.slug, 1),
        Tindakan.TULIS_ARAHAN,
        _U,
        None,
        302,
        lambda _t: {"teks": "Pasang daftar syarat."},
    ),
    "jawab_arahan": _arahan(
        "jawab_arahan",
        Tindakan.JAWAB_ARAHAN,
        302,
        lambda _t: {"versi": "1", "jawaban": "Sudah dipasang."},
    ),
    # Without a reason, and without a readable day: refused (422) after the leave was seen to.
    # Which part wrote the arahan is asked for by the services (tests/domain).
    "tutup_arahan": _arahan("tutup_arahan", Tindakan.TULIS_ARAHAN, 422, lambda _t: {"versi": "1"}),
    "perbarui_arahan": _arahan(
        "perbarui_arahan", Tindakan.TULIS_ARAHAN, 422, lambda _t: {"versi": "1", "sampai": "x"}
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """An arahan on a sheet that was approved, to be answered on the one in draft."""
    asal = LembarPengukuran.objects.get(
        instansi=dunia.instansi, unit__slug=slug, keadaan="disetujui"
    )
    i: dict[str, Any] = {"instansi": dunia.instansi, "unit_id": asal.unit_id, "lembar": asal}
    tahun, triwulan = rute_pengukuran.KONSEP
    with menulis_langsung(dunia.sistem):
        a = ArahanAtasan.objects.create(
            **i,
            untuk=organisasi.periode(tahun, "triwulan", triwulan),
            peran="pimpinan_unit",
            teks="Rapikan register.",
        )
    return {"arahan": str(a.uuid)}
