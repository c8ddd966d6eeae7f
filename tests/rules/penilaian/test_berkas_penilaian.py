"""Rule files of scoring: each mistake is refused with file, line and what to write instead."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

import sakip_regulasi
from sakip_rules.galat import BerkasRegulasiSalah
from sakip_rules.penilaian import muat
from sakip_rules.regulasi import Regulasi

AKAR = Path(sakip_regulasi.__file__).parent
BARU = "permenpanrb-88-2021/lembar_evaluasi.yaml"
LAMA = "permenpanrb-12-2015/lembar_evaluasi.yaml"
PREDIKAT = "permenpanrb-88-2021/predikat.yaml"
KONTROL = "permenpanrb-12-2015/kontrol_kerangka.yaml"
LHE = "kebijakan-nasional/pemeriksaan_lhe.yaml"
Rusak = Callable[[str], str]


def ganti(lama: str, baru: str) -> Rusak:
    def rusak(isi: str) -> str:
        assert lama in isi
        return isi.replace(lama, baru, 1)

    return rusak


@pytest.fixture
def pesan(tmp_path: Path) -> Callable[[str, Rusak], str]:
    for identitas in AKAR.glob("*/regulasi.yaml"):
        folder = tmp_path / identitas.parent.name
        folder.mkdir()
        (folder / "regulasi.yaml").write_bytes(identitas.read_bytes())

    def periksa(sumber: str, rusak: Rusak) -> str:
        isi = rusak((AKAR / sumber).read_text(encoding="utf-8"))
        (tmp_path / sumber).write_text(isi, encoding="utf-8")
        return "\n".join(str(satu) for satu in Regulasi(tmp_path).periksa())

    return periksa


@pytest.mark.parametrize("sumber", [BARU, LAMA, PREDIKAT, KONTROL, LHE])
def test_berkas_yang_utuh_diterima(pesan: Callable[[str, Rusak], str], sumber: str) -> None:
    assert pesan(sumber, lambda isi: isi) == ""


@pytest.mark.parametrize(
    ("sumber", "rusak", "kata"),
    [
        pytest.param(
            PREDIKAT,
            ganti('di_atas: "80"', 'di_atas: "81"'),
            ("baris", "celah atau tumpang tindih", "BB dan A"),
            id="celah antara dua kelas",
        ),
        pytest.param(
            PREDIKAT,
            ganti('di_atas: "70"', 'mulai_dari: "70"'),
            ("celah atau tumpang tindih", "B dan BB"),
            id="70 termasuk dua kelas",
        ),
        pytest.param(
            PREDIKAT,
            ganti(
                'sampai_dengan: "100"}\n      - {kode: A,', 'di_bawah: "100"}\n      - {kode: A,'
            ),
            ("AA sampai_dengan 100",),
            id="100 tidak tercakup",
        ),
        pytest.param(
            PREDIKAT,
            ganti('mulai_dari: "0"', 'di_atas: "0"'),
            ("D harus mulai_dari 0",),
            id="nol tidak tercakup",
        ),
        pytest.param(
            PREDIKAT,
            ganti('di_atas: "90", ', 'di_atas: "90", mulai_dari: "90", '),
            ("tepat satu dari di_atas dan mulai_dari",),
            id="dua tepi bawah",
        ),
        pytest.param(PREDIKAT, ganti("kode: A,", "kode: AA,"), ("ganda",), id="kode kelas ganda"),
        pytest.param(PREDIKAT, ganti('"90"', "90.0"), ("float",), id="float"),
        pytest.param(
            BARU,
            ganti('bobot: "4.5"', 'bobot: "4"'),
            ("komponen 3 15", "14.5"),
            id="bobot sub tidak berjumlah",
        ),
        pytest.param(
            BARU,
            lambda isi: isi.replace('bobot: "25"', 'bobot: "24"').replace(
                'bobot: "12.5"', 'bobot: "11.5"'
            ),
            ("bobot komponen 99, bukan 100",),
            id="bobot tidak seratus",
        ),
        pytest.param(
            BARU, ganti("jumlah_butir: 80", "jumlah_butir: 79"), ("79", "80"), id="banyaknya butir"
        ),
        pytest.param(
            BARU, ganti("kode: 4.c.5", "kode: 4.c.4"), ("4.c.4 dipakai 2 kali",), id="kode ganda"
        ),
        pytest.param(
            BARU,
            ganti('{kode: CC, nilai: "60"', '{kode: CC, nilai: "75"'),
            ("menurun",),
            id="skala tidak menurun",
        ),
        pytest.param(
            BARU,
            ganti('{jawaban: CC, di_atas: "50"', '{jawaban: CC, di_atas: "55"'),
            ("celah atau tumpang tindih",),
            id="ambang bercelah",
        ),
        pytest.param(
            BARU,
            ganti(
                'sampai_dengan: "100", pernyataan: true', 'sampai_dengan: "101", pernyataan: true'
            ),
            ("hanya berlaku pada tepat 100",),
            id="pernyataan di luar 100",
        ),
        pytest.param(
            BARU,
            ganti('      - {jawaban: E, mulai_dari: "0", sampai_dengan: "0"}\n', ""),
            ("tiap jawaban skala sekali",),
            id="ambang tidak lengkap",
        ),
        pytest.param(
            BARU,
            ganti("tanpa_pernyataan: BB", "tanpa_pernyataan: B"),
            ("salah satu jawaban pada 100",),
            id="batas tanpa pernyataan",
        ),
        pytest.param(
            BARU, ganti("skala: aa_e", "skala: aa_f"), ("“aa_f” tidak ada",), id="skala asing"
        ),
        pytest.param(
            LAMA,
            ganti("{kode: A.I.1, skala: ya_tidak,", "{kode: A.I.1,"),
            ("pada tiap butir",),
            id="butir tanpa skala",
        ),
        pytest.param(
            LAMA,
            ganti('E.II: "12.5"}', 'E.II: "12"}'),
            ("komponen E 20", "19.5"),
            id="bobot varian tidak berjumlah",
        ),
        pytest.param(
            LAMA,
            ganti('{E.I: "7.5"', '{D.III: "3", E.I: "7.5"'),
            ("D.III sudah ditentukan varian",),
            id="bobot ditulis dua kali",
        ),
        pytest.param(
            LAMA,
            ganti("    objek_banyak: true\n", "    objek_banyak: true\n    jumlah_butir: 92\n"),
            ("tepat satu: varian atau jumlah_butir",),
            id="varian dan jumlah butir",
        ),
        pytest.param(
            KONTROL,
            ganti("jumlah_aturan: 128", "jumlah_aturan: 127"),
            ("tertulis 127 aturan, yang ada 128",),
            id="banyaknya aturan",
        ),
        pytest.param(
            KONTROL,
            ganti("acuan: [A.I.2], butir: [A.I.10]", "acuan: [A.I.2, A.I.5], butir: [A.I.10]"),
            ("tepat satu acuan",),
            id="acuan lebih dari satu",
        ),
        pytest.param(
            KONTROL,
            ganti("acuan: [A.I.2], butir: [A.I.10]", "acuan: [A.I.10], butir: [A.I.10]"),
            ("acuan dirinya",),
            id="mengacu diri sendiri",
        ),
        pytest.param(LHE, ganti("dipotong", "dikira"), ("salah satu dari",), id="cara asing"),
    ],
)
def test_berkas_yang_salah_ditolak_dengan_sebabnya(
    pesan: Callable[[str, Rusak], str], sumber: str, rusak: Rusak, kata: tuple[str, ...]
) -> None:
    hasil = pesan(sumber, rusak)

    assert sumber in hasil
    assert [satu for satu in kata if satu not in hasil] == [], hasil


def test_kontrol_yang_menyebut_butir_asing_ditolak(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(AKAR, tmp_path, dirs_exist_ok=True)
    berkas = tmp_path / KONTROL
    isi = berkas.read_text(encoding="utf-8")
    berkas.write_text(isi.replace("butir: [A.I.10]", "butir: [A.I.99]", 1), encoding="utf-8")
    monkeypatch.setattr(muat, "muat_regulasi", lambda: Regulasi(tmp_path))

    with pytest.raises(BerkasRegulasiSalah, match=r"butir A\.I\.99 yang tidak ada di lembar"):
        muat._lembar.__wrapped__(date(2015, 7, 2), "unit_kerja")
