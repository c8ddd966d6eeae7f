"""What the preview says of each row: every fault at its row and column, good rows still seen."""

from typing import Any

import pytest

from domain.lembar import akibat, baris, berkas_xlsx, galat, impor, pratinjau
from domain.pemeran import Dunia
from sakip.bersama.galat import IsianTidakSah
from sakip.pengukuran.models import CapaianSnapshot


def _satu(dunia: Dunia, **ganti: Any) -> tuple[str, str]:
    """The one fault of a sheet with this one row."""
    ((_nomor, kolom, pesan),) = galat(pratinjau(dunia, baris(**ganti)))
    return kolom, pesan


@pytest.mark.parametrize(
    ("ganti", "kolom", "kata"),
    [
        ({"unit": "dinas-entah"}, "unit", "“dinas-entah” bukan unit, atau di luar peran Anda"),
        ({"unit": ""}, "unit", "“” bukan unit"),
        ({"unit": "dinas-bakung"}, "unit", "di luar peran Anda"),
        ({"unit": "kabupaten-contoh"}, "unit", "di luar peran Anda"),
        ({"tahun": "dua ribu"}, "tahun", "“dua ribu” bukan tahun. Tulis empat angka"),
        ({"tahun": ""}, "tahun", "bukan tahun"),
        ({"tahun": "²⁰²⁵"}, "tahun", "bukan tahun"),
        ({"tahun": "-2025"}, "tahun", "bukan tahun"),
        ({"tahun": "2025" * 2000}, "tahun", "bukan tahun"),
        ({"tahun": "1999"}, "tahun", "Tahun 1999 di luar jangkauan (2000–2060)"),
        ({"tahun": "2061"}, "tahun", "Tahun 2061 di luar jangkauan (2000–2060)"),
        ({"tahun": "2013"}, "tahun", "Belum ada kaidah"),
        ({"periode": "tw5"}, "periode", "“tw5” bukan periode"),
        ({"kode_indikator": ""}, "kode_indikator", "Wajib diisi"),
        ({"indikator": " "}, "indikator", "Wajib diisi"),
        ({"kode_indikator": "k" * 161}, "kode_indikator", "Paling panjang 160 huruf"),
        ({"satuan": "s" * 61}, "satuan", "Paling panjang 60 huruf"),
        ({"capaian_tercetak": "9" * 41}, "capaian_tercetak", "Paling panjang 40 huruf"),
        ({"arah": "naik"}, "arah", "“naik” tidak dikenal. Pilih: naik_baik, turun_baik"),
        ({"jenis_nilai": "uang"}, "jenis_nilai", "“uang” tidak dikenal"),
        ({"agregasi": "modus"}, "agregasi", "“modus” tidak dikenal"),
        ({"target": "delapan puluh"}, "target", "“delapan puluh” bukan satu angka"),
        ({"realisasi": "n/a"}, "realisasi", "bukan satu angka"),
        ({"realisasi": "80 orang"}, "realisasi", "bukan satu angka"),
        ({"realisasi": "1e5"}, "realisasi", "bukan satu angka"),
        ({"realisasi": "NaN"}, "realisasi", "bukan satu angka"),
        ({"realisasi": "Infinity"}, "realisasi", "bukan satu angka"),
        ({"target": "9" * 25}, "target", "lebih panjang dari 24 digit"),
        ({"target": "8..2", "arah": "rentang"}, "target", "8"),
        ({"target": "80", "arah": "rentang"}, "target", "tidak dapat dibandingkan"),
        ({"realisasi": "3/0", "jenis_nilai": "rasio"}, "realisasi", "harus lebih besar dari nol"),
        ({"realisasi": "3/-4", "jenis_nilai": "rasio"}, "realisasi", "lebih besar dari nol"),
        ({"target": "1/2/3", "jenis_nilai": "rasio"}, "target", "bukan satu angka"),
        (
            {"jenis_nilai": "predikat", "target": "WTP", "realisasi": "BB"},
            "target",
            "tidak ada pada satu skala predikat",
        ),
        (
            {"jenis_nilai": "ya_tidak", "target": "ya", "realisasi": "mungkin"},
            "realisasi",
            "“mungkin” bukan ya atau tidak",
        ),
    ],
    ids=lambda x: None if isinstance(x, str) else "-".join(f"{k}={v:.12}" for k, v in x.items()),
)
def test_baris_yang_salah_disebut_kolom_dan_sebabnya(
    dunia: Dunia, ganti: dict[str, Any], kolom: str, kata: str
) -> None:
    letak, pesan = _satu(dunia, **ganti)

    assert letak == kolom
    assert kata in pesan


def test_semua_kesalahan_satu_baris_dikatakan_sekaligus(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(unit="x", tahun="y", target="z", arah="w"))

    assert [kolom for _n, kolom, _p in galat(bets)] == ["unit", "tahun", "arah", "target"]


