"""Reading the plan: which version is in force, its tree with money, what changed between two."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.naskah_uji import DESA, DPA, DPPA, IKM, POHON, bendahara, muat_anggaran, susun
from domain.pemeran import Dunia
from domain.rencana_uji import tata_rencana
from sakip.bersama.galat import TidakBerizin, TidakDitemukan
from sakip.perencanaan import selectors
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import TargetBaru, tetapkan_rencana


def _kueri(baca: Callable[[], Any]) -> int:
    with CaptureQueriesContext(connection) as kueri:
        baca()
    return len(kueri)


def _tetapkan(dunia: Dunia, versi: DokumenVersi, tanggal: date) -> DokumenVersi:
    return tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=versi.uuid,
        versi=versi.versi,
        tanggal=tanggal,
        dasar="Keputusan contoh",
    )


def test_konsep_belum_berlaku(dunia: Dunia) -> None:
    susun(dunia)

    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")
    assert selectors.versi_berlaku(lingkup, unit, 2026) is None
    assert [d.berlaku for d in selectors.daftar_dokumen(lingkup, unit, 2026)] == [None]


def test_yang_berlaku_pada_suatu_hari(dunia: Dunia) -> None:
    murni = _tetapkan(dunia, susun(dunia), date(2025, 7, 31))
    perubahan = _tetapkan(dunia, susun(dunia, perubahan=True, indikator=(IKM,)), date(2026, 8, 20))
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")

    berlaku = {
        pada: selectors.versi_berlaku(lingkup, unit, 2026, pada)
        for pada in (date(2025, 7, 30), date(2025, 7, 31), date(2026, 8, 19), date(2026, 8, 20))
    }

    assert list(berlaku.values()) == [None, murni, murni, perubahan]
    assert selectors.versi_berlaku(lingkup, unit, 2027) is None


def test_dokumen_setahun_didahulukan_atas_yang_lima_tahun(dunia: Dunia) -> None:
    target = IKM.target
    renstra = susun(dunia, jenis="renstra", tahun_mulai=2025, tahun_selesai=2029, judul="Renstra")
    renja = _tetapkan(dunia, susun(dunia), date(2025, 7, 31))
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")

    dokumen = selectors.daftar_dokumen(lingkup, unit, 2026)

    assert [d.dokumen.jenis for d in dokumen] == ["renja", "renstra"]
    assert selectors.versi_berlaku(lingkup, unit, 2026) == renja
    assert renstra.ditetapkan is None
    assert target[0].tahun == 2026


def test_pohon_menyambung_anggaran_menurut_nomenklatur(dunia: Dunia) -> None:
    versi = susun(dunia)
    muat_anggaran(dunia, *DPA, siapa=bendahara(dunia))

    pohon = selectors.pohon_versi(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), versi, 2026)

    pagu = {s.kode: s.pagu for s in pohon.simpul()}
    assert pagu == {
        "t1": None,
        "s1": None,
        "7.01.02": Decimal(186_000_000),
        # The budget has no line for the kegiatan: 60 + 126 million under it.
        "7.01.02.2.01": Decimal(186_000_000),
        "7.01.02.2.01.0001": Decimal(60_000_000),
        "7.01.02.2.01.0002": Decimal(126_000_000),
    }
    assert pohon.pagu == Decimal(232_000_000)
    assert [i.kode for i in pohon.indikator()] == ["desa", "ikm"]
    loket = next(s for s in pohon.simpul() if s.kode == "7.01.02.2.01.0002")
    assert loket.mendukung == ("ikm",)


def test_temuan_menyebut_sub_kegiatan_tanpa_indikator(dunia: Dunia) -> None:
    pohon = selectors.pohon_versi(
        dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), susun(dunia), 2026
    )

    # The indicators of this konsep say neither who answers for them, nor what they are, nor whence.
    kurang = {f"indikator_tanpa_{apa}" for apa in ("pengampu", "definisi", "sumber")}
    assert [(t.kode, t.objek) for t in pohon.temuan if t.kode not in kurang] == [
        ("tanpa_dukungan", "7.01.02.2.01.0001")
    ]
    assert {(t.kode, t.objek) for t in pohon.temuan if t.kode in kurang} == {
        (k, i) for k in kurang for i in ("desa", "ikm")
    }


def test_kesehatan_semua_unit_berdampingan(dunia: Dunia) -> None:
    """The unit with a plan is judged like its own page; who has none is there without a score."""
    susun(dunia)
    lingkup = dunia.lingkup("gita")  # planner of the government
    unit = [dunia.tampak("dinas-anggrek"), dunia.tampak("dinas-bakung")]

    anggrek, bakung = selectors.kesehatan_unit(lingkup, unit, 2026)

    assert (bakung.versi, bakung.hasil, bakung.wajib, bakung.perhatian) == (None, None, 0, 0)
    pohon = selectors.pohon_versi(lingkup, unit[0], anggrek.versi, 2026)  # type: ignore[arg-type]
    assert anggrek.hasil == pohon.hasil
    assert (anggrek.wajib, anggrek.perhatian) == (0, len(pohon.temuan))


def test_kesehatan_memakai_yang_ditetapkan_dahulu(dunia: Dunia) -> None:
    tetap = _tetapkan(dunia, susun(dunia), date(2025, 7, 31))
    susun(dunia, perubahan=True, indikator=(IKM,))

    (satu,) = selectors.kesehatan_unit(dunia.lingkup("ani"), [dunia.tampak("dinas-anggrek")], 2026)

    assert satu.versi == tetap


def test_kesehatan_dan_pohon_pemda_membaca_versi_yang_sama_pada_hari_itu(dunia: Dunia) -> None:
    """Before the change was laid down the first version spoke; the latest of both since."""
    murni = _tetapkan(dunia, susun(dunia), date(2025, 7, 31))
    perubahan = _tetapkan(dunia, susun(dunia, perubahan=True, indikator=(IKM,)), date(2026, 2, 20))

    for pada, versi in ((date(2026, 2, 19), murni), (date(2026, 2, 20), perubahan)):
        lingkup = dunia.lingkup("gita", pada)
        (satu,) = selectors.kesehatan_unit(lingkup, [dunia.tampak("dinas-anggrek")], 2026)

        assert satu.versi == versi
        assert list(selectors.peta_pohon(lingkup, 2026).versi) == [versi.pk]


def test_kesehatan_unit_di_luar_jangkauan_tidak_tampil(dunia: Dunia) -> None:
    susun(dunia)

    assert (
        selectors.kesehatan_unit(dunia.lingkup("ani"), [dunia.tampak("dinas-bakung")], 2026) == []
    )


def test_kesehatan_enam_kueri_berapa_pun_unitnya(dunia: Dunia) -> None:
    susun(dunia)
    lingkup = dunia.lingkup("gita")
    unit = [dunia.tampak("dinas-anggrek"), dunia.tampak("dinas-bakung")]

    assert _kueri(lambda: selectors.kesehatan_unit(lingkup, unit, 2026)) == 6


def test_pohon_sedikit_kueri_berapa_pun_isinya(dunia: Dunia) -> None:
    versi = susun(dunia)
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")

    # Nodes, targets, indicators, support, what others were asked, indicative rupiah, the budget in
    # force; its lines only when there is one.
    assert _kueri(lambda: selectors.pohon_versi(lingkup, unit, versi, 2026)) == 7


@pytest.mark.parametrize(
    "baca",
    [
        lambda lingkup, unit, _v: selectors.daftar_dokumen(lingkup, unit, 2026),
        lambda lingkup, unit, _v: selectors.versi_berlaku(lingkup, unit, 2026),
        lambda lingkup, unit, v: selectors.versi_dokumen(lingkup, unit, v.uuid),
        selectors.riwayat_versi,
        lambda lingkup, unit, v: selectors.pohon_versi(lingkup, unit, v, 2026),
        selectors.periksa_versi,
        lambda lingkup, unit, _v: selectors.daftar_anggaran(lingkup, unit, 2026),
        lambda lingkup, unit, _v: selectors.anggaran_berlaku(lingkup, unit, 2026),
        lambda lingkup, unit, _v: selectors.rincian_anggaran(lingkup, unit, None),
        lambda lingkup, unit, _v: selectors.baris_anggaran(lingkup, unit, []),
        lambda lingkup, unit, _v: selectors.daftar_usul(lingkup, unit, 2026),
    ],
)
def test_unit_di_luar_jangkauan_ditolak(dunia: Dunia, baca: Callable[..., Any]) -> None:
    versi = susun(dunia)

    with pytest.raises(TidakBerizin):
        baca(dunia.lingkup("dewi"), dunia.tampak("dinas-anggrek"), versi)


def test_versi_unit_lain_tidak_ditemukan_di_unit_sendiri(dunia: Dunia) -> None:
    versi = susun(dunia)

    with pytest.raises(TidakDitemukan):
        selectors.versi_dokumen(dunia.lingkup("dewi"), dunia.tampak("dinas-bakung"), versi.uuid)


def test_dokumen_rencana_aksi_bukan_dokumen_rencana(dunia: Dunia) -> None:
    r = tata_rencana(dunia)
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")

    assert [d.dokumen.pk for d in selectors.daftar_dokumen(lingkup, unit, 2026)] == [
        r.versi.dokumen_id
    ]


def test_beda_anggaran_menyebut_baris_yang_berubah_saja(dunia: Dunia) -> None:
    siapa = bendahara(dunia)
    muat_anggaran(dunia, *DPA, siapa=siapa)
    muat_anggaran(dunia, *DPPA, siapa=siapa)
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")
    lama, baru = selectors.daftar_anggaran(lingkup, unit, 2026)

    beda = selectors.beda_anggaran(lingkup, unit, lama, baru)

    assert [(b.kode, b.lama, b.baru, b.keluaran_lama, b.keluaran_baru) for b in beda] == [
        ("7.01.02", Decimal(186_000_000), Decimal(162_000_000), None, None),
        ("7.01.02.2.01.0001", Decimal(60_000_000), Decimal(36_000_000), Decimal(12), Decimal(8)),
    ]


def test_anggaran_berdampingan_dengan_jumlahnya(dunia: Dunia) -> None:
    siapa = bendahara(dunia)
    muat_anggaran(dunia, *DPA, siapa=siapa)
    muat_anggaran(dunia, *DPPA, siapa=siapa)
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")
    dokumen = selectors.daftar_anggaran(lingkup, unit, 2026)

    baris = selectors.baris_anggaran(lingkup, unit, dokumen)

    # 186 + 46 = 232 and 162 + 46 = 208 million: programmes only, so that nothing counts twice.
    assert selectors.jumlah_anggaran(baris, 2) == (Decimal(232_000_000), Decimal(208_000_000))
    assert [(b.kode, b.selisih) for b in baris if b.selisih] == [
        ("7.01.02", Decimal(-24_000_000)),
        ("7.01.02.2.01.0001", Decimal(-24_000_000)),
    ]
    assert [b.kode for b in baris if b.keluaran_berubah] == ["7.01.02.2.01.0001"]


def test_beda_versi_menyebut_yang_berubah_saja(dunia: Dunia) -> None:
    murni = _tetapkan(dunia, susun(dunia), date(2025, 7, 31))
    baru = susun(
        dunia,
        perubahan=True,
        simpul=(*POHON[:4], replace(POHON[4], uraian="Rapat bulanan")),
        indikator=(replace(IKM, arah="turun_baik", target=(TargetBaru(2026, "84"),)),),
        dukungan=(),
    )

    beda = selectors.beda_versi(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), murni, baru)

    assert [(s.kode, s.lama, s.baru) for s in beda.simpul] == [
        ("7.01.02.2.01.0001", "Rapat", "Rapat bulanan"),
        ("7.01.02.2.01.0002", "Loket", None),
    ]
    assert [(i.kode, i.datang, i.pergi, i.kolom) for i in beda.indikator if not i.pergi] == [
        ("ikm", False, False, ["arah"])
    ]
    assert [i.kode for i in beda.indikator if i.pergi] == ["desa"]
    assert {(t.kode, t.lama, t.baru) for t in beda.target} == {
        ("ikm", "83,50", "84"),
        ("desa", "11/14", None),
    }
    assert beda.banyak == 6


def test_beda_versi_menyebut_pemilik_tema_pagu_dan_pilahan(dunia: Dunia) -> None:
    program = replace(POHON[2], pagu=((2026, Decimal(100)),))
    murni = _tetapkan(
        dunia, susun(dunia, simpul=(*POHON[:2], program, *POHON[3:])), date(2025, 7, 31)
    )
    baru = susun(
        dunia,
        perubahan=True,
        simpul=(
            POHON[0],
            replace(POHON[1], pemilik="bidang-angsana", tema=("stunting",)),
            replace(program, pagu=((2026, Decimal(90)),)),
            replace(POHON[3], pagu=((2026, Decimal(10)),)),
            *POHON[4:],
        ),
        indikator=(replace(IKM, pilahan=("desa",)), DESA),
    )

    beda = selectors.beda_versi(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), murni, baru)

    assert [(s.kode, s.kolom) for s in beda.simpul] == [("s1", ["pemilik_id", "tema"])]
    assert [(i.kode, i.kolom) for i in beda.indikator] == [("ikm", ["pilahan"])]
    assert [(p.kode, p.tahun, p.lama, p.baru) for p in beda.pagu] == [
        ("7.01.02", 2026, Decimal(100), Decimal(90)),
        ("7.01.02.2.01", 2026, None, Decimal(10)),
    ]
    assert beda.banyak == 4


def test_versi_yang_sama_tidak_berbeda(dunia: Dunia) -> None:
    versi = susun(dunia)

    beda = selectors.beda_versi(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), versi, versi)

    assert beda.banyak == 0


def test_beda_dengan_versi_unit_lain_tidak_membuka_apa_pun(dunia: Dunia) -> None:
    sendiri, lain = susun(dunia), susun(dunia, "gita", unit="dinas-bakung", judul="Renja lain")

    beda = selectors.beda_versi(dunia.lingkup("gita"), dunia.tampak("dinas-anggrek"), sendiri, lain)

    assert beda.banyak == 0


def test_target_tahunan_menurut_urutan_indikator(dunia: Dunia) -> None:
    r = tata_rencana(dunia)

    target = selectors.target_tahunan(
        dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), r.versi, 2026
    )

    assert [(t.kode, t.teks) for t in target] == [
        ("waktu", "30"),
        ("aduan", "90,00"),
        ("desa", "11/14"),
    ]
