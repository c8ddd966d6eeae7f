"""Pages of the government's tree: branches, search, colours with words, table, downloads."""

import io
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from halaman_rencana_uji import KODE, TAHUN, baca, url
from jelajah import alamat, klien
from pypdf import PdfReader
from python_calamine import CalamineWorkbook

from domain.pemeran import Dunia
from domain.pohon_uji import PEMDA, rencana, tata_pohon
from sakip.perencanaan.models import Simpul
from sakip.perencanaan.services import SimpulBaru
from sakip.web.pecahan import TEMBOLOK
from sakip.web.pohon_tulis import Ukuran, keadaan, ringkas

POHON = alamat("pohon", KODE, TAHUN)
IZIN = "Meningkatnya kecepatan izin"
LOKET = "Meningkatnya loket yang rapi"


def _uuid(dunia: Dunia, unit: str, kode: str) -> str:
    return str(Simpul.objects.get(unit_id=dunia.unit[unit], kode=kode).uuid)


@pytest.fixture
def tertata(dunia: Dunia) -> Dunia:
    tata_pohon(dunia)
    return dunia


def test_tiga_tingkat_pertama_dan_yang_belum_tersambung(tertata: Dunia) -> None:
    teks = baca(klien(tertata, "gita"), POHON)

    assert "3 dari 4 pohon tersambung menjadi satu" in teks
    assert "Meningkatnya pelayanan perizinan" in teks
    assert IZIN not in teks
    assert "Buka 1 simpul di bawahnya" in teks
    assert "target 83,50 nilai" in teks
    assert "Belum tersambung ke pohon pemda" in teks
    assert "tanpa induk di pohon pemda" in teks
    assert "Dinas Anggrek" in teks  # whose branch it is, in words


def test_cabang_terbuka_di_tempatnya_dengan_atau_tanpa_skrip(tertata: Dunia) -> None:
    gita, tujuan = klien(tertata, "gita"), _uuid(tertata, "dinas-anggrek", "t1")

    potongan = baca(gita, alamat("cabang_pohon", KODE, TAHUN, tujuan))
    halaman = baca(gita, POHON, buka=tujuan)

    assert potongan.startswith("<li")
    assert IZIN in potongan
    assert "<html" not in potongan
    assert IZIN in halaman
    # What is opened stays open when the next branch is.
    assert f"buka={tujuan}&amp;buka=" in halaman or f"buka={tujuan}&buka=" in halaman


def test_tingkat_dipilih(tertata: Dunia) -> None:
    gita = klien(tertata, "gita")

    satu, lima = baca(gita, POHON, tingkat="1"), baca(gita, POHON, tingkat="99")

    assert "Meningkatnya mutu layanan publik" not in satu
    assert "Meningkatnya layanan kecamatan" in lima
    assert LOKET not in lima  # five levels at most


def test_diperbesar_dengan_jejak_jalan_ke_sana(tertata: Dunia) -> None:
    teks = baca(klien(tertata, "gita"), POHON, akar=_uuid(tertata, "kecamatan-cempaka", "t1"))

    jejak = teks[teks.index('class="remah"') : teks.index("</nav>", teks.index('class="remah"'))]
    langkah = ["tata kelola", "mutu layanan", "pelayanan perizinan", "kecepatan izin", "kecamatan"]
    assert [jejak.index(kata) for kata in langkah] == sorted(jejak.index(kata) for kata in langkah)
    assert 'aria-current="page">Tujuan: Meningkatnya layanan kecamatan' in jejak
    assert LOKET in teks
    assert "Belum tersambung" not in teks


def test_cari_menyebut_jalannya(tertata: Dunia) -> None:
    gita = klien(tertata, "gita")

    teks = baca(gita, POHON, cari="loket")

    assert "1 simpul memuat “loket”" in teks
    assert f"?akar={_uuid(tertata, 'kecamatan-cempaka', 's1')}" in teks
    assert "Sasaran: Meningkatnya kecepatan izin › Tujuan: Meningkatnya layanan kecamatan" in teks
    assert "Kecamatan Cempaka" in teks
    assert "Tidak ada simpul yang memuat kata itu" in baca(gita, POHON, cari="zzz")
    assert 'type="search"' in teks  # what the key "/" goes to
    assert "&lt;b&gt;" in baca(gita, POHON, cari="<b>")


def test_bentuk_tabel(tertata: Dunia) -> None:
    teks = baca(klien(tertata, "gita"), POHON, bentuk="tabel", tingkat="5")

    assert teks.count("<tr>") == 1 + 7  # the head, and the nodes, each with one indicator at most
    assert '<th scope="row">Pelayanan Perizinan' in teks
    assert '<td data-label="Kode">2.18.02</td>' in teks
    assert '<td data-label="Pemilik">Dinas Anggrek</td>' in teks


