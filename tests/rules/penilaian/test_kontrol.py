"""Kontrol kerangka: warnings at each side of equality, and never a change of the score."""

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sakip_rules.penilaian import lembar_evaluasi, nilai_lembar
from sakip_rules.penilaian.kontrol import AturanKontrol, JenisKontrol, periksa_kontrol

LAMA = lembar_evaluasi("permenpanrb-12-2015")
SETENGAH = Fraction(1, 2)


@pytest.mark.parametrize(
    ("jenis", "acuan", "dilanggar"),
    [
        (JenisKontrol.TIDAK_MELEBIHI_BUTIR, ["0.25"], True),
        (JenisKontrol.TIDAK_MELEBIHI_BUTIR, ["0.5"], False),
        (JenisKontrol.TIDAK_MELEBIHI_BUTIR, ["0.75"], False),
        (JenisKontrol.TIDAK_MELEBIHI_SEMUA, ["0.25", "0.25"], True),
        (JenisKontrol.TIDAK_MELEBIHI_SEMUA, ["0.25", "0.5"], False),
        (JenisKontrol.TIDAK_MELEBIHI_RATA_RATA, ["0.25", "0.5"], True),
        (JenisKontrol.TIDAK_MELEBIHI_RATA_RATA, ["0.25", "0.75"], False),
        (JenisKontrol.TIDAK_MELEBIHI_RATA_RATA, ["0.25", "0.67", "0.57"], True),
    ],
)
def test_setengah_terhadap_acuan(jenis: JenisKontrol, acuan: list[str], dilanggar: bool) -> None:
    kode = tuple(f"K.{nomor}" for nomor in range(len(acuan)))
    aturan = AturanKontrol(jenis, "X.1", kode, "contoh")
    nilai = {"X.1": SETENGAH, **dict(zip(kode, map(Fraction, acuan), strict=True))}

    assert bool(periksa_kontrol((aturan,), nilai)) is dilanggar


def test_acuan_yang_dikecualikan_tidak_menuduh() -> None:
    aturan = AturanKontrol(JenisKontrol.TIDAK_MELEBIHI_BUTIR, "X.1", ("X.2",), "contoh")

    assert periksa_kontrol((aturan,), {"X.1": SETENGAH}) == ()


@settings(max_examples=30)
@given(st.lists(st.integers(0, 4), min_size=92, max_size=92))
def test_peringatan_tidak_pernah_mengubah_nilai(letak: list[int]) -> None:
    jawaban = {
        satu.kode: satu.pilihan[nomor % len(satu.pilihan)].kode
        for satu, nomor in zip(LAMA.isian, letak, strict=True)
    }
    hasil = nilai_lembar(LAMA, jawaban)
    sebelum = hasil.nilai

    hasil.peringatan  # noqa: B018 - reading it is the act

    assert hasil.nilai == sebelum == nilai_lembar(LAMA, jawaban).nilai


def test_peringatan_urut_menurut_lembar_dan_menyebut_sebabnya() -> None:
    """Without PK every question that rests on A.II.2 warns; A.II.2 itself does not."""
    jawaban = {satu.kode: satu.pilihan[0].kode for satu in LAMA.isian} | {"A.II.2": "tidak"}

    hasil = nilai_lembar(LAMA, jawaban)

    butir = [dict(satu.isian)["butir"] for satu in hasil.peringatan]
    assert butir == sorted(butir, key=LAMA.kode_jawaban.index)
    assert len(butir) == 16
    assert "perjanjian kinerja belum ada" in str(hasil.peringatan[0])
