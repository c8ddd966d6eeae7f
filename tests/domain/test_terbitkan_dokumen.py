"""Issuing a document inside the act that makes it."""

import json
from datetime import date

import pytest
from django.db import IntegrityError, transaction

from domain.berkas_uji import bahan_uji, png, terbitkan
from domain.pemeran import SAAT, Dunia
from sakip.arsip.kode import kode_baru
from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.arsip.services import terbitkan_dokumen
from sakip.dokumen.bahan import BahanSerahTerima
from sakip.dokumen.serah_terima import pdf_serah_terima
from sakip.organisasi.models import UnitKerja


def test_dokumen_terbit_dapat_dicetak_ulang_dari_bahannya(dunia: Dunia) -> None:
    terbit = DokumenTerbit.objects.get(pk=terbitkan(dunia).pk)

    bahan = BahanSerahTerima.dari_data(terbit.bahan)

    assert pdf_serah_terima(bahan) == bytes(terbit.berkas.isi)
    assert bahan.kepala.kode_periksa == terbit.kode_periksa
    assert json.dumps(terbit.bahan)


def test_yang_berikut_bernomor_dua_dan_menggantikan_yang_pertama(dunia: Dunia) -> None:
    satu = terbitkan(dunia)
    dua = terbitkan(dunia, tanggal=date(2026, 9, 15))

    satu.refresh_from_db()
    assert (satu.nomor, dua.nomor) == (1, 2)
    assert (satu.pengganti, dua.pengganti) == (dua, None)


def test_yang_ketiga_menggantikan_yang_kedua_saja(dunia: Dunia) -> None:
    satu, dua, tiga = (terbitkan(dunia) for _n in range(3))

    satu.refresh_from_db()
    dua.refresh_from_db()
    assert (satu.pengganti, dua.pengganti) == (dua, tiga)


def test_tanpa_gantikan_keduanya_berlaku(dunia: Dunia) -> None:
    satu = terbitkan(dunia)
    terbitkan(dunia, gantikan=False)

    satu.refresh_from_db()
    assert satu.pengganti is None


@pytest.mark.parametrize(
    "ganti",
    [{"tahun": 2025}, {"jenis": JenisTerbit.LHE}, {"unit": "dinas-bakung"}],
    ids=["tahun", "jenis", "unit"],
)
def test_serumpun_lain_tidak_tersentuh(dunia: Dunia, ganti: dict[str, object]) -> None:
    satu = terbitkan(dunia)

    lain = terbitkan(dunia, **ganti)

    satu.refresh_from_db()
    assert satu.pengganti is None
    assert lain.nomor == 1


def test_hanya_di_dalam_layanan(dunia: Dunia) -> None:
    kode = kode_baru()

    with pytest.raises(ValueError, match="di luar layanan"):
        terbitkan_dokumen(
            instansi=dunia.instansi,
            unit_id=dunia.unit["dinas-anggrek"],
            jenis=JenisTerbit.LHE,
            tahun=2026,
            judul="LHE",
            bahan={},
            pdf=pdf_serah_terima(bahan_uji(kode)),
            kode_periksa=kode,
            tanggal=date(2026, 6, 19),
            saat=SAAT,
        )


@pytest.mark.parametrize("ganti", [{"pdf": png()}, {"kode_periksa": "ABC"}], ids=["isi", "kode"])
def test_bukan_pdf_atau_bukan_kode_adalah_kesalahan_program(
    dunia: Dunia, ganti: dict[str, object]
) -> None:
    with pytest.raises(ValueError, match="PDF dengan kode periksa"):
        terbitkan(dunia, **ganti)

    assert DokumenTerbit.objects.count() == 0


def test_satu_kode_untuk_satu_dokumen(dunia: Dunia) -> None:
    kode = kode_baru()
    terbitkan(dunia, kode_periksa=kode)

    with pytest.raises(IntegrityError), transaction.atomic():
        terbitkan(dunia, kode_periksa=kode, unit="dinas-bakung")


def test_unit_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(UnitKerja.DoesNotExist):
        terbitkan(dunia, unit_id=lain.unit["dinas-lain"])