def test_warna_capaian_selalu_dengan_kata(tertata: Dunia) -> None:
    teks = baca(klien(tertata, "gita"), POHON, warna="capaian")

    # No figure at all: grey, and said so; nothing is green.
    assert "Belum ada angka tahun ini." in teks
    assert 'class="w t-belum_ada_data"' in teks
    assert '<span class="tanda t-belum_ada_data">Belum ada data</span>' in teks
    assert "t-selesai" not in teks[teks.index('id="pohon-pemda"') : teks.index("</main>")]


@pytest.mark.parametrize(
    ("ukuran", "kelas", "kata"),
    [
        ({}, "t-belum_ada_data", "Belum ada data"),
        ({1: ("belum_diisi", "", False)}, "t-belum_ada_data", "Belum ada data"),
        ({1: ("terhitung", "tinggi", False)}, "t-sementara", "1 dari 2 terukur"),
        (
            {1: ("terhitung", "tinggi", False), 2: ("terhitung", "tinggi", True)},
            "t-sementara",
            "angka sementara",
        ),
        (
            {1: ("terhitung", "sangat_tinggi", False), 2: ("terhitung", "rendah", False)},
            "t-tingkat t-2",
            "rendah",
        ),
        (
            {1: ("terhitung", "tinggi", False), 2: ("terhitung", "sangat_tinggi", False)},
            "t-tingkat t-4",
            "tinggi",
        ),
    ],
)
def test_simpul_sejelek_indikator_terburuknya(
    ukuran: dict[int, tuple[str, str, bool]], kelas: str, kata: str
) -> None:
    singkat = ringkas([1, 2], {k: Ukuran(*v) for k, v in ukuran.items()})

    assert singkat is not None
    hasil = keadaan(singkat)
    assert hasil[0] == kelas
    assert kata in hasil[1]
    assert ringkas([], {}) is None


def test_seluruh_pohon_satu_halaman_dan_diingat_sampai_rencana_berubah(tertata: Dunia) -> None:
    gita, tempat = klien(tertata, "gita"), alamat("pohon_utuh", KODE, TAHUN)

    teks = baca(gita, tempat)

    assert LOKET in teks
    assert "Meningkatnya panen" in teks
    with CaptureQueriesContext(connection) as kueri:
        assert baca(gita, tempat).count("<li") == teks.count("<li")
    assert len(kueri) == 7
    rencana(
        tertata,
        "bidang-angsana",
        SimpulBaru("x1", "tujuan", "Meningkatnya benih", "dinas-bakung:s1"),
        SimpulBaru("x2", "sasaran", "Meningkatnya benih unggul", "x1"),
    )
    assert "Meningkatnya benih unggul" not in teks
    assert "Meningkatnya benih unggul" in baca(gita, tempat)


def test_isian_orang_tidak_menjadi_markup(dunia: Dunia) -> None:
    rencana(
        dunia,
        dunia.instansi.slug,
        SimpulBaru("t1", "tujuan", "Meningkatnya <script>alert(1)</script>", sifat="contoh"),
        SimpulBaru("s1", "sasaran", 'Meningkatnya "kutip" & tanda', "t1"),
        jenis="rpjmd",
    )

    for tempat in (POHON, alamat("pohon_utuh", KODE, TAHUN), f"{POHON}?bentuk=tabel"):
        teks = baca(klien(dunia, "gita"), tempat)
        assert "<script>alert" not in teks
        assert "&lt;script&gt;alert(1)" in teks
        assert "&lt;span" not in teks


def test_letak_unit_di_pohon_pemda(tertata: Dunia) -> None:
    gita = klien(tertata, "gita")
    assert f'href="{POHON}?unit=dinas-anggrek"' in baca(gita, url("rencana"))

    jawaban = gita.get(POHON, {"unit": "dinas-anggrek"})

    assert jawaban.status_code == 302
    assert f"akar={_uuid(tertata, tertata.instansi.slug, 's1')}" in jawaban["Location"]
    assert IZIN in baca(gita, jawaban["Location"])
    lepas = gita.get(POHON, {"unit": "dinas-bakung"})
    assert lepas["Location"].endswith(f"?akar={_uuid(tertata, 'dinas-bakung', 't1')}")
    assert klien(tertata, "ani").get(POHON, {"unit": "dinas-bakung"}).status_code == 403


