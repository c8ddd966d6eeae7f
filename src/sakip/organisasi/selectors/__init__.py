"""Reads of organisasi. Everything inside an instansi asks for a ``Lingkup``."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from django.db import connection
from django.db.models import DateField, F, Func, Q, QuerySet, Subquery, Sum, Value
from django.db.models.functions import Greatest
from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Kewenangan, Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.organisasi.models import (
    Instansi,
    JenisPeriode,
    KebijakanInstansi,
    PenugasanPeran,
    Periode,
    SusunanUnit,
    VersiData,
)
from sakip.organisasi.selectors.pejabat import (
    JabatanTampak,
    daftar_jabatan,
    daftar_pegawai,
    jabatan_di_unit,
    penugasan_di_unit,
    pernah_ditugaskan,
    punya_peran,
)
from sakip.organisasi.selectors.petak import letak_petak
from sakip.organisasi.selectors.publik import (
    daftar_instansi_publik,
    daftar_unit_publik,
    unit_publik,
)
from sakip.organisasi.selectors.silsilah import (
    BAGIAN_DALAM,
    AkibatBubar,
    Kerabat,
    RiwayatUnit,
    akibat_bubar,
    pendahulu_tunggal,
    riwayat_unit,
)
from sakip.organisasi.selectors.tampak import KOLOM_UNIT, UnitTampak
from sakip.organisasi.selectors.versi import (
    TAHUN_SUSUNAN,
    VersiInstansi,
    VersiUnit,
    versi_instansi,
    versi_per_unit,
)
from sakip.organisasi.selectors.waktu import (
    Jendela,
    RiwayatJadwal,
    daftar_jadwal,
    daftar_perpanjangan,
    hari_libur,
    jabatan_pengguna,
    jendela,
    pejabat_pemimpin,
    pemegang_peran,
    pengganti,
    riwayat_jadwal,
)

__all__ = [
    "BAGIAN_DALAM",
    "SQL_MASUK",
    "TAHUN_SUSUNAN",
    "AkibatBubar",
    "JabatanTampak",
    "Jendela",
    "Kerabat",
    "RiwayatJadwal",
    "RiwayatUnit",
    "UnitTampak",
    "VersiInstansi",
    "VersiUnit",
    "akar",
    "akibat_bubar",
    "daftar_instansi",
    "daftar_instansi_publik",
    "daftar_jabatan",
    "daftar_jadwal",
    "daftar_pegawai",
    "daftar_perpanjangan",
    "daftar_unit",
    "daftar_unit_publik",
    "hari_libur",
    "instansi_menurut_kode",
    "jabatan_di_unit",
    "jabatan_pengguna",
    "jendela",
    "kebijakan_berlaku",
    "letak_petak",
    "lingkup_pelaku",
    "lingkup_pengguna",
    "lingkup_wajib_anggota",
    "masuk_instansi",
    "nomor_data_instansi",
    "nomor_unit",
    "pejabat_pemimpin",
    "pelaku_menurut_nama",
    "pelaku_sistem",
    "pemegang_peran",
    "pendahulu_tunggal",
    "pengganti",
    "penugasan_di_unit",
    "periode",
    "pernah_ditugaskan",
    "punya_peran",
    "riwayat_jadwal",
    "riwayat_unit",
    "susun_masuk",
    "tanggal_di",
    "unit_menurut_slug",
    "unit_publik",
    "versi_instansi",
    "versi_per_unit",
]


def instansi_menurut_kode(kode: str) -> Instansi:
    """The government with this official code, or ``TidakDitemukan``. One query."""
    instansi = Instansi.objects.filter(kode=kode).first()
    if instansi is None:
        raise _tanpa_instansi(kode)
    return instansi


def _tanpa_instansi(kode: str) -> TidakDitemukan:
    return TidakDitemukan(_("Tidak ada instansi dengan kode %s.") % kode)


def tanggal_di(instansi: Instansi, saat: datetime) -> date:
    """The calendar day of a moment in the zone of the instansi."""
    return saat.astimezone(ZoneInfo(instansi.zona)).date()


# Every act begins with it, so it is written out.
SQL_PERAN = """
SELECT p.peran, p.unit_id, s.jalur
FROM organisasi_penugasanperan p
JOIN organisasi_susunanunit s ON s.unit_id = p.unit_id AND s.masa @> %(pada)s::date
WHERE p.instansi_id = %(instansi)s AND p.pengguna_id = %(pengguna)s
  AND p.masa @> %(pada)s::date