def test_baris_baik_tetap_terlihat_di_samping_yang_salah(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(), baris(kode_indikator="k2", target="x"))

    assert akibat(bets) == ["baru", "galat"]
    assert bets.ringkasan == {"baru": 1, "galat": 1}


def test_baris_kembar_saling_menunjuk(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(), baris(tahun="2024"), baris(realisasi="77"))

    assert galat(bets) == [
        (2, "kode_indikator", "Indikator dan periode ini juga ada di baris 4."),
        (4, "kode_indikator", "Indikator dan periode ini juga ada di baris 2."),
    ]
    assert akibat(bets) == ["galat", "baru", "galat"]


def test_kode_dan_slug_unit_yang_sama_tetap_kembar(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(), baris(unit="99.11.dinas-anggrek"))

    assert akibat(bets) == ["galat", "galat"]


def test_dua_format_angka_dalam_satu_berkas_ditolak_dengan_kedua_barisnya(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah, match="bercampur") as galat_berkas:
        pratinjau(dunia, baris(target="1.234,5"), baris(kode_indikator="k2", target="1,234.5"))

    pesan = galat_berkas.value.kesalahan[0].pesan
    assert "Baris 2 menulis “1.234,5”" in pesan
    assert "baris 3 menulis “1,234.5”" in pesan


def test_format_yang_dipilih_menolak_yang_lain_di_barisnya(dunia: Dunia) -> None:
    bets = pratinjau(
        dunia,
        baris(target="1.234,5"),
        baris(kode_indikator="k2", target="1,234.5"),
        format_angka="id",
    )

    ((nomor, kolom, pesan),) = galat(bets)
    assert (nomor, kolom) == (3, "target")
    assert "format en" in pesan


def test_angka_excel_tidak_ikut_format_teks(dunia: Dunia) -> None:
    isi = berkas_xlsx(
        baris(target=75.91, realisasi=76.15), baris(kode_indikator="k2", target="75,91")
    )

    bets = pratinjau(dunia, isi=isi)

    pertama, kedua = bets.baris.order_by("nomor")
    assert (pertama.isi["target"]["nilai"], pertama.isi["realisasi"]["nilai"]) == ("75.91", "76.15")
    assert kedua.isi["target"]["nilai"] == "75.91"


def test_angka_excel_yang_terlalu_panjang_ditolak_di_selnya(dunia: Dunia) -> None:
    bets = pratinjau(
        dunia, isi=berkas_xlsx(baris(target=1e300), baris(kode_indikator="k2", target=1e-300))
    )

    assert [(n, k) for n, k, _p in galat(bets)] == [(2, "target"), (3, "target")]
    assert "lebih panjang dari 24 digit" in galat(bets)[0][2]


def test_target_nol_diterima_dan_tidak_dapat_dihitung(dunia: Dunia) -> None:
    bets = impor(dunia, baris(target="0", realisasi="50"))

    snapshot = bets.baris.get().jejak
    assert snapshot is not None
    assert _status(snapshot["realisasi"]) == ("tidak_dapat_dihitung", None)


def _status(realisasi_id: int) -> tuple[str, Any]:
    return CapaianSnapshot.objects.values_list("status", "nilai").get(realisasi_id=realisasi_id)


@pytest.mark.parametrize(
    ("ganti", "status"),
    [
        ({"realisasi": ""}, "belum_diisi"),
        ({"tahun": "2026", "realisasi": ""}, "belum_waktunya"),
        ({"target": ""}, "tidak_dapat_dihitung"),
    ],
    ids=["realisasi-kosong", "periode-belum-lewat", "target-kosong"],
)
def test_sel_kosong_bukan_nol(dunia: Dunia, ganti: dict[str, Any], status: str) -> None:
    bets = impor(dunia, baris(**ganti))

    jejak = bets.baris.get().jejak
    assert jejak is not None
    assert _status(jejak["realisasi"]) == (status, None)


def test_angka_terbit_tanpa_sumber_ditolak(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(), siapa="gita", sifat="terbit")

    assert galat(bets) == [(2, "sumber", "Angka terbit harus menyebut sumbernya.")]


def test_satu_indikator_tidak_dapat_berarah_dua(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(tahun="2024"), baris(tahun="2025", arah="turun_baik"))

    ((nomor, kolom, pesan),) = galat(bets)
    assert (nomor, kolom) == (3, "arah")
    assert "baris 2" in pesan


def test_penyusun_satu_unit_dengan_baris_unit_lain(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris(), baris(unit="bidang-angsana"), baris(unit="dinas-bakung"))

    assert akibat(bets) == ["baru", "baru", "galat"]


def test_kolom_wajib_yang_kurang_disebut(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat_berkas:
        pratinjau(dunia, isi=b"unit,tahun\na,2025\n")

    assert "kode_indikator, indikator, arah, target, realisasi" in (
        galat_berkas.value.kesalahan[0].pesan
    )
