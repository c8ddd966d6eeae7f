"""The pages of an evaluation: what each person sees at each point, and one act for each."""

from html import unescape
from typing import Any

import pytest
from halaman_evaluasi_uji import TAHUN, baca, di, kirim
from jelajah import alamat, klien

from domain import evaluasi_uji as uji
from domain.pemeran import Dunia
from sakip.evaluasi.models import Evaluasi, Jawaban

pytestmark = pytest.mark.usefixtures("hari_cerita")
ANEH = ["", "abc", "-1", "99999999999999999999", "²", "\x00", "<script>", "x" * 1000]


def test_sebelum_dibuka_kesiapan_bukti_sudah_terbaca(dunia: Dunia) -> None:
    uji.tata_tim(dunia)

    teks = baca(klien(dunia, "ani"), di(dunia))

    assert "Evaluasi kinerja 2025 belum dibuka" in teks
    assert "Kesiapan bukti" in teks
    assert "0 dari 80 kriteria" in teks
    assert "tombol utama" not in teks


def test_inspektur_membuka_dari_halaman(dunia: Dunia) -> None:
    uji.tata_tim(dunia)
    teks = baca(klien(dunia, "inge"), di(dunia))

    jawaban = klien(dunia, "inge").post(di(dunia, "buka_evaluasi"))

    assert "Buka evaluasi kinerja 2025" in teks
    assert jawaban.headers["Location"] == di(dunia)
    assert Evaluasi.objects.get().tahun_evaluasi == 2026


def test_membuka_dua_kali_dikatakan(dunia: Dunia) -> None:
    uji.buka(dunia)

    jawaban = klien(dunia, "inge").post(di(dunia, "buka_evaluasi"))

    assert jawaban.status_code == 422
    assert "sudah dibuka" in jawaban.content.decode()


def test_penyusun_mengisi_jawaban_demi_jawaban(dunia: Dunia) -> None:
    uji.buka(dunia)
    ani = klien(dunia, "ani")
    lembar = di(dunia, "lke", "mandiri")

    awal = baca(ani, lembar)
    jawaban = ani.post(lembar, {"kode": "1.a", "jawaban": "BB", "versi": "0", "catatan": "Ada."})
    akhir = baca(ani, lembar)

    assert "0 dari 12 sub-komponen dijawab" in awal
    assert jawaban.headers["Location"] == f"{lembar}#b-1-a"
    assert "1 dari 12 sub-komponen dijawab" in akhir
    assert "Belum dijawab: 1.b, 1.c" in akhir
    assert akhir.count("tombol utama") == 1
    assert ">Ada.</textarea>" in akhir


