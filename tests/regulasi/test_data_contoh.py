"""The demo data is consistent with itself and with the published figures it was typed from.

No Django here: these tests read the YAML and CSV files as a reviewer would. What they do not
prove: that a source says what we typed (see ``test_data_terkumpul.py``).
"""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from data_demo import ANGKA, DATA, angka, baca, baris

BERKAS_YAML = sorted(DATA.rglob("*.yaml"))
BERKAS_CSV = sorted(DATA.rglob("*.csv"))
KOLOM = [
    "unit", "tahun", "kode_indikator", "indikator", "satuan", "arah", "jenis_nilai", "target",
    "realisasi", "capaian_tercetak", "rumus_tercetak", "catatan", "sumber",
]  # fmt: skip
PERAN = {
    "admin_instansi", "perencana_daerah", "koordinator_sakip", "pengelola_keuangan",
    "evaluator_penanggung_jawab", "evaluator_pengendali_mutu", "evaluator_pengendali_teknis",
    "evaluator_ketua", "evaluator_anggota", "pimpinan_daerah", "sekretaris_daerah",
    "pimpinan_unit", "verifikator_unit", "penyusun_unit", "pengampu_data", "pegawai",
    "evaluator_luar",
}  # fmt: skip
AKUN = {
    "admin", "bupati", "sekda", "asda3", "organisasi", "bapperida", "bpkad", "inspektur", "mutu",
    "dalnis", "ketua", "anggota", "camat1", "camat2", "sekcam", "program", "pmd", "trantib",
    "pelayanan", "dpmd", "kemenpan", "mancak", "bwi.organisasi", "bwi.muncar", "bwi.perencana",
}  # fmt: skip
SERATUS = Decimal(100)


def isi(simpul: Any, jalur: str = "") -> Iterator[tuple[str, Any]]:
    """Each scalar of a document with its path."""
    if isinstance(simpul, dict):
        for kunci, nilai in simpul.items():
            yield from isi(nilai, f"{jalur}.{kunci}")
    elif isinstance(simpul, list):
        for nomor, nilai in enumerate(simpul):
            yield from isi(nilai, f"{jalur}[{nomor}]")
    else:
        yield jalur, simpul


def peta(simpul: Any) -> Iterator[dict[str, Any]]:
    """Each mapping of a document, outermost first."""
    if isinstance(simpul, dict):
        yield simpul
        for nilai in simpul.values():
            yield from peta(nilai)
    elif isinstance(simpul, list):
        for nilai in simpul:
            yield from peta(nilai)


# Form ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("berkas", BERKAS_YAML, ids=lambda b: b.relative_to(DATA).as_posix())
def test_angka_dan_tanggal_ditulis_sebagai_teks(berkas: Path) -> None:
    salah = [
        f"{jalur} = {nilai!r}"
        for jalur, nilai in isi(baca(berkas.relative_to(DATA).as_posix()))
        if not isinstance(nilai, str | bool | None)
    ]

    assert salah == []


@pytest.mark.parametrize("berkas", BERKAS_YAML, ids=lambda b: b.relative_to(DATA).as_posix())
def test_sumber_yang_disebut_terdaftar_dan_yang_terbit_bersumber(berkas: Path) -> None:
    dokumen = baca(berkas.relative_to(DATA).as_posix())
    daftar = set(baca("sumber.yaml")["sumber"])
    bersifat = [p for p in peta(dokumen) if "sifat" in p]

    assert {p["sifat"] for p in bersifat} <= {"terbit", "contoh"}
    assert [p for p in bersifat if p["sifat"] == "terbit" and not p["sumber"]] == []
    for p in peta(dokumen):
        disebut = p.get("sumber", [])
        assert not isinstance(disebut, list) or set(disebut) <= daftar, p


def test_setiap_sumber_terpakai_dan_berjudul() -> None:
    daftar = baca("sumber.yaml")["sumber"]
    dipakai = {
        kode
        for berkas in BERKAS_YAML
        if berkas.name != "sumber.yaml"
        for p in peta(baca(berkas.relative_to(DATA).as_posix()))
        for kunci in ("sumber", "sumber_nama", "sumber_aturan")
        for kode in p.get(kunci) or []
    }
    dipakai |= {b["sumber"] for f in BERKAS_CSV for b in baris(f.relative_to(DATA).as_posix())}

    assert set(daftar) - dipakai == set()
    assert all(s["judul"] for s in daftar.values())


