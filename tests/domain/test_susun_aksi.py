"""Drawing up a plan of action from the signed agreement and the budget."""

from datetime import date

import pytest

from domain.aksi_uji import SETUJU, SUSUN, buat, disetujui, indikator, lanjut, tata_aksi
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from domain.perjanjian_uji import UNIT, dasar, tata
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin
from sakip.perencanaan.models import DokumenAnggaran, RincianAnggaran
from sakip.perjanjian import selectors, services
from sakip.perjanjian.models import RencanaAksi
from sakip.perjanjian.services import IsianAksi


def _sel(dunia: Dunia, aksi: RencanaAksi) -> dict[str, list[str | None]]:
    isi = selectors.isi_aksi(dunia.lingkup("ani", SUSUN), aksi)
    return {
        b.indikator.kode: [s.target.teks if s.target else None for s in b.sel] for b in isi.baris
    }


def test_target_tahun_mengisi_triwulan_yang_nilainya_terakhir(dunia: Dunia) -> None:
    tata_aksi(dunia)

    aksi = buat(dunia)

    assert (aksi.nomor, aksi.keadaan) == (1, "konsep")
    assert (aksi.dokumen_versi.dokumen.jenis, aksi.dokumen_versi.ditetapkan) == ("renaksi", None)
    assert _sel(dunia, aksi) == {
        "waktu": ["30"] * 4,
        "aduan": [None] * 4,  # a cumulative ratio promised as a percentage
        "desa": ["11/14"] * 4,
    }


def test_langkah_datang_dari_anggaran_dengan_penanggung_jawabnya(dunia: Dunia) -> None:
    tata_aksi(dunia)

    aksi = buat(dunia)

    assert [
        (s.kode, s.rupiah, s.triwulan, s.penanggung_jawab is not None)
        for s in aksi.langkah.order_by("urutan")
    ] == [
        ("7.01.02", 186000000, [1, 2, 3, 4], True),
        ("7.01.06", 46000000, [1, 2, 3, 4], True),
    ]


def test_sub_kegiatan_menggantikan_programnya(dunia: Dunia) -> None:
    tata_aksi(dunia)
    with menulis_langsung(dunia.sistem):
        RincianAnggaran.objects.create(
            instansi=dunia.instansi,
            anggaran=DokumenAnggaran.objects.get(unit_id=dunia.unit[UNIT]),
            kode="7.01.06.2.01.0003",
            nama="Fasilitasi Keuangan Desa",
            tingkat="subkegiatan",
            rupiah=28000000,
            keluaran=14,
            keluaran_satuan="dokumen",
        )

    aksi = buat(dunia)

    langkah = aksi.langkah.order_by("urutan").values_list("kode", "keluaran", "keluaran_satuan")
    assert list(langkah) == [("7.01.02", None, ""), ("7.01.06.2.01.0003", 14, "dokumen")]


def test_riwayat_tertulis_dan_tugas_pindah_dari_perjanjian(dunia: Dunia) -> None:
    tata_aksi(dunia)

    aksi = buat(dunia)

    ani = dunia.orang["ani"].pengguna_id
    assert peristiwa(aksi) == [Peristiwa("insert", ani, "perjanjian.susun_aksi")]
    assert list(aksi.riwayat.values_list("tindakan", "ke")) == [("susun", "konsep")]
    tugas = Tugas.objects.filter(alur="rencana_aksi")
    assert [(t.objek, t.peran) for t in tugas] == [(aksi.uuid, "penyusun_unit")]


@pytest.mark.parametrize("siapa", ["budi", "fitri", "dewi", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_aksi(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        buat(dunia, **dasar(dunia, siapa, SUSUN))

    assert hitung_baris() == sebelum


def test_sebelum_perjanjian_ditandatangani_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="belum ditandatangani kedua pihak"):
        buat(dunia)

    assert hitung_baris() == sebelum


def test_selama_satu_terbuka_yang_lain_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    buat(dunia)

    with pytest.raises(PerpindahanTidakSah, match="nomor 1 tahun 2026 masih konsep"):
        buat(dunia, alasan="lagi")


def test_perubahan_tanpa_alasan_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    disetujui(dunia)

    with pytest.raises(IsianTidakSah) as galat:
        buat(dunia)

    assert [k.letak for k in galat.value.kesalahan] == ["alasan"]


def test_perubahan_mulai_dari_yang_disetujui(dunia: Dunia) -> None:
    tata_aksi(dunia)
    lama = buat(dunia)
    isian = IsianAksi(
        target={(indikator(lama, "waktu"), "tw1"): "40"},
        alasan={indikator(lama, "aduan"): "tidak dapat dijanjikan"},
    )
    services.ubah_aksi(**lanjut(dunia, lama, "ani", SUSUN, isian=isian))
    services.ajukan_aksi(**lanjut(dunia, lama, "ani", SUSUN))
    services.verifikasi_aksi(**lanjut(dunia, lama, "hari", SUSUN))
    services.setujui_aksi(**lanjut(dunia, lama, "budi", SETUJU))

    baru = buat(dunia, date(TAHUN, 8, 26), alasan="langkah disesuaikan")

    assert (baru.nomor, baru.dokumen_versi.sifat_versi) == (2, "perubahan")
    assert _sel(dunia, baru)["waktu"] == ["40", "30", "30", "30"]
    assert baru.rekonsiliasi.get().alasan == "tidak dapat dijanjikan"
