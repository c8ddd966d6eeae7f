"""Pages of the planning documents: their order, and what is begun, copied, changed, reviewed."""

from dataclasses import replace
from io import BytesIO

import pytest
from halaman_rencana_uji import KODE, UNIT, baca, tetapkan, url
from jelajah import alamat, klien
from pypdf import PdfReader

from domain.crosscutting_uji import pemegang
from domain.dokumen_uji import tata_renstra
from domain.naskah_uji import DPA, IKM, POHON, bendahara, muat_anggaran, susun
from domain.pemeran import Dunia
from sakip.bersama.izin import Peran
from sakip.perencanaan.models import DokumenVersi, ReviuRencana
from sakip.perencanaan.services import TargetBaru

pytestmark = pytest.mark.usefixtures("hari_cerita")


def test_urutan_menyebut_yang_ada_dan_yang_belum(dunia: Dunia) -> None:
    renja = tetapkan(dunia, susun(dunia))
    tata_renstra(dunia)
    muat_anggaran(dunia, *DPA, siapa=bendahara(dunia))

    teks = baca(klien(dunia, "ani"), url("dokumen_rencana"))

    assert "Renja 2026 ditetapkan sebelum Renstra 2021–2026 ditetapkan." in teks
    assert f"{url('rencana')}?versi={renja.uuid}" in teks
    assert "DPA/1/2026" in teks
    assert "Tidak dicatat di sini" in teks
    assert "dokumen rencana belum ada" in teks
    assert teks.index("RPJPD") < teks.index("RPJMD") < teks.index("Renstra 2021–2026 murni")
    assert "Mulai Keputusan IKU" in teks
    assert "Mulai RPJPD" not in teks  # the government's own
    assert "pengetahuan umum, pasalnya belum dibaca" in teks


def test_pembaca_tidak_mendapat_tombol_pengubah(dunia: Dunia) -> None:
    tetapkan(dunia, susun(dunia))

    teks = baca(klien(dunia, "citra"), url("dokumen_rencana"))

    assert "Buka versi perubahan" not in teks
    assert "Salin ke periode" not in teks
    assert "Mulai Renstra" not in teks


def test_perencana_memulai_rpjmd_di_layar(dunia: Dunia) -> None:
    gita = klien(dunia, "gita")
    akar = dunia.instansi.slug
    tempat = alamat("mulai_dokumen", KODE, 2026, akar)

    formulir = baca(gita, tempat, jenis="rpjmd")
    jawaban = gita.post(
        tempat,
        {
            "jenis": "rpjmd",
            "judul": "RPJMD 2026–2030",
            "tahun_mulai": "2026",
            "tahun_selesai": "2030",
            "uraian": "Terwujudnya kabupaten contoh",
        },
    )

    assert 'value="RPJMD 2026–2030"' in formulir
    assert "<option" in formulir
    assert "renja" not in formulir
    assert jawaban.status_code == 302
    assert "Terwujudnya kabupaten contoh" in baca(gita, jawaban["Location"])


def test_masa_yang_salah_disebut_di_bidangnya(dunia: Dunia) -> None:
    jawaban = klien(dunia, "ani").post(
        url("mulai_dokumen"),
        {
            "jenis": "renstra",
            "judul": "Renstra",
            "tahun_mulai": "2026",
            "tahun_selesai": "2040",
            "uraian": "Tujuan",
        },
    )

    assert jawaban.status_code == 422
    assert "paling lama 5 tahun" in jawaban.content.decode()


def test_renja_diambil_dari_renstra_dan_yang_tertinggal_disebut(dunia: Dunia) -> None:
    renstra = tetapkan(dunia, tata_renstra(dunia))
    ani = klien(dunia, "ani")
    halaman = baca(ani, url("dokumen_rencana"))
    tempat = url("salin_dokumen", renstra.uuid)

    assert f"{tempat}?jenis=renja" in halaman
    assert 'value="Renja 2026"' in baca(ani, tempat, jenis="renja")
    assert 'value="Renstra 2027–2031"' in baca(ani, tempat)
    jawaban = ani.post(
        tempat,
        {
            "jenis": "renja",
            "judul": "Renja 2026",
            "tahun_mulai": "2026",
            "tahun_selesai": "2026",
        },
        follow=True,
    )

    teks = " ".join(jawaban.content.decode().split())
    assert "Tidak ikut karena di luar masanya: 1 target dan 1 pagu" in teks
    assert "Renja 2026" in teks


