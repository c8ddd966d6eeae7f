"""Governments and their units."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    JenisUnit,
    SusunanUnit,
    UnitKerja,
)
from sakip.organisasi.selectors import TAHUN_SUSUNAN
from sakip.organisasi.services.kebijakan import naikkan_versi_data

TERJAUH = timedelta(days=366)  # how far ahead a change of the structure may be written down
SLUG = re.compile(r"[-a-z0-9_]{1,80}")
Tempat = tuple[int, str, int]  # id, jalur, kedalaman


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
    """Refuse everybody but the program itself."""
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
    ada: dict[str, Tempat] = {
        s.unit.slug: (s.unit_id, s.jalur, s.kedalaman)
        for s in SusunanUnit.objects.filter(
            instansi=instansi, masa__contains=lingkup.pada
        ).select_related("unit")
    }
    kode = dict(UnitKerja.objects.filter(instansi=instansi).values_list("slug", "kode"))
    baru = [u for u in daftar if u.slug not in kode]
    salah: dict[str, str] = {}
    for slug, pesan in _salah(baru, ada, set(kode.values())):
        salah.setdefault(slug, pesan)
    if salah:
        raise IsianTidakSah.dari(_("Susunan unit tidak dapat dibentuk."), salah)
    for u in baru:
        # Under a unit that is there the caller needs leave; a new parent stands under such a one.
        if u.induk is None or u.induk in ada:
            lingkup.wajib(Tindakan.SUSUN_UNIT, ada[u.induk][1] if u.induk else "")
    _tulis(baru, ada, instansi)
    return {slug: pk for slug, (pk, _jalur, _dalam) in ada.items()}


@layanan
def tambah_unit(*, oleh: Pelaku, saat: datetime, instansi: Instansi, isi: UnitBaru) -> UnitKerja:
    """Add one unit below a living one; its address gets the parent's where its own is taken.

    Two kecamatan both have a Seksi Pelayanan.
    """
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    induk = selectors.unit_menurut_slug(lingkup, isi.induk or "", Tindakan.SUSUN_UNIT)
    salah = {}
    if induk.arsip:
        salah["tanggal"] = _("%s sudah berakhir.") % induk.nama
    if isi.jenis == JenisUnit.PEMDA:
        salah["jenis"] = _("Pemerintah daerah adalah akar susunan; pilih jenis lain.")
    if not isi.slug:
        salah["nama"] = _("Nama memuat sekurangnya satu huruf atau angka.")
    if UnitKerja.objects.filter(instansi=instansi, kode=isi.kode).exists():
        salah["kode"] = _("kode “%s” sudah dipakai unit lain") % isi.kode
    mulai = SusunanUnit.objects.filter(unit_id=induk.id).order_by("masa").first()
    if mulai is not None and isi.mulai < mulai.masa.lower:
        salah["tanggal"] = _("%(induk)s baru ada sejak %(hari)s.") % {
            "induk": induk.nama,
            "hari": date_format(mulai.masa.lower, "j F Y"),
        }
    if isi.mulai > lingkup.pada + TERJAUH:
        salah["tanggal"] = _("Paling jauh setahun sesudah hari ini.")
    ada = set(
        UnitKerja.objects.filter(instansi=instansi, slug__startswith=isi.slug).values_list(
            "slug", flat=True
        )
    )
    alamat = next((a for a in (isi.slug, f"{isi.slug}-{induk.slug}"[:80]) if a not in ada), None)
    if alamat is None:
        salah["nama"] = _("%(induk)s sudah punya unit bernama %(nama)s.") % {
            "induk": induk.nama,
            "nama": isi.nama,
        }
    if salah or alamat is None:
        raise IsianTidakSah.dari(_("Unit tidak ditambahkan."), salah)
    hasil = susun_unit(oleh=oleh, saat=saat, instansi=instansi, daftar=[replace(isi, slug=alamat)])
    return UnitKerja.objects.get(pk=hasil[alamat])


def _tulis(baru: Sequence[UnitBaru], ada: dict[str, Tempat], instansi: Instansi) -> None:
    """Write the units and their places, and add the places to ``ada``."""
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
    naikkan_versi_data([(baris.pk, TAHUN_SUSUNAN) for baris in unit])


def _salah(
    baru: Sequence[UnitBaru], ada: Mapping[str, Tempat], kode_terpakai: set[str]
) -> Iterator[tuple[str, str]]:
    """Every fault of the list, as (slug, sentence)."""
    dikenal, kode, berakar = set(ada), set(kode_terpakai), bool(ada)
    for u in baru:
        if not SLUG.fullmatch(u.slug):
            yield u.slug, _("nama memuat sekurangnya satu huruf atau angka")
        if u.slug in dikenal:
            yield u.slug, _("nama itu tertulis dua kali")
        if u.kode in kode:
            yield u.slug, _("kode “%s” sudah dipakai unit lain") % u.kode
        if u.induk is None and berakar:
            yield u.slug, _("akar susunan sudah ada; sebutkan induknya")
        elif u.induk is not None and u.induk not in dikenal:
            yield u.slug, _("induk “%s” tidak ada atau ditulis sesudahnya") % u.induk
        if u.jenis not in JenisUnit.values:
            yield u.slug, _("jenis “%s” tidak dikenal") % u.jenis
        elif u.jumlah_desa is not None and u.jenis != JenisUnit.KECAMATAN:
            yield u.slug, _("hanya kecamatan yang mempunyai jumlah desa")
        dikenal.add(u.slug)
        kode.add(u.kode)
        berakar = berakar or u.induk is None
