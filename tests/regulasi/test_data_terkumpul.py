"""Each row of the demo that was typed from a publication is the same in the collected figures.

They are compared where they are at hand (``SAKIP_DATA`` or ``../shared/data``); otherwise these
tests say so and skip.
"""

import os
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from data_demo import ANGKA, angka, baca, baris, baris_csv

ARAH = {"positif": "naik_baik", "negatif": "turun_baik"}


@pytest.fixture(scope="module")
def terkumpul() -> Path:
    bawaan = Path(__file__).parents[2].parent / "shared" / "data"
    map_data = Path(os.environ.get("SAKIP_DATA", bawaan))
    if not (map_data / "capaian_terbit.csv").exists():
        pytest.skip(f"angka terkumpul tidak ada di {map_data}; isi SAKIP_DATA untuk membandingkan")
    return map_data


def _ternormal(teks: str) -> str | Decimal:
    """A collected figure as a number; what is no number becomes blank, a word stays a word."""
    polos = teks.removesuffix("%")
    if re.fullmatch(r"\d+([.,]\d+)?", polos):
        return Decimal(polos.replace(",", "."))
    return "" if teks in {"", "-", "N/A"} or teks.startswith("Tidak_diadakan") else teks


def _kami(teks: str) -> str | Decimal:
    return angka(teks) if ANGKA.fullmatch(teks) else teks


def test_setiap_baris_banyuwangi_sama_dengan_yang_terkumpul(terkumpul: Path) -> None:
    sumber = [
        (
            b["indikator"], b["tahun"], ARAH[b["polarity"]],
            _ternormal(b["target"]), _ternormal(b["realisasi"]), _ternormal(b["capaian_published"]),
            b["source"].rsplit("/", 1)[1],
        )
        for b in baris_csv(terkumpul / "capaian_terbit.csv")
        if b["instansi"].startswith("Kab. Banyuwangi")
    ]  # fmt: skip
    berkas = {k: s["dokumen"] or "" for k, s in baca("sumber.yaml")["sumber"].items()}
    kami = [
        (
            b["indikator"], b["tahun"], b["arah"],
            _kami(b["target"]), _kami(b["realisasi"]), _kami(b["capaian_tercetak"]),
            berkas[b["sumber"]].removeprefix("sakip_docs/").split(" ", 1)[0],
        )
        for b in baris("banyuwangi/capaian_terbit.csv")
    ]  # fmt: skip

    assert Counter(kami) == Counter(sumber)


def test_indikator_serang_sama_dengan_yang_terkumpul(terkumpul: Path) -> None:
    mentah = yaml.safe_load((terkumpul / "serang.json").read_text(encoding="utf-8"))
    nama = {
        "IPM": "ipm", "Tingkat kemiskinan": "kemiskinan", "Tingkat pengangguran terbuka": "tpt",
        "Laju pertumbuhan ekonomi": "lpe", "Laju inflasi": "inflasi", "PDRB ADHK": "pdrb-adhk",
        "PDRB ADHB": "pdrb-adhb", "PDRB ADHB per kapita": "pdrb-adhb-per-kapita",
        "IKM (kategori)": "ikm-kategori",
    }  # fmt: skip

    def teks(nilai: object) -> str | Decimal:
        return "" if nilai is None else _ternormal(str(nilai))

    sumber = [
        (nama[i["indikator"]], str(i["tahun"]), teks(i["target"]), teks(i["realisasi"]),
         teks(i.get("capaian_diterbitkan")))
        for i in mentah["indikator_sasaran_visi"]
    ]  # fmt: skip
    kami = [
        (b["kode_indikator"], b["tahun"], _kami(b["target"]), _kami(b["realisasi"]),
         _kami(b["capaian_tercetak"]))
        for b in baris("serang/indikator_terbit.csv")
    ]  # fmt: skip

    assert Counter(kami) == Counter(sumber)


def test_kode_dan_nama_kecamatan_sama_dengan_daftar_resmi(terkumpul: Path) -> None:
    resmi = {b["kode"]: b["nama"] for b in baris_csv(terkumpul / "wilayah_nasional.csv")}
    wilayah = baris_csv(terkumpul / "wilayah_36.04.csv")
    desa = Counter(b["kode"][:8] for b in wilayah if b["level"] == "desa")
    for daerah in ("serang", "banyuwangi"):
        for u in baca(f"{daerah}/unit.yaml")["unit"]:
            if u["jenis"] == "kecamatan":
                assert u["nama"] == f"Kecamatan {resmi[u['kode']]}"
                assert u.get("jumlah_desa") in (None, str(desa[u["kode"]]))


def test_evaluasi_terbit_banyuwangi_sama_dengan_yang_terkumpul(terkumpul: Path) -> None:
    sebutan = {
        "kecamatan-banyuwangi": "Kecamatan Banyuwangi (Kab. Banyuwangi)",
        "kecamatan-muncar": "Kecamatan Muncar (Kab. Banyuwangi)",
        "sekretariat-daerah": "Sekretariat Daerah Kab. Banyuwangi",
    }
    kami = [
        (sebutan[h["unit"]], h["tahun_tercetak"], Decimal(h["nilai"]))
        for h in baca("banyuwangi/evaluasi_terbit.yaml")["hasil"]
    ]
    sumber = [
        (b["instansi"], b["tahun"], Decimal(b["total"]))
        for b in baris_csv(terkumpul / "lhe_terbit.csv")
        if b["instansi"] in sebutan.values()
    ]

    assert Counter(kami) == Counter(sumber)
