"""What every act on a plan of action has in common: its lock, its history, the inbox."""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext_noop

from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.perjanjian.models import KeadaanAksi, RencanaAksi, RiwayatAksi
from sakip.perjanjian.selectors.aksi import LENGKAP, PENYUSUN, pelaku_aksi, pemegang_pimpinan

ALUR_TUGAS = "rencana_aksi"


def buka(
    lingkup: Lingkup, instansi: Instansi, rencana: UUID, versi: int
) -> tuple[RencanaAksi, UnitTampak]:
    """Lock one plan of action as the caller saw it, with its unit as placed today. Two queries."""
    aksi = kunci(
        RencanaAksi.objects.filter(instansi=instansi).select_related(*LENGKAP),
        uuid=rencana,
        versi=versi,
    )
    return aksi, organisasi.unit_menurut_slug(lingkup, aksi.unit.slug, Tindakan.LIHAT_PERJANJIAN)


def selesaikan(  # noqa: PLR0913
    aksi: RencanaAksi,
    tempat: UnitTampak,
    *,
    dari: str,
    tindakan: str,
    oleh: Pelaku,
    saat: datetime,
    pada: date,
    alasan: str = "",
) -> None:
    """Write the act down, put the next one into the right inbox, and let pages know."""
    RiwayatAksi.objects.create(
        rencana=aksi,
        dari=dari,
        tindakan=tindakan,
        ke=aksi.keadaan,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=alasan,
    )
    proyeksikan_tugas(
        instansi_id=aksi.instansi_id,
        alur=ALUR_TUGAS,
        objek=aksi.uuid,
        tugas=_tugas(aksi, tempat, pada, alasan),
        saat=saat,
    )
    naikkan_versi_data([(aksi.unit_id, aksi.tahun)])


_POLA = {
    KeadaanAksi.KONSEP: (
        Peran.PENYUSUN_UNIT,
        gettext_noop("Lengkapi dan ajukan rencana aksi {tahun}"),
    ),
    KeadaanAksi.DIAJUKAN: (
        Peran.VERIFIKATOR_UNIT,
        gettext_noop("Verifikasi rencana aksi {tahun} {unit}"),
    ),
    KeadaanAksi.DIKEMBALIKAN: (
        Peran.PENYUSUN_UNIT,
        gettext_noop("Perbaiki rencana aksi {tahun}: {alasan}"),
    ),
    KeadaanAksi.DIVERIFIKASI: (
        Peran.PIMPINAN_UNIT,
        gettext_noop("Setujui rencana aksi {tahun} {unit}"),
    ),
}
_PENGGANTI = gettext_noop("Setujui rencana aksi {tahun} {unit} sebagai pengganti ({dasar})")


def _tugas(aksi: RencanaAksi, tempat: UnitTampak, pada: date, alasan: str) -> Sequence[TugasBaru]:
    satu = _POLA.get(KeadaanAksi(aksi.keadaan))
    if satu is None:
        return ()
    peran, pola = satu
    isian = {"tahun": str(aksi.tahun), "unit": tempat.nama, "alasan": alasan}
    pengguna_id = None
    if peran is Peran.PIMPINAN_UNIT and (ganti := _pengganti(aksi, pada)) is not None:
        pengguna_id, dasar = ganti
        pola, isian = _PENGGANTI, isian | {"dasar": dasar}
    return (
        TugasBaru(
            peran,
            aksi.unit_id,
            pola,
            isian,
            {"halaman": "satu_aksi", "isi": [aksi.tahun, tempat.slug, aksi.nomor]},
            pengguna_id=pengguna_id,
            tahun=aksi.tahun,
        ),
    )


def _pengganti(aksi: RencanaAksi, pada: date) -> tuple[int, str] | None:
    """The substitute and his letter, when every head of that day has acted on it before."""
    pemegang = pemegang_pimpinan(aksi.unit_id, pada)
    if not pemegang or not pemegang <= pelaku_aksi(aksi, *PENYUSUN, "verifikasi"):
        return None
    ganti = organisasi.pengganti(aksi.unit_id, Peran.PIMPINAN_UNIT, pada)
    return None if ganti is None else (ganti.pengguna_id, ganti.dasar)
