"""Handing a plan of action in, checking it, approving it; where four eyes bar the head, rerouting.

Approval is an act of the unit's head (``disetujui``); from then on the period targets are frozen.
"""

from datetime import datetime
from uuid import UUID

from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.perjanjian.models import KeadaanAksi, RencanaAksi
from sakip.perjanjian.selectors import ALUR_AKSI
from sakip.perjanjian.selectors.aksi import konteks_aksi, sebagai_pengganti
from sakip.perjanjian.services.aksi.catatan import buka, selesaikan


@layanan
def ajukan_aksi(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, rencana: UUID, versi: int
) -> RencanaAksi:
    """Hand in for verification; every difference between year and periods must be answered."""
    return pindah("ajukan", oleh, saat, instansi, rencana, versi)


@layanan
def verifikasi_aksi(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, rencana: UUID, versi: int
) -> RencanaAksi:
    """Find it right; whoever drew it up may not."""
    return pindah("verifikasi", oleh, saat, instansi, rencana, versi)


@layanan
def setujui_aksi(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, rencana: UUID, versi: int
) -> RencanaAksi:
    """Approve: its period targets count from now on and are frozen.

    By the head of the unit, or by the named substitute when every head of that day is among those
    who made or verified it.
    """
    return pindah("setujui", oleh, saat, instansi, rencana, versi)


@layanan
def alihkan_aksi(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, rencana: UUID, versi: int
) -> RencanaAksi:
    """Pass the approval on to the named substitute: for a head who verified it himself."""
    return pindah("alihkan", oleh, saat, instansi, rencana, versi)


@layanan
def kembalikan_aksi(  # noqa: PLR0913
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, rencana: UUID, versi: int, alasan: str
) -> RencanaAksi:
    """Send back with a reason: by the verifier, or by the head after verification."""
    return pindah("kembalikan", oleh, saat, instansi, rencana, versi, alasan)


def pindah(  # noqa: PLR0913, PLR0917
    tindakan: str,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    rencana: UUID,
    versi: int,
    alasan: str = "",
) -> RencanaAksi:
    """Do one act of the table: lock, check, write, note. Called by the services here."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    aksi, tempat = buka(lingkup, instansi, rencana, versi)
    dari = aksi.keadaan
    konteks = konteks_aksi(lingkup, aksi)
    t = ALUR_AKSI.pindah(
        keadaan=dari,
        tindakan=tindakan,
        lingkup=lingkup,
        jalur=tempat.jalur,
        alasan=alasan,
        konteks=konteks,
        sebagai_pengganti=tindakan == "setujui" and sebagai_pengganti(lingkup, aksi),
    )
    aksi.keadaan = t.ke
    aksi.versi += 1
    aksi.save(update_fields=["keadaan", "versi"])
    ganti = konteks["aksi"].pengganti
    catatan = f"{ganti.pengguna.nama}, {ganti.dasar}" if tindakan == "alihkan" else alasan.strip()
    if t.ke == KeadaanAksi.DISETUJUI:
        rencana_versi = aksi.dokumen_versi
        rencana_versi.ditetapkan = lingkup.pada
        rencana_versi.versi += 1
        rencana_versi.save(update_fields=["ditetapkan", "versi"])
    selesaikan(
        aksi,
        tempat,
        dari=dari,
        tindakan=tindakan,
        oleh=oleh,
        saat=saat,
        pada=lingkup.pada,
        alasan=catatan,
    )
    return aksi
