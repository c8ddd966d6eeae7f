"""Reading evaluations: who sees whose answers, how far the next predikat is, what is ready."""

from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.evaluasi_uji import (
    TUJUH_PULUH,
    UNIT,
    evaluasi_pada,
    isi,
    pada,
    rencanakan,
    selesaikan,
    tambah,
    tulis_rekomendasi,
)
from domain.pemeran import MULAI, SAAT, Dunia, menulis_langsung
from domain.rencana_uji import tata_pejabat, tata_rencana
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Peran
from sakip.evaluasi import selectors
from sakip.evaluasi.selectors import EvaluasiTampak
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services as layanan_organisasi
from sakip.pelaporan.models import LaporanKinerja
from sakip.pengukuran.models import LembarPengukuran


def _lihat(dunia: Dunia, siapa: str, tahun: int = 2025) -> EvaluasiTampak:
    return selectors.evaluasi_wajib(dunia.lingkup(siapa), dunia.instansi, dunia.tampak(UNIT), tahun)


def _tingkat(dunia: Dunia, siapa: str) -> list[str]:
    return [t.tingkat for t in _lihat(dunia, siapa).tingkat]


SEMUA = ["mandiri", "anggota", "ketua", "pengendali_teknis", "panel"]


def test_selama_tim_bekerja_unit_hanya_melihat_jawabannya_sendiri(dunia: Dunia) -> None:
    selesaikan(dunia, evaluasi_pada(dunia, "ditugaskan"), "citra", TUJUH_PULUH)

    assert _tingkat(dunia, "budi") == ["mandiri"]
    assert _tingkat(dunia, "inge") == ["mandiri", "anggota", "ketua"]


@pytest.mark.parametrize(
    ("keadaan", "banyak"), [("sementara", 4), ("dipanelkan", 4), ("diterbitkan", 5)]
)
def test_unit_melihat_jawaban_tim_sejak_naskah_dan_panel_sejak_lhe(
    dunia: Dunia, keadaan: str, banyak: int
) -> None:
    evaluasi_pada(dunia, keadaan)

    assert _tingkat(dunia, "budi") == SEMUA[:banyak]
    assert _tingkat(dunia, "inge") == SEMUA


def test_evaluator_yang_bertugas_di_unit_itu_melihat_seperti_unit(dunia: Dunia) -> None:
    evaluasi_pada(dunia, "sementara")
    tambah(dunia, "rudi", Peran.EVALUATOR_ANGGOTA)
    tata_pejabat(dunia, UNIT, "rudi")

    assert "panel" not in _tingkat(dunia, "rudi")


def test_rekomendasi_draf_belum_terlihat_unit(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "ditugaskan")
    tulis_rekomendasi(dunia, e)

    assert (len(_lihat(dunia, "ani").rekomendasi), len(_lihat(dunia, "karin").rekomendasi)) == (
        0,
        2,
    )


def test_tingkat_bersisian_menunjukkan_yang_berbeda(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "ditugaskan")
    e = selesaikan(dunia, e, "citra", TUJUH_PULUH | {"2.c": "CC"})
    isi(dunia, e, "karin", "ketua", {"2.c": "B"})

    berbeda = [b for b in _lihat(dunia, "inge").baris if b.berbeda]

    assert [(b.kode, [i.jawaban for i in b.isi if i]) for b in berbeda] == [
        ("2.c", ["B", "CC", "B"])
    ]


def test_jarak_dan_jalan_termurah(dunia: Dunia) -> None:
    """70,00 is exactly the bound; one lift suffices, 3.b from B to BB adds 4,5 × 10/100 = 0,45."""
    evaluasi_pada(dunia, "diterbitkan")

    s = _lihat(dunia, "budi").simulasi

    assert s is not None
    assert (s.nilai, s.jarak, s.nilai_minimum) == (
        Decimal("70.00"),
        Decimal("0.00"),
        Decimal("70.01"),
    )
    assert s.berikut is not None
    assert s.berikut.kode == "BB"
    assert {k.tingkat for k in s.kenaikan} == {1}
    tunggal = {(n.kode, n.dari, n.ke): n.tambahan for n in s.tunggal}
    assert tunggal["3.b", "B", "BB"] == Decimal("0.45")


