"""Recording what an evaluator outside published, with its source."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.evaluasi.services import HasilLuar, catat_hasil_evaluasi

SUMBER = [{"kode": "s", "judul": "Berita Contoh", "tautan": "", "dokumen": ""}]


def _hasil(**ganti: Any) -> HasilLuar:
    return HasilLuar(
        **{
            "unit": "kabupaten-contoh",
            "tahun_tercetak": 2018,
            "tahun_kinerja": 2017,
            "tahun_kinerja_disimpulkan": True,
            "tahun_evaluasi": 2018,
            "tanggal_penyerahan": date(2019, 1, 28),
            "penilai": "Kementerian PANRB",
            "nilai": Decimal("74.54"),
            "predikat": "BB",
            "sumber": SUMBER,
        }
        | ganti
    )


def _catat(
    dunia: Dunia, siapa: str = "fitri", versi: int | None = None, **ganti: Any
) -> HasilEvaluasiLuar:
    return catat_hasil_evaluasi(**dunia.dasar(siapa), hasil=_hasil(**ganti), versi=versi)


def test_hasil_tercatat_seperti_terbit(dunia: Dunia) -> None:
    hasil = _catat(dunia)

    hasil.refresh_from_db()
    assert (hasil.nilai, hasil.predikat) == (Decimal("74.54"), "BB")
    assert (hasil.tahun_kinerja, hasil.tahun_evaluasi) == (2017, 2018)
    assert (hasil.sumber, hasil.sifat, hasil.versi) == (SUMBER, "terbit", 1)
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["fitri"].pengguna_id, "evaluasi.catat_hasil_evaluasi")
    ]


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [
        ("citra", "diperlukan peran Koordinator SAKIP"),
        ("admin", "diperlukan peran Koordinator SAKIP"),
        ("ani", "diperlukan peran Koordinator SAKIP"),
        ("koordinator-bakung", "tidak mencakup unit ini"),
    ],
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str, kata: str) -> None:
    with pytest.raises(TidakBerizin, match=kata):
        _catat(dunia, siapa)

    assert not HasilEvaluasiLuar.objects.exists()


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        catat_hasil_evaluasi(**dunia.dasar("fitri") | {"oleh": lain.orang["eko"]}, hasil=_hasil())
    with pytest.raises(TidakDitemukan):
        catat_hasil_evaluasi(**lain.dasar("eko"), hasil=_hasil())


def test_hasil_yang_sama_dua_kali_tidak_mengubah_apa_pun(dunia: Dunia) -> None:
    pertama = _catat(dunia)
    sebelum = hitung_baris()

    kedua = _catat(dunia)

    assert (kedua.pk, kedua.versi) == (pertama.pk, 1)
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("versi", [None, 2, 0])
def test_yang_tercatat_tidak_tertimpa_tanpa_versi_yang_benar(
    dunia: Dunia, versi: int | None
) -> None:
    _catat(dunia)

    with pytest.raises(VersiUsang, match="sudah tercatat dengan isi lain") as galat:
        _catat(dunia, versi=versi, nilai=Decimal("75.00"))

    assert galat.value.tersimpan == 1
    assert HasilEvaluasiLuar.objects.get().nilai == Decimal("74.54")


def test_koreksi_dengan_versi_yang_benar_menaikkan_versi(dunia: Dunia) -> None:
    _catat(dunia)

    hasil = _catat(dunia, versi=1, nilai=Decimal("75.00"))

    assert (hasil.nilai, hasil.versi) == (Decimal("75.00"), 2)
    assert [p.label for p in peristiwa(hasil)] == ["insert", "update"]


def test_penilai_lain_pada_tahun_yang_sama_catatan_lain(dunia: Dunia) -> None:
    _catat(dunia)

    _catat(dunia, penilai="Inspektorat", nilai=Decimal(71))

    assert HasilEvaluasiLuar.objects.count() == 2


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"sumber": []}, "sumber", "Sebutkan sumbernya"),
        ({"sumber": [{"tautan": "x"}]}, "sumber", "Sebutkan sumbernya"),
        ({"nilai": None, "predikat": ""}, "nilai", "Isi nilai atau predikatnya"),
        ({"nilai": Decimal("100.01"), "predikat": ""}, "nilai", "di antara 0 dan 100"),
        ({"nilai": Decimal("-0.01"), "predikat": ""}, "nilai", "di antara 0 dan 100"),
        ({"nilai": Decimal("NaN"), "predikat": ""}, "nilai", "di antara 0 dan 100"),
        ({"predikat": "A"}, "predikat", "Nilai 74,54 berpredikat BB, bukan A"),
        ({"predikat": "B"}, "predikat", "berpredikat BB, bukan B"),
        ({"nilai": Decimal("80.00"), "predikat": "A"}, "predikat", "berpredikat BB, bukan A"),
        ({"nilai": Decimal("80.01"), "predikat": "BB"}, "predikat", "berpredikat A, bukan BB"),
        ({"predikat": "ISTIMEWA"}, "predikat", "bukan"),
        ({"nilai": None, "predikat": "ISTIMEWA"}, "predikat", "Pilih"),
        ({"tahun_evaluasi": 20180}, "tahun_evaluasi", "empat angka"),
        ({"tahun_tercetak": -1}, "tahun_tercetak", "empat angka"),
    ],
    ids=[
        "tanpa-sumber",
        "sumber-tanpa-judul",
        "kosong",
        "lebih-dari-seratus",
        "kurang-dari-nol",
        "bukan-bilangan",
        "predikat-terlalu-tinggi",
        "predikat-terlalu-rendah",
        "tepat-di-batas",
        "sedikit-di-atas-batas",
        "predikat-karangan",
        "predikat-karangan-tanpa-nilai",
        "tahun-lima-angka",
        "tahun-negatif",
    ],
)
def test_hasil_yang_bertentangan_ditolak_utuh(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _catat(dunia, **ganti)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert kata in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("nilai", ["0", "100", "70.01", "80.00"])
def test_batas_nilai_diterima(dunia: Dunia, nilai: str) -> None:
    hasil = _catat(dunia, nilai=Decimal(nilai), predikat="")

    assert hasil.nilai == Decimal(nilai)


def test_tahun_sebelum_ada_kaidah_tidak_diperiksa_predikatnya(dunia: Dunia) -> None:
    # The bounds in force in 2012 are not known to us: what the source prints is recorded.
    hasil = _catat(
        dunia, tahun_tercetak=2012, tahun_evaluasi=2012, nilai=Decimal("74.54"), predikat="CC"
    )

    assert hasil.predikat == "CC"


def test_predikat_tanpa_nilai_diterima(dunia: Dunia) -> None:
    assert _catat(dunia, nilai=None, predikat="CC").nilai is None


def test_gagal_di_tengah_tidak_meninggalkan_catatan(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gagal(*_isi: object) -> None:
        raise RuntimeError("listrik padam")

    monkeypatch.setattr("sakip.evaluasi.services.hasil.naikkan_versi_data", gagal)
    sebelum = hitung_baris()

    with pytest.raises(RuntimeError):
        _catat(dunia)

    assert hitung_baris() == sebelum
