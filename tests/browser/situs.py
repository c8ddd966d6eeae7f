"""The running demo as a visitor sees it: where it is, and who has already signed in."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.conf import settings
from django.db import connections
from django.test import Client
from halaman import MEJA_TERANG, Layar, halaman, periksa_axe, periksa_lebar, potret
from playwright.sync_api import Browser, Page, expect

from sakip.akun.models import Pengguna
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.config.contoh import SANDI_CONTOH
from sakip.organisasi import selectors, services

PINTU = "allauth.account.auth_backends.AuthenticationBackend"
# The four looks of TAMPILAN, wide and phone, light and dark; and what axe is asked in each. Colours
# depend on the theme and not on the width, so their contrast is asked once in each theme.
LEBAR = {1280: 900, 360: 780}
ATURAN: dict[tuple[int, str], list[str] | None] = {
    (1280, "light"): None,  # every rule of WCAG 2.2 AA
    (360, "light"): ["target-size", "scrollable-region-focusable"],
    (360, "dark"): ["color-contrast"],
}


@dataclass
class Situs:
    """A running demo. Sessions are made once a person and kept, as a browser keeps them."""

    alamat: str
    _sesi: dict[str, dict[str, Any]] = field(default_factory=dict)

    @contextmanager
    def buka(
        self,
        chromium: Browser,
        akun: str | None = None,
        layar: Layar = MEJA_TERANG,
        **pilihan: Any,
    ) -> Iterator[Page]:
        """A page of that person, or of nobody; relative addresses begin at the site."""
        sesi = {} if akun is None else {"storage_state": self.sesi(akun)}
        try:
            with halaman(chromium, layar, base_url=self.alamat, **sesi, **pilihan) as page:
                yield page
        finally:
            # Beside Playwright's event loop Django keeps another connection than without it, so
            # the fixtures that drop the database would not find this one.
            connections.close_all()

    def sesi(self, akun: str) -> dict[str, Any]:
        """What a browser keeps of somebody who signed in; the form has tests of its own."""
        if akun not in self._sesi:
            klien = Client()
            klien.force_login(Pengguna.objects.get(nama_pengguna=akun), backend=PINTU)
            nama = settings.SESSION_COOKIE_NAME
            kue = {"name": nama, "value": klien.cookies[nama].value, "url": self.alamat}
            self._sesi[akun] = {"cookies": [kue], "origins": []}
        return self._sesi[akun]


def akun_dua_instansi(pada: date) -> None:
    """Somebody of the ministry who looks at two governments; the demo's own people have one."""
    sistem = selectors.pelaku_sistem()
    saat = datetime(pada.year, pada.month, pada.day, 8, tzinfo=WIB)
    for kode, unit in (("36.04", "kabupaten-serang"), ("35.10", "kabupaten-banyuwangi")):
        instansi = selectors.instansi_menurut_kode(kode)
        pengguna = services.buat_akun(
            oleh=sistem,
            saat=saat,
            instansi=instansi,
            nama_pengguna="dua-instansi",
            nama="Wahyu Contoh",
            sandi=SANDI_CONTOH,
            contoh=True,
        )
        services.beri_peran(
            oleh=sistem,
            saat=saat,
            instansi=instansi,
            pengguna_id=pengguna.pk,
            peran=Peran.EVALUATOR_LUAR,
            unit=unit,
            mulai=date(2025, 1, 2),
            selesai=None,
        )


def buka_semua_lipatan(page: Page) -> None:
    """Open every <details> of the page itself, so that what they hold is checked too."""
    page.evaluate("document.querySelectorAll('main details').forEach(d => { d.open = true; })")


def periksa_wajah(page: Page, nama: str = "", bagian: str = "html") -> None:
    """Hold the page (or ``bagian`` of it) as it stands to WCAG and to its width, in four looks.

    Only styles depend on width and theme, so the page is not loaded again for each, and after the
    first look only the rules that read styles are asked again. With ``SAKIP_POTRET`` naming a
    folder, a picture of each look is left there under ``nama``.
    """
    for lebar, tinggi in LEBAR.items():
        page.set_viewport_size({"width": lebar, "height": tinggi})
        periksa_lebar(page)
        for tema in ("light", "dark"):
            page.emulate_media(color_scheme=tema)
            if (lebar, tema) in ATURAN:
                periksa_axe(page, ATURAN[lebar, tema], bagian)
            if (folder := os.environ.get("SAKIP_POTRET")) and nama:
                potret(page, Path(folder) / f"{nama}-{lebar}-{tema}.png")
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1280, "height": 900})


def periksa_kepala(page: Page) -> None:
    """A title of its own before the product's name, and exactly one heading of the first rank."""
    judul = page.title()
    assert judul.split(" · SAKIP")[0].strip() not in {"", "SAKIP"}, f"{page.url}: “{judul}”"
    expect(page.locator("h1:visible")).to_have_count(1)
