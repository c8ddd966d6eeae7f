"""A measured unit with more: an indicator of months, one that is broken down, and their window."""

from datetime import date
from decimal import Decimal
from typing import Any

from domain.pemeran import Dunia, menulis_langsung
from domain.ukur_uji import TAHUN, Ukur, tata_ukur
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran import services
from sakip.pengukuran.services import IsianSel
from sakip.perencanaan.models import DokumenVersi, Indikator, IndikatorVersi, TargetVersi

BULANAN = {"jenis_nilai": "bilangan", "frekuensi": "bulanan", "agregasi": "jumlah"}
ADUAN = {"jenis_nilai": "rasio", "frekuensi": "bulanan", "agregasi": "rasio_kumulatif"}
LATIH = {
    "jenis_nilai": "rasio",
    "frekuensi": "triwulan",
    "agregasi": "rasio_kumulatif",
    "pilahan": ["jenis_kelamin", "kecamatan", "entah"],
}


def tata_kisi(dunia: Dunia) -> Ukur:
    """``kunjungan`` (months that add up), ``pungli`` (shares by month), ``latih`` (broken down)."""
    u = tata_ukur(dunia)
    with menulis_langsung(dunia.sistem):
        versi = DokumenVersi.objects.get(dokumen__unit_id=dunia.unit[u.unit])
        baru = DokumenVersi.objects.create(
            instansi=dunia.instansi, dokumen=versi.dokumen, nomor=2, sifat_versi="perubahan"
        )
        for model in (IndikatorVersi, TargetVersi):
            for baris in model.objects.filter(dokumen_versi=versi):
                baris.pk, baris.dokumen_versi = None, baru
                baris.uuid = type(baris)._meta.get_field("uuid").get_default()
                baris.save(force_insert=True)
        for kode, isi, target in (
            ("kunjungan", BULANAN, "1200"),
            ("pungli", ADUAN, "90"),
            ("latih", LATIH, "80"),
        ):
            _tambah(u, baru, kode, isi, target)
        baru.ditetapkan = date(2026, 1, 2)
        baru.save(update_fields=["ditetapkan"])
    return u


def _tambah(u: Ukur, versi: DokumenVersi, kode: str, isi: dict[str, Any], target: str) -> None:
    i, unit_id = {"instansi": u.dunia.instansi}, u.dunia.unit[u.unit]
    u.indikator[kode] = Indikator.objects.create(**i, unit_id=unit_id, kode=kode)
    IndikatorVersi.objects.create(
        **i,
        indikator=u.indikator[kode],
        dokumen_versi=versi,
        nama=f"Indikator {kode}",
        arah="naik_baik",
        urutan=50 + len(u.indikator),
        **isi,
    )
    TargetVersi.objects.create(
        **i,
        indikator=u.indikator[kode],
        unit_id=unit_id,
        periode=organisasi.periode(TAHUN),
        dokumen_versi=versi,
        nilai=Decimal(target),
        teks=target,
    )


def bulan(u: Ukur, kode: str, nomor: int, teks: str, **ganti: Any) -> services.HasilIsi:
    """One month on the sheet of its quarter."""
    isi = {
        **u.dasar(u.penyusun, (nomor - 1) // 3 + 1),
        "indikator": kode,
        "isian": IsianSel(teks=teks),
        "versi": 0,
        "bulan": nomor,
    }
    return services.isi_realisasi(**isi | ganti)
