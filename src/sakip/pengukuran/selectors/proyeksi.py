"""Looking ahead: what a share that is below its target still needs, and whether that can come."""

from dataclasses import dataclass
from decimal import Decimal

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import proyeksi
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.perencanaan.models import Agregasi, Arah


@dataclass(frozen=True, slots=True)
class ProyeksiUnit:
    """A cumulative share on its way: ``perlu`` further cases, all in time, make ``jadi``.

    ``perlu`` is ``None`` where no number of them reaches the target. ``tiap_periode``: how many
    came in a period on average so far, ``sisa``: how many periods are left.
    """

    kode: str
    nama: str
    kini: str
    target: str
    perlu: int | None
    jadi: str
    tiap_periode: Decimal
    sisa: int

    @property
    def sulit(self) -> bool:
        """Whether more must come than came so far in the same time."""
        return self.perlu is None or self.perlu > self.tiap_periode * self.sisa


def proyeksi_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[ProyeksiUnit]:
    """Every cumulative share of a unit that is below its target, looked ahead. Three queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    t = TahunUnit.muat(unit.id, tahun)
    hasil = (_satu(t, b) for b in t.butir.values())
    return [p for p in hasil if p is not None and p.perlu != 0]


def _satu(t: TahunUnit, b: Butir) -> ProyeksiUnit | None:
    if b.versi.agregasi != Agregasi.RASIO_KUMULATIF or b.versi.arah != Arah.NAIK_BAIK:
        return None
    deret = t.kalender.periode(b.versi.frekuensi)
    isi = [b.isi[p.pk].nilai for p in deret if p.pk in b.isi]
    target = b.target_tahun
    bagian = [(n.nilai, n.penyebut) for n in isi if n.nilai is not None and n.penyebut is not None]
    if target is None or not bagian or len(bagian) != len(isi):
        return None
    atas = sum((p for p, _q in bagian), Decimal(0))
    bawah = sum((q for _p, q in bagian), Decimal(0))
    kini = NilaiBaru(f"{atas:f}/{bawah:f}", atas, bawah)
    p = proyeksi(kini, NilaiBaru(target.teks, target.nilai, target.penyebut))
    if p is None:
        return None
    return ProyeksiUnit(
        kode=b.kode,
        nama=b.versi.nama,
        kini=kini.teks,
        target=target.teks,
        perlu=p.perlu,
        jadi=f"{p.jadi.pembilang:f}/{p.jadi.penyebut:f}" if p.jadi else "",
        tiap_periode=bawah / len(bagian),
        sisa=len(deret) - len(bagian),
    )
