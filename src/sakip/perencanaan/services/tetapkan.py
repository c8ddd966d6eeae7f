"""Recording that a document was laid down: from then on the database keeps it as it is."""

from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sakip.alur.mesin import Alur, Konteks, SyaratBelum, Transisi
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import DokumenVersi, JenisDokumen, RiwayatRencana
from sakip.perencanaan.selectors import periksa_versi, reviu_versi, tanpa_reviu

KONSEP, DITETAPKAN = "konsep", "ditetapkan"


def _utuh(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    wajib = [
        t
        for t in konteks["temuan"]
        if t.keparahan == kaidah.Keparahan.WAJIB and t.kode not in konteks["tidak_berlaku"]
    ]
    if not wajib:
        return None
    return SyaratBelum(
        "rencana_belum_utuh",
        ngettext(
            "%(banyak)s hal wajib diperbaiki dahulu: %(sebut)s",
            "%(banyak)s hal wajib diperbaiki dahulu: %(sebut)s",
            len(wajib),
        )
        % {
            "banyak": len(wajib),
            "sebut": " ".join(kaidah.terjemah(t.kalimat) for t in wajib[:5]),
        },
        "rencana",
    )


def _berindikator(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if konteks["indikator"]:
        return None
    return SyaratBelum(
        "rencana_tanpa_indikator", _("Dokumen ini belum memuat satu indikator pun."), "rencana"
    )


def _direviu(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if not konteks["tanpa_reviu"] or not kaidah.reviu_menahan(lingkup.pada):
        return None
    return SyaratBelum(
        "rencana_belum_direviu",
        _("Inspektorat belum mereviu konsep ini; di sini penetapan menunggunya (tafsir-0017)."),
        "tafsir-0017",
    )


# A decree on IKU names indicators; their targets stand in the plans.
TIDAK_BERLAKU = {JenisDokumen.IKU: frozenset({"indikator_tanpa_target"})}

ALUR_RENCANA = Alur(
    nama="rencana",
    awal=KONSEP,
    transisi=(
        Transisi(
            frozenset({KONSEP}),
            "tetapkan",
            DITETAPKAN,
            Tindakan.TETAPKAN_RENCANA,
            (_berindikator, _utuh, _direviu),
        ),
    ),
    sebutan={
        "tetapkan": gettext_lazy("mencatat penetapan"),
        KONSEP: gettext_lazy("konsep"),
        DITETAPKAN: gettext_lazy("ditetapkan"),
    },
)


def keadaan_versi(versi: DokumenVersi) -> str:
    """The state of a version: konsep until its date of penetapan stands."""
    return KONSEP if versi.ditetapkan is None else DITETAPKAN


@layanan
def tetapkan_rencana(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    dokumen_versi: UUID,
    versi: int,
    tanggal: date,
    dasar: str,
) -> DokumenVersi:
    """Record date and legal basis of a penetapan; what must be whole first is said all at once."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris = kunci(
        DokumenVersi.objects.filter(instansi=instansi)
        .exclude(dokumen__jenis="renaksi")
        .select_related("dokumen__unit"),
        uuid=dokumen_versi,
        versi=versi,
    )
    unit = organisasi.unit_menurut_slug(lingkup, baris.dokumen.unit.slug, Tindakan.TETAPKAN_RENCANA)
    hasil = periksa_versi(lingkup, unit, baris)
    t = ALUR_RENCANA.pindah(
        keadaan=keadaan_versi(baris),
        tindakan="tetapkan",
        lingkup=lingkup,
        jalur=unit.jalur,
        konteks={
            "temuan": hasil.temuan,
            "indikator": hasil.banyak_indikator,
            "tidak_berlaku": TIDAK_BERLAKU.get(JenisDokumen(baris.dokumen.jenis), frozenset()),
            "tanpa_reviu": tanpa_reviu(baris, reviu_versi(lingkup, unit, baris)),
        },
    )
    periksa_penetapan(baris, tanggal, dasar, lingkup.pada)
    bekukan(baris, tanggal, dasar)
    catat_penetapan(baris, t, oleh, saat)
    return baris


def periksa_penetapan(baris: DokumenVersi, tanggal: date, dasar: str, pada: date) -> None:
    """Refuse a penetapan without basis, in the future, or before that of the earlier version."""
    salah = {}
    if not dasar.strip():
        salah["dasar"] = _("Tulis nomor dan tanggal keputusannya.")
    sebelum = (
        baris.dokumen.daftar_versi.filter(nomor__lt=baris.nomor)
        .order_by("-nomor")
        .values_list("ditetapkan", flat=True)
        .first()
    )
    if tanggal > pada:
        salah["tanggal"] = _("Tanggal penetapan belum tiba; catat pada atau sesudah harinya.")
    elif sebelum is not None and tanggal < sebelum:
        salah["tanggal"] = _("Versi sebelumnya ditetapkan %s; yang ini tidak dapat mendahului.") % (
            date_format(sebelum, "j F Y")
        )
    if salah:
        raise IsianTidakSah.dari(_("Penetapan tidak dicatat."), salah)


def bekukan(baris: DokumenVersi, tanggal: date, dasar: str) -> None:
    """Set the date by which the database freezes a version; pages of its years are stale then."""
    baris.ditetapkan, baris.dasar = tanggal, dasar.strip()
    baris.versi += 1
    baris.save(update_fields=["ditetapkan", "dasar", "versi"])
    d = baris.dokumen
    naikkan_versi_data([(d.unit_id, t) for t in range(d.tahun_mulai, d.tahun_selesai + 1)])


def catat_penetapan(baris: DokumenVersi, t: Transisi, oleh: Pelaku, saat: datetime) -> None:
    """One line of history."""
    RiwayatRencana.objects.create(
        dokumen_versi=baris,
        dari=KONSEP,
        tindakan=t.tindakan,
        ke=t.ke,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=baris.dasar,
    )
