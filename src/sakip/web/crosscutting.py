"""Results that several units owe each other: a unit's page, the acts on it, the whole matrix."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, JenisUnit, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import selectors, services
from sakip.perencanaan.models import JenisPihak, JenisSimpul, KeadaanCrosscutting
from sakip.perencanaan.selectors import MatriksLintas, UsulanLintas
from sakip.perencanaan.services import CrosscuttingBaru
from sakip.tampilan.format import angka
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis, pilihan_tahun, tautan_tahun
from sakip.web.tabel import XLSX, buku

K = KeadaanCrosscutting
# Units that can be asked: those that lead something of their own.
DAPAT_DIMINTA = (
    *PERANGKAT_DAERAH,
    JenisUnit.BAGIAN,
    JenisUnit.UPTD,
    JenisUnit.PUSKESMAS,
    JenisUnit.KELURAHAN,
)
MAKNA = {
    K.DIAJUKAN: "sementara",
    K.DITERIMA: "selesai",
    K.DITOLAK: "perlu_tindakan",
    K.DITARIK: "belum_ada_data",
}
ISIAN = ("simpul", "kepada", "pihak_luar", "jenis_pihak", "peran", "tenggat")
PANJANG_PILIHAN = 110  # letters of a node in a list to choose from
TERLAMBAT = "terlambat"


@berizin(Tindakan.LIHAT_RENCANA)
def crosscutting(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """What a unit asked of others and what was asked of it; the forms of who may ask or answer."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    if request.method != "POST":
        return _halaman(request, akses, unit, tahun)
    akses.lingkup.wajib(Tindakan.USULKAN_CROSSCUTTING, unit.jalur)
    isi = {k: request.POST.get(k, "") for k in ISIAN}
    try:
        services.usulkan_crosscutting(
            **akses.dasar,
            isi=CrosscuttingBaru(
                unit=slug,
                tahun=tahun,
                simpul=isi["simpul"],
                peran=isi["peran"],
                tenggat=_hari(isi["tenggat"]),
                kepada=isi["kepada"],
                pihak_luar=isi["pihak_luar"],
                jenis_pihak=isi["jenis_pihak"] if isi["pihak_luar"].strip() else "",
            ),
        )
    except IsianTidakSah as galat:
        salah = galat.menurut_letak
        tolak = {"salah": salah, "isi": isi, "pesan": galat.pesan}
        return _halaman(request, akses, unit, tahun, tolak=tolak, status=galat.status)
    messages.success(request, _("Permintaan dikirim; mitra mendapatkannya di berandanya."))
    return redirect("web:crosscutting", akses.instansi.kode, tahun, slug)


