"""Checking the evidence: never by the unit, never by who handed it in."""

from datetime import date
from typing import Any

import pytest

from domain.evaluasi_uji import UNIT, bukti, evaluasi_pada, rencanakan
from domain.pemeran import SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_pejabat
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.evaluasi import services
from sakip.evaluasi.models import Rekomendasi
from sakip.organisasi import services as organisasi


def _isi(dunia: Dunia, r: Rekomendasi, siapa: str = "karin", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "rekomendasi": r.uuid,
        "versi": r.versi,
        "putusan": "selesai",
        "catatan": "Pedoman sudah ditetapkan.",
    } | ganti


def _sampaikan(dunia: Dunia, r: Rekomendasi, siapa: str = "ani") -> Rekomendasi:
    return services.sampaikan_bukti_tindak_lanjut(
        **dunia.dasar(siapa),
        rekomendasi=r.uuid,
        versi=r.versi,
        bukti=bukti(dunia).uuid,
        keterangan="Selesai.",
    )


@pytest.fixture
def berbukti(dunia: Dunia) -> Rekomendasi:
    r = rencanakan(dunia, evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1))
    return _sampaikan(dunia, r)


@pytest.mark.parametrize("siapa", ["karin", "citra"])
def test_yang_sesuai_selesai_dan_tugasnya_hilang(
    dunia: Dunia, berbukti: Rekomendasi, siapa: str
) -> None:
    hasil = services.periksa_tindak_lanjut(**_isi(dunia, berbukti, siapa))

    assert (hasil.keadaan, hasil.catatan, hasil.diperiksa_pada) == (
        "selesai",
        "Pedoman sudah ditetapkan.",
        SAAT,
    )
    assert not Tugas.objects.filter(objek=hasil.uuid).exists()
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang[siapa].pengguna_id, "evaluasi.periksa_tindak_lanjut"
    )


def test_yang_belum_sesuai_kembali_kepada_unit_dan_dapat_diulang(
    dunia: Dunia, berbukti: Rekomendasi
) -> None:
    satu = services.periksa_tindak_lanjut(
        **_isi(dunia, berbukti, putusan="belum_sesuai", catatan="Belum ditetapkan.")
    )
    tugas = Tugas.objects.get(objek=satu.uuid).peran

    dua = services.periksa_tindak_lanjut(**_isi(dunia, _sampaikan(dunia, satu)))

    assert (satu.keadaan, tugas, dua.keadaan) == ("belum_sesuai", "penyusun_unit", "selesai")
    assert [r.ke for r in dua.riwayat.order_by("id")] == [
        "direncanakan",
        "ditindaklanjuti",
        "belum_sesuai",
        "ditindaklanjuti",
        "selesai",
    ]


def test_belum_sesuai_memerlukan_alasan(dunia: Dunia, berbukti: Rekomendasi) -> None:
    with pytest.raises(IsianTidakSah, match="memerlukan alasan"):
        services.periksa_tindak_lanjut(**_isi(dunia, berbukti, putusan="belum_sesuai", catatan=" "))


@pytest.mark.parametrize("siapa", ["ani", "budi", "dodi", "mutia", "inge", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, berbukti: Rekomendasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.periksa_tindak_lanjut(**_isi(dunia, berbukti, siapa))

    assert hitung_baris() == sebelum


def test_yang_menyampaikan_tidak_memeriksa(dunia: Dunia, berbukti: Rekomendasi) -> None:
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["ani"].pengguna_id,
        peran=Peran.EVALUATOR_KETUA,
        unit="kabupaten-contoh",
        mulai=date(2026, 1, 1),
        selesai=None,
    )
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        services.periksa_tindak_lanjut(**_isi(dunia, berbukti, "ani"))

    assert [s.kode for s in galat.value.syarat] == ["unit_sendiri", "empat_mata"]
    assert hitung_baris() == sebelum


def test_pejabat_unit_itu_tidak_memeriksa(dunia: Dunia, berbukti: Rekomendasi) -> None:
    tata_pejabat(dunia, UNIT, "karin")

    with pytest.raises(SyaratBelumTerpenuhi, match="Tidak ada yang menilai unitnya sendiri"):
        services.periksa_tindak_lanjut(**_isi(dunia, berbukti))


@pytest.mark.parametrize("putusan", ["", "terbuka", "ditindaklanjuti", "ya"])
def test_putusan_lain_ditolak(dunia: Dunia, berbukti: Rekomendasi, putusan: str) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.periksa_tindak_lanjut(**_isi(dunia, berbukti, putusan=putusan))

    assert galat.value.kesalahan[0].letak == "putusan"


def test_tanpa_bukti_dua_kali_atau_dengan_versi_usang_ditolak(
    dunia: Dunia, berbukti: Rekomendasi
) -> None:
    lain = berbukti.evaluasi.rekomendasi.get(nomor=2)
    with pytest.raises(PerpindahanTidakSah, match="“terbuka”"):
        services.periksa_tindak_lanjut(**_isi(dunia, lain))

    r = services.periksa_tindak_lanjut(**_isi(dunia, berbukti))

    with pytest.raises(PerpindahanTidakSah, match="“selesai”"):
        services.periksa_tindak_lanjut(**_isi(dunia, r))
    with pytest.raises(VersiUsang):
        services.periksa_tindak_lanjut(**_isi(dunia, r, versi=2))
