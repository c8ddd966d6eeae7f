"""What documents are made of: frozen, plain, complete. No queries and no computing.

A domain service fills one of the four ``Bahan…`` classes, prints it (``pdf_perjanjian`` and so on)
and stores ``ke_data()`` with the issued document; ``dari_data`` reads it back for a reprint. Every
number stands here as it was on the day of issue. An empty text or tuple means: no data; the
document then names what is missing.

``kata.sebut_nilai`` prints a ``Nilai``, its ``angka`` draws the chart; capaian and serapan are
percentages.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, ClassVar, Self

from sakip.dokumen.data import dari_data, ke_data

SKEMA = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class KepalaDokumen:
    """Whose document, of which year, issued when. Without ``kode_periksa`` it is a draft.

    ``tanggal`` is also the creation date in the file. ``alamat_periksa`` goes into the QR code.
    """

    instansi: str
    unit: str
    tahun: int
    tanggal: date
    tempat: str = ""
    nomor: str = ""
    contoh: bool = False
    kode_periksa: str = ""
    alamat_periksa: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pihak:
    """Somebody who signs. ``jabatan`` as it is printed, with "Plt." where it applies."""

    nama: str
    jabatan: str
    nip: str = ""
    pangkat: str = ""


@dataclass(frozen=True, slots=True)
class Nilai:
    """A target or realisasi: how it is printed, and its number where it has one.

    ``asal`` is the ratio that ``teks`` was reckoned from: "86,25" from "69/80".
    """

    teks: str
    angka: Decimal | None = None
    asal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramAnggaran:
    """One program and its money in rupiah; ``serapan`` is a percentage."""

    kode: str
    nama: str
    anggaran: Decimal
    realisasi: Decimal | None = None
    serapan: Decimal | None = None
    keterangan: str = ""


class Bahan:
    """What the four kinds have in common: a name, and the way to JSON and back."""

    __slots__ = ()
    JENIS: ClassVar[str]
    kepala: KepalaDokumen

    def ke_data(self) -> dict[str, Any]:
        """Plain data to be stored with the document."""
        return {"jenis": self.JENIS, "skema": SKEMA, "isi": ke_data(self)}

    @classmethod
    def dari_data(cls, data: dict[str, Any]) -> Self:
        """Read stored data; ``ValueError`` names what does not fit."""
        if (data.get("jenis"), data.get("skema")) != (cls.JENIS, SKEMA):
            raise ValueError(f"bukan bahan {cls.JENIS} skema {SKEMA}")
        return dari_data(cls, data["isi"])


# Perjanjian kinerja


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorPerjanjian:
    """One promised indicator; ``target`` as printed, the unit of measure apart."""

    nama: str
    target: str
    satuan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranPerjanjian:
    """A sasaran with its indicators."""

    uraian: str
    indikator: tuple[IndikatorPerjanjian, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanPerjanjian(Bahan):
    """A perjanjian kinerja. Without ``pihak_kedua`` it is the regent's own (form I/1-6).

    ``perubahan_ke`` 0 is the first one; a later one says why in ``alasan_perubahan``.
    """

    JENIS: ClassVar[str] = "perjanjian_kinerja"

    kepala: KepalaDokumen
    pihak_pertama: Pihak
    pihak_kedua: Pihak | None
    sasaran: tuple[SasaranPerjanjian, ...]
    program: tuple[ProgramAnggaran, ...]
    perubahan_ke: int = 0
    alasan_perubahan: str = ""


# Laporan kinerja


@dataclass(frozen=True, slots=True, kw_only=True)
class CapaianTahun:
    """One earlier year of an indicator."""

    tahun: int
    target: Nilai | None = None
    realisasi: Nilai | None = None
    capaian: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TargetJangkaMenengah:
    """The target at the end of the plan, and how much of it is reached (percentage)."""

    tahun: int
    target: Nilai
    kemajuan: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StandarNasional:
    """A national figure to compare with, and where it stands."""

    sebutan: str
    nilai: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class IndikatorLaporan:
    """One indicator in the year reported. Without capaian, ``keterangan`` says why.

    ``penyebab`` why it was met or missed, ``golongan`` what a cause is counted as, ``solusi`` what
    is done about it, ``utama`` an IKU.
    """

    nama: str
    satuan: str
    target: Nilai
    turun_baik: bool = False
    realisasi: Nilai | None = None
    capaian: Decimal | None = None
    tercapai: bool | None = None
    keterangan: str = ""
    riwayat: tuple[CapaianTahun, ...] = ()
    jangka_menengah: TargetJangkaMenengah | None = None
    standar: tuple[StandarNasional, ...] = ()
    penyebab: str = ""
    golongan: str = ""
    solusi: str = ""
    utama: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class KegiatanPenunjang:
    """What was done for a sasaran: kegiatan or sub-kegiatan, its output, planned and delivered."""

    program: str
    kegiatan: str
    keluaran: str = ""
    target: str = ""
    realisasi: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NarasiAnalisis:
    """What the unit wrote to one of the seven analyses (``kode`` of the structure)."""

    kode: str
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SasaranLaporan:
    """A sasaran with all that its seven analyses need.

    ``anggaran``: programs that paid for it; ``capaian``: the mean of its indicators, by rule.
    """

    uraian: str
    indikator: tuple[IndikatorLaporan, ...]
    capaian: Decimal | None = None
    anggaran: tuple[ProgramAnggaran, ...] = ()
    serapan: Decimal | None = None
    penunjang: tuple[KegiatanPenunjang, ...] = ()
    narasi: tuple[NarasiAnalisis, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class NarasiBagian:
    """What the unit wrote to one part (``kode`` of the structure, ``bab_1.umum``).

    Paragraphs are parted by a blank line; lines that begin with "- " or "1. " become a list.
    """

    kode: str
    teks: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PernyataanReviu:
    """The statement of the APIP, signed by the inspektur; only for the government's own report."""

    tanggal: date
    penandatangan: Pihak
    paragraf_penjelas: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanLaporan(Bahan):
    """A laporan kinerja. ``perjanjian`` is printed in Bab II and as the annex."""

    JENIS: ClassVar[str] = "laporan_kinerja"

    kepala: KepalaDokumen
    penandatangan: Pihak
    sasaran: tuple[SasaranLaporan, ...]
    anggaran: tuple[ProgramAnggaran, ...] = ()
    serapan: Decimal | None = None
    narasi: tuple[NarasiBagian, ...] = ()
    perjanjian: BahanPerjanjian | None = None
    lampiran_lain: tuple[str, ...] = ()
    pemerintah_daerah: bool = False
    reviu: PernyataanReviu | None = None


