"""Section trees: compared whole with goldens; every part is there, and what is missing is named.

A golden is written anew with ``SAKIP_TULIS_GOLDEN=1``; read the difference before you keep it.
"""

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from dokumen import bahan_uji
from sakip.dokumen.analisis import PENGISI
from sakip.dokumen.bahan import BahanLaporan, PernyataanReviu
from sakip.dokumen.kaidah import LAPORAN, Keharusan, TingkatDokumen, susunan
from sakip.dokumen.laporan import pohon_laporan, ringkasan_capaian
from sakip.dokumen.lhe import pohon_lhe, rangkai
from sakip.dokumen.perjanjian import pohon_perjanjian
from sakip.dokumen.pohon import (
    Bagian,
    Catatan,
    Daftar,
    Dokumen,
    Grafik,
    Paragraf,
    Sel,
    Tabel,
    TandaTangan,
    narasi,
    telusuri,
)
from sakip.dokumen.serah_terima import pohon_serah_terima

GOLDEN = Path(__file__).parent / "golden"
POHON: dict[str, Callable[[], Dokumen]] = {
    "perjanjian": lambda: pohon_perjanjian(bahan_uji.perjanjian()),
    "perjanjian_bupati": lambda: pohon_perjanjian(bahan_uji.perjanjian_bupati()),
    "laporan": lambda: pohon_laporan(bahan_uji.laporan()),
    "lhe": lambda: pohon_lhe(bahan_uji.lhe()),
    "serah_terima": lambda: pohon_serah_terima(bahan_uji.serah_terima()),
}


def _catatan(pohon: Dokumen) -> list[str]:
    return [s.teks for s in telusuri(pohon.isi) if isinstance(s, Catatan)]


def _bagian(pohon: Dokumen) -> dict[str, Bagian]:
    return {s.kode: s for s in telusuri(pohon.isi) if isinstance(s, Bagian)}


def _tabel(pohon: Dokumen) -> list[Tabel]:
    return [s for s in telusuri(pohon.isi) if isinstance(s, Tabel)]


@pytest.mark.parametrize("nama", POHON)
def test_pohon_sama_dengan_golden(nama: str) -> None:
    berkas = GOLDEN / f"{nama}.json"
    data = POHON[nama]().ke_data()
    if os.environ.get("SAKIP_TULIS_GOLDEN"):
        berkas.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")

    assert data == json.loads(berkas.read_text(encoding="utf-8"))


def test_tanda_tangan_kiri_pihak_kedua_kanan_pihak_pertama() -> None:
    pohon = pohon_perjanjian(bahan_uji.perjanjian())

    tanda = [s for s in telusuri(pohon.isi) if isinstance(s, TandaTangan)]

    assert len(tanda) == 2, "under the statement and under the annex"
    assert {tuple((p.sebagai, p.nama) for p in t.kolom) for t in tanda} == {
        (("Pihak Kedua,", "Rahmi Contoh"), ("Pihak Pertama,", "Wawan Contoh"))
    }


def test_perjanjian_bupati_ditandatangani_sendiri_dan_tanpa_keterangan() -> None:
    pohon = pohon_perjanjian(bahan_uji.perjanjian_bupati())

    (tanda, *_) = [s for s in telusuri(pohon.isi) if isinstance(s, TandaTangan)]

    assert [p.nama for p in tanda.kolom] == ["Rahmi Contoh"]
    assert [k.judul for k in _tabel(pohon)[1].kolom] == ["No", "Program", "Anggaran (Rp)"]


def test_jumlah_anggaran_perjanjian_2_800_juta() -> None:
    # 2.410 + 186 + 118 + 24 + 16 + 46 = 2.800 juta
    pohon = pohon_perjanjian(bahan_uji.perjanjian())

    assert [s.teks for s in _tabel(pohon)[1].kaki[0]] == ["Jumlah", "2.800.000.000", ""]


def test_perubahan_menyebut_alasan_dan_judulnya() -> None:
    bahan = replace(
        bahan_uji.perjanjian(), perubahan_ke=1, alasan_perubahan="pergeseran anggaran dalam DPPA"
    )

    pohon = pohon_perjanjian(bahan)

    assert pohon.judul == "Perubahan Perjanjian Kinerja Tahun 2026 Kecamatan Baros"
    paragraf = [s.teks for s in telusuri(pohon.isi) if isinstance(s, Paragraf)]
    assert (
        "Perjanjian ini mengubah perjanjian sebelumnya karena pergeseran anggaran dalam DPPA."
        in paragraf
    )


def test_perjanjian_tanpa_sasaran_dan_program_menyebut_keduanya() -> None:
    pohon = pohon_perjanjian(replace(bahan_uji.perjanjian(), sasaran=(), program=()))

    assert _catatan(pohon) == [
        "Belum ada data: sasaran, indikator dan target.",
        "Belum ada data: program dan anggaran.",
    ]


