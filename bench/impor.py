"""Speed of an import of 5.000 rows into a regency that holds 400.000 already.

Run: ``python bench/impor.py [--ulang 3]``. Every act is a service that really commits, in a copy of
the database. The reference is a bare COPY of the same rows into a table that knows nothing: the
ratio says what reading, checking, computing, explaining and history cost.
"""

import argparse
import csv
import io
import sys
import time
from collections.abc import Callable
from statistics import median
from typing import Any, TypeVar

from pemasangan import django_siap, kabupaten, mesin, salinan
from pemasangan.ukur import kueri

T = TypeVar("T")
BARIS = 5_000
SASARAN = {"pratinjau": 3, "terapkan": 3, "batalkan": 3}


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


def _tabel(benih: int, awalan: str) -> bytes:
    """5.000 rows: 250 new indicators over four units, five years, four quarters."""
    from sakip.data_uji.baris import baris_unit
    from sakip.data_uji.rancangan import SKALA, Skala, daftar_unit
    from sakip.data_uji.tabel import tabel

    skala = Skala("ukur", unit=4, indikator=250, tahun=SKALA["kabupaten"].tahun)
    slug = [u.slug for u in daftar_unit(skala)]
    isi = tabel((slug[n], b) for n in range(4) for b in baris_unit(skala, benih, n))
    return isi.replace(b",uji-", f",{awalan}-".encode())


def _satu_putaran(jam: Jam, putaran: int) -> None:
    from sakip.data_uji.rancangan import KODE, SAAT
    from sakip.impor.services import batalkan_impor, import_pratinjau, terapkan_impor
    from sakip.organisasi import selectors

    instansi = selectors.instansi_menurut_kode(KODE)
    dasar: dict[str, Any] = {"oleh": selectors.pelaku_sistem(), "saat": SAAT, "instansi": instansi}
    for sebutan, benih in (("baris baru", 1), ("baris berubah", 2)):
        isi = _tabel(benih, f"ukur{putaran}")
        opsi = {"sifat": "contoh", "format_angka": "id"}
        bets = jam.ukur(
            f"pratinjau {sebutan}",
            lambda isi=isi, opsi=opsi: import_pratinjau(
                **dasar, jenis="kinerja", nama_berkas="ukur.csv", isi=isi, opsi=opsi
            ),
        )
        assert sum(bets.ringkasan.values()) == BARIS, bets.ringkasan
        assert "galat" not in bets.ringkasan, bets.ringkasan
        bets = jam.ukur(
            f"terapkan {sebutan}",
            lambda bets=bets: terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi),
        )
    jam.ukur(
        "batalkan baris berubah",
        lambda: batalkan_impor(**dasar, bets=bets.uuid, versi=bets.versi, alasan="pengukuran"),
    )


def _acuan(isi: bytes) -> float:
    """COPY of the same rows into a table of texts with a key, committed."""
    from django.db import connection, transaction

    baris = list(csv.reader(io.StringIO(isi.decode())))
    kolom = ", ".join(f"{nama} text" for nama in baris[0])
    mulai = time.perf_counter()
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(f"CREATE TEMPORARY TABLE acuan (id bigserial PRIMARY KEY, {kolom})")
        with kursor.copy(f"COPY acuan ({', '.join(baris[0])}) FROM STDIN") as tujuan:
            for satu in baris[1:]:
                tujuan.write_row(satu)
    lama = time.perf_counter() - mulai
    with connection.cursor() as kursor:
        kursor.execute("DROP TABLE acuan")
    return lama


def main() -> None:
    """Print the figures."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--ulang", type=int, default=3)
    ulang = pengurai.parse_args().ulang
    with kabupaten() as satu, salinan(satu):
        django_siap()
        print(f"{mesin()}; {BARIS} baris, {ulang} kali, nilai tengah")
        jam = Jam()
        for putaran in range(ulang):
            _satu_putaran(jam, putaran)
        acuan = median(_acuan(_tabel(1, "acuan")) for _ in range(5))
        for nama, detik in jam.detik.items():
            batas = SASARAN[nama.split()[0]]
            print(
                f"  {nama:<24} {median(detik):5.2f} s (sasaran ≤ {batas} s)   "
                f"{jam.kueri[nama]:3d} kueri   {median(detik) / acuan:5.1f} × COPY polos"
            )
        print(f"  {'acuan: COPY polos':<24} {acuan:5.3f} s")
        from django.db import connections

        connections.close_all()


if __name__ == "__main__":
    sys.exit(main())
