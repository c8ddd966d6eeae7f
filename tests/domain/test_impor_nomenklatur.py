"""The table "nomenklatur": what a list says, what loading it makes, and how it is found again."""

import csv
import time
from pathlib import Path
from typing import Any

import pytest

from domain.lembar import akibat, berkas_csv, berkas_xlsx, galat
from domain.naskah_uji import susun
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.impor.models import BetsImpor
from sakip.impor.services import batalkan_impor, import_pratinjau, terapkan_impor
from sakip.perencanaan.models import Nomenklatur
from sakip.perencanaan.selectors import (
    cari_nomenklatur,
    daftar_bidang,
)

NASIONAL = Path(__file__).resolve().parents[3] / "shared" / "data" / "nomenklatur.csv"
RAPAT: dict[str, Any] = {
    "kode_bidang": "7.01",
    "bidang": "KECAMATAN",
    "kode_program": "7.01.02",
    "program": "PROGRAM PELAYANAN PUBLIK",
    "kode_kegiatan": "7.01.02.2.01",
    "kegiatan": "Koordinasi Kegiatan",
    "kode_subkegiatan": "7.01.02.2.01.0001",
    "subkegiatan": "Koordinasi Perencanaan di Kecamatan",
    "kinerja": "Terlaksananya koordinasi",
    "indikator": "Jumlah laporan koordinasi",
    "satuan": "Laporan",
    "jenis_pemda": "KABKOT",
    "tahun": "2024",
    "kode_lama": "",
    "berlaku_sampai": "",
    "pengganti": "",
}
LOKET = RAPAT | {
    "kode_subkegiatan": "7.01.02.2.01.0002",
    "subkegiatan": "Peningkatan Efektivitas Pelayanan",
}


def pratinjau(dunia: Dunia, *baris: dict[str, Any], siapa: str = "gita", isi: Any = None) -> Any:
    return import_pratinjau(
        **dunia.dasar(siapa),
        jenis="nomenklatur",
        nama_berkas="n.csv",
        isi=berkas_csv(*baris) if isi is None else isi,
        opsi={},
    )


def muat(dunia: Dunia, *baris: dict[str, Any], siapa: str = "gita") -> BetsImpor:
    bets = pratinjau(dunia, *baris, siapa=siapa)
    return terapkan_impor(**dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi)


@pytest.mark.parametrize("tulis", [berkas_csv, berkas_xlsx])
def test_satu_baris_membawa_semua_jenjangnya(dunia: Dunia, tulis: Any) -> None:
    bets = pratinjau(dunia, isi=tulis(RAPAT, LOKET))
    terapkan_impor(**dunia.dasar("gita"), bets=bets.uuid, versi=1)

    assert bets.ringkasan == {"baru": 2}
    semua = list(Nomenklatur.objects.order_by("kode").values_list("kode", "tingkat", "tahun"))
    assert semua == [
        ("7", "urusan", 2026),
        ("7.01", "bidang", 2026),
        ("7.01.02", "program", 2026),
        ("7.01.02.2.01", "kegiatan", 2026),
        ("7.01.02.2.01.0001", "subkegiatan", 2024),
        ("7.01.02.2.01.0002", "subkegiatan", 2024),
    ]
    n = Nomenklatur.objects.get(kode="7.01.02.2.01.0001")
    assert (n.kinerja, n.indikator, n.satuan) == (
        "Terlaksananya koordinasi",
        "Jumlah laporan koordinasi",
        "Laporan",
    )


def test_daftar_yang_sama_dua_kali_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    muat(dunia, RAPAT, LOKET)

    assert akibat(pratinjau(dunia, RAPAT, LOKET)) == ["sama", "sama"]


def test_perubahan_nama_terlihat_dan_diterapkan(dunia: Dunia) -> None:
    muat(dunia, RAPAT)

    bets = muat(dunia, RAPAT | {"satuan": "Dokumen"})

    satu = bets.baris.get()
    assert (satu.akibat, satu.lama[RAPAT["kode_subkegiatan"]]["satuan"]) == ("berubah", "Laporan")
    assert Nomenklatur.objects.get(kode=RAPAT["kode_subkegiatan"]).satuan == "Dokumen"


