"""The planning documents of a unit in the order of law: begun, carried on, changed, reviewed."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah, selectors, services
from sakip.perencanaan.models import DokumenVersi, JenisDokumen
from sakip.perencanaan.selectors import LangkahDokumen, ReviuTampak
from sakip.tampilan.format import angka
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.rencana import sebut_versi
from sakip.web.rencana_dokumen_baru import TURUNAN
from sakip.web.rencana_reviu import MAKNA_REVIU
from sakip.web.stasiun import garis, pilihan_tahun

MAKNA = {
    "ditetapkan": "selesai",
    "konsep": "sementara",
    "tidak_ada": "belum_ada_data",
    "tidak_dicatat": "belum_waktunya",
}


@dataclass(frozen=True, slots=True)
class Butir:
    """One step as the page shows it, with the addresses of what can be done there."""

    langkah: LangkahDokumen
    keadaan: str
    makna: str
    kelas: str  # how far the stepper has come here
    url: str | None
    milik: str  # whose it is, where it is not the unit's own
    versi: DokumenVersi | None
    sebut: str
    temuan: list[str]
    mulai: str | None
    salin: list[tuple[str, str]]
    perubahan: bool
    reviu: list[ReviuTampak]
    url_reviu: str | None
    tanpa_reviu: bool


@berizin(Tindakan.LIHAT_RENCANA)
def dokumen_rencana(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """All documents of the year in their order, and what does not hang together among them."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    return _halaman(request, akses, unit, tahun)


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    *,
    tolak: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    langkah = selectors.urutan_unit(akses.lingkup, unit, tahun)
    susun = akses.lingkup.boleh(Tindakan.SUSUN_RENCANA, unit.jalur)
    milik = [s.dokumen.versi[0] for s in langkah if s.dokumen and s.milik.id == unit.id]
    reviu = selectors.reviu_dokumen(akses.lingkup, unit, milik)
    butir = [_butir(akses, unit, tahun, s, susun=susun, reviu=reviu) for s in langkah]
    return render(
        request,
        "web/rencana_dokumen.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "dokumen_rencana", unit, tahun),
            "contoh": unit.sifat == Sifat.CONTOH or akses.instansi.contoh,
            "judul": _judul(langkah),
            "butir": butir,
            "makna_reviu": MAKNA_REVIU,
            "menahan": kaidah.reviu_menahan(akses.lingkup.pada),
            "tolak": tolak or {},
        },
        status=status,
    )


def _judul(langkah: list[LangkahDokumen]) -> str:
    if not langkah:
        return _("Urutan dokumen rencana untuk tahun ini tidak tercatat")
    temuan = sum(len(s.temuan) for s in langkah)
    kurang = sum(s.keadaan == "tidak_ada" and s.tahap.wajib for s in langkah)
    if kurang:
        return ngettext(
            "%s dokumen rencana belum ada", "%s dokumen rencana belum ada", kurang
        ) % angka(kurang)
    if temuan:
        return ngettext(
            "%s hal tidak bersambung antardokumen",
            "%s hal tidak bersambung antardokumen",
            temuan,
        ) % angka(temuan)
    return _("Semua dokumen rencana ada dan bersambung")


