"""The provisional findings and the five working days to answer them."""

from datetime import date
from typing import Any

import pytest

from domain.evaluasi_uji import TINGKAT, TUJUH_PULUH, evaluasi_pada, pada, selesaikan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi, Jawaban
from sakip.organisasi.services import catat_libur


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "karin", **ganti: Any) -> dict[str, Any]:
    return {**dunia.dasar(siapa), "evaluasi": e.uuid, "versi": e.versi} | ganti


@pytest.fixture
def dinilai(dunia: Dunia) -> Evaluasi:
    e = evaluasi_pada(dunia, "ditugaskan")
    for siapa in TINGKAT:
        e = selesaikan(dunia, e, siapa, TUJUH_PULUH)
    return e


@pytest.mark.parametrize(
    ("libur", "tenggat"),
    [
        # Friday 29 May 2026; Monday 1 June is a holiday: 2, 3, 4, 5 and 8 June are the five.
        ([(date(2026, 6, 1), "Hari Lahir Pancasila", "")], date(2026, 6, 8)),
        ([], date(2026, 6, 5)),
    ],
    ids=["1-juni-libur", "tanpa-libur"],
)
def test_tenggat_tanggapan_lima_hari_kerja(
    dunia: Dunia, dinilai: Evaluasi, libur: list[tuple[date, str, str]], tenggat: date
) -> None:
    catat_libur(oleh=dunia.sistem, saat=pada("2026-05-01"), daftar=libur)

    hasil = services.sampaikan_naskah(**_isi(dunia, dinilai, saat=pada("2026-05-29")))

    tugas = Tugas.objects.get(objek=hasil.uuid, peran="pimpinan_unit")
    assert (hasil.keadaan, hasil.tenggat_tanggapan) == ("sementara", tenggat)
    assert tugas.jatuh_tempo == pada(tenggat.isoformat(), 23).replace(minute=59)


def test_panel_mulai_dari_jawaban_pengendali_teknis(dunia: Dunia, dinilai: Evaluasi) -> None:
    hasil = services.sampaikan_naskah(**_isi(dunia, dinilai))

    panel = Jawaban.objects.filter(lembar__evaluasi=hasil, lembar__tingkat="panel")
    assert dict(panel.values_list("kode", "jawaban")) == TUJUH_PULUH
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["karin"].pengguna_id, "evaluasi.sampaikan_naskah"
    )


@pytest.mark.parametrize("siapa", ["citra", "dodi", "mutia", "inge", "ani", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, dinilai: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.sampaikan_naskah(**_isi(dunia, dinilai, siapa))

    assert hitung_baris() == sebelum


def test_lembar_yang_belum_selesai_disebut(dunia: Dunia) -> None:
    e = selesaikan(dunia, evaluasi_pada(dunia, "ditugaskan"), "citra", TUJUH_PULUH)
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="ketua tim, pengendali teknis"):
        services.sampaikan_naskah(**_isi(dunia, e))

    assert hitung_baris() == sebelum


def test_dua_kali_atau_dengan_versi_usang_ditolak(dunia: Dunia, dinilai: Evaluasi) -> None:
    e = services.sampaikan_naskah(**_isi(dunia, dinilai))

    with pytest.raises(PerpindahanTidakSah, match="naskah hasil sementara disampaikan"):
        services.sampaikan_naskah(**_isi(dunia, e))
    with pytest.raises(VersiUsang):
        services.sampaikan_naskah(**_isi(dunia, e, versi=2))
