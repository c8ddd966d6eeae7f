"""What webhooks are told: events found, queued once each, delivered, tried again, given up."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.utils.translation import gettext_lazy, gettext_noop

from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.kabar.models import Antaran, JenisKabar, KeadaanKirim, Webhook
from sakip.kabar.selectors import jendela_unit
from sakip.kabar.services.baca import Isi, catat_pesan
from sakip.kabar.tautan import alamat_sasaran, rahasia_webhook
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services.unit import hanya_sistem
from sakip.pengukuran.models import RiwayatLembar

TERLAMBAT = "lembar.terlambat"
# By the act that causes it; a sheet that is late causes its event by the calendar.
DARI_TINDAKAN = {
    "ajukan": "lembar.diajukan",
    "verifikasi": "lembar.diverifikasi",
    "setujui": "lembar.disetujui",
    "kunci": "lembar.terkunci",
}
PERISTIWA = {
    "lembar.diajukan": gettext_lazy("lembar diajukan"),
    "lembar.diverifikasi": gettext_lazy("lembar diverifikasi"),
    "lembar.disetujui": gettext_lazy("lembar disetujui"),
    "lembar.terkunci": gettext_lazy("lembar terkunci"),
    TERLAMBAT: gettext_lazy("lembar terlambat diajukan"),
}
# An act is seen at the next look, a minute later; after a longer stop as far back as this.
DICARI = timedelta(days=3)
JEDA = (1, 5, 30, 120, 720)  # minutes until the next attempt; then this delivery is given up
TERPUTUS_SETELAH = timedelta(minutes=10)
MATI_SETELAH = 10  # failures in a row
POLA_MATI = gettext_noop("Webhook {nama} dimatikan setelah {kali} kali gagal")


@layanan
def antre_peristiwa(*, oleh: Pelaku, saat: datetime, webhook: UUID) -> int:
    """Find what happened since the last look and queue each event once. Returns how many are new.

    An event names instansi, unit, quarter, act and address; no figure and no person.
    """
    hanya_sistem(oleh)
    baris = kunci(Webhook.objects.select_related("instansi"), uuid=webhook)
    if not baris.aktif:
        return 0
    pada = organisasi.tanggal_di(baris.instansi, saat)
    lingkup = organisasi.lingkup_pelaku(oleh, baris.instansi, saat)
    semua = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA)
    induk = next((u for u in semua if u.id == baris.unit_id), None)
    if induk is None:
        return 0
    unit = {u.id: u for u in semua if u.jalur.startswith(induk.jalur)}
    sejak = max(baris.aktif_sejak, saat - DICARI)
    calon = [*_tindakan(baris, unit, sejak, saat)]
    if TERLAMBAT in baris.peristiwa:
        calon += _terlambat(baris, [u for u in unit.values() if u.jenis in BERKINERJA], sejak, pada)
    sudah = set(
        Antaran.objects.filter(webhook=baris, kunci__in=[k for k, _p, _i in calon]).values_list(
            "kunci", flat=True
        )
    )
    baru = [(k, p, isi) for k, p, isi in calon if k not in sudah]
    Antaran.objects.bulk_create(
        Antaran(
            instansi=baris.instansi,
            webhook=baris,
            peristiwa=p,
            kunci=k,
            isi=isi,
            coba_pada=saat,
            dibuat_pada=saat,
        )
        for k, p, isi in baru
    )
    return len(baru)


Calon = tuple[str, str, dict[str, Any]]


def _tindakan(
    w: Webhook, unit: dict[int, UnitTampak], sejak: datetime, saat: datetime
) -> list[Calon]:
    jenis = {t: p for t, p in DARI_TINDAKAN.items() if p in w.peristiwa}
    riwayat = RiwayatLembar.objects.filter(
        lembar__unit_id__in=unit,
        tindakan__in=jenis,
        realisasi__isnull=True,
        saat__gte=sejak,
        saat__lte=saat,
    ).select_related("lembar__periode")
    return [
        (
            f"lembar:{r.pk}",
            jenis[r.tindakan],
            _badan(
                w,
                jenis[r.tindakan],
                unit[r.lembar.unit_id],
                (r.lembar.periode.tahun, r.lembar.periode.nomor),
                r.saat,
            ),
        )
        for r in riwayat.order_by("saat")
    ]


def _terlambat(w: Webhook, unit: list[UnitTampak], sejak: datetime, pada: date) -> list[Calon]:
    mulai = organisasi.tanggal_di(w.instansi, sejak)
    return [
        (
            f"terlambat:{j.jadwal.uuid}:{j.unit.id}:{j.batas}",
            TERLAMBAT,
            _badan(w, TERLAMBAT, j.unit, (j.tahun, j.triwulan), None)
            | {"batas": j.batas.isoformat()},
        )
        for j in jendela_unit(w.instansi_id, unit, pada)
        if not j.diajukan and mulai <= j.batas + timedelta(days=1) <= pada
    ]


def _badan(
    w: Webhook, peristiwa: str, unit: UnitTampak, lembar: tuple[int, int], saat: datetime | None
) -> dict[str, Any]:
    tahun, triwulan = lembar
    sasaran: dict[str, object] = {
        "halaman": "lembar_pengukuran",
        "isi": [tahun, unit.slug, triwulan],
    }
    return {
        "peristiwa": peristiwa,
        "instansi": w.instansi.kode,
        "unit": {"kode": unit.kode, "alamat": unit.slug, "nama": unit.nama},
        "tahun": tahun,
        "triwulan": triwulan,
        "pada": saat.isoformat() if saat else None,
        "tautan": settings.ALAMAT_PUBLIK + alamat_sasaran(w.instansi.kode, sasaran),
        "contoh": w.instansi.contoh,
    }


@dataclass(frozen=True, slots=True)
class Paket:
    """One delivery on its way out, apart from the database."""

    uuid: UUID
    alamat: str
    peristiwa: str
    isi: dict[str, Any]
    rahasia: str


@layanan
def mulai_antar(*, oleh: Pelaku, saat: datetime, antaran: UUID) -> Paket | None:
    """Take a delivery out of the queue, counting the attempt; ``None``: not now, or never more.

    One that was cut off is sent again: its receiver tells the two apart by the id in the header.
    """
    hanya_sistem(oleh)
    baris = kunci(Antaran.objects.select_related("webhook"), uuid=antaran)
    if baris.keadaan not in {KeadaanKirim.MENUNGGU, KeadaanKirim.MENGIRIM}:
        return None
    if baris.coba_pada > saat:
        return None
    if not baris.webhook.aktif or baris.percobaan > len(JEDA):
        baris.keadaan, baris.selesai_pada = KeadaanKirim.GAGAL, saat
        baris.save(update_fields=["keadaan", "selesai_pada"])
        return None
    baris.keadaan = KeadaanKirim.MENGIRIM
    baris.percobaan += 1
    baris.coba_pada = saat + TERPUTUS_SETELAH
    baris.save(update_fields=["keadaan", "percobaan", "coba_pada"])
    w = baris.webhook
    return Paket(
        baris.uuid, w.alamat, baris.peristiwa, baris.isi, rahasia_webhook(w.uuid, w.putaran)
    )


@layanan
def catat_antar(
    *, oleh: Pelaku, saat: datetime, antaran: UUID, status: int | None, sebab: str
) -> Antaran:
    """Write down how an attempt ended; ``sebab`` empty: delivered.

    After ten failures in a row the webhook is switched off, and its keepers find out.
    """
    hanya_sistem(oleh)
    baris = kunci(Antaran.objects.select_related("instansi"), uuid=antaran)
    if baris.keadaan != KeadaanKirim.MENGIRIM:
        return baris
    w = Webhook.objects.select_for_update().get(pk=baris.webhook_id)
    baris.status, baris.catatan = status, sebab[:200]
    if not sebab:
        baris.keadaan, baris.selesai_pada = KeadaanKirim.TERKIRIM, saat
        w.gagal_beruntun = 0
    else:
        w.gagal_beruntun += 1
        if baris.percobaan > len(JEDA):
            baris.keadaan, baris.selesai_pada = KeadaanKirim.GAGAL, saat
        else:
            baris.keadaan = KeadaanKirim.MENUNGGU
            baris.coba_pada = saat + timedelta(minutes=JEDA[baris.percobaan - 1])
    baris.save(update_fields=["status", "catatan", "keadaan", "coba_pada", "selesai_pada"])
    if w.aktif and w.gagal_beruntun >= MATI_SETELAH:
        _matikan(w, baris, saat)
    w.save(update_fields=["gagal_beruntun", "aktif", "sebab_mati", "versi"])
    return baris


def _matikan(w: Webhook, baris: Antaran, saat: datetime) -> None:
    w.aktif, w.sebab_mati = False, baris.catatan
    w.versi += 1
    catat_pesan(
        instansi=baris.instansi,
        unit_id=w.unit_id,
        isi=Isi(
            JenisKabar.SISTEM,
            f"webhook-mati:{w.uuid}:{w.versi}",
            POLA_MATI,
            isian={"nama": w.nama, "kali": str(w.gagal_beruntun)},
            sasaran={"halaman": "webhook", "isi": []},
            catatan=baris.catatan,
        ),
        peran=[Peran.ADMIN_INSTANSI],
        saat=saat,
    )
