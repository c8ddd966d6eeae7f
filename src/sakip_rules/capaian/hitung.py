"""The computation itself, without words: status, number, formula used, and what was noticed.

``perhitungan`` is what the command line calls a hundred thousand times; ``capaian`` wraps it with
the explanation. There is one formula, not two.
"""

from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple, TypeAlias

from sakip_rules.capaian.hitungan import BAGI, NOL, banding, pecahan, sebut_sama
from sakip_rules.capaian.kaidah import KaidahCapaian
from sakip_rules.capaian.kebijakan import (
    Arah,
    Limpahan,
    LuarRentang,
    NilaiOrdinal,
    RealisasiNol,
    TargetNegatif,
    TargetNol,
)
from sakip_rules.capaian.nilai import (
    SERATUS,
    NilaiKinerja,
    Ordinal,
    Rasio,
    Rentang,
    YaTidak,
    tulis_nilai,
)
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Status
from sakip_rules.kalimat import kalimat

Terukur: TypeAlias = Decimal | Rasio | Ordinal

SERATUS_DUA_PULUH: Final = Decimal(120)


class Alasan(StrEnum):
    """What was noticed on the way; each has a sentence in ``jejak`` and most a switch."""

    TIDAK_DINILAI = "tidak_dinilai"
    BELUM_WAKTUNYA = "belum_waktunya"
    REALISASI_KOSONG = "realisasi_kosong"
    TARGET_KOSONG = "target_kosong"
    PENYEBUT_NOL = "penyebut_nol"
    PENYEBUT_TARGET_NOL = "penyebut_target_nol"
    TARGET_NOL = "target_nol"
    TARGET_NEGATIF = "target_negatif"
    REALISASI_NOL = "realisasi_nol"
    DALAM_RENTANG = "dalam_rentang"
    DI_BAWAH_RENTANG = "di_bawah_rentang"
    DI_ATAS_RENTANG = "di_atas_rentang"
    LIMPAHAN = "limpahan"
    BATAS_ATAS = "batas_atas"
    BATAS_BAWAH = "batas_bawah"
    ORDINAL_SKOR = "ordinal_skor"
    TERCAPAI = "tercapai"
    TIDAK_TERCAPAI = "tidak_tercapai"


class Perhitungan(NamedTuple):
    """Outcome without words. ``rumus`` and ``acuan`` (the target really used) may be absent."""

    status: Status
    nilai: Decimal | None
    alasan: tuple[Alasan, ...] = ()
    rumus: str | None = None
    mentah: Decimal | None = None
    acuan: Terukur | None = None


# Members of an Enum are looked up slowly in Python 3.11; these are asked for on every row.
_NAIK: Final = Arah.NAIK_BAIK
_RENTANG: Final = Arah.RENTANG
_TERHITUNG: Final = Status.TERHITUNG
_DIHITUNG: Final = RealisasiNol.DIHITUNG
_JADI_NOL: Final = Limpahan.NOL
_bagi: Final = BAGI.divide

_KOSONG: Final = {
    Status.TIDAK_DINILAI: Alasan.TIDAK_DINILAI,
    Status.BELUM_WAKTUNYA: Alasan.BELUM_WAKTUNYA,
    Status.BELUM_DIISI: Alasan.REALISASI_KOSONG,
    Status.TIDAK_DAPAT_DIHITUNG: Alasan.TARGET_KOSONG,
}


def perhitungan(  # noqa: PLR0913 - each is a fact of its own, named at the call
    target: NilaiKinerja | None,
    realisasi: NilaiKinerja | None,
    arah: Arah,
    kaidah: KaidahCapaian,
    *,
    jatuh_tempo: bool = True,
    dinilai: bool = True,
) -> Perhitungan:
    """Compute one capaian; see ``capaian`` for meaning and errors."""
    if target is None or realisasi is None or not (dinilai and jatuh_tempo and kaidah.biasa):
        keadaan = dinilai, realisasi is not None, target is not None, jatuh_tempo
        status = kaidah.keadaan[keadaan]
        if status is not None:
            return Perhitungan(status, None, (_KOSONG[status],))
        if target is None or realisasi is None:
            raise ValueError(f"tabel keadaan {kaidah.indikator.id} tidak lengkap: {keadaan}")
    if isinstance(target, Decimal) and isinstance(realisasi, Decimal) and arah is not _RENTANG:
        return _dihitung(target, realisasi, arah, kaidah)
    return _beragam(target, realisasi, arah, kaidah)


