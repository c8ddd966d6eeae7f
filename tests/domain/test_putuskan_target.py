"""The planner's answer: a refusal with its reason, or a changed version laid down at once."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.naskah_uji import DESA, IKM, susun
from domain.pemeran import HARI, MULAI, SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_rencana
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import (
    IsianTidakSah,
    PerpindahanTidakSah,
    TidakBerizin,
    TidakDitemukan,
    VersiUsang,
)
from sakip.bersama.izin import Peran
from sakip.organisasi.services import beri_peran
from sakip.perencanaan.models import (
    DokumenVersi,
    Dukungan,
    IndikatorVersi,
    SimpulVersi,
    TargetVersi,
    UsulTarget,
)
from sakip.perencanaan.selectors import versi_berlaku
from sakip.perencanaan.services import (
    TargetBaru,
    putuskan_target,
    tetapkan_rencana,
    usul_target,
)

PUTUSKAN = "perencanaan.putuskan_target"


def _usul(dunia: Dunia, sebab: str = "anggaran", **ganti: Any) -> UsulTarget:
    isi = {
        "unit": "dinas-anggrek",
        "tahun": 2026,
        "indikator": "desa",
        "target": "9/14",
        "sebab": sebab,
        "alasan": "anggaran pendampingan dipotong",
    } | ganti
    return usul_target(**dunia.dasar("budi"), **isi)


def _putuskan(dunia: Dunia, usul: UsulTarget, siapa: str = "gita", **ganti: Any) -> UsulTarget:
    isi = {
        "usul": usul.uuid,
        "versi": usul.versi,
        "terima": False,
        "alasan": "Mutasi memperbarui perjanjian, bukan target.",
    } | ganti
    return putuskan_target(**dunia.dasar(siapa), **isi)


TERIMA = {"terima": True, "alasan": "", "dasar": "Keputusan Bupati nomor 2 (contoh)"}


def test_penolakan_menyimpan_alasan_dan_tidak_mengubah_target(dunia: Dunia) -> None:
    r = tata_rencana(dunia)
    usul = _usul(dunia, "mutasi")

    hasil = _putuskan(dunia, usul)

    assert (hasil.keadaan, hasil.versi) == ("ditolak", 2)
    assert hasil.putusan == "Mutasi memperbarui perjanjian, bukan target."
    gita = dunia.orang["gita"].pengguna_id
    assert (hasil.pemutus_id, hasil.diputus_pada) == (gita, SAAT)
    assert peristiwa(hasil)[-1] == Peristiwa("update", gita, PUTUSKAN)
    assert DokumenVersi.objects.filter(dokumen=r.versi.dokumen).count() == 1
    assert not Tugas.objects.filter(alur="usul_target").exists()


def test_penerimaan_menetapkan_versi_perubahan_yang_tersalin_utuh(dunia: Dunia) -> None:
    r = tata_rencana(dunia)

    hasil = _putuskan(dunia, _usul(dunia), **TERIMA)

    assert hasil.keadaan == "diterima"
    baru = versi_berlaku(dunia.lingkup("gita"), dunia.tampak("dinas-anggrek"), 2026)
    assert baru is not None
    assert (baru.nomor, baru.sifat_versi, baru.ditetapkan) == (2, "perubahan", HARI)
    assert baru.dasar == "Keputusan Bupati nomor 2 (contoh)"
    banyak = [
        [m._default_manager.filter(dokumen_versi=v).count() for v in (r.versi, baru)]
        for m in (SimpulVersi, IndikatorVersi, TargetVersi, Dukungan)
    ]
    assert banyak == [[5, 5], [3, 3], [3, 3], [3, 3]]
    target = {t.indikator.kode: t for t in TargetVersi.objects.filter(dokumen_versi=baru)}
    desa = target["desa"]
    assert (desa.teks, desa.nilai, desa.penyebut) == ("9/14", Decimal(9), Decimal(14))
    assert target["waktu"].teks == "30"
    assert desa.uuid != r.target["desa"].uuid
    assert peristiwa(desa)[0] == Peristiwa("insert", dunia.orang["gita"].pengguna_id, PUTUSKAN)


def test_versi_lama_tetap_seperti_semula(dunia: Dunia) -> None:
    r = tata_rencana(dunia)

    _putuskan(dunia, _usul(dunia), **TERIMA)

    r.target["desa"].refresh_from_db()
    assert (r.target["desa"].teks, r.target["desa"].versi) == ("11/14", 1)


def test_mutasi_saja_tidak_dapat_diterima(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia, "mutasi")
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="tafsir-0015") as galat:
        _putuskan(dunia, usul, **TERIMA)

    assert [s.kode for s in galat.value.syarat] == ["mutasi_bukan_alasan"]
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _putuskan(dunia, usul, siapa)

    assert hitung_baris() == sebelum


def test_pengusul_tidak_memutuskan_usulnya_sendiri(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)
    beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["budi"].pengguna_id,
        peran=Peran.PERENCANA_DAERAH,
        unit=dunia.instansi.slug,
        mulai=MULAI,
        selesai=None,
    )

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        _putuskan(dunia, usul, "budi")

    assert [s.kode for s in galat.value.syarat] == ["empat_mata"]


def test_usul_instansi_lain_tidak_ditemukan(dunia: Dunia, lain: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)

    with pytest.raises(TidakDitemukan):
        putuskan_target(**lain.dasar("eko"), usul=usul.uuid, versi=1, terima=False, alasan="tidak")


def test_memutuskan_dua_kali_ditolak(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _putuskan(dunia, _usul(dunia))
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="keadaannya sekarang “ditolak”"):
        _putuskan(dunia, usul)

    assert hitung_baris() == sebelum


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)

    with pytest.raises(VersiUsang):
        _putuskan(dunia, usul, versi=2)


def test_menolak_tanpa_alasan_ditolak(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        _putuskan(dunia, usul, alasan=" ")

    assert [k.letak for k in galat.value.kesalahan] == ["alasan"]


@pytest.mark.parametrize(
    ("ganti", "letak"),
    [({"dasar": ""}, "dasar"), ({"tanggal": date(2024, 1, 1)}, "tanggal")],
    ids=["tanpa-dasar", "mendahului-yang-lama"],
)
def test_menerima_memerlukan_dasar_dan_hari_yang_benar(
    dunia: Dunia, ganti: dict[str, Any], letak: str
) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _putuskan(dunia, usul, **TERIMA | ganti)

    assert [k.letak for k in galat.value.kesalahan] == [letak]
    assert hitung_baris() == sebelum


def test_target_yang_sudah_berubah_sejak_diusulkan_ditolak(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)
    lain = replace(DESA, target=(TargetBaru(2026, "10/14"),))
    perubahan = susun(dunia, perubahan=True, indikator=(IKM, lain))
    tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=perubahan.uuid,
        versi=1,
        tanggal=HARI,
        dasar="Keputusan contoh",
    )
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="sekarang 10/14, bukan 11/14"):
        _putuskan(dunia, usul, **TERIMA)

    assert hitung_baris() == sebelum


def test_konsep_perubahan_yang_terbuka_didahulukan(dunia: Dunia) -> None:
    tata_rencana(dunia)
    usul = _usul(dunia)
    susun(dunia, perubahan=True)

    with pytest.raises(PerpindahanTidakSah, match="konsep perubahan Renja 2026"):
        _putuskan(dunia, usul, **TERIMA)


def test_target_yang_sudah_diubah_dapat_diusulkan_lagi(dunia: Dunia) -> None:
    tata_rencana(dunia)
    _putuskan(dunia, _usul(dunia), **TERIMA)

    kedua = _putuskan(dunia, _usul(dunia, target="8/14"), **TERIMA)

    assert (kedua.target_lama, kedua.keadaan) == ("9/14", "diterima")
    assert DokumenVersi.objects.filter(sifat_versi="perubahan").count() == 2
