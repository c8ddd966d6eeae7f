"""Services that move a sheet: handing in, verifying, approving, reviewing, locking, returning."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.pengukuran.models import LembarPengukuran, Realisasi
from sakip.pengukuran.selectors.jendela import hari_terlambat
from sakip.pengukuran.selectors.mutu import syarat_mutu
from sakip.pengukuran.selectors.syarat import syarat_lembar
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services.alur import Perbuatan
from sakip.pengukuran.services.eskalasi import cabut_eskalasi
from sakip.pengukuran.services.lembar import AlamatLembar, wajib_terbuka
from sakip.pengukuran.services.mutu import mutu_lembar, tandai_berlaku
from sakip.pengukuran.services.pemeriksaan import Diperiksa


@layanan
def ajukan_pengukuran(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar, versi: int
) -> LembarPengukuran:
    """Hand a sheet in. Everything that is missing is said at once, each with its place."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    tahun = TahunUnit.muat(p.unit.id, alamat.tahun)
    mutu = mutu_lembar(tahun, p.lembar, p.lingkup.pada, instansi.zona)
    belum = (*syarat_lembar(tahun, p.lembar), *syarat_mutu(tahun, mutu))
    t = p.pindah("ajukan", belum=(*_jendela(p), *belum))
    tandai_berlaku(p.lembar, mutu)
    if p.lembar.pertama_diajukan is not None:
        return p.catat(t)
    hari = _terlambat(p.satu.selesai, p.lingkup.pada)
    cabut_eskalasi(p.unit, alamat.tahun, alamat.triwulan)
    return p.catat(t, pertama_diajukan=saat, hari_terlambat=hari)


def _terlambat(selesai: date | None, pada: date) -> int:
    if selesai is None or pada <= selesai:
        return 0
    return hari_terlambat(selesai, pada, organisasi.hari_libur(selesai, pada))


def _jendela(p: Perbuatan) -> list[SyaratBelum]:
    """The window, as one of the conditions, for a sheet that is handed in the first time."""
    pada, satu = p.lingkup.pada, p.satu
    if p.lembar.pertama_diajukan is not None:
        return []
    try:
        wajib_terbuka(p.instansi.pk, satu.mulai, satu.batas, pada)
    except PerpindahanTidakSah as galat:
        return [SyaratBelum("jendela", galat.pesan)]
    return []


@layanan
def verifikasi_pengukuran(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar, versi: int
) -> LembarPengukuran:
    """The sekretaris has seen every figure and its evidence.

    Those with a warning must have been ticked off one by one; the others are by this act.
    """
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    d = Diperiksa(p)
    t = p.pindah("verifikasi", belum=d.belum)
    d.tandai(d.tanpa_peringatan)
    return p.catat(t)


@layanan
def setujui_pengukuran(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar, versi: int
) -> LembarPengukuran:
    """The head of the unit answers for the figures."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    return p.catat(p.pindah("setujui"))


@layanan
def telaah_pengukuran(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar, versi: int
) -> LembarPengukuran:
    """The Bagian Organisasi has reviewed the sheet."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    return p.catat(p.pindah("telaah"))


@layanan
def kunci_pengukuran(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar, versi: int
) -> LembarPengukuran:
    """From here on the figures are what reports are made of."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    return p.catat(p.pindah("kunci"), dibuka_sampai=None)


@layanan
def kembalikan_pengukuran(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    versi: int,
    alasan: str,
    indikator: Sequence[str] = (),
) -> LembarPengukuran:
    """Give the sheet back with a reason: the whole of it, or the figures of these indicators."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    t = p.pindah("kembalikan", alasan=alasan)
    return p.catat(t, alasan=alasan.strip(), angka=_angka(p, indikator))


@layanan
def buka_kunci_pengukuran(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    versi: int,
    alasan: str,
    sampai: date,
    indikator: Sequence[str] = (),
) -> LembarPengukuran:
    """Open a locked sheet again, with a reason and until a day; the lock comes back by the acts."""
    p = Perbuatan(oleh, saat, instansi, alamat, versi)
    t = p.pindah("buka_kunci", alasan=alasan)
    if sampai < p.lingkup.pada:
        raise IsianTidakSah.dari(
            _("Kunci tidak dibuka."), {"sampai": _("Tanggal ini sudah lewat.")}
        )
    angka = _angka(p, indikator)
    return p.catat(t, alasan=alasan.strip(), angka=angka, dibuka_sampai=sampai)


def _angka(p: Perbuatan, indikator: Sequence[str]) -> list[Realisasi]:
    """The figures meant, with their months; all must be on this sheet. One query."""
    ada = list(
        Realisasi.objects.filter(lembar=p.lembar, indikator__kode__in=indikator).select_related(
            "indikator"
        )
    )
    if kurang := sorted(set(indikator) - {r.indikator.kode for r in ada}):
        raise IsianTidakSah.dari(
            _("Lembar tidak dikembalikan."),
            {"indikator": _("Tidak ada pada lembar ini: %s.") % ", ".join(kurang)},
        )
    return ada
