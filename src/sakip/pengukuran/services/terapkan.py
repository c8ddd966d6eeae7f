"""Writing checked rows: the plan's side, measurements, components; then the read models."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sakip.bersama.salin import salin, ubah
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BetsImpor
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Periode, Sifat
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.models import KeadaanRealisasi, NilaiKomponen, Realisasi
from sakip.pengukuran.services.proyeksi import Sel, perbarui
from sakip.pengukuran.services.rencana import kunci_indikator, simpan_rencana
from sakip.pengukuran.services.tersimpan import KOLOM_CATATAN
from sakip.perencanaan.models import Indikator


def terapkan(
    baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, saat: datetime, terbit_sampai: int = 0
) -> None:
    """Write all rows; ``jejak`` of each then says what was touched, for taking it back.

    ``terbit_sampai``: up to this year taken as published, whatever they are (the invented
    regency's closed years).
    """
    sifat = bets.opsi.get("sifat", Sifat.ASLI)
    keadaan = [
        KeadaanRealisasi.TERCATAT
        if sifat == Sifat.TERBIT or b.isi["tahun"] <= terbit_sampai
        else KeadaanRealisasi.KONSEP
        for b in baris
    ]
    rencana = simpan_rencana(baris, bets, sifat)
    realisasi = _realisasi(baris, bets, rencana.indikator, sifat, keadaan)
    nilai = [NilaiBaru.dari_data(b.isi["realisasi"]) for b in baris]
    simpan_komponen(list(zip(realisasi, nilai, strict=True)))
    periode = Periode.objects.in_bulk({b.isi["periode_id"] for b in baris})
    perbarui(
        [
            Sel(
                realisasi=realisasi[n],
                versi=rencana.wording[n],
                target_versi=rencana.target[n],
                periode=periode[b.isi["periode_id"]],
                target=NilaiBaru.dari_data(b.isi["target"]),
                nilai=nilai[n],
                lepas=True,
            )
            for n, b in enumerate(baris)
        ],
        instansi_id=bets.instansi_id,
        saat=saat,
        pada=organisasi.tanggal_di(bets.instansi, saat),
    )
    for n, b in enumerate(baris):
        wording, target = rencana.wording[n], rencana.target[n]
        b.jejak = {
            "indikator_baru": kunci_indikator(b) in rencana.baru,
            "target": target.pk,
            "target_versi": target.versi,
            "realisasi": realisasi[n].pk,
            "realisasi_versi": realisasi[n].versi,
            "wording": wording.pk,
            "kata_lama": rencana.kata_lama.get(wording.pk),
        }


def _realisasi(
    baris: Sequence[BarisTerperiksa],
    bets: BetsImpor,
    indikator: Sequence[Indikator],
    sifat: str,
    keadaan: Sequence[str],
) -> list[Realisasi]:
    ada = {
        (r.indikator_id, r.periode_id): r
        for r in Realisasi.objects.select_for_update().filter(
            indikator_id__in={i.pk for i in indikator}
        )
    }
    hasil, baru, berubah = [], [], []
    for b, i, letak in zip(baris, indikator, keadaan, strict=True):
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
        r.keadaan, r.sifat = letak, sifat
        r.teks = (b.isi["realisasi"] or {}).get("teks", "")
        for kolom, teks in b.isi["catatan"].items():
            setattr(r, kolom, teks)
        hasil.append(r)
    salin(Realisasi, baru)
    ubah(Realisasi, berubah, KOLOM_REALISASI)
    return hasil


KOLOM_REALISASI = ("revisi", "versi", "keadaan", "sifat", "teks", *KOLOM_CATATAN)


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
