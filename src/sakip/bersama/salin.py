"""Writing many rows at once: the same rows, history and constraints as one by one.

Both acts must run inside a service: COPY is no statement that the write guard could look at.
"""

from collections.abc import Callable, Iterable, Sequence
from operator import attrgetter
from typing import Any, TypeVar

from django.db import connection, models

from sakip.bersama.layanan import layanan_berjalan
from sakip.bersama.penjaga import TulisDiLuarLayanan

M = TypeVar("M", bound=models.Model)
SEMENTARA = "perubahan_sementara"
APA_ADANYA = (
    models.ForeignKey,
    models.IntegerField,
    models.CharField,
    models.TextField,
    models.UUIDField,
    models.DateField,
    models.BooleanField,
)


def salin(model: type[M], objek: Iterable[M]) -> list[M]:
    """Insert new rows of ``model`` by COPY and give each its key: ``bulk_create`` for thousands.

    Two round trips whatever their number; history triggers fire once, with this service's author.
    """
    baris = list(objek)
    if not baris:
        return baris
    _di_dalam_layanan(model)
    with connection.cursor() as kursor:
        for satu, kunci in zip(baris, _kunci_baru(kursor, model, len(baris)), strict=True):
            satu.pk = kunci
        tabel = connection.ops.quote_name(model._meta.db_table)
        _copy(kursor, tabel, model._meta.concrete_fields, baris)
    for satu in baris:
        satu._state.adding, satu._state.db = False, connection.alias
    return baris


def ubah(model: type[M], objek: Iterable[M], kolom: Sequence[str]) -> None:
    """Write the fields named in ``kolom`` of rows that exist: ``bulk_update`` for thousands.

    One statement whatever their number: Django's own builds a CASE per row and column, which for
    5.000 rows takes longer than everything else together.
    """
    baris = list(objek)
    if not baris:
        return
    _di_dalam_layanan(model)
    kutip = connection.ops.quote_name
    menurut_nama = {b.name: b for b in model._meta.concrete_fields}
    bidang = [_kunci(model), *(menurut_nama[k] for k in kolom)]
    nama = [kutip(b.column) for b in bidang]
    kolom_baru = ", ".join(
        f"{n} {b.db_type(connection)}" for n, b in zip(nama, bidang, strict=True)
    )
    # Names of our own columns only. The rows travel by COPY and are written in one UPDATE.
    perintah = (
        f"UPDATE {kutip(model._meta.db_table)} AS lama"  # noqa: S608
        f" SET {', '.join(f'{n} = baru.{n}' for n in nama[1:])}"
        f" FROM {SEMENTARA} AS baru WHERE lama.{nama[0]} = baru.{nama[0]}"
    )
    with connection.cursor() as kursor:
        kursor.execute(f"CREATE TEMPORARY TABLE {SEMENTARA} ({kolom_baru}) ON COMMIT DROP")
        _copy(kursor, SEMENTARA, bidang, baris)
        kursor.execute(perintah)
        kursor.execute(f"DROP TABLE {SEMENTARA}")


def _copy(kursor: Any, tabel: str, bidang: Sequence[Any], baris: Iterable[models.Model]) -> None:
    kutip = connection.ops.quote_name
    kolom = ", ".join(kutip(b.column) for b in bidang)
    nilai = _pengambil(bidang)
    with kursor.copy(f"COPY {tabel} ({kolom}) FROM STDIN") as tujuan:
        for satu in baris:
            tujuan.write_row(nilai(satu))


def _di_dalam_layanan(model: type[models.Model]) -> None:
    if layanan_berjalan() is None:
        raise TulisDiLuarLayanan(f"{model._meta.db_table}: hanya layanan yang boleh menulis")


def _kunci(model: type[models.Model]) -> "models.Field[Any, Any]":
    kunci = model._meta.pk
    assert kunci is not None  # noqa: S101 - every model has one
    return kunci


def _kunci_baru(kursor: Any, model: type[models.Model], banyak: int) -> list[int]:
    """Draw keys from the table's own sequence."""
    kursor.execute(
        "WITH urutan AS (SELECT pg_get_serial_sequence(%s, %s)::regclass AS nama)"
        " SELECT nextval(nama) FROM urutan, generate_series(1, %s)",
        [connection.ops.quote_name(model._meta.db_table), _kunci(model).column, banyak],
    )
    return [baris[0] for baris in kursor.fetchall()]


def _pengambil(bidang: Sequence[Any]) -> Callable[[models.Model], Sequence[Any]]:
    """How one object becomes the values of these columns, as Django would send them.

    Most columns hold what psycopg takes as it is, so they are read in one step; numbers are checked
    and JSON is wrapped one by one.
    """
    ambil = attrgetter(*(b.attname for b in bidang))
    khusus = [(n, b) for n, b in enumerate(bidang) if not isinstance(b, APA_ADANYA)]

    def nilai(objek: models.Model) -> Sequence[Any]:
        isi = list(ambil(objek))
        for n, b in khusus:
            isi[n] = b.get_db_prep_save(isi[n], connection)
        return isi

    return nilai
