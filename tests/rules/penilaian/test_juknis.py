"""What a juknis may switch: averaged criteria, criteria that do not apply. Worked by hand."""

from decimal import Decimal

import pytest

from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Dasar
from sakip_rules.penilaian import (
    CaraNilai,
    Juknis,
    Lembar,
    TidakBerlaku,
    lembar_evaluasi,
    nilai_lembar,
    simulasi,
    terapkan_juknis,
)

BARU = lembar_evaluasi("permenpanrb-88-2021")
LAMA = lembar_evaluasi("permenpanrb-12-2015")
PERBUP = Dasar("perbup-contoh", "Lampiran II angka 3")


def terburuk(lembar: Lembar) -> dict[str, str]:
    return {satu.kode: satu.pilihan[-1].kode for satu in lembar.isian}


def test_bawaan_regulasi_adalah_juknis_kosong() -> None:
    lembar = terapkan_juknis(BARU, Juknis())

    assert lembar.kode_jawaban == BARU.kode_jawaban
    assert lembar.dikecualikan == ()


def test_rata_rata_kriteria_dikali_bobot() -> None:
    """1.a: answers 100, 90, 80, 70, 60, 50 → mean 75; 6 × 75/100 = 4,50."""
    lembar = terapkan_juknis(BARU, Juknis(CaraNilai.RATA_RATA_KRITERIA, dasar=PERBUP))
    kode = [f"1.a.{nomor}" for nomor in range(1, 7)]
    satu_a = dict(zip(kode, ["AA", "A", "BB", "B", "CC", "C"], strict=True))

    hasil = nilai_lembar(lembar, terburuk(lembar) | satu_a)

    assert len(lembar.kode_jawaban) == 80
    assert hasil.nilai == Decimal("4.50")
    assert PERBUP in hasil.jejak.dasar


def test_rata_rata_ya_tidak_adalah_bagian_yang_terpenuhi() -> None:
    """2.a: two of three criteria met; 6 × 2/3 = 4,00."""
    lembar = terapkan_juknis(BARU, Juknis(CaraNilai.RATA_RATA_YA_TIDAK, dasar=PERBUP))

    hasil = nilai_lembar(lembar, terburuk(lembar) | {"2.a.1": "ya", "2.a.2": "ya"})

    assert hasil.nilai == Decimal("4.00")


def test_kriteria_tidak_berlaku_keluar_dari_rata_rata_dan_disebut_dalam_jejak() -> None:
    """4.a without 4.a.2: one of two met, 5 × 1/2 = 2,50; with it one of three, 1,67."""
    keluar = TidakBerlaku("4.a.2", "kecamatan tidak punya unit kerja di bawahnya", PERBUP)
    ya_tidak = CaraNilai.RATA_RATA_YA_TIDAK
    semua = terapkan_juknis(BARU, Juknis(ya_tidak, dasar=PERBUP))
    lembar = terapkan_juknis(BARU, Juknis(ya_tidak, (keluar,), PERBUP))

    hasil = nilai_lembar(lembar, terburuk(lembar) | {"4.a.1": "ya"})

    assert nilai_lembar(semua, terburuk(semua) | {"4.a.1": "ya"}).nilai == Decimal("1.67")
    assert hasil.nilai == Decimal("2.50")
    assert "4.a.2" not in lembar.kode_jawaban
    assert "tidak punya unit kerja" in str(hasil.jejak.langkah[0].uraian)
    assert "perbup-contoh, Lampiran II angka 3" in str(hasil.jejak.langkah[0].uraian)


def test_semua_kriteria_terbaik_tetap_seratus() -> None:
    keluar = tuple(TidakBerlaku(kode, "tidak ada", PERBUP) for kode in ("1.b.2", "4.a.2"))
    lembar = terapkan_juknis(BARU, Juknis(CaraNilai.RATA_RATA_KRITERIA, keluar, PERBUP))
    terbaik = {satu.kode: satu.pilihan[0].kode for satu in lembar.isian}

    assert nilai_lembar(lembar, terbaik).tepat == 100


def test_pengecualian_pada_12_2015_mengurangi_pembagi_dan_kontrolnya() -> None:
    """A.II.a without A.II.4: two of three answered full, 4 × 2/3 = 2,67 (not 2 of 4 = 2,00)."""
    keluar = TidakBerlaku("A.II.4", "PK kecamatan diumumkan kabupaten", PERBUP)
    lembar = terapkan_juknis(LAMA, Juknis(tidak_berlaku=(keluar,)))

    hasil = nilai_lembar(lembar, terburuk(lembar) | {"A.II.1": "a", "A.II.2": "ya"})

    assert hasil.nilai == Decimal("2.67")
    assert len(LAMA.kontrol) - len(lembar.kontrol) == 1


def test_cara_lain_tanpa_dasar_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="sebut dasarnya"):
        Juknis(CaraNilai.RATA_RATA_KRITERIA)


def test_pengecualian_tanpa_alasan_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="tanpa alasan"):
        TidakBerlaku("4.a.2", " ", PERBUP)


@pytest.mark.parametrize(
    ("kode", "kata"),
    [
        (("4.z.9",), "tidak ada di"),
        (("4.a.2", "4.a.2"), "dua kali"),
        (("4.a.1", "4.a.2", "4.a.3"), "sisakan sedikitnya satu"),
    ],
)
def test_pengecualian_yang_mustahil_ditolak(kode: tuple[str, ...], kata: str) -> None:
    keluar = tuple(TidakBerlaku(satu, "alasan contoh", PERBUP) for satu in kode)

    with pytest.raises(MasukanSalah, match=kata):
        terapkan_juknis(BARU, Juknis(tidak_berlaku=keluar))


def test_simulasi_berjalan_pada_lembar_juknis() -> None:
    """All BB = 80,00; the cheapest single lift is the lightest criterion: 3.a.1, 3/6 × 10/100."""
    lembar = terapkan_juknis(BARU, Juknis(CaraNilai.RATA_RATA_KRITERIA, dasar=PERBUP))

    hasil = simulasi(lembar, dict.fromkeys(lembar.kode_jawaban, "BB"))

    assert hasil.kenaikan[0].langkah[0].kode == "3.a.1"
    assert hasil.kenaikan[0].tambahan == Decimal("0.05")
