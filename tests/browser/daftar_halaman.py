"""Every page of the staff interface, and why the other addresses are none.

``test_peramban_halaman.py`` compares this list with the addresses that really exist, so a new page
must be added here before it can land.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLResolver, get_resolver, reverse

from sakip.evaluasi.models import Rekomendasi
from sakip.impor.models import BetsImpor
from sakip.pengukuran.models import CapaianMutakhir
from sakip.perencanaan.models import DokumenVersi

BANYUWANGI, SERANG = "35.10", "36.04"
BAROS = (SERANG, 2026, "kecamatan-baros")
BAROS_LALU = (SERANG, 2025, "kecamatan-baros")
INSPEKTORAT = (SERANG, 2025, "inspektorat")


@dataclass(frozen=True, slots=True)
class Halaman:
    """One page: its route, what fills the route, who looks at it, and the state it is in."""

    nama: str
    rute: str
    argumen: tuple[Any, ...] = ()
    akun: str | None = "bwi.perencana"
    kueri: str = ""

    def url(self) -> str:
        """Its address; needs the demo's data where something in it was made by loading them."""
        return reverse(self.rute, args=[self._isi(a) for a in self.argumen]) + self.kueri

    @staticmethod
    def _isi(argumen: Any) -> Any:
        return argumen() if callable(argumen) else argumen


def _angka() -> Any:
    """A computed figure of Dinas Kesehatan 2024 that misses its target."""
    return (
        CapaianMutakhir.objects.filter(unit__slug="dinas-kesehatan", tahun=2024)
        .order_by("capaian")
        .values_list("snapshot__uuid", flat=True)[0]
    )


def _impor() -> Any:
    """The import through which the demo's own figures came in."""
    return BetsImpor.objects.get(instansi__kode=BANYUWANGI).uuid


def _rekomendasi(keadaan: str) -> Any:
    """Gives the first recommendation to Baros on 2025 that is in that state."""

    def ambil() -> Any:
        return (
            Rekomendasi.objects.filter(
                evaluasi__unit__slug=BAROS[2], evaluasi__tahun_kinerja=2025, keadaan=keadaan
            )
            .order_by("nomor")
            .values_list("uuid", flat=True)[0]
        )

    return ambil


def _rencana() -> Any:
    """The version of Baros' plan that holds in 2026."""
    return (
        DokumenVersi.objects.filter(
            dokumen__unit__slug=BAROS[2], dokumen__tahun_mulai=BAROS[1], dokumen__jenis="renja"
        )
        .order_by("-nomor")
        .values_list("uuid", flat=True)[0]
    )


