"""A real Renstra goes in by the workbook and comes out again, row by row as its source has it."""

import io
import re
from typing import Any

import pytest
from openpyxl import load_workbook

from domain.buku_uji import buku, galat, kosong, pratinjau, tambah, terapkan, tersimpan
from domain.muncar_uji import CONTOH, TAHUN, baca_sumber, bahan, selisih_pagu
from domain.pemeran import Dunia, Pembangun
from sakip.bersama.izin import Peran
from sakip.impor.buku import baca_buku
from sakip.perencanaan.services.impor_rencana import buku_kerja

NYATA = baca_sumber()
SUMBER = [
    pytest.param(CONTOH, id="contoh"),
    pytest.param(
        NYATA,
        id="muncar",
        marks=pytest.mark.skipif(
            NYATA is None, reason="shared/data/renstra_kecamatan_muncar.json is not here"
        ),
    ),
]


@pytest.fixture
def banyuwangi(dunia: Dunia) -> Dunia:
    del dunia  # only its database
    return (
        Pembangun("35.10", "Kabupaten Banyuwangi")
        .dengan_unit("kecamatan-muncar", "kecamatan")
        .dengan_orang("penyusun", Peran.PENYUSUN_UNIT, unit="kecamatan-muncar")
        .bangun()
    )


def _teks(nilai: Any) -> str:
    """A figure of the source as the system writes it."""
    if isinstance(nilai, float):
        return f"{nilai:g}".replace(".", ",")
    return f"{nilai:,}".replace(",", ".")


def _lembar(isi: bytes, nama: str) -> dict[str, dict[str, str]]:
    """Rows of a sheet by code, as texts by column."""
    lembar = baca_buku(isi)[nama]
    kepala, *baris = lembar.baris.values()
    kolom = [k.teks.lower().replace(" ", "_") for k in kepala]
    return {
        b[0].teks: {k: _rapi(s.teks) for k, s in zip(kolom, b, strict=False) if s.teks}
        for b in baris
    }


def _rapi(teks: str) -> str:
    """A number of the sheet and the same written with thousands' dots and a comma are equal."""
    if re.fullmatch(r"[0-9]{1,3}(\.[0-9]{3})+", teks):
        return teks.replace(".", "")
    return teks.replace(".", ",") if teks.replace(".", "", 1).isdecimal() else teks


@pytest.mark.parametrize("sumber", SUMBER)
def test_renstra_masuk_dibaca_dan_keluar_sama(banyuwangi: Dunia, sumber: dict[str, Any]) -> None:
    b = bahan(sumber)
    kepala = kosong(
        unit="kecamatan-muncar", jenis="renstra", judul="Renstra 2025–2029",
        tahun_mulai=TAHUN[0], tahun_selesai=TAHUN[-1],
    )  # fmt: skip
    isi = buku(banyuwangi, kepala, tambah("Simpul", *b.simpul), tambah("Indikator", *b.indikator))

    bets = pratinjau(banyuwangi, isi, "penyusun")
    assert galat(bets) == {}
    assert bets.ringkasan == {"baru": len(b.simpul) + len(b.indikator)}
    terapkan(banyuwangi, bets, "penyusun")

    kini = tersimpan(banyuwangi, "kecamatan-muncar", dokumen__jenis="renstra")
    simpul = {s.kode: s for s in kini.simpul}
    assert list(simpul) == [s["kode"] for s in b.simpul]
    for mau in b.simpul:
        s = simpul[mau["kode"]]
        assert (s.jenis, s.uraian, s.induk) == (mau["jenjang"], mau["uraian"], mau.get("induk"))
        assert {t: int(n) for t, n in s.pagu} == {
            t: mau[f"pagu_{t}"] for t in TAHUN if f"pagu_{t}" in mau
        }, s.kode
    indikator = {i.kode: i for i in kini.indikator}
    assert indikator.keys() == {i["kode"] for i in b.indikator}
    for mau in b.indikator:
        i = indikator[mau["kode"]]
        assert (i.nama, i.simpul, i.satuan) == (mau["nama"], mau["simpul"], mau["satuan"])
        assert (i.baseline_tahun, i.baseline_teks) == (2024, _teks(mau["baseline"]))
        assert {t.tahun: t.teks for t in i.target} == {
            t: _teks(mau[f"target_{t}"]) for t in TAHUN if f"target_{t}" in mau
        }, i.kode

    keluar = buku_kerja(kini, instansi="35.10", nama_unit="Kecamatan Muncar")
    for nama in ("Simpul", "Indikator"):
        asal, hasil = _lembar(isi, nama), _lembar(keluar, nama)
        assert list(hasil) == list(asal)
        for kode, baris in asal.items():
            # the workbook out says more: what was left to the defaults is written out
            assert {k: hasil[kode].get(k) for k in baris} == baris
    assert set(load_workbook(io.BytesIO(keluar)).sheetnames) >= {"Petunjuk", "Simpul", "Indikator"}
    ulang = pratinjau(banyuwangi, keluar, "penyusun")
    assert ulang.ringkasan == {"sama": len(b.simpul) + len(b.indikator)}


@pytest.mark.skipif(NYATA is None, reason="shared/data/renstra_kecamatan_muncar.json is not here")
def test_yang_janggal_di_sumbernya_terdaftar_dengan_alasannya() -> None:
    """What the source contradicts itself in is carried as it is, or left out and said so."""
    assert NYATA is not None
    b = bahan(NYATA)

    assert (len(b.simpul), len(b.indikator)) == (50, 23)
    assert b.janggal.keys() == JANGGAL
    # What is missing there is the sub-kegiatan whose code the source cuts off.
    assert {kode for kode, _t, _n, _j in selisih_pagu(b)} == {"7.01.01.2.06"}


# Two series for one indicator; programmes without a readable indicator or target; a code cut off;
# rows whose figures run together with a page's head, or whose columns are not certain.
JANGGAL = {
    "t1", "induk program", "7.01.01", "7.01.02", "7.01.03", "7.01.04", "7.01.01.2.06.000",
    "7.01.01.2.01.0007", "7.01.01.2.07.0005", "7.01.01.2.07.0009", "7.01.01.2.07.0010",
    "7.01.01.2.07.0011", "7.01.01.2.08", "7.01.01.2.09.0005", "7.01.01.2.09.0009",
    "7.01.01.2.09.0010", "7.01.01.2.09.0011", "7.01.02.2.04.0003", "7.01.04.2.02",
    "7.01.06.2.01.0003",
}  # fmt: skip