# Units, people, accounts --------------------------------------------------------------------


def test_pohon_unit_berakar_satu_dan_setiap_induk_ada() -> None:
    for daerah in ("serang", "banyuwangi"):
        daftar = baca(f"{daerah}/unit.yaml")["unit"]
        slug = [u["slug"] for u in daftar]

        assert len(set(slug)) == len(slug)
        assert len({u["kode"] for u in daftar}) == len(daftar)
        assert [u["slug"] for u in daftar if u["induk"] is None] == [f"kabupaten-{daerah}"]
        # A parent stands above its children in the file, so a loader needs one pass.
        assert all(u["induk"] is None or u["induk"] in slug[:i] for i, u in enumerate(daftar))
        assert all(u["kode"] == u["slug"] or ANGKA.match(u["kode"]) for u in daftar)


def test_kecamatan_serang_dua_puluh_sembilan_dengan_326_desa() -> None:
    kecamatan = [u for u in baca("serang/unit.yaml")["unit"] if u["jenis"] == "kecamatan"]
    instansi = baca("serang/instansi.yaml")

    assert str(len(kecamatan)) == instansi["jumlah_kecamatan"] == "29"
    assert str(sum(int(k["jumlah_desa"]) for k in kecamatan)) == instansi["jumlah_desa"] == "326"
    assert next(k for k in kecamatan if k["kode"] == "36.04.22")["jumlah_desa"] == "14"
    assert all(re.fullmatch(r"36\.04\.\d\d", k["kode"]) for k in kecamatan)


def test_orang_rekaan_bernama_contoh_dan_tanpa_nip_sungguhan() -> None:
    for daerah in ("serang", "banyuwangi"):
        for orang in baca(f"{daerah}/pejabat.yaml")["orang"]:
            assert orang["nama"].endswith(" Contoh")
            assert orang["nip"] in (None, "00000000 000000 0 000")
            assert orang["sifat"] == "contoh"


def test_jabatan_dipegang_satu_orang_pada_satu_hari() -> None:
    pejabat = baca("serang/pejabat.yaml")
    jabatan = {j["kode"]: j for j in baca("serang/jabatan.yaml")["jabatan"]}
    unit = {u["slug"] for u in baca("serang/unit.yaml")["unit"]}
    orang = {o["kode"] for o in pejabat["orang"]}
    masa: dict[str, list[tuple[date, date]]] = {}
    for p in pejabat["penugasan"]:
        assert p["jabatan"] in jabatan
        assert p["orang"] in orang
        assert p["sifat_tugas"] in {"definitif", "plt", "plh"}
        akhir = date.fromisoformat(p["sampai"]) if p["sampai"] else date.max
        masa.setdefault(p["jabatan"], []).append((date.fromisoformat(p["mulai"]), akhir))

    assert {j["unit"] for j in jabatan.values()} <= unit
    for daftar in masa.values():
        daftar.sort()
        for (_, akhir), (mulai, _) in pairwise(daftar):
            assert akhir < mulai


def test_camat_baros_bersambung_tanpa_hari_kosong() -> None:
    camat = [
        (p["orang"], p["sifat_tugas"], p["mulai"], p["sampai"])
        for p in baca("serang/pejabat.yaml")["penugasan"]
        if p["jabatan"] == "baros-camat"
    ]

    assert camat == [
        ("wawan", "definitif", "2025-01-02", "2026-08-31"),
        ("dedi", "plt", "2026-09-01", "2026-09-14"),
        ("euis", "definitif", "2026-09-15", None),
    ]


@pytest.mark.parametrize("daerah", ["serang", "banyuwangi"])
def test_akun_menunjuk_orang_unit_dan_peran_yang_ada(daerah: str) -> None:
    akun = baca(f"{daerah}/akun.yaml")["akun"]
    orang = {o["kode"] for o in baca(f"{daerah}/pejabat.yaml")["orang"]}
    unit = {u["slug"] for u in baca(f"{daerah}/unit.yaml")["unit"]}

    assert {a["orang"] for a in akun} <= orang
    assert {p["peran"] for a in akun for p in a["peran"]} <= PERAN
    assert {p["unit"] for a in akun for p in a["peran"]} <= unit
    assert all(a["sifat"] == "contoh" for a in akun)


