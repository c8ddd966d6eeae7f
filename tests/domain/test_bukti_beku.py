"""What the database itself keeps of evidence, whatever the application's role writes."""

from collections.abc import Iterator

import pytest
from django.db import Error, InternalError, connection, transaction

from domain.lembar_uji import lembar, sampai, siapkan, tindak
from domain.pemeran import Dunia, menulis_langsung
from domain.periksa_uji import bukti
from domain.ukur_uji import Ukur
from sakip.arsip.models import Bukti
from sakip.bersama.izin import Peran, Tindakan
from sakip.organisasi.services import beri_peran
from sakip.pengukuran.models import BuktiRealisasi, Realisasi
from sakip.pengukuran.selectors.alur import pelaku_lembar
from sakip.pengukuran.services import lepas_bukti, tautkan_bukti

SALIN = """
    INSERT INTO pengukuran_buktirealisasi (uuid, halaman, bukti_id, instansi_id, realisasi_id)
    SELECT gen_random_uuid(), '', %s, instansi_id, realisasi_id FROM pengukuran_buktirealisasi
"""


@pytest.fixture
def ukur(dunia: Dunia) -> Iterator[Ukur]:
    u = siapkan(dunia)
    _tautkan(u, bukti(u), "ani")
    return u


def _isi(u: Ukur, satu: Bukti, siapa: str) -> dict[str, object]:
    r = Realisasi.objects.get(indikator=u.indikator["iku-3"], periode__jenis="triwulan")
    return {**u.dunia.dasar(siapa), "unit": u.unit, "realisasi": r.uuid, "bukti": satu.uuid}


def _tautkan(u: Ukur, satu: Bukti, siapa: str) -> BuktiRealisasi:
    return tautkan_bukti(**_isi(u, satu, siapa), halaman="3")  # type: ignore[arg-type]


def _ditolak(u: Ukur, perintah: str, isi: list[object] | None = None) -> str:
    """What the database says to this statement, written by hand as the application's own role."""
    with menulis_langsung(u.dunia.sistem):
        with pytest.raises(Error) as galat, connection.cursor() as kursor:
            kursor.execute(perintah, isi)
        transaction.set_rollback(True)
    return str(galat.value)


@pytest.mark.parametrize("keadaan", ["diverifikasi", "disetujui", "ditelaah", "terkunci"])
@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE pengukuran_buktirealisasi SET halaman = 'hlm. 99'",
        "DELETE FROM pengukuran_buktirealisasi",
        SALIN,
    ],
    ids=["halaman", "buang", "tambah"],
)
def test_bukti_angka_yang_diverifikasi_tidak_tersentuh(
    ukur: Ukur, keadaan: str, perintah: str
) -> None:
    lain = bukti(ukur, "Lain")
    sampai(ukur, keadaan)

    kata = _ditolak(ukur, perintah, [lain.pk] if perintah is SALIN else None)

    assert "bukti angka ini sudah diperiksa" in kata


@pytest.mark.parametrize(
    "perintah",
    [
        "SET pgtrigger.ignore = '{bukti_beku_buang}'; DELETE FROM pengukuran_buktirealisasi",
        "SET session_replication_role = replica",
        "ALTER TABLE pengukuran_buktirealisasi DISABLE TRIGGER ALL",
        "TRUNCATE pengukuran_buktirealisasi",
    ],
    ids=["abaikan", "replika", "matikan", "kosongkan"],
)
def test_penjagaannya_tidak_dapat_dimatikan(ukur: Ukur, perintah: str) -> None:
    sampai(ukur, "diverifikasi")

    _ditolak(ukur, perintah)

    assert BuktiRealisasi.objects.count() == 1


def test_sebelum_diverifikasi_masih_dapat_ditambah_tetapi_tidak_dilepas(ukur: Ukur) -> None:
    lain = bukti(ukur, "Lain")
    sampai(ukur, "diajukan")

    with menulis_langsung(ukur.dunia.sistem), connection.cursor() as kursor:
        kursor.execute(SALIN, [lain.pk])

    assert "sudah diperiksa" in _ditolak(ukur, "DELETE FROM pengukuran_buktirealisasi")


@pytest.mark.parametrize(
    "perintah",
    [
        "UPDATE arsip_bukti SET judul = 'Lain'",
        "UPDATE arsip_bukti SET url = 'https://lain.go.id/', berkas_id = NULL, nama_berkas = ''",
        "UPDATE arsip_bukti SET tanggal = '2020-01-01'",
        "UPDATE arsip_bukti SET berlaku_sampai = '2099-01-01'",
        "DELETE FROM arsip_bukti",
        "UPDATE arsip_berkas SET isi = 'x'",
        "UPDATE pengukuran_buktirealisasi SET bukti_id = bukti_id + 1",
    ],
)
def test_isi_bukti_tidak_pernah_berubah(ukur: Ukur, perintah: str) -> None:
    """Also behind figures that nobody checked yet: another paper is another piece of evidence."""
    with menulis_langsung(ukur.dunia.sistem):
        with pytest.raises((InternalError, Error)), connection.cursor() as kursor:
            kursor.execute(perintah)
        transaction.set_rollback(True)


# Maker is not checker -----------------------------------------------------------------------------


def _vera_menyusun(u: Ukur) -> None:
    """Vera, who verifies, may also enter: what four eyes are there for."""
    beri_peran(
        **u.dunia.dasar("sistem"),
        pengguna_id=u.dunia.pelaku("vera").pengguna_id,
        peran=Peran.PENYUSUN_UNIT,
        unit=u.unit,
        mulai=lembar(u).periode.mulai,
        selesai=None,
    )


def test_yang_menautkan_bukti_tidak_memverifikasi(ukur: Ukur) -> None:
    _vera_menyusun(ukur)
    _tautkan(ukur, bukti(ukur, "Lain"), "vera")
    sampai(ukur, "diajukan")

    with pytest.raises(Exception, match=r"sudah bertindak|orang lain"):
        tindak(ukur, "verifikasi", "vera")


def test_yang_melepas_bukti_juga_pembuat(ukur: Ukur) -> None:
    _vera_menyusun(ukur)
    satu = BuktiRealisasi.objects.get().bukti
    lepas_bukti(**_isi(ukur, satu, "vera"))  # type: ignore[arg-type]

    pelaku = pelaku_lembar(lembar(ukur), Tindakan.VERIFIKASI_PENGUKURAN)

    assert ukur.dunia.pelaku("vera").pengguna_id in pelaku
