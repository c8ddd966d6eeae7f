"""The door from a plan to the rules: reading values, checking a tree, deadlines of agreements."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal

from sakip.organisasi.kaidah import terjemah
from sakip.perencanaan.kaidah.nilai import NilaiBaru
from sakip_rules.angka import DIGIT_TERBANYAK, FormatAngka, baca_angka, bukti_format, tulis_angka
from sakip_rules.capaian import Rentang, daftar_skala
from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat

__all__ = ["YA", "MasukanSalah", "baca_nilai", "cari_skala", "kenali_format", "terjemah"]
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
