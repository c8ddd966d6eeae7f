"""Governments and their units."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    SusunanUnit,
    UnitKerja,
)


@dataclass(frozen=True, slots=True)
class UnitBaru:
    """A unit to be laid: ``induk`` is the slug of a unit that exists or comes earlier."""

    kode: str
    slug: str
    nama: str
    jenis: str
    induk: str | None
    mulai: date
    jumlah_desa: int | None = None
    sumber: str = ""
    sifat: str = "asli"


def hanya_sistem(oleh: Pelaku) -> None:
    if not oleh.sistem:
        raise TidakBerizin(_("Hanya pemasangan sistem yang dapat melakukan ini."))


@layanan
def dirikan_instansi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,  # noqa: ARG001 - every service takes it
    kode: str,
    slug: str,
    nama: str,
    zona: str,
    contoh: bool,
) -> Instansi:
    """Lay a new government; the same code twice returns the one that is there."""
    hanya_sistem(oleh)
    ada = Instansi.objects.filter(kode=kode).first()
    return ada or Instansi.objects.create(kode=kode, slug=slug, nama=nama, zona=zona, contoh=contoh)


@layanan
def susun_unit(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, daftar: Sequence[UnitBaru]
) -> dict[str, int]:
    """Lay units under their parents, in the given order; returns ids by slug.

    Two writes for the whole list. Units whose slug exists already are left as they are.
    """
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SUSUN_UNIT)
    ada = {
        s.unit.slug: (s.unit_id, s.jalur, s.kedalaman)
        for s in SusunanUnit.objects.filter(
            instansi=instansi, masa__contains=lingkup.pada
        ).select_related("unit")
    }
    baru = [u for u in daftar if u.slug not in ada]
    _periksa_induk(baru, set(ada))
    unit = UnitKerja.objects.bulk_create(
        UnitKerja(
            instansi=instansi,
            kode=u.kode,
            slug=u.slug,
            jenis=u.jenis,
            jumlah_desa=u.jumlah_desa,
            sumber=u.sumber,
            sifat=u.sifat,
        )
        for u in baru
    )
    susunan = []
    for urutan, (u, baris) in enumerate(zip(baru, unit, strict=True)):
        induk_id, jalur, kedalaman = ada[u.induk] if u.induk else (None, "", -1)
        ada[u.slug] = (baris.pk, f"{jalur}{baris.pk}.", kedalaman + 1)
        susunan.append(
            SusunanUnit(
                instansi=instansi,
                unit=baris,
                induk_id=induk_id,
                nama=u.nama,
                masa=DateRange(u.mulai, None),
                jalur=ada[u.slug][1],
                kedalaman=kedalaman + 1,
                urutan=urutan,
            )
        )
    SusunanUnit.objects.bulk_create(susunan)
    return {slug: pk for slug, (pk, _jalur, _dalam) in ada.items()}


def _periksa_induk(baru: Sequence[UnitBaru], ada: set[str]) -> None:
    dikenal = set(ada)
    salah = {}
    for u in baru:
        if u.induk is not None and u.induk not in dikenal:
            salah[u.slug] = _("induk “%s” tidak ada atau ditulis sesudahnya") % u.induk
        dikenal.add(u.slug)
    if salah:
        raise IsianTidakSah.dari(_("Susunan unit tidak dapat dibentuk."), salah)
