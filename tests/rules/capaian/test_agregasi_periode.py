"""Periods become one value; what is missing stays visible; roll-up, unit totals and indices."""

import pytest
from bantu_capaian import BAWAAN, NAIK, D, dua_desimal, hitung, kaidah, opini, rasio

from sakip_rules.capaian import (
    Agregasi,
    AnakKosong,
    NilaiKinerja,
    PeriodeKosong,
    Rasio,
    agregasi_periode,
    gabung_rasio,
    gulung,
    komposit,
)
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Jejak, Status

A = Agregasi
TW = ["TW I", "TW II", "TW III", "TW IV"]
YANG_TERISI = kaidah(periode_kosong=PeriodeKosong.YANG_TERISI, anak_kosong=AnakKosong.YANG_TERISI)


def _kata(jejak: Jejak) -> str:
    return "\n".join(str(langkah.uraian) for langkah in jejak.langkah)


@pytest.mark.parametrize(
    ("cara", "nilai", "harapan"),
    [
        pytest.param(A.JUMLAH, ["10", "20", "0", "12.5"], D("42.5"), id="jumlah"),
        pytest.param(A.TERAKHIR, ["10", "20", "0", "12.5"], D("12.5"), id="terakhir"),
        pytest.param(A.TERAKHIR, ["10", "20", "0"], D(0), id="terakhir nol tetap nol"),
        pytest.param(A.RATA_RATA, ["10", "20", "0", "12"], D("10.5"), id="rata-rata 42/4"),
        pytest.param(A.MAKSIMUM, ["10", "20", "0", "12.5"], D(20), id="maksimum"),
        pytest.param(A.MAKSIMUM, ["-3", "-1", "-2"], D(-1), id="maksimum negatif"),
        pytest.param(A.KUMULATIF_RENSTRA, ["36.5", "1"], D("37.5"), id="s.d. 2024 + 2025"),
    ],
)
def test_angka(cara: Agregasi, nilai: list[str], harapan: object) -> None:
    hasil = agregasi_periode([D(n) for n in nilai], cara=cara, kaidah=BAWAAN)

    assert (hasil.status, hasil.nilai) == (Status.TERHITUNG, harapan)


def test_jumlah_tepat_tanpa_sisa_biner_atau_pembulatan() -> None:
    hasil = agregasi_periode([D("0.1"), D("0.2"), D("1e20")], cara=A.JUMLAH, kaidah=BAWAAN)

    assert hasil.nilai == D("100000000000000000000.3")


def test_rata_rata_sepertiga_dibagi_sekali_di_akhir() -> None:
    # 10 + 10 + 11 = 31; 31 ÷ 3 = 10,333…; against 31/3 it is exactly 100.
    rata = agregasi_periode([D(10), D(10), D(11)], cara=A.RATA_RATA, kaidah=BAWAAN)

    assert str(rata.nilai).startswith("10.33333333333333333333333333333333")


@pytest.mark.parametrize("cara", [A.TERAKHIR, A.MAKSIMUM])
def test_predikat_terakhir_atau_terbaik(cara: Agregasi) -> None:
    hasil = agregasi_periode([opini("WDP"), opini("WTP")], cara=cara, kaidah=BAWAAN)

    assert hasil.nilai == opini("WTP")


def test_maksimum_rasio_dibandingkan_tepat() -> None:
    # 2/3 and 4/6 are equal, 667/1000 is more.
    nilai: list[NilaiKinerja] = [rasio("2/3"), rasio("667/1000"), rasio("4/6"), rasio("0/0")]

    assert agregasi_periode(nilai, cara=A.MAKSIMUM, kaidah=BAWAAN).nilai == rasio("667/1000")


def test_rasio_kumulatif_dan_kumulatif_renstra_menjumlah_pembilang_dan_penyebut() -> None:
    nilai: list[NilaiKinerja] = [rasio("6/6"), rasio("25/30")]

    for cara in (A.RASIO_KUMULATIF, A.KUMULATIF_RENSTRA):
        assert agregasi_periode(nilai, cara=cara, kaidah=BAWAAN).nilai == rasio("31/36")


@pytest.mark.parametrize(
    ("cara", "nilai"),
    [
        pytest.param(A.JUMLAH, [rasio("1/2")], id="jumlah persen berpembilang"),
        pytest.param(A.RATA_RATA, [rasio("1/2"), rasio("1/3")], id="rata-rata persen berpembilang"),
        pytest.param(A.RATA_RATA, [opini("WTP")], id="rata-rata predikat"),
        pytest.param(A.RASIO_KUMULATIF, [D(85)], id="rasio kumulatif tanpa pembilang"),
        pytest.param(A.KUMULATIF_RENSTRA, [rasio("1/2"), D(5)], id="campuran"),
        pytest.param(A.MAKSIMUM, [opini("WTP"), D(5)], id="predikat dengan angka"),
    ],
)
def test_yang_tidak_dapat_digabung_ditolak(cara: Agregasi, nilai: list[NilaiKinerja]) -> None:
    with pytest.raises(MasukanSalah, match=r"tidak dapat di(gabung|bandingkan)"):
        agregasi_periode(nilai, cara=cara, kaidah=BAWAAN)


