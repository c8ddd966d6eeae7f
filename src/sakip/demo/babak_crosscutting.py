"""What units ask of each other in the invented year, and how they are answered."""

from collections.abc import Iterator
from datetime import date, datetime
from functools import partial
from typing import Any

from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku
from sakip.demo.baca import baca
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.organisasi import services as organisasi
from sakip.perencanaan.models import Crosscutting
from sakip.perencanaan.services import (
    CrosscuttingBaru,
    catat_jawaban_luar,
    terima_crosscutting,
    tolak_crosscutting,
    usulkan_crosscutting,
)

AWAL = "2025-01-02"  # the day from which the accounts of the demo act


def babak(p: Panggung) -> list[Kejadian]:
    """All acts of this part, each with its moment."""
    isi = baca("crosscutting.yaml")
    return [
        Kejadian(pukul(AWAL, 9), partial(_mitra, p, isi["mitra"])),
        *(k for u in isi["usulan"] for k in _satu(p, u)),
    ]


def _mitra(p: Panggung, m: dict[str, Any], saat: datetime) -> None:
    """Who answers for the partner. He cannot sign in."""
    dasar = p.dasar("sistem", saat)
    pengguna = organisasi.buat_akun(
        **dasar, nama_pengguna=m["akun"], nama=m["orang"], sandi=None, contoh=True
    )
    p.akun[m["akun"]] = Pelaku(pengguna.pk)
    organisasi.beri_peran(
        **dasar,
        pengguna_id=pengguna.pk,
        peran=Peran.PIMPINAN_UNIT,
        unit=m["unit"],
        mulai=date.fromisoformat(AWAL),
        selesai=None,
        dasar="contoh",
    )


def _satu(p: Panggung, u: dict[str, Any]) -> Iterator[Kejadian]:
    yield Kejadian(pukul(u["diajukan"], 11), partial(_usulkan, p, u))
    if "jawaban" in u:
        yield Kejadian(pukul(u["jawaban"]["tanggal"], 11), partial(_jawab, p, u, u["jawaban"]))


def _usulkan(p: Panggung, u: dict[str, Any], saat: datetime) -> None:
    usulkan_crosscutting(
        **p.dasar(u["oleh"], saat),
        isi=CrosscuttingBaru(
            unit=u["unit"],
            tahun=int(u["tahun"]),
            simpul=u["simpul"],
            peran=u["peran"],
            tenggat=date.fromisoformat(u["tenggat"]),
            kepada=u.get("kepada", ""),
            pihak_luar=u.get("pihak_luar", ""),
            jenis_pihak=u.get("jenis_pihak", ""),
        ),
    )


def _jawab(p: Panggung, u: dict[str, Any], j: dict[str, Any], saat: datetime) -> None:
    """The partner's own answer, or the planner's record of a letter."""
    baris = Crosscutting.objects.get(
        instansi=p.instansi,
        unit__slug=u["unit"],
        tahun=int(u["tahun"]),
        simpul__kode=u["simpul"],
        keadaan="diajukan",
    )
    dasar = {
        **p.dasar(j["oleh"], saat),
        "crosscutting": baris.uuid,
        "versi": baris.versi,
    }
    alasan = j.get("alasan", "")
    if "dasar" in j:
        catat_jawaban_luar(**dasar, terima=j["terima"], dasar=j["dasar"], alasan=alasan)
    elif j["terima"]:
        terima_crosscutting(**dasar, catatan=alasan)
    else:
        tolak_crosscutting(**dasar, alasan=alasan)
