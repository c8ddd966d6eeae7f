"""Handing in the self-evaluation."""

from datetime import date
from typing import Any

import pytest

from domain.evaluasi_uji import TUJUH_PULUH, buka, isi, pada
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi, Jawaban
from sakip.organisasi import services as organisasi


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return {**dunia.dasar(siapa), "evaluasi": e.uuid, "versi": e.versi} | ganti


@pytest.fixture
def terisi(dunia: Dunia) -> Evaluasi:
    e = buka(dunia)
    isi(dunia, e, "ani", "mandiri", TUJUH_PULUH)
    return e


def test_yang_lengkap_diajukan_dan_inspektur_mendapat_tugas(dunia: Dunia, terisi: Evaluasi) -> None:
    hasil = services.ajukan_mandiri(**_isi(dunia, terisi))

    assert (hasil.keadaan, hasil.versi) == ("mandiri", 2)
    assert hasil.lembar.get().selesai_pada is not None
    assert Tugas.objects.get(objek=hasil.uuid).peran == "evaluator_penanggung_jawab"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "evaluasi.ajukan_mandiri"
    )
    assert [r.tindakan for r in hasil.riwayat.order_by("id")] == ["buka", "ajukan_mandiri"]


@pytest.mark.parametrize("siapa", ["budi", "dewi", "citra", "inge"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, terisi: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.ajukan_mandiri(**_isi(dunia, terisi, siapa))

    assert hitung_baris() == sebelum


def test_yang_belum_lengkap_disebut_semuanya(dunia: Dunia) -> None:
    e = buka(dunia)
    isi(dunia, e, "ani", "mandiri", {k: TUJUH_PULUH[k] for k in ("1.a", "1.b")})
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match=r"Belum dijawab: 1\.c, 2\.a, .*, 4\.c"):
        services.ajukan_mandiri(**_isi(dunia, e))

    assert hitung_baris() == sebelum


def test_jawaban_di_atas_bb_memerlukan_pernyataan(dunia: Dunia, terisi: Evaluasi) -> None:
    services.isi_jawaban(
        **dunia.dasar("ani"),
        evaluasi=terisi.uuid,
        tingkat="mandiri",
        kode="1.a",
        jawaban="A",
        catatan=" ",
        versi=1,
    )

    with pytest.raises(SyaratBelumTerpenuhi, match=r"Tulis catatannya untuk 1\.a: "):
        services.ajukan_mandiri(**_isi(dunia, terisi))


def test_sesudah_jendela_ditutup_ditolak(dunia: Dunia, terisi: Evaluasi) -> None:
    organisasi.atur_jadwal(
        **dunia.dasar("fitri"),
        jenis="evaluasi_mandiri",
        tahun=2025,
        periode=None,
        mulai=date(2026, 4, 1),
        selesai=date(2026, 4, 17),
        dasar="surat edaran contoh",
    )

    with pytest.raises(SyaratBelumTerpenuhi, match="sudah ditutup"):
        services.ajukan_mandiri(**_isi(dunia, terisi, saat=pada("2026-04-18")))
    hasil = services.ajukan_mandiri(**_isi(dunia, terisi, saat=pada("2026-04-17", 23)))

    assert hasil.keadaan == "mandiri"


def test_izin_perpanjangan_membuka_jendelanya_lagi(dunia: Dunia, terisi: Evaluasi) -> None:
    jadwal = organisasi.atur_jadwal(
        **dunia.dasar("fitri"),
        jenis="evaluasi_mandiri",
        tahun=2025,
        periode=None,
        mulai=date(2026, 4, 1),
        selesai=date(2026, 4, 17),
        dasar="surat edaran contoh",
    )
    organisasi.beri_perpanjangan(
        **dunia.dasar("fitri"),
        jadwal=jadwal.uuid,
        unit="dinas-anggrek",
        sampai=date(2026, 4, 20),
        alasan="listrik padam",
    )

    hasil = services.ajukan_mandiri(**_isi(dunia, terisi, saat=pada("2026-04-20")))

    assert hasil.keadaan == "mandiri"


def test_dua_kali_atau_dengan_versi_usang_ditolak(dunia: Dunia, terisi: Evaluasi) -> None:
    services.ajukan_mandiri(**_isi(dunia, terisi))

    with pytest.raises(PerpindahanTidakSah, match="Tidak dapat mengajukan evaluasi mandiri"):
        services.ajukan_mandiri(**_isi(dunia, terisi, versi=2))
    with pytest.raises(VersiUsang):
        services.ajukan_mandiri(**_isi(dunia, terisi, versi=1))

    assert Jawaban.objects.filter(lembar__tingkat="mandiri").count() == 12
