"""Acts on plans of action."""

from sakip.perjanjian.services.aksi.perjalanan import (
    ajukan_aksi,
    alihkan_aksi,
    kembalikan_aksi,
    setujui_aksi,
    verifikasi_aksi,
)
from sakip.perjanjian.services.aksi.susun import susun_aksi
from sakip.perjanjian.services.aksi.ubah import IsianAksi, IsianLangkah, ubah_aksi

__all__ = [
    "IsianAksi",
    "IsianLangkah",
    "ajukan_aksi",
    "alihkan_aksi",
    "kembalikan_aksi",
    "setujui_aksi",
    "susun_aksi",
    "ubah_aksi",
    "verifikasi_aksi",
]
