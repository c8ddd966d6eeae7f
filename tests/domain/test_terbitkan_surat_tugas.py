"""The team: nobody evaluates the own unit, nobody plays two parts."""

from datetime import date
from typing import Any

import pytest

from domain.evaluasi_uji import TIM, UNIT, buka, evaluasi_pada, pada, susunan, tambah
from domain.pemeran import MULAI, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.rencana_uji import tata_pejabat
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi
from sakip.evaluasi.services import Penugasan
from sakip.organisasi import services as organisasi


def _isi(dunia: Dunia, e: Evaluasi, siapa: str = "inge", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "evaluasi": e.uuid,
        "versi": e.versi,
        "nomor": "800/12-Insp",
        "tanggal": date(2026, 4, 20),
        "tim": susunan(dunia),
    } | ganti


@pytest.fixture
def diajukan(dunia: Dunia) -> Evaluasi:
    return evaluasi_pada(dunia, "mandiri")


def _salah(galat: pytest.ExceptionInfo[IsianTidakSah]) -> dict[str, str]:
    return {k.letak: k.pesan for k in galat.value.kesalahan}


def test_tim_ditugaskan_dan_anggotanya_mendapat_tugas(dunia: Dunia, diajukan: Evaluasi) -> None:
    hasil = services.terbitkan_surat_tugas(**_isi(dunia, diajukan))

    tugas = Tugas.objects.get(objek=hasil.uuid)
    assert (hasil.keadaan, hasil.surat_tugas) == ("ditugaskan", "800/12-Insp")
    assert {a.peran for a in hasil.tim.all()} == set(TIM.values())
    assert (tugas.peran, tugas.pengguna_id) == (
        "evaluator_anggota",
        dunia.orang["citra"].pengguna_id,
    )
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["inge"].pengguna_id, "evaluasi.terbitkan_surat_tugas"
    )


@pytest.mark.parametrize("siapa", ["karin", "fitri", "ani", "hari"])
def test_peran_lain_ditolak(dunia: Dunia, diajukan: Evaluasi, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan, siapa))

    assert hitung_baris() == sebelum


def test_penanggung_jawab_unit_lain_ditolak(dunia: Dunia, diajukan: Evaluasi) -> None:
    tambah(dunia, "joni", Peran.EVALUATOR_PENANGGUNG_JAWAB, "dinas-bakung")

    with pytest.raises(TidakBerizin, match="tidak mencakup unit ini"):
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan, "joni"))


def test_yang_berperan_di_unit_itu_tidak_menilainya(dunia: Dunia, diajukan: Evaluasi) -> None:
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["citra"].pengguna_id,
        peran=Peran.PENGAMPU_DATA,
        unit="bidang-angsana",
        mulai=MULAI,
        selesai=None,
    )
    sebelum = hitung_baris()

    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan))

    assert _salah(galat) == {
        "evaluator_anggota": "Tidak ada yang menilai unitnya sendiri: Citra Contoh bertugas di "
        "unit ini."
    }
    assert hitung_baris() == sebelum


def test_yang_menjabat_di_unit_itu_tidak_menilainya(dunia: Dunia, diajukan: Evaluasi) -> None:
    tata_pejabat(dunia, UNIT, "karin")

    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan))

    assert "Karin Contoh bertugas di unit ini" in _salah(galat)["evaluator_ketua"]


def test_penanggung_jawab_tidak_menugaskan_tim_bagi_unitnya_sendiri(
    dunia: Dunia, diajukan: Evaluasi
) -> None:
    tata_pejabat(dunia, UNIT, "inge")

    with pytest.raises(SyaratBelumTerpenuhi, match="tim pengganti dari luar unit"):
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan))


def test_peran_evaluator_pada_unit_itu_bukan_tugas_di_unit_itu(
    dunia: Dunia, diajukan: Evaluasi
) -> None:
    """A substitute team is given the peran on the unit it evaluates (the Inspektorat itself)."""
    tambah(dunia, "rudi", Peran.EVALUATOR_ANGGOTA, UNIT)

    hasil = services.terbitkan_surat_tugas(
        **_isi(dunia, diajukan, tim=susunan(dunia, citra="rudi"))
    )

    assert hasil.keadaan == "ditugaskan"


