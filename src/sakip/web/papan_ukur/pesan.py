"""The reminder that people really send: plain text for a chat group, with a link to each sheet."""

from collections.abc import Sequence

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.pengukuran.selectors import BarisPapan
from sakip.web.akses import Akses
from sakip.web.papan_ukur.saring import SaringanPapan, sebut_telat
from sakip.web.pengukuran.kata import ROMAWI


def pesan_wa(
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    saring: SaringanPapan,
    baris: Sequence[BarisPapan],
) -> str:
    """Who is waited for among the rows shown, how late, and where to go on; empty: nobody."""
    belum = [b for b in baris if saring.sel(b).belum]
    if not belum:
        return ""
    kepala = _(
        "Yth. Bapak/Ibu, pengukuran triwulan %(n)s %(tahun)s %(instansi)s, per %(hari)s."
    ) % {
        "n": ROMAWI[saring.triwulan],
        "tahun": tahun,
        "instansi": akses.instansi.nama,
        "hari": akses.lingkup.pada.strftime("%d-%m-%Y"),
    }
    jumlah = ngettext("%s unit belum mengajukan:", "%s unit belum mengajukan:", len(belum))
    isi = [
        f"{n}. {_satu(saring, b)}\n"
        + request.build_absolute_uri(
            akses.alamat("lembar_pengukuran", tahun, b.unit.slug, saring.triwulan)
        )
        for n, b in enumerate(belum, start=1)
    ]
    penutup = _("Mohon diselesaikan. Bila ada kendala, kabari Bagian Organisasi. Terima kasih.")
    return "\n".join((kepala, jumlah % len(belum), *isi, penutup))


def _satu(saring: SaringanPapan, b: BarisPapan) -> str:
    s = saring.sel(b)
    bagian = [
        _("%(a)s dari %(b)s angka") % {"a": s.terisi, "b": s.jumlah},
        _("dikembalikan") if s.kode == "dikembalikan" else sebut_telat(s),
    ]
    return f"{b.unit.nama}: {', '.join(k for k in bagian if k)}"
