"""What the leader reads: figures that count, by hand, and words for those that do not yet."""

from datetime import date
from decimal import Decimal
from functools import partial

import pytest

from domain.lembar import baris, impor
from domain.lembar_uji import SOLUSI, sampai, siapkan, tindak
from domain.pemeran import HARI, Dunia
from domain.ukur_uji import SEMESTER_1, TAHUN, Ukur
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah.tren import menuju
from sakip.pengukuran.models import RingkasanUnit, VersiSah
from sakip.pengukuran.selectors import Kartu
from sakip.pengukuran.services import IsianSel

terbit = partial(baris, sumber="LKjIP contoh")


def _kartu(dunia: Dunia, kode: str = "ikm", tahun: int = 2025) -> Kartu:
    angka = selectors.angka_indikator(dunia.lingkup("fitri"), tahun, [kode])
    return selectors.kartu_prioritas(angka, [kode], {})[0]


def _nomor(dunia: Dunia, tahun: int) -> int:
    return selectors.versi_sah(dunia.lingkup("fitri")).get(tahun, 0)


@pytest.fixture
def tiga_unit(dunia: Dunia) -> Dunia:
    """The same indicator of three units: two published, one a draft."""
    impor(
        dunia,
        terbit(realisasi="76"),
        terbit(unit="dinas-bakung", realisasi="88"),
        siapa="gita",
        sifat="terbit",
    )
    impor(dunia, baris(unit="kecamatan-cempaka", realisasi="80"), siapa="gita")
    return dunia


def test_satu_konsep_menunda_simpulan_semua_unit(tiga_unit: Dunia) -> None:
    k = _kartu(tiga_unit)

    assert k.gulungan is not None
    assert (k.gulungan.banyak, k.gulungan.sah, k.gulungan.belum) == (3, 2, 1)
    assert (k.capaian, k.kategori, k.gulungan.lengkap) == (None, "", False)
    # 76/80 = 95 and 88/80 = 110: (95 + 110) ÷ 2 = 102,5 of those that count, said beside it.
    assert k.gulungan.kini == Decimal("102.5")


def test_semua_terverifikasi_boleh_disimpulkan(tiga_unit: Dunia) -> None:
    impor(tiga_unit, terbit(unit="kecamatan-cempaka", realisasi="72"), siapa="gita", sifat="terbit")

    k = _kartu(tiga_unit)

    # 72/80 = 90: (95 + 110 + 90) ÷ 3 = 295 ÷ 3
    assert k.capaian is not None
    assert round(k.capaian, 4) == Decimal("98.3333")
    assert k.kategori == "sangat_tinggi"  # above 90, by Permendagri 86/2017


def test_jejak_gulungan_menyebut_tiap_unit(tiga_unit: Dunia) -> None:
    g = _kartu(tiga_unit).gulungan

    assert g is not None
    assert [str(a.langkah[0].uraian) for a in g.jejak.anak if len(a.langkah) == 1][-3:] == [
        "Dinas Anggrek.",
        "Dinas Bakung.",
        "Kecamatan Cempaka: belum terverifikasi, jadi belum dihitung.",
    ]


def test_ringkasan_memisahkan_yang_sah_dan_yang_diproses(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "diverifikasi")
    unit = u.dunia.unit[u.unit]
    tw1 = RingkasanUnit.objects.get(unit_id=unit, periode__jenis="triwulan", periode__nomor=1)
    assert (tw1.terhitung, tw1.sementara, tw1.menurut_keadaan) == (0, 3, {"diverifikasi": 3})

    tindak(u, "setujui", "budi")

    tw1.refresh_from_db()
    assert (tw1.terhitung, tw1.sementara, tw1.menurut_keadaan) == (3, 0, {"disetujui": 3})
    # 1b: (2 × 30 − 41) ÷ 30 = 63,33; iku-2: 13/14 over 11/14 = 118,18; iku-3: 6/6 over 90 = 111,11
    assert tw1.tercapai == 2
    assert round(tw1.jumlah_capaian, 2) == Decimal("292.63")