ORDER BY p.id
"""


def lingkup_pengguna(pengguna_id: int, instansi: Instansi, pada: date) -> Lingkup:
    """What an account may do in an instansi on a day. One query.

    An account without any peran there gets an empty ``Lingkup``, which allows nothing.
    """
    with connection.cursor() as kursor:
        kursor.execute(SQL_PERAN, {"pengguna": pengguna_id, "instansi": instansi.pk, "pada": pada})
        peran = kursor.fetchall()
    return Lingkup(
        pengguna_id=pengguna_id,
        instansi_id=instansi.pk,
        pada=pada,
        kewenangan=tuple(Kewenangan(Peran(p), unit, jalur) for p, unit, jalur in peran),
    )


SQL_MASUK = """
SELECT i.id, i.kode, i.slug, i.nama, i.zona, i.contoh, (%(saat)s AT TIME ZONE i.zona)::date,
       p.peran, p.unit_id, s.jalur
FROM organisasi_instansi i
LEFT JOIN organisasi_penugasanperan p
       ON p.instansi_id = i.id AND p.pengguna_id = %(pengguna)s
      AND p.masa @> (%(saat)s AT TIME ZONE i.zona)::date
LEFT JOIN organisasi_susunanunit s
       ON s.unit_id = p.unit_id AND s.masa @> (%(saat)s AT TIME ZONE i.zona)::date
