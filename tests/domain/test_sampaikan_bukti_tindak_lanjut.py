"""Showing what was done, with evidence of the unit itself."""

from typing import Any
from uuid import uuid4

import pytest

from domain.evaluasi_uji import bukti, evaluasi_pada, rencanakan
from domain.pemeran import Dunia, Peristiwa, hitung_baris, menulis_langsung, peristiwa
from sakip.alur.models import Tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakBerizin, VersiUsang
from sakip.evaluasi import services
from sakip.evaluasi.models import Rekomendasi


def _isi(dunia: Dunia, r: Rekomendasi, siapa: str = "ani", **ganti: Any) -> dict[str, Any]:
    return {
        **dunia.dasar(siapa),
        "rekomendasi": r.uuid,
        "versi": r.versi,
        "bukti": uuid4(),
        "keterangan": "Pedoman ditetapkan 3 Oktober.",
    } | ganti


@pytest.fixture
def direncanakan(dunia: Dunia) -> Rekomendasi:
    return rencanakan(dunia, evaluasi_pada(dunia, "diterbitkan").rekomendasi.get(nomor=1))


def test_bukti_disampaikan_dan_ketua_mendapat_tugas(
    dunia: Dunia, direncanakan: Rekomendasi
) -> None:
    berkas = bukti(dunia)

    hasil = services.sampaikan_bukti_tindak_lanjut(**_isi(dunia, direncanakan, bukti=berkas.uuid))

    assert (hasil.keadaan, hasil.bukti_id) == ("ditindaklanjuti", berkas.pk)
    assert Tugas.objects.get(objek=hasil.uuid).peran == "evaluator_ketua"
    assert hasil.riwayat.latest("id").alasan == "Pedoman ditetapkan 3 Oktober."
    assert peristiwa(hasil)[-1] == Peristiwa(
        "update", dunia.orang["ani"].pengguna_id, "evaluasi.sampaikan_bukti_tindak_lanjut"
    )


@pytest.mark.parametrize("siapa", ["dewi", "karin", "fitri", "hari"])
def test_peran_atau_unit_lain_ditolak(dunia: Dunia, direncanakan: Rekomendasi, siapa: str) -> None:
    isian = _isi(dunia, direncanakan, siapa, bukti=bukti(dunia).uuid)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.sampaikan_bukti_tindak_lanjut(**isian)

    assert hitung_baris() == sebelum


def test_bukti_yang_tidak_ada_milik_unit_lain_atau_ditarik_ditolak(
    dunia: Dunia, direncanakan: Rekomendasi
) -> None:
    ditarik = bukti(dunia, judul="Ditarik")
    with menulis_langsung(dunia.sistem):
        type(ditarik).objects.filter(pk=ditarik.pk).update(ditarik=True)

    letak = [
        _letak(dunia, direncanakan, uuid)
        for uuid in (uuid4(), bukti(dunia, "dinas-bakung").uuid, ditarik.uuid)
    ]

    assert letak == [{"bukti"}, {"bukti"}, {"bukti"}]


def _letak(dunia: Dunia, r: Rekomendasi, uuid: Any) -> set[str]:
    with pytest.raises(IsianTidakSah) as galat:
        services.sampaikan_bukti_tindak_lanjut(**_isi(dunia, r, bukti=uuid))
    return {k.letak for k in galat.value.kesalahan}


def test_keterangan_wajib(dunia: Dunia, direncanakan: Rekomendasi) -> None:
    with pytest.raises(IsianTidakSah) as galat:
        services.sampaikan_bukti_tindak_lanjut(**_isi(dunia, direncanakan, keterangan=" "))

    assert {k.letak for k in galat.value.kesalahan} == {"keterangan", "bukti"}


def test_tanpa_rencana_dua_kali_atau_dengan_versi_usang_ditolak(
    dunia: Dunia, direncanakan: Rekomendasi
) -> None:
    terbuka = direncanakan.evaluasi.rekomendasi.get(nomor=2)
    berkas = bukti(dunia).uuid
    with pytest.raises(PerpindahanTidakSah, match="merencanakan tindak lanjut"):
        services.sampaikan_bukti_tindak_lanjut(**_isi(dunia, terbuka, bukti=berkas))

    r = services.sampaikan_bukti_tindak_lanjut(**_isi(dunia, direncanakan, bukti=berkas))

    with pytest.raises(PerpindahanTidakSah):
        services.sampaikan_bukti_tindak_lanjut(**_isi(dunia, r, bukti=berkas))
    with pytest.raises(VersiUsang):
        services.sampaikan_bukti_tindak_lanjut(**_isi(dunia, r, bukti=berkas, versi=1))
