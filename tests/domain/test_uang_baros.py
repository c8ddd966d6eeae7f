"""The money of the story beside its performance: absorption and efficiency, reckoned by hand."""

from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest

from domain.latar_cerita import panggung
from sakip.bersama.jam import WIB
from sakip.demo.panggung import Panggung
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.services import tetapkan_kebijakan
from sakip.pengukuran.selectors import UangBerkinerja, sebab_triwulan, uang_berkinerja
from sakip.pengukuran.services import AlamatLembar, IsianSerapan, catat_serapan

pytestmark = [pytest.mark.usefixtures("contoh"), pytest.mark.django_db]
BAROS = "kecamatan-baros"
JANUARI = datetime(2027, 1, 8, 9, 0, tzinfo=WIB)
# CERITA §6 gives programmes; what their sub-kegiatan spent is split here so that they add up:
# 34,20 + 88,46 + 28,00 = 150,66; 46,00 + 27,74 + 36,00 = 109,74; 17,10 + 5,70 = 22,80;
# 39,20 + 17,64 = 56,84 (Rp juta).
TERPAKAI = {
    "7.01.01": "2.318.000.000",
    "7.01.02.2.01.0001": "34.200.000",
    "7.01.02.2.02.0003": "88.460.000",
    "7.01.02.2.04.0002": "28.000.000",
    "7.01.03.2.01.0001": "46.000.000",
    "7.01.03.2.01.0002": "27.740.000",
    "7.01.03.2.03.0002": "36.000.000",
    "7.01.04.2.01.0001": "17.100.000",
    "7.01.04.2.02.0001": "5.700.000",
    "7.01.05.2.01.0008": "14.400.000",
    "7.01.06.2.01.0003": "39.200.000",
    "7.01.06.2.01.0002": "17.640.000",
}
VOLUME = {
    "7.01.02.2.01.0001": "8",
    "7.01.02.2.02.0003": "4",
    "7.01.02.2.04.0002": "12",
    "7.01.03.2.01.0001": "70",
    "7.01.03.2.01.0002": "1",
    "7.01.03.2.03.0002": "14",
    "7.01.04.2.01.0001": "12",
    "7.01.04.2.02.0001": "4",
    "7.01.05.2.01.0008": "12",
    "7.01.06.2.01.0003": "28",
    "7.01.06.2.01.0002": "14",
}


@pytest.fixture
def p() -> Panggung:
    return panggung()


def _uang(p: Panggung, **pilihan: Any) -> UangBerkinerja:
    """The fourth quarter with all of it entered, under a chosen formula."""
    catat_serapan(
        **p.dasar("bpkad", JANUARI),
        alamat=AlamatLembar(BAROS, 2026, 4),
        isian=[IsianSerapan(k, rupiah, VOLUME.get(k, "")) for k, rupiah in TERPAKAI.items()],
    )
    if pilihan:
        tetapkan_kebijakan(
            **p.dasar("organisasi", JANUARI),
            kaidah="efisiensi.rumus",
            pilihan=pilihan,
            mulai=date(2026, 1, 1),
            dasar="Perbup Contoh 1/2026",
        )
    lingkup = organisasi.lingkup_pelaku(p.akun["organisasi"], p.instansi, JANUARI)
    unit = organisasi.unit_menurut_slug(lingkup, BAROS, "lihat_kinerja")  # type: ignore[arg-type]
    return uang_berkinerja(lingkup, unit, 2026, 4)


def _bulat(n: Decimal | None) -> Decimal:
    assert n is not None
    return round(n, 2)


def test_serapan_baros_setahun(p: Panggung) -> None:
    u = _uang(p)

    # 2.318,00 + 150,66 + 109,74 + 22,80 + 14,40 + 56,84 = 2.672,44 of 2.770 juta (CERITA §6)
    assert u.uang.realisasi == Decimal(2672440000)
    assert u.uang.pagu == Decimal(2770000000)
    assert _bulat(u.uang.serapan) == Decimal("96.48")
    program = {b.kode: b.realisasi for b in u.uang.program}
    assert program["7.01.02"] == Decimal(150660000)
    assert (u.rumus, u.efisiensi) == ("tidak_dipilih", None)


