"""The explanation: formula with the numbers, rule, version, sources, tafsir, choices."""

import json
from datetime import date

import pytest
from bantu_capaian import (
    BAWAAN,
    NAIK,
    PADA,
    RENTANG,
    TURUN,
    D,
    hitung,
    kaidah,
    opini,
    rasio,
    rentang,
)

from sakip_rules.capaian import Alasan, kaidah_capaian, sebut_alasan
from sakip_rules.galat import KaidahBelumBerlaku
from sakip_rules.hasil import Hasil


def _kalimat(hasil: Hasil) -> list[str]:
    return [str(langkah.uraian) for langkah in hasil.jejak.langkah]


def test_rumus_terisi_angka() -> None:
    assert _kalimat(hitung("11.22", "9.18", TURUN)) == [
        (
            "Capaian = (2 × target − realisasi) ÷ target × 100 "
            "= (2 × 11,22 − 9,18) ÷ 11,22 × 100 = 118,181818"
        )
    ]


def test_rasio_tampil_dengan_pembilang_dan_penyebutnya() -> None:
    assert _kalimat(hitung(rasio("11/14"), rasio("12/14"))) == [
        (
            "Capaian = realisasi ÷ target × 100 = 85,714286 [12/14] ÷ 78,571429 [11/14] × 100 "
            "= 109,090909"
        )
    ]


def test_predikat_tampil_dengan_nomor_urutnya() -> None:
    assert _kalimat(hitung(opini("WTP"), opini("WDP")))[-1].endswith("WDP [3] ÷ WTP [4] × 100 = 75")


def test_angka_negatif_dalam_kurung() -> None:
    assert "(2 × (-2) − (-1)) ÷ (-2)" in _kalimat(hitung("-2", "-1"))[-1]


def test_kaidah_versi_dasar_dan_tafsir() -> None:
    jejak = hitung("80", "60").jejak

    assert (jejak.kaidah, jejak.versi) == ("capaian.indikator", date(2014, 4, 21))
    assert "permenpanrb-53-2014" in {dasar.regulasi for dasar in jejak.dasar}
    assert "tafsir-0201" in jejak.tafsir


def test_masukan_memuat_semua_pilihan_kebijakan() -> None:
    masukan = dict(hitung("80", "60", NAIK, kaidah(batas_atas=D(120))).jejak.masukan)

    assert (masukan["target"], masukan["realisasi"], masukan["arah"]) == ("80", "60", "naik_baik")
    assert masukan["capaian.batas_atas"] == "120"
    assert masukan["capaian.target_nol"] == "tidak_dapat_dihitung"


def test_sakelar_yang_mengubah_hasil_menjelaskan_dirinya() -> None:
    hasil = hitung("1", "3", NAIK, kaidah(batas_atas=D(120)))
    (sakelar,) = hasil.jejak.anak

    assert sakelar.kaidah == "capaian.batas_atas"
    assert sakelar.tafsir == ("tafsir-0202",)
    assert _kalimat(hasil)[-1] == "Melebihi batas atas; dipotong menjadi 120."
    assert hasil.jejak.langkah[0].nilai == D(300)


def test_luar_rentang_menyebut_sakelarnya() -> None:
    jejak = hitung(rentang("80..90"), "72", RENTANG).jejak

    assert [anak.kaidah for anak in jejak.anak] == ["capaian.luar_rentang"]


def test_jejak_menjadi_json() -> None:
    data = hitung("80", None).jejak.ke_data()

    assert json.loads(json.dumps(data))["langkah"][0]["uraian"] == (
        "Realisasi belum diisi; kosong bukan nol."
    )


@pytest.mark.parametrize("alasan", list(Alasan))
def test_setiap_alasan_punya_kalimat(alasan: Alasan) -> None:
    assert len(str(sebut_alasan(alasan, BAWAAN))) > 10


def test_sebelum_kaidah_berlaku_ditolak() -> None:
    with pytest.raises(KaidahBelumBerlaku, match=r"capaian\.indikator .* 2014-04-20"):
        kaidah_capaian(date(2014, 4, 20))

    assert kaidah_capaian(date(2014, 4, 21)).indikator.versi == date(2014, 4, 21)
    assert kaidah_capaian(PADA).indikator.masa.memuat(PADA)
