"""The door from rows to the rules and back: reading values, computing a capaian, its category."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from sakip.organisasi.kaidah import CAPAIAN, kebijakan_capaian, terjemah
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip_rules.angka import DIGIT_TERBANYAK, FormatAngka, baca_angka, bukti_format, tulis_angka
from sakip_rules.capaian import (
    Arah,
    KaidahCapaian,
    NilaiKinerja,
    Ordinal,
    Rasio,
    Rentang,
    YaTidak,
    capaian,
    daftar_skala,
    kaidah_capaian,
    skala,
)
from sakip_rules.galat import GalatKaidah, KaidahBelumBerlaku, MasukanSalah
from sakip_rules.hasil import Hasil, Status
from sakip_rules.kalimat import kalimat
from sakip_rules.kategori import kategori_capaian
from sakip_rules.regulasi import TeksRegulasi, muat_regulasi

__all__ = [
    "GalatKaidah",
    "KaidahBelumBerlaku",
    "MasukanSalah",
    "Status",
    "baca_nilai",
    "cari_skala",
    "daftar_teks_regulasi",
    "hitung",
    "kaidah_untuk",
    "kategori",
    "kenali_format",
    "nama_regulasi",
    "terjemah",
]
KAIDAH_CAPAIAN = CAPAIAN
YA = frozenset({"ya", "y", "true", "1"})
TIDAK = frozenset({"tidak", "t", "n", "no", "false", "0"})


def kenali_format(contoh: Iterable[tuple[int, str]]) -> str:
    """How the numbers of a whole table are written: ``id`` or ``en``; ``id`` without evidence.

    Evidence for both raises ``MasukanSalah`` that names one line of each.
    """
    bukti: dict[FormatAngka, tuple[int, str]] = {}
    for baris, teks in contoh:
        ada = bukti_format(teks)
        if ada is not None:
            bukti.setdefault(ada, (baris, teks))
    if len(bukti) > 1:
        (baris_id, teks_id), (baris_en, teks_en) = bukti[FormatAngka.ID], bukti[FormatAngka.EN]
        raise MasukanSalah(
            kalimat(
                "Baris {baris_id} menulis “{teks_id}” (format 1.234,56) dan baris {baris_en} "
                "menulis “{teks_en}” (format 1,234.56). Samakan, atau pilih format angkanya.",
                baris_id=baris_id,
                teks_id=teks_id,
                baris_en=baris_en,
                teks_en=teks_en,
            )
        )
    return next(iter(bukti), FormatAngka.ID).value


def baca_nilai(
    teks: str, angka: Decimal | None, *, jenis: str, arah: str | None, format_angka: str
) -> NilaiBaru | None:
    """Read one cell as the kind of value its indicator takes; an empty cell is ``None``.

    ``angka`` is the number the sheet itself stored, which no number format can change. ``arah`` is
    given for targets, where ``rentang`` is written ``a..b``.
    """
    if not teks:
        return None
    if jenis in {"predikat", "ya_tidak"}:
        return _ya_tidak(teks) if jenis == "ya_tidak" else NilaiBaru(teks, kode=teks)
    if angka is not None:
        return NilaiBaru(_tulis(angka), _tidak_kepanjangan(angka))
    bentuk = FormatAngka(format_angka)
    if arah == "rentang" and ".." in teks:
        bawah, atas = (baca_angka(t, bentuk) for t in teks.split("..", 1))
        Rentang(bawah, atas)  # refuses a range written the wrong way round
        return NilaiBaru(f"{_tulis(bawah)}..{_tulis(atas)}", batas_bawah=bawah, batas_atas=atas)
    if "/" in teks:
        pembilang, penyebut = (baca_angka(t, bentuk) for t in teks.split("/", 1))
        if penyebut <= 0:
            raise MasukanSalah(
                kalimat("Penyebut pada “{teks}” harus lebih besar dari nol.", teks=teks)
            )
        return NilaiBaru(f"{_tulis(pembilang)}/{_tulis(penyebut)}", pembilang, penyebut)
    satu = baca_angka(teks, bentuk)
    return NilaiBaru(_tulis(satu), satu)


def _ya_tidak(teks: str) -> NilaiBaru:
    ya = teks.lower() in YA
    if not ya and teks.lower() not in TIDAK:
        raise MasukanSalah(kalimat("“{teks}” bukan ya atau tidak.", teks=teks))
    return NilaiBaru("ya" if ya else "tidak", kode="ya" if ya else "tidak")


def _tidak_kepanjangan(angka: Decimal) -> Decimal:
    """Hold a number of a sheet to the same length as a written one."""
    teks = format(angka, "f")
    if sum(h.isdigit() for h in teks) > DIGIT_TERBANYAK:
        raise MasukanSalah(
            kalimat(
                "Angka “{teks}” lebih panjang dari {banyak} digit; periksa satuannya.",
                teks=f"{teks[:DIGIT_TERBANYAK]}…",
                banyak=DIGIT_TERBANYAK,
            )
        )
    return angka


def _tulis(angka: Decimal) -> str:
    """How a stored value is written: Indonesian format, digits as given ("90,00" stays so)."""
    return tulis_angka(angka, FormatAngka.ID)


def cari_skala(kode: Sequence[str], pada: date) -> str:
    """The scale that holds all these predicates on that day, or ``MasukanSalah``."""
    for s in daftar_skala(pada):
        if set(kode) <= {k for k, _sebutan in s.tingkat}:
            return s.id
    raise MasukanSalah(
        kalimat(
            "“{kode}” tidak ada pada satu skala predikat. Skala yang ada: {skala}.",
            kode=", ".join(dict.fromkeys(kode)),
            skala="; ".join(
                f"{s.nama} ({', '.join(k for k, _sebutan in s.tingkat)})"
                for s in daftar_skala(pada)
            ),
        )
    )


def kaidah_untuk(pada: date, pilihan: Mapping[str, Any] | None) -> KaidahCapaian:
    """Rules in force on a day with an instansi's stored choices; they are cached per choice."""
    return _kaidah(pada, tuple(sorted((pilihan or {}).items())))


