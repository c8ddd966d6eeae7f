"""The order of planning documents: each finding beside a pair that has it and one that has not."""

from datetime import date

import pytest

from sakip_rules.galat import KaidahBelumBerlaku
from sakip_rules.urutan_dokumen import DokumenAda, Tahap, masa_sah, temuan_urutan, urutan_dokumen

SEMUA = urutan_dokumen(date(2026, 1, 1)).isi
TAHAP: dict[str, Tahap] = {t.kode: t for t in SEMUA}


def _ada(judul: str, pertama: str | None, terakhir: str | None = None) -> DokumenAda:
    satu = date.fromisoformat(pertama) if pertama else None
    return DokumenAda(judul, satu, date.fromisoformat(terakhir) if terakhir else satu)


def test_urutannya_seperti_hukumnya() -> None:
    assert list(TAHAP) == [
        "rpjpd",
        "rpjmd",
        "renstra",
        "iku",
        "rkpd",
        "renja",
        "rka",
        "dpa",
        "pergeseran",
        "dppa",
    ]
    assert TAHAP["renja"].mengikuti == ("renstra", "rkpd")
    assert TAHAP["rpjmd"].jenis == ("rpjmd", "rpd")
    assert {t.kode for t in SEMUA if not t.wajib} == {"pergeseran", "dppa"}


def test_pemda_dan_perangkat_daerah_mempunyai_dokumennya_masing_masing() -> None:
    assert [t.kode for t in SEMUA if t.untuk(pemda=True)] == ["rpjpd", "rpjmd", "iku", "rkpd"]
    assert [t.kode for t in SEMUA if t.untuk(pemda=False)] == [
        "renstra", "iku", "renja", "rka", "dpa", "pergeseran", "dppa",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("renja", "renstra", "kata"),
    [
        # The day before, the same day, the day after.
        ("2025-07-30", "2025-07-31", "Renja 2026 ditetapkan sebelum Renstra ditetapkan."),
        ("2025-07-31", "2025-07-31", ""),
        ("2025-08-01", "2025-07-31", ""),
        ("2025-08-01", None, "Renja 2026 ditetapkan sebelum Renstra ditetapkan."),
        (None, "2025-07-31", ""),
        (None, None, ""),
    ],
)
def test_yang_mendahului_dasarnya_disebut(
    renja: str | None, renstra: str | None, kata: str
) -> None:
    ada = {
        "renja": _ada("Renja 2026", renja),
        "renstra": _ada("Renstra", renstra),
        "rkpd": _ada("RKPD 2026", "2025-07-01"),
    }

    assert [str(k) for k in temuan_urutan(TAHAP["renja"], SEMUA, ada)] == ([kata] if kata else [])


@pytest.mark.parametrize(
    ("perubahan", "disebut"), [("2026-01-09", False), ("2026-01-10", False), ("2026-01-11", True)]
)
def test_yang_lebih_tua_daripada_perubahan_dasarnya_disebut(perubahan: str, disebut: bool) -> None:
    ada = {
        "renja": _ada("Renja 2026", "2025-08-01", "2026-01-10"),
        "renstra": _ada("Renstra", "2025-07-01", perubahan),
        "rkpd": _ada("RKPD 2026", "2025-07-01"),
    }

    temuan = [str(k) for k in temuan_urutan(TAHAP["renja"], SEMUA, ada)]

    assert temuan == (
        ["Renja 2026 lebih tua daripada perubahan terakhir Renstra."] if disebut else []
    )


def test_dasar_yang_belum_ada_disebut_juga_pada_konsep() -> None:
    ada = {"renja": _ada("Renja 2026", None)}

    assert [str(k) for k in temuan_urutan(TAHAP["renja"], SEMUA, ada)] == [
        "Renja 2026 mengikuti Renstra, yang belum ada.",
        "Renja 2026 mengikuti RKPD, yang belum ada.",
    ]


def test_yang_belum_ada_tidak_diperiksa() -> None:
    assert temuan_urutan(TAHAP["renja"], SEMUA, {}) == ()
    assert temuan_urutan(TAHAP["rpjpd"], SEMUA, {"rpjpd": _ada("RPJPD", "2025-01-01")}) == ()


@pytest.mark.parametrize(
    ("kode", "lama", "sah"),
    [
        ("renja", 0, False),
        ("renja", 1, True),
        ("renja", 2, False),
        ("renstra", 1, False),
        ("renstra", 2, True),
        ("renstra", 5, True),
        ("renstra", 6, False),
        ("rpjpd", 20, True),
        ("rpjpd", 21, False),
        ("iku", 1, True),
        ("iku", 5, True),
        ("iku", 0, False),
    ],
)
def test_masa_dokumen(kode: str, lama: int, sah: bool) -> None:
    assert masa_sah(TAHAP[kode], 2026, 2025 + lama) is sah


def test_sebelum_peraturannya_tidak_ada_urutan() -> None:
    with pytest.raises(KaidahBelumBerlaku):
        urutan_dokumen(date(2017, 12, 31))
