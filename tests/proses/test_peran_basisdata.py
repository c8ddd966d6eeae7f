"""What the three roles may do, proved over real connections as those roles."""

import json
import os
import uuid
from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from kluster_uji import KlusterUji
from sakip.config import peran, skema
from sakip.config.peran import Koneksi

DITOLAK = psycopg.errors.InsufficientPrivilege


@pytest.fixture(scope="module")
def sasaran(kluster_uji: KlusterUji) -> Iterator[skema.Sasaran]:
    """A migrated database with one more insert-only table and one published view."""
    nama = f"uji_{os.getpid()}_peran"
    satu = kluster_uji.salin(kluster_uji.templat(), nama)
    with satu.pemilik.hubungkan() as pemilik:
        pemilik.execute(_TABEL_UJI)
        peran.berikan_hak(pemilik, satu.nama_peran)
    yield satu
    kluster_uji.buang(nama)


_TABEL_UJI = """
    CREATE TABLE uji_potret (id bigint GENERATED ALWAYS AS IDENTITY, nilai numeric);
    COMMENT ON TABLE uji_potret IS 'hanya-tambah: potret yang dibekukan';
    CREATE TABLE uji_ubah (id bigint GENERATED ALWAYS AS IDENTITY, nilai numeric);
    CREATE VIEW terbit.uji_angka AS SELECT nilai FROM uji_ubah;
    INSERT INTO uji_ubah (nilai) VALUES (70.01);
"""


@pytest.fixture
def aplikasi(sasaran: skema.Sasaran) -> Iterator[Koneksi]:
    with sasaran.aplikasi.hubungkan() as koneksi:
        yield koneksi


@pytest.fixture
def portal(sasaran: skema.Sasaran) -> Iterator[Koneksi]:
    assert sasaran.portal is not None
    with sasaran.portal.hubungkan() as koneksi:
        yield koneksi


def tabel_riwayat(koneksi: Koneksi) -> list[str]:
    baris = koneksi.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relname LIKE '%event'"
        " AND relnamespace = 'public'::regnamespace"
    ).fetchall()
    return [str(nama) for (nama,) in baris]


def test_ketiga_peran_bukan_superuser_dan_tidak_dapat_membuat_peran(aplikasi: Koneksi) -> None:
    baris = aplikasi.execute(
        "SELECT rolname, rolsuper OR rolcreaterole OR rolcreatedb OR rolbypassrls FROM pg_roles"
        " WHERE rolname IN ('pemilik', 'aplikasi', 'portal') ORDER BY 1"
    ).fetchall()

    assert baris == [("aplikasi", False), ("pemilik", False), ("portal", False)]


def test_ada_tabel_riwayat_yang_dijaga(aplikasi: Koneksi) -> None:
    """The tests below would prove nothing on an empty list."""
    assert len(tabel_riwayat(aplikasi)) > 5


@pytest.mark.parametrize(
    "perintah", ["UPDATE {} SET pgh_label = 'palsu'", "DELETE FROM {}", "TRUNCATE {}"]
)
def test_aplikasi_tidak_dapat_mengubah_riwayat_mana_pun(aplikasi: Koneksi, perintah: str) -> None:
    for tabel in tabel_riwayat(aplikasi):
        with pytest.raises(DITOLAK):
            aplikasi.execute(sql.SQL(perintah).format(sql.Identifier(tabel)))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "perintah",
    ["UPDATE uji_potret SET nilai = 0", "DELETE FROM uji_potret", "TRUNCATE uji_potret"],
)
def test_tabel_hanya_tambah_tidak_dapat_diubah(aplikasi: Koneksi, perintah: str) -> None:
    aplikasi.execute("INSERT INTO uji_potret (nilai) VALUES (74.54)")

    with pytest.raises(DITOLAK):
        aplikasi.execute(perintah)  # type: ignore[arg-type]


def test_tabel_biasa_dapat_diubah_tetapi_tidak_dikosongkan(aplikasi: Koneksi) -> None:
    aplikasi.execute("INSERT INTO uji_ubah (nilai) VALUES (1)")
    aplikasi.execute("UPDATE uji_ubah SET nilai = 2 WHERE nilai = 1")
    aplikasi.execute("DELETE FROM uji_ubah WHERE nilai = 2")

    with pytest.raises(DITOLAK):
        aplikasi.execute("TRUNCATE uji_ubah")


@pytest.mark.parametrize(
    "perintah",
    [
        "ALTER TABLE organisasi_instansi DISABLE TRIGGER ALL",
        "ALTER TABLE organisasi_instansi ADD COLUMN palsu text",
        "DROP TABLE organisasi_instansi",
        "CREATE TABLE palsu (id int)",
        "CREATE OR REPLACE FUNCTION _pgh_attach_context() RETURNS uuid IMMUTABLE RETURN NULL",
        "SET session_replication_role = replica",
        "SET ROLE pemilik",
        "UPDATE pghistory_context SET metadata = '{}'",
        "INSERT INTO pghistory_context VALUES (gen_random_uuid(), now(), now(), '{}')",
        "INSERT INTO django_migrations (app, name, applied) VALUES ('a', 'b', now())",
    ],
)
def test_aplikasi_tidak_dapat_membuka_penjagaan(aplikasi: Koneksi, perintah: str) -> None:
    with pytest.raises((DITOLAK, psycopg.errors.WrongObjectType)):
        aplikasi.execute(perintah)  # type: ignore[arg-type]


