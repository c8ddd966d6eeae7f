"""What an .xlsx is wrapped in: a ZIP whose every part is measured before a reader opens it.

A part is unpacked by hand: a ZIP may lie about its sizes, and a reader believes it. No database.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any
from xml.parsers import expat

from django.conf import settings
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, Kesalahan

TERBUKA_MAKS = 200_000_000  # bytes an .xlsx may unpack to: a small zip can hide a huge sheet
BAGIAN_MAKS = 2_000  # parts of a workbook; an ordinary one has twenty
SEL_MAKS = 2_000_000  # cells of the rectangle a sheet spans: the reader lays all of it in memory
TERJAUH = 12  # digits of a row number that are read
POTONG = 1 << 16
KEPALA_ZIP = 30  # bytes before the name of a part, where it stands
BUKAN_TABEL = {
    b"%PDF": "PDF",
    b"\xd0\xcf\x11\xe0": "Excel 97–2003 (.xls)",
    b"\x89PNG": "PNG",
    b"\xff\xd8\xff": "JPEG",
    b"\x1f\x8b": "gzip",
    b"Rar!": "RAR",
    b"MZ": "program (.exe)",
    b"\x7fELF": "program",
}
BERMAKRO = ("vbaproject", "xl/macrosheets/", "xl/dialogsheets/")
TERTAUT = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")

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


def ditolak(*pesan: str) -> IsianTidakSah:
    """The refusal of a whole file, with every reason."""
    return IsianTidakSah(
        _("Berkas tidak dapat dibaca."), tuple(Kesalahan("berkas", satu) for satu in pesan)
    )


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


@contextmanager
def buka_xlsx(isi: bytes) -> Iterator[tuple[Any, zipfile.ZipFile]]:
    """An .xlsx that is safe to read whole: its reader and its parts.

    What is torn, lying or too wide is refused, and what carries macros or looks into other files.
    """
    # Imported here: only uploads of sheets need it.
    from python_calamine import CalamineError, CalamineWorkbook  # noqa: PLC0415

    try:
        with zipfile.ZipFile(io.BytesIO(isi)) as arsip:
            _pastikan_isi(arsip)
            for bagian in arsip.infolist():
                _batasi_luas(isi, bagian)
            yield CalamineWorkbook.from_filelike(io.BytesIO(isi)), arsip
    except (*RUSAK, CalamineError) as sebab:
        raise ditolak(
            _("Lembar Excel ini rusak (%s). Buka di Excel lalu simpan ulang.") % sebab
        ) from sebab


def _pastikan_isi(arsip: zipfile.ZipFile) -> None:
    """Refuse by the list of parts alone, before a byte is unpacked."""
    nama = [n.lower() for n in arsip.namelist()]
    if "xl/workbook.xml" not in nama:
        raise ditolak(_("Ini berkas zip, bukan lembar Excel."))
    besar = sum(b.file_size for b in arsip.infolist()) > TERBUKA_MAKS
    if besar or len(nama) > BAGIAN_MAKS:
        raise ditolak(_("Lembar Excel ini terlalu besar bila dibuka."))
    if any(tanda in n for n in nama for tanda in BERMAKRO):
        raise ditolak(
            _("Berkas ini memuat makro. Simpan sebagai “Excel Workbook (.xlsx)” tanpa makro.")
        )
    if any(n.startswith(TERTAUT) for n in nama):
        raise ditolak(
            _(
                "Berkas ini mengambil isi dari berkas lain (tautan eksternal). Di Excel pilih "
                "Data, Edit Links, Break Link, lalu simpan ulang."
            )
        )


def potongan(isi: bytes, bagian: zipfile.ZipInfo) -> Iterator[bytes]:
    """A part unpacked piece by piece, and never beyond the size that the directory declares.

    Raises ``BadZipFile`` when it is longer, shorter or other than declared.
    """
    if bagian.flag_bits & 1:
        raise RuntimeError("encrypted")
    awal = bagian.header_offset + KEPALA_ZIP
    awal += int.from_bytes(isi[awal - 4 : awal - 2], "little")  # the name
    awal += int.from_bytes(isi[bagian.header_offset + 28 : bagian.header_offset + 30], "little")
    padat = memoryview(isi)[awal : awal + bagian.compress_size]
    banyak = tanda = 0
    for satu in _terurai(padat, bagian.compress_type):
        banyak += len(satu)
        if banyak > bagian.file_size:
            break
        tanda = zlib.crc32(satu, tanda)
        yield satu
    if banyak != bagian.file_size or tanda != bagian.CRC:
        raise zipfile.BadZipFile(f"{bagian.filename}: size or sum is not as declared")


def _terurai(padat: memoryview, cara: int) -> Iterator[bytes]:
    if cara == zipfile.ZIP_STORED:
        for n in range(0, len(padat), POTONG):
            yield bytes(padat[n : n + POTONG])
        return
    if cara != zipfile.ZIP_DEFLATED:
        raise NotImplementedError(f"compression {cara}")
    pengurai = zlib.decompressobj(-zlib.MAX_WBITS)
    sisa: bytes | memoryview = padat
    while not pengurai.eof:
        satu = pengurai.decompress(sisa, POTONG)
        sisa = pengurai.unconsumed_tail
        if not satu and not sisa:
            return  # torn: the sum tells
        yield satu


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
    for h in huruf.upper()[:TERJAUH]:
        nomor = nomor * 26 + ord(h) - 64
    return nomor


def _tanpa_entitas(*_apa: object) -> None:
    """No workbook declares a document type; what does wants its entities unfolded."""
    raise ditolak(_("Lembar Excel ini memuat deklarasi DTD, yang tidak pernah ditulis Excel."))


def _batasi_luas(isi: bytes, bagian: zipfile.ZipInfo) -> None:
    """Refuse a part with a cell far away: two cells at opposite corners fill all memory.

    Reading a part to its end also proves that it is as large as it says.
    """
    luas, tabel, ekor = _Luas(), False, b""
    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = luas.mulai
    pengurai.StartDoctypeDeclHandler = _tanpa_entitas
    galat: expat.ExpatError | None = None
    for potong in potongan(isi, bagian):
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
