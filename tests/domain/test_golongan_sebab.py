"""Causes have a class, successes a factor: asked for when a sheet is handed in, not before."""

from datetime import date
from decimal import Decimal

import pytest

from domain.lembar_uji import sampai, siapkan, tindak
from domain.pemeran import Dunia, menulis_langsung
from domain.ukur_uji import TAHUN, Ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah
from sakip.organisasi.services import tetapkan_kebijakan
from sakip.pengukuran.models import Realisasi
from sakip.pengukuran.selectors import lembar_unit, sebab_triwulan

ISI = {"penyebab": "Berkas bolak-balik.", "solusi": "Diperiksa di depan."}


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _syarat(u: Ukur) -> list[tuple[str, str | None]]:
    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(u, "ajukan", "ani")
    return [(s.kode, s.sasaran) for s in galat.value.syarat]


def test_golongan_wajib_di_bawah_target(ukur: Ukur) -> None:
    ukur.isi("1b", 1, "41", **ISI, golongan_sebab="")
    assert _syarat(ukur) == [("golongan", "sel:1b")]

    ukur.isi("1b", 1, "41", **ISI, golongan_sebab="proses")
    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"


def test_golongan_asing_ditolak(ukur: Ukur) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        ukur.isi("1b", 1, "41", **ISI, golongan_sebab="nasib")

    assert list(galat.value.menurut_letak) == ["golongan_sebab"]
    assert "Anggaran, Pegawai, Data" in galat.value.kalimat


def test_faktor_wajib_bila_tercapai(ukur: Ukur) -> None:
    # 13/14 against 11/14 is 118,18: met.
    ukur.isi("iku-2", 1, "13/14", faktor="")
    assert _syarat(ukur) == [("faktor", "sel:iku-2")]

    ukur.isi("iku-2", 1, "13/14", faktor="Sesuai rencana.")
    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"


def test_instansi_dapat_membebaskan_faktor(ukur: Ukur) -> None:
    ukur.isi("iku-2", 1, "13/14", faktor="")
    tetapkan_kebijakan(
        **ukur.dunia.dasar("fitri"),
        kaidah="pengukuran.faktor",
        pilihan={"pilihan": "boleh_kosong"},
        mulai=date(2026, 1, 1),
        dasar="Perbup Contoh 2/2026",
    )

    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"


def test_pilihan_asing_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        tetapkan_kebijakan(
            **dunia.dasar("fitri"),
            kaidah="pengukuran.faktor",
            pilihan={"pilihan": "kadang"},
            mulai=date(2026, 1, 1),
            dasar="Perbup Contoh 2/2026",
        )

    assert "Pilih: wajib, boleh_kosong." in galat.value.kalimat


def test_angka_lama_tanpa_golongan_tetap_sah_dan_terbaca(ukur: Ukur) -> None:
    sampai(ukur, "terkunci")
    with menulis_langsung(ukur.dunia.sistem):
        Realisasi.objects.filter(indikator=ukur.indikator["1b"]).update(golongan_sebab="")
        Realisasi.objects.filter(indikator=ukur.indikator["iku-2"]).update(faktor="")
    tindak(
        ukur,
        "buka_kunci",
        "fitri",
        alasan="Salah tulis",
        sampai=date(2026, 4, 30),
        indikator=["iku-3"],
    )
    ukur.isi("iku-3", 1, "6/6")

    # Only what was opened again is asked anew; the others were locked before there were classes.
    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"
    x = lembar_unit(ukur.dunia.lingkup("ani"), ukur.dunia.tampak(ukur.unit), TAHUN, 1)
    assert {b.kode: b.sebutan_golongan for b in x.baris}["1b"] == "tanpa golongan"


def test_hitungan_hanya_yang_diajukan_dan_dalam_jangkauan(ukur: Ukur) -> None:
    fitri, dewi = ukur.dunia.lingkup("fitri"), ukur.dunia.lingkup("dewi")
    assert sebab_triwulan(fitri, TAHUN, 1).golongan == ()

    tindak(ukur, "ajukan", "ani")

    [satu] = sebab_triwulan(fitri, TAHUN, 1).golongan
    assert (satu.kode, satu.sebutan, satu.unit) == ("lainnya", "Lainnya", 1)
    # (2 × 30 − 41)/30 = 63,33
    assert [(a.kode, round(a.capaian, 2)) for a in satu.angka] == [("1b", Decimal("63.33"))]
    assert sebab_triwulan(dewi, TAHUN, 1).golongan == ()
