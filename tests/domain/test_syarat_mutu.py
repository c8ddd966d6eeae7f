"""Plan of action and evidence before handing in: what holds up, what is only said; the lights."""

from datetime import date
from typing import Any

import pytest

from domain.lembar_uji import isi_tw1, tindak
from domain.mutu_uji import lihat
from domain.pemeran import Dunia, menulis_langsung
from domain.periksa_uji import bukti, tata_daftar, uji
from domain.ukur_uji import HARI, TAHUN, Ukur, tambah_pengampu, tata_ukur
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.arsip.models import Bukti
from sakip.organisasi import services as so
from sakip.pengukuran import services
from sakip.pengukuran.models import Realisasi
from sakip.pengukuran.selectors.lampu import lampu_lembar, utang_pengampu


def _pilih(u: Ukur, **pilihan: str) -> None:
    so.tetapkan_kebijakan(
        **u.dunia.dasar("sistem"),
        kaidah="mutu",
        pilihan=pilihan,
        mulai=date(2024, 1, 1),
        dasar="Keputusan contoh 2/2024",
    )


def _tautkan(u: Ukur, kode: str, satu: Bukti) -> None:
    isi: dict[str, Any] = {k: v for k, v in u.dasar("ani", 1).items() if k != "alamat"}
    r = Realisasi.objects.get(indikator__kode=kode, periode__nomor=1, periode__jenis="triwulan")
    services.tautkan_bukti(**isi, unit=u.unit, realisasi=r.uuid, bukti=satu.uuid)


def _syarat(u: Ukur) -> list[tuple[str, str | None]]:
    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        tindak(u, "ajukan", "ani")
    return [(s.kode, s.sasaran) for s in galat.value.syarat]


def _lampu(u: Ukur) -> dict[str, str]:
    x = lihat(u)
    return {lampu.kode: lampu.makna for lampu in lampu_lembar(x, TAHUN, x.syarat)}


def test_bawaan_nasional_menuntut_rencana_aksi_dan_bukti(dunia: Dunia) -> None:
    u = tata_ukur(dunia, wajib=True)
    isi_tw1(u)

    assert _syarat(u) == [("aksi", "rencana_aksi"), *[("bukti", "bukti")] * 3]
    assert _lampu(u) == {"aksi": "terlambat", "isian": "selesai", "bukti": "terlambat"}


def test_bukti_menyalakan_lampunya_juga_dari_daftar_periksa(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    isi_tw1(u)
    tata_daftar(u)
    ada = bukti(u)
    _tautkan(u, "1b", ada)
    assert _lampu(u)["bukti"] == "perlu_tindakan"

    uji(u, "Desa A", "A", bukti=ada.uuid)  # iku-2 is counted by a checklist: its evidence is there
    _tautkan(u, "iku-3", ada)

    assert _lampu(u) == {"aksi": "perlu_tindakan", "isian": "selesai", "bukti": "selesai"}
    assert tindak(u, "ajukan", "ani").keadaan == "diajukan"


def test_bukti_yang_ditarik_bukan_bukti(dunia: Dunia) -> None:
    u = tata_ukur(dunia, wajib=True)
    _pilih(u, rencana_aksi="dianjurkan")
    isi_tw1(u)
    ada = bukti(u)
    for kode in ("1b", "iku-2", "iku-3"):
        _tautkan(u, kode, ada)
    with menulis_langsung(dunia.sistem):
        Bukti.objects.update(ditarik=True)

    assert _syarat(u) == [("bukti", "bukti")] * 3


def test_bukti_tahun_lain_dan_yang_lebih_baru_ditanyakan(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    isi_tw1(u)
    lama = bukti(u, "Register 2025", tahun=2025)
    # Handed in on the eighth, the paper is of the ninth.
    nanti = bukti(u, "Berita acara", tanggal=HARI[0].date().replace(day=9))
    _tautkan(u, "1b", lama)
    _tautkan(u, "iku-3", nanti)

    x = lihat(u)
    assert {t.objek: t.kaidah for t in x.mutu.temuan} == {  # type: ignore[union-attr]
        "1b": "mutu.bukti_tahun_lain",
        "iku-3": "mutu.sebelum_bukti",
    }
    assert _syarat(u) == [("temuan", "sel:1b"), ("temuan", "sel:iku-3")]


def test_lampu_isian_menghitung_yang_belum_lengkap(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    u.isi("1b", 1, "41")  # under target: class, cause, solution; iku-2, iku-3 empty

    x = lihat(u)
    isian = next(lampu for lampu in lampu_lembar(x, TAHUN, x.syarat) if lampu.kode == "isian")

    assert (isian.makna, isian.sasaran) == ("terlambat", "sel:1b")
    assert isian.kalimat.startswith("5 hal belum lengkap")


def test_kaidah_yang_tidak_dipakai_tidak_bertanya(dunia: Dunia) -> None:
    u = tata_ukur(dunia, wajib=True)
    _pilih(u, pembilang="tidak", bukti="dianjurkan", rencana_aksi="dianjurkan")
    isi_tw1(u)
    u.isi("iku-3", 1, "9/8")

    assert tindak(u, "ajukan", "ani").keadaan == "diajukan"


def test_penyusun_melihat_pengampu_yang_belum_mengisi(dunia: Dunia) -> None:
    u = tata_ukur(dunia)
    tambah_pengampu(u, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(u, "oman", "kasi-pelayanan", "1b", "iku-2")
    u.isi("1b", 1, "30", siapa="oman")

    utang = [(p.jabatan, p.nama, p.kurang, p.semua, p.kode) for p in utang_pengampu(lihat(u))]

    assert utang == [
        ("Kasi-Pelayanan", "oman Contoh", 1, 2, "iku-2"),
        ("Kasi-Trantib", "edi Contoh", 1, 1, "iku-3"),
    ]
