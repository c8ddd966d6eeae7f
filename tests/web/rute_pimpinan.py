"""Addresses of the leader's pages and of the way down from them, and what they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.bersama.izin import Tindakan
from sakip.pengukuran.models import Prioritas
from sakip.perencanaan.models import Indikator

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
RUTE: dict[str, Rute] = {
    "pimpinan": Rute(
        lambda t: alamat("pimpinan", t.kode, 2025), Tindakan.LIHAT_RINGKASAN_PIMPINAN, _I, 200, 200
    ),
    "prioritas": Rute(
        lambda t: alamat("prioritas", t.kode, 2025),
        Tindakan.LIHAT_RINGKASAN_PIMPINAN,
        _I,
        200,
        422,
        izin_post=Tindakan.ATUR_PRIORITAS,
    ),
    "lepas_prioritas": Rute(
        lambda t: alamat("lepas_prioritas", t.kode, 2025, t.benda["prioritas"]),
        Tindakan.ATUR_PRIORITAS,
        _U,
        None,
        422,
        lambda _t: {"versi": "1", "alasan": ""},
    ),
    "telusur": Rute(
        lambda t: alamat("telusur", t.kode, 2025, t.slug), Tindakan.LIHAT_KINERJA, _U, 200, 200
    ),
    "telusur_indikator": Rute(
        lambda t: alamat("telusur_indikator", t.kode, 2025, t.slug, "ikm"),
        Tindakan.LIHAT_KINERJA,
        _U,
        200,
        200,
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """A priority on the unit's own indicator."""
    with menulis_langsung(dunia.sistem):
        satu = Prioritas.objects.create(
            instansi=dunia.instansi,
            indikator=Indikator.objects.filter(unit_id=dunia.unit[slug], ditarik=False)[0],
            tahun=2025,
            urutan=1,
            alasan="Janji kampanye",
            disematkan_pada=SAAT,
        )
    return {"prioritas": str(satu.uuid)}
