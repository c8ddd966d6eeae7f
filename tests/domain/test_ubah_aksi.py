"""Changing an open plan of action: the whole form, or nothing of it."""

from typing import Any
from uuid import uuid4

import pytest

from domain.aksi_uji import SUSUN, buat, diajukan, indikator, lanjut, tata_aksi, terjawab
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_pejabat
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perjanjian import selectors
from sakip.perjanjian.models import RencanaAksi
from sakip.perjanjian.services import IsianAksi, IsianLangkah, ubah_aksi


def _ubah(
    dunia: Dunia, aksi: RencanaAksi, isian: IsianAksi, siapa: str = "ani", **ganti: Any
) -> RencanaAksi:
    return ubah_aksi(**lanjut(dunia, aksi, siapa, SUSUN, isian=isian, **ganti))


def _peringatan(dunia: Dunia, aksi: RencanaAksi) -> dict[str, str]:
    isi = selectors.isi_aksi(dunia.lingkup("ani", SUSUN), aksi)
    return {b.indikator.kode: b.peringatan for b in isi.baris if b.peringatan}


def test_sel_ditulis_diganti_dan_dikosongkan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)
    waktu, desa = indikator(aksi, "waktu"), indikator(aksi, "desa")

    hasil = _ubah(
        dunia,
        aksi,
        IsianAksi(target={(waktu, "tw1"): "41,5", (waktu, "tw2"): "", (desa, "tw1"): "9/14"}),
    )

    isi = selectors.isi_aksi(dunia.lingkup("ani", SUSUN), hasil)
    sel = {b.indikator.kode: [s.target.teks if s.target else "" for s in b.sel] for b in isi.baris}
    assert sel == {
        "waktu": ["41,5", "", "30", "30"],
        "aduan": [""] * 4,
        "desa": ["9/14", "11/14", "11/14", "11/14"],
    }
    assert hasil.riwayat.latest("id").tindakan == "ubah"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "perjanjian.ubah_aksi"
    )


def test_selisih_dari_target_tahun_diperingatkan_dan_dapat_dijawab(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)
    assert list(_peringatan(dunia, aksi)) == ["aduan"]

    _ubah(dunia, aksi, IsianAksi(target={(indikator(aksi, "waktu"), "tw4"): "32"}))

    assert _peringatan(dunia, aksi)["waktu"] == (
        "Target periode terakhir 32, sedangkan target tahun 30."
    )


def test_rincian_yang_menjadi_target_tahun_menghapus_peringatan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)
    aduan = indikator(aksi, "aduan")

    # 9/10 + 9/10 + 18/20 + 9/10 = 45/50 = 90 per cent.
    rincian = {"tw1": "9/10", "tw2": "9/10", "tw3": "18/20", "tw4": "9/10"}
    _ubah(dunia, aksi, IsianAksi(target={(aduan, p): t for p, t in rincian.items()}))

    assert _peringatan(dunia, aksi) == {}


def test_langkah_dan_alasan_diubah(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)
    satu = aksi.langkah.order_by("urutan")[0]
    pejabat = tata_pejabat(dunia, "dinas-bakung", "dewi")

    _ubah(
        dunia,
        aksi,
        IsianAksi(
            langkah={
                satu.uuid: IsianLangkah(
                    "Mendatangi desa pada hari ketiga", (3, 1), pejabat.jabatan.uuid
                )
            },
            alasan={indikator(aksi, "aduan"): " tidak dapat dijanjikan "},
        ),
    )

    satu.refresh_from_db()
    assert (satu.uraian, satu.triwulan) == ("Mendatangi desa pada hari ketiga", [1, 3])
    assert satu.penanggung_jawab == pejabat.jabatan
    assert aksi.rekonsiliasi.get().alasan == "tidak dapat dijanjikan"


def test_alasan_yang_dikosongkan_ditarik(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = terjawab(dunia)

    _ubah(dunia, aksi, IsianAksi(alasan={indikator(aksi, "aduan"): ""}))

    assert not aksi.rekonsiliasi.exists()


def test_semua_kesalahan_disebut_sekaligus_dan_tidak_ada_yang_tersimpan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)
    waktu, desa = indikator(aksi, "waktu"), indikator(aksi, "desa")
    satu, dua = aksi.langkah.order_by("urutan")
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        _ubah(
            dunia,
            aksi,
            IsianAksi(
                target={(waktu, "tw1"): "41", (waktu, "tw2"): "cepat", (desa, "tw1"): "9/0"},
                langkah={
                    satu.uuid: IsianLangkah(" ", (1,)),
                    dua.uuid: IsianLangkah("x", (5,), uuid4()),
                },
            ),
        )

    assert {k.letak for k in galat.value.kesalahan} == {
        f"target-{waktu}-tw2",
        f"target-{desa}-tw1",
        f"langkah-{satu.uuid}",
        f"langkah-{dua.uuid}",
    }
    assert hitung_baris() == sebelum


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _ubah(dunia, aksi, IsianAksi(), siapa)

    assert hitung_baris() == sebelum


def test_yang_sudah_diajukan_tidak_berubah(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)

    with pytest.raises(PerpindahanTidakSah):
        _ubah(dunia, aksi, IsianAksi())


def test_versi_usang_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)

    with pytest.raises(VersiUsang):
        _ubah(dunia, aksi, IsianAksi(), versi=9)
