"""Handing a sheet in: all that is missing at once, lateness, and the ladder."""

from datetime import date, datetime

import pytest

from domain.lembar_uji import SOLUSI, keadaan_angka, siapkan, tindak
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.ukur_uji import HARI, TAHUN, Ukur, kunci_jendela, tata_ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.organisasi import services as so
from sakip.organisasi.models import HariLibur, Jadwal
from sakip.pengukuran.models import CapaianMutakhir, RiwayatLembar
from sakip.pengukuran.services import ajukan_pengukuran

SESUDAH = datetime(2026, 4, 16, 10, 0, tzinfo=WIB)  # a Thursday; the window ended Friday 10 April


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _syarat(galat: pytest.ExceptionInfo[SyaratBelumTerpenuhi]) -> list[tuple[str, str | None]]:
    return [(s.kode, s.sasaran) for s in galat.value.syarat]


def _perpanjang(u: Ukur, sampai: date) -> None:
    so.beri_perpanjangan(
        **u.dunia.dasar("fitri"),
        jadwal=Jadwal.objects.get(periode__nomor=1, periode__jenis="triwulan").uuid,
        unit=u.unit,
        sampai=sampai,
        alasan="Jaringan putus sepekan",
    )


def test_lembar_lengkap_diajukan_tepat_waktu(ukur: Ukur) -> None:
    hasil = tindak(ukur, "ajukan", "ani")

    assert (hasil.keadaan, hasil.hari_terlambat) == ("diajukan", 0)
    assert hasil.pertama_diajukan == HARI[0]
    assert set(keadaan_angka(ukur).values()) == {"diajukan"}
    tw = CapaianMutakhir.objects.filter(periode__jenis="triwulan")
    assert set(tw.values_list("keadaan", flat=True)) == {"diajukan"}
    assert set(ukur.semua().filter(periode__jenis="tahun").values_list("keadaan", flat=True)) == {
        "konsep"
    }


def test_yang_belum_waktunya_tidak_menghalangi(ukur: Ukur) -> None:
    # IKU-1 is due in the second quarter, IKU-4 and IKU-5 in the fourth.
    assert tindak(ukur, "ajukan", "ani").keadaan == "diajukan"


