"""The components: what they say, that they escape, and that no meaning is colour alone."""

import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django import forms
from django.http import HttpRequest
from django.template import engines
from django.test import RequestFactory
from django.utils import translation
from jinja2 import Environment, UndefinedError

from sakip.tampilan.gaya import PREDIKAT, isi_gaya
from sakip.tampilan.grafik import garis, jalur_skala, letak, sparkline
from sakip.tampilan.penanda import MAKNA, tanda, tanda_alur, tanda_capaian

STATIK = Path(__file__).resolve().parents[2] / "src/sakip/tampilan/static/sakip"


@pytest.fixture(autouse=True)
def indonesia() -> Iterator[None]:
    with translation.override("id"):
        yield


@pytest.fixture
def env() -> Environment:
    return engines["jinja2"].env  # type: ignore[attr-defined, no-any-return]


@pytest.fixture
def permintaan(rf: RequestFactory) -> HttpRequest:
    return rf.get("/kerja/36.04/2026/", {"urut": "nama", "hal": "3", "cari": "desa"})


def _rakit(env: Environment, teks: str, **isi: Any) -> str:
    return env.from_string(teks).render(isi)


def test_isi_dari_orang_selalu_diloloskan_sebagai_teks(env: Environment) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/rangka.html" import kepala_halaman %}{{ kepala_halaman(judul) }}',
        judul="<script>alert(1)</script>",
    )

    assert "<script>" not in hasil
    assert "&lt;script&gt;" in hasil


def test_lencana_meloloskan_kata_sebagai_teks() -> None:
    assert "<b>" not in tanda("selesai", "<b>x</b>")


def test_nama_yang_tidak_ada_adalah_galat_bukan_kosong(env: Environment) -> None:
    with pytest.raises(UndefinedError):
        _rakit(env, "{{ capaian_yang_tidak_ada }}")


@pytest.mark.parametrize("makna", list(MAKNA))
def test_setiap_makna_punya_kata_dan_bentuk(makna: str) -> None:
    lembar = (STATIK / "sakip.css").read_text()

    assert re.search(r">[A-Z][a-z]+( [a-z]+)*<", tanda(makna))
    assert re.search(rf"\.t-{makna}[.:][^{{]*tanda[^{{]*::before", lembar)


def test_makna_yang_tidak_dikenal_ditolak() -> None:
    with pytest.raises(KeyError):
        tanda("hijau")


@pytest.mark.parametrize(
    ("status", "kata"),
    [
        ("belum_diisi", "Belum diisi"),
        ("belum_waktunya", "Belum waktunya"),
        ("tidak_dinilai", "Tidak dinilai"),
        ("tidak_dapat_dihitung", "Tidak dapat dihitung"),
    ],
)
def test_capaian_tanpa_angka_menyebut_sebabnya_dan_tidak_hijau(status: str, kata: str) -> None:
    hasil = tanda_capaian(status)

    assert f">{kata}<" in hasil
    assert "t-selesai" not in hasil


def test_capaian_dengan_kategori_memakai_sebutan_kaidah() -> None:
    assert tanda_capaian("terhitung", "sangat_tinggi", "Sangat Tinggi") == (
        '<span class="tanda t-tingkat t-5">Sangat Tinggi</span>'
    )
    assert tanda_capaian("terhitung") == ""


def test_keadaan_alur_memakai_kata_hukum() -> None:
    assert ">Dikembalikan<" in tanda_alur("dikembalikan")


def test_stasiun_menandai_tempat_kini_dengan_kata(env: Environment) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/rangka.html" import stasiun %}{{ stasiun(daftar, "pengukuran") }}',
        daftar=isi_gaya()["stasiun_baros"],
    )

    assert hasil.count("<li") == 6
    assert hasil.count('aria-current="step"') == 1
    assert "TW III, 6 hari lagi" in hasil


