"""Looking ahead: what a share that is below its target still needs, and whether that can come."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisPeriode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import persen, proyeksi
from sakip.pengukuran.models import CapaianMutakhir, NilaiKomponen, Realisasi
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.perencanaan.models import Agregasi, Arah

PENUH = 100


@dataclass(frozen=True, slots=True)
class Berjalan:
    """What the months after the last measured period brought: ``baik`` of ``datang`` cases."""

    baik: Decimal
    datang: Decimal
    bulan: date


@dataclass(frozen=True, slots=True)
class ProyeksiUnit:
    """A cumulative share on its way: ``perlu`` further cases, all in time, make ``jadi``.

    ``perlu`` is ``None`` where no number of them reaches the target. ``tiap_periode``: how many
    came in a period on average so far, ``sisa``: how many periods are left, ``sejak``: the day the
    measured periods end. ``berjalan`` is a running count, only where one was written down.
    """

    indikator_id: int
    kode: str
    nama: str
    kini: str
    persen: Decimal
    target: str
    perlu: int | None
    jadi: str
    jadi_persen: Decimal | None
    tiap_periode: Decimal
    sisa: int
    sejak: date
    berjalan: Berjalan | None = None

    @property
    def sulit(self) -> bool:
        """Whether more must come than came so far in the same time."""
        return self.perlu is None or self.perlu > self.tiap_periode * self.sisa


def proyeksi_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[ProyeksiUnit]:
    """Every cumulative share of a unit that is below its target, looked ahead. Four queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    t = TahunUnit.muat(unit.id, tahun)
    butir = [b for b in t.butir.values() if _dapat_diproyeksikan(b)]
    berjalan = _berjalan(unit.id, tahun, [b.versi.indikator_id for b in butir]) if butir else {}
    hasil = (_satu(t, b, berjalan.get(b.versi.indikator_id, {})) for b in butir)
    return [p for p in hasil if p is not None and p.perlu != 0]


def proyeksi_instansi(
    lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: int
) -> list[tuple[UnitTampak, ProyeksiUnit]]:
    """The same over many units, those that need the most first.

    One query, and four for each unit that has a cumulative share below its target.
    """
    menurut_id = {u.id: u for u in unit if lingkup.boleh(Tindakan.LIHAT_KINERJA, u.jalur)}
    kurang = (
        CapaianMutakhir.objects.filter(
            unit_id__in=menurut_id,
            tahun=tahun,
            periode__jenis=JenisPeriode.TAHUN,
            indikator_versi__agregasi=Agregasi.RASIO_KUMULATIF,
            capaian__lt=PENUH,
        )
        .order_by("unit_id")
        .values_list("unit_id", flat=True)
        .distinct()
    )
    semua = [
        (menurut_id[i], p) for i in kurang for p in proyeksi_unit(lingkup, menurut_id[i], tahun)
    ]
    # Stable: what needs as much stays in the order of the units.
    return sorted(semua, key=lambda x: (not x[1].sulit, -(x[1].perlu or 0)))


@dataclass(frozen=True, slots=True)
class CatatanBerjalan:
    """The running count of a share: the months written down, and the present month's version."""

    nama: str
    bulan: tuple[tuple[date, str], ...]
    versi: int
    kini_teks: str


def catatan_berjalan(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, kode: str
) -> CatatanBerjalan | None:
    """What the months brought to one cumulative share; ``None``: it is none. Four queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    b = TahunUnit.muat(unit.id, tahun, kode).butir.get(kode)
    if b is None or not _dapat_diproyeksikan(b):
        return None
    bulanan = list(
        Realisasi.objects.filter(
            unit_id=unit.id,
            indikator_id=b.versi.indikator_id,
            periode__tahun=tahun,
            periode__jenis=JenisPeriode.BULAN,
        )
        .select_related("periode")
        .order_by("periode__selesai")
    )
    kini = next((r for r in bulanan if lingkup.pada <= r.periode.selesai), None)
    return CatatanBerjalan(
        nama=b.versi.nama,
        bulan=tuple((r.periode.selesai, r.teks) for r in bulanan),
        versi=kini.versi if kini else 0,
        kini_teks=kini.teks if kini else "",
    )


def _dapat_diproyeksikan(b: Butir) -> bool:
    return b.versi.agregasi == Agregasi.RASIO_KUMULATIF and b.versi.arah == Arah.NAIK_BAIK


Bulanan = dict[date, dict[str, Decimal]]


def _berjalan(unit_id: int, tahun: int, indikator: list[int]) -> dict[int, Bulanan]:
    """Components of the months that were written down, by indicator and end of the month."""
    hasil: dict[int, Bulanan] = {}
    for id_, selesai, komponen, nilai in NilaiKomponen.objects.filter(
        realisasi__unit_id=unit_id,
        realisasi__indikator_id__in=indikator,
        realisasi__periode__tahun=tahun,
        realisasi__periode__jenis=JenisPeriode.BULAN,
        rincian=0,
        nilai__isnull=False,
    ).values_list("realisasi__indikator_id", "realisasi__periode__selesai", "komponen", "nilai"):
        if nilai is not None:
            hasil.setdefault(id_, {}).setdefault(selesai, {})[komponen] = nilai
    return hasil


def _satu(t: TahunUnit, b: Butir, bulanan: Bulanan) -> ProyeksiUnit | None:
    deret = t.kalender.periode(b.versi.frekuensi)
    terisi = [p for p in deret if p.pk in b.isi]
    isi = [b.isi[p.pk].nilai for p in terisi]
    target = b.target_tahun
    bagian = [(n.nilai, n.penyebut) for n in isi if n.nilai is not None and n.penyebut is not None]
    if target is None or not bagian or len(bagian) != len(isi):
        return None
    atas = sum((p for p, _q in bagian), Decimal(0))
    bawah = sum((q for _p, q in bagian), Decimal(0))
    kini = NilaiBaru(f"{atas:f}/{bawah:f}", atas, bawah)
    p = proyeksi(kini, NilaiBaru(target.teks, target.nilai, target.penyebut))
    persen_kini = persen(kini)
    if p is None or persen_kini is None:
        return None
    jadi = NilaiBaru("", p.jadi.pembilang, p.jadi.penyebut) if p.jadi else None
    return ProyeksiUnit(
        indikator_id=b.versi.indikator_id,
        kode=b.kode,
        nama=b.versi.nama,
        kini=kini.teks,
        persen=persen_kini,
        target=target.teks,
        perlu=p.perlu,
        jadi=f"{p.jadi.pembilang:f}/{p.jadi.penyebut:f}" if p.jadi else "",
        jadi_persen=persen(jadi),
        tiap_periode=bawah / len(bagian),
        sisa=len(deret) - len(bagian),
        sejak=terisi[-1].selesai,
        berjalan=_jumlahkan({h: k for h, k in bulanan.items() if h > terisi[-1].selesai}),
    )


def _jumlahkan(bulanan: Bulanan) -> Berjalan | None:
    if not bulanan:
        return None
    return Berjalan(
        baik=sum((k.get("pembilang", Decimal(0)) for k in bulanan.values()), Decimal(0)),
        datang=sum((k.get("penyebut", Decimal(0)) for k in bulanan.values()), Decimal(0)),
        bulan=max(bulanan),
    )
