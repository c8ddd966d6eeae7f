"""What citizens read of a unit's year: promises that were signed, figures that were approved.

No ``Lingkup`` here: everything is public by its state. What is still a draft is not shown, and a
figure that is not final says so.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.arsip.models import DokumenTerbit
from sakip.beranda.kaidah import tercapai
from sakip.evaluasi.models import Evaluasi, HasilEvaluasiLuar, KeadaanEvaluasi
from sakip.organisasi.models import JenisPeriode, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan.models import KeadaanLaporan, LaporanKinerja
from sakip.pengukuran.models import (
    KEADAAN_TERBUKA,
    CapaianMutakhir,
    KeadaanRealisasi,
    Realisasi,
)
from sakip.perencanaan.models import IndikatorVersi
from sakip.perjanjian.models import ButirPerjanjian, KeadaanPerjanjian, PerjanjianKinerja

AKHIR = (KeadaanRealisasi.TERKUNCI, KeadaanRealisasi.DITELAAH, KeadaanRealisasi.TERCATAT)


@dataclass(frozen=True, slots=True)
class Janji:
    """One promise as the public reads it.

    ``keadaan``: ``selesai`` (final), ``sementara``, ``belum_waktunya`` or ``belum_ada_data``;
    ``ditepati`` is said of final figures only, else ``None``.
    """

    sasaran: str
    nama: str
    satuan: str
    arah: str
    target: str
    realisasi: str
    capaian: Decimal | None
    periode: str
    nomor: int
    keadaan: str
    ditepati: bool | None
    penyebab: str
    solusi: str
    tercetak: str
    sumber: str
    sifat: str

    @property
    def di_bawah_target(self) -> bool:
        """Whether it misses its target so far, final or not."""
        return tercapai(self.capaian) is False


@dataclass(frozen=True, slots=True)
class TahunPublik:
    """A unit's year for everybody."""

    janji: tuple[Janji, ...]
    perjanjian: PerjanjianKinerja | None
    dokumen: tuple[DokumenTerbit, ...]
    evaluasi: Evaluasi | None

    @property
    def contoh(self) -> bool:
        """Whether anything shown of this year is invented; then the whole page says so."""
        sifat = {x.sifat for x in (self.perjanjian, self.evaluasi) if x is not None}
        sifat |= {j.sifat for j in self.janji}
        return Sifat.CONTOH in sifat or any(d.sifat == Sifat.CONTOH for d in self.dokumen)

    @property
    def terbitan(self) -> bool:
        """Whether the figures were taken from what others published."""
        return any(j.sifat == Sifat.TERBIT for j in self.janji)

    @property
    def sumber_bersama(self) -> str:
        """The one source of every figure, to be named once; empty when they differ."""
        sumber = {j.sumber for j in self.janji}
        return sumber.pop() if len(sumber) == 1 and len(self.janji) > 1 else ""

    @property
    def ditepati(self) -> int:
        return sum(j.ditepati is True for j in self.janji)

    @property
    def akhir(self) -> bool:
        """Whether every promise has its final figure."""
        return bool(self.janji) and all(j.ditepati is not None for j in self.janji)

    @property
    def mencapai(self) -> int:
        """How many reach their target so far, final or not."""
        return sum(tercapai(j.capaian) is True for j in self.janji)


def tahun_publik(unit: UnitTampak, tahun: int, pada: date) -> TahunPublik:
    """Promises, figures, documents and result of a unit's year. Six queries."""
    perjanjian = (
        PerjanjianKinerja.objects.filter(
            unit_id=unit.id, tahun=tahun, keadaan=KeadaanPerjanjian.DITANDATANGANI
        )
        .select_related("dokumen")
        .order_by("-nomor")
        .first()
    )
    evaluasi = (
        Evaluasi.objects.filter(
            unit_id=unit.id, tahun_kinerja=tahun, keadaan=KeadaanEvaluasi.DITERBITKAN
        )
        .select_related("dokumen")
        .first()
    )
    laporan = LaporanKinerja.objects.filter(
        unit_id=unit.id, tahun=tahun, keadaan=KeadaanLaporan.DISAMPAIKAN
    ).select_related("dokumen")
    dokumen = [x.dokumen for x in (perjanjian, *laporan, evaluasi) if x is not None]
    return TahunPublik(
        janji=tuple(_janji(unit, tahun, pada, perjanjian)),
        perjanjian=perjanjian,
        dokumen=tuple(d for d in dokumen if d is not None),
        evaluasi=evaluasi,
    )