def test_yang_di_luar_jangkauan_tidak_ada(tertata: Dunia) -> None:
    ani, bakung = klien(tertata, "ani"), _uuid(tertata, "dinas-bakung", "t1")

    assert ani.get(POHON, {"akar": bakung}).status_code == 404
    assert ani.get(alamat("cabang_pohon", KODE, TAHUN, bakung)).status_code == 404
    assert ani.get(POHON, {"akar": "bukan-uuid"}).status_code == 404
    assert "Meningkatnya panen" not in baca(ani, alamat("pohon_utuh", KODE, TAHUN))


def test_belum_ada_pohon(dunia: Dunia) -> None:
    gita = klien(dunia, "gita")

    assert "Belum ada pohon kinerja 2026" in baca(gita, POHON)
    assert "Di sini nanti pohon seluruh pemda" in baca(gita, alamat("pohon_utuh", KODE, TAHUN))
    assert gita.get(alamat("unduh_pohon", KODE, TAHUN, "excel")).status_code == 404


def test_kueri_halaman_pertama_terbatas_dan_isinya_tidak_ikut_membesar(dunia: Dunia) -> None:
    """Below the third level a thousand nodes may come: the first page stays what it was."""
    rencana(dunia, dunia.instansi.slug, *PEMDA, jenis="rpjmd")
    gita = klien(dunia, "gita")
    sebelum = len(baca(gita, POHON))
    dalam = [SimpulBaru("t1", "tujuan", "Meningkatnya layanan", f"{dunia.instansi.slug}:s1")]
    dalam += [SimpulBaru("s1", "sasaran", "Meningkatnya mutu", "t1")]
    dalam += [SimpulBaru(f"p{n}", "program", f"Program {n}", "s1") for n in range(300)]
    rencana(dunia, "dinas-anggrek", *dalam)

    with CaptureQueriesContext(connection) as kueri:
        sesudah = len(baca(gita, POHON))

    assert len(kueri) == 8
    assert sesudah - sebelum < 1_500
    cabang = alamat("cabang_pohon", KODE, TAHUN, _uuid(dunia, "dinas-anggrek", "t1"))
    with CaptureQueriesContext(connection) as kueri:
        baca(gita, cabang)
    assert len(kueri) == 9
    TEMBOLOK.kosongkan()
    with CaptureQueriesContext(connection) as kueri:
        baca(gita, alamat("pohon_utuh", KODE, TAHUN))
    assert len(kueri) == 9


def _unduh(dunia: Dunia, bentuk: str, **kueri: str) -> Any:
    jawaban = klien(dunia, "gita").get(alamat("unduh_pohon", KODE, TAHUN, bentuk), kueri)
    assert jawaban.status_code == 200
    assert "attachment" in jawaban["Content-Disposition"]
    return jawaban.content


def test_excel_terbaca_kembali(tertata: Dunia) -> None:
    buku = CalamineWorkbook.from_filelike(io.BytesIO(_unduh(tertata, "excel")))

    baris = buku.get_sheet_by_index(0).to_python()

    assert baris[0][:6] == [f"Tingkat {n}" for n in range(1, 7)]
    assert baris[0][6:] == [
        "Jenis", "Kode", "Indikator", "Satuan", "Target", "Pemilik", "Dokumen", "Sifat data",
    ]  # fmt: skip
    assert baris[1][0] == "Terwujudnya tata kelola yang melayani"
    assert baris[2][1] == "Meningkatnya mutu layanan publik"
    assert baris[3][6:11] == ["IKU", "ikm-s1", "Indeks kepuasan", "nilai", 83.5]
    simpul = [b for b in baris[1:] if any(b[:6])]
    assert [b[5] for b in simpul if b[5]] == [LOKET]
    assert {b[11] for b in simpul} >= {"Dinas Anggrek", "Kecamatan Cempaka", "Dinas Bakung"}


def test_gambar_dan_kertas(tertata: Dunia) -> None:
    akar = _uuid(tertata, "dinas-anggrek", "t1")

    gambar = ET.fromstring(_unduh(tertata, "svg", akar=akar))  # noqa: S314 - our own text
    kertas = PdfReader(io.BytesIO(_unduh(tertata, "pdf")))

    teks = [t.text for t in gambar.iter("{http://www.w3.org/2000/svg}text")]
    assert "Meningkatnya kecepatan izin" in teks
    assert "• Indeks kepuasan: 83,50 nilai" in teks
    isi = [" ".join(p.extract_text().split()) for p in kertas.pages]
    # Overview, the two sasaran of the pemda, and the goal that hangs nowhere.
    assert len(isi) == 4
    assert "Sasaran: Meningkatnya mutu layanan publik" in isi[0]
    assert "ditetapkan 31-07-2025" in isi[1]
    assert "Kecamatan Cempaka" in isi[1]
