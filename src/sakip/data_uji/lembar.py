"""Laying one quarter's sheets: a window, and each unit somewhere between not begun and locked."""

from collections.abc import Sequence
from datetime import date, timedelta

from sakip.data_uji import rancangan
from sakip.organisasi import selectors
from sakip.organisasi.models import Instansi, Jadwal, JenisJadwal, JenisPeriode, Sifat
from sakip.pengukuran.models import KeadaanLembar, LembarPengukuran

TRIWULAN = 3  # the last quarter that is over on the set's own day
# In turn; the empty one has no sheet.
_KEADAAN = ("", *KeadaanLembar.values)
_BELUM = {"", KeadaanLembar.KONSEP.value}


def tata_lembar(instansi: Instansi, unit: Sequence[int]) -> None:
    """The window of the quarter and the sheets of these units; called inside a service."""
    periode = selectors.periode(rancangan.SAAT.year, JenisPeriode.TRIWULAN, TRIWULAN)
    mulai = periode.selesai + timedelta(days=1)
    Jadwal.objects.create(
        instansi=instansi,
        jenis=JenisJadwal.PENGUKURAN,
        tahun=periode.tahun,
        periode=periode,
        mulai=mulai,
        selesai=date(mulai.year, mulai.month, 12),
        dasar=rancangan.SUMBER,
    )
    LembarPengukuran.objects.bulk_create(
        LembarPengukuran(
            instansi=instansi,
            unit_id=unit_id,
            periode=periode,
            keadaan=keadaan,
            pertama_diajukan=None if keadaan in _BELUM else rancangan.SAAT,
            # Every third unit came some working days late.
            hari_terlambat=None if keadaan in _BELUM else n % 3,
            sifat=Sifat.CONTOH,
        )
        for n, unit_id in enumerate(unit)
        if (keadaan := _KEADAAN[n % len(_KEADAAN)])
    )
