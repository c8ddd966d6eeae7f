"""``sakip hitung capaian``: rows in, the same rows with status, capaian and reason out."""

import csv
import io
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from contextlib import redirect_stdout
from pathlib import Path

import pytest

from sakip.perintah import main
from sakip_rules.angka import FormatAngka, baca_angka
from sakip_rules.capaian import CaraBulat, Pembulatan, bulatkan
from sakip_rules.regulasi import muat_regulasi

KEPALA = "indikator;satuan;arah;target;realisasi"

Keluaran = tuple[int, list[dict[str, str]], str]
Jalankan = Callable[..., Keluaran]


@pytest.fixture
def jalankan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Jalankan:
    """Write a file, run the command on it, give exit code, rows and what stderr says."""

    def jalan(isi: str | bytes, *pilihan: str, pemisah: str = ";") -> Keluaran:
        berkas = tmp_path / "masukan.csv"
        berkas.write_bytes(isi if isinstance(isi, bytes) else isi.encode())
        kode = main(["hitung", "capaian", str(berkas), *pilihan])
        keluar, galat = capsys.readouterr()
        return kode, list(csv.DictReader(io.StringIO(keluar), delimiter=pemisah)), galat

    return jalan


def _tabel(*baris: str) -> str:
    return "\n".join([KEPALA, *baris]) + "\n"


def test_baris_yang_sama_ditambah_tiga_kolom(jalankan: Jalankan) -> None:
    kode, hasil, galat = jalankan(
        "unit;indikator;satuan;arah;target;realisasi;catatan\n"
        "Baros;Waktu layanan;menit;turun_baik;30;41;apa adanya\n"
    )

    assert (kode, galat) == (0, "")
    assert hasil == [
        {
            "unit": "Baros",
            "indikator": "Waktu layanan",
            "satuan": "menit",
            "arah": "turun_baik",
            "target": "30",
            "realisasi": "41",
            "catatan": "apa adanya",
            "status": "terhitung",
            "capaian": "63,333333",
            "keterangan": "",
        }
    ]


@pytest.mark.parametrize(
    ("baris", "capaian"),
    [
        pytest.param("a;%;naik_baik;80;60", "75,000000", id="naik 60/80"),
        pytest.param("a;%;turun_baik;11,22;9,18", "118,181818", id="turun TPT"),
        pytest.param("a;%;stabil;50;55", "90,000000", id="stabil"),
        pytest.param("a;%;rentang;80..90;72", "90,000000", id="rentang"),
        pytest.param("a;%;naik_baik;85,5;85,5", "100,000000", id="85,5 satu angka"),
        pytest.param("a;%;naik_baik;85,5%;85,5 %", "100,000000", id="persen"),
        pytest.param("a;desa;naik_baik;11/14;11/14", "100,000000", id="rasio tepat 100"),
        pytest.param("a;%;naik_baik;35;11/32", "98,214286", id="rasio terhadap persen"),
        pytest.param("a;Rp;naik_baik;2.770,00;2.672,44", "96,477978", id="ribuan"),
        pytest.param("a;opini;naik_baik;WTP;WDP", "75,000000", id="predikat"),
        pytest.param("a;;naik_baik;Ya;ya", "100,000000", id="ya"),
        pytest.param("a;%;naik_baik;-2;-1", "150,000000", id="target negatif"),
        pytest.param("a;%;turun_baik;30;65", "-16,666667", id="negatif"),
        pytest.param("a;%;naik_baik;80;0", "0,000000", id="nol"),
        pytest.param("a;%;naik_baik;9999999;-0,000001", "0,000000", id="tanpa minus nol"),
        pytest.param("a;%;naik_baik;0,01;5000", "50000000,000000", id="besar tanpa pemisah"),
        pytest.param("a;%; NAIK_BAIK ;80;60", "75,000000", id="arah longgar"),
    ],
)
def test_satu_baris(jalankan: Jalankan, baris: str, capaian: str) -> None:
    kode, hasil, _ = jalankan(_tabel(baris))

    assert kode == 0
    assert (hasil[0]["status"], hasil[0]["capaian"]) == ("terhitung", capaian)


