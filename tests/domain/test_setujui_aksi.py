"""Approval freezes the period targets; who verified may not approve, his substitute may."""

from datetime import date

import pytest
from django.db import transaction
from django.db.utils import ProgrammingError

from domain.aksi_uji import (
    SETUJU,
    diajukan,
    disetujui,
    diverifikasi,
    lanjut,
    plt_hari,
    tata_aksi,
    tunjuk_dewi,
)
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from domain.perjanjian_uji import UNIT
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perencanaan.models import TargetVersi
from sakip.perjanjian.selectors import target_berlaku
from sakip.perjanjian.services import setujui_aksi

PLT = date(TAHUN, 2, 2)


def test_yang_disetujui_menjadi_target_periode_yang_berlaku(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)

    hasil = setujui_aksi(**lanjut(dunia, aksi, "budi", SETUJU))

    assert (hasil.keadaan, hasil.dokumen_versi.ditetapkan) == ("disetujui", SETUJU)
    assert not Tugas.objects.filter(objek=aksi.uuid).exists()
    berlaku = {b.indikator.kode: b for b in target_berlaku(dunia.unit[UNIT], TAHUN)}
    assert {t.teks for t in berlaku["desa"].target_periode.values()} == {"11/14"}
    assert len(berlaku["desa"].target_periode) == 4
    assert berlaku["aduan"].target_periode == {}
    assert hasil.riwayat.latest("id").tindakan == "setujui"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["budi"].pengguna_id, "perjanjian.setujui_aksi"
    )


def test_sesudah_disetujui_basis_data_menolak_perubahan(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = disetujui(dunia)

    with (
        menulis_langsung(dunia.sistem),
        pytest.raises(ProgrammingError, match="sudah ditetapkan"),
        transaction.atomic(),
    ):
        TargetVersi.objects.filter(dokumen_versi=aksi.dokumen_versi).update(teks="1")


@pytest.mark.parametrize("siapa", ["ani", "hari", "fitri", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        setujui_aksi(**lanjut(dunia, aksi, siapa, SETUJU))

    assert hitung_baris() == sebelum


def test_pengganti_tidak_bertindak_selama_pimpinannya_tidak_terhalang(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    tunjuk_dewi(dunia, SETUJU)

    with pytest.raises(TidakBerizin):
        setujui_aksi(**lanjut(dunia, aksi, "dewi", SETUJU))


def test_plt_yang_memverifikasi_ditolak_dan_penggantinya_disebut(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    plt_hari(dunia, PLT)
    tunjuk_dewi(dunia, PLT)
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi) as galat:
        setujui_aksi(**lanjut(dunia, aksi, "hari", PLT))

    assert galat.value.pesan == (
        "Anda sudah memverifikasi dokumen ini; persetujuan dialihkan ke verifikator pengganti "
        "(surat tugas no. 800/12/2026): Dewi Contoh."
    )
    assert hitung_baris() == sebelum


def test_tanpa_pengganti_diminta_menunjuknya(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    plt_hari(dunia, PLT)

    with pytest.raises(SyaratBelumTerpenuhi, match="menunjuk pengganti"):
        setujui_aksi(**lanjut(dunia, aksi, "hari", PLT))


def test_pengganti_yang_ditunjuk_menyetujui(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diverifikasi(dunia)
    plt_hari(dunia, PLT)
    tunjuk_dewi(dunia, PLT)

    hasil = setujui_aksi(**lanjut(dunia, aksi, "dewi", PLT))

    assert hasil.keadaan == "disetujui"
    assert hasil.riwayat.latest("id").oleh_id == dunia.orang["dewi"].pengguna_id


def test_sebelum_diverifikasi_dua_kali_atau_usang_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)

    with pytest.raises(PerpindahanTidakSah):
        setujui_aksi(**lanjut(dunia, aksi, "budi", SETUJU))
    with pytest.raises(VersiUsang):
        setujui_aksi(**lanjut(dunia, aksi, "budi", SETUJU, versi=1))
