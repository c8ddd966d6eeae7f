"""The evaluations of the demo reach the figures of the story (CERITA §6), by its people's acts."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from sakip.akun.models import Pengguna
from sakip.alur.models import Tugas
from sakip.bersama.izin import Lingkup
from sakip.bersama.layanan import Pelaku
from sakip.demo import babak_evaluasi
from sakip.demo.panggung import Panggung, putar
from sakip.evaluasi import selectors
from sakip.evaluasi.models import AnggotaTim, Evaluasi, Rekomendasi
from sakip.evaluasi.selectors import EvaluasiTampak
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak

pytestmark = [pytest.mark.lama, pytest.mark.usefixtures("contoh"), pytest.mark.django_db]


@pytest.fixture
def instansi() -> Instansi:
    return organisasi.instansi_menurut_kode("36.04")


@pytest.fixture
def lingkup(contoh: date, instansi: Instansi) -> Lingkup:
    """What the Inspektur sees on the day of the demo."""
    farida = organisasi.pelaku_menurut_nama("inspektur")
    return organisasi.lingkup_pengguna(farida.pengguna_id, instansi, contoh)


@pytest.fixture
def baros(lingkup: Lingkup) -> UnitTampak:
    return organisasi.unit_menurut_slug(lingkup, "kecamatan-baros", "lihat_evaluasi")  # type: ignore[arg-type]


def _tampak(lingkup: Lingkup, instansi: Instansi, unit: UnitTampak, tahun: int) -> EvaluasiTampak:
    return selectors.evaluasi_wajib(lingkup, instansi, unit, tahun)


@pytest.fixture
def sampai_juni_2027(contoh: date, instansi: Instansi) -> None:
    """The rest of the evaluations' part, played on from the day of the demo."""
    akun = {u.nama_pengguna: Pelaku(u.pk) for u in Pengguna.objects.all()}
    p = Panggung(instansi, akun, organisasi.pelaku_sistem())
    sisa = [k for k in babak_evaluasi.babak(p) if k.saat.date() > contoh]
    putar(sisa, date(2027, 6, 30))


@pytest.mark.parametrize(
    ("lembar", "nilai"),
    [
        ((2024, "panel"), ("67.75", "B")),
        ((2025, "mandiri"), ("82.40", "A")),
        ((2025, "panel"), ("70.00", "B")),
    ],
    ids=["lhe-2025", "mandiri-2026", "lhe-2026"],
)
def test_nilai_seperti_hitungan_tangan(
    lingkup: Lingkup,
    instansi: Instansi,
    baros: UnitTampak,
    lembar: tuple[int, str],
    nilai: tuple[str, str],
) -> None:
    tahun, tingkat = lembar
    e = _tampak(lingkup, instansi, baros, tahun)

    [hasil] = [t.hasil for t in e.tingkat if t.tingkat == tingkat]

    assert hasil is not None
    assert (hasil.nilai, hasil.predikat.kode) == (Decimal(nilai[0]), nilai[1])


def test_satu_kenaikan_cukup_untuk_bb(
    lingkup: Lingkup, instansi: Instansi, baros: UnitTampak
) -> None:
    """70,00 is the bound itself; 3.b from B to BB adds 4,5 × (80 - 70) / 100 = 0,45."""
    e = _tampak(lingkup, instansi, baros, 2025)

    assert e.simulasi is not None
    assert (e.evaluasi.nilai, e.simulasi.jarak) == (Decimal("70.00"), Decimal("0.00"))
    satu = {k.langkah[0].kode: k.nilai_baru for k in e.simulasi.kenaikan if len(k.langkah) == 1}
    assert satu["3.b"] == Decimal("70.45")


def test_hari_hari_cerita(lingkup: Lingkup, instansi: Instansi, baros: UnitTampak) -> None:
    e = _tampak(lingkup, instansi, baros, 2025)

    hari = {r.tindakan: r.saat.date() for r in e.riwayat}
    assert {
        k: hari[k]
        for k in (
            "ajukan_mandiri",
            "terbitkan_surat_tugas",
            "sampaikan_naskah",
            "tanggapi_naskah",
            "panelkan",
            "terbitkan_lhe",
        )
    } == {
        "ajukan_mandiri": date(2026, 4, 17),
        "terbitkan_surat_tugas": date(2026, 4, 20),
        "sampaikan_naskah": date(2026, 5, 29),
        "tanggapi_naskah": date(2026, 6, 8),
        "panelkan": date(2026, 6, 10),
        "terbitkan_lhe": date(2026, 6, 19),
    }
    # Five working days from Friday 29 May; Monday 1 June is a holiday.
    assert e.evaluasi.tenggat_tanggapan == date(2026, 6, 8)


