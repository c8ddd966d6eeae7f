"""The tests' own database: as a real installation has it, and clean again after each test."""

from functools import partial

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from kluster_uji import KlusterUji

_ORDER = ["sebelum", "sesudah"]


@pytest.mark.django_db
def test_uji_berjalan_sebagai_peran_aplikasi() -> None:
    with connection.cursor() as kursor:
        kursor.execute("SELECT current_user")

        assert kursor.fetchone() == ("aplikasi",)


@pytest.mark.parametrize("kali", _ORDER)
@pytest.mark.django_db(transaction=True)
def test_yang_tersimpan_hilang_lagi_dan_baris_migrasi_tetap_ada(kali: str) -> None:
    """Run twice: the second finds no trace of the first, but still what migrations wrote."""
    assert ContentType.objects.exists(), kali
    assert not ContentType.objects.filter(app_label="uji").exists()

    ContentType.objects.create(app_label="uji", model="uji")


def test_templat_yang_dipakai_tidak_hilang_karena_templat_lain_dibuat(
    kluster_uji: KlusterUji,
) -> None:
    """Copies are made of the first all through a run, however many others come after it."""
    dasar = kluster_uji.templat()
    kosong = partial(kluster_uji.salin, dasar)
    lain = [f"templat_lain_{n}" for n in range(6)]
    try:
        for nama in lain:
            kluster_uji.siapkan_templat(nama, kosong)

        with kluster_uji.admin.hubungkan() as admin:
            ada = admin.execute("SELECT 1 FROM pg_database WHERE datname = %s", [dasar]).fetchone()
        assert ada is not None
    finally:
        for nama in lain:
            kluster_uji.buang(nama)
