"""What the worker looks for: whose digest may be due, which letters and events wait."""

from datetime import datetime
from uuid import UUID

from sakip.kabar.models import (
    Antaran,
    AturKabar,
    KeadaanKirim,
    Ringkasan,
    Surat,
    Webhook,
)
from sakip.organisasi.models import Instansi

SEKALI = 200  # letters or events of one run; the next one goes on
TERBUKA = (KeadaanKirim.MENUNGGU, KeadaanKirim.MENGIRIM)


def penerima_ringkasan() -> list[tuple[Instansi, int]]:
    """Accounts that want a digest at a proven address; the service looks at all else. One query."""
    return [
        (a.instansi, a.pengguna_id)
        for a in AturKabar.objects.filter(surel_sah_pada__isnull=False)
        .exclude(ringkasan=Ringkasan.MATI)
        .select_related("instansi")
        .order_by("id")
    ]


def surat_menunggu(saat: datetime) -> list[UUID]:
    """Letters whose time has come, the oldest first. One query."""
    return list(
        Surat.objects.filter(keadaan__in=TERBUKA, coba_pada__lte=saat)
        .order_by("coba_pada")
        .values_list("uuid", flat=True)[:SEKALI]
    )


def antaran_menunggu(saat: datetime) -> list[UUID]:
    """Events whose time has come, the oldest first. One query."""
    return list(
        Antaran.objects.filter(keadaan__in=TERBUKA, coba_pada__lte=saat)
        .order_by("coba_pada", "id")
        .values_list("uuid", flat=True)[:SEKALI]
    )


def webhook_aktif() -> list[UUID]:
    """Webhooks that are on. One query."""
    return list(Webhook.objects.filter(aktif=True).order_by("id").values_list("uuid", flat=True))
