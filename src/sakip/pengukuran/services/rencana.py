"""The plan's side of checked rows: document, indicator, its wording, target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sakip.bersama.salin import salin, ubah
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BetsImpor
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    Indikator,
    IndikatorVersi,
    JenisDokumen,
    TargetVersi,
)

KOLOM_NILAI = ("nilai", "penyebut", "batas_bawah", "batas_atas", "kode")
KOLOM_TARGET = (*KOLOM_NILAI, "teks", "versi", "ditarik")
KOLOM_WORDING = ("nama", "satuan", "arah", "jenis_nilai", "agregasi", "skala")

Kunci = tuple[int, str]  # unit id, code of the indicator


@dataclass(frozen=True, slots=True)
class Rencana:
    """What each row's plan became, in the order of the rows; ``baru``: indicators that came alive.

    ``kata_lama`` holds, by id of the wording, what it said before.
    """

    indikator: list[Indikator]
    wording: list[IndikatorVersi]
    target: list[TargetVersi]
    baru: set[Kunci]
    kata_lama: dict[int, dict[str, str]]


def kunci_indikator(b: BarisTerperiksa) -> Kunci:
    """What names the indicator of a row."""
    return b.isi["unit_id"], b.isi["kode"]


def simpan_rencana(baris: Sequence[BarisTerperiksa], bets: BetsImpor, sifat: str) -> Rencana:
    """Write documents, indicators, wordings and targets of all rows.

    A cell that has a target keeps it in the document where it stands, so that there is never a
    second one; new targets go to the document of the table's years.
    """
    menurut_kunci, baru = _indikator(baris, bets, sifat)
    indikator = [menurut_kunci[kunci_indikator(b)] for b in baris]
    ada = list(TargetVersi.objects.filter(indikator_id__in={i.pk for i in indikator}))
    hidup = {(t.indikator_id, t.periode_id): t.dokumen_versi_id for t in ada if not t.ditarik}
    sel = [(i.pk, b.isi["periode_id"]) for i, b in zip(indikator, baris, strict=True)]
    dokumen = _dokumen([b for b, s in zip(baris, sel, strict=True) if s not in hidup], bets, sifat)
    tempat = [
        hidup[s] if s in hidup else dokumen[b.isi["unit_id"]]
        for b, s in zip(baris, sel, strict=True)
    ]
    wording, kata_lama = _wording(baris, bets, indikator, tempat)
    target = _target(baris, bets, indikator, tempat, ada)
    return Rencana(indikator, wording, target, baru, kata_lama)


def _dokumen(baris: Sequence[BarisTerperiksa], bets: BetsImpor, sifat: str) -> dict[int, int]:
    """The document version (its id) that takes new targets, one for each unit.

    That is the one whose years hold the table's, or that begins in the same year and is then
    prolonged, or a new one.
    """
    if not baris:
        return {}
    opsi = bets.opsi
    jenis = opsi.get("dokumen_jenis", JenisDokumen.RENSTRA)
    semua_tahun = [b.isi["tahun"] for b in baris]
    mulai = int(opsi.get("tahun_mulai", min(semua_tahun)))
    selesai = int(opsi.get("tahun_selesai", max(semua_tahun)))
    unit = {b.isi["unit_id"] for b in baris}
    hasil = {}
    for v in (
        DokumenVersi.objects.filter(
            dokumen__unit_id__in=unit, dokumen__jenis=jenis, dokumen__tahun_mulai__lte=mulai
        )
        .select_related("dokumen")
        .order_by("dokumen__tahun_mulai", "nomor")
    ):
        if v.dokumen.tahun_mulai == mulai or v.dokumen.tahun_selesai >= selesai:
            hasil[v.dokumen.unit_id] = v
    for v in hasil.values():
        _perpanjang(v.dokumen, selesai)
    kurang = sorted(unit - set(hasil))
    baru = _dokumen_baru(kurang, bets, jenis, mulai, selesai, sifat)
    return {u: v.pk for u, v in (hasil | baru).items()}


def _perpanjang(dokumen: DokumenPerencanaan, selesai: int) -> None:
    if dokumen.tahun_selesai >= selesai:
        return
    if dokumen.judul == _judul(dokumen.jenis, dokumen.tahun_mulai, dokumen.tahun_selesai):
        dokumen.judul = _judul(dokumen.jenis, dokumen.tahun_mulai, selesai)
    dokumen.tahun_selesai = selesai
    dokumen.save(update_fields=["judul", "tahun_selesai"])


def _judul(jenis: str, mulai: int, selesai: int) -> str:
    return f"{JenisDokumen(jenis).label} {mulai}–{selesai}"


def _dokumen_baru(  # noqa: PLR0913, PLR0917
    unit: Sequence[int], bets: BetsImpor, jenis: str, mulai: int, selesai: int, sifat: str
) -> dict[int, DokumenVersi]:
    dokumen = DokumenPerencanaan.objects.bulk_create(
        DokumenPerencanaan(
            instansi_id=bets.instansi_id,
            unit_id=u,
            jenis=jenis,
            judul=bets.opsi.get("dokumen_judul") or _judul(jenis, mulai, selesai),
            tahun_mulai=mulai,
            tahun_selesai=selesai,
            sifat=sifat,
        )
        for u in unit
    )
    versi = DokumenVersi.objects.bulk_create(
        DokumenVersi(
            instansi_id=bets.instansi_id,
            dokumen=d,
            nomor=1,
            sifat_versi=DokumenVersi.SifatVersi.MURNI,
            dasar=bets.opsi.get("dokumen_dasar", ""),
        )
        for d in dokumen
    )
    return {v.dokumen.unit_id: v for v in versi}


def _indikator(
    baris: Sequence[BarisTerperiksa], bets: BetsImpor, sifat: str
) -> tuple[dict[Kunci, Indikator], set[Kunci]]:
    perlu = {kunci_indikator(b) for b in baris}
    ada = {
        (i.unit_id, i.kode): i
        for i in Indikator.objects.filter(
            unit_id__in={u for u, _k in perlu}, kode__in={k for _u, k in perlu}
        )
    }
    kembali = [i for kunci, i in ada.items() if i.ditarik and kunci in perlu]
    Indikator.objects.filter(pk__in=[i.pk for i in kembali]).update(ditarik=False)
    kurang = sorted(perlu - set(ada))
    baru = salin(
        Indikator,
        (
            Indikator(instansi_id=bets.instansi_id, unit_id=u, kode=k, sifat=sifat)
            for u, k in kurang
        ),
    )
    hasil = ada | {(i.unit_id, i.kode): i for i in baru}
    return hasil, set(kurang) | {(i.unit_id, i.kode) for i in kembali}


def _wording(
    baris: Sequence[BarisTerperiksa],
    bets: BetsImpor,
    indikator: Sequence[Indikator],
    tempat: Sequence[int],
) -> tuple[list[IndikatorVersi], dict[int, dict[str, str]]]:
    """What each document says of each indicator; the latest year of the table has the last word."""
    sel = [(i.pk, d) for i, d in zip(indikator, tempat, strict=True)]
    mau: dict[tuple[int, int], dict[str, Any]] = {}
    for s, b in sorted(zip(sel, baris, strict=True), key=lambda p: p[1].isi["tahun"]):
        mau[s] = b.isi["indikator"]
    wording = {
        (v.indikator_id, v.dokumen_versi_id): v
        for v in IndikatorVersi.objects.filter(
            indikator_id__in={i for i, _d in mau}, dokumen_versi_id__in={d for _i, d in mau}
        )
    }
    lama, berubah = {}, []
    for s, kata in mau.items():
        v = wording.get(s)
        if v is None or kata_wording(v) == kata:
            continue
        lama[v.pk] = kata_wording(v)
        isi_wording(v, kata)
        berubah.append(v)
    ubah(IndikatorVersi, berubah, KOLOM_WORDING)
    for v in salin(
        IndikatorVersi,
        [
            IndikatorVersi(
                instansi_id=bets.instansi_id, indikator_id=s[0], dokumen_versi_id=s[1], **kata
            )
            for s, kata in mau.items()
            if s not in wording
        ],
    ):
        wording[v.indikator_id, v.dokumen_versi_id] = v
    return [wording[s] for s in sel], lama


def kata_wording(v: IndikatorVersi) -> dict[str, str]:
    """The words of a wording, by column."""
    return {k: getattr(v, k) for k in KOLOM_WORDING}


def isi_wording(v: IndikatorVersi, kata: dict[str, str]) -> None:
    """Put words into the columns of a wording."""
    for kolom in KOLOM_WORDING:
        setattr(v, kolom, kata[kolom])


def _target(
    baris: Sequence[BarisTerperiksa],
    bets: BetsImpor,
    indikator: Sequence[Indikator],
    tempat: Sequence[int],
    ada: Sequence[TargetVersi],
) -> list[TargetVersi]:
    menurut_sel = {(t.indikator_id, t.periode_id, t.dokumen_versi_id): t for t in ada}
    hasil, baru, berubah = [], [], []
    for b, i, dokumen in zip(baris, indikator, tempat, strict=True):
        t = menurut_sel.get((i.pk, b.isi["periode_id"], dokumen))
        if t is None:
            t = TargetVersi(
                instansi_id=bets.instansi_id,
                indikator=i,
                unit_id=b.isi["unit_id"],
                periode_id=b.isi["periode_id"],
                dokumen_versi_id=dokumen,
            )
            baru.append(t)
        else:
            t.versi += 1
            t.ditarik = False
            berubah.append(t)
        isi_target(t, NilaiBaru.dari_data(b.isi["target"]))
        hasil.append(t)
    salin(TargetVersi, baru)
    ubah(TargetVersi, berubah, KOLOM_TARGET)
    return hasil


def isi_target(t: TargetVersi, n: NilaiBaru | None) -> None:
    """Put a value into the columns of a target; ``None`` empties them."""
    for kolom in KOLOM_NILAI:
        setattr(t, kolom, None if n is None else getattr(n, kolom))
    t.teks = "" if n is None else n.teks
