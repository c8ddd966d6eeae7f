"""Nothing of the machine it was written on stays in the project; what it installs is pinned."""

import re
from pathlib import Path

import pytest
from pohon_kode import AKAR, daftar_berkas, tempat

PERSYARATAN = sorted((AKAR / "requirements").glob("*.txt"))
# Written in pieces, so that this file does not find itself.
JEJAK_MESIN = re.compile(
    "|".join(
        (
            r"/wor" + r"k/(main|shared|\.library)",
            r"/tm" + r"p/sakip/",
            r"/hom" + r"e/[a-z]",
            r"pyp" + r"i\.org",
            r"pythonhost" + r"ed",
            r"npm" + r"js\.(org|com)",
            r"artifact" + r"ory",
            r"--(extra-)?inde" + r"x-url",
            r"\bissue #?[0-9]+\b",
        )
    ),
    re.IGNORECASE,
)
BINER = {".png", ".jpg", ".ico", ".woff2", ".pdf", ".xlsx", ".mo", ".gz", ".zip"}


def test_tidak_ada_jalur_mesin_atau_alamat_registri() -> None:
    salah = [
        f"{tempat(jalur, nomor)} {baris.strip()[:80]}"
        for jalur in daftar_berkas()
        if jalur.suffix not in BINER
        for nomor, baris in enumerate(
            jalur.read_text(encoding="utf-8", errors="replace").splitlines(), start=1
        )
        if JEJAK_MESIN.search(baris)
    ]

    assert salah == []


@pytest.mark.parametrize("berkas", PERSYARATAN, ids=lambda b: b.name)
def test_setiap_paket_dikunci_dengan_sidik_dan_tanpa_alamat(berkas: Path) -> None:
    isi = berkas.read_text(encoding="utf-8")
    paket = re.findall(r"^[A-Za-z0-9][A-Za-z0-9._-]*(?:\[[^\]]+\])?==\S+", isi, re.MULTILINE)
    blok = re.split(r"^(?=[A-Za-z0-9])", isi, flags=re.MULTILINE)[1:]

    assert len(paket) > 0
    assert len(blok) == len(paket), "every line that names a package pins it with =="
    assert [satu.split()[0] for satu in blok if "--hash=sha256:" not in satu] == []
    assert re.findall(r"https?://|^-i |^--", isi, re.MULTILINE) == []


def test_berkas_teks_berakhir_dengan_baris_baru_dan_tanpa_tab_di_yaml() -> None:
    yaml = [jalur for jalur in daftar_berkas() if jalur.suffix in {".yaml", ".yml"}]

    assert [tempat(satu) for satu in yaml if "\t" in satu.read_text(encoding="utf-8")] == []


def test_lisensi_adalah_apache_2() -> None:
    lisensi = (AKAR / "LICENSE").read_text(encoding="utf-8")

    assert "Apache License" in lisensi
    assert "END OF TERMS AND CONDITIONS" in lisensi
