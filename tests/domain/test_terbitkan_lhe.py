"""Issuing the LHE: the score is computed from the panel's sheet, and then it stays."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.evaluasi_uji import UNIT, evaluasi_pada, isi, jawaban_urut, pada, rencanakan
from domain.pemeran import (
    HARI,
    Dunia,
    Peristiwa,
    hitung_baris,
    menulis_langsung,
    peristiwa,
)
from domain.rencana_uji import tata_pejabat
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.dokumen.bahan import BahanLhe
from sakip.evaluasi import selectors, services
from sakip.evaluasi.models import Evaluasi, Rekomendasi
from sakip.evaluasi.services import RekomendasiBaru
from sakip.organisasi import services as organisasi


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "inge", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": e.uuid,
        "versi": e.versi,
        "nomor": "700/31-LHE",
        "tenggat_rencana": date(2026, 12, 15),
    } | ganti


@pytest.fixture
def dipanelkan(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "dipanelkan")


@pytest.mark.parametrize(
    ("jawaban", "nilai", "predikat"),
    [
        # The three rows of CERITA §6, added by hand there.
        ("BB B B BB B B BB B CC BB B CC", "70.00", "B"),
        ("BB B B BB B CC BB B CC BB CC CC", "67.75", "B"),
        ("A BB B BB BB B BB BB B BB B BB", "76.10", "BB"),
        # 3.b lifted from B to BB: 70,00 + 4,5 × 10/100.
        ("BB B B BB B B BB BB CC BB B CC", "70.45", "BB"),
        ("E E E E E E E E E E E E", "0.00", "D"),
        ("AA AA AA AA AA AA AA AA AA AA AA AA", "100.00", "AA"),
    ],
    ids=["lhe-2026", "lhe-2025", "lhe-2027", "satu-kenaikan", "terendah", "tertinggi"],
)
def test_nilai_dihitung_dari_lembar_panel(
    dunia: Dunia, jawaban: str, nilai: str, predikat: str
) -> None:
    e = evaluasi_pada(dunia, "dipanelkan", jawaban=jawaban_urut(jawaban))

    hasil = services.terbitkan_lhe(**_isi(dunia, e))

    assert (hasil.keadaan, hasil.nilai, hasil.predikat) == (
        "diterbitkan",
        Decimal(nilai),
        predikat,
    )
    assert (hasil.nomor_lhe, hasil.diterbitkan) == ("700/31-LHE", HARI)


def test_yang_dihitung_lembar_panel_bukan_lembar_tim(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "ditanggapi")
    isi(dunia, e, "mutia", "panel", {"3.b": "BB"})
    e = services.panelkan(**dunia.dasar("mutia"), evaluasi=e.uuid, versi=e.versi, catatan="Naik.")

    hasil = services.terbitkan_lhe(**_isi(dunia, e))

    assert (hasil.nilai, hasil.predikat) == (Decimal("70.45"), "BB")


def test_surat_lhe_terbit_dengan_isinya_yang_beku(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    tata_pejabat(dunia, UNIT, "budi")

    hasil = services.terbitkan_lhe(**_isi(dunia, dipanelkan))

    dokumen = hasil.dokumen
    assert dokumen is not None
    assert (dokumen.jenis, dokumen.tahun, dokumen.tanggal) == ("lhe", 2025, HARI)
    assert bytes(dokumen.berkas.isi).startswith(b"%PDF-")
    isi_surat = BahanLhe.dari_data(dokumen.bahan)
    assert (isi_surat.nilai, isi_surat.predikat, isi_surat.sebutan) == (
        Decimal("70.00"),
        "B",
        "Baik",
    )
    assert [(k.bobot, k.nilai) for k in isi_surat.komponen] == [
        (Decimal(30), Decimal("21.60")),
        (Decimal(30), Decimal("21.60")),
        (Decimal(15), Decimal("10.05")),
        (Decimal(25), Decimal("16.75")),
    ]
    assert (isi_surat.kepada, isi_surat.kepala.nomor) == (f"Kepala {UNIT}", "700/31-LHE")
    assert [r.uraian for r in isi_surat.rekomendasi] == ["Perbaiki hal 1.", "Perbaiki hal 2."]
    assert isi_surat.dasar[-1] == "surat tugas Nomor 800/12-Insp tanggal 20 April 2026"


def test_surat_lhe_menyebut_nilai_dan_tindak_lanjut_tahun_lalu(dunia: Dunia) -> None:
    lalu = evaluasi_pada(
        dunia, "diterbitkan", tahun=2024, jawaban=jawaban_urut("BB B B BB B CC BB B CC BB CC CC")
    )
    assert lalu.nilai == Decimal("67.75")

    hasil = services.terbitkan_lhe(**_isi(dunia, evaluasi_pada(dunia, "dipanelkan")))

    assert hasil.dokumen is not None
    isi_surat = BahanLhe.dari_data(hasil.dokumen.bahan)
    assert (isi_surat.nilai_lalu, isi_surat.predikat_lalu) == (Decimal("67.75"), "B")
    # 2.c at CC: 21,60 - 1,50 = 20,10; 4.b at CC: 16,75 - 0,75 = 16,00.
    assert [k.nilai_lalu for k in isi_surat.komponen] == [
        Decimal("21.60"),
        Decimal("20.10"),
        Decimal("10.05"),
        Decimal("16.00"),
    ]
    assert [t.status for t in isi_surat.tindak_lanjut] == ["terbuka", "terbuka"]


def test_unit_mendapat_tugas_merencanakan_tindak_lanjut(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    hasil = services.terbitkan_lhe(**_isi(dunia, dipanelkan))

    tugas = Tugas.objects.get(objek=hasil.uuid)
    assert (tugas.peran, tugas.isian["banyak"]) == ("penyusun_unit", "2")
    assert tugas.jatuh_tempo == pada("2026-12-15", 23).replace(minute=59)
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["inge"].pengguna_id, "evaluasi.terbitkan_lhe"
    )
    assert hasil.riwayat.latest("id").tindakan == "terbitkan_lhe"


def test_rekomendasi_yang_kembali_dilanjutkan_di_lhe_yang_baru(dunia: Dunia) -> None:
    lama = rencanakan(
        dunia, evaluasi_pada(dunia, "diterbitkan", tahun=2024).rekomendasi.get(nomor=1)
    )
    e = evaluasi_pada(dunia, "dipanelkan", rekomendasi=0)
    services.catat_rekomendasi(
        **dunia.dasar("karin"),
        evaluasi=e.uuid,
        daftar=[RekomendasiBaru(lama.kode, lama.temuan, lama.uraian, lama.uuid)],
    )
    sebelum = Tugas.objects.filter(objek=lama.uuid).count()

    services.terbitkan_lhe(**_isi(dunia, e))

    terbuka = selectors.rekomendasi_terbuka(dunia.lingkup("budi"), dunia.tampak(UNIT))
    assert (sebelum, Tugas.objects.filter(objek=lama.uuid).count()) == (1, 0)
    assert [(r.evaluasi.tahun_kinerja, r.asal_id) for r in terbuka] == [
        (2024, None),
        (2025, lama.pk),
    ]


def test_rekomendasi_bernomor_rapat_sesudah_ada_yang_dibuang(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "dipanelkan", rekomendasi=4)
    r = e.rekomendasi.get(nomor=2)
    services.buang_rekomendasi(
        **dunia.dasar("karin"), evaluasi=e.uuid, rekomendasi=r.uuid, versi=r.versi
    )

    hasil = services.terbitkan_lhe(**_isi(dunia, e))

    assert list(hasil.rekomendasi.order_by("nomor").values_list("nomor", "kode")) == [
        (1, "1.a"),
        (2, "1.c"),
        (3, "2.a"),
    ]


@pytest.mark.parametrize("siapa", ["mutia", "karin", "fitri", "budi", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, dipanelkan: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.terbitkan_lhe(**_isi(dunia, dipanelkan, siapa))

    assert hitung_baris() == sebelum


def test_yang_menilai_tidak_menerbitkan(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["mutia"].pengguna_id,
        peran=Peran.EVALUATOR_PENANGGUNG_JAWAB,
        unit="kabupaten-contoh",
        mulai=date(2026, 1, 1),
        selesai=None,
    )

    with pytest.raises(SyaratBelumTerpenuhi, match="sudah bertindak atas data ini"):
        services.terbitkan_lhe(**_isi(dunia, dipanelkan, "mutia"))


def test_penanggung_jawab_tidak_menerbitkan_lhe_unitnya_sendiri(
    dunia: Dunia, dipanelkan: Evaluasi
) -> None:
    tata_pejabat(dunia, UNIT, "inge")

    with pytest.raises(SyaratBelumTerpenuhi, match="Tidak ada yang menilai unitnya sendiri"):
        services.terbitkan_lhe(**_isi(dunia, dipanelkan))


def test_tanpa_rekomendasi_lhe_tidak_terbit(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "dipanelkan", rekomendasi=0)
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="LHE harus memuat rekomendasi"):
        services.terbitkan_lhe(**_isi(dunia, e))

    assert hitung_baris() == sebelum


def test_isian_yang_tidak_sah_disebut_sekaligus(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_lhe(**_isi(dunia, dipanelkan, nomor=" ", tenggat_rencana=HARI))

    assert {k.letak for k in galat.value.kesalahan} == {"nomor", "tenggat_rencana"}


def test_nomor_lhe_tidak_dipakai_dua_kali(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    lain = evaluasi_pada(dunia, "diterbitkan", tahun=2024)

    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_lhe(**_isi(dunia, dipanelkan, nomor=f" {lain.nomor_lhe}"))

    assert "sudah dipakai LHE atas kinerja 2024" in galat.value.kesalahan[0].pesan


def test_dua_kali_sebelum_panel_atau_dengan_versi_usang_ditolak(
    dunia: Dunia, dipanelkan: Evaluasi
) -> None:
    hasil = services.terbitkan_lhe(**_isi(dunia, dipanelkan))

    with pytest.raises(PerpindahanTidakSah, match="Tidak ada tindakan lagi"):
        services.terbitkan_lhe(**_isi(dunia, hasil))
    with pytest.raises(VersiUsang):
        services.terbitkan_lhe(**_isi(dunia, hasil, versi=hasil.versi - 1))
    with pytest.raises(PerpindahanTidakSah, match="“ditanggapi”"):
        services.terbitkan_lhe(**_isi(dunia, evaluasi_pada(dunia, "ditanggapi", tahun=2024)))


def test_yang_terbit_tidak_dapat_diubah_lewat_jalan_apa_pun(
    dunia: Dunia, dipanelkan: Evaluasi
) -> None:
    hasil = services.terbitkan_lhe(**_isi(dunia, dipanelkan))

    with pytest.raises(Exception, match="Cannot update"), menulis_langsung(dunia.sistem):
        Evaluasi.objects.filter(pk=hasil.pk).update(nilai=Decimal(99))


@pytest.mark.parametrize("isi_baru", [{"uraian": "Lain."}, {"nomor": 9}, {"kode": "1.b"}])
def test_kalimat_rekomendasi_yang_terbit_tidak_dapat_diubah(
    dunia: Dunia, dipanelkan: Evaluasi, isi_baru: dict[str, Any]
) -> None:
    hasil = services.terbitkan_lhe(**_isi(dunia, dipanelkan))

    with pytest.raises(Exception, match="LHE sudah diterbitkan"), menulis_langsung(dunia.sistem):
        Rekomendasi.objects.filter(evaluasi=hasil, nomor=1).update(**isi_baru)


def test_rekomendasi_yang_terbit_tidak_dapat_dihapus(dunia: Dunia, dipanelkan: Evaluasi) -> None:
    hasil = services.terbitkan_lhe(**_isi(dunia, dipanelkan))

    with pytest.raises(Exception, match="LHE sudah diterbitkan"), menulis_langsung(dunia.sistem):
        Rekomendasi.objects.filter(evaluasi=hasil).delete()
