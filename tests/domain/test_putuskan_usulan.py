"""The planner's answer to a proposal."""

import pytest

from domain.naskah_uji import NASKAH, susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.usulan_uji import POKIR, POSYANDU, SALURAN, TAHUN, catat
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.perencanaan import selectors
from sakip.perencanaan.models import RiwayatUsulan, UsulanKegiatan
from sakip.perencanaan.services import putuskan_usulan

RAPAT = "7.01.02.2.01.0001"
TAHUN_NASKAH = NASKAH.tahun_mulai


def _putuskan(
    dunia: Dunia, usulan: UsulanKegiatan, tindakan: str, siapa: str = "gita", **lain: object
) -> UsulanKegiatan:
    isi: dict[str, object] = {"usulan": usulan.uuid, "versi": usulan.versi, "tindakan": tindakan}
    return putuskan_usulan(**dunia.dasar(siapa), **(isi | lain))  # type: ignore[arg-type]


def test_masuk_menyebut_sub_kegiatan_yang_memuatnya(dunia: Dunia) -> None:
    susun(dunia)
    (usulan,) = catat(dunia, tahun=TAHUN_NASKAH)

    hasil = _putuskan(dunia, usulan, "masukkan", pemuat="dinas-anggrek", kode=f" {RAPAT} ")

    assert (hasil.keadaan, hasil.versi) == ("masuk", 2)
    (baris,) = selectors.daftar_usulan(
        dunia.lingkup("ani"), [dunia.tampak("dinas-anggrek")], TAHUN_NASKAH
    )
    assert (baris.kode_pemuat, baris.pemuat) == (RAPAT, "Rapat")  # type: ignore[attr-defined]


def test_serapan_hanya_menghitung_prioritas_musrenbang(dunia: Dunia) -> None:
    """One of two ranked proposals taken up: 1/2, whatever became of the pokir."""
    susun(dunia)
    saluran, posyandu, pokir = catat(dunia, [SALURAN, POSYANDU, POKIR], tahun=TAHUN_NASKAH)
    for u in (saluran, pokir):
        _putuskan(dunia, u, "masukkan", pemuat="dinas-anggrek", kode=RAPAT)
    _putuskan(dunia, posyandu, "tunda", alasan="menunggu dana")

    semua = selectors.daftar_usulan(
        dunia.lingkup("ani"), [dunia.tampak("dinas-anggrek")], TAHUN_NASKAH
    )

    assert selectors.serapan_usulan(semua) == selectors.SerapanUsulan(1, 2, 0)
    assert [u.nomor for u in semua] == [1, 2, 3]


def test_yang_ditolak_dapat_masuk_kemudian_dan_sebaliknya(dunia: Dunia) -> None:
    susun(dunia)
    (usulan,) = catat(dunia, tahun=TAHUN_NASKAH)
    usulan = _putuskan(dunia, usulan, "tolak", alasan="bukan wewenang kabupaten")
    usulan = _putuskan(dunia, usulan, "masukkan", pemuat="dinas-anggrek", kode=RAPAT)

    usulan = _putuskan(dunia, usulan, "tunda", alasan="anggaran dipotong")

    assert (usulan.keadaan, usulan.simpul_id, usulan.alasan) == (
        "ditunda",
        None,
        "anggaran dipotong",
    )
    assert [r.tindakan for r in RiwayatUsulan.objects.order_by("id")] == [
        "catat",
        "tolak",
        "masukkan",
        "tunda",
    ]


def test_riwayat_mencatat_pelakunya(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)

    _putuskan(dunia, usulan, "tolak", alasan="bukan wewenang kabupaten")

    gita = dunia.orang["gita"].pengguna_id
    assert peristiwa(usulan)[-1] == Peristiwa("update", gita, "perencanaan.putuskan_usulan")


@pytest.mark.parametrize("pemuat", ["", "dinas-anggrek", "dinas-bakung"])
@pytest.mark.parametrize("kode", ["", "9.99"])
def test_kode_yang_tidak_ada_pada_rencana_ditolak(dunia: Dunia, pemuat: str, kode: str) -> None:
    susun(dunia)
    (usulan,) = catat(dunia, tahun=TAHUN_NASKAH)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _putuskan(dunia, usulan, "masukkan", pemuat=pemuat, kode=kode)

    assert [k.letak for k in galat.value.kesalahan] == ["kode"]
    assert hitung_baris() == sebelum


def test_sub_kegiatan_rencana_lama_memuat_usulan_tahun_berikutnya(dunia: Dunia) -> None:
    """RKPD is laid down before the Renja of that year is written; the node is the same."""
    susun(dunia)
    (usulan,) = catat(dunia, tahun=TAHUN_NASKAH + 1)

    hasil = _putuskan(dunia, usulan, "masukkan", pemuat="dinas-anggrek", kode=RAPAT)

    assert hasil.keadaan == "masuk"


@pytest.mark.parametrize("tindakan", ["tunda", "tolak"])
def test_tanpa_alasan_ditolak(dunia: Dunia, tindakan: str) -> None:
    (usulan,) = catat(dunia)

    with pytest.raises((IsianTidakSah, SyaratBelumTerpenuhi)):
        _putuskan(dunia, usulan, tindakan, alasan=" ")


def test_yang_sudah_ditolak_tidak_ditolak_lagi(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)
    usulan = _putuskan(dunia, usulan, "tolak", alasan="bukan wewenang")

    with pytest.raises(PerpindahanTidakSah):
        _putuskan(dunia, usulan, "tolak", alasan="bukan wewenang")


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    (usulan,) = catat(dunia)
    _putuskan(dunia, usulan, "tolak", alasan="bukan wewenang")

    with pytest.raises(VersiUsang):
        _putuskan(dunia, usulan, "tunda", alasan="nanti", versi=1)


@pytest.mark.parametrize("siapa", ["ani", "budi", "dewi", "fitri", "citra"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    (usulan,) = catat(dunia)

    with pytest.raises(TidakBerizin):
        _putuskan(dunia, usulan, "tolak", siapa, alasan="bukan wewenang")


def test_usulan_instansi_lain_tidak_ada(dunia: Dunia, lain: Dunia) -> None:
    (usulan,) = catat(dunia)

    with pytest.raises(TidakDitemukan):
        _putuskan(lain, usulan, "tolak", "eko", alasan="bukan wewenang")


def test_tahun_lain_tetap_terpisah(dunia: Dunia) -> None:
    catat(dunia)

    unit = [dunia.tampak("dinas-anggrek")]
    assert selectors.daftar_usulan(dunia.lingkup("ani"), unit, TAHUN + 1) == []
    assert len(selectors.daftar_usulan(dunia.lingkup("ani"), unit, TAHUN, keadaan="dicatat")) == 1
    assert selectors.daftar_usulan(dunia.lingkup("ani"), unit, TAHUN, keadaan="masuk") == []