@berizin(Tindakan.USULKAN_CROSSCUTTING)
@require_POST
def tarik_crosscutting(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Take one's own proposal back."""
    unit = akses.unit(slug, Tindakan.USULKAN_CROSSCUTTING)

    def tarik(dasar: dict[str, Any]) -> str:
        services.tarik_crosscutting(**dasar, alasan=request.POST.get("alasan", ""))
        return _("Permintaan ditarik; alasannya tersimpan.")

    return _tindak(request, akses, unit, tahun, uuid, tarik)


@berizin(Tindakan.JAWAB_CROSSCUTTING)
@require_POST
def jawab_crosscutting(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Accept or refuse what another unit asks of this one."""
    unit = akses.unit(slug, Tindakan.JAWAB_CROSSCUTTING)

    def jawab(dasar: dict[str, Any]) -> str:
        alasan = request.POST.get("alasan", "")
        if request.POST.get("putusan") == "terima":
            simpul = request.POST.get("simpul", "")
            services.terima_crosscutting(**dasar, simpul=simpul, catatan=alasan)
            return _("Permintaan diterima; kaitannya tampak pada kedua pohon.")
        services.tolak_crosscutting(**dasar, alasan=alasan)
        return _("Permintaan ditolak; alasannya tersimpan.")

    return _tindak(request, akses, unit, tahun, uuid, jawab)


@berizin(Tindakan.CATAT_CROSSCUTTING_LUAR)
@require_POST
def catat_crosscutting(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Record what an outside party answered by letter."""
    unit = akses.unit(slug, Tindakan.CATAT_CROSSCUTTING_LUAR)

    def catat(dasar: dict[str, Any]) -> str:
        services.catat_jawaban_luar(
            **dasar,
            terima=request.POST.get("putusan") == "terima",
            dasar=request.POST.get("dasar", ""),
            alasan=request.POST.get("alasan", ""),
        )
        return _("Jawaban pihak luar tercatat dengan suratnya.")

    return _tindak(request, akses, unit, tahun, uuid, catat)


def _tindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, unit: UnitTampak, tahun: int, uuid: UUID, lakukan: Any
) -> HttpResponse:
    """Do one act on a proposal; what bars it is said at its form."""
    baris = selectors.crosscutting_menurut_uuid(akses.lingkup, unit, uuid)
    try:
        pesan = lakukan(
            {
                **akses.dasar,
                "crosscutting": baris.uuid,
                "versi": versi_kiriman(request),
            }
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi, VersiUsang, PerpindahanTidakSah) as galat:
        tolak = {
            "uuid": str(uuid),
            "pesan": galat.pesan,
            "salah": galat.menurut_letak,
            "isi": {k: request.POST.get(k, "") for k in ("putusan", "alasan", "dasar", "simpul")},
        }
        return _halaman(request, akses, unit, tahun, tolak=tolak, status=galat.status)
    messages.success(request, pesan)
    return redirect("web:crosscutting", akses.instansi.kode, tahun, unit.slug)


def _hari(teks: str) -> date | None:
    """A day of a form; ``None``: none was chosen, which the service says at its field."""
    try:
        return date.fromisoformat(teks)
    except ValueError:  # an empty field, or a browser without a calendar: told at the field
        return None


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    *,
    tolak: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    lingkup = akses.lingkup
    keluar, masuk = selectors.daftar_crosscutting(lingkup, unit, tahun)
    boleh = {
        "usul": lingkup.boleh(Tindakan.USULKAN_CROSSCUTTING, unit.jalur),
        "jawab": lingkup.boleh(Tindakan.JAWAB_CROSSCUTTING, unit.jalur),
        "catat": lingkup.boleh(Tindakan.CATAT_CROSSCUTTING_LUAR, unit.jalur),
    }
    menunggu = [u for u in masuk if u.baris.keadaan == K.DIAJUKAN]
    simpul = []
    if boleh["usul"] or (boleh["jawab"] and menunggu):
        simpul = selectors.simpul_dapat_diminta(lingkup, unit, tahun)
    return render(
        request,
        "web/crosscutting.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "crosscutting", unit, tahun),
            "contoh": unit.sifat == Sifat.CONTOH or akses.instansi.contoh,
            "judul": _judul(keluar, menunggu, milik_kita=boleh["jawab"]),
            "keluar": keluar,
            "masuk": masuk,
            "boleh": boleh,
            "pilihan_simpul": [(s.simpul.kode, _sebut_simpul(s.jenis, s.uraian)) for s in simpul],
            "pilihan_mitra": _pilihan_unit(akses, unit) if boleh["usul"] and simpul else [],
            "pilihan_pihak": JenisPihak.choices,
            "keadaan": sebut_keadaan,
            "jenjang": dict(JenisSimpul.choices),
            "riwayat": selectors.riwayat_crosscutting(lingkup, unit, tahun),
            "sebutan": services.ALUR_CROSSCUTTING.sebut,
            "tolak": tolak or {"salah": {}, "isi": {}},
            "pengguna_id": akses.pengguna.pk,
        },
        status=status,
    )


def _judul(keluar: list[UsulanLintas], menunggu: list[UsulanLintas], *, milik_kita: bool) -> str:
    """What the page opens with: what waits for the reader, then what waits for others."""
    if menunggu and milik_kita:
        return ngettext(
            "%s permintaan menunggu jawaban Anda",
            "%s permintaan menunggu jawaban Anda",
            len(menunggu),
        ) % angka(len(menunggu))
    lewat = sum(u.hari_terlambat > 0 for u in keluar)
    if lewat:
        return ngettext(
            "%s permintaan lewat tenggat tanpa jawaban",
            "%s permintaan lewat tenggat tanpa jawaban",
            lewat,
        ) % angka(lewat)
    belum = len(menunggu) + sum(u.baris.keadaan == K.DIAJUKAN for u in keluar)
    if belum:
        return ngettext(
            "%s permintaan lintas unit menunggu jawaban",
            "%s permintaan lintas unit menunggu jawaban",
            belum,
        ) % angka(belum)
    if keluar or menunggu:
        return _("Semua permintaan lintas unit sudah dijawab")
    return _("Hasil yang dikerjakan bersama unit lain")


def sebut_keadaan(u: UsulanLintas) -> tuple[str, str]:
    """A proposal's state: its meaning, and the word of its badge."""
    if u.hari_terlambat:
        return "terlambat", _("lewat %s hari") % angka(u.hari_terlambat)
    return MAKNA[K(u.baris.keadaan)], str(u.baris.get_keadaan_display())


