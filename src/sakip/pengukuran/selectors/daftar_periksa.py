"""Checklists: what each object passed, shown by evidence, and how many pass all that is due."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import HasilUji, ObjekPeriksa, Uji


@dataclass(frozen=True, slots=True)
class Hitungan:
    """How many objects pass every test that is due; ``kurang``: test code → names that miss it."""

    memenuhi: int
    semua: int
    kurang: Mapping[str, tuple[str, ...]]
    sebutan: str

    @property
    def teks(self) -> str:
        """The share as the sheet takes it: 12/14."""
        return f"{self.memenuhi}/{self.semua}"

    @property
    def sebab(self) -> str:
        """Which tests are missed by whom: "2 desa tanpa bukti uji E: Desa C, Desa K"."""
        return self.sebut()

    def sebut(self, nama_terbanyak: int | None = None) -> str:
        """The same without names as soon as one test is missed by more than ``nama_terbanyak``."""
        bernama = nama_terbanyak is None or all(
            len(nama) <= nama_terbanyak for nama in self.kurang.values()
        )
        pola = (
            _("%(n)s %(sebutan)s tanpa bukti uji %(uji)s: %(nama)s")
            if bernama
            else _("%(n)s %(sebutan)s tanpa bukti uji %(uji)s")
        )
        return "; ".join(
            pola % {"n": len(nama), "sebutan": self.sebutan, "uji": uji, "nama": ", ".join(nama)}
            for uji, nama in self.kurang.items()
        )


@dataclass(frozen=True, slots=True)
class SelUji:
    """One object against one test. ``dihitung``: passed, with evidence, before the window ended."""

    terpenuhi: bool
    dihitung: bool
    versi: int
    tanggal: date | None = None
    bukti_uuid: str = ""
    bukti_judul: str = ""
    catatan: str = ""

    @property
    def klaim(self) -> bool:
        """Said to be passed, with nothing to show for it."""
        return self.terpenuhi and not self.bukti_uuid


BELUM = SelUji(terpenuhi=False, dihitung=False, versi=0)


@dataclass(slots=True)
class DaftarPeriksa:
    """A checklist as it stands for a period: tests that are due, objects, and what was passed."""

    uji: list[Uji]
    objek: list[ObjekPeriksa]
    sel: dict[tuple[int, int], SelUji] = field(default_factory=dict)

    def satu(self, objek: ObjekPeriksa, uji: Uji) -> SelUji:
        return self.sel.get((objek.pk, uji.pk), BELUM)

    def memenuhi(self, objek: ObjekPeriksa) -> bool:
        """Whether an object passes everything that is due."""
        return all(self.satu(objek, u).dihitung for u in self.uji)

    def sampai(self, pada: date) -> "DaftarPeriksa":
        """The same checklist with the tests alone that are due by then."""
        jatuh = [u for u in self.uji if u.mulai.selesai <= pada]
        return DaftarPeriksa(jatuh, self.objek, self.sel)

    @property
    def hitungan(self) -> Hitungan:
        kurang = {
            u.kode: nama
            for u in self.uji
            if (nama := tuple(o.nama for o in self.objek if not self.satu(o, u).dihitung))
        }
        awal = {o.nama.split(" ", 1)[0].lower() for o in self.objek}
        return Hitungan(
            memenuhi=sum(self.memenuhi(o) for o in self.objek),
            semua=len(self.objek),
            kurang=kurang,
            sebutan=awal.pop() if len(awal) == 1 else _("objek"),
        )


def daftar_periksa(
    lingkup: Lingkup, unit: UnitTampak, indikator_id: int, periode: Periode, batas: date
) -> DaftarPeriksa:
    """The checklist of an indicator of a unit for a period. Three queries.

    Only what has evidence by ``batas``, the last day of the window, counts.
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    return _muat([indikator_id], periode, batas)[indikator_id]


def hitung_periksa(
    lingkup: Lingkup,
    unit: UnitTampak,
    indikator_id: Collection[int],
    periode: Periode,
    batas: date,
) -> dict[int, Hitungan]:
    """The counts of several checklists of a unit; those without objects are left out."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    if not indikator_id:
        return {}
    return {i: d.hitungan for i, d in _muat(indikator_id, periode, batas).items() if d.objek}


def _muat(indikator_id: Iterable[int], periode: Periode, batas: date) -> dict[int, DaftarPeriksa]:
    """Tests of the period's year that count by then, objects, results. Three queries."""
    hasil = {i: DaftarPeriksa([], []) for i in indikator_id}
    for u in (
        Uji.objects.filter(
            indikator_id__in=hasil,
            mulai__tahun=periode.tahun,
            mulai__selesai__lte=periode.selesai,
        )
        .select_related("mulai")
        .order_by("urutan", "id")
    ):
        hasil[u.indikator_id].uji.append(u)
    for o in ObjekPeriksa.objects.filter(indikator_id__in=hasil).order_by("urutan", "id"):
        hasil[o.indikator_id].objek.append(o)
    menurut_uji = {u.pk: d for d in hasil.values() for u in d.uji}
    for uji, objek, ya, bukti, judul, tanggal, versi, catatan in _hasil(menurut_uji):
        menurut_uji[uji].sel[objek, uji] = SelUji(
            terpenuhi=ya,
            dihitung=ya and bukti is not None and tanggal <= batas,
            versi=versi,
            tanggal=tanggal,
            bukti_uuid=str(bukti or ""),
            bukti_judul=judul or "",
            catatan=catatan,
        )
    return hasil


def _hasil(
    uji: Collection[int],
) -> Iterable[tuple[int, int, bool, UUID | None, str | None, date, int, str]]:
    """Plain rows: fourteen objects times five tests are many for whole records."""
    if not uji:
        return ()
    return HasilUji.objects.filter(uji_id__in=uji).values_list(
        "uji_id",
        "objek_id",
        "terpenuhi",
        "bukti__uuid",
        "bukti__judul",
        "tanggal",
        "versi",
        "catatan",
    )
