"""Acts on agreements and plans of action. Each checks peran, unit, state and version itself."""

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
    "ajukan_perjanjian",
    "catat_perjanjian_kertas",
    "kembalikan_perjanjian",
    "susun_perjanjian",
    "tandatangani_kedua",
    "tandatangani_pertama",
    "tarik_ulang_perjanjian",
    "telaah_perjanjian",
    "terbitkan_naskah_perjanjian",
]
