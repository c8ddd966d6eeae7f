"""Pages, decisions and links belong together: no page without a rule, no rule without its page."""

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from pohon_kode import AKAR, SRC, daftar_berkas, tempat

from sakip_rules.regulasi import muat_regulasi

TAFSIR = AKAR / "docs" / "tafsir"
ADR = AKAR / "docs" / "adr"
ALGORITMA = AKAR / "docs" / "algoritma"
NAMA_TAFSIR = re.compile(r"tafsir-[0-9]{4}")
JUDUL_ADR = ["Context", "Options", "Decision", "Consequences"]
# Which page explains the computation of a kind of rule; ``None``: the kind computes nothing.
HALAMAN_JENIS: dict[str, str | None] = {
    "cara_agregasi": "capaian.md",
    "efisiensi": "efisiensi.md",
    "golongan_sebab": None,  # a list of classes: nothing is reckoned
    "kaidah_mutu": "mutu-data.md",
    "kontrol_kerangka": "penilaian.md",
    "lembar_evaluasi": "penilaian.md",
    "pembulatan": "capaian.md",
    "pemeriksaan_lhe": "penilaian.md",
    "rumus_capaian": "capaian.md",
    "sakelar": None,
    "skala_bilangan_bulat": "kategori.md",
    "skala_interval": "penilaian.md",
    "skala_ordinal": "capaian.md",
    "survei_kepuasan": "survei.md",
    "susunan_dokumen": None,
    "tenggat": "tenggat.md",
    "urutan_dokumen": "urutan-dokumen.md",
}


def _halaman_tafsir() -> set[str]:
    return {jalur.stem for jalur in TAFSIR.glob("tafsir-*.md")}


def _tafsir_dalam_kaidah() -> set[str]:
    regulasi = muat_regulasi()
    return {
        tafsir
        for id_kaidah in regulasi.daftar_kaidah()
        for kaidah in regulasi.versi(id_kaidah)
        for tafsir in kaidah.tafsir
    }


def _disebut_di_src() -> set[str]:
    return {
        nama
        for jalur in daftar_berkas()
        if jalur.is_relative_to(SRC) and jalur.suffix in {".py", ".yaml"}
        for nama in NAMA_TAFSIR.findall(jalur.read_text(encoding="utf-8"))
    }


def test_setiap_tafsir_yang_disebut_punya_halaman() -> None:
    assert (_tafsir_dalam_kaidah() | _disebut_di_src()) - _halaman_tafsir() == set()


def test_setiap_halaman_tafsir_disebut_sebuah_kaidah_atau_sakelar() -> None:
    assert _halaman_tafsir() - _tafsir_dalam_kaidah() == set(), (
        "name the page in `tafsir:` of the rule or switch it explains"
    )


def test_indeks_tafsir_memuat_setiap_halaman() -> None:
    indeks = (TAFSIR / "README.md").read_text(encoding="utf-8")

    assert {nama for nama in _halaman_tafsir() if f"({nama}.md)" not in indeks} == set()
    assert set(NAMA_TAFSIR.findall(indeks)) <= _halaman_tafsir()


@pytest.mark.parametrize("halaman", sorted(TAFSIR.glob("tafsir-*.md")), ids=lambda h: h.stem)
def test_halaman_tafsir_berjudul_nomornya_dan_memuat_putusan(halaman: Path) -> None:
    isi = halaman.read_text(encoding="utf-8")

    assert isi.startswith(f"# {halaman.stem}: ")
    assert re.search(r"^## Putusan", isi, re.MULTILINE)


def test_setiap_jenis_kaidah_punya_halaman_algoritma() -> None:
    regulasi = muat_regulasi()
    jenis = {kaidah.jenis for satu in regulasi.daftar_kaidah() for kaidah in regulasi.versi(satu)}

    assert jenis <= HALAMAN_JENIS.keys(), "say in HALAMAN_JENIS which page explains the new kind"
    halaman = {HALAMAN_JENIS[satu] for satu in jenis} - {None}
    assert {nama for nama in halaman if nama and not (ALGORITMA / nama).exists()} == set()


@pytest.mark.parametrize(
    "halaman",
    [h for h in sorted(ADR.glob("*.md")) if not h.name.startswith("0000-")],
    ids=lambda h: h.stem,
)
def test_adr_berisi_empat_bagian(halaman: Path) -> None:
    judul = re.findall(r"^## (\w+)", halaman.read_text(encoding="utf-8"), re.MULTILINE)

    assert [satu for satu in judul if satu in JUDUL_ADR] == JUDUL_ADR


def test_indeks_adr_memuat_setiap_keputusan_dan_nomornya_tunggal() -> None:
    indeks = (ADR / "0000-README.md").read_text(encoding="utf-8")
    halaman = [h.name for h in sorted(ADR.glob("*.md")) if not h.name.startswith("0000-")]
    nomor = [nama[:4] for nama in halaman]

    assert [nama for nama in halaman if f"({nama})" not in indeks] == []
    assert len(set(nomor)) == len(nomor)


TAUTAN = re.compile(r"(?<!!)\[[^\]]*\]\(([^)\s]+)\)|!\[[^\]]*\]\(([^)\s]+)\)")


def _tautan_mati(halaman: Path) -> list[str]:
    isi = re.sub(r"```.*?```|`[^`\n]*`", "", halaman.read_text(encoding="utf-8"), flags=re.DOTALL)
    mati = []
    for satu, dua in TAUTAN.findall(isi):
        tujuan = satu or dua
        if re.match(r"[a-z]+:", tujuan) or tujuan.startswith(("#", "/")):
            continue
        jalur = (halaman.parent / unquote(tujuan.partition("#")[0])).resolve()
        if not jalur.exists() or not jalur.is_relative_to(AKAR):
            mati.append(f"{tempat(halaman)} → {tujuan}")
    return mati


def test_tautan_di_dalam_repositori_tidak_mati() -> None:
    halaman = [jalur for jalur in daftar_berkas() if jalur.suffix == ".md"]

    assert [mati for satu in halaman for mati in _tautan_mati(satu)] == []