def test_aplikasi_tidak_dapat_memberi_hak_kepada_dirinya(aplikasi: Koneksi) -> None:
    """PostgreSQL answers such a GRANT with a warning only: what counts is that nothing changed."""
    aplikasi.execute("GRANT UPDATE ON organisasi_instansievent TO aplikasi")

    with pytest.raises(DITOLAK):
        aplikasi.execute("UPDATE organisasi_instansievent SET pgh_label = 'palsu'")


_INSTANSI = """
    INSERT INTO organisasi_instansi (id, kode, nama, slug, zona, contoh)
    VALUES (9001, '99.01', 'Kabupaten Contoh', 'kabupaten-contoh', 'Asia/Jakarta', true)
"""
_PELAKU = """
    SELECT set_config('pghistory.context_id', %s, true),
           set_config('pghistory.context_metadata', %s, true)
"""


def test_sakelar_pemicu_tidak_berlaku_bagi_aplikasi(aplikasi: Koneksi) -> None:
    """``pgtrigger.ignore`` would let any session leave history out."""
    with aplikasi.transaction(force_rollback=True):
        pemicu = aplikasi.execute(
            "SELECT array_agg(tgname)::text FROM pg_trigger"
            " WHERE tgrelid = 'organisasi_instansi'::regclass"
        ).fetchone()
        assert pemicu is not None
        aplikasi.execute("SELECT set_config('pgtrigger.ignore', %s, true)", pemicu)
        aplikasi.execute(_PELAKU, [str(uuid.uuid4()), '{"pengguna": 1}'])

        aplikasi.execute(_INSTANSI)  # type: ignore[arg-type]

        jumlah = aplikasi.execute(
            "SELECT count(*) FROM organisasi_instansievent WHERE pgh_obj_id = 9001"
        ).fetchone()
        assert jumlah == (1,)


def test_tulisan_tanpa_pelaku_ditolak(aplikasi: Koneksi) -> None:
    with pytest.raises(psycopg.errors.NotNullViolation):
        aplikasi.execute(_INSTANSI)  # type: ignore[arg-type]


def test_pelaku_riwayat_lama_tidak_dapat_diganti(aplikasi: Koneksi) -> None:
    """The same context id in a later transaction must not rewrite who did the earlier act."""
    konteks = str(uuid.uuid4())
    with aplikasi.transaction():
        aplikasi.execute(_PELAKU, [konteks, '{"pengguna": 1}'])
        aplikasi.execute("SELECT _pgh_attach_context()")
    with aplikasi.transaction():
        aplikasi.execute(_PELAKU, [konteks, '{"pengguna": 2}'])
        aplikasi.execute("SELECT _pgh_attach_context()")

    isi = aplikasi.execute(
        "SELECT metadata FROM pghistory_context WHERE id = %s", [konteks]
    ).fetchone()
    assert isi == ({"pengguna": 1},)


def test_keterangan_pelaku_dapat_bertambah_dalam_transaksi_yang_sama(aplikasi: Koneksi) -> None:
    konteks = str(uuid.uuid4())
    with aplikasi.transaction():
        for isi in ({"pengguna": 1}, {"pengguna": 1, "tindakan": "setujui"}):
            aplikasi.execute(_PELAKU, [konteks, json.dumps(isi)])
            with aplikasi.transaction():  # a savepoint, as an inner atomic() makes
                aplikasi.execute("SELECT _pgh_attach_context()")

    tersimpan = aplikasi.execute(
        "SELECT metadata FROM pghistory_context WHERE id = %s", [konteks]
    ).fetchone()
    assert tersimpan == ({"pengguna": 1, "tindakan": "setujui"},)


def test_portal_membaca_yang_terbit(portal: Koneksi) -> None:
    baris = portal.execute("SELECT nilai::text FROM terbit.uji_angka").fetchone()

    assert baris == ("70.01",)


@pytest.mark.parametrize(
    "perintah",
    [
        "SELECT * FROM public.uji_ubah",
        "SELECT * FROM public.akun_pengguna",
        "UPDATE terbit.uji_angka SET nilai = 1",
        "INSERT INTO terbit.uji_angka VALUES (1)",
        "DELETE FROM terbit.uji_angka",
        "CREATE TABLE terbit.palsu (id int)",
        "CREATE TEMPORARY TABLE palsu (id int)",
        "SET ROLE aplikasi",
    ],
)
def test_portal_tidak_menulis_dan_tidak_melihat_yang_lain(portal: Koneksi, perintah: str) -> None:
    with pytest.raises(DITOLAK):
        portal.execute(perintah)  # type: ignore[arg-type]


def test_hak_yang_ditambah_diam_diam_dicabut_lagi(
    sasaran: skema.Sasaran, aplikasi: Koneksi
) -> None:
    with sasaran.pemilik.hubungkan() as pemilik:
        pemilik.execute("GRANT ALL ON uji_potret TO aplikasi")
        peran.berikan_hak(pemilik, sasaran.nama_peran)

    with pytest.raises(DITOLAK):
        aplikasi.execute("DELETE FROM uji_potret")


def test_migrasi_kedua_tidak_mengerjakan_apa_pun(sasaran: skema.Sasaran) -> None:
    def lapor(pesan: str) -> None:
        pytest.fail(f"tidak seharusnya bekerja: {pesan}")

    skema.migrasikan(sasaran, lambda _pesan: None)

    assert skema.migrasikan(sasaran, lapor) is False