def test_anggota_berbeda_pada_2c_saja(
    lingkup: Lingkup, instansi: Instansi, baros: UnitTampak
) -> None:
    e = _tampak(lingkup, instansi, baros, 2025)
    [b] = [b for b in e.baris if b.kode == "2.c"]

    assert [(t.tingkat, i.jawaban) for t, i in zip(e.tingkat, b.isi, strict=True) if i] == [
        ("mandiri", "BB"),
        ("anggota", "CC"),
        ("ketua", "B"),
        ("pengendali_teknis", "B"),
        ("panel", "B"),
    ]


def test_dua_kriteria_tidak_berlaku_dan_nilainya_tetap(
    lingkup: Lingkup, instansi: Instansi, baros: UnitTampak
) -> None:
    e = _tampak(lingkup, instansi, baros, 2025)

    assert [k.kode for k in e.lembar.dikecualikan] == ["1.a.2", "3.a.4"]
    assert all("juknis" in k.dasar.letak for k in e.lembar.dikecualikan)
    assert sum(len(s.butir) for s in e.lembar.daftar_sub) == 78


def test_lhe_terbit_sebagai_dokumen_contoh(
    lingkup: Lingkup, instansi: Instansi, baros: UnitTampak
) -> None:
    dokumen = _tampak(lingkup, instansi, baros, 2025).evaluasi.dokumen

    assert dokumen is not None
    assert (dokumen.jenis, dokumen.sifat, dokumen.tanggal) == ("lhe", "contoh", date(2026, 6, 19))


def test_nilai_iku_5_menurut_tahun_terbit(baros: UnitTampak) -> None:
    assert selectors.nilai_lhe_terbit(baros.id, 2025) == Decimal("67.75")
    assert selectors.nilai_lhe_terbit(baros.id, 2026) == Decimal("70.00")
    assert selectors.nilai_lhe_terbit(baros.id, 2027) is None


def test_sembilan_rekomendasi_semuanya_terencana_sepuluh_juli(baros: UnitTampak) -> None:
    daftar = list(
        Rekomendasi.objects.filter(evaluasi__unit_id=baros.id, evaluasi__tahun_kinerja=2025)
    )

    assert len(daftar) == 9
    assert all(r.rencana and r.tenggat and r.penanggung_jawab_id for r in daftar)
    assert {r.riwayat.get(tindakan="rencanakan_tindak_lanjut").saat.date() for r in daftar} == {
        date(2026, 7, 10)
    }
    assert sum(r.asal_id is not None for r in daftar) == 2


def test_pada_hari_demo_satu_selesai_dan_satu_menunggu_ketua(baros: UnitTampak) -> None:
    keadaan = Counter(
        Rekomendasi.objects.filter(
            evaluasi__unit_id=baros.id, evaluasi__tahun_kinerja=2025
        ).values_list("keadaan", flat=True)
    )

    assert keadaan == {"selesai": 1, "ditindaklanjuti": 1, "direncanakan": 7}
    assert Tugas.objects.filter(alur="tindak_lanjut", peran="evaluator_ketua").count() == 1


def test_unit_lain_tidak_dinilai_dan_inspektorat_bertim_pengganti() -> None:
    lain = Evaluasi.objects.exclude(unit__slug="kecamatan-baros")
    luar = set(
        AnggotaTim.objects.filter(evaluasi__unit__slug="inspektorat").values_list(
            "pengguna__nama_pengguna", flat=True
        )
    )

    assert [(e.unit.slug, e.keadaan, e.nilai) for e in lain] == [
        ("inspektorat", "ditugaskan", None)
    ]
    assert luar.isdisjoint({"inspektur", "mutu", "dalnis", "ketua", "anggota"})
    assert len(luar) == 4


def test_semuanya_contoh() -> None:
    assert set(Evaluasi.objects.values_list("sifat", flat=True)) == {"contoh"}


@pytest.mark.usefixtures("sampai_juni_2027")
def test_lhe_2027_bb_dan_delapan_dari_sembilan_selesai(
    lingkup: Lingkup, instansi: Instansi, baros: UnitTampak
) -> None:
    e = _tampak(lingkup, instansi, baros, 2026)
    lalu = Counter(
        Rekomendasi.objects.filter(
            evaluasi__unit_id=baros.id, evaluasi__tahun_kinerja=2025
        ).values_list("keadaan", flat=True)
    )

    assert (e.evaluasi.nilai, e.evaluasi.predikat) == (Decimal("76.10"), "BB")
    assert e.evaluasi.diterbitkan == date(2027, 6, 18)
    assert lalu == {"selesai": 8, "belum_sesuai": 1}
    assert [(r.kode, r.asal.evaluasi.tahun_kinerja) for r in e.rekomendasi if r.asal] == [
        ("2.c", 2025)
    ]
    assert selectors.nilai_lhe_terbit(baros.id, 2027) == Decimal("76.10")
    assert len(selectors.rekomendasi_terbuka(lingkup, baros)) == 3
