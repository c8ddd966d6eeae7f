"""Taking evidence off a figure, as long as nobody is checking it."""

import pytest

from domain.lembar_uji import sampai, siapkan, tindak
from domain.pemeran import Dunia, hitung_baris, peristiwa
from domain.periksa_uji import bukti
from domain.ukur_uji import Ukur, tambah_pengampu
from sakip.arsip.models import Bukti
from sakip.bersama.galat import PerpindahanTidakSah, TidakBerizin, TidakDitemukan
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran.models import BuktiRealisasi, Realisasi
from sakip.pengukuran.services import lepas_bukti, tautkan_bukti


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


@pytest.fixture
def ada(ukur: Ukur) -> Bukti:
    satu = bukti(ukur)
    tautkan_bukti(**_isi(ukur, "ani", satu), halaman="3")
    return satu


def _isi(u: Ukur, siapa: str, satu: Bukti) -> dict[str, object]:
    r = Realisasi.objects.get(indikator=u.indikator["iku-3"], periode__jenis="triwulan")
    return {**u.dunia.dasar(siapa), "unit": u.unit, "realisasi": r.uuid, "bukti": satu.uuid}


def _lepas(u: Ukur, satu: Bukti, siapa: str = "ani", **ganti: object) -> None:
    lepas_bukti(**_isi(u, siapa, satu) | ganti)  # type: ignore[arg-type]


def test_dilepas_dan_tetap_milik_unit_dengan_riwayatnya(ukur: Ukur, ada: Bukti) -> None:
    tautan = BuktiRealisasi.objects.get()
    sebelum = organisasi.nomor_unit(ukur.dunia.tampak(ukur.unit))

    _lepas(ukur, ada)

    assert not BuktiRealisasi.objects.exists()
    assert not Bukti.objects.get().ditarik
    assert [(p.label, p.tindakan) for p in peristiwa(tautan)] == [
        ("insert", "pengukuran.tautkan_bukti"),
        ("delete", "pengukuran.lepas_bukti"),
    ]
    assert organisasi.nomor_unit(ukur.dunia.tampak(ukur.unit)) == sebelum + 1


@pytest.mark.parametrize("siapa", ["budi", "fitri", "vera", "dewi"])
def test_peran_atau_unit_lain_ditolak(ukur: Ukur, ada: Bukti, siapa: str) -> None:
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        _lepas(ukur, ada, siapa)

    assert hitung_baris() == sebelum


def test_pengampu_indikator_lain_ditolak(ukur: Ukur, ada: Bukti) -> None:
    tambah_pengampu(ukur, "edi", "kasi-trantib", "iku-3")
    tambah_pengampu(ukur, "oman", "kasi-pelayanan", "1b")

    with pytest.raises(TidakBerizin):
        _lepas(ukur, ada, "oman")


def test_instansi_lain_tidak_ada(ukur: Ukur, lain: Dunia, ada: Bukti) -> None:
    with pytest.raises(TidakDitemukan):
        _lepas(ukur, ada, **lain.dasar("eko"))


@pytest.mark.parametrize(
    ("keadaan", "kata"),
    [("diajukan", "sedang diperiksa"), ("diverifikasi", "sudah diverifikasi"),
     ("disetujui", "sudah disetujui"), ("terkunci", "sudah terkunci")],
)  # fmt: skip
def test_yang_sedang_atau_sudah_diperiksa_tidak_dilepas(
    ukur: Ukur, ada: Bukti, keadaan: str, kata: str
) -> None:
    sampai(ukur, keadaan)

    with pytest.raises(PerpindahanTidakSah, match=kata):
        _lepas(ukur, ada)

    assert BuktiRealisasi.objects.exists()


def test_yang_dikembalikan_dapat_dilepas_dan_yang_lain_tidak(ukur: Ukur, ada: Bukti) -> None:
    lain = bukti(ukur, "Register")
    r = Realisasi.objects.get(indikator=ukur.indikator["1b"], periode__jenis="triwulan")
    tautkan_bukti(**_isi(ukur, "ani", lain) | {"realisasi": r.uuid})  # type: ignore[arg-type]
    sampai(ukur, "diverifikasi")
    tindak(ukur, "kembalikan", "budi", alasan="buktinya keliru", indikator=["iku-3"])

    _lepas(ukur, ada)
    with pytest.raises(PerpindahanTidakSah):
        _lepas(ukur, lain, realisasi=r.uuid)

    assert [b.bukti_id for b in BuktiRealisasi.objects.all()] == [lain.pk]


def test_yang_sudah_dilepas_tidak_ada_lagi(ukur: Ukur, ada: Bukti) -> None:
    _lepas(ukur, ada)

    with pytest.raises(TidakDitemukan, match="tidak ada lagi"):
        _lepas(ukur, ada)