def test_versi_perubahan_dibuka_dengan_alasan(dunia: Dunia) -> None:
    versi = tetapkan(dunia, susun(dunia))
    ani = klien(dunia, "ani")
    tempat = url("buka_perubahan", versi.uuid)

    kosong = ani.post(tempat, {"versi": versi.versi, "alasan": ""})
    jawaban = ani.post(tempat, {"versi": versi.versi, "alasan": "RKPD berubah"}, follow=True)

    assert kosong.status_code == 422
    assert "Tulis alasannya atau dasar hukumnya" in kosong.content.decode()
    assert "Renja 2026 perubahan (konsep)" in jawaban.content.decode()
    assert DokumenVersi.objects.count() == 2
    assert ani.post(tempat, {"versi": versi.versi, "alasan": "lagi"}).status_code == 409


def test_inspektorat_mencatat_reviu_atas_konsep(dunia: Dunia) -> None:
    versi = susun(dunia)
    ketua = klien(dunia, pemegang(dunia, Peran.EVALUATOR_KETUA, dunia.instansi.slug))
    tempat = url("reviu_rencana", versi.uuid)
    isi = {
        "versi": versi.versi,
        "nomor": "700/12",
        "tanggal": "2026-01-02",
        "kesimpulan": "catatan",
    }

    assert "Inspektorat belum mereviu konsep ini." in baca(
        klien(dunia, "ani"), url("dokumen_rencana")
    )
    assert "Inspektorat belum mereviu konsep ini." in baca(klien(dunia, "gita"), url("rencana"))
    assert "Catat reviu" not in baca(klien(dunia, "ani"), tempat)
    assert ketua.post(tempat, isi).status_code == 422
    assert ketua.post(tempat, isi | {"catatan": "Target belum selaras."}).status_code == 302

    assert ReviuRencana.objects.get().nomor == "700/12"
    teks = baca(klien(dunia, "ani"), url("dokumen_rencana"))
    assert "Reviu: sesuai dengan catatan" in teks
    assert "belum mereviu" not in teks
    assert "Target belum selaras." in baca(ketua, tempat)


def test_perbandingan_dicetak_sebagai_pdf(dunia: Dunia) -> None:
    lama = tetapkan(dunia, susun(dunia))
    baru = susun(
        dunia,
        perubahan=True,
        simpul=(*POHON[:4], replace(POHON[4], uraian="Rapat bulanan")),
        indikator=(replace(IKM, arah="turun_baik", target=(TargetBaru(2026, "84"),)),),
        dukungan=(),
    )
    ani = klien(dunia, "ani")
    tautan = f"{url('beda_rencana_pdf')}?lama={lama.uuid}&amp;baru={baru.uuid}"

    assert tautan in baca(ani, url("beda_rencana"), baru=str(baru.uuid))
    jawaban = ani.get(url("beda_rencana_pdf"), {"baru": str(baru.uuid)})

    assert jawaban["Content-Type"] == "application/pdf"
    (halaman,) = PdfReader(BytesIO(jawaban.content)).pages
    teks = " ".join(halaman.extract_text().split())
    assert "PERBANDINGAN VERSI RENCANA" in teks
    assert "Renja 2026 murni → Renja 2026 perubahan (konsep)" in teks
    for kata in ("83,50 84", "Rapat bulanan", "Loket", "tidak ada lagi", "KONSEP"):
        assert kata in teks


def test_halaman_rencana_menautkan_dokumennya(dunia: Dunia) -> None:
    kosong = baca(klien(dunia, "ani"), url("rencana"))
    susun(dunia)

    assert url("dokumen_rencana") in kosong
    assert url("dokumen_rencana") in baca(klien(dunia, "ani"), url("rencana"))
    assert UNIT in url("dokumen_rencana")
