"""The pages that arrange a konsep: plain forms, refusals in place, comments, fields of a node."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from halaman_rencana_uji import baca, isi_indikator, isi_simpul, tetapkan, url
from jelajah import klien

from domain.cabang_uji import geser, luas, naskah, susunan
from domain.naskah_uji import IKM, susun
from domain.pemeran import Dunia
from sakip.perencanaan.models import DokumenVersi, KomentarSimpul
from sakip.perencanaan.services import TargetBaru, tulis_komentar

pytestmark = pytest.mark.usefixtures("hari_cerita")


def _kirim(satu: Client, nama: str, versi: DokumenVersi, **isi: Any) -> Any:
    return satu.post(url(nama, versi.uuid), {"nomor_versi": versi.versi} | isi)


def _teks(jawaban: Any) -> str:
    return " ".join(jawaban.content.decode().split())


def test_formulir_hanya_menawarkan_tempat_yang_sah(dunia: Dunia) -> None:
    versi = luas(dunia)

    teks = baca(klien(dunia, "ani"), url("atur_simpul", versi.uuid), kode="7.01.02")

    for sasaran in ("Meningkatnya kualitas layanan", "Tertib desa", "Cepat"):
        assert f"Sasaran: {sasaran}</option>" in teks
    assert "Tujuan: Meningkatnya pelayanan</option>" not in teks
    assert "Tidak ada simpul sejenjang lain." in teks
    assert "4 simpul, 0 indikator beserta targetnya" in teks


def test_sesudah_dipindah_kembali_ke_simpulnya_dengan_tawaran_urung(dunia: Dunia) -> None:
    versi, ani = luas(dunia), klien(dunia, "ani")

    jawaban = _kirim(ani, "pindah_simpul", versi, kode="7.01.02", induk="s2")
    teks = baca(ani, jawaban.headers["Location"])

    assert jawaban.headers["Location"].endswith(f"?versi={versi.uuid}#s-7.01.02")
    assert "“Program: Pelayanan Publik” dipindahkan.</span>" in teks
    assert 'id="s-7.01.02" data-kode="7.01.02" data-jenjang="program"' in teks
    assert "dipindahkan." not in baca(ani, url("rencana"))  # said once
    versi.refresh_from_db()
    _kirim(ani, "urungkan_rencana", versi, kode="7.01.02")
    assert dict(susunan(naskah(dunia, versi)))["7.01.02"] == "s1"


def test_yang_salah_disebut_pada_formulirnya(dunia: Dunia) -> None:
    versi = luas(dunia)

    jawaban = _kirim(
        klien(dunia, "ani"),
        "pecah_simpul",
        versi,
        kode="s1",
        kode_baru="s2",
        uraian="Layanan loket",
        anak="7.01.02",
    )

    teks = _teks(jawaban)
    assert jawaban.status_code == 422
    assert "Sudah dipakai “Tertib desa”; pilih kode lain." in teks
    assert "Layanan loket</textarea>" in teks
    assert 'value="7.01.02" checked' in teks


def test_yang_diseret_ke_tempat_salah_disebut_di_atas_pohonnya(dunia: Dunia) -> None:
    versi = luas(dunia)

    jawaban = _kirim(
        klien(dunia, "ani"), "pindah_simpul", versi, kode="7.01.02", induk="t1", dari_pohon="1"
    )

    assert jawaban.status_code == 422
    assert "Program tidak dapat berada langsung di bawah Tujuan." in _teks(jawaban)
    assert 'data-kode="7.01.02"' in _teks(jawaban)


def test_yang_terlambat_diberi_tahu_tanpa_kehilangan_pohonnya(dunia: Dunia) -> None:
    versi = luas(dunia)
    geser(dunia, versi)

    jawaban = klien(dunia, "ani").post(
        url("pindah_simpul", versi.uuid), {"nomor_versi": "1", "kode": "k1", "induk": "s1"}
    )

    teks = _teks(jawaban)
    assert jawaban.status_code == 409
    assert "sudah diubah orang lain" in teks
    assert 'data-kode="k1"' in teks


def test_gabung_buang_dan_klon_lewat_halaman(dunia: Dunia) -> None:
    versi, ani = luas(dunia), klien(dunia, "ani")

    _kirim(ani, "gabung_simpul", versi, kode="s2", dari="s3")
    versi.refresh_from_db()
    _kirim(ani, "buang_simpul", versi, kode="s1")
    versi.refresh_from_db()
    teks = baca(
        ani,
        url("atur_simpul", versi.uuid),
        kode="t1",
        asal_unit="dinas-anggrek",
        asal_tahun="2026",
    )
    _kirim(
        ani,
        "klon_simpul",
        versi,
        kode="t1",
        asal_unit="dinas-anggrek",
        asal_versi=str(versi.uuid),
        simpul="s2",
        induk="t1",
    )

    assert "Cabang dari Renja 2026 murni (konsep)" in teks
    assert [k for k, _i in susunan(naskah(dunia, versi))] == ["t1", "s2", "k1", "s2-2", "k1-2"]


@pytest.mark.parametrize(
    ("nama", "isi", "status"),
    [
        ("klon_simpul", {"asal_versi": "x"}, 422),
        ("pindah_simpul", {"letak": "satu"}, 422),
        ("pindah_simpul", {"nomor_versi": ""}, 422),
        ("urungkan_rencana", {}, 409),
    ],
)
def test_kiriman_yang_cacat_ditolak(
    dunia: Dunia, nama: str, isi: dict[str, str], status: int
) -> None:
    versi = luas(dunia)

    jawaban = _kirim(klien(dunia, "ani"), nama, versi, kode="s1", **isi)

    assert jawaban.status_code == status


def test_yang_ditetapkan_tidak_diatur(dunia: Dunia) -> None:
    versi = tetapkan(dunia, susun(dunia))
    ani = klien(dunia, "ani")

    teks = baca(ani, url("rencana"))
    jawaban = ani.get(url("atur_simpul", versi.uuid), {"kode": "s1"})

    assert "data-susun" not in teks
    assert "Atur<" not in teks
    assert jawaban.status_code == 409
    assert "sudah ditetapkan pada" in _teks(jawaban)


def test_simpul_yang_tidak_ada_tidak_ditemukan(dunia: Dunia) -> None:
    versi = luas(dunia)

    for nama in ("atur_simpul", "komentar_simpul"):
        satu = klien(dunia, "ani")
        assert satu.get(url(nama, versi.uuid), {"kode": "x"}).status_code == 404


# Themes, owners, money, years ------------------------------------------------------------------


def test_pohon_disaring_menurut_tema(dunia: Dunia) -> None:
    luas(dunia)
    ani = klien(dunia, "ani")

    semua, spm = baca(ani, url("rencana")), baca(ani, url("rencana"), tema="spm")

    assert '<span class="tema">SPM</span>' in semua
    assert 'data-kode="s2"' in semua
    assert 'data-kode="s3"' in spm
    assert 'data-kode="s2"' not in spm
    assert "data-susun" not in spm  # a part of a tree is not rearranged
    assert 'data-kode="s2"' in baca(ani, url("rencana"), tema="tidak-ada")


def test_pemilik_tema_dan_pagu_diisi_dan_tampil(dunia: Dunia) -> None:
    versi = susun(dunia, jenis="renstra", judul="Renstra", tahun_selesai=2027)
    ani = klien(dunia, "ani")

    jawaban = ani.post(
        f"{url('simpul_rencana', versi.uuid)}?kode=s1",
        isi_simpul(uraian="Meningkatnya kualitas layanan")
        | {
            "nomor_versi": "1",
            "tema": ["spm", "gender"],
            "pemilik": "bidang-angsana",
            "pagu_2026": "1.250.000,50",
            "pagu_2027": "",
        },
    )

    assert jawaban.status_code == 302
    s1 = next(s for s in naskah(dunia, versi).simpul if s.kode == "s1")
    assert (s1.pemilik, s1.tema) == ("bidang-angsana", ("spm", "gender"))
    assert s1.pagu == ((2026, Decimal("1250000.50")),)
    teks = baca(ani, url("rencana"))
    assert "pemilik Bidang Angsana" in teks
    assert "pagu indikatif Rp1.250.00" in teks
    formulir = baca(ani, f"{url('simpul_rencana', versi.uuid)}?kode=s1")
    assert "89/2021 melarang pohon dimulai dari struktur" in formulir
    assert "hasil terjauh yang dijanjikan dokumen ini." in formulir


def test_pagu_yang_bukan_angka_disebut_pada_bidangnya(dunia: Dunia) -> None:
    versi = susun(dunia, jenis="renstra", judul="Renstra", tahun_selesai=2027)

    jawaban = klien(dunia, "ani").post(
        url("simpul_rencana", versi.uuid),
        isi_simpul() | {"nomor_versi": "1", "pagu_2026": "sejuta"},
    )

    assert jawaban.status_code == 422
    assert "sejuta" in _teks(jawaban)


def test_induk_diganti_lewat_formulir_simpul(dunia: Dunia) -> None:
    versi, ani = luas(dunia), klien(dunia, "ani")
    tempat = f"{url('simpul_rencana', versi.uuid)}?kode=s1"

    ke_bawah = ani.post(tempat, isi_simpul(induk="s3") | {"nomor_versi": "1"})
    melingkar = ani.post(
        f"{url('simpul_rencana', versi.uuid)}?kode=s3",
        isi_simpul(induk="s1") | {"nomor_versi": "2"},
    )

    assert ke_bawah.status_code == 302
    assert dict(susunan(naskah(dunia, versi)))["s1"] == "s3"
    assert "bukan turunan simpul ini sendiri" in _teks(melingkar)


def test_target_tiap_tahun_dan_tiap_periode(dunia: Dunia) -> None:
    versi = susun(
        dunia,
        jenis="renstra",
        judul="Renstra",
        tahun_selesai=2027,
        indikator=(replace(IKM, frekuensi="semester"),),
        dukungan=(),
    )
    ani = klien(dunia, "ani")
    tempat = f"{url('indikator_rencana', versi.uuid)}?kode=ikm"

    formulir = baca(ani, tempat)
    jawaban = ani.post(
        tempat,
        isi_indikator(frekuensi="semester", target="83,50")
        | {
            "nomor_versi": "1",
            "target_sem1": "81",
            "target_2027": "84",
            "target_2027_sem2": "84",
            "jeda_data_tahun": "1",
            "pilahan": "jenis_kelamin, desa, desa",
        },
    )

    assert "Target semester 2 2027" in formulir
    assert jawaban.status_code == 302
    ikm = naskah(dunia, versi).indikator[0]
    assert ikm.target == (
        TargetBaru(2026, "81", "sem1"),
        TargetBaru(2026, "83,50"),
        TargetBaru(2027, "84", "sem2"),
        TargetBaru(2027, "84"),
    )
    assert (ikm.jeda_data_tahun, ikm.pilahan) == (1, ("jenis_kelamin", "desa"))


def test_nama_komponen_rasio_diisi(dunia: Dunia) -> None:
    versi = luas(dunia)

    klien(dunia, "ani").post(
        f"{url('indikator_rencana', versi.uuid)}?kode=desa",
        isi_indikator(jenis_nilai="rasio", simpul="s3", target="11/14", satuan="%")
        | {"nomor_versi": "1", "pembilang": "desa tertib", "penyebut": "semua desa"},
    )

    desa = next(i for i in naskah(dunia, versi).indikator if i.kode == "desa")
    assert dict(desa.komponen) == {"pembilang": "desa tertib", "penyebut": "semua desa"}


# Comments --------------------------------------------------------------------------------------


def test_komentar_terbuka_disebut_kepada_penyusunnya(dunia: Dunia) -> None:
    versi = luas(dunia)
    tulis_komentar(
        **dunia.dasar("citra"), unit="dinas-anggrek", simpul="s1", isi="Ukuran hasilnya mana?"
    )

    penyusun, pembaca = (baca(klien(dunia, s), url("rencana")) for s in ("ani", "citra"))

    for teks in (penyusun, pembaca):
        assert "1 komentar terbuka<span" in teks
    assert "Ukuran hasilnya mana?" in penyusun
    assert "Ukuran hasilnya mana?" not in pembaca
    assert "Ukuran hasilnya mana?" in baca(
        klien(dunia, "citra"), url("komentar_simpul", versi.uuid), kode="s1"
    )


def test_komentar_ditulis_dijawab_diselesaikan(dunia: Dunia) -> None:
    versi, citra, ani = luas(dunia), klien(dunia, "citra"), klien(dunia, "ani")
    tempat = f"{url('komentar_simpul', versi.uuid)}?kode=s1"
    citra.post(tempat, {"isi": "Ukuran hasilnya mana?"})
    awal = KomentarSimpul.objects.get()

    ani.post(tempat, {"isi": "Ditambahkan", "balasan_dari": str(awal.uuid)})
    selesai = ani.post(
        url("selesaikan_komentar", versi.uuid, awal.uuid), {"versi": "1", "kode": "s1"}
    )

    assert selesai.headers["Location"] == tempat
    teks = baca(citra, tempat)
    assert "Ditambahkan" in teks
    assert "Ani Contoh" in teks
    assert "Tandai selesai" not in teks
    assert "komentar terbuka" not in baca(ani, url("rencana"))


def test_komentar_kosong_ditolak_di_tempatnya(dunia: Dunia) -> None:
    versi = luas(dunia)
    tempat = f"{url('komentar_simpul', versi.uuid)}?kode=s1"

    kosong = klien(dunia, "ani").post(tempat, {"isi": " "})
    cacat = klien(dunia, "ani").post(tempat, {"isi": "x", "balasan_dari": "bukan"})

    assert (kosong.status_code, cacat.status_code) == (422, 422)
    assert "Tulis komentarnya." in _teks(kosong)
    assert not KomentarSimpul.objects.exists()
