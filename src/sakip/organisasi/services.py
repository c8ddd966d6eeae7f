"""Acts that change the organisation. Each checks peran and unit itself."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, connection, transaction
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    Jabatan,
    KebijakanInstansi,
    Pegawai,
    PenugasanJabatan,
    PenugasanPeran,
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


def _hanya_sistem(oleh: Pelaku) -> None:
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
    _hanya_sistem(oleh)
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


def _unit_berizin(lingkup: Lingkup, slug: str, tindakan: Tindakan) -> selectors.UnitTampak:
    return selectors.unit_menurut_slug(lingkup, slug, tindakan)


@layanan
def tambah_jabatan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    kode: str,
    nama: str,
    memimpin: bool = False,
    sifat: str = "asli",
) -> Jabatan:
    """Add a post to a unit (by slug); the same code twice returns the one that is there."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    tempat = _unit_berizin(lingkup, unit, Tindakan.TUGASKAN_PEJABAT)
    jabatan, _baru = Jabatan.objects.get_or_create(
        instansi=instansi,
        kode=kode,
        defaults={"unit_id": tempat.id, "nama": nama, "memimpin": memimpin, "sifat": sifat},
    )
    return jabatan


@layanan
def catat_pegawai(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    kode: str,
    nama: str,
    nip: str = "",
    pengguna_id: int | None = None,
) -> Pegawai:
    """Record a person; the same code twice returns the one that is there."""
    selectors.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.TUGASKAN_PEJABAT)
    pegawai, _baru = Pegawai.objects.get_or_create(
        instansi=instansi,
        kode=kode,
        defaults={"nama": nama, "nip": nip, "pengguna_id": pengguna_id},
    )
    return pegawai


@layanan
def tugaskan_pejabat(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    jabatan: UUID,
    pegawai: UUID,
    sifat: str,
    mulai: date,
    selesai: date | None,
    dasar: str,
) -> PenugasanJabatan:
    """Give a post to a person from ``mulai`` to ``selesai`` inclusive (``None``: open).

    The database allows one holder a day, whether definitif, Plt. or Plh.; the refusal names who
    holds the post and until when.
    """
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    pos = kunci(Jabatan.objects.filter(instansi=instansi).select_related("unit"), uuid=jabatan)
    _unit_berizin(lingkup, pos.unit.slug, Tindakan.TUGASKAN_PEJABAT)
    orang = kunci(Pegawai.objects.filter(instansi=instansi), uuid=pegawai)
    masa = _masa(mulai, selesai)
    bentrok = (
        PenugasanJabatan.objects.filter(jabatan=pos, masa__overlap=masa)
        .select_related("pegawai")
        .first()
    )
    if bentrok is not None:
        raise _jabatan_terisi(bentrok)
    return PenugasanJabatan.objects.create(
        instansi=instansi, jabatan=pos, pegawai=orang, sifat=sifat, masa=masa, dasar=dasar
    )


def _masa(mulai: date, selesai: date | None) -> DateRange:
    if selesai is not None and selesai < mulai:
        raise IsianTidakSah.dari(
            _("Masa penugasan tidak dapat disimpan."),
            {"selesai": _("Tanggal selesai mendahului tanggal mulai.")},
        )
    return DateRange(mulai, None if selesai is None else selesai + timedelta(days=1))


def _jabatan_terisi(bentrok: PenugasanJabatan) -> IsianTidakSah:
    sampai = bentrok.masa.upper
    return IsianTidakSah.dari(
        _("Jabatan ini sudah terisi pada masa itu."),
        {
            "mulai": _(
                "%(nama)s (%(sifat)s) memegangnya sejak %(mulai)s %(sampai)s. "
                "Akhiri dahulu penugasan itu, atau pilih tanggal lain."
            )
            % {
                "nama": bentrok.pegawai.nama,
                "sifat": bentrok.get_sifat_display(),
                "mulai": bentrok.masa.lower.isoformat(),
                "sampai": _("tanpa tanggal akhir")
                if sampai is None
                else _("sampai %s") % (sampai - timedelta(days=1)).isoformat(),
            }
        },
    )