@pytest.mark.parametrize(
    ("kunci", "aria", "tujuan"),
    [
        ("nama", 'aria-sort="ascending"', "urut=-nama"),
        ("target", None, "urut=target"),
    ],
)
def test_kolom_urut_menyimpan_saringan_dan_kembali_ke_halaman_satu(
    env: Environment, permintaan: HttpRequest, kunci: str, aria: str | None, tujuan: str
) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/tabel.html" import kolom %}{{ kolom(request, "Judul", kunci) }}',
        request=permintaan,
        kunci=kunci,
    )

    assert ("aria-sort" in hasil) is (aria is not None)
    assert tujuan in hasil
    assert "cari=desa" in hasil
    assert "hal=" not in hasil


def test_penomoran_menandai_halaman_kini(env: Environment, permintaan: HttpRequest) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/rangka.html" import penomoran %}'
        "{{ penomoran(request, 3, 12, 101, 150, 582) }}",
        request=permintaan,
    )

    assert "101–150 dari 582 baris" in hasil
    assert re.search(r'hal=3[^>]*aria-current="page"', hasil)
    assert 'rel="prev"' in hasil
    assert 'rel="next"' in hasil


def test_tabel_bisa_digulir_dengan_papan_ketik_dan_bernama(env: Environment) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/tabel.html" import tabel %}'
        '{% call tabel("Capaian", "capaian", excel="/x.xlsx") %}<tbody></tbody>{% endcall %}',
    )

    assert 'role="region" aria-labelledby="capaian-judul" tabindex="0"' in hasil
    assert 'data-salin="capaian"' in hasil
    assert 'href="/x.xlsx" download' in hasil


class FormulirRealisasi(forms.Form):
    realisasi = forms.DecimalField(label="Realisasi", help_text="Dari 14 desa.")
    catatan = forms.CharField(label="Catatan", required=False)


def test_isian_salah_diringkas_di_atas_dan_tidak_hilang(env: Environment) -> None:
    formulir = FormulirRealisasi({"realisasi": "dua belas", "catatan": "dari pmd"})

    hasil = _rakit(
        env,
        '{% from "makro/isian.html" import ringkasan_galat, semua_bidang %}'
        "{{ ringkasan_galat(form) }}{{ semua_bidang(form) }}",
        form=formulir,
    )

    assert 'role="alert"' in hasil
    assert 'href="#id_realisasi"' in hasil
    assert 'value="dua belas"' in hasil
    assert 'value="dari pmd"' in hasil
    assert 'aria-invalid="true"' in hasil
    assert 'aria-describedby="id_realisasi_helptext id_realisasi_error"' in hasil
    assert 'id="id_realisasi_error"' in hasil


def test_isian_tanpa_formulir_django_berperilaku_sama(env: Environment) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/isian.html" import isian %}'
        '{{ isian("realisasi", "Realisasi", "12,5", "angka", "Dari 14 desa.", "Bukan bulat.") }}',
    )

    assert '<label for="id_realisasi">' in hasil
    assert 'aria-describedby="id_realisasi_helptext id_realisasi_error"' in hasil
    assert 'value="12,5"' in hasil


def test_mengapa_menampilkan_langkah_masukan_dasar_dan_anak(env: Environment) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/mengapa.html" import mengapa %}'
        '{{ mengapa(jejak, "IKU-3", "94,14%", tafsir_url="/tafsir/") }}',
        jejak=isi_gaya()["jejak"],
    )

    assert "data-panel-isi" in hasil
    assert "realisasi 84,722222… dibagi target 90,00." in hasil
    assert "naik baik" in hasil
    assert "versi yang berlaku sejak 1 Januari 2015" in hasil
    assert "Lampiran II, hlm. 21" in hasil
    assert "Pembilang dijumlahkan, penyebut dijumlahkan: 61/72." in hasil
    assert 'href="/tafsir/tafsir-0004/"' in hasil


