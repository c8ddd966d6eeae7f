"""Acts of the demo's story, played on a database in which the story has come to some day."""

from collections.abc import Callable
from datetime import date, datetime

from sakip.akun.models import Pengguna
from sakip.bersama.layanan import Pelaku
from sakip.demo.babak_rencana import DARI_CERITA
from sakip.demo.muat import BABAK
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.organisasi import selectors


def panggung_contoh() -> Panggung:
    """The stage of Kabupaten Serang with everybody who has an account there by now."""
    akun = {u.nama_pengguna: Pelaku(u.pk) for u in Pengguna.objects.all()}
    akun |= {peran: akun[nama] for peran, nama in DARI_CERITA.items()}
    return Panggung(selectors.instansi_menurut_kode("36.04"), akun, selectors.pelaku_sistem())


def akhir_hari(hari: date) -> datetime:
    """The last minute of a day of the story."""
    return pukul(hari, 23, 59)


def mainkan_antara(
    p: Panggung,
    sesudah: datetime,
    sampai: datetime,
    boleh: Callable[[Kejadian], bool] = lambda _k: True,
) -> int:
    """Play the acts of a stretch of time in their order; returns how many."""
    semua = (k for babak in BABAK for k in babak(p) if sesudah < k.saat <= sampai and boleh(k))
    daftar = sorted(semua, key=lambda k: k.saat)
    for k in daftar:
        k.lakukan(k.saat)
    return len(daftar)
