"""The planning documents of a unit's year in the order of law, and the reviews of one version."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import (
    DokumenAnggaran,
    DokumenVersi,
    JenisDokumen,
    ReviuRencana,
    RiwayatRencana,
)
from sakip.perencanaan.selectors.dokumen import DokumenTampak, dokumen_tahun

RKA = "rka"  # made in the treasurer's system; nothing of it is kept here


@dataclass(frozen=True, slots=True)
class LangkahDokumen:
    """One step: its document or budget, whose it is, and what does not hang together."""

    tahap: kaidah.Tahap
    milik: UnitTampak
    dokumen: DokumenTampak | None
    anggaran: DokumenAnggaran | None
    temuan: tuple[kaidah.Kalimat, ...]

    @property
    def dicatat(self) -> bool:
        """Whether such a document is kept here at all."""
        return self.tahap.kode != RKA

    @property
    def keadaan(self) -> str:
        """``ditetapkan``, ``konsep``, ``tidak_ada``, or ``tidak_dicatat``."""
        if not self.dicatat:
            return "tidak_dicatat"
        if self.anggaran is not None:
            return "ditetapkan"
        if self.dokumen is None:
            return "tidak_ada"
        return "konsep" if self.dokumen.berlaku is None else "ditetapkan"


@dataclass(frozen=True, slots=True)
class ReviuTampak:
    """A review, and whether the draft was changed after it."""

    baris: ReviuRencana
    berubah_sesudahnya: bool


def tahap_unit(unit: UnitTampak, pada: date) -> list[kaidah.Tahap]:
    """Steps whose documents a unit writes itself; a unit within a perangkat daerah writes none."""
    if unit.jenis != JenisUnit.PEMDA and unit.jenis not in PERANGKAT_DAERAH:
        return []
    pemda = unit.jenis == JenisUnit.PEMDA
    return [t for t in kaidah.tahap_dokumen(pada) if t.untuk(pemda=pemda)]


def urutan_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[LangkahDokumen]:
    """All documents of a unit's year in their order, those of the government above it among them.

    That such a document of the government exists and was laid down is told to every unit that
    follows it. Three queries.
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    pemda = unit.jenis == JenisUnit.PEMDA
    akar = unit if pemda else organisasi.akar(lingkup)
    dokumen = dokumen_tahun({akar.id, unit.id}, tahun)
    anggaran = [] if pemda else _anggaran(unit.id, tahun)
    # The text in force when the year ends: a year is planned under it.
    semua = kaidah.tahap_dokumen(date(tahun, 12, 31))
    langkah: list[
        tuple[kaidah.Tahap, UnitTampak, DokumenTampak | None, DokumenAnggaran | None]
    ] = []
    for t in semua:
        if pemda and not t.untuk(pemda=True):
            continue
        milik = akar if not t.untuk(pemda=False) else unit
        satu = next(
            (
                d
                for j in t.jenis
                for d in dokumen
                if (d.dokumen.unit_id, d.dokumen.jenis) == (milik.id, j)
            ),
            None,
        )
        uang = next((a for a in reversed(anggaran) if a.tahap in t.jenis), None)
        # A unit within a perangkat daerah writes none of its own; one that it has is shown.
        if satu or uang or milik.id == akar.id or unit.jenis in PERANGKAT_DAERAH:
            langkah.append((t, milik, satu, uang))
    ada = {t.kode: a for t, _m, d, u in langkah if (a := _ada(t, d, u)) is not None}
    return [
        LangkahDokumen(t, m, d, u, kaidah.temuan_urutan(t, semua, ada)) for t, m, d, u in langkah
    ]


def _anggaran(unit_id: int, tahun: int) -> list[DokumenAnggaran]:
    return list(
        DokumenAnggaran.objects.filter(unit_id=unit_id, tahun=tahun, ditarik=False).order_by(
            "nomor"
        )
    )


def _ada(
    t: kaidah.Tahap, dokumen: DokumenTampak | None, uang: DokumenAnggaran | None
) -> kaidah.DokumenAda | None:
    """What the kernel asks of a document; a budget is laid down by being there."""
    if uang is not None:
        return kaidah.DokumenAda(f"{t.sebutan} {uang.tahun}", uang.disahkan, uang.disahkan)
    if dokumen is None:
        return None
    hari = sorted(v.ditetapkan for v in dokumen.versi if v.ditetapkan is not None)
    return kaidah.DokumenAda(
        dokumen.dokumen.judul, hari[0] if hari else None, hari[-1] if hari else None
    )


def reviu_versi(lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi) -> list[ReviuTampak]:
    """Reviews of a version, the newest first. Two queries."""
    return reviu_dokumen(lingkup, unit, [versi]).get(versi.pk, [])


def reviu_dokumen(
    lingkup: Lingkup, unit: UnitTampak, versi: Sequence[DokumenVersi]
) -> dict[int, list[ReviuTampak]]:
    """Reviews of several versions of this unit, by version, the newest first. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    semua = list(
        ReviuRencana.objects.filter(
            dokumen_versi__in=[v.pk for v in versi], dokumen_versi__dokumen__unit_id=unit.id
        )
        .select_related("pencatat")
        .order_by("-id")
    )
    if not semua:
        return {}
    berubah = dict(
        RiwayatRencana.objects.filter(
            dokumen_versi__in={r.dokumen_versi_id for r in semua}, ke="konsep"
        )
        .values_list("dokumen_versi_id")
        .annotate(akhir=Max("saat"))
    )
    hasil: dict[int, list[ReviuTampak]] = {}
    for r in semua:
        akhir = berubah.get(r.dokumen_versi_id)
        tampak = ReviuTampak(r, akhir is not None and akhir > r.dicatat_pada)
        hasil.setdefault(r.dokumen_versi_id, []).append(tampak)
    return hasil


def tanpa_reviu(versi: DokumenVersi, reviu: Sequence[ReviuTampak]) -> bool:
    """Whether a draft should have been reviewed before penetapan and was not. No query."""
    return versi.dokumen.jenis in DIREVIU_DAHULU and not reviu


# What the Inspektorat reviews before it is laid down (tafsir-0017).
DIREVIU_DAHULU = frozenset(
    {JenisDokumen.RPJMD, JenisDokumen.RPD, JenisDokumen.RENSTRA, JenisDokumen.RENJA}
)
