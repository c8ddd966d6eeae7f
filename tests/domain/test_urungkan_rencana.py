"""Undoing the last act on a konsep."""

from typing import Any

import pytest

from domain.cabang_uji import LUAS, ditolak, konsep, luas, naskah, uji_pintu
from domain.naskah_uji import IKM, susun
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin
from sakip.perencanaan.services import (
    buang_simpul,
    gabung_simpul,
    klon_simpul,
    pecah_simpul,
    pindahkan_simpul,
    urungkan_rencana,
)


@pytest.mark.parametrize(
    ("layanan", "isi"),
    [
        (pindahkan_simpul, {"simpul": "7.01.02", "induk": "s2"}),
        (buang_simpul, {"simpul": "s1"}),
        (gabung_simpul, {"simpul": "s2", "dari": "s3"}),
        (
            pecah_simpul,
            {"simpul": "s1", "kode_baru": "s8", "uraian": "Baru", "indikator": ("ikm",)},
        ),
    ],
)
def test_apa_pun_yang_terakhir_diurungkan_seutuhnya(
    dunia: Dunia, layanan: Any, isi: dict[str, Any]
) -> None:
    versi = luas(dunia)
    semula = naskah(dunia, versi)
    layanan(**dunia.dasar("ani"), konsep=konsep(versi), **isi)
    sesudah = naskah(dunia, versi)

    kini = urungkan_rencana(**dunia.dasar("ani"), konsep=konsep(versi, versi=2))

    assert kini.versi == 3
    assert sesudah != semula
    assert naskah(dunia, versi) == semula
    urungkan_rencana(**dunia.dasar("ani"), konsep=konsep(versi, versi=3))
    assert naskah(dunia, versi) == sesudah


def test_hanya_yang_terakhir_yang_diurungkan(dunia: Dunia) -> None:
    versi = luas(dunia)
    dasar = dunia.dasar("ani")
    klon_simpul(
        **dasar,
        konsep=konsep(versi),
        asal_unit="dinas-anggrek",
        asal_versi=versi.uuid,
        simpul="s2",
        induk="t1",
    )
    antara = naskah(dunia, versi)
    susun(dunia, versi=2, simpul=LUAS.simpul[:3], indikator=(IKM,), dukungan=())

    urungkan_rencana(**dasar, konsep=konsep(versi, versi=3))

    assert naskah(dunia, versi) == antara


def test_konsep_yang_baru_dimulai_tidak_dapat_diurungkan(dunia: Dunia) -> None:
    versi = luas(dunia)

    ditolak(
        lambda: urungkan_rencana(**dunia.dasar("ani"), konsep=konsep(versi)), PerpindahanTidakSah
    )


def test_peran_lain_ditolak(dunia: Dunia) -> None:
    versi = luas(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        urungkan_rencana(**dunia.dasar("budi"), konsep=konsep(versi))

    assert hitung_baris() == sebelum


def test_pintunya(dunia: Dunia, lain: Dunia) -> None:
    uji_pintu(dunia, lain, "perencanaan.urungkan_rencana")
