"""Preferences, letters and webhooks laid by hand: what the tests of messages share."""

from datetime import datetime, time, timedelta
from typing import Any

from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.bersama.izin import Peran
from sakip.kabar import services
from sakip.kabar.models import Antaran, AturKabar, JenisKabar, Ringkasan, Surat, Webhook
from sakip.kabar.services.atur import IsianAtur
from sakip.kabar.services.baca import Isi

SUREL = "ani@contoh.invalid"


def isian_atur(**ganti: Any) -> IsianAtur:
    """The form as it comes, with what a test changes."""
    return IsianAtur(
        **{
            "surel": SUREL,
            "ringkasan": Ringkasan.HARIAN,
            "hening_mulai": time(18),
            "hening_selesai": time(7),
            "hening_libur": True,
            "jenis": tuple(JenisKabar.values),
        }
        | ganti
    )


def berlangganan(dunia: Dunia, siapa: str = "ani", **ganti: Any) -> AturKabar:
    """Somebody who wants a digest at a proven address."""
    with menulis_langsung(dunia.sistem):
        return AturKabar.objects.create(
            **{
                "instansi": dunia.instansi,
                "pengguna_id": dunia.orang[siapa].pengguna_id,
                "surel": f"{siapa}@contoh.invalid",
                "surel_sah_pada": SAAT - timedelta(days=9),
                "ringkasan": Ringkasan.HARIAN,
            }
            | ganti
        )


def kabari(
    dunia: Dunia, asal: str = "a", saat: datetime = SAAT, unit: str = "dinas-anggrek"
) -> None:
    """Something new for the penyusun of the unit."""
    services.sampaikan_kabar(
        **dunia.dasar("fitri") | {"saat": saat},
        unit=unit,
        isi=Isi(
            JenisKabar.KOMENTAR,
            asal,
            "Kabar <{nomor}>",
            {"nomor": asal},
            {
                "halaman": "lembar_pengukuran",
                "isi": [2026, unit, 1],
                "jangkar": "baris-iku-2",
            },
            catatan="hanya di layar",
        ),
        peran=[Peran.PENYUSUN_UNIT],
    )


def ringkasan(dunia: Dunia, siapa: str = "ani", saat: datetime = SAAT) -> Surat | None:
    """What the worker does for one person at that moment."""
    return services.susun_ringkasan(
        oleh=dunia.sistem,
        saat=saat,
        instansi=dunia.instansi,
        pengguna_id=dunia.orang[siapa].pengguna_id,
    )


def surat_baru(dunia: Dunia) -> Surat:
    """A digest for Ani that waits in the outbox."""
    berlangganan(dunia)
    kabari(dunia)
    surat = ringkasan(dunia)
    assert surat is not None
    return surat


def webhook_baru(dunia: Dunia, siapa: str = "admin", **ganti: Any) -> Webhook:
    """A registered address outside."""
    return services.daftarkan_webhook(
        **{
            **dunia.dasar(siapa),
            "nama": "Papan",
            "alamat": "https://papan.contoh.invalid/masuk",
            "peristiwa": ["lembar.diajukan", "lembar.terlambat"],
        }
        | ganti
    )


def antaran_baru(dunia: Dunia, webhook: Webhook, nomor: int = 1) -> Antaran:
    """An event that waits for delivery."""
    with menulis_langsung(dunia.sistem):
        return Antaran.objects.create(
            instansi=dunia.instansi,
            webhook=webhook,
            peristiwa="lembar.diajukan",
            kunci=f"lembar:{nomor}",
            isi={"unit": {"nama": "Dinas Anggrek"}},
            coba_pada=SAAT,
            dibuat_pada=SAAT,
        )
