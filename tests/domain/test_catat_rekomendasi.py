"""Drafting what the LHE will ask for."""

from typing import Any

import pytest

from domain.evaluasi_uji import evaluasi_pada, tambah
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
)
from sakip.bersama.izin import Peran
from sakip.evaluasi import kaidah, services
from sakip.evaluasi.models import Evaluasi
from sakip.evaluasi.services import RekomendasiBaru

DUA = (
    RekomendasiBaru("3.c", "Laporan belum dipakai.", " Bahas laporan. "),
    RekomendasiBaru("4.c", "", "Tindak lanjuti."),
)


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "karin", **ganti: Any) -> dict[str, Any]:
    return {**dunia.dasar(siapa), "evaluasi": e.uuid, "daftar": DUA} | ganti


@pytest.fixture
def dipanelkan(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "dipanelkan", rekomendasi=0)


def test_draf_bernomor_urut_dan_tugas_berpindah_ke_inspektur(
    dunia: Dunia, dipanelkan: Evaluasi
) -> None:
    satu = services.catat_rekomendasi(**_isi(dunia, dipanelkan))
    dua = services.catat_rekomendasi(**_isi(dunia, dipanelkan, daftar=DUA[:1]))

    assert [(r.nomor, r.kode, r.uraian, r.keadaan) for r in (*satu, *dua)] == [
        (1, "3.c", "Bahas laporan.", "terbuka"),
        (2, "4.c", "Tindak lanjuti.", "terbuka"),
        (3, "3.c", "Bahas laporan.", "terbuka"),
    ]
    assert Tugas.objects.get(objek=dipanelkan.uuid).peran == "evaluator_penanggung_jawab"
    assert peristiwa(satu[0]) == [
        Peristiwa("insert", dunia.orang["karin"].pengguna_id, "evaluasi.catat_rekomendasi")
    ]


@pytest.mark.parametrize("siapa", ["ani", "mutia", "inge", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, dipanelkan: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.catat_rekomendasi(**_isi(dunia, dipanelkan, siapa))

    assert hitung_baris() == sebelum


def test_dalam_tim_hanya_ketua(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    with pytest.raises(SyaratBelumTerpenuhi, match="hanya Evaluator: ketua tim"):
        services.catat_rekomendasi(**_isi(dunia, dipanelkan, "citra"))


def test_semua_kesalahan_disebut_sekaligus(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    daftar = [RekomendasiBaru("9.z", "", "Ada."), RekomendasiBaru("1.a", "", "  ")]
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.catat_rekomendasi(**_isi(dunia, dipanelkan, daftar=daftar))

    assert [k.letak for k in galat.value.kesalahan] == ["0.kode", "1.uraian"]
    assert hitung_baris() == sebelum


def test_daftar_kosong_ditolak(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    with pytest.raises(IsianTidakSah):
        services.catat_rekomendasi(**_isi(dunia, dipanelkan, daftar=()))


@pytest.mark.parametrize("keadaan", ["dibuka", "mandiri", "diterbitkan"])
def test_sebelum_tim_bekerja_atau_sesudah_terbit_ditolak(dunia: Dunia, keadaan: str) -> None:
    e = evaluasi_pada(dunia, keadaan)

    with pytest.raises(PerpindahanTidakSah):
        services.catat_rekomendasi(**_isi(dunia, e))


def test_rekomendasi_lama_yang_belum_dikerjakan_dapat_kembali(dunia: Dunia) -> None:
    lama = evaluasi_pada(dunia, "diterbitkan", tahun=2024).rekomendasi.get(nomor=1)
    e = evaluasi_pada(dunia, "dipanelkan", tahun=2025, rekomendasi=0)

    [baru] = services.catat_rekomendasi(
        **_isi(dunia, e, daftar=[RekomendasiBaru(lama.kode, "Belum.", "Ulangi.", lama.uuid)])
    )

    assert baru.asal_id == lama.pk


def test_rekomendasi_lama_harus_milik_unit_itu(dunia: Dunia) -> None:
    tambah(dunia, "bela", Peran.PIMPINAN_UNIT, "dinas-bakung")
    milik_lain = evaluasi_pada(
        dunia, "diterbitkan", unit="dinas-bakung", tahun=2024, penyusun="dewi", pimpinan="bela"
    )
    e = evaluasi_pada(dunia, "dipanelkan", rekomendasi=0)

    with pytest.raises(TidakDitemukan, match="tidak ada pada unit ini"):
        services.catat_rekomendasi(
            **_isi(
                dunia,
                e,
                daftar=[
                    RekomendasiBaru("1.a", "", "Ulangi.", milik_lain.rekomendasi.get(nomor=1).uuid)
                ],
            )
        )


@pytest.mark.parametrize("kode", [f"{n}.{h}" for n in "1234" for h in "abc"])
def test_tiap_sub_komponen_mempunyai_usulan_siap_pakai(kode: str) -> None:
    usulan = kaidah.daftar_usulan(kode)

    assert len(usulan) >= 2
    assert {u.kode for u in usulan} == {kode}
    assert all(u.temuan.endswith(".") and u.uraian.endswith(".") for u in usulan)


@pytest.mark.parametrize(
    ("jawaban", "ada"), [("AA", False), ("A", False), ("BB", False), ("B", True), ("E", True)]
)
def test_usulan_untuk_jawaban_di_bawah_bb(jawaban: str, ada: bool) -> None:
    lembar = kaidah.lembar_kerja("permenpanrb-88-2021", 2026)

    assert kaidah.di_bawah_penuh(lembar, "2.c", jawaban) is ada
