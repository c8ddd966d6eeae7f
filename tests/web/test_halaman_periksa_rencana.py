"""Pages of the checks: what was found, how it is mended, where; and all units side by side."""

from dataclasses import replace

from halaman_rencana_uji import klien, url

from domain.naskah_uji import IKM, susun
from domain.pemeran import Dunia


def _teks(dunia: Dunia, siapa: str, alamat: str) -> str:
    jawaban = klien(dunia, siapa).get(alamat)
    assert jawaban.status_code == 200
    return " ".join(jawaban.content.decode().split())


def test_temuan_menyebut_perbaikan_dan_membuka_tempatnya(dunia: Dunia) -> None:
    """By hand: 1 sub-kegiatan without support, 2 indicators without owner, definition, source.

    wajib (2): levels 6 of 6, sasaran 1 of 1, indicators with sasaran 2 of 2, with target 2 of 2:
    11 of 11. perhatian (1): sasaran with a programme 1 of 1, support 1 of 2, words of tujuan and
    sasaran 2 of 2, output words 2 of 2, twins 2 of 2, owner, definition and source 0 of 2 each;
    target against the start 1 of 1 (the share has none that was written): 9 of 16.
    (2 × 11 + 9) / (2 × 11 + 16) = 31/38 = 81,5789 %.
    """
    versi = susun(dunia)

    teks = _teks(dunia, "ani", url("periksa_rencana"))

    assert "7 temuan pada pohon kinerja; kesehatannya 81,58" in teks
    assert "Sebut indikator yang digerakkannya" in teks
    assert f"{url('rencana')}{versi.uuid}/simpul/?kode=7.01.02.2.01.0001" in teks
    assert f"{url('rencana')}{versi.uuid}/indikator/?kode=ikm" in teks
    assert "/tafsir/tafsir-0016/" in teks


def test_simpul_dan_indikator_bersandi_sama_tidak_tertukar(dunia: Dunia) -> None:
    """Sasaran s1 is whole; indicator s1, which measures it, says neither owner nor source."""
    susun(dunia, indikator=(replace(IKM, kode="s1"),), dukungan=())

    teks = _teks(dunia, "ani", url("periksa_rencana"))

    assert "/indikator/?kode=s1" in teks
    assert "/simpul/?kode=s1" not in teks


def test_yang_hanya_membaca_tidak_diberi_tautan_mengubah(dunia: Dunia) -> None:
    susun(dunia)

    teks = _teks(dunia, "budi", url("periksa_rencana"))

    assert "7 temuan pada pohon kinerja" in teks
    assert "/simpul/?kode=" not in teks


def test_tanpa_rencana_halamannya_mengatakan_begitu(dunia: Dunia) -> None:
    assert "Belum ada rencana 2026 untuk diperiksa" in _teks(dunia, "ani", url("periksa_rencana"))


def test_semua_unit_berdampingan(dunia: Dunia) -> None:
    susun(dunia)
    alamat = url("rencana").replace("dinas-anggrek/rencana/", "kesehatan-pohon/")

    teks = _teks(dunia, "gita", alamat)

    assert "1 dari 1 rencana memuat temuan" in teks
    assert "2 unit belum menyusun rencana tahun ini" in teks
    # Who works in one unit sees that unit alone.
    assert "Belum ada rencana 2026 yang dapat diperiksa" in _teks(dunia, "dewi", alamat)
