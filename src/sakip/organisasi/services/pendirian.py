"""The first government of an installation, in one act."""

import re
import secrets
from datetime import datetime
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    JenisUnit,
    Zona,
)
from sakip.organisasi.services.akun import beri_peran, buat_akun
from sakip.organisasi.services.unit import UnitBaru, dirikan_instansi, hanya_sistem, susun_unit


@layanan
def dirikan_lengkap(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    kode: str,
    nama: str,
    zona: str,
    admin: str,
    nama_admin: str,
) -> str | None:
    """Lay a government with its root unit and first admin; returns the admin's password, once.

    ``None``: the government was there already, and nothing was changed.
    """
    hanya_sistem(oleh)
    salah = {}
    if not re.fullmatch(r"\d\d\.\d\d", kode):
        salah["kode"] = _("Tulis kode wilayah resmi, mis. 36.04.")
    if not slugify(nama):
        salah["nama"] = _("Wajib diisi.")
    if zona not in Zona.names:
        salah["zona"] = _("Pilih: %s.") % ", ".join(Zona.names)
    if Pengguna.objects.filter(nama_pengguna__iexact=admin).exists():
        # Its password is its owner's: we could neither show it nor set another.
        salah["admin"] = _("Nama pengguna “%s” sudah ada. Pilih yang lain.") % admin
    if Instansi.objects.filter(kode=kode).exists():
        return None
    if salah:
        raise IsianTidakSah.dari(_("Instansi tidak dapat didirikan."), salah)
    slug = slugify(nama)
    dasar: dict[str, Any] = {"oleh": oleh, "saat": saat}
    instansi = dirikan_instansi(
        **dasar, kode=kode, slug=slug, nama=nama, zona=Zona[zona], contoh=False
    )
    hari = selectors.tanggal_di(instansi, saat)
    susun_unit(
        **dasar,
        instansi=instansi,
        daftar=[UnitBaru(kode, slug, f"Pemerintah {nama}", JenisUnit.PEMDA, None, hari)],
    )
    sandi = secrets.token_urlsafe(15)
    akun = buat_akun(**dasar, instansi=instansi, nama_pengguna=admin, nama=nama_admin, sandi=sandi)
    beri_peran(
        **dasar,
        instansi=instansi,
        pengguna_id=akun.pk,
        peran=Peran.ADMIN_INSTANSI,
        unit=slug,
        mulai=hari,
        selesai=None,
        dasar=_("pemasangan"),
    )
    return sandi
