"""The table "dpa": what each row says, what applying makes, what taking back withdraws."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from domain import perjanjian_uji
from domain.lembar import akibat, baris, berkas_csv, berkas_xlsx, galat, impor
from domain.naskah_uji import (
    BARIS_DPA,
    DPA,
    DPPA,
    bendahara,
    muat_anggaran,
    pratinjau_anggaran,
    tarik_anggaran,
)
from domain.pemeran import HARI, Dunia, hitung_baris
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.impor.selectors import bets_impor, daftar_bets
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.organisasi.services import catat_libur
from sakip.perencanaan.models import DokumenAnggaran, RincianAnggaran
from sakip.perencanaan.selectors import anggaran_berlaku


@pytest.fixture
def tono(dunia: Dunia) -> str:
    return bendahara(dunia)


def _berlaku(dunia: Dunia) -> DokumenAnggaran | None:
    return anggaran_berlaku(dunia.lingkup("gita"), dunia.tampak("dinas-anggrek"), 2026)


@pytest.mark.parametrize("tulis", [berkas_csv, berkas_xlsx])
def test_dpa_menjadi_dokumen_dengan_rinciannya(dunia: Dunia, tono: str, tulis: Any) -> None:
    dasar = dunia.dasar(tono)
    bets = import_pratinjau(
        **dasar, jenis="dpa", nama_berkas="dpa", isi=tulis(*DPA), opsi={"sifat": "contoh"}
    )
    assert bets.ringkasan == {"baru": 4}

    terapkan_impor(**dasar, bets=bets.uuid, versi=1)

    d = _berlaku(dunia)
    assert d is not None
    assert (d.nomor, d.tahap, d.nomor_dokumen, d.disahkan, d.sifat) == (
        1,
        "murni",
        "DPA/1/2026",
        date(2026, 1, 5),
        "contoh",
    )
    assert [(r.kode, r.tingkat, r.rupiah, r.keluaran) for r in d.rincian.order_by("kode")] == [
        ("7.01.02", "program", Decimal(186_000_000), None),
        ("7.01.02.2.01.0001", "subkegiatan", Decimal(60_000_000), Decimal(12)),
        ("7.01.02.2.01.0002", "subkegiatan", Decimal(126_000_000), None),
        ("7.01.06", "program", Decimal(46_000_000), None),
    ]


def test_dpa_meminta_perjanjian_dalam_satu_bulan(dunia: Dunia, tono: str) -> None:
    muat_anggaran(dunia, *DPA, siapa=tono)

    d = _berlaku(dunia)
    assert d is not None
    tugas = Tugas.objects.get(alur="anggaran", objek=d.uuid)
    assert (tugas.peran, tugas.unit_id) == ("penyusun_unit", dunia.unit["dinas-anggrek"])
    assert tugas.pola.format(**tugas.isian) == "Susun perjanjian kinerja 2026"
    # 5 January 2026 and one month is 5 February 2026 (53/2014, Lampiran I), to the end of the day.
    assert tugas.jatuh_tempo == datetime(
        2026, 2, 5, 23, 59, 59, 999999, tzinfo=ZoneInfo("Asia/Jakarta")
    )


def test_libur_tidak_menggeser_tenggat_perjanjian(dunia: Dunia, tono: str) -> None:
    catat_libur(
        oleh=dunia.sistem,
        saat=dunia.dasar("sistem")["saat"],
        daftar=[(date(2026, 2, 5), "Libur", "uji")],
    )

    muat_anggaran(dunia, *DPA, siapa=tono)

    tempo = Tugas.objects.get(alur="anggaran").jatuh_tempo
    assert tempo is not None
    assert tempo.astimezone(ZoneInfo("Asia/Jakarta")).date() == date(2026, 2, 5)


def test_dppa_yang_mengubah_program_meminta_perjanjian_perubahan(dunia: Dunia, tono: str) -> None:
    muat_anggaran(dunia, *DPA, siapa=tono)

    muat_anggaran(dunia, *DPPA, siapa=tono)

    d = _berlaku(dunia)
    assert d is not None
    assert (d.nomor, d.tahap) == (2, "perubahan")
    tugas = Tugas.objects.get(objek=d.uuid)
    assert tugas.pola.format(**tugas.isian) == "Susun perjanjian kinerja perubahan 2026"
    assert tugas.jatuh_tempo is not None
    # Practice: one month after the DPPA of 5 October (tafsir-0012).
    assert tugas.jatuh_tempo.astimezone(ZoneInfo("Asia/Jakarta")).date() == date(2026, 11, 5)


def test_pergeseran_di_dalam_program_tidak_meminta_apa_pun(dunia: Dunia, tono: str) -> None:
    muat_anggaran(dunia, *DPA, siapa=tono)
    geser = [
        b
        | {
            "tahap": "pergeseran",
            "nomor_dokumen": "DPA/2/2026",
            "tanggal_disahkan": "2026-03-02",
            "rupiah": {"60000000": "50000000", "126000000": "136000000"}.get(
                b["rupiah"], b["rupiah"]
            ),
        }
        for b in DPA
    ]

    muat_anggaran(dunia, *geser, siapa=tono)

    d = _berlaku(dunia)
    assert d is not None
    assert d.tahap == "pergeseran"
    assert not Tugas.objects.filter(objek=d.uuid).exists()


def test_satu_berkas_memuat_banyak_unit(dunia: Dunia, tono: str) -> None:
    lain = [b | {"unit": "dinas-bakung"} for b in DPA]

    bets = muat_anggaran(dunia, *DPA, *lain, siapa=tono)

    assert bets.unit_id == dunia.unit["kabupaten-contoh"]
    assert DokumenAnggaran.objects.count() == 2
    assert Tugas.objects.filter(alur="anggaran").count() == 2


@pytest.mark.parametrize("siapa", ["ani", "budi", "gita", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="Pengelola keuangan"):
        pratinjau_anggaran(dunia, *DPA, siapa=siapa)

    assert hitung_baris() == sebelum


def test_yang_mengimpor_kinerja_tidak_melihat_dan_tidak_menerapkan_dpa(
    dunia: Dunia, tono: str
) -> None:
    bets = pratinjau_anggaran(dunia, *DPA, siapa=tono)

    assert list(daftar_bets(dunia.lingkup("gita"))) == []
    with pytest.raises(TidakDitemukan):
        bets_impor(dunia.lingkup("gita"), bets.uuid)
    with pytest.raises(TidakBerizin):
        terapkan_impor(**dunia.dasar("gita"), bets=bets.uuid, versi=1)


def test_bendahara_hanya_melihat_miliknya(dunia: Dunia, tono: str) -> None:
    impor(dunia, baris())
    bets = pratinjau_anggaran(dunia, *DPA, siapa=tono)

    assert [b.pk for b in daftar_bets(dunia.lingkup(tono))] == [bets.pk]


def test_bendahara_unit_tidak_memuat_unit_lain(dunia: Dunia) -> None:
    sebagian = bendahara(dunia, "dinas-bakung")

    bets = pratinjau_anggaran(dunia, BARIS_DPA, siapa=sebagian)

    assert [g[1] for g in galat(bets)] == ["unit"]


@pytest.mark.parametrize(
    ("ganti", "kolom", "kata"),
    [
        ({"unit": "hantu"}, "unit", "“hantu” bukan unit"),
        ({"tahun": "26"}, "tahun", "bukan tahun"),
        ({"tahap": "pesta"}, "tahap", "Pilih: murni, pergeseran, perubahan"),
        ({"tahap": "perubahan"}, "tahap", "DPA murni 2026 unit ini belum dimuat"),
        ({"nomor_dokumen": ""}, "nomor_dokumen", "Wajib diisi"),
        ({"nomor_dokumen": "9" * 81}, "nomor_dokumen", "Paling panjang 80"),
        ({"tanggal_disahkan": "5 Januari"}, "tanggal_disahkan", "Tulis seperti 2026-01-05"),
        ({"tanggal_disahkan": "2026-11-25"}, "tanggal_disahkan", "belum tiba"),
        ({"tanggal_disahkan": "2024-01-05"}, "tanggal_disahkan", "tidak disahkan pada"),
        ({"kode": "7.1.2"}, "kode", "bukan kode"),
        ({"kode": "7.01.02.2"}, "kode", "bukan kode"),
        ({"kode": "7.01.02.2.01.01"}, "kode", "bukan kode"),
        ({"nama": ""}, "nama", "Wajib diisi"),
        ({"rupiah": ""}, "rupiah", "tulis 0"),
        ({"rupiah": "-1"}, "rupiah", "negatif"),
        ({"rupiah": "dua juta"}, "rupiah", "bukan satu angka"),
        ({"rupiah": "1.000,50"}, "rupiah", "tanpa sen"),
        ({"rupiah": "3/4"}, "rupiah", "bukan satu angka"),
        ({"keluaran": "banyak"}, "keluaran", "bukan satu angka"),
    ],
    ids=lambda isi: str(isi)[:40],
)
def test_setiap_kesalahan_menyebut_kolom_dan_sebabnya(
    dunia: Dunia, tono: str, ganti: dict[str, str], kolom: str, kata: str
) -> None:
    bets = pratinjau_anggaran(dunia, BARIS_DPA | ganti, siapa=tono, format_angka="id")

    assert [(k, kata in pesan) for _n, k, pesan in galat(bets)] == [(kolom, True)]


def test_semua_kesalahan_semua_baris_disebut(dunia: Dunia, tono: str) -> None:
    bets = pratinjau_anggaran(
        dunia,
        BARIS_DPA | {"unit": "hantu", "kode": "x", "rupiah": "-5"},
        BARIS_DPA | {"kode": "7.01.06", "nama": "", "tahap": "?"},
        BARIS_DPA | {"kode": "7.01.03"},
        siapa=tono,
    )

    assert akibat(bets) == ["galat", "galat", "galat"]
    assert {(n, k) for n, k, _p in galat(bets)} == {
        (2, "unit"),
        (2, "kode"),
        (2, "rupiah"),
        (3, "nama"),
        (3, "tahap"),
        (4, "tahap"),  # another document than the first row of its unit and year
    }


def test_kode_yang_kembar_disebut_di_kedua_barisnya(dunia: Dunia, tono: str) -> None:
    bets = pratinjau_anggaran(dunia, BARIS_DPA, BARIS_DPA, siapa=tono)

    assert [(n, p) for n, _k, p in galat(bets)] == [
        (2, "Kode ini juga ada di baris 3."),
        (3, "Kode ini juga ada di baris 2."),
    ]


def test_jumlah_program_harus_jumlah_sub_kegiatannya(dunia: Dunia, tono: str) -> None:
    bets = pratinjau_anggaran(dunia, DPA[0] | {"rupiah": "187000000"}, *DPA[1:], siapa=tono)

    # 60 + 126 = 186 million
    assert galat(bets) == [
        (
            2,
            "rupiah",
            "Rp187.000.000, sedangkan jumlah 2 sub-kegiatannya Rp186.000.000.",
        )
    ]


def test_program_tanpa_sub_kegiatan_diterima_apa_adanya(dunia: Dunia, tono: str) -> None:
    assert akibat(pratinjau_anggaran(dunia, DPA[0], DPA[3], siapa=tono)) == ["baru", "baru"]


def test_dua_dokumen_untuk_satu_unit_dalam_satu_berkas_ditolak(dunia: Dunia, tono: str) -> None:
    bets = pratinjau_anggaran(
        dunia, BARIS_DPA, BARIS_DPA | {"kode": "7.01.06", "nomor_dokumen": "lain"}, siapa=tono
    )

    assert [(n, k) for n, k, _p in galat(bets)] == [(3, "nomor_dokumen")]


def test_dokumen_yang_sama_dua_kali_tidak_mengubah_apa_pun(dunia: Dunia, tono: str) -> None:
    muat_anggaran(dunia, *DPA, siapa=tono)

    assert akibat(pratinjau_anggaran(dunia, *DPA, siapa=tono)) == ["sama"] * 4


def test_dokumen_yang_sama_dengan_isi_lain_ditolak(dunia: Dunia, tono: str) -> None:
    muat_anggaran(dunia, *DPA, siapa=tono)

    bets = pratinjau_anggaran(dunia, DPA[3] | {"rupiah": "1"}, siapa=tono)

    assert [(k, p) for _n, k, p in galat(bets)] == [
        (
            "nomor_dokumen",
            "Dokumen DPA/1/2026 sudah dimuat dengan isi lain. Batalkan impornya dahulu.",
        )
    ]


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"nomor_dokumen": "lain"}, "sudah dimuat (DPA/1/2026)"),
        (
            {
                "tahap": "perubahan",
                "nomor_dokumen": "lain",
                "tanggal_disahkan": "2026-01-04",
            },
            "Mendahului dokumen terakhir (5 Januari 2026)",
        ),
    ],
    ids=["murni-kedua", "mundur"],
)
def test_dokumen_datang_menurut_urutannya(
    dunia: Dunia, tono: str, ganti: dict[str, str], kata: str
) -> None:
    muat_anggaran(dunia, *DPA, siapa=tono)

    bets = pratinjau_anggaran(dunia, BARIS_DPA | ganti, siapa=tono)

    assert kata in galat(bets)[0][2]


def test_anggaran_bukan_angka_terbit(dunia: Dunia, tono: str) -> None:
    with pytest.raises(IsianTidakSah) as salah:
        pratinjau_anggaran(dunia, *DPA, siapa=tono, sifat="terbit")

    assert [k.letak for k in salah.value.kesalahan] == ["sifat"]


def test_format_angka_yang_bercampur_ditolak(dunia: Dunia, tono: str) -> None:
    campur = (BARIS_DPA | {"rupiah": "1.234.567"}, DPA[3] | {"rupiah": "1,234,567"})

    with pytest.raises(IsianTidakSah, match="bercampur"):
        pratinjau_anggaran(dunia, *campur, siapa=tono)


def test_membatalkan_menarik_dokumen_dan_tugasnya(dunia: Dunia, tono: str) -> None:
    bets = muat_anggaran(dunia, *DPA, siapa=tono)

    tarik_anggaran(dunia, bets, tono)

    assert _berlaku(dunia) is None
    assert not Tugas.objects.filter(alur="anggaran").exists()
    # Nothing is deleted that was ever used.
    assert DokumenAnggaran.objects.get().ditarik
    assert RincianAnggaran.objects.count() == 4


def test_sesudah_ditarik_boleh_dimuat_lagi(dunia: Dunia, tono: str) -> None:
    tarik_anggaran(dunia, muat_anggaran(dunia, *DPA, siapa=tono), tono)

    muat_anggaran(dunia, *DPA, siapa=tono)

    d = _berlaku(dunia)
    assert d is not None
    assert d.nomor == 2


def test_yang_sudah_dilanjutkan_tidak_dapat_ditarik(dunia: Dunia, tono: str) -> None:
    bets = muat_anggaran(dunia, *DPA, siapa=tono)
    muat_anggaran(dunia, *DPPA, siapa=tono)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as salah:
        tarik_anggaran(dunia, bets, tono)

    assert "DPPA/1/2026 disahkan 5 Oktober 2026" in salah.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


def test_dppa_ditarik_dan_dpa_berlaku_lagi(dunia: Dunia, tono: str) -> None:
    muat_anggaran(dunia, *DPA, siapa=tono)
    dppa = muat_anggaran(dunia, *DPPA, siapa=tono)

    tarik_anggaran(dunia, dppa, tono)

    d = _berlaku(dunia)
    assert d is not None
    assert d.tahap == "murni"
    assert HARI.year == d.tahun


def test_yang_dipakai_perjanjian_tidak_dapat_ditarik(dunia: Dunia, tono: str) -> None:
    """An agreement names its budget for ever, so the budget stays."""
    perjanjian_uji.tata(dunia)
    bets = muat_anggaran(dunia, *DPPA, siapa=tono)
    perjanjian_uji.buat(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="berdiri di atasnya") as salah:
        tarik_anggaran(dunia, bets, tono)

    assert [k.pesan for k in salah.value.kesalahan] == [
        "Perjanjian kinerja nomor 1 (konsep) memakai anggaran ini."
    ]
    assert hitung_baris() == sebelum
