"""The exact number field: what goes in comes out, and nothing inexact gets in."""

from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import DataError, IntegrityError, connection, transaction

from domain.pemeran import Dunia, menulis_langsung
from sakip.organisasi.models import Periode
from sakip.pengukuran.models import RingkasanUnit


def _simpan(dunia: Dunia, nilai: Any) -> RingkasanUnit:
    with menulis_langsung(dunia.sistem):
        return RingkasanUnit.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit["dinas-anggrek"],
            periode=Periode.objects.get(tahun=2025, jenis="tahun"),
            jumlah=1,
            terhitung=1,
            tercapai=1,
            belum_diisi=0,
            jumlah_capaian=nilai,
        )


@pytest.mark.parametrize(
    "teks",
    [
        "0.1",
        "-0.1",
        "0",
        "70.01",
        "100.00",
        "1E-30",
        "123456789012345678901234567890.123456789",
        "-99999999999999999999999999999999.00000000000000000001",
        "1E+40",
    ],
)
def test_angka_kembali_persis(dunia: Dunia, teks: str) -> None:
    baris = _simpan(dunia, Decimal(teks))

    baris.refresh_from_db()
    assert baris.jumlah_capaian == Decimal(teks)
    assert isinstance(baris.jumlah_capaian, Decimal)


def test_jumlah_banyak_desimal_tetap_eksak(dunia: Dunia) -> None:
    _simpan(dunia, Decimal("0.1"))

    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT sum(jumlah_capaian * 3) = 0.3 FROM pengukuran_ringkasanunit WHERE jumlah = 1"
        )
        assert kursor.fetchone() == (True,)


@pytest.mark.parametrize("nilai", [0.1, float("nan"), float("inf")])
def test_bilangan_biner_ditolak(dunia: Dunia, nilai: float) -> None:
    with pytest.raises(ValidationError, match="Angka biner tidak diterima"):
        _simpan(dunia, nilai)


@pytest.mark.parametrize("nilai", ["delapan", object(), [1]])
def test_yang_bukan_angka_ditolak(dunia: Dunia, nilai: object) -> None:
    with pytest.raises(ValidationError, match="bukan angka"):
        _simpan(dunia, nilai)


@pytest.mark.parametrize("teks", ["NaN", "Infinity", "-Infinity"])
def test_bukan_bilangan_dan_tak_hingga_ditolak_basisdata(dunia: Dunia, teks: str) -> None:
    with pytest.raises((IntegrityError, DataError)):
        _simpan(dunia, Decimal(teks))


@pytest.mark.parametrize("teks", ["NaN", "Infinity", "-Infinity"])
def test_juga_lewat_sql_langsung(dunia: Dunia, teks: str) -> None:
    baris = _simpan(dunia, Decimal(1))

    with (
        pytest.raises(IntegrityError, match="jumlah_capaian"),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(
            "UPDATE pengukuran_ringkasanunit SET jumlah_capaian = %s::numeric WHERE id = %s",
            [teks, baris.pk],
        )


def test_kolom_numerik_basisdata_semuanya_berkendala(dunia: Dunia) -> None:
    assert dunia.instansi.pk

    with connection.cursor() as kursor:
        kursor.execute(
            """
            SELECT k.table_name, k.column_name FROM information_schema.columns k
            JOIN pg_class t ON t.relname = k.table_name AND t.relkind = 'r'
            WHERE k.data_type = 'numeric' AND k.table_schema = 'public'
              AND k.table_name NOT LIKE '%%event'
              AND NOT EXISTS (SELECT 1 FROM pg_constraint c WHERE c.conrelid = t.oid
                AND pg_get_constraintdef(c.oid) LIKE '%%' || k.column_name || '%%NaN%%')
            """
        )
        assert kursor.fetchall() == []
