"""Addresses of the year's grid and of one cell, and the remark that they need."""

from bentuk_rute import Alamat, Rute, Tempatnya
from jelajah import Tempat, alamat
from rute_pengukuran import KOSONG, TAHUN

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan
from sakip.pengukuran.services import AlamatLembar, komentari_angka

_U = Tempatnya.UNIT


def _sel(nama: str, *lagi: str) -> Alamat:
    def buat(t: Tempat) -> str:
        isi = [t.benda[satu] for satu in lagi]
        return alamat(nama, t.kode, TAHUN, t.slug, KOSONG[1], "ukur", *isi)

    return buat


RUTE: dict[str, Rute] = {
    "kisi_pengukuran": Rute(
        lambda t: alamat("kisi_pengukuran", t.kode, TAHUN, t.slug),
        Tindakan.LIHAT_KINERJA,
        _U,
        200,
        302,
        lambda _t: {"versi.ukur~1~0": "0", "teks.ukur~1~0": "41"},
        Tindakan.ISI_PENGUKURAN,
    ),
    "sel_pengukuran": Rute(_sel("sel_pengukuran"), Tindakan.LIHAT_KINERJA, _U, 200, 200),
    # Nothing was entered that could be broken down (409), after the leave was seen to.
    "pilahan_pengukuran": Rute(
        _sel("pilahan_pengukuran"),
        Tindakan.ISI_PENGUKURAN,
        _U,
        None,
        409,
        lambda _t: {"versi": "0", "dimensi": "jenis_kelamin"},
    ),
    "komentar_pengukuran": Rute(
        _sel("komentar_pengukuran"),
        Tindakan.KOMENTARI_PENGUKURAN,
        _U,
        None,
        302,
        lambda _t: {"isi": "Sudah dihitung ulang?"},
    ),
    "selesai_komentar_pengukuran": Rute(
        _sel("selesai_komentar_pengukuran", "komentar_angka"),
        Tindakan.KOMENTARI_PENGUKURAN,
        _U,
        None,
        302,
        lambda _t: {"versi": "1"},
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """A remark on an empty cell of the unit."""
    satu = komentari_angka(
        **dunia.dasar(penyusun),
        alamat=AlamatLembar(slug, TAHUN, KOSONG[1]),
        indikator="ukur",
        isi="Angka mana yang dipakai?",
    )
    return {"komentar_angka": str(satu.uuid)}
