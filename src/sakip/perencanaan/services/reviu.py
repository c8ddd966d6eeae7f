"""The review of a plan by the Inspektorat, while it is still a draft."""

from datetime import date, datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan.models import DokumenVersi, JenisDokumen, KesimpulanReviu, ReviuRencana

PANJANG_NOMOR = 80
TERDINI = 3  # years before its first one that a document may be reviewed
# What the Inspektorat reviews (tafsir-0017).
DIREVIU = frozenset(
    {
        JenisDokumen.RPJMD,
        JenisDokumen.RPD,
        JenisDokumen.RENSTRA,
        JenisDokumen.RKPD,
        JenisDokumen.RENJA,
    }
)


@layanan
def catat_reviu_rencana(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    dokumen_versi: UUID,
    versi: int,
    nomor: str,
    tanggal: date | None,
    kesimpulan: str,
    catatan: str = "",
) -> ReviuRencana:
    """Record letter, day and conclusion of a review; ``versi`` is the konsep that was reviewed."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.REVIU_RENCANA)
    baris = kunci(
        DokumenVersi.objects.filter(instansi=instansi).select_related("dokumen__unit"),
        uuid=dokumen_versi,
        versi=versi,
    )
    dokumen = baris.dokumen
    unit = organisasi.unit_menurut_slug(lingkup, dokumen.unit.slug, Tindakan.REVIU_RENCANA)
    if dokumen.jenis not in DIREVIU:
        raise PerpindahanTidakSah(_("%s tidak direviu Inspektorat.") % dokumen.get_jenis_display())
    if baris.ditetapkan is not None:
        raise PerpindahanTidakSah(_("Dokumen ini sudah ditetapkan; reviu mendahului penetapan."))
    salah = _salah(baris, nomor.strip(), tanggal, kesimpulan, catatan, lingkup.pada)
    if salah or tanggal is None:
        raise IsianTidakSah.dari(_("Reviu belum dicatat."), salah)
    reviu = ReviuRencana.objects.create(
        instansi=instansi,
        dokumen_versi=baris,
        nomor=nomor.strip(),
        tanggal=tanggal,
        kesimpulan=kesimpulan,
        catatan=catatan.strip(),
        pencatat_id=oleh.pengguna_id,
        dicatat_pada=saat,
    )
    naikkan_versi_data(
        [(unit.id, t) for t in range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)]
    )
    return reviu


def _salah(  # noqa: PLR0913, PLR0917
    baris: DokumenVersi,
    nomor: str,
    tanggal: date | None,
    kesimpulan: str,
    catatan: str,
    pada: date,
) -> dict[str, str]:
    salah = {}
    if not nomor or len(nomor) > PANJANG_NOMOR:
        salah["nomor"] = _("Tulis nomor suratnya, paling panjang %s huruf.") % PANJANG_NOMOR
    elif baris.reviu.filter(nomor=nomor).exists():
        salah["nomor"] = _("Reviu dengan nomor itu sudah dicatat.")
    if tanggal is None:
        salah["tanggal"] = _("Pilih tanggalnya.")
    elif tanggal > pada:
        salah["tanggal"] = _("Tanggal reviu belum tiba.")
    elif tanggal.year < min(baris.dokumen.tahun_mulai, pada.year) - TERDINI:
        salah["tanggal"] = _("Tanggal reviu jauh mendahului dokumennya; periksa tahunnya.")
    if kesimpulan not in KesimpulanReviu.values:
        salah["kesimpulan"] = _("Pilih: %s.") % ", ".join(KesimpulanReviu.values)
    elif kesimpulan != KesimpulanReviu.SESUAI and not catatan.strip():
        salah["catatan"] = _("Tulis apa yang perlu diperbaiki.")
    return salah
