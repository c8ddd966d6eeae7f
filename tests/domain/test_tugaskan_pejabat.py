"""Giving a post to a person."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import services
from sakip.organisasi.models import Jabatan, Pegawai, PenugasanJabatan


@pytest.fixture
def pos(dunia: Dunia) -> Jabatan:
    return services.tambah_jabatan(
        **dunia.dasar("admin"),
        unit="dinas-anggrek",
        kode="kadis-anggrek",
        nama="Kepala Dinas Anggrek",
        memimpin=True,
    )


def _isi(dunia: Dunia, pos: Jabatan, **ganti: Any) -> dict[str, Any]:
    budi = Pegawai.objects.get(instansi=dunia.instansi, kode="budi")
    return {
        **dunia.dasar("admin"),
        "jabatan": pos.uuid,
        "pegawai": budi.uuid,
        "sifat": "definitif",
        "mulai": date(2026, 1, 1),
        "selesai": None,
        "dasar": "SK 1/2026",
    } | ganti


def test_penugasan_tersimpan_dengan_masa_sampai_dengan(dunia: Dunia, pos: Jabatan) -> None:
    hasil = services.tugaskan_pejabat(**_isi(dunia, pos, selesai=date(2026, 12, 31)))

    hasil.refresh_from_db()
    assert (hasil.masa.lower, hasil.masa.upper) == (date(2026, 1, 1), date(2027, 1, 1))
    assert hasil.versi == 1
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["admin"].pengguna_id, "organisasi.tugaskan_pejabat")
    ]


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [
        ("budi", "diperlukan peran Admin instansi"),
        ("gita", "diperlukan peran Admin instansi"),
        ("hari", "diperlukan peran Admin instansi"),
        ("admin-bakung", "tidak mencakup unit ini"),
    ],
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, pos: Jabatan, siapa: str, kata: str) -> None:
    with pytest.raises(TidakBerizin, match=kata):
        services.tugaskan_pejabat(**_isi(dunia, pos, oleh=dunia.pelaku(siapa)))

    assert not PenugasanJabatan.objects.exists()


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia, pos: Jabatan) -> None:
    with pytest.raises(TidakBerizin):
        services.tugaskan_pejabat(**_isi(dunia, pos, oleh=lain.orang["eko"]))


def test_jabatan_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia, pos: Jabatan) -> None:
    with pytest.raises(TidakDitemukan):
        services.tugaskan_pejabat(
            **_isi(dunia, pos, oleh=lain.orang["eko"], instansi=lain.instansi)
        )


def test_pegawai_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia, pos: Jabatan) -> None:
    eko = Pegawai.objects.get(instansi=lain.instansi, kode="eko")

    with pytest.raises(TidakDitemukan):
        services.tugaskan_pejabat(**_isi(dunia, pos, pegawai=eko.uuid))


def test_jabatan_yang_tidak_ada_dikatakan(dunia: Dunia, pos: Jabatan) -> None:
    with pytest.raises(TidakDitemukan, match="tidak ada di instansi ini"):
        services.tugaskan_pejabat(**_isi(dunia, pos, jabatan=uuid4()))


@pytest.mark.parametrize("sifat", ["definitif", "plt", "plh"])
def test_jabatan_yang_terisi_menyebut_pemegangnya(dunia: Dunia, pos: Jabatan, sifat: str) -> None:
    services.tugaskan_pejabat(**_isi(dunia, pos, selesai=date(2026, 6, 30)))

    with pytest.raises(IsianTidakSah) as galat:
        services.tugaskan_pejabat(**_isi(dunia, pos, sifat=sifat, mulai=date(2026, 6, 30)))

    (salah,) = galat.value.kesalahan
    assert salah.letak == "mulai"
    assert "Budi Contoh (definitif)" in salah.pesan
    assert "30 Juni 2026" in salah.pesan
    assert PenugasanJabatan.objects.count() == 1


def test_hari_sesudah_yang_lama_berakhir_boleh(dunia: Dunia, pos: Jabatan) -> None:
    services.tugaskan_pejabat(**_isi(dunia, pos, selesai=date(2026, 6, 30)))

    services.tugaskan_pejabat(**_isi(dunia, pos, mulai=date(2026, 7, 1)))

    assert PenugasanJabatan.objects.count() == 2


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"mulai": date(2026, 2, 1), "selesai": date(2026, 1, 31)}, "selesai"),
        ({"selesai": date.max}, "selesai"),
        ({"sifat": "sementara"}, "sifat"),
    ],
    ids=["selesai-mendahului-mulai", "tanggal-tidak-masuk-akal", "sifat-tidak-dikenal"],
)
def test_isian_yang_salah_ditolak_utuh(
    dunia: Dunia, pos: Jabatan, ganti: dict[str, Any], letak: str
) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.tugaskan_pejabat(**_isi(dunia, pos, **ganti))

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert hitung_baris() == sebelum
