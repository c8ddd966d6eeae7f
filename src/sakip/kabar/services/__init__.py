"""Services of kabar."""

from sakip.kabar.services.antar import antre_peristiwa, catat_antar, mulai_antar
from sakip.kabar.services.atur import atur_kabar, hentikan_ringkasan, sahkan_surel
from sakip.kabar.services.baca import sampaikan_kabar, tandai_dibaca
from sakip.kabar.services.surat import (
    bersihkan_kiriman,
    catat_kirim_surat,
    mulai_kirim_surat,
    susun_ringkasan,
)
from sakip.kabar.services.webhook import daftarkan_webhook, ubah_webhook

__all__ = [
    "antre_peristiwa",
    "atur_kabar",
    "bersihkan_kiriman",
    "catat_antar",
    "catat_kirim_surat",
    "daftarkan_webhook",
    "hentikan_ringkasan",
    "mulai_antar",
    "mulai_kirim_surat",
    "sahkan_surel",
    "sampaikan_kabar",
    "susun_ringkasan",
    "tandai_dibaca",
    "ubah_webhook",
]
