"""The quarterly sheet as pages show it: rows, days, history. Plain things, no reads."""

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.izin import Peran
from sakip.organisasi.kaidah import hari_kerja_sampai
from sakip.organisasi.models import Periode
from sakip.pengukuran.kaidah import tercapai
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import IsiPeriode, mutu_survei, persen
from sakip.pengukuran.kaidah.sebab import SESUAI_RENCANA, sebut_sebab
from sakip.pengukuran.models import (
    ArahanAtasan,
    BuktiRealisasi,
    CapaianMutakhir,
    KeadaanLembar,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
)
from sakip.pengukuran.selectors.daftar_periksa import Hitungan
from sakip.pengukuran.selectors.jendela import hari_terlambat
from sakip.pengukuran.selectors.mutu import MutuLembar, TemuanTampak
from sakip.pengukuran.selectors.mutu_baca import Tanda
from sakip.pengukuran.selectors.tahun import Butir


@dataclass(frozen=True, slots=True)
class Hari:
    """The days of a window for one unit; ``None`` where nobody set it.

    ``libur``: days off since it opened.
    """

    mulai: date | None = None
    selesai: date | None = None
    lanjut: date | None = None
    alasan_lanjut: str = ""
    libur: frozenset[date] = frozenset()

    @property
    def batas(self) -> date | None:
        return self.lanjut or self.selesai

    def terbuka(self, pada: date) -> bool:
        return (
            self.mulai is not None and self.batas is not None and self.mulai <= pada <= self.batas
        )

    def lewat(self, pada: date) -> bool:
        """Whether the window, and any leave for more days, is over."""
        return self.batas is not None and pada > self.batas

    def telat(self, pada: date) -> int:
        """Working days late if it were handed in today; leave for more days changes nothing."""
        return hari_terlambat(self.selesai, pada, self.libur)

    def sisa(self, pada: date) -> int | None:
        """Working days left while the window is open: 0 on its last day."""
        if self.batas is None or not self.terbuka(pada):
            return None
        return hari_kerja_sampai(pada, self.batas, self.libur)


@dataclass(frozen=True, slots=True)
class Kejadian:
    """One line of a sheet's history."""

    saat: datetime
    oleh: str
    tindakan: str
    ke: str
    alasan: str
    teks: str


@dataclass(frozen=True, slots=True)
class Bulan:
    """One month of a quarter that is made of months."""

    periode: Periode
    realisasi: Realisasi | None
    isi: IsiPeriode | None

    @property
    def versi(self) -> int:
        return self.realisasi.versi if self.realisasi else 0


@dataclass(slots=True)
class Baris:
    """One indicator on the sheet. ``periode`` is ``None`` where nothing is due or entered yet."""

    butir: Butir
    periode: Periode | None
    jatuh_tempo: bool
    realisasi: Realisasi | None
    isi: IsiPeriode | None
    target_teks: str
    mutakhir: CapaianMutakhir | None = None
    setahun: CapaianMutakhir | None = None
    lalu: tuple[Periode, str, Decimal | None] | None = None
    hitungan: Hitungan | None = None
    bukti: list[BuktiRealisasi] = field(default_factory=list)
    riwayat: list[Kejadian] = field(default_factory=list)
    boleh_isi: bool = False
    bulan: list[Bulan] = field(default_factory=list)
    # Open remarks on the cell; ``None``: nobody ever wrote one.
    komentar: int | None = None
    temuan: list[TemuanTampak] = field(default_factory=list)
    tanda: Tanda | None = None

    @property
    def kode(self) -> str:
        return self.butir.kode

    @property
    def keadaan(self) -> str:
        return self.realisasi.keadaan if self.realisasi else KeadaanRealisasi.KONSEP

    @property
    def versi(self) -> int:
        return self.realisasi.versi if self.realisasi else 0

    @property
    def berjawab(self) -> bool:
        """There is a figure, or a reason why there is none."""
        return self.isi is not None or bool(self.realisasi and self.realisasi.alasan_kosong)

    @property
    def belum_terbit(self) -> bool:
        """The figure comes from elsewhere, a year late, and is not out yet."""
        alasan = self.realisasi.alasan_kosong if self.realisasi else ""
        if alasan:
            return alasan == "belum_terbit"
        return self.isi is None and self.butir.versi.jeda_data_tahun > 0 and not self.jatuh_tempo

    @property
    def di_bawah_target(self) -> bool:
        return tercapai(self.mutakhir.capaian if self.mutakhir else None) is False

    @property
    def tanpa_faktor(self) -> bool:
        """Met, and nobody said yet what made it so."""
        hasil = tercapai(self.mutakhir.capaian if self.mutakhir else None)
        return hasil is True and bool(self.realisasi and not self.realisasi.faktor.strip())

    @property
    def sebutan_golongan(self) -> str:
        """The class of the cause as people read it; empty where no cause was written."""
        r = self.realisasi
        if r is None or self.periode is None or not r.penyebab:
            return ""
        return sebut_sebab(r.golongan_sebab, self.periode.selesai)

    @property
    def faktor_tampak(self) -> str:
        """The success factor as readers see it; the bare tick says nothing of a missed target."""
        faktor = self.realisasi.faktor if self.realisasi else ""
        return "" if self.di_bawah_target and faktor == SESUAI_RENCANA else faktor

    @property
    def persen(self) -> Decimal | None:
        """The share that counts, in per cent; ``None``: no share."""
        return persen(_terbaca(self.mutakhir, self.isi))

    def mutu(self, pada: date) -> str:
        """Grade of a survey's index, A to D; empty for other figures."""
        return mutu_survei(self.isi, pada) if self.isi else ""

    @property
    def berbeda_dari_daftar(self) -> bool:
        """What was typed is not what the checklist counts."""
        return bool(self.hitungan and self.isi and self.isi.nilai.teks != self.hitungan.teks)


