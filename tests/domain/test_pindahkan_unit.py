"""Putting a unit, with all below it, under another parent."""

from datetime import date

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.susunan_uji import JULI, PERDA, letak, versi
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import SusunanUnit

JUNI = date(2026, 6, 30)


def _pindah(dunia: Dunia, siapa: str = "admin", **lain: object) -> SusunanUnit:
    isi = {"unit": "dinas-anggrek", "induk": "dinas-bakung", "tanggal": JULI, "dasar": PERDA}
    isi |= {"versi": versi(dunia, "dinas-anggrek")} | lain
    return services.pindahkan_unit(**dunia.dasar(siapa), **isi)  # type: ignore[arg-type]


def test_seluruh_cabang_ikut_sejak_tanggalnya(dunia: Dunia) -> None:
    _pindah(dunia)

    akar, bakung, anggrek, angsana = (
        dunia.unit[s]
        for s in ("kabupaten-contoh", "dinas-bakung", "dinas-anggrek", "bidang-angsana")
    )
    assert letak(anggrek, JUNI) == (f"{akar}.{anggrek}.", 1, False)
    assert letak(angsana, JUNI) == (f"{akar}.{anggrek}.{angsana}.", 2, False)
    assert letak(anggrek, JULI) == (f"{akar}.{bakung}.{anggrek}.", 2, False)
    assert letak(angsana, JULI) == (f"{akar}.{bakung}.{anggrek}.{angsana}.", 3, False)


def test_wewenang_mengikuti_letak_baru(dunia: Dunia) -> None:
    # Dewi drafts for Dinas Bakung and all that stands below it.
    assert not dunia.lingkup("dewi").boleh(
        Tindakan.ISI_PENGUKURAN, dunia.tampak("dinas-anggrek").jalur
    )

    _pindah(dunia)

    assert dunia.lingkup("dewi").boleh(Tindakan.ISI_PENGUKURAN, dunia.tampak("dinas-anggrek").jalur)


def test_riwayat_mencatat_pelakunya(dunia: Dunia) -> None:
    baris = _pindah(dunia)

    admin = dunia.orang["admin"].pengguna_id
    assert peristiwa(baris) == [Peristiwa("insert", admin, "organisasi.pindahkan_unit")]


@pytest.mark.parametrize(
    ("isi", "kolom", "kata"),
    [
        ({"induk": "bidang-angsana"}, "induk", "berada di bawah unit yang dipindahkan"),
        ({"induk": "dinas-anggrek"}, "induk", "berada di bawah unit yang dipindahkan"),
        ({"induk": "kabupaten-contoh"}, "induk", "sudah berada di bawah"),
        ({"unit": "kabupaten-contoh", "versi": 1}, "unit", "Akar susunan"),
        ({"induk": "dinas-lain"}, "unit", "tidak ada unit “dinas-lain”"),
    ],
)
def test_letak_yang_tidak_mungkin_ditolak(
    dunia: Dunia, lain: Dunia, isi: dict[str, object], kolom: str, kata: str
) -> None:
    del lain  # its unit is there, but of another government
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _pindah(dunia, **isi)

    assert [(k.letak, kata in k.pesan) for k in galat.value.kesalahan] == [(kolom, True)]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "gita", "admin-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _pindah(dunia, siapa)

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    _pindah(dunia)

    with pytest.raises(VersiUsang):
        _pindah(dunia, versi=1, induk="kecamatan-cempaka")


def test_jalur_dulu_masih_dipakai_membuka_tahun_lama(dunia: Dunia) -> None:
    _pindah(dunia)
    lingkup = dunia.lingkup("fitri")

    lama = selectors.unit_menurut_slug(lingkup, "dinas-anggrek", Tindakan.LIHAT_KINERJA, pada=JUNI)

    assert lama.induk_id == dunia.unit["kabupaten-contoh"]
