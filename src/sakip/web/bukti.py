"""The evidence of a unit's year: what there is, where it is used, how long it holds."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.arsip import selectors, services
from sakip.arsip.isi import Kelompok
from sakip.arsip.models import Bukti
from sakip.arsip.tautan import Keadaan
from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.evaluasi.selectors import rekomendasi_berbukti
from sakip.impor.tabel import bersih
from sakip.organisasi.kaidah import BUKTI, KebijakanBukti, kebijakan_bukti
from sakip.organisasi.selectors import UnitTampak, kebijakan_berlaku
from sakip.pengukuran.selectors import Pemakaian, pemakaian_bukti
from sakip.web.akses import Akses, berizin
from sakip.web.bukti_isian import PILIHAN_RETENSI, TERIMA, simpan_kiriman
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis, pilihan_tahun

SEHALAMAN = 50
MAKNA_TAUTAN = {
    Keadaan.ANTRE: "belum_ada_data",
    Keadaan.TERBUKA: "selesai",
    Keadaan.MINTA_MASUK: "perlu_tindakan",
    Keadaan.TIDAK_ADA: "terlambat",
    Keadaan.TIDAK_AMAN: "terlambat",
    Keadaan.GAGAL: "perlu_tindakan",
}
BERMASALAH = frozenset(Keadaan) - {Keadaan.ANTRE, Keadaan.TERBUKA}


@dataclass(frozen=True, slots=True)
class BarisBukti:
    """One piece of evidence with everything that stands beside it."""

    bukti: Bukti
    dipakai: list[Pemakaian]
    tindak_lanjut: list[tuple[str, str]]
    simpan_sampai: date | None
    berakhir: bool


@berizin(Tindakan.LIHAT_KINERJA)
def pustaka_bukti(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """The list with its filters; a sent form stores files or a link."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    if request.method != "POST":
        return _halaman(request, akses, unit, tahun)
    akses.lingkup.wajib(Tindakan.UNGGAH_BUKTI, unit.jalur)
    try:
        semua = simpan_kiriman(request, akses, unit.slug, tahun)
    except IsianTidakSah as galat:
        return _halaman(request, akses, unit, tahun, tolak=galat)
    kata = ngettext("%s bukti tersimpan.", "%s bukti tersimpan.", len(semua)) % len(semua)
    messages.success(request, kata)
    return redirect("web:bukti", akses.instansi.kode, tahun, unit.slug)


@berizin(Tindakan.UNGGAH_BUKTI)
@require_POST
def tarik_bukti(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Withdraw: no longer offered; where it stands it stays."""
    unit = akses.unit(slug, Tindakan.UNGGAH_BUKTI)
    try:
        services.tarik_bukti(**akses.dasar, bukti=uuid, versi=versi_kiriman(request))
    except VersiUsang as galat:
        return _halaman(request, akses, unit, tahun, tolak=galat)
    messages.success(request, _("Bukti ditarik. Di tempat yang sudah memakainya ia tetap terbaca."))
    return redirect("web:bukti", akses.instansi.kode, tahun, unit.slug)


@berizin(Tindakan.UNGGAH_BUKTI)
@require_POST
def periksa_tautan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Have a link looked at again; the answer comes by itself."""
    unit = akses.unit(slug, Tindakan.UNGGAH_BUKTI)
    try:
        services.minta_periksa_tautan(**akses.dasar, bukti=uuid)
    except IsianTidakSah as galat:
        return _halaman(request, akses, unit, tahun, tolak=galat)
    messages.success(request, _("Tautan sedang diperiksa. Muat ulang halaman ini sebentar lagi."))
    return redirect("web:bukti", akses.instansi.kode, tahun, unit.slug)


def aturan_bukti(akses: Akses) -> KebijakanBukti:
    """Sizes and years as this government set them. One query."""
    return kebijakan_bukti(kebijakan_berlaku(akses.instansi.pk, BUKTI, akses.lingkup.pada))


def _halaman(
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    *,
    tolak: IsianTidakSah | VersiUsang | None = None,
) -> HttpResponse:
    saring = _saring(request)
    semua = selectors.daftar_bukti(akses.lingkup, unit, tahun, **saring)
    halaman = Paginator(semua, SEHALAMAN).get_page(request.GET.get("hal"))
    aturan = aturan_bukti(akses)
    return render(
        request,
        "web/bukti.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "bukti", unit, tahun),
            "contoh": akses.instansi.contoh,
            "temuan": _temuan(semua, tahun, bersaring=any(saring.values())),
            "halaman": halaman,
            "baris": _baris(akses, unit, list(halaman), aturan),
            "saring": saring,
            "pilihan_jenis": pilihan_jenis(),
            "pilihan_retensi": PILIHAN_RETENSI,
            "terima": TERIMA,
            "aturan": aturan,
            "makna_tautan": MAKNA_TAUTAN,
            "sebut_tautan": dict(Keadaan.choices),
            "boleh_unggah": akses.lingkup.boleh(Tindakan.UNGGAH_BUKTI, unit.jalur),
            "tolak": tolak,
        },
        status=tolak.status if tolak else 200,
    )


