"""What is stored now for a set of (unit, indikator, periode), fetched in bulk."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch

from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.models import CapaianMutakhir, NilaiKomponen, Realisasi
from sakip.pengukuran.services.rencana import kata_wording
from sakip.perencanaan.models import DokumenVersi, IndikatorVersi, TargetVersi

KOLOM_CATATAN = ("capaian_tercetak", "rumus_tercetak", "catatan", "sumber")
Kunci = tuple[int, str, int]


@dataclass(frozen=True, slots=True)
class Tersimpan:
    """One stored measurement with its target and the wording of its indicator."""

    realisasi_id: int
    keadaan: str
    revisi: int
    versi: int
    sifat: str
    target_versi: int
    target: NilaiBaru | None
    realisasi: NilaiBaru | None
    indikator: dict[str, str]
    catatan: dict[str, str]

    def ke_data(self) -> dict[str, Any]:
        """JSON to show beside the new value, and to go back to when an import is taken back."""
        return {
            "realisasi_id": self.realisasi_id,
            "keadaan": self.keadaan,
            "realisasi_versi": self.versi,
            "sifat": self.sifat,
            "target_versi": self.target_versi,
            "target": self.target.ke_data() if self.target else None,
            "realisasi": self.realisasi.ke_data() if self.realisasi else None,
            "indikator": self.indikator,
            "catatan": self.catatan,
        }


def nilai_target(t: TargetVersi | None) -> NilaiBaru | None:
    """A stored target as a value; withdrawn or empty ones are ``None``."""
    if t is None or t.ditarik or not t.teks:
        return None
    return NilaiBaru(t.teks, t.nilai, t.penyebut, t.batas_bawah, t.batas_atas, t.kode)


def nilai_realisasi(r: Realisasi, komponen: Iterable[NilaiKomponen]) -> NilaiBaru | None:
    """A stored realisasi as a value, from its components (total row, ``rincian`` 0)."""
    menurut = {k.komponen: k for k in komponen if k.rincian == 0}
    if not r.teks or not menurut:
        return None
    if "pembilang" in menurut and "penyebut" in menurut:
        return NilaiBaru(r.teks, menurut["pembilang"].nilai, menurut["penyebut"].nilai)
    if "kode" in menurut:
        return NilaiBaru(r.teks, kode=menurut["kode"].kode)
    return NilaiBaru(r.teks, menurut["nilai"].nilai)


@dataclass(frozen=True, slots=True)
class Kata:
    """How one stored cell was computed: its period, and the wording it used."""

    periode_id: int
    arah: str
    jenis_nilai: str
    skala: str


def kata(instansi_id: int, kunci: Iterable[Kunci]) -> dict[tuple[int, str], list[Kata]]:
    """Every current cell of these indicators, whatever its period. One query."""
    daftar = {k[:2] for k in kunci}
    hasil: dict[tuple[int, str], list[Kata]] = {}
    for unit, kode, periode, arah, jenis, skala in CapaianMutakhir.objects.filter(
        instansi_id=instansi_id,
        unit_id__in={u for u, _k in daftar},
        indikator__kode__in={k for _u, k in daftar},
    ).values_list(
        "unit_id",
        "indikator__kode",
        "periode_id",
        "indikator_versi__arah",
        "indikator_versi__jenis_nilai",
        "indikator_versi__skala",
    ):
        hasil.setdefault((unit, kode), []).append(Kata(periode, arah, jenis, skala))
    return hasil


def di_lembar(instansi_id: int, kunci: Iterable[Kunci]) -> dict[Kunci, str]:
    """Figures that belong to a quarterly sheet, with their state: no import changes them.

    One query.
    """
    daftar = set(kunci)
    hasil = {}
    for unit, kode, periode, keadaan in Realisasi.objects.filter(
        instansi_id=instansi_id,
        unit_id__in={k[0] for k in daftar},
        periode_id__in={k[2] for k in daftar},
        indikator__kode__in={k[1] for k in daftar},
        lembar__isnull=False,
    ).values_list("unit_id", "indikator__kode", "periode_id", "keadaan"):
        if (unit, kode, periode) in daftar:
            hasil[unit, kode, periode] = keadaan
    return hasil


def dijanjikan(
    instansi_id: int, kunci: Iterable[tuple[int, str, int]]
) -> dict[tuple[int, str, int], str]:
    """Which (unit, code, year) stand in a document that was ditetapkan, with its title. One query.

    Their targets are frozen, and their figures come by the quarterly sheet.
    """
    daftar = set(kunci)
    hasil = {}
    for unit, kode, mulai, selesai, judul in IndikatorVersi.objects.filter(
        instansi_id=instansi_id,
        indikator__unit_id__in={u for u, _k, _t in daftar},
        indikator__kode__in={k for _u, k, _t in daftar},
        dokumen_versi__ditetapkan__isnull=False,
    ).values_list(
        "indikator__unit_id",
        "indikator__kode",
        "dokumen_versi__dokumen__tahun_mulai",
        "dokumen_versi__dokumen__tahun_selesai",
        "dokumen_versi__dokumen__judul",
    ):
        for tahun in range(mulai, selesai + 1):
            if (unit, kode, tahun) in daftar:
                hasil[unit, kode, tahun] = judul
    return hasil


def unit_bertetapan(
    instansi_id: int, unit: Iterable[int], jenis: str, mulai: int, selesai: int
) -> dict[int, str]:
    """Units whose document for these years was ditetapkan already, with its title. One query.

    The same choice as ``rencana`` makes when it looks for a place for new targets.
    """
    hasil: dict[int, tuple[bool, str]] = {}
    for v in (
        DokumenVersi.objects.filter(
            instansi_id=instansi_id,
            dokumen__unit_id__in=set(unit),
            dokumen__jenis=jenis,
            dokumen__tahun_mulai__lte=mulai,
        )
        .select_related("dokumen")
        .order_by("dokumen__tahun_mulai", "nomor")
    ):
        if v.dokumen.tahun_mulai == mulai or v.dokumen.tahun_selesai >= selesai:
            hasil[v.dokumen.unit_id] = (v.ditetapkan is not None, v.dokumen.judul)
    return {u: judul for u, (tetap, judul) in hasil.items() if tetap}


def ambil(instansi_id: int, kunci: Iterable[Kunci]) -> dict[Kunci, Tersimpan]:
    """Everything stored under these keys. Four queries, whatever their number."""
    daftar = set(kunci)
    realisasi = list(
        Realisasi.objects.filter(
            instansi_id=instansi_id,
            unit_id__in={k[0] for k in daftar},
            periode_id__in={k[2] for k in daftar},
            indikator__kode__in={k[1] for k in daftar},
        )
        .select_related("indikator")
        .prefetch_related(Prefetch("komponen", to_attr="semua_komponen"))
    )
    versi = {
        (v.indikator_id, v.dokumen_versi_id): v
        for v in IndikatorVersi.objects.filter(indikator_id__in={r.indikator_id for r in realisasi})
    }
    target = {
        (t.indikator_id, t.unit_id, t.periode_id): t
        for t in TargetVersi.objects.filter(
            indikator_id__in={r.indikator_id for r in realisasi},
            periode_id__in={k[2] for k in daftar},
            ditarik=False,
        ).order_by("dokumen_versi_id")
        if (t.indikator_id, t.dokumen_versi_id) in versi
    }
    hasil = {}
    for r in realisasi:
        pasangan = (r.unit_id, r.indikator.kode, r.periode_id)
        t = target.get((r.indikator_id, r.unit_id, r.periode_id))
        # A measurement whose target was withdrawn with it counts as not there.
        if pasangan in daftar and t is not None:
            hasil[pasangan] = _gabung(r, t, versi[r.indikator_id, t.dokumen_versi_id])
    return hasil


def _gabung(r: Realisasi, t: TargetVersi, v: IndikatorVersi) -> Tersimpan:
    return Tersimpan(
        realisasi_id=r.pk,
        keadaan=r.keadaan,
        revisi=r.revisi,
        versi=r.versi,
        sifat=r.sifat,
        target_versi=t.versi,
        target=nilai_target(t),
        realisasi=nilai_realisasi(r, r.semua_komponen),  # type: ignore[attr-defined]
        indikator=kata_wording(v),
        catatan={k: getattr(r, k) for k in KOLOM_CATATAN},
    )
