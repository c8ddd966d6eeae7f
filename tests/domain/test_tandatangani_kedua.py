"""The second signature: several at once, issues the document, ends the agreement before."""

from datetime import date

import pytest
from django.db.backends.postgresql.psycopg_any import DateRange

from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from domain.perjanjian_uji import (
    TANDA_TANGAN,
    buat,
    dasar,
    ditandatangani,
    ditandatangani_pertama,
    ditelaah,
    kedua,
    lanjut,
    muat_dppa,
    tata,
)
from domain.rencana_uji import TAHUN
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.bersama.izin import Peran
from sakip.perjanjian import selectors
from sakip.perjanjian.models import PerjanjianKinerja
from sakip.perjanjian.services import (
    ajukan_perjanjian,
    tandatangani_kedua,
    tandatangani_pertama,
    telaah_perjanjian,
)


def _perubahan(dunia: Dunia, hari: date) -> PerjanjianKinerja:
    """A change because of a DPPA, signed by both on one day."""
    muat_dppa(dunia, {"7.01.02": "162000000", "7.01.06": "58000000"})
    pk = buat(dunia, **dasar(dunia, "ani", hari), sebab="anggaran", alasan="DPPA disahkan")
    ajukan_perjanjian(**lanjut(dunia, pk, "ani", hari))
    telaah_perjanjian(**lanjut(dunia, pk, "fitri", hari))
    tandatangani_pertama(**lanjut(dunia, pk, "budi", hari))
    (hasil,) = tandatangani_kedua(**kedua(dunia, pk, hari=hari))
    return hasil


def test_tanda_tangan_kedua_menerbitkan_dan_memberlakukan(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani_pertama(dunia)

    (hasil,) = tandatangani_kedua(**kedua(dunia, pk))

    assert (hasil.keadaan, hasil.tanggal_kedua) == ("ditandatangani", TANDA_TANGAN)
    hasil.refresh_from_db()
    assert hasil.berlaku == DateRange(date(TAHUN, 1, 1), date(TAHUN + 1, 1, 1))
    assert hasil.dokumen is not None
    assert hasil.dokumen.judul == "Perjanjian Kinerja Tahun 2026 Dinas Anggrek"
    assert bytes(hasil.dokumen.berkas.isi).startswith(b"%PDF")
    assert hasil.dokumen.bahan["isi"]["kepala"]["tanggal"] == "2026-01-23"
    assert hasil.riwayat.latest("id").tindakan == "tandatangani_kedua"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["gita"].pengguna_id, "perjanjian.tandatangani_kedua"
    )


def test_tugas_dpa_selesai_dan_rencana_aksi_menunggu(dunia: Dunia) -> None:
    r = tata(dunia)
    with menulis_langsung(dunia.sistem):
        proyeksikan_tugas(
            instansi_id=dunia.instansi.pk,
            alur="anggaran",
            objek=r.anggaran.uuid,
            tugas=(TugasBaru(Peran.PENYUSUN_UNIT, r.anggaran.unit_id, "Susun PK"),),
            saat=dasar(dunia, "ani", TANDA_TANGAN)["saat"],
        )

    pk = ditandatangani(dunia)

    sisa = Tugas.objects.filter(unit_id=pk.unit_id).values_list("alur", "objek", "peran")
    assert list(sisa) == [("rencana_aksi", pk.uuid, "penyusun_unit")]


def test_perubahan_mengakhiri_yang_lama_sehari_sebelumnya(dunia: Dunia) -> None:
    tata(dunia)
    lama = ditandatangani(dunia)
    hari = date(TAHUN, 10, 16)

    baru = _perubahan(dunia, hari)

    lama.refresh_from_db()
    baru.refresh_from_db()
    assert lama.berlaku == DateRange(date(TAHUN, 1, 1), hari)  # 1 January to 15 October
    assert baru.berlaku == DateRange(hari, date(TAHUN + 1, 1, 1))
    assert lama.dokumen is not None
    assert lama.dokumen.pengganti == baru.dokumen
    assert lama.anggaran_program.get(kode="7.01.02").rupiah == 186000000
    assert selectors.perlu_perubahan(dunia.lingkup("fitri"), TAHUN) == []


@pytest.mark.parametrize("siapa", ["ani", "budi", "fitri", "dewi"])
def test_peran_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata(dunia)
    pk = ditandatangani_pertama(dunia)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        tandatangani_kedua(**kedua(dunia, pk) | dasar(dunia, siapa, TANDA_TANGAN))

    assert hitung_baris() == sebelum


def test_sebelum_pihak_pertama_ditolak_dan_tidak_satu_pun_tertandatangani(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditelaah(dunia)
    sebelum = hitung_baris()

    with pytest.raises(PerpindahanTidakSah, match="“ditelaah”"):
        tandatangani_kedua(**kedua(dunia, pk))

    assert hitung_baris() == sebelum


def test_kepala_daerah_yang_berganti_tidak_menandatangani(dunia: Dunia) -> None:
    r = tata(dunia)
    pk = ditandatangani_pertama(dunia)
    with menulis_langsung(dunia.sistem):
        kursi = r.pejabat["kedua"]
        kursi.masa = DateRange(date(2024, 1, 1), TANDA_TANGAN)
        kursi.save(update_fields=["masa"])

    with pytest.raises(SyaratBelumTerpenuhi, match="Gita Contoh tidak menjabat"):
        tandatangani_kedua(**kedua(dunia, pk))


def test_tanpa_pilihan_dua_kali_atau_versi_usang_ditolak(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani(dunia)

    with pytest.raises(IsianTidakSah, match="Belum ada yang ditandatangani"):
        tandatangani_kedua(**kedua(dunia))
    with pytest.raises(PerpindahanTidakSah):
        tandatangani_kedua(**kedua(dunia, pk))
    with pytest.raises(VersiUsang):
        tandatangani_kedua(**dasar(dunia, "gita", TANDA_TANGAN), perjanjian=[(pk.uuid, 1)])


def test_terlambat_dihitung_dalam_hari_kerja(dunia: Dunia) -> None:
    tata(dunia)
    pk = ditandatangani(dunia, hari=date(TAHUN, 2, 10))

    # Due on Thursday 5 February; Friday 6, Monday 9 and Tuesday 10 are three working days later.
    tenggat = selectors.tenggat_perjanjian(pk)
    assert tenggat == date(TAHUN, 2, 5)
    assert selectors.hari_terlambat(pk, tenggat, date(TAHUN, 11, 24)) == 3
