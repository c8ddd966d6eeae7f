"""The plan's part of the demo played to the end of its year, alone."""

from datetime import date
from decimal import Decimal
from importlib import import_module

import pytest

from sakip.demo import babak_rencana, babak_rujukan
from sakip.impor.models import BetsImpor
from sakip.organisasi.models import Jadwal
from sakip.pengukuran.models import Serapan
from sakip.perencanaan.models import RincianAnggaran

pytestmark = pytest.mark.django_db
AKHIR = date(2027, 1, 31)


@pytest.fixture
def dimainkan(monkeypatch: pytest.MonkeyPatch, django_db_setup: None) -> None:
    """Both governments, and of the year only the plan and what it draws on."""
    del django_db_setup
    muat = import_module("sakip.demo.muat")
    monkeypatch.setattr(muat, "BABAK", (babak_rujukan.babak, babak_rencana.babak))
    muat.muat(AKHIR)


@pytest.mark.usefixtures("dimainkan")
def test_serapan_setahun_seperti_di_cerita() -> None:
    serapan = {s.kode: s.rupiah for s in Serapan.objects.filter(unit__slug="kecamatan-baros")}

    # 2.318,00 + 150,66 + 109,74 + 22,80 + 14,40 + 56,84 = 2.672,44 of 2.770 million: 96,48 %
    jumlah = sum(serapan.values(), Decimal(0))
    assert jumlah == Decimal(2_672_440_000)
    pagu = sum(
        RincianAnggaran.objects.filter(
            anggaran__unit__slug="kecamatan-baros",
            anggaran__tahap="perubahan",
            tingkat="program",
        ).values_list("rupiah", flat=True)
    )
    assert (jumlah / pagu * 100).quantize(Decimal("0.01")) == Decimal("96.48")
    assert Jadwal.objects.filter(jenis="evaluasi_mandiri").count() == 2
    assert set(BetsImpor.objects.filter(jenis__in=["dpa", "serapan"]).values_list("keadaan")) == {
        ("diterapkan",)
    }
