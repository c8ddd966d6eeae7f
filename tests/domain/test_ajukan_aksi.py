"""Handing a plan of action in: nothing that does not add up goes unanswered."""

import pytest

from domain.aksi_uji import SUSUN, buat, diajukan, lanjut, tata_aksi, terjawab
from domain.pemeran import Dunia, Peristiwa, hitung_baris, peristiwa
from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.alur.models import Tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.perjanjian.services import IsianAksi, IsianLangkah, ajukan_aksi, ubah_aksi


def test_yang_terjawab_diajukan_kepada_verifikator(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = terjawab(dunia)

    hasil = ajukan_aksi(**lanjut(dunia, aksi, "ani", SUSUN))

    assert hasil.keadaan == "diajukan"
    assert Tugas.objects.get(objek=aksi.uuid).peran == "verifikator_unit"
    assert hasil.riwayat.latest("id").tindakan == "ajukan"
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "perjanjian.ajukan_aksi"
    )


def test_selisih_yang_belum_dijawab_menghalangi(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = buat(dunia)
    sebelum = hitung_baris()

    with pytest.raises(SyaratBelumTerpenuhi, match="Persentase pengaduan selesai") as galat:
        ajukan_aksi(**lanjut(dunia, aksi, "ani", SUSUN))

    assert [s.kode for s in galat.value.syarat] == ["rekonsiliasi"]
    assert hitung_baris() == sebelum


def test_langkah_tanpa_waktu_menghalangi(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = terjawab(dunia)
    satu = aksi.langkah.get(kode="7.01.06")
    isian = IsianAksi(langkah={satu.uuid: IsianLangkah("x", ())})
    ubah_aksi(**lanjut(dunia, aksi, "ani", SUSUN, isian=isian))

    with pytest.raises(SyaratBelumTerpenuhi, match=r"Pilih triwulan .* 7\.01\.06"):
        ajukan_aksi(**lanjut(dunia, aksi, "ani", SUSUN))


@pytest.mark.parametrize("siapa", ["budi", "hari", "dewi"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, siapa: str) -> None:
    tata_aksi(dunia)
    aksi = terjawab(dunia)

    with pytest.raises(TidakBerizin):
        ajukan_aksi(**lanjut(dunia, aksi, siapa, SUSUN))


def test_dua_kali_atau_versi_usang_ditolak(dunia: Dunia) -> None:
    tata_aksi(dunia)
    aksi = diajukan(dunia)

    with pytest.raises(PerpindahanTidakSah):
        ajukan_aksi(**lanjut(dunia, aksi, "ani", SUSUN))
    with pytest.raises(VersiUsang):
        ajukan_aksi(**lanjut(dunia, aksi, "ani", SUSUN, versi=1))
