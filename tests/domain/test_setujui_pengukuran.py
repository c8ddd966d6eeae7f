"""The act “setujui” on a sheet: by its peran alone, and never by its makers."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from domain.lembar_uji import keadaan_angka, lembar, sampai, siapkan, tambah_orang, tindak
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from domain.ukur_uji import Ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.organisasi import services as so
from sakip.organisasi.models import PenugasanPeran
from sakip.pengukuran.models import RiwayatLembar
from sakip.pengukuran.selectors import tindakan_lembar

DARI, KE, SIAPA = "diverifikasi", "disetujui", "budi"


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = siapkan(dunia)
    sampai(u, DARI)
    return u


def test_lembar_dan_semua_angkanya_berpindah(ukur: Ukur) -> None:
    hasil = tindak(ukur, "setujui", SIAPA)

    assert hasil.keadaan == KE
    assert set(keadaan_angka(ukur).values()) == {KE}
    assert set(
        ukur.semua().filter(periode__jenis="triwulan").values_list("keadaan", flat=True)
    ) == {KE}


def test_tugas_berpindah_tangan(ukur: Ukur) -> None:
    tindak(ukur, "setujui", SIAPA)

    assert [t.peran for t in Tugas.objects.all()] == [x for x in ("koordinator_sakip",) if x]


@pytest.mark.parametrize("siapa", ["ani", "dewi", "citra", "koordinator-bakung"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tindak(ukur, "setujui", siapa)

    assert hitung_baris() == sebelum


def test_dua_kali_ditolak(ukur: Ukur) -> None:
    tindak(ukur, "setujui", SIAPA)

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang"):
        tindak(ukur, "setujui", SIAPA)


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        tindak(ukur, "setujui", SIAPA, versi=1)

    assert hitung_baris() == sebelum


def test_riwayat_ditulis(ukur: Ukur) -> None:
    hasil = tindak(ukur, "setujui", SIAPA)

    oleh = ukur.dunia.orang[SIAPA].pengguna_id
    r = RiwayatLembar.objects.latest("id")
    assert (r.dari, r.tindakan, r.ke, r.oleh_id) == (DARI, "setujui", KE, oleh)
    assert peristiwa(hasil)[-1] == Peristiwa("update", oleh, "pengukuran.setujui_pengukuran")


def _rangkap(dunia: Dunia) -> Ukur:
    """The sekretaris who verified is acting head too: nobody else may approve."""
    u = siapkan(dunia)
    tambah_orang(u, "dedi", Peran.VERIFIKATOR_UNIT, Peran.PIMPINAN_UNIT)
    tambah_orang(u, "oman", Peran.PENGAMPU_DATA)
    with menulis_langsung(dunia.sistem):
        PenugasanPeran.objects.filter(pengguna_id=dunia.orang["budi"].pengguna_id).update(
            masa=DateRange(date(2024, 1, 1), date(2026, 1, 1))
        )
    so.tunjuk_pengganti(
        **dunia.dasar("fitri"),
        unit=u.unit,
        peran=Peran.PIMPINAN_UNIT,
        pengguna_id=dunia.orang["oman"].pengguna_id,
        mulai=date(2026, 4, 1),
        selesai=date(2026, 4, 30),
        dasar="surat tugas contoh",
    )
    tindak(u, "ajukan", "ani")
    tindak(u, "verifikasi", "dedi")
    return u


def test_yang_memverifikasi_tidak_menyetujui_dan_tugasnya_dialihkan(dunia: Dunia) -> None:
    u = _rangkap(dunia)

    with pytest.raises(SyaratBelumTerpenuhi, match="dialihkan kepada pengganti"):
        tindak(u, "setujui", "dedi")
    assert Tugas.objects.get().pengguna_id == dunia.orang["oman"].pengguna_id
    assert tindak(u, "setujui", "oman").keadaan == "disetujui"


def test_pengganti_tidak_bertindak_bila_pemegangnya_bebas(ukur: Ukur) -> None:
    tambah_orang(ukur, "oman", Peran.PENGAMPU_DATA)
    so.tunjuk_pengganti(
        **ukur.dunia.dasar("fitri"),
        unit=ukur.unit,
        peran=Peran.PIMPINAN_UNIT,
        pengguna_id=ukur.dunia.orang["oman"].pengguna_id,
        mulai=date(2026, 4, 1),
        selesai=date(2026, 4, 30),
        dasar="surat tugas contoh",
    )

    with pytest.raises(TidakBerizin):
        tindak(ukur, "setujui", "oman")


def test_pengganti_boleh_juga_mengembalikan(dunia: Dunia) -> None:
    u = _rangkap(dunia)

    assert tindak(u, "kembalikan", "oman", alasan="Periksa lagi").keadaan == "dikembalikan"


def test_halaman_tahu_siapa_yang_boleh_bertindak(dunia: Dunia) -> None:
    u = _rangkap(dunia)
    ini, tempat = lembar(u), dunia.tampak(u.unit)

    def boleh(siapa: str) -> dict[str, bool]:
        daftar = tindakan_lembar(dunia.lingkup(siapa, date(2026, 4, 8)), tempat, ini)
        return {k: t.boleh for k, t in daftar.items()}

    assert boleh("dedi") == {"setujui": False, "kembalikan": True}
    assert boleh("oman") == {"setujui": True, "kembalikan": True}
    assert boleh("ani") == {}
    sebab = tindakan_lembar(dunia.lingkup("dedi", date(2026, 4, 8)), tempat, ini)["setujui"].sebab
    assert "dialihkan kepada oman Contoh" in sebab
