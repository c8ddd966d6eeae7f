"""Text of a cell → a value: number, ratio ``11/14``, range ``80..90``, predicate, yes or no.

Shared by the command line and by every import, so that a file means the same at each door.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from typing import Final, TypeAlias

from sakip_rules.angka import DIGIT_TERBANYAK, FormatAngka, baca_angka, bermakna_ganda
from sakip_rules.capaian.kebijakan import Arah
from sakip_rules.capaian.nilai import NilaiKinerja, Ordinal, Rasio, Rentang, Skala, YaTidak
from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import kalimat

BENTUK: Final = bytes.maketrans(b"123456789", b"9" * 9)
"""Digits to one digit: texts of one shape ("99,9") are read in one way, decided once.

Used on the encoded text, which is four times as fast as ``str.translate``.
"""

Cara: TypeAlias = Callable[[str], Decimal]
_BENTUK_TERBANYAK: Final = 10_000
_PERSEN: Final = frozenset({"%", "persen", "persentase", "prosentase"})
_DUA_ANGKA: Final = re.compile(r"[0-9.,]+ ?[-\u2013\u2014] ?[0-9.,]+%?")
_YA: Final = {"ya": True, "tidak": False}

Pasangan = tuple[NilaiKinerja | None, NilaiKinerja | None, bool]
"""target, realisasi, and whether the indicator is assessed at all."""


def _baca_id(teks: str) -> Decimal:
    return Decimal(teks.replace(".", "").replace(",", "."))


def _baca_en(teks: str) -> Decimal:
    return Decimal(teks.replace(",", ""))


def _pelan(teks: str) -> Decimal:
    raise TypeError(f"“{teks}” dibaca lewat jalan panjang")


_PELAN: Final[Cara] = _pelan
_BACA: Final[Mapping[FormatAngka, Cara]] = {FormatAngka.ID: _baca_id, FormatAngka.EN: _baca_en}


class PembacaNilai:
    """Reads targets and realisasi of one file, in its one number format.

    ``skala`` are the scales whose predicates are understood. ``tolak_ganda`` refuses numbers like
    "1.234", which mean two things, when the format of the file is itself in doubt.
    """

    def __init__(
        self, format: FormatAngka, skala: Sequence[Skala] = (), *, tolak_ganda: bool = False
    ) -> None:
        self._format = format
        self._skala = tuple(skala)
        self._tolak_ganda = tolak_ganda
        self._cara: dict[bytes, Cara] = {}

    def pasangan(self, target: str, realisasi: str, satuan: str = "") -> Pasangan:
        """Read both sides of a row; an empty text is ``None``, a target of "-" is not assessed.

        Raises ``MasukanSalah`` saying which side cannot be read, why, and what to write.
        """
        cara = self._cara
        try:
            cara_t = cara.get(target.encode().translate(BENTUK)) or self._golongkan(target)
            cara_r = cara.get(realisasi.encode().translate(BENTUK)) or self._golongkan(realisasi)
        except UnicodeEncodeError as rusak:
            raise MasukanSalah(
                kalimat("Target atau realisasi memuat huruf yang rusak; ketik ulang.")
            ) from rusak
        if cara_t is not _PELAN and cara_r is not _PELAN:
            return cara_t(target), cara_r(realisasi), True
        kiri = self._sisi(target, "target")
        kanan = self._sisi(realisasi, "realisasi")
        if kanan is _STRIP:
            raise MasukanSalah(
                kalimat(
                    "Realisasi “-” bermakna ganda; tulis 0 bila nol, kosongkan bila belum diisi."
                )
            )
        if kiri is _STRIP:
            return None, None if isinstance(kanan, str) else _nilai(kanan), False
        if isinstance(kiri, str) or isinstance(kanan, str):
            return self._kata(kiri, kanan)
        _periksa_rasio(kiri, kanan, target, realisasi, satuan)
        return _nilai(kiri), _nilai(kanan), True

    def _golongkan(self, teks: str) -> "Cara":
        """Decide once how texts of this shape are read; the shape remembers it."""
        cara = _PELAN
        biasa = teks.isascii() and teks == teks.strip() and "%" not in teks
        if biasa and len(teks) <= DIGIT_TERBANYAK:
            try:
                self._angka(teks)
            except MasukanSalah:
                cara = _PELAN
            else:
                berpemisah = "," in teks or "." in teks
                cara = _BACA[self._format] if berpemisah else Decimal
        if len(self._cara) < _BENTUK_TERBANYAK:
            self._cara[teks.encode().translate(BENTUK)] = cara
        return cara

    def _angka(self, teks: str) -> Decimal:
        if self._tolak_ganda and bermakna_ganda(teks):
            raise MasukanSalah(
                kalimat(
                    "“{teks}” bermakna ganda karena format angka berkas ini tercampur; "
                    "tulis tanpa pemisah ribuan, atau sebutkan formatnya.",
                    teks=teks.strip(),
                )
            )
        return baca_angka(teks, self._format)

    def _sisi(self, teks: str, nama: str) -> "_Sisi":
        """Read one side: a value, a word (still without scale), a dash, or nothing."""
        inti = teks.strip()
        if inti == "":
            return None
        if inti == "-":
            return _STRIP
        try:
            return self._bentuk_lain(inti, nama)
        except MasukanSalah as galat:
            raise MasukanSalah(
                kalimat("{nama}: {sebab}", nama=nama.capitalize(), sebab=galat.kalimat)
            ) from galat

    def _bentuk_lain(self, inti: str, nama: str) -> "_Sisi":
        if ".." in inti and nama == "target":
            bawah, _, atas = inti.partition("..")
            return Rentang(self._angka(bawah), self._angka(atas))
        if inti.count("/") == 1 and not any(huruf.isalpha() for huruf in inti):
            pembilang, _, penyebut = inti.partition("/")
            return Rasio(self._angka(pembilang), self._angka(penyebut))
        if any(huruf.isalpha() for huruf in inti):
            return " ".join(inti.split())
        if _DUA_ANGKA.fullmatch(inti):
            raise MasukanSalah(
                kalimat("“{teks}” dua angka; rentang target ditulis 80..90.", teks=inti)
            )
        return self._angka(inti)

    def _kata(self, kiri: "_Sisi", kanan: "_Sisi") -> Pasangan:
        """Find the one scale (or yes/no) on which both words stand; empty stays empty."""
        kata = [sisi for sisi in (kiri, kanan) if isinstance(sisi, str)]
        if not all(isinstance(sisi, str) or sisi is None for sisi in (kiri, kanan)):
            raise MasukanSalah(
                kalimat(
                    "“{kata}” dan angka tidak sejenis; target dan realisasi harus sama-sama angka "
                    "atau sama-sama predikat pada satu skala.",
                    kata="”, “".join(kata),
                )
            )
        if all(k.casefold() in _YA for k in kata):
            return _ya(kiri), _ya(kanan), True
        calon = [s for s in self._skala if all(_kode(s, k) is not None for k in kata)]
        if len(calon) != 1:
            raise self._tidak_satu_skala(kata, calon)
        return _ordinal(calon[0], kiri), _ordinal(calon[0], kanan), True

    def _tidak_satu_skala(self, kata: list[str], calon: list[Skala]) -> MasukanSalah:
        tertulis = "”, “".join(kata)
        if calon:
            return MasukanSalah(
                kalimat(
                    "“{kata}” ada pada beberapa skala ({skala}); tulis angkanya.",
                    kata=tertulis,
                    skala=", ".join(s.nama for s in calon),
                )
            )
        dikenal = "; ".join(f"{s.nama}: {', '.join(k for k, _ in s.tingkat)}" for s in self._skala)
        return MasukanSalah(
            kalimat(
                "“{kata}” bukan angka, dan bukan predikat pada satu skala yang dikenal "
                "({dikenal}; ya, tidak).",
                kata=tertulis,
                dikenal=dikenal,
            )
        )


class _Strip:
    """A lone dash: "not assessed" as a target, ambiguous as a realisasi."""


_STRIP: Final = _Strip()
_Sisi = NilaiKinerja | str | _Strip | None


def _nilai(sisi: _Sisi) -> NilaiKinerja | None:
    if isinstance(sisi, str | _Strip):
        raise TypeError(f"{sisi!r} bukan nilai")
    return sisi


def _ya(sisi: _Sisi) -> YaTidak | None:
    return YaTidak(_YA[sisi.casefold()]) if isinstance(sisi, str) else None


def _kode(skala: Skala, kata: str) -> str | None:
    cari = kata.casefold()
    for kode, sebutan in skala.tingkat:
        if cari in (kode.casefold(), sebutan.casefold()):
            return kode
    return None


def _ordinal(skala: Skala, sisi: _Sisi) -> Ordinal | None:
    kode = _kode(skala, sisi) if isinstance(sisi, str) else None
    return None if kode is None else Ordinal(kode, skala)


def _periksa_rasio(kiri: _Sisi, kanan: _Sisi, target: str, realisasi: str, satuan: str) -> None:
    """Refuse 11/14 against a bare 12: a ratio is a percentage, so the other side must be one."""
    if kiri is None or kanan is None or isinstance(kiri, Rasio) == isinstance(kanan, Rasio):
        return
    teks = realisasi if isinstance(kiri, Rasio) else target
    if satuan.strip().casefold() in _PERSEN or teks.strip().endswith("%"):
        return
    raise MasukanSalah(
        kalimat(
            "Rasio dan “{teks}” tidak sejenis; tulis keduanya sebagai rasio, atau beri tanda % "
            "bila persentase.",
            teks=teks.strip(),
        )
    )


ARAH_MENURUT_TEKS: Final = {arah.value: arah for arah in Arah}


def baca_arah(teks: str) -> Arah:
    """Read a direction; upper case and surrounding blanks are forgiven, nothing else is."""
    arah = ARAH_MENURUT_TEKS.get(teks) or ARAH_MENURUT_TEKS.get(teks.strip().casefold())
    if arah is None:
        raise MasukanSalah(
            kalimat(
                "Arah “{teks}” tidak dikenal; tulis salah satu dari {ada}.",
                teks=teks.strip(),
                ada=", ".join(ARAH_MENURUT_TEKS),
            )
        )
    return arah
