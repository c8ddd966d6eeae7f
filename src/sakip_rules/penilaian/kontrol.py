"""Kontrol kerangka of 12/2015: warnings where an answer is higher than what it rests on.

A warning never changes a score. 88/2021 has no such control (tafsir-0112).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.regulasi import Isi, Jenis, daftarkan
from sakip_rules.regulasi.medan import bulat, daftar, peta, pilihan, teks


class JenisKontrol(StrEnum):
    """What the value of the question may not exceed: one other, the highest of some, their mean."""

    TIDAK_MELEBIHI_BUTIR = "tidak_melebihi_butir"
    TIDAK_MELEBIHI_SEMUA = "tidak_melebihi_semua"
    TIDAK_MELEBIHI_RATA_RATA = "tidak_melebihi_rata_rata"


@dataclass(frozen=True, slots=True)
class AturanKontrol:
    """One rule for one question; ``acuan`` are the questions it is held against."""

    jenis: JenisKontrol
    butir: str
    acuan: tuple[str, ...]
    sebab: str

    def dilanggar(self, nilai: Mapping[str, Fraction]) -> bool:
        """Say whether the values (0..1 by code) break the rule; codes not in them never do."""
        if self.butir not in nilai or any(kode not in nilai for kode in self.acuan):
            return False
        acuan = [nilai[kode] for kode in self.acuan]
        if self.jenis is JenisKontrol.TIDAK_MELEBIHI_RATA_RATA:
            return nilai[self.butir] * len(acuan) > sum(acuan)
        return nilai[self.butir] > max(acuan)


def periksa_kontrol(
    aturan: tuple[AturanKontrol, ...], nilai: Mapping[str, Fraction]
) -> tuple[Kalimat, ...]:
    """Give one warning per broken rule, in the order of the rules."""
    return tuple(_peringatan(satu) for satu in aturan if satu.dilanggar(nilai))


def _peringatan(aturan: AturanKontrol) -> Kalimat:
    isian = {"butir": aturan.butir, "acuan": ", ".join(aturan.acuan), "sebab": aturan.sebab}
    if aturan.jenis is JenisKontrol.TIDAK_MELEBIHI_BUTIR:
        return kalimat("{butir} dinilai lebih tinggi daripada {acuan}: {sebab}.", **isian)
    if aturan.jenis is JenisKontrol.TIDAK_MELEBIHI_SEMUA:
        return kalimat(
            "{butir} dinilai lebih tinggi daripada semua dari {acuan}: {sebab}.", **isian
        )
    return kalimat("{butir} dinilai lebih tinggi daripada rata-rata {acuan}: {sebab}.", **isian)


def _bangun(kepala: Isi, versi: Isi) -> tuple[AturanKontrol, ...]:
    del kepala
    aturan = []
    for isi in versi["aturan"]:
        jenis = JenisKontrol(isi["jenis"])
        if jenis is JenisKontrol.TIDAK_MELEBIHI_BUTIR and len(isi["acuan"]) != 1:
            raise isi.di("acuan").galat("tidak_melebihi_butir memakai tepat satu acuan.")
        for butir in isi["butir"]:
            if butir in isi["acuan"]:
                raise isi.di("butir").galat("butir {butir} menjadi acuan dirinya.", butir=butir)
            aturan.append(AturanKontrol(jenis, butir, isi["acuan"], isi["sebab"]))
    if len(aturan) != versi["jumlah_aturan"]:
        raise versi.di("jumlah_aturan").galat(
            "tertulis {tertulis} aturan, yang ada {ada}.",
            tertulis=versi["jumlah_aturan"],
            ada=len(aturan),
        )
    return tuple(aturan)


KONTROL_KERANGKA = daftarkan(
    Jenis(
        "kontrol_kerangka",
        versi={
            "jumlah_aturan": bulat(paling_kecil=1),
            "aturan": daftar(
                peta(
                    {
                        "jenis": pilihan(*JenisKontrol),
                        "acuan": daftar(teks()),
                        "butir": daftar(teks()),
                        "sebab": teks(),
                    }
                )
            ),
        },
        bangun=_bangun,
    )
)
