"""One answer of one tier's sheet: autosave, with a lock of its own."""

from datetime import date
from typing import Any

import pytest

from domain.evaluasi_uji import KODE, buka, evaluasi_pada, isi, pada, selesaikan, tambah
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Peran
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi, Jawaban
from sakip.organisasi import services as organisasi


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": e.uuid,
        "tingkat": "mandiri",
        "kode": "1.a",
        "jawaban": "BB",
        "catatan": "",
        "versi": 0,
    } | ganti


def _jendela(dunia: Dunia) -> None:
    organisasi.atur_jadwal(
        **dunia.dasar("fitri"),
        jenis="evaluasi_mandiri",
        tahun=2025,
        periode=None,
        mulai=date(2026, 4, 1),
        selesai=date(2026, 4, 17),
        dasar="surat edaran contoh",
    )


def test_jawaban_tersimpan_satu_per_satu_dan_dapat_diganti(dunia: Dunia) -> None:
    e = buka(dunia)

    satu = services.isi_jawaban(**_isi(dunia, e))
    dua = services.isi_jawaban(**_isi(dunia, e, jawaban="B", catatan=" Ada. ", versi=satu.versi))

    assert (dua.jawaban, dua.catatan, dua.versi) == ("B", "Ada.", 2)
    assert dua.lembar.penilai_id == dunia.orang["ani"].pengguna_id
    assert peristiwa(dua) == [
        Peristiwa("insert", dunia.orang["ani"].pengguna_id, "evaluasi.isi_jawaban"),
        Peristiwa("update", dunia.orang["ani"].pengguna_id, "evaluasi.isi_jawaban"),
    ]


def test_jawaban_yang_sama_tidak_menambah_riwayat(dunia: Dunia) -> None:
    e = buka(dunia)
    satu = services.isi_jawaban(**_isi(dunia, e))

    dua = services.isi_jawaban(**_isi(dunia, e, versi=1))

    assert (dua.versi, len(peristiwa(satu))) == (1, 1)


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi", "fitri", "hari"])
def test_evaluasi_mandiri_hanya_diisi_penyusun_unitnya(dunia: Dunia, siapa: str) -> None:
    e = buka(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.isi_jawaban(**_isi(dunia, e, siapa))

    assert hitung_baris() == sebelum


def test_evaluasi_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    e = buka(dunia)

    with pytest.raises(TidakDitemukan):
        services.isi_jawaban(**_isi(dunia, e) | lain.dasar("eko"))


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"kode": "5.a"}, "kode", "tidak mempunyai sub-komponen “5.a”"),
        ({"kode": "1.a.1"}, "kode", "tidak mempunyai sub-komponen"),
        ({"jawaban": "F"}, "jawaban", "“F” bukan jawaban untuk 1.a. Pilih: AA, A, BB"),
        ({"jawaban": "bb"}, "jawaban", "“bb” bukan jawaban"),
        ({"jawaban": ""}, "jawaban", "bukan jawaban"),
        ({"catatan": "x" * 4001}, "catatan", "paling panjang 4000"),
        ({"tingkat": "bupati"}, "tingkat", "Pilih: mandiri, anggota"),
    ],
)
def test_isian_yang_tidak_sah_disebut(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    e = buka(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.isi_jawaban(**_isi(dunia, e, **ganti))

    assert galat.value.kesalahan[0].letak == letak
    assert kata in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("versi", [0, 2])
def test_jawaban_yang_sudah_diisi_orang_lain_tidak_tertimpa(dunia: Dunia, versi: int) -> None:
    e = buka(dunia)
    services.isi_jawaban(**_isi(dunia, e, jawaban="C"))

    with pytest.raises(VersiUsang) as galat:
        services.isi_jawaban(**_isi(dunia, e, versi=versi))

    assert (galat.value.milik_anda, galat.value.tersimpan) == ("BB", "C")
    assert Jawaban.objects.get(kode="1.a").jawaban == "C"


@pytest.mark.parametrize(
    ("hari", "kata"),
    [
        ("2026-03-31", "baru dibuka 1 April 2026 sampai 17 April 2026"),
        ("2026-04-18", "sudah ditutup"),
    ],
)
def test_di_luar_jendelanya_evaluasi_mandiri_ditolak(dunia: Dunia, hari: str, kata: str) -> None:
    _jendela(dunia)
    e = buka(dunia)

    with pytest.raises(SyaratBelumTerpenuhi, match=kata):
        services.isi_jawaban(**_isi(dunia, e, saat=pada(hari)))


@pytest.mark.parametrize("hari", ["2026-04-01", "2026-04-17"])
def test_hari_pertama_dan_terakhir_jendela_masih_terbuka(dunia: Dunia, hari: str) -> None:
    _jendela(dunia)
    e = buka(dunia)

    assert services.isi_jawaban(**_isi(dunia, e, saat=pada(hari))).jawaban == "BB"


def test_sesudah_diajukan_evaluasi_mandiri_tertutup(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "mandiri")

    with pytest.raises(PerpindahanTidakSah, match="evaluasi mandiri diajukan"):
        services.isi_jawaban(**_isi(dunia, e, versi=1))


def test_anggota_mulai_dari_lembar_kosong(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "ditugaskan")

    hasil = services.isi_jawaban(**_isi(dunia, e, "citra", tingkat="anggota"))

    assert hasil.lembar.jawaban.count() == 1


@pytest.mark.parametrize(
    ("siapa", "tingkat", "kata"),
    [
        ("karin", "anggota", "hanya Evaluator: anggota"),
        ("karin", "ketua", "Lembar anggota tim belum selesai"),
        ("dodi", "pengendali_teknis", "Lembar ketua tim belum selesai"),
        ("dodi", "ketua", "hanya Evaluator: ketua tim"),
    ],
)
def test_tiap_tingkat_mengisi_lembarnya_pada_gilirannya(
    dunia: Dunia, siapa: str, tingkat: str, kata: str
) -> None:
    e = evaluasi_pada(dunia, "ditugaskan")

    with pytest.raises(SyaratBelumTerpenuhi, match=kata):
        services.isi_jawaban(**_isi(dunia, e, siapa, tingkat=tingkat))


def test_evaluator_di_luar_tim_ditolak(dunia: Dunia) -> None:
    tambah(dunia, "rudi", Peran.EVALUATOR_ANGGOTA)
    e = evaluasi_pada(dunia, "ditugaskan")

    with pytest.raises(SyaratBelumTerpenuhi, match="Dalam tim evaluasi ini"):
        services.isi_jawaban(**_isi(dunia, e, "rudi", tingkat="anggota"))


def test_lembar_yang_selesai_tertutup_juga_di_basisdata(dunia: Dunia) -> None:
    e = selesaikan(
        dunia,
        evaluasi_pada(dunia, "ditugaskan"),
        "citra",
        dict.fromkeys(KODE, "B"),
    )

    with pytest.raises(SyaratBelumTerpenuhi, match="sudah selesai"):
        services.isi_jawaban(**_isi(dunia, e, "citra", tingkat="anggota", versi=1))
    with pytest.raises(Exception, match="lembar sudah selesai"), menulis_langsung(dunia.sistem):
        Jawaban.objects.filter(lembar__tingkat="anggota").update(jawaban="AA")


def test_panel_diisi_sesudah_naskah_disampaikan(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "sementara")

    isi(dunia, e, "mutia", "panel", {"2.c": "BB"})

    assert Jawaban.objects.get(lembar__tingkat="panel", kode="2.c").jawaban == "BB"
    assert Jawaban.objects.get(lembar__tingkat="pengendali_teknis", kode="2.c").jawaban == "B"
