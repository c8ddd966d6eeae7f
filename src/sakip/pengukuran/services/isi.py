"""Entering one figure: read, checked, stored with its components, and everything that follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
)
from sakip.bersama.izin import IZIN, Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.periode import IsiPeriode
from sakip.pengukuran.kaidah.sebab import salah_golongan
from sakip.pengukuran.models import (
    CapaianMutakhir,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.pengukuran.services.bacaan import baca_isi, baca_survei
from sakip.pengukuran.services.bersaing import AngkaBersaing
from sakip.pengukuran.services.lembar import AlamatLembar, Berjendela, buka
from sakip.pengukuran.services.rincian import simpan_rincian
from sakip.pengukuran.services.selaras import Selaras
from sakip.perencanaan.models import CaraUkur, Frekuensi

ALASAN_KOSONG = {
    "belum_waktunya": gettext_lazy("belum waktunya"),
    "belum_terbit": gettext_lazy("belum terbit"),
}
PANJANG_URAIAN = 2000
PANJANG_TEKS = 160
URAIAN = ("golongan_sebab", "penyebab", "solusi", "faktor", "jawaban_mirip")
DAPAT_DIISI = frozenset(
    {KeadaanRealisasi.KONSEP, KeadaanRealisasi.DIKEMBALIKAN, KeadaanRealisasi.DITARIK}
)


@dataclass(frozen=True, slots=True)
class IsianSel:
    """What stands in one row of the sheet: the value as typed, or why there is none; the texts.

    ``hanya_angka``: only the value was typed, in a grid without the texts; they stay as they are.
    """

    teks: str = ""
    alasan_kosong: str = ""
    golongan_sebab: str = ""
    penyebab: str = ""
    solusi: str = ""
    faktor: str = ""
    jawaban_mirip: str = ""
    hanya_angka: bool = False


@dataclass(frozen=True, slots=True)
class HasilIsi:
    """What became of a row: the measurement, and its current capaian (``None``: unchanged).

    ``butir`` is the indicator's year as it stands now, so that a page need not read it again;
    ``periode`` is what is judged on this sheet (the quarter of a month), ``jatuh_tempo``: it is
    due there. ``t`` holds that indicator alone, ``lembar`` is the sheet it stands on.
    """

    realisasi: Realisasi
    mutakhir: CapaianMutakhir | None
    butir: Butir
    periode: Periode
    jatuh_tempo: bool
    t: TahunUnit
    lembar: LembarPengukuran


@layanan
def isi_realisasi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    indikator: str,
    isian: IsianSel,
    versi: int,
    bulan: int | None = None,
) -> HasilIsi:
    """Enter one figure of a sheet; ``versi`` is what the person saw (0: nothing yet).

    A cumulative share takes the quarter's own numbers (25/30), never the sum so far. What is
    measured monthly is entered by its ``bulan`` (1 to 12); its quarter takes the texts alone.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    isi = Pengisian(instansi, lingkup, unit, alamat, indikator, saat, bulan)
    if isi.butir.versi.cara == CaraUkur.SURVEI and isian.teks.strip():
        raise IsianTidakSah.dari(
            _("Angka tidak disimpan."),
            {"teks": _("Nilai ini dihitung dari survei: isi sembilan unsur dan respondennya.")},
        )
    return isi.simpan(isian, versi, lambda: isi.baca(isian.teks))


