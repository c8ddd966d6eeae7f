"""Beginning a planning document, and opening a changed version of one that was laid down."""

from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    JenisDokumen,
    JenisSimpul,
    RiwayatRencana,
)
from sakip.perencanaan.selectors import pohon_versi, tahap_unit, versi_berlaku
from sakip.perencanaan.services.naskah import RencanaBaru, SimpulBaru
from sakip.perencanaan.services.salinan import salin_isi
from sakip.perencanaan.services.susun import susun_rencana, versi_baru
from sakip.perencanaan.services.ubahan import naskah_dari

# Documents that open with a vision; the others with what is to be reached.
BERVISI = frozenset({JenisDokumen.RPJPD, JenisDokumen.RPJMD})


@dataclass(frozen=True, slots=True)
class DokumenBaru:
    """A document to begin: whose, its kind, name and span, and the words of its first node.

    A decree on IKU takes its nodes from the plan that holds in its first year; ``uraian`` is then
    not asked for.
    """

    unit: str
    jenis: str
    judul: str
    tahun_mulai: int
    tahun_selesai: int
    uraian: str = ""


@layanan
def mulai_dokumen(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, isi: DokumenBaru
) -> DokumenVersi:
    """Begin a document of the law as a konsep."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, isi.unit, Tindakan.SUSUN_RENCANA)
    # One writer at a time: two documents of one kind must not come to hold for one year.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    salah = salah_masa(lingkup, unit, isi)
    naskah = None
    if isi.jenis == JenisDokumen.IKU:
        naskah = _naskah_iku(lingkup, unit, isi)
        if naskah is None and not salah:
            salah["jenis"] = (
                _("Belum ada rencana %s yang berlaku dengan indikator bertanda IKU.")
                % isi.tahun_mulai
            )
    elif not isi.uraian.strip():
        salah["uraian"] = _("Tulis uraiannya; simpul lain ditambahkan sesudahnya.")
    if salah:
        raise IsianTidakSah.dari(_("Dokumen belum dimulai."), salah)
    return susun_rencana(
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        isi=naskah or _naskah_awal(isi, contoh=instansi.contoh),
    )


def salah_masa(lingkup: Lingkup, unit: UnitTampak, isi: DokumenBaru) -> dict[str, str]:
    """Faults of kind and span: not this unit's, too long, or a second one for the same years."""
    tahap = next((t for t in tahap_unit(unit, lingkup.pada) if isi.jenis in t.jenis), None)
    if tahap is None or isi.jenis not in JenisDokumen.values:
        return {"jenis": _("%s tidak menyusun dokumen jenis itu.") % unit.nama}
    if not kaidah.masa_sah(tahap, isi.tahun_mulai, isi.tahun_selesai):
        return {"tahun_selesai": sebut_masa(tahap)}
    lain = DokumenPerencanaan.objects.filter(
        unit_id=unit.id,
        jenis__in=tahap.jenis,
        tahun_mulai__lte=isi.tahun_selesai,
        tahun_selesai__gte=isi.tahun_mulai,
    ).first()
    if lain is not None:
        return {
            "tahun_mulai": _("Sudah ada “%s” untuk tahun itu; buka versi perubahannya.")
            % lain.judul
        }
    return {}


def sebut_masa(tahap: kaidah.Tahap) -> str:
    """How long a document of this step lasts."""
    if tahap.masa is None:
        return _("Tahun akhirnya mendahului tahun awalnya.")
    if tahap.masa == 1:
        return _("%s untuk satu tahun.") % tahap.sebutan
    return _("%(sebutan)s lebih dari satu tahun dan paling lama %(masa)s tahun.") % {
        "sebutan": tahap.sebutan,
        "masa": tahap.masa,
    }


