"""The tree of one version, as pages and checks read it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import OuterRef, Subquery

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisPeriode, kode_periode
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import (
    Agregasi,
    CaraUkur,
    DokumenVersi,
    Dukungan,
    IndikatorVersi,
    JenisNilai,
    RincianAnggaran,
    SimpulVersi,
    TargetVersi,
    TingkatRincian,
)
from sakip.perencanaan.selectors.anggaran import anggaran_berlaku, rincian_anggaran
from sakip.perencanaan.selectors.crosscutting import Jawaban, jawaban_lintas, jawaban_tahun


@dataclass(frozen=True, slots=True)
class IndikatorTampak:
    """An indicator with its wording and the targets this version gives it, by period code."""

    versi: IndikatorVersi
    kode: str
    target: Mapping[tuple[int, str], TargetVersi]

    def tahunan(self, tahun: int) -> TargetVersi | None:
        """The target of a whole year."""
        return self.target.get((tahun, "tahun"))


@dataclass(frozen=True, slots=True)
class SimpulTampak:
    """A node: what it says, its indicators, which indicators it moves, its money and output."""

    versi: SimpulVersi
    kode: str
    sifat: str
    indikator: tuple[IndikatorTampak, ...]
    mendukung: tuple[str, ...]
    pagu: Decimal | None
    pagu_indikatif: Mapping[int, Decimal]  # rupiah by year, as the document prints it
    keluaran: Decimal | None
    keluaran_satuan: str
    induk_luar: str  # what the document above says of the parent that stands there
    alamat_induk: str  # code of the parent; "unit:kode" when it stands in a document above
    anak: tuple["SimpulTampak", ...]

    def semua(self) -> Iterator["SimpulTampak"]:
        """This node and all below it, in reading order."""
        yield self
        for a in self.anak:
            yield from a.semua()


@dataclass(frozen=True, slots=True)
class Pohon:
    """A version's tree for one year, with what the checks found in it."""

    versi: DokumenVersi
    tahun: int
    akar: tuple[SimpulTampak, ...]
    lepas: tuple[IndikatorTampak, ...]  # indicators that stand at no node
    hasil: kaidah.HasilPohon
    pagu: Decimal | None

    @property
    def temuan(self) -> tuple[kaidah.Temuan, ...]:
        """Everything the checks found, nodes first."""
        return self.hasil.temuan

    def simpul(self) -> Iterator[SimpulTampak]:
        """All nodes in reading order."""
        for s in self.akar:
            yield from s.semua()

    def indikator(self) -> Iterator[IndikatorTampak]:
        """All indicators in reading order."""
        for s in self.simpul():
            yield from s.indikator
        yield from self.lepas


@dataclass(frozen=True, slots=True)
class HasilPeriksa:
    """What the checks say of a version, without its tree."""

    temuan: tuple[kaidah.Temuan, ...]
    banyak_indikator: int


@dataclass(frozen=True, slots=True)
class IsiVersi:
    """The rows of one version."""

    simpul: list[SimpulVersi]
    indikator: list[IndikatorTampak]
    mendukung: dict[int, tuple[str, ...]]
    lintas: dict[int, list[Jawaban]]  # by node: what others were asked to carry of it


