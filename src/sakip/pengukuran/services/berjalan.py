"""Keeping count within a quarter: what came in during a month of a cumulative share."""

from datetime import datetime

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, JenisPeriode, Periode
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import IsiPeriode
from sakip.pengukuran.models import Realisasi
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.pengukuran.services.isi import wajib_pengampu
from sakip.pengukuran.services.rincian import simpan_rincian
from sakip.perencanaan.models import Agregasi, JenisNilai

BANYAK_BULAN = 12


@layanan
def catat_berjalan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    bulan: int,
    indikator: str,
    teks: str,
    versi: int,
) -> Realisasi:
    """Write down what a month brought to a cumulative share: ``8/8`` is eight, all of them good.

    A running count, *angka sementara*: no capaian is reckoned from it and no sheet takes it over.
    It serves to look ahead (``proyeksi_unit``) until the quarter's own figure is there.
    ``versi`` is what the person saw (0: nothing yet).
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.ISI_PENGUKURAN)
    t = TahunUnit.muat(tempat.id, tahun, indikator)
    b = t.butir.get(indikator)
    if b is None or b.versi.agregasi != Agregasi.RASIO_KUMULATIF or not 1 <= bulan <= BANYAK_BULAN:
        raise TidakDitemukan(_("Tidak ada rasio kumulatif yang dapat dicatat di bulan itu."))
    if b.bulanan:
        raise PerpindahanTidakSah(
            _("“%s” diukur tiap bulan; isi bulannya pada lembar triwulannya.") % b.versi.nama
        )
    wajib_pengampu(lingkup, tempat, b)
    periode = organisasi.periode(tahun, JenisPeriode.BULAN, bulan)
    if periode.mulai > lingkup.pada:
        raise PerpindahanTidakSah(_("Bulan itu belum dimulai."))
    if tahun != lingkup.pada.year:
        raise PerpindahanTidakSah(
            _("Catatan bulanan hanya untuk tahun berjalan; angka %s ada di lembarnya.") % tahun
        )
    triwulan = t.kalender.triwulan[(bulan - 1) // 3]
    if triwulan.pk in b.isi:
        raise PerpindahanTidakSah(
            _("Triwulan itu sudah diisi di lembarnya; catatan bulanan tidak diperlukan lagi.")
        )
    nilai = _baca(teks)
    r = _baris(instansi, tempat.id, b, periode, versi)
    r.teks = nilai.teks
    r.save()
    simpan_rincian(r, IsiPeriode(nilai))
    naikkan_versi_data([(tempat.id, tahun)])
    return r


def _baris(instansi: Instansi, unit_id: int, b: Butir, periode: Periode, versi: int) -> Realisasi:
    """The month's row, locked and one version on; raises when somebody else was there before."""
    r = (
        Realisasi.objects.select_for_update()
        .filter(indikator_id=b.versi.indikator_id, unit_id=unit_id, periode=periode)
        .first()
    )
    kini = r.versi if r else 0
    if kini != versi:
        raise VersiUsang(
            _("Catatan bulan ini sudah diubah orang lain; kini tertulis “%s”. Ulangi dari sana.")
            % (r.teks if r else "–"),
            milik_anda=versi,
            tersimpan=kini,
        )
    if r is None:
        return Realisasi(
            instansi=instansi,
            indikator_id=b.versi.indikator_id,
            unit_id=unit_id,
            periode=periode,
            sifat=b.versi.indikator.sifat,
        )
    r.versi += 1
    r.revisi += 1
    return r


def _baca(teks: str) -> NilaiBaru:
    """The month's own numbers; never more that went well than came in."""
    pesan = _("Tulis yang selesai dan yang masuk, seperti 8/8; 0/0 bila tidak ada.")
    try:
        nilai = kaidah.baca_nilai(
            teks.strip(), None, jenis=JenisNilai.RASIO, arah=None, format_angka="id", boleh_nol=True
        )
    except kaidah.MasukanSalah:
        nilai = None
    if nilai is None or nilai.nilai is None or nilai.penyebut is None:
        raise IsianTidakSah.dari(_("Catatan bulan tidak disimpan."), {"teks": pesan})
    if nilai.nilai < 0:
        raise IsianTidakSah.dari(_("Catatan bulan tidak disimpan."), {"teks": pesan})
    if nilai.nilai > nilai.penyebut:
        raise IsianTidakSah.dari(
            _("Catatan bulan tidak disimpan."),
            {"teks": _("Yang selesai tidak dapat melebihi yang masuk.")},
        )
    return nilai
