"""Entering one figure: read, checked, stored with its components, and everything that follows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import IZIN, Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import BANYAK_UNSUR, IsiPeriode
from sakip.pengukuran.kaidah.periode import isi_survei as indeks_survei
from sakip.pengukuran.kaidah.sebab import salah_golongan
from sakip.pengukuran.models import (
    CapaianMutakhir,
    KeadaanRealisasi,
    LembarPengukuran,
    NilaiKomponen,
    Realisasi,
    RiwayatLembar,
)
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.pengukuran.services.lembar import AlamatLembar, Berjendela, buka
from sakip.pengukuran.services.selaras import Selaras
from sakip.perencanaan.models import CaraUkur, Frekuensi, JenisNilai

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
    """What stands in one row of the sheet: the value as typed, or why there is none; the texts."""

    teks: str = ""
    alasan_kosong: str = ""
    golongan_sebab: str = ""
    penyebab: str = ""
    solusi: str = ""
    faktor: str = ""
    jawaban_mirip: str = ""


@dataclass(frozen=True, slots=True)
class HasilIsi:
    """What became of a row: the measurement, and its current capaian (``None``: unchanged)."""

    realisasi: Realisasi
    mutakhir: CapaianMutakhir | None


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
) -> HasilIsi:
    """Enter one figure of a sheet; ``versi`` is what the person saw (0: nothing yet).

    A cumulative share takes the quarter's own numbers (25/30), never the sum so far.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    isi = Pengisian(instansi, lingkup, unit, alamat, indikator, saat)
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
        self.realisasi = self._realisasi()

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

    def _realisasi(self) -> Realisasi | None:
        r = self.butir.realisasi.get(self.periode.pk)
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
        """The typed value as this indicator takes it. Raises ``MasukanSalah``."""
        v = self.butir.versi
        bersih = teks.strip()
        if v.jenis_nilai == JenisNilai.RASIO and bersih and "/" not in bersih:
            raise IsianTidakSah.dari(
                _("Angka tidak disimpan."),
                {"teks": _("Tulis pembilang dan penyebutnya, seperti 25/30, bukan persennya.")},
            )
        nilai = kaidah.baca_nilai(
            bersih, None, jenis=v.jenis_nilai, arah=None, format_angka="id", boleh_nol=True
        )
        if nilai is None:
            return None
        # A predicate must stand on its scale; anything else passes through.
        kaidah.nilai_kinerja(nilai, v.jenis_nilai, v.skala, self.periode.selesai)
        return IsiPeriode(nilai)

    def baca_survei(self, unsur: Sequence[str], responden: str) -> IsiPeriode | None:
        """Nine means and the number of respondents; all empty is no value."""
        if not responden.strip() and not any(u.strip() for u in unsur):
            return None
        salah: dict[str, str] = {}
        angka: list[Decimal] = []
        for n, teks in enumerate(unsur, 1):
            satu = self._angka(teks, f"unsur_{n}", salah)
            angka += [satu] if satu is not None else []
        banyak = self._angka(responden, "responden", salah)
        if banyak is not None and (banyak != banyak.to_integral_value() or banyak < 1):
            salah["responden"] = _("Tulis banyaknya responden, mis. 150.")
        if len(unsur) != BANYAK_UNSUR and not salah:
            salah["unsur_1"] = _("Survei ini mempunyai %s unsur.") % BANYAK_UNSUR
        if salah or banyak is None:
            raise IsianTidakSah.dari(_("Survei tidak disimpan."), salah)
        return indeks_survei(angka, int(banyak), self.periode.selesai)

    def _angka(self, teks: str, letak: str, salah: dict[str, str]) -> Decimal | None:
        try:
            n = kaidah.baca_nilai(
                teks.strip(), None, jenis=JenisNilai.BILANGAN, arah=None, format_angka="id"
            )
        except kaidah.MasukanSalah as sebab:
            salah[letak] = kaidah.terjemah(sebab.kalimat)
            return None
        if n is None or n.nilai is None or n.penyebut is not None:
            salah[letak] = _("Isi dengan satu angka, mis. 3,35.")
            return None
        return n.nilai

    def simpan(
        self, isian: IsianSel, versi: int, pembaca: Callable[[], IsiPeriode | None]
    ) -> HasilIsi:
        """Check the row as a whole and write it."""
        self._versi(versi)
        isi, salah = None, _salah_uraian(isian, self.periode)
        try:
            isi = pembaca()
        except kaidah.MasukanSalah as sebab:
            salah["teks"] = kaidah.terjemah(sebab.kalimat)
        if isi is not None and isian.alasan_kosong:
            salah["alasan_kosong"] = _("Sel ini berisi angka; kosongkan alasannya.")
        if salah:
            raise IsianTidakSah.dari(_("Angka tidak disimpan."), salah)
        r, lama = self.realisasi, self.butir.isi.get(self.periode.pk)
        if r is not None and r.keadaan == KeadaanRealisasi.KONSEP and _sama(r, lama, isi, isian):
            return HasilIsi(r, None)
        return self._tulis(r, lama, isi, isian)

    def _versi(self, versi: int) -> None:
        kini = self.realisasi.versi if self.realisasi else 0
        if kini != versi:
            teks = self.realisasi.teks if self.realisasi else ""
            raise VersiUsang(
                _(
                    "Angka ini sudah diubah orang lain sejak Anda membukanya; kini tertulis "
                    "“%s”. Muat ulang, lalu ulangi perubahan Anda."
                )
                % (teks or "–"),
                milik_anda=versi,
                tersimpan=kini,
            )

    def _tulis(
        self, r: Realisasi | None, lama: IsiPeriode | None, isi: IsiPeriode | None, isian: IsianSel
    ) -> HasilIsi:
        asal = r.keadaan if r else KeadaanRealisasi.KONSEP
        if r is None:
            r = Realisasi(
                instansi=self.instansi,
                indikator_id=self.butir.versi.indikator_id,
                unit_id=self.unit.id,
                periode=self.periode,
                sifat=self.butir.versi.indikator.sifat,
            )
        else:
            r.versi += 1
            r.revisi += 1 if isi != lama else 0
        r.keadaan = KeadaanRealisasi.KONSEP
        r.teks = isi.nilai.teks if isi else ""
        r.alasan_kosong = isian.alasan_kosong
        for nama in URAIAN:
            setattr(r, nama, getattr(isian, nama).strip())
        # What is not due stays off the sheet until there is a figure: a later one may take it.
        r.lembar = self.lembar if isi is not None or self.jatuh_tempo else None
        p = self.periode
        self.butir.realisasi[p.pk] = r
        if isi is None:
            self.butir.isi.pop(p.pk, None)
        else:
            self.butir.isi[p.pk] = isi
        selaras = Selaras(
            self.t, instansi_id=self.instansi.pk, saat=self.saat, pada=self.lingkup.pada
        )
        mutakhir = selaras.setelah([(self.butir, p)], lambda: self._hubungan(r, isi, asal, lama))
        return HasilIsi(r, mutakhir[0])

    def _hubungan(
        self, r: Realisasi, isi: IsiPeriode | None, asal: str, lama: IsiPeriode | None
    ) -> None:
        """Components, and a line of history where the figure went through hands before."""
        if isi != lama:
            simpan_rincian(r, isi)
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


