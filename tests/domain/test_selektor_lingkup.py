"""Every read asks for a Lingkup, or says here why it needs none."""

import importlib
import inspect
from collections.abc import Callable
from pathlib import Path
from typing import Any

import sakip
from sakip.bersama.izin import Lingkup

SAKIP = Path(sakip.__file__ or "").parent
MODUL = sorted(
    ".".join(("sakip", *berkas.relative_to(SAKIP).with_suffix("").parts)).removesuffix(".__init__")
    for pola in ("*/selectors.py", "*/selectors/*.py")
    for berkas in SAKIP.glob(pola)
)
# Reads without a Lingkup, each with its reason.
TANPA_LINGKUP = {
    "organisasi.pendahulu_tunggal": "part of a query, not a read",
    "perencanaan.dokumen_tahun": "documents of units that the caller was given",
    "perencanaan.serapan_usulan": "no read: counts what daftar_usulan gave",
    "organisasi.instansi_menurut_kode": "which government: before there is a Lingkup",
    "organisasi.tanggal_di": "no read: the day in a zone",
    "organisasi.lingkup_pengguna": "makes the Lingkup",
    "organisasi.masuk_instansi": "makes the Lingkup",
    "organisasi.susun_masuk": "makes the Lingkup",
    "kabar.masuk_berkabar": "makes the Lingkup",
    "kabar.jendela_unit": "takes units that the caller was given",
    "kabar.jam_hening": "no read: hours of preferences that the caller was given",
    "kabar.setempat": "no read: a moment in a zone",
    "kabar.libur_sekitar": "the calendar, the same for all",
    "kabar.penerima_ringkasan": "for the worker; the service looks at each person's reach",
    "kabar.surat_menunggu": "for the worker",
    "kabar.antaran_menunggu": "for the worker",
    "kabar.webhook_aktif": "for the worker",
    **dict.fromkeys(
        ("kabar.tugas", "kabar.kembali", "kabar.terkunci", "kabar.jendela", "kabar.perpanjangan"),
        "a source of daftar_kabar: takes a reader with his Lingkup",
    ),
    "kabar.pesan": "a source of daftar_kabar: takes a reader with his Lingkup",
    "organisasi.lingkup_pelaku": "makes the Lingkup",
    "organisasi.daftar_instansi": "the caller's own governments",
    "organisasi.pelaku_sistem": "the program's own account",
    "organisasi.pelaku_menurut_nama": "for the command line, where the operator is the author",
    "organisasi.kebijakan_berlaku": "a policy is public and asked for by services",
    "organisasi.periode": "the calendar, the same for all",
    "organisasi.letak_petak": "no read: where units that the caller was given lie to each other",
    "pengukuran.periode_terhitung": "no read: picks from what ringkasan_tahun gave",
    "pengukuran.kartu_prioritas": "no read: sorts what angka_indikator gave",
    "pengukuran.kategori_rata": "no read: judges a summary that the caller was given",
    "pengukuran.unit_lengkap": "no read: judges a summary that the caller was given",
    "pengukuran.kelompok_pos": "no read: picks from what telusur_unit gave",
    "pengukuran.proyeksi_banyak": "periods of indicators that the caller was given",
    "pengukuran.dari_kolom": "no read: a row as columns give it",
    "pengukuran.ringkas": "no read: a summary as its row gives it",
    "organisasi.nomor_unit": "takes a unit that the caller was given; gives a counter",
    "organisasi.nomor_data_instansi": "for the demo's loader; gives a counter",
    "organisasi.punya_peran": "for the demo's loader, before it gives a peran",
    "organisasi.pernah_ditugaskan": "for the demo's loader",
    "organisasi.hari_libur": "the calendar, the same for all",
    "organisasi.jendela": "asked for by services and boards; gives days",
    "organisasi.pemegang_peran": "for four eyes, asked for by services",
    "organisasi.pengganti": "for four eyes, asked for by services",
    "organisasi.pejabat_pemimpin": "who signs for a unit, asked for by services",
    "organisasi.jabatan_pengguna": "the posts of an account, asked for by services",
    "organisasi.daftar_instansi_publik": "public: that a government is there",
    "organisasi.daftar_unit_publik": "public: how units are called",
    "organisasi.unit_publik": "public: how a unit is called",
    "beranda.jumlah_stasiun": "no read: stations of many units as one line",
    "beranda.tahun_publik": "public by state: signed promises, approved figures",
    "beranda.tahun_terisi": "public by state: in which years there are such",
    "beranda.hasil_luar_publik": "public: results that others published",
    "beranda.susun_seri": "no read: sorts results for a page",
    "beranda.susun_bahan": "no read: sorts what jejak_tahun gave",
    "perencanaan.hari_terlambat": "no read: counts days of a row that the caller was given",
    "perencanaan.jawaban_lintas": "the nodes of versions that the caller was given",
    "perencanaan.jawaban_tahun": "no read: counts what jawaban_lintas gave",
    "perencanaan.tahap_unit": "no read: the order of law for a kind of unit",
    "perencanaan.tanpa_reviu": "no read: judges reviews that the caller was given",
    "perencanaan.susun_matriks": "no read: sorts what matriks_crosscutting read",
    "perencanaan.isi_versi": "the rows of versions that the caller was given",
    "perencanaan.periksa_isi": "no read: judges such rows",
    "perencanaan.pohon_pemda": "takes a map that was cut to the caller's reach",
    "perencanaan.pohon_utuh": "takes a map that was cut to the caller's reach",
    "perencanaan.pohon_lepas": "takes a map that was cut to the caller's reach",
    "perencanaan.cabang": "takes a map that was cut to the caller's reach",
    "perencanaan.letak_simpul": "takes a map that was cut to the caller's reach",
    "perencanaan.nama_simpul": "takes a map that was cut to the caller's reach",
    "perencanaan.cari_simpul": "takes a map that was cut to the caller's reach",
    "pelaporan.nilai_teks": "no read: a figure as documents print it",
    "pelaporan.nilai_target": "no read: a target as documents print it",
    "pelaporan.satuan_nilai": "no read: chooses among given words",
    "pelaporan.batas": "the law's day for a unit that the caller was given",
    "pelaporan.konteks_ajukan": "for the conditions of a service",
    "pelaporan.tahun_lalu": "takes a report that the caller was given",
    "manfaat.program_instansi": "what was learnt is told to everybody",
    "manfaat.inovasi_publik": "public: what was tried, and its approved effect",
    "arsip.url_bukti": "for the worker that looks at links; gives an address",
    "arsip.simpan_sampai": "no read: a day, from evidence that the caller was given",
    "pengukuran.bukti_terbaca": "part of a query, not a read",
    "arsip.dokumen_publik": "the public check: anybody who holds the paper may ask",
    "arsip.dokumen_bersidik": "the public check: anybody who holds the file may ask",
    "arsip.pindaian_bersidik": "the public check: anybody who holds the scan may ask",
    "impor.daftar_baris": "takes a batch that the caller was given",
    "impor.riwayat": "takes a batch that the caller was given",
    "perencanaan.jumlah_anggaran": "no read: adds lines that the caller was given",
    "perencanaan.polos_pola": "no read: a text as a pattern takes it",
    "perencanaan.versi_berpohon": "takes units that the caller was given",
    "pelaporan.program_anggaran": "takes a unit that the caller was given",
    "pelaporan.serapan_bersama": "no read: adds programmes that the caller was given",
    "pengukuran.ringkasan_iku": "no read: sums up rows that the caller was given",
    "pengukuran.rencana_berlaku": "takes a unit that the caller was given",
    "pengukuran.terkunci_sesudah_tutup": "a policy is public and asked for by services",
    "pengukuran.hari_terlambat": "no read: counts days",
    "pengukuran.jumlahkan": "no read: adds summaries",
    "pengukuran.baca_setahun": "takes a unit that the caller was given",
    "pengukuran.kategori_pilahan": "asked for by a service; takes a unit it checked",
    "pengukuran.pilahan_janggal": "takes a unit's year that the caller was given",
    "pengukuran.tahun_ada": "no read: the calendar, the same for all",
    "pengukuran.pilih_periode": "no read: chooses among given periods",
    "pengukuran.wording": "takes a snapshot that the caller was given",
    "evaluasi.nilai_lhe_terbit": "the realisasi of an indicator, asked for where it is measured",
    "pengukuran.pelaku_lembar": "for four eyes, asked for by services",
    "pengukuran.tagihan_arahan": "takes a sheet that the caller was given",
    "pengukuran.triwulan_tahun": "the calendar, the same for all",
    "pengukuran.syarat_lembar": "takes a unit's year that the caller was given",
    "pengukuran.pelaku_banyak": "for four eyes over sheets that the caller was given",
    "pengukuran.baca_catatan": "beside a sheet that the caller was given",
    "pengukuran.baca_deret": "takes a unit's year that the caller was given",
    "pengukuran.sebut": "no read: names a period",
    "pengukuran.angka_lembar": "no read: figures of a year and a sheet that were given",
    "pengukuran.sidik_angka": "no read: a fingerprint of a figure",
    "pengukuran.bukti_sah": "no read: judges evidence that was given",
    "pengukuran.susun_mutu": "no read: judges what was read of a sheet",
    "pengukuran.syarat_mutu": "no read: conditions from such a judgement",
    "pengukuran.lampu_lembar": "no read: lights of a sheet that the caller was given",
    "pengukuran.utang_pengampu": "no read: counts rows of such a sheet",
    "pengukuran.kategori_snapshot": "takes a snapshot that the caller was given",
    "perjanjian.target_berlaku": "asked for by services of measurement; takes a unit they checked",
    "perjanjian.perjanjian_berlaku": "asked for by services; takes a unit they checked",
    "perjanjian.renja_berlaku": "asked for by services; takes a unit they checked",
    "perjanjian.target_tahunan": "asked for by services; takes a unit they checked",
    "perjanjian.anggaran_berlaku": "asked for by services; takes a unit they checked",
    "perjanjian.pemakai_anggaran": "asked for by a service before it withdraws budgets",
    "perjanjian.program_anggaran": "takes a budget document that the caller was given",
    "perjanjian.tenggat_perjanjian": "a day, from a budget document that the caller was given",
    "perjanjian.hari_terlambat": "a number of days, from an agreement the caller was given",
    "perjanjian.pelaku_aksi": "for four eyes, asked for by services",
    "perjanjian.pemegang_pimpinan": "for four eyes, asked for by services",
    "perjanjian.periode_menurut_frekuensi": "the calendar, the same for all",
    "perjanjian.sebut_periode": "no read: names a period",
    "perjanjian.wording_rencana": "asked for by services; takes a plan and a unit they checked",
    "perjanjian.satuan_target": "no read: chooses among given words",
}


def _selektor() -> dict[str, Callable[..., Any]]:
    return {
        f"{nama.split('.')[1]}.{fungsi.__name__}": fungsi
        for nama in MODUL
        for _n, fungsi in inspect.getmembers(importlib.import_module(nama), inspect.isfunction)
        if fungsi.__module__ == nama and not fungsi.__name__.startswith("_")
    }


def _meminta_lingkup(fungsi: Callable[..., Any]) -> bool:
    pertama = next(iter(inspect.signature(fungsi).parameters.values()), None)
    return pertama is not None and pertama.annotation is Lingkup


def test_setiap_selektor_meminta_lingkup() -> None:
    tanpa = {nama for nama, f in _selektor().items() if not _meminta_lingkup(f)}

    assert tanpa == set(TANPA_LINGKUP)
