"""Breaking a figure down: the parts make the whole or are answered for; the ladder."""

from typing import Any

import pytest

from domain.kisi_uji import tata_kisi
from domain.lembar_uji import sampai, siapkan, tindak
from domain.pemeran import Dunia, hitung_baris, peristiwa
from domain.ukur_uji import Ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Tindakan
from sakip.pengukuran.models import BagianPilahan, PilahanAngka, Realisasi
from sakip.pengukuran.selectors.alur import pelaku_lembar
from sakip.pengukuran.services import isi_pilahan

COCOK = {
    "laki_laki": {"pembilang": "5", "penyebut": "6"},
    "perempuan": {"pembilang": "3", "penyebut": "4"},
}  # 5 + 3 = 8 of 6 + 4 = 10


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    u = tata_kisi(dunia)
    u.isi("latih", 1, "8/10")
    return u


def _pilah(u: Ukur, bagian: dict[str, Any] | None = None, **ganti: Any) -> PilahanAngka:
    isi = {
        **u.dasar(u.penyusun, 1),
        "indikator": "latih",
        "dimensi": "jenis_kelamin",
        "bagian": COCOK if bagian is None else bagian,
        "penjelasan": "",
        "versi": 0,
    }
    return isi_pilahan(**isi | ganti)


def test_bagian_yang_cocok_tersimpan_dan_tercatat_sebagai_pengisian(ukur: Ukur) -> None:
    p = _pilah(ukur)

    isi = {(b.kategori, b.komponen): str(b.nilai) for b in BagianPilahan.objects.all()}
    assert isi == {
        ("laki_laki", "pembilang"): "5",
        ("laki_laki", "penyebut"): "6",
        ("perempuan", "pembilang"): "3",
        ("perempuan", "penyebut"): "4",
    }
    ani = ukur.dunia.orang["ani"].pengguna_id
    r = Realisasi.objects.get(pk=p.realisasi_id)
    assert [(e.label, e.tindakan) for e in peristiwa(r)][-1] == ("update", "pengukuran.isi_pilahan")
    assert [e.pengguna for e in peristiwa(p)] == [ani]
    # Whoever breaks a figure down entered it, as the four eyes see it.
    assert r.lembar is not None
    assert ani in pelaku_lembar(r.lembar, Tindakan.VERIFIKASI_PENGUKURAN)


def test_selisih_disebut_dan_harus_dijawab(ukur: Ukur) -> None:
    kurang = COCOK | {"perempuan": {"pembilang": "3", "penyebut": "3"}}  # 6 + 3 = 9, not 10
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _pilah(ukur, kurang)

    assert "Jumlah penyebut menurut pilahan 9, sedangkan angkanya 10." in galat.value.kalimat
    assert hitung_baris() == sebelum
    assert _pilah(ukur, kurang, penjelasan="Satu peserta tidak tercatat.").versi == 1


def test_yang_tidak_diketahui_melengkapi_jumlahnya(ukur: Ukur) -> None:
    _pilah(ukur, COCOK | {"perempuan": {"pembilang": "2", "penyebut": "3"},
                          "tidak_diketahui": {"pembilang": "1", "penyebut": "1"}})  # fmt: skip

    assert BagianPilahan.objects.filter(kategori="tidak_diketahui").count() == 2


def test_bagian_yang_dikosongkan_hilang_dan_versi_naik(ukur: Ukur) -> None:
    _pilah(ukur)
    hasil = _pilah(ukur, {"tidak_diketahui": {"pembilang": "8", "penyebut": "10"}}, versi=1)

    assert hasil.versi == 2
    assert set(BagianPilahan.objects.values_list("kategori", flat=True)) == {"tidak_diketahui"}


def test_semua_bagian_yang_salah_disebut_sekaligus(ukur: Ukur) -> None:
    salah = {"laki_laki": {"pembilang": "-1", "penyebut": "n/a"}, "perempuan": {"pembilang": "x"}}
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _pilah(ukur, salah)

    assert set(galat.value.menurut_letak) == {
        "laki_laki.pembilang",
        "laki_laki.penyebut",
        "perempuan.pembilang",
    }
    assert hitung_baris() == sebelum


def test_yang_tidak_dipilah_dan_yang_belum_berangka_ditolak(ukur: Ukur) -> None:
    for dimensi in ("usia", "entah", ""):
        with pytest.raises(TidakDitemukan, match="tidak dipilah"):
            _pilah(ukur, dimensi=dimensi)
    ukur.isi("1b", 1, "41")
    with pytest.raises(TidakDitemukan, match="tidak dipilah"):
        _pilah(ukur, indikator="1b")
    with pytest.raises(PerpindahanTidakSah, match="Isi dahulu angkanya"):
        _pilah(ukur, indikator="kunjungan")


@pytest.mark.parametrize("siapa", ["budi", "fitri", "citra", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    with pytest.raises(TidakBerizin):
        _pilah(ukur, oleh=ukur.dunia.pelaku(siapa))


def test_instansi_lain_tidak_menemukannya(ukur: Ukur, lain: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        _pilah(ukur, **lain.dasar("eko"))


def test_versi_usang_dan_lembar_yang_sudah_diajukan_ditolak(dunia: Dunia) -> None:
    u = siapkan(dunia)
    with pytest.raises(TidakDitemukan):  # this plan has nothing to break down
        _pilah(u, indikator="iku-3")
    sampai(u, "diajukan")
    with pytest.raises(PerpindahanTidakSah, match="diajukan"):
        _pilah(u, indikator="iku-3")


def test_versi_usang_ditolak(ukur: Ukur) -> None:
    _pilah(ukur)
    with pytest.raises(VersiUsang, match="diubah orang lain"):
        _pilah(ukur)


def test_angka_yang_berubah_sesudah_dipilah_menahan_pengajuan(ukur: Ukur) -> None:
    _pilah(ukur)
    ukur.isi("latih", 1, "9/10")

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(ukur, "ajukan", "ani")

    assert (
        "Indikator latih: pilahan menurut jenis kelamin tidak sama dengan angkanya. Perbaiki, "
        "atau jelaskan." in [s.pesan for s in galat.value.syarat]
    )