def test_penghitung_hanya_naik_ketika_yang_sah_berubah(dunia: Dunia) -> None:
    u = siapkan(dunia)
    assert _nomor(dunia, TAHUN) == 0

    sampai(u, "diverifikasi")
    assert _nomor(dunia, TAHUN) == 0

    tindak(u, "setujui", "budi")
    assert _nomor(dunia, TAHUN) == 1
    tindak(u, "kembalikan", "fitri", alasan="Periksa lagi")
    assert _nomor(dunia, TAHUN) == 2
    u.isi("1b", 1, "40", penyebab="Antre.", solusi="Loket.")
    assert _nomor(dunia, TAHUN) == 2


def test_penghitung_naik_oleh_impor_dan_hanya_tahunnya(dunia: Dunia) -> None:
    impor(dunia, terbit(), siapa="gita", sifat="terbit")

    assert dict(VersiSah.objects.values_list("tahun", "nomor")) == {2025: 1}


def test_tahun_berjalan_tidak_ikut_dihitung_walau_triwulannya_terkunci(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "terkunci")

    semua = selectors.ringkasan_tahun(dunia.lingkup("fitri"), TAHUN)
    periode = selectors.periode_terhitung(semua, HARI)

    assert periode is not None
    assert (periode.jenis, periode.nomor) == ("triwulan", 1)
    setahun = next(isi for p, isi in semua.items() if p.jenis == "tahun")
    assert [(r.terhitung, r.menurut_keadaan) for r in setahun.values()] == [(0, {"berjalan": 3})]


def test_kartu_memakai_periode_terakhir_yang_sah(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "disetujui")
    u.isi("1b", 2, "36")

    k = _kartu(dunia, "1b", TAHUN)

    assert (k.utama.periode.kode, k.utama.realisasi_teks) == ("tw1", "41")
    assert k.menyusul is not None
    assert k.menyusul.kode == "tw2"


def test_prioritas_bawaan_iku_terjauh_dari_target(dunia: Dunia) -> None:
    kode = dunia.instansi.slug
    impor(
        dunia,
        terbit(unit=kode, kode_indikator="a", indikator="A", realisasi="72"),
        terbit(unit=kode, kode_indikator="b", indikator="B", realisasi="64"),
        terbit(kode_indikator="c", indikator="C", realisasi="8"),
        siapa="gita",
        sifat="terbit",
    )
    lingkup = dunia.lingkup("fitri")
    periode = selectors.periode_terhitung(selectors.ringkasan_tahun(lingkup, 2025), HARI)
    assert periode is not None

    # b: 64/80 = 80 stands before a: 72/80 = 90; what a unit has is not the government's.
    assert selectors.kode_bawaan(lingkup, 2025, dunia.unit[kode], periode) == (["b", "a"], "pemda")
    # Where the government has none, its units speak, the lowest first.
    assert selectors.kode_bawaan(lingkup, 2025, 0, periode) == (["c", "b", "a"], "unit")


def test_telusur_unit_menurut_sasaran_dan_pos(dunia: Dunia) -> None:
    u = siapkan(dunia)
    sampai(u, "disetujui")

    hasil = selectors.telusur_unit(
        dunia.lingkup("ani", date(2026, 4, 20)), dunia.tampak(u.unit), TAHUN
    )

    kode = {i.kode: i for i in hasil.indikator}
    assert set(kode) == {"iku-1", "1b", "iku-2", "iku-3", "iku-4", "iku-5", "ikw"}
    # Due by 20 April: the three of the first quarter; the others are not, and bar nothing.
    assert {k for k, i in kode.items() if i.jatuh_tempo} == {"1b", "iku-2", "iku-3"}
    assert hasil.semua is not None
    assert (hasil.semua.banyak, hasil.semua.belum) == (7, 0)
    # (63,3333 + 118,1818 + 111,1111) ÷ 3 = 97,5421
    assert hasil.semua.capaian is not None
    assert round(hasil.semua.capaian, 3) == Decimal("97.542")


def test_pos_yang_tidak_ada_tidak_ditemukan(dunia: Dunia) -> None:
    u = siapkan(dunia)
    hasil = selectors.telusur_unit(dunia.lingkup("ani"), dunia.tampak(u.unit), TAHUN)

    with pytest.raises(TidakDitemukan):
        selectors.kelompok_pos(hasil, "bukan-pos")