def test_setiap_bagian_susunan_ada_dalam_laporan() -> None:
    pedoman = susunan(LAPORAN, date(2027, 2, 26)).untuk(TingkatDokumen.PERANGKAT_DAERAH)

    ada = _bagian(pohon_laporan(bahan_uji.laporan()))

    assert [b.kode for b in pedoman.bagian if b.kode not in {"sampul", *ada}] == []


def test_setiap_analisis_punya_pengisi() -> None:
    pedoman = susunan(LAPORAN, date(2027, 2, 26))

    assert set(PENGISI) == {a.kode for a in pedoman.analisis}


@pytest.mark.parametrize("nomor", [1, 2, 3, 4])
def test_setiap_sasaran_memuat_tujuh_analisis(nomor: int) -> None:
    bagian = _bagian(pohon_laporan(bahan_uji.laporan()))

    anak = [k for k in bagian if k.startswith(f"bab_3.capaian.sasaran_{nomor}.")]

    assert [bagian[k].nomor for k in anak] == ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"]


def test_yang_belum_ada_disebut_satu_per_satu() -> None:
    catatan = _catatan(pohon_laporan(bahan_uji.laporan()))

    assert "Belum ada data: aspek strategis." in catatan
    assert "Belum ada data: langkah ke depan." in catatan
    assert catatan.count("Belum ada data: efisiensi penggunaan sumber daya.") == 2


def test_laporan_kosong_menyebut_semua_yang_wajib_dan_tidak_mengarang() -> None:
    lengkap = bahan_uji.laporan()
    kosong = BahanLaporan(kepala=lengkap.kepala, penandatangan=lengkap.penandatangan, sasaran=())
    pedoman = susunan(LAPORAN, date(2027, 2, 26)).untuk(TingkatDokumen.PERANGKAT_DAERAH)
    daun = [
        b
        for b in pedoman.bagian
        if not pedoman.anak(b.kode) and b.keharusan is not Keharusan.BILA_ADA and b.kode != "sampul"
    ]

    pohon = pohon_laporan(kosong)

    assert _catatan(pohon) == [f"Belum ada data: {b.judul[0].lower()}{b.judul[1:]}." for b in daun]
    assert [s for s in telusuri(pohon.isi) if isinstance(s, Paragraf | Tabel | Grafik)] == []


def test_penyebab_yang_hilang_di_bawah_target_disebut() -> None:
    bahan = bahan_uji.laporan()
    ketertiban = bahan.sasaran[2]
    tanpa = replace(ketertiban, indikator=(replace(ketertiban.indikator[0], penyebab=""),))

    catatan = _catatan(pohon_laporan(replace(bahan, sasaran=(tanpa,))))

    assert any(c.startswith("Belum ada data: penyebab pada Persentase pengaduan") for c in catatan)


def test_dua_dari_lima_indikator_dan_dua_belum_dinilai() -> None:
    assert (
        ringkasan_capaian(bahan_uji.laporan())
        == "2 dari 5 indikator mencapai target; 2 belum dapat dinilai."
    )


def test_serapan_96_48_dan_jumlah_anggaran() -> None:
    # 2.318,00 + 150,66 + 109,74 + 22,80 + 14,40 + 56,84 = 2.672,44 dari 2.770 juta
    tabel = next(
        s
        for s in _bagian(pohon_laporan(bahan_uji.laporan()))["bab_3.anggaran"].isi
        if isinstance(s, Tabel)
    )

    assert [s.teks for s in tabel.kaki[0]] == ["Jumlah", "2.770.000.000", "2.672.440.000", "96,48"]


def test_jumlah_realisasi_tidak_ada_bila_satu_belum_ada() -> None:
    bahan = bahan_uji.laporan()
    sebagian = (*bahan.anggaran[:-1], replace(bahan.anggaran[-1], realisasi=None, serapan=None))

    tabel = next(
        s
        for s in _bagian(pohon_laporan(replace(bahan, anggaran=sebagian)))["bab_3.anggaran"].isi
        if isinstance(s, Tabel)
    )

    assert tabel.kaki[0][2] == Sel("belum ada data", tiada=True)


def test_batang_target_dan_realisasi_pada_satu_sumbu() -> None:
    # Sumbu 1,1 × 84,13976 = 92,553736: realisasi 909, target 83,50/92,553736 = 902 perseribu.
    bagian = _bagian(pohon_laporan(bahan_uji.laporan()))["bab_3.capaian.sasaran_1.target_realisasi"]

    grafik = next(s for s in bagian.isi if isinstance(s, Grafik))

    assert (grafik.batang[0].panjang, grafik.batang[0].tanda) == (909, 902)
    assert "84,14\u00a0indeks dari 83,50\u00a0indeks" in grafik.uraian


def test_grafik_menyebut_yang_tidak_punya_angka() -> None:
    bagian = _bagian(pohon_laporan(bahan_uji.laporan()))["bab_3.capaian"]

    grafik = next(s for s in bagian.isi if isinstance(s, Grafik))

    assert [b.panjang is None for b in grafik.batang] == [False, False, True, False, True]
    assert "Persentase desa tertib administrasi: menunggu verifikasi." in grafik.uraian


