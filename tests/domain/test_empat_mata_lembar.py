"""Maker ≠ checker for every act on a sheet; and a reopening that ends on its day."""

from datetime import date, datetime

import pytest

from domain.lembar_uji import BERIKUT, SOLUSI, sampai, siapkan, tambah_orang, tindak
from domain.pemeran import Dunia
from domain.ukur_uji import HARI, Ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import PerpindahanTidakSah
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.organisasi import services as so
from sakip.pengukuran import selectors
from sakip.pengukuran.selectors.alur import ALUR_LEMBAR, EMPAT_MATA

SEMUA = (
    Peran.PENYUSUN_UNIT,
    Peran.VERIFIKATOR_UNIT,
    Peran.PIMPINAN_UNIT,
)
URUTAN = ("isi", "ajukan", "verifikasi", "setujui", "telaah", "kunci")
DARI = {"ajukan": "konsep", "verifikasi": "diajukan", "setujui": "diverifikasi",
        "telaah": "disetujui", "kunci": "ditelaah"}  # fmt: skip
# Handing in is the maker's own act; the coordinator who reviewed may lock as well.
BERPASANGAN = [
    (dulu, kini)
    for n, kini in enumerate(URUTAN)
    for dulu in URUTAN[:n]
    if kini in EMPAT_MATA and (dulu, kini) != ("telaah", "kunci")
]


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    """Serba holds every peran there is on a sheet."""
    u = siapkan(dunia)
    tambah_orang(u, "serba", *SEMUA)
    so.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["serba"].pengguna_id,
        peran=Peran.KOORDINATOR_SAKIP,
        unit=dunia.instansi.slug,
        mulai=date(2024, 1, 1),
        selesai=None,
    )
    return u


def _sampai(u: Ukur, keadaan: str, dulu: str) -> None:
    """Move the sheet on by the usual people, but for one act that Serba does."""
    if dulu == "isi":
        u.isi("1b", 1, "40", siapa="serba", **SOLUSI)
    kini = "konsep"
    while kini != keadaan:
        tindakan, siapa = BERIKUT[kini]
        kini = tindak(u, tindakan, "serba" if tindakan == dulu else siapa).keadaan


def test_setiap_pemeriksaan_berempat_mata() -> None:
    assert {t.tindakan for t in ALUR_LEMBAR.transisi} - {"ajukan", "buka_kunci", "kembalikan"} == (
        set(EMPAT_MATA)
    )


@pytest.mark.parametrize(("dulu", "kini"), BERPASANGAN)
def test_yang_membuat_atau_memeriksa_tidak_memeriksa_lagi(ukur: Ukur, dulu: str, kini: str) -> None:
    _sampai(ukur, DARI[kini], dulu)

    with pytest.raises(SyaratBelumTerpenuhi, match="dilakukan orang lain"):
        tindak(ukur, kini, "serba")

    # Nor is it offered to him in the queue where sheets are done together.
    (antre,) = selectors.antrean(ukur.dunia.lingkup("serba", HARI[0].date()))
    assert (antre.tindakan, antre.terlarang, antre.bersama) == (kini, True, False)
    assert tindak(ukur, kini, BERIKUT[DARI[kini]][1]).keadaan != DARI[kini]


def test_yang_menelaah_boleh_mengunci(ukur: Ukur) -> None:
    _sampai(ukur, "ditelaah", "telaah")

    assert tindak(ukur, "kunci", "serba").keadaan == "terkunci"


def test_antrean_menurut_peran_dan_jangkauan(ukur: Ukur) -> None:
    sampai(ukur, "diajukan")

    def tindakan(siapa: str) -> list[str]:
        return [a.tindakan for a in selectors.antrean(ukur.dunia.lingkup(siapa, HARI[0].date()))]

    assert {s: tindakan(s) for s in ("vera", "budi", "fitri", "dewi", "citra")} == {
        "vera": ["verifikasi"], "budi": [], "fitri": [], "dewi": [], "citra": [],
    }  # fmt: skip
    sampai(ukur, "disetujui")
    assert (tindakan("vera"), tindakan("fitri")) == ([], ["telaah"])
    assert tindakan("koordinator-bakung") == []


# Opened again until a day ------------------------------------------------------------------------


def _buka(u: Ukur) -> None:
    sampai(u, "terkunci")
    tindak(u, "buka_kunci", "fitri", alasan="salah ketik", sampai=date(2026, 4, 20),
           indikator=["1b"])  # fmt: skip


def test_sampai_harinya_dapat_diperbaiki_sesudahnya_tidak(ukur: Ukur) -> None:
    _buka(ukur)
    ukur.isi("1b", 1, "39", saat=datetime(2026, 4, 20, 23, 0, tzinfo=WIB), **SOLUSI)

    with pytest.raises(PerpindahanTidakSah, match="berakhir 20 April 2026"):
        ukur.isi("1b", 1, "38", saat=datetime(2026, 4, 21, 0, 30, tzinfo=WIB), **SOLUSI)


def test_sesudah_berakhir_lembar_masih_dapat_diajukan_kembali_menuju_kunci(ukur: Ukur) -> None:
    """Nothing changes any more; without this way back it would stay unlocked for ever."""
    _buka(ukur)
    ukur.isi("1b", 1, "39", saat=datetime(2026, 4, 20, 9, 0, tzinfo=WIB), **SOLUSI)
    lewat = datetime(2026, 4, 27, 9, 0, tzinfo=WIB)

    assert tindak(ukur, "ajukan", "ani", saat=lewat).keadaan == "diajukan"
    assert sampai(ukur, "terkunci").dibuka_sampai is None
