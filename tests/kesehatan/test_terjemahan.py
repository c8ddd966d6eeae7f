"""The English catalogue is whole, in step with the source, and fills the same places.

A new sentence needs its translation in the same change: `make po` collects it, and this test fails
until somebody has said it in English.
"""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po
from pohon_kode import AKAR

import sakip.tampilan.kata
from sakip_rules.capaian import Arah, capaian, kaidah_capaian
from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.penilaian import lembar_evaluasi, nilai_lembar
from sakip_rules.regulasi import muat_regulasi

TERJEMAHAN = AKAR / "src" / "sakip" / "terjemahan"
TEMPAT = re.compile(r"%\(\w+\)s|%[sd]|\{\w+(?::\w+)?\}")
TEMPLAT = sorted((AKAR / "src").rglob("*.html"))
# A gettext call on something else than a literal: newstyle gettext would fill its per cent signs.
GETTEXT_DATA = re.compile(r"(?<![\w.])_\(\s*(?![\"'])")
# Codes of the kernel that no page shows: how a file is written, what kind of slip an answer is.
TAK_TAMPIL = {"FormatAngka", "Zona"}


@cache
def katalog(bahasa: str = "en") -> Catalog:
    """The catalogue of one language."""
    with (TERJEMAHAN / bahasa / "LC_MESSAGES" / "django.po").open("rb") as berkas:
        return read_po(berkas, locale=bahasa)


def _pesan(bahasa: str = "en") -> list[Message]:
    return [pesan for pesan in katalog(bahasa) if pesan.id]


def _bentuk(teks: str | tuple[str, ...] | list[str]) -> tuple[str, ...]:
    return (teks,) if isinstance(teks, str) else tuple(teks)


def _sumber(pesan: Message) -> str:
    return f"{_bentuk(pesan.id)[0]!r} ({pesan.locations[0][0] if pesan.locations else '?'})"


@pytest.mark.parametrize("bahasa", ["en", "id"])
def test_katalog_lengkap_tanpa_tebakan(bahasa: str) -> None:
    kosong = [_sumber(p) for p in _pesan(bahasa) if not all(_bentuk(p.string))]
    tebakan = [_sumber(p) for p in _pesan(bahasa) if p.fuzzy]

    assert (kosong, tebakan, list(katalog(bahasa).obsolete)) == ([], [], [])


def test_katalog_sejalan_dengan_sumber(tmp_path: Path) -> None:
    """Found in the very way that ``make po`` finds them."""
    (baris,) = [
        b for b in (AKAR / "Makefile").read_text().splitlines() if b.startswith("EKSTRAK :=")
    ]
    templat = tmp_path / "kalimat.pot"
    subprocess.run(
        [
            *(sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract"),
            *shlex.split(baris.removeprefix("EKSTRAK :=")),
            f"--output-file={templat}",
            "src",
        ],
        cwd=AKAR,
        check=True,
    )
    with templat.open("rb") as berkas:
        sumber = {_bentuk(p.id) for p in read_po(berkas) if p.id}

    ada = {_bentuk(p.id) for p in _pesan()}

    assert (sorted(sumber - ada), sorted(ada - sumber)) == ([], []), "jalankan `make po`"


def test_tempat_isian_sama_di_kedua_bahasa() -> None:
    """One form of a plural may leave its number out ("Satu isian"); none may invent a place."""
    beda = [
        _sumber(pesan)
        for bahasa in ("en", "id")
        for pesan in _pesan(bahasa)
        if not _tempat(pesan.string) <= _tempat(pesan.id)
        or sorted(TEMPAT.findall(_bentuk(pesan.id)[-1]))
        != sorted(TEMPAT.findall(_bentuk(pesan.string)[-1]))
    ]

    assert beda == []


def _tempat(teks: str | tuple[str, ...]) -> set[str]:
    return {tempat for bentuk in _bentuk(teks) for tempat in TEMPAT.findall(bentuk)}


def test_bahasa_indonesia_hanya_untuk_kalimat_pustaka() -> None:
    """Our own sentences are Indonesian at their source; translating them again would hide them."""
    milik_sendiri = {_bentuk(p.id)[0] for p in _pesan("en")}

    assert [_sumber(p) for p in _pesan("id") if _bentuk(p.id)[0] in milik_sendiri] == []


@pytest.mark.parametrize("berkas", TEMPLAT, ids=lambda b: b.name)
def test_kata_dari_data_diterjemahkan_dengan_saringan(berkas: Path) -> None:
    assert GETTEXT_DATA.findall(berkas.read_text(encoding="utf-8")) == []


def _kode_kernel() -> Iterator[str]:
    """Codes of enumerations, of switches with their choices, and of what explanations name."""
    for kelas in StrEnum.__subclasses__():
        if kelas.__module__.startswith("sakip_rules") and kelas.__name__ not in TAK_TAMPIL:
            yield from (str(satu) for satu in kelas)
    regulasi = muat_regulasi()
    for id_kaidah in regulasi.daftar_kaidah():
        for kaidah in regulasi.versi(id_kaidah):
            if kaidah.jenis == SAKELAR.nama:
                yield id_kaidah.rpartition(".")[2]
                yield from (pilihan.kode for pilihan in kaidah.isi.pilihan)
    yield from _masukan_contoh()


def _masukan_contoh() -> Iterator[str]:
    akhir_tahun = date(2026, 12, 31)
    hasil = capaian(
        Decimal(10), Decimal(9), arah=Arah.NAIK_BAIK, kaidah=kaidah_capaian(akhir_tahun)
    )
    for kunci, nilai in hasil.jejak.masukan:
        yield kunci.rpartition(".")[2]
        yield nilai


def test_setiap_kode_yang_tampil_punya_kata() -> None:
    dikenal = {_bentuk(p.id)[0] for p in _pesan()} | set(sakip.tampilan.kata.KATA)
    kode = {k.replace("_", " ") for k in _kode_kernel() if re.fullmatch(r"[a-z][a-z_0-9]*", k)}

    assert sorted(kode - dikenal) == []


def test_kalimat_lembar_88_2021_semuanya_berbahasa_inggris() -> None:
    """The criteria come from data, so the extraction must reach into the rule files."""
    dikenal = {_bentuk(p.id)[0] for p in _pesan()}
    lembar = lembar_evaluasi("permenpanrb-88-2021")
    hasil = nilai_lembar(lembar, dict.fromkeys(lembar.kode_jawaban, "B"))
    teks = {hasil.predikat.sebutan} | {
        t
        for komponen in lembar.komponen
        for sub in komponen.sub
        for t in (komponen.nama, sub.nama, *(butir.uraian for butir in sub.butir))
    }

    assert teks - dikenal == set()
