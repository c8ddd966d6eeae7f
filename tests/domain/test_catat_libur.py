"""Recording public holidays: the program's own work, the same days for every instansi."""

from datetime import date

import pytest

from domain.pemeran import SAAT, Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import TidakBerizin
from sakip.organisasi import selectors, services
from sakip.organisasi.models import HariLibur

NYEPI = (date(2026, 3, 19), "Hari Suci Nyepi", "SKB 3 Menteri")


def test_hari_tercatat_sekali(dunia: Dunia) -> None:
    baru = services.catat_libur(oleh=dunia.sistem, saat=SAAT, daftar=[NYEPI])
    lagi = services.catat_libur(oleh=dunia.sistem, saat=SAAT, daftar=[NYEPI])

    assert (baru, lagi) == (1, 0)
    assert selectors.hari_libur(date(2026, 3, 1), date(2026, 3, 31)) == {date(2026, 3, 19)}
    assert [p.tindakan for p in peristiwa(HariLibur.objects.get())] == ["organisasi.catat_libur"]


def test_orang_tidak_dapat_mengubah_kalender(dunia: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="pemasangan"):
        services.catat_libur(oleh=dunia.orang["admin"], saat=SAAT, daftar=[NYEPI])

    assert hitung_baris() == sebelum
