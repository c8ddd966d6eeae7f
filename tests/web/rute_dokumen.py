"""Addresses of issued files and evidence, and the things that they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.berkas_uji import PDF_POLOS, terbitkan
from domain.pemeran import Dunia
from sakip.arsip.services import simpan_bukti
from sakip.bersama.izin import Tindakan

RUTE: dict[str, Rute] = {
    "unduh_dokumen": Rute(
        lambda t: alamat("unduh_dokumen", t.kode, t.benda["dokumen"]),
        Tindakan.LIHAT_DOKUMEN,
        Tempatnya.MILIK,
    ),
    "unduh_bukti": Rute(
        lambda t: alamat("unduh_bukti", t.kode, t.benda["bukti"]),
        Tindakan.LIHAT_KINERJA,
        Tempatnya.MILIK,
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """Lay what these addresses point at in a unit; names to put into addresses."""
    bukti = simpan_bukti(
        **dunia.dasar("sistem"),
        unit=slug,
        judul="Notulen rapat",
        nama_berkas="notulen.pdf",
        isi=PDF_POLOS,
        tahun=2026,
    )
    return {"dokumen": str(terbitkan(dunia, slug).uuid), "bukti": str(bukti.uuid)}
