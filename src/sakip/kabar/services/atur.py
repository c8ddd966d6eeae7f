"""What a person wants to hear and where: preferences, proving an address, stopping by a link."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.kabar.models import AturKabar, JenisKabar, Ringkasan
from sakip.kabar.services.surat import surat_sahkan
from sakip.kabar.tautan import sidik_surel
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi


@dataclass(frozen=True, slots=True)
class IsianAtur:
    """The form of preferences. ``jenis``: the kinds that are told; the others are off."""

    surel: str
    ringkasan: str
    hening_mulai: time
    hening_selesai: time
    hening_libur: bool
    jenis: Sequence[str]


@layanan
def atur_kabar(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, isian: IsianAtur, versi: int
) -> AturKabar:
    """Change the caller's own preferences; ``versi`` 0 when none were saved yet.

    A new address is written down but not used before the link that goes to it was followed; the
    same address again while it is not proven sends a new link, at most one a day.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.LIHAT_KINERJA)
    surel = isian.surel.strip()
    _periksa(surel, isian)
    AturKabar.objects.get_or_create(
        instansi=instansi, pengguna_id=oleh.pengguna_id, defaults={"versi": 0}
    )
    atur = _kunci(instansi, oleh.pengguna_id)
    if atur.versi != versi:
        raise VersiUsang(
            _("Pengaturan ini sudah diubah di jendela lain. Muat ulang, lalu ulangi perubahannya."),
            milik_anda=versi,
            tersimpan=atur.versi,
        )
    if surel.lower() != atur.surel.lower():
        atur.surel_sah_pada, atur.surel_ditolak, atur.surel_catatan = None, 0, ""
    atur.surel, atur.ringkasan = surel, isian.ringkasan
    atur.hening_mulai, atur.hening_selesai = isian.hening_mulai, isian.hening_selesai
    atur.hening_libur = isian.hening_libur
    atur.jenis_mati = [j for j in JenisKabar.values if j not in isian.jenis]
    atur.versi += 1
    atur.save()
    if surel and atur.surel_sah_pada is None:
        surat_sahkan(atur, instansi, lingkup.pada, saat)
    return atur


def _periksa(surel: str, isian: IsianAtur) -> None:
    salah = {}
    if surel:
        try:
            validate_email(surel)
        except ValidationError:
            salah["surel"] = _("Ini bukan alamat surel. Contoh: nama@contoh.go.id.")
    if len(surel) > 254:
        salah["surel"] = _("Alamat surel paling panjang 254 huruf.")
    if isian.ringkasan not in Ringkasan.values:
        salah["ringkasan"] = _("Pilih: %s.") % ", ".join(str(r) for r in Ringkasan.labels)
    elif isian.ringkasan != Ringkasan.MATI and not surel:
        salah["surel"] = _("Ringkasan surel memerlukan alamat; isi, atau pilih tidak dikirim.")
    if asing := sorted(set(isian.jenis) - set(JenisKabar.values)):
        salah["jenis"] = _("Jenis kabar tidak dikenal: %s.") % ", ".join(asing)
    if salah:
        raise IsianTidakSah.dari(_("Pengaturan tidak disimpan."), salah)


def _kunci(instansi: Instansi, pengguna_id: int) -> AturKabar:
    atur = (
        AturKabar.objects.select_for_update(of=("self",))
        .select_related("pengguna")
        .filter(instansi=instansi, pengguna_id=pengguna_id)
        .first()
    )
    if atur is None:
        raise TidakDitemukan(_("Akun ini belum mempunyai pengaturan kabar."))
    return atur


@layanan
def sahkan_surel(*, oleh: Pelaku, saat: datetime, instansi: Instansi, sidik: str) -> AturKabar:
    """The link that was sent to the address was followed: the address is the caller's.

    ``sidik`` is the fingerprint of the address in the link; another address has been put in its
    place since, the link is of no use. Twice is once.
    """
    organisasi.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.LIHAT_KINERJA)
    atur = _kunci(instansi, oleh.pengguna_id)
    if not atur.surel or sidik_surel(atur.surel) != sidik:
        raise TidakDitemukan(
            _("Tautan ini untuk alamat yang sudah diganti. Pakai tautan di surel terbaru.")
        )
    if atur.surel_sah_pada is None:
        atur.surel_sah_pada, atur.surel_ditolak, atur.surel_catatan = saat, 0, ""
        atur.versi += 1
        atur.save(update_fields=["surel_sah_pada", "surel_ditolak", "surel_catatan", "versi"])
    return atur


@layanan
def hentikan_ringkasan(*, oleh: Pelaku, saat: datetime, instansi: Instansi) -> AturKabar:
    """Stop the digest of the caller, as the link in every digest does. Twice is once."""
    organisasi.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.LIHAT_KINERJA)
    atur = _kunci(instansi, oleh.pengguna_id)
    if atur.ringkasan != Ringkasan.MATI:
        atur.ringkasan = Ringkasan.MATI
        atur.versi += 1
        atur.save(update_fields=["ringkasan", "versi"])
    return atur


def pelaku_tautan(pengguna: UUID) -> Pelaku:
    """The account that a signed link speaks for. One query."""
    pk = Pengguna.objects.filter(uuid=pengguna, is_active=True).values_list("pk", flat=True).first()
    if pk is None:
        raise TidakDitemukan(_("Akun itu tidak ada lagi."))
    return Pelaku(pk)