def test_akun_cerita_lengkap_dan_tidak_ganda() -> None:
    nama = [a["akun"] for d in ("serang", "banyuwangi") for a in baca(f"{d}/akun.yaml")["akun"]]

    assert len(nama) == len(set(nama))
    assert set(nama) == AKUN


# Recorded evaluations -----------------------------------------------------------------------


def test_deret_hasil_evaluasi_serang_seperti_tercatat() -> None:
    hasil = baca("serang/hasil_evaluasi.yaml")["hasil"]

    assert [(h["tahun_tercetak"], h["predikat"], h["nilai"]) for h in hasil] == [
        ("2012", "CC", None),
        ("2013", "CC", None),
        ("2014", "CC", None),
        ("2015", "CC", None),
        ("2016", "B", None),
        ("2017", "BB", "70.01"),
        ("2018", "BB", "74.54"),
        ("2019", "A", "80.08"),
        ("2020", "A", None),
        ("2021", "BB", None),
    ]
    assert [h["tahun_tercetak"] for h in hasil if h["satu_sumber"]] == ["2018", "2020", "2021"]
    assert all((len(h["sumber"]) == 1) == h["satu_sumber"] for h in hasil)


def test_tahun_kinerja_selesai_dilaporkan_sebelum_hasil_diserahkan() -> None:
    """A result handed over cannot rate a year whose report was not yet due (31 March after it)."""
    for h in baca("serang/hasil_evaluasi.yaml")["hasil"]:
        assert int(h["tahun_kinerja"]) == int(h["tahun_evaluasi"]) - 1
        if h["tanggal_penyerahan"]:
            laporan = date(int(h["tahun_kinerja"]) + 1, 3, 31)
            assert laporan < date.fromisoformat(h["tanggal_penyerahan"])


# Published figures --------------------------------------------------------------------------


@pytest.mark.parametrize("berkas", BERKAS_CSV, ids=lambda b: b.relative_to(DATA).as_posix())
def test_csv_berkolom_tetap_dan_berangka_indonesia(berkas: Path) -> None:
    daftar = baris(berkas.relative_to(DATA).as_posix())
    sumber = set(baca("sumber.yaml")["sumber"])
    unit = {u["slug"] for u in baca(f"{berkas.parent.name}/unit.yaml")["unit"]}

    assert list(daftar[0]) == KOLOM
    for b in daftar:
        assert b["unit"] in unit
        assert b["sumber"] in sumber
        assert b["arah"] in {"naik_baik", "turun_baik"}
        assert b["jenis_nilai"] in {"bilangan", "persen", "predikat"}
        assert (b["jenis_nilai"] == "persen") == (b["satuan"] == "%")
        assert re.fullmatch(r"[a-z0-9-]+", b["kode_indikator"])
        assert b["capaian_tercetak"] == "" or ANGKA.fullmatch(b["capaian_tercetak"])
        for nilai in (b["target"], b["realisasi"]):
            assert nilai == "" or bool(ANGKA.fullmatch(nilai)) == (b["jenis_nilai"] != "predikat")


@pytest.mark.parametrize("berkas", BERKAS_CSV, ids=lambda b: b.relative_to(DATA).as_posix())
def test_satu_indikator_satu_makna_dan_satu_baris_per_tahun(berkas: Path) -> None:
    daftar = baris(berkas.relative_to(DATA).as_posix())
    makna: dict[str, set[tuple[str, ...]]] = {}
    for b in daftar:
        tetap = tuple(b[k] for k in ("unit", "indikator", "satuan", "arah", "jenis_nilai"))
        makna.setdefault(b["kode_indikator"], set()).add(tetap)

    assert [k for k, m in makna.items() if len(m) > 1] == []
    assert len(makna) == len({(b["unit"], b["indikator"]) for b in daftar})
    ganda = Counter((b["kode_indikator"], b["tahun"]) for b in daftar)
    assert [k for k, n in ganda.items() if n > 1] == []


