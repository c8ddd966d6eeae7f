"""Kinds of rules read here: formulas by direction, switches, scales, rounding, ways of adding."""

from dataclasses import dataclass
from decimal import Decimal
from itertools import product
from typing import Any, Final

from sakip_rules.capaian.kebijakan import Agregasi, Arah, CaraBulat, Pembulatan
from sakip_rules.capaian.nilai import Skala
from sakip_rules.capaian.rumus import RUMUS
from sakip_rules.hasil import Status
from sakip_rules.regulasi import Isi, Jenis, daftarkan
from sakip_rules.regulasi.medan import bulat, daftar, peta, pilihan, teks

Keadaan = tuple[bool, bool, bool, bool]
"""dinilai, realisasi filled, target filled, due."""


@dataclass(frozen=True, slots=True)
class RumusArah:
    """Names of the formulas one direction uses, by the sign of the target."""

    target_positif: str
    target_negatif: str


@dataclass(frozen=True, slots=True)
class BarisKeadaan:
    """One line of the decision table: when all of ``bila`` holds, the status is this."""

    bila: dict[str, str]
    status: Status


@dataclass(frozen=True, slots=True)
class RumusCapaian:
    """Which formula each direction uses, and the table of states, read from the top."""

    menurut_arah: dict[Arah, RumusArah]
    keadaan: tuple[BarisKeadaan, ...]

    def tabel(self) -> dict[Keadaan, Status | None]:
        """Unroll the table: every combination once, the first matching line decides."""
        ya = (True, False)
        return {
            (a, b, c, d): self._status(_tanda(a, b, c, d)) for a, b, c, d in product(ya, ya, ya, ya)
        }

    def _status(self, tanda: dict[str, str]) -> Status | None:
        cocok = (b.status for b in self.keadaan if b.bila.items() <= tanda.items())
        return next(cocok, None)


def _tanda(dinilai: bool, realisasi: bool, target: bool, jatuh_tempo: bool) -> dict[str, str]:
    return {
        "dinilai": "ya" if dinilai else "tidak",
        "realisasi": "ada" if realisasi else "kosong",
        "target": "ada" if target else "kosong",
        "jatuh_tempo": "sudah" if jatuh_tempo else "belum",
    }


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One choice of a switch, in words, and who is known to use it."""

    kode: str
    uraian: str
    sumber: str


@dataclass(frozen=True, slots=True)
class Sakelar:
    """A switch: its choices and the national default."""

    bawaan: str
    pilihan: tuple[Pilihan, ...]

    @property
    def kode(self) -> tuple[str, ...]:
        """Codes of all choices."""
        return tuple(p.kode for p in self.pilihan)


@dataclass(frozen=True, slots=True)
class CaraAgregasi:
    """Names of the ways of adding that a rule stands for."""

    cara: tuple[str, ...]


_RUMUS = pilihan(*RUMUS)
_MENURUT_TANDA = peta({"target_positif": _RUMUS, "target_negatif": _RUMUS})


def _bangun_rumus(_: Isi, versi: Isi) -> RumusCapaian:
    rumus = RumusCapaian(
        {
            Arah(arah): RumusArah(r["target_positif"], r["target_negatif"])
            for arah, r in versi["menurut_arah"].items()
        },
        tuple(BarisKeadaan(dict(b["bila"]), Status(b["status"])) for b in versi["keadaan"]),
    )
    for (_dinilai, ada_realisasi, ada_target, _tempo), status in rumus.tabel().items():
        if status is None and not (ada_realisasi and ada_target):
            raise versi.di("keadaan").galat(
                "tabel keadaan tidak lengkap: tanpa realisasi atau target harus ada status."
            )
    return rumus


RUMUS_CAPAIAN: Final = daftarkan(
    Jenis(
        "rumus_capaian",
        versi={
            "menurut_arah": peta(
                {
                    "naik_baik": _MENURUT_TANDA,
                    "turun_baik": _MENURUT_TANDA,
                    "stabil": _MENURUT_TANDA,
                }
            ),
            "rentang": peta(
                {
                    "di_dalam": pilihan("seratus"),
                    "di_bawah": pilihan("naik_baik"),
                    "di_atas": pilihan("turun_baik"),
                }
            ),
            "keadaan": daftar(
                peta(
                    {
                        "bila": peta(
                            {},
                            {
                                "dinilai": pilihan("ya", "tidak"),
                                "realisasi": pilihan("ada", "kosong"),
                                "target": pilihan("ada", "kosong"),
                                "jatuh_tempo": pilihan("sudah", "belum"),
                            },
                        ),
                        "status": pilihan(*(s for s in Status if s is not Status.TERHITUNG)),
                    }
                )
            ),
        },
        bangun=_bangun_rumus,
    )
)


def _bangun_sakelar(_: Isi, versi: Isi) -> Sakelar:
    pilihan_ = tuple(Pilihan(p["kode"], p["uraian"], p["sumber"]) for p in versi["pilihan"])
    kode = [p.kode for p in pilihan_]
    if len(set(kode)) != len(kode):
        raise versi.di("pilihan").galat("kode pilihan ganda: {kode}.", kode=", ".join(kode))
    if versi["bawaan"] not in kode:
        raise versi.di("bawaan").galat(
            "bawaan “{bawaan}” bukan salah satu pilihan ({kode}).",
            bawaan=versi["bawaan"],
            kode=", ".join(kode),
        )
    return Sakelar(versi["bawaan"], pilihan_)


SAKELAR: Final = daftarkan(
    Jenis(
        "sakelar",
        versi={
            "bawaan": teks(),
            "pilihan": daftar(
                peta({"kode": teks(r"[a-z0-9_]+"), "uraian": teks(), "sumber": teks()}),
                paling_sedikit=2,
            ),
        },
        bangun=_bangun_sakelar,
    )
)


def _bangun_skala(kepala: Isi, versi: Isi) -> Skala:
    tingkat = tuple((t["kode"], t["sebutan"]) for t in versi["dari_terburuk"])
    if len({kode.casefold() for kode, _ in tingkat}) != len(tingkat):
        raise versi.di("dari_terburuk").galat("kode pada skala ini ada yang ganda.")
    return Skala(kepala["id"], kepala["nama"], tingkat)


SKALA_ORDINAL: Final = daftarkan(
    Jenis(
        "skala_ordinal",
        kepala={"nama": teks()},
        versi={
            "dari_terburuk": daftar(peta({"kode": teks(), "sebutan": teks()}), paling_sedikit=2)
        },
        bangun=_bangun_skala,
    )
)

PEMBULATAN: Final = daftarkan(
    Jenis(
        "pembulatan",
        versi={
            "angka_desimal": bulat(),
            "cara": pilihan(*CaraBulat),
            "pada": pilihan("tampilan"),
        },
        bangun=lambda _, versi: Pembulatan(versi["angka_desimal"], CaraBulat(versi["cara"])),
    )
)

CARA_GULUNG: Final = ("rata_rata_tertimbang", "gabung_rasio", "komposit")

CARA_AGREGASI: Final = daftarkan(
    Jenis(
        "cara_agregasi",
        versi={"cara": daftar(pilihan(*Agregasi, *CARA_GULUNG))},
        bangun=lambda _, versi: CaraAgregasi(versi["cara"]),
    )
)


def batas_dari(kode: str) -> Decimal | None:
    """Turn the code of a limit ("tanpa", "120") into a percentage or none."""
    return None if kode == "tanpa" else Decimal(kode)


def sebut_batas(batas: Any) -> str:
    """Write a limit as its code."""
    return "tanpa" if batas is None else format(batas.normalize(), "f")
