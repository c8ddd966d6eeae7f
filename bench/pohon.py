"""Speed of the tree of a whole regency: pages, branches, checks, and the cost of one node.

Run: ``python bench/pohon.py [--ulang 15]``. On the generated regency (60 units, 12,000 nodes,
20,000 indicators, five years of targets), in this process by Django's test client: the time is the
server's own. ``dingin``: nothing kept from before; ``prosesor``: what this process itself used.
A 404 page tells how busy the machine is. Then the selector alone at 1,200, 12,000 and 120,000
nodes, the last with the regency ten times over in a copy of the database.
"""

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from typing import Any

from pemasangan import django_siap, kabupaten, mesin, salinan
from pemasangan.ukur import detik, kueri, pengunjung

TAHUN = 2025
ALAMAT = f"/kerja/99.01/{TAHUN}/pohon/"
AKUN = "uji.organisasi"


@dataclass(frozen=True, slots=True)
class Halaman:
    """A page, and how many milliseconds and queries it may take."""

    judul: str
    alamat: str
    batas_ms: float
    batas_kueri: int


def _daftar(sasaran: str) -> list[Halaman]:
    return [
        Halaman("pohon pemda, tiga tingkat", ALAMAT, 30, 10),
        Halaman("pohon pemda, warna capaian", f"{ALAMAT}?warna=capaian", 30, 10),
        Halaman("satu cabang dibuka", f"{ALAMAT}cabang/{sasaran}/", 20, 10),
        Halaman("tabel, tiga tingkat", f"{ALAMAT}?bentuk=tabel", 30, 10),
        Halaman("cari satu kata", f"{ALAMAT}?cari=kawasan", 60, 10),
        Halaman("seluruh pohon, 12.000 simpul", f"{ALAMAT}utuh/", 400, 10),
        Halaman("seluruh pohon, warna capaian", f"{ALAMAT}utuh/?warna=capaian", 400, 10),
    ]


def _ukur(klien: Any, h: Halaman, ulang: int) -> None:
    from sakip.web.pecahan import TEMBOLOK

    def minta() -> Any:
        jawaban = klien.get(h.alamat, headers={"accept-encoding": "gzip"})
        assert jawaban.status_code == 200, jawaban.status_code
        return jawaban

    def dingin() -> Any:
        TEMBOLOK.kosongkan()
        return minta()

    dingin()
    TEMBOLOK.kosongkan()
    with kueri() as banyak:
        minta()
    beku = median(detik(dingin) for _ in range(ulang)) * 1000
    mulai = time.process_time()
    for _ in range(ulang):
        dingin()
    prosesor = (time.process_time() - mulai) / ulang * 1000
    hangat = median(detik(minta) for _ in range(ulang)) * 1000
    bobot = len(klien.get(h.alamat).content) / 1000
    lewat = "" if beku <= h.batas_ms and banyak.banyak <= h.batas_kueri else "   LEWAT BATAS"
    print(
        f"{h.judul:<34}{beku:7.1f} ms dingin (prosesor {prosesor:5.1f}){hangat:8.1f} ms hangat"
        f"  (≤ {h.batas_ms:.0f}){banyak.banyak:4d} kueri (≤ {h.batas_kueri}){bobot:8.0f} kB{lewat}",
        flush=True,
    )


def _lingkup() -> Any:
    from sakip.bersama.izin import Lingkup
    from sakip.organisasi.selectors import instansi_menurut_kode, pelaku_sistem

    sistem = pelaku_sistem().pengguna_id
    instansi = instansi_menurut_kode("99.01").pk
    return Lingkup(sistem, instansi, date(2026, 11, 24), (), sistem=True)


def _sasaran() -> str:
    from sakip.perencanaan import selectors

    pucuk = selectors.pohon_pemda(selectors.peta_pohon(_lingkup(), TAHUN), 2)
    return pucuk[0].anak[0].uuid


def _pemeriksaan() -> None:
    """All rules over all trees of the regency, with the reads that they need."""
    from sakip.bersama.izin import Tindakan
    from sakip.organisasi.selectors import daftar_unit
    from sakip.perencanaan.selectors import kesehatan_unit

    def periksa() -> Any:
        lingkup = _lingkup()
        return kesehatan_unit(lingkup, daftar_unit(lingkup, Tindakan.LIHAT_RENCANA), TAHUN)

    with kueri() as banyak:
        hasil = periksa()
    temuan = sum(len(k.hasil.temuan) for k in hasil if k.hasil)
    mulai = time.process_time()
    lama = min(detik(periksa) for _ in range(3))
    prosesor = (time.process_time() - mulai) / 3
    print(
        f"pemeriksaan seluruh kabupaten: {lama:.2f} s (prosesor {prosesor:.2f}; ≤ 3),"
        f" {banyak.banyak} kueri, {temuan} temuan"
    )


