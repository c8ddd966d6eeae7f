"""The items of an inbox: derived from what happened, marked with what was read."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.kabar.models import AturKabar, BacaKabar, JenisKabar
from sakip.kabar.tautan import alamat_sasaran
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak


@dataclass(frozen=True, slots=True)
class Butir:
    """One item. It names units, days and places, never a figure.

    ``catatan`` is what somebody wrote (a reason): shown on screen only, never sent.
    """

    kunci: str
    jenis: JenisKabar
    saat: datetime
    pola: str
    isian: dict[str, str] = field(default_factory=dict)
    sasaran: dict[str, Any] = field(default_factory=dict)
    catatan: str = ""
    dibaca: bool = False

    @property
    def kalimat(self) -> str:
        return _(self.pola).format(**self.isian)

    def alamat(self, kode: str) -> str:
        """Where it is about, to the very row; "" when nowhere."""
        return alamat_sasaran(kode, self.sasaran)


@dataclass(frozen=True, slots=True)
class Pembaca:
    """For whom the items are looked up: the Lingkup, the zone, and the units in reach."""

    lingkup: Lingkup
    zona: ZoneInfo
    unit: dict[int, UnitTampak]

    def mulai_hari(self, hari: date) -> datetime:
        return datetime.combine(hari, time(), self.zona)

    def hari(self, saat: datetime) -> str:
        return self.tulis(saat.astimezone(self.zona).date())

    def tulis(self, hari: date) -> str:
        return str(date_format(hari, "j F Y"))

    def pemegang(self, *peran: str) -> list[UnitTampak]:
        """Units on which the caller himself has one of these peran, not those below them."""
        ids = {k.unit_id for k in self.lingkup.kewenangan if k.peran in peran}
        return [u for pk, u in self.unit.items() if pk in ids]

    def di_bawah(self, *peran: str) -> list[UnitTampak]:
        """Units below those on which the caller has one of these peran, with them."""
        jalur = tuple(k.jalur for k in self.lingkup.kewenangan if k.peran in peran)
        # Of no prefix at all ``startswith`` says no.
        return [u for u in self.unit.values() if u.jalur.startswith(jalur)]

    @property
    def sejak(self) -> datetime:
        """Before this day nothing is told any more."""
        return self.mulai_hari(self.lingkup.pada - timedelta(days=45))


def daftar_kabar(lingkup: Lingkup, instansi: Instansi) -> list[Butir]:
    """What concerns the caller now, the newest first, each read or not. Twelve queries at most.

    Somebody without a peran today gets nothing, whatever was told before.
    """
    from sakip.kabar.selectors.asal import SUMBER  # noqa: PLC0415 - the sources know this module

    if not lingkup.kewenangan:
        return []
    terlihat = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA)
    pembaca = Pembaca(lingkup, ZoneInfo(instansi.zona), {u.id: u for u in terlihat})
    mati = _jenis_mati(lingkup)
    butir = [b for sumber in SUMBER for b in sumber(pembaca) if b.jenis not in mati]
    return _tandai(lingkup, butir)


def _jenis_mati(lingkup: Lingkup) -> set[str]:
    atur = AturKabar.objects.filter(
        instansi_id=lingkup.instansi_id, pengguna_id=lingkup.pengguna_id
    ).values_list("jenis_mati", flat=True)
    return set(next(iter(atur), ()))


def _tandai(lingkup: Lingkup, butir: Iterable[Butir]) -> list[Butir]:
    baca = BacaKabar.objects.filter(
        instansi_id=lingkup.instansi_id, pengguna_id=lingkup.pengguna_id
    ).first()
    sampai, kunci = (baca.sampai, set(baca.kunci)) if baca else (None, set())
    semua = [
        replace(b, dibaca=b.kunci in kunci or (sampai is not None and b.saat <= sampai))
        for b in butir
    ]
    return sorted(semua, key=lambda b: (b.saat, b.kunci), reverse=True)


def jumlah_belum_dibaca(lingkup: Lingkup, instansi: Instansi) -> int:
    """How many items the caller has not read. As many queries as the items."""
    return sum(not b.dibaca for b in daftar_kabar(lingkup, instansi))
