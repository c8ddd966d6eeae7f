"""The pages of an evaluation: what each person sees at each point, and one act for each."""

from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from jelajah import alamat, klien

from domain import evaluasi_uji as uji
from domain.berkas_uji import PDF_POLOS
from domain.pemeran import Dunia
from sakip.arsip.models import Bukti
from sakip.evaluasi.models import Evaluasi, Jawaban

pytestmark = pytest.mark.usefixtures("hari_cerita")
UNIT, TAHUN = uji.UNIT, 2025
ANEH = ["", "abc", "-1", "99999999999999999999", "²", "\x00", "<script>", "x" * 1000]


def _di(dunia: Dunia, nama: str = "evaluasi_unit", *sisa: object) -> str:
    return alamat(nama, dunia.instansi.kode, TAHUN, UNIT, *sisa)


def _teks(satu: Client, tempat: str, status: int = 200) -> str:
    jawaban = satu.get(tempat)
    assert jawaban.status_code == status
    return unescape(jawaban.content.decode())


def _kirim(dunia: Dunia, siapa: str, tempat: str, **isi: Any) -> Any:
    versi = Evaluasi.objects.values_list("versi", flat=True).get(tahun_kinerja=TAHUN)
    return klien(dunia, siapa).post(tempat, {"versi": versi} | isi)


def test_sebelum_dibuka_kesiapan_bukti_sudah_terbaca(dunia: Dunia) -> None:
    uji.tata_tim(dunia)

    teks = _teks(klien(dunia, "ani"), _di(dunia))

    assert "Evaluasi kinerja 2025 belum dibuka" in teks
    assert "Kesiapan bukti" in teks
    assert "0 dari 80 kriteria" in teks
    assert "tombol utama" not in teks


def test_inspektur_membuka_dari_halaman(dunia: Dunia) -> None:
    uji.tata_tim(dunia)
    teks = _teks(klien(dunia, "inge"), _di(dunia))

    jawaban = klien(dunia, "inge").post(_di(dunia, "buka_evaluasi"))

    assert "Buka evaluasi kinerja 2025" in teks
    assert jawaban.headers["Location"] == _di(dunia)
    assert Evaluasi.objects.get().tahun_evaluasi == 2026


def test_membuka_dua_kali_dikatakan(dunia: Dunia) -> None:
    uji.buka(dunia)

    jawaban = klien(dunia, "inge").post(_di(dunia, "buka_evaluasi"))

    assert jawaban.status_code == 422
    assert "sudah dibuka" in jawaban.content.decode()


def test_penyusun_mengisi_jawaban_demi_jawaban(dunia: Dunia) -> None:
    uji.buka(dunia)
    ani = klien(dunia, "ani")
    lembar = _di(dunia, "lke", "mandiri")

    awal = _teks(ani, lembar)
    jawaban = ani.post(lembar, {"kode": "1.a", "jawaban": "BB", "versi": "0", "catatan": "Ada."})
    akhir = _teks(ani, lembar)

    assert "0 dari 12 sub-komponen dijawab" in awal
    assert jawaban.headers["Location"] == f"{lembar}#b-1-a"
    assert "1 dari 12 sub-komponen dijawab" in akhir
    assert "Belum dijawab: 1.b, 1.c" in akhir
    assert akhir.count("tombol utama") == 1
    assert ">Ada.</textarea>" in akhir


