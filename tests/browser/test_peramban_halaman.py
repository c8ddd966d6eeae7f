"""Every page of the staff interface in a real browser, in its four looks."""

import gzip
from collections.abc import Callable

import pytest
from daftar_halaman import BUKAN_HALAMAN, HALAMAN, Halaman, daftar_rute
from playwright.sync_api import Browser, Response
from situs import Situs, buka_semua_lipatan, periksa_kepala, periksa_wajah

pytestmark = [pytest.mark.browser, pytest.mark.lama]

# Bytes of a first view, with nothing kept from before: half a minute on the 40 kbit/s that are left
# to one desk when a whole kecamatan shares one mast.
BERAT_MAKS = 150_000


def test_setiap_alamat_ada_dalam_daftar() -> None:
    dikenal = {h.rute for h in HALAMAN} | set(BUKAN_HALAMAN)

    assert daftar_rute() - dikenal == set(), "tambahkan ke daftar_halaman.py"
    assert dikenal - daftar_rute() == set(), "alamat ini sudah tidak ada"


def _berat(jawab: Response) -> int:
    """Bytes on the line: a page as it came, its files as the collected ones are sent."""
    if jawab.request.resource_type == "document":
        return jawab.request.sizes()["responseBodySize"]
    return len(gzip.compress(jawab.body()))


@pytest.mark.parametrize("satu", HALAMAN, ids=lambda satu: satu.nama)
def test_halaman_lolos_axe_dan_tidak_melebar(
    situs: Situs,
    chromium: Browser,
    satu: Halaman,
    record_property: Callable[[str, object], None],
) -> None:
    with situs.buka(chromium, satu.akun) as page:
        jawaban: list[Response] = []
        # A plain method of a list is not callable enough for Playwright.
        page.on("response", lambda jawab: jawaban.append(jawab))  # noqa: PLW0108
        page.goto(satu.url())

        berat = sum(_berat(j) for j in jawaban if j.ok)
        record_property("berat_halaman", (berat, satu.nama))
        assert 0 < berat <= BERAT_MAKS
        periksa_kepala(page)
        buka_semua_lipatan(page)
        periksa_wajah(page, satu.nama)
