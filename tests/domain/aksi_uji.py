"""A plan of action of Dinas Anggrek at any point of its way."""

from datetime import date
from typing import Any
from uuid import UUID

from django.db.backends.postgresql.psycopg_any import DateRange

from domain.pemeran import MULAI, Dunia, menulis_langsung
from domain.perjanjian_uji import UNIT, dasar, ditandatangani, tata
from domain.rencana_uji import TAHUN
from sakip.bersama.izin import Peran
from sakip.organisasi import services as organisasi
from sakip.organisasi.models import PenugasanPeran
from sakip.perjanjian import services
from sakip.perjanjian.models import RencanaAksi
from sakip.perjanjian.services import IsianAksi

SUSUN, VERIFIKASI, SETUJU = date(TAHUN, 1, 27), date(TAHUN, 1, 29), date(TAHUN, 1, 30)
ALASAN = "banyaknya pengaduan tidak dapat dijanjikan; triwulan diukur terhadap 90 % kumulatif"


def tata_aksi(dunia: Dunia) -> None:
    """A signed agreement; Hari verifies for Dinas Anggrek."""
    tata(dunia)
    ditandatangani(dunia)
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["hari"].pengguna_id,
        peran=Peran.VERIFIKATOR_UNIT,
        unit=UNIT,
        mulai=MULAI,
        selesai=None,
    )


def buat(dunia: Dunia, hari: date = SUSUN, **ganti: Any) -> RencanaAksi:
    """Ani draws it up."""
    isi: dict[str, Any] = {**dasar(dunia, "ani", hari), "unit": UNIT, "tahun": TAHUN}
    return services.susun_aksi(**isi | ganti)


def lanjut(dunia: Dunia, aksi: RencanaAksi, siapa: str, hari: date, **ganti: Any) -> dict[str, Any]:
    """Arguments of an act on this plan of action as it stands now."""
    aksi.refresh_from_db()
    return dasar(dunia, siapa, hari) | {"rencana": aksi.uuid, "versi": aksi.versi} | ganti


def indikator(aksi: RencanaAksi, kode: str) -> UUID:
    """The outside name of an indicator of the unit."""
    return aksi.unit.indikator.get(kode=kode).uuid


def terjawab(dunia: Dunia, hari: date = SUSUN, **ganti: Any) -> RencanaAksi:
    """Drawn up, and the one difference answered."""
    aksi = buat(dunia, hari, **ganti)
    isian = IsianAksi(alasan={indikator(aksi, "aduan"): ALASAN})
    return services.ubah_aksi(**lanjut(dunia, aksi, "ani", hari, isian=isian))


def diajukan(dunia: Dunia, hari: date = SUSUN, **ganti: Any) -> RencanaAksi:
    aksi = terjawab(dunia, hari, **ganti)
    return services.ajukan_aksi(**lanjut(dunia, aksi, "ani", hari))


def diverifikasi(dunia: Dunia, hari: date = VERIFIKASI, **ganti: Any) -> RencanaAksi:
    aksi = diajukan(dunia, **ganti)
    return services.verifikasi_aksi(**lanjut(dunia, aksi, "hari", hari))


def disetujui(dunia: Dunia) -> RencanaAksi:
    aksi = diverifikasi(dunia)
    return services.setujui_aksi(**lanjut(dunia, aksi, "budi", SETUJU))


def plt_hari(dunia: Dunia, sejak: date) -> None:
    """Budi's peran ends the day before; Hari, who verifies, heads the unit from then on."""
    with menulis_langsung(dunia.sistem):
        budi = PenugasanPeran.objects.get(
            pengguna_id=dunia.orang["budi"].pengguna_id, peran=Peran.PIMPINAN_UNIT
        )
        budi.masa = DateRange(MULAI, sejak)
        budi.save(update_fields=["masa"])
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["hari"].pengguna_id,
        peran=Peran.PIMPINAN_UNIT,
        unit=UNIT,
        mulai=sejak,
        selesai=None,
    )


def tunjuk_dewi(dunia: Dunia, sejak: date) -> None:
    """Dewi, who may look at the unit, is named to approve where the head may not."""
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["dewi"].pengguna_id,
        peran=Peran.PEGAWAI,
        unit=UNIT,
        mulai=sejak,
        selesai=None,
    )
    organisasi.tunjuk_pengganti(
        **dunia.dasar("fitri"),
        unit=UNIT,
        peran=Peran.PIMPINAN_UNIT,
        pengguna_id=dunia.orang["dewi"].pengguna_id,
        mulai=sejak,
        selesai=date(sejak.year, 12, 31),
        dasar="800/12/2026",
    )