def test_lembar_yang_belum_lengkap_tidak_bernilai(dunia: Dunia) -> None:
    e = evaluasi_pada(dunia, "ditugaskan")
    isi(dunia, e, "citra", "anggota", {"1.a": "BB"})

    tampak = _lihat(dunia, "inge")

    assert [t.hasil is None for t in tampak.tingkat] == [False, True]
    assert tampak.penentu is not None
    assert tampak.penentu.tingkat == "mandiri"


def test_nilai_lhe_menurut_tahun_terbitnya(dunia: Dunia) -> None:
    """IKU-5 takes what came out in the running year, whatever year it is on (CERITA §3)."""
    evaluasi_pada(dunia, "diterbitkan")
    unit = dunia.unit[UNIT]

    assert selectors.nilai_lhe_terbit(unit, 2026) == Decimal("70.00")
    assert selectors.nilai_lhe_terbit(unit, 2025) is None
    assert selectors.nilai_lhe_terbit(dunia.unit["dinas-bakung"], 2026) is None


def test_lhe_yang_belum_terbit_tidak_bernilai(dunia: Dunia) -> None:
    evaluasi_pada(dunia, "dipanelkan")

    assert selectors.nilai_lhe_terbit(dunia.unit[UNIT], 2026) is None
    assert selectors.daftar_lhe(dunia.lingkup("budi"), dunia.tampak(UNIT)) == []


def test_lhe_tahun_lalu_dan_deretnya(dunia: Dunia) -> None:
    evaluasi_pada(dunia, "diterbitkan", tahun=2024)
    evaluasi_pada(dunia, "diterbitkan", tahun=2025)
    lingkup, unit = dunia.lingkup("budi"), dunia.tampak(UNIT)

    lalu = selectors.evaluasi_lalu(lingkup, unit, 2025)

    assert lalu is not None
    assert lalu.tahun_kinerja == 2024
    assert [(x.tahun_kinerja, x.predikat) for x in selectors.daftar_lhe(lingkup, unit)] == [
        (2024, "B"),
        (2025, "B"),
    ]


@pytest.mark.parametrize("siapa", ["dewi", "koordinator-bakung"])
def test_unit_lain_tidak_terbaca(dunia: Dunia, siapa: str) -> None:
    evaluasi_pada(dunia, "diterbitkan")
    lingkup, unit = dunia.lingkup(siapa), dunia.tampak(UNIT)

    with pytest.raises(TidakBerizin):
        selectors.evaluasi_unit(lingkup, dunia.instansi, unit, 2025)
    with pytest.raises(TidakBerizin):
        selectors.kesiapan_bukti(lingkup, unit, 2025)
    with pytest.raises(TidakBerizin):
        selectors.rekomendasi_terbuka(lingkup, unit)
    with pytest.raises(TidakBerizin):
        selectors.bukti_unit(lingkup, unit)
    with pytest.raises(TidakBerizin):
        selectors.jabatan_unit(lingkup, unit, SAAT.date())


def test_daftar_hanya_memuat_subpohon_sendiri(dunia: Dunia) -> None:
    evaluasi_pada(dunia, "diterbitkan")
    semua = [dunia.tampak(UNIT), dunia.tampak("dinas-bakung")]

    milik = selectors.daftar_evaluasi(dunia.lingkup("dewi"), semua, 2025)
    seluruhnya = selectors.daftar_evaluasi(dunia.lingkup("inge"), semua, 2025)

    assert [(r.unit.slug, r.evaluasi) for r in milik] == [("dinas-bakung", None)]
    assert [(r.unit.slug, r.terbuka) for r in seluruhnya] == [(UNIT, 2), ("dinas-bakung", 0)]


