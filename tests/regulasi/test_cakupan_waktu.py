"""Time is covered: on every quarter start exactly one version of each rule answers.

What this does not prove: that a version says what the law says. It only proves that no date falls
into a gap or into two versions, from the first day of a rule to two years from now on.
"""

from collections.abc import Iterator
from datetime import date

import pytest

from sakip_rules.galat import KaidahBelumBerlaku
from sakip_rules.regulasi import muat_regulasi

AKHIR = 2028


def _awal_triwulan(mulai: date) -> Iterator[date]:
    for tahun in range(mulai.year, AKHIR + 1):
        for bulan in (1, 4, 7, 10):
            tanggal = date(tahun, bulan, 1)
            if tanggal >= mulai:
                yield tanggal


@pytest.mark.parametrize("id_kaidah", muat_regulasi().daftar_kaidah())
def test_setiap_awal_triwulan_tepat_satu_versi(id_kaidah: str) -> None:
    versi = muat_regulasi().versi(id_kaidah)
    akhir = versi[-1].masa.sampai

    banyak = {
        tanggal: sum(v.masa.memuat(tanggal) for v in versi)
        for tanggal in _awal_triwulan(versi[0].masa.mulai)
        if akhir is None or tanggal <= akhir
    }

    assert [tanggal for tanggal, n in banyak.items() if n != 1] == []


@pytest.mark.parametrize("id_kaidah", muat_regulasi().daftar_kaidah())
def test_sehari_sebelum_versi_pertama_ditolak(id_kaidah: str) -> None:
    regulasi = muat_regulasi()
    mulai = regulasi.versi(id_kaidah)[0].masa.mulai

    assert regulasi.kaidah(id_kaidah, mulai).versi == mulai
    with pytest.raises(KaidahBelumBerlaku):
        regulasi.kaidah(id_kaidah, mulai.replace(day=1, month=1, year=mulai.year - 1))


def test_data_regulasi_tanpa_kesalahan() -> None:
    assert [str(galat) for galat in muat_regulasi().periksa()] == []


def test_kaidah_tidak_berlaku_sebelum_teks_yang_memuatnya() -> None:
    regulasi = muat_regulasi()
    lebih_dulu = [
        (id_kaidah, versi.versi)
        for id_kaidah in regulasi.daftar_kaidah()
        for versi in regulasi.versi(id_kaidah)
        if versi.versi < regulasi.teks(versi.regulasi).masa.mulai
    ]

    assert lebih_dulu == []


def test_teks_yang_dicabut_menyebut_pencabutnya_dan_sebaliknya() -> None:
    teks = {t.id: t for t in muat_regulasi().daftar_teks()}

    dicabut = [satu for satu in teks.values() if satu.dicabut_oleh in teks]
    pasangan = [(satu, teks[satu.dicabut_oleh or ""]) for satu in dicabut]

    assert [
        s.id for s in teks.values() if (s.masa.sampai is None) != (s.dicabut_oleh is None)
    ] == []
    assert [lama.id for lama, baru in pasangan if lama.id not in baru.mencabut] == []
    assert [a.id for a, b in pasangan if a.masa.hari_sesudah() != b.masa.mulai] == []
