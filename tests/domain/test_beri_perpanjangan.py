"""Leave for one unit to act after a window closed."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import Jadwal, JenisJadwal, JenisPeriode


@pytest.fixture
def jadwal(dunia: Dunia) -> Jadwal:
    return services.atur_jadwal(
        **dunia.dasar("fitri"),
        jenis=JenisJadwal.PENGUKURAN,
        tahun=2026,
        periode=selectors.periode(2026, JenisPeriode.TRIWULAN, 2),
        mulai=date(2026, 7, 1),
        selesai=date(2026, 7, 10),
        dasar="SE Sekda contoh",
    )


def _isi(dunia: Dunia, jadwal: Jadwal, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "jadwal": jadwal.uuid,
        "unit": "dinas-anggrek",
        "sampai": date(2026, 7, 17),
        "alasan": "jaringan terputus",
    } | ganti


def _terbuka(dunia: Dunia, jadwal: Jadwal, unit: str, hari: int) -> bool:
    jendela = selectors.jendela(
        dunia.instansi.pk,
        JenisJadwal.PENGUKURAN,
        tahun=2026,
        unit_id=dunia.unit[unit],
        periode=jadwal.periode,
    )
    return jendela is not None and jendela.terbuka(date(2026, 7, hari))


def test_hanya_unit_itu_yang_masih_dapat_bertindak(dunia: Dunia, jadwal: Jadwal) -> None:
    hasil = services.beri_perpanjangan(**_isi(dunia, jadwal))

    assert [_terbuka(dunia, jadwal, "dinas-anggrek", h) for h in (17, 18)] == [True, False]
    assert not _terbuka(dunia, jadwal, "dinas-bakung", 11)
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["fitri"].pengguna_id, "organisasi.beri_perpanjangan")
    ]


@pytest.mark.parametrize("siapa", ["ani", "gita", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, jadwal: Jadwal, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.beri_perpanjangan(**_isi(dunia, jadwal, siapa))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [({"sampai": date(2026, 7, 10)}, "sampai"), ({"alasan": ""}, "alasan")],
    ids=["tidak-lebih-lama", "tanpa-alasan"],
)
def test_isian_yang_salah_ditolak(dunia: Dunia, jadwal: Jadwal, ganti: Any, letak: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.beri_perpanjangan(**_isi(dunia, jadwal, **ganti))

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert hitung_baris() == sebelum


def test_jadwal_yang_tidak_ada_atau_milik_instansi_lain(
    dunia: Dunia, lain: Dunia, jadwal: Jadwal
) -> None:
    with pytest.raises(TidakDitemukan):
        services.beri_perpanjangan(**_isi(dunia, jadwal) | {"jadwal": uuid4()})
    with pytest.raises(TidakDitemukan):
        services.beri_perpanjangan(**_isi(lain, jadwal, "eko", unit="dinas-lain"))
