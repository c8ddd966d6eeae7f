"""What every page knows: who is signed in, where, and the way around."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from sakip.bersama.izin import Tindakan
from sakip.config.contoh import SANDI_CONTOH, akun_contoh
from sakip.web.kabar import lencana

# Pages deeper down belong to an entry of the menu too.
BAGIAN = {
    "web:tabel": "web:pemda",
    "web:tambah_unit": "web:organisasi",
    "web:ganti_nama_unit": "web:organisasi",
    "web:pindah_unit": "web:organisasi",
    "web:gabung_unit": "web:organisasi",
    "web:pecah_unit": "web:organisasi",
    "web:prioritas": "web:pimpinan",
    "web:telusur": "web:pemda",
    "web:telusur_indikator": "web:pemda",
    "web:unit_tahun": "web:pemda",
    "web:mengapa": "web:pemda",
    "web:berjalan": "web:pemda",
    "web:rencana": "web:pemda",
    "web:beda_rencana": "web:pemda",
    "web:periksa_rencana": "web:pemda",
    "web:kesehatan_pohon": "web:pemda",
    "web:pohon": "web:pemda",
    "web:pohon_utuh": "web:pemda",
    "web:simpul_rencana": "web:pemda",
    "web:indikator_rencana": "web:pemda",
    "web:tetapkan_rencana": "web:pemda",
    "web:atur_simpul": "web:pemda",
    "web:pindah_simpul": "web:pemda",
    "web:pecah_simpul": "web:pemda",
    "web:gabung_simpul": "web:pemda",
    "web:buang_simpul": "web:pemda",
    "web:klon_simpul": "web:pemda",
    "web:urungkan_rencana": "web:pemda",
    "web:komentar_simpul": "web:pemda",
    "web:anggaran": "web:pemda",
    "web:usul_target": "web:pemda",
    "web:usulan": "web:pemda",
    "web:selaras_rencana": "web:pemda",
    "web:usulan_pemda": "web:pemda",
    "web:putuskan_usulan": "web:pemda",
    "web:tarik_usulan": "web:pemda",
    "web:putuskan_target": "web:pemda",
    "web:dokumen_rencana": "web:pemda",
    "web:mulai_dokumen": "web:pemda",
    "web:salin_dokumen": "web:pemda",
    "web:buka_perubahan": "web:pemda",
    "web:reviu_rencana": "web:pemda",
    "web:crosscutting": "web:pemda",
    "web:tarik_crosscutting": "web:pemda",
    "web:jawab_crosscutting": "web:pemda",
    "web:catat_crosscutting": "web:pemda",
    "web:matriks_crosscutting": "web:papan",
    "web:papan_pengukuran": "web:papan",
    "web:kunci_massal": "web:papan",
    "web:buka_kunci_massal": "web:papan",
    "web:jadwal": "web:papan",
    "web:susun_jadwal": "web:papan",
    "web:atur_jadwal": "web:papan",
    "web:beri_perpanjangan": "web:papan",
    "web:kebijakan_pengukuran": "web:papan",
    "web:perjanjian": "web:pemda",
    "web:satu_perjanjian": "web:pemda",
    "web:evaluasi_unit": "web:evaluasi",
    "web:lke": "web:evaluasi",
    "web:mengapa_evaluasi": "web:evaluasi",
    "web:lhe": "web:evaluasi",
    "web:rekomendasi": "web:evaluasi",
    "web:tindak_lanjut": "web:evaluasi",
    "web:aksi": "web:pemda",
    "web:satu_aksi": "web:pemda",
    "web:pengukuran": "web:pemda",
    "web:lembar_pengukuran": "web:pemda",
    "web:kisi_pengukuran": "web:pemda",
    "web:sel_pengukuran": "web:pemda",
    "web:bukti": "web:pemda",
    "web:pilih_bukti": "web:pemda",
    "web:periksa_pengukuran": "web:papan",
    "web:unggah_buku_pengukuran": "web:pemda",
    "web:daftar_periksa": "web:pemda",
    "web:uang_pengukuran": "web:pemda",
    "web:sebab_pemda": "web:papan",
    "web:unit": "web:organisasi",
    "web:tugaskan": "web:organisasi",
    "web:hitung_lke_lembar": "web:hitung_lke",
    "web:keputusan": "web:kapasitas",
    "web:manfaat": "web:pemda",
    "web:laporan": "web:pemda",
    "web:bagian_laporan": "web:pemda",
    "web:nomenklatur": "web:pemda",
    "web:pustaka": "web:pemda",
    "web:pustaka_baru": "web:pemda",
    "web:pustaka_satu": "web:pemda",
    "web:pustaka_ubah": "web:pemda",
    "web:pakai_pustaka": "web:pemda",
    "web:impor": "web:daftar_impor",
    "web:unggah_impor": "web:daftar_impor",
    "web:terapkan_impor": "web:daftar_impor",
    "web:perbaiki_impor": "web:daftar_impor",
    "web:rencana_excel": "web:pemda",
    "web:batalkan_impor": "web:daftar_impor",
    "web:kabar": "web:beranda_instansi",
    "web:atur_kabar": "web:beranda_instansi",
    "web:webhook": "web:beranda_instansi",
    "web:ubah_webhook": "web:beranda_instansi",
}


def konteks(request: HttpRequest) -> dict[str, Any]:
    """Context for ``dasar.html``. No query of its own: it reads what the view already fetched."""
    akses = getattr(request, "akses", None)
    publik = getattr(request, "publik", {})
    pengguna = getattr(request, "user", None)
    masuk = pengguna is not None and pengguna.is_authenticated
    masuk_contoh = settings.CONTOH and request.path == reverse("account_login")
    return {
        "akun_contoh": akun_contoh() if masuk_contoh else [],
        "kata_sandi_contoh": SANDI_CONTOH if masuk_contoh else "",
        "pengguna": pengguna if masuk else None,
        "instansi": akses.instansi if akses else publik.get("instansi"),
        "menu": _menu(request, akses) if akses else publik.get("menu", []),
        "lencana_kabar": lencana(akses) if akses else None,
        "tautan_kaki": [
            {"judul": _("Panduan"), "url": reverse("web:rak", args=["panduan"])},
            {"judul": _("Kaidah"), "url": reverse("web:daftar_kaidah")},
            {"judul": _("Periksa dokumen"), "url": reverse("web:periksa")},
        ],
    }


def _menu(request: HttpRequest, akses: Any) -> list[dict[str, Any]]:
    kode, tahun = akses.instansi.kode, akses.lingkup.pada.year
    butir = [
        (_("Beranda"), "web:beranda_instansi", [kode], None),
        (_("Pimpinan"), "web:pimpinan", [kode, tahun], Tindakan.LIHAT_RINGKASAN_PIMPINAN),
        (_("Kinerja"), "web:pemda", [kode, tahun], Tindakan.LIHAT_KINERJA),
        (_("Papan"), "web:papan", [kode, tahun], Tindakan.LIHAT_KINERJA),
        (_("Evaluasi"), "web:evaluasi", [kode, tahun - 1], Tindakan.LIHAT_EVALUASI),
        (_("Organisasi"), "web:organisasi", [kode], Tindakan.LIHAT_ORGANISASI),
        (_("Hasil evaluasi"), "web:hasil_evaluasi", [kode], Tindakan.LIHAT_HASIL_EVALUASI),
        (_("Kapasitas"), "web:kapasitas", [kode], Tindakan.LIHAT_MANFAAT),
        (_("Hitung LKE"), "web:hitung_lke", [kode], Tindakan.HITUNG_LKE),
        (_("Impor"), "web:daftar_impor", [kode], Tindakan.LIHAT_IMPOR),
    ]
    sini = request.resolver_match.view_name if request.resolver_match else ""
    return [
        {"judul": judul, "url": reverse(nama, args=args), "aktif": BAGIAN.get(sini, sini) == nama}
        for judul, nama, args, tindakan in butir
        if tindakan is None or akses.lingkup.boleh(tindakan)
    ]
