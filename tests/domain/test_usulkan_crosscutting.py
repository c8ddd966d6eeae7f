"""Asking another unit, or an outside party, to carry part of a result."""

from datetime import date
from typing import Any

import pytest

from domain.crosscutting_uji import LUAR, TENGGAT, USULAN, tata_usulan, usulkan
from domain.pemeran import HARI, SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_rencana
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi.models import VersiData
from sakip.perencanaan.models import Crosscutting, RiwayatCrosscutting

USULKAN = "perencanaan.usulkan_crosscutting"


def test_usulan_menyimpan_apa_kepada_siapa_sampai_kapan(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)

    ani = dunia.orang["ani"].pengguna_id
    assert (usulan.unit_id, usulan.kepada_id) == (
        dunia.unit["dinas-anggrek"],
        dunia.unit["dinas-bakung"],
    )
    assert (usulan.simpul.kode, usulan.keadaan, usulan.tenggat) == ("s2", "diajukan", TENGGAT)
    assert (usulan.pengusul_id, usulan.diajukan_pada) == (ani, SAAT)
    assert peristiwa(usulan) == [Peristiwa("insert", ani, USULKAN)]
    riwayat = RiwayatCrosscutting.objects.get(crosscutting=usulan)
    assert (riwayat.dari, riwayat.tindakan, riwayat.ke, riwayat.oleh_id) == (
        "",
        "usulkan",
        "diajukan",
        ani,
    )


def test_pimpinan_unit_yang_diminta_mendapat_tugas_dengan_tenggatnya(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia)

    tugas = Tugas.objects.get(alur="crosscutting", objek=usulan.uuid)
    assert (tugas.peran, tugas.unit_id) == ("pimpinan_unit", dunia.unit["dinas-bakung"])
    assert tugas.sasaran == {"halaman": "crosscutting", "isi": [2026, "dinas-bakung"]}
    assert tugas.isian["unit"] == "Dinas Anggrek"
    assert tugas.isian["simpul"] == "Meningkatnya tertib desa"
    # The whole last day in the zone of the government: 23.59 WIB.
    assert tugas.jatuh_tempo is not None
    assert tugas.jatuh_tempo.isoformat() == "2026-12-08T16:59:00+00:00"


def test_jawaban_pihak_luar_menjadi_tugas_perencana(dunia: Dunia) -> None:
    usulan = tata_usulan(dunia, LUAR)

    assert (usulan.kepada_id, usulan.pihak_luar, usulan.jenis_pihak) == (
        None,
        "Polsek Contoh",
        "vertikal",
    )
    tugas = Tugas.objects.get(alur="crosscutting", objek=usulan.uuid)
    assert (tugas.peran, tugas.unit_id) == ("perencana_daerah", dunia.unit["dinas-anggrek"])
    assert tugas.isian["pihak"] == "Polsek Contoh"


def test_halaman_kedua_unit_menjadi_baru(dunia: Dunia) -> None:
    tata_rencana(dunia)

    def nomor() -> dict[int, int]:
        return dict(VersiData.objects.filter(tahun=2026).values_list("unit_id", "nomor"))

    sebelum = nomor()
    usulkan(dunia)

    for slug in ("dinas-anggrek", "dinas-bakung"):
        pk = dunia.unit[slug]
        assert nomor()[pk] > sebelum.get(pk, 0)


def test_perencana_daerah_mengusulkan_untuk_unit_mana_pun(dunia: Dunia) -> None:
    tata_rencana(dunia)

    assert usulkan(dunia, "gita").unit_id == dunia.unit["dinas-anggrek"]


def test_tenggat_hari_ini_masih_boleh(dunia: Dunia) -> None:
    assert tata_usulan(dunia, tenggat=HARI).tenggat == HARI


@pytest.mark.parametrize("siapa", ["budi", "citra", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_rencana(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        usulkan(dunia, siapa)

    assert hitung_baris() == sebelum


def test_penyusun_unit_lain_ditolak(dunia: Dunia) -> None:
    tata_rencana(dunia)

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        usulkan(dunia, "dewi")


def test_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    tata_rencana(dunia)

    with pytest.raises(TidakDitemukan):
        usulkan(lain, "eko")
    with pytest.raises(IsianTidakSah) as galat:
        usulkan(dunia, kepada="dinas-lain")

    assert "Tidak ada unit “dinas-lain”" in galat.value.kesalahan[0].pesan


def test_usulan_kedua_untuk_simpul_dan_mitra_yang_sama_ditolak(dunia: Dunia) -> None:
    tata_usulan(dunia)
    usulkan(dunia, isi=LUAR)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        usulkan(dunia)
    with pytest.raises(IsianTidakSah) as galat_luar:
        usulkan(dunia, isi=LUAR, pihak_luar="POLSEK contoh")

    assert [k.letak for k in galat.value.kesalahan] == ["kepada"]
    assert [k.letak for k in galat_luar.value.kesalahan] == ["pihak_luar"]
    assert hitung_baris() == sebelum
    assert usulkan(dunia, simpul="s1").simpul.kode == "s1"
    assert usulkan(dunia, kepada="kecamatan-cempaka").keadaan == "diajukan"


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"kepada": "dinas-anggrek"}, "kepada", "bukan unit sendiri"),
        ({"kepada": "dinas-hantu"}, "kepada", "Tidak ada unit “dinas-hantu”"),
        ({"kepada": ""}, "kepada", "Pilih satu"),
        ({"pihak_luar": "Polsek"}, "kepada", "Pilih satu"),
        ({"jenis_pihak": "desa"}, "jenis_pihak", "hanya untuk pihak luar"),
        ({"kepada": "", "pihak_luar": "Polsek"}, "jenis_pihak", "Pilih: provinsi"),
        (
            {"kepada": "", "pihak_luar": "P" * 151, "jenis_pihak": "lsm"},
            "pihak_luar",
            "Paling panjang 150",
        ),
        ({"peran": " "}, "peran", "Tulis apa yang diminta"),
        ({"tenggat": None}, "tenggat", "Pilih tanggalnya"),
        ({"tenggat": date(2026, 11, 23)}, "tenggat", "tidak dapat mendahului"),
        ({"tenggat": date(9999, 12, 31)}, "tenggat", "jauh melewati tahunnya"),
        ({"simpul": "s99"}, "simpul", "tidak ada pada dokumen unit ini untuk 2026"),
        ({"tahun": 2031}, "simpul", "belum mempunyai dokumen perencanaan untuk 2031"),
    ],
    ids=lambda isi: str(isi)[:40],
)
def test_isian_yang_salah_disebut_bidangnya(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    tata_rencana(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        usulkan(dunia, **ganti)

    assert kata in {k.letak: k.pesan for k in galat.value.kesalahan}[letak]
    assert hitung_baris() == sebelum
    assert not Crosscutting.objects.exists()


def test_semua_kesalahan_disebut_sekaligus(dunia: Dunia) -> None:
    tata_rencana(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        usulkan(dunia, simpul="", peran="", tenggat=None, kepada="")

    assert {k.letak for k in galat.value.kesalahan} == {"simpul", "peran", "tenggat", "kepada"}


def test_simpul_unit_lain_bukan_simpul_sendiri(dunia: Dunia) -> None:
    tata_rencana(dunia)
    tata_rencana(dunia, "dinas-bakung")

    with pytest.raises(IsianTidakSah):
        usulkan(dunia, "gita", unit="kecamatan-cempaka", kepada=USULAN.unit)
