"""Renaming, moving, merging and splitting units: each on a day, with its legal basis and lineage.

What was is never written over: the row that held until then ends, a new one begins. A unit that
is merged or split up goes on as an archive below its successor (``SusunanUnit.arsip``), so that
whoever answers for the successor reaches its years and can finish what it owed.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    PenugasanJabatan,
    SilsilahUnit,
    SusunanUnit,
    UnitKerja,
)
from sakip.organisasi.selectors import BAGIAN_DALAM, TAHUN_SUSUNAN
from sakip.organisasi.services.kebijakan import naikkan_versi_data
from sakip.organisasi.services.unit import TERJAUH, UnitBaru, susun_unit


@layanan
def ganti_nama_unit(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    versi: int,
    nama: str,
    tanggal: date,
    dasar: str,
) -> SusunanUnit:
    """Call a unit (by slug) otherwise from ``tanggal`` on; its series and its address stay."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SUSUN_UNIT)
    kini = _siap(lingkup, instansi, [unit], tanggal, dasar, versi)
    lama = kini[unit]
    nama = nama.strip()
    if not nama:
        raise _tolak("nama", _("Wajib diisi."))
    if nama == lama.nama:
        raise _tolak("nama", _("Nama itu sudah dipakai unit ini."))
    baru = _sambung(lama, tanggal, dasar, nama=nama)
    _silsilah(lama.unit_id, lama.unit_id, SilsilahUnit.Jenis.GANTI_NAMA, tanggal, dasar, instansi)
    naikkan_versi_data([(lama.unit_id, TAHUN_SUSUNAN)])
    return baru