def test_dengan_skrip_hanya_barisnya_yang_kembali(dunia: Dunia) -> None:
    uji.buka(dunia)

    jawaban = klien(dunia, "ani").post(
        di(dunia, "lke", "mandiri"),
        {"kode": "1.a", "jawaban": "A", "versi": "0"},
        headers={"HX-Request": "true"},
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 200
    assert "<html" not in teks
    assert "Tersimpan" in teks
    assert "Di atas BB: nyatakan kelebihannya" in teks
    assert 'name="versi" value="1"' in teks


@pytest.mark.parametrize("dengan_skrip", [True, False], ids=["skrip", "tanpa-skrip"])
def test_jawaban_usang_kembali_dengan_ketikannya(dunia: Dunia, dengan_skrip: bool) -> None:
    uji.buka(dunia)
    lembar = di(dunia, "lke", "mandiri")
    klien(dunia, "ani").post(lembar, {"kode": "1.a", "jawaban": "C", "versi": "0"})

    jawaban = klien(dunia, "ani").post(
        lembar,
        {"kode": "1.a", "jawaban": "BB", "versi": "0", "catatan": "Milik saya."},
        headers={"HX-Request": "true"} if dengan_skrip else {},
    )

    teks = jawaban.content.decode()
    assert jawaban.status_code == 409
    assert "Yang tersimpan: C." in teks
    assert ">Milik saya.</textarea>" in teks
    assert Jawaban.objects.get().jawaban == "C"


@pytest.mark.parametrize("nilai", ANEH, ids=lambda n: ascii(n)[:20])
@pytest.mark.parametrize("kunci", ["kode", "jawaban", "versi", "catatan"])
@pytest.mark.parametrize("kepala", [{}, {"HX-Request": "true"}], ids=["tanpa-skrip", "skrip"])
def test_isian_jawaban_apa_pun_dijawab(
    dunia: Dunia, kunci: str, nilai: str, kepala: dict[str, str]
) -> None:
    uji.buka(dunia)
    isian = {"kode": "1.a", "jawaban": "BB", "versi": "0", "catatan": ""} | {kunci: nilai}

    jawaban = klien(dunia, "ani").post(di(dunia, "lke", "mandiri"), isian, headers=kepala)

    assert jawaban.status_code in {200, 302, 400, 409, 422}


def test_tingkat_yang_tidak_ada_tidak_ditemukan(dunia: Dunia) -> None:
    uji.buka(dunia)

    assert klien(dunia, "ani").get(di(dunia, "lke", "bupati")).status_code == 404


def test_unit_tidak_melihat_lembar_tim_sebelum_naskah(dunia: Dunia) -> None:
    e = uji.evaluasi_pada(dunia, "ditugaskan")
    uji.isi(dunia, e, "citra", "anggota", {"2.c": "D"})

    unit = baca(klien(dunia, "budi"), di(dunia, "lke", "anggota"))
    tim = baca(klien(dunia, "karin"), di(dunia, "lke", "anggota"))

    assert "belum terbuka bagi Anda" in unit
    assert "Alasan dan buktinya." not in unit.replace("mandiri", "")
    assert "belum terbuka" not in tim


def test_surat_tugas_dari_halaman_dan_penolakannya_menyimpan_ketikan(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "mandiri")
    teks = baca(klien(dunia, "inge"), di(dunia))
    tim = {p.value: str(dunia.orang[n].pengguna_id) for n, p in uji.TIM.items()}

    kurang = kirim(
        dunia,
        "inge",
        di(dunia, "terbitkan_surat_tugas"),
        nomor="800/9",
        tanggal="kemarin",
        **(tim | {"evaluator_ketua": tim["evaluator_anggota"]}),
    )
    berhasil = kirim(
        dunia,
        "inge",
        di(dunia, "terbitkan_surat_tugas"),
        nomor="800/9",
        tanggal="2026-04-20",
        **tim,
    )

    assert teks.count("tombol utama") == 1
    assert "Terbitkan surat tugas" in teks
    assert kurang.status_code == 422
    assert 'value="800/9"' in kurang.content.decode()
    assert berhasil.status_code == 302


@pytest.mark.parametrize(
    ("siapa", "kata"),
    [("citra", "Buka lembar anggota tim"), ("budi", None), ("inge", None), ("fitri", None)],
)
def test_selama_tim_bekerja_hanya_yang_gilirannya_mendapat_tombol(
    dunia: Dunia, siapa: str, kata: str | None
) -> None:
    uji.evaluasi_pada(dunia, "ditugaskan")

    teks = baca(klien(dunia, siapa), di(dunia))

    assert "Tim sedang menilai" in teks
    assert teks.count("tombol utama") == (0 if kata is None else 1)
    assert kata is None or kata in teks


def test_kriteria_tidak_berlaku_dari_halaman(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "ditugaskan")
    isian = {
        "0.kode": "1.a.2",
        "0.alasan": "RPJPD disusun pemda.",
        "0.dasar": "Perbup contoh 1/2026",
        "1.kode": "",
    }

    kurang = kirim(dunia, "karin", di(dunia, "tetapkan_tidak_berlaku"), **(isian | {"0.dasar": ""}))
    berhasil = kirim(dunia, "karin", di(dunia, "tetapkan_tidak_berlaku"), **isian)
    teks = baca(klien(dunia, "karin"), di(dunia))

    assert kurang.status_code == 422
    assert "RPJPD disusun pemda." in kurang.content.decode()
    assert berhasil.status_code == 302
    assert "RPJPD disusun pemda." in teks
    assert "Perbup contoh 1/2026" in teks


def test_lembar_yang_belum_lengkap_kembali_dengan_yang_kurang(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "ditugaskan")

    jawaban = kirim(dunia, "citra", di(dunia, "selesaikan_lembar", "anggota"))

    assert jawaban.status_code == 409
    assert "Belum dijawab: 1.a" in jawaban.content.decode()


def test_dari_naskah_sampai_lhe_lewat_halaman(dunia: Dunia) -> None:
    """Naskah, tanggapan, panel, LHE: each by the one button that its person sees."""
    e = uji.evaluasi_pada(dunia, "ditugaskan")
    for siapa in uji.TINGKAT:
        e = uji.selesaikan(dunia, e, siapa, uji.TUJUH_PULUH)
    halaman = di(dunia)

    assert "Sampaikan naskah hasil sementara" in baca(klien(dunia, "karin"), halaman)
    assert kirim(dunia, "karin", di(dunia, "sampaikan_naskah")).status_code == 302
    camat = baca(klien(dunia, "budi"), halaman)
    assert "Tanggapan Dinas Anggrek ditunggu sampai 1 Desember 2026" in camat
    assert camat.count("tombol utama") == 1
    kosong = kirim(dunia, "budi", di(dunia, "tanggapi_naskah"), tanggapan=" ")
    assert kosong.status_code == 422
    assert (
        kirim(dunia, "budi", di(dunia, "tanggapi_naskah"), tanggapan="Menerima.").status_code == 302
    )
    panel = baca(klien(dunia, "mutia"), di(dunia, "lke", "panel"))
    assert "Tutup panel" in panel
    assert panel.count("tombol utama") == 1
    tanpa = kirim(dunia, "mutia", di(dunia, "panelkan"), catatan="")
    assert tanpa.status_code == 422
    assert "Tulis hasil pembahasan panel" in tanpa.content.decode()
    assert kirim(dunia, "mutia", di(dunia, "panelkan"), catatan="Tetap.").status_code == 302
    uji.tulis_rekomendasi(dunia, e)
    lhe = baca(klien(dunia, "inge"), di(dunia, "lhe"))
    assert "Terbitkan LHE" in lhe
    assert "70,00 masih B; BB dimulai di atas 70,00." in lhe
    salah = kirim(dunia, "inge", di(dunia, "lhe"), nomor="700/1", tenggat_rencana="2026-01-01")
    assert salah.status_code == 422
    assert 'value="700/1"' in salah.content.decode()
    terbit = kirim(dunia, "inge", di(dunia, "lhe"), nomor="700/1", tenggat_rencana="2026-12-15")
    assert terbit.headers["Location"] == di(dunia, "lhe")


def test_tanggapan_yang_diketik_tidak_hilang_bila_evaluasi_berubah_sementara_itu(
    dunia: Dunia,
) -> None:
    e = uji.evaluasi_pada(dunia, "sementara")

    jawaban = klien(dunia, "budi").post(
        di(dunia, "tanggapi_naskah"), {"versi": e.versi - 1, "tanggapan": "Atas 3.c kami menolak."}
    )

    teks = unescape(jawaban.content.decode())
    assert jawaban.status_code == 409
    assert ">Atas 3.c kami menolak.</textarea>" in teks
    assert f'name="versi" value="{e.versi}"' in teks


def test_camat_membaca_tujuh_puluh_masih_b_dan_jalan_termurahnya(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "diterbitkan")

    teks = baca(klien(dunia, "budi"), di(dunia))

    assert "LHE 2026: 70,00 = B" in teks
    assert (
        "70,00 masih B; BB dimulai di atas 70,00. Satu kenaikan cukup, mis. 3.b B→BB (+0,45)."
        in teks
    )
    assert "Unduh LHE (PDF)" in teks
    assert teks.count("tombol utama") == 1  # to the recommendations


def test_mengapa_menjelaskan_tiap_tingkat_dan_menolak_yang_belum_lengkap(dunia: Dunia) -> None:
    e = uji.evaluasi_pada(dunia, "ditugaskan")
    uji.isi(dunia, e, "citra", "anggota", {"1.a": "BB"})
    karin = klien(dunia, "karin")

    assert "21,60 + 21,60 + 10,05 + 16,75" in baca(karin, di(dunia, "mengapa_evaluasi", "mandiri"))
    assert karin.get(di(dunia, "mengapa_evaluasi", "anggota")).status_code == 404
    assert karin.get(di(dunia, "mengapa_evaluasi", "x")).status_code == 404


def test_rancangan_lhe_dicetak_inspektur_sebelum_terbit(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "dipanelkan")

    jawaban = klien(dunia, "inge").get(di(dunia, "rancangan_lhe"))

    assert jawaban.content.startswith(b"%PDF-")


def test_daftar_menyebut_keadaan_tiap_unit_dalam_jangkauan(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "diterbitkan")
    tempat = alamat("evaluasi", dunia.instansi.kode, TAHUN)

    semua = baca(klien(dunia, "inge"), tempat)
    satu = baca(klien(dunia, "dewi"), tempat)

    assert "1 dari 3 unit sudah menerima LHE" in semua
    assert "Dinas Anggrek" not in satu
    assert "belum dibuka" in satu


def test_koordinator_membuka_semua_unit_sekaligus(dunia: Dunia) -> None:
    uji.buka(dunia, "dinas-bakung")
    tempat = alamat("evaluasi", dunia.instansi.kode, TAHUN)
    fitri = klien(dunia, "fitri")

    sebelum = baca(fitri, tempat)
    fitri.post(alamat("buka_semua_evaluasi", dunia.instansi.kode, TAHUN))
    sesudah = baca(fitri, tempat)

    assert "Buka evaluasi 2 unit" in sebelum
    assert "Buka evaluasi" not in sesudah
    assert Evaluasi.objects.filter(tahun_kinerja=TAHUN).count() == 3


def test_banyak_kueri_halaman_evaluasi(dunia: Dunia, django_assert_max_num_queries: Any) -> None:
    """Access 3, unit 1, stations 4, evaluation and its parts 10, evidence 10, series 1."""
    uji.evaluasi_pada(dunia, "diterbitkan")
    budi = klien(dunia, "budi")

    with django_assert_max_num_queries(32):
        budi.get(di(dunia))
    with django_assert_max_num_queries(32):
        budi.get(di(dunia, "lke", "ketua"))


def test_evaluasi_yang_belum_dibuka_tidak_punya_lembar(dunia: Dunia) -> None:
    uji.tata_tim(dunia)
    ani = klien(dunia, "ani")

    assert ani.get(di(dunia, "lke", "mandiri")).status_code == 404
    assert ani.get(di(dunia, "lhe")).status_code == 404
    assert ani.get(di(dunia, "rekomendasi")).status_code == 404


@pytest.mark.parametrize(
    "keadaan",
    [
        "dibuka",
        "mandiri",
        "ditugaskan",
        "sementara",
        "ditanggapi",
        "dipanelkan",
        "diterbitkan",
    ],
)
@pytest.mark.parametrize(
    "siapa", ["ani", "budi", "citra", "karin", "dodi", "mutia", "inge", "fitri"]
)
def test_tiap_orang_pada_tiap_keadaan_mendapat_paling_banyak_satu_tombol_utama(
    dunia: Dunia, keadaan: str, siapa: str
) -> None:
    uji.evaluasi_pada(dunia, keadaan)
    satu = klien(dunia, siapa)

    utama = {
        tempat: baca(satu, tempat).count("tombol utama")
        for tempat in (
            di(dunia),
            di(dunia, "lhe"),
            di(dunia, "rekomendasi"),
            *(di(dunia, "lke", t) for t in ("mandiri", "anggota", "ketua", "panel")),
        )
    }

    assert set(utama.values()) <= {0, 1}
