"""The demo measures as the story does: values, returns, lateness, evidence, and nothing green."""

from datetime import date
from decimal import Decimal

import pytest

from domain.latar_cerita import panggung
from sakip.alur.selectors import daftar_tugas
from sakip.beranda.selectors import janji_dilihat, jejak_tahun
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.demo import babak_pengukuran
from sakip.demo.panggung import Panggung, pukul
from sakip.manfaat.services import Pindah, catat_keputusan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.models import (
    CapaianMutakhir,
    HasilUji,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.django_db]
BAROS = "kecamatan-baros"


@pytest.fixture
def p() -> Panggung:
    return panggung()


def _lingkup(siapa: str, pada: date) -> Lingkup:
    instansi = organisasi.instansi_menurut_kode("36.04")
    return organisasi.lingkup_pengguna(
        organisasi.pelaku_menurut_nama(siapa).pengguna_id, instansi, pada
    )


@pytest.fixture
def baros(contoh: date) -> UnitTampak:
    return organisasi.unit_menurut_slug(
        _lingkup("organisasi", contoh),
        BAROS,
        "lihat_kinerja",  # type: ignore[arg-type]
    )


def _selesaikan(p: Panggung, dari: date) -> None:
    """Play what the year still has to come."""
    sisa = [k for k in babak_pengukuran.babak(p) if k.saat > pukul(dari, 23, 59)]
    for k in sorted(sisa, key=lambda k: k.saat):
        k.lakukan(k.saat)


def _setahun(kode: str, tahun: int = 2026) -> tuple[str, str]:
    m = CapaianMutakhir.objects.get(
        unit__slug=BAROS, indikator__kode=kode, periode__jenis="tahun", tahun=tahun
    )
    assert m.capaian is not None
    return m.realisasi_teks, f"{m.capaian:.2f}"


def test_angka_awal_2025_terkunci(baros: UnitTampak) -> None:
    assert {
        k: _setahun(k, 2025)[0] for k in ("iku-1", "1b", "iku-2", "iku-3", "iku-4", "iku-5")
    } == {
        "iku-1": "82,40",
        "1b": "41",
        "iku-2": "9/14",
        "iku-3": "84,00",
        "iku-4": "9/29",
        "iku-5": "67,75",
    }
    lembar = LembarPengukuran.objects.get(unit_id=baros.id, periode__tahun=2025)
    assert lembar.keadaan == "terkunci"


def test_pada_hari_demo_tiga_triwulan_terkunci_dan_tahunnya_sementara(baros: UnitTampak) -> None:
    lembar = LembarPengukuran.objects.filter(unit_id=baros.id, periode__tahun=2026)

    assert (
        list(lembar.order_by("periode__nomor").values_list("keadaan", "hari_terlambat"))
        == [("terkunci", 0)] * 3
    )
    assert _setahun("iku-3") == ("61/72", "94.14")  # 84,7222 ÷ 90
    assert _setahun("iku-5") == ("70,00", "97.22")
    tahun = CapaianMutakhir.objects.filter(unit_id=baros.id, tahun=2026, periode__jenis="tahun")
    assert dict(tahun.values_list("indikator__kode", "sementara")) == {
        "ikw": True,
        "iku-1": True,
        "1b": True,
        "iku-2": True,
        "iku-3": True,
        "iku-5": False,
    }


def test_iku_2_menyimpan_kedua_angka_dan_sebab_kembalinya(baros: UnitTampak) -> None:
    angka = RiwayatLembar.objects.filter(
        lembar__unit_id=baros.id, realisasi__indikator__kode="iku-2"
    ).order_by("saat")

    assert list(angka.values_list("tindakan", "oleh__nama_pengguna", "teks", "alasan")) == [
        ("kembalikan", "sekcam", "14/14", "2 desa tanpa bukti uji E: Desa C, Desa K"),
        ("isi", "pmd", "12/14", ""),
    ]


def test_iku_3_dikembalikan_karena_penyebabnya_disalin_lalu_ditulis_ulang(
    baros: UnitTampak,
) -> None:
    angka = RiwayatLembar.objects.filter(
        lembar__unit_id=baros.id, realisasi__indikator__kode="iku-3"
    ).order_by("saat")

    assert [(r.tindakan, r.oleh.nama_pengguna) for r in angka] == [
        ("kembalikan", "organisasi"),
        ("isi", "trantib"),
    ]
    kini = angka[1].realisasi
    assert kini is not None
    assert kini.penyebab.startswith("Empat sengketa batas tanah")
    assert not kini.jawaban_mirip


@pytest.mark.parametrize(
    ("triwulan", "hitungan", "sebab"),
    [
        (1, "13/14", "1 desa tanpa bukti uji B: Desa N"),
        (2, "13/14", "1 desa tanpa bukti uji B: Desa N"),
        (3, "12/14", "2 desa tanpa bukti uji E: Desa C, Desa K"),
    ],
)
def test_daftar_periksa_menghitung_seperti_cerita(
    contoh: date, baros: UnitTampak, triwulan: int, hitungan: str, sebab: str
) -> None:
    x = selectors.lembar_unit(_lingkup("organisasi", contoh), baros, 2026, triwulan)

    desa = next(b for b in x.baris if b.kode == "iku-2").hitungan
    assert desa is not None
    assert (desa.teks, desa.sebab) == (hitungan, sebab)


