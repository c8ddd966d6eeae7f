"""The plan of the demo is that of the story: promises, programmes, budget, windows, people."""

from datetime import date
from decimal import Decimal

import pytest

from sakip.alur.models import Tugas
from sakip.bersama.izin import Lingkup
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import HariLibur, Jadwal, PenugasanPeran, UnitKerja
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors
from sakip.perencanaan.models import (
    DokumenAnggaran,
    DokumenVersi,
    Indikator,
    IndikatorVersi,
    RincianAnggaran,
    SimpulVersi,
    UsulTarget,
)

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.django_db]

JUTA = 1_000_000


@pytest.fixture
def lingkup(contoh: date) -> Lingkup:
    """What the planner sees on the day of the demo."""
    instansi = organisasi.instansi_menurut_kode("36.04")
    laras = organisasi.pelaku_menurut_nama("bapperida")
    return organisasi.lingkup_pengguna(laras.pengguna_id, instansi, contoh)


@pytest.fixture
def baros(lingkup: Lingkup) -> UnitTampak:
    return organisasi.unit_menurut_slug(lingkup, "kecamatan-baros", "lihat_rencana")  # type: ignore[arg-type]


@pytest.fixture
def pohon(lingkup: Lingkup, baros: UnitTampak) -> selectors.Pohon:
    versi = selectors.versi_berlaku(lingkup, baros, 2026)
    assert versi is not None
    return selectors.pohon_versi(lingkup, baros, versi, 2026)


def test_baros_berjanji_seperti_di_cerita(pohon: selectors.Pohon) -> None:
    janji = {
        i.kode: (i.tahunan(2026).teks, i.versi.baseline_teks, i.versi.frekuensi, i.versi.iku)  # type: ignore[union-attr]
        for i in pohon.indikator()
    }

    assert janji == {
        "ikw": ("83,32", "", "tahunan", False),
        "iku-1": ("83,50", "82,40", "semester", True),
        "1b": ("30", "41", "triwulan", False),
        "iku-2": ("11/14", "9/14", "triwulan", True),
        "iku-3": ("90,00", "84,00", "triwulan", True),
        "iku-4": ("35,00", "9/29", "tahunan", True),
        "iku-5": ("72,00", "67,75", "tahunan", True),
    }


def test_satu_tujuan_lima_sasaran_enam_program(pohon: selectors.Pohon) -> None:
    jenis = [s.versi.jenis for s in pohon.simpul()]

    assert {j: jenis.count(j) for j in set(jenis)} == {
        "tujuan": 1,
        "sasaran": 5,
        "program": 6,
        "kegiatan": 9,
        "subkegiatan": 11,
    }
    assert pohon.akar[0].induk_luar.startswith("Meningkatnya kualitas pelayanan publik dan akunt")


def test_pemeriksaan_menemukan_satu_sub_kegiatan(pohon: selectors.Pohon) -> None:
    assert [(t.kode, t.objek) for t in pohon.temuan] == [("tanpa_dukungan", "7.01.03.2.03.0002")]


def test_bobot_indeks_kinerja_wilayah_tersimpan(pohon: selectors.Pohon) -> None:
    ikw = next(i for i in pohon.indikator() if i.kode == "ikw")

    assert (ikw.versi.cara, ikw.versi.komponen) == (
        "komposit",
        {"bobot": {"iku-1": "0.5", "iku-2": "0.3", "iku-3": "0.2"}},
    )


def test_pengampu_dan_cara_ukur_terbaca(pohon: selectors.Pohon) -> None:
    isi = {i.kode: (i.versi.pengampu, i.versi.cara, i.versi.agregasi) for i in pohon.indikator()}

    assert {k: (p.kode if p else None, c, a) for k, (p, c, a) in isi.items()} == {
        "ikw": (None, "komposit", "terakhir"),
        "iku-1": ("baros-kasi-pelayanan", "survei", "rasio_kumulatif"),
        "1b": ("baros-kasi-pelayanan", "manual", "terakhir"),
        "iku-2": ("baros-kasi-pemerintahan-pmd", "daftar_periksa", "terakhir"),
        "iku-3": ("baros-kasi-trantibum", "manual", "rasio_kumulatif"),
        "iku-4": ("baros-kasi-pemerintahan-pmd", "manual", "terakhir"),
        "iku-5": ("baros-kasubag-program", "manual", "terakhir"),
    }


def test_rencana_baros_ditetapkan_sebelum_tahunnya(baros: UnitTampak) -> None:
    semua = DokumenVersi.objects.filter(dokumen__unit_id=baros.id, dokumen__jenis="renja")

    assert {(v.dokumen.tahun_mulai, v.ditetapkan) for v in semua.select_related("dokumen")} == {
        (2024, date(2023, 7, 31)),
        (2025, date(2024, 7, 31)),
        (2026, date(2025, 7, 30)),
        (2027, date(2026, 7, 30)),
    }