@pytest.mark.parametrize(
    ("baris", "status", "kata"),
    [
        ("a;%;naik_baik;0;5", "tidak_dapat_dihitung", "Target nol"),
        ("a;%;naik_baik;;5", "tidak_dapat_dihitung", "Target belum ditetapkan"),
        ("a;%;naik_baik;80;", "belum_diisi", "kosong bukan nol"),
        ("a;%;naik_baik;-;", "tidak_dinilai", "tidak dinilai"),
        ("a;%;naik_baik;90;0/0", "tidak_dinilai", "tidak ada yang diukur"),
    ],
)
def test_status_tanpa_angka_bukan_galat(
    jalankan: Jalankan, baris: str, status: str, kata: str
) -> None:
    kode, hasil, galat = jalankan(_tabel(baris))

    assert (kode, galat) == (0, "")
    assert (hasil[0]["status"], hasil[0]["capaian"]) == (status, "")
    assert kata in hasil[0]["keterangan"]


@pytest.mark.parametrize(
    ("baris", "kata"),
    [
        ("a;%;naik;80;60", "Arah “naik” tidak dikenal"),
        ("a;%;naik_baik;delapan;60", "tidak sejenis"),
        ("a;%;naik_baik;delapan;enam", "bukan angka"),
        ("a;%;naik_baik;80-90;85", "80..90"),
        ("a;%;rentang;80;85", "arah rentang perlu target rentang"),
        ("a;%;naik_baik;80..90;85", "tidak dapat dibandingkan"),
        ("a;opini;naik_baik;WTP;BB", "satu skala"),
        ("a;desa;naik_baik;11/14;12", "tidak sejenis"),
        ("a;%;naik_baik;80;-", "bermakna ganda"),
        ("a;%;naik_baik;80", "berisi 4 kolom, kepala berkas 5"),
        ("a;%;naik_baik;80;60;9", "berisi 6 kolom, kepala berkas 5"),
    ],
)
def test_baris_salah_menjadi_galat_dan_yang_lain_tetap_dihitung(
    jalankan: Jalankan, baris: str, kata: str
) -> None:
    kode, hasil, galat = jalankan(_tabel("x;%;naik_baik;80;60", baris, "y;%;naik_baik;80;80"))

    assert kode == 1
    assert [h["status"] for h in hasil] == ["terhitung", "galat", "terhitung"]
    assert [h["capaian"] for h in hasil] == ["75,000000", "", "100,000000"]
    assert kata in hasil[1]["keterangan"]
    assert "1 dari 3 baris galat" in galat


@pytest.mark.parametrize(
    ("isi", "pemisah"),
    [
        pytest.param("\ufeff" + _tabel("a;%;naik_baik;80;60"), ";", id="BOM"),
        pytest.param(_tabel("a;%;naik_baik;80;60").replace(";", ","), ",", id="koma"),
        pytest.param(_tabel("a;%;naik_baik;80;60").replace(";", "\t"), "\t", id="tab"),
        pytest.param(_tabel("a;%;naik_baik;80;60").replace("\n", "\r\n"), ";", id="CRLF"),
        pytest.param(
            "\n\n" + _tabel("", "a;%;naik_baik;80;60", ";;;;", ""), ";", id="baris kosong"
        ),
        pytest.param(
            _tabel("a;%;naik_baik;80;60").replace("indikator", " Indikator "), ";", id="kepala"
        ),
        pytest.param(_tabel('"a\nb";%;naik_baik;80;60'), ";", id="baris baru dalam kutip"),
    ],
)
def test_bentuk_berkas_yang_diterima(jalankan: Jalankan, isi: str, pemisah: str) -> None:
    kode, hasil, galat = jalankan(isi, pemisah=pemisah)

    assert (kode, galat) == (0, "")
    assert [h["capaian"] for h in hasil] == ["75,000000"]


