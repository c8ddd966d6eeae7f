"""Reading agreements: within one's reach, what must change, who is offered a new one."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.pemeran import Dunia
from domain.perjanjian_uji import (
    UNIT,
    buat,
    dasar,
    ditandatangani,
    ditandatangani_pertama,
    ditelaah,
    muat_dppa,
    tata,
)
from domain.rencana_uji import TAHUN
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.organisasi import services as organisasi
from sakip.organisasi.models import Pegawai
from sakip.perjanjian import selectors

DPPA = {"7.01.02": "162000000", "7.01.06": "58000000"}


def test_yang_berbeda_dari_dppa_terdaftar_dengan_tenggat_sebulan(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani(dunia)
    muat_dppa(dunia, DPPA)
    lingkup = dunia.lingkup("fitri")

    with CaptureQueriesContext(connection) as kueri:
        (satu,) = selectors.perlu_perubahan(lingkup, TAHUN)

    assert (satu.unit.slug, satu.perjanjian) == (UNIT, pk)
    assert [(s.kode, s.beda) for s in satu.selisih] == [
        ("7.01.02", -24000000),
        ("7.01.06", 12000000),
    ]
    assert satu.tenggat == date(TAHUN, 11, 5)
    assert len(kueri) <= 6


def test_yang_sama_atau_belum_ditandatangani_tidak_terdaftar(dunia: Dunia) -> None:
    tata(dunia)
    ditandatangani_pertama(dunia)
    muat_dppa(dunia, DPPA)

    assert selectors.perlu_perubahan(dunia.lingkup("fitri"), TAHUN) == []


def test_unit_lain_tidak_melihat_selisihnya(dunia: Dunia) -> None:
    tata(dunia)
    ditandatangani(dunia)
    muat_dppa(dunia, DPPA)

    assert selectors.perlu_perubahan(dunia.lingkup("dewi"), TAHUN) == []
    with pytest.raises(TidakBerizin):
        selectors.perlu_perubahan(dunia.lingkup("dewi"), TAHUN, dunia.tampak(UNIT))
    with pytest.raises(TidakBerizin):
        selectors.perlu_perubahan(dunia.lingkup("hari"), TAHUN)


def test_pejabat_definitif_baru_ditawari_perjanjian_baru(dunia: Dunia) -> None:
    r = tata(dunia)
    ditandatangani(dunia)
    unit = dunia.tampak(UNIT)
    organisasi.akhiri_penugasan(
        **dunia.dasar("sistem"),
        penugasan=r.pejabat["pertama"].uuid,
        versi=1,
        selesai=date(TAHUN, 8, 31),
    )
    for sifat, mulai, selesai in (
        ("plt", date(TAHUN, 9, 1), date(TAHUN, 9, 14)),
        ("definitif", date(TAHUN, 9, 15), None),
    ):
        organisasi.tugaskan_pejabat(
            **dunia.dasar("sistem"),
            jabatan=r.pejabat["pertama"].jabatan.uuid,
            pegawai=Pegawai.objects.get(instansi=dunia.instansi, kode="dewi").uuid,
            sifat=sifat,
            mulai=mulai,
            selesai=selesai,
            dasar="SK contoh",
        )

    tawaran = {
        hari: selectors.tawaran_mutasi(dunia.lingkup("ani", hari), unit, TAHUN)
        for hari in (date(TAHUN, 8, 31), date(TAHUN, 9, 14), date(TAHUN, 9, 15))
    }

    assert [t.pegawai.kode if t else None for t in tawaran.values()] == [None, None, "dewi"]


def test_kepala_daerah_melihat_yang_menunggunya(dunia: Dunia) -> None:
    tata(dunia)
    ditelaah_saja = ditelaah(dunia)

    assert selectors.menunggu_tanda_tangan(dunia.lingkup("gita"), TAHUN) == []
    assert ditelaah_saja.keadaan == "ditelaah"


def test_yang_sudah_ditandatangani_camat_menunggu_kepala_daerah(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani_pertama(dunia)

    assert selectors.menunggu_tanda_tangan(dunia.lingkup("gita"), TAHUN) == [pk]
    with pytest.raises(TidakBerizin):
        selectors.menunggu_tanda_tangan(dunia.lingkup("budi"), TAHUN)


def test_perjanjian_unit_dibaca_terbaru_dahulu(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani(dunia)
    unit = dunia.tampak(UNIT)

    assert selectors.daftar_perjanjian(dunia.lingkup("budi"), unit, TAHUN) == [pk]
    assert selectors.satu_perjanjian(dunia.lingkup("budi"), unit, TAHUN, 1) == pk
    with pytest.raises(TidakBerizin):
        selectors.daftar_perjanjian(dunia.lingkup("dewi"), unit, TAHUN)
    with pytest.raises(TidakDitemukan, match="nomor 2"):
        selectors.satu_perjanjian(dunia.lingkup("budi"), unit, TAHUN, 2)


def test_naskah_menuliskan_bagian_tanpa_tanda_persen(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)

    naskah = selectors.naskah_perjanjian(
        dunia.lingkup("budi"),
        pk,
        dunia.tampak(UNIT),
        instansi=dunia.instansi.nama,
        tanggal=date(TAHUN, 1, 23),
    )

    assert [(i.target, i.satuan) for s in naskah.sasaran for i in s.indikator] == [
        ("30", "menit"),
        ("90,00", "%"),
        ("11/14", ""),
    ]
    assert naskah.pihak_kedua is not None
    assert naskah.kepala.kode_periksa == ""


def test_pergeseran_tidak_memundurkan_tenggat_perjanjian_awal(dunia: Dunia) -> None:
    tata(dunia)
    muat_dppa(dunia, DPPA, disahkan=date(TAHUN, 1, 12))

    pk = buat(dunia)

    assert (pk.anggaran.nomor, selectors.tenggat_perjanjian(pk)) == (2, date(TAHUN, 2, 5))


def test_mutasi_dan_perubahan_prioritas_tidak_bertenggat(dunia: Dunia) -> None:
    tata(dunia)
    ditandatangani(dunia)

    pk = buat(
        dunia, **dasar(dunia, "ani", date(TAHUN, 6, 2)), sebab="strategi", alasan="asumsi berubah"
    )

    assert selectors.tenggat_perjanjian(pk) is None
    assert selectors.hari_terlambat(pk, None, date(TAHUN, 12, 1)) == 0