WHERE i.kode = %(kode)s
ORDER BY p.id
"""


def masuk_instansi(pengguna_id: int, kode: str, saat: datetime) -> tuple[Instansi, Lingkup]:
    """The government with this code and what the account may do there at that moment. One query.

    The same as ``instansi_menurut_kode``, ``tanggal_di`` and ``lingkup_pengguna`` one after the
    other; every page begins with it, so it is written out.
    """
    with connection.cursor() as kursor:
        kursor.execute(SQL_MASUK, {"saat": saat, "pengguna": pengguna_id, "kode": kode})
        baris = kursor.fetchall()
    return susun_masuk(pengguna_id, kode, baris)


def susun_masuk(
    pengguna_id: int, kode: str, baris: Sequence[tuple[Any, ...]]
) -> tuple[Instansi, Lingkup]:
    """The same from rows of ``SQL_MASUK`` that somebody read together with more. No query."""
    if not baris:
        raise _tanpa_instansi(kode)
    id_, kode, slug, nama, zona, contoh, pada = baris[0][:7]
    instansi = Instansi(id=id_, kode=kode, slug=slug, nama=nama, zona=zona, contoh=contoh)
    instansi._state.adding, instansi._state.db = False, connection.alias
    kewenangan = tuple(
        Kewenangan(Peran(peran), unit, jalur)
        for *_instansi, peran, unit, jalur in baris
        if jalur is not None
    )
    return instansi, Lingkup(pengguna_id, id_, pada, kewenangan)


def lingkup_pelaku(oleh: Pelaku, instansi: Instansi, saat: datetime) -> Lingkup:
    """The ``Lingkup`` a service works with: always fresh from the database. One query."""
    pada = tanggal_di(instansi, saat)
    if oleh.sistem:
        return Lingkup(oleh.pengguna_id, instansi.pk, pada, (), sistem=True)
    return lingkup_pengguna(oleh.pengguna_id, instansi, pada)


def lingkup_wajib_anggota(lingkup: Lingkup) -> None:
    """Refuse somebody who has no part in this instansi at all."""
    if not lingkup.kewenangan and not lingkup.sistem:
        raise TidakBerizin(
            _("Akun Anda tidak mempunyai peran di instansi ini pada tanggal %s.")
            % lingkup.pada.isoformat()
        )


def daftar_instansi(pengguna_id: int, pada: date) -> list[Instansi]:
    """The governments in which an account has a peran on that day. One query."""
    return list(
        Instansi.objects.filter(
            pk__in=PenugasanPeran.objects.filter(
                pengguna_id=pengguna_id, masa__contains=pada
            ).values("instansi_id")
        ).order_by("kode")
    )


def pelaku_sistem() -> Pelaku:
    """The program itself as an author; the account is laid by a migration. One query."""
    return Pelaku(Pengguna.objects.only("pk").get(sistem=True).pk, sistem=True)


def _di_jalur(jalur: Iterable[str]) -> Q:
    syarat = Q(pk__in=())
    for awalan in jalur:
        syarat |= Q(jalur__startswith=awalan)
    return syarat


def _tampak(susunan: QuerySet[SusunanUnit, Any]) -> list[UnitTampak]:
    return [UnitTampak(id_, str(uuid), *sisa) for id_, uuid, *sisa in susunan]


@cache
def _kolom_unit() -> QuerySet[SusunanUnit, Any]:
    """The part of the query that never changes: nearly every page and act asks it."""
    return SusunanUnit.objects.values_list(*KOLOM_UNIT)


def _susunan(lingkup: Lingkup, pada: date | None = None) -> QuerySet[SusunanUnit, Any]:
    return _kolom_unit().filter(
        instansi_id=lingkup.instansi_id, masa__contains=pada or lingkup.pada
    )


def _pada_akhir(lingkup: Lingkup, tahun: int | None) -> QuerySet[SusunanUnit, Any]:
    if tahun is None or tahun >= lingkup.pada.year:
        return _susunan(lingkup)
    awal = (
        SusunanUnit.objects.filter(instansi_id=lingkup.instansi_id, induk__isnull=True)
        .order_by("masa")
        .values_list(Func(F("masa"), function="lower", output_field=DateField()))[:1]
    )
    return _kolom_unit().filter(
        instansi_id=lingkup.instansi_id,
        masa__contains=Greatest(Value(date(tahun, 12, 31)), Subquery(awal)),
    )


def daftar_unit(
    lingkup: Lingkup,
    tindakan: Tindakan,
    *,
    jenis: Sequence[str] = (),
    tahun: int | None = None,
) -> list[UnitTampak]:
    """Living units on which the caller may do ``tindakan``, in tree order. One query.

    ``tahun``: as they stood at the end of that year (of a year that runs: today). What was before
    the first day that is known of the government is shown as on that day.
    """
    susunan = _pada_akhir(lingkup, tahun).filter(
        _di_jalur(lingkup.jalur_untuk(tindakan)), arsip=False
    )
    if jenis:
        susunan = susunan.filter(unit__jenis__in=jenis)
    return _tampak(susunan.order_by("kedalaman", "urutan", "nama"))


def daftar_unit_dan_atas(
    lingkup: Lingkup, tindakan: Tindakan, *, tahun: int | None = None
) -> list[UnitTampak]:
    """The same, with the units above them: whose goals they serve. One query."""
    jalur = lingkup.jalur_untuk(tindakan)
    atas = {j[: n + 1] for j in jalur for n, huruf in enumerate(j) if huruf == "."}
    susunan = _pada_akhir(lingkup, tahun).filter(_di_jalur(jalur) | Q(jalur__in=atas), arsip=False)
    return _tampak(susunan.order_by("kedalaman", "urutan", "nama"))


def unit_menurut_slug(
    lingkup: Lingkup, slug: str, tindakan: Tindakan, *, pada: date | None = None
) -> UnitTampak:
    """One unit by its address. ``TidakDitemukan`` or ``TidakBerizin``. One query."""
    unit = _tampak(_susunan(lingkup, pada).filter(unit__slug=slug)[:1])
    if not unit:
        raise TidakDitemukan(_("Tidak ada unit dengan alamat “%s” di instansi ini.") % slug)
    lingkup.wajib(tindakan, unit[0].jalur)
    return unit[0]


def akar(lingkup: Lingkup, pada: date | None = None) -> UnitTampak:
    """The root of the tree: the pemda itself. One query."""
    unit = _tampak(_susunan(lingkup, pada).filter(induk__isnull=True)[:1])
    if not unit:
        raise TidakDitemukan(_("Susunan unit instansi ini belum diisi."))
    return unit[0]


def kebijakan_berlaku(instansi_id: int, kaidah: str, pada: date) -> dict[str, Any] | None:
    """The policy choice of an instansi for a rule on a day; ``None``: the national default."""
    return (
        KebijakanInstansi.objects.filter(
            instansi_id=instansi_id, kaidah=kaidah, masa__contains=pada
        )
        .values_list("pilihan", flat=True)
        .first()
    )


def periode(tahun: int, jenis: str = JenisPeriode.TAHUN, nomor: int = 1) -> Periode:
    """One period, or ``TidakDitemukan``. One query."""
    hasil = Periode.objects.filter(tahun=tahun, jenis=jenis, nomor=nomor).first()
    if hasil is None:
        raise TidakDitemukan(_("Tidak ada periode %s %s tahun %s.") % (jenis, nomor, tahun))
    return hasil


def nomor_unit(unit: UnitTampak) -> int:
    """Data version of one unit: grows with every write to any of its years. One query."""
    versi = VersiData.objects.filter(unit_id=unit.id).values_list("nomor", flat=True)
    return sum(versi)


def nomor_data_instansi(instansi: Instansi) -> int:
    """Sum of all data versions of an instansi; 0 when it has no figures yet. One query."""
    versi = VersiData.objects.filter(unit__instansi=instansi).exclude(tahun=TAHUN_SUSUNAN)
    return versi.aggregate(n=Sum(F("nomor")))["n"] or 0


def pelaku_menurut_nama(nama_pengguna: str) -> Pelaku:
    """An active account as an author, or ``TidakDitemukan``. One query."""
    pk = (
        Pengguna.objects.filter(nama_pengguna__iexact=nama_pengguna, is_active=True)
        .values_list("pk", flat=True)
        .first()
    )
    if pk is None:
        raise TidakDitemukan(_("Tidak ada akun aktif bernama “%s”.") % nama_pengguna)
    return Pelaku(pk)
