"""Carrying a plan into its next period, or a year of it into a yearly plan."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.perencanaan.models import DokumenVersi, JenisDokumen, RiwayatRencana
from sakip.perencanaan.selectors import pohon_versi, versi_dokumen
from sakip.perencanaan.services.dokumen import DokumenBaru, ke_masa, salah_masa
from sakip.perencanaan.services.naskah import RencanaBaru
from sakip.perencanaan.services.susun import susun_rencana
from sakip.perencanaan.services.ubahan import naskah_dari

J = JenisDokumen
# From which kind a document may be drawn, besides its own.
ASAL = {
    J.RPJMD: {J.RPJMD, J.RPD},
    J.RPD: {J.RPD, J.RPJMD},
    J.RENJA: {J.RENJA, J.RENSTRA},
    J.RKPD: {J.RKPD, J.RPJMD, J.RPD},
}


@dataclass(frozen=True, slots=True)
class HasilSalin:
    """The new konsep, and what of its source did not come along."""

    versi: DokumenVersi
    target_tertinggal: int
    pagu_tertinggal: int
    tanpa_target: int  # indicators for which no target of the new years was there


@layanan
def salin_ke_periode(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, dari: UUID, isi: DokumenBaru
) -> HasilSalin:
    """Write a new document from a version of another: tree, indicators, support.

    Targets and indicative rupiah come along only for years of the new span. Baselines stay as they
    were; whoever goes on with the konsep brings them up to date.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, isi.unit, Tindakan.SUSUN_RENCANA)
    sumber = versi_dokumen(lingkup, unit, dari)
    # One writer at a time: two documents of one kind must not come to hold for one year.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    salah = salah_masa(lingkup, unit, isi)
    if not salah and sumber.dokumen.jenis not in ASAL.get(J(isi.jenis), {isi.jenis}):
        salah["jenis"] = _("%(jenis)s tidak disalin dari %(asal)s.") % {
            "jenis": J(isi.jenis).label,
            "asal": sumber.dokumen.get_jenis_display(),
        }
    if salah:
        raise IsianTidakSah.dari(_("Dokumen belum disalin."), salah)
    lama = naskah_dari(unit.slug, pohon_versi(lingkup, unit, sumber, isi.tahun_mulai))
    baru = ke_masa(lama, isi)
    versi = susun_rencana(oleh=oleh, saat=saat, instansi=instansi, isi=baru)
    hasil = HasilSalin(
        versi=versi,
        target_tertinggal=_banyak_target(lama) - _banyak_target(baru),
        pagu_tertinggal=_banyak_pagu(lama) - _banyak_pagu(baru),
        tanpa_target=sum(not i.target for i in baru.indikator),
    )
    RiwayatRencana.objects.create(
        dokumen_versi=versi,
        dari="",
        tindakan="salin",
        ke="konsep",
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=_(
            "Disalin dari %(judul)s. Tidak ikut, karena di luar masa: %(target)s target dan "
            "%(pagu)s pagu. Keadaan awal dibiarkan seperti semula."
        )
        % {
            "judul": sumber.dokumen.judul,
            "target": hasil.target_tertinggal,
            "pagu": hasil.pagu_tertinggal,
        },
    )
    return hasil


def _banyak_target(isi: RencanaBaru) -> int:
    return sum(len(i.target) for i in isi.indikator)


def _banyak_pagu(isi: RencanaBaru) -> int:
    return sum(len(s.pagu) for s in isi.simpul)
