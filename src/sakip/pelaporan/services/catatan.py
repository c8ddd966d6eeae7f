"""What every act on a report leaves behind: history, the next task, the data version."""

from datetime import date, datetime, time
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop

from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import kunci
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pelaporan.models import KeadaanLaporan, LaporanKinerja, RiwayatLaporan
from sakip.pelaporan.selectors import ALUR_LAPORAN, batas

NAMA = ALUR_LAPORAN.nama
TUGAS = {
    KeadaanLaporan.KONSEP: (
        Peran.PENYUSUN_UNIT,
        gettext_noop("Susun dan ajukan laporan kinerja {tahun} {unit}"),
    ),
    KeadaanLaporan.DIKEMBALIKAN: (
        Peran.PENYUSUN_UNIT,
        gettext_noop("Perbaiki laporan kinerja {tahun} {unit} yang dikembalikan"),
    ),
    KeadaanLaporan.DIAJUKAN: (
        Peran.PIMPINAN_UNIT,
        gettext_noop("Setujui laporan kinerja {tahun} {unit}"),
    ),
    KeadaanLaporan.DISETUJUI: (
        Peran.PENYUSUN_UNIT,
        gettext_noop("Sampaikan laporan kinerja {tahun} {unit}"),
    ),
}


def terkunci(
    instansi: Instansi, lingkup: Lingkup, laporan: UUID, versi: int | None, tindakan: Tindakan
) -> tuple[LaporanKinerja, UnitTampak]:
    """Lock a report and find its unit, on which the caller must be allowed ``tindakan``."""
    baris = kunci(
        LaporanKinerja.objects.filter(instansi=instansi).select_related("unit"),
        uuid=laporan,
        versi=versi,
    )
    unit = organisasi.unit_menurut_slug(lingkup, baris.unit.slug, tindakan)
    return baris, unit


def catat(  # noqa: PLR0913
    laporan: LaporanKinerja,
    unit: UnitTampak,
    *,
    tindakan: str,
    ke: str,
    oleh_id: int,
    saat: datetime,
    zona: str,
    alasan: str = "",
) -> None:
    """Move the report on, write the act down, and put the next task into the right inbox."""
    dari = laporan.keadaan
    laporan.keadaan = ke
    laporan.versi += 1
    laporan.save()
    RiwayatLaporan.objects.create(
        laporan=laporan,
        dari=dari,
        tindakan=tindakan,
        ke=ke,
        oleh_id=oleh_id,
        saat=saat,
        alasan=alasan,
    )
    tugaskan(laporan, unit, saat=saat, zona=zona)
    naikkan_versi_data([(unit.id, laporan.tahun)])


def tugaskan(laporan: LaporanKinerja, unit: UnitTampak, *, saat: datetime, zona: str) -> None:
    """The one task that a report in this state gives, due by the law's day."""
    isi = TUGAS.get(KeadaanLaporan(laporan.keadaan))
    daftar = []
    if isi is not None:
        peran, pola = isi
        daftar.append(
            TugasBaru(
                peran=peran,
                unit_id=unit.id,
                pola=pola,
                isian={"tahun": str(laporan.tahun), "unit": unit.nama},
                sasaran={"halaman": "laporan", "isi": [laporan.tahun, unit.slug]},
                tahun=laporan.tahun,
                jatuh_tempo=_akhir_hari(batas(unit, laporan.tahun), zona),
            )
        )
    proyeksikan_tugas(
        instansi_id=laporan.instansi_id, alur=NAMA, objek=laporan.uuid, tugas=daftar, saat=saat
    )


def _akhir_hari(hari: date, zona: str) -> datetime:
    return datetime.combine(hari, time(23, 59), ZoneInfo(zona))
