"""The permission table and what a Lingkup makes of it. No database."""

from datetime import date

import pytest

from sakip.bersama.galat import TidakBerizin
from sakip.bersama.izin import IZIN, SEBUTAN_PERAN, Kewenangan, Lingkup, Peran, Tindakan

HARI = date(2026, 11, 24)


def _lingkup(*kewenangan: tuple[Peran, str], sistem: bool = False) -> Lingkup:
    return Lingkup(
        7, 1, HARI, tuple(Kewenangan(p, 0, jalur) for p, jalur in kewenangan), sistem=sistem
    )


def test_setiap_tindakan_ada_di_tabel() -> None:
    assert set(IZIN) == set(Tindakan)


def test_setiap_peran_punya_sebutan() -> None:
    assert set(SEBUTAN_PERAN) == set(Peran)


def test_setiap_tindakan_dipegang_seseorang_dan_beruraian() -> None:
    assert [t for t in Tindakan if not IZIN[t].peran or not IZIN[t].uraian] == []


@pytest.mark.parametrize("tindakan", Tindakan, ids=str)
def test_tanpa_peran_tidak_ada_yang_boleh(tindakan: Tindakan) -> None:
    assert not _lingkup().boleh(tindakan)
    assert not _lingkup().boleh(tindakan, "1.")


@pytest.mark.parametrize("peran", Peran, ids=str)
@pytest.mark.parametrize("tindakan", Tindakan, ids=str)
def test_peran_boleh_persis_yang_ada_di_tabel(tindakan: Tindakan, peran: Peran) -> None:
    lingkup = _lingkup((peran, "1.5."))

    assert lingkup.boleh(tindakan) is (peran in IZIN[tindakan].peran)
    assert lingkup.boleh(tindakan, "1.5.9.") is (peran in IZIN[tindakan].peran)
    assert not lingkup.boleh(tindakan, "1.6.")
    assert not lingkup.boleh(tindakan, "1.")


@pytest.mark.parametrize("jalur", ["1.50.", "1.55.1.", "11.5.", "15.", "5."])
def test_angka_yang_berawalan_sama_bukan_turunan(jalur: str) -> None:
    assert not _lingkup((Peran.ADMIN_INSTANSI, "1.5.")).boleh(Tindakan.LIHAT_KINERJA, jalur)


def test_peran_lain_tidak_memperluas_tindakan_ke_unitnya() -> None:
    lingkup = _lingkup((Peran.PEGAWAI, "1."), (Peran.PENYUSUN_UNIT, "1.5."))

    assert lingkup.boleh(Tindakan.LIHAT_KINERJA, "1.9.")
    assert lingkup.boleh(Tindakan.IMPOR_KINERJA, "1.5.")
    assert not lingkup.boleh(Tindakan.IMPOR_KINERJA, "1.9.")


def test_jalur_yang_tercakup_yang_lain_dibuang() -> None:
    lingkup = _lingkup(
        (Peran.PENYUSUN_UNIT, "1.5."),
        (Peran.PENYUSUN_UNIT, "1.5.7."),
        (Peran.PERENCANA_DAERAH, "1.8."),
        (Peran.PEGAWAI, "1."),
    )

    assert lingkup.jalur_untuk(Tindakan.IMPOR_KINERJA) == ("1.5.", "1.8.")
    assert lingkup.jalur_untuk(Tindakan.LIHAT_KINERJA) == ("1.",)


@pytest.mark.parametrize("tindakan", Tindakan, ids=str)
def test_sistem_boleh_semuanya_di_mana_saja(tindakan: Tindakan) -> None:
    assert _lingkup(sistem=True).boleh(tindakan, "1.2.3.")


def test_penolakan_menyebut_peran_yang_diperlukan() -> None:
    with pytest.raises(TidakBerizin) as galat:
        _lingkup((Peran.PEGAWAI, "1.")).wajib(Tindakan.TETAPKAN_KEBIJAKAN)

    assert galat.value.pesan == (
        "Untuk menetapkan kebijakan penghitungan diperlukan peran Admin instansi, "
        "Koordinator SAKIP. Mintalah kepada admin instansi Anda."
    )


def test_penolakan_di_unit_lain_berkata_lain() -> None:
    with pytest.raises(TidakBerizin) as galat:
        _lingkup((Peran.PENYUSUN_UNIT, "1.5.")).wajib(Tindakan.IMPOR_KINERJA, "1.6.")

    assert galat.value.pesan == (
        "Peran Anda tidak mencakup unit ini, jadi Anda tidak dapat mengimpor, menerapkan dan "
        "membatalkan impor kinerja di sini."
    )
