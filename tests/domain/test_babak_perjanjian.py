"""The agreements of the demo are those of the story, on each of its days."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from sakip.alur.models import Tugas
from sakip.arsip.models import Pindaian
from sakip.bersama.izin import Lingkup
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import UnitKerja
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import UsulTarget
from sakip.perjanjian import selectors
from sakip.perjanjian.models import PerjanjianKinerja, RencanaAksi

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.django_db]

JUTA = 1_000_000


def _lingkup(akun: str, pada: date) -> Lingkup:
    instansi = organisasi.instansi_menurut_kode("36.04")
    pelaku = organisasi.pelaku_menurut_nama(akun)
    return organisasi.lingkup_pengguna(pelaku.pengguna_id, instansi, pada)


@pytest.fixture
def lingkup(contoh: date) -> Lingkup:
    """What the coordinator sees on the day of the demo."""
    return _lingkup("organisasi", contoh)


@pytest.fixture
def baros(lingkup: Lingkup) -> UnitTampak:
    return organisasi.unit_menurut_slug(lingkup, "kecamatan-baros", "lihat_perjanjian")  # type: ignore[arg-type]


def _pk(nomor: int) -> PerjanjianKinerja:
    return PerjanjianKinerja.objects.get(unit__slug="kecamatan-baros", tahun=2026, nomor=nomor)


def test_pada_23_januari_28_dari_29_kecamatan_sudah() -> None:
    kecamatan = UnitKerja.objects.filter(instansi__kode="36.04", jenis="kecamatan").count()
    awal = PerjanjianKinerja.objects.filter(instansi__kode="36.04", tahun=2026, sebab="awal")

    hari = Counter(awal.values_list("tanggal_kedua", flat=True))

    assert kecamatan == 29
    assert hari == {date(2026, 1, 23): 28, date(2026, 2, 3): 1}


def test_sisa_13_hari_dan_tidak_seorang_pun_terlambat() -> None:
    awal = PerjanjianKinerja.objects.filter(instansi__kode="36.04", sebab="awal").select_related(
        "anggaran"
    )

    tenggat = {selectors.tenggat_perjanjian(pk) for pk in awal}
    terlambat = {selectors.hari_terlambat(pk, date(2026, 2, 5), date(2026, 11, 24)) for pk in awal}

    assert tenggat == {date(2026, 2, 5)}  # 53/2014: one month after the DPA of 5 January
    assert (date(2026, 2, 5) - date(2026, 1, 23)).days == 13
    assert terlambat == {0}


def test_tiga_dikembalikan_karena_berbeda_dari_dpa() -> None:
    dikembalikan = PerjanjianKinerja.objects.filter(riwayat__tindakan="kembalikan")

    assert dikembalikan.count() == 3
    assert set(dikembalikan.values_list("keadaan", flat=True)) == {"ditandatangani"}
    for pk in dikembalikan:
        assert "7.01.02" in pk.riwayat.get(tindakan="kembalikan").alasan


def test_27_di_atas_kertas_dengan_pindaian_yang_cocok() -> None:
    kertas = PerjanjianKinerja.objects.filter(di_atas_kertas=True, keadaan="ditandatangani")

    assert kertas.count() == 28  # 27 on the day of the ceremony, one on 3 February
    assert kertas.filter(tanggal_kedua=date(2026, 1, 23)).count() == 27
    # Baros signed in the system; the paper of the ceremony was scanned too.
    assert Counter(Pindaian.objects.values_list("cara", flat=True)) == {"qr": 29}
    assert not _pk(1).di_atas_kertas


def test_baros_berjanji_lima_iku_dan_2800_juta() -> None:
    pk = _pk(1)

    janji = pk.butir.order_by("urutan").values_list("indikator__kode", "target__teks")
    assert list(janji) == [
        ("iku-1", "83,50"),
        ("iku-2", "11/14"),
        ("iku-3", "90,00"),
        ("iku-4", "35,00"),
        ("iku-5", "72,00"),
    ]
    program = dict(pk.anggaran_program.values_list("kode", "rupiah"))
    assert {k: n / JUTA for k, n in program.items()} == {
        "7.01.01": 2410,
        "7.01.02": 186,
        "7.01.03": 118,
        "7.01.04": 24,
        "7.01.05": 16,
        "7.01.06": 46,
    }
    assert sum(program.values()) == Decimal(2800 * JUTA)
    assert pk.sifat == "contoh"


def test_perubahan_16_oktober_mengakhiri_yang_lama_15_oktober() -> None:
    lama, baru = _pk(1), _pk(2)

    assert (lama.berlaku.lower, lama.berlaku.upper) == (date(2026, 1, 1), date(2026, 10, 16))
    assert (baru.berlaku.lower, baru.berlaku.upper) == (date(2026, 10, 16), date(2027, 1, 1))
    assert (baru.sebab, baru.pihak_pertama.pegawai.nama) == ("anggaran", "Euis Contoh")
    assert (baru.tanggal_pertama, baru.tanggal_kedua) == (date(2026, 10, 16), date(2026, 10, 16))
    program = dict(baru.anggaran_program.values_list("kode", "rupiah"))
    assert sum(program.values()) == Decimal(2770 * JUTA)
    assert set(lama.butir.values_list("indikator", "target__teks")) == set(
        baru.butir.values_list("indikator", "target__teks")
    )
    assert lama.dokumen is not None
    assert lama.dokumen.pengganti == baru.dokumen


def test_sesudah_perubahan_tidak_ada_yang_perlu_diubah(lingkup: Lingkup) -> None:
    assert selectors.perlu_perubahan(lingkup, 2026) == []


def test_usul_menurunkan_target_karena_pejabat_baru_ditolak() -> None:
    usul = UsulTarget.objects.get(unit__slug="kecamatan-baros")

    assert (usul.keadaan, usul.target_lama, usul.target_baru) == ("ditolak", "11/14", "9/14")
    assert "bukan target" in usul.putusan


def test_iku_3_dijawab_dan_target_periode_berlaku(baros: UnitTampak) -> None:
    aksi = RencanaAksi.objects.get(unit_id=baros.id, nomor=1)
    berlaku = {b.indikator.kode: b for b in selectors.target_berlaku(baros.id, 2026)}

    assert aksi.dokumen_versi.ditetapkan == date(2026, 1, 30)
    assert list(aksi.rekonsiliasi.values_list("indikator__kode", flat=True)) == ["iku-3"]
    periode = {k: [t.teks for t in b.target_periode.values()] for k, b in berlaku.items()}
    assert periode == {
        "ikw": [],
        "iku-1": ["83,50"] * 2,
        "1b": ["30"] * 4,
        "iku-2": ["11/14"] * 4,
        "iku-3": [],
        "iku-4": [],
        "iku-5": [],
    }
    assert {k for k, b in berlaku.items() if b.dalam_perjanjian} == {
        "iku-1",
        "iku-2",
        "iku-3",
        "iku-4",
        "iku-5",
    }


def test_plt_camat_tidak_menyetujui_yang_ia_verifikasi() -> None:
    aksi = RencanaAksi.objects.get(unit__slug="kecamatan-baros", nomor=2)

    jejak = aksi.riwayat.order_by("id").values_list("tindakan", "oleh__nama_pengguna")
    assert list(jejak)[-3:] == [
        ("verifikasi", "sekcam"),
        ("alihkan", "sekcam"),
        ("setujui", "pelayanan"),
    ]
    assert aksi.dokumen_versi.ditetapkan == date(2026, 9, 1)


def test_keluaran_mengikuti_uang_yang_bergeser() -> None:
    aksi = RencanaAksi.objects.get(unit__slug="kecamatan-baros", nomor=3)

    keluaran = dict(aksi.langkah.values_list("kode", "keluaran"))
    assert (keluaran["7.01.02.2.01.0001"], keluaran["7.01.06.2.01.0003"]) == (8, 28)
    assert sum(aksi.langkah.values_list("rupiah", flat=True)) == Decimal(2770 * JUTA)


def test_semua_kecamatan_mempunyai_rencana_aksi_yang_disetujui() -> None:
    awal = RencanaAksi.objects.filter(instansi__kode="36.04", nomor=1, keadaan="disetujui")
    hari = Counter(awal.values_list("dokumen_versi__ditetapkan", flat=True))

    assert hari == {date(2026, 1, 30): 28, date(2026, 2, 6): 1}


@pytest.mark.parametrize(
    ("pada", "nama"),
    [(date(2026, 9, 14), None), (date(2026, 9, 15), "Euis Contoh"), (date(2026, 8, 31), None)],
)
def test_camat_baru_ditawari_perjanjian_baru(
    baros: UnitTampak, pada: date, nama: str | None
) -> None:
    """As of the agreement that Wawan signed; the one of October has renewed the party since."""
    wawan = _pk(1)
    kini = organisasi.pejabat_pemimpin(baros.id, pada)
    assert kini is not None

    ditawari = kini.sifat == "definitif" and kini.pegawai_id != wawan.pihak_pertama.pegawai_id

    assert (kini.pegawai.nama if ditawari else None) == nama
    assert selectors.tawaran_mutasi(_lingkup("organisasi", date(2026, 11, 24)), baros, 2026) is None


def test_yang_tertinggal_hanya_dua_tanda_tangan_pihak_kedua() -> None:
    tugas = Tugas.objects.filter(
        instansi__kode="36.04", alur__in=("perjanjian", "rencana_aksi", "anggaran"), tahun=2026
    )

    assert set(tugas.values_list("alur", "unit__slug", "peran")) == {
        ("perjanjian", "kecamatan-kragilan", "pimpinan_daerah"),
        ("perjanjian", "kecamatan-tunjung-teja", "pimpinan_daerah"),
    }
