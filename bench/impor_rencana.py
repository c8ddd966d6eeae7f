"""Speed of a planning document of 5.000 rows, and of the national nomenclature, by Excel and CSV.

Run: ``python bench/impor_rencana.py [--ulang 3]``. Every act is a service that really commits, in a
copy of the database of the regency. The workbook is our own template: 2.500 nodes and 2.500
indicators with five targets each. The list of nomenclature has 7.765 rows as ministries hand it
out (``../shared/data/nomenklatur.csv`` where it is at hand, else rows of the same shape).
"""

import argparse
import sys
import time
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from statistics import median
from typing import Any, TypeVar

from pemasangan import django_siap, kabupaten, mesin, salinan
from pemasangan.ukur import kueri

T = TypeVar("T")
TAHUN = range(2041, 2046)
SIMPUL, INDIKATOR, NOMENKLATUR = 2_500, 2_500, 7_765
SASARAN = {
    "rencana: pratinjau": 5,
    "rencana: perbaiki satu sel": 5,
    "rencana: terapkan": 10,
    "rencana: batalkan": 5,
    "nomenklatur: pratinjau dan terapkan": 3,
    "nomenklatur: cari": 0.05,
}
DAFTAR = Path(__file__).resolve().parents[2] / "shared" / "data" / "nomenklatur.csv"
CARI = ("koordinasi", "pelayanan masyarakat", "7.01.02", "pengawasn desaa", "jalan lingkungan kot")


class Jam:
    """Seconds of each act, over all repetitions."""

    def __init__(self) -> None:
        self.detik: dict[str, list[float]] = {}
        self.kueri: dict[str, int] = {}

    def ukur(self, nama: str, kerja: Callable[[], T]) -> T:
        mulai = time.perf_counter()
        with kueri() as satu:
            hasil = kerja()
        self.detik.setdefault(nama, []).append(time.perf_counter() - mulai)
        self.kueri[nama] = satu.banyak
        return hasil


def _naskah(unit: str) -> Any:
    from sakip.perencanaan.services import IndikatorBaru, RencanaBaru, SimpulBaru, TargetBaru

    def simpul() -> Iterator[SimpulBaru]:
        yield SimpulBaru("t1", "tujuan", "Tujuan ukur")
        for n in range(1, 51):
            yield SimpulBaru(f"s{n}", "sasaran", f"Sasaran ukur {n}", "t1")
        for n in range(51, SIMPUL):
            pagu = tuple((t, Decimal(1_000_000 + n)) for t in TAHUN)
            yield SimpulBaru(f"k{n}", "keluaran", f"Keluaran {n}", f"s{n % 50 + 1}", pagu=pagu)

    return RencanaBaru(
        unit=unit,
        jenis="renstra",
        judul="Renstra ukur",
        tahun_mulai=TAHUN[0],
        tahun_selesai=TAHUN[-1],
        sifat="contoh",
        simpul=tuple(simpul()),
        indikator=tuple(
            IndikatorBaru(
                kode=f"i{n}",
                nama=f"Indikator ukur {n}",
                arah="naik_baik",
                jenis_nilai="bilangan",
                simpul=f"s{n % 50 + 1}",
                satuan="dokumen",
                target=tuple(TargetBaru(t, str(n % 90 + t - TAHUN[0])) for t in TAHUN),
            )
            for n in range(INDIKATOR)
        ),
    )


def _rencana(jam: Jam, dasar: dict[str, Any], putaran: int) -> None:
    from sakip.data_uji.rancangan import KODE, SKALA, daftar_unit
    from sakip.impor.services import (
        batalkan_impor,
        import_pratinjau,
        perbaiki_impor,
        terapkan_impor,
    )
    from sakip.perencanaan.services.impor_rencana import buku_kerja

    unit = daftar_unit(SKALA["kabupaten"])[putaran].slug
    isi = buku_kerja(_naskah(unit), instansi=KODE, nama_unit=unit)
    opsi: dict[str, Any] = {"sifat": "contoh", "format_angka": "id"}
    bets = jam.ukur(
        "rencana: pratinjau",
        lambda: import_pratinjau(
            **dasar, jenis="rencana", nama_berkas="ukur.xlsx", isi=isi, opsi=opsi
        ),
    )
    assert bets.ringkasan == {"baru": SIMPUL + INDIKATOR}, bets.ringkasan
    sel = {(2_000_002, "satuan"): "lembar"}
    bets = jam.ukur(
        "rencana: perbaiki satu sel",
        lambda bets=bets: perbaiki_impor(**dasar, bets=bets.uuid, versi=bets.versi, sel=sel),
    )
    bets = jam.ukur(
        "rencana: terapkan",
        lambda bets=bets: terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi),
    )
    jam.ukur(
        "rencana: batalkan",
        lambda: batalkan_impor(**dasar, bets=bets.uuid, versi=bets.versi, alasan="pengukuran"),
    )


def _daftar() -> bytes:
    if DAFTAR.exists():
        return DAFTAR.read_bytes()
    kepala = "kode_program,program,kode_kegiatan,kegiatan,kode_subkegiatan,subkegiatan"
    baris = [
        f"1.01.{n // 500:02},Program {n // 500},1.01.{n // 500:02}.2.{n // 50 % 10:02},Kegiatan,"
        f"1.01.{n // 500:02}.2.{n // 50 % 10:02}.{n:04},Sub-kegiatan pelayanan nomor {n}"
        for n in range(NOMENKLATUR)
    ]
    return "\n".join((kepala, *baris)).encode()


def _nomenklatur(jam: Jam, dasar: dict[str, Any]) -> None:
    from sakip.impor.services import batalkan_impor, import_pratinjau, terapkan_impor
    from sakip.organisasi import selectors as organisasi
    from sakip.perencanaan.selectors import cari_nomenklatur

    isi = _daftar()

    def muat() -> Any:
        bets = import_pratinjau(
            **dasar, jenis="nomenklatur", nama_berkas="n.csv", isi=isi, opsi={"sifat": "terbit"}
        )
        return terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi)

    bets = jam.ukur("nomenklatur: pratinjau dan terapkan", muat)
    lingkup = organisasi.lingkup_pelaku(dasar["oleh"], dasar["instansi"], dasar["saat"])
    for teks in CARI:
        jam.ukur("nomenklatur: cari", lambda teks=teks: cari_nomenklatur(lingkup, teks))
    batalkan_impor(**dasar, bets=bets.uuid, versi=bets.versi, alasan="pengukuran")


def main() -> None:
    """Print the figures."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--ulang", type=int, default=3)
    ulang = pengurai.parse_args().ulang
    with kabupaten() as satu, salinan(satu):
        django_siap()
        from django.db import connections

        from sakip.data_uji.rancangan import KODE, SAAT
        from sakip.organisasi import selectors

        instansi = selectors.instansi_menurut_kode(KODE)
        dasar = {"oleh": selectors.pelaku_sistem(), "saat": SAAT, "instansi": instansi}
        print(f"{mesin()}; {ulang} kali, nilai tengah")
        jam = Jam()
        for putaran in range(ulang):
            _rencana(jam, dasar, putaran)
            _nomenklatur(jam, dasar)
        for nama, detik in jam.detik.items():
            print(
                f"  {nama:<36} {median(detik):6.3f} s, terlama {max(detik):6.3f} s "
                f"(sasaran ≤ {SASARAN[nama]} s)   {jam.kueri[nama]:3d} kueri"
            )
        connections.close_all()


if __name__ == "__main__":
    sys.exit(main())
