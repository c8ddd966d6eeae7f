"""Addresses of proposals for a plan, and the proposals that they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.pemeran import Dunia
from sakip.bersama.izin import Tindakan
from sakip.perencanaan.services import UsulanBaru, catat_usulan

_U = Tempatnya.UNIT
TAHUN = 2054
RUTE: dict[str, Rute] = {
    "usulan": Rute(
        lambda t: alamat("usulan", t.kode, TAHUN, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        302,
        lambda _t: {"asal": "kecamatan", "daftar": "Perbaikan jembatan\tDesa Satu"},
        izin_post=Tindakan.CATAT_USULAN,
    ),
    # There is no RKPD of that year: who may draft is told so.
    "selaras_rencana": Rute(
        lambda t: alamat("selaras_rencana", t.kode, TAHUN, t.slug),
        Tindakan.LIHAT_RENCANA,
        _U,
        200,
        422,
        lambda _t: {"versi": "1", "kode": "7.01.02"},
        izin_post=Tindakan.SUSUN_RENCANA,
    ),
    "usulan_pemda": Rute(
        lambda t: alamat("usulan_pemda", t.kode, TAHUN),
        Tindakan.LIHAT_RENCANA,
        Tempatnya.INSTANSI,
        200,
        200,
    ),
    "putuskan_usulan": Rute(
        lambda t: alamat("putuskan_usulan", t.kode, TAHUN, t.slug, t.benda["usulan"]),
        Tindakan.PUTUSKAN_USULAN,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "tindakan": "tunda", "alasan": "menunggu dana"},
    ),
    "tarik_usulan": Rute(
        lambda t: alamat("tarik_usulan", t.kode, TAHUN, t.slug, t.benda["usulan"]),
        Tindakan.CATAT_USULAN,
        _U,
        None,
        302,
        lambda _t: {"versi": "1", "alasan": "tertulis dua kali"},
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """One proposal that waits for an answer."""
    (usulan,) = catat_usulan(
        **dunia.dasar(penyusun),
        unit=slug,
        tahun=TAHUN,
        daftar=[UsulanBaru("Perbaikan saluran", "kecamatan", prioritas=1)],
    )
    return {"usulan": str(usulan.uuid)}
