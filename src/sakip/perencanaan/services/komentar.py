"""Remarks on nodes: written, answered, settled."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.perencanaan.models import KomentarSimpul, Simpul

TERPANJANG = 2000


@layanan
def tulis_komentar(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    simpul: str,
    isi: str,
    balasan_dari: UUID | None = None,
) -> KomentarSimpul:
    """Remark on a node of a unit, or answer a remark; an answer to an answer joins its thread."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.KOMENTARI_RENCANA)
    baris = Simpul.objects.filter(unit_id=tempat.id, kode=simpul).first()
    if baris is None:
        raise TidakDitemukan(_("Simpul itu bukan simpul unit ini."))
    teks = isi.strip()
    if not teks:
        raise IsianTidakSah.dari(_("Komentar tidak disimpan."), {"isi": _("Tulis komentarnya.")})
    if len(teks) > TERPANJANG:
        raise IsianTidakSah.dari(
            _("Komentar tidak disimpan."),
            {"isi": _("Komentar paling panjang %s huruf.") % TERPANJANG},
        )
    induk = _utas(baris, balasan_dari) if balasan_dari is not None else None
    return KomentarSimpul.objects.create(
        instansi=instansi,
        simpul=baris,
        balasan_dari=induk,
        isi=teks,
        penulis_id=oleh.pengguna_id,
        dibuat_pada=saat,
    )


def _utas(simpul: Simpul, uuid: UUID) -> KomentarSimpul:
    """The remark that an answer belongs to, locked so that it is not settled meanwhile."""
    dijawab = KomentarSimpul.objects.filter(simpul=simpul, uuid=uuid).first()
    if dijawab is None:
        raise TidakDitemukan(_("Komentar itu bukan komentar simpul ini."))
    pangkal = dijawab.balasan_dari_id or dijawab.pk
    komentar = KomentarSimpul.objects.select_for_update(no_key=True).get(pk=pangkal)
    if komentar.selesai_pada is not None:
        raise PerpindahanTidakSah(
            _("Komentar ini sudah diselesaikan. Tulis komentar baru bila masih ada yang kurang.")
        )
    return komentar


@layanan
def selesaikan_komentar(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    komentar: UUID,
    versi: int,
) -> KomentarSimpul:
    """Call a remark settled, with all its answers."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.KOMENTARI_RENCANA)
    baris = kunci(
        KomentarSimpul.objects.filter(simpul__unit_id=tempat.id, balasan_dari=None),
        uuid=komentar,
    )
    if baris.selesai_pada is not None:
        raise PerpindahanTidakSah(_("Komentar ini sudah diselesaikan."))
    kunci(KomentarSimpul.objects.filter(pk=baris.pk), uuid=komentar, versi=versi)
    baris.selesai_oleh_id, baris.selesai_pada = oleh.pengguna_id, saat
    baris.versi += 1
    baris.save(update_fields=["selesai_oleh", "selesai_pada", "versi"])
    return baris