def test_kode_lama_disimpan_dengan_penggantinya(dunia: Dunia) -> None:
    muat(dunia, RAPAT, LOKET)
    baru = LOKET | {
        "kode_subkegiatan": "7.01.02.2.01.0010",
        "tahun": "2026",
        "kode_lama": "7.01.02.2.01.0002",
    }

    muat(dunia, baru)

    tua = Nomenklatur.objects.get(kode="7.01.02.2.01.0002")
    assert (tua.berlaku_sampai, tua.pengganti) == (2025, "7.01.02.2.01.0010")
    lingkup = dunia.lingkup("ani")
    assert [n.kode for n in cari_nomenklatur(lingkup, "efektivitas pelayanan")] == [
        "7.01.02.2.01.0010",
        "7.01.02.2.01.0002",
    ]
    assert akibat(pratinjau(dunia, baru)) == ["sama"]


def test_kode_yang_berakhir_disebut_pada_barisnya_sendiri(dunia: Dunia) -> None:
    muat(dunia, RAPAT | {"berlaku_sampai": "2025", "pengganti": "7.01.02.2.01.0009"})

    n = Nomenklatur.objects.get(kode=RAPAT["kode_subkegiatan"])
    assert (n.berlaku_sampai, n.pengganti) == (2025, "7.01.02.2.01.0009")


def test_baris_untuk_pemerintah_lain_tidak_dibaca_dan_dihitung(dunia: Dunia) -> None:
    bets = pratinjau(dunia, RAPAT, LOKET | {"jenis_pemda": "PROV"})

    assert bets.ringkasan == {"baru": 1}
    assert bets.opsi["catatan"] == ["1 baris untuk provinsi tidak dibaca."]


def test_nama_yang_berbeda_memakai_yang_tersering_dan_dikatakan(dunia: Dunia) -> None:
    salah_eja = LOKET | {"program": "PROGRAM Pelayanan PUBLIK"}
    lain = RAPAT | {"kode_subkegiatan": "7.01.02.2.01.0003", "subkegiatan": "Lain"}

    bets = muat(dunia, salah_eja, RAPAT, lain)

    assert Nomenklatur.objects.get(kode="7.01.02").nama == "PROGRAM PELAYANAN PUBLIK"
    assert bets.opsi["catatan"] == [
        "1 kode bernama lain-lain di berkas ini; nama tersering dipakai: 7.01.02."
    ]


@pytest.mark.parametrize(
    ("ganti", "kolom", "kata"),
    [
        ({"kode_subkegiatan": "7.1.2"}, "kode_subkegiatan", "bukan kode jenjang ini"),
        ({"kode_subkegiatan": "7.01.03.2.01.0001"}, "kode_subkegiatan", "Tidak berada di bawah"),
        ({"kode_kegiatan": "7.01.02"}, "kode_kegiatan", "bukan kode jenjang ini"),
        ({"subkegiatan": ""}, "subkegiatan", "Wajib diisi"),
        ({"tahun": "24"}, "tahun", "bukan tahun"),
        ({"pengganti": "7.01.02.2.01.0009"}, "berlaku_sampai", "Tahun terakhir"),
        ({"satuan": "x" * 121}, "satuan", "Paling panjang 120"),
    ],
    ids=lambda isi: str(isi)[:40],
)
def test_setiap_kesalahan_menyebut_kolom_dan_sebabnya(
    dunia: Dunia, ganti: dict[str, str], kolom: str, kata: str
) -> None:
    semua = galat(pratinjau(dunia, RAPAT | ganti))

    assert any(k == kolom and kata in pesan for _n, k, pesan in semua), semua


def test_kode_kembar_bernama_lain_adalah_galat_di_kedua_barisnya(dunia: Dunia) -> None:
    bets = pratinjau(dunia, RAPAT, RAPAT | {"subkegiatan": "Lain"})

    assert [(n, p) for n, _k, p in galat(bets)] == [
        (2, "Kode ini juga ada di baris 3 dengan nama lain."),
        (3, "Kode ini juga ada di baris 2 dengan nama lain."),
    ]


