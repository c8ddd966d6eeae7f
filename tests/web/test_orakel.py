"""The oracle of the story (CERITA §6) on the pages and in the documents of the played demo.

Every expected figure was worked by hand from the story; the working stands beside it.
"""

import re
from collections.abc import Iterator
from datetime import date
from html import unescape
from typing import TYPE_CHECKING, Any

import pypdfium2
import pytest
from django.test import Client

from sakip.akun.models import Pengguna
from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.pengukuran.models import CapaianMutakhir

if TYPE_CHECKING:
    from conftest import PadaContoh

pytestmark = [
    pytest.mark.lama,
    pytest.mark.usefixtures("contoh", "hari_akhir"),
    pytest.mark.django_db,
]
AKHIR = date(2027, 6, 30)
PINTU = "allauth.account.auth_backends.AuthenticationBackend"
KERJA = "/kerja/36.04/{}/kecamatan-baros/"
TAHUN = KERJA.format(2026)
# Names of the story's indicators (CERITA §3) as pages and documents print them.
NAMA = {
    "ikw": "Indeks Kinerja Wilayah (IKW)",
    "iku-1": "Indeks Kepuasan Masyarakat (IKM) kecamatan",
    "1b": "Rata-rata waktu layanan nonperizinan",
    "iku-2": "Persentase desa tertib tata kelola",
    "iku-3": "Persentase gangguan dan pengaduan ketenteraman yang selesai paling lama 7 hari",
    "iku-4": "Persentase usulan prioritas Musrenbang kecamatan yang masuk RKPD",
    "iku-5": "Nilai AKIP kecamatan",
}


@pytest.fixture(scope="module")
def contoh(pada_contoh: "PadaContoh") -> Iterator[date]:
    """The demo after the LHE on 2026: the whole story has been played."""
    with pada_contoh(AKHIR) as tanggal:
        yield tanggal


@pytest.fixture
def hari_akhir(settings: Any) -> None:
    """The pages live on the last day of the story."""
    settings.TANGGAL_CONTOH = AKHIR


def _html(alamat: str, akun: str | None = "program") -> str:
    klien = Client()
    if akun:
        klien.force_login(Pengguna.objects.get(nama_pengguna=akun), backend=PINTU)
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200, alamat
    return jawaban.content.decode()


