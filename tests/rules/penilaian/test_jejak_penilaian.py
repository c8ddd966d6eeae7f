"""The explanation: every number of the result stands in it, with law, version and working."""

import json
from datetime import date
from decimal import Decimal

import pytest

from sakip_rules.penilaian import lembar_evaluasi, nilai_lembar

BARU = lembar_evaluasi("permenpanrb-88-2021")
LAMA = lembar_evaluasi("permenpanrb-12-2015")
JAWABAN = ["BB", "B", "B", "BB", "B", "B", "BB", "B", "CC", "BB", "B", "CC"]
LHE_2026 = dict(zip(BARU.kode_jawaban, JAWABAN, strict=True))


def test_jejak_menyebut_kaidah_versi_dan_dasar() -> None:
    jejak = nilai_lembar(BARU, LHE_2026).jejak

    assert (jejak.kaidah, jejak.versi) == ("akip.lembar_evaluasi", date(2021, 12, 31))
    assert [dasar.regulasi for dasar in jejak.dasar] == ["permenpanrb-88-2021"]
    assert "tafsir-0101" in jejak.tafsir
    assert dict(jejak.masukan) == LHE_2026


def test_langkah_jejak_oracle() -> None:
    jejak = nilai_lembar(BARU, LHE_2026).jejak

    assert [str(langkah.uraian) for langkah in jejak.langkah] == [
        "1 Perencanaan Kinerja: 4,80 + 6,30 + 10,50 = 21,60 dari 30.",
        "2 Pengukuran Kinerja: 4,80 + 6,30 + 10,50 = 21,60 dari 30.",
        "3 Pelaporan Kinerja: 2,40 + 3,15 + 4,50 = 10,05 dari 15.",
        "4 Evaluasi Akuntabilitas Kinerja Internal: 4,00 + 5,25 + 7,50 = 16,75 dari 25.",
        "Jumlah: 21,60 + 21,60 + 10,05 + 16,75 = 70,00.",
        "70,00 terletak di atas 60,00 sampai dengan 70,00: B (Baik).",
    ]


def test_jejak_anak_menunjukkan_kerja_tiap_sub() -> None:
    jejak = nilai_lembar(BARU, LHE_2026).jejak

    uraian = [str(langkah.uraian) for langkah in jejak.anak[2].langkah]

    assert uraian[1].endswith("jawaban B; 4,5 × 70 / 100 = 3,15.")
    assert [langkah.nilai for langkah in jejak.anak[2].langkah] == [
        Decimal("2.40"),
        Decimal("3.15"),
        Decimal("4.50"),
    ]


def test_pembulatan_disebut_hanya_bila_terjadi() -> None:
    """One of nine: 2 × 1/9 = 0,2222…, rounded to 0,22."""
    buruk = {satu.kode: satu.pilihan[-1].kode for satu in LAMA.isian}

    tepat = nilai_lembar(LAMA, buruk).jejak
    bulat = nilai_lembar(LAMA, buruk | {"A.I.1": "ya"}).jejak

    assert "Dibulatkan" not in " ".join(str(satu.uraian) for satu in tepat.langkah)
    assert str(bulat.langkah[-2].uraian) == "Dibulatkan sekali, di akhir: 0,22."
    assert bulat.langkah[-2].nilai == Decimal("0.22")
    assert str(bulat.langkah[-1].uraian) == (
        "0,22 terletak dari 0,00 sampai dengan 30,00: D (Sangat Kurang)."
    )


@pytest.mark.parametrize(
    ("kode", "pilihan", "akhir"),
    [
        ("A.I.1", "ya", "jumlah nilai 9 butir 1 dari 9; 2 × 1 / 9 = 0,222222."),
        ("E.1", "b", "jumlah poin 2 dari 7,5; 7,5 × 2 / 7,5 = 2,00."),
    ],
)
def test_kerja_sub_12_2015(kode: str, pilihan: str, akhir: str) -> None:
    buruk = {satu.kode: satu.pilihan[-1].kode for satu in LAMA.isian}

    jejak = nilai_lembar(LAMA, buruk | {kode: pilihan}).jejak

    kalimat = [str(langkah.uraian) for anak in jejak.anak for langkah in anak.langkah]
    assert [satu for satu in kalimat if satu.endswith(akhir)] != []


def test_data_json_utuh_dan_memakai_teks() -> None:
    data = json.loads(json.dumps(nilai_lembar(BARU, LHE_2026).ke_data()))

    assert {"nilai", "predikat", "komponen", "jejak"} <= data.keys()
    assert (data["nilai"], data["predikat"], data["sebutan"]) == ("70.00", "B", "Baik")
    assert [satu["nilai"] for satu in data["komponen"]] == ["21.60", "21.60", "10.05", "16.75"]
    assert data["jejak"]["versi"] == "2021-12-31"