def _butir(  # noqa: PLR0913
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    s: LangkahDokumen,
    *,
    susun: bool,
    reviu: dict[int, list[ReviuTampak]],
) -> Butir:
    sendiri = s.milik.id == unit.id
    versi = s.dokumen.versi[0] if s.dokumen else None
    terbaca = sendiri or akses.lingkup.boleh(Tindakan.LIHAT_RENCANA, s.milik.jalur)
    dapat = susun and sendiri
    milik_reviu = reviu.get(versi.pk, []) if versi else []
    direviu = bool(versi and sendiri and versi.dokumen.jenis in services.DIREVIU)
    return Butir(
        langkah=s,
        keadaan=_sebut_keadaan(s),
        makna=MAKNA[s.keadaan],
        kelas={"ditetapkan": "lewat", "konsep": "kini"}.get(s.keadaan, "nanti"),
        url=_url(akses, tahun, s) if terbaca else None,
        milik="" if sendiri else s.milik.nama,
        versi=versi,
        sebut=sebut_versi(versi) if versi else "",
        temuan=[kaidah.terjemah(t) for t in s.temuan],
        mulai=_mulai(akses, unit, tahun, s) if dapat else None,
        salin=_salinan(akses, unit, tahun, versi) if dapat and versi else [],
        perubahan=bool(dapat and versi and versi.ditetapkan),
        reviu=milik_reviu,
        url_reviu=akses.alamat("reviu_rencana", tahun, unit.slug, versi.uuid)
        if versi and direviu and (milik_reviu or versi.ditetapkan is None)
        else None,
        tanpa_reviu=bool(
            versi
            and direviu
            and versi.ditetapkan is None
            and selectors.tanpa_reviu(versi, milik_reviu)
        ),
    )


def _sebut_keadaan(s: LangkahDokumen) -> str:
    return {
        "ditetapkan": _("disahkan") if s.anggaran else _("ditetapkan"),
        "konsep": _("konsep"),
        "tidak_ada": _("belum ada") if s.tahap.wajib else _("tidak ada"),
        "tidak_dicatat": _("tidak dicatat di sini"),
    }[s.keadaan]


def _url(akses: Akses, tahun: int, s: LangkahDokumen) -> str | None:
    if s.anggaran is not None:
        return akses.alamat("anggaran", tahun, s.milik.slug)
    if s.dokumen is None:
        return None
    versi = s.dokumen.berlaku or s.dokumen.versi[0]
    return f"{akses.alamat('rencana', tahun, s.milik.slug)}?versi={versi.uuid}"


def _mulai(akses: Akses, unit: UnitTampak, tahun: int, s: LangkahDokumen) -> str | None:
    """Where a document that is not there begins; a budget comes from the treasurer."""
    jenis = next((j for j in s.tahap.jenis if j in JenisDokumen.values), None)
    if jenis is None or s.keadaan != "tidak_ada":
        return None
    return f"{akses.alamat('mulai_dokumen', tahun, unit.slug)}?jenis={jenis}"


def _salinan(
    akses: Akses, unit: UnitTampak, tahun: int, versi: DokumenVersi
) -> list[tuple[str, str]]:
    """Into what a version can be carried: its next period, and a yearly plan drawn from it."""
    alamat = akses.alamat("salin_dokumen", tahun, unit.slug, versi.uuid)
    jenis = JenisDokumen(versi.dokumen.jenis)
    hasil = [(_("Salin ke periode berikutnya"), f"{alamat}?jenis={jenis}")]
    if jenis in TURUNAN:
        turunan = TURUNAN[jenis]
        hasil.append((_("Ambil menjadi %s") % turunan.label, f"{alamat}?jenis={turunan}"))
    return hasil


@berizin(Tindakan.SUSUN_RENCANA)
@require_POST
def buka_perubahan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Open a changed version of a document that was laid down."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    baris = selectors.versi_dokumen(akses.lingkup, unit, versi)
    alasan = request.POST.get("alasan", "")
    try:
        baru = services.buka_perubahan(
            **akses.dasar,
            dokumen_versi=baris.uuid,
            versi=versi_kiriman(request),
            alasan=alasan,
        )
    except (IsianTidakSah, VersiUsang, PerpindahanTidakSah) as galat:
        tolak = {
            "uuid": str(versi),
            "pesan": galat.pesan,
            "salah": galat.menurut_letak,
            "alasan": alasan,
        }
        return _halaman(request, akses, unit, tahun, tolak=tolak, status=galat.status)
    messages.success(request, _("Versi perubahan dibuka sebagai konsep; versi lama tetap berlaku."))
    return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={baru.uuid}")