HALAMAN = (
    Halaman("masuk", "account_login", akun=None),
    Halaman("keluar", "account_logout"),
    Halaman("ganti-kata-sandi", "account_change_password"),
    Halaman("lupa-kata-sandi", "account_reset_password", akun=None),
    Halaman("lupa-kata-sandi-terkirim", "account_reset_password_done", akun=None),
    Halaman("kata-sandi-diganti", "account_reset_password_from_key_done", akun=None),
    Halaman("tautan-kata-sandi-usang", "account_reset_password_from_key", ("0", "x-y"), akun=None),
    Halaman("akun-tidak-aktif", "account_inactive", akun=None),
    Halaman("pendaftaran-ditutup", "account_signup", akun=None),
    Halaman("pastikan-diri", "account_reauthenticate"),
    Halaman("dua-langkah", "mfa_index"),
    Halaman("dua-langkah-aktifkan", "mfa_activate_totp"),
    Halaman("gaya", "tampilan:gaya", akun=None),
    Halaman("portal", "portal:depan", akun=None),
    Halaman("portal-pemda", "portal:instansi", (SERANG,), akun=None),
    Halaman("portal-unit", "portal:unit_tahun", (BANYUWANGI, "dinas-kesehatan", 2024), akun=None),
    Halaman("portal-unit-kosong", "portal:unit_tahun", (SERANG, "dpmd", 2026), akun=None),
    Halaman("portal-kapasitas", "portal:kapasitas", (SERANG,), akun=None),
    Halaman("pimpinan", "web:pimpinan", (SERANG, 2026), akun="bupati"),
    Halaman("prioritas", "web:prioritas", (SERANG, 2026), akun="bapperida"),
    Halaman("telusur", "web:telusur", BAROS, akun="bupati"),
    Halaman("telusur-indikator", "web:telusur_indikator", (*BAROS, "iku-3"), akun="bupati"),
    Halaman("pohon", "web:pohon", (SERANG, 2026), akun="bapperida"),
    Halaman("pohon-capaian", "web:pohon", (SERANG, 2026), "bapperida", "?warna=capaian&tingkat=4"),
    Halaman("pohon-tabel", "web:pohon", (SERANG, 2026), "bapperida", "?bentuk=tabel"),
    Halaman("pohon-cari", "web:pohon", (SERANG, 2026), "bapperida", "?cari=pelayanan"),
    Halaman("pohon-kosong", "web:pohon", (BANYUWANGI, 2026)),
    Halaman("pohon-utuh", "web:pohon_utuh", (SERANG, 2026), akun="bapperida"),
    Halaman("papan", "web:papan", (SERANG, 2026), akun="organisasi"),
    Halaman("papan-pengukuran", "web:papan_pengukuran", (SERANG, 2026), "organisasi"),
    Halaman("jadwal", "web:jadwal", (SERANG, 2027), "organisasi"),
    Halaman("papan-laporan", "web:papan", (SERANG, 2026), "organisasi", "?tahap=laporan"),
    Halaman("kabar", "web:kabar", (SERANG,), akun="program"),
    Halaman("atur-kabar", "web:atur_kabar", (SERANG,), akun="program"),
    Halaman("webhook", "web:webhook", (SERANG,), akun="admin"),
    Halaman("kapasitas", "web:kapasitas", (SERANG,), akun="organisasi"),
    Halaman("keputusan", "web:keputusan", (SERANG, 2026), akun="organisasi"),
    Halaman("manfaat", "web:manfaat", (SERANG, 2026, "kecamatan-baros"), akun="camat2"),
    Halaman("pustaka", "web:pustaka", (SERANG,), akun="bapperida"),
    Halaman("pustaka-satu", "web:pustaka_satu", (SERANG, "ikm-kecamatan"), akun="bapperida"),
    Halaman("pustaka-baru", "web:pustaka_baru", (SERANG,), akun="bapperida"),
    Halaman("pustaka-ubah", "web:pustaka_ubah", (SERANG, "ikm-kecamatan"), akun="bapperida"),
    Halaman("pakai-pustaka", "web:pakai_pustaka", (*BAROS, "ikm-kecamatan"), akun="program"),
    Halaman("rencana-excel", "web:rencana_excel", BAROS, akun="program"),
    Halaman("nomenklatur", "web:nomenklatur", (SERANG,), akun="program", kueri="?q=kecamatan"),
    Halaman("nomenklatur-nihil", "web:nomenklatur", (SERANG,), "program", "?q=tidakadabegini"),
    Halaman("pilih-instansi", "web:beranda", akun="dua-instansi"),
    Halaman("tanpa-peran", "web:beranda", akun="camat1"),
    Halaman("beranda", "web:beranda_instansi", (BANYUWANGI,)),
    Halaman("beranda-bupati", "web:beranda_instansi", (SERANG,), akun="bupati"),
    Halaman("beranda-unit", "web:beranda_instansi", (BANYUWANGI,), akun="bwi.muncar"),
    Halaman("beranda-kosong", "web:beranda_instansi", (SERANG,), akun="program"),
    Halaman("kinerja", "web:pemda", (BANYUWANGI, 2024)),
    Halaman("kinerja-kosong", "web:pemda", (BANYUWANGI, 2026)),
    Halaman("tabel", "web:tabel", (BANYUWANGI, 2024)),
    Halaman("tabel-tersaring", "web:tabel", (BANYUWANGI, 2024), kueri="?cari=tidak+ada+begini"),
    Halaman("tabel-kosong", "web:tabel", (BANYUWANGI, 2026)),
    Halaman("unit-tahun", "web:unit_tahun", (BANYUWANGI, 2024, "dinas-kesehatan")),
    Halaman(
        "unit-tahun-kosong",
        "web:unit_tahun",
        (SERANG, 2026, "kecamatan-baros"),
        akun="program",
    ),
    Halaman("berjalan", "web:berjalan", (*BAROS, "iku-3"), akun="trantib"),
    Halaman("mengapa", "web:mengapa", (BANYUWANGI, 2024, "dinas-kesehatan", _angka)),
    Halaman("organisasi", "web:organisasi", (SERANG,), akun="admin"),
    Halaman("unit", "web:unit", (SERANG, "kecamatan-baros"), akun="admin"),
    Halaman("unit-berbawahan", "web:unit", (BANYUWANGI, "kecamatan-banyuwangi")),
    *(
        Halaman(nama, f"web:{nama}", (SERANG, "kecamatan-baros"), akun="admin")
        for nama in ("tambah_unit", "ganti_nama_unit", "pindah_unit", "gabung_unit", "pecah_unit")
    ),
    Halaman("unit-dilihat", "web:unit", (BANYUWANGI, "kecamatan-muncar"), akun="bwi.muncar"),
    Halaman("hasil-evaluasi", "web:hasil_evaluasi", (SERANG,), akun="inspektur"),
    Halaman("hasil-evaluasi-unit", "web:hasil_evaluasi", (BANYUWANGI,)),
    Halaman("hasil-evaluasi-kosong", "web:hasil_evaluasi", (SERANG,), akun="program"),
    Halaman("hitung-lke", "web:hitung_lke", (SERANG,), akun="ketua"),
    Halaman("hitung-lke-12-2015", "web:hitung_lke_lembar", (SERANG, "12-2015"), akun="ketua"),
    Halaman("impor", "web:daftar_impor", (BANYUWANGI,)),
    Halaman("impor-satu", "web:impor", (BANYUWANGI, _impor)),
    Halaman("kaidah", "web:daftar_kaidah"),
    Halaman("kaidah-satu", "web:kaidah", ("permenpanrb-88-2021",)),
    Halaman("rak-panduan", "web:rak", ("panduan",)),
    Halaman("panduan", "web:halaman", ("panduan", "penyusun")),
    Halaman("rak-tafsir", "web:rak", ("tafsir",)),
    Halaman("tafsir", "web:halaman", ("tafsir", "tafsir-0001")),
    Halaman("periksa", "web:periksa", akun=None),
    Halaman("periksa-salah-ketik", "web:periksa", akun=None, kueri="?kode=ABCDE"),
    Halaman("periksa-tidak-ada", "web:periksa_kode", ("22222-22222",), akun=None),
    Halaman("rencana", "web:rencana", BAROS, akun="program"),
    Halaman("rencana-kosong", "web:rencana", (SERANG, 2028, BAROS[2]), akun="program"),
    Halaman("rencana-beda", "web:beda_rencana", BAROS, akun="bapperida"),
    Halaman("rencana-periksa", "web:periksa_rencana", BAROS, akun="program"),
    Halaman("rencana-periksa-kosong", "web:periksa_rencana", (SERANG, 2028, BAROS[2]), "program"),
    Halaman("usulan", "web:usulan", (SERANG, 2027, BAROS[2]), akun="bapperida"),
    Halaman("selaras-rencana-kosong", "web:selaras_rencana", BAROS, akun="program"),
    Halaman("usulan-mencatat", "web:usulan", (SERANG, 2028, BAROS[2]), akun="program"),
    Halaman("usulan-pemda", "web:usulan_pemda", (SERANG, 2027), akun="bapperida"),
    Halaman("kesehatan-pohon", "web:kesehatan_pohon", (SERANG, 2026), akun="bapperida"),
    Halaman("kesehatan-pohon-kosong", "web:kesehatan_pohon", (SERANG, 2029), akun="bapperida"),
    Halaman("dokumen-rencana", "web:dokumen_rencana", BAROS, akun="program"),
    Halaman(
        "dokumen-rencana-pemda",
        "web:dokumen_rencana",
        (SERANG, 2026, "kabupaten-serang"),
        akun="bapperida",
    ),
    Halaman("dokumen-mulai", "web:mulai_dokumen", (SERANG, 2027, BAROS[2]), "program"),
    Halaman("dokumen-salin", "web:salin_dokumen", (*BAROS, _rencana), akun="program"),
    Halaman("reviu-rencana", "web:reviu_rencana", (*BAROS, _rencana), akun="ketua"),
    Halaman("lintas-unit", "web:crosscutting", BAROS, akun="program"),
    Halaman("lintas-unit-kosong", "web:crosscutting", (SERANG, 2028, BAROS[2]), akun="camat2"),
    Halaman("matriks-lintas-unit", "web:matriks_crosscutting", (SERANG, 2026), akun="bapperida"),
    Halaman("matriks-kosong", "web:matriks_crosscutting", (SERANG, 2029), akun="bapperida"),
    Halaman("komentar", "web:komentar_simpul", (*BAROS, _rencana), "program", "?kode=s2"),
    Halaman("simpul", "web:simpul_rencana", (*BAROS, _rencana), "program", "?kode=s2"),
    Halaman("indikator", "web:indikator_rencana", (*BAROS, _rencana), "program", "?kode=iku-2"),
    Halaman("anggaran", "web:anggaran", BAROS, akun="bpkad"),
    Halaman("anggaran-kosong", "web:anggaran", (SERANG, 2027, BAROS[2]), akun="bpkad"),
    Halaman("usul-target", "web:usul_target", BAROS, akun="camat2"),
    Halaman("usul-target-kosong", "web:usul_target", (SERANG, 2027, BAROS[2]), akun="bapperida"),
    Halaman("perjanjian", "web:perjanjian", BAROS, akun="program"),
    Halaman("perjanjian-kosong", "web:perjanjian", (SERANG, 2027, BAROS[2]), akun="program"),
    Halaman("perjanjian-lama", "web:satu_perjanjian", (*BAROS, 1), akun="organisasi"),
    Halaman("perjanjian-perubahan", "web:satu_perjanjian", (*BAROS, 2), akun="camat2"),
    Halaman("tanda-tangan", "web:tanda_tangan", (SERANG, 2026), akun="bupati"),
    Halaman("aksi", "web:aksi", BAROS, akun="program"),
    Halaman("aksi-kosong", "web:aksi", (SERANG, 2027, BAROS[2]), akun="program"),
    Halaman("aksi-satu", "web:satu_aksi", (*BAROS, 2), akun="pelayanan"),
    Halaman("pengukuran", "web:pengukuran", BAROS, akun="program"),
    Halaman("bukti", "web:bukti", BAROS, akun="program"),
    Halaman("bukti-pilih", "web:pilih_bukti", (*BAROS, 3), akun="program"),
    Halaman("pengukuran-terkunci", "web:lembar_pengukuran", (*BAROS, 3), akun="organisasi"),
    Halaman("pengukuran-excel", "web:unggah_buku_pengukuran", (*BAROS, 4), akun="program"),
    Halaman("pengukuran-nanti", "web:lembar_pengukuran", (*BAROS, 4), akun="program"),
    Halaman("pengukuran-kisi", "web:kisi_pengukuran", BAROS, akun="program"),
    Halaman("pengukuran-sel", "web:sel_pengukuran", (*BAROS, 3, "iku-3"), akun="sekcam"),
    Halaman("periksa-pengukuran", "web:periksa_pengukuran", (SERANG,), akun="organisasi"),
    Halaman("uang-pengukuran", "web:uang_pengukuran", (*BAROS, 3), akun="bpkad"),
    Halaman("sebab-pemda", "web:sebab_pemda", (SERANG, 2026, 3), akun="organisasi"),
    Halaman("periksa-desa", "web:daftar_periksa", (*BAROS, 3, "iku-2"), akun="sekcam"),
    Halaman("laporan", "web:laporan", BAROS_LALU, akun="program"),
    Halaman("laporan-nanti", "web:laporan", BAROS, akun="program"),
    Halaman("laporan-bagian", "web:bagian_laporan", (*BAROS_LALU, "ikhtisar"), akun="program"),
    Halaman("cetak-massal", "web:cetak_massal", (SERANG, 2025), akun="organisasi"),
    Halaman("evaluasi", "web:evaluasi", (SERANG, 2025), akun="inspektur"),
    Halaman("evaluasi-unit", "web:evaluasi_unit", BAROS_LALU, akun="program"),
    Halaman("evaluasi-berjalan", "web:evaluasi_unit", INSPEKTORAT, akun="pengganti.ketua"),
    Halaman("evaluasi-nanti", "web:evaluasi_unit", BAROS, akun="organisasi"),
    Halaman("lke", "web:lke", (*BAROS_LALU, "ketua"), akun="dalnis"),
    Halaman("lke-mengisi", "web:lke", (*INSPEKTORAT, "ketua"), akun="pengganti.ketua"),
    Halaman("mengapa-evaluasi", "web:mengapa_evaluasi", (*BAROS_LALU, "panel"), akun="camat2"),
    Halaman("lhe", "web:lhe", BAROS_LALU, akun="camat2"),
    Halaman("rekomendasi", "web:rekomendasi", BAROS_LALU, akun="program"),
    Halaman("rekomendasi-menulis", "web:rekomendasi", INSPEKTORAT, akun="pengganti.ketua"),
    Halaman(
        "tindak-lanjut", "web:tindak_lanjut", (*BAROS_LALU, _rekomendasi("direncanakan")), "program"
    ),
    Halaman(
        "tindak-lanjut-diperiksa",
        "web:tindak_lanjut",
        (*BAROS_LALU, _rekomendasi("ditindaklanjuti")),
        "ketua",
    ),
    # Who is refused or lost reads a page too.
    Halaman("galat-403", "web:unit_tahun", (SERANG, 2026, "kecamatan-mancak"), akun="program"),
    Halaman("galat-404", "web:unit_tahun", (SERANG, 2026, "tidak-ada"), akun="program"),
)

