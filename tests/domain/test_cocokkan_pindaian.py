"""A scan is taken in only when it belongs to the issued document."""

from typing import Any

import pytest
from django.db import ProgrammingError

from domain.berkas_uji import PDF_POLOS, XLSX, pindai, png, terbitkan
from domain.pemeran import Dunia, hitung_baris, menulis_langsung
from sakip.arsip.models import DokumenTerbit, Pindaian
from sakip.arsip.services import cocokkan_pindaian
from sakip.bersama.galat import IsianTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors as organisasi

PUTIH = png(ukuran=(600, 800))


@pytest.fixture
def terbit(dunia: Dunia) -> DokumenTerbit:
    return terbitkan(dunia)


def _isi(dunia: Dunia, terbit: DokumenTerbit, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "dokumen": terbit.uuid,
        "nama_berkas": "pindaian.pdf",
        "isi": pindai(bytes(terbit.berkas.isi)),
    } | ganti


def test_pindaian_dicocokkan_lewat_qr(dunia: Dunia, terbit: DokumenTerbit) -> None:
    pindaian = cocokkan_pindaian(**_isi(dunia, terbit))

    assert (pindaian.dokumen_id, pindaian.cara) == (terbit.pk, Pindaian.Cara.QR)
    assert pindaian.oleh_id == dunia.orang["ani"].pengguna_id
    assert pindaian.berkas.jenis == "application/pdf"


def test_pindaian_adalah_riwayatnya_sendiri(dunia: Dunia, terbit: DokumenTerbit) -> None:
    """``arsip.cocokkan_pindaian`` only adds: not even the program may change what was matched."""
    cocokkan_pindaian(**_isi(dunia, terbit))

    with (
        pytest.raises(ProgrammingError, match="permission denied"),
        menulis_langsung(dunia.sistem),
    ):
        Pindaian.objects.update(cara=Pindaian.Cara.KODE)


@pytest.mark.parametrize(("format", "nama"), [("PNG", "foto.png"), ("JPEG", "foto.jpg")])
def test_foto_lembar_terakhir_pun_diterima(
    dunia: Dunia, terbit: DokumenTerbit, format: str, nama: str
) -> None:
    foto = pindai(bytes(terbit.berkas.isi), format=format)

    pindaian = cocokkan_pindaian(**_isi(dunia, terbit, isi=foto, nama_berkas=nama))

    assert pindaian.cara == Pindaian.Cara.QR


def test_tanpa_qr_kode_yang_diketik_berlaku(dunia: Dunia, terbit: DokumenTerbit) -> None:
    ketikan = terbit.kode_periksa.replace("-", " ").lower()

    pindaian = cocokkan_pindaian(
        **_isi(dunia, terbit, isi=PUTIH, nama_berkas="foto.png", kode_diketik=ketikan)
    )

    assert pindaian.cara == Pindaian.Cara.KODE


def test_pindaian_yang_sama_dua_kali_tidak_menggandakan(
    dunia: Dunia, terbit: DokumenTerbit
) -> None:
    isi = _isi(dunia, terbit)
    satu = cocokkan_pindaian(**isi)
    sebelum = hitung_baris()

    dua = cocokkan_pindaian(**isi)

    assert dua.pk == satu.pk
    assert hitung_baris() == sebelum


def test_versi_data_unit_naik(dunia: Dunia, terbit: DokumenTerbit) -> None:
    tampak = dunia.tampak("dinas-anggrek")
    sebelum = organisasi.nomor_unit(tampak)

    cocokkan_pindaian(**_isi(dunia, terbit))

    assert organisasi.nomor_unit(tampak) == sebelum + 1


@pytest.mark.parametrize("siapa", ["budi", "citra", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, terbit: DokumenTerbit, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin, match="mengunggah pindaian"):
        cocokkan_pindaian(**_isi(dunia, terbit, siapa))

    assert hitung_baris() == sebelum


def test_dokumen_instansi_lain_tidak_ada(lain: Dunia, dunia: Dunia, terbit: DokumenTerbit) -> None:
    assert dunia.instansi.pk != lain.instansi.pk

    with pytest.raises(TidakDitemukan):
        cocokkan_pindaian(**_isi(lain, terbit, "eko"))


def _ditolak(letak: str, kata: str, **isi: Any) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        cocokkan_pindaian(**isi)

    (salah,) = galat.value.kesalahan
    assert salah.letak == letak
    assert kata in salah.pesan
    assert hitung_baris() == sebelum


def test_pindaian_dokumen_lain_ditolak_dengan_kedua_kodenya(
    dunia: Dunia, terbit: DokumenTerbit
) -> None:
    lain = terbitkan(dunia, unit="dinas-bakung")

    _ditolak(
        "berkas",
        f"QR-nya berkode {lain.kode_periksa}, sedangkan dokumen ini {terbit.kode_periksa}",
        **_isi(dunia, terbit, isi=pindai(bytes(lain.berkas.isi))),
    )


def test_kode_yang_diketik_tidak_mengalahkan_qr_dokumen_lain(
    dunia: Dunia, terbit: DokumenTerbit
) -> None:
    lain = terbitkan(dunia, unit="dinas-bakung")

    _ditolak(
        "berkas",
        "milik dokumen lain",
        **_isi(
            dunia,
            terbit,
            isi=pindai(bytes(lain.berkas.isi)),
            kode_diketik=terbit.kode_periksa,
        ),
    )


def test_versi_lama_bukan_versi_baru(dunia: Dunia, terbit: DokumenTerbit) -> None:
    baru = terbitkan(dunia)

    _ditolak(
        "berkas", "milik dokumen lain", **_isi(dunia, baru, isi=pindai(bytes(terbit.berkas.isi)))
    )


def test_tanpa_qr_dan_tanpa_kode_diminta_salah_satunya(dunia: Dunia, terbit: DokumenTerbit) -> None:
    _ditolak(
        "kode",
        "QR pada pindaian tidak terbaca",
        **_isi(dunia, terbit, isi=PUTIH, nama_berkas="f.png"),
    )


@pytest.mark.parametrize("ketikan", ["K7QPM-R3XDB", "salah", "'; drop table"])
def test_kode_yang_salah_disebut(dunia: Dunia, terbit: DokumenTerbit, ketikan: str) -> None:
    _ditolak(
        "kode",
        f"Kode “{ketikan}” bukan kode dokumen ini",
        **_isi(dunia, terbit, isi=PUTIH, nama_berkas="f.png", kode_diketik=ketikan),
    )


def test_pdf_yang_terbit_bukan_pindaian(dunia: Dunia, terbit: DokumenTerbit) -> None:
    _ditolak("berkas", "bukan pindaiannya", **_isi(dunia, terbit, isi=bytes(terbit.berkas.isi)))


@pytest.mark.parametrize(
    ("isi", "nama", "kata"),
    [
        (XLSX, "a.xlsx", "Yang diterima: PDF, PNG, JPG."),
        (PDF_POLOS, "a.png", "berakhir “.png”, tetapi isinya PDF"),
        (b"", "a.pdf", "kosong"),
    ],
    ids=["excel", "akhiran", "kosong"],
)
def test_jenis_berkas_lain_ditolak(
    dunia: Dunia, terbit: DokumenTerbit, isi: bytes, nama: str, kata: str
) -> None:
    _ditolak("berkas", kata, **_isi(dunia, terbit, isi=isi, nama_berkas=nama))
