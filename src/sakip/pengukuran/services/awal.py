"""Opening figures: what a unit measured in a year before the system was there to measure it."""

from collections.abc import Mapping
from datetime import datetime

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, JenisPeriode, Sifat
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.periode import IsiPeriode
from sakip.pengukuran.models import (
    KeadaanLembar,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.pengukuran.services.proyeksi import Sel, perbarui
from sakip.pengukuran.services.rincian import simpan_rincian
from sakip.pengukuran.services.selaras import simpan_realisasi
from sakip.pengukuran.services.tersimpan import nilai_target


@layanan
def catat_realisasi_awal(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    nilai: Mapping[str, str],
    sumber: str,
) -> LembarPengukuran:
    """Record the whole year's values of a unit as they were reported, locked at once.

    ``nilai`` by code of the indicator, as typed (82,40 or 9/14; a share known only in per cent is
    taken as such). Only for a year of which no sheet was opened here; ``sumber`` says where the
    figures stand. The sheet of the fourth quarter stands for the year, locked.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.TELAAH_PENGUKURAN)
    t = TahunUnit.muat(tempat.id, tahun)
    if LembarPengukuran.objects.filter(unit_id=tempat.id, periode__tahun=tahun).exists():
        raise PerpindahanTidakSah(
            _("Tahun %s sudah diukur di lembar triwulan; angka awal tidak dicatat lagi.") % tahun
        )
    isi = _terbaca(t, nilai, sumber)
    lembar = LembarPengukuran.objects.create(
        instansi=instansi,
        unit_id=tempat.id,
        periode=organisasi.periode(tahun, JenisPeriode.TRIWULAN, 4),
        keadaan=KeadaanLembar.TERKUNCI,
        pertama_diajukan=saat,
        hari_terlambat=0,
        sifat=Sifat.CONTOH if instansi.contoh else Sifat.ASLI,
    )
    realisasi = {
        kode: _realisasi(t, t.butir[kode], satu, lembar, sumber) for kode, satu in isi.items()
    }
    simpan_realisasi(list(realisasi.values()))
    for kode, satu in isi.items():
        simpan_rincian(realisasi[kode], satu)
    perbarui(
        [_sel(t, t.butir[kode], realisasi[kode], satu) for kode, satu in isi.items()],
        instansi_id=instansi.pk,
        saat=saat,
        pada=lingkup.pada,
    )
    RiwayatLembar.objects.create(
        lembar=lembar,
        dari=KeadaanLembar.KONSEP,
        tindakan="catat_awal",
        ke=KeadaanLembar.TERKUNCI,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=sumber.strip(),
    )
    return lembar


def _terbaca(t: TahunUnit, nilai: Mapping[str, str], sumber: str) -> dict[str, IsiPeriode]:
    salah, hasil = {}, {}
    if not sumber.strip():
        salah["sumber"] = _("Sebutkan dokumen tempat angka ini tertulis.")
    for kode, teks in nilai.items():
        b = t.butir.get(kode)
        if b is None:
            salah[kode] = _("Tidak dijanjikan unit ini pada tahun %s.") % t.tahun
            continue
        try:
            satu = kaidah.baca_nilai(
                teks, None, jenis=b.versi.jenis_nilai, arah=None, format_angka="id"
            )
        except kaidah.MasukanSalah as sebab:
            salah[kode] = kaidah.terjemah(sebab.kalimat)
            continue
        if satu is None:
            salah[kode] = _("Isi angkanya, atau keluarkan barisnya.")
        else:
            hasil[kode] = IsiPeriode(satu)
    if salah:
        raise IsianTidakSah.dari(_("Angka awal tidak dicatat."), salah)
    return hasil


def _realisasi(
    t: TahunUnit, b: Butir, isi: IsiPeriode, lembar: LembarPengukuran, sumber: str
) -> Realisasi:
    r = b.realisasi.get(t.kalender.setahun.pk) or Realisasi(
        instansi_id=lembar.instansi_id,
        indikator_id=b.versi.indikator_id,
        unit_id=t.unit_id,
        periode=t.kalender.setahun,
    )
    r.teks, r.keadaan, r.lembar = isi.nilai.teks, KeadaanRealisasi.TERKUNCI, lembar
    r.sumber, r.sifat = sumber.strip(), b.versi.indikator.sifat
    return r


def _sel(t: TahunUnit, b: Butir, r: Realisasi, isi: IsiPeriode) -> Sel:
    return Sel(
        realisasi=r,
        versi=b.versi,
        target_versi=b.target_tahun,
        periode=t.kalender.setahun,
        target=nilai_target(b.target_tahun),
        nilai=isi.nilai,
    )
