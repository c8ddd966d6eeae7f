"""The contract of services: one door, an author, and a ladder of tests for each act."""

import ast
import inspect
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError, ProgrammingError

import sakip.arsip.services
import sakip.data_uji.muat
import sakip.evaluasi.services
import sakip.impor.services
import sakip.kabar.services
import sakip.manfaat.services
import sakip.organisasi.services
import sakip.pelaporan.services
import sakip.perjanjian.services  # noqa: F401 - importing fills the list
from domain.pemeran import SAAT, Dunia, menulis_langsung, peristiwa
from sakip.bersama.layanan import (
    DAFTAR_LAYANAN,
    Pelaku,
    _layanan_berjalan,
    kunci,
    layanan,
    layanan_berjalan,
)
from sakip.bersama.penjaga import TulisDiLuarLayanan
from sakip.organisasi.models import Instansi, Jabatan, UnitKerja

SINI = Path(__file__).parent
SAKIP = SINI.parents[1] / "src" / "sakip"
# How a service may look at permission.
PEMERIKSA = {"wajib", "unit_menurut_slug", "pindah", "hanya_sistem"}
# Looks at ``oleh.sistem`` itself: it stands above organisasi and lays whole governments.
MEMERIKSA_SENDIRI = {"data_uji.dirikan_data_uji"}
# The generated regency has tests of its own kind beside it.
TANPA_TANGGA_SENDIRI = {"data_uji.dirikan_data_uji": "test_data_uji.py"}


def _panggilan(fungsi: Any) -> set[str]:
    pohon = ast.parse(inspect.getsource(inspect.unwrap(fungsi)).lstrip())
    return {
        satu.func.attr if isinstance(satu.func, ast.Attribute) else getattr(satu.func, "id", "")
        for satu in ast.walk(pohon)
        if isinstance(satu, ast.Call)
    }


def _layanan_uji() -> dict[str, Any]:
    return {n: f for n, f in DAFTAR_LAYANAN.items() if not n.startswith(("test_", "uji", "domain"))}


@pytest.mark.parametrize("nama", sorted(set(_layanan_uji()) - MEMERIKSA_SENDIRI))
def test_setiap_layanan_memeriksa_izin(nama: str) -> None:
    assert _panggilan(DAFTAR_LAYANAN[nama]) & PEMERIKSA, (
        f"{nama}: panggil lingkup.wajib, unit_menurut_slug atau Alur.pindah"
    )


@pytest.mark.parametrize("nama", sorted(_layanan_uji()))
def test_setiap_layanan_mempunyai_tangga_uji(nama: str) -> None:
    berkas = TANPA_TANGGA_SENDIRI.get(nama, f"test_{nama.rpartition('.')[2]}.py")

    isi = (SINI / berkas).read_text(encoding="utf-8")
    assert "TidakBerizin" in isi, f"{berkas}: uji peran yang salah"
    assert "hitung_baris() == sebelum" in isi or nama in TANPA_TANGGA_SENDIRI, (
        f"{berkas}: uji bahwa tidak ada yang setengah tersimpan"
    )
    assert nama in isi or nama in TANPA_TANGGA_SENDIRI or "peristiwa(" in isi or "riwayat" in isi


def test_semua_berkas_layanan_terdaftar() -> None:
    berhias = {
        f"{berkas.relative_to(SAKIP).parts[0]}.{fungsi.name}"
        for berkas in SAKIP.rglob("*.py")
        for fungsi in ast.walk(ast.parse(berkas.read_text(encoding="utf-8")))
        if isinstance(fungsi, ast.FunctionDef)
        and any(isinstance(h, ast.Name) and h.id == "layanan" for h in fungsi.decorator_list)
    }

    assert berhias == set(_layanan_uji())


def test_hanya_pemasangan_yang_bertindak_sebagai_sistem() -> None:
    membuat = {
        berkas.relative_to(SAKIP).as_posix()
        for berkas in SAKIP.rglob("*.py")
        for satu in ast.walk(ast.parse(berkas.read_text(encoding="utf-8")))
        if isinstance(satu, ast.Call)
        and any(k.arg == "sistem" for k in satu.keywords)
        and getattr(satu.func, "id", "") in {"Pelaku", "Lingkup"}
    }
    memakai = {
        berkas.relative_to(SAKIP).parts[0]
        for berkas in SAKIP.rglob("*.py")
        if "pelaku_sistem" in berkas.read_text(encoding="utf-8")
    }

    assert membuat == {"organisasi/selectors/__init__.py"}
    assert memakai.isdisjoint({"web", "portal", "api", "tampilan"})


