"""Reading an uploaded table: what the file really is, its header, its rows. No database."""

import codecs
import csv
import io
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from xml.parsers import expat

from django.conf import settings
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, Kesalahan

TERBUKA_MAKS = 200_000_000  # bytes an .xlsx may unpack to: a small zip can hide a huge sheet
SEL_MAKS = 2_000_000  # cells of the rectangle a sheet spans: the reader lays all of it in memory
BUKAN_TABEL = {
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "Excel 97–2003 (.xls)",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
}

# What reading a torn, lying or encrypted archive raises.
RUSAK = (
    zipfile.BadZipFile,
    zlib.error,
    expat.ExpatError,
    OSError,
    EOFError,
    RuntimeError,  # encrypted
    NotImplementedError,  # packed in a way Excel never uses
)


TERJAUH = 12  # digits of a row number that are read


@dataclass(frozen=True, slots=True)
class Sel:
    """One cell: its text, and its number when the sheet itself stored a number."""

    teks: str
    angka: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Baris:
    """One row: its number in the sheet (the header is 1) and its cells by column name."""

    nomor: int
    sel: dict[str, Sel]

    def teks(self, kolom: str) -> str:
        sel = self.sel.get(kolom)
        return "" if sel is None else sel.teks


def baca_tabel(isi: bytes, wajib: Sequence[str]) -> list[Baris]:
    """Read a CSV or .xlsx whose header holds the columns ``wajib``; whole-file faults raise.

    What the file is, is read from its first bytes, not from its name.
    """
    pastikan_wajar(isi)
    baris = xlsx(isi) if isi.startswith(b"PK") else baris_csv(isi)
    return _bernama(baris, wajib)


