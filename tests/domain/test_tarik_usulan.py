"""Taking a proposal back before it was answered."""

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.usulan_uji import catat
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.perencanaan.models import UsulanKegiatan
from sakip.perencanaan.services import putuskan_usulan, tarik_usulan


def _tarik(
    dunia: Dunia, usulan: UsulanKegiatan, siapa: str = "ani", versi: int | None = None
) -> UsulanKegiatan:
    return tarik_usulan(
        **dunia.dasar(siapa),
        usulan=usulan.uuid,
        versi=versi or usulan.versi,
        alasan="tertulis dua kali",
    )


def test_yang_ditarik_tetap_tercatat(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)

    _tarik(dunia, usulan)

    tersimpan = UsulanKegiatan.objects.get()
    assert (tersimpan.keadaan, tersimpan.alasan) == ("ditarik", "tertulis dua kali")
    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(usulan)[-1] == Peristiwa("update", ani, "perencanaan.tarik_usulan")


def test_yang_sudah_diputus_tidak_dapat_ditarik(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)
    usulan = putuskan_usulan(
        **dunia.dasar("gita"), usulan=usulan.uuid, versi=1, tindakan="tunda", alasan="nanti"
    )

    with pytest.raises(PerpindahanTidakSah):
        _tarik(dunia, usulan)


@pytest.mark.parametrize("siapa", ["budi", "dewi", "fitri", "citra"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    (usulan,) = catat(dunia)

    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _tarik(dunia, usulan, siapa)

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)

    with pytest.raises(VersiUsang):
        _tarik(dunia, usulan, versi=9)


def test_usulan_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    (usulan,) = catat(dunia)

    with pytest.raises(TidakDitemukan):
        _tarik(lain, usulan, "eko")