def _saring(request: HttpRequest) -> dict[str, Any]:
    jenis = request.GET.get("jenis", "")
    return {
        "cari": bersih(request.GET.get("cari", ""))[:200],
        "kelompok": jenis if jenis in dict(pilihan_jenis()) else "",
        "ditarik": request.GET.get("ditarik") == "1",
    }


def pilihan_jenis() -> list[tuple[str, str]]:
    """Kinds to filter by, in words."""
    return [
        ("", _("semua jenis")),
        (Kelompok.PDF, _("PDF")),
        (Kelompok.GAMBAR, _("gambar")),
        (Kelompok.KANTOR, _("berkas kantor")),
        (Kelompok.ZIP, _("ZIP")),
        (selectors.TAUTAN, _("tautan")),
    ]


def _temuan(semua: list[Bukti], tahun: int, *, bersaring: bool) -> str:
    """What the list says: how much there is, and how many links need a look."""
    if bersaring:
        return ngettext("%s bukti yang cocok", "%s bukti yang cocok", len(semua)) % len(semua)
    if not semua:
        return _("Belum ada bukti tahun %s") % tahun
    perlu = sum(b.periksa_keadaan in BERMASALAH for b in semua)  # type: ignore[attr-defined]
    kata = ngettext("%(n)s bukti tahun %(t)s", "%(n)s bukti tahun %(t)s", len(semua)) % {
        "n": len(semua),
        "t": tahun,
    }
    if not perlu:
        return kata
    return f"{kata}: " + (
        ngettext("%s tautan perlu dilihat", "%s tautan perlu dilihat", perlu) % perlu
    )


def _baris(
    akses: Akses, unit: UnitTampak, semua: list[Bukti], aturan: KebijakanBukti
) -> list[BarisBukti]:
    """The rows of one page of the list; three queries for all of them."""
    nomor = [b.pk for b in semua]
    dipakai = pemakaian_bukti(akses.lingkup, unit, nomor)
    lanjutan: dict[int, list[tuple[str, str]]] = {}
    for r in rekomendasi_berbukti(akses.lingkup, unit, nomor):
        kata = _("Tindak lanjut rekomendasi %(n)s LHE %(t)s") % {
            "n": r.nomor,
            "t": r.evaluasi.tahun_evaluasi,
        }
        alamat = akses.alamat(
            "tindak_lanjut", r.evaluasi.tahun_evaluasi, r.evaluasi.unit.slug, r.uuid
        )
        lanjutan.setdefault(r.bukti_id or 0, []).append((kata, alamat))
    pada = akses.lingkup.pada
    return [
        BarisBukti(
            b,
            dipakai.get(b.pk, []),
            lanjutan.get(b.pk, []),
            selectors.simpan_sampai(b, aturan),
            b.berlaku_sampai is not None and b.berlaku_sampai < pada,
        )
        for b in semua
    ]
