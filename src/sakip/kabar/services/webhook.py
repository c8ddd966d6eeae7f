"""Webhooks: registering an address outside, switching it, giving it another secret."""

from collections.abc import Sequence
from datetime import datetime
from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.jaringan import alamat_umum
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.kabar import selectors
from sakip.kabar.models import Webhook
from sakip.kabar.services.antar import PERISTIWA
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi

BANYAK_MAKS = 10  # webhooks of one government
MATIKAN, HIDUPKAN, PUTAR = "matikan", "hidupkan", "ganti_rahasia"


@layanan
def daftarkan_webhook(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    nama: str,
    alamat: str,
    peristiwa: Sequence[str],
) -> Webhook:
    """Register an address that is told of events in the caller's unit and those below it."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.KELOLA_WEBHOOK)
    unit = selectors.unit_webhook(lingkup)
    nama, alamat = nama.strip(), alamat.strip()
    salah = {}
    if not nama or len(nama) > 80:
        salah["nama"] = _("Tulis nama penerimanya, paling panjang 80 huruf.")
    if sebab := _alamat_salah(alamat):
        salah["alamat"] = sebab
    elif Webhook.objects.filter(instansi=instansi, alamat=alamat).exists():
        salah["alamat"] = _("Alamat ini sudah terdaftar.")
    if not peristiwa or set(peristiwa) - set(PERISTIWA):
        salah["peristiwa"] = _("Pilih paling sedikit satu peristiwa dari daftar.")
    if Webhook.objects.filter(instansi=instansi).count() >= BANYAK_MAKS:
        salah["nama"] = _("Paling banyak %s webhook satu instansi.") % BANYAK_MAKS
    if salah:
        raise IsianTidakSah.dari(_("Webhook tidak didaftarkan."), salah)
    return Webhook.objects.create(
        instansi=instansi,
        unit_id=unit.id,
        nama=nama,
        alamat=alamat,
        peristiwa=[p for p in PERISTIWA if p in peristiwa],
        aktif_sejak=saat,
        dibuat_pada=saat,
    )


def _alamat_salah(alamat: str) -> str:
    """Why an address is refused at once; where its name leads is looked at with each sending."""
    try:
        bagian = urlsplit(alamat)
        port = bagian.port
    except ValueError:
        return _("Ini bukan alamat https.")
    if bagian.scheme != "https" or not bagian.hostname or len(alamat) > 500:
        return _("Alamat harus diawali https:// dan paling panjang 500 huruf.")
    if bagian.username or bagian.password or bagian.fragment or port not in {None, 443, 8443}:
        return _("Alamat tidak boleh memuat nama pengguna atau #, dan portnya 443 atau 8443.")
    return "" if _keluar(bagian) else _("Alamat ini menuju jaringan dalam. Pakai alamat umum.")


def _keluar(bagian: SplitResult) -> bool:
    """Whether the host may be outside: a name with a dot, or a public number."""
    host = (bagian.hostname or "").rstrip(".")
    try:
        return alamat_umum(str(ip_address(host)))
    except ValueError:
        return "." in host and not host.endswith((".local", ".internal", ".localhost", ".lan"))


@layanan
def ubah_webhook(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    webhook: UUID,
    tindakan: str,
    versi: int,
) -> Webhook:
    """Switch it off or on, or give it another secret; the log of what went out stays."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.KELOLA_WEBHOOK)
    jangkauan = [u.id for u in organisasi.daftar_unit(lingkup, Tindakan.KELOLA_WEBHOOK)]
    baris = kunci(
        Webhook.objects.filter(instansi=instansi, unit_id__in=jangkauan), uuid=webhook, versi=versi
    )
    if tindakan == PUTAR:
        baris.putaran += 1
    elif tindakan in {MATIKAN, HIDUPKAN} and baris.aktif != (tindakan == HIDUPKAN):
        baris.aktif, baris.sebab_mati, baris.gagal_beruntun = tindakan == HIDUPKAN, "", 0
        # What happened while it was off is not told afterwards.
        baris.aktif_sejak = saat if baris.aktif else baris.aktif_sejak
    else:
        raise PerpindahanTidakSah(_("Tindakan itu tidak dapat dilakukan sekarang."))
    baris.versi += 1
    baris.save()
    return baris
