"""The kind ``tenggat``: one duty, its anchor, its length, and what the text says about days off."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sakip_rules.regulasi import Isi, Jenis, daftarkan
from sakip_rules.regulasi.medan import angka, atau, daftar, peta, pilihan, teks, ya_tidak
from sakip_rules.tenggat.kalender import BilaLibur

TIDAK_DIATUR: Final = "tidak_diatur"


class Jangkar(StrEnum):
    """The event a deadline is counted from."""

    DOKUMEN_ANGGARAN_DISAHKAN = "dokumen_anggaran_disahkan"
    AKHIR_TAHUN_ANGGARAN = "akhir_tahun_anggaran"
    AKHIR_TRIWULAN = "akhir_triwulan"
    NASKAH_DITERIMA = "naskah_diterima"


class Satuan(StrEnum):
    """What a length of time is counted in."""

    BULAN = "bulan"
    HARI = "hari"
    HARI_KERJA = "hari_kerja"


@dataclass(frozen=True, slots=True)
class Lama:
    """A length of time as a text writes it: ``2 bulan``, ``5 hari_kerja``.

    Raises ``ValueError`` when it is shorter than one.
    """

    banyak: int
    satuan: Satuan

    def __post_init__(self) -> None:
        """Refuse a deadline that lies on or before its anchor."""
        if self.banyak < 1:
            raise ValueError(f"lama tenggat {self.banyak} kurang dari satu")

    def __str__(self) -> str:
        return f"{self.banyak} {self.satuan.value.replace('_', ' ')}"


@dataclass(frozen=True, slots=True)
class KaidahTenggat:
    """One deadline rule. ``bila_hari_libur`` is ``None`` where the text is silent.

    ``bawaan_hari_libur`` is what we do then unless an instansi decides otherwise;
    ``dapat_diganti`` says that the length itself is practice and the instansi's to set.
    """

    sebutan: str
    jangkar: Jangkar
    lama: Lama
    bila_hari_libur: BilaLibur | None
    bawaan_hari_libur: BilaLibur | None
    dapat_diganti: bool
    penerima: tuple[str, ...]


def _bangun(kepala: Isi, versi: Isi) -> KaidahTenggat:
    geser = versi["geser"]
    banyak = geser["banyak"]
    if banyak != banyak.to_integral_value():
        raise geser.di("banyak").galat("lama {banyak} bukan bilangan bulat.", banyak=banyak)
    diam = versi["bila_hari_libur"] == TIDAK_DIATUR
    if diam != ("bawaan_hari_libur" in versi):
        raise versi.di("bila_hari_libur").galat(
            "bawaan_hari_libur ditulis tepat bila bila_hari_libur: tidak_diatur."
        )
    if diam and "tafsir" not in versi:
        raise versi.di("bila_hari_libur").galat("tidak_diatur harus menunjuk sebuah tafsir.")
    return KaidahTenggat(
        sebutan=kepala["sebutan"],
        jangkar=Jangkar(versi["jangkar"]),
        lama=Lama(int(banyak), Satuan(geser["satuan"])),
        bila_hari_libur=None if diam else BilaLibur(versi["bila_hari_libur"]),
        bawaan_hari_libur=BilaLibur(versi["bawaan_hari_libur"]) if diam else None,
        dapat_diganti=versi["dapat_diganti"],
        penerima=versi["penerima"],
    )


TENGGAT: Final = daftarkan(
    Jenis(
        "tenggat",
        kepala={"sebutan": teks()},
        versi={
            "jangkar": pilihan(*Jangkar),
            "geser": peta({"banyak": angka("1"), "satuan": pilihan(*Satuan)}),
            "bila_hari_libur": atau(TIDAK_DIATUR, pilihan(*BilaLibur)),
            "dapat_diganti": ya_tidak(),
            "penerima": daftar(teks(), paling_sedikit=0),
        },
        versi_boleh={"bawaan_hari_libur": pilihan(*BilaLibur)},
        bangun=_bangun,
    )
)
