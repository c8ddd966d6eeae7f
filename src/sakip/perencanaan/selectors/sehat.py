"""How healthy the trees of all units are, side by side."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.selectors.dokumen import versi_berpohon
from sakip.perencanaan.selectors.pohon import isi_versi, periksa_isi


@dataclass(frozen=True, slots=True)
class KesehatanUnit:
    """A unit's plan of a year and how its checks went; ``versi`` is ``None`` without a plan."""

    unit: UnitTampak
    versi: DokumenVersi | None
    hasil: kaidah.HasilPohon | None

    @property
    def nilai(self) -> Decimal | None:
        """The score of its tree, 0 to 100; ``None`` without anything to check."""
        return self.hasil.kesehatan if self.hasil else None

    @property
    def wajib(self) -> int:
        """How many findings keep the plan from being laid down."""
        return self._banyak(kaidah.Keparahan.WAJIB)

    @property
    def perhatian(self) -> int:
        """How many findings warn."""
        return self._banyak(kaidah.Keparahan.PERHATIAN)

    def _banyak(self, keparahan: kaidah.Keparahan) -> int:
        semua = self.hasil.temuan if self.hasil else ()
        return sum(t.keparahan == keparahan for t in semua)


def kesehatan_unit(lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: int) -> list[KesehatanUnit]:
    """The trees of these units (those in reach) for a year, in their order. Six queries."""
    boleh = [u for u in unit if lingkup.boleh(Tindakan.LIHAT_RENCANA, u.jalur)]
    berpohon = versi_berpohon({u.id for u in boleh}, tahun, lingkup.pada)
    pilihan = {v.dokumen.unit_id: v for v in berpohon}
    isi = isi_versi(pilihan.values(), tahun)
    hasil = {u: periksa_isi(isi[v.pk], tahun, lingkup.pada) for u, v in pilihan.items()}
    return [KesehatanUnit(u, pilihan.get(u.id), hasil.get(u.id)) for u in boleh]
