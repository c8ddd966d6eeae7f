"""Opening a window for acts."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.organisasi import selectors, services
from sakip.organisasi.models import JenisJadwal, JenisPeriode

ATUR = "organisasi.atur_jadwal"


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "jenis": JenisJadwal.PENGUKURAN,
        "tahun": 2026,
        "periode": selectors.periode(2026, JenisPeriode.TRIWULAN, 2),
        "mulai": date(2026, 7, 1),
        "selesai": date(2026, 7, 10),
        "dasar": "SE Sekda contoh",
    } | ganti


@pytest.mark.parametrize("siapa", ["fitri", "admin"])
def test_jadwal_membuka_jendela_pada_hari_harinya(dunia: Dunia, siapa: str) -> None:
    hasil = services.atur_jadwal(**_isi(dunia, siapa))

    jendela = selectors.jendela(
        dunia.instansi.pk,
        JenisJadwal.PENGUKURAN,
        tahun=2026,
        unit_id=dunia.unit["dinas-anggrek"],
        periode=hasil.periode,
    )
    assert jendela is not None
    assert [jendela.terbuka(date(2026, 7, h)) for h in (1, 10, 11)] == [True, True, False]
    assert not jendela.terbuka(date(2026, 6, 30))
    assert peristiwa(hasil) == [Peristiwa("insert", dunia.orang[siapa].pengguna_id, ATUR)]


def test_mengatur_lagi_memindahkan_harinya_dan_tidak_menggandakan(dunia: Dunia) -> None:
    awal = services.atur_jadwal(**_isi(dunia))
    sama = services.atur_jadwal(**_isi(dunia))

    pindah = services.atur_jadwal(**_isi(dunia, selesai=date(2026, 7, 13)))

    assert (sama.pk, sama.versi) == (awal.pk, 1)
    assert (pindah.pk, pindah.versi, pindah.selesai) == (awal.pk, 2, date(2026, 7, 13))


@pytest.mark.parametrize("siapa", ["ani", "gita", "hari", "admin-bakung"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="jadwal"):
        services.atur_jadwal(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"jenis": "pesta"}, "jenis"),
        ({"periode": None}, "periode"),
        ({"jenis": "evaluasi_luar"}, "periode"),
        ({"selesai": date(2026, 6, 30)}, "selesai"),
        ({"dasar": " "}, "dasar"),
    ],
    ids=lambda isi: str(isi)[:30],
)
def test_isian_yang_salah_disebut_bidangnya(dunia: Dunia, ganti: Any, letak: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.atur_jadwal(**_isi(dunia, **ganti))

    assert letak in {k.letak for k in galat.value.kesalahan}
    assert hitung_baris() == sebelum
