"""Marking items of one's own inbox as read."""

from datetime import timedelta

import pytest

from domain.pemeran import SAAT, Dunia, hitung_baris
from sakip.bersama.galat import IsianTidakSah, TidakBerizin
from sakip.bersama.izin import Peran
from sakip.kabar import selectors, services
from sakip.kabar.models import BacaKabar, JenisKabar
from sakip.kabar.services.baca import Isi


def _kabari(dunia: Dunia, asal: str, *siapa: str) -> None:
    services.sampaikan_kabar(
        **dunia.dasar("fitri"),
        unit="dinas-anggrek",
        isi=Isi(JenisKabar.KOMENTAR, asal, "Kabar {nomor}", {"nomor": asal}),
        penerima=[dunia.orang[s].pengguna_id for s in siapa],
    )


def _belum(dunia: Dunia, siapa: str) -> list[str]:
    butir = selectors.daftar_kabar(dunia.lingkup(siapa), dunia.instansi)
    return sorted(b.kalimat for b in butir if not b.dibaca)


def test_satu_dibaca_yang_lain_dan_milik_orang_lain_tidak(dunia: Dunia) -> None:
    _kabari(dunia, "a", "ani", "budi")
    _kabari(dunia, "b", "ani", "budi")
    butir = selectors.daftar_kabar(dunia.lingkup("ani"), dunia.instansi)
    kunci = next(b.kunci for b in butir if b.kalimat == "Kabar a")

    services.tandai_dibaca(**dunia.dasar("ani"), kunci=[kunci])

    assert _belum(dunia, "ani") == ["Kabar b"]
    assert _belum(dunia, "budi") == ["Kabar a", "Kabar b"]


def test_semua_dibaca_dan_yang_datang_kemudian_baru_lagi(dunia: Dunia) -> None:
    _kabari(dunia, "a", "ani")

    services.tandai_dibaca(**dunia.dasar("ani"), sampai=SAAT)
    services.sampaikan_kabar(
        **dunia.dasar("fitri") | {"saat": SAAT + timedelta(minutes=1)},
        unit="dinas-anggrek",
        isi=Isi(JenisKabar.KOMENTAR, "b", "Kabar b"),
        peran=[Peran.PENYUSUN_UNIT],
    )

    assert _belum(dunia, "ani") == ["Kabar b"]


def test_yang_lebih_baru_dan_sudah_dibaca_sendiri_tetap_terbaca(dunia: Dunia) -> None:
    """Read the newest by itself, then mark the older rest: the newest does not come back."""
    _kabari(dunia, "a", "ani")
    services.sampaikan_kabar(
        **dunia.dasar("fitri") | {"saat": SAAT + timedelta(hours=1)},
        unit="dinas-anggrek",
        isi=Isi(JenisKabar.KOMENTAR, "b", "Kabar b"),
        peran=[Peran.PENYUSUN_UNIT],
    )
    terbaru = selectors.daftar_kabar(dunia.lingkup("ani"), dunia.instansi)[0]
    assert terbaru.kalimat == "Kabar b"

    services.tandai_dibaca(**dunia.dasar("ani"), kunci=[terbaru.kunci])
    services.tandai_dibaca(**dunia.dasar("ani"), sampai=SAAT)

    assert _belum(dunia, "ani") == []


def test_dua_kali_sama_dengan_sekali(dunia: Dunia) -> None:
    services.tandai_dibaca(**dunia.dasar("ani"), kunci=["pesan:x"])
    sebelum = hitung_baris()

    baca = services.tandai_dibaca(**dunia.dasar("ani"), kunci=["pesan:x"])

    assert hitung_baris() == sebelum
    assert (baca.kunci, baca.nomor) == (["pesan:x"], 2)


@pytest.mark.parametrize("kunci", [["x" * 121], [f"k{n}" for n in range(501)]])
def test_nama_yang_bukan_nama_ditolak(dunia: Dunia, kunci: list[str]) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah):
        services.tandai_dibaca(**dunia.dasar("ani"), kunci=kunci)

    assert hitung_baris() == sebelum


def test_tanpa_peran_atau_dari_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    for dasar in (dunia.dasar("hari"), dunia.dasar("ani") | {"oleh": lain.orang["eko"]}):
        with pytest.raises(TidakBerizin):
            services.tandai_dibaca(**dasar, sampai=SAAT)

    # kabar.tandai_dibaca keeps no history: that somebody read something is nobody's business.
    assert not BacaKabar.objects.exists()
