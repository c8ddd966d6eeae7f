"""An agreement of Dinas Anggrek at any point of its way, for the tests of what comes after it."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pypdfium2

from domain.pemeran import MULAI, Dunia, menulis_langsung
from domain.rencana_uji import TAHUN, RencanaUji, tata_rencana
from sakip.bersama.izin import Peran
from sakip.organisasi import services as organisasi
from sakip.perencanaan.models import DokumenAnggaran, RincianAnggaran
from sakip.perjanjian import services
from sakip.perjanjian.models import PerjanjianKinerja

UNIT = "dinas-anggrek"
SUSUN, TELAAH, TANDA_TANGAN = date(TAHUN, 1, 12), date(TAHUN, 1, 15), date(TAHUN, 1, 23)


def tata(dunia: Dunia) -> RencanaUji:
    """Plan, budget and both parties; Gita is also the head of the region, who signs."""
    r = tata_rencana(dunia)
    organisasi.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=dunia.orang["gita"].pengguna_id,
        peran=Peran.PIMPINAN_DAERAH,
        unit=dunia.instansi.slug,
        mulai=MULAI,
        selesai=None,
    )
    return r


def dasar(dunia: Dunia, siapa: str, hari: date) -> dict[str, Any]:
    """Who, when (ten in the morning of that day, WIB), where."""
    saat = datetime(hari.year, hari.month, hari.day, 3, tzinfo=UTC)
    return dunia.dasar(siapa) | {"saat": saat}


def buat(dunia: Dunia, **ganti: Any) -> PerjanjianKinerja:
    """Ani draws up the agreement on 12 January."""
    isi: dict[str, Any] = {**dasar(dunia, "ani", SUSUN), "unit": UNIT, "tahun": TAHUN}
    return services.susun_perjanjian(**isi | ganti)


def lanjut(
    dunia: Dunia, pk: PerjanjianKinerja, siapa: str, hari: date, **ganti: Any
) -> dict[str, Any]:
    """Arguments of an act on this agreement as it stands now."""
    pk.refresh_from_db()
    isi: dict[str, Any] = dasar(dunia, siapa, hari)
    return isi | {"perjanjian": pk.uuid, "versi": pk.versi} | ganti


def diajukan(dunia: Dunia) -> PerjanjianKinerja:
    pk = buat(dunia)
    return services.ajukan_perjanjian(**lanjut(dunia, pk, "ani", SUSUN))


def ditelaah(dunia: Dunia) -> PerjanjianKinerja:
    pk = diajukan(dunia)
    return services.telaah_perjanjian(**lanjut(dunia, pk, "fitri", TELAAH))


def ditandatangani_pertama(dunia: Dunia) -> PerjanjianKinerja:
    pk = ditelaah(dunia)
    return services.tandatangani_pertama(**lanjut(dunia, pk, "budi", TANDA_TANGAN))


def kedua(dunia: Dunia, *pk: PerjanjianKinerja, hari: date = TANDA_TANGAN) -> dict[str, Any]:
    """Arguments of Gita's signing of these agreements."""
    for satu in pk:
        satu.refresh_from_db()
    return dasar(dunia, "gita", hari) | {"perjanjian": [(s.uuid, s.versi) for s in pk]}


def ditandatangani(dunia: Dunia, hari: date = TANDA_TANGAN) -> PerjanjianKinerja:
    pk = ditandatangani_pertama(dunia)
    (hasil,) = services.tandatangani_kedua(**kedua(dunia, pk, hari=hari))
    return hasil


def naskah_kertas(dunia: Dunia, tanggal: date = TANDA_TANGAN) -> PerjanjianKinerja:
    pk = ditelaah(dunia)
    return services.terbitkan_naskah_perjanjian(**lanjut(dunia, pk, "ani", TELAAH, tanggal=tanggal))


def pindaian(pk: PerjanjianKinerja) -> bytes:
    """A picture of the last page of the issued paper: what a scanner would give."""
    assert pk.dokumen is not None
    berkas = pypdfium2.PdfDocument(bytes(pk.dokumen.berkas.isi))
    gambar = berkas[len(berkas) - 1].render(scale=2).to_pil()
    keluar = io.BytesIO()
    gambar.save(keluar, "PNG")
    return keluar.getvalue()


def muat_dppa(
    dunia: Dunia, rupiah: dict[str, str], *, disahkan: date = date(TAHUN, 10, 5), nomor: int = 2
) -> DokumenAnggaran:
    """A later budget document of Dinas Anggrek with these programs."""
    i: dict[str, Any] = {"instansi": dunia.instansi}
    with menulis_langsung(dunia.sistem):
        anggaran = DokumenAnggaran.objects.create(
            **i,
            unit_id=dunia.unit[UNIT],
            tahun=TAHUN,
            nomor=nomor,
            tahap="perubahan",
            nomor_dokumen="DPPA/contoh/2026",
            disahkan=disahkan,
        )
        RincianAnggaran.objects.bulk_create(
            RincianAnggaran(
                **i,
                anggaran=anggaran,
                kode=kode,
                nama=kode,
                tingkat="program",
                rupiah=Decimal(nilai),
                sumber_dana="APBD",
            )
            for kode, nilai in rupiah.items()
        )
    return anggaran
