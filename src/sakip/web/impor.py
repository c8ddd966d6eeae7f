"""Bringing a table in: upload, look, apply whole or not at all, take back."""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, Kesalahan, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.impor import selectors, services
from sakip.impor.jenis import (
    JenisImpor,
    PembacaSendiri,
    TanpaPerubahan,
    daftar_jenis,
    jenis_impor,
)
from sakip.impor.models import AkibatBaris, BetsImpor, KeadaanImpor
from sakip.impor.tabel import bersih
from sakip.organisasi.models import Sifat
from sakip.pengukuran.services import buku_pengukuran
from sakip.perencanaan.services.impor_rencana import DATAR, kolom_lembar, sebut
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.tabel import XLSX, buku

BARIS_HALAMAN = 100
SEBUT_KOLOM = {buku_pengukuran.ImporPengukuran.kode: buku_pengukuran.sebut_kolom}
SEL = re.compile(r"sel\.([0-9]{1,9})\.([^\n]{1,80})")


@berizin(Tindakan.LIHAT_IMPOR)
def daftar(request: HttpRequest, akses: Akses) -> HttpResponse:
    """Earlier imports, and the form for the next one."""
    return _daftar(request, akses)


def _daftar(
    request: HttpRequest, akses: Akses, kesalahan: tuple[Kesalahan, ...] = (), pesan: str = ""
) -> HttpResponse:
    halaman = Paginator(selectors.daftar_bets(akses.lingkup), 25).get_page(request.GET.get("hal"))
    boleh = daftar_jenis(akses.lingkup)
    return render(
        request,
        "web/daftar_impor.html",
        {
            "halaman": halaman,
            "contoh": any(b.opsi.get("sifat") == Sifat.CONTOH for b in halaman),
            "kesalahan": [{"id": "id_berkas", "pesan": k.pesan} for k in kesalahan],
            "pesan_galat": pesan,
            "dipilih": request.POST,
            "daftar_jenis": boleh,
            "bertemplat": [j for j in boleh if not isinstance(j, PembacaSendiri)],
            "sebut_jenis": {j.kode: j.judul for j in boleh},
            "jenis": _jenis_dipilih(request, boleh),
            "ada_contoh": settings.CONTOH,
            "maks_mb": settings.UKURAN_IMPOR_MAKS // 1_000_000,
        },
        status=422 if kesalahan else 200,
    )


def _jenis_dipilih(request: HttpRequest, boleh: list[JenisImpor]) -> str:
    """The kind that was asked for, else the first that the caller may bring."""
    ada = {j.kode for j in boleh}
    diminta = request.POST.get("jenis") or request.GET.get("jenis") or "kinerja"
    return diminta if diminta in ada else boleh[0].kode


@berizin(Tindakan.LIHAT_IMPOR)
def unggah(request: HttpRequest, akses: Akses) -> HttpResponse:
    """Read an uploaded table and show what applying it would do."""
    if request.method != "POST":
        return redirect("web:daftar_impor", akses.instansi.kode)
    sifat = request.POST.get("sifat", Sifat.ASLI)
    try:
        nama, isi = baca_berkas(request)
        bets = services.import_pratinjau(
            **akses.dasar,
            jenis=request.POST.get("jenis") or _jenis_dipilih(request, daftar_jenis(akses.lingkup)),
            nama_berkas=nama,
            isi=isi,
            opsi={
                "sifat": sifat if sifat in Sifat.values else Sifat.ASLI,
                "format_angka": request.POST.get("format_angka", "kenali"),
            },
        )
    except TanpaPerubahan as kabar:
        messages.info(request, kabar.pesan)
        return redirect("web:daftar_impor", akses.instansi.kode)
    except IsianTidakSah as galat:
        return _daftar(request, akses, galat.kesalahan, galat.pesan)
    return redirect("web:impor", akses.instansi.kode, bets.uuid)