# Laporan hasil evaluasi


@dataclass(frozen=True, slots=True, kw_only=True)
class KomponenLhe:
    """One of the four components: weight, last year's and this year's score."""

    nama: str
    bobot: Decimal
    nilai: Decimal
    nilai_lalu: Decimal | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ButirLhe:
    """A remark or a recommendation under one component."""

    komponen: str
    uraian: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TindakLanjutLalu:
    """A recommendation of the year before, and what became of it."""

    uraian: str
    status: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanLhe(Bahan):
    """A LHE in the form of a letter. ``kepala.unit`` is the unit evaluated.

    ``pengirim`` heads the paper; ``dasar`` are the legal texts and the letter of assignment.
    """

    JENIS: ClassVar[str] = "laporan_hasil_evaluasi"

    kepala: KepalaDokumen
    pengirim: str
    kepada: str
    penandatangan: Pihak
    dasar: tuple[str, ...]
    komponen: tuple[KomponenLhe, ...]
    nilai: Decimal
    predikat: str
    sebutan: str
    nilai_lalu: Decimal | None = None
    predikat_lalu: str = ""
    catatan: tuple[ButirLhe, ...] = ()
    rekomendasi: tuple[ButirLhe, ...] = ()
    tindak_lanjut: tuple[TindakLanjutLalu, ...] = ()
    tembusan: tuple[str, ...] = ()
    hal: str = ""
    sifat: str = "Biasa"
    lampiran: str = "–"
    alamat_kepada: str = ""


# Serah terima kinerja


@dataclass(frozen=True, slots=True, kw_only=True)
class KedudukanIndikator:
    """Where an indicator stands on the day of the handover."""

    nama: str
    satuan: str
    target: Nilai
    realisasi: Nilai | None = None
    periode: str = ""
    capaian: Decimal | None = None
    keadaan: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RekomendasiTerbuka:
    """A recommendation that is still to be followed up."""

    uraian: str
    penanggung_jawab: str = ""
    jatuh_tempo: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BahanSerahTerima(Bahan):
    """A berita acara of the handover of a post; ``mengetahui`` is the superior, if he signs."""

    JENIS: ClassVar[str] = "serah_terima_kinerja"

    kepala: KepalaDokumen
    jabatan: str
    menyerahkan: Pihak
    menerima: Pihak
    mengetahui: Pihak | None = None
    indikator: tuple[KedudukanIndikator, ...] = ()
    rekomendasi: tuple[RekomendasiTerbuka, ...] = ()
    tanpa_rekomendasi: bool = False
    anggaran: tuple[ProgramAnggaran, ...] = ()
    catatan: str = ""