@layanan
def isi_survei(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    alamat: AlamatLembar,
    indikator: str,
    unsur: Sequence[str],
    responden: str,
    isian: IsianSel,
    versi: int,
) -> HasilIsi:
    """Enter a survey: nine means of 1 to 4 and how many answered; the index is reckoned."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    isi = Pengisian(instansi, lingkup, unit, alamat, indikator, saat)
    if isi.butir.versi.cara != CaraUkur.SURVEI:
        raise IsianTidakSah(_("Indikator ini tidak diukur dengan survei."))
    return isi.simpan(isian, versi, lambda: isi.baca_survei(unsur, responden))


class Pengisian:
    """One entry on its way: everything that must hold before the first row is written."""

    def __init__(  # noqa: PLR0913, PLR0917
        self,
        instansi: Instansi,
        lingkup: Lingkup,
        unit: UnitTampak,
        alamat: AlamatLembar,
        kode: str,
        saat: datetime,
        bulan: int | None = None,
    ) -> None:
        self.instansi, self.lingkup, self.unit = instansi, lingkup, unit
        self.saat, self.triwulan = saat, alamat.triwulan
        self.berjendela: Berjendela = buka(instansi, unit, alamat, saat=saat, pada=lingkup.pada)
        self.berjendela.wajib_dapat_diisi(lingkup.pada)
        self.t = TahunUnit.muat(unit.id, alamat.tahun, kode)
        if kode not in self.t.butir:
            raise TidakDitemukan(
                _("Indikator itu tidak dijanjikan unit ini pada tahun %s.") % alamat.tahun
            )
        self.butir: Butir = self.t.butir[kode]
        wajib_pengampu(lingkup, unit, self.butir)
        self.periode, self.jatuh_tempo = self._periode()
        self.bulan = None if bulan is None else self._bulan(bulan)
        self.triwulanan = self._realisasi(self.periode)
        self.realisasi = self.triwulanan if self.bulan is None else self._realisasi(self.bulan)

    @property
    def lembar(self) -> LembarPengukuran:
        return self.berjendela.lembar

    def _periode(self) -> tuple[Periode, bool]:
        """The period that is entered here, and whether it is due; a year may come early."""
        b = self.butir
        if b.komposit:
            raise IsianTidakSah(_("“%s” dihitung dari indikator lain.") % b.versi.nama)
        p = self.t.kalender.di_lembar(b.versi.frekuensi, self.triwulan)
        if p is not None:
            return p, True
        if b.versi.frekuensi == Frekuensi.TAHUNAN:
            return self.t.kalender.setahun, False
        raise PerpindahanTidakSah(
            _("“%s” diukur tiap semester; pada triwulan ini belum waktunya.") % b.versi.nama
        )

    def _bulan(self, nomor: int) -> Periode:
        """The month of that number, where this indicator has months and this quarter that one."""
        semua = self.t.kalender.bulan_dari(self.periode) if self.butir.bulanan else ()
        for p in semua:
            if p.nomor == nomor:
                return p
        raise TidakDitemukan(
            _("“%(nama)s” tidak diisi untuk bulan %(bulan)s pada lembar ini.")
            % {"nama": self.butir.versi.nama, "bulan": nomor}
        )

    def _realisasi(self, p: Periode) -> Realisasi | None:
        r = self.butir.realisasi.get(p.pk)
        if r is None:
            return None
        if r.keadaan == KeadaanRealisasi.TERCATAT:
            raise PerpindahanTidakSah(_("Angka ini dicatat dari terbitan; ia tidak diisi di sini."))
        if r.lembar_id is not None and r.lembar_id != self.lembar.pk:
            raise PerpindahanTidakSah(
                _("Angka ini sudah masuk lembar triwulan lain (%s).")
                % KeadaanRealisasi(r.keadaan).label
            )
        if r.keadaan not in DAPAT_DIISI:
            raise PerpindahanTidakSah(
                _("Angka ini tidak ikut dikembalikan (%s), jadi tidak dapat diubah.")
                % KeadaanRealisasi(r.keadaan).label
            )
        return r

    def baca(self, teks: str) -> IsiPeriode | None:
        """The typed value as this indicator takes it; a month's figure makes up its quarter's."""
        if not self.butir.bulanan or self.bulan is not None:
            lama = self.realisasi.teks if self.realisasi else ""
            return baca_isi(teks, self.butir.versi, self.periode.selesai, lama=lama)
        kini = self.butir.isi.get(self.periode.pk)
        if teks.strip() not in {"", kini.nilai.teks if kini else ""}:
            raise IsianTidakSah.dari(
                _("Angka tidak disimpan."),
                {"teks": _("Nilai triwulan ini dihitung dari bulannya: isi tiap bulan.")},
            )
        return kini

    def baca_survei(self, unsur: Sequence[str], responden: str) -> IsiPeriode | None:
        """Nine means and the number of respondents."""
        return baca_survei(unsur, responden, self.periode.selesai)

    def simpan(
        self, isian: IsianSel, versi: int, pembaca: Callable[[], IsiPeriode | None]
    ) -> HasilIsi:
        """Check the row as a whole and write it."""
        isian = self._dengan_uraian(isian)
        isi, salah = None, _salah_uraian(isian, self.periode)
        try:
            isi = pembaca()
        except kaidah.MasukanSalah as sebab:
            salah["teks"] = kaidah.terjemah(sebab.kalimat)
        if isi is not None and isian.alasan_kosong:
            salah["alasan_kosong"] = _("Sel ini berisi angka; kosongkan alasannya.")
        if salah:
            raise IsianTidakSah.dari(_("Angka tidak disimpan."), salah)
        r, lama = self.realisasi, self.butir.isi.get(self.tempat.pk)
        # First of all: what stands there already needs no newer version. A save that was repeated
        # because its answer got lost on the way is no quarrel.
        if r is not None and r.keadaan == KeadaanRealisasi.KONSEP and _sama(r, lama, isi, isian):
            return self._hasil(None)
        self._versi(versi, isian.teks)
        return self._tulis(r, lama, isi, isian)

    def _hasil(self, mutakhir: CapaianMutakhir | None) -> HasilIsi:
        r = self.butir.realisasi[self.tempat.pk]
        return HasilIsi(
            r, mutakhir, self.butir, self.periode, self.jatuh_tempo, self.t, self.lembar
        )

    def _dengan_uraian(self, isian: IsianSel) -> IsianSel:
        """What a grid leaves out, taken from what stands there."""
        r = self.realisasi
        if not isian.hanya_angka or r is None:
            return isian
        tetap = {nama: getattr(r, nama) for nama in URAIAN}
        alasan = "" if isian.teks.strip() else r.alasan_kosong
        return replace(isian, alasan_kosong=alasan, **tetap)

    @property
    def tempat(self) -> Periode:
        """The period that is typed: a month, or what is due on this sheet."""
        return self.bulan or self.periode

    def _versi(self, versi: int, teks: str) -> None:
        kini = self.realisasi.versi if self.realisasi else 0
        if kini != versi:
            raise AngkaBersaing(self.realisasi, teks, versi=versi)

    def _tulis(
        self, r: Realisasi | None, lama: IsiPeriode | None, isi: IsiPeriode | None, isian: IsianSel
    ) -> HasilIsi:
        asal = r.keadaan if r else KeadaanRealisasi.KONSEP
        r = self._baris(r, self.tempat, berubah=isi != lama)
        r.teks = isi.nilai.teks if isi else ""
        r.alasan_kosong = isian.alasan_kosong
        for nama in URAIAN:
            setattr(r, nama, getattr(isian, nama).strip())
        # What is not due stays off the sheet until there is a figure: a later one may take it.
        r.lembar = self.lembar if isi is not None or self.jatuh_tempo else None
        self.butir.isi_periode(self.tempat.pk, isi)
        selaras = Selaras(
            self.t, instansi_id=self.instansi.pk, saat=self.saat, pada=self.lingkup.pada
        )
        if self.bulan is not None:
            self._gulung(selaras)
        mutakhir = selaras.setelah(
            [(self.butir, self.periode)],
            lambda: self._hubungan(r, isi, asal, lama),
            serta=[r] if self.bulan else (),
        )
        return self._hasil(mutakhir[0])

    def _baris(self, r: Realisasi | None, p: Periode, *, berubah: bool) -> Realisasi:
        """The row of a period as it will be written: new, or one version on."""
        if r is None:
            r = Realisasi(
                instansi=self.instansi,
                indikator_id=self.butir.versi.indikator_id,
                unit_id=self.unit.id,
                periode=p,
                sifat=self.butir.versi.indikator.sifat,
            )
        else:
            r.versi += 1
            r.revisi += 1 if berubah else 0
        r.keadaan = KeadaanRealisasi.KONSEP
        self.butir.realisasi[p.pk] = r
        return r

    def _gulung(self, selaras: Selaras) -> None:
        """The quarter as its months make it now; the reason that it was empty is over."""
        lama = self.butir.isi.get(self.periode.pk)
        t = selaras.dari_bulan(self.butir, self.periode)
        isi = None if t.nilai is None else IsiPeriode(t.nilai)
        q = self._baris(self.triwulanan, self.periode, berubah=isi != lama)
        q.teks, q.lembar = isi.nilai.teks if isi else "", self.lembar
        q.alasan_kosong = "" if isi else q.alasan_kosong
        self.butir.isi_periode(self.periode.pk, isi)

    def _hubungan(
        self, r: Realisasi, isi: IsiPeriode | None, asal: str, lama: IsiPeriode | None
    ) -> None:
        """Components, and a line of history where the figure went through hands before."""
        if isi != lama:
            simpan_rincian(r, isi)
        if self.bulan is not None:
            kini = self.butir.isi.get(self.periode.pk)
            simpan_rincian(self.butir.realisasi[self.periode.pk], kini)
        if self.lembar.pertama_diajukan is not None:
            RiwayatLembar.objects.create(
                lembar=self.lembar,
                realisasi=r,
                dari=asal,
                tindakan="isi",
                ke=r.keadaan,
                oleh_id=self.lingkup.pengguna_id,
                saat=self.saat,
                teks=r.teks,
            )


def wajib_pengampu(lingkup: Lingkup, unit: UnitTampak, b: Butir) -> None:
    """Let a pengampu data enter only what his post answers for; a penyusun all of the unit.

    One query where the post itself has to be asked for.
    """
    berlaku = [
        k
        for k in lingkup.kewenangan
        if k.peran in IZIN[Tindakan.ISI_PENGUKURAN].peran and unit.jalur.startswith(k.jalur)
    ]
    pos = b.versi.pengampu
    if lingkup.sistem or pos is None or any(k.peran == Peran.PENYUSUN_UNIT for k in berlaku):
        return
    if pos.unit_id in {k.unit_id for k in berlaku}:
        return
    if pos.pk in organisasi.jabatan_pengguna(
        lingkup.instansi_id, lingkup.pengguna_id, lingkup.pada
    ):
        return
    raise TidakBerizin(
        _("“%(nama)s” diampu %(pos)s; Anda tidak memegang jabatan itu hari ini.")
        % {"nama": b.versi.nama, "pos": pos.nama}
    )


def _salah_uraian(isian: IsianSel, periode: Periode) -> dict[str, str]:
    salah = salah_golongan(isian.golongan_sebab, periode.selesai) | {
        nama: _("Paling panjang %s huruf.") % PANJANG_URAIAN
        for nama in URAIAN
        if len(getattr(isian, nama)) > PANJANG_URAIAN
    }
    if len(isian.teks) > PANJANG_TEKS:
        salah["teks"] = _("Paling panjang %s huruf.") % PANJANG_TEKS
    if isian.alasan_kosong and isian.alasan_kosong not in ALASAN_KOSONG:
        salah["alasan_kosong"] = _("Pilih: %s.") % ", ".join(map(str, ALASAN_KOSONG.values()))
    return salah


def _sama(r: Realisasi, lama: IsiPeriode | None, isi: IsiPeriode | None, isian: IsianSel) -> bool:
    return (
        lama == isi
        and r.alasan_kosong == isian.alasan_kosong
        and all(getattr(r, nama) == getattr(isian, nama).strip() for nama in URAIAN)
    )
