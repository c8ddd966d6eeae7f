"""Bringing a Renja in line with what the RKPD gives to its unit."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from domain.naskah_uji import IKM, susun
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan, VersiUsang
from sakip.perencanaan import selectors
from sakip.perencanaan.models import DokumenVersi, PaguSimpul
from sakip.perencanaan.selectors import Selaras
from sakip.perencanaan.services import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
    samakan_rencana,
    susun_rencana,
)

ANTREAN = IndikatorBaru(
    kode="antrean",
    nama="Lama antrean",
    arah="turun_baik",
    jenis_nilai="bilangan",
    simpul="7.01.02",
    satuan="menit",
    target=(TargetBaru(2026, "20"),),
)


def _milik(kode: str, jenis: str, uraian: str, induk: str, **lain: Any) -> SimpulBaru:
    return SimpulBaru(kode, jenis, uraian, induk, kode, **lain)


RKPD = RencanaBaru(
    unit="kabupaten-contoh",
    jenis="rkpd",
    judul="RKPD 2026",
    tahun_mulai=2026,
    tahun_selesai=2026,
    simpul=(
        SimpulBaru("pd-t1", "tujuan", "Tata kelola"),
        SimpulBaru("pd-s1", "sasaran", "Pelayanan", "pd-t1"),
        _milik(
            "7.01.02",
            "program",
            "Pelayanan publik",
            "pd-s1",
            pemilik="dinas-anggrek",
            pagu=((2026, Decimal(500)),),
        ),
        _milik("7.01.02.2.01", "kegiatan", "Koordinasi lapangan", "7.01.02"),
        _milik("7.01.02.2.01.0003", "subkegiatan", "Unit keliling", "7.01.02.2.01"),
        _milik("7.01.09", "program", "Milik dinas lain", "pd-s1", pemilik="dinas-bakung"),
    ),
    indikator=(ANTREAN,),
)


def _susun(dunia: Dunia) -> DokumenVersi:
    susun_rencana(**dunia.dasar("gita"), isi=RKPD)
    return susun(dunia)


def _selaras(dunia: Dunia, siapa: str = "ani") -> selectors.SelarasRkpd:
    return selectors.selaras_rkpd(dunia.lingkup(siapa), dunia.tampak("dinas-anggrek"), 2026)


def _samakan(dunia: Dunia, *kode: str, siapa: str = "ani", **lain: Any) -> DokumenVersi:
    isi = {"unit": "dinas-anggrek", "tahun": 2026, "versi": 1} | lain
    return samakan_rencana(**dunia.dasar(siapa), kode=kode, **isi)


def test_baris_dicocokkan_menurut_kode_dan_hanya_milik_unitnya(dunia: Dunia) -> None:
    _susun(dunia)

    hasil = _selaras(dunia)

    # "Pelayanan publik" is the same name; its money and its indicator are not in the Renja.
    assert [(b.kode, b.keadaan, b.beda) for b in hasil.baris] == [
        ("7.01.02", Selaras.BEDA, ("pagu", "Lama antrean")),
        ("7.01.02.2.01", Selaras.BEDA, ("uraian",)),
        ("7.01.02.2.01.0001", Selaras.HANYA_RENJA, ()),
        ("7.01.02.2.01.0002", Selaras.HANYA_RENJA, ()),
        ("7.01.02.2.01.0003", Selaras.HANYA_RKPD, ()),
    ]
    assert hasil.tidak_selaras == 5


def test_yang_dipilih_mengikuti_rkpd_dan_yang_lain_tetap(dunia: Dunia) -> None:
    _susun(dunia)

    versi = _samakan(dunia, "7.01.02.2.01.0003", "7.01.02")

    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(versi)[-1] == Peristiwa("update", ani, "perencanaan.samakan_rencana")
    hasil = {b.kode: b for b in _selaras(dunia).baris}
    assert hasil["7.01.02"].keadaan == Selaras.SAMA
    assert hasil["7.01.02.2.01.0003"].keadaan == Selaras.SAMA
    assert hasil["7.01.02.2.01"].keadaan == Selaras.BEDA
    assert PaguSimpul.objects.get(dokumen_versi=versi).rupiah == 500
    pohon = selectors.pohon_versi(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), versi, 2026)
    antrean = next(i for i in pohon.indikator() if i.kode == "antrean")
    target = antrean.tahunan(2026)
    assert target is not None
    assert (antrean.versi.simpul.kode, target.teks) == ("7.01.02", "20")  # type: ignore[union-attr]
    baru = next(s for s in pohon.simpul() if s.kode == "7.01.02.2.01.0003")
    assert baru.alamat_induk == "7.01.02.2.01"


def test_target_indikator_senama_diganti_bukan_ditambah(dunia: Dunia) -> None:
    _susun(dunia)
    senama = replace(IKM, kode="lain", nama="lama  ANTREAN", simpul="7.01.02")
    susun(dunia, versi=1, indikator=(senama,), dukungan=())

    versi = _samakan(dunia, "7.01.02", versi=2)

    pohon = selectors.pohon_versi(dunia.lingkup("ani"), dunia.tampak("dinas-anggrek"), versi, 2026)
    assert [(i.kode, t.teks) for i in pohon.indikator() if (t := i.tahunan(2026))] == [
        ("lain", "20")
    ]


def test_renja_yang_ditetapkan_dibuka_versi_perubahannya(dunia: Dunia) -> None:
    renja = _susun(dunia)
    with menulis_langsung(dunia.sistem):
        DokumenVersi.objects.filter(pk=renja.pk).update(ditetapkan="2026-01-02")

    versi = _samakan(dunia, "7.01.02")

    assert (versi.nomor, versi.ditetapkan) == (2, None)


@pytest.mark.parametrize(
    ("kode", "kata"),
    [
        ((), "sekurangnya satu baris"),
        (("9.99",), "“9.99” tidak ada"),
        (("7.01.09",), "“7.01.09” tidak ada"),
        (("7.01.02.2.01.0001",), "tidak ada pada RKPD"),
    ],
)
def test_pilihan_yang_tidak_mungkin_ditolak(dunia: Dunia, kode: tuple[str, ...], kata: str) -> None:
    _susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _samakan(dunia, *kode)

    assert [kata in k.pesan for k in galat.value.kesalahan] == [True]
    assert hitung_baris() == sebelum


def test_anak_tanpa_induk_pada_renja_disebut(dunia: Dunia) -> None:
    susun_rencana(**dunia.dasar("gita"), isi=RKPD)
    susun(
        dunia,
        simpul=(SimpulBaru("t1", "tujuan", "T"), SimpulBaru("s1", "sasaran", "S", "t1")),
        indikator=(IKM,),
        dukungan=(),
    )

    with pytest.raises(IsianTidakSah) as galat:
        _samakan(dunia, "7.01.02.2.01.0003")
    assert "samakan induknya dahulu" in galat.value.kesalahan[0].pesan

    # With those above chosen too, it goes in whole: the program below the first sasaran.
    _samakan(dunia, "7.01.02.2.01.0003", "7.01.02.2.01", "7.01.02")
    assert _selaras(dunia).tidak_selaras == 0


def test_tanpa_rkpd_atau_tanpa_renja_ditolak(dunia: Dunia) -> None:
    with pytest.raises(IsianTidakSah):
        _samakan(dunia, "7.01.02")
    susun(dunia)
    with pytest.raises(IsianTidakSah):
        _samakan(dunia, "7.01.02")
    assert _selaras(dunia).rkpd is None


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi", "fitri"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    _susun(dunia)

    with pytest.raises(TidakBerizin):
        _samakan(dunia, "7.01.02", siapa=siapa)


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    _susun(dunia)
    susun(dunia, versi=1, judul="Renja 2026 yang lain")

    with pytest.raises(VersiUsang):
        _samakan(dunia, "7.01.02")


def test_orang_instansi_lain_tidak_melihatnya(dunia: Dunia, lain: Dunia) -> None:
    _susun(dunia)

    with pytest.raises(TidakDitemukan):
        _samakan(lain, "7.01.02", siapa="eko")
