"""Reading a whole workbook: its sheets, and what a reader of cells would not notice. No database.

Merged cells hold their text in one corner only, a formula may have no value, a row may be hidden:
each is found in the parts themselves and named, so that nothing is lost without a word.
"""

import re
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Context, Decimal
from typing import Any
from xml.parsers import expat

from django.utils.translation import gettext as _

from sakip.impor.bungkus import buka_xlsx, ditolak, pastikan_wajar
from sakip.impor.sel import KOSONG, Sel, bersih, sel

SEBUT = 10  # cells named in one sentence
LETAK = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")
BESAR = Context(prec=400)  # a double written out has 330 digits at most
PERSEN_BAWAAN = {"9", "10"}  # formats of Excel's own that show a share in per cent


@dataclass(slots=True)
class Lembar:
    """One sheet: rows of cells by number from 1, without those that hold nothing."""

    nama: str
    baris: dict[int, list[Sel]] = field(default_factory=dict)
    gabungan: list[str] = field(default_factory=list)
    rumus: list[str] = field(default_factory=list)
    rumus_kosong: list[str] = field(default_factory=list)
    tersembunyi: list[int] = field(default_factory=list)
    persen: list[str] = field(default_factory=list)


def baca_buku(isi: bytes) -> dict[str, Lembar]:
    """All sheets of an .xlsx by name, in order; macros and torn files are refused."""
    pastikan_wajar(isi)
    with buka_xlsx(isi) as (buku, arsip):
        persen = _gaya_persen(arsip)
        return {nama: _isi(buku, arsip, nama, bagian, persen) for nama, bagian in _bagian(arsip)}


def baca_lembar_pertama(isi: bytes) -> Lembar:
    """The first sheet of an .xlsx, which alone is unfolded."""
    with buka_xlsx(isi) as (buku, arsip):
        pertama = next(_bagian(arsip), None)
        if pertama is None:
            raise ditolak(_("Lembar Excel ini rusak: tidak ada lembar di dalamnya."))
        return _isi(buku, arsip, *pertama, _gaya_persen(arsip))


def cacat(semua: Sequence[Lembar]) -> tuple[list[str], list[str]]:
    """What must be mended before sheets can be read, and what their reader should know."""
    salah, catatan = [], []
    for lembar in semua:
        if lembar.gabungan:
            salah.append(
                _("Sel gabungan: %s. Pisahkan, lalu isi setiap selnya.")
                % daftar_sel(lembar.nama, lembar.gabungan)
            )
        if lembar.rumus_kosong:
            salah.append(
                _("Rumus tanpa nilai tersimpan: %s. Simpan dari Excel, atau tulis nilainya.")
                % daftar_sel(lembar.nama, lembar.rumus_kosong)
            )
        if lembar.rumus:
            catatan.append(
                _("Rumus dibaca menurut nilai tersimpannya: %s.")
                % daftar_sel(lembar.nama, lembar.rumus)
            )
        if lembar.tersembunyi:
            catatan.append(
                _("Baris tersembunyi ikut dibaca: %s.")
                % daftar_sel(lembar.nama, [str(n) for n in lembar.tersembunyi])
            )
        if lembar.persen:
            catatan.append(
                _("Sel berformat persen dibaca seperti tampaknya (85%% menjadi 85): %s.")
                % daftar_sel(lembar.nama, lembar.persen)
            )
    return salah, catatan


