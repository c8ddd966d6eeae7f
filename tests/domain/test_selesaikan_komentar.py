"""Settling a remark on a node."""

from uuid import uuid4

import pytest

from domain.cabang_uji import UNIT, ditolak, luas
from domain.pemeran import SAAT, Dunia, hitung_baris, peristiwa
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.perencanaan.models import KomentarSimpul
from sakip.perencanaan.services import selesaikan_komentar, tulis_komentar


@pytest.fixture
def komentar(dunia: Dunia) -> KomentarSimpul:
    luas(dunia)
    return tulis_komentar(**dunia.dasar("citra"), unit=UNIT, simpul="s1", isi="Mengapa?")


def test_komentar_selesai_dan_tercatat_olehnya(dunia: Dunia, komentar: KomentarSimpul) -> None:
    hasil = selesaikan_komentar(**dunia.dasar("ani"), unit=UNIT, komentar=komentar.uuid, versi=1)

    ani = dunia.orang["ani"].pengguna_id
    assert (hasil.selesai_oleh_id, hasil.selesai_pada, hasil.versi) == (ani, SAAT, 2)
    assert [(p.label, p.pengguna) for p in peristiwa(hasil)][-1] == ("update", ani)


@pytest.mark.parametrize("siapa", ["dewi", "hari"])
def test_di_luar_jangkauan_ditolak(dunia: Dunia, komentar: KomentarSimpul, siapa: str) -> None:
    ditolak(
        lambda: selesaikan_komentar(
            **dunia.dasar(siapa), unit=UNIT, komentar=komentar.uuid, versi=1
        ),
        TidakBerizin,
    )


def test_instansi_lain_dan_yang_tidak_ada(
    dunia: Dunia, lain: Dunia, komentar: KomentarSimpul
) -> None:
    sebelum = hitung_baris()
    for dasar, unit, uuid in (
        (lain.dasar("eko"), "dinas-lain", komentar.uuid),
        (dunia.dasar("gita"), "dinas-bakung", komentar.uuid),
        (dunia.dasar("ani"), UNIT, uuid4()),
    ):
        with pytest.raises(TidakDitemukan):
            selesaikan_komentar(**dasar, unit=unit, komentar=uuid, versi=1)
    assert hitung_baris() == sebelum


def test_jawaban_tidak_diselesaikan_sendiri(dunia: Dunia, komentar: KomentarSimpul) -> None:
    balas = tulis_komentar(
        **dunia.dasar("ani"), unit=UNIT, simpul="s1", isi="Ya", balasan_dari=komentar.uuid
    )

    ditolak(
        lambda: selesaikan_komentar(**dunia.dasar("ani"), unit=UNIT, komentar=balas.uuid, versi=1),
        TidakDitemukan,
    )


def test_versi_usang_dan_yang_sudah_selesai(dunia: Dunia, komentar: KomentarSimpul) -> None:
    dasar = dunia.dasar("ani") | {"unit": UNIT, "komentar": komentar.uuid}
    ditolak(lambda: selesaikan_komentar(**dasar, versi=9), VersiUsang)

    selesaikan_komentar(**dasar, versi=1)

    ditolak(lambda: selesaikan_komentar(**dasar, versi=2), PerpindahanTidakSah)
