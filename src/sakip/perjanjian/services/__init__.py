"""Acts on agreements and plans of action. Each checks peran, unit, state and version itself."""

from sakip.perjanjian.services.aksi import (
    IsianAksi,
    IsianLangkah,
    ajukan_aksi,
    alihkan_aksi,
    kembalikan_aksi,
    setujui_aksi,
    susun_aksi,
    ubah_aksi,
    verifikasi_aksi,
)
from sakip.perjanjian.services.perjalanan import (
    ajukan_perjanjian,
    kembalikan_perjanjian,
    telaah_perjanjian,
)
from sakip.perjanjian.services.susun import susun_perjanjian, tarik_ulang_perjanjian
from sakip.perjanjian.services.tanda_tangan import (
    catat_perjanjian_kertas,
    tandatangani_kedua,
    tandatangani_pertama,
    terbitkan_naskah_perjanjian,
)

__all__ = [
    "IsianAksi",
    "IsianLangkah",
    "ajukan_aksi",
    "ajukan_perjanjian",
    "alihkan_aksi",
    "catat_perjanjian_kertas",
    "kembalikan_aksi",
    "kembalikan_perjanjian",
    "setujui_aksi",
    "susun_aksi",
    "susun_perjanjian",
    "tandatangani_kedua",
    "tandatangani_pertama",
    "tarik_ulang_perjanjian",
    "telaah_perjanjian",
    "terbitkan_naskah_perjanjian",
    "ubah_aksi",
    "verifikasi_aksi",
]