def test_evaluasi_yang_belum_dibuka_dikatakan(dunia: Dunia) -> None:
    assert (
        selectors.evaluasi_unit(dunia.lingkup("budi"), dunia.instansi, dunia.tampak(UNIT), 2025)
        is None
    )
    with pytest.raises(TidakDitemukan, match="belum dibuka"):
        _lihat(dunia, "budi")


def test_rekomendasi_hanya_di_alamatnya_sendiri_dan_sesudah_terbit(dunia: Dunia) -> None:
    terbit = evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1)
    draf = evaluasi_pada(dunia, "sementara", tahun=2024).rekomendasi.get(nomor=1)
    lingkup, unit = dunia.lingkup("budi"), dunia.tampak(UNIT)

    tampak = selectors.rekomendasi(lingkup, unit, 2025, terbit.uuid)

    assert tampak.rekomendasi == terbit
    assert tampak.boleh(lingkup, unit, "rencanakan_tindak_lanjut")
    assert not tampak.boleh(lingkup, unit, "nyatakan_selesai")
    with pytest.raises(TidakDitemukan):
        selectors.rekomendasi(lingkup, unit, 2024, terbit.uuid)
    with pytest.raises(TidakDitemukan):
        selectors.rekomendasi(lingkup, unit, 2024, draf.uuid)


def test_rekomendasi_terbuka_tanpa_yang_selesai_dan_yang_draf(dunia: Dunia) -> None:
    satu = evaluasi_pada(dunia, "diterbitkan", tahun=2024)
    evaluasi_pada(dunia, "sementara", tahun=2025)
    with menulis_langsung(dunia.sistem):
        satu.rekomendasi.filter(nomor=1).update(keadaan="selesai")
    lingkup, unit = dunia.lingkup("budi"), dunia.tampak(UNIT)

    assert [r.nomor for r in selectors.rekomendasi_terbuka(lingkup, unit)] == [2]
    assert selectors.rekomendasi_terbuka(lingkup, unit, sebelum=2024) == []


def _butir(dunia: Dunia, tahun: int, pada_hari: str = "2027-04-20") -> dict[str, set[str]]:
    lingkup = dunia.lingkup("budi", pada(pada_hari).date())
    hasil: dict[str, set[str]] = {}
    kesiapan = selectors.kesiapan_bukti(lingkup, dunia.tampak(UNIT), tahun)
    for daftar in kesiapan.menurut_sub.values():
        for b in daftar:
            hasil.setdefault(b.butir, set()).add(b.keadaan)
    return hasil


def test_tanpa_catatan_apa_pun_sistem_tidak_mengaku_punya_bukti(dunia: Dunia) -> None:
    assert _butir(dunia, 2026) == {}


def test_rencana_dan_anggaran_menjadi_bukti_dengan_sendirinya(dunia: Dunia) -> None:
    tata_rencana(dunia)

    butir = _butir(dunia, 2026)

    assert {k: butir[k] for k in ("1.a.4", "1.a.6")} == {
        "1.a.4": {"selesai"},
        "1.a.6": {"selesai"},
    }
    assert butir["2.a.2"] == {"sementara"}  # none of the three has a definition


def _lembar(dunia: Dunia, terlambat: list[int | None], keadaan: str = "terkunci") -> None:
    with menulis_langsung(dunia.sistem):
        LembarPengukuran.objects.bulk_create(
            LembarPengukuran(
                instansi=dunia.instansi,
                unit_id=dunia.unit[UNIT],
                periode=organisasi.periode(2026, "triwulan", n),
                keadaan=keadaan,
                pertama_diajukan=None if hari is None else SAAT,
                hari_terlambat=hari,
            )
            for n, hari in enumerate(terlambat, start=1)
        )


