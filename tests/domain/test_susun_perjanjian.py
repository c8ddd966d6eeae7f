"""Drawing up an agreement: from plan and DPA alone, by the right office, one at a time."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from domain.perjanjian_uji import UNIT, buat, dasar, ditandatangani, muat_dppa, tata
from domain.rencana_uji import TAHUN, tata_pejabat
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin
from sakip.organisasi import services as organisasi
from sakip.organisasi.models import Pegawai
from sakip.perencanaan.models import DokumenAnggaran
from sakip.perjanjian.models import PerjanjianKinerja


def _mutasi(dunia: Dunia, sejak: date, sifat: str = "definitif") -> None:
    """Budi leaves the day before; Dewi takes his post."""
    lama = tata_pejabat(dunia, UNIT, "budi")
    organisasi.akhiri_penugasan(
        **dunia.dasar("sistem"),
        penugasan=lama.uuid,
        versi=lama.versi,
        selesai=date.fromordinal(sejak.toordinal() - 1),
    )
    organisasi.tugaskan_pejabat(
        **dunia.dasar("sistem"),
        jabatan=lama.jabatan.uuid,
        pegawai=Pegawai.objects.get(instansi=dunia.instansi, kode="dewi").uuid,
        sifat=sifat,
        mulai=sejak,
        selesai=None,
        dasar="SK contoh",
    )


def test_isinya_datang_dari_rencana_dan_dpa(dunia: Dunia) -> None:
    r = tata(dunia)

    pk = buat(dunia)

    assert (pk.nomor, pk.sebab, pk.keadaan) == (1, "awal", "konsep")
    assert (pk.dokumen_versi, pk.anggaran) == (r.versi, r.anggaran)
    assert (pk.pihak_pertama, pk.pihak_kedua) == (r.pejabat["pertama"], r.pejabat["kedua"])
    butir = pk.butir.order_by("urutan").values_list("sasaran", "indikator__kode", "target__teks")
    assert list(butir) == [
        ("Meningkatnya kualitas layanan", "waktu", "30"),
        ("Meningkatnya kualitas layanan", "aduan", "90,00"),
        ("Meningkatnya tertib desa", "desa", "11/14"),
    ]
    program = pk.anggaran_program.order_by("kode").values_list("kode", "rupiah", "keterangan")
    assert list(program) == [
        ("7.01.02", Decimal(186000000), "APBD"),
        ("7.01.06", Decimal(46000000), "APBD"),
    ]


def test_riwayat_dan_tugas_tertulis(dunia: Dunia) -> None:
    tata(dunia)

    pk = buat(dunia)

    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(pk) == [Peristiwa("insert", ani, "perjanjian.susun_perjanjian")]
    assert list(pk.riwayat.values_list("dari", "tindakan", "ke", "oleh_id")) == [
        ("", "susun", "konsep", ani)
    ]
    tugas = Tugas.objects.get(objek=pk.uuid)
    assert (tugas.peran, tugas.sasaran["isi"]) == ("penyusun_unit", [TAHUN, UNIT, 1])
    # 53/2014: one month after the DPA of 5 January.
    assert tugas.jatuh_tempo is not None
    assert tugas.jatuh_tempo.date() == date(TAHUN, 2, 5)


@pytest.mark.parametrize("siapa", ["budi", "fitri", "citra", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        buat(dunia, **dasar(dunia, siapa, date(TAHUN, 1, 12)))

    assert hitung_baris() == sebelum


def test_tanpa_dpa_pk_belum_dapat_disusun(dunia: Dunia) -> None:
    r = tata(dunia)
    with menulis_langsung(dunia.sistem):
        DokumenAnggaran.objects.filter(pk=r.anggaran.pk).update(ditarik=True)
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        buat(dunia)

    assert galat.value.pesan == (
        "PK belum dapat disusun karena DPA Dinas Anggrek tahun 2026 belum disahkan. "
        "Pengelola keuangan memuatnya di Anggaran."
    )
    assert hitung_baris() == sebelum


def test_semua_yang_kurang_disebut_sekaligus(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        buat(dunia)

    assert [s.kode for s in galat.value.syarat] == [
        "dpa",
        "rencana",
        "pihak_pertama",
        "pihak_kedua",
    ]
    assert hitung_baris() == sebelum


def test_bidang_tidak_menandatangani_dengan_kepala_daerah(dunia: Dunia) -> None:
    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        buat(dunia, unit="bidang-angsana")

    assert galat.value.syarat[0].kode == "bukan_perangkat_daerah"


def test_plh_tidak_menjadi_pihak_pertama(dunia: Dunia) -> None:
    tata(dunia)
    _mutasi(dunia, date(TAHUN, 1, 8), "plh")

    with pytest.raises(SyaratBelumTerpenuhi, match=r"sebagai Plh\. dan tidak menandatangani"):
        buat(dunia)


def test_plt_menjadi_pihak_pertama(dunia: Dunia) -> None:
    tata(dunia)
    _mutasi(dunia, date(TAHUN, 1, 8), "plt")

    assert buat(dunia).pihak_pertama.sifat == "plt"


def test_selama_satu_terbuka_yang_lain_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    buat(dunia)
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="nomor 1 tahun 2026 masih konsep"):
        buat(dunia)

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("isi", "letak"),
    [
        ({"sebab": "awal"}, "sebab"),
        ({"sebab": "anggaran", "alasan": " "}, "alasan"),
        ({"sebab": "keinginan", "alasan": "x"}, "sebab"),
    ],
    ids=["awal-dua-kali", "tanpa-alasan", "sebab-lain"],
)
def test_perubahan_menyebut_sebab_dan_alasan(dunia: Dunia, isi: dict[str, Any], letak: str) -> None:
    tata(dunia)
    ditandatangani(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        buat(dunia, **isi)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert hitung_baris() == sebelum


def test_perubahan_tanpa_perjanjian_awal_ditolak(dunia: Dunia) -> None:
    tata(dunia)

    with pytest.raises(IsianTidakSah, match="tidak disusun"):
        buat(dunia, sebab="anggaran", alasan="DPPA")


def test_perubahan_anggaran_memakai_dppa(dunia: Dunia) -> None:
    tata(dunia)
    awal = ditandatangani(dunia)
    dppa = muat_dppa(dunia, {"7.01.02": "162000000", "7.01.06": "58000000"})

    pk = buat(
        dunia, **dasar(dunia, "ani", date(TAHUN, 10, 13)), sebab="anggaran", alasan="DPPA disahkan"
    )

    assert (pk.nomor, pk.sebelumnya, pk.anggaran) == (2, awal, dppa)
    assert dict(pk.anggaran_program.values_list("kode", "rupiah")) == {
        "7.01.02": Decimal(162000000),
        "7.01.06": Decimal(58000000),
    }


def test_mutasi_memperbarui_pihak_dan_bukan_target(dunia: Dunia) -> None:
    tata(dunia)
    awal = ditandatangani(dunia)
    _mutasi(dunia, date(TAHUN, 9, 15))

    pk = buat(
        dunia,
        **dasar(dunia, "ani", date(TAHUN, 9, 15)),
        sebab="mutasi",
        alasan="Pergantian pejabat",
    )

    assert pk.pihak_pertama.pegawai.kode == "dewi"
    assert set(pk.butir.values_list("indikator", "target")) == set(
        awal.butir.values_list("indikator", "target")
    )


@pytest.mark.parametrize("hari", [date(TAHUN, 9, 14), date(TAHUN, 9, 15)], ids=["sama", "plt"])
def test_mutasi_tanpa_pejabat_definitif_baru_ditolak(dunia: Dunia, hari: date) -> None:
    tata(dunia)
    ditandatangani(dunia)
    _mutasi(dunia, date(TAHUN, 9, 15), "plt")
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="tidak ada pergantian"):
        buat(dunia, **dasar(dunia, "ani", hari), sebab="mutasi", alasan="Pergantian pejabat")

    assert hitung_baris() == sebelum


def test_perjanjian_dari_data_contoh_bertanda_contoh(dunia: Dunia) -> None:
    r = tata(dunia)
    with menulis_langsung(dunia.sistem):
        DokumenAnggaran.objects.filter(pk=r.anggaran.pk).update(sifat="contoh")

    assert buat(dunia).sifat == "contoh"
    assert PerjanjianKinerja.objects.count() == 1