@pytest.fixture
def setahun(dunia: Dunia) -> Ukur:
    """Three quarters filled, two of them approved."""
    u = siapkan(dunia)
    sampai(u, "disetujui")
    for n, (menit, desa, aduan) in enumerate(
        (("36", "13/14", "25/30"), ("28", "12/14", "30/36")), 2
    ):
        u.isi("1b", n, menit, penyebab="Antre.", solusi="Loket.")
        u.isi("iku-2", n, desa)
        u.isi("iku-3", n, aduan, penyebab="Antre.", solusi="Loket.")
    u.survei(2, SEMESTER_1, "150", isian=IsianSel(**SOLUSI, golongan_sebab="lainnya"))
    sampai(u, "disetujui", 2)
    return u


def _unit(u: Ukur) -> UnitTampak:
    return u.dunia.tampak(u.unit)


def test_proyeksi_dari_yang_disetujui_saja(setahun: Ukur) -> None:
    lingkup = setahun.dunia.lingkup("ani")

    t = selectors.tren_indikator(lingkup, _unit(setahun), TAHUN, "iku-3")

    # 6/6 and 25/30 approved, 30/36 not: 31 ÷ 36 = 86,11. Two quarters of 18 cases each are left:
    # as the lowest (83,33): (31 + 30) ÷ 72 = 84,72; as the highest (100): (31 + 36) ÷ 72 = 93,06.
    p = t.proyeksi
    assert (str(p.cara), p.terisi, p.sisa) == ("rasio_sejauh_ini", 2, 2)
    assert p.nilai is not None
    assert p.bawah is not None
    assert p.atas is not None
    assert [round(n, 2) for n in (p.nilai, p.bawah, p.atas)] == [
        Decimal("86.11"), Decimal("84.72"), Decimal("93.06"),
    ]  # fmt: skip
    assert menuju(p, Decimal(90), "naik_baik") == "ambang"
    assert menuju(p, Decimal(95), "naik_baik") == "tidak"
    assert menuju(p, Decimal(80), "naik_baik") == "tercapai"
    assert menuju(p, Decimal(80), "turun_baik") == "tidak"
    assert [(x.jenis, x.nomor, x.belum) for x in t.periode] == [
        ("triwulan", 1, ""), ("triwulan", 2, ""), ("triwulan", 3, "konsep"),
    ]  # fmt: skip


def test_proyeksi_sekali_setahun_ditolak_dengan_sebab(setahun: Ukur) -> None:
    t = selectors.tren_indikator(setahun.dunia.lingkup("ani"), _unit(setahun), TAHUN, "iku-4")

    assert "sekali setahun" in str(t.proyeksi.alasan)


def test_unit_lain_ditolak(setahun: Ukur) -> None:
    unit = _unit(setahun)

    with pytest.raises(TidakBerizin):
        selectors.tren_indikator(setahun.dunia.lingkup("dewi"), unit, TAHUN, "iku-3")
    with pytest.raises(TidakBerizin):
        selectors.telusur_unit(setahun.dunia.lingkup("dewi"), unit, TAHUN)
    with pytest.raises(TidakBerizin):
        selectors.daftar_prioritas(setahun.dunia.lingkup("ani"), TAHUN)
    with pytest.raises(TidakDitemukan):
        selectors.tren_indikator(setahun.dunia.lingkup("ani"), unit, TAHUN, "tidak-ada")


def test_petak_hanya_bila_semua_letaknya_diketahui() -> None:
    def unit(kode: str, n: int) -> UnitTampak:
        return UnitTampak(n, "", kode, kode, "kecamatan", kode, "1.", 1, 1, None)

    baros, mancak = unit("36.04.22", 1), unit("36.04.32", 2)

    assert organisasi.letak_petak([baros, mancak]) == {1: (5, 5), 2: (2, 4)}
    assert organisasi.letak_petak([baros, unit("99.11.x", 3)]) is None
    assert organisasi.letak_petak([]) is None


def test_29_kecamatan_tidak_bertumpuk() -> None:
    from sakip.organisasi.selectors.petak import LETAK  # noqa: PLC0415 - the data itself

    assert len(LETAK) == 29
    assert len(set(LETAK.values())) == 29