@layanan
def pindahkan_unit(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    versi: int,
    induk: str,
    tanggal: date,
    dasar: str,
) -> SusunanUnit:
    """Put a unit with all below it under another parent from ``tanggal`` on."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SUSUN_UNIT)
    kini = _siap(lingkup, instansi, [unit, induk], tanggal, dasar, versi)
    pergi, ke = kini[unit], kini[induk]
    if pergi.induk_id is None:
        raise _tolak("unit", _("Akar susunan tidak dapat dipindahkan."))
    if ke.jalur.startswith(pergi.jalur):
        raise _tolak(
            "induk",
            _("%s berada di bawah unit yang dipindahkan, jadi tidak dapat menjadi induknya.")
            % ke.nama,
        )
    if pergi.induk_id == ke.unit_id:
        raise _tolak("induk", _("Unit itu sudah berada di bawah %s.") % ke.nama)
    _pindah(instansi, pergi, ke, tanggal, dasar)
    return SusunanUnit.objects.get(unit_id=pergi.unit_id, masa__contains=tanggal)


@layanan
def gabungkan_unit(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: Sequence[str],
    ke: str | UnitBaru,
    tanggal: date,
    dasar: str,
) -> int:
    """Let units go over into one, there already (a slug) or new; returns the id of that one.

    Kelurahan, UPTD and puskesmas below them go over as they are; inner offices end with their unit.
    Posts of the units that end are vacant from ``tanggal`` on.
    """
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SUSUN_UNIT)
    tujuan = ke if isinstance(ke, str) else ke.slug
    pergi = list(dict.fromkeys(unit))
    if tujuan in unit:
        raise _tolak("ke", _("Unit tidak dapat digabung ke dirinya sendiri."))
    if not pergi:
        raise _tolak("unit", _("Pilih sekurangnya satu unit yang berakhir."))
    if not isinstance(ke, str):
        _unit_baru(oleh, saat, instansi, [ke], tanggal)
    kini = _siap(lingkup, instansi, [*pergi, tujuan], tanggal, dasar)
    for slug in pergi:
        _bubarkan(instansi, kini[slug], kini[tujuan], tanggal, dasar)
        _silsilah(
            kini[slug].unit_id,
            kini[tujuan].unit_id,
            SilsilahUnit.Jenis.GABUNG,
            tanggal,
            dasar,
            instansi,
        )
    naikkan_versi_data([(kini[tujuan].unit_id, TAHUN_SUSUNAN)])
    return kini[tujuan].unit_id


@layanan
def pecah_unit(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    versi: int,
    menjadi: Sequence[UnitBaru],
    tetap: bool,
    tanggal: date,
    dasar: str,
) -> dict[str, int]:
    """Split a unit into new ones; returns their ids by slug.

    ``tetap``: the old unit goes on beside them (a kecamatan that gives birth to another). If not,
    it ends, and the first of the new ones keeps its archive and takes over what stood below it.
    """
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.SUSUN_UNIT)
    if len(menjadi) < (1 if tetap else 2):
        raise _tolak(
            "menjadi",
            _("Sebutkan unit barunya.")
            if tetap
            else _("Unit yang dipecah habis menjadi sekurangnya dua unit baru."),
        )
    _unit_baru(oleh, saat, instansi, menjadi, tanggal)
    slug = [u.slug for u in menjadi]
    kini = _siap(lingkup, instansi, [unit, *slug], tanggal, dasar, versi)
    if not tetap:
        _bubarkan(instansi, kini[unit], kini[slug[0]], tanggal, dasar)
    for s in slug:
        _silsilah(
            kini[unit].unit_id, kini[s].unit_id, SilsilahUnit.Jenis.PECAH, tanggal, dasar, instansi
        )
    naikkan_versi_data([(kini[unit].unit_id, TAHUN_SUSUNAN)])
    return {s: kini[s].unit_id for s in slug}


def _tolak(letak: str, pesan: str) -> IsianTidakSah:
    return IsianTidakSah.dari(_("Susunan unit tidak diubah."), {letak: pesan})


def _unit_baru(
    oleh: Pelaku, saat: datetime, instansi: Instansi, daftar: Sequence[UnitBaru], tanggal: date
) -> None:
    """Lay the units that come to be; they begin on the day of the change."""
    ada = {u.slug for u in daftar} & set(
        SusunanUnit.objects.filter(instansi=instansi).values_list("unit__slug", flat=True)
    )
    if ada:
        raise _tolak("menjadi", _("Unit “%s” sudah ada; pilih alamat lain.") % min(ada))
    if any(u.mulai != tanggal for u in daftar):
        raise _tolak("menjadi", _("Unit baru mulai pada tanggal perubahannya."))
    susun_unit(oleh=oleh, saat=saat, instansi=instansi, daftar=daftar)


def _siap(  # noqa: PLR0913, PLR0917
    lingkup: Lingkup,
    instansi: Instansi,
    slug: Iterable[str],
    tanggal: date,
    dasar: str,
    versi: int | None = None,
) -> dict[str, SusunanUnit]:
    """Check leave on every unit and give their rows as of ``tanggal``; ``versi``: of the first.

    Nothing may be planned after that day yet: a change is written at the end of what is known.
    """
    if not dasar.strip():
        raise _tolak("dasar", _("Tulis nomor dan tanggal peraturannya."))
    if tanggal > lingkup.pada + TERJAUH:
        raise _tolak("tanggal", _("Paling jauh setahun sesudah hari ini."))
    # One change of the structure at a time: paths of whole branches are written.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    kini: dict[str, SusunanUnit] = {}
    for s in slug:
        baris = (
            SusunanUnit.objects.filter(
                instansi=instansi, unit__slug=s, masa__contains=tanggal, arsip=False
            )
            .select_related("unit")
            .first()
        )
        if baris is None:
            raise _tolak(
                "unit",
                _("Pada %(hari)s tidak ada unit “%(unit)s”.")
                % {"hari": date_format(tanggal, "j F Y"), "unit": s},
            )
        lingkup.wajib(Tindakan.SUSUN_UNIT, baris.jalur)
        _tanpa_rencana(baris)
        kini[s] = baris
    utama = next(iter(kini.values())).unit
    unit = kunci(UnitKerja.objects.filter(instansi=instansi), uuid=utama.uuid, versi=versi)
    unit.versi += 1
    unit.save(update_fields=["versi"])
    return kini


def _tanpa_rencana(baris: SusunanUnit) -> None:
    """Refuse where the row itself ends: another change was written after that day already."""
    if baris.masa.upper is not None:
        raise PerpindahanTidakSah(
            _("%(unit)s sudah berubah lagi pada %(hari)s; perubahan baru hanya sesudah itu.")
            % {"unit": baris.nama, "hari": date_format(baris.masa.upper, "j F Y")}
        )


def _sambung(  # noqa: PLR0913
    lama: SusunanUnit,
    tanggal: date,
    dasar: str,
    *,
    nama: str | None = None,
    induk: int | None = None,
    jalur: str | None = None,
    arsip: bool | None = None,
) -> SusunanUnit:
    """End a row on ``tanggal`` and begin the next with what changed; the same day: in its place."""
    isi = {
        "nama": lama.nama if nama is None else nama,
        "induk_id": lama.induk_id if induk is None else induk,
        "jalur": lama.jalur if jalur is None else jalur,
        "arsip": lama.arsip if arsip is None else arsip,
        "dasar": dasar.strip(),
    }
    isi["kedalaman"] = str(isi["jalur"]).count(".") - 1
    if lama.masa.lower == tanggal:
        SusunanUnit.objects.filter(pk=lama.pk).update(**isi)
        return SusunanUnit.objects.get(pk=lama.pk)
    SusunanUnit.objects.filter(pk=lama.pk).update(masa=DateRange(lama.masa.lower, tanggal))
    return SusunanUnit.objects.create(
        instansi_id=lama.instansi_id,
        unit_id=lama.unit_id,
        masa=DateRange(tanggal, None),
        urutan=lama.urutan,
        **isi,
    )


def _bawahan(instansi: Instansi, s: SusunanUnit, tanggal: date) -> list[SusunanUnit]:
    """What stands below a unit on that day, parents before children."""
    return list(
        SusunanUnit.objects.filter(
            instansi=instansi, masa__contains=tanggal, jalur__startswith=s.jalur
        )
        .exclude(pk=s.pk)
        .select_related("unit")
        .order_by("kedalaman")
    )


def _pindah(
    instansi: Instansi, pergi: SusunanUnit, ke: SusunanUnit, tanggal: date, dasar: str
) -> None:
    """Write the new place of a unit and the new paths of all below it."""
    bawahan = _bawahan(instansi, pergi, tanggal)
    for s in bawahan:
        _tanpa_rencana(s)
    jalur = f"{ke.jalur}{pergi.unit_id}."
    lama = pergi.jalur
    _sambung(pergi, tanggal, dasar, induk=ke.unit_id, jalur=jalur)
    for s in bawahan:
        _sambung(s, tanggal, dasar, jalur=jalur + s.jalur.removeprefix(lama))
    naikkan_versi_data([(s.unit_id, TAHUN_SUSUNAN) for s in (pergi, *bawahan)])


def _bubarkan(
    instansi: Instansi, pergi: SusunanUnit, ke: SusunanUnit, tanggal: date, dasar: str
) -> None:
    """End a unit: an archive below its successor; what serves the public goes over alive."""
    if pergi.induk_id is None:
        raise _tolak("unit", _("Akar susunan tidak dapat digabung atau dipecah."))
    if ke.jalur.startswith(pergi.jalur):
        raise _tolak("ke", _("%s berada di bawah unit yang berakhir; pindahkan dahulu.") % ke.nama)
    for s in _bawahan(instansi, pergi, tanggal):
        if s.induk_id == pergi.unit_id and s.unit.jenis not in BAGIAN_DALAM and not s.arsip:
            _pindah(instansi, s, ke, tanggal, dasar)
    sisa = _bawahan(instansi, pergi, tanggal)
    jalur, lama = f"{ke.jalur}{pergi.unit_id}.", pergi.jalur
    _sambung(pergi, tanggal, dasar, induk=ke.unit_id, jalur=jalur, arsip=True)
    for s in sisa:
        _sambung(s, tanggal, dasar, jalur=jalur + s.jalur.removeprefix(lama), arsip=True)
    _kosongkan_jabatan([s.unit_id for s in (pergi, *sisa)], tanggal)
    naikkan_versi_data([(s.unit_id, TAHUN_SUSUNAN) for s in (pergi, *sisa)])


def _kosongkan_jabatan(unit: Sequence[int], tanggal: date) -> None:
    """Holdings of posts that are no more end the day before.

    One that begins on that day or later may have signed since: it is named, and nothing is done.
    """
    dipegang = PenugasanJabatan.objects.filter(jabatan__unit_id__in=unit)
    sesudah = (
        dipegang.filter(masa__startswith__gte=tanggal)
        .select_related("jabatan", "pegawai")
        .order_by("-masa")
        .first()
    )
    if sesudah is not None:
        raise PerpindahanTidakSah(
            _(
                "%(jabatan)s dipegang %(nama)s sejak %(hari)s. Pilih tanggal sesudahnya, "
                "atau batalkan dahulu penugasan itu."
            )
            % {
                "jabatan": sesudah.jabatan.nama,
                "nama": sesudah.pegawai.nama,
                "hari": date_format(sesudah.masa.lower, "j F Y"),
            }
        )
    for p in dipegang.filter(masa__contains=tanggal):
        p.masa = DateRange(p.masa.lower, tanggal)
        p.versi += 1
        p.save(update_fields=["masa", "versi"])


def _silsilah(  # noqa: PLR0913, PLR0917
    dari: int, ke: int, jenis: str, tanggal: date, dasar: str, instansi: Instansi
) -> None:
    SilsilahUnit.objects.create(
        instansi=instansi, dari_id=dari, ke_id=ke, jenis=jenis, tanggal=tanggal, dasar=dasar.strip()
    )
