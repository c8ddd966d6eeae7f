"""From a draft to the hand-over: each act checks peran, unit, state and conditions."""

from datetime import date, datetime
from uuid import UUID

from sakip.arsip.kode import alamat_periksa, kode_baru
from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.arsip.services import terbitkan_dokumen
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.dokumen.laporan import pdf_laporan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan import kaidah, selectors
from sakip.pelaporan.models import LaporanKinerja
from sakip.pelaporan.services.catatan import catat, terkunci


def _jalankan(  # noqa: PLR0913
    tindakan: str,
    izin: Tindakan,
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    laporan: UUID,
    versi: int,
    alasan: str = "",
) -> tuple[LaporanKinerja, UnitTampak, Lingkup, str]:
    """Everything before the act itself: lock, unit, state, conditions. Gives the next state."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris, unit = terkunci(instansi, lingkup, laporan, versi, izin)
    konteks = selectors.konteks_ajukan(unit.id, baris)
    konteks["pelaku"] = set(
        baris.riwayat.filter(tindakan="ajukan").values_list("oleh_id", flat=True)
    )
    t = selectors.ALUR_LAPORAN.pindah(
        keadaan=baris.keadaan,
        tindakan=tindakan,
        lingkup=lingkup,
        jalur=unit.jalur,
        alasan=alasan,
        konteks=konteks,
    )
    return baris, unit, lingkup, t.ke


@layanan
def ajukan_laporan(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, laporan: UUID, versi: int
) -> LaporanKinerja:
    """Hand the report up to the head of the unit; all that stands in the way is said at once."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SUSUN_LAPORAN)
    baris, unit, _lingkup, ke = _jalankan(
        "ajukan",
        Tindakan.SUSUN_LAPORAN,
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        laporan=laporan,
        versi=versi,
    )
    catat(
        baris,
        unit,
        tindakan="ajukan",
        ke=ke,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        zona=instansi.zona,
    )
    return baris


@layanan
def kembalikan_laporan(  # noqa: PLR0913
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, laporan: UUID, versi: int, alasan: str
) -> LaporanKinerja:
    """Give it back to its author with the reason."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SETUJUI_LAPORAN)
    baris, unit, _lingkup, ke = _jalankan(
        "kembalikan",
        Tindakan.SETUJUI_LAPORAN,
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        laporan=laporan,
        versi=versi,
        alasan=alasan,
    )
    catat(
        baris,
        unit,
        tindakan="kembalikan",
        ke=ke,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        zona=instansi.zona,
        alasan=alasan.strip(),
    )
    return baris


@layanan
def setujui_laporan(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, laporan: UUID, versi: int
) -> LaporanKinerja:
    """The head of the unit approves; who handed it up cannot."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SETUJUI_LAPORAN)
    baris, unit, _lingkup, ke = _jalankan(
        "setujui",
        Tindakan.SETUJUI_LAPORAN,
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        laporan=laporan,
        versi=versi,
    )
    catat(
        baris,
        unit,
        tindakan="setujui",
        ke=ke,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        zona=instansi.zona,
    )
    return baris


@layanan
def sampaikan_laporan(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, laporan: UUID, versi: int
) -> LaporanKinerja:
    """Issue the document from the figures of this moment and hand it in; gives a receipt number.

    Lateness is counted in working days after the law's day, and kept.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SAMPAIKAN_LAPORAN)
    baris, unit, lingkup, ke = _jalankan(
        "sampaikan",
        Tindakan.SAMPAIKAN_LAPORAN,
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        laporan=laporan,
        versi=versi,
    )
    hari = lingkup.pada
    baris.tanda_terima = f"LKJ/{unit.kode}/{baris.tahun}/{baris.nomor}"
    baris.dokumen = _terbitkan(lingkup, baris, unit, instansi=instansi, hari=hari, saat=saat)
    baris.disampaikan_pada = saat
    batas = selectors.batas(unit, baris.tahun)
    baris.hari_terlambat = kaidah.hari_terlambat(
        batas, hari, organisasi.hari_libur(min(batas, hari), hari)
    )
    catat(
        baris,
        unit,
        tindakan="sampaikan",
        ke=ke,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        zona=instansi.zona,
    )
    return baris


def _terbitkan(  # noqa: PLR0913
    lingkup: Lingkup,
    laporan: LaporanKinerja,
    unit: UnitTampak,
    *,
    instansi: Instansi,
    hari: date,
    saat: datetime,
) -> DokumenTerbit:
    kode = kode_baru()
    bahan = selectors.susun_bahan_laporan(
        lingkup,
        laporan,
        unit,
        instansi=instansi.nama,
        tanggal=hari,
        nomor=laporan.tanda_terima,
        kode_periksa=kode,
        alamat_periksa=alamat_periksa(kode),
    )
    return terbitkan_dokumen(
        instansi=instansi,
        unit_id=unit.id,
        jenis=JenisTerbit.LAPORAN,
        tahun=laporan.tahun,
        judul=f"Laporan Kinerja {unit.nama} Tahun {laporan.tahun}",
        bahan=bahan.ke_data(),
        pdf=pdf_laporan(bahan),
        kode_periksa=kode,
        tanggal=hari,
        saat=saat,
        sifat=laporan.sifat,
    )
