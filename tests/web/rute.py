"""Every address of the staff interface: whose leave it asks, where, and what a yes looks like."""

import rute_bukti
import rute_dokumen
import rute_dokumen_rencana
import rute_evaluasi
import rute_impor
import rute_jadwal
import rute_kabar
import rute_kisi
import rute_laporan
import rute_lintas
import rute_mutu
import rute_papan
import rute_pengukuran
import rute_perjanjian
import rute_pimpinan
import rute_rencana
import rute_sebab
import rute_susunan
import rute_usulan
from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from sakip.bersama.izin import Tindakan

_I, _U, _M = Tempatnya.INSTANSI, Tempatnya.UNIT, Tempatnya.MILIK
# Pages that only show something answer a POST like a GET: nothing in them looks at the method.
RUTE: dict[str, Rute] = {
    "beranda_instansi": Rute(
        lambda t: alamat("beranda_instansi", t.kode), Tindakan.LIHAT_KINERJA, _I, 200, 200
    ),
    "organisasi": Rute(
        lambda t: alamat("organisasi", t.kode), Tindakan.LIHAT_ORGANISASI, _I, 200, 200
    ),
    "unit": Rute(lambda t: alamat("unit", t.kode, t.slug), Tindakan.LIHAT_ORGANISASI, _U, 200, 200),
    "tugaskan": Rute(
        lambda t: alamat("tugaskan", t.kode, t.slug, t.jabatan),
        Tindakan.TUGASKAN_PEJABAT,
        _U,
        302,
        302,
        lambda t: {
            "pegawai": t.pegawai,
            "sifat": "definitif",
            "mulai": "2026-01-01",
            "selesai": "",
            "dasar": "SK 1/2026",
        },
    ),
    "akhiri": Rute(
        lambda t: alamat("akhiri", t.kode, t.slug, t.penugasan),
        Tindakan.TUGASKAN_PEJABAT,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "selesai": "2026-12-31"},
    ),
    # The holding there goes on: who may is told that nothing is to be handed over.
    "serah_terima": Rute(
        lambda t: alamat("serah_terima", t.kode, t.slug, t.penugasan),
        Tindakan.TERBITKAN_SERAH_TERIMA,
        _U,
        None,
        409,
    ),
    "hasil_evaluasi": Rute(
        lambda t: alamat("hasil_evaluasi", t.kode), Tindakan.LIHAT_HASIL_EVALUASI, _I, 200, 200
    ),
    "hitung_lke": Rute(lambda t: alamat("hitung_lke", t.kode), Tindakan.HITUNG_LKE, _I, 200, 422),
    "hitung_lke_lembar": Rute(
        lambda t: alamat("hitung_lke_lembar", t.kode, "12-2015"), Tindakan.HITUNG_LKE, _I, 200, 422
    ),
    "daftar_impor": Rute(
        lambda t: alamat("daftar_impor", t.kode), Tindakan.LIHAT_IMPOR, _I, 200, 200
    ),
    "unggah_impor": Rute(
        lambda t: alamat("unggah_impor", t.kode), Tindakan.LIHAT_IMPOR, _I, 302, 422
    ),
    "templat_impor": Rute(
        lambda t: alamat("templat_impor", t.kode), Tindakan.LIHAT_IMPOR, _I, 200, 200
    ),
    "impor": Rute(
        lambda t: alamat("impor", t.kode, t.pratinjau),
        Tindakan.LIHAT_IMPOR,
        _M,
        200,
        200,
        izin_benda=Tindakan.IMPOR_KINERJA,
    ),
    "terapkan_impor": Rute(
        lambda t: alamat("terapkan_impor", t.kode, t.pratinjau),
        Tindakan.LIHAT_IMPOR,
        _M,
        None,
        302,
        lambda _t: {"versi": "1"},
        izin_benda=Tindakan.IMPOR_KINERJA,
    ),
    "buang_impor": Rute(
        lambda t: alamat("buang_impor", t.kode, t.pratinjau),
        Tindakan.LIHAT_IMPOR,
        _M,
        None,
        302,
        lambda _t: {"versi": "1"},
        izin_benda=Tindakan.IMPOR_KINERJA,
    ),
    "batalkan_impor": Rute(
        lambda t: alamat("batalkan_impor", t.kode, t.terapan),
        Tindakan.LIHAT_IMPOR,
        _M,
        None,
        302,
        lambda _t: {"versi": "2", "alasan": "salah berkas"},
        izin_benda=Tindakan.IMPOR_KINERJA,
    ),
    "pemda": Rute(lambda t: alamat("pemda", t.kode, 2025), Tindakan.LIHAT_KINERJA, _I, 200, 200),
    "tabel": Rute(lambda t: alamat("tabel", t.kode, 2025), Tindakan.LIHAT_KINERJA, _I, 200, 200),
    "tabel_xlsx": Rute(
        lambda t: alamat("tabel_xlsx", t.kode, 2025), Tindakan.UNDUH_KINERJA, _I, 200, 200
    ),
    "unit_tahun": Rute(
        lambda t: alamat("unit_tahun", t.kode, 2025, t.slug), Tindakan.LIHAT_KINERJA, _U, 200, 200
    ),
    "mengapa": Rute(
        lambda t: alamat("mengapa", t.kode, 2025, t.slug, t.snapshot),
        Tindakan.LIHAT_KINERJA,
        _U,
        200,
        200,
    ),
}
# Each part of the year brings its own addresses, and fills ``Tempat.benda`` with what they need.
BAGIAN = (
    rute_rencana,
    rute_lintas,
    rute_mutu,
    rute_dokumen_rencana,
    rute_perjanjian,
    rute_pengukuran,
    rute_kisi,
    rute_sebab,
    rute_laporan,
    rute_evaluasi,
    rute_papan,
    rute_pimpinan,
    rute_dokumen,
    rute_bukti,
    rute_susunan,
    rute_usulan,
    rute_impor,
    rute_jadwal,
    rute_kabar,
)
for bagian in BAGIAN:
    RUTE |= bagian.RUTE
# Addresses without a permission of ours, each with its reason.
TANPA_IZIN = {
    "portal:depan": "the public front",
    "portal:instansi": "public: a government's recorded results",
    "portal:kapasitas": "public: what was learnt and what came of it",
    "portal:unit": "public: sends on to the unit's newest year",
    "portal:unit_tahun": "public: promises that were signed, figures that were approved",
    "web:beranda": "lists the caller's own governments; asks for a sign-in only",
    "web:daftar_kaidah": "legal texts, open to everybody",
    "web:kaidah": "a legal text, open to everybody",
    "web:rak": "the documentation, open to everybody",
    "web:halaman": "the documentation, open to everybody",
    "web:periksa": "the public check of a document, open to everybody",
    "web:sahkan_surel": "opened by a signed link alone: it proves an address",
    "web:hentikan_ringkasan": "opened by a signed link alone: it stops the digest",
    "web:periksa_kode": "the public check of a document, open to everybody",
    "akun": "sends on to the front",
    "tanpa_surel": "shut: accounts have no e-mail address",
    "lupa_sandi": "whom to ask for a new password; sends nothing",
    "set_language": "the visitor's language, Django's own",
    "tampilan:atur": "the visitor's theme, in his own cookie",
    "tampilan:gaya": "the style guide, invented figures only",
}
# allauth's own doors, tested in test_masuk.py.
MILIK_ALLAUTH = ("account_", "mfa_")
