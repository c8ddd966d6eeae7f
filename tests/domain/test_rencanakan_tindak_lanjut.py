"""Planning what is done about a recommendation."""

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from domain.evaluasi_uji import UNIT, bukti, evaluasi_pada, jabatan, pada, rencanakan
from domain.pemeran import HARI, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.evaluasi import services
from sakip.evaluasi.models import Rekomendasi


def _isi(dunia: Dunia, r: Rekomendasi, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "rekomendasi": r.uuid,
        "versi": r.versi,
        "rencana": " Menyusun pedoman pengumpulan data. ",
        "penanggung_jawab": jabatan(dunia).uuid,
        "tenggat": date(2026, 12, 31),
    } | ganti


@pytest.fixture
def terbuka(dunia: Dunia) -> Rekomendasi:
    return evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1)


@pytest.mark.parametrize("siapa", ["ani", "budi"])
def test_rencana_tersimpan_dan_tugasnya_bertenggat(
    dunia: Dunia, terbuka: Rekomendasi, siapa: str
) -> None:
    hasil = services.rencanakan_tindak_lanjut(**_isi(dunia, terbuka, siapa))

    tugas = Tugas.objects.get(objek=hasil.uuid)
    assert (hasil.keadaan, hasil.rencana) == (
        "direncanakan",
        "Menyusun pedoman pengumpulan data.",
    )
    assert hasil.penanggung_jawab.nama == "Kasubag Program"  # type: ignore[union-attr]
    assert (tugas.peran, tugas.jatuh_tempo) == (
        "penyusun_unit",
        pada("2026-12-31", 23).replace(minute=59),
    )
    assert Tugas.objects.get(objek=hasil.evaluasi.uuid).isian["banyak"] == "1"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang[siapa].pengguna_id, "evaluasi.rencanakan_tindak_lanjut"
    )
    assert [(r.dari, r.ke) for r in hasil.riwayat.all()] == [("terbuka", "direncanakan")]


def test_semua_terencana_mengosongkan_tugas_merencanakan(
    dunia: Dunia, terbuka: Rekomendasi
) -> None:
    rencanakan(dunia, terbuka)
    rencanakan(dunia, terbuka.evaluasi.rekomendasi.get(nomor=2))

    assert not Tugas.objects.filter(objek=terbuka.evaluasi.uuid).exists()


def test_rencana_dapat_diganti(dunia: Dunia, terbuka: Rekomendasi) -> None:
    satu = services.rencanakan_tindak_lanjut(**_isi(dunia, terbuka))

    dua = services.rencanakan_tindak_lanjut(**_isi(dunia, satu, rencana="Lain."))

    assert (dua.rencana, dua.versi) == ("Lain.", 3)


@pytest.mark.parametrize("siapa", ["dewi", "karin", "inge", "fitri", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, terbuka: Rekomendasi, siapa: str) -> None:
    isian = _isi(dunia, terbuka, siapa)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.rencanakan_tindak_lanjut(**isian)

    assert hitung_baris() == sebelum


def test_isian_yang_tidak_sah_disebut_sekaligus(dunia: Dunia, terbuka: Rekomendasi) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.rencanakan_tindak_lanjut(
            **_isi(
                dunia,
                terbuka,
                rencana="",
                penanggung_jawab=uuid4(),
                tenggat=date(2026, 11, 23),
            )
        )

    assert {k.letak for k in galat.value.kesalahan} == {"rencana", "penanggung_jawab", "tenggat"}


def test_tenggat_hari_ini_masih_diterima(dunia: Dunia, terbuka: Rekomendasi) -> None:
    hasil = services.rencanakan_tindak_lanjut(**_isi(dunia, terbuka, tenggat=HARI))

    assert hasil.tenggat == HARI


def test_jabatan_unit_lain_ditolak_jabatan_seksi_diterima(
    dunia: Dunia, terbuka: Rekomendasi
) -> None:
    with pytest.raises(IsianTidakSah, match="tidak disimpan") as galat:
        services.rencanakan_tindak_lanjut(
            **_isi(dunia, terbuka, penanggung_jawab=jabatan(dunia, "dinas-bakung").uuid)
        )
    hasil = services.rencanakan_tindak_lanjut(
        **_isi(dunia, terbuka, penanggung_jawab=jabatan(dunia, "bidang-angsana").uuid)
    )

    assert galat.value.kesalahan[0].letak == "penanggung_jawab"
    assert hasil.keadaan == "direncanakan"


def test_sesudah_bukti_disampaikan_atau_sebelum_lhe_terbit_ditolak(
    dunia: Dunia, terbuka: Rekomendasi
) -> None:
    r = rencanakan(dunia, terbuka)
    r = services.sampaikan_bukti_tindak_lanjut(
        **dunia.dasar("ani"),
        rekomendasi=r.uuid,
        versi=r.versi,
        bukti=bukti(dunia, UNIT).uuid,
        keterangan="Selesai.",
    )
    draf = evaluasi_pada(dunia, "sementara", tahun=2024).rekomendasi.get(nomor=1)

    with pytest.raises(PerpindahanTidakSah, match="bukti disampaikan"):
        services.rencanakan_tindak_lanjut(**_isi(dunia, r))
    with pytest.raises(PerpindahanTidakSah, match="masih draf"):
        services.rencanakan_tindak_lanjut(**_isi(dunia, draf))


def test_versi_usang_ditolak(dunia: Dunia, terbuka: Rekomendasi) -> None:
    rencanakan(dunia, terbuka)

    with pytest.raises(VersiUsang):
        services.rencanakan_tindak_lanjut(**_isi(dunia, terbuka, versi=1))