@pytest.mark.parametrize(
    ("ganti", "letak", "kata"),
    [
        ({"karin": "citra"}, "evaluator_ketua", "sudah mendapat tugas lain"),
        ({"citra": "dewi"}, "evaluator_anggota", "tidak memegang peran Evaluator: anggota"),
        ({"karin": "dodi", "dodi": "karin"}, "evaluator_ketua", "tidak memegang peran"),
    ],
    ids=["dua-tugas", "tanpa-peran", "peran-tertukar"],
)
def test_tiap_orang_satu_tugas_yang_memang_perannya(
    dunia: Dunia, diajukan: Evaluasi, ganti: dict[str, str], letak: str, kata: str
) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan, tim=susunan(dunia, **ganti)))

    assert kata in _salah(galat)[letak]


def test_susunan_yang_kurang_atau_berlebih_disebut_semuanya(
    dunia: Dunia, diajukan: Evaluasi
) -> None:
    karin = dunia.orang["karin"].pengguna_id
    tim = [Penugasan(karin, Peran.EVALUATOR_KETUA), Penugasan(karin + 1, Peran.EVALUATOR_KETUA)]

    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_surat_tugas(
            **_isi(dunia, diajukan, tim=tim, nomor=" ", tanggal=date(2027, 1, 1))
        )

    assert set(_salah(galat)) == {
        "nomor",
        "tanggal",
        "evaluator_anggota",
        "evaluator_ketua",
        "evaluator_pengendali_teknis",
        "evaluator_pengendali_mutu",
    }


@pytest.mark.parametrize("peran", ["evaluator_luar", "pimpinan_unit", "x"])
def test_peran_di_luar_tim_ditolak(dunia: Dunia, diajukan: Evaluasi, peran: str) -> None:
    tim = [*susunan(dunia), Penugasan(dunia.orang["hari"].pengguna_id, peran)]

    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan, tim=tim))

    assert "bukan peran dalam tim" in _salah(galat)[peran]


def test_akun_yang_tidak_ada_ditolak(dunia: Dunia, diajukan: Evaluasi) -> None:
    tim = [*susunan(dunia), Penugasan(10**9, Peran.EVALUATOR_ANGGOTA)]

    with pytest.raises(IsianTidakSah) as galat:
        services.terbitkan_surat_tugas(**_isi(dunia, diajukan, tim=tim))

    assert _salah(galat) == {"evaluator_anggota": "Akun itu tidak ada."}


def test_selama_jendela_mandiri_terbuka_unit_ditunggu_sesudahnya_tidak(dunia: Dunia) -> None:
    organisasi.atur_jadwal(
        **dunia.dasar("fitri"),
        jenis="evaluasi_mandiri",
        tahun=2025,
        periode=None,
        mulai=date(2026, 4, 1),
        selesai=date(2026, 4, 17),
        dasar="surat edaran contoh",
    )
    e = buka(dunia)

    with pytest.raises(SyaratBelumTerpenuhi, match="masih sampai 17 April 2026"):
        services.terbitkan_surat_tugas(
            **_isi(dunia, e, saat=pada("2026-04-17"), tanggal=date(2026, 4, 17))
        )
    hasil = services.terbitkan_surat_tugas(**_isi(dunia, e, saat=pada("2026-04-20")))

    assert hasil.keadaan == "ditugaskan"


def test_dua_kali_atau_dengan_versi_usang_ditolak(dunia: Dunia, diajukan: Evaluasi) -> None:
    hasil = services.terbitkan_surat_tugas(**_isi(dunia, diajukan))

    with pytest.raises(PerpindahanTidakSah, match="tim ditugaskan"):
        services.terbitkan_surat_tugas(**_isi(dunia, hasil))
    with pytest.raises(VersiUsang):
        services.terbitkan_surat_tugas(**_isi(dunia, hasil, versi=hasil.versi - 1))

    assert hasil.tim.count() == 4
