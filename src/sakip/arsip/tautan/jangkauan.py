"""Whether a link can be opened by others: one judgement a hop, each hop judged anew."""

import socket
import ssl
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http import HTTPStatus

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.arsip.tautan.alamat import AlamatDitolak, Tautan, baca_tautan
from sakip.arsip.tautan.lalu_lintas import Jawaban, cari_alamat, tanya
from sakip.bersama.jaringan import alamat_umum

ALIH_MAKS = 5
BATAS_DETIK = 8  # for one question, from the first byte out to the last one in
_ALIH = frozenset({301, 302, 303, 307, 308})
_MASUK = frozenset(
    {
        HTTPStatus.UNAUTHORIZED,
        HTTPStatus.FORBIDDEN,
        HTTPStatus.PROXY_AUTHENTICATION_REQUIRED,
    }
)
# Where shared folders send whoever is not signed in.
PINTU_MASUK = frozenset(
    {"accounts.google.com", "login.live.com", "login.microsoftonline.com", "account.dropbox.com"}
)
Cari = Callable[[str], Sequence[str]]
Tanya = Callable[[str, Tautan, str, int], Jawaban]


class Keadaan(models.TextChoices):
    """What is known of a link. ``antre``: asked for, the worker has not come to it."""

    ANTRE = "antre", gettext_lazy("sedang diperiksa")
    TERBUKA = "terbuka", gettext_lazy("dapat dibuka")
    MINTA_MASUK = "minta_masuk", gettext_lazy("minta masuk")
    TIDAK_ADA = "tidak_ada", gettext_lazy("tidak ditemukan")
    TIDAK_AMAN = "tidak_aman", gettext_lazy("tidak aman")
    GAGAL = "gagal", gettext_lazy("gagal diperiksa")


@dataclass(frozen=True, slots=True)
class HasilTautan:
    """What came of asking, with a sentence for the unit."""

    keadaan: Keadaan
    keterangan: str = ""


class _Ditolak(Exception):
    def __init__(self, keadaan: Keadaan, keterangan: str) -> None:
        super().__init__(keterangan)
        self.hasil = HasilTautan(keadaan, keterangan)


def periksa_tautan(url: str, *, cari: Cari = cari_alamat, bertanya: Tanya = tanya) -> HasilTautan:
    """Ask for a link as anybody on the internet would. Seconds; never inside a transaction.

    Each hop looks its name up once, refuses when any of its addresses is not public, and connects
    to the address it judged: a name that answers differently the second time changes nothing.
    """
    dari: Tautan | None = None
    lanjut = url
    try:
        for _ke in range(ALIH_MAKS + 1):
            dari = _tautan(lanjut, dari)
            if dari.nama in PINTU_MASUK:
                return HasilTautan(Keadaan.MINTA_MASUK, _minta_masuk())
            jawaban = _satu(dari, cari, bertanya)
            if jawaban.status not in _ALIH or not jawaban.lokasi:
                return _arti(jawaban.status)
            lanjut = jawaban.lokasi
    except _Ditolak as sebab:
        return sebab.hasil
    return HasilTautan(Keadaan.GAGAL, _("Alamat ini dialihkan lebih dari %s kali.") % ALIH_MAKS)


def _tautan(teks: str, dari: Tautan | None) -> Tautan:
    try:
        return baca_tautan(teks, dari)
    except AlamatDitolak as sebab:
        awalan = _("Dialihkan ke alamat yang tidak boleh dibuka: ") if dari else ""
        raise _Ditolak(Keadaan.TIDAK_AMAN, f"{awalan}{sebab}") from None


def _satu(tautan: Tautan, cari: Cari, bertanya: Tanya) -> Jawaban:
    """One hop: HEAD, and GET where a server does not know or does not like HEAD."""
    alamat = _alamat_umum(tautan, cari)
    jawaban = _bertanya(alamat, tautan, "HEAD", bertanya)
    if jawaban.status >= HTTPStatus.BAD_REQUEST:
        jawaban = _bertanya(alamat, tautan, "GET", bertanya)
    return jawaban


def _alamat_umum(tautan: Tautan, cari: Cari) -> str:
    try:
        semua = cari(tautan.nama)
    except OSError as sebab:
        if sebab.errno == socket.EAI_AGAIN:
            kata = _("Nama situs %s sedang tidak dapat dicari.") % tautan.nama
            raise _Ditolak(Keadaan.GAGAL, kata) from None
        semua = ()
    if not semua:
        raise _Ditolak(Keadaan.TIDAK_ADA, _("Nama situs %s tidak ditemukan.") % tautan.nama)
    # One inward address among public ones is a trick or a fault; neither is worth a try.
    if not all(alamat_umum(satu) for satu in semua):
        raise _Ditolak(
            Keadaan.TIDAK_AMAN, _("Nama situs %s menunjuk ke jaringan dalam.") % tautan.nama
        )
    return semua[0]


def _bertanya(alamat: str, tautan: Tautan, cara: str, bertanya: Tanya) -> Jawaban:
    try:
        return bertanya(alamat, tautan, cara, BATAS_DETIK)
    except ssl.SSLCertVerificationError:
        raise _Ditolak(
            Keadaan.TIDAK_AMAN, _("Sertifikat situs %s tidak sah.") % tautan.nama
        ) from None
    except TimeoutError:
        raise _Ditolak(Keadaan.GAGAL, _("Situs %s terlalu lama menjawab.") % tautan.nama) from None
    except OSError:
        raise _Ditolak(Keadaan.GAGAL, _("Situs %s tidak dapat dihubungi.") % tautan.nama) from None


def _arti(status: int) -> HasilTautan:
    if status in _MASUK:
        return HasilTautan(Keadaan.MINTA_MASUK, _minta_masuk())
    if status in {HTTPStatus.NOT_FOUND, HTTPStatus.GONE}:
        return HasilTautan(Keadaan.TIDAK_ADA, _("Situsnya menjawab, isinya tidak ada di sana."))
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return HasilTautan(Keadaan.TERBUKA)
    return HasilTautan(Keadaan.GAGAL, _("Situsnya menjawab dengan kode %s.") % status)


def _minta_masuk() -> str:
    return _("Hanya terbuka bagi yang masuk. Buka izinnya untuk siapa pun yang memegang tautan.")