def test_layanan_hanya_menerima_argumen_bernama() -> None:
    with pytest.raises(TypeError, match="argumen bernama saja"):

        @layanan
        def salah(oleh: Pelaku, saat: datetime) -> None:
            """Takes positional arguments."""


def test_layanan_harus_tahu_siapa_dan_kapan() -> None:
    with pytest.raises(TypeError, match="oleh dan saat"):

        @layanan
        def salah(*, oleh: Pelaku) -> None:
            """Does not know when."""


@layanan
def uji_layanan(
    *,
    oleh: Pelaku,  # noqa: ARG001 - every service takes it
    saat: datetime,  # noqa: ARG001 - every service takes it
    gagal: bool = False,
) -> str | None:
    """Something to call."""
    if gagal:
        raise RuntimeError("gagal")
    return layanan_berjalan()


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"oleh": 5}, "oleh harus Pelaku"),
        ({"saat": datetime(2026, 1, 1)}, "waktu dengan zona"),  # noqa: DTZ001 - the fault itself
        ({"saat": "kini"}, "waktu dengan zona"),
    ],
    ids=["oleh-bukan-pelaku", "waktu-tanpa-zona", "waktu-teks"],
)
def test_pelaku_dan_waktu_diperiksa(dunia: Dunia, ganti: dict[str, Any], kata: str) -> None:
    with pytest.raises(TypeError, match=kata):
        uji_layanan(**{"oleh": dunia.sistem, "saat": SAAT} | ganti)


def test_layanan_tahu_namanya_selama_berjalan_saja(dunia: Dunia) -> None:
    assert uji_layanan(oleh=dunia.sistem, saat=SAAT) == DAFTAR_LAYANAN_NAMA
    assert layanan_berjalan() is None


def test_layanan_yang_gagal_menutup_pintunya(dunia: Dunia) -> None:
    with pytest.raises(RuntimeError):
        uji_layanan(oleh=dunia.sistem, saat=SAAT, gagal=True)

    assert layanan_berjalan() is None


DAFTAR_LAYANAN_NAMA = next(n for n, f in DAFTAR_LAYANAN.items() if f is uji_layanan)


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE organisasi_instansi SET nama = 'x'",
        "update only organisasi_instansi set nama = 'x'",
        "INSERT INTO organisasi_versidata (unit_id, tahun, nomor) VALUES (1, 1, 1)",
        'DELETE FROM "alur_tugas"',
        "TRUNCATE alur_tugas",
        "WITH x AS (SELECT 1) INSERT INTO organisasi_versidata (unit_id) SELECT 1",
        "WITH x AS (DELETE FROM alur_tugas RETURNING 1) SELECT * FROM x",
        "  /* catatan */ UPDATE organisasi_instansi SET nama = 'x'",
        "-- catatan\nUPDATE organisasi_instansi SET nama = 'x'",
        "COPY alur_tugas FROM STDIN",
        "ALTER TABLE alur_tugas DISABLE TRIGGER ALL",
    ],
)
def test_penjaga_menolak_tulis_di_luar_layanan(dunia: Dunia, perintah: str) -> None:
    assert dunia.instansi.pk

    with (
        pytest.raises(TulisDiLuarLayanan, match="hanya layanan yang boleh menulis"),
        connection.cursor() as kursor,
    ):
        kursor.execute(perintah)


@pytest.mark.parametrize(
    "perintah",
    [
        "SELECT 1",
        'SELECT * FROM organisasi_instansi WHERE id = 0 FOR UPDATE OF "organisasi_instansi"',
        "SELECT * FROM organisasi_instansi WHERE id = 0 FOR NO KEY UPDATE",
        "SELECT 1 AS update_pada",
        "WITH x AS (SELECT 'UPDATE a' AS t) SELECT * FROM x",
        "SELECT 'INSERT INTO b'",
        "SAVEPOINT s",
        "SET CONSTRAINTS ALL DEFERRED",
    ],
)
def test_penjaga_membiarkan_bacaan(dunia: Dunia, perintah: str) -> None:
    assert dunia.instansi.pk

    with connection.cursor() as kursor:
        kursor.execute(perintah)