def _naskah_awal(isi: DokumenBaru, *, contoh: bool) -> RencanaBaru:
    bervisi = isi.jenis in BERVISI
    simpul = SimpulBaru(
        "v1" if bervisi else "t1",
        JenisSimpul.VISI if bervisi else JenisSimpul.TUJUAN,
        isi.uraian,
    )
    return RencanaBaru(
        unit=isi.unit,
        jenis=isi.jenis,
        judul=isi.judul,
        tahun_mulai=isi.tahun_mulai,
        tahun_selesai=isi.tahun_selesai,
        sifat=Sifat.CONTOH if contoh else Sifat.ASLI,
        simpul=(simpul,),
    )


def _naskah_iku(lingkup: Lingkup, unit: UnitTampak, isi: DokumenBaru) -> RencanaBaru | None:
    """The indicators marked IKU of the plan in force with the nodes above them, without targets."""
    versi = versi_berlaku(lingkup, unit, isi.tahun_mulai)
    if versi is None:
        return None
    naskah = naskah_dari(unit.slug, pohon_versi(lingkup, unit, versi, isi.tahun_mulai))
    iku = tuple(replace(i, target=()) for i in naskah.indikator if i.iku)
    if not iku:
        return None
    induk = {s.kode: s.induk for s in naskah.simpul}
    dipakai: set[str] = set()
    for i in iku:
        kode: str | None = i.simpul
        while kode in induk and kode not in dipakai:
            dipakai.add(kode)
            kode = induk[kode]
    return replace(
        ke_masa(naskah, isi),
        simpul=tuple(replace(s, pagu=()) for s in naskah.simpul if s.kode in dipakai),
        indikator=iku,
        dukungan=(),
    )


def ke_masa(lama: RencanaBaru, isi: DokumenBaru) -> RencanaBaru:
    """The same content for other years."""
    masa = range(isi.tahun_mulai, isi.tahun_selesai + 1)
    return replace(
        lama,
        jenis=isi.jenis,
        judul=isi.judul,
        tahun_mulai=isi.tahun_mulai,
        tahun_selesai=isi.tahun_selesai,
        perubahan=False,
        simpul=tuple(
            replace(s, pagu=tuple((t, r) for t, r in s.pagu if t in masa)) for s in lama.simpul
        ),
        indikator=tuple(
            replace(i, target=tuple(t for t in i.target if t.tahun in masa)) for i in lama.indikator
        ),
    )


@layanan
def buka_perubahan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    dokumen_versi: UUID,
    versi: int,
    alasan: str,
) -> DokumenVersi:
    """Open a changed version beside the last one that was laid down: a whole copy, as konsep."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lama = kunci(
        DokumenVersi.objects.filter(instansi=instansi)
        .exclude(dokumen__jenis=JenisDokumen.RENAKSI)
        .select_related("dokumen__unit"),
        uuid=dokumen_versi,
        versi=versi,
    )
    dokumen = lama.dokumen
    unit = organisasi.unit_menurut_slug(lingkup, dokumen.unit.slug, Tindakan.SUSUN_RENCANA)
    # One writer at a time: two konsep of one document must not come to be.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    if lama.ditetapkan is None:
        raise PerpindahanTidakSah(_("Versi ini masih konsep dan dapat diubah langsung."))
    if dokumen.daftar_versi.filter(nomor__gt=lama.nomor).exists():
        raise PerpindahanTidakSah(
            _("Sudah ada versi sesudahnya; perubahan dibuka dari versi terakhir.")
        )
    if not alasan.strip():
        raise IsianTidakSah.dari(
            _("Versi perubahan belum dibuka."),
            {"alasan": _("Tulis alasannya atau dasar hukumnya; ia disimpan dalam riwayat.")},
        )
    baru = versi_baru(dokumen, lama)
    salin_isi(lama, baru)
    RiwayatRencana.objects.create(
        dokumen_versi=baru,
        dari="ditetapkan",
        tindakan="buka_perubahan",
        ke="konsep",
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=alasan.strip(),
    )
    naikkan_versi_data(
        [(unit.id, t) for t in range(dokumen.tahun_mulai, dokumen.tahun_selesai + 1)]
    )
    return baru
