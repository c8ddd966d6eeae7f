"""The plan in force is read once for a process: it is frozen, and only then is it kept."""

from datetime import date
from uuid import uuid4

import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from domain.pemeran import SAAT, Dunia, menulis_langsung
from domain.ukur_uji import tata_ukur
from sakip.pengukuran.selectors.rencana import INGATAN
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.perencanaan.models import DokumenVersi, Indikator, IndikatorVersi, TargetVersi


@pytest.fixture
def unit(dunia: Dunia) -> int:
    return dunia.unit[tata_ukur(dunia).unit]


def _banyak_kueri(unit: int) -> int:
    with CaptureQueriesContext(connection) as kueri:
        TahunUnit.muat(unit, SAAT.year)
    return len(kueri)


def test_dibaca_sekali_lalu_diingat(unit: int) -> None:
    """In force, wording, targets, figures; then without wording and targets."""
    TahunUnit.muat(unit, SAAT.year)  # the calendar, too, is read once
    INGATAN.kosongkan()

    assert [_banyak_kueri(unit) for _n in range(3)] == [4, 2, 2]


def test_indikator_yang_ditarik_sesudahnya_tidak_tampak_lagi(dunia: Dunia, unit: int) -> None:
    kode = next(iter(TahunUnit.muat(unit, SAAT.year).butir))

    with menulis_langsung(dunia.sistem):
        Indikator.objects.filter(unit_id=unit, kode=kode).update(ditarik=True)

    assert kode not in TahunUnit.muat(unit, SAAT.year).butir


def _versi_kedua(unit: int) -> tuple[DokumenVersi, IndikatorVersi]:
    """A draft after the plan in force, with one of its indicators and that one's target."""
    lama = IndikatorVersi.objects.filter(indikator__unit_id=unit).select_related("dokumen_versi")[0]
    target = TargetVersi.objects.filter(
        dokumen_versi=lama.dokumen_versi, indikator_id=lama.indikator_id
    )[0]
    versi = DokumenVersi.objects.create(
        instansi_id=lama.instansi_id,
        dokumen_id=lama.dokumen_versi.dokumen_id,
        nomor=lama.dokumen_versi.nomor + 1,
        sifat_versi="perubahan",
    )
    for satu in (lama, target):
        satu.pk, satu.uuid, satu.dokumen_versi = None, uuid4(), versi
        satu._state.adding = True
        satu.save(force_insert=True)
    return versi, lama


def test_penetapan_yang_dibatalkan_tidak_diingat(dunia: Dunia, unit: int) -> None:
    """What was laid down and rolled back may still be reworded before it is laid down."""
    with menulis_langsung(dunia.sistem):
        versi, indikator = _versi_kedua(unit)
        kode = indikator.indikator.kode
        batal = transaction.savepoint()
        DokumenVersi.objects.filter(pk=versi.pk).update(ditetapkan=date(SAAT.year, 1, 2))
        assert TahunUnit.muat(unit, SAAT.year).butir[kode].versi.nama == indikator.nama
        transaction.savepoint_rollback(batal)

        IndikatorVersi.objects.filter(pk=indikator.pk).update(nama="Kalimat yang baru")
        DokumenVersi.objects.filter(pk=versi.pk).update(ditetapkan=date(SAAT.year, 1, 2))

    assert TahunUnit.muat(unit, SAAT.year).butir[kode].versi.nama == "Kalimat yang baru"
