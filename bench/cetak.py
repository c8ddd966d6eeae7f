"""Speed of documents: tree and PDF of each kind, beside an empty page set by the same Typst.

Run: ``python bench/cetak.py``. The goal is at most 0,4 s for a perjanjian kinerja and 1 s for a
laporan kinerja; the large report has the sasaran of the small one eight times over, the tall one
tables that run over pages.
"""

import sys
from dataclasses import replace
from pathlib import Path

from pemasangan.ukur import detik, halaman_kosong, tengah

sys.path.insert(0, str(Path(__file__).parents[1] / "tests"))

from dokumen import bahan_uji
from sakip.dokumen.laporan import pdf_laporan, pohon_laporan
from sakip.dokumen.lhe import pdf_lhe, pohon_lhe
from sakip.dokumen.perjanjian import pdf_perjanjian, pohon_perjanjian
from sakip.dokumen.serah_terima import pdf_serah_terima, pohon_serah_terima

ULANG = 15
KALI = 8


def main() -> None:
    """Print the figures."""
    pertama = detik(lambda: pdf_perjanjian(bahan_uji.perjanjian()))
    print(f"PK pertama dalam proses: {pertama * 1000:.0f} ms")
    acuan = tengah(halaman_kosong, ULANG)
    print(f"acuan, satu halaman kosong: {acuan * 1000:.1f} ms")
    laporan = bahan_uji.laporan()
    besar = replace(laporan, sasaran=laporan.sasaran * KALI)
    for nama, pohon, pdf in (
        ("PK", lambda: pohon_perjanjian(bahan_uji.perjanjian()),
         lambda: pdf_perjanjian(bahan_uji.perjanjian())),
        ("LKjIP", lambda: pohon_laporan(laporan), lambda: pdf_laporan(laporan)),
        (f"LKjIP {len(besar.sasaran)} sasaran", lambda: pohon_laporan(besar),
         lambda: pdf_laporan(besar)),
        ("LKjIP tabel tinggi", lambda: pohon_laporan(bahan_uji.laporan_besar()),
         lambda: pdf_laporan(bahan_uji.laporan_besar())),
        ("LHE", lambda: pohon_lhe(bahan_uji.lhe()), lambda: pdf_lhe(bahan_uji.lhe())),
        ("serah terima", lambda: pohon_serah_terima(bahan_uji.serah_terima()),
         lambda: pdf_serah_terima(bahan_uji.serah_terima())),
    ):  # fmt: skip
        satu, semua = tengah(pohon, ULANG), tengah(pdf, ULANG)
        print(
            f"{nama}: pohon {satu * 1000:.1f} ms, pohon dan PDF {semua * 1000:.0f} ms; "
            f"rasio {semua / acuan:.1f}"
        )


if __name__ == "__main__":
    main()
