"""Giving an account a part to play."""

from datetime import date
from typing import Any

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.bersama.izin import Peran, Tindakan
from sakip.organisasi import selectors, services


def _isi(dunia: Dunia, siapa: str = "admin", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "pengguna_id": dunia.orang["hari"].pengguna_id,
        "peran": Peran.PENYUSUN_UNIT,
        "unit": "dinas-anggrek",
        "mulai": date(2026, 1, 1),
        "selesai": date(2026, 12, 31),
    } | ganti


def test_peran_berlaku_pada_unit_dan_turunannya(dunia: Dunia) -> None:
    hasil = services.beri_peran(**_isi(dunia))

    lingkup = dunia.lingkup("hari")
    assert lingkup.boleh(Tindakan.IMPOR_KINERJA, dunia.tampak("bidang-angsana").jalur)
    assert not lingkup.boleh(Tindakan.IMPOR_KINERJA, dunia.tampak("dinas-bakung").jalur)
    assert peristiwa(hasil) == [
        Peristiwa("insert", dunia.orang["admin"].pengguna_id, "organisasi.beri_peran")
    ]


@pytest.mark.parametrize(
    ("pada", "boleh"),
    [
        (date(2025, 12, 31), False),
        (date(2026, 1, 1), True),
        (date(2026, 12, 31), True),
        (date(2027, 1, 1), False),
    ],
)
def test_peran_berlaku_dari_hari_pertama_sampai_hari_terakhir(
    dunia: Dunia, pada: date, boleh: bool
) -> None:
    services.beri_peran(**_isi(dunia))

    assert dunia.lingkup("hari", pada).boleh(Tindakan.IMPOR_KINERJA) is boleh


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [
        ("budi", "diperlukan peran Admin instansi"),
        ("fitri", "diperlukan peran Admin instansi"),
        ("hari", "diperlukan peran Admin instansi"),
        ("admin-bakung", "tidak mencakup unit ini"),
    ],
)
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str, kata: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match=kata):
        services.beri_peran(**_isi(dunia, siapa))

    assert hitung_baris() == sebelum


def test_admin_unit_tidak_dapat_menaikkan_dirinya_ke_pemda(dunia: Dunia) -> None:
    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        services.beri_peran(
            **_isi(
                dunia,
                "admin-bakung",
                pengguna_id=dunia.orang["admin-bakung"].pengguna_id,
                peran=Peran.ADMIN_INSTANSI,
                unit="kabupaten-contoh",
            )
        )


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakBerizin):
        services.beri_peran(**_isi(dunia, oleh=lain.orang["eko"]))


def test_unit_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    assert "dinas-lain" in lain.unit

    with pytest.raises(TidakDitemukan):
        services.beri_peran(**_isi(dunia, unit="dinas-lain"))


@pytest.mark.parametrize("mulai", [date(2026, 1, 1), date(2026, 6, 1), date(2026, 12, 31)], ids=str)
def test_peran_yang_sama_pada_masa_yang_sama_ditolak(dunia: Dunia, mulai: date) -> None:
    services.beri_peran(**_isi(dunia))
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.beri_peran(**_isi(dunia, mulai=mulai))

    assert "sudah memegang peran itu" in galat.value.kesalahan[0].pesan
    assert hitung_baris() == sebelum


def test_peran_yang_sama_sesudah_masanya_boleh(dunia: Dunia) -> None:
    services.beri_peran(**_isi(dunia))

    services.beri_peran(**_isi(dunia, mulai=date(2027, 1, 1), selesai=None))

    assert dunia.lingkup("hari", date(2027, 1, 1)).boleh(Tindakan.IMPOR_KINERJA)


def test_masa_terbalik_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.beri_peran(**_isi(dunia, selesai=date(2025, 12, 31)))

    assert galat.value.kesalahan[0].letak == "selesai"


def test_akun_yang_tidak_ada_ditolak(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan, match="Akun"):
        services.beri_peran(**_isi(dunia, pengguna_id=-1))


def test_akun_sistem_tidak_diberi_peran(dunia: Dunia) -> None:
    with pytest.raises(TidakDitemukan, match="Akun"):
        services.beri_peran(**_isi(dunia, pengguna_id=dunia.sistem.pengguna_id))


def test_pernah_diberi_peran_dapat_ditanyakan(dunia: Dunia) -> None:
    services.beri_peran(**_isi(dunia))

    assert selectors.punya_peran(
        dunia.orang["hari"].pengguna_id,
        dunia.instansi,
        "penyusun_unit",
        "dinas-anggrek",
        "2026-01-01",
    )
