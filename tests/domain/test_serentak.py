"""Two people at the same moment: whoever comes second sees what the first one did."""

import threading
from collections.abc import Callable
from typing import Any
from unittest.mock import DEFAULT, Mock

import pytest
from django.db import OperationalError, connection, connections

from domain.cabang_uji import LUAS, konsep, luas, naskah, susunan
from domain.lembar import baris, impor, pratinjau, terapkan
from domain.neraca import hitung_ulang, sel_mutakhir
from domain.pemeran import Dunia, bangun_dunia
from domain.ukur_uji import tata_ukur
from sakip.bersama.galat import GalatLayanan, VersiUsang
from sakip.config.peran import Koneksi
from sakip.impor.models import BetsImpor
from sakip.pengukuran.models import Realisasi
from sakip.pengukuran.services import buka_lembar, lembar
from sakip.perencanaan.models import DokumenVersi, TargetVersi
from sakip.perencanaan.services import pindahkan_simpul

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def dunia() -> Dunia:
    """The cast, really committed: two connections must see it."""
    return bangun_dunia()


def _bersamaan(*tindakan: Callable[[], Any]) -> list[str]:
    """Let everybody begin at once, each on a connection of his own; give what became of each."""
    mulai, hasil = threading.Barrier(len(tindakan)), [""] * len(tindakan)

    def jalankan(n: int) -> None:
        try:
            mulai.wait()
            tindakan[n]()
            hasil[n] = "berhasil"
        except GalatLayanan as galat:
            hasil[n] = type(galat).__name__
        finally:
            connections.close_all()

    utas = [threading.Thread(target=jalankan, args=(n,)) for n in range(len(tindakan))]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    return sorted(hasil)


def test_dua_impor_atas_angka_yang_sama_tidak_saling_menimpa(dunia: Dunia) -> None:
    impor(dunia, baris(realisasi="60"))
    kiri, kanan = (pratinjau(dunia, baris(realisasi=r)) for r in ("70", "80"))

    hasil = _bersamaan(lambda: terapkan(dunia, kiri), lambda: terapkan(dunia, kanan, "gita"))

    assert hasil == ["VersiUsang", "berhasil"]
    assert Realisasi.objects.get().revisi == 2
    assert sel_mutakhir(dunia) == hitung_ulang(dunia)


def test_dua_impor_atas_angka_baru_yang_sama_tidak_menjadi_dua(dunia: Dunia) -> None:
    kiri, kanan = (pratinjau(dunia, baris(realisasi=r)) for r in ("70", "80"))

    hasil = _bersamaan(lambda: terapkan(dunia, kiri), lambda: terapkan(dunia, kanan, "gita"))

    assert hasil == ["VersiUsang", "berhasil"]
    assert [m.objects.count() for m in (Realisasi, TargetVersi, DokumenVersi)] == [1, 1, 1]


def test_klik_ganda_pada_saat_yang_sama_menerapkan_sekali(dunia: Dunia) -> None:
    bets = pratinjau(dunia, baris())

    hasil = _bersamaan(*[lambda: terapkan(dunia, bets)] * 4)

    assert hasil == ["VersiUsang", "VersiUsang", "VersiUsang", "berhasil"]
    assert BetsImpor.objects.get().versi == 2
    assert connection.alias == "default"


def test_dua_orang_memindahkan_cabang_yang_sama(dunia: Dunia) -> None:
    """The second one learns what the first one did; the tree is whole, and only the first's."""
    versi = luas(dunia)
    pesan: list[str] = []

    def pindah(siapa: str, induk: str) -> None:
        try:
            pindahkan_simpul(
                **dunia.dasar(siapa), konsep=konsep(versi), simpul="7.01.02", induk=induk
            )
        except VersiUsang as galat:
            pesan.append(galat.pesan)
            raise

    hasil = _bersamaan(lambda: pindah("ani", "s2"), lambda: pindah("gita", "s3"))

    assert hasil == ["VersiUsang", "berhasil"]
    assert "“Pelayanan Publik” dipindahkan" in pesan[0]
    isi = naskah(dunia, versi)
    assert versi.versi == 2
    assert {s.kode for s in isi.simpul} == {s.kode for s in LUAS.simpul}
    assert dict(susunan(isi))["7.01.02"] in {"s2", "s3"}


def test_yang_kalah_cepat_menunggu_barisnya(
    dunia: Dunia, pemilik: Koneksi, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two looked and saw no sheet; the second one finds it, once the first one lets it go."""
    ukur = tata_ukur(dunia)
    pertama = buka_lembar(**ukur.dasar("ani", 1))
    terlihat = Mock(side_effect=[None, DEFAULT] * 2, wraps=lembar.ambil_lembar)
    monkeypatch.setattr(lembar, "ambil_lembar", terlihat)

    with pemilik.transaction(), connection.cursor() as kursor:
        pemilik.execute("SELECT FROM pengukuran_lembarpengukuran FOR UPDATE")
        kursor.execute("SET lock_timeout = '200ms'")
        with pytest.raises(OperationalError, match="lock timeout"):
            buka_lembar(**ukur.dasar("ani", 1))

    assert buka_lembar(**ukur.dasar("ani", 1)).pk == pertama.pk
    assert terlihat.call_count == 4
