"""The workbook of a quarter in tests: download it, change cells as people do, upload it."""

import io
from collections.abc import Callable
from typing import Any

from openpyxl import load_workbook

from domain.ukur_uji import HARI, TAHUN, Ukur
from sakip.impor.models import BetsImpor
from sakip.impor.services import (
    batalkan_impor,
    import_pratinjau,
    perbaiki_impor,
    terapkan_impor,
)
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran.selectors import lembar_unit
from sakip.pengukuran.services.buku_pengukuran import Salinan, buku_kerja

Ubah = Callable[[Any], object]
KEPALA = 3
ALASAN = "Bila kosong, mengapa"


def unduh(u: Ukur, n: int = 1, siapa: str = "ani") -> bytes:
    """The workbook as its page gives it on a day inside the window."""
    d, saat = u.dunia, HARI[n - 1]
    lingkup = organisasi.lingkup_pelaku(d.pelaku(siapa), d.instansi, saat)
    unit = d.tampak(u.unit)
    x = lembar_unit(lingkup, unit, TAHUN, n)
    return buku_kerja(x, Salinan(d.instansi, unit, saat, lingkup.pada))


def ubah(isi: bytes, *cara: Ubah) -> bytes:
    """The workbook after each of ``cara`` had it open."""
    buku = load_workbook(io.BytesIO(isi))
    for satu in cara:
        satu(buku)
    keluar = io.BytesIO()
    buku.save(keluar)
    return keluar.getvalue()


def letak(buku: Any, kode: str, kolom: str) -> str:
    """The cell of an indicator in the column of this heading."""
    lembar = buku["Isian"]
    kepala = [s.value for s in lembar[KEPALA]]
    baris = next(s.row for s in lembar["A"] if s.value == kode)
    return str(lembar.cell(baris, kepala.index(kolom) + 1).coordinate)


def tulis(kode: str, **sel: Any) -> Ubah:
    """Type into the row of an indicator: ``tulis("1b", Angka=41)``."""

    def cara(buku: Any) -> None:
        for kolom, nilai in sel.items():
            judul = ALASAN if kolom == "Alasan" else kolom.replace("_", " ")
            buku["Isian"][letak(buku, kode, judul)] = nilai

    return cara


def pratinjau(u: Ukur, isi: bytes, n: int = 1, siapa: str = "ani", **ganti: Any) -> BetsImpor:
    return import_pratinjau(
        **dasar(u, n, siapa),
        jenis="pengukuran",
        nama_berkas="buku.xlsx",
        isi=isi,
        opsi=ganti,
    )


def terapkan(u: Ukur, bets: BetsImpor, n: int = 1, siapa: str = "ani") -> BetsImpor:
    return terapkan_impor(**dasar(u, n, siapa), bets=bets.uuid, versi=bets.versi)


def perbaiki(u: Ukur, bets: BetsImpor, n: int = 1, **sel: str) -> BetsImpor:
    """Write into cells of a preview, by "row_column"."""
    return perbaiki_impor(
        **dasar(u, n, "ani"),
        bets=bets.uuid,
        versi=bets.versi,
        sel={(int(k.split("_", 2)[1]), k.split("_", 2)[2]): v for k, v in sel.items()},
    )


def batalkan(u: Ukur, bets: BetsImpor, n: int = 1, siapa: str = "ani") -> BetsImpor:
    return batalkan_impor(
        **dasar(u, n, siapa), bets=bets.uuid, versi=bets.versi, alasan="salah berkas"
    )


def dasar(u: Ukur, n: int, siapa: str) -> dict[str, Any]:
    d = u.dunia
    return {"oleh": d.pelaku(siapa), "saat": HARI[n - 1], "instansi": d.instansi}


def galat(bets: BetsImpor) -> dict[str, str]:
    """Faults by cell."""
    return {g["sel"]: g["pesan"] for b in bets.baris.order_by("nomor") for g in b.galat}


def akibat(bets: BetsImpor) -> dict[str, str]:
    """What applying does, by indicator."""
    return {b.isi["asal"]["kode"]: b.akibat for b in bets.baris.order_by("nomor")}
