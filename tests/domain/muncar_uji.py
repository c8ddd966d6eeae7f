"""A published Renstra as rows of the workbook, and what in it contradicts itself.

The source is a table read off a PDF (Kecamatan Muncar, Banyuwangi, Renstra 2025-2029): its rows
keep their figures, and every row that cannot be read without guessing is listed with the reason.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SUMBER = Path(__file__).resolve().parents[3] / "shared" / "data" / "renstra_kecamatan_muncar.json"
TAHUN = range(2025, 2031)
UANG = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+")
KODE = re.compile(r"7\.01\.[0-9]{2}(\.[0-9]\.[0-9]{2}(\.[0-9]{4})?)?")
# The same shapes, typed: for machines that do not have the source.
CONTOH: dict[str, Any] = {
    "tujuan": [
        {"uraian": "Tujuan contoh", "indikator": "Indeks contoh", "satuan": "Nilai",
         "baseline_2024": 85, "target": {"2026": 86, "2027": 87.5}},
    ],
    "sasaran": [
        {"uraian": "Sasaran contoh", "indikator": "Persentase contoh", "satuan": "%",
         "baseline_2024": 90, "target": {"2026": 91, "2030": 95}},
    ],
    "program_pagu_rp_2025_2030": [
        {"kode": "7.01.02", "nama": "PROGRAM CONTOH", "indikator": "Persentase program contoh",
         "pagu": [100000000, 110000000, 120000000, 130000000, 140000000, 150000000],
         "target_persen": [80, 81, 82.5, 83, 84, 85, 86]},
    ],
    "rincian_mentah_kegiatan_subkegiatan": [
        {"kode": "7.01.02.2.01", "nama": "Kegiatan contoh", "teks": [],
         "angka": ["100"] + ["100", "60,000,000"] * 6},
        {"kode": "7.01.02.2.01.0001", "nama": "Sub-kegiatan contoh",
         "teks": ["Tersusunnya dokumen", "Jumlah Dokumen Contoh", "dokumen"],
         "angka": ["1"] + ["2", "60,000,000"] * 6},
        {"kode": "7.01.02.2.01.000", "nama": "Terpotong", "teks": [], "angka": []},
    ],
}  # fmt: skip


@dataclass(slots=True)
class Bahan:
    """Rows for both sheets by column, and what was left out or doubted, with the reason."""

    simpul: list[dict[str, Any]] = field(default_factory=list)
    indikator: list[dict[str, Any]] = field(default_factory=list)
    janggal: dict[str, str] = field(default_factory=dict)


def baca_sumber() -> dict[str, Any] | None:
    """The published table, or ``None`` where it is not at hand."""
    if not SUMBER.exists():
        return None
    isi: dict[str, Any] = next(iter(json.loads(SUMBER.read_text(encoding="utf-8")).values()))
    return isi


def bahan(sumber: dict[str, Any]) -> Bahan:
    """All that the source says, as rows of the workbook."""
    hasil = Bahan()
    for awalan, jenjang, kunci in (("t", "tujuan", "tujuan"), ("s", "sasaran", "sasaran")):
        for n, x in enumerate(sumber[kunci], 1):
            kode = f"{awalan}{n}"
            induk = {} if jenjang == "tujuan" else {"induk": "t1"}
            hasil.simpul.append({"kode": kode, "jenjang": jenjang, "uraian": x["uraian"], **induk})
            hasil.indikator.append(_indikator(f"{kode}-1", kode, x))
            if "catatan" in x:
                hasil.janggal[kode] = x["catatan"]
    hasil.janggal["induk program"] = "sumber tidak mengatakan sasaran programnya; ditaruh di s1"
    rinci = [x for x in sumber["rincian_mentah_kegiatan_subkegiatan"] if x["kode"].count(".") > 2]
    for p in sumber["program_pagu_rp_2025_2030"]:
        _program(p, hasil)
        for x in rinci:
            if x["kode"].startswith(f"{p['kode']}."):
                _rincian(x, hasil)
    return hasil


def _indikator(kode: str, simpul: str, x: dict[str, Any]) -> dict[str, Any]:
    return {
        "kode": kode,
        "simpul": simpul,
        "nama": x["indikator"],
        "satuan": x["satuan"],
        "arah": "naik_baik",
        "jenis_nilai": "persen" if x["satuan"] == "%" else "bilangan",
        "baseline_tahun": "2024",
        "baseline": x["baseline_2024"],
        **{f"target_{t}": n for t, n in x["target"].items()},
    }


def _program(p: dict[str, Any], hasil: Bahan) -> None:
    kode = p["kode"]
    hasil.simpul.append(
        {"kode": kode, "jenjang": "program", "induk": "s1", "uraian": p["nama"]}
        | {"nomenklatur": kode}
        | {f"pagu_{t}": n for t, n in zip(TAHUN, p["pagu"], strict=True)}
    )
    target = p.get("target_persen")
    if "indikator" not in p:
        hasil.janggal[kode] = "nama indikator program tidak terbaca; targetnya tidak dibawa"
    elif target is None:
        hasil.janggal[kode] = "indikator program tidak bertarget di tabel programnya"
    else:
        awal, *sisa = target
        isi = {"indikator": p["indikator"], "satuan": "%", "baseline_2024": awal}
        isi["target"] = dict(zip(map(str, TAHUN), sisa, strict=True))
        hasil.indikator.append(_indikator(f"{kode.replace('.', '-')}-1", kode, isi))


def _rincian(x: dict[str, Any], hasil: Bahan) -> None:
    kode = x["kode"]
    if not KODE.fullmatch(kode):
        hasil.janggal[kode] = "kodenya terpotong di sumber"
        return
    uang = [int(a.replace(",", "")) for a in x["angka"] if UANG.fullmatch(a)]
    target = [a for a in x["angka"] if not UANG.fullmatch(a)]
    bersih = (len(uang), len(target)) == (len(TAHUN), len(TAHUN) + 1)
    sub = kode.count(".") == 5
    satu = {
        "kode": kode,
        "jenjang": "subkegiatan" if sub else "kegiatan",
        "induk": kode.rpartition(".")[0] if sub else ".".join(kode.split(".")[:3]),
        "uraian": x["nama"],
        "nomenklatur": kode,
    }
    if bersih:
        satu |= {f"pagu_{t}": n for t, n in zip(TAHUN, uang, strict=True)}
    else:
        hasil.janggal[kode] = (
            f"{len(uang)} pagu dan {len(target)} target untuk enam tahun: kolomnya tidak pasti"
        )
    hasil.simpul.append(satu)
    nama = next((t for t in x["teks"] if t.startswith("Jumlah ")), None)
    if sub and bersih and nama is not None:
        isi: dict[str, Any] = {
            "indikator": nama,
            "satuan": x["teks"][x["teks"].index(nama) + 1],
            "baseline_2024": _angka(target[0]),
            "target": dict(zip(map(str, TAHUN), map(_angka, target[1:]), strict=True)),
        }
        hasil.indikator.append(_indikator(f"{kode.replace('.', '-')}-1", kode, isi))


def _angka(teks: str) -> float | int:
    return float(teks) if "." in teks else int(teks)


def selisih_pagu(b: Bahan) -> Iterator[tuple[str, int, int, int]]:
    """Where the amount of a node is not the sum of those below it: code, year, amount, sum."""
    for s in b.simpul:
        anak = [x for x in b.simpul if x.get("induk") == s["kode"] and s.get("nomenklatur")]
        for t in TAHUN:
            kolom = f"pagu_{t}"
            if kolom not in s or not anak or any(kolom not in a for a in anak):
                continue
            jumlah = sum(a[kolom] for a in anak)
            if jumlah != s[kolom]:
                yield s["kode"], t, s[kolom], jumlah