def test_rasio_berbeda_pengali_ditolak() -> None:
    per_seratus_ribu = Rasio(D(3), D(4000), D(100000))

    with pytest.raises(MasukanSalah, match="pengali"):
        agregasi_periode([rasio("1/2"), per_seratus_ribu], cara=A.RASIO_KUMULATIF, kaidah=BAWAAN)


@pytest.mark.parametrize("cara", [A.JUMLAH, A.RATA_RATA, A.MAKSIMUM, A.KUMULATIF_RENSTRA])
def test_triwulan_kosong_menunda_angka(cara: Agregasi) -> None:
    hasil = agregasi_periode([D(10), None, D(20), D(30)], cara=cara, kaidah=BAWAAN, nama=TW)

    assert (hasil.status, hasil.nilai, hasil.kosong) == (Status.BELUM_DIISI, None, (1,))
    assert hasil.sementara is not None
    assert "TW II: jatuh tempo tetapi kosong" in _kata(hasil.jejak)
    assert "Angka sementara" in _kata(hasil.jejak)
    assert [anak.kaidah for anak in hasil.jejak.anak] == ["agregasi.periode_kosong"]


def test_triwulan_kosong_dilewati_dengan_catatan_bila_dipilih() -> None:
    hasil = agregasi_periode(
        [D(10), None, D(20), D(30)], cara=A.RATA_RATA, kaidah=YANG_TERISI, nama=TW
    )

    assert (hasil.status, hasil.nilai, hasil.kosong) == (Status.TERHITUNG, D(20), (1,))
    assert "TW II: jatuh tempo tetapi kosong" in _kata(hasil.jejak)


def test_terakhir_hanya_memerlukan_periode_jatuh_tempo_terakhir() -> None:
    lama = agregasi_periode([None, D(20)], cara=A.TERAKHIR, kaidah=BAWAAN, nama=TW[:2])
    baru = agregasi_periode([D(20), None], cara=A.TERAKHIR, kaidah=BAWAAN, nama=TW[:2])

    assert (lama.status, lama.nilai, lama.kosong) == (Status.TERHITUNG, D(20), (0,))
    assert "TW I: jatuh tempo tetapi kosong" in _kata(lama.jejak)
    assert (baru.status, baru.nilai, baru.sementara) == (Status.BELUM_DIISI, None, D(20))


def test_yang_belum_jatuh_tempo_tidak_kosong() -> None:
    hasil = agregasi_periode(
        [D(10), D(20), None, None],
        cara=A.JUMLAH,
        kaidah=BAWAAN,
        jatuh_tempo=[True, True, False, False],
        nama=TW,
    )

    assert (hasil.status, hasil.nilai, hasil.kosong) == (Status.TERHITUNG, D(30), ())
    assert "TW III: belum waktunya" in _kata(hasil.jejak)


def test_semua_kosong_belum_diisi_atau_belum_waktunya() -> None:
    kosong: list[NilaiKinerja | None] = [None, None]
    belum = agregasi_periode(kosong, cara=A.JUMLAH, kaidah=BAWAAN, jatuh_tempo=[False, False])

    assert agregasi_periode(kosong, cara=A.JUMLAH, kaidah=BAWAAN).status is Status.BELUM_DIISI
    assert agregasi_periode(kosong, cara=A.JUMLAH, kaidah=YANG_TERISI).nilai is None
    assert belum.status is Status.BELUM_WAKTUNYA
    assert agregasi_periode([], cara=A.JUMLAH, kaidah=BAWAAN).status is Status.BELUM_WAKTUNYA


def test_panjang_yang_berbeda_adalah_kesalahan_pemanggil() -> None:
    with pytest.raises(ValueError, match="sepanjang nilai"):
        agregasi_periode([D(1)], cara=A.JUMLAH, kaidah=BAWAAN, jatuh_tempo=[])


def test_gulung_nol_tetap_ikut_dan_tidak_dinilai_keluar_dengan_catatan() -> None:
    # (1 × 0 + 1 × 100) ÷ 2 = 50; the third has weight 8 and leaves with it.
    anak = [
        (hitung("10", "0"), D(1)),
        (hitung("10", "10"), D(1)),
        (hitung("10", None, dinilai=False), D(8)),
    ]

    hasil = gulung(anak, kaidah=BAWAAN)

    assert hasil.nilai == D(50)
    assert "Bagian 3 (bobot 8): tidak dinilai, tidak ikut dihitung." in _kata(hasil.jejak)


