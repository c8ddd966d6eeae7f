"""Speed of the checks of a plan: a regency's trees in one process, beside a bare walk of the rows.

Run: ``python bench/pemeriksaan.py``. 60 units hold 12,000 nodes and 20,000 indicators; then the
same again at a tenth and at ten times the size, to see whether a node costs the same. The reference
touches every node and indicator once and judges nothing.
"""

import random
from decimal import Decimal

from pemasangan.ukur import detik

from sakip_rules.pemeriksaan import IndikatorDiperiksa, SimpulDiperiksa, periksa_pohon

UNIT, SIMPUL, INDIKATOR = 60, 12_000, 20_000
BATAS = 3.0
KATA = ("Meningkatnya", "Terlaksananya", "Persentase", "Jumlah dokumen", "Indeks")
Rencana = tuple[list[SimpulDiperiksa], list[IndikatorDiperiksa]]


def _rencana(acak: random.Random, simpul: int, indikator: int) -> Rencana:
    """One unit's plan: a fifth of the nodes each sasaran, program, kegiatan, the rest below."""
    daftar = [SimpulDiperiksa("t", "Meningkatnya layanan", "tujuan", None, None)]
    jenjang = ("sasaran", "program", "kegiatan", "subkegiatan")
    induk = {"sasaran": ["t"], "program": [], "kegiatan": [], "subkegiatan": []}
    atas = dict(zip(jenjang, ("tujuan", *jenjang), strict=False))
    for n in range(simpul - 1):
        jenis = jenjang[min(3, n * 5 // simpul)]
        di = acak.choice(induk[jenis])
        kode = f"{jenis[0]}{n}"
        uraian = f"{acak.choice(KATA)} hal {n}"
        daftar.append(SimpulDiperiksa(kode, uraian, jenis, di, atas[jenis], n % 2))
        bawah = jenjang.index(jenis) + 1
        if bawah < len(jenjang):
            induk[jenjang[bawah]].append(kode)
    semua = [s.kode for s in daftar]
    return daftar, [
        IndikatorDiperiksa(
            f"i{n}",
            # One in ten is called like another.
            f"{acak.choice(KATA)} {n // 10 * 10 if n % 10 == 1 else n}",
            acak.choice(semua),
            "naik_baik",
            bertarget=n % 7 > 0,
            target=Decimal(n % 100),
            baseline=Decimal(50),
            pengampu=f"kasi-{n % 9}" if n % 3 else None,
            berdefinisi=n % 2 > 0,
            bersumber=True,
            satuan="buah",
            menjumlah=n % 4 == 0,
        )
        for n in range(indikator)
    ]


def _polos(daftar: list[Rencana]) -> int:
    return sum(len(s.uraian) for isi in daftar for s in isi[0]) + sum(
        len(i.nama) for isi in daftar for i in isi[1]
    )


def _ukur(kali: float) -> float:
    acak = random.Random(89)  # noqa: S311 - a fixed seed makes runs comparable
    unit = max(1, round(UNIT * kali))
    daftar = [_rencana(acak, SIMPUL // UNIT, INDIKATOR // UNIT) for _ in range(unit)]
    simpul = sum(len(s) for s, _i in daftar)
    polos = min(detik(lambda: _polos(daftar)) for _ in range(3))
    kami = min(detik(lambda: [periksa_pohon(s, i) for s, i in daftar]) for _ in range(3))
    print(
        f"{unit} unit, {simpul} simpul: {kami:.2f} s, {kami / simpul * 1e6:.0f} µs per simpul; "
        f"menyentuh saja {polos * 1000:.1f} ms, rasio {kami / polos:.0f}"
    )
    return kami


def _ukur_satu_pohon(simpul: int) -> None:
    """One tree alone that big: what would not be flat shows here."""
    acak = random.Random(90)  # noqa: S311 - as above
    s, i = _rencana(acak, simpul, simpul)
    kami = detik(lambda: periksa_pohon(s, i))
    print(f"satu pohon {simpul} simpul: {kami:.2f} s, {kami / simpul * 1e6:.0f} µs per simpul")


def main() -> None:
    """Print the figures; exit 1 when the regency takes longer than it may."""
    _ukur(0.1)
    kabupaten = _ukur(1)
    _ukur(10)
    for simpul in (1_200, 12_000, 120_000):
        _ukur_satu_pohon(simpul)
    if kabupaten > BATAS:
        raise SystemExit(f"kabupaten {kabupaten:.1f} s, paling lama {BATAS:.0f} s")


if __name__ == "__main__":
    main()