def test_istilah_membuka_arti_dan_dasarnya_tanpa_javascript(env: Environment) -> None:
    hasil = _rakit(env, '{% from "makro/istilah.html" import istilah %}{{ istilah("iku", "IKU") }}')

    assert 'popovertarget="istilah-iku">IKU</button>' in hasil
    assert 'id="istilah-iku" popover' in hasil
    assert "indikator kinerja utama" in hasil


def test_pohon_berlapis_tetap_terbuka_tanpa_javascript(env: Environment) -> None:
    hasil = _rakit(
        env,
        '{% from "makro/pohon.html" import pohon %}{{ pohon(daftar, "p", "Pohon") }}',
        daftar=isi_gaya()["pohon_baros"],
    )

    assert hasil.count("<details open>") == 2
    assert hasil.count("<li>") == 5


def test_garis_putus_di_tahun_tanpa_data() -> None:
    hasil = garis([Decimal(1), Decimal(2), None, Decimal(4)], lebar=100, tinggi=20)

    assert len(hasil.ruas) == 1
    assert [t.urutan for t in hasil.titik] == [0, 1, 3]


def test_sparkline_punya_padanan_teks() -> None:
    assert 'aria-label="2024 82,40; 2025 belum ada data"' in sparkline(
        [Decimal("82.4"), None], "2024 82,40; 2025 belum ada data"
    )


@pytest.mark.parametrize(
    ("nilai", "x"), [("0", "0"), ("70", "420"), ("100", "600"), ("120", "600")]
)
def test_letak_pada_skala(nilai: str, x: str) -> None:
    assert letak(Decimal(nilai), bawah=0, atas=100, lebar=600) == x


def test_skala_predikat_memakai_batas_kaidah() -> None:
    jalur = jalur_skala(PREDIKAT, lebar=600)

    assert [j.kode for j in jalur] == ["D", "C", "CC", "B", "BB", "A", "AA"]
    assert [j.x for j in jalur] == ["0", "180", "300", "360", "420", "480", "540"]


def test_buku_gaya_utuh_dan_tanpa_gaya_sebaris(env: Environment) -> None:
    hasil = env.get_template("gaya.html").render(isi_gaya())

    assert "DATA CONTOH" in hasil
    assert " style=" not in hasil
    assert "<script>" not in hasil
    assert len(re.findall("<h1", hasil)) == 1


@pytest.mark.parametrize("status", [400, 403, 404, 409, 422, 429, 500])
def test_halaman_galat_berdiri_tanpa_konteks(env: Environment, status: int) -> None:
    hasil = env.get_template(f"galat/{status}.html").render({})

    assert str(status) in hasil
    assert "<h1>" in hasil


@pytest.mark.parametrize(
    ("berkas", "batas"),
    [
        ("sakip.css", 52 * 1024),
        ("papan.css", 1_500),
        ("sakip.js", 15_000),
        ("susun.js", 6_000),
        ("kisi.js", 20_000),
        ("kisi.css", 4_000),
        ("bukti.js", 2_000),
        ("logo.svg", 1_000),
        ("mutu.css", 1_500),
        ("pimpinan.css", 6_500),
        ("kabar.css", 1_200),
    ],
)
def test_berat_berkas_terjaga(berkas: str, batas: int) -> None:
    assert (STATIK / berkas).stat().st_size <= batas


def test_gaya_memuat_jejak_dengan_rincian_bernama(env: Environment) -> None:
    """A child with several steps is named by what went into it, not by its last step."""
    langkah = {
        "pola": "{kode} = {nilai}.",
        "isian": {"kode": "1.a", "nilai": "4,80"},
        "nilai": "4.80",
    }
    anak = isi_gaya()["jejak"]["anak"][0] | {
        "masukan": {"1.a": "BB", "1.b": "B"},
        "langkah": [langkah, langkah],
    }

    hasil = _rakit(
        env,
        '{% from "makro/mengapa.html" import mengapa %}{{ mengapa(jejak, "Nilai") }}',
        jejak=isi_gaya()["jejak"] | {"anak": [anak]},
    )

    assert "<summary>Rincian: 1.a, 1.b</summary>" in hasil
