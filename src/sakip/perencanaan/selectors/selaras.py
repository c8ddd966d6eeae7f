"""Whether a unit's yearly plan says what the government's plan for that year says of the unit."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from django.db.models import Q

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import DokumenVersi, JenisDokumen, PaguSimpul, SimpulVersi
from sakip.perencanaan.selectors.pohon import IndikatorTampak, isi_versi


class Selaras(StrEnum):
    """How one line stands in the two documents."""

    SAMA = "sama"
    BEDA = "beda"
    HANYA_RKPD = "hanya_rkpd"
    HANYA_RENJA = "hanya_renja"


@dataclass(frozen=True, slots=True)
class SisiSelaras:
    """What one document says of a program, kegiatan or sub-kegiatan."""

    kode_simpul: str
    jenis: str
    uraian: str
    pagu: Decimal | None
    tahun: int
    indikator: Mapping[str, IndikatorTampak]  # by the name as it is compared

    def target(self, kunci: str) -> str | None:
        """The target of the year; ``None`` where that indicator or its target is not there."""
        i = self.indikator.get(kunci)
        t = i.tahunan(self.tahun) if i else None
        return t.teks if t else None


@dataclass(frozen=True, slots=True)
class BarisSelaras:
    """One official code in both documents; ``None``: that one does not have it."""

    kode: str
    rkpd: SisiSelaras | None
    renja: SisiSelaras | None

    @property
    def keadaan(self) -> Selaras:
        if self.renja is None:
            return Selaras.HANYA_RKPD
        if self.rkpd is None:
            return Selaras.HANYA_RENJA
        return Selaras.BEDA if self.beda else Selaras.SAMA

    @property
    def beda(self) -> tuple[str, ...]:
        """What differs: ``uraian``, ``pagu``, or the names of indicators."""
        a, b = self.rkpd, self.renja
        if a is None or b is None:
            return ()
        hasil = []
        if kaidah.nama_banding(a.uraian) != kaidah.nama_banding(b.uraian):
            hasil.append("uraian")
        # What the RKPD says nothing of, it does not contradict.
        if a.pagu is not None and a.pagu != b.pagu:
            hasil.append("pagu")
        hasil += [
            i.versi.nama
            for kunci, i in a.indikator.items()
            if a.target(kunci) not in {None, b.target(kunci)}
        ]
        return tuple(hasil)


@dataclass(frozen=True, slots=True)
class SelarasRkpd:
    """Both versions that were held against each other, and their lines in order of code."""

    rkpd: DokumenVersi | None
    renja: DokumenVersi | None
    baris: tuple[BarisSelaras, ...]

    @property
    def tidak_selaras(self) -> int:
        return sum(b.keadaan != Selaras.SAMA for b in self.baris)


def selaras_rkpd(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> SelarasRkpd:
    """Hold the latest Renja of a unit against what the latest RKPD gives to it. Six queries.

    Lines are matched by official code, indicators by name. The RKPD gives a line to the unit that
    it names as owner, or to the unit that owns the line above.
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    semua = list(
        DokumenVersi.objects.filter(
            Q(dokumen__jenis=JenisDokumen.RKPD, dokumen__unit_id=int(unit.jalur.split(".")[0]))
            | Q(dokumen__jenis=JenisDokumen.RENJA, dokumen__unit_id=unit.id),
            dokumen__instansi_id=lingkup.instansi_id,
            dokumen__tahun_mulai=tahun,
            dokumen__tahun_selesai=tahun,
        )
        .select_related("dokumen")
        .order_by("-nomor")
    )
    rkpd = next((v for v in semua if v.dokumen.jenis == JenisDokumen.RKPD), None)
    renja = next((v for v in semua if v.dokumen.jenis == JenisDokumen.RENJA), None)
    ada = [v for v in (rkpd, renja) if v is not None]
    isi, pagu = isi_versi(ada), _pagu(ada, tahun)
    dari = {
        v.pk: _sisi(
            _milik(isi[v.pk].simpul, unit) if v is rkpd else isi[v.pk].simpul,
            isi[v.pk].indikator,
            pagu.get(v.pk, {}),
            tahun,
        )
        for v in ada
    }
    a = dari.get(rkpd.pk, {}) if rkpd else {}
    b = dari.get(renja.pk, {}) if renja else {}
    return SelarasRkpd(
        rkpd, renja, tuple(BarisSelaras(k, a.get(k), b.get(k)) for k in sorted({*a, *b}))
    )


def _pagu(versi: Sequence[DokumenVersi], tahun: int) -> dict[int, dict[int, Decimal]]:
    """Rupiah of the year by version and node. One query."""
    hasil: dict[int, dict[int, Decimal]] = {}
    for versi_id, simpul_id, rupiah in PaguSimpul.objects.filter(
        dokumen_versi__in=versi, tahun=tahun
    ).values_list("dokumen_versi_id", "simpul_id", "rupiah"):
        hasil.setdefault(versi_id, {})[simpul_id] = rupiah
    return hasil


def _milik(simpul: Sequence[SimpulVersi], unit: UnitTampak) -> list[SimpulVersi]:
    """Nodes that name this unit as owner, and those below them that name nobody."""
    hasil, ada = [], set()
    for s in simpul:
        if s.pemilik_id == unit.id or (s.pemilik_id is None and s.induk_id in ada):
            ada.add(s.simpul_id)
            hasil.append(s)
    return hasil


def _sisi(
    simpul: Iterable[SimpulVersi],
    indikator: Iterable[IndikatorTampak],
    pagu: Mapping[int, Decimal],
    tahun: int,
) -> dict[str, SisiSelaras]:
    """The lines of one document by official code."""
    menurut_simpul: dict[int | None, dict[str, IndikatorTampak]] = {}
    for i in indikator:
        milik = menurut_simpul.setdefault(i.versi.simpul_id, {})
        milik[kaidah.nama_banding(i.versi.nama)] = i
    return {
        s.nomenklatur: SisiSelaras(
            kode_simpul=s.simpul.kode,
            jenis=s.jenis,
            uraian=s.uraian,
            pagu=pagu.get(s.simpul_id),
            tahun=tahun,
            indikator=menurut_simpul.get(s.simpul_id, {}),
        )
        for s in simpul
        if s.nomenklatur
    }
