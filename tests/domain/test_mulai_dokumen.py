"""Beginning each document of the law: who may, for how long, and only once for a year."""

from typing import Any

import pytest

from domain.dokumen_uji import RENSTRA, mulai, tata_renstra, tetapkan
from domain.pemeran import Dunia, hitung_baris
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.perencanaan.models import (
    DokumenVersi,
    IndikatorVersi,
    RiwayatRencana,
    SimpulVersi,
    TargetVersi,
)


def _simpul(versi: DokumenVersi) -> list[tuple[str, str]]:
    return list(
        SimpulVersi.objects.filter(dokumen_versi=versi)
        .order_by("urutan")
        .values_list("jenis", "uraian")
    )


@pytest.mark.parametrize(
    ("jenis", "mulai_", "selesai", "pertama"),
    [
        ("rpjpd", 2026, 2045, "visi"),
        ("rpjmd", 2026, 2030, "visi"),
        ("rpd", 2026, 2027, "tujuan"),
        ("rkpd", 2027, 2027, "tujuan"),
    ],
)
def test_dokumen_pemda_dimulai_perencana(
    dunia: Dunia, jenis: str, mulai_: int, selesai: int, pertama: str
) -> None:
    versi = mulai(
        dunia,
        "gita",
        unit=dunia.instansi.slug,
        jenis=jenis,
        tahun_mulai=mulai_,
        tahun_selesai=selesai,
    )

    assert (versi.dokumen.jenis, versi.nomor, versi.ditetapkan) == (jenis, 1, None)
    assert (versi.dokumen.tahun_mulai, versi.dokumen.tahun_selesai) == (mulai_, selesai)
    assert versi.dokumen.sifat == "contoh"
    assert _simpul(versi) == [(pertama, "Meningkatnya pelayanan")]


def test_dokumen_perangkat_daerah_dimulai_penyusunnya(dunia: Dunia) -> None:
    versi = mulai(dunia)

    assert versi.dokumen.judul == "Renstra 2026–2030"
    assert _simpul(versi) == [("tujuan", "Meningkatnya pelayanan")]
    riwayat = RiwayatRencana.objects.get(dokumen_versi=versi)
    assert (riwayat.tindakan, riwayat.ke, riwayat.oleh_id) == (
        "susun",
        "konsep",
        dunia.orang["ani"].pengguna_id,
    )


def test_keputusan_iku_memuat_indikator_iku_saja(dunia: Dunia) -> None:
    tetapkan(dunia, tata_renstra(dunia))

    versi = mulai(dunia, jenis="iku", judul="IKU", tahun_selesai=2026, uraian="")

    wording = IndikatorVersi.objects.filter(dokumen_versi=versi)
    assert [i.indikator.kode for i in wording] == ["ikm"]
    assert _simpul(versi) == [
        ("tujuan", "Meningkatnya pelayanan"),
        ("sasaran", "Meningkatnya kualitas layanan"),
    ]
    assert not TargetVersi.objects.filter(dokumen_versi=versi).exists()
    # It can be laid down, though a plan without targets could not.
    assert tetapkan(dunia, versi).ditetapkan is not None


def test_tanpa_rencana_yang_berlaku_tidak_ada_iku(dunia: Dunia) -> None:
    tata_renstra(dunia)  # a konsep only

    with pytest.raises(IsianTidakSah) as galat:
        mulai(dunia, jenis="iku", tahun_selesai=2026)

    assert "Belum ada rencana 2026 yang berlaku" in galat.value.kesalahan[0].pesan


@pytest.mark.parametrize("siapa", ["budi", "citra", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        mulai(dunia, siapa)

    assert hitung_baris() == sebelum


def test_unit_lain_dan_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        mulai(dunia, "dewi")
    with pytest.raises(TidakDitemukan):
        mulai(lain, "eko")


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"jenis": "rpjmd"}, "jenis", "tidak menyusun dokumen jenis itu"),
        ({"jenis": "hantu"}, "jenis", "tidak menyusun dokumen jenis itu"),
        ({"jenis": "rka"}, "jenis", "tidak menyusun dokumen jenis itu"),
        ({"unit": "bidang-angsana"}, "jenis", "Bidang Angsana tidak menyusun"),
        ({"tahun_selesai": 2031}, "tahun_selesai", "paling lama 5 tahun"),
        ({"tahun_selesai": 2026}, "tahun_selesai", "lebih dari satu tahun"),
        ({"jenis": "renja"}, "tahun_selesai", "Renja untuk satu tahun"),
        ({"jenis": "iku", "tahun_selesai": 2020}, "tahun_selesai", "mendahului tahun awalnya"),
        ({"uraian": " "}, "uraian", "Tulis uraiannya"),
        ({"judul": ""}, "judul", "Wajib diisi"),
    ],
    ids=lambda isi: str(isi)[:40],
)
def test_isian_yang_salah_disebut_bidangnya(
    dunia: Dunia, ganti: dict[str, Any], letak: str, kata: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        mulai(dunia, **ganti)

    assert kata in {k.letak: k.pesan for k in galat.value.kesalahan}[letak]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize(("awal", "akhir"), [(2022, 2026), (2026, 2030), (2030, 2034)])
def test_dokumen_kedua_untuk_tahun_yang_sama_ditolak(dunia: Dunia, awal: int, akhir: int) -> None:
    mulai(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        mulai(dunia, tahun_mulai=awal, tahun_selesai=akhir)

    assert "buka versi perubahannya" in galat.value.kesalahan[0].pesan


def test_masa_yang_bersambung_boleh(dunia: Dunia) -> None:
    mulai(dunia)

    assert mulai(dunia, tahun_mulai=2031, tahun_selesai=2035).dokumen.tahun_mulai == 2031
    assert mulai(dunia, "dewi", unit="dinas-bakung").dokumen.jenis == RENSTRA.jenis