def simpan_rincian(r: Realisasi, isi: IsiPeriode | None) -> None:
    """Store the components of one measurement, dropping those it no longer has."""
    mau = _rincian(isi)
    lama = [k["id"] for k in getattr(r, "rincian", ()) if (k["komponen"], k["rincian"]) not in mau]
    if lama:
        NilaiKomponen.objects.filter(pk__in=lama).delete()
    if mau:
        NilaiKomponen.objects.bulk_create(
            [
                NilaiKomponen(realisasi=r, komponen=k, rincian=n, nilai=nilai, kode=kode)
                for (k, n), (nilai, kode) in mau.items()
            ],
            update_conflicts=True,
            unique_fields=["realisasi", "komponen", "rincian"],
            update_fields=["nilai", "kode"],
        )


def _rincian(
    isi: IsiPeriode | None,
) -> dict[tuple[str, int], tuple[Decimal | None, str | None]]:
    if isi is None:
        return {}
    n: NilaiBaru = isi.nilai
    hasil: dict[tuple[str, int], tuple[Decimal | None, str | None]]
    if n.kode is not None:
        return {("kode", 0): (None, n.kode)}
    if n.penyebut is not None:
        return {("pembilang", 0): (n.nilai, None), ("penyebut", 0): (n.penyebut, None)}
    hasil = {("nilai", 0): (n.nilai, None)}
    for nomor, satu in enumerate(isi.unsur, 1):
        hasil["unsur", nomor] = (satu, None)
    if isi.responden is not None:
        hasil["responden", 0] = (Decimal(isi.responden), None)
    return hasil
