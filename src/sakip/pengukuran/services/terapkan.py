"""Writing checked rows: indicators, targets, measurements, components; then the read models."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sakip.bersama.salin import salin, ubah
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BetsImpor
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Periode
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.models import KeadaanRealisasi, NilaiKomponen, Realisasi
from sakip.pengukuran.services.proyeksi import Sel, perbarui
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


def terapkan(baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, saat: datetime) -> None:
    """Write all rows; ``jejak`` of each then says what was touched, for taking it back."""
    sifat = bets.opsi.get("sifat", "asli")
    keadaan = KeadaanRealisasi.TERCATAT if sifat == "terbit" else KeadaanRealisasi.KONSEP
    versi_dokumen = _dokumen(baris, bets, sifat)
    indikator, baru = _indikator(baris, bets, sifat)
    wording = _wording(baris, bets, indikator, versi_dokumen)
    target = _target(baris, bets, indikator, versi_dokumen)
    realisasi = _realisasi(baris, bets, indikator, sifat, keadaan)
    simpan_komponen(
        [(realisasi[n], NilaiBaru.dari_data(b.isi["realisasi"])) for n, b in enumerate(baris)]
    )
    periode = Periode.objects.in_bulk({b.isi["periode_id"] for b in baris})
    perbarui(
        [
            Sel(
                realisasi=realisasi[n],
                versi=wording[_kunci(b)],
                target_versi=target[n],
                periode=periode[b.isi["periode_id"]],
                target=NilaiBaru.dari_data(b.isi["target"]),
                nilai=NilaiBaru.dari_data(b.isi["realisasi"]),
            )
            for n, b in enumerate(baris)
        ],
        instansi_id=bets.instansi_id,
        saat=saat,
        pada=organisasi.tanggal_di(bets.instansi, saat),
    )
    for n, b in enumerate(baris):
        b.jejak = {
            "indikator_baru": _kunci(b) in baru,
            "target": target[n].pk,
            "target_versi": target[n].versi,
            "realisasi": realisasi[n].pk,
            "revisi": realisasi[n].revisi,
            "wording": wording[_kunci(b)].pk,
        }


def _kunci(b: BarisTerperiksa) -> tuple[int, str]:
    return b.isi["unit_id"], b.isi["kode"]


def _dokumen(
    baris: Iterable[BarisTerperiksa], bets: BetsImpor, sifat: str
) -> dict[int, DokumenVersi]:
    """The document version that sets the targets, one for each unit; made when there is none."""
    opsi = bets.opsi
    jenis = opsi.get("dokumen_jenis", JenisDokumen.RENSTRA)
    semua_tahun = [b.isi["tahun"] for b in baris]
    mulai = int(opsi.get("tahun_mulai", min(semua_tahun)))
    selesai = int(opsi.get("tahun_selesai", max(semua_tahun)))
    unit = {b.isi["unit_id"] for b in baris}
    ada = {
        v.dokumen.unit_id: v
        for v in DokumenVersi.objects.filter(
            dokumen__unit_id__in=unit, dokumen__jenis=jenis, dokumen__tahun_mulai=mulai
        )
        .select_related("dokumen")
        .order_by("nomor")
    }
    judul = opsi.get("dokumen_judul") or f"{JenisDokumen(jenis).label} {mulai}–{selesai}"
    dokumen = DokumenPerencanaan.objects.bulk_create(
        DokumenPerencanaan(
            instansi_id=bets.instansi_id,
            unit_id=u,
            jenis=jenis,
            judul=judul,
            tahun_mulai=mulai,
            tahun_selesai=selesai,
            sifat=sifat,
        )
        for u in sorted(unit - set(ada))
    )
    versi = DokumenVersi.objects.bulk_create(
        DokumenVersi(
            instansi_id=bets.instansi_id,
            dokumen=d,
            nomor=1,
            sifat_versi=DokumenVersi.SifatVersi.MURNI,
            dasar=opsi.get("dokumen_dasar", ""),
        )
        for d in dokumen
    )
    return ada | {v.dokumen.unit_id: v for v in versi}


def _indikator(
    baris: Sequence[BarisTerperiksa], bets: BetsImpor, sifat: str
) -> tuple[dict[tuple[int, str], Indikator], set[tuple[int, str]]]:
    perlu = {_kunci(b) for b in baris}
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
    indikator: dict[tuple[int, str], Indikator],
    versi_dokumen: dict[int, DokumenVersi],
) -> dict[tuple[int, str], IndikatorVersi]:
    """What the document says of each indicator; the last row of a series has the last word."""
    mau: dict[tuple[int, str], dict[str, Any]] = {}
    for b in sorted(baris, key=lambda b: b.isi["tahun"]):
        skala = b.isi["indikator"]["skala"] or mau.get(_kunci(b), {}).get("skala", "")
        mau[_kunci(b)] = b.isi["indikator"] | {"skala": skala}
    ada = {
        (v.indikator_id, v.dokumen_versi_id): v
        for v in IndikatorVersi.objects.filter(
            indikator_id__in=[i.pk for i in indikator.values()],
            dokumen_versi__in=list(versi_dokumen.values()),
        )
    }
    hasil, baru, berubah = {}, [], []
    for kunci, kata in mau.items():
        i, dokumen = indikator[kunci], versi_dokumen[kunci[0]]
        v = ada.get((i.pk, dokumen.pk))
        if v is None:
            v = IndikatorVersi(
                instansi_id=bets.instansi_id, indikator=i, dokumen_versi=dokumen, **kata
            )
            baru.append(v)
        elif any(getattr(v, k) != n for k, n in kata.items()):
            for k, n in kata.items():
                setattr(v, k, n)
            berubah.append(v)
        hasil[kunci] = v
    salin(IndikatorVersi, baru)
    ubah(IndikatorVersi, berubah, KOLOM_WORDING)
    return hasil


def _target(
    baris: Sequence[BarisTerperiksa],
    bets: BetsImpor,
    indikator: dict[tuple[int, str], Indikator],
    versi_dokumen: dict[int, DokumenVersi],
) -> list[TargetVersi]:
    ada = {
        (t.indikator_id, t.periode_id, t.dokumen_versi_id): t
        for t in TargetVersi.objects.filter(
            indikator_id__in={indikator[_kunci(b)].pk for b in baris}
        )
    }
    hasil, baru, berubah = [], [], []
    for b in baris:
        i, dokumen = indikator[_kunci(b)], versi_dokumen[b.isi["unit_id"]]
        t = ada.get((i.pk, b.isi["periode_id"], dokumen.pk))
        if t is None:
            t = TargetVersi(
                instansi_id=bets.instansi_id,
                indikator=i,
                unit_id=b.isi["unit_id"],
                periode_id=b.isi["periode_id"],
                dokumen_versi=dokumen,
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


def _realisasi(
    baris: Sequence[BarisTerperiksa],
    bets: BetsImpor,
    indikator: dict[tuple[int, str], Indikator],
    sifat: str,
    keadaan: str,
) -> list[Realisasi]:
    ada = {
        (r.indikator_id, r.periode_id): r
        for r in Realisasi.objects.select_for_update().filter(
            indikator_id__in={indikator[_kunci(b)].pk for b in baris}
        )
    }
    hasil, baru, berubah = [], [], []
    for b in baris:
        i = indikator[_kunci(b)]
        r = ada.get((i.pk, b.isi["periode_id"]))
        if r is None:
            r = Realisasi(
                instansi_id=bets.instansi_id,
                indikator=i,
                unit_id=b.isi["unit_id"],
                periode_id=b.isi["periode_id"],
            )
            baru.append(r)
        else:
            r.revisi += 1
            r.versi += 1
            berubah.append(r)
        r.keadaan, r.sifat = keadaan, sifat
        r.teks = (b.isi["realisasi"] or {}).get("teks", "")
        for kolom, teks in b.isi["catatan"].items():
            setattr(r, kolom, teks)
        hasil.append(r)
    salin(Realisasi, baru)
    ubah(Realisasi, berubah, KOLOM_REALISASI)
    return hasil


KOLOM_REALISASI = [
    "revisi",
    "versi",
    "keadaan",
    "sifat",
    "teks",
    "capaian_tercetak",
    "rumus_tercetak",
    "catatan",
    "sumber",
]


def simpan_komponen(pasangan: Sequence[tuple[Realisasi, NilaiBaru | None]]) -> None:
    """Store the components of each measurement and drop those it no longer has."""
    mau = {(r.pk, k): isi for r, n in pasangan for k, isi in _komponen(n).items()}
    ada = {
        (k.realisasi_id, k.komponen): k
        for k in NilaiKomponen.objects.filter(
            realisasi_id__in={r.pk for r, _n in pasangan}, rincian=0
        )
    }
    NilaiKomponen.objects.filter(
        pk__in=[k.pk for kunci, k in ada.items() if kunci not in mau]
    ).delete()
    berubah = []
    for kunci, k in ada.items():
        if kunci in mau:
            k.nilai, k.kode = mau[kunci]
            berubah.append(k)
    ubah(NilaiKomponen, berubah, ("nilai", "kode"))
    salin(
        NilaiKomponen,
        (
            NilaiKomponen(realisasi_id=r, komponen=k, nilai=nilai, kode=kode)
            for (r, k), (nilai, kode) in mau.items()
            if (r, k) not in ada
        ),
    )


def _komponen(n: NilaiBaru | None) -> dict[str, tuple[Any, str | None]]:
    if n is None:
        return {}
    if n.kode is not None:
        return {"kode": (None, n.kode)}
    if n.penyebut is not None:
        return {"pembilang": (n.nilai, None), "penyebut": (n.penyebut, None)}
    return {"nilai": (n.nilai, None)}
