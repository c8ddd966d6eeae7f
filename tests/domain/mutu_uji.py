"""A sheet with one odd figure (9 of 8), its finding and answer: what tests of warnings share."""

from typing import Any

from domain.lembar_uji import SOLUSI, lembar
from domain.ukur_uji import HARI, TAHUN, Ukur
from sakip.pengukuran import selectors, services
from sakip.pengukuran.models import JawabanTemuan
from sakip.pengukuran.selectors import LembarTampak
from sakip.pengukuran.selectors.mutu import TemuanTampak

JAWABAN = "Satu pengaduan triwulan lalu selesai pada triwulan ini."


def janggal(u: Ukur, teks: str = "9/8", kode: str = "iku-3") -> TemuanTampak:
    """A first quarter whose share is more than its whole."""
    u.isi("1b", 1, "41", **SOLUSI)
    u.isi("iku-2", 1, "13/14")
    u.isi(kode, 1, teks)
    return temuan(u)


def lihat(u: Ukur, siapa: str = "ani", n: int = 1) -> LembarTampak:
    lingkup = u.dunia.lingkup(siapa, HARI[n - 1].date())
    return selectors.lembar_unit(lingkup, u.dunia.tampak(u.unit), TAHUN, n)


def temuan(u: Ukur, n: int = 1) -> TemuanTampak:
    m = lihat(u, n=n).mutu
    assert m is not None
    (satu,) = m.temuan
    return satu


def jawab(u: Ukur, siapa: str = "ani", n: int = 1, **ganti: Any) -> JawabanTemuan:
    saat = ganti.pop("saat", None)
    isi = {"sidik": "", "jawaban": JAWABAN, "versi": 0} | ganti
    isi["sidik"] = isi["sidik"] or temuan(u, n).sidik
    return services.jawab_temuan(**u.dasar(siapa, n, saat), **isi)


def tandai(u: Ukur, siapa: str = "vera", n: int = 1, **ganti: Any) -> int:
    isi = {"versi": lembar(u, n).versi, "indikator": "iku-3"} | ganti
    return services.tandai_angka(**u.dasar(siapa, n), **isi)


def tandai_semua(u: Ukur, siapa: str = "vera", n: int = 1, **ganti: Any) -> int:
    isi = {"versi": lembar(u, n).versi} | ganti
    return services.tandai_tanpa_peringatan(**u.dasar(siapa, n), **isi)


def bertanda(u: Ukur, n: int = 1) -> set[str]:
    """Figures whose mark holds."""
    return {b.kode for b in lihat(u, "vera", n).baris if b.tanda}