def pohon_versi(lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi, tahun: int) -> Pohon:
    """The tree of a version with targets, findings, and the budget in force. Eight queries."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    isi = _isi(versi)
    rincian = rincian_anggaran(lingkup, unit, anggaran_berlaku(lingkup, unit, tahun))
    indikatif: dict[int, dict[int, Decimal]] = {}
    for simpul_id, tahun_pagu, rupiah in versi.pagu.values_list("simpul_id", "tahun", "rupiah"):
        indikatif.setdefault(simpul_id, {})[tahun_pagu] = rupiah
    menurut_simpul: dict[int | None, list[IndikatorTampak]] = {}
    for i in isi.indikator:
        menurut_simpul.setdefault(i.versi.simpul_id, []).append(i)
    ada = {s.simpul_id for s in isi.simpul}
    anak: dict[int | None, list[SimpulVersi]] = {}
    for s in isi.simpul:
        anak.setdefault(s.induk_id if s.induk_id in ada else None, []).append(s)
    uang = Pagu(rincian)

    def tampak(s: SimpulVersi) -> SimpulTampak:
        baris = uang.baris.get(s.nomenklatur)
        luar = s.induk is not None and s.induk_id not in ada
        return SimpulTampak(
            versi=s,
            kode=s.simpul.kode,
            sifat=s.simpul.sifat,
            indikator=tuple(menurut_simpul.get(s.simpul_id, ())),
            mendukung=isi.mendukung.get(s.simpul_id, ()),
            pagu=uang.untuk(s.nomenklatur),
            pagu_indikatif=indikatif.get(s.simpul_id, {}),
            keluaran=baris.keluaran if baris else None,
            keluaran_satuan=baris.keluaran_satuan if baris else "",
            induk_luar=s.uraian_induk if luar else "",  # type: ignore[attr-defined]
            alamat_induk=_alamat_induk(s, luar=luar),
            anak=tuple(tampak(a) for a in anak.get(s.simpul_id, ())),
        )

    return Pohon(
        versi=versi,
        tahun=tahun,
        akar=tuple(tampak(s) for s in anak.get(None, ())),
        lepas=tuple(i for i in isi.indikator if i.versi.simpul_id not in ada),
        hasil=periksa_isi(isi, tahun, lingkup.pada),
        pagu=uang.jumlah,
    )


def _alamat_induk(s: SimpulVersi, *, luar: bool) -> str:
    if s.induk is None:
        return ""
    return f"{s.induk.unit.slug}:{s.induk.kode}" if luar else s.induk.kode


def periksa_versi(lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi) -> HasilPeriksa:
    """What the checks find in a version, judged by the last year of its document. Five queries."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    isi = _isi(versi)
    hasil = periksa_isi(isi, versi.dokumen.tahun_selesai, lingkup.pada)
    return HasilPeriksa(hasil.temuan, len(isi.indikator))


def _isi(versi: DokumenVersi) -> IsiVersi:
    return isi_versi([versi])[versi.pk]


def isi_versi(versi: Iterable[DokumenVersi], tahun: int | None = None) -> dict[int, IsiVersi]:
    """The rows of several versions, by the version's id. Five queries, however many.

    With ``tahun`` only what the checks of that year look at: a whole regency in one go.
    """
    daftar = [v.pk for v in versi]
    lintas = jawaban_lintas(daftar)
    hasil = {pk: IsiVersi([], [], {}, lintas) for pk in daftar}
    # What the document above says of a parent that stands there.
    induk = SimpulVersi.objects.filter(simpul_id=OuterRef("induk_id")).order_by("-dokumen_versi")
    simpul = SimpulVersi.objects.filter(dokumen_versi__in=daftar).annotate(
        jenis_induk=Subquery(induk.values("jenis")[:1])
    )
    if tahun is None:
        simpul = simpul.select_related("simpul", "induk__unit", "pemilik", "jabatan").annotate(
            uraian_induk=Subquery(induk.values("uraian")[:1])
        )
    for s in simpul.select_related("simpul").order_by("urutan", "id"):
        hasil[s.dokumen_versi_id].simpul.append(s)
    target = _target(daftar, tahun)
    terkait = ("indikator", "pengampu") if tahun else ("indikator", "pengampu", "simpul", "pustaka")
    for i in (
        IndikatorVersi.objects.filter(dokumen_versi__in=daftar)
        .select_related(*terkait)
        .order_by("urutan", "id")
    ):
        milik = target.get((i.dokumen_versi_id, i.indikator_id), {})
        hasil[i.dokumen_versi_id].indikator.append(IndikatorTampak(i, i.indikator.kode, milik))
    for versi_id, simpul_id, kode in (
        Dukungan.objects.filter(dokumen_versi__in=daftar)
        .order_by("id")
        .values_list("dokumen_versi_id", "simpul_id", "indikator__kode")
    ):
        didukung = hasil[versi_id].mendukung
        didukung[simpul_id] = (*didukung.get(simpul_id, ()), kode)
    return hasil


