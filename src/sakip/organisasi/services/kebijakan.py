"""Policy switches of an instansi, and the data version that pages are keyed by."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import connection
from django.db.backends.postgresql.psycopg_any import DateRange
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import kaidah as aturan
from sakip.organisasi import selectors
from sakip.organisasi.models import (
    Instansi,
    KebijakanInstansi,
)


@layanan
def tetapkan_kebijakan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    kaidah: str,
    pilihan: dict[str, Any],
    mulai: date,
    dasar: str,
) -> KebijakanInstansi:
    """Set a policy switch from ``mulai`` on; the one that held until then ends the day before."""
    lingkup = selectors.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.TETAPKAN_KEBIJAKAN)
    # A policy holds for the whole government, so a peran on one unit is not enough.
    akar = selectors.akar(lingkup)
    lingkup.wajib(Tindakan.TETAPKAN_KEBIJAKAN, akar.jalur)
    salah = {} if dasar.strip() else {"dasar": _("Tulis nomor dan tanggal peraturannya.")}
    salah |= aturan.periksa_kebijakan(kaidah, pilihan, mulai)
    if salah:
        raise IsianTidakSah.dari(_("Kebijakan tidak disimpan."), salah)
    for lama in KebijakanInstansi.objects.select_for_update().filter(
        instansi=instansi, kaidah=kaidah, masa__overlap=DateRange(mulai, None)
    ):
        if lama.masa.lower >= mulai:
            raise IsianTidakSah.dari(
                _("Kebijakan tidak disimpan."),
                {
                    "mulai": _("Sudah ada kebijakan yang mulai berlaku %s.")
                    % date_format(lama.masa.lower, "j F Y")
                },
            )
        lama.masa = DateRange(lama.masa.lower, mulai)
        lama.save(update_fields=["masa"])
    baru = KebijakanInstansi.objects.create(
        instansi=instansi,
        kaidah=kaidah,
        pilihan=pilihan,
        masa=DateRange(mulai, None),
        dasar=dasar,
    )
    naikkan_versi_data([(akar.id, selectors.TAHUN_SUSUNAN)])
    return baru


def naikkan_versi_data(pasangan: Sequence[tuple[int, int]]) -> None:
    """Raise the data version of each (unit, tahun), in one statement; called inside a service."""
    if not pasangan:
        return
    urut = sorted(set(pasangan))  # one order for all writers: no deadlocks
    nilai = ", ".join(["(%s, %s, 1)"] * len(urut))
    with connection.cursor() as kursor:
        kursor.execute(
            "INSERT INTO organisasi_versidata (unit_id, tahun, nomor) VALUES "  # noqa: S608
            + nilai
            + " ON CONFLICT (unit_id, tahun) DO UPDATE"
            " SET nomor = organisasi_versidata.nomor + 1",
            [angka for pasang in urut for angka in pasang],
        )