def _terbaca(m: CapaianMutakhir | None, isi: IsiPeriode | None) -> NilaiBaru | None:
    """The value that counts, from the text of the read model: 31/36 where 25/30 was typed."""
    if isi is None or isi.nilai.penyebut is None or m is None:
        return isi.nilai if isi else None
    atas, _garis, bawah = m.realisasi_teks.replace(".", "").replace(",", ".").partition("/")
    return NilaiBaru(m.realisasi_teks, Decimal(atas), Decimal(bawah)) if bawah else None


@dataclass(slots=True)
class ArahanTampak:
    """One arahan as a sheet shows it; ``tagihan``: this sheet waits for its answer."""

    arahan: ArahanAtasan
    tagihan: bool = False
    boleh_jawab: bool = False
    boleh_putus: bool = False
    riwayat: list[Kejadian] = field(default_factory=list)

    @property
    def penulis(self) -> str:
        return self.riwayat[0].oleh if self.riwayat else ""

    @property
    def sebutan_peran(self) -> str:
        return Peran(self.arahan.peran).sebutan


@dataclass(frozen=True, slots=True)
class ArahanLembar:
    """All arahan of a sheet: to be answered on it, and written on it."""

    dijawab_di_sini: tuple[ArahanTampak, ...]
    ditulis_di_sini: tuple[ArahanTampak, ...]

    @property
    def tagihan(self) -> list[ArahanAtasan]:
        return [a.arahan for a in self.dijawab_di_sini if a.tagihan]


@dataclass(slots=True)
class LembarTampak:
    """A sheet with everything a page needs. ``lembar`` is ``None`` before anybody opened it."""

    periode: Periode
    lembar: LembarPengukuran | None
    hari: Hari
    baris: list[Baris]
    riwayat: list[Kejadian]
    arahan: ArahanLembar
    syarat: list[SyaratBelum]
    sunting: bool
    alasan_terkunci: str
    mutu: MutuLembar | None = None

    @property
    def keadaan(self) -> str:
        return self.lembar.keadaan if self.lembar else KeadaanLembar.KONSEP

    @property
    def versi(self) -> int:
        return self.lembar.versi if self.lembar else 0

    @property
    def terisi(self) -> int:
        return sum(1 for b in self.baris if b.jatuh_tempo and b.berjawab)

    @property
    def jatuh_tempo(self) -> int:
        return sum(1 for b in self.baris if b.jatuh_tempo)

    @property
    def tanpa_faktor(self) -> list[Baris]:
        """Rows that the caller may enter, that were met, and that say nothing of it."""
        return [b for b in self.baris if b.boleh_isi and b.tanpa_faktor]

    @property
    def berbeda(self) -> list[Baris]:
        """Rows whose figure is not what their checklist counts."""
        return [b for b in self.baris if b.berbeda_dari_daftar]


@dataclass(frozen=True, slots=True)
class TriwulanTampak:
    """One quarter in the overview of a year."""

    periode: Periode
    lembar: LembarPengukuran | None
    hari: Hari
