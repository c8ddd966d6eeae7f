"""Speed of the tree of a whole regency: pages, branches, checks, and the cost of one node.

Run: ``python bench/pohon.py [--ulang 15]``. On the generated regency (60 units, 12,000 nodes,
20,000 indicators, five years of targets), in this process by Django's test client: the time is the
server's own. ``dingin``: nothing kept from before. Then the selector alone at 1,200, 12,000 and
120,000 nodes, the last with the regency ten times over in a copy of the database.
"""

import argparse
import sys
from collections.abc import Callable
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
    hangat = median(detik(minta) for _ in range(ulang)) * 1000
    bobot = len(klien.get(h.alamat).content) / 1000
    lewat = "" if beku <= h.batas_ms and banyak.banyak <= h.batas_kueri else "   LEWAT BATAS"
    print(
        f"{h.judul:<34}{beku:7.1f} ms dingin{hangat:8.1f} ms hangat"
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
    lama = min(detik(periksa) for _ in range(3))
    print(
        f"pemeriksaan seluruh kabupaten: {lama:.2f} s (≤ 3), {banyak.banyak} kueri, {temuan} temuan"
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


# Ten times the regency: each version's nodes nine times more, under the same roots' parents.
SQL_GANDAKAN = """
WITH baru AS (
    INSERT INTO perencanaan_simpul (uuid, instansi_id, unit_id, kode, sifat)
    SELECT gen_random_uuid(), s.instansi_id, s.unit_id, s.kode || '-' || n, s.sifat
      FROM perencanaan_simpul s, generate_series(1, 9) n
     WHERE s.instansi_id = %(instansi)s RETURNING id, unit_id, kode
), peta AS (
    SELECT b.id, split_part(b.kode, '-', 1) AS asal, split_part(b.kode, '-', 2) AS ke, b.unit_id
      FROM baru b
), letak AS (
    SELECT v.*, l.id AS lama, p.id AS sendiri, p.ke
      FROM perencanaan_simpulversi v JOIN perencanaan_simpul l ON l.id = v.simpul_id
      JOIN peta p ON p.unit_id = l.unit_id AND p.asal = l.kode
)
INSERT INTO perencanaan_simpulversi (uuid, instansi_id, dokumen_versi_id, simpul_id, induk_id,
    jenis, uraian, nomenklatur, sumber, tema, pemilik_id, jalur, kedalaman, urutan)
SELECT gen_random_uuid(), a.instansi_id, a.dokumen_versi_id, a.sendiri,
       COALESCE(i.sendiri, a.induk_id), a.jenis, a.uraian, a.nomenklatur, a.sumber, a.tema,
       a.pemilik_id, (
           SELECT string_agg(j.sendiri::text, '.' ORDER BY n) || '.'
             FROM unnest(string_to_array(rtrim(a.jalur, '.'), '.')::bigint[]) WITH ORDINALITY
                  AS s(id, n)
             JOIN letak j ON j.lama = s.id AND j.ke = a.ke
                 AND j.dokumen_versi_id = a.dokumen_versi_id),
       a.kedalaman, a.urutan
  FROM letak a LEFT JOIN letak i
    ON i.lama = a.induk_id AND i.ke = a.ke AND i.dokumen_versi_id = a.dokumen_versi_id
"""


def _gandakan(satu: Any) -> None:
    """Ten times the nodes, written past the services: it is a copy that is thrown away."""
    from sakip.config.instalasi import sasaran_tanam

    sasaran = sasaran_tanam(satu.ruang.kluster, satu.rahasia, "sakip_ukur")
    instansi = _lingkup().instansi_id
    with sasaran.admin.hubungkan() as admin:
        admin.execute("SET session_replication_role = replica")
        admin.execute(SQL_GANDAKAN, {"instansi": instansi})
        admin.execute("ANALYZE perencanaan_simpul")
        admin.execute("ANALYZE perencanaan_simpulversi")


def main() -> None:
    """Print the figures."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--ulang", type=int, default=15)
    pengurai.add_argument("--tanpa-besar", action="store_true", help="tidak sampai 120.000 simpul")
    pilihan = pengurai.parse_args()
    with kabupaten() as satu, salinan(satu):
        django_siap()
        print(mesin())
        klien = pengunjung(AKUN)
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
