"""One act on many sheets: each by its own service, each whole or refused, none in between."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from sakip.bersama.galat import GalatLayanan
from sakip.bersama.layanan import Pelaku
from sakip.organisasi.models import Instansi
from sakip.pengukuran.services.lembar import AlamatLembar
from sakip.pengukuran.services.tindakan import buka_kunci_pengukuran, kunci_pengukuran

Satu = tuple[AlamatLembar, int]  # a sheet, and the version that the person saw


@dataclass(frozen=True, slots=True)
class HasilMassal:
    """What became of one sheet; ``galat`` is empty where the act was done."""

    unit: str
    galat: str = ""

    @property
    def berhasil(self) -> bool:
        return not self.galat


def kunci_banyak(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, daftar: Sequence[Satu]
) -> list[HasilMassal]:
    """Lock every sheet of the list that may be locked; a result for each."""
    return _banyak(partial(kunci_pengukuran, oleh=oleh, saat=saat, instansi=instansi), daftar)


def buka_kunci_banyak(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    daftar: Sequence[Satu],
    alasan: str,
    sampai: date,
) -> list[HasilMassal]:
    """Open every locked sheet of the list again, until a day, for one reason."""
    tindakan = partial(
        buka_kunci_pengukuran,
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        alasan=alasan,
        sampai=sampai,
    )
    return _banyak(tindakan, daftar)


def _banyak(tindakan: Callable[..., object], daftar: Sequence[Satu]) -> list[HasilMassal]:
    hasil = []
    for alamat, versi in daftar:
        try:
            tindakan(alamat=alamat, versi=versi)
        except GalatLayanan as galat:  # this one is refused; the others go on
            hasil.append(HasilMassal(alamat.unit, galat.kalimat))
        else:
            hasil.append(HasilMassal(alamat.unit))
    return hasil
