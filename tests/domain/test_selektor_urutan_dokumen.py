"""The documents of a unit's year in the order of law, as the page shows them."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from domain.dokumen_uji import mulai, tata_renstra, tetapkan
from domain.naskah_uji import DPA, bendahara, muat_anggaran, susun
from domain.pemeran import Dunia
from sakip.bersama.galat import TidakBerizin
from sakip.perencanaan.selectors import LangkahDokumen, tahap_unit, urutan_unit


def _urutan(
    dunia: Dunia, siapa: str = "ani", unit: str = "dinas-anggrek"
) -> dict[str, LangkahDokumen]:
    return {s.tahap.kode: s for s in urutan_unit(dunia.lingkup(siapa), dunia.tampak(unit), 2026)}


def test_tanpa_dokumen_semua_tahap_disebut_belum_ada(dunia: Dunia) -> None:
    langkah = _urutan(dunia)

    assert list(langkah)[:3] == ["rpjpd", "rpjmd", "renstra"]
    assert langkah["rpjmd"].milik.slug == dunia.instansi.slug
    assert langkah["renstra"].milik.slug == "dinas-anggrek"
    assert {s.keadaan for k, s in langkah.items() if k != "rka"} == {"tidak_ada"}
    assert langkah["rka"].keadaan == "tidak_dicatat"
    assert not any(s.temuan for s in langkah.values())


def test_pemda_hanya_dokumennya_sendiri(dunia: Dunia) -> None:
    assert list(_urutan(dunia, "gita", dunia.instansi.slug)) == ["rpjpd", "rpjmd", "iku", "rkpd"]


def test_dokumen_pemda_tampak_bagi_unit_yang_mengikutinya(dunia: Dunia) -> None:
    """Renja 2026 stands, Renstra is a draft, the government's RPD too, the RKPD is not there."""
    mulai(
        dunia, "gita", unit=dunia.instansi.slug, jenis="rpd", judul="RPD 2026–2027",
        tahun_selesai=2027,
    )  # fmt: skip
    tata_renstra(dunia)
    tetapkan(dunia, susun(dunia))
    muat_anggaran(dunia, *DPA, siapa=bendahara(dunia))

    langkah = _urutan(dunia)

    assert {k: s.keadaan for k, s in langkah.items()} == {
        "rpjpd": "tidak_ada",
        "rpjmd": "konsep",
        "renstra": "konsep",
        "iku": "tidak_ada",
        "rkpd": "tidak_ada",
        "renja": "ditetapkan",
        "rka": "tidak_dicatat",
        "dpa": "ditetapkan",
        "pergeseran": "tidak_ada",
        "dppa": "tidak_ada",
    }
    assert [str(t) for t in langkah["renja"].temuan] == [
        "Renja 2026 ditetapkan sebelum Renstra 2021–2026 ditetapkan.",
        "Renja 2026 mengikuti RKPD, yang belum ada.",
    ]
    assert langkah["dpa"].temuan == ()


def test_urutan_yang_benar_tanpa_temuan(dunia: Dunia) -> None:
    tetapkan(dunia, tata_renstra(dunia), date(2025, 7, 1))
    tetapkan(dunia, susun(dunia))

    assert [str(t) for t in _urutan(dunia)["renja"].temuan] == [
        "Renja 2026 mengikuti RKPD, yang belum ada."
    ]


def test_unit_di_luar_jangkauan_ditolak(dunia: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        _urutan(dunia, "dewi")


def test_sebelum_ada_urutannya_tidak_ada_tahap(dunia: Dunia) -> None:
    assert urutan_unit(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), 2017) == []


def test_sedikit_kueri(dunia: Dunia) -> None:
    susun(dunia)
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")

    with CaptureQueriesContext(connection) as kueri:
        urutan_unit(lingkup, unit, 2026)

    assert len(kueri) == 3


def test_bidang_tidak_menyusun_dokumen(dunia: Dunia) -> None:
    assert list(_urutan(dunia, "ani", "bidang-angsana")) == ["rpjpd", "rpjmd", "rkpd"]
    assert tahap_unit(dunia.tampak("bidang-angsana"), date(2026, 1, 1)) == []
