"""One concept, one word: synonyms that the glossary refuses appear nowhere in code or screens."""

import re
from pathlib import Path

from pohon_kode import AKAR, SRC, daftar_berkas, tempat

from sakip_rules.istilah import muat_istilah

AKHIRAN = {".py", ".html", ".jinja", ".txt", ".yaml", ".po", ".typ", ".js", ".css"}
# Where the words of others are quoted: titles of laws, published reports and cases made of them.
KUTIPAN = ("regulasi.yaml", "istilah.yaml")
# Refused words that a file must know, because people type them.
DIBACA = {("src/sakip_rules/capaian/bacaan.py", "prosentase"): "a unit found in real workbooks"}
FOLDER_KUTIPAN = SRC / "sakip" / "demo" / "data"


def _diperiksa() -> list[Path]:
    panduan = AKAR / "docs" / "panduan"
    return [
        jalur
        for jalur in daftar_berkas()
        if (jalur.is_relative_to(SRC) and jalur.suffix in AKHIRAN) or jalur.is_relative_to(panduan)
        if jalur.name not in KUTIPAN and jalur.parent.name != "contoh"
        if not jalur.is_relative_to(FOLDER_KUTIPAN)
    ]


def _pola() -> tuple[re.Pattern[str], dict[str, str]]:
    ganti = {
        padanan.casefold(): istilah.istilah
        for istilah in muat_istilah().menurut_kode.values()
        for padanan in istilah.jangan_pakai
    }
    kata = "|".join(re.escape(satu) for satu in sorted(ganti, key=len, reverse=True))
    # An underscore joins words in names, so it separates them here: kontrak_kinerja is found too.
    return re.compile(rf"(?<![a-z])({kata})(?![a-z])".replace(r"\ ", "[ _]"), re.IGNORECASE), ganti


def test_padanan_yang_ditolak_glosarium_tidak_dipakai() -> None:
    pola, ganti = _pola()

    salah = [
        f"{tempat(jalur, nomor)} “{kata}” → “{ganti[kata.casefold().replace('_', ' ')]}”"
        for jalur in _diperiksa()
        for nomor, baris in enumerate(jalur.read_text(encoding="utf-8").splitlines(), start=1)
        for kata in pola.findall(baris)
        if (tempat(jalur), kata.casefold()) not in DIBACA
    ]

    assert salah == []


def test_penguji_menemukan_kata_yang_ditolak() -> None:
    pola, _ = _pola()

    assert pola.findall("Kontrak Kinerja dan kontrak_kinerja, bukan kontraktor") == [
        "Kontrak Kinerja",
        "kontrak_kinerja",
    ]