def test_dengan_skrip_hanya_barisnya_yang_kembali(dunia: Dunia) -> None:
    uji.buka(dunia)

    jawaban = klien(dunia, "ani").post(
        _di(dunia, "lke", "mandiri"),
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
    lembar = _di(dunia, "lke", "mandiri")
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

    jawaban = klien(dunia, "ani").post(_di(dunia, "lke", "mandiri"), isian, headers=kepala)

    assert jawaban.status_code in {200, 302, 400, 409, 422}


def test_tingkat_yang_tidak_ada_tidak_ditemukan(dunia: Dunia) -> None:
    uji.buka(dunia)

    assert klien(dunia, "ani").get(_di(dunia, "lke", "bupati")).status_code == 404


def test_unit_tidak_melihat_lembar_tim_sebelum_naskah(dunia: Dunia) -> None:
    e = uji.evaluasi_pada(dunia, "ditugaskan")
    uji.isi(dunia, e, "citra", "anggota", {"2.c": "D"})

    unit = _teks(klien(dunia, "budi"), _di(dunia, "lke", "anggota"))
    tim = _teks(klien(dunia, "karin"), _di(dunia, "lke", "anggota"))

    assert "belum terbuka bagi Anda" in unit
    assert "Alasan dan buktinya." not in unit.replace("mandiri", "")
    assert "belum terbuka" not in tim


def test_surat_tugas_dari_halaman_dan_penolakannya_menyimpan_ketikan(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "mandiri")
    teks = _teks(klien(dunia, "inge"), _di(dunia))
    tim = {p.value: str(dunia.orang[n].pengguna_id) for n, p in uji.TIM.items()}

    kurang = _kirim(
        dunia,
        "inge",
        _di(dunia, "terbitkan_surat_tugas"),
        nomor="800/9",
        tanggal="kemarin",
        **(tim | {"evaluator_ketua": tim["evaluator_anggota"]}),
    )
    berhasil = _kirim(
        dunia,
        "inge",
        _di(dunia, "terbitkan_surat_tugas"),
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

    teks = _teks(klien(dunia, siapa), _di(dunia))

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

    kurang = _kirim(
        dunia, "karin", _di(dunia, "tetapkan_tidak_berlaku"), **(isian | {"0.dasar": ""})
    )
    berhasil = _kirim(dunia, "karin", _di(dunia, "tetapkan_tidak_berlaku"), **isian)
    teks = _teks(klien(dunia, "karin"), _di(dunia))

    assert kurang.status_code == 422
    assert "RPJPD disusun pemda." in kurang.content.decode()
    assert berhasil.status_code == 302
    assert "RPJPD disusun pemda." in teks
    assert "Perbup contoh 1/2026" in teks


def test_lembar_yang_belum_lengkap_kembali_dengan_yang_kurang(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "ditugaskan")

    jawaban = _kirim(dunia, "citra", _di(dunia, "selesaikan_lembar", "anggota"))

    assert jawaban.status_code == 409
    assert "Belum dijawab: 1.a" in jawaban.content.decode()


def test_dari_naskah_sampai_lhe_lewat_halaman(dunia: Dunia) -> None:
    """Naskah, tanggapan, panel, LHE: each by the one button that its person sees."""
    e = uji.evaluasi_pada(dunia, "ditugaskan")
    for siapa in uji.TINGKAT:
        e = uji.selesaikan(dunia, e, siapa, uji.TUJUH_PULUH)
    halaman = _di(dunia)

    assert "Sampaikan naskah hasil sementara" in _teks(klien(dunia, "karin"), halaman)
    assert _kirim(dunia, "karin", _di(dunia, "sampaikan_naskah")).status_code == 302
    camat = _teks(klien(dunia, "budi"), halaman)
    assert "Tanggapan Dinas Anggrek ditunggu sampai 1 Desember 2026" in camat
    assert camat.count("tombol utama") == 1
    kosong = _kirim(dunia, "budi", _di(dunia, "tanggapi_naskah"), tanggapan=" ")
    assert kosong.status_code == 422
    assert (
        _kirim(dunia, "budi", _di(dunia, "tanggapi_naskah"), tanggapan="Menerima.").status_code
        == 302
    )
    panel = _teks(klien(dunia, "mutia"), _di(dunia, "lke", "panel"))
    assert "Tutup panel" in panel
    assert panel.count("tombol utama") == 1
    tanpa = _kirim(dunia, "mutia", _di(dunia, "panelkan"), catatan="")
    assert tanpa.status_code == 422
    assert "Tulis hasil pembahasan panel" in tanpa.content.decode()
    assert _kirim(dunia, "mutia", _di(dunia, "panelkan"), catatan="Tetap.").status_code == 302
    uji.tulis_rekomendasi(dunia, e)
    lhe = _teks(klien(dunia, "inge"), _di(dunia, "lhe"))
    assert "Terbitkan LHE" in lhe
    assert "70,00 masih B; BB dimulai di atas 70,00." in lhe
    salah = _kirim(dunia, "inge", _di(dunia, "lhe"), nomor="700/1", tenggat_rencana="2026-01-01")
    assert salah.status_code == 422
    assert 'value="700/1"' in salah.content.decode()
    terbit = _kirim(dunia, "inge", _di(dunia, "lhe"), nomor="700/1", tenggat_rencana="2026-12-15")
    assert terbit.headers["Location"] == _di(dunia, "lhe")


def test_tanggapan_yang_diketik_tidak_hilang_bila_evaluasi_berubah_sementara_itu(
    dunia: Dunia,
) -> None:
    e = uji.evaluasi_pada(dunia, "sementara")

    jawaban = klien(dunia, "budi").post(
        _di(dunia, "tanggapi_naskah"), {"versi": e.versi - 1, "tanggapan": "Atas 3.c kami menolak."}
    )

    teks = unescape(jawaban.content.decode())
    assert jawaban.status_code == 409
    assert ">Atas 3.c kami menolak.</textarea>" in teks
    assert f'name="versi" value="{e.versi}"' in teks


def test_camat_membaca_tujuh_puluh_masih_b_dan_jalan_termurahnya(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "diterbitkan")

    teks = _teks(klien(dunia, "budi"), _di(dunia))

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

    assert "21,60 + 21,60 + 10,05 + 16,75" in _teks(
        karin, _di(dunia, "mengapa_evaluasi", "mandiri")
    )
    assert karin.get(_di(dunia, "mengapa_evaluasi", "anggota")).status_code == 404
    assert karin.get(_di(dunia, "mengapa_evaluasi", "x")).status_code == 404


def test_rancangan_lhe_dicetak_inspektur_sebelum_terbit(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "dipanelkan")

    jawaban = klien(dunia, "inge").get(_di(dunia, "rancangan_lhe"))

    assert jawaban.content.startswith(b"%PDF-")


def test_ketua_memilih_usulan_dan_menulis_sendiri(dunia: Dunia) -> None:
    e = uji.evaluasi_pada(dunia, "sementara", rekomendasi=0)
    karin = klien(dunia, "karin")
    halaman = _di(dunia, "rekomendasi")

    awal = _teks(karin, halaman)
    kosong = karin.post(halaman, {})
    salah = karin.post(halaman, {"temuan": "Hanya temuan.", "kode": "1.b"})
    berhasil = karin.post(
        halaman,
        {"usulan": ["3.c:0", "4.c:0", "1.a:0"], "kode": "2.b", "uraian": "Ukur tepat waktu."},
    )

    assert "Usulan untuk 3.c (CC)" in awal
    assert "Usulan untuk 1.a" not in awal  # answered BB: nothing to recommend
    assert (kosong.status_code, salah.status_code, berhasil.status_code) == (422, 422, 302)
    assert "Hanya temuan." in salah.content.decode()
    assert list(e.rekomendasi.order_by("nomor").values_list("kode", flat=True)) == [
        "1.a",
        "3.c",
        "4.c",
        "2.b",
    ]


def test_draf_diubah_dan_dibuang_dari_halaman(dunia: Dunia) -> None:
    e = uji.evaluasi_pada(dunia, "sementara")
    satu, dua = e.rekomendasi.order_by("nomor")
    karin = klien(dunia, "karin")

    ubah = karin.post(
        _di(dunia, "ubah_rekomendasi", satu.uuid),
        {"versi": "1", "temuan": "T.", "uraian": "U baru."},
    )
    usang = karin.post(
        _di(dunia, "ubah_rekomendasi", satu.uuid),
        {"versi": "1", "nomor": "1", "uraian": "Lagi."},
    )
    buang = karin.post(_di(dunia, "ubah_rekomendasi", dua.uuid), {"versi": "1", "buang": "1"})

    assert (ubah.status_code, usang.status_code, buang.status_code) == (302, 409, 302)
    assert ">Lagi.</textarea>" in usang.content.decode()
    assert list(e.rekomendasi.values_list("uraian", flat=True)) == ["U baru."]


def test_unit_merencanakan_mengunggah_bukti_dan_ketua_memeriksa(dunia: Dunia) -> None:
    r = uji.evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1)
    halaman = _di(dunia, "tindak_lanjut", r.uuid)
    ani, karin = klien(dunia, "ani"), klien(dunia, "karin")
    rencana = {
        "versi": "1",
        "rencana": "Menyusun pedoman.",
        "penanggung_jawab": str(uji.jabatan(dunia).uuid),
        "tenggat": "2026-12-31",
    }

    salah = ani.post(_di(dunia, "rencanakan_tindak_lanjut", r.uuid), rencana | {"tenggat": "besok"})
    jadi = ani.post(_di(dunia, "rencanakan_tindak_lanjut", r.uuid), rencana)
    tanpa = ani.post(_di(dunia, "sampaikan_bukti", r.uuid), {"versi": "2", "keterangan": "Sudah."})
    bukti = ani.post(
        _di(dunia, "sampaikan_bukti", r.uuid),
        {
            "versi": "2",
            "keterangan": "Sudah.",
            "judul": "Pedoman",
            "berkas": SimpleUploadedFile("pedoman.pdf", PDF_POLOS),
        },
    )
    periksa = _teks(karin, halaman)
    putus = karin.post(
        _di(dunia, "periksa_tindak_lanjut", r.uuid),
        {"versi": "3", "putusan": "belum_sesuai", "catatan": ""},
    )
    selesai = karin.post(
        _di(dunia, "periksa_tindak_lanjut", r.uuid),
        {"versi": "3", "putusan": "selesai", "catatan": "Sesuai."},
    )

    assert (salah.status_code, jadi.status_code) == (422, 302)
    assert "Menyusun pedoman." in salah.content.decode()
    assert (tanpa.status_code, bukti.status_code) == (422, 302)
    assert "Pilih bukti yang sudah ada, atau unggah yang baru" in tanpa.content.decode()
    assert "Periksa bukti" in periksa
    assert (putus.status_code, selesai.status_code) == (422, 302)
    assert "1 dari 2 rekomendasi selesai" in _teks(ani, _di(dunia, "rekomendasi"))


def test_bukti_yang_ikut_tidak_tertinggal_bila_penyampaiannya_ditolak(dunia: Dunia) -> None:
    r = uji.rencanakan(dunia, uji.evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1))

    jawaban = klien(dunia, "ani").post(
        _di(dunia, "sampaikan_bukti", r.uuid),
        {
            "versi": "2",
            "keterangan": " ",
            "judul": "Pedoman",
            "berkas": SimpleUploadedFile("pedoman.pdf", PDF_POLOS),
        },
    )

    assert jawaban.status_code == 422
    assert not Bukti.objects.exists()


