"""The review of a plan by the Inspektorat: while it is a draft, with what it found."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest

from domain.crosscutting_uji import pemegang
from domain.dokumen_uji import mulai, tata_renstra, tetapkan
from domain.naskah_uji import IKM, NASKAH, susun
from domain.pemeran import HARI, SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Peran
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import DokumenVersi, ReviuRencana
from sakip.perencanaan.selectors import reviu_versi
from sakip.perencanaan.services import catat_reviu_rencana, susun_rencana


def _ketua(dunia: Dunia) -> str:
    return pemegang(dunia, Peran.EVALUATOR_KETUA, dunia.instansi.slug)


def _catat(
    dunia: Dunia, konsep: DokumenVersi, siapa: str | None = None, **ganti: Any
) -> ReviuRencana:
    isi = {
        "dokumen_versi": konsep.uuid,
        "versi": konsep.versi,
        "nomor": "700/12/Insp (contoh)",
        "tanggal": date(2026, 11, 20),
        "kesimpulan": "catatan",
        "catatan": "Target 2026 belum selaras dengan RPJMD.",
    } | ganti
    return catat_reviu_rencana(**dunia.dasar(siapa or _ketua(dunia)), **isi)


def test_reviu_menyimpan_surat_hari_dan_kesimpulannya(dunia: Dunia) -> None:
    versi = tata_renstra(dunia)

    reviu = _catat(dunia, versi)

    pencatat = dunia.orang[_ketua(dunia)].pengguna_id
    assert (reviu.nomor, reviu.tanggal) == ("700/12/Insp (contoh)", date(2026, 11, 20))
    assert (reviu.kesimpulan, reviu.pencatat_id, reviu.dicatat_pada) == (
        "catatan",
        pencatat,
        SAAT,
    )
    assert peristiwa(reviu) == [Peristiwa("insert", pencatat, "perencanaan.catat_reviu_rencana")]


def test_konsep_yang_berubah_sesudahnya_disebut(dunia: Dunia) -> None:
    versi = susun(dunia)
    _catat(dunia, versi)
    lingkup, unit = dunia.lingkup("ani"), dunia.tampak("dinas-anggrek")
    semula = reviu_versi(lingkup, unit, versi)

    susun_rencana(
        **dunia.dasar("ani") | {"saat": SAAT + timedelta(hours=1)},
        isi=replace(NASKAH, indikator=(replace(IKM, nama="IKM"),), dukungan=()),
        versi=versi.versi,
    )

    assert [r.berubah_sesudahnya for r in semula] == [False]
    assert [r.berubah_sesudahnya for r in reviu_versi(lingkup, unit, versi)] == [True]


@pytest.mark.parametrize("siapa", ["ani", "gita", "citra", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    versi = susun(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _catat(dunia, versi, siapa)

    assert hitung_baris() == sebelum


def test_evaluator_unit_lain_ditolak(dunia: Dunia) -> None:
    siapa = pemegang(dunia, Peran.EVALUATOR_KETUA, "dinas-bakung")

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        _catat(dunia, susun(dunia), siapa)


def test_instansi_lain_tidak_menemukannya(dunia: Dunia, lain: Dunia) -> None:
    with pytest.raises(TidakDitemukan):
        _catat(lain, susun(dunia), "eko")


def test_sesudah_penetapan_tidak_ada_reviu(dunia: Dunia) -> None:
    with pytest.raises(PerpindahanTidakSah, match="reviu mendahului penetapan"):
        _catat(dunia, tetapkan(dunia, susun(dunia)))


def test_dokumen_yang_tidak_direviu(dunia: Dunia) -> None:
    versi = mulai(dunia, "gita", unit=dunia.instansi.slug, jenis="rpjpd", tahun_selesai=2045)

    with pytest.raises(PerpindahanTidakSah, match="RPJPD tidak direviu"):
        _catat(dunia, versi)


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [
        ({"nomor": " "}, "nomor"),
        ({"nomor": "9" * 81}, "nomor"),
        ({"tanggal": None}, "tanggal"),
        ({"tanggal": HARI + timedelta(days=1)}, "tanggal"),
        ({"kesimpulan": "bagus"}, "kesimpulan"),
        ({"kesimpulan": "perbaiki", "catatan": " "}, "catatan"),
        ({"catatan": ""}, "catatan"),
    ],
    ids=lambda isi: str(isi)[:40],
)
def test_isian_yang_salah_disebut_bidangnya(
    dunia: Dunia, ganti: dict[str, Any], letak: str
) -> None:
    versi = susun(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        _catat(dunia, versi, **ganti)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert not ReviuRencana.objects.exists()


def test_nomor_yang_sama_dan_versi_usang_ditolak(dunia: Dunia) -> None:
    versi = susun(dunia)
    _catat(dunia, versi, tanggal=HARI, kesimpulan="sesuai", catatan="")

    with pytest.raises(IsianTidakSah, match="belum dicatat"):
        _catat(dunia, versi)
    with pytest.raises(VersiUsang):
        _catat(dunia, versi, versi=versi.versi + 1, nomor="700/13")


def test_penetapan_tanpa_reviu_ditahan_bila_instansi_memilihnya(
    dunia: Dunia, monkeypatch: pytest.MonkeyPatch
) -> None:
    versi = susun(dunia)
    monkeypatch.setattr(kaidah, "reviu_menahan", lambda _pada: True)

    with pytest.raises(SyaratBelumTerpenuhi, match="tafsir-0017"):
        tetapkan(dunia, versi)
    _catat(dunia, versi)

    assert tetapkan(dunia, versi).ditetapkan is not None


def test_bawaannya_penetapan_tidak_ditahan(dunia: Dunia) -> None:
    assert tetapkan(dunia, susun(dunia)).ditetapkan is not None
