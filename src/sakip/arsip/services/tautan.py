"""Looking at links: asked for by people, repeated each week, done by the worker alone."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import OuterRef, Q, Subquery
from django.utils.translation import gettext as _

from sakip.arsip.models import Bukti, PeriksaTautan
from sakip.arsip.tautan import HasilTautan, Keadaan
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.organisasi.services.unit import hanya_sistem

JEDA = timedelta(minutes=5)  # between two looks that people ask for
BERKALA = timedelta(days=7)
SEKALI = 500  # links that one run of the weekly job takes


def antrekan(bukti: Bukti, saat: datetime) -> None:
    """Mark a link as being looked at, and give it to the worker. Part of a service; two queries."""
    from sakip.arsip.pekerjaan import periksa_satu_tautan  # noqa: PLC0415 - it calls this package

    PeriksaTautan.objects.create(
        instansi_id=bukti.instansi_id, bukti=bukti, keadaan=Keadaan.ANTRE, diperiksa_pada=saat
    )
    periksa_satu_tautan.defer(bukti=str(bukti.uuid))


@layanan
def minta_periksa_tautan(*, oleh: Pelaku, saat: datetime, instansi: Instansi, bukti: UUID) -> Bukti:
    """Have a link looked at again; returns at once. Asked within five minutes, it waits."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    # Locked, so that two clicks at once ask once.
    baris = kunci(Bukti.objects.filter(instansi=instansi).select_related("unit"), uuid=bukti)
    organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.UNGGAH_BUKTI)
    if not baris.tautan:
        raise IsianTidakSah(_("Bukti ini berkas, bukan tautan; tidak ada yang diperiksa."))
    terakhir = baris.periksa.order_by("-id").first()
    if terakhir is not None and saat - terakhir.diperiksa_pada < JEDA:
        raise IsianTidakSah(_("Tautan ini baru saja diperiksa. Coba lagi beberapa menit lagi."))
    antrekan(baris, saat)
    naikkan_versi_data([(baris.unit_id, baris.tahun)])
    return baris


@layanan
def catat_periksa_tautan(
    *, oleh: Pelaku, saat: datetime, bukti: UUID, hasil: HasilTautan
) -> PeriksaTautan:
    """Keep what the worker found. The asking itself happened before, outside any transaction."""
    hanya_sistem(oleh)
    baris = kunci(Bukti.objects.all(), uuid=bukti)
    catatan = PeriksaTautan.objects.create(
        instansi_id=baris.instansi_id,
        bukti=baris,
        keadaan=hasil.keadaan,
        keterangan=hasil.keterangan[:300],
        diperiksa_pada=saat,
    )
    naikkan_versi_data([(baris.unit_id, baris.tahun)])
    return catatan


@layanan
def jadwalkan_periksa_tautan(*, oleh: Pelaku, saat: datetime) -> int:
    """Queue every link in use that nobody looked at for a week; how many. Withdrawn ones rest."""
    hanya_sistem(oleh)
    terakhir = PeriksaTautan.objects.filter(bukti=OuterRef("pk")).order_by("-id")
    lama = (
        Bukti.objects.filter(berkas=None, ditarik=False)
        .annotate(pada=Subquery(terakhir.values("diperiksa_pada")[:1]))
        .filter(Q(pada=None) | Q(pada__lte=saat - BERKALA))
        .order_by("pada", "id")[:SEKALI]
    )
    banyak = 0
    for bukti in lama:
        antrekan(bukti, saat)
        banyak += 1
    return banyak
