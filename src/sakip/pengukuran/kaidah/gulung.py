"""Many capaian as one: of a sasaran from its indicators, of an indicator from its units."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sakip_rules.capaian import KaidahCapaian, gulung
from sakip_rules.hasil import Hasil, Jejak, Langkah, Status
from sakip_rules.kalimat import kalimat

SATU = Decimal(1)


@dataclass(frozen=True, slots=True)
class Bagian:
    """One part of a whole: its name, and its capaian where it counts already (tafsir-0214)."""

    nama: str
    status: str
    capaian: Decimal | None
    sah: bool


@dataclass(frozen=True, slots=True)
class Gulungan:
    """A whole from its parts. ``capaian`` is ``None`` while a part does not count yet.

    ``sah`` of ``banyak`` parts count; ``kini`` is what those alone give.
    """

    banyak: int
    sah: int
    capaian: Decimal | None
    kini: Decimal | None
    jejak: Jejak

    @property
    def lengkap(self) -> bool:
        """Whether a conclusion may be drawn, and so a colour shown."""
        return self.sah == self.banyak and self.capaian is not None

    @property
    def belum(self) -> int:
        return self.banyak - self.sah


def gulung_capaian(bagian: Sequence[Bagian], *, kaidah: KaidahCapaian) -> Gulungan:
    """Roll up with equal weights (rule ``agregasi.gulung``); what does not count yet is empty."""
    hasil = gulung([(_hasil(b, kaidah), SATU) for b in bagian], kaidah=kaidah)
    ada = [b.capaian for b in bagian if b.sah and b.capaian is not None]
    return Gulungan(
        banyak=len(bagian),
        sah=sum(b.sah for b in bagian),
        capaian=hasil.nilai if all(b.sah for b in bagian) else None,
        kini=hasil.jejak.langkah[-1].nilai if ada else None,
        jejak=hasil.jejak,
    )


def _hasil(b: Bagian, kaidah: KaidahCapaian) -> Hasil:
    status = Status(b.status) if b.sah else Status.BELUM_DIISI
    nilai = b.capaian if status is Status.TERHITUNG else None
    uraian = kalimat("{nama}: belum terverifikasi, jadi belum dihitung.", nama=b.nama)
    if b.sah:
        uraian = kalimat("{nama}: {status}.", nama=b.nama, status=str(status).replace("_", " "))
    if nilai is not None:
        uraian = kalimat("{nama}.", nama=b.nama)
    jejak = Jejak(
        kaidah=kaidah.gulung.id,
        versi=kaidah.gulung.versi,
        dasar=kaidah.gulung.dasar,
        masukan=(),
        langkah=(Langkah(uraian, nilai),),
    )
    return Hasil(status, nilai, jejak)
