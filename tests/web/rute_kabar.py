"""Addresses of the inbox, its preferences and webhooks, and the things that they need."""

from bentuk_rute import Rute, Tempatnya
from jelajah import alamat

from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.bersama.izin import Tindakan
from sakip.kabar.models import Webhook

_I, _M = Tempatnya.INSTANSI, Tempatnya.MILIK
RUTE: dict[str, Rute] = {
    "kabar": Rute(
        lambda t: alamat("kabar", t.kode),
        Tindakan.LIHAT_KINERJA,
        _I,
        200,
        302,
        lambda _t: {"sampai": SAAT.isoformat()},
    ),
    "jumlah_kabar": Rute(
        lambda t: alamat("jumlah_kabar", t.kode), Tindakan.LIHAT_KINERJA, _I, 200, 200
    ),
    "atur_kabar": Rute(
        lambda t: alamat("atur_kabar", t.kode),
        Tindakan.LIHAT_KINERJA,
        _I,
        200,
        302,
        lambda _t: {
            "surel": "",
            "ringkasan": "mati",
            "hening_mulai": "18:00",
            "hening_selesai": "07:00",
            "jenis": ["tugas"],
            "versi": "0",
        },
    ),
    "webhook": Rute(
        lambda t: alamat("webhook", t.kode),
        Tindakan.KELOLA_WEBHOOK,
        _I,
        200,
        200,
        lambda _t: {
            "nama": "Papan",
            "alamat": "https://papan.contoh.invalid/masuk",
            "peristiwa": ["lembar.diajukan"],
        },
    ),
    "ubah_webhook": Rute(
        lambda t: alamat("ubah_webhook", t.kode, t.benda["webhook"]),
        Tindakan.KELOLA_WEBHOOK,
        _M,
        None,
        302,
        lambda _t: {"tindakan": "matikan", "versi": "1"},
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """A webhook of the unit."""
    with menulis_langsung(dunia.sistem):
        satu = Webhook.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit[slug],
            nama="Penerima",
            alamat=f"https://{slug}.contoh.invalid/",
            peristiwa=["lembar.terkunci"],
            aktif_sejak=SAAT,
            dibuat_pada=SAAT,
        )
    return {"webhook": str(satu.uuid)}
