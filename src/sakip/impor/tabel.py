"""Reading an uploaded table: what the file really is, its header, its rows. No database."""

import codecs
import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.conf import settings
from django.utils.translation import gettext as _

from sakip.impor.buku import Lembar, baca_lembar_pertama, cacat
from sakip.impor.bungkus import buka_xlsx, ditolak, pastikan_wajar
from sakip.impor.sel import Sel, bersih, sel

__all__ = [
    "Baris",
    "Sel",
    "baca_tabel",
    "baris_csv",
    "bersih",
    "buka_xlsx",
    "ditolak",
    "pastikan_wajar",
    "sel",
]


@dataclass(frozen=True, slots=True)
class Baris:
    """One row: its number in the sheet (the header is 1) and its cells by column name."""

    nomor: int
    sel: dict[str, Sel]

    def teks(self, kolom: str) -> str:
        sel = self.sel.get(kolom)
        return "" if sel is None else sel.teks


def baca_tabel(isi: bytes, wajib: Sequence[str], catatan: list[str] | None = None) -> list[Baris]:
    """Read a CSV or .xlsx whose header holds the columns ``wajib``; whole-file faults raise.

    What the file is, is read from its first bytes, not from its name. What a reader should know and
    may be right (hidden rows, formulas read by their stored values) is added to ``catatan``.
    """
    pastikan_wajar(isi)
    if not isi.startswith(b"PK"):
        return _bernama(baris_csv(isi), wajib)
    lembar = baca_lembar_pertama(isi)
    salah, perlu_tahu = cacat([lembar])
    if salah:
        raise ditolak(*salah)
    if catatan is not None:
        catatan += perlu_tahu
    return _bernama(_berurut(lembar), wajib)


def _berurut(lembar: Lembar) -> Iterator[tuple[int, list[Sel]]]:
    """Rows of a sheet; the first must be its header, even where nothing stands in it."""
    yield 1, lembar.baris.get(1, [])
    for nomor, satu in lembar.baris.items():
        if nomor > 1:
            yield nomor, satu


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
