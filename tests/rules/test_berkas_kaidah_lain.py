"""Rule files of other kinds than capaian and scoring: each mistake is named with its line."""

from collections.abc import Callable
from pathlib import Path

import pytest

import sakip_regulasi
from sakip_rules.galat import BerkasRegulasiSalah
from sakip_rules.regulasi import Regulasi

AKAR = Path(sakip_regulasi.__file__).parent

Rusak = Callable[[str], str]


def _ganti(lama: str, baru: str) -> Rusak:
    def rusak(isi: str) -> str:
        assert lama in isi
        return isi.replace(lama, baru, 1)

    return rusak


def _pesan(tmp_path: Path, sumber: str, rusak: Rusak) -> str:
    for folder in AKAR.iterdir():
        if (folder / "regulasi.yaml").exists():
            (tmp_path / folder.name).mkdir()
            salinan = (folder / "regulasi.yaml").read_text(encoding="utf-8")
            (tmp_path / folder.name / "regulasi.yaml").write_text(salinan, encoding="utf-8")
    tujuan = tmp_path / sumber
    tujuan.write_text(rusak((AKAR / sumber).read_text(encoding="utf-8")), encoding="utf-8")
    salah = Regulasi(tmp_path).periksa()
    assert len(salah) >= 1
    assert all(isinstance(satu, BerkasRegulasiSalah) for satu in salah)
    return "\n".join(map(str, salah))


KATEGORI = "permendagri-86-2017/kategori_capaian.yaml"
TENGGAT = "permenpanrb-53-2014/tenggat.yaml"
SKM = "permenpanrb-14-2017/skm.yaml"
TAFSIR_KATEGORI = "tafsir: [tafsir-0001, tafsir-0002, tafsir-0014]"
EFISIENSI = "kebijakan-nasional/efisiensi.yaml"
SUSUNAN = "permenpanrb-53-2014/susunan_dokumen.yaml"


@pytest.mark.parametrize(
    ("sumber", "rusak", "kata"),
    [
        (KATEGORI, _ganti('sampai: "90"', 'sampai: "89"'), ("tinggi berakhir 89", "mulai 91")),
        (KATEGORI, _ganti("dari: null", 'dari: "0"'), ("hanya kelas terendah",)),
        (KATEGORI, _ganti('dari: "76"', "dari: null"), ("hanya kelas terendah",)),
        (KATEGORI, _ganti('dari: "91"', "dari: 91.0"), ("float",)),
        (
            KATEGORI,
            _ganti("tafsir: [tafsir-0001, tafsir-0002, tafsir-0014]\n    ", ""),
            ("tafsir",),
        ),
        (TENGGAT, _ganti('banyak: "1"', 'banyak: "1.5"'), ("1.5 bukan bilangan bulat",)),
        (TENGGAT, _ganti('banyak: "1"', 'banyak: "0"'), ("lebih kecil dari 1",)),
        (TENGGAT, _ganti("    bawaan_hari_libur: tetap\n", ""), ("bawaan_hari_libur ditulis",)),
        (TENGGAT, _ganti("satuan: bulan", "satuan: minggu"), ("bulan, hari, hari_kerja",)),
        (
            TENGGAT,
            _ganti("    tafsir: [tafsir-0003, tafsir-0004, tafsir-0005, tafsir-0006]\n", ""),
            ("menunjuk sebuah tafsir",),
        ),
        (SKM, _ganti("kode: U2", "kode: U1"), ("kode unsur ganda",)),
        (SKM, _ganti('sampai: "88.30"', 'sampai: "88.29"'), ("B berakhir 88.29", "0.01")),
        (SKM, _ganti('dari: "25.00"', 'dari: "24.00"'), ("jangkauan indeks",)),
        (SKM, _ganti('pengali: "25"', 'pengali: "20"'), ("mencakup 20 sampai 80",)),
        (EFISIENSI, _ganti('jepit: {dari: "-20", sampai: "20"}', "jepit: null"), ("jepit wajib",)),
        (EFISIENSI, _ganti("jepit: null", 'jepit: {dari: "-1", sampai: "1"}'), ("jepit wajib",)),
        (EFISIENSI, _ganti('dari: "-20"', 'dari: "-10"'), ("setangkup",)),
        (EFISIENSI, _ganti("rumus: realisasi_per_pagu", "rumus: realisasi"), ("salah satu dari",)),
        (SUSUNAN, _ganti("kode: tanda_tangan", "kode: pernyataan"), ("“pernyataan” ganda",)),
        (SUSUNAN, _ganti("kode: lampiran,", "kode: sisipan,"), ("sebelum induknya “lampiran”",)),
        (SUSUNAN, _ganti("nomor: 2,", "nomor: 3,"), ("berurutan; tertulis 1, 3, 3",)),
        (SUSUNAN, _ganti("[target_realisasi, ", "[realisasi, "), ("“realisasi” tidak didaftar",)),
        (
            SUSUNAN,
            _ganti("sebab_solusi, efisiensi,", "efisiensi,"),
            ("sebab_solusi tidak dipakai",),
        ),
        (SUSUNAN, _ganti("keharusan: wajib", "keharusan: sunah"), ("wajib, bila_ada, dianjurkan",)),
        (SUSUNAN, _ganti('letak: "Formulir I/1-6"', "isi: kosong"), ("“letak” wajib ada",)),
    ],
)
def test_berkas_yang_salah_ditolak_dengan_sebabnya(
    tmp_path: Path, sumber: str, rusak: Rusak, kata: tuple[str, ...]
) -> None:
    pesan = _pesan(tmp_path, sumber, rusak)

    assert sumber in pesan
    assert " baris " in pesan
    assert [satu for satu in kata if satu not in pesan] == [], pesan
