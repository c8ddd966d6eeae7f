"""Finding the number format of a whole CSV file, and the lines that contradict it."""

import csv
import re
from dataclasses import dataclass, field
from typing import Final

from sakip.config.pesan import _
from sakip.perintah.berkas_csv import BerkasCsv
from sakip_rules.angka import FormatAngka, bukti_format
from sakip_rules.capaian.bacaan import BENTUK

_DISEBUT: Final = 5
_BENTUK_TERBANYAK: Final = 10_000
_BAGIAN: Final = re.compile(r"\.\.|/")


@dataclass(slots=True)
class Bukti:
    """How often something was seen, and the first lines where."""

    banyak: int = 0
    baris: list[int] = field(default_factory=list)

    def sebut(self) -> str:
        """Name the lines for a message."""
        baris = ", ".join(map(str, self.baris))
        if self.banyak <= _DISEBUT:
            return baris
        return _("{baris} dan {banyak} baris lain").format(
            baris=baris, banyak=self.banyak - _DISEBUT
        )


@dataclass(frozen=True, slots=True)
class FormatBerkas:
    """The format to read a file in; ``peringatan`` says where the file contradicts itself."""

    angka: FormatAngka
    peringatan: str | None = None


def kenali_format_berkas(berkas: BerkasCsv) -> FormatBerkas:
    """Read the whole file once: prove that it can be read, and find its number format.

    Where both formats are proven the more frequent one is taken (Indonesian when equal); rows in
    the other become faulty, and so does every number that the two would read differently.
    """
    kolom = [berkas.kolom["target"], berkas.kolom["realisasi"]]
    menurut_bentuk: dict[bytes, Bukti] = {}
    bukti: dict[FormatAngka | None, Bukti] = {f: Bukti() for f in (*FormatAngka, None)}
    pembaca = berkas.pembaca()
    try:
        for baris in pembaca:
            for i in kolom:
                teks = baris[i] if i < len(baris) else ""
                bentuk = teks.encode().translate(BENTUK)
                terbukti = menurut_bentuk.get(bentuk)
                if terbukti is None:
                    if len(menurut_bentuk) >= _BENTUK_TERBANYAK:
                        menurut_bentuk.clear()
                    terbukti = menurut_bentuk[bentuk] = bukti[_bukti(teks)]
                terbukti.banyak += 1
                if terbukti.banyak <= _DISEBUT:
                    terbukti.baris.append(pembaca.line_num)
    except (UnicodeDecodeError, csv.Error) as galat:
        raise berkas.galat_baca(galat) from galat
    return _putuskan(bukti[FormatAngka.ID], bukti[FormatAngka.EN])


def _bukti(teks: str) -> FormatAngka | None:
    """Look at each number inside a cell (ratios and ranges hold two)."""
    ada = {bukti_format(bagian) for bagian in _BAGIAN.split(teks)} - {None}
    return ada.pop() if len(ada) == 1 else None


def _putuskan(indonesia: Bukti, inggris: Bukti) -> FormatBerkas:
    pakai = FormatAngka.EN if inggris.banyak > indonesia.banyak else FormatAngka.ID
    if indonesia.banyak == 0 or inggris.banyak == 0:
        return FormatBerkas(pakai)
    return FormatBerkas(
        pakai,
        _(
            "dua format angka tercampur: id (1.234,56) di baris {id}; en (1,234.56) di baris {en}. "
            "Dibaca sebagai {format}; baris dalam format lain dan angka yang bermakna ganda "
            "menjadi galat. Samakan penulisannya, atau sebutkan --format-angka."
        ).format(id=indonesia.sebut(), en=inggris.sebut(), format=pakai.value),
    )