def _target(
    versi: list[int], tahun: int | None
) -> dict[tuple[int, int], dict[tuple[int, str], TargetVersi]]:
    """Targets by version, indicator, year and period; with ``tahun`` that of the year alone."""
    baris = TargetVersi.objects.filter(dokumen_versi__in=versi, ditarik=False)
    hasil: dict[tuple[int, int], dict[tuple[int, str], TargetVersi]] = {}
    if tahun is not None:
        for t in baris.filter(periode__tahun=tahun, periode__jenis=JenisPeriode.TAHUN):
            hasil[t.dokumen_versi_id, t.indikator_id] = {(tahun, "tahun"): t}
        return hasil
    for t in baris.select_related("periode"):
        kunci = (t.periode.tahun, kode_periode(t.periode.jenis, t.periode.nomor))
        hasil.setdefault((t.dokumen_versi_id, t.indikator_id), {})[kunci] = t
    return hasil


def periksa_isi(isi: IsiVersi, tahun: int, pada: date) -> kaidah.HasilPohon:
    """All rules over these rows, with the targets of one year, as things stand that day. No query.

    Who was asked to carry a part of a result is judged for that year too.
    """
    kode = {s.simpul_id: s.simpul.kode for s in isi.simpul}
    return kaidah.periksa_pohon(
        [_simpul_diperiksa(s, isi, kode, tahun, pada) for s in isi.simpul],
        [_diperiksa(i, kode, tahun) for i in isi.indikator],
        tahun,
    )


def _simpul_diperiksa(
    s: SimpulVersi, isi: IsiVersi, kode: Mapping[int, str], tahun: int, pada: date
) -> kaidah.SimpulDiperiksa:
    diminta, terlambat, ditolak = jawaban_tahun(isi.lintas.get(s.simpul_id, ()), tahun, pada)
    return kaidah.SimpulDiperiksa(
        kode=kode[s.simpul_id],
        uraian=s.uraian,
        jenis=s.jenis,
        induk=kode.get(s.induk_id) if s.induk_id else None,
        jenis_induk=s.jenis_induk,  # type: ignore[attr-defined]
        mendukung=len(isi.mendukung.get(s.simpul_id, ())),
        usulan_lintas=diminta,
        lintas_terlambat=terlambat,
        lintas_ditolak=ditolak,
    )


def _diperiksa(
    i: IndikatorTampak, kode: Mapping[int, str], tahun: int
) -> kaidah.IndikatorDiperiksa:
    v, t = i.versi, i.tahunan(tahun)
    return kaidah.IndikatorDiperiksa(
        kode=i.kode,
        nama=v.nama,
        simpul=kode.get(v.simpul_id) if v.simpul_id else None,
        arah=v.arah,
        bertarget=t is not None,
        target=kaidah.angka_banding(t.nilai, t.penyebut, v.jenis_nilai) if t else None,
        baseline=kaidah.angka_awal(v.baseline_teks, v.jenis_nilai),
        pengampu=v.pengampu.nama if v.pengampu else None,
        berdefinisi=bool(v.definisi.strip() or v.rumus.strip()),
        bersumber=bool(v.sumber_data.strip()),
        satuan=v.satuan,
        dihitung=v.cara == CaraUkur.KOMPOSIT,
        menjumlah=v.jenis_nilai == JenisNilai.BILANGAN and v.agregasi == Agregasi.JUMLAH,
    )


class Pagu:
    """Amounts by official code: a line of its own, or the sum of the sub-kegiatan under a code."""

    def __init__(self, rincian: Sequence[RincianAnggaran]) -> None:
        self.baris: dict[str, RincianAnggaran] = {r.kode: r for r in rincian}

    def untuk(self, kode: str) -> Decimal | None:
        """The amount of a code; ``None``: the budget says nothing of it."""
        if not kode:
            return None
        if kode in self.baris:
            rupiah: Decimal = self.baris[kode].rupiah
            return rupiah
        return _jumlah(
            r
            for r in self.baris.values()
            if r.tingkat == TingkatRincian.SUBKEGIATAN and r.kode.startswith(f"{kode}.")
        )

    @property
    def jumlah(self) -> Decimal | None:
        """The whole budget, counted once: its programmes."""
        return _jumlah(r for r in self.baris.values() if r.tingkat == TingkatRincian.PROGRAM)


def _jumlah(rincian: Iterable[RincianAnggaran]) -> Decimal | None:
    semua: list[Decimal] = [r.rupiah for r in rincian]
    return sum(semua, Decimal(0)) if semua else None