def test_setiap_bukti_dapat_dibuka_dan_bertanda_contoh() -> None:
    hasil = HasilUji.objects.filter(bukti__isnull=False).select_related("bukti__berkas")

    assert {bytes(h.bukti.berkas.isi)[:4] for h in hasil if h.bukti} == {b"%PDF", b"\x89PNG"}
    assert all(b"CONTOH" in bytes(h.bukti.berkas.isi) for h in hasil if h.bukti)
    assert {h.bukti.sifat for h in hasil if h.bukti} == {"contoh"}


def test_mancak_terlambat_empat_hari_kerja_dengan_izin(contoh: date) -> None:
    lingkup = _lingkup("organisasi", contoh)
    unit = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=2026)

    papan = {b.unit.slug: b.sel[1] for b in selectors.papan_pengukuran(lingkup, unit, 2026)}

    mancak = papan["kecamatan-mancak"]
    assert (mancak.diajukan, mancak.telat, mancak.lanjut) == (True, 4, date(2026, 7, 17))
    assert mancak.alasan.startswith("Jaringan internet")
    kecamatan = [u for s, u in papan.items() if s.startswith("kecamatan-") and "baros-" not in s]
    assert len(kecamatan) == 29
    assert sum(u.diajukan and u.telat == 0 for u in kecamatan) == 28


def test_hanya_angka_di_bawah_target_yang_bersebab() -> None:
    angka = list(
        CapaianMutakhir.objects.filter(
            unit__jenis="kecamatan", tahun=2026, periode__jenis="triwulan", sementara=False
        )
    )
    bersebab = set(
        Realisasi.objects.filter(instansi__kode="36.04")
        .exclude(penyebab="")
        .values_list("unit_id", "indikator_id", "periode_id")
    )

    assert len(angka) >= 28 * 3 * 3  # 28 light plans of three figures, three quarters
    for m in angka:
        di_bawah = m.capaian is not None and m.capaian < 100
        assert ((m.unit_id, m.indikator_id, m.periode_id) in bersebab) == di_bawah


def test_proyeksi_iku_3_perlu_38(contoh: date, baros: UnitTampak) -> None:
    [satu] = selectors.proyeksi_unit(_lingkup("bupati", contoh), baros, 2026)

    assert (satu.kode, satu.kini, satu.perlu, satu.jadi) == ("iku-3", "61/72", 38, "99/110")
    assert satu.sulit  # 24 came in a quarter, one quarter is left
    assert satu.berjalan is not None
    assert (satu.berjalan.baik, satu.berjalan.datang) == (8, 8)  # 5/5 in October, 3/3 in November


def test_bupati_melihat_lima_janji_tiga_menunggu_keputusannya(contoh: date) -> None:
    lingkup = _lingkup("bupati", contoh)
    unit = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA)

    janji = janji_dilihat(lingkup, unit, 2026, jejak_tahun(lingkup, unit, [2026]))
    tugas = daftar_tugas(lingkup)

    assert [(j.unit.slug, j.proyeksi.perlu, j.perlu_keputusan) for j in janji] == [
        ("kecamatan-baros", 38, True),
        ("kecamatan-petir", 3, False),  # (78+3)/(87+3) = 81/90
        ("kecamatan-jawilan", 3, False),  # (63+3)/(72+3) = 66/75 = 88,00
    ]
    assert [t.alur for t in tugas] == ["perjanjian", "perjanjian"]


def test_keputusan_tentang_indikatornya_menjawab_janji_itu(contoh: date) -> None:
    catat_keputusan(
        oleh=organisasi.pelaku_menurut_nama("bupati"),
        saat=pukul(contoh, 10),
        instansi=organisasi.instansi_menurut_kode("36.04"),
        unit=BAROS,
        tahun=2026,
        tanggal=contoh,
        uraian="Kunjungan ke desa ditambah",
        alasan="Perlu 38 kasus selesai tepat waktu, baru 8 yang datang",
        pindah=[Pindah("7.01.04", "", Decimal(2_000_000))],
        indikator="iku-3",
        diperiksa=date(2027, 1, 29),
        sifat="contoh",
    )
    lingkup = _lingkup("bupati", contoh)

    unit = organisasi.daftar_unit(lingkup, Tindakan.LIHAT_KINERJA)
    janji = janji_dilihat(lingkup, unit, 2026, jejak_tahun(lingkup, unit, [2026]))

    baros = next(j for j in janji if j.unit.slug == BAROS)
    assert (baros.diputuskan, baros.perlu_keputusan) == (contoh, False)


def test_setelah_triwulan_empat_setahun_seperti_orakel(
    contoh: date, baros: UnitTampak, p: Panggung
) -> None:
    _selesaikan(p, contoh)

    assert {k: _setahun(k) for k in ("ikw", "iku-1", "1b", "iku-2", "iku-3", "iku-4", "iku-5")} == {
        "ikw": ("82,89", "99.49"),
        "iku-1": ("84,14", "100.77"),
        "1b": ("24", "120.00"),
        "iku-2": ("11/14", "100.00"),
        "iku-3": ("69/80", "95.83"),
        "iku-4": ("11/32", "98.21"),
        "iku-5": ("70,00", "97.22"),
    }
    x = selectors.lembar_unit(_lingkup("organisasi", date(2027, 1, 20)), baros, 2026, 4)
    assert x.keadaan == "terkunci"
    desa = next(b for b in x.baris if b.kode == "iku-2").hitungan
    assert desa is not None
    assert desa.sebab == "3 desa tanpa bukti uji A-2027: Desa H, Desa J, Desa M"
    tahun = CapaianMutakhir.objects.filter(unit_id=baros.id, tahun=2026, periode__jenis="tahun")
    assert set(tahun.values_list("sementara", "keadaan")) == {(False, "terkunci")}
