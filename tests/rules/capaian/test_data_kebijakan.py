"""Data and code name the same things: formulas, switches, scales; and faulty data is refused."""

from collections.abc import Callable
from enum import StrEnum
from pathlib import Path

import pytest
from bantu_capaian import BAWAAN, PADA

import sakip_regulasi
from sakip_rules.capaian import (
    Agregasi,
    AnakKosong,
    Arah,
    Limpahan,
    LuarRentang,
    NilaiOrdinal,
    PeriodeKosong,
    RealisasiNol,
    TargetNegatif,
    TargetNol,
    daftar_skala,
    skala,
)
from sakip_rules.capaian.kaidah import ID_SAKELAR
from sakip_rules.capaian.rumus import POLA, RUMUS
from sakip_rules.galat import MasukanSalah
from sakip_rules.regulasi import Regulasi, muat_regulasi

FOLDER = Path(sakip_regulasi.__file__).parent


@pytest.mark.parametrize(
    ("id_kaidah", "jenis"),
    [
        ("capaian.target_nol", TargetNol),
        ("capaian.target_negatif", TargetNegatif),
        ("capaian.realisasi_nol", RealisasiNol),
        ("capaian.limpahan", Limpahan),
        ("capaian.luar_rentang", LuarRentang),
        ("capaian.ordinal", NilaiOrdinal),
        ("agregasi.periode_kosong", PeriodeKosong),
        ("agregasi.anak_kosong", AnakKosong),
    ],
)
def test_pilihan_sakelar_sama_dengan_yang_dikenal_kode(
    id_kaidah: str, jenis: type[StrEnum]
) -> None:
    assert BAWAAN.sakelar[id_kaidah].isi.kode == tuple(jenis)


def test_bawaan_nasional_seperti_tertulis_pada_tafsir() -> None:
    assert dict(BAWAAN.pilihan()) == {
        "capaian.batas_atas": "tanpa",
        "capaian.batas_bawah": "tanpa",
        "capaian.target_nol": "tidak_dapat_dihitung",
        "capaian.target_negatif": "tukar_rumus",
        "capaian.realisasi_nol": "dihitung",
        "capaian.limpahan": "apa_adanya",
        "capaian.luar_rentang": "batas_terdekat",
        "capaian.ordinal": "skor",
        "agregasi.periode_kosong": "tunda",
        "agregasi.anak_kosong": "tunda",
    }


def test_setiap_sakelar_punya_tafsir_dan_dasar() -> None:
    assert set(BAWAAN.sakelar) == set(ID_SAKELAR)
    assert [id for id, kaidah in BAWAAN.sakelar.items() if not kaidah.tafsir] == []
    assert [id for id, kaidah in BAWAAN.sakelar.items() if not kaidah.dasar] == []


def test_setiap_rumus_dipakai_dan_yang_dipakai_ada() -> None:
    dipakai = {
        nama
        for rumus in BAWAAN.indikator.isi.menurut_arah.values()
        for nama in (rumus.target_positif, rumus.target_negatif)
    }

    assert dipakai == set(RUMUS) == set(POLA)
    assert set(BAWAAN.rumus) == set(Arah) - {Arah.RENTANG}


def test_setiap_cara_agregasi_tertulis_pada_kaidah() -> None:
    assert BAWAAN.periode.isi.cara == tuple(Agregasi)


def test_tidak_ada_predikat_yang_berada_pada_dua_skala() -> None:
    kode = [kode.casefold() for s in daftar_skala(PADA) for kode, _ in s.tingkat]

    assert len(set(kode)) == len(kode)


def test_skala_menolak_kode_yang_tidak_dimilikinya() -> None:
    opini = skala("skala.opini_bpk", PADA)

    assert [opini.skor(kode) for kode in ("TMP", "TW", "WDP", "WTP")] == [1, 2, 3, 4]
    with pytest.raises(MasukanSalah, match="“BB” tidak ada pada skala opini BPK"):
        opini.skor("BB")


def _ganti(lama: str, baru: str) -> Callable[[str], str]:
    def rusak(isi: str) -> str:
        assert lama in isi
        return isi.replace(lama, baru, 1)

    return rusak


@pytest.mark.parametrize(
    ("berkas", "rusak", "kata"),
    [
        pytest.param(
            "sakelar.yaml", _ganti("bawaan: tanpa", "bawaan: 150"), "int", id="bawaan bukan teks"
        ),
        pytest.param(
            "sakelar.yaml",
            _ganti("bawaan: tanpa", 'bawaan: "150"'),
            "bawaan “150” bukan salah satu pilihan",
            id="bawaan di luar pilihan",
        ),
        pytest.param(
            "sakelar.yaml",
            _ganti('{kode: "100"', '{kode: "110"'),
            "kode pilihan ganda",
            id="pilihan ganda",
        ),
        pytest.param(
            "capaian.yaml",
            _ganti("realisasi_per_target", "realisasi_kali_target"),
            "salah satu dari realisasi_per_target",
            id="rumus yang tidak ada",
        ),
        pytest.param(
            "capaian.yaml",
            _ganti("      - {bila: {target: kosong}, status: tidak_dapat_dihitung}\n", ""),
            "tabel keadaan tidak lengkap",
            id="keadaan yang terlupa",
        ),
        pytest.param(
            "capaian.yaml",
            _ganti("status: belum_diisi", "status: terhitung"),
            "salah satu dari",
            id="status terhitung tanpa angka",
        ),
        pytest.param(
            "capaian.yaml", _ganti("angka_desimal: 2", "angka_desimal: 2.0"), "float", id="desimal"
        ),
        pytest.param(
            "skala.yaml", _ganti("kode: CC", "kode: c"), "ada yang ganda", id="kode skala ganda"
        ),
        pytest.param(
            "agregasi.yaml",
            _ganti("[jumlah,", "[penjumlahan,"),
            "salah satu dari jumlah",
            id="cara",
        ),
    ],
)
def test_data_yang_salah_ditolak(
    tmp_path: Path, berkas: str, rusak: Callable[[str], str], kata: str
) -> None:
    for asal in FOLDER.glob("*/*.yaml"):
        tujuan = tmp_path / asal.relative_to(FOLDER)
        tujuan.parent.mkdir(exist_ok=True)
        isi = asal.read_text(encoding="utf-8")
        salah = asal.parent.name == "kebijakan-nasional" and asal.name == berkas
        tujuan.write_text(rusak(isi) if salah else isi, encoding="utf-8")

    pesan = [str(galat) for galat in Regulasi(tmp_path).periksa()]

    assert any(kata in satu for satu in pesan), pesan
    assert all(satu.startswith(f"kebijakan-nasional/{berkas}") for satu in pesan)


def test_kaidah_capaian_ada_pada_data_yang_dibawa_program() -> None:
    assert set(ID_SAKELAR) < set(muat_regulasi().daftar_kaidah("kebijakan-nasional"))