def _per_simpul(baca: Callable[[], int], ulang: int) -> float:
    """Microseconds that one node costs, printed with how many there were."""
    simpul = baca()
    lama = median(detik(baca) for _ in range(ulang))
    biaya = lama / simpul * 1e6
    print(f"  {simpul:>7} simpul: {lama * 1000:8.1f} ms, {biaya:5.1f} µs per simpul", flush=True)
    return biaya


def _baca(unit: int | None = None) -> int:
    """Read the trees of so many units (of all, without a number) as the whole page does."""
    from dataclasses import replace

    from sakip.perencanaan import selectors

    peta = selectors.peta_pohon(_lingkup(), TAHUN)
    if unit is not None:
        # The first of them is the pemda, under which all others hang.
        versi = dict(list(peta.versi.items())[:unit])
        akar = {k: a for k, a in peta.akar.items() if a.versi_id in versi}
        peta = replace(peta, versi=versi, akar=akar, tersambung=peta.tersambung & set(akar))
    return sum(1 for p in selectors.pohon_utuh(peta) for _s in p.semua())


# Ten times the regency: each node, indicator and target nine times more, with other keys.
JARAK = 100_000_000
TABEL = (
    ("perencanaan_simpul", ("id",)),
    ("perencanaan_indikator", ("id",)),
    ("perencanaan_simpulversi", ("id", "simpul_id")),
    ("perencanaan_indikatorversi", ("id", "indikator_id", "simpul_id")),
    ("perencanaan_targetversi", ("id", "indikator_id")),
)


def _gandakan(satu: Any) -> None:
    """Ten times the nodes, written past the services: it is a copy that is thrown away."""
    from sakip.config.instalasi import sasaran_tanam

    sasaran = sasaran_tanam(satu.ruang.kluster, satu.rahasia, "sakip_ukur")
    with sasaran.admin.hubungkan() as admin:
        admin.execute("SET session_replication_role = replica")  # no history, no foreign keys
        for nama, kunci in TABEL:
            kolom = [
                k
                for (k,) in admin.execute(
                    "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass"
                    " AND attnum > 0 AND NOT attisdropped",
                    [nama],
                ).fetchall()
            ]
            for n in range(1, 10):
                isi = ", ".join(_geser(nama, k, kunci, n * JARAK) for k in kolom)
                admin.execute(
                    f"INSERT INTO {nama} ({', '.join(kolom)}) SELECT {isi} FROM {nama}"
                    f" WHERE id < {JARAK} {SARINGAN.get(nama, '')}"
                )
            admin.execute(f"ANALYZE {nama}")


SARINGAN = {
    "perencanaan_indikatorversi": "AND simpul_id IS NOT NULL",
    "perencanaan_targetversi": (
        "AND periode_id = (SELECT id FROM organisasi_periode"
        f" WHERE tahun = {TAHUN} AND jenis = 'tahun')"
    ),
}


def _geser(tabel: str, kolom: str, kunci: Sequence[str], jarak: int) -> str:
    """A column of a copied row: keys are moved, codes made others, paths of moved keys."""
    if kolom in kunci:
        return f"{kolom} + {jarak}"
    if kolom == "uuid":
        return "gen_random_uuid()"
    if kolom == "kode" and tabel in {"perencanaan_simpul", "perencanaan_indikator"}:
        return f"kode || '-{jarak}'"
    if kolom == "induk_id":
        # A root stays under the node that it stood under.
        return f"CASE WHEN kedalaman = 0 THEN induk_id ELSE induk_id + {jarak} END"
    if kolom == "jalur":
        return (
            f"(SELECT string_agg((s::bigint + {jarak})::text, '.' ORDER BY n) || '.'"
            " FROM unnest(string_to_array(rtrim(jalur, '.'), '.')) WITH ORDINALITY AS u(s, n))"
        )
    return kolom


def main() -> None:
    """Print the figures."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--ulang", type=int, default=15)
    pengurai.add_argument("--tanpa-besar", action="store_true", help="tidak sampai 120.000 simpul")
    pilihan = pengurai.parse_args()
    with kabupaten() as satu, salinan(satu):
        django_siap()
        print(mesin())
        from sakip.config.memori import tenangkan

        klien = pengunjung(AKUN)
        tenangkan()  # as the web server does
        acuan = f"/kerja/99.01/{TAHUN}/tidak-ada/"
        tiada = median(detik(lambda: klien.get(acuan)) for _ in range(pilihan.ulang + 3)) * 1000
        print(f"acuan: halaman 404 milik orang yang sama, {tiada:.1f} ms")
        for h in _daftar(_sasaran()):
            _ukur(klien, h, pilihan.ulang)
        _pemeriksaan()
        print("membaca pohon, selektor saja")
        kecil = _per_simpul(lambda: _baca(6), pilihan.ulang)
        sedang = _per_simpul(_baca, pilihan.ulang)
        if not pilihan.tanpa_besar:
            _gandakan(satu)
            besar = _per_simpul(_baca, 3)
            print(f"  rasio biaya per simpul: {sedang / kecil:.2f} dan {besar / sedang:.2f}")


if __name__ == "__main__":
    sys.exit(main())
