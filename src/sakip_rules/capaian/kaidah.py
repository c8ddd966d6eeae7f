"""The rules of capaian in force on a day, with the choices of one instansi applied to them."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache
from typing import Any, Final, TypeVar

from sakip_rules.capaian.jenis import (
    CARA_AGREGASI,
    PEMBULATAN,
    RUMUS_CAPAIAN,
    SAKELAR,
    SKALA_ORDINAL,
    CaraAgregasi,
    Keadaan,
    RumusCapaian,
    Sakelar,
    batas_dari,
    sebut_batas,
)
from sakip_rules.capaian.kebijakan import (
    AnakKosong,
    Arah,
    Kebijakan,
    Limpahan,
    LuarRentang,
    NilaiOrdinal,
    Pembulatan,
    PeriodeKosong,
    RealisasiNol,
    TargetNegatif,
    TargetNol,
)
from sakip_rules.capaian.nilai import Skala
from sakip_rules.capaian.rumus import RUMUS, Rumus
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Dasar, Jejak, Langkah, Status
from sakip_rules.kalimat import kalimat
from sakip_rules.regulasi import Kaidah, Regulasi, muat_regulasi

E = TypeVar("E", bound=StrEnum)

ID_CAPAIAN: Final = "capaian.indikator"
ID_SAKELAR: Final = (
    "capaian.batas_atas",
    "capaian.batas_bawah",
    "capaian.target_nol",
    "capaian.target_negatif",
    "capaian.realisasi_nol",
    "capaian.limpahan",
    "capaian.luar_rentang",
    "capaian.ordinal",
    "agregasi.periode_kosong",
    "agregasi.anak_kosong",
)


@dataclass(frozen=True, slots=True)
class KaidahCapaian:
    """All a computation needs to know, resolved once: formulas, states, switches, sources."""

    indikator: Kaidah[RumusCapaian]
    periode: Kaidah[CaraAgregasi]
    gulung: Kaidah[CaraAgregasi]
    sakelar: dict[str, Kaidah[Sakelar]]
    rumus: dict[Arah, tuple[tuple[str, Rumus], tuple[str, Rumus]]]
    keadaan: dict[Keadaan, Status | None]
    batas_atas: Decimal | None
    batas_bawah: Decimal | None
    berbatas: bool
    biasa: bool
    target_nol: TargetNol
    target_negatif: TargetNegatif
    realisasi_nol: RealisasiNol
    limpahan: Limpahan
    luar_rentang: LuarRentang
    ordinal: NilaiOrdinal
    periode_kosong: PeriodeKosong
    anak_kosong: AnakKosong
    pembulatan: Pembulatan
    dasar_instansi: tuple[Dasar, ...]

    def pilihan(self) -> tuple[tuple[str, str], ...]:
        """Every switch with the choice in force, for the explanation."""
        return (
            ("capaian.batas_atas", sebut_batas(self.batas_atas)),
            ("capaian.batas_bawah", sebut_batas(self.batas_bawah)),
            ("capaian.target_nol", self.target_nol.value),
            ("capaian.target_negatif", self.target_negatif.value),
            ("capaian.realisasi_nol", self.realisasi_nol.value),
            ("capaian.limpahan", self.limpahan.value),
            ("capaian.luar_rentang", self.luar_rentang.value),
            ("capaian.ordinal", self.ordinal.value),
            ("agregasi.periode_kosong", self.periode_kosong.value),
            ("agregasi.anak_kosong", self.anak_kosong.value),
        )

    def jejak_sakelar(self, id: str) -> Jejak:
        """Explain one switch: the choice in force, in words, with its version and sources."""
        kaidah = self.sakelar[id]
        kode = dict(self.pilihan())[id]
        uraian = next((p.uraian for p in kaidah.isi.pilihan if p.kode == kode), None)
        kata = (
            kalimat("Pilihan {kode} menurut ketetapan instansi.", kode=kode)
            if uraian is None
            else kalimat("Pilihan {kode}: {uraian}.", kode=kode, uraian=uraian)
        )
        return Jejak(
            kaidah=id,
            versi=kaidah.versi,
            dasar=kaidah.dasar + self.dasar_instansi,
            masukan=(("pilihan", kode),),
            langkah=(Langkah(kata),),
            tafsir=kaidah.tafsir,
        )


@lru_cache(maxsize=512)
def kaidah_capaian(pada: date, kebijakan: Kebijakan | None = None) -> KaidahCapaian:
    """Give the rules in force on ``pada``, with the choices of an instansi over the defaults.

    Raises ``KaidahBelumBerlaku`` before the first version, ``MasukanSalah`` for a choice that the
    rule in force on that day does not have.
    """
    return susun_kaidah(muat_regulasi(), pada, kebijakan or Kebijakan())


def susun_kaidah(regulasi: Regulasi, pada: date, mau: Kebijakan) -> KaidahCapaian:
    """Build ``KaidahCapaian`` from any set of texts (the tests use their own)."""
    indikator = regulasi.kaidah(ID_CAPAIAN, pada, RUMUS_CAPAIAN)
    sakelar = {id: regulasi.kaidah(id, pada, SAKELAR) for id in ID_SAKELAR}
    keadaan = indikator.isi.tabel()
    pakai = _Pemilih(sakelar, mau)
    pembulatan = regulasi.kaidah("capaian.pembulatan", pada, PEMBULATAN)
    atas = pakai.batas("capaian.batas_atas", mau.batas_atas)
    bawah = pakai.batas("capaian.batas_bawah", mau.batas_bawah)
    return KaidahCapaian(
        indikator=indikator,
        periode=regulasi.kaidah("agregasi.periode", pada, CARA_AGREGASI),
        gulung=regulasi.kaidah("agregasi.gulung", pada, CARA_AGREGASI),
        sakelar=sakelar,
        rumus={
            arah: (
                (nama.target_positif, RUMUS[nama.target_positif]),
                (nama.target_negatif, RUMUS[nama.target_negatif]),
            )
            for arah, nama in indikator.isi.menurut_arah.items()
        },
        keadaan=keadaan,
        batas_atas=atas,
        batas_bawah=bawah,
        berbatas=atas is not None or bawah is not None,
        biasa=keadaan[True, True, True, True] is None,
        target_nol=pakai.satu("capaian.target_nol", TargetNol, mau.target_nol),
        target_negatif=pakai.satu("capaian.target_negatif", TargetNegatif, mau.target_negatif),
        realisasi_nol=pakai.satu("capaian.realisasi_nol", RealisasiNol, mau.realisasi_nol),
        limpahan=pakai.satu("capaian.limpahan", Limpahan, mau.limpahan),
        luar_rentang=pakai.satu("capaian.luar_rentang", LuarRentang, mau.luar_rentang),
        ordinal=pakai.satu("capaian.ordinal", NilaiOrdinal, mau.ordinal),
        periode_kosong=pakai.satu("agregasi.periode_kosong", PeriodeKosong, mau.periode_kosong),
        anak_kosong=pakai.satu("agregasi.anak_kosong", AnakKosong, mau.anak_kosong),
        pembulatan=mau.pembulatan or pembulatan.isi,
        dasar_instansi=mau.dasar,
    )


class _Pemilih:
    """Takes the wish of an instansi where it has one and the rule offers it, else the default."""

    def __init__(self, sakelar: dict[str, Kaidah[Sakelar]], mau: Kebijakan) -> None:
        self._sakelar = sakelar
        self._mau = mau

    def satu(self, id: str, jenis: type[E], mau: E | None) -> E:
        """Choose one code of an enumeration."""
        return jenis(self._kode(id, None if mau is None else mau.value))

    def batas(self, id: str, mau: Decimal | str | None) -> Decimal | None:
        """Choose a limit: a percentage, or none for "tanpa"."""
        kode = None if mau is None else mau if isinstance(mau, str) else sebut_batas(mau)
        if kode is not None and self._mau.dasar:
            return batas_dari(kode)
        return batas_dari(self._kode(id, kode))

    def _kode(self, id: str, kode: str | None) -> str:
        sakelar = self._sakelar[id].isi
        if kode is None:
            return sakelar.bawaan
        if kode not in sakelar.kode:
            raise MasukanSalah(
                kalimat(
                    "{kaidah} tidak mengenal pilihan “{kode}”; pilih {ada}.",
                    kaidah=id,
                    kode=kode,
                    ada=", ".join(sakelar.kode),
                )
            )
        return kode


@lru_cache(maxsize=64)
def daftar_skala(pada: date) -> tuple[Skala, ...]:
    """Every scale of predicates in force on a day, sorted by id."""
    regulasi = muat_regulasi()
    return tuple(
        kaidah.isi
        for id in regulasi.daftar_kaidah()
        if id.startswith("skala.")
        for kaidah in regulasi.versi(id)
        if kaidah.masa.memuat(pada) and kaidah.jenis == SKALA_ORDINAL.nama
    )


def skala(id: str, pada: date) -> Skala:
    """One scale by id, for example ``skala.opini_bpk``."""
    hasil: Kaidah[Any] = muat_regulasi().kaidah(id, pada, SKALA_ORDINAL)
    ada: Skala = hasil.isi
    return ada
