"""A proposal across units as the tests begin with it: Dinas Anggrek asks Dinas Bakung."""

from dataclasses import replace
from datetime import date
from typing import Any

from domain.pemeran import MULAI, Dunia
from domain.rencana_uji import tata_rencana
from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku
from sakip.organisasi import services
from sakip.organisasi.selectors import punya_peran
from sakip.perencanaan.models import Crosscutting
from sakip.perencanaan.services import CrosscuttingBaru, usulkan_crosscutting

TENGGAT = date(2026, 12, 8)
USULAN = CrosscuttingBaru(
    unit="dinas-anggrek",
    tahun=2026,
    simpul="s2",
    peran="Mendampingi tiga desa menyusun APBDes.",
    tenggat=TENGGAT,
    kepada="dinas-bakung",
)
LUAR = replace(USULAN, kepada="", pihak_luar="Polsek Contoh", jenis_pihak="vertikal")


def usulkan(
    dunia: Dunia, siapa: str = "ani", isi: CrosscuttingBaru = USULAN, **ganti: Any
) -> Crosscutting:
    """Ask, with what the test is about changed."""
    return usulkan_crosscutting(**dunia.dasar(siapa), isi=replace(isi, **ganti))


def tata_usulan(dunia: Dunia, isi: CrosscuttingBaru = USULAN, **ganti: Any) -> Crosscutting:
    """Lay the plan that the proposal is about, then ask."""
    tata_rencana(dunia)
    return usulkan(dunia, isi=isi, **ganti)


def pemegang(dunia: Dunia, peran: Peran, unit: str = "dinas-bakung") -> str:
    """Somebody who holds just this peran on just this unit; gives the name in the cast."""
    nama = f"{peran.value}-{unit}"
    if nama not in dunia.orang:
        akun = services.buat_akun(
            **dunia.dasar("sistem"), nama_pengguna=f"{nama}.lintas", nama="Kiki Contoh", sandi=None
        )
        dunia.orang[nama] = Pelaku(akun.pk)
    pengguna_id = dunia.orang[nama].pengguna_id
    if punya_peran(pengguna_id, dunia.instansi, peran, unit, MULAI.isoformat()):
        return nama
    services.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=pengguna_id,
        peran=peran,
        unit=unit,
        mulai=MULAI,
        selesai=None,
    )
    return nama