def _janji(
    unit: UnitTampak, tahun: int, pada: date, perjanjian: PerjanjianKinerja | None
) -> Iterable[Janji]:
    angka = _angka(unit, tahun)
    realisasi = {
        (r.indikator_id, r.periode_id): r
        for r in Realisasi.objects.filter(
            unit_id=unit.id, periode__tahun=tahun, keadaan__in=KEADAAN_TERBUKA
        ).only("indikator_id", "periode_id", "penyebab", "solusi", "keadaan", "sumber", "sifat")
    }
    if perjanjian is None:
        for daftar in angka.values():
            m = daftar[0]
            if m.keadaan in AKHIR:
                yield _satu("", m.indikator_versi, m.target_teks, daftar, realisasi, pada)
        return
    for b in (
        ButirPerjanjian.objects.filter(perjanjian=perjanjian, indikator_versi__iku=True)
        .select_related("indikator_versi", "target")
        .order_by("urutan")
    ):
        yield _satu(
            b.sasaran,
            b.indikator_versi,
            b.target.teks,
            angka.get(b.indikator_id, []),
            realisasi,
            pada,
        )


def _angka(unit: UnitTampak, tahun: int) -> dict[int, list[CapaianMutakhir]]:
    """Approved figures by indicator: the whole year first, then the latest period."""
    hasil: dict[int, list[CapaianMutakhir]] = {}
    for m in (
        CapaianMutakhir.objects.filter(unit_id=unit.id, tahun=tahun, keadaan__in=KEADAAN_TERBUKA)
        .select_related("periode", "indikator_versi")
        .order_by("-indikator_versi__iku", "indikator_versi__urutan", "indikator_versi__nama")
    ):
        hasil.setdefault(m.indikator_id, []).append(m)
    for daftar in hasil.values():
        daftar.sort(
            key=lambda m: (m.periode.jenis == JenisPeriode.TAHUN, m.periode.selesai), reverse=True
        )
    return hasil


def _satu(  # noqa: PLR0913, PLR0917
    sasaran: str,
    wording: IndikatorVersi,
    target: str,
    angka: list[CapaianMutakhir],
    realisasi: dict[tuple[int, int], Realisasi],
    pada: date,
) -> Janji:
    m = next((x for x in angka if x.realisasi_teks), angka[0] if angka else None)
    r = realisasi.get((m.indikator_id, m.periode_id)) if m else None
    # A year that was derived from its periods has their words: those of the last that has any.
    ditulis = (realisasi.get((a.indikator_id, a.periode_id)) for a in angka)
    ucap = next((x for x in ditulis if x is not None and x.penyebab), None)
    tahunan = m is not None and m.periode.jenis == JenisPeriode.TAHUN
    final = (
        m is not None
        and tahunan
        and m.capaian is not None
        and m.periode.selesai < pada
        and m.keadaan in AKHIR
    )
    if m is None or not m.realisasi_teks:
        keadaan = "belum_waktunya" if m and m.status == "belum_waktunya" else "belum_ada_data"
    else:
        keadaan = "selesai" if final else "sementara"
    return Janji(
        sasaran=sasaran,
        nama=wording.nama,
        satuan=wording.satuan,
        arah=wording.arah,
        target=target,
        realisasi=m.realisasi_teks if m else "",
        capaian=m.capaian if m else None,
        periode=m.periode.jenis if m else "",
        nomor=m.periode.nomor if m else 0,
        keadaan=keadaan,
        ditepati=tercapai(m.capaian) if final and m else None,
        penyebab=ucap.penyebab if ucap else "",
        solusi=ucap.solusi if ucap else "",
        tercetak=m.capaian_tercetak if m else "",
        sumber=r.sumber if r else "",
        sifat=r.sifat if r else "",
    )


def tahun_terisi(unit: UnitTampak) -> list[int]:
    """Years in which the public finds something of a unit, the newest first. One query."""
    janji = PerjanjianKinerja.objects.filter(
        unit_id=unit.id, keadaan=KeadaanPerjanjian.DITANDATANGANI
    ).values_list("tahun")
    angka = CapaianMutakhir.objects.filter(
        unit_id=unit.id, keadaan__in=KEADAAN_TERBUKA
    ).values_list("tahun")
    return sorted({t for (t,) in janji.union(angka)}, reverse=True)


def hasil_luar_publik(unit: UnitTampak) -> list[HasilEvaluasiLuar]:
    """Recorded results of a unit, the oldest first; they were published. One query."""
    return list(
        HasilEvaluasiLuar.objects.filter(unit_id=unit.id).order_by("tahun_tercetak", "penilai")
    )