@pytest.mark.parametrize(
    ("terlambat", "harapan"),
    [
        ([0, 0, 0, 0], {"selesai"}),
        ([0, 4, 0, 0], {"terlambat"}),
        ([0, None], {"perlu_tindakan"}),
        ([2, None], {"terlambat", "perlu_tindakan"}),
    ],
    ids=["tepat-waktu", "satu-terlambat", "kurang", "kurang-dan-terlambat"],
)
def test_pengukuran_yang_terlambat_terlihat_pada_2b4(
    dunia: Dunia, terlambat: list[int | None], harapan: set[str]
) -> None:
    _lembar(dunia, terlambat)

    assert _butir(dunia, 2026)["2.b.4"] == harapan


def test_keterlambatan_disebut_hari_kerjanya(dunia: Dunia) -> None:
    _lembar(dunia, [0, 4, 0, 0])

    [b] = selectors.kesiapan_bukti(dunia.lingkup("budi"), dunia.tampak(UNIT), 2026).butir("2.b.4")

    assert b.kalimat == "Triwulan 2 terlambat 4 hari kerja."


def test_selama_tahun_berjalan_yang_belum_diukur_bukan_kekurangan(dunia: Dunia) -> None:
    _lembar(dunia, [0, 0])

    assert _butir(dunia, 2026, "2026-08-01")["2.b.4"] == {"sementara"}


@pytest.mark.parametrize(
    ("keadaan", "hari", "harapan"),
    [
        ("disampaikan", 0, {"3.a.1": {"selesai"}, "3.a.3": {"selesai"}, "3.a.6": {"selesai"}}),
        ("disampaikan", 6, {"3.a.1": {"selesai"}, "3.a.3": {"selesai"}, "3.a.6": {"terlambat"}}),
        ("konsep", None, {"3.a.1": {"perlu_tindakan"}}),
    ],
)
def test_laporan_yang_disampaikan_menjadi_bukti(
    dunia: Dunia, keadaan: str, hari: int | None, harapan: dict[str, set[str]]
) -> None:
    with menulis_langsung(dunia.sistem):
        LaporanKinerja.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit[UNIT],
            tahun=2026,
            keadaan=keadaan,
            disampaikan_pada=None if hari is None else SAAT,
            hari_terlambat=hari,
        )

    assert _butir(dunia, 2026) == harapan


def test_tindak_lanjut_lhe_lalu_terlihat_pada_4c1(dunia: Dunia) -> None:
    r = evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1)
    rencanakan(dunia, r)
    lingkup, unit = dunia.lingkup("budi"), dunia.tampak(UNIT)

    kesiapan = selectors.kesiapan_bukti(lingkup, unit, 2026)

    [b] = kesiapan.butir("4.c.1")
    assert (b.keadaan, b.kalimat) == (
        "perlu_tindakan",
        "0 dari 2 rekomendasi LHE 2026 selesai.",
    )
    assert (kesiapan.terbukti, kesiapan.perhatian) == (0, (b,))


def test_banyak_kueri_halaman_evaluasi_tetap(dunia: Dunia) -> None:
    evaluasi_pada(dunia, "diterbitkan")
    lingkup, unit = dunia.lingkup("inge"), dunia.tampak(UNIT)

    with CaptureQueriesContext(connection) as kueri:
        tampak = selectors.evaluasi_wajib(lingkup, dunia.instansi, unit, 2025)
        _semua = (tampak.baris, tampak.simulasi, tampak.rekomendasi, tampak.riwayat, tampak.tim)
    with CaptureQueriesContext(connection) as kesiapan:
        selectors.kesiapan_bukti(lingkup, unit, 2025)

    assert len(kueri) <= 8
    assert len(kesiapan) <= 10


def test_peran_evaluator_di_unit_lain_tidak_membuka_jawaban_tim(dunia: Dunia) -> None:
    selesaikan(dunia, evaluasi_pada(dunia, "ditugaskan"), "citra", TUJUH_PULUH)
    layanan_organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["budi"].pengguna_id,
        peran=Peran.EVALUATOR_ANGGOTA,
        unit="dinas-bakung",
        mulai=MULAI,
        selesai=None,
    )

    assert _tingkat(dunia, "budi") == ["mandiri"]
