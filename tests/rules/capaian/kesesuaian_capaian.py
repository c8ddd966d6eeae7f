"""Published figures against ours: reading them, judging them, and the page that shows them.

Run with the collected data at hand (``SAKIP_DATA``) to write the page anew::

    PYTHONPATH=src python tests/rules/capaian/kesesuaian_capaian.py

The page is also data: the tests read its rows back and recompute each of them without the
collected data.
"""

import csv
import os
import re
from collections import Counter
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Final

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.capaian import (
    Agregasi,
    Arah,
    CaraBulat,
    Kebijakan,
    NilaiKinerja,
    Pembulatan,
    TargetNol,
    agregasi_periode,
    bulatkan,
    capaian,
    daftar_skala,
    kaidah_capaian,
)
from sakip_rules.capaian.bacaan import PembacaNilai
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Status

AKAR: Final = Path(__file__).parents[3]
DATA: Final = Path(os.environ.get("SAKIP_DATA", AKAR.parent / "shared" / "data"))
BERKAS: Final = DATA / "capaian_terbit.csv"
HALAMAN: Final = AKAR / "docs" / "algoritma" / "kesesuaian-capaian.md"

SESUAI, BERBEDA = "sesuai", "berbeda"
# How a row was printed: the formula it follows, as short as the table shows it.
BAKU: Final = {
    "realisasi/target*100": "R/T",
    "(2*target-realisasi)/target*100": "(2T−R)/T",
    "min(realisasi/target*100,100)": "R/T, batas 100",
    "target=0 & realisasi=0 -> 0": "target nol",
    "target=0 -> 100": "target nol",
    "kualitatif: predikat sama -> 100": "predikat",
    "kumulatif_renstra: (realisasi s.d. n-1 + realisasi n)/target_akhir*100": "kumulatif Renstra",
    "tidak dihitung (capaian dikosongkan; target 0/kosong)": "tanpa angka",
}
LAIN: Final = {
    "TIDAK_COCOK (rumus standar tidak mereproduksi)": (
        "tidak cocok",
        "angka tercetak tidak dihasilkan rumus mana pun yang dikenal",
    ),
    "capaian=realisasi (tidak dibagi target)": (
        "R saja",
        "kolom capaian mengulang realisasi, tidak dibagi target",
    ),
    "realisasi/target (rasio, tanpa *100)": (
        "R/T tanpa ×100",
        "dicetak sebagai rasio, tidak dikali 100",
    ),
    "asumsi 100 bila realisasi tidak tersedia": (
        "dianggap 100",
        "target atau realisasi tidak tersedia, tetapi dicetak 100",
    ),
    "target/realisasi tidak numerik": (
        "kosong jadi 0",
        "realisasi kosong dicetak 0; kosong bukan nol",
    ),
}
ALASAN: Final = dict(LAIN.values())
CARA: Final = {
    "": CaraBulat.SETENGAH_KE_ATAS,
    "bulat": CaraBulat.SETENGAH_KE_ATAS,
    "dipotong": CaraBulat.DIPOTONG,
}
PEMBUKA: Final = """\
# Kesesuaian dengan capaian yang terbit

Halaman ini dibuat oleh `tests/rules/capaian/kesesuaian_capaian.py`; jangan disunting. Target,
realisasi, dan capaian tercetak disalin seperti tercetak pada sumbernya; kolom “kami” adalah
hitungan kernel (empat desimal). Sesuai berarti sama persis pada banyaknya desimal yang tercetak,
dibulatkan setengah ke atas atau seperti yang disebut kolom rumus. Rumusnya ada pada
[capaian](capaian.md).

{semua} angka: {baku} dicetak dengan rumus baku, {sesuai} di antaranya sesuai; {lain} dicetak
dengan cara lain dan tidak dapat disamakan:
"""
_KOLOM: Final = (
    *("no", "instansi", "tahun", "indikator", "target", "realisasi"),
    *("tercetak", "kami", "rumus", "putusan", "sumber"),
)
KEPALA_TABEL: Final = f"\n| {' | '.join(_KOLOM)} |\n|--:|---|---|---|--:|--:|--:|--:|---|---|---|"
_KUMULATIF: Final = re.compile(r"(\S+) s\.d\. 2024 \+ (\S+) 2025 .*")


