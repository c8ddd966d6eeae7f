"""Signatures on paper, recorded with a scan that carries the issued code."""

from datetime import date
from typing import Any

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.perjanjian_uji import (
    TANDA_TANGAN,
    ditelaah,
    lanjut,
    naskah_kertas,
    pindaian,
    tata,
)
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.arsip.models import Pindaian
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perjanjian.models import PerjanjianKinerja
from sakip.perjanjian.services import catat_perjanjian_kertas

UNGGAH = date(TAHUN, 1, 26)


def _isi(dunia: Dunia, pk: PerjanjianKinerja, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return (
        lanjut(dunia, pk, siapa, UNGGAH)
        | {
            "tanggal_pertama": TANDA_TANGAN,
            "tanggal_kedua": TANDA_TANGAN,
            "nama_berkas": "pk.png",
            "isi": b"",
        }
        | ganti
    )


def test_pindaian_yang_cocok_mencatat_kedua_tanda_tangan(dunia: Dunia) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)
    dokumen = pk.dokumen

    hasil = catat_perjanjian_kertas(**_isi(dunia, pk, isi=pindaian(pk)))

    hasil.refresh_from_db()
    assert (hasil.keadaan, hasil.di_atas_kertas) == ("ditandatangani", True)
    assert (hasil.tanggal_pertama, hasil.tanggal_kedua) == (TANDA_TANGAN, TANDA_TANGAN)
    assert hasil.berlaku == DateRange(date(TAHUN, 1, 1), date(TAHUN + 1, 1, 1))
    assert hasil.dokumen == dokumen  # the paper that was signed, not a new one
    assert Pindaian.objects.get().cara == "qr"
    assert not Tugas.objects.filter(objek=pk.uuid, alur="perjanjian").exists()
    assert hasil.riwayat.latest("id").tindakan == "catat_kertas"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "perjanjian.catat_perjanjian_kertas"
    )


def test_bagian_organisasi_pun_boleh_mengunggahnya(dunia: Dunia) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)

    hasil = catat_perjanjian_kertas(**_isi(dunia, pk, "fitri", isi=pindaian(pk)))

    assert hasil.keadaan == "ditandatangani"


@pytest.mark.parametrize("siapa", ["budi", "gita", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        catat_perjanjian_kertas(**_isi(dunia, pk, siapa, isi=pindaian(pk)))

    assert hitung_baris() == sebelum


def test_gambar_tanpa_qr_dan_tanpa_kode_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="Pindaian tidak diterima"):
        catat_perjanjian_kertas(**_isi(dunia, pk, isi=b"bukan gambar"))

    assert hitung_baris() == sebelum


@pytest.mark.parametrize(
    ("pertama", "kedua", "letak", "kata"),
    [
        (TANDA_TANGAN, date(TAHUN, 1, 27), "tanggal_kedua", "masih di depan"),
        (TANDA_TANGAN, date(TAHUN, 1, 22), "tanggal_kedua", "sesudah Pihak Pertama"),
        (date(2023, 1, 1), TANDA_TANGAN, "tanggal_pertama", "tidak menjabat"),
    ],
    ids=["besok", "terbalik", "sebelum-menjabat"],
)
def test_hari_yang_tidak_mungkin_ditolak(
    dunia: Dunia, pertama: date, kedua: date, letak: str, kata: str
) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        catat_perjanjian_kertas(**_isi(dunia, pk, tanggal_pertama=pertama, tanggal_kedua=kedua))

    assert [(k.letak, kata in k.pesan) for k in galat.value.kesalahan] == [(letak, True)]


def test_tanpa_naskah_yang_terbit_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)

    with pytest.raises(SyaratBelumTerpenuhi, match="Terbitkan dahulu naskah"):
        catat_perjanjian_kertas(**_isi(dunia, pk))


def test_dua_kali_atau_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)
    gambar = pindaian(pk)
    catat_perjanjian_kertas(**_isi(dunia, pk, isi=gambar))

    with pytest.raises(PerpindahanTidakSah):
        catat_perjanjian_kertas(**_isi(dunia, pk, isi=gambar))
    with pytest.raises(VersiUsang):
        catat_perjanjian_kertas(**_isi(dunia, pk, isi=gambar, versi=1))
