"""The tests' own database: as a real installation has it, and clean again after each test."""

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

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
