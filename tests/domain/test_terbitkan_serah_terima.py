"""Issuing the berita acara of a head who leaves."""

from datetime import date
from typing import Any

import pypdfium2
import pytest

from domain.pemeran import MULAI, SAAT, Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.arsip.models import DokumenTerbit
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin
from sakip.evaluasi.selectors import daftar_pergantian
from sakip.evaluasi.services import terbitkan_serah_terima
from sakip.organisasi import selectors as organisasi
from sakip.organisasi import services
from sakip.organisasi.models import Jabatan, Pegawai, PenugasanJabatan

UNIT = "dinas-anggrek"
AKHIR = SAAT.date()
TERBIT = "evaluasi.terbitkan_serah_terima"


@pytest.fixture
def jabatan(dunia: Dunia) -> Jabatan:
    return services.tambah_jabatan(
        **dunia.dasar("admin"), unit=UNIT, kode="kadis", nama="Kepala Dinas", memimpin=True
    )


def _tugaskan(dunia: Dunia, jabatan: Jabatan, siapa: str, **ganti: Any) -> PenugasanJabatan:
    isi: dict[str, Any] = {
        "sifat": "definitif",
        "mulai": MULAI,
        "selesai": AKHIR,
        "dasar": "SK",
    } | ganti
    pegawai = Pegawai.objects.get(instansi=dunia.instansi, kode=siapa)
    return services.tugaskan_pejabat(
        **dunia.dasar("admin"), jabatan=jabatan.uuid, pegawai=pegawai.uuid, **isi
    )


@pytest.fixture
def lama(dunia: Dunia, jabatan: Jabatan) -> PenugasanJabatan:
    """Budi leads until today; from tomorrow Hari does as Plt."""
    satu = _tugaskan(dunia, jabatan, "budi")
    besok = date.fromordinal(AKHIR.toordinal() + 1)
    _tugaskan(dunia, jabatan, "hari", sifat="plt", mulai=besok, selesai=None)
    return satu


def _isi(dunia: Dunia, lama: PenugasanJabatan, siapa: str = "budi", **ganti: Any) -> dict[str, Any]:
    return {**dunia.dasar(siapa), "unit": UNIT, "penugasan": lama.uuid} | ganti


def _kata(dokumen: DokumenTerbit) -> str:
    isi = pypdfium2.PdfDocument(bytes(dokumen.berkas.isi))
    return " ".join(" ".join(h.get_textpage().get_text_range() for h in isi).split())


def test_berita_acara_memuat_kedua_pejabat_dan_yang_belum_ada_disebut(
    dunia: Dunia, lama: PenugasanJabatan
) -> None:
    terbit = terbitkan_serah_terima(**_isi(dunia, lama, catatan="Dua berkas menunggu."))

    kata = _kata(terbit)
    assert "Budi Contoh" in kata
    assert "Plt. Kepala Dinas" in kata
    assert "Dua berkas menunggu." in kata
    assert "Tidak ada rekomendasi yang masih terbuka." in kata
    assert terbit.sifat == "contoh"
    assert terbit.tanggal == AKHIR


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [("citra", "diperlukan peran"), ("koordinator-bakung", "tidak mencakup unit ini")],
)
def test_peran_atau_unit_lain_ditolak(
    dunia: Dunia, lama: PenugasanJabatan, siapa: str, kata: str
) -> None:
    with pytest.raises(TidakBerizin, match=kata):
        terbitkan_serah_terima(**_isi(dunia, lama, siapa))


def test_tanpa_pengganti_belum_ada_yang_diserahkan(dunia: Dunia, jabatan: Jabatan) -> None:
    sendiri = _tugaskan(dunia, jabatan, "budi")

    with pytest.raises(PerpindahanTidakSah, match="penggantinya belum dicatat"):
        terbitkan_serah_terima(**_isi(dunia, sendiri))


def test_sebelum_dua_pekan_terakhir_terlalu_dini(dunia: Dunia, jabatan: Jabatan) -> None:
    kelak = date.fromordinal(AKHIR.toordinal() + 15)
    masih = _tugaskan(dunia, jabatan, "budi", selesai=kelak)
    lusa = date.fromordinal(kelak.toordinal() + 1)
    _tugaskan(dunia, jabatan, "hari", mulai=lusa, selesai=None)

    with pytest.raises(PerpindahanTidakSah, match="empat belas hari"):
        terbitkan_serah_terima(**_isi(dunia, masih))


def test_penugasan_unit_lain_tidak_ada_di_sini(dunia: Dunia, lama: PenugasanJabatan) -> None:
    with pytest.raises(PerpindahanTidakSah):
        terbitkan_serah_terima(**_isi(dunia, lama, "fitri", unit="dinas-bakung"))


def test_dua_kali_ditolak_dengan_kode_yang_sudah_terbit(
    dunia: Dunia, lama: PenugasanJabatan
) -> None:
    pertama = terbitkan_serah_terima(**_isi(dunia, lama))

    with pytest.raises(PerpindahanTidakSah, match=pertama.kode_periksa):
        terbitkan_serah_terima(**_isi(dunia, lama, "ani"))
    assert DokumenTerbit.objects.filter(unit__slug=UNIT, jenis="serah_terima").count() == 1


def test_catatan_yang_terlalu_panjang_ditolak(dunia: Dunia, lama: PenugasanJabatan) -> None:
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah, match="Berita acara belum terbit"):
        terbitkan_serah_terima(**_isi(dunia, lama, catatan="a" * 2_001))
    assert hitung_baris() == sebelum


def test_riwayat_menyebut_siapa_yang_menerbitkan(dunia: Dunia, lama: PenugasanJabatan) -> None:
    terbit = terbitkan_serah_terima(**_isi(dunia, lama))

    assert peristiwa(terbit) == [Peristiwa("insert", dunia.orang["budi"].pengguna_id, TERBIT)]
    lingkup = organisasi.lingkup_pelaku(dunia.orang["budi"], dunia.instansi, SAAT)
    unit = organisasi.unit_menurut_slug(lingkup, UNIT, "lihat_organisasi")  # type: ignore[arg-type]
    (ganti,) = daftar_pergantian(lingkup, unit)
    assert (ganti.dokumen, ganti.hari_terakhir) == (terbit, AKHIR)