@lru_cache(maxsize=256)
def _kaidah(pada: date, pilihan: tuple[tuple[str, str], ...]) -> KaidahCapaian:
    return kaidah_capaian(pada, kebijakan_capaian(dict(pilihan)))


def hitung(  # noqa: PLR0913
    target: NilaiBaru | None,
    realisasi: NilaiBaru | None,
    *,
    arah: str,
    jenis: str,
    skala_id: str,
    pada: date,
    kaidah: KaidahCapaian,
    jatuh_tempo: bool,
) -> Hasil:
    """The capaian of one indicator in one period, with its explanation."""
    return capaian(
        _nilai_kinerja(target, jenis, skala_id, pada),
        _nilai_kinerja(realisasi, jenis, skala_id, pada),
        arah=Arah(arah),
        kaidah=kaidah,
        jatuh_tempo=jatuh_tempo,
    )


def _nilai_kinerja(
    n: NilaiBaru | None, jenis: str, skala_id: str, pada: date
) -> NilaiKinerja | None:
    if n is None:
        return None
    if n.kode is not None:
        if jenis == "ya_tidak":
            return YaTidak(n.kode.lower() in YA)
        return Ordinal(n.kode, skala(skala_id, pada))
    if n.batas_bawah is not None and n.batas_atas is not None:
        return Rentang(n.batas_bawah, n.batas_atas)
    if n.penyebut is not None and n.nilai is not None:
        return Rasio(n.nilai, n.penyebut)
    return n.nilai


def kategori(nilai: Decimal | None, pada: date) -> str:
    """Code of the category (Permendagri 86/2017); empty where none applies or none was in force."""
    if nilai is None:
        return ""
    try:
        return kategori_capaian(nilai, pada).kode
    except KaidahBelumBerlaku:
        return ""


@lru_cache(maxsize=1)
def nama_regulasi() -> dict[str, dict[str, str]]:
    """Title and address (of this site) of every legal text, by id, for citations."""
    return {
        t.id: {"judul": t.judul, "url": f"/kaidah/{t.id}/"} for t in muat_regulasi().daftar_teks()
    }


def daftar_teks_regulasi() -> tuple[TeksRegulasi, ...]:
    """All legal texts the rules rest on."""
    return muat_regulasi().daftar_teks()