def test_angka_terbit_keluar_seperti_tercetak_juga_lewat_pintu_ini(jalankan: Jalankan) -> None:
    """The published figures beside the rules, through the command line in one file."""
    kasus = [
        satu
        for contoh in muat_regulasi().daftar_contoh()
        if contoh.kaidah == "capaian.indikator"
        for satu in contoh.kasus
        if satu.hasil is not None and "kebijakan" not in satu.masukan
    ]
    isi = io.StringIO()
    penulis = csv.writer(isi, delimiter=";")
    penulis.writerow(KEPALA.split(";"))
    for satu in kasus:
        m = satu.masukan
        penulis.writerow([satu.nama, "", m["arah"], m["target"], m["realisasi"] or ""])

    kode, hasil, galat = jalankan(isi.getvalue())

    assert (kode, galat) == (0, "")
    assert len(hasil) == len(kasus) > 45
    for baris, satu in zip(hasil, kasus, strict=True):
        harapan = satu.hasil or {}
        assert baris["status"] == harapan["status"]
        assert (baris["capaian"] == "") is (harapan["capaian"] is None)
        if harapan["capaian"] is not None:
            bulat = bulatkan(
                baca_angka(baris["capaian"], FormatAngka.ID),
                Pembulatan(
                    int(satu.masukan["desimal"]),
                    CaraBulat(satu.masukan.get("pembulatan", "setengah_ke_atas")),
                ),
            )
            assert bulat == baca_angka(harapan["capaian"], FormatAngka.ID), satu.nama


def test_koma_desimal_dalam_berkas_berpemisah_koma_diberi_kutip(jalankan: Jalankan) -> None:
    isi = 'indikator,satuan,arah,target,realisasi\na,%,naik_baik,"80,5","40,25"\n'

    assert jalankan(isi, pemisah=",")[1][0]["capaian"] == "50,000000"


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        pytest.param(b"", "berkas kosong", id="kosong"),
        pytest.param(b" \n \n", "berkas kosong", id="hanya baris kosong"),
        pytest.param(b"PK\x03\x04aaaa", "Excel (.xlsx)", id="xlsx"),
        pytest.param(b"\xd0\xcf\x11\xe0aaa", "Excel lama (.xls)", id="xls"),
        pytest.param(b"%PDF-1.7 aaa", "PDF", id="pdf"),
        pytest.param(_tabel("a;%;naik_baik;80;60").encode("utf-16"), "UTF-16", id="utf-16"),
        pytest.param(b"a\x00b;c", "biner", id="biner"),
        pytest.param(
            _tabel("a;%;naik_baik;80;60", "M\xe9ja;%;naik_baik;80;60").encode("latin-1"),
            "bukan teks UTF-8 (baris 3)",
            id="latin-1",
        ),
        pytest.param(b"indikator;arah;target;realisasi\n", "kolom satuan tidak ada", id="kolom"),
        pytest.param(b"a;b;c\n1;2;3\n", "indikator, satuan, arah, target, realisasi", id="asing"),
    ],
)
def test_berkas_yang_tidak_terbaca_tidak_menghasilkan_apa_pun(
    jalankan: Jalankan, isi: bytes, kata: str
) -> None:
    kode, hasil, galat = jalankan(isi)

    assert (kode, hasil) == (2, [])
    assert kata in galat


def test_rusak_di_ujung_berkas_panjang_tidak_menghasilkan_setengah(jalankan: Jalankan) -> None:
    isi = _tabel(*["a;%;naik_baik;80;60"] * 30_000).encode() + b"M\xe9ja;%;naik_baik;80;60\n"

    kode, hasil, galat = jalankan(isi)

    assert (kode, hasil) == (2, [])
    assert "baris 30002" in galat


def test_kolom_raksasa_disebut_rusak(jalankan: Jalankan) -> None:
    kode, hasil, galat = jalankan(_tabel("a" * 200_000 + ";%;naik_baik;80;60"))

    assert (kode, hasil) == (2, [])
    assert "susunan CSV rusak" in galat


