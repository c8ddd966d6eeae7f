"""E-mail: laid in an outbox with the act that causes it, sent afterwards, marked when it is gone.

Between sending and marking the program may be killed. The letter is then sent once more, and
should that be cut off too, given up: better one letter twice than a person at whom it knocks for
ever. Every attempt carries the same Message-ID.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import translation
from django.utils.formats import date_format
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.kabar import selectors
from sakip.kabar.kaidah import akhir_hening
from sakip.kabar.models import (
    Antaran,
    AturKabar,
    JenisKabar,
    JenisSurat,
    KeadaanKirim,
    Ringkasan,
    Surat,
)
from sakip.kabar.selectors import Butir
from sakip.kabar.services.baca import Isi, catat_pesan
from sakip.kabar.tautan import (
    GARAM_HENTIKAN,
    GARAM_SAHKAN,
    IsiTautan,
    alamat_penuh,
    sidik_surel,
    tanda_tautan,
)
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services.unit import hanya_sistem

BARIS_MAKS = 40
# Minutes until the next attempt; after the last one the letter is given up.
JEDA = (5, 15, 60, 240, 720)
TERPUTUS_SETELAH = timedelta(minutes=15)
DITOLAK_MAKS = 3
SAHKAN_MAKS = 3  # links that one person may have sent in a day
SIMPAN = timedelta(days=90)
UMUR_SURAT_SAHKAN = timedelta(days=2)  # so that a day is left for the link
POLA_DITOLAK = gettext_noop("Alamat surel Anda ditolak penerimanya; ringkasan dihentikan")


def surat_sahkan(atur: AturKabar, instansi: Instansi, pada: date, saat: datetime) -> None:
    """Lay the letter with the link that proves the address.

    One a day to the same address, and few to others: nobody sends letters to strangers with it.
    """
    hari_ini = Surat.objects.filter(
        instansi=instansi, pengguna_id=atur.pengguna_id, jenis=JenisSurat.SAHKAN, hari=pada
    )
    sudah = [s.lower() for s in hari_ini.values_list("kepada", flat=True)]
    if atur.surel.lower() in sudah or len(sudah) >= SAHKAN_MAKS:
        return
    isi = IsiTautan(atur.pengguna.uuid, instansi.kode, sidik_surel(atur.surel))
    tautan = alamat_penuh("sahkan_surel", tanda_tautan(GARAM_SAHKAN, isi))
    kalimat = _("Seseorang memakai alamat ini untuk menerima ringkasan SAKIP %s.") % instansi.nama
    lanjut = _("Bila itu Anda, buka tautan ini dalam tiga hari. Bila bukan, abaikan surat ini.")
    Surat.objects.create(
        instansi=instansi,
        pengguna_id=atur.pengguna_id,
        jenis=JenisSurat.SAHKAN,
        hari=pada,
        kepada=atur.surel,
        judul=_("Sahkan alamat surel Anda untuk SAKIP"),
        teks=f"{kalimat}\n{lanjut}\n\n{tautan}\n",
        html=format_html(
            '<!doctype html><html lang="id"><body><p>{}</p><p>{}</p>'
            '<p><a href="{}">{}</a></p></body></html>',
            kalimat,
            lanjut,
            tautan,
            _("Sahkan alamat ini"),
        ),
        coba_pada=saat,
        dibuat_pada=saat,
    )


@layanan
def susun_ringkasan(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, pengguna_id: int
) -> Surat | None:
    """Lay the digest of one person for this day, if there is something new that was not read.

    ``None``: nothing to send. What is in it, is in the person's reach at this very moment; in
    quiet hours nothing is put together, so that a peran that ends meanwhile is seen.
    """
    hanya_sistem(oleh)
    atur = (
        AturKabar.objects.select_for_update(of=("self",))
        .select_related("pengguna")
        .filter(instansi=instansi, pengguna_id=pengguna_id)
        .first()
    )
    lingkup = organisasi.lingkup_pengguna(
        pengguna_id, instansi, organisasi.tanggal_di(instansi, saat)
    )
    if atur is None or not _waktunya(atur, instansi, lingkup, saat):
        return None
    with translation.override("id"):
        butir = [b for b in selectors.daftar_kabar(lingkup, instansi) if not b.dibaca]
        terakhir = (
            Surat.objects.filter(
                instansi=instansi, pengguna_id=pengguna_id, jenis=JenisSurat.RINGKASAN
            )
            .order_by("-dibuat_pada")
            .values_list("dibuat_pada", flat=True)
            .first()
        )
        if not any(terakhir is None or b.saat > terakhir for b in butir):
            return None
        judul, teks, html = _isi(atur, instansi, lingkup.pada, butir)
    try:
        with transaction.atomic():
            return Surat.objects.create(
                instansi=instansi,
                pengguna_id=pengguna_id,
                jenis=JenisSurat.RINGKASAN,
                hari=lingkup.pada,
                kepada=atur.surel,
                judul=judul,
                teks=teks,
                html=html,
                coba_pada=saat,
                dibuat_pada=saat,
            )
    except IntegrityError:
        # Another worker laid it between our look and our write: that one is the day's.
        return None


def _waktunya(atur: AturKabar, instansi: Instansi, lingkup: Lingkup, saat: datetime) -> bool:
    """Whether this person wants a digest, may have one, and has not had it in this span."""
    if atur.ringkasan == Ringkasan.MATI or atur.surel_sah_pada is None or not atur.surel:
        return False
    if not atur.pengguna.is_active or not lingkup.boleh(Tindakan.LIHAT_KINERJA):
        return False
    lokal = selectors.setempat(instansi, saat)
    libur = selectors.libur_sekitar(lingkup.pada)
    if akhir_hening(lokal, selectors.jam_hening(atur), libur) > lokal:
        return False
    sejak = lingkup.pada
    if atur.ringkasan == Ringkasan.MINGGUAN:
        sejak -= timedelta(days=lingkup.pada.weekday())
    return not Surat.objects.filter(
        instansi=instansi,
        pengguna_id=atur.pengguna_id,
        jenis=JenisSurat.RINGKASAN,
        hari__gte=sejak,
    ).exists()


def _isi(
    atur: AturKabar, instansi: Instansi, pada: date, butir: list[Butir]
) -> tuple[str, str, SafeString]:
    """Subject, plain text and simple HTML: one line an item, with its absolute address."""
    kepala = ngettext(
        "%(n)s kabar SAKIP belum Anda baca", "%(n)s kabar SAKIP belum Anda baca", len(butir)
    ) % {"n": len(butir)}
    hari = _("%(instansi)s, %(hari)s") % {
        "instansi": instansi.nama,
        "hari": date_format(pada, "j F Y"),
    }
    baris = [
        (b.kalimat, settings.ALAMAT_PUBLIK + (b.alamat(instansi.kode) or "/kerja/"))
        for b in butir[:BARIS_MAKS]
    ]
    lebih = _("Dan %s lagi di halaman kabar.") % (len(butir) - BARIS_MAKS)
    lebih = lebih if len(butir) > BARIS_MAKS else ""
    semua = alamat_penuh("kabar", instansi.kode)
    henti = alamat_hentikan(atur, instansi)
    teks = "\n".join(
        [
            hari,
            "",
            *(f"- {kalimat}\n  {alamat}" for kalimat, alamat in baris),
            *([lebih] if lebih else []),
            "",
            _("Semua kabar: %s") % semua,
            _("Berhenti menerima ringkasan ini: %s") % henti,
            "",
        ]
    )
    html = format_html(
        '<!doctype html><html lang="id"><body><p>{}</p><ul>{}</ul><p>{}</p>'
        '<p><a href="{}">{}</a> · <a href="{}">{}</a></p></body></html>',
        hari,
        format_html_join("", '<li><a href="{1}">{0}</a></li>', baris),
        lebih,
        semua,
        _("Semua kabar"),
        henti,
        _("Berhenti menerima ringkasan ini"),
    )
    return kepala, teks, html


def alamat_hentikan(atur: AturKabar, instansi: Instansi) -> str:
    """The signed link that stops the digest."""
    isi = IsiTautan(atur.pengguna.uuid, instansi.kode)
    return alamat_penuh("hentikan_ringkasan", tanda_tautan(GARAM_HENTIKAN, isi))


@dataclass(frozen=True, slots=True)
class Amplop:
    """A letter on its way out, apart from the database."""

    uuid: UUID
    kepada: str
    judul: str
    teks: str
    html: str
    hentikan: str = ""


@layanan
def mulai_kirim_surat(*, oleh: Pelaku, saat: datetime, surat: UUID) -> Amplop | None:
    """Take a letter out of the outbox, counting the attempt; ``None``: not now, or never more.

    Quiet hours may have begun since it was laid: a digest then waits. A digest to somebody who
    has stopped it, whose address changed or whose peran ended, is not sent at all.
    """
    hanya_sistem(oleh)
    baris = kunci(Surat.objects.select_related("instansi", "pengguna"), uuid=surat)
    terbuka = {KeadaanKirim.MENUNGGU, KeadaanKirim.MENGIRIM}
    if baris.keadaan not in terbuka or baris.coba_pada > saat:
        return None
    atur = AturKabar.objects.select_related("pengguna").get(
        instansi=baris.instansi, pengguna_id=baris.pengguna_id
    )
    if sebab := _tidak_jadi(baris, atur, saat):
        _akhiri(baris, sebab)
        return None
    if baris.jenis == JenisSurat.RINGKASAN:
        lokal = selectors.setempat(baris.instansi, saat)
        libur = selectors.libur_sekitar(lokal.date())
        baris.coba_pada = akhir_hening(lokal, selectors.jam_hening(atur), libur)
        if baris.coba_pada > saat:
            baris.save(update_fields=["coba_pada"])
            return None
    if baris.keadaan == KeadaanKirim.MENGIRIM:
        baris.terputus += 1
        if baris.terputus > 1:
            _akhiri(baris, _("Dua kali terputus saat dikirim; mungkin sudah sampai."))
            return None
    baris.keadaan = KeadaanKirim.MENGIRIM
    baris.percobaan += 1
    baris.coba_pada = saat + TERPUTUS_SETELAH
    baris.save(update_fields=["keadaan", "percobaan", "terputus", "coba_pada"])
    hentikan = alamat_hentikan(atur, baris.instansi) if baris.jenis == "ringkasan" else ""
    return Amplop(baris.uuid, baris.kepada, baris.judul, baris.teks, baris.html, hentikan)


def _tidak_jadi(baris: Surat, atur: AturKabar, saat: datetime) -> str:
    """Why a letter must not go any more; "" when it may."""
    pada = organisasi.tanggal_di(baris.instansi, saat)
    lingkup = organisasi.lingkup_pengguna(baris.pengguna_id, baris.instansi, pada)
    if not lingkup.kewenangan or not baris.pengguna.is_active:
        return _("Perannya sudah berakhir.")
    if atur.surel.lower() != baris.kepada.lower():
        return _("Alamatnya sudah diganti.")
    if baris.jenis == JenisSurat.SAHKAN and saat - baris.dibuat_pada > UMUR_SURAT_SAHKAN:
        return _("Tautannya sudah kedaluwarsa.")
    if baris.jenis == JenisSurat.RINGKASAN and (
        atur.ringkasan == Ringkasan.MATI or atur.surel_sah_pada is None
    ):
        return _("Ringkasan sudah dihentikan.")
    return ""


def _akhiri(baris: Surat, sebab: str) -> None:
    baris.keadaan, baris.catatan = KeadaanKirim.GAGAL, sebab
    baris.save(update_fields=["keadaan", "catatan", "terputus"])


@layanan
def catat_kirim_surat(
    *, oleh: Pelaku, saat: datetime, surat: UUID, sebab: str, ditolak: bool = False
) -> Surat:
    """Write down how an attempt ended: gone (``sebab`` empty), to be tried again, or refused.

    ``ditolak``: the receiving server does not want the address. After the third time in a row the
    digest stops and the person finds it in the inbox.
    """
    hanya_sistem(oleh)
    baris = kunci(Surat.objects.select_related("instansi"), uuid=surat)
    if baris.keadaan != KeadaanKirim.MENGIRIM:
        return baris
    atur = AturKabar.objects.select_for_update().get(
        instansi=baris.instansi, pengguna_id=baris.pengguna_id
    )
    if not sebab:
        baris.keadaan, baris.terkirim_pada = KeadaanKirim.TERKIRIM, saat
        atur.surel_ditolak, atur.surel_catatan = 0, ""
    elif ditolak or baris.percobaan > len(JEDA):
        baris.keadaan = KeadaanKirim.GAGAL
        atur.surel_ditolak += ditolak
        atur.surel_catatan = sebab[:200]
    else:
        baris.keadaan = KeadaanKirim.MENUNGGU
        baris.coba_pada = saat + timedelta(minutes=JEDA[baris.percobaan - 1])
    baris.catatan = sebab[:200]
    baris.save(update_fields=["keadaan", "terkirim_pada", "coba_pada", "catatan"])
    if atur.surel_ditolak >= DITOLAK_MAKS and atur.ringkasan != Ringkasan.MATI:
        _hentikan(baris, atur, saat)
    atur.save(update_fields=["surel_ditolak", "surel_catatan", "ringkasan", "versi"])
    return baris


def _hentikan(baris: Surat, atur: AturKabar, saat: datetime) -> None:
    """Nothing more goes to an address that refused three letters in a row."""
    atur.ringkasan = Ringkasan.MATI
    atur.versi += 1
    pada = organisasi.tanggal_di(baris.instansi, saat)
    lingkup = organisasi.lingkup_pengguna(baris.pengguna_id, baris.instansi, pada)
    if not lingkup.kewenangan:
        return
    catat_pesan(
        instansi=baris.instansi,
        unit_id=lingkup.kewenangan[0].unit_id,
        isi=Isi(
            JenisKabar.SISTEM,
            f"surel-ditolak:{baris.uuid}",
            POLA_DITOLAK,
            sasaran={"halaman": "atur_kabar", "isi": []},
            catatan=baris.catatan,
        ),
        penerima=[baris.pengguna_id],
        saat=saat,
    )


@layanan
def bersihkan_kiriman(*, oleh: Pelaku, saat: datetime) -> int:
    """Forget letters and deliveries that ended long ago: addresses are not kept without a use.

    Returns how many. What was sent to whom is no record of the law; the inbox itself stays.
    """
    hanya_sistem(oleh)
    selesai = {
        "keadaan__in": [KeadaanKirim.TERKIRIM, KeadaanKirim.GAGAL],
        "dibuat_pada__lt": saat - SIMPAN,
    }
    surat, _rinci = Surat.objects.filter(**selesai).delete()
    antaran, _rinci = Antaran.objects.filter(**selesai).delete()
    return surat + antaran
