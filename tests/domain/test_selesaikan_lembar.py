"""Tier after tier: each starts from the answers before it, and what it changes stays visible."""

from typing import Any

import pytest

from domain.evaluasi_uji import KODE, TUJUH_PULUH, evaluasi_pada, isi, selesaikan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi, Jawaban


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "citra", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": e.uuid,
        "tingkat": "anggota",
        "versi": e.versi,
    } | ganti


def _jawaban(e: Evaluasi, tingkat: str) -> dict[str, str]:
    return dict(
        Jawaban.objects.filter(lembar__evaluasi=e, lembar__tingkat=tingkat).values_list(
            "kode", "jawaban"
        )
    )


@pytest.fixture
def ditugaskan(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "ditugaskan")


@pytest.fixture
def terisi(dunia: Dunia, ditugaskan: Evaluasi) -> Evaluasi:
    isi(dunia, ditugaskan, "citra", "anggota", TUJUH_PULUH | {"2.c": "CC"})
    return ditugaskan


def test_ketua_mulai_dari_jawaban_anggota_tanpa_catatannya(dunia: Dunia, terisi: Evaluasi) -> None:
    hasil = services.selesaikan_lembar(**_isi(dunia, terisi))

    ketua = hasil.lembar.get(tingkat="ketua")
    assert _jawaban(hasil, "ketua") == TUJUH_PULUH | {"2.c": "CC"}
    assert set(ketua.jawaban.values_list("catatan", flat=True)) == {""}
    assert ketua.penilai_id == dunia.orang["karin"].pengguna_id
    assert Tugas.objects.get(objek=hasil.uuid).pengguna_id == ketua.penilai_id
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["citra"].pengguna_id, "evaluasi.selesaikan_lembar"
    )


def test_perbedaan_antar_tingkat_tetap_terlihat(dunia: Dunia, terisi: Evaluasi) -> None:
    e = services.selesaikan_lembar(**_isi(dunia, terisi))
    e = selesaikan(dunia, e, "karin", {"2.c": "B"})
    e = selesaikan(dunia, e, "dodi", {})

    assert [_jawaban(e, t)["2.c"] for t in ("anggota", "ketua", "pengendali_teknis")] == [
        "CC",
        "B",
        "B",
    ]
    assert [(r.tindakan, r.alasan) for r in e.riwayat.order_by("id")][-3:] == [
        ("selesaikan_lembar", "anggota tim"),
        ("selesaikan_lembar", "ketua tim"),
        ("selesaikan_lembar", "pengendali teknis"),
    ]
    assert Tugas.objects.get(objek=e.uuid).peran == "evaluator_ketua"


def test_berbeda_dari_tingkat_sebelumnya_memerlukan_alasan(dunia: Dunia, terisi: Evaluasi) -> None:
    e = services.selesaikan_lembar(**_isi(dunia, terisi))
    services.isi_jawaban(
        **dunia.dasar("karin"),
        evaluasi=e.uuid,
        tingkat="ketua",
        kode="2.c",
        jawaban="B",
        versi=1,
    )

    with pytest.raises(SyaratBelumTerpenuhi, match=r"Tulis catatannya untuk 2\.c: "):
        services.selesaikan_lembar(**_isi(dunia, e, "karin", tingkat="ketua"))


def test_pernyataan_anggota_cukup_bagi_yang_sependapat(dunia: Dunia, ditugaskan: Evaluasi) -> None:
    e = selesaikan(dunia, ditugaskan, "citra", TUJUH_PULUH | {"1.a": "AA"})

    e = selesaikan(dunia, e, "karin", {})

    assert _jawaban(e, "pengendali_teknis")["1.a"] == "AA"


@pytest.mark.parametrize("siapa", ["ani", "inge", "mutia", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, terisi: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.selesaikan_lembar(**_isi(dunia, terisi, siapa))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("siapa", "tingkat", "kata"),
    [
        ("karin", "anggota", "hanya Evaluator: anggota"),
        ("karin", "ketua", "Lembar anggota tim belum selesai"),
        ("dodi", "pengendali_teknis", "Lembar ketua tim belum selesai"),
    ],
)
def test_bukan_lembarnya_atau_bukan_gilirannya_ditolak(
    dunia: Dunia, terisi: Evaluasi, siapa: str, tingkat: str, kata: str
) -> None:
    with pytest.raises(SyaratBelumTerpenuhi, match=kata):
        services.selesaikan_lembar(**_isi(dunia, terisi, siapa, tingkat=tingkat))


@pytest.mark.parametrize("tingkat", ["mandiri", "panel", "x"])
def test_lembar_di_luar_tim_ditolak(dunia: Dunia, terisi: Evaluasi, tingkat: str) -> None:
    with pytest.raises(IsianTidakSah):
        services.selesaikan_lembar(**_isi(dunia, terisi, tingkat=tingkat))


def test_yang_belum_dijawab_disebut(dunia: Dunia, ditugaskan: Evaluasi) -> None:
    isi(dunia, ditugaskan, "citra", "anggota", dict.fromkeys(KODE[:10], "B"))
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match=r"Belum dijawab: 4\.b, 4\.c\."):
        services.selesaikan_lembar(**_isi(dunia, ditugaskan))

    assert hitung_baris() == sebelum


def test_dua_kali_ditolak(dunia: Dunia, terisi: Evaluasi) -> None:
    e = services.selesaikan_lembar(**_isi(dunia, terisi))

    with pytest.raises(SyaratBelumTerpenuhi, match="sudah selesai"):
        services.selesaikan_lembar(**_isi(dunia, e))


def test_keadaan_lain_dan_versi_usang_ditolak(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "sementara")

    with pytest.raises(PerpindahanTidakSah):
        services.selesaikan_lembar(**_isi(dunia, e))
    with pytest.raises(VersiUsang):
        services.selesaikan_lembar(**_isi(dunia, e, versi=1))
