"""The two commands that act on data, as they are typed: ``sakip dirikan`` and ``sakip import``."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
from django.db import OperationalError

from domain.buku_uji import buku, isi_sel
from domain.lembar import baris, berkas_csv
from domain.naskah_uji import DPA, NASKAH, bendahara
from domain.pemeran import MULAI, Dunia, hitung_baris
from domain.test_impor_nomenklatur import RAPAT
from sakip.akun.models import Pengguna
from sakip.bersama.jam import WIB
from sakip.config import pesan
from sakip.impor.models import BetsImpor
from sakip.organisasi.models import Instansi, PenugasanPeran, SusunanUnit
from sakip.pengukuran.models import Realisasi
from sakip.perencanaan.models import Nomenklatur, RincianAnggaran
from sakip.perintah import main

Tangkap = pytest.CaptureFixture[str]
DIRIKAN = ["99.15", "Kota Baru", "--admin", "admin-baru", "--nama-admin", "Joko Contoh"]


@pytest.fixture(autouse=True)
def terminal(monkeypatch: pytest.MonkeyPatch, settings: Any) -> Iterator[None]:
    """An Indonesian terminal on the day of the cast, in a process that lives on afterwards."""
    monkeypatch.setattr("sakip.config.memori.tenangkan", lambda: None)
    monkeypatch.setenv("SAKIP_BAHASA", "id")
    pesan._terjemahan.cache_clear()
    settings.TANGGAL_CONTOH = date(2026, 11, 24)
    yield
    pesan._terjemahan.cache_clear()


def _dirikan(*ganti: str) -> int:
    return main(["dirikan", *(ganti or DIRIKAN)])


def _impor(berkas: Path, *pilihan: str, oleh: str = "ani.99.11", instansi: str = "99.11") -> int:
    return main(
        ["import", "kinerja", str(berkas), "--instansi", instansi, "--oleh", oleh, *pilihan]
    )


def _tulis(folder: Path, *semua: dict[str, Any]) -> Path:
    berkas = folder / "tw3.csv"
    berkas.write_bytes(berkas_csv(*semua))
    return berkas


@pytest.fixture
def tabel(tmp_path: Path) -> Path:
    """A table with nothing wrong in it."""
    return _tulis(tmp_path, baris(), baris(kode_indikator="k2", indikator="Kepuasan kedua"))


@pytest.fixture
def hari_lingkungan(monkeypatch: pytest.MonkeyPatch, settings: Any) -> date:
    """A day that comes from SAKIP_TANGGAL, as in a process that starts with it."""
    monkeypatch.setenv("SAKIP_TANGGAL", "2026-03-02")
    baru = run_path(str(Path(pesan.__file__).with_name("settings.py")))
    settings.TANGGAL_CONTOH = baru["TANGGAL_CONTOH"]
    return date(2026, 3, 2)


def test_dirikan_memberi_kata_sandi_admin_sekali(dunia: Dunia, capsys: Tangkap) -> None:
    assert dunia.sistem

    assert _dirikan() == 0

    keluar = capsys.readouterr().out
    assert keluar.startswith("Kota Baru berdiri. Masuk sebagai admin-baru")
    akun = Pengguna.objects.get(nama_pengguna="admin-baru")
    assert akun.check_password(keluar.strip().rsplit(" ", 1)[1])


def test_dirikan_dua_kali_tidak_mengubah_apa_pun(dunia: Dunia, capsys: Tangkap) -> None:
    assert dunia.sistem
    _dirikan()
    sebelum = hitung_baris()
    capsys.readouterr()

    assert _dirikan() == 0
    assert capsys.readouterr().out == "Kota Baru sudah berdiri; tidak ada yang diubah.\n"
    assert hitung_baris() == sebelum


def test_dirikan_menyebut_semua_isian_yang_salah(dunia: Dunia, capsys: Tangkap) -> None:
    assert dunia.sistem

    kode = _dirikan("9915", "!", "--admin", "ani.99.11", "--nama-admin", "Joko Contoh")

    galat = capsys.readouterr().err.splitlines()
    assert kode == 1
    assert galat[0] == "Instansi tidak dapat didirikan."
    assert [g.split(":")[0] for g in galat[1:]] == ["  kode", "  nama", "  admin"]
    assert not Instansi.objects.filter(nama="!").exists()


def test_dirikan_pada_hari_dari_lingkungan(dunia: Dunia, hari_lingkungan: date) -> None:
    assert dunia.sistem

    _dirikan()

    akar = SusunanUnit.objects.get(instansi__kode="99.15")
    peran = PenugasanPeran.objects.get(instansi__kode="99.15")
    assert (akar.masa.lower, peran.masa.lower) == (hari_lingkungan, hari_lingkungan)


def test_tanpa_hari_di_lingkungan_jamnya_sungguhan(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> None:
    assert dunia.sistem
    settings.TANGGAL_CONTOH = None
    # 20.00 UTC is 03.00 WIB of the next day.
    kini = datetime(2026, 3, 1, 20, 0, tzinfo=UTC)
    monkeypatch.setattr("sakip.bersama.jam.timezone.now", lambda: kini)

    _dirikan()

    assert SusunanUnit.objects.get(instansi__kode="99.15").masa.lower == date(2026, 3, 2)


def test_import_memperlihatkan_tanpa_menerapkan(dunia: Dunia, tabel: Path, capsys: Tangkap) -> None:
    assert _impor(tabel) == 0

    assert capsys.readouterr().out.split() == ["2", "baru"]
    bets = BetsImpor.objects.get(instansi=dunia.instansi)
    assert (bets.keadaan, bets.nama_berkas) == ("pratinjau", "tw3.csv")
    assert not Realisasi.objects.exists()


def test_import_menerapkan_bila_diminta(dunia: Dunia, tabel: Path, capsys: Tangkap) -> None:
    assert _impor(tabel, "--terapkan") == 0

    assert capsys.readouterr().out.splitlines()[-1] == "Diterapkan."
    assert BetsImpor.objects.get(instansi=dunia.instansi).keadaan == "diterapkan"
    assert Realisasi.objects.count() == 2


def test_import_dpa_dari_baris_perintah(dunia: Dunia, tmp_path: Path, capsys: Tangkap) -> None:
    siapa = bendahara(dunia)
    berkas = _tulis(tmp_path, *DPA)
    kata = ["import", "dpa", str(berkas), "--instansi", "99.11", "--oleh", f"{siapa}.u"]

    assert main([*kata, "--terapkan"]) == 0

    assert capsys.readouterr().out.splitlines()[-1] == "Diterapkan."
    # 186 + 60 + 126 + 46 million: programmes and the sub-kegiatan that make them up
    assert sum(r.rupiah for r in RincianAnggaran.objects.all()) == 418_000_000


def test_import_dpa_oleh_peran_lain_ditolak(dunia: Dunia, tmp_path: Path, capsys: Tangkap) -> None:
    assert dunia.instansi.pk
    berkas = _tulis(tmp_path, *DPA)

    assert main(["import", "dpa", str(berkas), "--instansi", "99.11", "--oleh", "ani.99.11"]) == 1

    assert "diperlukan peran Pengelola keuangan" in capsys.readouterr().err


def test_import_nomenklatur_tanpa_menyebut_siapa(
    dunia: Dunia, tmp_path: Path, capsys: Tangkap
) -> None:
    """The national list belongs to nobody; whoever runs the server may load it."""
    berkas = _tulis(tmp_path, RAPAT, RAPAT | {"jenis_pemda": "PROV"})
    kata = ["import", "nomenklatur", str(berkas), "--instansi", dunia.instansi.kode]

    assert main([*kata, "--terapkan"]) == 0

    keluar = capsys.readouterr().out.splitlines()
    assert keluar[-2:] == ["1 baris untuk provinsi tidak dibaca.", "Diterapkan."]
    assert Nomenklatur.objects.filter(tingkat="subkegiatan").count() == 1
    with pytest.raises(SystemExit):
        main(["import", "kinerja", str(berkas), "--instansi", dunia.instansi.kode])


def test_import_rencana_menyebut_selnya(dunia: Dunia, tmp_path: Path, capsys: Tangkap) -> None:
    berkas = tmp_path / "renja.xlsx"
    berkas.write_bytes(buku(dunia, NASKAH, isi_sel("Indikator", S2="banyak")))
    kata = ["import", "rencana", str(berkas), "--instansi", "99.11", "--oleh", "ani.99.11"]

    assert main([*kata, "--terapkan"]) == 1

    assert "Indikator!S2: " in capsys.readouterr().err


def test_import_pada_hari_dari_lingkungan(dunia: Dunia, tabel: Path, hari_lingkungan: date) -> None:
    _impor(tabel, "--terapkan")

    bets = BetsImpor.objects.get(instansi=dunia.instansi)
    saat = [bets.dibuat_pada, *(r.saat for r in bets.riwayat.all())]
    assert [s.astimezone(WIB).date() for s in saat] == [hari_lingkungan] * 3


def test_import_sebelum_peran_dimulai_ditolak(
    dunia: Dunia, tabel: Path, settings: Any, capsys: Tangkap
) -> None:
    assert dunia.orang["ani"]
    settings.TANGGAL_CONTOH = MULAI - timedelta(days=1)

    assert _impor(tabel) == 1
    assert "diperlukan peran" in capsys.readouterr().err
    assert not BetsImpor.objects.exists()


def test_import_bergalat_menyebut_setiap_baris_dan_tidak_diterapkan(
    dunia: Dunia, tmp_path: Path, capsys: Tangkap
) -> None:
    assert dunia.orang["ani"]
    berkas = _tulis(
        tmp_path, baris(), baris(kode_indikator="k2", target="12 desa"), baris(tahun="x")
    )

    assert _impor(berkas, "--terapkan") == 1

    keluar = capsys.readouterr()
    assert keluar.out.split() == ["1", "baru", "2", "galat"]
    assert [g.split(":")[0] for g in keluar.err.splitlines()] == [
        "baris 3, target",
        "baris 4, tahun",
    ]
    assert not Realisasi.objects.exists()


def test_import_membawa_sifat_dan_format_angka(dunia: Dunia, tmp_path: Path) -> None:
    berkas = _tulis(tmp_path, baris(realisasi="76.15", sumber="LKjIP 2025"))

    _impor(berkas, "--sifat", "contoh", "--format-angka", "en", "--terapkan", oleh="gita.99.11")

    satu = Realisasi.objects.get(instansi=dunia.instansi)
    assert (satu.sifat, satu.komponen.get().nilai) == ("contoh", Decimal("76.15"))


def test_import_yang_sudah_sama_berkata_tidak_ada_perubahan(
    dunia: Dunia, tabel: Path, capsys: Tangkap
) -> None:
    assert dunia.orang["ani"]
    _impor(tabel, "--terapkan")
    capsys.readouterr()

    assert _impor(tabel, "--terapkan") == 1

    keluar = capsys.readouterr()
    assert keluar.out.split() == ["2", "sama"]
    assert "tidak ada perubahan" in keluar.err


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        ({"oleh": "entah"}, "Tidak ada akun aktif bernama “entah”."),
        ({"instansi": "99.99"}, "Tidak ada instansi dengan kode 99.99"),
        ({"oleh": "hari.99.11"}, "diperlukan peran"),
    ],
    ids=["akun", "instansi", "peran"],
)
def test_import_yang_ditolak_berkata_mengapa(
    dunia: Dunia, tabel: Path, capsys: Tangkap, pilihan: dict[str, str], kata: str
) -> None:
    assert dunia.orang["hari"]

    assert _impor(tabel, **pilihan) == 1
    assert kata in capsys.readouterr().err
    assert not BetsImpor.objects.exists()


def test_import_berkas_yang_bukan_tabel_ditolak(
    dunia: Dunia, tmp_path: Path, capsys: Tangkap
) -> None:
    assert dunia.orang["ani"]
    berkas = tmp_path / "laporan.csv"
    berkas.write_bytes(b"%PDF-1.7")

    assert _impor(berkas) == 1
    assert "Isi berkas ini PDF, bukan tabel" in capsys.readouterr().err


def test_import_berkas_yang_tidak_ada_disebut_namanya(tmp_path: Path, capsys: Tangkap) -> None:
    berkas = tmp_path / "tidak-ada.csv"

    assert _impor(berkas) == 2
    assert f"Berkas {berkas} tidak dapat dibaca" in capsys.readouterr().err


@pytest.mark.parametrize("perintah", ["dirikan", "import"])
def test_tanpa_basis_data_berkata_apa_yang_harus_dijalankan(
    tabel: Path, capsys: Tangkap, monkeypatch: pytest.MonkeyPatch, perintah: str
) -> None:
    def putus(*_isi: object) -> None:
        raise OperationalError("connection refused\nIs the server running?")

    monkeypatch.setattr("sakip.organisasi.selectors.pelaku_sistem", putus)
    monkeypatch.setattr("sakip.organisasi.selectors.instansi_menurut_kode", putus)
    jalankan = {"dirikan": _dirikan, "import": lambda: _impor(tabel)}

    assert jalankan[perintah]() == 2
    galat = capsys.readouterr().err
    assert "Jalankan `sakip serve` lebih dahulu" in galat
    assert "(connection refused)" in galat
