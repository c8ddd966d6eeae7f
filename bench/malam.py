"""The last evening of a quarter: 300 people each save a figure every 5 seconds, for two minutes.

Run: ``python bench/malam.py [--orang 300] [--jeda 5] [--detik 120]``. On the generated regency of
60 units and 400.000 figures, in a copy that may be written to, by the real server with two workers;
client, server and database share this machine. Then as fast as 8 people can, for 20 seconds.

Afterwards every acknowledged save is looked for in the history that triggers write: 0 lost, 0
doubled. Reference beside the saves: one bare UPDATE of one row, committed.
"""

import argparse
import sys
from pathlib import Path
from statistics import median
from typing import Any

from pemasangan import AKAR, django_siap, kabupaten, mesin, salinan
from pemasangan.server import server
from pemasangan.ukur import satu_update, ukur

sys.path.insert(0, str(Path(AKAR) / "tests" / "proses"))

from malam_data import tata, tersimpan
from malam_uji import Malam

SASARAN_P95 = 500.0
SASARAN_LAJU = 150.0
SEL = 4


Isi = list[dict[str, Any]]


def _tata(orang: int) -> tuple[Isi, Isi]:
    """The people of the evening, spread over 60 units, and eight others of eight units."""
    from sakip.data_uji.rancangan import KODE
    from sakip.organisasi.models import UnitKerja
    from sakip.organisasi.selectors import instansi_menurut_kode

    instansi = instansi_menurut_kode(KODE)
    unit = UnitKerja.objects.filter(instansi=instansi).exclude(jenis="pemda").order_by("id")
    slug = list(unit.values_list("slug", flat=True)[:60])
    tiap = -(-orang // len(slug)) + 1
    semua = tata(instansi, slug, tiap, SEL)
    malam = [o for n, o in enumerate(semua) if n % tiap < tiap - 1]
    return malam[:orang], semua[tiap - 1 :: tiap][:8]


def _jalankan(judul: str, malam: Malam, *, jeda: float, detik: float) -> bool:
    """Print one round; whether every save is there once and no answer was a fault."""
    hasil = malam.jalankan(jeda=jeda, detik=detik)
    hilang, ganda = malam.bandingkan(tersimpan())
    laju = len(hasil.detik) / hasil.lama
    print(
        f"{judul}: {len(hasil.detik)} simpanan diakui, {laju:.0f}/s, tengah "
        f"{median(hasil.detik) * 1000:.0f} ms, p95 {hasil.p95:.0f} ms, paling lama "
        f"{max(hasil.detik) * 1000:.0f} ms"
    )
    print(
        f"  hilang {len(hilang)}, ganda {len(ganda)}, 5xx {hasil.galat_server}, putus {hasil.putus}"
        f", jawaban lain {hasil.lain or 0}",
        flush=True,
    )
    return not (hilang or ganda or hasil.lain or hasil.putus)


def main() -> int:
    """Print the figures; 1 when a save was lost, doubled or refused."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--orang", type=int, default=300)
    pengurai.add_argument("--jeda", type=float, default=5.0)
    pengurai.add_argument("--detik", type=float, default=120.0)
    pengurai.add_argument("--port", type=int, default=8791)
    pilihan = pengurai.parse_args()
    with kabupaten() as satu, salinan(satu):
        django_siap()
        print(mesin())
        acuan, _kueri = ukur(satu_update, 30)
        print(f"acuan: satu UPDATE polos {acuan:.1f} ms")
        isi, delapan = _tata(pilihan.orang)
        with server(satu, pilihan.port):
            baik = _jalankan(
                f"malam terakhir, {pilihan.orang} orang tiap {pilihan.jeda:g} detik"
                f" (p95 ≤ {SASARAN_P95:.0f} ms)",
                Malam(pilihan.port, isi),
                jeda=pilihan.jeda,
                detik=pilihan.detik,
            )
            baik &= _jalankan(
                f"8 orang tanpa jeda (≥ {SASARAN_LAJU:.0f}/s)",
                Malam(pilihan.port, delapan),
                jeda=0.0,
                detik=20,
            )
    return int(not baik)


if __name__ == "__main__":
    sys.exit(main())
