"""Tables of other systems: their headings are matched once, remembered, and read from then on."""

from typing import Any

import pytest
from openpyxl import Workbook

from domain.buku_uji import MAU, galat, pratinjau, simpan, terapkan, tersimpan
from domain.naskah_uji import susun
from domain.pemeran import Dunia
from sakip.bersama.galat import IsianTidakSah
from sakip.impor.models import BetsImpor
from sakip.impor.services import perbaiki_impor
from sakip.perencanaan.services.impor_rencana import usulkan_peta

JUDUL = (
    "No",
    "Urusan/Program/Kegiatan/Sub Kegiatan",
    "Indikator Kinerja",
    "Satuan",
    "Kondisi Awal",
    "Target 2026",
    "Pagu Indikatif 2026",
    "Lokasi",
)
ISI: tuple[tuple[Any, ...], ...] = (
    ("7.01.02", "PROGRAM PELAYANAN", "Persentase layanan", "%", 90, 95.5, 186000000, "Baros"),
    ("7.01.02.2.01", "Koordinasi", None, None, None, None, 186000000, None),
    ("7.01.02.2.01.0001", "Rapat", "Jumlah Laporan", "Laporan", 10, 12, 60000000, None),
    (None, None, "Jumlah Dokumen", "Dokumen", 1, 2, None, None),
    ("7.01.02.2.01.0002", "Loket", "Jumlah Loket", "Unit", 3, 3, 126000000, None),
)


def _tabel(*baris: tuple[Any, ...], judul: tuple[str, ...] = JUDUL) -> bytes:
    satu = Workbook()
    lembar = satu.active
    assert lembar is not None
    lembar.append(["RENCANA KERJA PERANGKAT DAERAH"])
    lembar.merge_cells("A1:H1")
    lembar.append([])
    lembar.append(judul)
    for b in baris or ISI:
        lembar.append(b)
    return simpan(satu)


def _cocokkan(dunia: Dunia, bets: BetsImpor, **opsi: Any) -> BetsImpor:
    isi = {"peta": bets.opsi["peta"], "terpetakan": True, "induk": "s1", "cara": "gabung"}
    return perbaiki_impor(
        **dunia.dasar("ani"), bets=bets.uuid, versi=bets.versi, sel={}, opsi=isi | opsi
    )


def test_usulan_pencocokan_dari_sinonim_dan_kemiripan() -> None:
    assert usulkan_peta(JUDUL, (2026,)) == {
        "kode": "No",
        "uraian": "Urusan/Program/Kegiatan/Sub Kegiatan",
        "indikator": "Indikator Kinerja",
        "satuan": "Satuan",
        "baseline": "Kondisi Awal",
        "target_2026": "Target 2026",
        "pagu_2026": "Pagu Indikatif 2026",
    }
    assert usulkan_peta(("Uraiann", "Targett 2026", "Target 2027"), (2026,)) == {
        "uraian": "Uraiann",
        "target_2026": "Targett 2026",
    }


def test_tabel_asing_menunggu_dicocokkan_lalu_masuk(dunia: Dunia) -> None:
    susun(dunia)
    lama = tersimpan(dunia)

    bets = pratinjau(dunia, _tabel(), mau=MAU)
    assert bets.ringkasan == {"galat": 5}
    assert set(galat(bets).values()) == {"Kolom belum dicocokkan."}

    bets = _cocokkan(dunia, bets)
    assert galat(bets) == {}
    terapkan(dunia, bets)

    kini = tersimpan(dunia)
    simpul = {s.kode: s for s in kini.simpul}
    assert simpul["7.01.02"].uraian == "PROGRAM PELAYANAN"
    assert simpul["7.01.02"].pagu == ((2026, 186_000_000),)
    assert (simpul["7.01.02"].induk, simpul["7.01.02.2.01.0001"].jenis) == ("s1", "subkegiatan")
    indikator = {i.nama: i for i in kini.indikator}
    assert indikator["Persentase layanan"].jenis_nilai == "persen"
    assert [t.teks for t in indikator["Persentase layanan"].target] == ["95,5"]
    assert indikator["Jumlah Dokumen"].simpul == "7.01.02.2.01.0001"
    # what the table does not name stays
    assert {s.kode for s in lama.simpul} <= simpul.keys()
    assert {i.nama for i in lama.indikator} <= indikator.keys()


def test_yang_tidak_ada_di_tabel_dapat_juga_diganti(dunia: Dunia) -> None:
    susun(dunia)

    bets = _cocokkan(dunia, pratinjau(dunia, _tabel(), mau=MAU), cara="ganti", induk="")

    # without tujuan and sasaran in the table, programmes have nowhere to stand
    assert galat(bets)["Sheet!4"] == "Induk “s1” tidak ada di lembar ini."


def test_pencocokan_diingat_untuk_tabel_berikutnya(dunia: Dunia) -> None:
    susun(dunia)
    bets = pratinjau(dunia, _tabel(), mau=MAU)
    peta = bets.opsi["peta"] | {"baseline": "Lokasi"}
    terapkan(dunia, _cocokkan(dunia, bets, peta=peta))

    kedua = pratinjau(dunia, _tabel(), mau=MAU)
    assert (kedua.opsi["peta"], kedua.opsi["peta_dari"]) == (peta, "renja.xlsx")
    assert _cocokkan(dunia, kedua).ringkasan == {"sama": 5}

    lain = pratinjau(dunia, _tabel(judul=(*JUDUL[:4], "Awal", *JUDUL[5:])), mau=MAU)
    assert lain.opsi["peta_dari"] == "renja.xlsx"
    lain = pratinjau(dunia, _tabel(judul=("Kode", *JUDUL[1:])), mau=MAU)
    assert (lain.opsi["peta_dari"], lain.opsi["peta"]["kode"]) == ("", "Kode")


def test_galat_tabel_asing_menyebut_selnya_dan_dapat_diperbaiki(dunia: Dunia) -> None:
    susun(dunia)
    salah = (ISI[0], (*ISI[1][:6], "banyak", None), *ISI[2:])

    bets = _cocokkan(dunia, pratinjau(dunia, _tabel(*salah), mau=MAU))
    assert set(galat(bets)) == {"Sheet!G5"}

    bets = perbaiki_impor(
        **dunia.dasar("ani"),
        bets=bets.uuid,
        versi=bets.versi,
        sel={(5, "Pagu Indikatif 2026"): "186000000"},
    )
    assert galat(bets) == {}


def test_tabel_csv_tanpa_kode_dinomori_menurut_barisnya(dunia: Dunia) -> None:
    isi = (
        "Jenjang;Uraian;Induk;Indikator;Satuan;Target 2026\n"
        "Tujuan;Meningkatnya pelayanan;;;;\n"
        "Sasaran;Meningkatnya mutu;b2;Indeks;nilai;83,5\n"
    )

    bets = _cocokkan(dunia, pratinjau(dunia, isi.encode(), mau=MAU), cara="ganti")

    assert galat(bets) == {}
    terapkan(dunia, bets)
    assert [(s.kode, s.induk) for s in tersimpan(dunia).simpul] == [("b2", None), ("b3", "b2")]
    assert tersimpan(dunia).indikator[0].target[0].teks == "83,5"


@pytest.mark.parametrize("isi", [b"Kode,Uraian\n"])
def test_tabel_tanpa_baris_ditolak(dunia: Dunia, isi: bytes) -> None:
    with pytest.raises(IsianTidakSah):
        pratinjau(dunia, isi, mau=MAU)