def _teks(html: str) -> str:
    """What a reader sees: no tags, single spaces."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def _baris(alamat: str, pola: str, akun: str | None = "program") -> str:
    """The part of a page that a pattern finds, as its reader sees it."""
    cocok = re.search(pola, _html(alamat, akun), re.DOTALL)
    assert cocok is not None, f"{alamat}: {pola}"
    return _teks(cocok[0])


def _sel_triwulan(n: int, kode: str) -> str:
    """One indicator on the sheet of a quarter."""
    return _baris(f"{TAHUN}pengukuran/triwulan-{n}/", rf'<tbody id="baris-{kode}".*?</tbody>')


def _setahun(kode: str) -> str:
    """One indicator in the table of the year."""
    nama = re.escape(NAMA[kode])
    return _baris(TAHUN, rf'<tr><th scope="row">{nama}(?:(?!</tr>).)*?</tr>')


def _pdf(judul: str) -> str:
    """All words of an issued document, on one line."""
    isi = pypdfium2.PdfDocument(bytes(DokumenTerbit.objects.get(judul=judul).berkas.isi))
    return " ".join(" ".join(h.get_textpage().get_text_range() for h in isi).split())


def _janji(kode: str) -> str:
    """One promise on the public page."""
    nama = re.escape(NAMA[kode])
    return _baris(
        "/36.04/kecamatan-baros/2026/", rf"<li>(?:(?!<li>).)*?<h2>{nama}</h2>.*?</li>", None
    )


def _urut(teks: str, *bagian: str) -> None:
    """These words stand in this order, each once passed never looked at again."""
    sisa = teks
    for satu in bagian:
        _sebelum, ada, sisa = sisa.partition(satu)
        assert ada, f"“{satu}” tidak ada di: {teks}"


# Σ of the nine unsur / 9 × 25 (each weighs exactly 1/9; with 0,11 it would be 82,58).
@pytest.mark.parametrize(
    ("triwulan", "nilai", "responden"),
    [
        # 3,35+3,30+3,28+3,55+3,40+3,38+3,42+3,20+3,15 = 30,03; / 9 × 25 = 83,41667
        (2, "83,42", 150),
        # 3,36+3,34+3,36+3,56+3,42+3,40+3,44+3,36+3,28 = 30,52; / 9 × 25 = 84,77778
        (4, "84,78", 170),
    ],
)
def test_ikm_tiap_semester(triwulan: int, nilai: str, responden: int) -> None:
    _urut(_sel_triwulan(triwulan, "iku-1"), f"{nilai} mutu B, {responden} responden")


# (83,41667 × 150 + 84,77778 × 170) / 320 = 84,13976; / 83,50 = 100,77 %
def test_iku_1_digabung_menurut_responden() -> None:
    assert _setahun("iku-1").startswith(f"{NAMA['iku-1']} nilai 83,50 84,14 100,77")
    assert "Hasil 84,14 Capaian 100,77% Ditepati" in _janji("iku-1")
    assert f"{NAMA['iku-1']} 83,50 nilai 84,14 nilai 100,77% tercapai" in _pdf(LAPORAN)


# (2 × 30 − R) / 30: 19/30, 24/30, 32/30, 36/30
@pytest.mark.parametrize(
    ("triwulan", "menit", "capaian"),
    [(1, "41", "63,33%"), (2, "36", "80,00%"), (3, "28", "106,67%"), (4, "24", "120,00%")],
)
def test_waktu_layanan_makin_rendah_makin_baik(triwulan: int, menit: str, capaian: str) -> None:
    _urut(_sel_triwulan(triwulan, "1b"), " 30 ", f" {menit} {capaian}")


def test_waktu_layanan_setahun_yang_terakhir() -> None:
    _urut(_setahun("1b"), " 30 24 120,00 ")
    dampak = _teks(_html(f"{TAHUN}manfaat/"))
    _urut(dampak, "36 → 24 menit", "41 / 30", "36 / 30", "28 / 30", "24 / 30")


# n/14 : 11/14 = n/11: 13/11, 13/11, 12/11, 11/11 (a typed 78,57 would have given 100,0018)
@pytest.mark.parametrize(
    ("triwulan", "desa", "capaian", "persen"),
    [
        (1, "13/14", "118,18%", "92,86%"),
        (2, "13/14", "118,18%", "92,86%"),
        (3, "12/14", "109,09%", "85,71%"),
        (4, "11/14", "100,00%", "78,57%"),
    ],
)
def test_desa_tertib(triwulan: int, desa: str, capaian: str, persen: str) -> None:
    teks = _sel_triwulan(triwulan, "iku-2")

    _urut(teks, f" {desa} {capaian}", f"= {persen}", f"Daftar periksa menghitung {desa}")


def test_desa_tertib_yang_diketik_tanpa_bukti_tetap_terbaca() -> None:
    _urut(
        _sel_triwulan(3, "iku-2"),
        "14/14 Dedi Contoh mengembalikan: “2 desa tanpa bukti uji E: Desa C, Desa K”",
        "12/14 Jajang Contoh mengisi",
    )


def test_desa_tertib_setahun() -> None:
    _urut(_setahun("iku-2"), " 11/14 11/14 100,00 ")
    assert "Target 11/14 % Hasil 11/14 Capaian 100,00% Ditepati" in _janji("iku-2")
    # 11/14 = 78,571…%
    assert "78,57% (11/14) 78,57% (11/14) 100,00% tercapai" in _pdf(LAPORAN)


# 6/6; (6+25)/(6+30); (31+30)/(36+36); (61+8)/(72+8); each against 90,00 %
@pytest.mark.parametrize(
    ("triwulan", "kumulatif", "persen", "capaian"),
    [
        (1, "6/6", "100,00%", "111,11%"),
        (2, "31/36", "86,11%", "95,68%"),
        (3, "61/72", "84,72%", "94,14%"),
        (4, "69/80", "86,25%", "95,83%"),
    ],
)
def test_pengaduan_kumulatif(triwulan: int, kumulatif: str, persen: str, capaian: str) -> None:
    teks = _sel_triwulan(triwulan, "iku-3")

    _urut(teks, capaian, f"= {persen}")
    assert f"{kumulatif} " in teks


def test_pengaduan_setahun_bukan_rata_rata_triwulan() -> None:
    """69/80 = 86,25 of 90 = 95,83 %; "Mengapa?" alone tells of the mean (91,67, 101,85 %)."""
    _urut(_setahun("iku-3"), " 90,00 69/80 95,83 ")
    publik = _janji("iku-3")
    _urut(publik, "Hasil 69/80 Capaian 95,83% Belum ditepati", "Sebabnya: Sebelas kasus terlambat")
    laporan = _pdf(LAPORAN)
    assert "90,00% 86,25% (69/80) 95,83% belum tercapai" in laporan
    assert "101,85" not in laporan
    setahun = CapaianMutakhir.objects.get(
        unit__slug="kecamatan-baros", indikator__kode="iku-3", tahun=2026, periode__jenis="tahun"
    )
    mengapa = _teks(_html(f"{TAHUN}mengapa/{setahun.snapshot.uuid}/"))
    _urut(
        mengapa,
        "(100,00 + 83,33 + 83,33 + 100,00) ÷ 4 = 91,67: itu keliru",
        "yang benar 69/80 = 86,25",
        "capaian 101,85%, tampak tercapai; yang benar 95,83%, belum tercapai",
    )


# 11/32 = 34,375; / 35 = 98,21 %
def test_usulan_musrenbang() -> None:
    _urut(_sel_triwulan(4, "iku-4"), " 35,00 ", " 11/32 98,21%", "= 34,38%")
    _urut(_setahun("iku-4"), " 35,00 11/32 98,21 ")
    assert "35,00% 34,38% (11/32) 98,21% belum tercapai" in _pdf(LAPORAN)


# 70,00 / 72,00 = 97,22 %
def test_nilai_akip() -> None:
    _urut(_sel_triwulan(2, "iku-5"), " 72,00 ", " 70,00 97,22%")
    _urut(_setahun("iku-5"), " 72,00 70,00 97,22 ")
    laporan = _pdf(LAPORAN)
    assert f"{NAMA['iku-5']} 72,00 nilai 70,00 nilai 97,22% belum tercapai" in laporan


# 0,5 × 84,13976 + 0,3 × 78,57143 + 0,2 × 86,25 = 82,89131; / 83,32 = 99,49 %
def test_indeks_kinerja_wilayah() -> None:
    _urut(_sel_triwulan(4, "ikw"), " 83,32 ", " 82,89 99,49%")
    _urut(_setahun("ikw"), " 83,32 82,89 99,49 ")
    assert f"{NAMA['ikw']} 83,32 nilai 82,89 nilai 99,49% belum tercapai" in _pdf(LAPORAN)


# (100,7662 + 100 + 95,8333 + 98,2143 + 97,2222) / 5 = 98,4072; IKU-1 and IKU-2 are met
def test_rata_rata_selalu_di_samping_2_dari_5() -> None:
    kaki = _baris(TAHUN, r"<tfoot>.*?</tfoot>")
    assert kaki.startswith("2 dari 5 IKU tercapai, rata-rata capaiannya 98,41")
    assert "2 dari 5 indikator kinerja utama mencapai target, rata-rata capaiannya 98,41%." in _pdf(
        LAPORAN
    )
    publik = _teks(_html("/36.04/kecamatan-baros/2026/", None))
    assert "Kecamatan Baros menepati 2 dari 5 janji 2026; ini sebabnya" in publik


# Points of PermenPANRB 88/2021 (AA 100, A 90, BB 80, B 70, CC 60) times the weights 6 9 15, 6 9 15,
# 3 4,5 7,5, 5 7,5 12,5, added up by komponen.
@pytest.mark.parametrize(
    ("tahun", "jawaban", "komponen", "nilai"),
    [
        # 4,80+6,30+10,50 · 4,80+6,30+9,00 · 2,40+3,15+4,50 · 4,00+4,50+7,50
        (2024, "BB B B BB B CC BB B CC BB CC CC", "21,60 20,10 10,05 16,00", "67,75 B"),
        # 4,80+6,30+10,50 · 4,80+6,30+10,50 · 2,40+3,15+4,50 · 4,00+5,25+7,50
        (2025, "BB B B BB B B BB B CC BB B CC", "21,60 21,60 10,05 16,75", "70,00 B"),
        # 5,40+7,20+10,50 · 4,80+7,20+10,50 · 2,40+3,60+5,25 · 4,00+5,25+10,00
        (2026, "A BB B BB BB B BB BB B BB B BB", "23,10 22,50 11,25 19,25", "76,10 BB"),
    ],
)
def test_hasil_evaluasi(tahun: int, jawaban: str, komponen: str, nilai: str) -> None:
    html = _html(f"{KERJA.format(tahun)}evaluasi/")
    panel = re.findall(r'<td data-label="panel">(.*?)</td>', html, re.DOTALL)
    assert [_teks(sel) for sel in panel] == [*jawaban.split(), nilai]

    lhe = _html(f"{KERJA.format(tahun)}evaluasi/lhe/")
    angka = re.findall(r'<td class="n" data-label="Nilai">(.*?)</td>', lhe)
    assert [_teks(sel) for sel in angka] == [*komponen.split(), nilai]

    angka_saja, predikat = nilai.split()
    pdf = _pdf(f"Laporan Hasil Evaluasi AKIP Kecamatan Baros Tahun {tahun}")
    assert f"memperoleh nilai sebesar {angka_saja} atau {predikat} (" in pdf
    _urut(pdf, *(f"{satu} " for satu in komponen.split()), "Nilai hasil evaluasi 100,00", nilai[:5])


MANDIRI = "A A BB A BB BB A BB BB BB BB BB"


# A A BB · A BB BB · A BB BB · BB BB BB: 5,40+8,10+12,00 · 5,40+7,20+12,00 · 2,70+3,60+6,00 · 20,00
def test_evaluasi_mandiri() -> None:
    html = _html(f"{KERJA.format(2025)}evaluasi/")
    sel = re.findall(r'<td data-label="evaluasi mandiri">(.*?)</td>', html, re.DOTALL)
    assert [_teks(s) for s in sel] == [*MANDIRI.split(), "82,40 A"]

    mengapa = _teks(_html(f"{KERJA.format(2025)}evaluasi/mengapa/mandiri/"))
    assert "25,50 + 24,60 + 12,30 + 20,00 = 82,40" in mengapa


def test_70_00_masih_b_dan_jalan_terpendeknya() -> None:
    """3.b weighs 4,5: from B (70) to BB (80) adds 0,45, the smallest step there is."""
    teks = _teks(_html(f"{KERJA.format(2025)}evaluasi/"))

    assert "70,00 masih B; BB dimulai di atas 70,00." in teks
    assert "Satu kenaikan cukup, mis. 3.b B→BB (+0,45)" in teks


# 2.318,00 + 150,66 + 109,74 + 22,80 + 14,40 + 56,84 = 2.672,44 of 2.770 juta = 96,48 %
def test_serapan() -> None:
    serapan = _baris(
        f"{TAHUN}anggaran/", r'<div[^>]*>(?:(?!<div).)*?<table[^>]*id="serapan".*?</table>'
    )
    _urut(
        serapan,
        *("2.318.000.000", "150.660.000", "109.740.000", "22.800.000", "14.400.000", "56.840.000"),
        "Jumlah 2.770.000.000 2.672.440.000 96,48%",
    )
    laporan = _pdf(LAPORAN)
    assert "Jumlah 2.770.000.000 2.672.440.000 96,48" in laporan
    assert "Serapan anggaran seluruhnya 96,48%." in laporan


LAPORAN = "Laporan Kinerja Kecamatan Baros Tahun 2026"
JANJI = [
    f"{NAMA['iku-1']} 83,50 nilai",
    f"{NAMA['iku-2']} 11/14",
    f"{NAMA['iku-3']} 90,00%",
    f"{NAMA['iku-4']} 35,00%",
    f"{NAMA['iku-5']} 72,00 nilai",
]


# murni 2.410 + 186 + 118 + 24 + 16 + 46 = 2.800; perubahan 2.392 + 162 + 118 + 24 + 16 + 58 = 2.770
@pytest.mark.parametrize(
    ("judul", "jumlah", "nomor"),
    [
        ("Perjanjian Kinerja Tahun 2026 Kecamatan Baros", "2.800.000.000", 1),
        ("Perubahan Perjanjian Kinerja Tahun 2026 Kecamatan Baros", "2.770.000.000", 2),
    ],
)
def test_janji_sama_pada_kedua_perjanjian_dan_uangnya_menurut_anggaran(
    judul: str, jumlah: str, nomor: int
) -> None:
    pdf = _pdf(judul)
    layar = _teks(_html(f"{TAHUN}perjanjian/{nomor}/"))

    _urut(pdf, *JANJI, f"Jumlah {jumlah}")
    _urut(layar, "83,50 nilai", "11/14", "90,00 %", "35,00 %", "72,00 nilai", jumlah)


def test_setiap_dokumen_terbit_baros_diperiksa_di_sini() -> None:
    """A document that is issued on top of these needs its numbers looked at too."""
    jenis = DokumenTerbit.objects.filter(unit__slug="kecamatan-baros").values_list(
        "jenis", flat=True
    )

    assert sorted(jenis) == sorted(
        2 * [JenisTerbit.PERJANJIAN]
        + 3 * [JenisTerbit.LAPORAN]
        + 3 * [JenisTerbit.LHE]
        + [JenisTerbit.SERAH_TERIMA]
    )


def test_laporan_2024_hanya_memuat_pengaduan() -> None:
    # 81 / 80 = 101,25 %
    assert "80,00% 81,00% 101,25%" in _pdf("Laporan Kinerja Kecamatan Baros Tahun 2024")


def test_serah_terima_31_agustus_memuat_kedudukan_hari_itu() -> None:
    """Half a year; budget 2.800 million before the change."""
    kata = _pdf("Berita Acara Serah Terima Kinerja Camat Baros")
    assert "Wawan Contoh" in kata
    assert "Plt. Camat Baros" in kata
    _urut(
        kata,
        # 83,41667 / 83,50 = 99,90 %
        f"{NAMA['iku-1']} 83,50 nilai 83,42 nilai 99,90% angka sementara",
        # 13/14 = 92,857…; 11/14 = 78,571…; 13/11 = 118,18 %
        f"{NAMA['iku-2']} 78,57% (11/14) 92,86% (13/14) 118,18% angka sementara",
        # 31/36 = 86,11; / 90 = 95,68 %
        f"{NAMA['iku-3']} 90,00% 86,11% (31/36) 95,68% angka sementara",
        # Musrenbang is measured at the end of the year.
        f"{NAMA['iku-4']} 35,00% belum ada data belum ada data belum waktunya",
        # 70,00 / 72,00 = 97,22 %; an evaluation comes once a year.
        f"{NAMA['iku-5']} 72,00 nilai 70,00 nilai 97,22%",
    )
    assert "2.800.000.000" in kata
