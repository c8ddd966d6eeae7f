"""Back-up and restore on the real schema, and what happens with a file that is none."""

import io
import json
import os
import tarfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from psycopg import sql

from kluster_uji import KlusterUji
from sakip.config.cadangan import buat_cadangan, pulihkan_cadangan
from sakip.config.instalasi import Instalasi
from sakip.config.pesan import GalatProses
from sakip.config.ruang import Ruang
from sakip.config.skema import mutakhir


@pytest.fixture
def satu(kluster_uji: KlusterUji, tmp_path: Path) -> Iterator[Instalasi]:
    """An installation on a copy of the migrated template, treated as a server of the user's own:
    so the wheel's ``pg_dump`` meets whatever version the tests run on."""
    nama = f"uji_{os.getpid()}_cadangan"
    sasaran = kluster_uji.salin(kluster_uji.templat(), nama)
    ruang = Ruang(var=tmp_path / "var", kluster=tmp_path / "var")
    ruang.buat()
    yield Instalasi(ruang, kluster_uji.rahasia, sasaran, None)
    with kluster_uji.admin.hubungkan() as admin:
        for (sisa,) in admin.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s", [nama + "%"]
        ).fetchall():
            admin.execute(
                sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(str(sisa)))
            )


def isi_catatan(satu: Instalasi) -> list[tuple[object, ...]]:
    with satu.sasaran.aplikasi.hubungkan() as koneksi:
        return koneksi.execute("SELECT nilai::text FROM catatan_uji ORDER BY 1").fetchall()


def tulis(satu: Instalasi, nilai: str) -> None:
    with satu.sasaran.pemilik.hubungkan() as pemilik:
        pemilik.execute(
            "CREATE TABLE IF NOT EXISTS catatan_uji (nilai numeric);"
            "COMMENT ON TABLE catatan_uji IS 'hanya-tambah: uji';"
            "GRANT SELECT ON catatan_uji TO aplikasi"
        )
        pemilik.execute("INSERT INTO catatan_uji VALUES (%s)", [nilai])


def test_cadangan_mengembalikan_data_berkas_dan_penjagaan(satu: Instalasi, tmp_path: Path) -> None:
    tulis(satu, "74.54")
    satu.ruang.berkas.mkdir()
    (satu.ruang.berkas / "bukti.pdf").write_bytes(b"%PDF bukti")
    berkas = tmp_path / "cadangan.tar"
    buat_cadangan(satu, berkas)
    tulis(satu, "1.00")
    (satu.ruang.berkas / "bukti.pdf").write_bytes(b"diubah")

    pesan = pulihkan_cadangan(satu, berkas, lambda _pesan: None)

    assert isi_catatan(satu) == [("74.54",)]
    assert (satu.ruang.berkas / "bukti.pdf").read_bytes() == b"%PDF bukti"
    assert mutakhir(satu.sasaran.aplikasi)
    with satu.sasaran.aplikasi.hubungkan() as koneksi:
        hak = koneksi.execute(
            "SELECT has_table_privilege('catatan_uji', 'UPDATE'),"
            " has_table_privilege('catatan_uji', 'INSERT')"
        ).fetchone()
    assert hak == (False, True)
    assert "sebelum" in pesan


def test_data_sebelum_pemulihan_tidak_dihapus(
    satu: Instalasi, kluster_uji: KlusterUji, tmp_path: Path
) -> None:
    berkas = tmp_path / "cadangan.tar"
    buat_cadangan(satu, berkas)
    tulis(satu, "1.00")

    pulihkan_cadangan(satu, berkas, lambda _pesan: None)

    with kluster_uji.admin.hubungkan() as admin:
        nama = admin.execute(
            "SELECT datname FROM pg_database WHERE datname LIKE %s",
            [satu.sasaran.admin.basisdata + "_sebelum_%"],
        ).fetchall()
    assert len(nama) == 1
    lama = satu.sasaran.aplikasi.dengan(dbname=str(nama[0][0]))
    with lama.hubungkan() as koneksi:
        assert koneksi.execute("SELECT nilai::text FROM catatan_uji").fetchall() == [("1.00",)]


def test_cadangan_hanya_terbaca_pemiliknya_dan_tanpa_sandi(satu: Instalasi, tmp_path: Path) -> None:
    berkas = tmp_path / "cadangan.tar"

    buat_cadangan(satu, berkas)

    assert berkas.stat().st_mode & 0o077 == 0
    isi = berkas.read_bytes()
    assert satu.rahasia.aplikasi.encode() not in isi
    assert satu.rahasia.kunci_django.encode() not in isi
    assert [p.name for p in tmp_path.iterdir()].count("cadangan.tar") == 1
    assert not list(tmp_path.glob(".sakip-*"))


def test_cadangan_tidak_menimpa(satu: Instalasi, tmp_path: Path) -> None:
    berkas = tmp_path / "cadangan.tar"
    berkas.write_text("penting")

    with pytest.raises(GalatProses, match="sudah ada dan tidak ditimpa"):
        buat_cadangan(satu, berkas)

    assert berkas.read_text() == "penting"


def test_cadangan_ke_folder_yang_tidak_ada(satu: Instalasi, tmp_path: Path) -> None:
    with pytest.raises(GalatProses, match=r"tidak ada\. Buat dulu"):
        buat_cadangan(satu, tmp_path / "tiada" / "cadangan.tar")


def rusak(tmp_path: Path, isi: dict[str, bytes]) -> Path:
    berkas = tmp_path / "rusak.tar"
    with tarfile.open(berkas, "w") as arsip:
        for nama, data in isi.items():
            anggota = tarfile.TarInfo(nama)
            anggota.size = len(data)
            arsip.addfile(anggota, io.BytesIO(data))
    return berkas


def manifes(**ganti: object) -> bytes:
    return json.dumps({"bentuk": 1, "sha256": {"basisdata.dump": "0" * 64}, **ganti}).encode()


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ({}, "bukan cadangan SAKIP yang utuh"),
        ({"manifes.json": b"{"}, "bukan cadangan SAKIP yang utuh"),
        ({"manifes.json": manifes()}, "bukan cadangan SAKIP yang utuh"),
        ({"manifes.json": manifes(bentuk=2), "basisdata.dump": b"x"}, "lebih baru"),
        ({"manifes.json": manifes(), "basisdata.dump": b"x"}, "rusak"),
        ({"../lari": b"x"}, "bukan cadangan SAKIP yang utuh"),
    ],
    ids=["kosong", "manifes-rusak", "tanpa-dump", "bentuk-baru", "isi-berubah", "keluar-folder"],
)
def test_berkas_yang_bukan_cadangan_tidak_mengubah_apa_pun(
    satu: Instalasi, tmp_path: Path, isi: dict[str, bytes], kata: str
) -> None:
    tulis(satu, "74.54")

    with pytest.raises(GalatProses, match=kata):
        pulihkan_cadangan(satu, rusak(tmp_path, isi), lambda _pesan: None)

    assert isi_catatan(satu) == [("74.54",)]
    assert not (tmp_path / "lari").exists()


def test_berkas_yang_tidak_ada(satu: Instalasi, tmp_path: Path) -> None:
    with pytest.raises(GalatProses, match="bukan cadangan SAKIP yang utuh"):
        pulihkan_cadangan(satu, tmp_path / "tiada.tar", lambda _pesan: None)
