"""Deadlines with their explanation, and the policies an instansi may set. See also contoh/."""

from datetime import date

import pytest

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.hasil import Dasar
from sakip_rules.regulasi import muat_regulasi
from sakip_rules.tenggat import (
    AkhirPekan,
    BilaLibur,
    BilaTanggalTiada,
    KebijakanTenggat,
    Lama,
    PenyusunLaporan,
    Satuan,
    tenggat_lkjip,
    tenggat_pengukuran,
    tenggat_perubahan_pk,
    tenggat_pk,
    tenggat_tanggapan,
)

TANPA: frozenset[date] = frozenset()


def test_pk_satu_bulan_setelah_dpa_dengan_dasarnya() -> None:
    hasil = tenggat_pk(date(2026, 1, 5), hari_libur=TANPA)

    assert hasil.tanggal == date(2026, 2, 5)
    assert hasil.dasar == (
        Dasar("permenpanrb-53-2014", "Lampiran I, waktu penyusunan perjanjian kinerja"),
    )
    assert [str(langkah.uraian) for langkah in hasil.jejak.langkah] == [
        "1 bulan setelah 2026-01-05 adalah 2026-02-05."
    ]


@pytest.mark.parametrize(
    ("penyusun", "tanggal"),
    [
        (PenyusunLaporan.PERANGKAT_DAERAH, date(2026, 2, 28)),
        (PenyusunLaporan.PEMERINTAH_DAERAH, date(2026, 3, 31)),
        (PenyusunLaporan.KEMENTERIAN_LEMBAGA, date(2026, 2, 28)),
    ],
)
def test_laporan_kinerja_2025(penyusun: PenyusunLaporan, tanggal: date) -> None:
    assert tenggat_lkjip(2025, penyusun, hari_libur=TANPA).tanggal == tanggal


def test_pemda_menyampaikan_kepada_empat_penerima() -> None:
    hasil = tenggat_lkjip(2025, PenyusunLaporan.PEMERINTAH_DAERAH, hari_libur=TANPA)

    assert len(hasil.penerima) == 4


def test_tenggat_peraturan_pada_hari_sabtu_tetap_dan_menyebut_hari_kerja_terakhir() -> None:
    hasil = tenggat_lkjip(2025, PenyusunLaporan.PERANGKAT_DAERAH, hari_libur=TANPA)

    assert hasil.hari_kerja_terakhir == date(2026, 2, 27)
    assert "tidak bergeser" in str(hasil.jejak.langkah[-1].uraian)


def test_tenggat_yang_bergeser_menyebut_kedua_tanggal() -> None:
    hasil = tenggat_pengukuran(date(2026, 9, 30), hari_libur=TANPA)

    assert str(hasil.jejak.langkah[-1].uraian) == (
        "2026-10-10 bukan hari kerja; tenggat bergeser ke 2026-10-12."
    )


def test_jejak_menyebut_banyaknya_hari_libur_yang_dikenal_pada_tahun_itu() -> None:
    libur = frozenset({date(2026, 6, 1), date(2025, 6, 1)})

    hasil = tenggat_tanggapan(date(2026, 5, 29), hari_libur=libur)

    assert ("hari_libur_dikenal", "1") in hasil.jejak.masukan


def test_instansi_boleh_mengganti_lama_yang_hanya_praktik() -> None:
    kebijakan = KebijakanTenggat(lama=Lama(3, Satuan.HARI_KERJA))

    hasil = tenggat_perubahan_pk(date(2026, 10, 5), hari_libur=TANPA, kebijakan=kebijakan)

    assert hasil.tanggal == date(2026, 10, 8)


def test_instansi_tidak_boleh_mengganti_lama_dari_peraturan() -> None:
    kebijakan = KebijakanTenggat(lama=Lama(2, Satuan.BULAN))

    with pytest.raises(MasukanSalah, match="ditetapkan peraturan \\(1 bulan\\)"):
        tenggat_pk(date(2026, 1, 5), hari_libur=TANPA, kebijakan=kebijakan)


def test_lama_kurang_dari_satu_ditolak() -> None:
    with pytest.raises(ValueError, match="kurang dari satu"):
        Lama(0, Satuan.BULAN)


@pytest.mark.parametrize("hari", [date(2026, 9, 29), date(2026, 10, 31), date(2026, 4, 30)])
def test_pengukuran_hanya_dari_hari_terakhir_triwulan(hari: date) -> None:
    with pytest.raises(MasukanSalah, match="bukan hari terakhir sebuah triwulan"):
        tenggat_pengukuran(hari, hari_libur=TANPA)


@pytest.mark.parametrize("tahun", [1990, 2013])
def test_tahun_sebelum_peraturan_ditolak(tahun: int) -> None:
    with pytest.raises(KaidahBelumBerlaku, match=f"{tahun}-12-31"):
        tenggat_lkjip(tahun, PenyusunLaporan.PERANGKAT_DAERAH, hari_libur=TANPA)


@pytest.mark.parametrize(
    ("sakelar", "kode"),
    [
        ("tenggat.hari_libur", {"menurut_kaidah", *BilaLibur}),
        ("tenggat.tanggal_tiada", set(BilaTanggalTiada)),
        ("tenggat.akhir_pekan", set(AkhirPekan)),
    ],
)
def test_pilihan_dalam_data_sama_dengan_pilihan_dalam_kode(sakelar: str, kode: set[str]) -> None:
    assert set(muat_regulasi().kaidah(sakelar, date(2026, 1, 1), SAKELAR).isi.kode) == kode
