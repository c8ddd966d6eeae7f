"""Bringing a unit's yearly plan in line with the RKPD, line by line, as people chose."""

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.selectors import pohon_versi, selaras_rkpd
from sakip.perencanaan.services.susun import susun_rencana
from sakip.perencanaan.services.ubahan import naskah_dari, samakan


@layanan
def samakan_rencana(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    kode: Sequence[str],
    versi: int,
) -> DokumenVersi:
    """Take the lines with these official codes over from the RKPD into the unit's Renja.

    ``versi`` is that of the Renja's version the caller saw. Of a Renja that was ditetapkan a
    perubahan is opened.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.SUSUN_RENCANA)
    kini = selaras_rkpd(lingkup, tempat, tahun)
    if kini.rkpd is None or kini.renja is None:
        raise IsianTidakSah.dari(
            _("Renja tidak diubah."),
            {"kode": _("RKPD dan Renja tahun %s harus ada dahulu.") % tahun},
        )
    menurut_kode = {b.kode: b for b in kini.baris}
    asing = [k for k in kode if k not in menurut_kode]
    if asing or not kode:
        raise IsianTidakSah.dari(
            _("Renja tidak diubah."),
            {
                "kode": _("Kode “%s” tidak ada pada RKPD dan Renja ini.") % asing[0]
                if asing
                else _("Pilih sekurangnya satu baris.")
            },
        )
    naskah = naskah_dari(unit, pohon_versi(lingkup, tempat, kini.renja, tahun))
    return susun_rencana(
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        isi=samakan(naskah, [menurut_kode[k] for k in dict.fromkeys(kode)]),
        versi=versi,
        dari=kini.renja.uuid,
    )
