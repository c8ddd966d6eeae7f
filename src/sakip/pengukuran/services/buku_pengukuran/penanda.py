"""The stamp inside a workbook: whose it is, of which sheet, and what stood there; signed.

It lies on a sheet that nobody sees, cut to what one cell holds. Nothing in it is secret: signing
keeps a workbook from being passed off as that of another unit, quarter or day.
"""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from django.core import signing
from django.utils.translation import gettext as _

from sakip.impor.bungkus import ditolak

BENTUK = "pengukuran-1"
RAHASIA = "_sakip"  # the sheet nobody sees
GARAM = "sakip.buku_pengukuran"
PANJANG_SEL = 30_000  # a cell of Excel holds 32,767 signs


@dataclass(frozen=True, slots=True)
class BarisPenanda:
    """One row as it was drawn: which figure, its ``versi`` then, and what stood in its cells."""

    kode: str
    nama: str
    versi: int
    isi: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Penanda:
    """All that a workbook says of itself. ``judul``: its headings; ``kepala``: their row."""

    bentuk: str
    instansi: str
    unit: str
    nama_unit: str
    tahun: int
    triwulan: int
    diunduh: str
    keadaan: str
    lembar: str
    kepala: int
    kolom: list[str]
    judul: list[str]
    baris: list[BarisPenanda] = field(default_factory=list)


def potongan_penanda(penanda: Penanda) -> list[str]:
    """The signed stamp, cell by cell."""
    teks = signing.Signer(salt=GARAM).sign_object(asdict(penanda), compress=True)
    return [teks[n : n + PANJANG_SEL] for n in range(0, len(teks), PANJANG_SEL)]


def buka_penanda(potongan: Iterable[str]) -> Penanda:
    """Back from its cells. What was tampered with, or is of another form, raises ``ditolak``."""
    try:
        isi: dict[str, Any] = signing.Signer(salt=GARAM).unsign_object("".join(potongan))
    except signing.BadSignature as sebab:
        raise ditolak(
            _(
                "Penanda di dalam buku kerja ini rusak atau pernah diubah, jadi asalnya tidak "
                "dapat dipastikan. Unduh buku yang baru, lalu salin isinya ke sana."
            )
        ) from sebab
    if isi.get("bentuk") != BENTUK:
        raise ditolak(
            _(
                "Buku kerja ini berbentuk “%(ada)s”, sedangkan yang dibaca “%(kini)s”. "
                "Unduh buku yang baru, lalu salin isinya ke sana."
            )
            % {"ada": isi.get("bentuk") or "–", "kini": BENTUK}
        )
    baris = [BarisPenanda(**satu) for satu in isi.pop("baris")]
    return Penanda(**isi, baris=baris)
