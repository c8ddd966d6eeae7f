"""A named substitute where maker ≠ checker bars the holder."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import HARI, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.selectors import pengganti_sah
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Peran
from sakip.organisasi import services


def _isi(dunia: Dunia, siapa: str = "fitri", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "unit": "dinas-anggrek",
        "peran": Peran.PIMPINAN_UNIT,
        "pengguna_id": dunia.orang["ani"].pengguna_id,
        "mulai": date(2026, 11, 1),
        "selesai": date(2026, 11, 30),
        "dasar": "surat tugas contoh",
    } | ganti


def _sah(dunia: Dunia, siapa: str, pelaku: set[str], pada: date = HARI) -> bool:
    return pengganti_sah(
        dunia.lingkup(siapa, pada),
        unit_id=dunia.unit["dinas-anggrek"],
        peran=Peran.PIMPINAN_UNIT,
        pelaku={dunia.orang[p].pengguna_id for p in pelaku},
    )


def test_pengganti_bertindak_hanya_bila_pemegangnya_sudah_bertindak(dunia: Dunia) -> None:
    hasil = services.tunjuk_pengganti(**_isi(dunia))

    assert _sah(dunia, "ani", {"budi"})
    assert not _sah(dunia, "ani", set())
    assert not _sah(dunia, "dewi", {"budi"})
    assert not _sah(dunia, "ani", {"budi"}, date(2026, 12, 1))
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["fitri"].pengguna_id, "organisasi.tunjuk_pengganti")
    ]


@pytest.mark.parametrize("siapa", ["ani", "budi", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.tunjuk_pengganti(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_dua_pengganti_sekaligus_atau_tanpa_surat_tugas_ditolak(dunia: Dunia) -> None:
    services.tunjuk_pengganti(**_isi(dunia))
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="tidak ditunjuk"):
        services.tunjuk_pengganti(**_isi(dunia, selesai=date(2026, 12, 31)))
    with pytest.raises(IsianTidakSah, match="tidak ditunjuk"):
        services.tunjuk_pengganti(**_isi(dunia, mulai=date(2027, 1, 1), dasar="", selesai=None))

    assert hitung_baris() == sebelum


def test_akun_yang_tidak_ada_ditolak(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        services.tunjuk_pengganti(**_isi(dunia, pengguna_id=dunia.sistem.pengguna_id))