def baca_berkas(request: HttpRequest) -> tuple[str, bytes]:
    """Name and content of the uploaded file; none, or one too large, is ``IsianTidakSah``."""
    berkas = request.FILES.get("berkas")
    if berkas is None:
        raise IsianTidakSah.dari("", {"berkas": _("Pilih berkasnya.")})
    if berkas.size is None or berkas.size > settings.UKURAN_IMPOR_MAKS:
        pesan = _("Berkas lebih besar dari %s MB.") % (settings.UKURAN_IMPOR_MAKS // 1_000_000)
        raise IsianTidakSah.dari("", {"berkas": pesan})
    return berkas.name or "", berkas.read()


@berizin(Tindakan.LIHAT_IMPOR)
def lihat(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:
    """A batch: what each row does, its faults, what stood there before."""
    return _lihat(request, selectors.bets_impor(akses.lingkup, uuid))


def _lihat(
    request: HttpRequest, bets: BetsImpor, galat: str = "", status: int = 200
) -> HttpResponse:
    akibat = request.GET.get("akibat", "")
    if not akibat and bets.ringkasan.get(AkibatBaris.GALAT):
        akibat = AkibatBaris.GALAT
    macam = jenis_impor(bets.jenis)
    baris = selectors.daftar_baris(bets, None if akibat in {"", "semua"} else akibat)
    halaman = Paginator(baris, BARIS_HALAMAN).get_page(request.GET.get("hal"))
    return render(
        request,
        "web/impor.html",
        {
            "bets": bets,
            "contoh": bets.opsi.get("sifat") == Sifat.CONTOH,
            "macam": macam,
            "halaman": halaman,
            "akibat": akibat or "semua",
            "pilihan_akibat": AkibatBaris.choices,
            "tindakan": [
                t.tindakan for t in services.alur_impor(bets.jenis).tindakan_dari(bets.keadaan)
            ],
            "peta": _peta(bets),
            "pilihan_judul": [(j, j) for j in bets.opsi.get("judul", [])],
            "sebut_kolom": SEBUT_KOLOM.get(bets.jenis, sebut),
            "buku": bets.opsi.get("buku"),
            "riwayat": selectors.riwayat(bets),
            "galat_tindakan": galat,
            "PRATINJAU": KeadaanImpor.PRATINJAU,
        },
        status=status,
    )


def _peta(bets: BetsImpor) -> list[dict[str, str]]:
    """Each column of ours with the foreign heading that it is read from, for a foreign table."""
    if bets.opsi.get("bentuk") != "asing":
        return []
    naskah, peta = bets.opsi["naskah"], bets.opsi["peta"]
    tahun = range(naskah["tahun_mulai"], naskah["tahun_selesai"] + 1)
    return [
        {"kolom": k, "judul": sebut(k), "asing": peta.get(k, "")}
        for k in kolom_lembar(DATAR, tahun)
    ]


@berizin(Tindakan.LIHAT_IMPOR)
@require_POST
def perbaiki(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:
    """Other texts for cells of a preview (``sel.<row>.<column>``), then all is checked again."""
    bets = selectors.bets_impor(akses.lingkup, uuid)
    peta = bets.opsi.get("peta", {})
    sel = {
        (int(cocok[1]), peta.get(cocok[2], cocok[2])): bersih(str(teks))[:2000]
        for nama, teks in request.POST.items()
        if (cocok := SEL.fullmatch(nama))
    }
    return _bertindak(
        request,
        akses,
        uuid,
        services.perbaiki_impor,
        _("Perbaikan disimpan pada pratinjau; semua baris diperiksa ulang."),
        {"sel": sel},
    )


def _bertindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    uuid: UUID,
    layanan: Callable[..., BetsImpor],
    kata: str,
    tambahan: dict[str, Any] | None = None,
) -> HttpResponse:
    """Do one act on a batch; what cannot be done yet is said on the page itself."""
    bets = selectors.bets_impor(akses.lingkup, uuid)
    versi = versi_kiriman(request)
    try:
        layanan(
            **akses.dasar,
            bets=bets.uuid,
            versi=versi,
            **(tambahan or {}),
        )
    except (SyaratBelumTerpenuhi, IsianTidakSah) as galat:
        return _lihat(request, bets, galat.pesan, galat.status)
    messages.success(request, kata)
    return redirect("web:impor", akses.instansi.kode, bets.uuid)


@berizin(Tindakan.LIHAT_IMPOR)
@require_POST
def terapkan(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:
    """Apply a preview whole."""
    return _bertindak(request, akses, uuid, services.terapkan_impor, _("Semua baris diterapkan."))


@berizin(Tindakan.LIHAT_IMPOR)
@require_POST
def buang(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:
    """Drop a preview."""
    return _bertindak(
        request,
        akses,
        uuid,
        services.buang_impor,
        _("Pratinjau dibuang; tidak ada yang berubah."),
    )


@berizin(Tindakan.LIHAT_IMPOR)
@require_POST
def batalkan(request: HttpRequest, akses: Akses, uuid: UUID) -> HttpResponse:
    """Take an applied table back."""
    return _bertindak(
        request,
        akses,
        uuid,
        services.batalkan_impor,
        _("Impor dibatalkan; angka sebelumnya kembali."),
        {"alasan": request.POST.get("alasan", "")},
    )


@berizin(Tindakan.LIHAT_IMPOR)
def templat(request: HttpRequest, akses: Akses) -> HttpResponse:
    """An empty sheet with the right columns of a kind."""
    macam = jenis_impor(_jenis_dipilih(request, daftar_jenis(akses.lingkup)))
    if isinstance(macam, PembacaSendiri) and "jenis" not in request.GET:
        messages.info(request, _("Buku kerja Anda diunduh dari lembar triwulan unitnya."))
        return _daftar(request, akses)
    if isinstance(macam, PembacaSendiri):
        raise TidakDitemukan(_("Buku kerjanya diunduh dari halaman rencana atau triwulan unit."))
    lebar = {"indikator", "nama"}
    isi = buku(macam.kode.capitalize(), [(k, 40 if k in lebar else 16) for k in macam.kolom], [])
    return HttpResponse(
        isi,
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="templat-{macam.kode}.xlsx"'},
    )
