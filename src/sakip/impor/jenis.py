"""What a domain brings to the import engine: how to check, apply and take back its rows."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Protocol, runtime_checkable

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sakip.bersama.galat import GalatLayanan, TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.impor.models import BarisImpor, BetsImpor
from sakip.impor.tabel import Baris, Sel


@dataclass(slots=True)
class BarisTerperiksa:
    """A row after checking: what applying it does, its faults, what stands there now.

    ``isi`` is what will be applied, as JSON; its ``unit_id`` names the unit, ``None`` when that is
    not known; its ``letak``, where there is one, says where the row stands ("Simpul 5") and its
    ``sel`` gives the cell of each column. ``galat`` holds ``{"kolom", "pesan"}``.
    """

    nomor: int
    isi: dict[str, Any]
    akibat: str
    galat: list[dict[str, str]] = field(default_factory=list)
    lama: dict[str, Any] | None = None
    jejak: dict[str, Any] | None = None


def baris_asal(b: BarisImpor) -> Baris:
    """A kept row as it was read from the file (and corrected since)."""
    return Baris(
        b.nomor,
        {
            kolom: Sel(teks, Decimal(teks) if kolom in b.isi["angka"] else None)
            for kolom, teks in b.isi["asal"].items()
        },
    )


class JenisImpor(Protocol):
    """One kind of table. Registered by the app that owns the data, at start-up."""

    @property
    def kode(self) -> str:
        """Stable code, stored with each batch."""

    @property
    def judul(self) -> str | Promise:
        """What people call it."""

    @property
    def izin(self) -> Tindakan:
        """The act of the permission table."""

    @property
    def kolom_wajib(self) -> tuple[str, ...]:
        """Columns a table must have."""

    @property
    def kolom(self) -> tuple[str, ...]:
        """All columns that are read."""

    @property
    def kolom_judul(self) -> tuple[str, ...]:
        """Columns that name a row in the preview."""

    @property
    def kolom_tampak(self) -> tuple[str, ...]:
        """Columns that the preview shows beside the name, in order."""

    @property
    def kolom_angka(self) -> tuple[str, ...]:
        """Those of them that hold numbers."""

    def periksa(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """Check all rows against the rules and against what is stored; never writes."""

    def terapkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Write rows (``baru`` and ``berubah`` only) and note in ``jejak`` what was touched."""

    def batalkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Take back what ``jejak`` says, or raise when somebody has built on it since."""


@runtime_checkable
class PembacaSendiri(Protocol):
    """A kind whose files are more than one table: it reads them itself."""

    def baca(self, isi: bytes, *, lingkup: Lingkup, opsi: dict[str, Any]) -> list[Baris]:
        """Rows of a file, each with a number of its own; what the file says of itself to ``opsi``.

        Faults of the whole file raise ``IsianTidakSah`` with ``letak`` ``berkas``.
        """


class TanpaPerubahan(GalatLayanan):
    """A file that changes nothing, of a kind that keeps no preview of such (409)."""

    status = 409


@runtime_checkable
class PenjawabSama(Protocol):
    """A kind that keeps no preview of a file which changes nothing: it answers it instead."""

    def kata_sama(self, sha256: str, *, lingkup: Lingkup, opsi: dict[str, Any]) -> str:
        """The answer, as a sentence: who applied that very file, if anybody did."""


@runtime_checkable
class PemeriksaRingan(Protocol):
    """A kind whose writing checks each row itself: before it, rows are only compared again."""

    def bandingkan(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """As ``periksa``, without the faults that writing will find."""


_DAFTAR: dict[str, JenisImpor] = {}


def daftarkan(jenis: JenisImpor) -> None:
    """Make a kind known."""
    _DAFTAR[jenis.kode] = jenis


def daftar_jenis(lingkup: Lingkup) -> list[JenisImpor]:
    """Kinds that the caller may bring, in the order they were registered. No query."""
    return [j for j in _DAFTAR.values() if lingkup.boleh(j.izin)]


def jenis_impor(kode: str) -> JenisImpor:
    """The kind with this code, or ``TidakDitemukan``."""
    if kode not in _DAFTAR:
        raise TidakDitemukan(_("Tidak ada jenis impor “%s”.") % kode)
    return _DAFTAR[kode]
