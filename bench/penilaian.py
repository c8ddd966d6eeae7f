"""Speed of scoring: a regency's sheets in one process, beside a bare loop over the same answers.

Run: ``python bench/penilaian.py``. The reference knows nothing of law, faults or predikat: it looks
up and adds. The ratio says what exactness, checks and predikat cost.
"""

import random
from collections.abc import Mapping, Sequence
from decimal import Decimal

from pemasangan.ukur import detik

from sakip_rules.penilaian import Lembar, lembar_evaluasi, nilai_lembar, simulasi

BANYAK = 44_000
BANYAK_SIMULASI = 300


def _lembar_acak(lembar: Lembar, banyak: int) -> list[dict[str, str]]:
    acak = random.Random(88)  # noqa: S311 - a fixed seed makes runs comparable
    return [
        {satu.kode: acak.choice(satu.pilihan).kode for satu in lembar.isian} for _ in range(banyak)
    ]


def _polos(lembar: Lembar, daftar: Sequence[Mapping[str, str]]) -> list[Decimal]:
    """Add weight × value / 100 with Decimal, nothing else."""
    bobot = {satu.kode: satu.sub.bobot / len(satu.sub.butir) for satu in lembar.isian}
    nilai = {s.kode: {p.kode: p.nilai for p in s.pilihan} for s in lembar.isian}
    return [
        sum((bobot[kode] * nilai[kode][isi] for kode, isi in satu.items()), Decimal(0))
        for satu in daftar
    ]


def _ukur(judul: str, lembar: Lembar, banyak: int) -> None:
    daftar = _lembar_acak(lembar, banyak)
    polos = detik(lambda: _polos(lembar, daftar))
    kami = detik(lambda: [nilai_lembar(lembar, satu) for satu in daftar])
    print(
        f"{judul}: {banyak} lembar {kami:.2f} s; putaran polos {polos:.2f} s; "
        f"rasio {kami / polos:.2f}"
    )


def _ukur_simulasi(lembar: Lembar) -> None:
    daftar = _lembar_acak(lembar, BANYAK_SIMULASI)
    waktu = sorted(detik(lambda satu=satu: simulasi(lembar, satu)) for satu in daftar)
    print(
        f"simulasi {lembar.id}: tengah {waktu[len(waktu) // 2] * 1000:.1f} ms, "
        f"terlama {waktu[-1] * 1000:.1f} ms dari {len(waktu)} lembar"
    )


def main() -> None:
    """Print the figures."""
    baru = lembar_evaluasi("permenpanrb-88-2021")
    lama = lembar_evaluasi("permenpanrb-12-2015")
    _ukur("88/2021 (12 jawaban)", baru, BANYAK)
    _ukur("12/2015 (92 jawaban)", lama, BANYAK // 4)
    _ukur_simulasi(baru)
    contoh = _lembar_acak(baru, 2_000)
    penuh = detik(lambda: [nilai_lembar(baru, satu).ke_data() for satu in contoh])
    print(f"dengan jejak lengkap: {penuh / len(contoh) * 1000:.2f} ms per lembar")


if __name__ == "__main__":
    main()
