"""Setting an indicator before the head of the region for a year, and taking it off again."""

from datetime import datetime
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.pengukuran.models import Prioritas
from sakip.pengukuran.services.proyeksi import naikkan_versi_sah
from sakip.perencanaan.models import Indikator

PRIORITAS_MAKS = 5  # what a person looks at in three minutes
PANJANG_ALASAN = 500


@layanan
def sematkan_prioritas(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    tahun: int,
    unit: str,
    indikator: str,
    alasan: str,
) -> Prioritas:
    """Set an indicator before the head of the region. Raises at five, or where it is set already.

    The same indicator of other units (by its code) is looked at together with it.
    """
    lingkup = _lingkup(oleh, saat, instansi)
    salah = _salah_alasan(alasan)
    tuju = None
    if unit:
        tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.ATUR_PRIORITAS)
        tuju = Indikator.objects.filter(unit_id=tempat.id, kode=indikator, ditarik=False).first()
    if tuju is None:
        salah["indikator"] = _("Indikator itu bukan indikator unit ini. Pilih dari daftarnya.")
    if salah or tuju is None:
        raise IsianTidakSah.dari(_("Prioritas tidak disematkan."), salah)
    # Its row is held until the end, so that two people at once cannot make it six.
    naikkan_versi_sah(instansi.pk, [tahun])
    berlaku = Prioritas.objects.filter(instansi=instansi, tahun=tahun, dilepas_pada__isnull=True)
    if berlaku.filter(indikator=tuju).exists():
        raise PerpindahanTidakSah(_("Indikator itu sudah menjadi prioritas %s.") % tahun)
    if berlaku.count() >= PRIORITAS_MAKS:
        raise PerpindahanTidakSah(
            _("Sudah ada %s prioritas; lepaskan satu lebih dahulu.") % PRIORITAS_MAKS
        )
    akhir = Prioritas.objects.filter(instansi=instansi, tahun=tahun).aggregate(n=Max("urutan"))["n"]
    return Prioritas.objects.create(
        instansi=instansi,
        indikator=tuju,
        tahun=tahun,
        urutan=1 if akhir is None else akhir + 1,
        alasan=alasan.strip(),
        disematkan_pada=saat,
    )


@layanan
def lepas_prioritas(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    prioritas: UUID,
    alasan: str,
    versi: int,
) -> Prioritas:
    """Take a priority off, with the reason; it stays in the record."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.ATUR_PRIORITAS)
    baris = kunci(
        Prioritas.objects.filter(instansi=instansi).select_related("indikator__unit"),
        uuid=prioritas,
        versi=versi,
    )
    _wajib_unit(lingkup, baris)
    if baris.dilepas_pada is not None:
        raise PerpindahanTidakSah(_("Prioritas itu sudah dilepas."))
    if salah := _salah_alasan(alasan):
        raise IsianTidakSah.dari(_("Prioritas tidak dilepas."), salah)
    baris.dilepas_pada, baris.alasan_lepas = saat, alasan.strip()
    baris.versi += 1
    baris.save(update_fields=["dilepas_pada", "alasan_lepas", "versi"])
    naikkan_versi_sah(instansi.pk, [baris.tahun])
    return baris


def _wajib_unit(lingkup: Lingkup, baris: Prioritas) -> None:
    """The leave is asked for at the indicator's unit; where that has ended, at the root."""
    try:
        organisasi.unit_menurut_slug(lingkup, baris.indikator.unit.slug, Tindakan.ATUR_PRIORITAS)
    except TidakDitemukan:
        lingkup.wajib(Tindakan.ATUR_PRIORITAS, organisasi.akar(lingkup).jalur)


def _lingkup(oleh: Pelaku, saat: datetime, instansi: Instansi) -> Lingkup:
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.ATUR_PRIORITAS)
    return lingkup


def _salah_alasan(alasan: str) -> dict[str, str]:
    if not alasan.strip():
        return {"alasan": _("Sebutkan alasannya; pimpinan membacanya.")}
    if len(alasan) > PANJANG_ALASAN:
        return {"alasan": _("Paling panjang %s huruf.") % PANJANG_ALASAN}
    return {}