def huruf_kolom(nomor: int) -> str:
    """The letters of a column, counted from 0."""
    huruf = ""
    nomor += 1
    while nomor:
        nomor, sisa = divmod(nomor - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf


def nomor_kolom(huruf: str) -> int:
    """The number of a column, counted from 0."""
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor - 1


def daftar_sel(lembar: str, letak: list[str]) -> str:
    """Cells of a sheet in a sentence: the first ten, and how many more there are."""
    sebut = ", ".join(f"{lembar}!{satu}" for satu in letak[:SEBUT])
    lebih = len(letak) - SEBUT
    return sebut + (_(" dan %s sel lain") % lebih if lebih > 0 else "")


def _isi(
    buku: Any, arsip: zipfile.ZipFile, nama: str, bagian: str, persen: frozenset[str]
) -> Lembar:
    lembar = Lembar(nama)
    for nomor, nilai in enumerate(buku.get_sheet_by_name(nama).to_python(skip_empty_area=False), 1):
        if any(n != "" for n in nilai):
            satu = [sel(n) if n != "" else KOSONG for n in nilai]
            if any(s.teks for s in satu):
                lembar.baris[nomor] = satu
    _cacat(arsip, bagian, lembar, persen)
    lembar.persen = [letak for letak in lembar.persen if _seperti_tampak(lembar, letak)]
    return lembar


def _seperti_tampak(lembar: Lembar, letak: str) -> bool:
    """Read a cell that shows 85% as 85, where the sheet keeps 0,85; whether it was such a cell."""
    cocok = LETAK.fullmatch(letak)
    satu = lembar.baris.get(int(cocok[2]), []) if cocok else []
    n = nomor_kolom(cocok[1]) if cocok else 0
    angka = satu[n].angka if n < len(satu) else None
    if angka is None:
        return False
    teks = format(angka.scaleb(2, BESAR), "f")
    teks = teks.rstrip("0").rstrip(".") if "." in teks else teks
    satu[n] = Sel(teks, Decimal(teks))
    return True


def _gaya_persen(arsip: zipfile.ZipFile) -> frozenset[str]:
    """Numbers of the cell styles that show 0,85 as 85%."""
    kode: dict[str, str] = {}
    urut: list[str] = []
    di_dalam = [False]

    def mulai(nama: str, atribut: dict[str, str]) -> None:
        unsur = _pendek(nama)
        if unsur == "numFmt":
            kode[atribut.get("numFmtId", "")] = atribut.get("formatCode", "")
        elif unsur in {"cellXfs", "cellStyleXfs"}:
            di_dalam[0] = unsur == "cellXfs"
        elif unsur == "xf" and di_dalam[0]:
            urut.append(atribut.get("numFmtId", ""))

    _urai(arsip, "xl/styles.xml", mulai)
    return frozenset(
        str(n) for n, id_ in enumerate(urut) if id_ in PERSEN_BAWAAN or "%" in kode.get(id_, "")
    )


def _bagian(arsip: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Names of the sheets with the parts that hold them."""
    tujuan: dict[str, str] = {}
    daftar: list[tuple[str, str]] = []

    def hubungan(nama: str, atribut: dict[str, str]) -> None:
        if _pendek(nama) == "Relationship":
            tujuan[atribut["Id"]] = atribut["Target"]

    def lembar(nama: str, atribut: dict[str, str]) -> None:
        if _pendek(nama) == "sheet":
            rid = next((v for k, v in atribut.items() if _pendek(k) == "id"), "")
            daftar.append((atribut["name"], rid))

    _urai(arsip, "xl/_rels/workbook.xml.rels", hubungan)
    _urai(arsip, "xl/workbook.xml", lembar)
    for nama, rid in daftar:
        alamat = tujuan.get(rid, "")
        if "worksheets/" in alamat:
            yield nama, alamat.removeprefix("/") if alamat[:1] == "/" else f"xl/{alamat}"


def _urai(arsip: zipfile.ZipFile, bagian: str, mulai: Any) -> None:
    if bagian not in arsip.namelist():
        return
    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = mulai
    with arsip.open(bagian) as isi:
        pengurai.ParseFile(isi)


def _pendek(nama: str) -> str:
    return nama.rpartition(":")[2]


class _Pencari:
    """What the parser meets in one sheet that a reader of values would not see."""

    def __init__(self, lembar: Lembar, persen: frozenset[str]) -> None:
        self.lembar, self.persen, self.berpersen = lembar, persen, False
        self.letak, self.berumus, self.bernilai, self.di_nilai = "", False, False, False

    def mulai(self, nama: str, atribut: dict[str, str]) -> None:
        unsur = _pendek(nama)
        if unsur == "row":
            if atribut.get("hidden") in {"1", "true"} and atribut.get("r", "").isdecimal():
                self.lembar.tersembunyi.append(int(atribut["r"][:12]))
        elif unsur == "c":
            self.letak, self.berumus, self.bernilai = atribut.get("r", "?"), False, False
            self.berpersen = atribut.get("s") in self.persen
        elif unsur == "f":
            self.berumus = True
        elif unsur == "v":
            self.di_nilai = True
        elif unsur == "mergeCell":
            self.lembar.gabungan.append(bersih(atribut.get("ref", "?")))

    def teks(self, _isi: str) -> None:
        self.bernilai = self.bernilai or self.di_nilai

    def akhir(self, nama: str) -> None:
        unsur = _pendek(nama)
        if unsur == "v":
            self.di_nilai = False
        elif unsur == "c":
            if self.berumus:
                tempat = self.lembar.rumus if self.bernilai else self.lembar.rumus_kosong
                tempat.append(self.letak)
            if self.berpersen and self.bernilai:
                self.lembar.persen.append(self.letak)


def _cacat(arsip: zipfile.ZipFile, bagian: str, lembar: Lembar, persen: frozenset[str]) -> None:
    if bagian not in arsip.namelist():
        return
    pencari = _Pencari(lembar, persen)
    pengurai = expat.ParserCreate()
    pengurai.StartElementHandler = pencari.mulai
    pengurai.CharacterDataHandler = pencari.teks
    pengurai.EndElementHandler = pencari.akhir
    with arsip.open(bagian) as isi:
        pengurai.ParseFile(isi)
    lembar.tersembunyi = [n for n in lembar.tersembunyi if n in lembar.baris]
