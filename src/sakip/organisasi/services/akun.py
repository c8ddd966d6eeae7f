"""Accounts and the peran they hold."""

from datetime import date, datetime

from django.contrib.auth.hashers import make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan
from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    PenugasanPeran,
)
from sakip.organisasi.services.kebijakan import naikkan_versi_data
from sakip.organisasi.services.pejabat import masa_penugasan


@layanan
def buat_akun(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    nama_pengguna: str,
    nama: str,
    sandi: str | None,
    contoh: bool = False,
) -> Pengguna:
    """Open an account without any peran; ``sandi=None`` leaves it unable to sign in.

    The same name twice returns the account that is there, unchanged. A weak password is refused.
    """
    selectors.lingkup_pelaku(oleh, instansi, saat).wajib(Tindakan.KELOLA_AKUN)
    if not nama_pengguna.strip():
        raise IsianTidakSah.dari(_("Akun tidak dibuat."), {"nama_pengguna": _("Wajib diisi.")})
    ada = Pengguna.objects.filter(nama_pengguna__iexact=nama_pengguna).first()
    if ada is not None:
        return ada
    akun = Pengguna(
        nama_pengguna=nama_pengguna,
        nama=nama,
        password=make_password(sandi),
        contoh=contoh,
        dibuat_pada=saat,
    )
    if sandi is not None:
        _sandi_kuat(sandi, akun)
    akun.save()
    return akun


def _sandi_kuat(sandi: str, akun: Pengguna) -> None:
    try:
        validate_password(sandi, akun)
    except ValidationError as sebab:
        raise IsianTidakSah.dari(
            _("Akun tidak dibuat."), {"sandi": " ".join(sebab.messages)}
        ) from sebab


@layanan
def beri_peran(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    pengguna_id: int,
    peran: Peran,
    unit: str,
    mulai: date,
    selesai: date | None,
    dasar: str = "",
) -> PenugasanPeran:
    """Give an account a peran on a unit's subtree, from ``mulai`` to ``selesai`` inclusive."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    tempat = selectors.unit_menurut_slug(lingkup, unit, Tindakan.KELOLA_AKUN)
    if not Pengguna.objects.filter(pk=pengguna_id, sistem=False).exists():
        raise TidakDitemukan(_("Akun itu tidak ada."))
    try:
        with transaction.atomic():
            baru = PenugasanPeran.objects.create(
                instansi=instansi,
                pengguna_id=pengguna_id,
                peran=peran,
                unit_id=tempat.id,
                masa=masa_penugasan(mulai, selesai),
                dasar=dasar,
            )
    except IntegrityError as sebab:
        raise IsianTidakSah.dari(
            _("Peran tidak ditambahkan."),
            {"mulai": _("Akun ini sudah memegang peran itu di unit itu pada masa yang sama.")},
        ) from sebab
    naikkan_versi_data([(tempat.id, selectors.TAHUN_SUSUNAN)])
    return baru