def _beragam(
    target: NilaiKinerja, realisasi: NilaiKinerja, arah: Arah, kaidah: KaidahCapaian
) -> Perhitungan:
    """Route the kinds of values; a pair that cannot be compared is refused."""
    if isinstance(target, YaTidak) and isinstance(realisasi, YaTidak):
        return _dua_pilihan(_tercapai(int(realisasi.ya) - int(target.ya), arah))
    if isinstance(target, Ordinal) and isinstance(realisasi, Ordinal):
        return _predikat(target, realisasi, arah, kaidah)
    if isinstance(realisasi, Decimal | Rasio):
        if isinstance(target, Rentang) and arah is _RENTANG:
            return _rentang(target, realisasi, kaidah)
        if isinstance(target, Decimal | Rasio) and arah is not Arah.RENTANG:
            return _angka(target, realisasi, arah, kaidah)
    raise MasukanSalah(
        kalimat(
            "Target {target} dan realisasi {realisasi} tidak dapat dibandingkan "
            "dengan arah {arah}; keduanya harus sejenis, dan arah rentang perlu target rentang.",
            target=tulis_nilai(target),
            realisasi=tulis_nilai(realisasi),
            arah=arah.value,
        )
    )


def _angka(
    target: Decimal | Rasio, realisasi: Decimal | Rasio, arah: Arah, kaidah: KaidahCapaian
) -> Perhitungan:
    if isinstance(target, Rasio) and target.penyebut == 0:
        return Perhitungan(Status.TIDAK_DAPAT_DIHITUNG, None, (Alasan.PENYEBUT_TARGET_NOL,))
    if isinstance(realisasi, Rasio) and realisasi.penyebut == 0:
        return Perhitungan(Status.TIDAK_DINILAI, None, (Alasan.PENYEBUT_NOL,))
    return _dihitung(target, realisasi, arah, kaidah)


def _dihitung(
    acuan: Terukur,
    realisasi: Terukur,
    arah: Arah,
    kaidah: KaidahCapaian,
    alasan: tuple[Alasan, ...] = (),
) -> Perhitungan:
    """Apply the formula of the direction to a target that is a number, then the limits."""
    t, r = sebut_sama(acuan, realisasi)
    if t > NOL:
        nama, rumus = kaidah.rumus[arah][0]
        if kaidah.realisasi_nol is not _DIHITUNG and r <= NOL and arah is _NAIK:
            return Perhitungan(Status.TIDAK_DINILAI, None, (*alasan, Alasan.REALISASI_NOL))
    elif t == NOL:
        return _target_nol(r, arah, kaidah, (*alasan, Alasan.TARGET_NOL))
    elif kaidah.target_negatif is TargetNegatif.TIDAK_DAPAT_DIHITUNG:
        alasan = (*alasan, Alasan.TARGET_NEGATIF)
        return Perhitungan(Status.TIDAK_DAPAT_DIHITUNG, None, alasan)
    else:
        nama, rumus = kaidah.rumus[arah][1]
        alasan = (*alasan, Alasan.TARGET_NEGATIF)
    nilai = mentah = _bagi(*rumus(t, r))
    if nilai < NOL and kaidah.limpahan is _JADI_NOL and arah is not _NAIK:
        nilai, alasan = NOL, (*alasan, Alasan.LIMPAHAN)
    hasil = Perhitungan(_TERHITUNG, nilai, alasan, nama, mentah, acuan)
    return _batasi(hasil, kaidah) if kaidah.berbatas else hasil


def _batasi(hasil: Perhitungan, kaidah: KaidahCapaian) -> Perhitungan:
    """Apply cap and floor, last and once."""
    nilai, atas, bawah = hasil.nilai, kaidah.batas_atas, kaidah.batas_bawah
    if nilai is None:
        return hasil
    if atas is not None and nilai > atas:
        hasil = hasil._replace(nilai=atas, alasan=(*hasil.alasan, Alasan.BATAS_ATAS))
    if bawah is not None and nilai < bawah:
        hasil = hasil._replace(nilai=bawah, alasan=(*hasil.alasan, Alasan.BATAS_BAWAH))
    return hasil


