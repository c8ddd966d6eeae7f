"""A filled sheet as people hand it in: a table with the columns ``kode`` and ``jawaban``.

Pure: rows of text in, answers with their line numbers out. Reading CSV text is here; a front that
reads other files (xlsx) hands over the same rows.
"""

import csv
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from io import StringIO
from typing import Final

from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat
from sakip_rules.penilaian.jawaban import (
    JawabanSalah,
    JenisKesalahan,
    KesalahanJawaban,
    rapikan_jawaban,
)
from sakip_rules.penilaian.lembar import Lembar
from sakip_rules.penilaian.nilai import HasilPenilaian, nilai_lembar

KOLOM: Final = ("kode", "jawaban")

BARIS_TERBANYAK: Final = 10_000
"""More rows than this is no evaluation sheet (the longest has 93 answers)."""


@dataclass(frozen=True, slots=True)
class BarisTerisi:
    """One answer as written, with its line counted from 1 (the heading is line 1)."""

    baris: int
    kode: str
    jawaban: str


def baca_csv(teks: str) -> tuple[BarisTerisi, ...]:
    """Read a CSV text; comma, semicolon or tab, as the heading shows. Raises ``MasukanSalah``."""
    teks = teks.removeprefix("\ufeff")
    judul = next((baris for baris in StringIO(teks) if KOLOM[0] in baris.casefold()), "")
    pemisah = max(",;\t", key=judul.count)
    pembaca = csv.reader(StringIO(teks, newline=""), delimiter=pemisah, strict=True)
    tabel: list[tuple[int, Sequence[str]]] = []
    try:
        for baris in pembaca:
            tabel.append((pembaca.line_num, baris))
            if len(tabel) > BARIS_TERBANYAK:
                break
    except csv.Error as salah:
        raise MasukanSalah(
            kalimat(
                "Baris {baris} bukan CSV yang sah ({salah}); simpan ulang sebagai CSV.",
                baris=pembaca.line_num,
                salah=salah,
            )
        ) from salah
    return baca_tabel(tabel)


def baca_tabel(tabel: Iterable[tuple[int, Sequence[str]]]) -> tuple[BarisTerisi, ...]:
    """Read numbered rows of text; the first one that is not blank names the columns.

    Other columns pass. Raises ``MasukanSalah`` when the table is empty, lacks or doubles a column,
    or is far too long.
    """
    isi = [(nomor, [sel.strip() for sel in sel_sel]) for nomor, sel_sel in tabel]
    isi = [(nomor, sel_sel) for nomor, sel_sel in isi if any(sel_sel)]
    if not isi:
        raise MasukanSalah(kalimat("Lembar kosong; isi kolom kode dan jawaban."))
    if len(isi) > BARIS_TERBANYAK:
        raise MasukanSalah(
            kalimat("Lebih dari {banyak} baris; ini bukan lembar evaluasi.", banyak=BARIS_TERBANYAK)
        )
    letak = _letak_kolom(*isi[0])
    return tuple(
        BarisTerisi(nomor, *(sel_sel[i] if i < len(sel_sel) else "" for i in letak))
        for nomor, sel_sel in isi[1:]
    )


def _letak_kolom(nomor: int, judul: Sequence[str]) -> tuple[int, ...]:
    nama = [sel.casefold() for sel in judul]
    for kolom in KOLOM:
        if nama.count(kolom) != 1:
            raise MasukanSalah(
                kalimat(
                    "Baris {nomor}: kolom “{kolom}” harus ada tepat satu kali; yang ada: {ada}.",
                    nomor=nomor,
                    kolom=kolom,
                    ada=", ".join(judul),
                )
            )
    return tuple(nama.index(kolom) for kolom in KOLOM)


def nilai_terisi(lembar: Lembar, terisi: Sequence[BarisTerisi]) -> HasilPenilaian:
    """Score the answers of a table. Raises ``JawabanSalah`` with every fault and its line."""
    baris: dict[str, int] = {}
    jawaban: dict[str, str] = {}
    ganda: list[KesalahanJawaban] = []
    for satu in terisi:
        kunci = satu.kode.casefold()
        if kunci in baris:
            ganda.append(_ganda(satu, baris[kunci]))
        else:
            baris[kunci] = satu.baris
            jawaban[satu.kode] = satu.jawaban
    try:
        rapi = rapikan_jawaban(lembar, jawaban)
    except JawabanSalah as salah:
        lain = [replace(k, baris=baris.get(k.kode.casefold())) for k in salah.kesalahan]
        raise JawabanSalah(_urut([*ganda, *lain])) from salah
    if ganda:
        raise JawabanSalah(_urut(ganda))
    return nilai_lembar(lembar, rapi)


def _ganda(satu: BarisTerisi, pertama: int) -> KesalahanJawaban:
    return KesalahanJawaban(
        JenisKesalahan.KODE_GANDA,
        satu.kode,
        kalimat(
            "Kode “{kode}” ganda, pertama di baris {pertama}; hapus salah satunya.",
            kode=satu.kode,
            pertama=pertama,
        ),
        satu.baris,
    )


def _urut(kesalahan: Sequence[KesalahanJawaban]) -> tuple[KesalahanJawaban, ...]:
    """Faults by line; what has no line (missing codes) comes last."""
    berbaris = [satu for satu in kesalahan if satu.baris is not None]
    tanpa = [satu for satu in kesalahan if satu.baris is None]
    return (*sorted(berbaris, key=lambda satu: (satu.baris, satu.kode)), *tanpa)