def test_gulung_dengan_bobot() -> None:
    # (0,5 × 100 + 0,3 × 80 + 0,2 × 50) ÷ 1 = 84
    anak = [
        (hitung("10", "10"), D("0.5")),
        (hitung("10", "8"), D("0.3")),
        (hitung("10", "5"), D("0.2")),
    ]

    assert dua_desimal(gulung(anak, kaidah=BAWAAN)) == "84.00"


def test_gulung_menyimpan_jejak_tiap_anak() -> None:
    hasil = gulung([(hitung("10", "8"), D(1))], kaidah=BAWAAN)

    assert [anak.kaidah for anak in hasil.jejak.anak] == ["capaian.indikator"]


@pytest.mark.parametrize(
    ("aturan", "status", "nilai"),
    [
        pytest.param(BAWAAN, Status.BELUM_DIISI, None, id="tunda"),
        pytest.param(YANG_TERISI, Status.TERHITUNG, D(80), id="yang terisi"),
        pytest.param(
            kaidah(anak_kosong=AnakKosong.NOL), Status.TERHITUNG, D(40), id="nol (80+0)/2"
        ),
    ],
)
def test_gulung_dengan_anak_kosong(aturan: object, status: Status, nilai: object) -> None:
    anak = [(hitung("10", "8"), D(1)), (hitung("10", None), D(1))]

    hasil = gulung(anak, kaidah=aturan)  # type: ignore[arg-type]

    assert (hasil.status, hasil.nilai) == (status, nilai)
    assert "belum diisi" in _kata(hasil.jejak)
    assert hasil.jejak.anak[0].kaidah == "agregasi.anak_kosong"


@pytest.mark.parametrize(
    ("isi", "status"),
    [
        ([], Status.TIDAK_DINILAI),
        (["tidak_dinilai"], Status.TIDAK_DINILAI),
        (["tidak_dinilai", "belum_waktunya"], Status.BELUM_WAKTUNYA),
        (["belum_waktunya", "tidak_dapat_dihitung"], Status.BELUM_WAKTUNYA),
        (["tidak_dinilai", "tidak_dapat_dihitung"], Status.TIDAK_DAPAT_DIHITUNG),
        (["belum_diisi", "belum_waktunya"], Status.BELUM_DIISI),
    ],
)
def test_gulung_tanpa_satu_angka_pun(isi: list[str], status: Status) -> None:
    ada = {
        "tidak_dinilai": hitung("1", None, dinilai=False),
        "belum_waktunya": hitung("1", None, jatuh_tempo=False),
        "tidak_dapat_dihitung": hitung("0", "1"),
        "belum_diisi": hitung("1", None),
    }

    assert gulung([(ada[i], D(1)) for i in isi], kaidah=YANG_TERISI).status is status


def test_gulung_bobot_negatif_ditolak() -> None:
    with pytest.raises(MasukanSalah, match="negatif"):
        gulung([(hitung("1", "1"), D(-1))], kaidah=BAWAAN)


def test_gabung_rasio_menjumlah_dan_menunda_bila_satu_unit_kosong() -> None:
    lengkap = gabung_rasio([rasio("9/14"), rasio("3/6")], kaidah=BAWAAN)
    kurang = gabung_rasio([rasio("9/14"), None], kaidah=BAWAAN)

    assert lengkap.nilai == rasio("12/20")
    assert (kurang.status, kurang.nilai, kurang.kosong) == (Status.BELUM_DIISI, None, (1,))
    assert gabung_rasio([rasio("9/14"), None], kaidah=YANG_TERISI).nilai == rasio("9/14")
    nol = gabung_rasio([rasio("9/14"), None], kaidah=kaidah(anak_kosong=AnakKosong.NOL))
    assert nol.status is Status.BELUM_DIISI


def test_komposit_tertunda_bila_satu_bagian_kosong() -> None:
    bagian = [(D(80), D("0.5")), (None, D("0.5"))]
    nol = komposit(bagian, kaidah=kaidah(anak_kosong=AnakKosong.NOL))

    assert komposit(bagian, kaidah=BAWAAN).status is Status.BELUM_DIISI
    assert komposit(bagian, kaidah=YANG_TERISI).nilai is None
    assert nol.nilai == D(40)


def test_target_kumulatif_renstra() -> None:
    # Printed example: target 1 in 2030, 36,5 to 2024 and 1 in 2025 → 3750 %.
    gabungan = agregasi_periode([D("36.5"), D(1)], cara=A.KUMULATIF_RENSTRA, kaidah=BAWAAN)

    assert hitung("1", gabungan.nilai, NAIK).nilai == D(3750)
