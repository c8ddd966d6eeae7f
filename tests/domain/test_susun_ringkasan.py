"""Putting the digest of one person together. 24 November 2026, 09.00 in Jakarta, is a Tuesday."""

from datetime import date, timedelta
from typing import Any

import pytest

from domain.kabar_uji import berlangganan, kabari, ringkasan
from domain.pemeran import MULAI, SAAT, Dunia, hitung_baris, menulis_langsung
from sakip.bersama.galat import TidakBerizin
from sakip.kabar import services
from sakip.kabar.models import Surat
from sakip.organisasi import services as so
from sakip.organisasi.models import PenugasanPeran

HARI = timedelta(days=1)


def test_satu_baris_satu_kabar_dengan_alamat_penuh(dunia: Dunia, settings: Any) -> None:
    settings.ALAMAT_PUBLIK = "https://sakip.contoh.invalid"
    berlangganan(dunia)
    kabari(dunia)

    surat = ringkasan(dunia)

    assert surat is not None
    assert (surat.judul, surat.kepada) == ("1 kabar SAKIP belum Anda baca", "ani@contoh.invalid")
    sel = "/kerja/99.11/2026/dinas-anggrek/pengukuran/triwulan-1/#baris-iku-2"
    assert f"- Kabar <a>\n  https://sakip.contoh.invalid{sel}\n" in surat.teks
    assert f'<li><a href="https://sakip.contoh.invalid{sel}">Kabar &lt;a&gt;</a></li>' in surat.html
    assert "Berhenti menerima ringkasan ini: https://sakip.contoh.invalid/kabar/hentikan/" in (
        surat.teks
    )
    # What somebody wrote is for the screen, behind the sign-in.
    assert "hanya di layar" not in surat.teks + surat.html


def test_tidak_ada_kabar_tidak_ada_surat(dunia: Dunia) -> None:
    berlangganan(dunia)

    assert ringkasan(dunia) is None
    kabari(dunia)
    services.tandai_dibaca(**dunia.dasar("ani"), sampai=SAAT)
    assert ringkasan(dunia) is None


def test_sehari_sekali_dan_besok_hanya_bila_ada_yang_baru(dunia: Dunia) -> None:
    berlangganan(dunia)
    kabari(dunia)
    assert ringkasan(dunia) is not None
    kabari(dunia, "b", SAAT + timedelta(hours=1))
    sebelum = hitung_baris()

    assert ringkasan(dunia, saat=SAAT + timedelta(hours=2)) is None
    assert hitung_baris() == sebelum
    besok = ringkasan(dunia, saat=SAAT + HARI)
    assert besok is not None
    assert "2 kabar" in besok.judul
    assert ringkasan(dunia, saat=SAAT + 2 * HARI) is None


@pytest.mark.parametrize(
    ("kemudian", "dikirim"),
    [
        (timedelta(hours=8, minutes=59), True),  # 17.59
        (timedelta(hours=9), False),  # 18.00
        (timedelta(hours=21, minutes=59), False),  # 06.59 the next day
        (timedelta(hours=22), True),  # 07.00
        (4 * HARI, False),  # Saturday
        (HARI, False),  # Wednesday, a holiday of this test
    ],
)
def test_jam_hening_menahan(dunia: Dunia, kemudian: timedelta, dikirim: bool) -> None:
    if kemudian == HARI:
        so.catat_libur(
            oleh=dunia.sistem, saat=SAAT, daftar=[(date(2026, 11, 25), "Libur uji", "uji")]
        )
    berlangganan(dunia)
    kabari(dunia)

    assert (ringkasan(dunia, saat=SAAT + kemudian) is not None) == dikirim


def test_mingguan_sekali_dalam_pekannya(dunia: Dunia) -> None:
    berlangganan(dunia, ringkasan="mingguan")
    kabari(dunia)
    assert ringkasan(dunia) is not None
    kabari(dunia, "b", SAAT + HARI)

    assert ringkasan(dunia, saat=SAAT + 3 * HARI) is None  # Friday of the same week
    assert ringkasan(dunia, saat=SAAT + 6 * HARI) is not None  # Monday


@pytest.mark.parametrize(
    "ganti",
    [{"ringkasan": "mati"}, {"surel_sah_pada": None}, {"surel": ""}],
    ids=["dimatikan", "belum-sah", "tanpa-alamat"],
)
def test_yang_tidak_mau_atau_belum_sah_tidak_dikirimi(dunia: Dunia, ganti: dict[str, Any]) -> None:
    berlangganan(dunia, **ganti)
    kabari(dunia)

    assert ringkasan(dunia) is None


def test_peran_yang_berakhir_tidak_dikirimi_apa_pun(dunia: Dunia) -> None:
    berlangganan(dunia)
    kabari(dunia)
    with menulis_langsung(dunia.sistem):
        PenugasanPeran.objects.filter(pengguna_id=dunia.orang["ani"].pengguna_id).update(
            masa=(MULAI, date(2026, 11, 24))
        )

    assert ringkasan(dunia) is None
    assert not Surat.objects.exists()


def test_kabar_unit_lain_tidak_ikut(dunia: Dunia) -> None:
    berlangganan(dunia)
    kabari(dunia, unit="dinas-bakung")

    assert ringkasan(dunia) is None


def test_hanya_pekerja_yang_menyusun(dunia: Dunia) -> None:
    berlangganan(dunia)
    kabari(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.susun_ringkasan(**dunia.dasar("admin"), pengguna_id=dunia.orang["ani"].pengguna_id)

    # kabar.susun_ringkasan
    assert hitung_baris() == sebelum
