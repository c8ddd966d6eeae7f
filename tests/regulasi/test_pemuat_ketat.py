"""One small bad rule file per mistake; the message names the file, the line and the mistake."""

from datetime import date
from pathlib import Path

import pytest

from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.regulasi import Jenis, Kaidah, Regulasi, daftarkan
from sakip_rules.regulasi.medan import (
    angka,
    atau,
    boleh_null,
    bulat,
    daftar,
    peta,
    tanggal,
    teks,
    ya_tidak,
)

UJI = daftarkan(
    Jenis(
        "jenis_uji",
        versi={"batas": angka(paling_kecil="0")},
        versi_boleh={
            "sejak": tanggal(),
            "banyak": bulat(paling_kecil=1),
            "wajib": ya_tidak(),
            "butir": daftar(peta({"kode": teks(r"[A-Z]+")})),
            "libur": atau("tidak_diatur", angka()),
            "akhir": boleh_null(teks()),
        },
        bangun=lambda _, versi: versi["batas"],
    )
)

IDENTITAS = """\
skema: 1
id: uu-1-2000
jenis: undang_undang
sebutan: UU 1/2000
judul: Contoh
ditetapkan: "2000-01-01"
diundangkan: null
lembaran: null
berlaku: {mulai: "2000-01-01", sampai: null}
mencabut: []
dicabut_oleh: null
sumber: {tautan: null}
verifikasi: {status: belum, oleh: [], terakhir_dicek: null, catatan: []}
"""
KAIDAH = """\
id: uji.batas
jenis: jenis_uji
versi:
  - berlaku: {mulai: "2000-01-01", sampai: "2009-12-31"}
    dasar: [{regulasi: uu-1-2000, letak: "Pasal 1", halaman: 3}]
    batas: "12.5"
  - berlaku: {mulai: "2010-01-01", sampai: null}
    dasar: [{regulasi: uu-1-2000, letak: "Pasal 2", halaman: null}]
    tafsir: [tafsir-0201]
    batas: "13"
"""


def _regulasi(akar: Path, kaidah: str | bytes = KAIDAH, identitas: str = IDENTITAS) -> Regulasi:
    folder = akar / "uu-1-2000"
    folder.mkdir()
    (folder / "regulasi.yaml").write_text(identitas, encoding="utf-8")
    isi = kaidah if isinstance(kaidah, bytes) else kaidah.encode()
    (folder / "batas.yaml").write_bytes(isi)
    return Regulasi(akar)


def test_berkas_yang_benar_terbaca(tmp_path: Path) -> None:
    regulasi = _regulasi(tmp_path)

    lama: Kaidah[object] = regulasi.kaidah("uji.batas", date(2009, 12, 31), UJI)
    baru = regulasi.kaidah("uji.batas", date(2010, 1, 1), UJI)

    assert regulasi.periksa() == ()
    assert (str(lama.isi), str(baru.isi)) == ("12.5", "13")
    assert (lama.dasar[0].halaman, baru.dasar[0].halaman) == (3, None)
    assert (lama.tafsir, baru.tafsir) == ((), ("tafsir-0201",))
    assert (baru.regulasi, baru.posisi.baris) == ("uu-1-2000", 7)
    assert regulasi.teks("uu-1-2000").judul == "Contoh"


@pytest.mark.parametrize("pada", [date(1999, 12, 31), date(1, 1, 1)])
def test_tanggal_yang_tidak_tercakup_ditolak(tmp_path: Path, pada: date) -> None:
    with pytest.raises(KaidahBelumBerlaku, match=f"uji.batas tidak berlaku pada {pada}"):
        _regulasi(tmp_path).kaidah("uji.batas", pada)