def test_semua_yang_kurang_disebut_sekaligus_dengan_tempatnya(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    kunci_jendela(dunia)
    u.isi("1b", 1, "41")
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(u, "ajukan", "ani", saat=SESUDAH)

    assert _syarat(galat) == [
        ("jendela", None),
        ("golongan", "sel:1b"),
        ("penyebab", "sel:1b"),
        ("solusi", "sel:1b"),
        ("kosong", "sel:iku-2"),
        ("kosong", "sel:iku-3"),
    ]
    assert hitung_baris() == sebelum


def test_kosong_dengan_alasan_diterima(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    u.isi("1b", 1, "30")
    u.isi("iku-2", 1, "", alasan_kosong="belum_terbit")
    u.isi("iku-3", 1, "6/6")

    assert tindak(u, "ajukan", "ani").keadaan == "diajukan"


def test_penyebab_yang_disalin_harus_ditulis_ulang_atau_dijawab(ukur: Ukur) -> None:
    lima = "Lima pengaduan batas tanah menunggu berita acara dari desa."
    ukur.isi("1b", 2, "36", penyebab=lima, solusi="Didatangi.")
    ukur.isi("1b", 3, "35", penyebab=lima.replace("Lima", "Enam"), solusi="Didatangi lagi.")
    ukur.isi("iku-2", 3, "13/14")
    ukur.isi("iku-3", 3, "30/30")

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(ukur, "ajukan", "ani", 3)
    assert _syarat(galat) == [("mirip", "sel:1b")]
    assert "95% sama" in galat.value.pesan  # 59 letters, 56 of them found again: 94,9

    ukur.isi(
        "1b",
        3,
        "35",
        penyebab=lima.replace("Lima", "Enam"),
        solusi="Didatangi lagi.",
        jawaban_mirip="Sengketanya memang sama.",
    )
    assert tindak(ukur, "ajukan", "ani", 3).keadaan == "diajukan"


@pytest.mark.parametrize(
    ("libur", "hari"), [((), 4), ((date(2026, 4, 14),), 3)], ids=["tanpa libur", "satu libur"]
)
@pytest.mark.parametrize("izin", [True, False], ids=["dengan izin", "tanpa izin"])
def test_terlambat_dihitung_hari_kerja(
    dunia: Dunia, libur: tuple[date, ...], hari: int, izin: bool
) -> None:
    # Leave or not, late work is taken and the days count from the window itself (tafsir-0019):
    # Mon 13, Tue 14, Wed 15, Thu 16 after Friday the 10th.
    u = tata_ukur(dunia)
    so.catat_libur(
        oleh=dunia.sistem, saat=HARI[0], daftar=[(t, "Libur contoh", "contoh") for t in libur]
    )
    if izin:
        kunci_jendela(dunia)
        _perpanjang(u, date(2026, 4, 17))
    assert HariLibur.objects.filter(tanggal__in=libur).count() == len(libur)
    for kode, teks in (("1b", "30"), ("iku-2", "13/14"), ("iku-3", "6/6")):
        u.isi(kode, 1, teks, saat=SESUDAH)

    hasil = tindak(u, "ajukan", "ani", saat=SESUDAH)

    assert hasil.hari_terlambat == hari


def test_yang_dikembalikan_tidak_menjadi_terlambat(ukur: Ukur) -> None:
    tindak(ukur, "ajukan", "ani")
    tindak(ukur, "kembalikan", "vera", alasan="Periksa lagi", indikator=["1b"])
    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(ukur, "ajukan", "ani", saat=SESUDAH)
    assert _syarat(galat) == [("dikembalikan", "sel:1b")]
    ukur.isi("1b", 1, "40", saat=SESUDAH, **SOLUSI)

    hasil = tindak(ukur, "ajukan", "ani", saat=SESUDAH)

    assert (hasil.keadaan, hasil.hari_terlambat) == ("diajukan", 0)


def test_tugas_berpindah_kepada_verifikator(ukur: Ukur) -> None:
    assert {t.peran for t in Tugas.objects.all()} == {Peran.PENYUSUN_UNIT, Peran.PENGAMPU_DATA}

    tindak(ukur, "ajukan", "ani")

    tugas = Tugas.objects.get()
    assert (tugas.peran, tugas.unit_id) == (Peran.VERIFIKATOR_UNIT, ukur.dunia.unit[ukur.unit])
    assert tugas.sasaran == {"halaman": "lembar_pengukuran", "isi": [TAHUN, ukur.unit, 1]}
    assert tugas.jatuh_tempo == datetime(2026, 4, 10, 23, 59, 59, tzinfo=WIB)


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi", "vera"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tindak(ukur, "ajukan", siapa)

    assert hitung_baris() == sebelum


def test_dua_kali_ditolak(ukur: Ukur) -> None:
    tindak(ukur, "ajukan", "ani")

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “diajukan”"):
        tindak(ukur, "ajukan", "ani")


def test_lembar_yang_belum_dibuka_tidak_ada(dunia: Dunia) -> None:
    u = tata_ukur(dunia)

    with pytest.raises(TidakDitemukan, match="triwulan I tahun 2026"):
        ajukan_pengukuran(**u.dasar("ani", 1), versi=1)


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    with pytest.raises(VersiUsang, match="sudah berubah"):
        tindak(ukur, "ajukan", "ani", versi=9)


def test_angka_yang_diajukan_tidak_dapat_diubah(ukur: Ukur) -> None:
    tindak(ukur, "ajukan", "ani")
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="sedang “diajukan”"):
        ukur.isi("1b", 1, "30")

    assert hitung_baris() == sebelum


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil = tindak(ukur, "ajukan", "ani")

    ani = ukur.dunia.orang["ani"].pengguna_id
    assert list(RiwayatLembar.objects.values_list("dari", "tindakan", "ke", "oleh_id", "saat")) == [
        ("konsep", "ajukan", "diajukan", ani, HARI[0])
    ]
    assert peristiwa(hasil)[-1] == Peristiwa("update", ani, "pengukuran.ajukan_pengukuran")
