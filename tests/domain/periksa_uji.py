"""A checklist of fourteen desa for IKU-2, and evidence to show: what its tests share."""

from datetime import date, datetime
from typing import Any

from domain.pemeran import menulis_langsung
from domain.ukur_uji import HARI, TAHUN, Ukur
from sakip.arsip.models import Berkas, Bukti
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran import selectors, services
from sakip.pengukuran.models import HasilUji, ObjekPeriksa, Uji
from sakip.pengukuran.services import IsianUji, UjiBaru

DESA = tuple(f"Desa {h}" for h in "ABCDEFGHIJKLMN")
UJI = (("A", 1), ("B", 1), ("E", 3))


def tata_daftar(u: Ukur) -> None:
    """Tests A and B count from the first quarter, E from the third."""
    services.atur_daftar_periksa(
        **u.dunia.dasar("ani"),
        unit=u.unit,
        indikator="iku-2",
        objek=DESA,
        uji=[
            UjiBaru(k, f"Uji {k}", "akhir triwulan", organisasi.periode(TAHUN, "triwulan", n))
            for k, n in UJI
        ],
    )


def bukti(
    u: Ukur, judul: str = "Perdes", *, tahun: int = TAHUN, tanggal: date | None = None
) -> Bukti:
    """Evidence of the unit, laid directly."""
    d = u.dunia
    with menulis_langsung(d.sistem):
        berkas, _baru = Berkas.objects.get_or_create(
            instansi=d.instansi,
            sha256=judul.encode().hex().ljust(64, "0")[:64],
            defaults={
                "ukuran": 1, "jenis": "application/pdf", "isi": b"x", "disimpan_pada": HARI[0],
            },
        )  # fmt: skip
        return Bukti.objects.create(
            instansi=d.instansi,
            unit_id=d.unit[u.unit],
            berkas=berkas,
            judul=judul,
            nama_berkas=f"{judul}.pdf",
            tahun=tahun,
            tanggal=tanggal,
            diunggah_pada=HARI[0],
        )


def uji(u: Ukur, desa: str, kode: str, **ganti: Any) -> HasilUji:
    """Record one cell; with evidence unless told otherwise."""
    saat: datetime = ganti.pop("saat", HARI[0])
    siapa = ganti.pop("siapa", "ani")
    o = ObjekPeriksa.objects.get(indikator=u.indikator["iku-2"], nama=desa)
    satu = Uji.objects.get(indikator=u.indikator["iku-2"], kode=kode)
    ada = HasilUji.objects.filter(objek=o, uji=satu).first()
    isi = {"objek": o.uuid, "uji": satu.uuid, "terpenuhi": True, "bukti": None}
    return services.catat_uji(
        oleh=u.dunia.pelaku(siapa),
        saat=saat,
        instansi=u.dunia.instansi,
        unit=u.unit,
        indikator="iku-2",
        versi=ganti.pop("versi", ada.versi if ada else 0),
        isian=IsianUji(**isi | ganti),
    )


def hitungan(u: Ukur, n: int, batas: date) -> selectors.Hitungan:
    return selectors.daftar_periksa(
        u.dunia.lingkup("ani", batas),
        u.dunia.tampak(u.unit),
        u.indikator["iku-2"].pk,
        organisasi.periode(TAHUN, "triwulan", n),
        batas,
    ).hitungan
