"""Acts that change the organisation. Each checks peran and unit itself."""

from sakip.organisasi.services.akun import beri_peran, buat_akun
from sakip.organisasi.services.kebijakan import naikkan_versi_data, tetapkan_kebijakan
from sakip.organisasi.services.pejabat import (
    akhiri_penugasan,
    catat_pegawai,
    tambah_jabatan,
    tugaskan_pejabat,
)
from sakip.organisasi.services.pendirian import dirikan_lengkap
from sakip.organisasi.services.perubahan_unit import (
    gabungkan_unit,
    ganti_nama_unit,
    pecah_unit,
    pindahkan_unit,
)
from sakip.organisasi.services.unit import (
    UnitBaru,
    dirikan_instansi,
    susun_unit,
    tambah_unit,
)
from sakip.organisasi.services.waktu import (
    JendelaBaru,
    atur_jadwal,
    beri_perpanjangan,
    catat_libur,
    perpanjang_banyak,
    susun_jadwal,
    tunjuk_pengganti,
)

__all__ = [
    "JendelaBaru",
    "UnitBaru",
    "akhiri_penugasan",
    "atur_jadwal",
    "beri_peran",
    "beri_perpanjangan",
    "buat_akun",
    "catat_libur",
    "catat_pegawai",
    "dirikan_instansi",
    "dirikan_lengkap",
    "gabungkan_unit",
    "ganti_nama_unit",
    "naikkan_versi_data",
    "pecah_unit",
    "perpanjang_banyak",
    "pindahkan_unit",
    "susun_jadwal",
    "susun_unit",
    "tambah_jabatan",
    "tambah_unit",
    "tetapkan_kebijakan",
    "tugaskan_pejabat",
    "tunjuk_pengganti",
]
