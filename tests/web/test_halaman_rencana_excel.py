"""Plans in Excel on their pages: download, upload, match columns, correct a cell, apply, undo."""

import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from jelajah import alamat, klien

from domain.buku_uji import buku, isi_sel, tersimpan
from domain.naskah_uji import NASKAH, POHON, susun
from domain.pemeran import Dunia
from domain.test_rencana_asing import _tabel
from sakip.impor.buku import baca_buku
from sakip.impor.models import BetsImpor
from sakip.perencanaan.models import DokumenPerencanaan, IndikatorVersi, PustakaIndikator

pytestmark = pytest.mark.usefixtures("hari_cerita")
UNIT = ("99.11", 2026, "dinas-anggrek")


def _kirim(dunia: Dunia, isi: bytes, siapa: str = "ani", **lain: Any) -> Any:
    berkas = SimpleUploadedFile("renja.xlsx", isi)
    return klien(dunia, siapa).post(alamat("rencana_excel", *UNIT), {"berkas": berkas} | lain)


def test_buku_kerja_diunduh_terisi_atau_kosong(dunia: Dunia) -> None:
    susun(dunia)
    dokumen = DokumenPerencanaan.objects.get()

    halaman = klien(dunia, "ani").get(alamat("rencana_excel", *UNIT)).content.decode()
    assert f"?dokumen={dokumen.uuid}" in halaman
    terisi = klien(dunia, "ani").get(
        alamat("templat_rencana", *UNIT), {"dokumen": str(dokumen.uuid)}
    )
    kosong = klien(dunia, "ani").get(
        alamat("templat_rencana", *UNIT),
        {"jenis_dokumen": "renstra", "tahun_mulai": "2025", "tahun_selesai": "2029"},
    )

    assert len(baca_buku(terisi.content)["Simpul"].baris) == len(POHON) + 1
    assert "renstra-dinas-anggrek-2025.xlsx" in kosong["Content-Disposition"]
    kepala = [s.teks for s in baca_buku(kosong.content)["Indikator"].baris[1]]
    assert kepala[-5:] == [f"Target {t}" for t in range(2025, 2030)]


def test_diunggah_diperbaiki_diterapkan_dibatalkan_di_halaman(dunia: Dunia) -> None:
    ani = klien(dunia, "ani")
    jawaban = _kirim(dunia, buku(dunia, NASKAH, isi_sel("Indikator", S2="12 - 15")))
    bets = BetsImpor.objects.get()
    assert jawaban.status_code == 302

    halaman = ani.get(jawaban["Location"]).content.decode()
    assert "Indikator!S2" in halaman
    assert 'name="sel.2000002.target_2026" value="12 - 15"' in halaman
    belum = ani.post(alamat("terapkan_impor", "99.11", bets.uuid), {"versi": "1"})
    assert belum.status_code == 409
    ani.post(
        alamat("perbaiki_impor", "99.11", bets.uuid),
        {"versi": "1", "sel.2000002.target_2026": "83,50"},
    )
    ani.post(alamat("terapkan_impor", "99.11", bets.uuid), {"versi": "2"})
    assert [i.target[0].teks for i in tersimpan(dunia).indikator] == ["83,50", "11/14"]
    ani.post(alamat("batalkan_impor", "99.11", bets.uuid), {"versi": "3", "alasan": "salah berkas"})

    assert tersimpan(dunia).simpul == ()
    assert ani.get(alamat("rencana", *UNIT)).status_code == 200


def test_berkas_yang_ditolak_dikatakan_di_halamannya(dunia: Dunia) -> None:
    lain = _kirim(dunia, buku(dunia, NASKAH), "gita", jenis_dokumen="renstra")
    kosong = klien(dunia, "ani").post(alamat("rencana_excel", *UNIT), {})
    tahun = _kirim(dunia, buku(dunia, NASKAH), tahun_mulai="dua ribu")

    assert "untuk dokumen “renja”, bukan “renstra”" in lain.content.decode()
    assert "Pilih berkasnya" in kosong.content.decode()
    assert "bukan tahun" in tahun.content.decode()
    assert {j.status_code for j in (lain, kosong, tahun)} == {422}
    assert not BetsImpor.objects.exists()


