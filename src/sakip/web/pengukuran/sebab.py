"""What kept figures under their target this quarter, counted over the units in reach."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sakip.bersama.izin import Tindakan
from sakip.pengukuran import selectors
from sakip.web.akses import Akses, berizin
from sakip.web.pengukuran.kata import ROMAWI


@berizin(Tindakan.LIHAT_KINERJA)
def sebab_pemda(request: HttpRequest, akses: Akses, tahun: int, triwulan: int) -> HttpResponse:
    """Causes by class, the most frequent first, each with the figures behind it."""
    s = selectors.sebab_triwulan(akses.lingkup, tahun, triwulan)
    return render(
        request,
        "web/sebab_pemda.html",
        {
            "tahun": tahun,
            "n": triwulan,
            "romawi": ROMAWI,
            "s": s,
            "temuan": _temuan(s),
            "contoh": akses.instansi.contoh,
            "pilihan_triwulan": [
                {
                    "judul": _("Triwulan %s") % ROMAWI[n],
                    "url": akses.alamat("sebab_pemda", tahun, n),
                    "aktif": n == triwulan,
                }
                for n in range(1, 5)
            ],
        },
    )


def _temuan(s: selectors.SebabTriwulan) -> str:
    """The finding: what is named most, and how often."""
    if not s.golongan:
        return _("Belum ada penyebab yang dapat dihitung")
    terbanyak = len(s.golongan[0].angka)
    atas = [g.sebutan for g in s.golongan if len(g.angka) == terbanyak]
    isi = {"sebab": _(" dan ").join(atas).capitalize(), "a": terbanyak, "b": s.banyak}
    if len(atas) == 1:
        return _("%(sebab)s paling sering disebut: %(a)s dari %(b)s angka di bawah target") % isi
    return (
        _("%(sebab)s paling sering disebut: masing-masing %(a)s dari %(b)s angka di bawah target")
        % isi
    )