def test_laporan_pemda_memuat_pernyataan_reviu_sebelum_bab_satu() -> None:
    bahan = replace(
        bahan_uji.laporan(),
        pemerintah_daerah=True,
        reviu=PernyataanReviu(tanggal=date(2027, 3, 17), penandatangan=bahan_uji.INSPEKTUR),
    )

    kode = list(_bagian(pohon_laporan(bahan)))

    assert kode.index("pernyataan_reviu") < kode.index("bab_1")
    assert "pernyataan_reviu" not in _bagian(pohon_laporan(bahan_uji.laporan()))


def test_lhe_memuat_nilai_70_00_b_dan_tahun_lalu() -> None:
    pohon = pohon_lhe(bahan_uji.lhe())

    (nilai, *_) = _tabel(pohon)

    assert [[s.teks for s in b] for b in nilai.kaki] == [
        ["Nilai hasil evaluasi", "100,00", "67,75", "70,00"],
        ["Predikat", "B", "B"],
    ]
    kalimat = [s.teks for s in telusuri(pohon.isi) if isinstance(s, Paragraf)]
    assert any("memperoleh nilai sebesar 70,00 atau B (Baik)" in satu for satu in kalimat)


def test_lhe_menyebut_lima_tujuan() -> None:
    tujuan = _bagian(pohon_lhe(bahan_uji.lhe()))["tujuan"]

    (daftar,) = [s for s in tujuan.isi if isinstance(s, Daftar)]

    assert len(daftar.butir) == 5


def test_nomor_bagian_lhe_berurutan_tanpa_tindak_lanjut() -> None:
    pohon = pohon_lhe(replace(bahan_uji.lhe(), tindak_lanjut=()))

    assert [b.nomor for b in _bagian(pohon).values()] == ["1.", "2.", "3.", "4.", "5."]


def test_lhe_tanpa_nilai_tahun_lalu_mengatakannya() -> None:
    bahan = bahan_uji.lhe()
    baru = tuple(replace(k, nilai_lalu=None) for k in bahan.komponen)

    tabel = _tabel(pohon_lhe(replace(bahan, komponen=baru, nilai_lalu=None, predikat_lalu="")))[0]

    assert {b[3] for b in tabel.baris} == {Sel("belum ada data", tiada=True)}


def test_serah_terima_tanpa_rekomendasi_terbuka_berbeda_dari_belum_ada_data() -> None:
    bahan = replace(bahan_uji.serah_terima(), rekomendasi=())

    belum = _catatan(pohon_serah_terima(bahan))
    nihil = _catatan(pohon_serah_terima(replace(bahan, tanpa_rekomendasi=True)))

    assert (belum, nihil) == (["Belum ada data: rekomendasi yang masih terbuka."], [])


def test_sisa_anggaran_serah_terima() -> None:
    # (162 − 150,66) + (58 − 56,84) = 11,34 + 1,16 = 12,50 juta
    tabel = _tabel(pohon_serah_terima(bahan_uji.serah_terima()))[2]

    assert tabel.kaki[0][3].teks == "12.500.000"


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("", ()),
        ("Satu.\nMasih satu.", (Paragraf("Satu. Masih satu."),)),
        ("Satu.\n\nDua.", (Paragraf("Satu."), Paragraf("Dua."))),
        ("- a\n- b", (Daftar(("a", "b")),)),
        ("Daftar:\n1. a\n2) b", (Paragraf("Daftar:"), Daftar(("a", "b"), bernomor=True))),
        ("- a\nbukan butir", (Paragraf("- a bukan butir"),)),
        ("2026 adalah tahun.", (Paragraf("2026 adalah tahun."),)),
    ],
)
def test_narasi_menjadi_paragraf_dan_daftar(teks: str, hasil: tuple[object, ...]) -> None:
    assert narasi(teks) == hasil


@pytest.mark.parametrize(
    ("butir", "hasil"),
    [((), ""), (("a",), "a"), (("a", "b"), "a dan b"), (("a", "b", "c"), "a, b, dan c")],
)
def test_rangkai(butir: tuple[str, ...], hasil: str) -> None:
    assert rangkai(butir) == hasil


def test_capaian_negatif_tidak_keluar_dari_grafik() -> None:
    bahan = bahan_uji.laporan()
    satu = bahan.sasaran[2]
    buruk = replace(satu, indikator=(replace(satu.indikator[0], capaian=Decimal("-16.67")),))

    pohon = pohon_laporan(replace(bahan, sasaran=(buruk,)))

    grafik = next(s for s in _bagian(pohon)["bab_3.capaian"].isi if isinstance(s, Grafik))
    assert (grafik.batang[0].panjang, grafik.batang[0].teks) == (0, "-16,67%")
