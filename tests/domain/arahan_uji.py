"""An arahan on the first quarter's sheet, by the names of the cast: what its tests share."""

from typing import Any

from domain.lembar_uji import sampai, siapkan
from domain.pemeran import Dunia
from domain.ukur_uji import Ukur
from sakip.pengukuran import services
from sakip.pengukuran.models import ArahanAtasan

TEKS = "Pasang daftar syarat di depan loket."
JAWABAN = "Daftar terpasang sejak 20 April."


def disetujui(dunia: Dunia) -> Ukur:
    """The first quarter as its head approved it."""
    u = siapkan(dunia)
    sampai(u, "disetujui")
    return u


def tulis(u: Ukur, siapa: str = "budi", n: int = 1, **ganti: Any) -> ArahanAtasan:
    return services.tulis_arahan(**{**u.dasar(siapa, n), "teks": TEKS} | ganti)


def _atas(u: Ukur, siapa: str, a: ArahanAtasan, n: int) -> dict[str, Any]:
    isi = u.dasar(siapa, n)
    del isi["alamat"]
    return {**isi, "unit": u.unit, "arahan": a.uuid, "versi": kini(a).versi}


def jawab(u: Ukur, a: ArahanAtasan, siapa: str = "ani", **ganti: Any) -> ArahanAtasan:
    return services.jawab_arahan(**_atas(u, siapa, a, 2) | {"jawaban": JAWABAN} | ganti)


def tutup(u: Ukur, a: ArahanAtasan, siapa: str = "budi", **ganti: Any) -> ArahanAtasan:
    return services.tutup_arahan(**_atas(u, siapa, a, 2) | ganti)


def perbarui(u: Ukur, a: ArahanAtasan, siapa: str = "budi", **ganti: Any) -> ArahanAtasan:
    isi = {"teks": "Laporkan juga waktu tunggunya."}
    return services.perbarui_arahan(**_atas(u, siapa, a, 2) | isi | ganti)


def kini(a: ArahanAtasan) -> ArahanAtasan:
    return ArahanAtasan.objects.get(pk=a.pk)
