"""The panel settles the answers; what it changes carries its reason."""

from typing import Any

import pytest

from domain.evaluasi_uji import evaluasi_pada, isi, pada, tambah
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "mutia", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": e.uuid,
        "versi": e.versi,
        "catatan": "Tanggapan atas 2.c dibahas; jawaban tim tetap.",
    } | ganti


@pytest.fixture
def ditanggapi(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "ditanggapi")


def test_panel_ditutup_dan_inspektur_mendapat_tugas(dunia: Dunia, ditanggapi: Evaluasi) -> None:
    hasil = services.panelkan(**_isi(dunia, ditanggapi))

    panel = hasil.lembar.get(tingkat="panel")
    assert hasil.keadaan == "dipanelkan"
    assert panel.selesai_pada is not None
    assert panel.penilai_id == dunia.orang["mutia"].pengguna_id
    assert Tugas.objects.get(objek=hasil.uuid).peran == "evaluator_penanggung_jawab"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["mutia"].pengguna_id, "evaluasi.panelkan"
    )


def test_tanpa_rekomendasi_tugasnya_kepada_ketua(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "dipanelkan", rekomendasi=0)

    assert Tugas.objects.get(objek=e.uuid).peran == "evaluator_ketua"


def test_panel_boleh_berbeda_dengan_alasannya(dunia: Dunia, ditanggapi: Evaluasi) -> None:
    isi(dunia, ditanggapi, "mutia", "panel", {"3.b": "BB"})

    hasil = services.panelkan(**_isi(dunia, ditanggapi))

    jawaban = hasil.lembar.get(tingkat="panel").jawaban.get(kode="3.b")
    assert (jawaban.jawaban, jawaban.catatan) == ("BB", "Alasan dan buktinya.")


def test_berbeda_tanpa_alasan_ditolak(dunia: Dunia, ditanggapi: Evaluasi) -> None:
    services.isi_jawaban(
        **dunia.dasar("mutia"),
        evaluasi=ditanggapi.uuid,
        tingkat="panel",
        kode="3.b",
        jawaban="BB",
        versi=1,
    )
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match=r"Tulis catatannya untuk 3\.b"):
        services.panelkan(**_isi(dunia, ditanggapi))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["karin", "dodi", "inge", "budi", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, ditanggapi: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.panelkan(**_isi(dunia, ditanggapi, siapa))

    assert hitung_baris() == sebelum


def test_pengendali_mutu_di_luar_tim_ditolak(dunia: Dunia, ditanggapi: Evaluasi) -> None:
    tambah(dunia, "rudi", Peran.EVALUATOR_PENGENDALI_MUTU)

    with pytest.raises(SyaratBelumTerpenuhi, match="Dalam tim evaluasi ini"):
        services.panelkan(**_isi(dunia, ditanggapi, "rudi"))


def test_catatan_panel_wajib(dunia: Dunia, ditanggapi: Evaluasi) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.panelkan(**_isi(dunia, ditanggapi, catatan=""))

    assert galat.value.kesalahan[0].letak == "catatan"


def test_tanggapan_ditunggu_sampai_tenggatnya(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "sementara")

    with pytest.raises(SyaratBelumTerpenuhi, match="menanggapi sampai 1 Desember 2026"):
        services.panelkan(**_isi(dunia, e, saat=pada("2026-12-01")))
    hasil = services.panelkan(**_isi(dunia, e, saat=pada("2026-12-02")))

    assert (hasil.keadaan, hasil.tanggapan) == ("dipanelkan", "")


def test_dua_kali_atau_dengan_versi_usang_ditolak(dunia: Dunia, ditanggapi: Evaluasi) -> None:
    e = services.panelkan(**_isi(dunia, ditanggapi))

    with pytest.raises(PerpindahanTidakSah, match="“dipanelkan”"):
        services.panelkan(**_isi(dunia, e))
    with pytest.raises(VersiUsang):
        services.panelkan(**_isi(dunia, e, versi=e.versi - 1))