@dataclass(frozen=True, slots=True)
class Baris:
    """One printed figure: everything as it stands in print, and how it was printed."""

    instansi: str
    tahun: int
    indikator: str
    target: str
    realisasi: str
    tercetak: str
    rumus: str
    pembulatan: str
    sumber: str

    def nilai(self, teks: str) -> NilaiKinerja | None:
        """Read a cell; pages mix 75,91 and 76.15, so each is read in the format it can be."""
        skala = daftar_skala(date(self.tahun, 12, 31))
        try:
            return PembacaNilai(self._format, skala).pasangan(teks, "")[0]
        except MasukanSalah:
            return PembacaNilai(FormatAngka.EN, skala).pasangan(teks, "")[0]

    @property
    def _format(self) -> FormatAngka:
        # The workbook of Deli Serdang writes a decimal point throughout (197.531 is no thousand).
        return FormatAngka.EN if self.rumus == "kumulatif Renstra" else FormatAngka.ID

    def desimal(self) -> int:
        """Decimals that the print means."""
        pecahan = re.search(r"[.,]([0-9]+)%?$", self.tercetak)
        return 0 if pecahan is None or self.pembulatan == "bulat" else len(pecahan[1])


@dataclass(frozen=True, slots=True)
class Putusan:
    """What we compute for a row, and whether the print agrees."""

    kita: str
    putusan: str
    alasan: str = ""


def dari_csv(baris: dict[str, str]) -> Baris:
    """Turn a row of the collected data into the form of the page."""
    rumus, pembulatan = baris["formula_that_reproduces"], ""
    for akhiran, nama in (
        (" [dibulatkan ke bilangan bulat]", "bulat"),
        (" [dipotong, bukan dibulatkan]", "dipotong"),
    ):
        if rumus.endswith(akhiran):
            rumus, pembulatan = rumus.removesuffix(akhiran), nama
    target, realisasi = baris["target"], baris["realisasi"]
    kumulatif = _KUMULATIF.fullmatch(realisasi)
    if kumulatif is not None:
        realisasi = f"{kumulatif[1]} + {kumulatif[2]}"
        target = target.removesuffix(" (akhir Renstra 2030)")
    return Baris(
        instansi=baris["instansi"],
        tahun=int(baris["tahun"]),
        indikator=" ".join(baris["indikator"].replace("|", "/").split()),
        target=target,
        realisasi=realisasi,
        tercetak=baris["capaian_published"],
        rumus=BAKU[rumus] if rumus in BAKU else LAIN[rumus][0],
        pembulatan=pembulatan,
        sumber=baris["source"],
    )


def periksa(baris: Baris) -> Putusan:
    """Compute a row with the switches its printer used, and compare in the form it was printed."""
    try:
        hasil = _hitung(baris)
    except MasukanSalah:
        return Putusan("tidak terbaca", BERBEDA, ALASAN[baris.rumus])
    kita = hasil if isinstance(hasil, Status) else tulis_angka(hasil, FormatAngka.ID, 4)
    if baris.rumus in ALASAN:
        return Putusan(str(kita), BERBEDA, ALASAN[baris.rumus])
    if isinstance(hasil, Status):
        return Putusan(str(kita), SESUAI if baris.tercetak == "-" else BERBEDA)
    bulat = bulatkan(hasil, Pembulatan(baris.desimal(), CARA[baris.pembulatan]))
    return Putusan(str(kita), SESUAI if bulat == baris.nilai(baris.tercetak) else BERBEDA)


