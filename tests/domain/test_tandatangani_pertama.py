"""The first signature: of the official himself, while he holds the post."""

from datetime import date

import pytest

from domain.pemeran import MULAI, Dunia, Peristiwa, hitung_baris, peristiwa
from domain.perjanjian_uji import (
    TANDA_TANGAN,
    UNIT,
    diajukan,
    ditandatangani_pertama,
    ditelaah,
    lanjut,
    muat_dppa,
    naskah_kertas,
    tata,
)
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.organisasi import services as organisasi
from sakip.perjanjian.services import tandatangani_pertama


def test_camat_menandatangani_lebih_dahulu_lalu_bupati_mendapat_tugas(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)

    hasil = tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN))

    assert (hasil.keadaan, hasil.tanggal_pertama) == ("ditandatangani_1", TANDA_TANGAN)
    tugas = Tugas.objects.get(objek=pk.uuid)
    assert (tugas.peran, tugas.sasaran) == (
        "pimpinan_daerah",
        {"halaman": "satu_perjanjian", "isi": [TAHUN, UNIT, pk.nomor]},
    )
    assert hasil.riwayat.latest("id").tindakan == "tandatangani_pertama"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["budi"].pengguna_id, "perjanjian.tandatangani_pertama"
    )


@pytest.mark.parametrize("siapa", ["ani", "fitri", "gita", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = ditelaah(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tandatangani_pertama(**lanjut(dunia, pk, siapa, TANDA_TANGAN))

    assert hitung_baris() == sebelum


def test_pemegang_peran_yang_bukan_pejabatnya_tidak_mewakili(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["hari"].pengguna_id,
        peran=Peran.PIMPINAN_UNIT,
        unit=UNIT,
        mulai=MULAI,
        selesai=None,
    )

    with pytest.raises(SyaratBelumTerpenuhi, match="Pihak Pertama adalah Budi Contoh"):
        tandatangani_pertama(**lanjut(dunia, pk, "hari", TANDA_TANGAN))


def test_pejabat_yang_sudah_berganti_tidak_menandatangani(dunia: Dunia) -> None:
    r = tata(dunia)
    pk = ditelaah(dunia)
    organisasi.akhiri_penugasan(
        **dunia.dasar("sistem"),
        penugasan=r.pejabat["pertama"].uuid,
        versi=1,
        selesai=date(TAHUN, 1, 22),
    )

    with pytest.raises(SyaratBelumTerpenuhi, match="pada 23 Januari 2026"):
        tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN))


def test_yang_sudah_berbeda_dari_dpa_tidak_ditandatangani(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)
    muat_dppa(dunia, {"7.01.02": "1"}, disahkan=TANDA_TANGAN)

    with pytest.raises(SyaratBelumTerpenuhi, match="berbeda dari DPA"):
        tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN))


def test_yang_sudah_dicetak_untuk_kertas_tidak_ditandatangani_di_sistem(dunia: Dunia) -> None:
    tata(dunia)
    pk = naskah_kertas(dunia)

    with pytest.raises(SyaratBelumTerpenuhi, match="di atas kertas"):
        tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN))


def test_sebelum_ditelaah_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = diajukan(dunia)

    with pytest.raises(PerpindahanTidakSah):
        tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN))


def test_dua_kali_atau_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani_pertama(dunia)

    with pytest.raises(PerpindahanTidakSah):
        tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN))
    with pytest.raises(VersiUsang):
        tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN, versi=1))
