"""Letting a holding end."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.organisasi import services
from sakip.organisasi.models import Pegawai, PenugasanJabatan

AKHIRI = "organisasi.akhiri_penugasan"


@pytest.fixture
def penugasan(dunia: Dunia) -> PenugasanJabatan:
    dasar = dunia.dasar("admin")
    pos = services.tambah_jabatan(
        **dasar, unit="dinas-anggrek", kode="kadis-anggrek", nama="Kepala Dinas Anggrek"
    )
    return services.tugaskan_pejabat(
        **dasar,
        jabatan=pos.uuid,
        pegawai=Pegawai.objects.get(instansi=dunia.instansi, kode="budi").uuid,
        sifat="definitif",
        mulai=date(2026, 1, 1),
        selesai=None,
        dasar="SK 1/2026",
    )


def _isi(dunia: Dunia, penugasan: PenugasanJabatan, **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar("admin"),
        "penugasan": penugasan.uuid,
        "versi": 1,
        "selesai": date(2026, 8, 31),
    } | ganti


def test_masa_berakhir_pada_hari_itu_dan_versi_naik(
    dunia: Dunia, penugasan: PenugasanJabatan
) -> None:
    services.akhiri_penugasan(**_isi(dunia, penugasan))

    penugasan.refresh_from_db()
    assert date(2026, 8, 31) in penugasan.masa
    assert date(2026, 9, 1) not in penugasan.masa
    assert penugasan.versi == 2
    assert peristiwa(penugasan)[-1] == Peristiwa("update", dunia.orang["admin"].pengguna_id, AKHIRI)


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [("budi", "diperlukan peran Admin instansi"), ("admin-bakung", "tidak mencakup unit ini")],
)
def test_peran_atau_unit_lain_ditolak(
    dunia: Dunia, penugasan: PenugasanJabatan, siapa: str, kata: str
) -> None:
    with pytest.raises(TidakBerizin, match=kata):
        services.akhiri_penugasan(**_isi(dunia, penugasan, oleh=dunia.pelaku(siapa)))

    penugasan.refresh_from_db()
    assert penugasan.masa.upper is None


def test_orang_instansi_lain_ditolak(
    dunia: Dunia, lain: Dunia, penugasan: PenugasanJabatan
) -> None:
    with pytest.raises(TidakBerizin):
        services.akhiri_penugasan(**_isi(dunia, penugasan, oleh=lain.orang["eko"]))


def test_penugasan_instansi_lain_tidak_ada(
    dunia: Dunia, lain: Dunia, penugasan: PenugasanJabatan
) -> None:
    with pytest.raises(TidakDitemukan):
        services.akhiri_penugasan(
            **_isi(dunia, penugasan, oleh=lain.orang["eko"], instansi=lain.instansi)
        )


def test_versi_usang_menyebut_kedua_versi(dunia: Dunia, penugasan: PenugasanJabatan) -> None:
    services.akhiri_penugasan(**_isi(dunia, penugasan))

    with pytest.raises(VersiUsang, match="versi Anda 1, tersimpan 2") as galat:
        services.akhiri_penugasan(**_isi(dunia, penugasan, selesai=date(2026, 7, 31)))

    assert (galat.value.milik_anda, galat.value.tersimpan) == (1, 2)


@pytest.mark.parametrize("selesai", [date(2026, 8, 31), date(2026, 9, 1)])
def test_yang_sudah_berakhir_tidak_diakhiri_lagi(
    dunia: Dunia, penugasan: PenugasanJabatan, selesai: date
) -> None:
    services.akhiri_penugasan(**_isi(dunia, penugasan))

    with pytest.raises(IsianTidakSah) as galat:
        services.akhiri_penugasan(**_isi(dunia, penugasan, versi=2, selesai=selesai))

    assert galat.value.kesalahan[0].pesan == "Penugasan ini sudah berakhir pada 31 Agustus 2026."


@pytest.mark.parametrize("selesai", [date(2025, 12, 31), date.max])
def test_tanggal_yang_tidak_mungkin_ditolak_utuh(
    dunia: Dunia, penugasan: PenugasanJabatan, selesai: date
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.akhiri_penugasan(**_isi(dunia, penugasan, selesai=selesai))

    penugasan.refresh_from_db()
    assert galat.value.kesalahan[0].letak == "selesai"
    assert (penugasan.versi, penugasan.masa.upper) == (1, None)
    assert hitung_baris() == sebelum
