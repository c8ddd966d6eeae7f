"""Opening a CSV file that a person made: encoding, delimiter, header, and clear refusals.

The file is read from a handle that can be rewound, so that it may be checked whole before a single
line of output is written. Memory does not grow with its length.
"""

import csv
import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Final

from sakip.config.pesan import _, gettext_noop

if TYPE_CHECKING:
    import _csv

PEMISAH: Final = (";", ",", "\t")
_POTONGAN: Final = 1 << 16


class BerkasTidakTerbaca(Exception):
    """The file as a whole cannot be read; the text says why and what to do."""


class BerkasCsv:
    """A CSV file with a header: its columns, its delimiter, and its rows as often as needed."""

    def __init__(self, biner: IO[bytes], nama: str, kolom_wajib: Sequence[str]) -> None:
        self._biner = biner
        self._nama = nama
        self._tolak_bukan_teks()
        self._teks = io.TextIOWrapper(biner, encoding="utf-8-sig", newline="")
        self.pemisah, self.kepala, self._baris_kepala = self._baca_kepala(kolom_wajib)
        self.kolom = {nama.strip().casefold(): i for i, nama in reversed([*enumerate(self.kepala)])}

    def pembaca(self) -> "_csv.Reader":
        """Start again from the first row after the header; its ``line_num`` counts from 1."""
        pembaca = self._dari_awal(self.pemisah)
        while pembaca.line_num < self._baris_kepala:
            next(pembaca)
        return pembaca

    def _dari_awal(self, pemisah: str) -> "_csv.Reader":
        self._teks.seek(0)
        return csv.reader(self._teks, delimiter=pemisah)

    def galat_baca(self, galat: Exception) -> BerkasTidakTerbaca:
        """Say in words why reading broke off in the middle."""
        if isinstance(galat, UnicodeDecodeError):
            return BerkasTidakTerbaca(
                _(
                    "{berkas}: bukan teks UTF-8 (baris {baris}). "
                    "Di Excel pilih Simpan Sebagai › “CSV UTF-8”."
                ).format(berkas=self._nama, baris=self._baris_rusak())
            )
        return BerkasTidakTerbaca(
            _("{berkas}: susunan CSV rusak ({sebab}).").format(berkas=self._nama, sebab=galat)
        )

    def _tolak_bukan_teks(self) -> None:
        awal = self._biner.read(_POTONGAN)
        self._biner.seek(0)
        sebab = _bukan_csv(awal)
        if sebab is not None:
            raise BerkasTidakTerbaca(f"{self._nama}: {sebab}")

    def _baca_kepala(self, wajib: Sequence[str]) -> tuple[str, list[str], int]:
        calon = []
        for pemisah in PEMISAH:
            try:
                pembaca = self._dari_awal(pemisah)
                kepala = next((baris for baris in pembaca if any(s.strip() for s in baris)), [])
            except (UnicodeDecodeError, csv.Error) as galat:
                raise self.galat_baca(galat) from galat
            ada = {nama.strip().casefold() for nama in kepala}
            calon.append((sum(k in ada for k in wajib), pemisah, kepala, pembaca.line_num))
        cocok, pemisah, kepala, nomor = max(calon, key=lambda c: (c[0], len(c[2])))
        if cocok < len(wajib):
            ada = {nama.strip().casefold() for nama in kepala}
            raise BerkasTidakTerbaca(
                _(
                    "{berkas}: kolom {kurang} tidak ada. Baris pertama harus memuat {wajib}; "
                    "yang terbaca: {ada}."
                ).format(
                    berkas=self._nama,
                    kurang=", ".join(k for k in wajib if k not in ada),
                    wajib=", ".join(wajib),
                    ada=", ".join(kepala) or _("(kosong)"),
                )
            )
        return pemisah, kepala, nomor

    def _baris_rusak(self) -> int:
        self._biner.seek(0)
        return next(n for n, baris in enumerate(self._biner, start=1) if not _utf8(baris))


def _utf8(baris: bytes) -> bool:
    try:
        baris.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


_BERKAS_LAIN: Final = (
    (
        b"PK\x03\x04",
        gettext_noop("buku kerja Excel (.xlsx); buka di Excel lalu simpan sebagai CSV UTF-8"),
    ),
    (
        b"\xd0\xcf\x11\xe0",
        gettext_noop("berkas Excel lama (.xls); buka di Excel lalu simpan sebagai CSV UTF-8"),
    ),
    (
        b"%PDF",
        gettext_noop("berkas PDF; salin tabelnya ke lembar kerja dan simpan sebagai CSV UTF-8"),
    ),
    (b"\xff\xfe", gettext_noop("teks UTF-16; di Excel pilih Simpan Sebagai › “CSV UTF-8”")),
    (b"\xfe\xff", gettext_noop("teks UTF-16; di Excel pilih Simpan Sebagai › “CSV UTF-8”")),
)


def _bukan_csv(awal: bytes) -> str | None:
    """Recognise by content, not by name, what people save as .csv by mistake."""
    if not awal.strip():
        return _("berkas kosong.")
    for tanda, sebutan in _BERKAS_LAIN:
        if awal.startswith(tanda):
            return _("ini bukan CSV melainkan {sebutan}.").format(sebutan=_(sebutan))
    return _("isinya biner, bukan teks CSV.") if b"\x00" in awal else None


@contextmanager
def buka_csv(nama: str, kolom_wajib: Sequence[str]) -> Iterator[BerkasCsv]:
    """Open a file, or standard input for ``-``; raises ``BerkasTidakTerbaca``."""
    if nama == "-":
        # Imported here: only a pipe needs them, and every start would pay.
        from shutil import copyfileobj
        from tempfile import TemporaryFile

        with TemporaryFile() as salinan:
            copyfileobj(sys.stdin.buffer, salinan)
            salinan.seek(0)
            yield BerkasCsv(salinan, _("masukan baku"), kolom_wajib)
        return
    jalur = Path(nama)
    try:
        biner = jalur.open("rb")
    except FileNotFoundError:
        raise BerkasTidakTerbaca(_("{berkas}: berkas tidak ada.").format(berkas=nama)) from None
    except IsADirectoryError:
        raise BerkasTidakTerbaca(
            _("{berkas}: ini folder, bukan berkas.").format(berkas=nama)
        ) from None
    except OSError as galat:
        raise BerkasTidakTerbaca(
            _("{berkas}: tidak dapat dibuka ({sebab}).").format(berkas=nama, sebab=galat.strerror)
        ) from galat
    with biner:
        yield BerkasCsv(biner, nama, kolom_wajib)
