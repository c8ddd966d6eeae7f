"""The demo as a ready template for tests of pages."""

from datetime import date

import pytest
from django.apps import apps


@pytest.mark.parametrize("transaksi", [False, True])
def test_data_contoh_ada_di_tiap_uji_modul_ini(
    request: pytest.FixtureRequest, contoh: date, transaksi: bool
) -> None:
    request.getfixturevalue("transactional_db" if transaksi else "db")

    instansi = apps.get_model("organisasi", "Instansi")

    assert set(instansi.objects.values_list("kode", flat=True)) >= {"36.04", "35.10"}
    assert isinstance(contoh, date)
