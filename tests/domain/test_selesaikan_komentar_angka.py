"""Settling a remark on a cell: once, by whoever may read the sheet; the ladder."""

from uuid import uuid4

import pytest

from domain.lembar_uji import siapkan
from domain.pemeran import Dunia, hitung_baris, peristiwa
from domain.ukur_uji import HARI, Ukur
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.pengukuran.models import KomentarAngka
from sakip.pengukuran.services import komentari_angka, selesaikan_komentar_angka


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


@pytest.fixture
def komentar(ukur: Ukur) -> KomentarAngka:
    return komentari_angka(
        **ukur.dasar("fitri", 1),  # type: ignore[arg-type]
        indikator="iku-3",
        isi="Sumbernya mana?",
    )


def _selesai(
    u: Ukur, uuid: object, siapa: str = "ani", versi: int = 1, **ganti: object
) -> KomentarAngka:
    dasar = {**u.dunia.dasar(siapa), "saat": HARI[0], "unit": u.unit} | ganti
    return selesaikan_komentar_angka(**dasar, komentar=uuid, versi=versi)  # type: ignore[arg-type]


def test_diselesaikan_orang_lain_dengan_riwayat(ukur: Ukur, komentar: KomentarAngka) -> None:
    hasil = _selesai(ukur, komentar.uuid)

    fitri, ani = (ukur.dunia.orang[s].pengguna_id for s in ("fitri", "ani"))
    assert (hasil.selesai_oleh_id, hasil.versi) == (ani, 2)
    assert [(p.label, p.pengguna) for p in peristiwa(komentar)] == [
        ("insert", fitri),
        ("update", ani),
    ]


def test_yang_tidak_boleh_tidak_mengubah_apa_pun(
    ukur: Ukur, komentar: KomentarAngka, lain: Dunia
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _selesai(ukur, komentar.uuid, "dewi")
    with pytest.raises(TidakDitemukan):
        _selesai(ukur, komentar.uuid, **lain.dasar("eko"), unit="dinas-lain")
    with pytest.raises(TidakDitemukan):
        _selesai(ukur, komentar.uuid, "fitri", unit="dinas-bakung")
    with pytest.raises(TidakDitemukan):
        _selesai(ukur, uuid4())
    with pytest.raises(VersiUsang):
        _selesai(ukur, komentar.uuid, versi=2)

    assert hitung_baris() == sebelum


def test_sekali_saja(ukur: Ukur, komentar: KomentarAngka) -> None:
    _selesai(ukur, komentar.uuid)

    with pytest.raises(PerpindahanTidakSah, match="sudah diselesaikan"):
        _selesai(ukur, komentar.uuid, versi=2)