GANTI_KAIDAH = [
    pytest.param('batas: "12.5"', "batas: 12.5", ["baris 6", "float", '"12.5"'], id="float"),
    pytest.param('batas: "12.5"', "batas: 12", ["baris 6", "int", '"12"'], id="int tanpa kutip"),
    pytest.param('batas: "12.5"', 'batas: "12,5"', ["baris 6", "angka dalam"], id="koma"),
    pytest.param('batas: "12.5"', 'batas: "NaN"', ["baris 6", "“NaN”"], id="NaN"),
    pytest.param('batas: "12.5"', 'batas: "-1"', ["baris 6", "-1", "batas terkecil"], id="kecil"),
    pytest.param('batas: "12.5"', "batas: null", ["baris 6", "null"], id="null"),
    pytest.param('batas: "12.5"', "batas: [1]", ["baris 6", "daftar"], id="daftar untuk angka"),
    pytest.param(
        '    batas: "12.5"\n',
        '    batas: "12.5"\n    batas: "12.5"\n',
        ["baris 7", "“batas” ganda", "baris 6"],
        id="kunci ganda",
    ),
    pytest.param("batas:", "bats:", ["baris 6", "“bats” tidak dikenal", "batas"], id="salah ketik"),
    pytest.param('    batas: "12.5"\n', "", ["baris 4", "“batas” wajib ada"], id="kunci hilang"),
    pytest.param(
        '    dasar: [{regulasi: uu-1-2000, letak: "Pasal 1", halaman: 3}]\n',
        "",
        ["baris 4", "“dasar” wajib ada"],
        id="tanpa dasar",
    ),
    pytest.param(
        '[{regulasi: uu-1-2000, letak: "Pasal 1", halaman: 3}]',
        "[]",
        ["baris 5", "paling sedikit 1"],
        id="dasar kosong",
    ),
    pytest.param("halaman: 3", 'halaman: "3"', ["baris 5", "bilangan bulat"], id="halaman teks"),
    pytest.param("halaman: 3", "halaman: 0", ["baris 5", "paling kecil 1"], id="halaman nol"),
    pytest.param(
        'regulasi: uu-1-2000, letak: "Pasal 1"',
        'regulasi: uu-9-1999, letak: "Pasal 1"',
        ["baris 4", "uu-9-1999", "regulasi.yaml"],
        id="dasar ke teks yang tidak ada",
    ),
    pytest.param('"2009-12-31"', '"2009-12-30"', ["baris 7", "bolong", "2009-12-31"], id="bolong"),
    pytest.param(
        '"2009-12-31"', '"2010-01-01"', ["baris 7", "tumpang tindih", "2010-01-01"], id="tumpang"
    ),
    pytest.param('"2009-12-31"', "null", ["tumpang tindih", "seterusnya"], id="dua terbuka"),
    pytest.param('"2009-12-31"', '"1999-12-31"', ["baris 4", "sebelum mulai"], id="terbalik"),
    pytest.param(', sampai: "2009-12-31"', "", ["baris 4", "“sampai” wajib"], id="tanpa akhir"),
    pytest.param('"2009-12-31"', "2009-12-31", ["baris 4", "timestamp", "kutip"], id="tgl polos"),
    pytest.param('"2009-12-31"', '"2009-02-29"', ["baris 4", "kalender"], id="tanggal tidak ada"),
    pytest.param('"2009-12-31"', '"31-12-2009"', ["baris 4", "2022-01-31"], id="tanggal terbalik"),
    pytest.param("jenis_uji", "jenis_lain", ["baris 2", "jenis_lain", "modul"], id="jenis asing"),
    pytest.param("jenis: jenis_uji\n", "", ["“jenis” wajib", "ditebak"], id="tanpa jenis"),
    pytest.param("id: uji.batas", "id: Uji Batas", ["baris 1", "teks berbentuk"], id="id salah"),
    pytest.param("id: uji.batas", "id:   uji.batas   # x", [], id="id berspasi tetap terbaca"),
    pytest.param("tafsir-0201", "tafsir-201", ["baris 9", "tafsir-[0-9]{4}"], id="tafsir salah"),
    pytest.param(
        'batas: "13"', 'batas: "13"\n    sejak: 2010', ["int", "tanggal"], id="tahun polos"
    ),
    pytest.param('batas: "13"', 'batas: "13"\n    banyak: 2.0', ["float"], id="float untuk bulat"),
    pytest.param(
        'batas: "13"', 'batas: "13"\n    wajib: "ya"', ["true atau false"], id="ya untuk true"
    ),
    pytest.param(
        'batas: "13"', 'batas: "13"\n    butir: [{kode: a}]', ["[A-Z]+"], id="pola di dalam"
    ),
    pytest.param(
        'batas: "13"',
        'batas: "13"\n    butir: {kode: A}',
        ["daftar", "peta"],
        id="peta untuk daftar",
    ),
    pytest.param(
        'batas: "13"', 'batas: "13"\n    libur: tidak_diaturkan', ["angka"], id="kata lain"
    ),
    pytest.param('batas: "13"', 'batas: "13"\n    akhir: ""', ["teks"], id="teks kosong"),
    pytest.param("versi:", "versi: [", ["YAML"], id="bukan YAML"),
    pytest.param(KAIDAH, "", ["baris 1", "kosong"], id="berkas kosong"),
    pytest.param(KAIDAH, "- a\n- b\n", ["“jenis” wajib"], id="daftar di atas"),
]


@pytest.mark.parametrize(("lama", "baru", "kata"), GANTI_KAIDAH)
def test_kaidah_yang_salah(tmp_path: Path, lama: str, baru: str, kata: list[str]) -> None:
    assert lama in KAIDAH
    pesan = [str(g) for g in _regulasi(tmp_path, KAIDAH.replace(lama, baru, 1)).periksa()]

    assert (pesan == []) is (kata == [])
    assert [k for k in kata if not any(k in satu for satu in pesan)] == []
    assert all(satu.startswith("uu-1-2000/batas.yaml baris ") for satu in pesan)


