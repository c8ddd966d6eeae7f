"""Addresses of a unit's evidence, and the link that they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat
from rute_pengukuran import KONSEP

from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.arsip.models import Bukti
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import UnitKerja

_U = Tempatnya.UNIT
TAHUN = 2026
TAUTAN = "https://contoh.go.id/berkas"

RUTE: dict[str, Rute] = {
    "bukti": Rute(
        lambda t: alamat("bukti", t.kode, TAHUN, t.slug),
        Tindakan.LIHAT_KINERJA,
        _U,
        200,
        302,
        lambda _t: {"url": "https://contoh.go.id/lain", "judul": "Notulen di web"},
        Tindakan.UNGGAH_BUKTI,
    ),
    "tarik_bukti": Rute(
        lambda t: alamat("tarik_bukti", t.kode, TAHUN, t.slug, t.benda["tautan"]),
        Tindakan.UNGGAH_BUKTI,
        _U,
        None,
        302,
        lambda _t: {"versi": "1"},
    ),
    "periksa_tautan": Rute(
        lambda t: alamat("periksa_tautan", t.kode, TAHUN, t.slug, t.benda["tautan"]),
        Tindakan.UNGGAH_BUKTI,
        _U,
        None,
        302,
    ),
    "lihat_bukti": Rute(
        lambda t: alamat("lihat_bukti", t.kode, t.benda["bukti"]),
        Tindakan.LIHAT_KINERJA,
        Tempatnya.MILIK,
    ),
    # Without a figure nothing can be linked or taken off (422), after the leave was seen to.
    "pilih_bukti": Rute(
        lambda t: alamat("pilih_bukti", t.kode, KONSEP[0], t.slug, KONSEP[1]),
        Tindakan.ISI_PENGUKURAN,
        _U,
        200,
        422,
    ),
    "lepas_bukti": Rute(
        lambda t: alamat("lepas_bukti", t.kode, KONSEP[0], t.slug, KONSEP[1]),
        Tindakan.ISI_PENGUKURAN,
        _U,
        None,
        422,
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """Lay what these addresses point at in a unit; names to put into addresses."""
    with menulis_langsung(dunia.sistem):
        unit = UnitKerja.objects.get(instansi=dunia.instansi, slug=slug)
        bukti = Bukti.objects.create(
            instansi=dunia.instansi,
            unit=unit,
            url=TAUTAN,
            judul="Berita di laman",
            tahun=TAHUN,
            diunggah_pada=SAAT,
        )
    return {"tautan": str(bukti.uuid)}
