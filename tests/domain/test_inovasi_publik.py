"""What citizens see of an innovation: its effect once the figure was approved."""

from datetime import date

from domain.pemeran import Dunia, menulis_langsung
from domain.ukur_uji import tata_ukur
from sakip.manfaat import selectors, services
from sakip.pengukuran.models import CapaianMutakhir


def _dampak(semua: list[selectors.InovasiTampak]) -> list[str]:
    return [t.realisasi for i in semua for t in i.dampak]


def test_warga_melihat_dampak_sesudah_angkanya_disetujui(dunia: Dunia) -> None:
    """A figure that was only typed is seen inside; the portal waits for the head of the unit."""
    u = tata_ukur(dunia)
    services.catat_inovasi(
        **dunia.dasar("budi"),
        unit=u.unit,
        nama="Loket Cepat",
        uraian="Satu loket untuk semua surat",
        pelajaran="Pelayanan dilihat dari sisi pemohon",
        indikator="1b",
        mulai=date(2026, 1, 5),
    )
    u.isi("1b", 1, "41")
    unit = [dunia.tampak(u.unit)]

    assert _dampak(selectors.daftar_inovasi(dunia.lingkup("ani"), unit)) == ["41"]
    assert _dampak(selectors.inovasi_publik(unit)) == []

    with menulis_langsung(dunia.sistem):
        CapaianMutakhir.objects.filter(indikator__kode="1b").update(keadaan="disetujui")
    assert _dampak(selectors.inovasi_publik(unit)) == ["41"]
