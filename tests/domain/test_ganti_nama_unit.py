"""Calling a unit otherwise from a day on."""

from datetime import date

import pytest

from domain.pemeran import HARI, MULAI, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.susunan_uji import JULI, PERDA, masa, versi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors, services
from sakip.organisasi.models import SilsilahUnit, SusunanUnit

LIHAT = Tindakan.LIHAT_KINERJA


def _ganti(dunia: Dunia, siapa: str = "admin", **lain: object) -> SusunanUnit:
    isi = {
        "unit": "dinas-anggrek",
        "versi": versi(dunia, "dinas-anggrek"),
        "nama": "Dinas Anggrek dan Taman",
        "tanggal": JULI,
        "dasar": PERDA,
    }
    return services.ganti_nama_unit(**dunia.dasar(siapa), **(isi | lain))  # type: ignore[arg-type]


def test_nama_baru_sejak_tanggalnya_dan_nama_lama_sebelumnya(dunia: Dunia) -> None:
    _ganti(dunia)

    assert masa(dunia, "dinas-anggrek") == [
        ("Dinas Anggrek", MULAI, JULI),
        ("Dinas Anggrek dan Taman", JULI, None),
    ]
    lingkup = dunia.lingkup("fitri")
    kini = selectors.unit_menurut_slug(lingkup, "dinas-anggrek", LIHAT)
    dulu = selectors.unit_menurut_slug(lingkup, "dinas-anggrek", LIHAT, pada=date(2026, 6, 30))
    assert (kini.nama, dulu.nama) == ("Dinas Anggrek dan Taman", "Dinas Anggrek")
    assert kini.id == dulu.id  # one unit: its figures go on


def test_tahun_lama_memakai_nama_lamanya(dunia: Dunia) -> None:
    _ganti(dunia)
    lingkup = dunia.lingkup("fitri")

    def nama(tahun: int) -> set[str]:
        return {u.nama for u in selectors.daftar_unit(lingkup, LIHAT, tahun=tahun)}

    assert "Dinas Anggrek" in nama(2025)
    assert "Dinas Anggrek dan Taman" in nama(2026)
    # Before the first day known of the government: as on that day.
    assert nama(2019) == nama(2024)


def test_dua_perubahan_pada_hari_yang_sama_satu_baris(dunia: Dunia) -> None:
    _ganti(dunia)
    _ganti(dunia, nama="Dinas Taman")

    assert masa(dunia, "dinas-anggrek") == [
        ("Dinas Anggrek", MULAI, JULI),
        ("Dinas Taman", JULI, None),
    ]


def test_riwayat_dan_silsilah_mencatatnya(dunia: Dunia) -> None:
    baris = _ganti(dunia)

    admin = dunia.orang["admin"].pengguna_id
    assert peristiwa(baris) == [Peristiwa("insert", admin, "organisasi.ganti_nama_unit")]
    silsilah = SilsilahUnit.objects.get()
    assert (silsilah.jenis, silsilah.tanggal, silsilah.dasar) == ("ganti_nama", JULI, PERDA)
    riwayat = selectors.riwayat_unit(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"))
    assert [(m.nama, m.induk, m.mulai, m.sampai, m.dasar) for m in riwayat.masa] == [
        ("Dinas Anggrek", "Kabupaten Contoh", MULAI, JULI, ""),
        ("Dinas Anggrek dan Taman", "Kabupaten Contoh", JULI, None, PERDA),
    ]
    assert (riwayat.pendahulu, riwayat.penerus, riwayat.versi) == ((), (), 2)


@pytest.mark.parametrize(
    ("isi", "letak", "kata"),
    [
        ({"nama": "  "}, "nama", "Wajib diisi"),
        ({"nama": "Dinas Anggrek"}, "nama", "sudah dipakai unit ini"),
        ({"dasar": " "}, "dasar", "nomor dan tanggal peraturannya"),
        ({"tanggal": date(2023, 1, 1)}, "unit", "tidak ada unit"),
        ({"unit": "dinas-hantu"}, "unit", "tidak ada unit"),
        ({"unit": "dinas-lain"}, "unit", "tidak ada unit"),
    ],
)
def test_isian_yang_salah_disebut(
    dunia: Dunia, lain: Dunia, isi: dict[str, object], letak: str, kata: str
) -> None:
    del lain  # there, but of another government
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _ganti(dunia, **isi)

    assert [(k.letak, kata in k.pesan) for k in galat.value.kesalahan] == [(letak, True)]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "gita", "admin-bakung"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _ganti(dunia, siapa)

    assert hitung_baris() == sebelum


def test_admin_unit_boleh_atas_unitnya_sendiri(dunia: Dunia) -> None:
    _ganti(dunia, "admin-bakung", unit="dinas-bakung", versi=1, nama="Dinas Kebun")

    assert masa(dunia, "dinas-bakung")[-1][0] == "Dinas Kebun"


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    _ganti(dunia)

    with pytest.raises(VersiUsang):
        _ganti(dunia, versi=1, nama="Dinas Lain Lagi", tanggal=HARI)


def test_yang_sudah_berubah_sesudahnya_ditolak(dunia: Dunia) -> None:
    _ganti(dunia)

    with pytest.raises(PerpindahanTidakSah, match="sudah berubah lagi pada 1 Juli 2026"):
        _ganti(dunia, nama="Dinas Lain Lagi", tanggal=date(2026, 3, 1))
