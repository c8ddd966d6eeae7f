"""Recording what was learnt, what was tried, and what was decided with money."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.manfaat.models import Inovasi, KeputusanAnggaran, PindahAnggaran, ProgramKapasitas
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Jabatan
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.services import naikkan_versi_sah
from sakip.perencanaan.models import Indikator

PALING_AWAL = date(2000, 1, 1)
SETAHUN = timedelta(days=366)
RUPIAH_MAKS = Decimal(10) ** 15  # beyond any budget of a government


@layanan
def catat_kapasitas(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    kode: str,
    nama: str,
    tahun: int,
    isi: Mapping[str, Any],
    sumber: Sequence[Mapping[str, str]],
    satu_sumber: bool,
    sifat: str,
) -> ProgramKapasitas:
    """Record a programme in which leaders learnt, as its sources tell it.

    The same code twice returns the one that is there. A published record needs a source.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.CATAT_KAPASITAS)
    if sifat == "terbit" and not sumber:
        raise IsianTidakSah.dari(
            _("Program tidak dicatat."), {"sumber": _("Fakta terbit memerlukan sumbernya.")}
        )
    program, baru = ProgramKapasitas.objects.get_or_create(
        instansi=instansi,
        kode=kode,
        defaults={
            "unit_id": tempat.id,
            "nama": nama,
            "tahun": tahun,
            "isi": dict(isi),
            "sumber": [dict(s) for s in sumber],
            "satu_sumber": satu_sumber,
            "sifat": sifat,
        },
    )
    if baru:
        naikkan_versi_data([(tempat.id, organisasi.TAHUN_SUSUNAN)])
    return program


@layanan
def catat_inovasi(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    nama: str,
    uraian: str,
    pelajaran: str,
    indikator: str,
    mulai: date,
    program: str = "",
    sifat: str = "asli",
) -> Inovasi:
    """Record something new: which lesson led to it, and which indicator of the unit it must move.

    ``indikator`` and ``program`` are codes. All faults at once; a name twice is refused.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.CATAT_INOVASI)
    tuju = Indikator.objects.filter(unit_id=tempat.id, kode=indikator, ditarik=False).first()
    asal = ProgramKapasitas.objects.filter(instansi=instansi, kode=program).first()
    salah = {
        n: _("Wajib diisi.")
        for n, isi in (("nama", nama), ("uraian", uraian), ("pelajaran", pelajaran))
        if not isi.strip()
    }
    if tuju is None:
        salah["indikator"] = _("Pilih indikator unit ini yang harus bergerak karenanya.")
    if program and asal is None:
        salah["program"] = _("Tidak ada program kapasitas “%s”.") % program
    if not PALING_AWAL <= mulai <= lingkup.pada + SETAHUN:
        salah["mulai"] = _("Tulis hari mulainya: paling lama sejak 2000, paling jauh setahun lagi.")
    if Inovasi.objects.filter(unit_id=tempat.id, nama=nama).exists():
        salah["nama"] = _("Inovasi bernama itu sudah tercatat di unit ini.")
    if salah or tuju is None:
        raise IsianTidakSah.dari(_("Inovasi tidak dicatat."), salah)
    inovasi = Inovasi.objects.create(
        instansi=instansi,
        unit_id=tempat.id,
        program=asal,
        nama=nama,
        uraian=uraian,
        pelajaran=pelajaran,
        indikator=tuju,
        mulai=mulai,
        sifat=sifat,
    )
    naikkan_versi_data([(tempat.id, mulai.year), (tempat.id, organisasi.TAHUN_SUSUNAN)])
    return inovasi


@dataclass(frozen=True, slots=True)
class Pindah:
    """One movement of money, full rupiah; empty codes: not said whence, or left the unit."""

    dari: str
    ke: str
    rupiah: Decimal


@layanan
def catat_keputusan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    tanggal: date | None,
    uraian: str,
    alasan: str,
    pindah: Sequence[Pindah],
    pemutus: UUID | None = None,
    indikator: str = "",
    diperiksa: date | None = None,
    sumber: Sequence[Mapping[str, str]] = (),
    sifat: str = "asli",
) -> KeputusanAnggaran:
    """Record a decision that moved money: why, who decided, and by which indicator it is checked.

    Our own decisions need day, reason and a day of checking; a published one needs its source. The
    same text of the same year twice returns the one that is there.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.CATAT_KEPUTUSAN)
    ada = KeputusanAnggaran.objects.filter(unit_id=tempat.id, tahun=tahun, uraian=uraian).first()
    if ada is not None:
        return ada
    tuju = Indikator.objects.filter(instansi=instansi, kode=indikator, unit_id=tempat.id).first()
    jabatan = Jabatan.objects.filter(instansi=instansi, uuid=pemutus).first() if pemutus else None
    salah = _salah_keputusan(tanggal, uraian, alasan, pindah, diperiksa, sumber, sifat)
    if indikator and tuju is None:
        salah["indikator"] = _("Indikator itu bukan indikator unit ini.")
    if pemutus and jabatan is None:
        salah["pemutus"] = _("Jabatan itu tidak ada di instansi ini.")
    if salah:
        raise IsianTidakSah.dari(_("Keputusan tidak dicatat."), salah)
    keputusan = KeputusanAnggaran.objects.create(
        instansi=instansi,
        unit_id=tempat.id,
        tahun=tahun,
        tanggal=tanggal,
        uraian=uraian,
        alasan=alasan,
        pemutus=jabatan,
        indikator=tuju,
        diperiksa=diperiksa,
        sumber=[dict(s) for s in sumber],
        sifat=sifat,
    )
    PindahAnggaran.objects.bulk_create(
        PindahAnggaran(
            instansi=instansi, keputusan=keputusan, dari=p.dari, ke=p.ke, rupiah=p.rupiah
        )
        for p in pindah
    )
    naikkan_versi_data([(tempat.id, tahun)])
    # The head of the region reads beside what counts whether it was decided on.
    naikkan_versi_sah(instansi.pk, [tahun])
    return keputusan


def _salah_keputusan(  # noqa: PLR0913, PLR0917
    tanggal: date | None,
    uraian: str,
    alasan: str,
    pindah: Sequence[Pindah],
    diperiksa: date | None,
    sumber: Sequence[Mapping[str, str]],
    sifat: str,
) -> dict[str, str]:
    salah = {}
    if not uraian.strip():
        salah["uraian"] = _("Wajib diisi.")
    if not pindah:
        salah["pindah"] = _("Sebutkan sedikitnya satu pemindahan anggaran.")
    if any(not p.rupiah.is_finite() or p.rupiah <= 0 for p in pindah):
        salah["pindah"] = _("Rupiah yang dipindahkan harus lebih besar dari nol.")
    elif any(p.rupiah != int(p.rupiah) or p.rupiah > RUPIAH_MAKS for p in pindah):
        salah["pindah"] = _("Tulis rupiah penuh tanpa sen, paling banyak seribu triliun.")
    if any(p.dari and p.dari == p.ke for p in pindah):
        salah["pindah"] = _("Asal dan tujuan pemindahan sama.")
    if sifat == "terbit":
        return salah if sumber else salah | {"sumber": _("Fakta terbit memerlukan sumbernya.")}
    if tanggal is None:
        salah["tanggal"] = _("Wajib diisi.")
    if not alasan.strip():
        salah["alasan"] = _("Tulis alasannya; setahun lagi orang memeriksa apakah ia benar.")
    if diperiksa is None or (tanggal is not None and diperiksa <= tanggal):
        salah["diperiksa"] = _("Tentukan hari dampaknya diperiksa, sesudah keputusannya.")
    return salah