def test_kolom_tabel_asing_dicocokkan_di_halaman(dunia: Dunia) -> None:
    susun(dunia)
    ani = klien(dunia, "ani")
    dokumen = DokumenPerencanaan.objects.get()
    _kirim(dunia, _tabel(), dokumen=str(dokumen.uuid))
    bets = BetsImpor.objects.get()

    halaman = ani.get(alamat("impor", "99.11", bets.uuid)).content.decode()
    assert "Cocokkan kolom" in halaman
    assert '<option value="Kondisi Awal" selected>' in halaman
    isi = {f"peta.{k}": v for k, v in bets.opsi["peta"].items()}
    tanpa = ani.post(alamat("petakan_impor", "99.11", bets.uuid), {"versi": "1"}, follow=True)
    assert "sekurangnya kolom Uraian" in tanpa.content.decode()
    ani.post(
        alamat("petakan_impor", "99.11", bets.uuid),
        isi | {"versi": "2", "induk": "s1", "cara": "gabung"},
    )
    bets.refresh_from_db()
    assert "galat" not in bets.ringkasan

    sesudah = ani.get(alamat("impor", "99.11", bets.uuid)).content.decode()
    assert "Pagu 2026" in sesudah
    ani.post(alamat("terapkan_impor", "99.11", bets.uuid), {"versi": "3"})
    assert "PROGRAM PELAYANAN" in {s.uraian for s in tersimpan(dunia).simpul}


def test_templat_umum_tidak_ada_untuk_rencana(dunia: Dunia) -> None:
    jawaban = klien(dunia, "ani").get(alamat("templat_impor", "99.11"), {"jenis": "rencana"})

    assert jawaban.status_code == 404


def test_pustaka_dari_indikator_sampai_dipakai_unit_lain(dunia: Dunia) -> None:
    susun(dunia)
    susun(dunia, "dewi", unit="dinas-bakung", indikator=(), dukungan=())
    gita, dewi = klien(dunia, "gita"), klien(dunia, "dewi")
    w = IndikatorVersi.objects.get(indikator__kode="ikm")

    baru = alamat("pustaka_baru", "99.11")
    daftar = gita.get(alamat("pustaka", "99.11")).content.decode()
    assert '<option value="dinas-anggrek">' in daftar
    assert f"?indikator={w.uuid}" in gita.get(baru, {"unit": "dinas-anggrek"}).content.decode()
    formulir = gita.get(baru, {"indikator": str(w.uuid)}).content.decode()
    assert "indeks-kepuasan" in formulir
    isi = {"kode": "ikm", "nama": "Indeks kepuasan", "arah": "naik_baik"} | {
        "jenis_nilai": "bilangan", "agregasi": "terakhir", "frekuensi": "tahunan",
    }  # fmt: skip
    assert gita.post(baru, isi).status_code == 302
    assert gita.post(baru, isi).status_code == 422
    satu = PustakaIndikator.objects.get()
    pakai = alamat("pakai_pustaka", "99.11", 2026, "dinas-bakung", satu.kode)
    assert dewi.get(pakai).status_code == 200
    assert (
        dewi.post(pakai, {"simpul": "s1", "target": "banyak", "nomor_versi": "1"}).status_code
        == 422
    )
    assert dewi.post(pakai, {"simpul": "s1", "target": "80", "nomor_versi": "1"}).status_code == 302

    halaman = gita.get(alamat("pustaka_satu", "99.11", satu.kode), {"tahun": "2026"})
    assert "Dinas Bakung" in halaman.content.decode()
    assert "1 unit" in gita.get(alamat("pustaka", "99.11")).content.decode()
    ubah = alamat("pustaka_ubah", "99.11", satu.kode)
    assert gita.post(ubah, isi | {"versi": "1", "satuan": "nilai"}).status_code == 302
    assert gita.post(ubah, isi | {"versi": "1", "satuan": "poin"}).status_code == 422


def test_nomenklatur_dicari_di_halaman_dan_dari_isian(dunia: Dunia) -> None:
    from domain.test_impor_nomenklatur import LOKET, RAPAT, muat  # noqa: PLC0415

    muat(dunia, RAPAT, LOKET)
    ani = klien(dunia, "ani")

    halaman = ani.get(alamat("nomenklatur", "99.11"), {"q": "koordinasi"}).content.decode()
    pecahan = ani.get(alamat("cari_nomenklatur", "99.11"), {"nomenklatur": "efektifitas"})

    assert "7.01.02.2.01.0001" in halaman
    assert '<option value="7.01.02.2.01.0002">' in pecahan.content.decode()
    assert io.StringIO(pecahan.content.decode()).readline().startswith("<option")