def test_daftar_menyebut_keadaan_tiap_unit_dalam_jangkauan(dunia: Dunia) -> None:
    uji.evaluasi_pada(dunia, "diterbitkan")
    tempat = alamat("evaluasi", dunia.instansi.kode, TAHUN)

    semua = _teks(klien(dunia, "inge"), tempat)
    satu = _teks(klien(dunia, "dewi"), tempat)

    assert "1 dari 3 unit sudah menerima LHE" in semua
    assert "Dinas Anggrek" not in satu
    assert "belum dibuka" in satu


def test_koordinator_membuka_semua_unit_sekaligus(dunia: Dunia) -> None:
    uji.buka(dunia, "dinas-bakung")
    tempat = alamat("evaluasi", dunia.instansi.kode, TAHUN)
    fitri = klien(dunia, "fitri")

    sebelum = _teks(fitri, tempat)
    fitri.post(alamat("buka_semua_evaluasi", dunia.instansi.kode, TAHUN))
    sesudah = _teks(fitri, tempat)

    assert "Buka evaluasi 2 unit" in sebelum
    assert "Buka evaluasi" not in sesudah
    assert Evaluasi.objects.filter(tahun_kinerja=TAHUN).count() == 3


def test_banyak_kueri_halaman_evaluasi(dunia: Dunia, django_assert_max_num_queries: Any) -> None:
    """Access 3, unit 1, stations 4, evaluation and its parts 10, evidence 10, series 1."""
    uji.evaluasi_pada(dunia, "diterbitkan")
    budi = klien(dunia, "budi")

    with django_assert_max_num_queries(32):
        budi.get(_di(dunia))
    with django_assert_max_num_queries(32):
        budi.get(_di(dunia, "lke", "ketua"))


def test_evaluasi_yang_belum_dibuka_tidak_punya_lembar(dunia: Dunia) -> None:
    uji.tata_tim(dunia)
    ani = klien(dunia, "ani")

    assert ani.get(_di(dunia, "lke", "mandiri")).status_code == 404
    assert ani.get(_di(dunia, "lhe")).status_code == 404
    assert ani.get(_di(dunia, "rekomendasi")).status_code == 404


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
        tempat: _teks(satu, tempat).count("tombol utama")
        for tempat in (
            _di(dunia),
            _di(dunia, "lhe"),
            _di(dunia, "rekomendasi"),
            *(_di(dunia, "lke", t) for t in ("mandiri", "anggota", "ketua", "panel")),
        )
    }

    assert set(utama.values()) <= {0, 1}