def _sebut_simpul(jenis: str, uraian: str) -> str:
    teks = f"{JenisSimpul(jenis).label}: {uraian}"
    return teks if len(teks) <= PANJANG_PILIHAN else f"{teks[: PANJANG_PILIHAN - 1]}…"


def _pilihan_unit(akses: Akses, unit: UnitTampak) -> list[tuple[str, str]]:
    """Whom one can ask: every other unit of the government, whatever one's own reach."""
    semua = organisasi.daftar_unit_publik(akses.instansi, akses.lingkup.pada, DAPAT_DIMINTA)
    return [
        ("", _("pihak luar, diisi di bawah")),
        *((u.slug, u.nama) for u in semua if u.id != unit.id),
    ]


@berizin(Tindakan.LIHAT_RENCANA)
def matriks_crosscutting(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """All proposals in reach: results down, partners across."""
    saring = {k: request.GET.get(k, "") for k in ("keadaan", "unit")}
    matriks = selectors.matriks_crosscutting(akses.lingkup, tahun, **saring)
    kini = akses.lingkup.pada.year
    unduhan = akses.alamat("unduh_matriks_crosscutting", tahun)
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_RENCANA, jenis=DAPAT_DIMINTA)
    return render(
        request,
        "web/matriks_crosscutting.html",
        {
            "tahun": tahun,
            "matriks": matriks,
            "saring": saring,
            "judul": _judul_matriks(matriks, saring["keadaan"]),
            "pilihan_keadaan": pilihan_keadaan(),
            "saring_unit": [("", _("semua unit")), *((u.slug, u.nama) for u in unit)],
            "pilihan_tahun": tautan_tahun(
                tahun,
                range(kini - 1, kini + 2),
                lambda t: akses.alamat("matriks_crosscutting", t),
            ),
            "keadaan": sebut_keadaan,
            "jenjang": dict(JenisSimpul.choices),
            "excel": f"{unduhan}?{request.GET.urlencode()}",
            "contoh": akses.instansi.contoh,
        },
    )


def pilihan_keadaan() -> list[tuple[str, str]]:
    """States to filter by; being late is one of them to whoever looks."""
    return [
        ("", _("tanpa yang ditarik")),
        (TERLAMBAT, _("lewat tenggat")),
        *((str(k), str(kata)) for k, kata in K.choices),
    ]


def _judul_matriks(matriks: MatriksLintas, keadaan: str) -> str:
    lewat = sum(u.hari_terlambat > 0 for u in matriks.usulan)
    if lewat:
        return _("%(a)s dari %(b)s permintaan lewat tenggat tanpa jawaban") % {
            "a": angka(lewat),
            "b": angka(len(matriks.usulan)),
        }
    if matriks.usulan:
        return ngettext(
            "%(n)s permintaan lintas unit, tidak ada yang terlambat",
            "%(n)s permintaan lintas unit, tidak ada yang terlambat",
            len(matriks.usulan),
        ) % {"n": angka(len(matriks.usulan))}
    return (
        _("Tidak ada permintaan dengan saringan ini")
        if keadaan
        else _("Belum ada permintaan lintas unit")
    )


@berizin(Tindakan.LIHAT_RENCANA)
def unduh_matriks_crosscutting(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """The same matrix as an Excel sheet."""
    saring = {k: request.GET.get(k, "") for k in ("keadaan", "unit")}
    matriks = selectors.matriks_crosscutting(akses.lingkup, tahun, **saring)
    isi = buku(
        _("Lintas unit %s") % tahun,
        [
            (_("Hasil"), 60),
            (_("Jenjang"), 14),
            (_("Kode"), 14),
            (_("Pemilik"), 34),
            *((nama, 24) for _kunci, nama in matriks.mitra),
        ],
        (
            [
                b.uraian,
                str(dict(JenisSimpul.choices).get(b.jenis, "")),
                b.kode,
                b.unit,
                *(_sel_xlsx(b.sel.get(kunci, ())) for kunci, _nama in matriks.mitra),
            ]
            for b in matriks.baris
        ),
    )
    nama = f"lintas-unit-{akses.instansi.slug}-{tahun}.xlsx"
    return HttpResponse(
        isi,
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


def _sel_xlsx(usulan: tuple[UsulanLintas, ...]) -> str:
    return "; ".join(f"{sebut_keadaan(u)[1]}: {u.baris.peran}" for u in usulan)
