"""Telling the superiors of late sheets: once for each sheet and level, until it is handed in."""

from datetime import date, datetime
from typing import Any

import pytest

from domain.lembar_uji import siapkan, tindak
from domain.pemeran import Dunia, hitung_baris
from domain.test_papan_pengukuran import papan
from domain.ukur_uji import TAHUN, Ukur, tata_ukur
from sakip.alur.models import Tugas
from sakip.bersama.galat import TidakBerizin
from sakip.bersama.izin import Peran
from sakip.bersama.jam import WIB
from sakip.bersama.layanan import layanan_berjalan
from sakip.organisasi import services as so
from sakip.organisasi.models import VersiData
from sakip.pengukuran.services import eskalasikan


def _saat(hari: int) -> datetime:
    return datetime(2026, 4, hari, 0, 10, tzinfo=WIB)


def _jalankan(u: Ukur, hari: int, siapa: str = "sistem") -> int:
    return eskalasikan(**u.dunia.dasar(siapa) | {"saat": _saat(hari)})


def _tugas() -> dict[str, Any]:
    return {t.peran: t for t in Tugas.objects.filter(alur="eskalasi")}


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return tata_ukur(dunia)


def test_tingkat_naik_menurut_hari_kerja(ukur: Ukur) -> None:
    # The window ends on Friday the 10th: Mon 13 is the first working day late, Wed 15 the third.
    assert (_jalankan(ukur, 12), set(_tugas())) == (0, set())
    assert (_jalankan(ukur, 13), set(_tugas())) == (1, {Peran.PIMPINAN_UNIT})
    assert (_jalankan(ukur, 14), set(_tugas())) == (0, {Peran.PIMPINAN_UNIT})
    assert _jalankan(ukur, 15) == 1

    tugas = _tugas()
    assert set(tugas) == {Peran.PIMPINAN_UNIT, Peran.SEKRETARIS_DAERAH}
    kata = tugas[Peran.SEKRETARIS_DAERAH].pola.format(**tugas[Peran.SEKRETARIS_DAERAH].isian)
    assert "Dinas Anggrek terlambat 3 hari kerja" in kata
    assert tugas[Peran.PIMPINAN_UNIT].sasaran["isi"] == [TAHUN, "dinas-anggrek", 1]
    assert papan(ukur, "fitri", date(2026, 4, 15))["dinas-anggrek"].sel[0].tingkat == 2


def test_diulang_pada_hari_yang_sama_tidak_mengubah_apa_pun(ukur: Ukur) -> None:
    _jalankan(ukur, 15)
    sebelum = list(Tugas.objects.values_list("pk", flat=True)), list(VersiData.objects.values())

    assert _jalankan(ukur, 15) == 0
    assert (
        list(Tugas.objects.values_list("pk", flat=True)),
        list(VersiData.objects.values()),
    ) == sebelum


def test_kebijakan_menentukan_harinya(ukur: Ukur) -> None:
    so.tetapkan_kebijakan(
        **ukur.dunia.dasar("fitri"),
        kaidah="pengukuran.eskalasi",
        pilihan={"atasan": "tanpa", "sekretaris_daerah": 2},
        mulai=date(2026, 1, 1),
        dasar="SE Sekda contoh",
    )

    assert _jalankan(ukur, 13) == 0
    assert (_jalankan(ukur, 14), set(_tugas())) == (1, {Peran.SEKRETARIS_DAERAH})


def test_hilang_begitu_diajukan(dunia: Dunia) -> None:
    u = siapkan(dunia)
    _jalankan(u, 15)
    assert _tugas()

    tindak(u, "ajukan", "ani", saat=_saat(15))

    assert not _tugas()
    assert _jalankan(u, 16) == 0


def test_hilang_bila_mendapat_izin(ukur: Ukur) -> None:
    from sakip.organisasi.models import Jadwal  # noqa: PLC0415 - only here

    _jalankan(ukur, 15)
    so.beri_perpanjangan(
        **ukur.dunia.dasar("fitri"),
        jadwal=Jadwal.objects.get(periode__nomor=1, tahun=TAHUN).uuid,
        unit=ukur.unit,
        sampai=date(2026, 4, 24),
        alasan="Jaringan putus",
    )

    _jalankan(ukur, 16)

    assert not _tugas()


@pytest.mark.parametrize("siapa", ["ani", "budi", "citra"])
def test_peran_lain_ditolak(ukur: Ukur, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _jalankan(ukur, 15, siapa)

    assert hitung_baris() == sebelum


def test_koordinator_unit_hanya_menjangkau_unitnya(ukur: Ukur) -> None:
    assert _jalankan(ukur, 15, "koordinator-bakung") == 0
    assert not _tugas()


def test_versi_data_unit_naik_sehingga_papan_menjadi_lain(ukur: Ukur) -> None:
    """A task is a projection without a history of its own; what it moves is the unit's version."""
    unit = ukur.dunia.unit["dinas-anggrek"]
    lama = list(VersiData.objects.filter(unit_id=unit).values_list("tahun", "nomor"))

    _jalankan(ukur, 13)

    assert list(VersiData.objects.filter(unit_id=unit).values_list("tahun", "nomor")) != lama


def test_dilakukan_atas_nama_tindakan_ini(ukur: Ukur, monkeypatch: pytest.MonkeyPatch) -> None:
    nama: list[str | None] = []
    monkeypatch.setattr(
        "sakip.pengukuran.services.eskalasi.proyeksikan_tugas",
        lambda **_isi: nama.append(layanan_berjalan()),
    )

    _jalankan(ukur, 13)

    assert nama == ["pengukuran.eskalasikan"]


def test_instansi_lain_ditolak(ukur: Ukur, lain: Dunia) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        eskalasikan(oleh=ukur.dunia.pelaku("fitri"), saat=_saat(15), instansi=lain.instansi)

    assert hitung_baris() == sebelum


def test_pekerjaan_malam_memanggilnya_untuk_semua_instansi(
    ukur: Ukur, settings: Any, lain: Dunia
) -> None:
    from sakip.pengukuran.pekerjaan import eskalasi_harian  # noqa: PLC0415 - registers a job

    settings.TANGGAL_CONTOH = date(2026, 4, 15)

    eskalasi_harian(timestamp=0)

    assert len(_tugas()) == 2
    assert not Tugas.objects.filter(instansi=lain.instansi).exists()
    del ukur
