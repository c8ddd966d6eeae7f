"""The components of a measurement: a value, or both parts of a share, or a survey's elements."""

from decimal import Decimal

from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.periode import IsiPeriode
from sakip.pengukuran.models import NilaiKomponen, Realisasi


def simpan_rincian(r: Realisasi, isi: IsiPeriode | None) -> None:
    """Store the components of one measurement, dropping those it no longer has."""
    mau = _rincian(isi)
    lama = [k["id"] for k in getattr(r, "rincian", ()) if (k["komponen"], k["rincian"]) not in mau]
    if lama:
        NilaiKomponen.objects.filter(pk__in=lama).delete()
    if mau:
        NilaiKomponen.objects.bulk_create(
            [
                NilaiKomponen(realisasi=r, komponen=k, rincian=n, nilai=nilai, kode=kode)
                for (k, n), (nilai, kode) in mau.items()
            ],
            update_conflicts=True,
            unique_fields=["realisasi", "komponen", "rincian"],
            update_fields=["nilai", "kode"],
        )


def _rincian(
    isi: IsiPeriode | None,
) -> dict[tuple[str, int], tuple[Decimal | None, str | None]]:
    if isi is None:
        return {}
    n: NilaiBaru = isi.nilai
    hasil: dict[tuple[str, int], tuple[Decimal | None, str | None]]
    if n.kode is not None:
        return {("kode", 0): (None, n.kode)}
    if n.penyebut is not None:
        return {("pembilang", 0): (n.nilai, None), ("penyebut", 0): (n.penyebut, None)}
    hasil = {("nilai", 0): (n.nilai, None)}
    for nomor, satu in enumerate(isi.unsur, 1):
        hasil["unsur", nomor] = (satu, None)
    if isi.responden is not None:
        hasil["responden", 0] = (Decimal(isi.responden), None)
    return hasil