def test_sub_kegiatan_menyebut_indikator_yang_didukungnya(p: Panggung) -> None:
    menurut = {b.kode: [d.kode for d in b.pendukung] for b in _uang(p).uang.baris}

    assert menurut["7.01.06.2.01.0003"] == ["iku-2"]
    assert menurut["7.01.02.2.04.0002"] == ["1b"]
    # IKU-4 has no figure yet, and is named all the same.
    assert menurut["7.01.03.2.01.0001"] == ["iku-4"]
    assert menurut["7.01.03.2.03.0002"] == []  # the story's sub-kegiatan that moves nothing


def test_selisih_capaian_dan_serapan(p: Panggung) -> None:
    u = _uang(p, pilihan="selisih_capaian_serapan")

    nilai = {b.kode: b.efisiensi.nilai for b in u.uang.baris if b.efisiensi}
    # IKU-2 stands at 12/14 against 11/14: 109,0909; 39,20 of 40 juta: 98,00 → 11,09
    assert _bulat(nilai["7.01.06.2.01.0003"]) == Decimal("11.09")
    # 1b stands at 28 against 30, lower is better: (60 − 28)/30 = 106,6667; 28/30 = 93,3333 → 13,33
    assert _bulat(nilai["7.01.02.2.04.0002"]) == Decimal("13.33")
    # IKU-3 stands at 61/72 against 90 %: 84,7222/90 = 94,1358; 14,40/16 = 90,00 → 4,14
    assert _bulat(nilai["7.01.05.2.01.0008"]) == Decimal("4.14")
    assert {b.golongan for b in u.uang.baris} == {""}  # no thresholds were decreed
    semua = next(b for b in u.uang.baris if b.kode == "7.01.06.2.01.0003").efisiensi
    assert semua is not None
    assert semua.jejak.kaidah == "efisiensi.selisih"
    assert semua.jejak.tafsir == ("tafsir-0010",)


def test_ambang_instansi_memberi_sebutan(p: Panggung) -> None:
    u = _uang(
        p,
        pilihan="selisih_capaian_serapan",
        efisien_di_atas="5",
        tidak_efisien_di_bawah="-5",
    )

    golongan = {b.kode: b.golongan for b in u.uang.baris}
    assert golongan["7.01.06.2.01.0003"] == "efisien"  # 11,09 > 5
    assert golongan["7.01.05.2.01.0008"] == "cukup_efisien"  # −5 ≤ 4,14 ≤ 5


def test_efisiensi_keluaran(p: Panggung) -> None:
    u = _uang(p, pilihan="keluaran_pmk_214_2017")

    # All volumes as promised, so each saving is 1 − spent/pagu, in per cent:
    # 1−34,20/36 = 5,00; 1−88,46/96 = 7,8542; 1−28/30 = 6,6667; 1−46/48 = 4,1667;
    # 1−27,74/30 = 7,5333; 1−36/40 = 10,00; 1−17,10/18 = 5,00; 1−5,70/6 = 5,00;
    # 1−14,40/16 = 10,00; 1−39,20/40 = 2,00; 1−17,64/18 = 2,00;
    # together 65,2208 / 11 = 5,9292; NE = 50 + 5,9292/20 × 50 = 64,82
    assert u.efisiensi is not None
    assert u.nilai is not None
    assert _bulat(u.efisiensi.nilai) == Decimal("5.93")
    assert _bulat(u.nilai.nilai) == Decimal("64.82")


def test_sebab_terbanyak_dihitung_menurut_golongan(p: Panggung) -> None:
    lingkup = organisasi.lingkup_pelaku(p.akun["organisasi"], p.instansi, JANUARI)

    s = sebab_triwulan(lingkup, 2026, 1)

    baros = [(g.kode, a.kode) for g in s.golongan for a in g.angka if a.unit.slug == BAROS]
    assert baros == [("proses", "1b")]
    assert [len(g.angka) for g in s.golongan] == sorted(
        (len(g.angka) for g in s.golongan), reverse=True
    )
    assert "" not in {g.kode for g in s.golongan}
