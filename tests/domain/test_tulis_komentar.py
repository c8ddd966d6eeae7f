"""Remarks on a node, and answers."""

from typing import Any
from uuid import uuid4

import pytest

from domain.cabang_uji import UNIT, ditolak, luas
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan
from sakip.perencanaan.models import KomentarSimpul
from sakip.perencanaan.selectors import utas_komentar
from sakip.perencanaan.services import selesaikan_komentar, tulis_komentar

ISI: dict[str, Any] = {"unit": UNIT, "simpul": "s1", "isi": "  Ukuran hasilnya mana? "}


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra", "gita"])
def test_siapa_pun_yang_membaca_dapat_berkomentar(dunia: Dunia, siapa: str) -> None:
    luas(dunia)

    komentar = tulis_komentar(**dunia.dasar(siapa), **ISI)

    pelaku = dunia.orang[siapa].pengguna_id
    assert (komentar.isi, komentar.penulis_id) == ("Ukuran hasilnya mana?", pelaku)
    assert peristiwa(komentar) == [Peristiwa("insert", pelaku, "perencanaan.tulis_komentar")]


def test_jawaban_atas_jawaban_masuk_ke_utasnya(dunia: Dunia) -> None:
    versi = luas(dunia)
    awal = tulis_komentar(**dunia.dasar("citra"), **ISI)
    satu = tulis_komentar(**dunia.dasar("ani"), **ISI | {"isi": "Ditambah"}, balasan_dari=awal.uuid)
    tulis_komentar(**dunia.dasar("citra"), **ISI | {"isi": "Baik"}, balasan_dari=satu.uuid)

    (utas,) = utas_komentar(dunia.lingkup("ani"), dunia.tampak(UNIT), versi)

    assert (utas.komentar, utas.simpul, utas.terbuka) == (awal, "s1", True)
    assert [b.isi for b in utas.balasan] == ["Ditambah", "Baik"]


@pytest.mark.parametrize(
    ("siapa", "ganti", "galat"),
    [
        ("dewi", {}, TidakBerizin),
        ("hari", {}, TidakBerizin),
        ("ani", {"simpul": "x"}, TidakDitemukan),
        ("ani", {"balasan_dari": uuid4()}, TidakDitemukan),
    ],
)
def test_di_luar_jangkauan_ditolak(
    dunia: Dunia, siapa: str, ganti: dict[str, Any], galat: type[Exception]
) -> None:
    luas(dunia)

    ditolak(lambda: tulis_komentar(**dunia.dasar(siapa), **ISI | ganti), galat)


def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia) -> None:
    luas(dunia)

    ditolak(lambda: tulis_komentar(**lain.dasar("eko"), **ISI), TidakDitemukan)


@pytest.mark.parametrize(("teks", "kata"), [(" ", "Tulis komentarnya."), ("x" * 2001, "2000")])
def test_isi_yang_kosong_atau_terlalu_panjang_ditolak(dunia: Dunia, teks: str, kata: str) -> None:
    luas(dunia)

    salah = ditolak(lambda: tulis_komentar(**dunia.dasar("ani"), **ISI | {"isi": teks}))

    assert kata in salah["isi"]


def test_yang_sudah_selesai_tidak_dijawab_lagi(dunia: Dunia) -> None:
    luas(dunia)
    awal = tulis_komentar(**dunia.dasar("citra"), **ISI)
    selesaikan_komentar(**dunia.dasar("ani"), unit=UNIT, komentar=awal.uuid, versi=1)
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="sudah diselesaikan"):
        tulis_komentar(**dunia.dasar("ani"), **ISI, balasan_dari=awal.uuid)

    assert hitung_baris() == sebelum
    assert KomentarSimpul.objects.get().selesai_pada is not None