def test_berkas_tidak_ada_dan_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["hitung", "capaian", str(tmp_path / "tidak-ada.csv")]) == 2
    assert "tidak-ada.csv: berkas tidak ada" in capsys.readouterr().err
    assert main(["hitung", "capaian", str(tmp_path)]) == 2
    assert "ini folder" in capsys.readouterr().err


def test_kolom_yang_sudah_ada_tetap_dan_hasil_di_kanan(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    berkas = tmp_path / "a.csv"
    berkas.write_text(f"{KEPALA};keterangan\na;%;naik_baik;80;60;dari dinas\n", encoding="utf-8")

    kode = main(["hitung", "capaian", str(berkas)])
    keluar, galat = capsys.readouterr()

    assert kode == 0
    assert keluar.splitlines()[1] == "a;%;naik_baik;80;60;dari dinas;terhitung;75,000000;"
    assert "kolom keterangan sudah ada" in galat


def test_format_inggris_dikenali_dan_dipakai_pada_keluaran(jalankan: Jalankan) -> None:
    kode, hasil, _ = jalankan(_tabel("a;Rp;naik_baik;1,234.50;2,469", "b;%;naik_baik;3;2"))

    assert kode == 0
    assert [h["capaian"] for h in hasil] == ["200.000000", "66.666667"]


@pytest.mark.parametrize(("format", "capaian"), [("id", "100,000000"), ("en", "100.000000")])
def test_format_disebut(jalankan: Jalankan, format: str, capaian: str) -> None:
    hasil = jalankan(_tabel("a;Rp;naik_baik;1.234;1.234"), "--format-angka", format)[1]

    assert hasil[0]["capaian"] == capaian


def test_tanpa_bukti_titik_adalah_ribuan(jalankan: Jalankan) -> None:
    # 1.234 is 1234: 617 ÷ 1234 × 100 = 50
    assert jalankan(_tabel("a;Rp;naik_baik;1.234;617"))[1][0]["capaian"] == "50,000000"


def test_dua_format_dalam_satu_berkas_disebut_barisnya(jalankan: Jalankan) -> None:
    kode, hasil, galat = jalankan(
        _tabel(
            "a;Rp;naik_baik;1.234,5;1.234,5",
            "b;Rp;naik_baik;80,5;80,5",
            "c;Rp;naik_baik;1,234.5;1,234.5",
            "d;Rp;naik_baik;1.234;1.234",
            "e;Rp;naik_baik;80;80",
        )
    )

    assert kode == 1
    assert [h["status"] for h in hasil] == [
        "terhitung",
        "terhitung",
        "galat",
        "galat",
        "terhitung",
    ]
    assert "format en" in hasil[2]["keterangan"]
    assert "bermakna ganda" in hasil[3]["keterangan"]
    assert "id (1.234,56) di baris 2, 2, 3, 3; en (1,234.56) di baris 4, 4" in galat
    assert "--format-angka" in galat


def test_format_yang_disebut_menghapus_keraguan(jalankan: Jalankan) -> None:
    kode, hasil, galat = jalankan(
        _tabel(
            "a;Rp;naik_baik;1.234,5;1.234,5", "b;Rp;naik_baik;1,234.5;1", "c;;naik_baik;1.234;1"
        ),
        "--format-angka",
        "id",
    )

    assert kode == 1
    assert [h["status"] for h in hasil] == ["terhitung", "galat", "terhitung"]
    assert "tercampur" not in galat


@pytest.mark.parametrize(
    ("batas", "capaian"),
    [("tanpa", "300,000000"), ("120", "120,000000"), ("110", "110,000000"), ("100", "100,000000")],
)
def test_batas_atas(jalankan: Jalankan, batas: str, capaian: str) -> None:
    kode, hasil, _ = jalankan(_tabel("a;%;naik_baik;1;3"), "--batas-atas", batas)

    assert (kode, hasil[0]["capaian"]) == (0, capaian)
    assert ("dipotong" in hasil[0]["keterangan"]) is (batas != "tanpa")


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        (["--batas-atas", "150"], "pilih tanpa, 100, 110, 120"),
        (["--batas-atas", "banyak"], "bukan satu angka"),
        (["--tahun", "2013"], "capaian.indikator tidak berlaku pada 2013-12-31"),
        (["--tahun", "0"], "Tahun 0 tidak ada"),
    ],
)
def test_pilihan_yang_tidak_dapat_dipakai(
    jalankan: Jalankan, pilihan: list[str], kata: str
) -> None:
    kode, hasil, galat = jalankan(_tabel("a;%;naik_baik;1;3"), *pilihan)

    assert (kode, hasil) == (2, [])
    assert kata in galat