def _hitung(baris: Baris) -> Decimal | Status:
    kaidah = kaidah_capaian(
        date(baris.tahun, 12, 31),
        Kebijakan(
            batas_atas=Decimal(100) if baris.rumus == "R/T, batas 100" else None,
            target_nol=TargetNol.NOL_ATAU_SERATUS if baris.rumus == "target nol" else None,
        ),
    )
    arah = Arah.TURUN_BAIK if _turun(baris) else Arah.NAIK_BAIK
    target = baris.nilai(baris.target)
    if baris.rumus == "kumulatif Renstra":
        tahunan = [baris.nilai(teks) for teks in baris.realisasi.split(" + ")]
        gabungan = agregasi_periode(tahunan, cara=Agregasi.KUMULATIF_RENSTRA, kaidah=kaidah)
        hasil = capaian(target, gabungan.nilai, arah=arah, kaidah=kaidah)
    else:
        realisasi = baris.nilai(baris.realisasi)
        hasil = capaian(target, realisasi, arah=arah, kaidah=kaidah)
    return hasil.status if hasil.nilai is None else hasil.nilai


def _turun(baris: Baris) -> bool:
    kematian = baris.indikator.startswith("Angka Kematian")
    return baris.rumus == "(2T−R)/T" or kematian


def daftar_terbit() -> list[Baris]:
    """Read the collected data; empty when it is not at hand."""
    if not BERKAS.exists():
        return []
    with BERKAS.open(encoding="utf-8-sig", newline="") as berkas:
        return [dari_csv(baris) for baris in csv.DictReader(berkas)]


def baca_halaman() -> list[tuple[Baris, Putusan]]:
    """Read the rows of the page back."""
    isi = HALAMAN.read_text(encoding="utf-8")
    sumber = dict(re.findall(r"^- (S[0-9]+): (.+)$", isi, re.MULTILINE))
    hasil = []
    for satu in re.findall(r"^\| [0-9]+ \|(.+)\|$", isi, re.MULTILINE):
        sel = [bagian.strip() for bagian in satu.split("|")]
        instansi, tahun, indikator, target, realisasi, tercetak, kita, rumus, putusan, kode = sel
        nama, _, pembulatan = rumus.partition("; ")
        nilai, _, alasan = putusan.partition(": ")
        baris = Baris(
            instansi,
            int(tahun),
            indikator,
            target,
            realisasi,
            tercetak,
            nama,
            pembulatan,
            sumber[kode],
        )
        hasil.append((baris, Putusan(kita, nilai.strip("*"), alasan)))
    return hasil


def halaman(terbit: list[Baris]) -> str:
    """Write the page from the collected data."""
    putusan = [periksa(baris) for baris in terbit]
    kode = {s: f"S{i}" for i, s in enumerate(dict.fromkeys(b.sumber for b in terbit), start=1)}
    sesuai = sum(p.putusan == SESUAI for p in putusan)
    baku = [(b, p) for b, p in zip(terbit, putusan, strict=True) if b.rumus not in ALASAN]
    sebab = Counter(p.alasan for p in putusan if p.alasan)
    ringkas = PEMBUKA.format(
        semua=len(terbit), baku=len(baku), sesuai=sesuai, lain=len(terbit) - len(baku)
    )
    return "\n".join(
        [
            ringkas,
            *(f"- {banyak}: {alasan}" for alasan, banyak in sebab.most_common()),
            KEPALA_TABEL,
            *(
                _baris(nomor, b, p, kode[b.sumber])
                for nomor, (b, p) in enumerate(zip(terbit, putusan, strict=True), start=1)
            ),
            "\n## Sumber\n",
            *(f"- {k}: {s}" for s, k in kode.items()),
            "",
        ]
    )


def _baris(nomor: int, baris: Baris, putusan: Putusan, sumber: str) -> str:
    sel = [
        str(nomor),
        baris.instansi,
        str(baris.tahun),
        baris.indikator,
        baris.target,
        baris.realisasi,
        baris.tercetak,
        putusan.kita,
        baris.rumus + (f"; {baris.pembulatan}" if baris.pembulatan else ""),
        SESUAI if putusan.putusan == SESUAI else f"**{BERBEDA}**: {putusan.alasan}",
        sumber,
    ]
    return f"| {' | '.join(sel)} |"


if __name__ == "__main__":
    HALAMAN.write_text(halaman(daftar_terbit()), encoding="utf-8")