def test_banyuwangi_248_baris_93_indikator_16_unit() -> None:
    daftar = baris("banyuwangi/capaian_terbit.csv")

    assert len(daftar) == 248
    assert len({b["kode_indikator"] for b in daftar}) == 93
    assert len({b["unit"] for b in daftar}) == 16
    assert {b["tahun"] for b in daftar} == {"2020", "2021", "2022", "2023", "2024"}


def _standar(target: Decimal, realisasi: Decimal) -> Decimal:
    return realisasi / target * SERATUS


def _turun(target: Decimal, realisasi: Decimal) -> Decimal:
    return (2 * target - realisasi) / target * SERATUS


# What each short code says the publisher did, written out by hand from target and realisasi.
RUMUS: dict[str, Callable[[Decimal, Decimal], Decimal]] = {
    "standar": _standar,
    "standar_bulat": _standar,
    "standar_potong": _standar,
    "turun": _turun,
    "turun_potong": _turun,
    "batas_100": lambda t, r: min(_standar(t, r), SERATUS),
    "rasio_tanpa_kali_100": lambda t, r: r / t,
    "sama_dengan_realisasi": lambda _, r: r,
    "target_nol_0": lambda t, r: t + r,  # both are zero, so is the printed figure
}
RUMUS_SERATUS = {"asumsi_100", "kualitatif", "target_nol_100"}
RUMUS_TANPA_ANGKA = {"tidak_numerik", "tidak_dihitung", "tidak_cocok", "tidak_diterbitkan"}


def _hasil(b: dict[str, str]) -> Decimal:
    if b["rumus_tercetak"] in RUMUS_SERATUS:
        return SERATUS
    return RUMUS[b["rumus_tercetak"]](angka(b["target"]), angka(b["realisasi"]))


def _desimal(teks: str) -> int:
    return len(teks.partition(",")[2])


def test_rumus_tercetak_menghasilkan_capaian_tercetak() -> None:
    salah = []
    for b in (*baris("banyuwangi/capaian_terbit.csv"), *baris("serang/indikator_terbit.csv")):
        if b["rumus_tercetak"] in RUMUS_TANPA_ANGKA:
            continue
        tercetak = b["capaian_tercetak"]
        desimal = 0 if b["rumus_tercetak"] == "standar_bulat" else _desimal(tercetak)
        cara = ROUND_DOWN if b["rumus_tercetak"].endswith("_potong") else ROUND_HALF_UP
        if _hasil(b).quantize(Decimal(1).scaleb(-desimal), cara) != angka(tercetak):
            salah.append((b["kode_indikator"], b["tahun"], _hasil(b), tercetak))

    assert salah == []


def test_baris_yang_tidak_dapat_dipercaya_diberi_catatan() -> None:
    daftar = baris("banyuwangi/capaian_terbit.csv")
    ragu = [
        b
        for b in daftar
        if b["rumus_tercetak"] in {"tidak_cocok", "tidak_numerik", "tidak_dihitung", "asumsi_100"}
        or b["indikator"] in {"Daerah", "Fungsi Perangkat Daerah"}
        or "" in {b["target"], b["realisasi"], b["capaian_tercetak"]}
    ]

    assert len([b for b in daftar if b["rumus_tercetak"] == "tidak_cocok"]) == 13
    assert all(b["catatan"] for b in ragu)


# Holidays -----------------------------------------------------------------------------------


def test_libur_berurutan_tanpa_ganda_dan_jumlahnya_seperti_skb() -> None:
    """2025: 17 + 10 of the SKB + 1 added in August; 2026: 17 + 8 (both totals are published)."""
    tahun = {t["tahun"]: t for t in baca("libur.yaml")["tahun"]}
    jumlah = {t: Counter(h["jenis"] for h in isi_["hari"]) for t, isi_ in tahun.items()}

    assert jumlah["2025"] == {"libur_nasional": 17, "cuti_bersama": 11}
    assert jumlah["2026"] == {"libur_nasional": 17, "cuti_bersama": 8}
    assert not tahun["2027"]["lengkap"]
    for kode, t in tahun.items():
        tanggal = [date.fromisoformat(h["tanggal"]) for h in t["hari"]]
        assert tanggal == sorted(set(tanggal))
        assert {str(x.year) for x in tanggal} == {kode}
