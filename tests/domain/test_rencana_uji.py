"""The plan that tests of later stages start from is whole, and frozen as the law wants it."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from domain.pemeran import Dunia, menulis_langsung
from domain.rencana_uji import tata_rencana
from sakip.perencanaan.models import IndikatorVersi, SimpulVersi, TargetVersi


def test_rencana_uji_ditetapkan_dan_lengkap(dunia: Dunia) -> None:
    r = tata_rencana(dunia)

    assert r.versi.ditetapkan == date(2025, 7, 31)
    assert sorted(r.target) == ["aduan", "desa", "waktu"]
    assert sum(x.rupiah for x in r.anggaran.rincian.all()) == 232_000_000


@pytest.mark.parametrize("model", [SimpulVersi, IndikatorVersi, TargetVersi], ids=str)
def test_yang_sudah_ditetapkan_dibekukan_basis_data(
    dunia: Dunia, model: type[IndikatorVersi]
) -> None:
    r = tata_rencana(dunia)
    isi = model._default_manager.filter(dokumen_versi=r.versi)

    with (
        menulis_langsung(dunia.sistem),
        pytest.raises(ProgrammingError, match="sudah ditetapkan"),
        transaction.atomic(),
    ):
        isi.delete()
    with (
        menulis_langsung(dunia.sistem),
        pytest.raises(ProgrammingError, match="sudah ditetapkan"),
        transaction.atomic(),
    ):
        isi.update(instansi=dunia.instansi)