def _target_nol(
    r: Decimal, arah: Arah, kaidah: KaidahCapaian, alasan: tuple[Alasan, ...]
) -> Perhitungan:
    """Nothing can be divided by zero; the switch says what is printed instead."""
    tanda = (r > NOL) - (r < NOL)
    if kaidah.target_nol is TargetNol.SERATUS_DUA_PULUH and arah is _NAIK and tanda <= 0:
        return Perhitungan(Status.TIDAK_DINILAI, None, alasan)
    nilai = _pengganti(kaidah.target_nol, tanda, arah)
    if nilai is None:
        return Perhitungan(Status.TIDAK_DAPAT_DIHITUNG, None, alasan)
    return _batasi(Perhitungan(Status.TERHITUNG, nilai, alasan), kaidah)


def _pengganti(pilihan: TargetNol, tanda: int, arah: Arah) -> Decimal | None:
    """Say what a zero target prints for a realisasi of that sign; ``None``: no number."""
    if pilihan is TargetNol.NOL:
        return NOL
    if pilihan is TargetNol.SERATUS:
        return SERATUS
    if pilihan is TargetNol.SERATUS_DUA_PULUH and arah is _NAIK:
        return SERATUS_DUA_PULUH
    if pilihan is TargetNol.NOL_ATAU_SERATUS and arah is _NAIK:
        return SERATUS if tanda > 0 else NOL
    if pilihan in (TargetNol.MENURUT_TERCAPAI, TargetNol.NOL_ATAU_SERATUS):
        return SERATUS if _tercapai(tanda, arah) else NOL
    return None


def _rentang(target: Rentang, realisasi: Decimal | Rasio, kaidah: KaidahCapaian) -> Perhitungan:
    r = pecahan(realisasi)
    if r[1] == 0:
        return Perhitungan(Status.TIDAK_DINILAI, None, (Alasan.PENYEBUT_NOL,))
    if banding(r, pecahan(target.bawah)) < 0:
        acuan, arah, alasan = target.bawah, Arah.NAIK_BAIK, Alasan.DI_BAWAH_RENTANG
    elif banding(r, pecahan(target.atas)) > 0:
        acuan, arah, alasan = target.atas, Arah.TURUN_BAIK, Alasan.DI_ATAS_RENTANG
    else:
        return Perhitungan(Status.TERHITUNG, SERATUS, (Alasan.DALAM_RENTANG,))
    if kaidah.luar_rentang is LuarRentang.NOL:
        return Perhitungan(Status.TERHITUNG, NOL, (alasan,))
    return _dihitung(acuan, realisasi, arah, kaidah, (alasan,))


def _predikat(
    target: Ordinal, realisasi: Ordinal, arah: Arah, kaidah: KaidahCapaian
) -> Perhitungan:
    if target.skala.id != realisasi.skala.id:
        raise MasukanSalah(
            kalimat(
                "Target {target} dan realisasi {realisasi} memakai skala yang berbeda "
                "({satu}, {dua}); nyatakan keduanya pada satu skala.",
                target=target.kode,
                realisasi=realisasi.kode,
                satu=target.skala.nama,
                dua=realisasi.skala.nama,
            )
        )
    if kaidah.ordinal is NilaiOrdinal.TERCAPAI or arah is _RENTANG:
        return _dua_pilihan(_tercapai(int(realisasi.skor - target.skor), arah))
    return _dihitung(target, realisasi, arah, kaidah, (Alasan.ORDINAL_SKOR,))


def tercapai(capaian: Decimal | None) -> bool | None:
    """Whether the target was met: an unrounded capaian, in per cent, of 100 or more.

    ``None`` stays ``None``: without a figure nothing was met and nothing missed. Exactly on target
    is 100 for every direction and kind of value (docs/algoritma/capaian.md).
    """
    return None if capaian is None else capaian >= SERATUS


def _tercapai(selisih: int, arah: Arah) -> bool:
    """Say whether a realisasi that lies ``selisih`` from the target meets it in that direction."""
    if arah is _NAIK:
        return selisih >= 0
    if arah is Arah.TURUN_BAIK:
        return selisih <= 0
    return selisih == 0


def _dua_pilihan(tercapai: bool) -> Perhitungan:
    if tercapai:
        return Perhitungan(Status.TERHITUNG, SERATUS, (Alasan.TERCAPAI,))
    return Perhitungan(Status.TERHITUNG, NOL, (Alasan.TIDAK_TERCAPAI,))
