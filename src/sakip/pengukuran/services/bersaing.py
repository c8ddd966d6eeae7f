"""Two people at one cell: whose value stands there, and what the other one typed."""

from django.utils.translation import gettext as _

from sakip.akun.models import Pengguna
from sakip.bersama.galat import VersiUsang
from sakip.pengukuran.models import Realisasi


class AngkaBersaing(VersiUsang):
    """Somebody wrote this cell since the person opened it; both values are kept to choose from."""

    def __init__(self, r: Realisasi | None, teks: str, *, versi: int) -> None:
        self.teks_anda = teks.strip()
        self.teks_tersimpan = r.teks if r else ""
        nama = _penulis(r) if r else ""
        pola = _(
            "%(siapa)s sudah mengubah sel ini sejak Anda membukanya; kini tertulis “%(kini)s”, "
            "Anda mengetik “%(anda)s”. Pilih salah satunya."
        )
        super().__init__(
            pola
            % {
                "siapa": nama or _("Orang lain"),
                "kini": self.teks_tersimpan or "–",
                "anda": self.teks_anda or "–",
            },
            milik_anda=versi,
            tersimpan=r.versi if r else 0,
        )


def _penulis(r: Realisasi) -> str:
    """Who wrote the row last, as its history says; empty when a program did. Two queries."""
    riwayat = Realisasi.pgh_event_model  # type: ignore[attr-defined]
    penulis = (
        riwayat.objects.filter(pgh_obj_id=r.pk)
        .order_by("-pgh_id")
        .values_list("pgh_context__metadata__pengguna", flat=True)
        .first()
    )
    nama = Pengguna.objects.filter(pk=penulis).values_list("nama", flat=True).first()
    return nama or ""
