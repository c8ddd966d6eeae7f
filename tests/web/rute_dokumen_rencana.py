"""Addresses of the planning documents in the order of law."""

from datetime import date

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat
from rute_rencana import susun_tahun

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan
from sakip.perencanaan.services import tetapkan_rencana

_U = Tempatnya.UNIT
# A year that no other part lays: its Renja was laid down, or is a draft; the next has none.
BERLAKU, KONSEP, KOSONG = 2051, 2052, 2053

RUTE: dict[str, Rute] = {
    # One version only: who may look is told that there is nothing to compare.
    "beda_rencana_pdf": Rute(
        lambda t: alamat("beda_rencana_pdf", t.kode, BERLAKU, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        404,
        404,
    ),
    "dokumen_rencana": Rute(
        lambda t: alamat("dokumen_rencana", t.kode, BERLAKU, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        200,
    ),
    "mulai_dokumen": Rute(
        lambda t: alamat("mulai_dokumen", t.kode, KOSONG, t.slug),
        Tindakan.SUSUN_RENCANA,
        _U,
        200,
        302,
        lambda _t: {
            "jenis": "renja",
            "judul": "Renja",
            "tahun_mulai": KOSONG,
            "tahun_selesai": KOSONG,
            "uraian": "Meningkatnya pelayanan",
        },
    ),
    "salin_dokumen": Rute(
        lambda t: alamat("salin_dokumen", t.kode, BERLAKU, t.slug, t.benda["dokumen_berlaku"]),
        Tindakan.SUSUN_RENCANA,
        _U,
        200,
        302,
        lambda _t: {
            "jenis": "renja",
            "judul": "Renja",
            "tahun_mulai": KOSONG,
            "tahun_selesai": KOSONG,
        },
    ),
    "buka_perubahan": Rute(
        lambda t: alamat("buka_perubahan", t.kode, BERLAKU, t.slug, t.benda["dokumen_berlaku"]),
        Tindakan.SUSUN_RENCANA,
        _U,
        None,
        302,
        lambda _t: {"versi": "2", "alasan": "RKPD berubah"},
    ),
    "reviu_rencana": Rute(
        lambda t: alamat("reviu_rencana", t.kode, KONSEP, t.slug, t.benda["dokumen_konsep"]),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        302,
        lambda _t: {
            "versi": "1",
            "nomor": "700/1",
            "tanggal": "2026-01-05",
            "kesimpulan": "sesuai",
        },
        izin_post=Tindakan.REVIU_RENCANA,
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """Lay a document that holds and one that is a draft; names to put into addresses."""
    berlaku = susun_tahun(dunia, slug, penyusun, BERLAKU)
    konsep = susun_tahun(dunia, slug, penyusun, KONSEP)
    tetapkan_rencana(
        **dunia.dasar("sistem"),
        dokumen_versi=berlaku.uuid,
        versi=1,
        tanggal=date(2026, 11, 1),
        dasar="Keputusan",
    )
    return {"dokumen_berlaku": str(berlaku.uuid), "dokumen_konsep": str(konsep.uuid)}
