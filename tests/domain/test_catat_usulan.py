"""Recording proposals for a year's plan, all of a list or none."""

from dataclasses import replace
from decimal import Decimal

import pytest

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.usulan_uji import POKIR, POSYANDU, SALURAN, TAHUN, catat
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.perencanaan.models import RiwayatUsulan, UsulanKegiatan
from sakip.perencanaan.services import tarik_usulan


def test_usulan_tercatat_bernomor_menurut_urutannya(dunia: Dunia) -> None:
    catat(dunia, [SALURAN, POSYANDU])
    catat(dunia, [POKIR])

    assert [
        (u.nomor, u.uraian, u.asal, u.prioritas, u.rupiah, u.keadaan)
        for u in UsulanKegiatan.objects.order_by("nomor")
    ] == [
        (1, "Perbaikan saluran", "kecamatan", 1, Decimal(25_000_000), "dicatat"),
        (2, "Posyandu baru", "kecamatan", 2, None, "dicatat"),
        (3, "Lampu jalan", "pokir", None, None, "dicatat"),
    ]


def test_riwayat_dan_pelakunya(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)

    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(usulan) == [Peristiwa("insert", ani, "perencanaan.catat_usulan")]
    assert [(r.dari, r.tindakan, r.ke, r.oleh_id) for r in RiwayatUsulan.objects.all()] == [
        ("", "catat", "dicatat", ani)
    ]


def test_daftar_yang_sama_dua_kali_ditolak_seluruhnya(dunia: Dunia) -> None:
    catat(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        catat(dunia, [POSYANDU, replace(SALURAN, uraian="perbaikan  SALURAN")])

    assert [(k.letak, k.pesan) for k in galat.value.kesalahan] == [
        ("usulan 2", "“perbaikan  SALURAN” sudah tercatat.")
    ]
    assert hitung_baris() == sebelum


def test_tempat_lain_adalah_usulan_lain(dunia: Dunia) -> None:
    catat(dunia, [SALURAN, replace(SALURAN, lokasi="Desa Dua")])

    assert UsulanKegiatan.objects.count() == 2


def test_yang_ditarik_boleh_dicatat_lagi(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)
    tarik_usulan(**dunia.dasar("ani"), usulan=usulan.uuid, versi=1, alasan="salah tahun")

    assert catat(dunia)[0].nomor == 2


@pytest.mark.parametrize(
    ("usulan", "kata"),
    [
        (replace(SALURAN, uraian=" "), "Uraian wajib diisi"),
        (replace(SALURAN, uraian="x" * 1001), "paling panjang 1000 huruf"),
        (replace(SALURAN, lokasi="x" * 151), "paling panjang 150 huruf"),
        (replace(SALURAN, asal="mimpi"), "Asal “mimpi” tidak dikenal"),
        (replace(SALURAN, prioritas=0), "mulai dari 1"),
        (replace(SALURAN, rupiah=Decimal(-1)), "tidak kurang dari nol"),
    ],
)
def test_isian_yang_salah_disebut(dunia: Dunia, usulan: object, kata: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        catat(dunia, [usulan])  # type: ignore[list-item]

    assert [kata in k.pesan for k in galat.value.kesalahan] == [True]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("daftar", "tahun", "letak"), [([], TAHUN, "daftar"), ([SALURAN], 1999, "tahun")]
)
def test_daftar_kosong_dan_tahun_aneh_ditolak(
    dunia: Dunia, daftar: list[object], tahun: int, letak: str
) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        catat(dunia, daftar, tahun=tahun)  # type: ignore[arg-type]

    assert [k.letak for k in galat.value.kesalahan] == [letak]


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi", "fitri"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    with pytest.raises(TidakBerizin):
        catat(dunia, siapa=siapa)


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        catat(lain, siapa="eko")
    with pytest.raises(TidakBerizin):
        catat(
            Dunia(dunia.instansi, dunia.sistem, dunia.unit, {"eko": lain.orang["eko"]}),
            siapa="eko",
        )
