"""The comparison of two versions of a plan as a PDF."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.dokumen.bahan import KepalaDokumen
from sakip.dokumen.beda import BahanBeda, BarisBeda, pdf_beda
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors
from sakip.perencanaan.models import DokumenVersi, JenisSimpul
from sakip.perencanaan.selectors import BedaIndikator, BedaSimpul, BedaVersi
from sakip.web.akses import Akses, berizin
from sakip.web.kinerja import sebut_periode
from sakip.web.rencana import kata_kolom, pilih_versi, sebut_versi


@berizin(Tindakan.LIHAT_RENCANA)
def beda_rencana_pdf(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """What one version says otherwise than another, as the page of the same address shows it."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    dokumen = selectors.daftar_dokumen(akses.lingkup, unit, tahun)
    baru = pilih_versi(dokumen, request.GET.get("baru", ""))
    lama = pilih_versi(dokumen, request.GET["lama"]) if request.GET.get("lama") else None
    if lama is None and baru is not None:
        semua = [v for d in dokumen for v in d.versi if v.dokumen_id == baru.dokumen_id]
        lama = next((v for v in semua if v.nomor < baru.nomor), None)
    if lama is None or baru is None:
        raise TidakDitemukan(_("Belum ada dua versi untuk dibandingkan"))
    beda = selectors.beda_versi(akses.lingkup, unit, lama, baru)
    isi = pdf_beda(_bahan(akses, unit, tahun, lama, baru, beda))
    nama = f"perbandingan-{unit.slug}-{tahun}.pdf"
    return HttpResponse(
        isi,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{nama}"'},
    )


def _bahan(  # noqa: PLR0913, PLR0917
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    lama: DokumenVersi,
    baru: DokumenVersi,
    beda: BedaVersi,
) -> BahanBeda:
    return BahanBeda(
        kepala=KepalaDokumen(
            instansi=akses.instansi.nama,
            unit=unit.nama,
            tahun=tahun,
            tanggal=akses.lingkup.pada,
            contoh=baru.dokumen.sifat == Sifat.CONTOH,
        ),
        lama=sebut_versi(lama),
        baru=sebut_versi(baru),
        dasar=baru.dasar,
        target=tuple(
            BarisBeda(
                f"{t.nama} ({t.satuan})" if t.satuan else t.nama,
                f"{sebut_periode(t.jenis, t.nomor)} {t.tahun}",
                t.lama or "",
                t.baru or "",
            )
            for t in beda.target
        ),
        pagu=tuple((p.uraian, p.tahun, p.lama, p.baru) for p in beda.pagu),
        indikator=tuple(_indikator(i) for i in beda.indikator),
        simpul=tuple(_simpul(s) for s in beda.simpul),
    )


def _indikator(i: BedaIndikator) -> BarisBeda:
    ada = _("ada")
    if i.datang:
        return BarisBeda(i.nama, _("baru"), "", ada)
    if i.pergi:
        return BarisBeda(i.nama, _("tidak ada lagi"), ada, "")
    return BarisBeda(i.nama, _sebut_kolom(i.kolom), ada, _("diubah"))


def _simpul(s: BedaSimpul) -> BarisBeda:
    nama = f"{JenisSimpul(s.jenis).label} {s.kode}"
    if s.lama is None:
        return BarisBeda(nama, _("baru"), "", s.baru or "")
    if s.baru is None:
        return BarisBeda(nama, _("tidak ada lagi"), s.lama, "")
    return BarisBeda(nama, _sebut_kolom(s.kolom), s.lama, s.baru)


def _sebut_kolom(kolom: list[str]) -> str:
    kata = kata_kolom()
    return ", ".join(kata[k] for k in kolom)