def test_membatalkan_mengembalikan_daftar_semula(dunia: Dunia) -> None:
    muat(dunia, RAPAT)
    bets = muat(dunia, RAPAT | {"satuan": "Dokumen"}, LOKET)

    batalkan_impor(**dunia.dasar("gita"), bets=bets.uuid, versi=bets.versi, alasan="salah")

    assert Nomenklatur.objects.get(kode=RAPAT["kode_subkegiatan"]).satuan == "Laporan"
    assert not Nomenklatur.objects.filter(kode=LOKET["kode_subkegiatan"]).exists()


def test_yang_sudah_dipakai_rencana_tidak_dapat_ditarik(dunia: Dunia) -> None:
    bets = muat(dunia, RAPAT)
    susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="sudah dipakai") as salah:
        batalkan_impor(**dunia.dasar("gita"), bets=bets.uuid, versi=bets.versi, alasan="salah")

    assert "7.01.02.2.01.0001" in {k.letak for k in salah.value.kesalahan}
    assert hitung_baris() == sebelum


def test_yang_sudah_diubah_sesudahnya_tidak_dapat_ditarik(dunia: Dunia) -> None:
    bets = muat(dunia, RAPAT)
    muat(dunia, RAPAT | {"satuan": "Dokumen"})

    with pytest.raises(IsianTidakSah, match="sudah dipakai"):
        batalkan_impor(**dunia.dasar("gita"), bets=bets.uuid, versi=bets.versi, alasan="salah")


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        pratinjau(dunia, RAPAT, siapa=siapa)

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_tidak_melihat_dan_tidak_memuat(dunia: Dunia, lain: Dunia) -> None:
    muat(dunia, RAPAT)

    assert cari_nomenklatur(lain.lingkup("eko"), "koordinasi") == []
    with pytest.raises(TidakBerizin):
        import_pratinjau(
            **dunia.dasar("gita") | {"oleh": lain.orang["eko"]},
            jenis="nomenklatur",
            nama_berkas="n.csv",
            isi=berkas_csv(RAPAT),
            opsi={},
        )


def test_mencari_dengan_kata_kode_dan_salah_ketik(dunia: Dunia) -> None:
    muat(dunia, RAPAT, LOKET)
    lingkup = dunia.lingkup("ani")

    def kode(teks: str, **saring: str) -> list[str]:
        return [n.kode for n in cari_nomenklatur(lingkup, teks, **saring)]  # type: ignore[arg-type]

    assert kode("kecamatan koordinasi") == ["7.01.02.2.01.0001"]  # words in any order
    assert kode("KOORD peren") == ["7.01.02.2.01.0001"]  # as it is typed
    assert kode("7.01.02.2")[:2] == ["7.01.02.2.01", "7.01.02.2.01.0001"]
    assert kode("efektifitas pelayanann") == ["7.01.02.2.01.0002"]  # mistyped
    assert kode("koordinasi", tingkat="kegiatan") == ["7.01.02.2.01"]
    assert kode("koordinasi", bidang="7.02") == []
    assert kode("") == []
    assert kode("", tingkat="program") == ["7.01.02"]
    assert kode("100% _") == []
    assert daftar_bidang(lingkup) == [("7.01", "KECAMATAN")]


@pytest.mark.skipif(not NASIONAL.exists(), reason="shared/data/nomenklatur.csv is not here")
def test_daftar_nasional_seluruhnya(dunia: Dunia) -> None:
    isi = NASIONAL.read_bytes()
    baris = [b for b in csv.DictReader(isi.decode().splitlines()) if b["jenis_pemda"] == "KABKOT"]

    mulai = time.perf_counter()
    bets = pratinjau(dunia, isi=isi)
    bets = terapkan_impor(**dunia.dasar("gita"), bets=bets.uuid, versi=bets.versi)
    lama = time.perf_counter() - mulai

    assert bets.ringkasan == {"baru": len(baris)}
    tersimpan = dict(Nomenklatur.objects.filter(tingkat="subkegiatan").values_list("kode", "nama"))
    assert tersimpan == {b["kode_subkegiatan"]: b["subkegiatan"].strip() for b in baris}
    assert pratinjau(dunia, isi=isi).ringkasan == {"sama": len(baris)}
    assert lama < 15, f"{lama:.1f} s"  # 3 s on a machine of its own: bench/impor.py