# Addresses without a page of their own, and why.
BUKAN_HALAMAN = {
    "web:papan_pengukuran_unduh": "unduhan",
    "web:kunci_massal": "menerima formulir",
    "web:lepas_prioritas": "menerima formulir",
    "web:buka_kunci_massal": "menerima formulir",
    "web:eskalasi_pengukuran": "menerima formulir",
    "web:susun_jadwal": "menerima formulir",
    "web:atur_jadwal": "menerima formulir",
    "web:beri_perpanjangan": "menerima formulir",
    "web:kebijakan_pengukuran": "menerima formulir",
    "web:jumlah_kabar": "pecahan: lonceng di kepala halaman",
    "web:ubah_webhook": "menerima formulir",
    "web:sahkan_surel": "satu tombol, dibuka dengan tautan bertanda tangan",
    "web:hentikan_ringkasan": "satu tombol, dibuka dengan tautan bertanda tangan",
    "web:beda_rencana_pdf": "PDF",
    "web:buka_perubahan": "menerima formulir",
    "web:tarik_crosscutting": "menerima formulir",
    "web:jawab_crosscutting": "menerima formulir",
    "web:catat_crosscutting": "menerima formulir",
    "web:unduh_matriks_crosscutting": "unduhan",
    "web:ajukan_mandiri": "menerima formulir",
    "web:ajukan_pengukuran": "menerima formulir",
    "web:buka_evaluasi": "menerima formulir",
    "web:buka_kunci_pengukuran": "menerima formulir",
    "web:buka_semua_evaluasi": "menerima formulir",
    "web:bukti_pengukuran": "menerima formulir",
    "web:lepas_bukti": "menerima formulir",
    "web:tarik_bukti": "menerima formulir",
    "web:periksa_tautan": "menerima formulir",
    "web:lihat_bukti": "PDF",
    "web:buku_pengukuran": "unduhan",
    "web:isi_sel": "menerima formulir",
    "web:pilahan_pengukuran": "menerima formulir",
    "web:komentar_pengukuran": "menerima formulir",
    "web:selesai_komentar_pengukuran": "menerima formulir",
    "web:jawab_temuan": "menerima formulir",
    "web:tandai_angka": "menerima formulir",
    "web:jawab_arahan": "menerima formulir",
    "web:perbarui_arahan": "menerima formulir",
    "web:tulis_arahan": "menerima formulir",
    "web:tutup_arahan": "menerima formulir",
    "web:kembalikan_pengukuran": "menerima formulir",
    "web:kunci_pengukuran": "menerima formulir",
    "web:panelkan": "menerima formulir",
    "web:periksa_tindak_lanjut": "menerima formulir",
    "web:pratinjau_laporan": "PDF",
    "web:putuskan_target": "menerima formulir",
    "web:putuskan_usulan": "menerima formulir",
    "web:tarik_usulan": "menerima formulir",
    "web:rancangan_lhe": "unduhan",
    "web:rencanakan_tindak_lanjut": "menerima formulir",
    "web:sampaikan_bukti": "menerima formulir",
    "web:sampaikan_naskah": "menerima formulir",
    "web:selesaikan_lembar": "menerima formulir",
    "web:setujui_pengukuran": "menerima formulir",
    "web:tanggapi_naskah": "menerima formulir",
    "web:telaah_pengukuran": "menerima formulir",
    "web:terbitkan_surat_tugas": "menerima formulir",
    "web:tetapkan_rencana": "menerima formulir",
    "web:pindah_simpul": "menerima formulir",
    "web:pecah_simpul": "menerima formulir",
    "web:gabung_simpul": "menerima formulir",
    "web:buang_simpul": "menerima formulir",
    "web:klon_simpul": "menerima formulir",
    "web:urungkan_rencana": "menerima formulir",
    "web:selesaikan_komentar": "menerima formulir",
    "web:atur_simpul": "hanya untuk konsep; diperiksa di test_peramban_pohon.py",
    "web:tetapkan_tidak_berlaku": "menerima formulir",
    "web:tindak_laporan": "menerima formulir",
    "web:ubah_rekomendasi": "menerima formulir",
    "web:unduh_cetakan": "unduhan",
    "web:verifikasi_pengukuran": "menerima formulir",
    "portal:unit": "mengalihkan ke tahun terbarunya",
    "web:tugaskan": "menerima formulir; GET mengalihkan ke unitnya",
    "web:akhiri": "menerima formulir",
    "web:serah_terima": "menerima formulir",
    "web:unggah_impor": "menerima formulir; GET mengalihkan ke daftar",
    "web:templat_impor": "unduhan",
    "web:terapkan_impor": "menerima formulir",
    "web:perbaiki_impor": "menerima formulir",
    "web:petakan_impor": "menerima formulir",
    "web:templat_rencana": "unduhan",
    "web:cari_nomenklatur": "pecahan: pilihan untuk isian kode",
    "web:pustaka_tarik": "menerima formulir",
    "web:buang_impor": "menerima formulir",
    "web:batalkan_impor": "menerima formulir",
    "web:tabel_xlsx": "unduhan",
    "web:cabang_pohon": "potongan halaman",
    "web:unduh_pohon": "unduhan",
    "web:susun_perjanjian": "menerima formulir",
    "web:ajukan_perjanjian": "menerima formulir",
    "web:tarik_ulang_perjanjian": "menerima formulir",
    "web:telaah_perjanjian": "menerima formulir",
    "web:kembalikan_perjanjian": "menerima formulir",
    "web:tandatangani_pertama": "menerima formulir",
    "web:tandatangani_kedua": "menerima formulir",
    "web:terbitkan_naskah": "menerima formulir",
    "web:catat_kertas": "menerima formulir",
    "web:susun_aksi": "menerima formulir",
    "web:ubah_aksi": "menerima formulir",
    "web:verifikasi_aksi": "menerima formulir",
    "web:setujui_aksi": "menerima formulir",
    "web:alihkan_aksi": "menerima formulir",
    "web:kembalikan_aksi": "menerima formulir",
    "web:unduh_dokumen": "unduhan",
    "web:unduh_bukti": "unduhan",
    "akun": "mengalihkan ke depan",
    "tanpa_surel": "akun tidak memakai surel",
    "lupa_sandi": "halaman account_reset_password di alamat yang sama",
    "tampilan:atur": "menerima formulir",
    "set_language": "menerima formulir",
    "account_email": "akun tidak memakai surel",
    "account_email_verification_sent": "akun tidak memakai surel",
    "account_confirm_email": "akun tidak memakai surel",
    "account_confirm_login_code": "tidak ada kode masuk yang dikirim",
    "account_set_password": "mengalihkan: setiap akun punya kata sandi",
    "mfa_authenticate": "hanya di tengah masuk dengan dua langkah",
    "mfa_reauthenticate": "mengalihkan selama dua langkah belum aktif",
    "mfa_deactivate_totp": "hanya setelah dua langkah aktif",
    "mfa_view_recovery_codes": "hanya setelah dua langkah aktif",
    "mfa_generate_recovery_codes": "hanya setelah dua langkah aktif",
    "mfa_download_recovery_codes": "unduhan",
}


def daftar_rute() -> set[str]:
    """Names of all routes of the site, with their namespace."""
    return set(_rute(get_resolver()))


def _rute(induk: URLResolver, ruang: str = "") -> Iterator[str]:
    for satu in induk.url_patterns:
        if isinstance(satu, URLResolver):
            dalam = f"{satu.namespace}:" if satu.namespace else ""
            yield from _rute(satu, ruang + dalam)
        else:
            yield f"{ruang}{satu.name}"
