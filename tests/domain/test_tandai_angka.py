"""A verifier ticks off a figure with a warning: one by one, and the mark lapses with the figure."""

import pytest

from domain.lembar_uji import SOLUSI, sampai, tambah_orang, tindak
from domain.mutu_uji import bertanda, janggal, jawab, lihat, tandai, temuan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import HARI, Ukur, tata_ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.pengukuran.models import PemeriksaanAngka, RiwayatLembar


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = tata_ukur(dunia)
    tambah_orang(u, "vera", Peran.VERIFIKATOR_UNIT)
    janggal(u)
    jawab(u)
    sampai(u, "diajukan")
    return u


def test_lembar_berperingatan_menunggu_centangnya(ukur: Ukur) -> None:
    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(ukur, "verifikasi", "vera")
    assert [(s.kode, s.sasaran) for s in galat.value.syarat] == [("periksa", "sel:iku-3")]

    tandai(ukur, catatan="Register dilihat.")

    # Verifying ticks the rows that nothing is asked about: every row carries a mark then.
    assert tindak(ukur, "verifikasi", "vera").keadaan == "diverifikasi"
    assert bertanda(ukur) == {"1b", "iku-2", "iku-3"}


def test_tanda_menyebut_siapa_kapan_dan_catatannya(ukur: Ukur) -> None:
    tandai(ukur, catatan="Register dilihat.")

    tanda = next(b.tanda for b in lihat(ukur, "budi").baris if b.kode == "iku-3")
    assert tanda is not None
    assert (tanda.oleh, tanda.saat, tanda.catatan) == (
        "vera Contoh", HARI[0], "Register dilihat.",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("teks", "isi", "tetap"),
    [
        ("41", SOLUSI, True),
        ("40", SOLUSI, False),
        ("41", SOLUSI | {"solusi": "Loket kedua dibuka."}, False),
    ],
)
def test_tanda_gugur_ketika_angka_atau_penjelasannya_berubah(
    ukur: Ukur, teks: str, isi: dict[str, str], tetap: bool
) -> None:
    tandai(ukur, indikator="1b")
    tindak(ukur, "kembalikan", "vera", alasan="periksa", indikator=["1b"])
    ukur.isi("1b", 1, teks, **isi)

    assert ("1b" in bertanda(ukur)) is tetap


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "dewi", "citra"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tandai(ukur, siapa)

    assert hitung_baris() == sebelum


def test_yang_mengisi_tidak_mencentang(ukur: Ukur) -> None:
    tindak(ukur, "kembalikan", "vera", alasan="periksa", indikator=["1b"])
    tambah_orang(ukur, "rangkap", Peran.PENYUSUN_UNIT, Peran.VERIFIKATOR_UNIT)
    ukur.isi("1b", 1, "40", siapa="rangkap", **SOLUSI)
    tindak(ukur, "ajukan", "ani")

    with pytest.raises(SyaratBelumTerpenuhi, match="dilakukan orang lain"):
        tandai(ukur, "rangkap")


def test_yang_mencentang_tidak_menyetujui(ukur: Ukur) -> None:
    tambah_orang(ukur, "rangkap", Peran.VERIFIKATOR_UNIT, Peran.PIMPINAN_UNIT)
    tandai(ukur, "rangkap")
    tindak(ukur, "verifikasi", "vera")

    with pytest.raises(SyaratBelumTerpenuhi, match="dilakukan orang lain"):
        tindak(ukur, "setujui", "rangkap")


def test_hanya_lembar_yang_diajukan(ukur: Ukur) -> None:
    tandai(ukur)
    tindak(ukur, "verifikasi", "vera")

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “diverifikasi”"):
        tandai(ukur)


def test_dua_kali_memperbarui_tanda_yang_sama(ukur: Ukur) -> None:
    tandai(ukur)
    tandai(ukur, catatan="Dilihat lagi.")

    assert [t.catatan for t in PemeriksaanAngka.objects.all()] == ["Dilihat lagi."]


def test_yang_bukan_angkanya_dan_catatan_panjang_ditolak(ukur: Ukur) -> None:
    with pytest.raises(PerpindahanTidakSah, match="Tidak ada angka “iku-5”"):
        tandai(ukur, indikator="iku-5")
    with pytest.raises(IsianTidakSah, match="Centang tidak disimpan"):
        tandai(ukur, catatan="x" * 201)


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    with pytest.raises(VersiUsang):
        tandai(ukur, versi=1)


def test_riwayat_ditulis(ukur: Ukur) -> None:
    tandai(ukur, catatan="Register dilihat.")

    vera = ukur.dunia.orang["vera"].pengguna_id
    r = RiwayatLembar.objects.get(tindakan="periksa")
    assert (r.oleh_id, r.alasan, r.teks) == (vera, "Register dilihat.", "9/8")
    tanda = PemeriksaanAngka.objects.get()
    assert peristiwa(tanda)[-1] == Peristiwa("insert", vera, "pengukuran.tandai_angka")
    assert temuan(ukur).jawaban is not None