def pastikan_wajar(isi: bytes) -> None:
    """Refuse what is empty, too large, or by its first bytes no table."""
    if not isi.strip():
        raise ditolak(_("Berkas ini kosong."))
    if len(isi) > settings.UKURAN_IMPOR_MAKS:
        raise ditolak(
            _("Berkas ini %(ada)s MB; paling besar %(maks)s MB. Pecah menjadi beberapa berkas.")
            % {"ada": len(isi) // 1_000_000, "maks": settings.UKURAN_IMPOR_MAKS // 1_000_000}
        )
    for awal, jenis in BUKAN_TABEL.items():
        if isi.startswith(awal):
            raise ditolak(
                _("Isi berkas ini %(jenis)s, bukan tabel. Simpan sebagai .xlsx atau .csv.")
                % {"jenis": jenis}
            )


def ditolak(*pesan: str) -> IsianTidakSah:
    """The refusal of a whole file, with every reason."""
    return IsianTidakSah(
        _("Berkas tidak dapat dibaca."), tuple(Kesalahan("berkas", satu) for satu in pesan)
    )


def baris_csv(isi: bytes) -> Iterator[tuple[int, list[Sel]]]:
    """Rows of a CSV with the numbers of their lines."""
    try:
        teks = isi.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as sebab:
        baris = isi[: sebab.start].count(b"\n") + 1
        raise ditolak(
            _("Baris %s bukan teks UTF-8. Di Excel pilih “CSV UTF-8”, atau simpan sebagai .xlsx.")
            % baris
        ) from sebab
    if "\0" in teks:
        raise ditolak(_("Isinya bukan teks. Simpan sebagai .xlsx atau .csv."))
    kepala = teks.split("\n", 1)[0]
    pemisah = ";" if kepala.count(";") > kepala.count(",") else ","
    pembaca = csv.reader(io.StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    try:
        for satu in pembaca:
            yield pembaca.line_num, [Sel(bersih(s)) for s in satu]
    except csv.Error as sebab:
        raise ditolak(
            _("Baris %(baris)s rusak: tanda kutip tidak berpasangan (%(sebab)s).")
            % {"baris": pembaca.line_num, "sebab": sebab}
        ) from sebab


def xlsx(isi: bytes) -> Iterator[tuple[int, list[Sel]]]:
    """Rows of the first sheet of an .xlsx, from the first row of the sheet on."""
    with buka_xlsx(isi) as buku:
        lembar = buku.get_sheet_by_index(0).to_python(skip_empty_area=False)
    for nomor, nilai in enumerate(lembar, 1):
        yield nomor, [sel(s) for s in nilai]


@contextmanager
def buka_xlsx(isi: bytes) -> Iterator[Any]:
    """An .xlsx that is safe to read whole; what is torn, lying or too wide is refused."""
    # Imported here: only uploads of sheets need it.
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            if "xl/workbook.xml" not in arsip.namelist():
                raise ditolak(_("Ini berkas zip, bukan lembar Excel."))
            if sum(b.file_size for b in arsip.infolist()) > TERBUKA_MAKS:
                raise ditolak(_("Lembar Excel ini terlalu besar bila dibuka."))
            for bagian in arsip.infolist():
                _batasi_luas(arsip, bagian)
        yield CalamineWorkbook.from_filelike(io.BytesIO(isi))
    except (*RUSAK, CalamineError) as sebab:
        raise ditolak(
            _("Lembar Excel ini rusak (%s). Buka di Excel lalu simpan ulang.") % sebab
        ) from sebab


class _Luas:
    """How far the filled cells of a part reach, as the parser meets them."""

    def __init__(self) -> None:
        self.baris = self.kolom = self.di_baris = self.di_kolom = 0

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        unsur, letak = nama.rpartition(":")[2], atribut.get("r", "")
        if unsur == "row":
            self.di_baris = _nomor_baris(letak) if letak.isdecimal() else self.di_baris + 1
            self.di_kolom = 0
        elif unsur == "c":
            huruf = letak.rstrip("0123456789")
            angka = letak[len(huruf) :]
            self.di_baris = _nomor_baris(angka) if angka else self.di_baris
            self.di_kolom = _nomor_kolom(huruf) if huruf else self.di_kolom + 1
        elif unsur in {"v", "is", "f"}:
            self.baris = max(self.baris, self.di_baris)
            self.kolom = max(self.kolom, self.di_kolom)


def _nomor_baris(angka: str) -> int:
    """Rows beyond any sheet are all equally far away; nobody has to write them out."""
    return int(angka[:TERJAUH]) if angka.isdecimal() else 0


def _nomor_kolom(huruf: str) -> int:
    nomor = 0
    for h in huruf.upper():
        nomor = nomor * 26 + ord(h) - 64
    return nomor


def _batasi_luas(arsip: zipfile.ZipFile, bagian: zipfile.ZipInfo) -> None:
    """Refuse a part with a cell far away: two cells at opposite corners fill all memory.

    Reading a part to its end also proves that it is as large as it says.
    """
    luas, tabel, ekor = _Luas(), False, b""
    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = luas.mulai
    galat: expat.ExpatError | None = None
    with arsip.open(bagian) as isi:
        while potong := isi.read(1 << 16):
            tabel = tabel or b"sheetData" in ekor + potong
            ekor = potong[-8:]
            if galat is None:
                try:
                    pengurai.Parse(potong)
                except expat.ExpatError as sebab:
                    galat = sebab  # pictures and the like are no XML; a sheet must be
            if luas.baris * luas.kolom > SEL_MAKS:
                raise ditolak(
                    _(
                        "Lembar Excel ini terlalu luas: ada isi di baris %(baris)s kolom "
                        "ke-%(kolom)s. Hapus sel di luar tabelnya, lalu simpan ulang."
                    )
                    % {"baris": luas.baris, "kolom": luas.kolom}
                )
    if galat is not None and tabel:
        raise galat


def bersih(teks: str) -> str:
    """A text without what cannot be seen: control signs, and those that turn the reading."""
    if teks.isprintable():
        return teks.strip()
    return "".join(
        h for h in teks if h == "\n" or unicodedata.category(h) not in {"Cc", "Cf"}
    ).strip()


def sel(nilai: Any) -> Sel:
    """A value of a sheet as a cell of ours."""
    if isinstance(nilai, bool):
        return Sel("ya" if nilai else "tidak")
    if isinstance(nilai, int | float):
        # The shortest text that reads back to the same double is what the person typed.
        teks = format(Decimal(repr(nilai)), "f").removesuffix(".0")
        return Sel(teks, Decimal(teks))
    if isinstance(nilai, date | datetime):
        return Sel(nilai.isoformat())
    return Sel(bersih(str(nilai)))


def _bernama(baris: Iterator[tuple[int, list[Sel]]], wajib: Sequence[str]) -> list[Baris]:
    kepala = [s.teks.strip().lower().replace(" ", "_") for s in next(baris, (0, []))[1]]
    kurang = [k for k in wajib if k not in kepala]
    if kurang:
        raise ditolak(
            _("Kolom yang kurang: %(kurang)s. Kolom yang terbaca: %(ada)s.")
            % {"kurang": ", ".join(kurang), "ada": ", ".join(k for k in kepala if k) or "–"}
        )
    kembar = sorted({k for k in kepala if k and kepala.count(k) > 1})
    if kembar:
        raise ditolak(_("Kolom ini tertulis dua kali: %s.") % ", ".join(kembar))
    hasil: list[Baris] = []
    for nomor, isi_baris in baris:
        if not any(s.teks for s in isi_baris):
            continue
        if any(s.teks for s in isi_baris[len(kepala) :]):
            raise ditolak(
                _(
                    "Baris %(baris)s berisi %(ada)s sel, sedangkan judulnya %(judul)s kolom. "
                    "Di berkas berpemisah koma, angka seperti 85,5 harus diapit tanda kutip."
                )
                % {"baris": nomor, "ada": len(isi_baris), "judul": len(kepala)}
            )
        if len(hasil) >= settings.BARIS_IMPOR_MAKS:
            raise ditolak(
                _("Lebih dari %s baris berisi. Pecah menjadi beberapa berkas.")
                % settings.BARIS_IMPOR_MAKS
            )
        hasil.append(
            Baris(nomor, {k: s for k, s in zip(kepala, isi_baris, strict=False) if k and s.teks})
        )
    if not hasil:
        raise ditolak(_("Tidak ada baris berisi di bawah judul kolom."))
    return hasil
