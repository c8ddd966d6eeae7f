"""Which rows of the board are shown, in which order; and the words of its states."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Self

from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.pengukuran.models import KeadaanLembar
from sakip.pengukuran.selectors import BarisPapan, SelPapan
from sakip.web.pengukuran.kata import MAKNA, sebut_keadaan

LAIN = {
    "belum_diatur": "belum_ada_data",
    "belum_waktunya": "belum_waktunya",
    "tanpa_ukuran": "belum_ada_data",
    "impor": "sementara",
    "belum_mengisi": "perlu_tindakan",
}
KATA = {
    "belum_diatur": gettext_lazy("jendela belum diatur"),
    "belum_waktunya": gettext_lazy("belum waktunya"),
    "tanpa_ukuran": gettext_lazy("tidak ada yang diukur"),
    "impor": gettext_lazy("angka dari impor"),
    "belum_mengisi": gettext_lazy("belum mengisi"),
}
URUT = frozenset({"unit", "-unit", "terlambat", "-terlambat", "terisi", "-terisi"})


def sebut_sel(s: SelPapan) -> str:
    """A cell in words."""
    kata = KATA.get(s.kode)
    return sebut_keadaan(s.kode) if kata is None else str(kata)


def makna_sel(s: SelPapan) -> str:
    """Which of the six meanings a cell has."""
    return "terlambat" if s.menunggak else LAIN.get(s.kode) or MAKNA[s.kode]


def sebut_telat(s: SelPapan) -> str:
    """How late in working days; empty in time."""
    return _("terlambat %s hari kerja") % s.telat if s.telat else ""


def pilihan_keadaan() -> list[tuple[str, str]]:
    """What one can choose the rows of a quarter by."""
    return [
        ("", _("Semua keadaan")),
        ("belum", _("Belum diajukan")),
        ("belum_mengisi", _("Belum mengisi sama sekali")),
        ("menunggak", _("Lewat batas, belum diajukan")),
        *((k.value, sebut_keadaan(k.value).capitalize()) for k in KeadaanLembar),
    ]


def triwulan_kini(tahun: int, pada: date) -> int:
    """The quarter that is looked at when nobody asked for one: the last that is over."""
    if tahun != pada.year:
        return 4 if tahun < pada.year else 1
    return max(1, (pada.month - 1) // 3)


@dataclass(frozen=True, slots=True)
class SaringanPapan:
    """What the address asks for; anything it cannot mean is left out."""

    triwulan: int
    keadaan: str = ""
    jenis: str = ""
    telat: bool = False
    cari: str = ""
    urut: str = ""
    pilih: str = ""

    @classmethod
    def dari(cls, data: QueryDict, tahun: int, pada: date) -> Self:
        n, urut, pilih = data.get("triwulan", ""), data.get("urut", ""), data.get("pilih", "")
        keadaan = data.get("keadaan", "")
        return cls(
            triwulan=int(n) if n in {"1", "2", "3", "4"} else triwulan_kini(tahun, pada),
            keadaan=keadaan if keadaan in dict(pilihan_keadaan()) else "",
            jenis=data.get("jenis", "")[:20],
            telat=data.get("telat") == "1",
            cari=data.get("cari", "").strip()[:100],
            urut=urut if urut in URUT else "",
            pilih=pilih if pilih in {"kunci", "buka"} else "",
        )

    def sel(self, baris: BarisPapan) -> SelPapan:
        return baris.sel[self.triwulan - 1]

    def terapkan(self, semua: Iterable[BarisPapan]) -> list[BarisPapan]:
        """The rows that fit, in order; without an order who is waited for longest stands first."""
        ada = [b for b in semua if self._cocok(b)]
        if not self.urut:
            return sorted(ada, key=lambda b: _mendesak(self.sel(b)))
        kunci = self.urut.removeprefix("-")
        return sorted(ada, key=lambda b: self._nilai(kunci, b), reverse=self.urut.startswith("-"))

    def _nilai(self, kunci: str, b: BarisPapan) -> tuple[int, str]:
        s = self.sel(b)
        if kunci == "unit":
            return 0, b.unit.nama.casefold()
        return (s.telat if kunci == "terlambat" else s.terisi), ""

    def _cocok(self, b: BarisPapan) -> bool:
        s = self.sel(b)
        if self.jenis not in {"", b.unit.jenis} or (self.telat and not s.telat):
            return False
        cocok = {"": True, "belum": s.belum, "menunggak": s.menunggak}
        if not cocok.get(self.keadaan, s.kode == self.keadaan):
            return False
        nama = (b.unit.nama, *b.penyusun, *(t for d in s.ditunggu for t in (d.jabatan, d.orang)))
        return any(self.cari.casefold() in n.casefold() for n in nama)


def _mendesak(s: SelPapan) -> tuple[int, bool, bool]:
    """The longest late first, then who else is waited for; who measures nothing stands last."""
    return -s.telat if s.menunggak else 0, not s.belum, s.kode == "tanpa_ukuran"


def hitung(baris: Sequence[BarisPapan], n: int) -> dict[str, int]:
    """How many units there are, handed in, late, and have entered nothing, in one quarter."""
    sel = [b.sel[n - 1] for b in baris]
    return {
        "semua": sum(s.kode != "tanpa_ukuran" for s in sel),
        "diajukan": sum(s.diajukan for s in sel),
        "menunggak": sum(s.menunggak for s in sel),
        "belum_mengisi": sum(s.kode == "belum_mengisi" for s in sel),
    }