def test_orm_di_luar_layanan_ditolak(dunia: Dunia) -> None:
    with pytest.raises(TulisDiLuarLayanan):
        UnitKerja.objects.filter(instansi=dunia.instansi).update(sumber="x")


def test_tanpa_pelaku_basisdata_menolak_riwayat(dunia: Dunia) -> None:
    tanda = _layanan_berjalan.set("uji.tanpa_pelaku")
    with connection.cursor() as kursor:
        # The cast may have been laid in this very transaction, and its author still holds.
        kursor.execute("SELECT set_config('pghistory.context_id', '', true)")
    try:
        with pytest.raises(IntegrityError, match="pgh_context_id"), transaction.atomic():
            Instansi.objects.filter(pk=dunia.instansi.pk).update(nama="x")
    finally:
        _layanan_berjalan.reset(tanda)


def test_satu_perintah_untuk_seratus_baris_beriwayat_seratus_dengan_satu_pelaku(
    dunia: Dunia,
) -> None:
    with menulis_langsung(dunia.orang["admin"]):
        baris = Jabatan.objects.bulk_create(
            Jabatan(
                instansi=dunia.instansi,
                unit_id=dunia.unit["dinas-anggrek"],
                kode=f"j{n}",
                nama=f"J {n}",
            )
            for n in range(100)
        )

    riwayat = Jabatan.pgh_event_model.objects.filter(pgh_obj_id__in=[b.pk for b in baris])  # type: ignore[attr-defined]
    assert riwayat.count() == 100
    assert riwayat.values("pgh_context").distinct().count() == 1
    assert peristiwa(baris[57])[0].pengguna == dunia.orang["admin"].pengguna_id


def test_mengubah_seratus_baris_sekaligus_pun_beriwayat(dunia: Dunia) -> None:
    with menulis_langsung(dunia.sistem):
        Jabatan.objects.bulk_create(
            Jabatan(instansi=dunia.instansi, unit_id=dunia.unit["dinas-anggrek"], kode=f"j{n}")
            for n in range(100)
        )
        Jabatan.objects.update(nama="baru")

    riwayat = Jabatan.pgh_event_model.objects  # type: ignore[attr-defined]
    assert riwayat.filter(pgh_label="update", nama="baru").count() == 100


def test_menyimpan_tanpa_perubahan_tidak_menambah_riwayat(dunia: Dunia) -> None:
    sebelum = len(peristiwa(dunia.instansi))

    with menulis_langsung(dunia.sistem):
        dunia.instansi.save()

    assert len(peristiwa(dunia.instansi)) == sebelum


def test_kunci_tanpa_versi_menerima_yang_ada(dunia: Dunia) -> None:
    with transaction.atomic():
        unit = kunci(UnitKerja.objects.all(), uuid=dunia.tampak("dinas-anggrek").uuid)

    assert unit.slug == "dinas-anggrek"


def test_riwayat_tidak_dapat_dimatikan_dari_aplikasi(dunia: Dunia) -> None:
    sebelum = len(peristiwa(dunia.instansi))

    with menulis_langsung(dunia.sistem), connection.cursor() as kursor:
        kursor.execute("SET LOCAL pgtrigger.ignore = '{insert_insert,update_update}'")
        kursor.execute(
            "UPDATE organisasi_instansi SET nama = 'x' WHERE id = %s", [dunia.instansi.pk]
        )

    assert len(peristiwa(dunia.instansi)) == sebelum + 1


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE organisasi_instansievent SET nama = 'x'",
        "DELETE FROM organisasi_instansievent",
        "TRUNCATE organisasi_instansievent",
        "UPDATE pghistory_context SET metadata = '{}'",
        "DELETE FROM pghistory_context",
        "UPDATE pengukuran_capaiansnapshot SET nilai = 100",
        "DELETE FROM pengukuran_capaiansnapshot",
        "TRUNCATE pengukuran_capaiansnapshot CASCADE",
        "DELETE FROM impor_riwayatimpor",
        "ALTER TABLE organisasi_instansi DISABLE TRIGGER ALL",
        "DROP TABLE organisasi_instansievent",
        "SET session_replication_role = replica",
    ],
)
def test_riwayat_dan_potret_tidak_dapat_diubah_aplikasi(dunia: Dunia, perintah: str) -> None:
    with (
        pytest.raises(ProgrammingError, match=r"permission denied|must be owner"),
        menulis_langsung(dunia.sistem),
        transaction.atomic(),
        connection.cursor() as kursor,
    ):
        kursor.execute(perintah)
