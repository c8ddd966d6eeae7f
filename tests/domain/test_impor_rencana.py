"""A planning document as a workbook: looked at, corrected, applied whole, taken back."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from domain.buku_uji import (
    MAU,
    batalkan,
    buku,
    isi_sel,
    kosong,
    pratinjau,
    tambah,
    terapkan,
    tersimpan,
)
from domain.naskah_uji import NASKAH, POHON, susun
from domain.pemeran import Dunia, hitung_baris
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import (
    IsianTidakSah,
    TidakBerizin,
    VersiUsang,
)
from sakip.impor.services import terapkan_impor
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import tetapkan_rencana

RINCI = replace(
    NASKAH,
    simpul=(*POHON[:2], replace(POHON[2], pagu=((2026, Decimal(186_000_000)),)), *POHON[3:]),
)


def test_buku_kosong_diisi_menjadi_konsep(dunia: Dunia) -> None:
    isi = buku(dunia, RINCI)

    bets = pratinjau(dunia, isi)
    assert bets.ringkasan == {"baru": 8}
    assert not DokumenVersi.objects.exists()
    assert bets.opsi["catatan"] == ["Dokumen ini belum ada; menerapkan membuat konsepnya."]
    terapkan(dunia, bets)

    # komponen has no column: new indicators are without
    assert tersimpan(dunia) == replace(
        RINCI,
        simpul=tuple(replace(s, sifat="asli") for s in RINCI.simpul),
        indikator=tuple(replace(i, komponen={}) for i in RINCI.indikator),
    )


def test_buku_yang_diunduh_dan_diunggah_lagi_sama_seluruhnya(dunia: Dunia) -> None:
    versi = susun(dunia, simpul=RINCI.simpul)

    bets = pratinjau(dunia, buku(dunia, tersimpan(dunia), dari=str(versi.uuid), versi="1"))

    assert bets.ringkasan == {"sama": 8}
    assert bets.opsi["catatan"] == []
    with pytest.raises(SyaratBelumTerpenuhi):
        terapkan(dunia, bets)


def test_perubahan_terlihat_per_sel_dan_yang_tidak_di_tabel_tetap(dunia: Dunia) -> None:
    susun(dunia)
    lama = tersimpan(dunia)

    bets = pratinjau(
        dunia,
        buku(
            dunia,
            lama,
            isi_sel("Indikator", C2="Indeks kepuasan masyarakat"),
            tambah("Simpul", {"kode": "s2", "jenjang": "Sasaran", "induk": "t1", "uraian": "Baru"}),
        ),
    )

    assert bets.ringkasan == {"sama": 7, "berubah": 1, "baru": 1}
    satu = bets.baris.get(akibat="berubah")
    assert satu.isi["letak"] == "Indikator 2"
    assert satu.isi["beda"] == [
        {"kolom": "nama", "lama": "Indeks kepuasan", "baru": "Indeks kepuasan masyarakat"}
    ]
    terapkan(dunia, bets)
    kini = tersimpan(dunia)
    assert [i.komponen for i in kini.indikator] == [i.komponen for i in lama.indikator]
    assert {s.kode for s in kini.simpul} == {s.kode for s in lama.simpul} | {"s2"}


def test_yang_tidak_ada_di_buku_terlihat_sebelum_dihapus(dunia: Dunia) -> None:
    susun(dunia)
    pendek = replace(tersimpan(dunia), simpul=POHON[:2], dukungan=())

    bets = pratinjau(dunia, buku(dunia, pendek))

    assert bets.ringkasan == {"sama": 4, "berubah": 4}
    hapus = [b.isi["judul"] for b in bets.baris.order_by("nomor") if b.isi.get("hapus")]
    assert hapus[0] == "7.01.02 Pelayanan Publik"
    assert "4 simpul atau indikator tidak ada" in bets.opsi["catatan"][0]
    terapkan(dunia, bets)
    assert [s.kode for s in tersimpan(dunia).simpul] == ["t1", "s1"]


def test_simpul_boleh_ditulis_sebelum_induknya(dunia: Dunia) -> None:
    acak = replace(NASKAH, simpul=tuple(reversed(POHON)))

    terapkan(dunia, pratinjau(dunia, buku(dunia, acak)))

    assert {s.kode: s.induk for s in tersimpan(dunia).simpul} == {s.kode: s.induk for s in POHON}


def test_versi_yang_ditetapkan_dibukakan_perubahan(dunia: Dunia) -> None:
    versi = susun(dunia)
    tetapkan_rencana(
        **dunia.dasar("gita"),
        dokumen_versi=versi.uuid,
        versi=1,
        tanggal=date(2026, 1, 5),
        dasar="Keputusan",
    )

    bets = pratinjau(dunia, buku(dunia, tersimpan(dunia), isi_sel("Simpul", D2="Tujuan lain")))
    assert "membuka versi perubahan" in bets.opsi["catatan"][0]
    bets = terapkan(dunia, bets)

    assert [v.nomor for v in DokumenVersi.objects.order_by("nomor")] == [1, 2]
    assert tersimpan(dunia).simpul[0].uraian == "Tujuan lain"
    batalkan(dunia, bets)
    assert tersimpan(dunia).simpul[0].uraian == POHON[0].uraian


def test_membatalkan_mengembalikan_konsep_semula(dunia: Dunia) -> None:
    susun(dunia, simpul=RINCI.simpul)
    lama = tersimpan(dunia)
    pendek = replace(lama, simpul=lama.simpul[:2], dukungan=(), indikator=lama.indikator[:1])
    bets = terapkan(dunia, pratinjau(dunia, buku(dunia, pendek)))
    assert len(tersimpan(dunia).simpul) == 2

    batalkan(dunia, bets)

    assert tersimpan(dunia) == lama


def test_membatalkan_dokumen_baru_mengosongkan_konsepnya(dunia: Dunia) -> None:
    bets = terapkan(dunia, pratinjau(dunia, buku(dunia, NASKAH)))

    batalkan(dunia, bets)

    assert tersimpan(dunia).simpul == ()
    # and the same workbook may be brought again
    terapkan(dunia, pratinjau(dunia, buku(dunia, NASKAH)))
    assert len(tersimpan(dunia).simpul) == len(POHON)


@pytest.mark.parametrize("ada", [True, False], ids=["ada-konsep", "dokumen-baru"])
def test_yang_sudah_dikerjakan_orang_tidak_dapat_dibatalkan(dunia: Dunia, *, ada: bool) -> None:
    if ada:
        susun(dunia, judul="Lama")
    bets = terapkan(
        dunia, pratinjau(dunia, buku(dunia, NASKAH, isi_sel("Simpul", D2="Tujuan lain")))
    )
    susun(dunia, versi=DokumenVersi.objects.get().versi, judul="Dikerjakan")
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        batalkan(dunia, bets)

    assert hitung_baris() == sebelum


def test_pratinjau_yang_didahului_orang_tidak_diterapkan(dunia: Dunia) -> None:
    susun(dunia)
    bets = pratinjau(dunia, buku(dunia, tersimpan(dunia), isi_sel("Simpul", D2="Tujuan lain")))
    susun(dunia, versi=1, judul="Dikerjakan orang")
    sebelum = hitung_baris()

    with pytest.raises(VersiUsang):
        terapkan(dunia, bets)

    assert hitung_baris() == sebelum


def test_buku_dari_versi_lama_dikatakan(dunia: Dunia) -> None:
    versi = susun(dunia)
    lama = tersimpan(dunia)
    susun(dunia, versi=1, judul="Renja 2026 baru")

    bets = pratinjau(dunia, buku(dunia, lama, dari=str(versi.uuid), versi="1"))

    assert "sudah berubah sejak buku kerja ini diunduh" in bets.opsi["catatan"][0]


@pytest.mark.parametrize("siapa", ["budi", "citra", "fitri", "hari", "dewi"])
def test_peran_dan_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        pratinjau(dunia, buku(dunia, NASKAH), siapa)

    assert hitung_baris() == sebelum


def test_orang_instansi_lain_ditolak(dunia: Dunia, lain: Dunia) -> None:
    isi: dict[str, Any] = dunia.dasar("ani") | {"oleh": lain.orang["eko"]}
    bets = pratinjau(dunia, buku(dunia, NASKAH))

    with pytest.raises(TidakBerizin):
        terapkan_impor(**isi, bets=bets.uuid, versi=1)
    with pytest.raises(IsianTidakSah) as salah:
        pratinjau(lain, buku(dunia, NASKAH), "eko")
    assert "milik instansi lain (99.11)" in salah.value.kesalahan[0].pesan


def test_perencana_memuat_untuk_unit_mana_pun(dunia: Dunia) -> None:
    terapkan(dunia, pratinjau(dunia, buku(dunia, NASKAH), "gita"), "gita")

    assert len(tersimpan(dunia).simpul) == len(POHON)


def test_halaman_unit_menolak_buku_unit_lain(dunia: Dunia) -> None:
    for ganti, kata in (
        ({"unit": "dinas-bakung"}, "untuk unit “dinas-anggrek”, bukan “dinas-bakung”"),
        ({"jenis": "renstra"}, "untuk dokumen “renja”, bukan “renstra”"),
        ({"tahun_mulai": 2027}, "untuk tahun mulai “2026”, bukan “2027”"),
    ):
        with pytest.raises(IsianTidakSah) as salah:
            pratinjau(dunia, buku(dunia, kosong()), "gita", MAU | ganti)
        assert kata in salah.value.kesalahan[0].pesan