def test_bukan_utf_8(tmp_path: Path) -> None:
    (galat, *_) = _regulasi(tmp_path, KAIDAH.encode() + b"\n# \xe9\n").periksa()

    assert "UTF-8" in str(galat)


@pytest.mark.parametrize(
    ("lama", "baru", "kata"),
    [
        ("id: uu-1-2000", "id: uu-2-2000", ["baris 2", "uu-2-2000", "nama foldernya"]),
        ("undang_undang", "perda", ["baris 3", "salah satu dari undang_undang"]),
        ("skema: 1\n", "", ["“skema” wajib"]),
        ("status: belum", "status: ya", ["belum, sebagian, dibaca"]),
        ("sampai: null}", 'sampai: "1999-01-01"}', ["sebelum mulai"]),
        ("tautan: null", "tautan: http://x", ["https://"]),
        ("mencabut: []", "mencabut: null", ["daftar", "null"]),
        ("judul: Contoh", "judul: Contoh\nBobot: 1", ["“Bobot” tidak dikenal"]),
        ("skema: 1", "---\nskema: 1\n---\na: 1\n---\nskema: 1", ["satu teks"]),
    ],
)
def test_identitas_yang_salah(tmp_path: Path, lama: str, baru: str, kata: list[str]) -> None:
    identitas = IDENTITAS.replace(lama, baru, 1)
    pesan = "\n".join(str(g) for g in _regulasi(tmp_path, identitas=identitas).periksa())

    assert [k for k in kata if k not in pesan] == []
    assert pesan.startswith("uu-1-2000/regulasi.yaml baris ")


def test_semua_kesalahan_disebut_sekaligus(tmp_path: Path) -> None:
    rusak = KAIDAH.replace('"12.5"', "12.5")
    regulasi = _regulasi(tmp_path, rusak, IDENTITAS.replace("skema: 1\n", ""))

    assert len(regulasi.periksa()) == 2


def test_satu_kaidah_dari_dua_teks_disambung(tmp_path: Path) -> None:
    regulasi = _regulasi(tmp_path, KAIDAH.replace("sampai: null", 'sampai: "2019-12-31"'))
    lanjutan = tmp_path / "uu-2-2020"
    lanjutan.mkdir()
    identitas = IDENTITAS.replace("uu-1-2000", "uu-2-2020")
    (lanjutan / "regulasi.yaml").write_text(identitas, encoding="utf-8")
    sambungan = KAIDAH[: KAIDAH.index('  - berlaku: {mulai: "2010')].replace(
        'mulai: "2000-01-01", sampai: "2009-12-31"', 'mulai: "2020-01-01", sampai: null'
    )
    (lanjutan / "batas.yaml").write_text(sambungan, encoding="utf-8")
    regulasi = Regulasi(tmp_path)

    assert regulasi.periksa() == ()
    assert [k.regulasi for k in regulasi.versi("uji.batas")] == ["uu-1-2000"] * 2 + ["uu-2-2020"]
    assert regulasi.daftar_kaidah("uu-2-2020") == ("uji.batas",)


def test_id_yang_tidak_ada_disebut(tmp_path: Path) -> None:
    regulasi = _regulasi(tmp_path)

    with pytest.raises(MasukanSalah, match=r"“uji\.lain” tidak ada"):
        regulasi.versi("uji.lain")
    with pytest.raises(MasukanSalah, match="yang ada: uu-1-2000"):
        regulasi.teks("uu-3-3000")


def test_jenis_yang_diminta_harus_cocok(tmp_path: Path) -> None:
    lain: Jenis[object] = Jenis("jenis_lain_lagi", versi={}, bangun=lambda _, versi: versi)

    with pytest.raises(MasukanSalah, match="berjenis jenis_uji, bukan jenis_lain_lagi"):
        _regulasi(tmp_path).kaidah("uji.batas", date(2020, 1, 1), lain)


def test_jenis_tidak_boleh_terdaftar_dua_kali() -> None:
    with pytest.raises(ValueError, match="dua kali"):
        daftarkan(Jenis("jenis_uji", versi={}, bangun=lambda _, versi: versi))


def test_kasus_contoh_menyebut_tepat_satu_hasil(tmp_path: Path) -> None:
    regulasi = _regulasi(tmp_path)
    folder = tmp_path / "uu-1-2000" / "contoh"
    folder.mkdir()
    (folder / "batas.yaml").write_text(
        "kaidah: uji.batas\n"
        "dasar: [{regulasi: uu-1-2000, letak: Pasal 1}]\n"
        "kasus:\n"
        '  - {nama: a, pada: "2010-01-01", masukan: {x: "1"}}\n',
        encoding="utf-8",
    )

    (galat,) = regulasi.periksa()

    assert str(galat) == (
        "uu-1-2000/contoh/batas.yaml baris 4: kasus menyebut tepat satu: hasil atau galat."
    )