@layanan
def akhiri_penugasan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    penugasan: UUID,
    versi: int,
    selesai: date,
) -> PenugasanJabatan:
    """Let a holding end on ``selesai`` (inclusive); stale or already ended ones are refused."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    baris = kunci(
        PenugasanJabatan.objects.filter(instansi=instansi).select_related("jabatan__unit"),
        uuid=penugasan,
        versi=versi,
    )
    _unit_berizin(lingkup, baris.jabatan.unit.slug, Tindakan.TUGASKAN_PEJABAT)
    lama = baris.masa.upper
    if lama is not None and lama <= selesai:
        raise IsianTidakSah.dari(
            _("Penugasan tidak diubah."),
            {
                "selesai": _("Penugasan ini sudah berakhir pada %s.")
                % (lama - timedelta(days=1)).isoformat()
            },
        )
    baris.masa = _masa(baris.masa.lower, selesai)
    baris.versi += 1
    baris.save(update_fields=["masa", "versi"])
    return baris


@layanan
def buat_akun(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    nama_pengguna: str,
    nama: str,
    sandi: str | None,
    contoh: bool = False,
) -> Pengguna:
    """Open an account without any peran; ``sandi=None`` leaves it unable to sign in."""
    selectors.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.KELOLA_AKUN)
    ada = Pengguna.objects.filter(nama_pengguna__iexact=nama_pengguna).first()
    return ada or Pengguna.objects.create(
        nama_pengguna=nama_pengguna,
        nama=nama,
        password=make_password(sandi),
        contoh=contoh,
        dibuat_pada=saat,
    )


@layanan
def beri_peran(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    pengguna_id: int,
    peran: Peran,
    unit: str,
    mulai: date,
    selesai: date | None,
    dasar: str = "",
) -> PenugasanPeran:
    """Give an account a peran on a unit's subtree, from ``mulai`` to ``selesai`` inclusive."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    tempat = _unit_berizin(lingkup, unit, Tindakan.KELOLA_AKUN)
    try:
        with transaction.atomic():
            return PenugasanPeran.objects.create(
                instansi=instansi,
                pengguna_id=pengguna_id,
                peran=peran,
                unit_id=tempat.id,
                masa=_masa(mulai, selesai),
                dasar=dasar,
            )
    except IntegrityError as sebab:
        raise IsianTidakSah.dari(
            _("Peran tidak ditambahkan."),
            {"mulai": _("Akun ini sudah memegang peran itu di unit itu pada masa yang sama.")},
        ) from sebab


@layanan
def tetapkan_kebijakan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    kaidah: str,
    pilihan: dict[str, Any],
    mulai: date,
    dasar: str,
) -> KebijakanInstansi:
    """Set a policy switch from ``mulai`` on; the one that held until then ends the day before."""
    selectors.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.TETAPKAN_KEBIJAKAN)
    if not dasar.strip():
        raise IsianTidakSah.dari(
            _("Kebijakan memerlukan dasar."), {"dasar": _("Tulis nomor dan tanggal peraturannya.")}
        )
    for lama in KebijakanInstansi.objects.select_for_update().filter(
        instansi=instansi, kaidah=kaidah, masa__overlap=DateRange(mulai, None)
    ):
        if lama.masa.lower >= mulai:
            raise IsianTidakSah.dari(
                _("Kebijakan tidak disimpan."),
                {"mulai": _("Sudah ada kebijakan yang mulai berlaku %s.") % lama.masa.lower},
            )
        lama.masa = DateRange(lama.masa.lower, mulai)
        lama.save(update_fields=["masa"])
    return KebijakanInstansi.objects.create(
        instansi=instansi,
        kaidah=kaidah,
        pilihan=pilihan,
        masa=DateRange(mulai, None),
        dasar=dasar,
    )


def naikkan_versi_data(pasangan: Sequence[tuple[int, int]]) -> None:
    """Raise the data version of each (unit, tahun), in one statement; called inside a service."""
    if not pasangan:
        return
    urut = sorted(set(pasangan))  # one order for all writers: no deadlocks
    nilai = ", ".join(["(%s, %s, 1)"] * len(urut))
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO organisasi_versidata (unit_id, tahun, nomor) VALUES "  # noqa: S608
            + nilai
            + " ON CONFLICT (unit_id, tahun) DO UPDATE"
            " SET nomor = organisasi_versidata.nomor + 1",
            [angka for pasang in urut for angka in pasang],
        )
