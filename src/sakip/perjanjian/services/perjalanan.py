"""Handing an agreement in, its telaah by the Bagian Organisasi, and sending it back."""

from datetime import datetime
from uuid import UUID

from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.perjanjian import selectors
from sakip.perjanjian.models import PerjanjianKinerja
from sakip.perjanjian.selectors import ALUR_PERJANJIAN
from sakip.perjanjian.services.catatan import buka, selesaikan, simpan


@layanan
def ajukan_perjanjian(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, perjanjian: UUID, versi: int
) -> PerjanjianKinerja:
    """Hand an agreement in for telaah; it must be that of the budget and the posts of today."""
    return pindah("ajukan", oleh, saat, instansi, perjanjian, versi)


@layanan
def telaah_perjanjian(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, perjanjian: UUID, versi: int
) -> PerjanjianKinerja:
    """Find an agreement fit to be signed. A difference from the DPA in force bars it."""
    return pindah("telaah", oleh, saat, instansi, perjanjian, versi)


@layanan
def kembalikan_perjanjian(  # noqa: PLR0913
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, perjanjian: UUID, versi: int, alasan: str
) -> PerjanjianKinerja:
    """Send an agreement back with a reason, also one that only the first party has signed."""
    return pindah("kembalikan", oleh, saat, instansi, perjanjian, versi, alasan)


def pindah(  # noqa: PLR0913, PLR0917
    tindakan: str,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    perjanjian: UUID,
    versi: int,
    alasan: str = "",
) -> PerjanjianKinerja:
    """Do one act of the table: lock, check, write, note. Called by the three services here."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    pk, tempat = buka(lingkup, instansi, perjanjian, versi)
    dari = pk.keadaan
    t = ALUR_PERJANJIAN.pindah(
        keadaan=dari,
        tindakan=tindakan,
        lingkup=lingkup,
        jalur=tempat.jalur,
        alasan=alasan,
        konteks=selectors.konteks_perjanjian(lingkup, pk),
    )
    kosong = {"tanggal_pertama": None, "di_atas_kertas": False} if tindakan == "kembalikan" else {}
    simpan(pk, keadaan=t.ke, **kosong)
    selesaikan(
        pk, tempat, dari=dari, tindakan=tindakan, oleh=oleh, saat=saat, alasan=alasan.strip()
    )
    return pk
