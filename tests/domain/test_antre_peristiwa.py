"""Finding what webhooks are told: acts on sheets and sheets that are late, each once.

The window of the first quarter closes on Friday 10 April 2026.
"""

from datetime import date, datetime, timedelta

import pytest

from domain.kabar_uji import webhook_baru
from domain.lembar_uji import sampai, siapkan, tindak
from domain.pemeran import Dunia, hitung_baris
from domain.ukur_uji import HARI, Ukur
from sakip.bersama.galat import TidakBerizin
from sakip.bersama.jam import WIB
from sakip.kabar import services
from sakip.kabar.models import Antaran, Webhook

MARET = datetime(2026, 3, 1, tzinfo=WIB)
SEMUA = (
    "lembar.diajukan", "lembar.diverifikasi", "lembar.disetujui", "lembar.terkunci",
    "lembar.terlambat",
)  # fmt: skip


@pytest.fixture
def ukur(dunia: Dunia) -> Ukur:
    return siapkan(dunia)


def _webhook(u: Ukur, siapa: str = "admin", *peristiwa: str) -> Webhook:
    return webhook_baru(
        u.dunia, siapa, saat=MARET, peristiwa=peristiwa or SEMUA,
        alamat=f"https://{siapa}.contoh.invalid/",
    )  # fmt: skip


def _antre(u: Ukur, w: Webhook, saat: datetime = HARI[0]) -> int:
    return services.antre_peristiwa(oleh=u.dunia.sistem, saat=saat, webhook=w.uuid)


def test_setiap_tindakan_sekali_tanpa_angka_dan_tanpa_nama_orang(ukur: Ukur) -> None:
    w = _webhook(ukur)
    sampai(ukur, "terkunci")

    assert (_antre(ukur, w), _antre(ukur, w)) == (4, 0)
    assert [a.peristiwa for a in Antaran.objects.order_by("id")] == list(SEMUA[:4])
    isi = Antaran.objects.earliest("id").isi
    assert isi == {
        "peristiwa": "lembar.diajukan",
        "instansi": "99.11",
        "unit": {
            "kode": "99.11.dinas-anggrek",
            "alamat": "dinas-anggrek",
            "nama": "Dinas Anggrek",
        },
        "tahun": 2026,
        "triwulan": 1,
        "pada": "2026-04-08T02:00:00+00:00",
        "tautan": "http://127.0.0.1:8000/kerja/99.11/2026/dinas-anggrek/pengukuran/triwulan-1/",
        "contoh": True,
    }


def test_hanya_peristiwa_yang_dipilih_dan_unit_dalam_jangkauannya(ukur: Ukur) -> None:
    satu, bakung = _webhook(ukur, "admin", "lembar.terkunci"), _webhook(ukur, "admin-bakung")
    sampai(ukur, "terkunci")

    assert (_antre(ukur, satu), _antre(ukur, bakung)) == (1, 0)


def test_pengembalian_bukan_peristiwa_dan_ajuan_kedua_peristiwa_baru(ukur: Ukur) -> None:
    w = _webhook(ukur)
    sampai(ukur, "diajukan")
    tindak(ukur, "kembalikan", "vera", alasan="periksa")
    tindak(ukur, "ajukan", "ani")

    assert _antre(ukur, w) == 2


@pytest.mark.parametrize(("hari", "baru"), [(10, 0), (11, 1), (13, 1), (15, 0)])
def test_terlambat_sejak_lewat_harinya_dan_tidak_untuk_yang_lama_lewat(
    ukur: Ukur, hari: int, baru: int
) -> None:
    """What was over for more than three days when it is first looked for is no news."""
    w = _webhook(ukur)
    saat = datetime(2026, 4, hari, 9, tzinfo=WIB)

    assert (_antre(ukur, w, saat), _antre(ukur, w, saat)) == (baru, 0)
    if baru:
        assert Antaran.objects.get().isi["batas"] == date(2026, 4, 10).isoformat()


def test_yang_mati_atau_baru_hidup_tidak_mendapat_yang_lama(ukur: Ukur) -> None:
    w = _webhook(ukur)
    sampai(ukur, "diajukan")
    dasar = ukur.dunia.dasar("admin") | {"saat": HARI[0] + timedelta(hours=1), "webhook": w.uuid}

    services.ubah_webhook(**dasar, tindakan="matikan", versi=1)
    assert _antre(ukur, w, HARI[0] + timedelta(hours=2)) == 0
    services.ubah_webhook(**dasar, tindakan="hidupkan", versi=2)
    assert _antre(ukur, w, HARI[0] + timedelta(hours=2)) == 0


def test_hanya_pekerja_yang_mencari(ukur: Ukur) -> None:
    w = _webhook(ukur)
    sebelum = hitung_baris()

    with pytest.raises(TidakBerizin):
        services.antre_peristiwa(oleh=ukur.dunia.orang["admin"], saat=HARI[0], webhook=w.uuid)

    # kabar.antre_peristiwa
    assert hitung_baris() == sebelum