def test_dpa_dan_dppa_baros_berjumlah_seperti_di_cerita(
    lingkup: Lingkup, baros: UnitTampak
) -> None:
    dokumen = selectors.daftar_anggaran(lingkup, baros, 2026)
    baris = selectors.baris_anggaran(lingkup, baros, dokumen)

    assert [(d.tahap, d.disahkan, d.sifat) for d in dokumen] == [
        ("murni", date(2026, 1, 5), "contoh"),
        ("perubahan", date(2026, 10, 5), "contoh"),
    ]
    assert selectors.jumlah_anggaran(baris, 2) == (2800 * JUTA, 2770 * JUTA)
    assert {b.kode: b.selisih / JUTA for b in baris if b.tingkat == "program" and b.selisih} == {
        "7.01.01": Decimal(-18),
        "7.01.02": Decimal(-24),
        "7.01.06": Decimal(12),
    }
    assert {b.kode: b.keluaran for b in baris if b.keluaran_berubah} == {
        "7.01.02.2.01.0001": (Decimal(12), Decimal(8)),
        "7.01.06.2.01.0003": (Decimal(14), Decimal(28)),
    }


def test_dppa_baros_meminta_perjanjian_perubahan(baros: UnitTampak) -> None:
    dppa = DokumenAnggaran.objects.get(unit_id=baros.id, tahap="perubahan")

    tugas = Tugas.objects.filter(alur="anggaran", objek=dppa.uuid)
    assert all(
        t.jatuh_tempo is not None and t.jatuh_tempo.date() == date(2026, 11, 5) for t in tugas
    )


def test_dua_puluh_delapan_lainnya_berencana_ringan() -> None:
    lain = UnitKerja.objects.filter(jenis="kecamatan", instansi__kode="36.04").exclude(
        slug="kecamatan-baros"
    )

    for u in lain:
        assert SimpulVersi.objects.filter(simpul__unit=u, jenis="sasaran").count() == 3
        assert (
            IndikatorVersi.objects.filter(
                indikator__unit=u, iku=True, dokumen_versi__ditetapkan__isnull=False
            ).count()
            == 3
        )
        assert RincianAnggaran.objects.filter(anggaran__unit=u, anggaran__nomor=1).count() == 3
        assert (
            PenugasanPeran.objects.filter(unit=u, pengguna__nama_pengguna__startswith=u.slug)
            .values("peran")
            .distinct()
            .count()
            >= 2
        )
        assert organisasi.pejabat_pemimpin(u.pk, date(2026, 1, 23)) is not None
    assert lain.count() == 28


def test_visi_terbit_dan_bersumber_selebihnya_contoh() -> None:
    visi = SimpulVersi.objects.select_related("simpul").get(jenis="visi")

    assert visi.uraian == "Terwujudnya Kabupaten Serang Bahagia"
    assert visi.simpul.sifat == "terbit"
    assert "RPJMD Kabupaten Serang 2025–2029" in visi.sumber
    lain = SimpulVersi.objects.exclude(pk=visi.pk).values_list("simpul__sifat", flat=True)
    assert set(lain) == {"contoh"}
    kecamatan = Indikator.objects.filter(unit__jenis="kecamatan", instansi__kode="36.04")
    assert set(kecamatan.values_list("sifat", flat=True)) == {"contoh"}


@pytest.mark.parametrize(
    ("tahun", "triwulan", "mulai", "selesai"),
    [
        (2025, 4, date(2026, 1, 5), date(2026, 1, 12)),
        (2026, 1, date(2026, 4, 1), date(2026, 4, 10)),
        (2026, 2, date(2026, 7, 1), date(2026, 7, 10)),
        # 10 October 2026 is a Saturday, 10 January 2027 a Sunday (tafsir-0003).
        (2026, 3, date(2026, 10, 1), date(2026, 10, 12)),
        (2026, 4, date(2027, 1, 1), date(2027, 1, 11)),
    ],
)
def test_jendela_pengukuran_seperti_di_cerita(
    tahun: int, triwulan: int, mulai: date, selesai: date
) -> None:
    jadwal = Jadwal.objects.get(jenis="pengukuran", periode__tahun=tahun, periode__nomor=triwulan)

    assert (jadwal.mulai, jadwal.selesai) == (mulai, selesai)


def test_libur_tercatat_dengan_sumbernya() -> None:
    nyepi = HariLibur.objects.get(tanggal=date(2026, 3, 19))

    assert nyepi.nama.startswith("Hari Suci Nyepi") or "Nyepi" in nyepi.nama
    assert nyepi.sumber


def test_usul_camat_baru_ditolak_dan_target_tetap(
    baros: UnitTampak, pohon: selectors.Pohon
) -> None:
    usul = UsulTarget.objects.get(unit_id=baros.id)

    assert (usul.target_lama, usul.target_baru, usul.sebab) == ("11/14", "9/14", "mutasi")
    assert usul.keadaan == "ditolak"
    assert usul.putusan.startswith("Pergantian pejabat memperbarui perjanjian, bukan target.")
    assert pohon.versi.nomor == 1
    assert not Tugas.objects.filter(alur="usul_target").exists()
