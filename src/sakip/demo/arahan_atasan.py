"""What the superiors of Kecamatan Baros asked for after reading a quarter, and its answer."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.pengukuran import services
from sakip.pengukuran.models import ArahanAtasan
from sakip.pengukuran.services import AlamatLembar

BAROS = "kecamatan-baros"
TAHUN = 2026


def arahan_baros(p: Panggung, a: dict[str, Any]) -> Iterator[Kejadian]:
    """One arahan from the sheet it was written on to its end."""

    def tulis(saat: datetime) -> None:
        services.tulis_arahan(
            **p.dasar(a["oleh"], saat),
            alamat=AlamatLembar(BAROS, TAHUN, int(a["triwulan"])),
            indikator=a["indikator"],
            teks=a["teks"],
            sampai=date.fromisoformat(a["sampai"]),
        )

    def jawab(saat: datetime) -> None:
        ini = _satu(p, a)
        services.jawab_arahan(
            **p.dasar("program", saat),
            unit=BAROS,
            arahan=ini.uuid,
            jawaban=a["jawaban"],
            versi=ini.versi,
        )

    def tutup(saat: datetime) -> None:
        ini = _satu(p, a)
        services.tutup_arahan(
            **p.dasar(a["oleh"], saat), unit=BAROS, arahan=ini.uuid, versi=ini.versi
        )

    # Just before the act that it belongs to: approving or reviewing, handing in, approving again.
    yield Kejadian(pukul(a["ditulis"], 8, 30), tulis)
    yield Kejadian(pukul(a["dijawab"], 11), jawab)
    yield Kejadian(pukul(a["ditutup"], 8, 45), tutup)


def _satu(p: Panggung, a: dict[str, Any]) -> ArahanAtasan:
    return ArahanAtasan.objects.get(
        instansi=p.instansi, unit__slug=BAROS, lembar__periode__nomor=int(a["triwulan"])
    )