def test_tahun_memilih_kaidah_pada_akhir_tahun_itu(jalankan: Jalankan) -> None:
    assert jalankan(_tabel("a;%;naik_baik;80;60"), "--tahun", "2014")[0] == 0


@pytest.mark.parametrize(
    ("argumen", "kata"),
    [
        ([], "belum disebut: BERKAS.csv"),
        (["a.csv", "--format-angka", "de"], "'de' tidak ada; pilih dari 'id', 'en'"),
        (["a.csv", "--tahun", "dua"], "--tahun: nilai tidak sah: 'dua'"),
        (["a.csv", "--warna"], "tidak dikenal: --warna"),
    ],
)
def test_salah_pakai_menyebut_apa_dan_di_mana_bantuannya(
    argumen: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as keluar:
        main(["hitung", "capaian", *argumen])

    assert keluar.value.code == 2
    galat = capsys.readouterr().err
    assert kata in galat
    assert "sakip hitung capaian --help" in galat


def _program(*argumen: str, masukan: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "sakip.perintah", *argumen],
        input=masukan,
        capture_output=True,
        check=False,
    )


def test_dari_pipa() -> None:
    hasil = _program("hitung", "capaian", "-", masukan=_tabel("a;%;naik_baik;80;60").encode())

    assert (hasil.returncode, hasil.stderr) == (0, b"")
    assert hasil.stdout.decode().splitlines()[1] == "a;%;naik_baik;80;60;terhitung;75,000000;"


def test_pembaca_pipa_yang_pergi_tidak_menjadi_galat(tmp_path: Path) -> None:
    berkas = tmp_path / "panjang.csv"
    berkas.write_text(_tabel(*["a;%;naik_baik;80;60"] * 20_000), encoding="utf-8")
    with subprocess.Popen(
        [sys.executable, "-m", "sakip.perintah", "hitung", "capaian", str(berkas)],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    ) as proses:
        assert proses.stdout is not None
        assert proses.stderr is not None
        proses.stdout.readline()
        proses.stdout.close()
        galat = proses.stderr.read()

    assert (proses.returncode, galat) == (0, b"")


def test_tidak_memuat_django_atau_basis_data(tmp_path: Path) -> None:
    berkas = tmp_path / "a.csv"
    berkas.write_text(_tabel("a;%;naik_baik;80;60"), encoding="utf-8")
    program = (
        "import sys; from sakip.perintah import main; "
        f"main(['hitung', 'capaian', {str(berkas)!r}]); "
        "print(sorted({m.split('.')[0] for m in sys.modules} & "
        "{'django', 'psycopg', 'typer', 'rich', 'jinja2'}))"
    )
    hasil = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )

    assert hasil.stdout.splitlines()[-1] == "[]"


def test_ingatan_tidak_tumbuh_dengan_panjang_berkas(tmp_path: Path) -> None:
    puncak = []
    for banyak in (2_000, 16_000):
        berkas = tmp_path / f"{banyak}.csv"
        baris = (f"i{n};%;naik_baik;{n + 1},25;{n},5" for n in range(banyak))
        berkas.write_text(_tabel(*baris), encoding="utf-8")
        with (tmp_path / "hasil").open("w", encoding="utf-8") as hasil, redirect_stdout(hasil):
            tracemalloc.start()
            assert main(["hitung", "capaian", str(berkas)]) == 0
            puncak.append(tracemalloc.get_traced_memory()[1])
            tracemalloc.stop()

    sedikit, banyak = puncak
    assert banyak < 2 * sedikit
