"""The planning documents of a unit in the order of law: begun, carried on, changed, reviewed."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah, selectors, services
from sakip.perencanaan.models import DokumenVersi, JenisDokumen, KesimpulanReviu
from sakip.perencanaan.selectors import LangkahDokumen, ReviuTampak
from sakip.perencanaan.services import DokumenBaru, HasilSalin
from sakip.tampilan.format import angka
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import versi_kiriman
from sakip.web.rencana import sebut_versi
from sakip.web.stasiun import garis, pilihan_tahun

MAKNA = {
    "ditetapkan": "selesai",
    "konsep": "sementara",
    "tidak_ada": "belum_ada_data",
    "tidak_dicatat": "belum_waktunya",
}
MAKNA_REVIU = {
    KesimpulanReviu.SESUAI: "selesai",
    KesimpulanReviu.CATATAN: "sementara",
    KesimpulanReviu.PERBAIKI: "perlu_tindakan",
}
TURUNAN = {
    JenisDokumen.RENSTRA: JenisDokumen.RENJA,
    JenisDokumen.RPJMD: JenisDokumen.RKPD,
    JenisDokumen.RPD: JenisDokumen.RKPD,
}


class FormDokumen(forms.Form):
    """Kind, name and span of a document, and the words it begins with."""

    jenis = forms.ChoiceField(label=gettext_lazy("Jenis dokumen"))
    judul = forms.CharField(label=gettext_lazy("Judul dokumen"), max_length=250)
    tahun_mulai = forms.IntegerField(
        label=gettext_lazy("Tahun awal"), min_value=2000, max_value=2060
    )
    tahun_selesai = forms.IntegerField(
        label=gettext_lazy("Tahun akhir"), min_value=2000, max_value=2060
    )
    uraian = forms.CharField(
        label=gettext_lazy("Visi atau tujuan"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=gettext_lazy(
            "Visi untuk RPJPD dan RPJMD, tujuan untuk yang lain. Keputusan IKU mengambil "
            "indikator bertanda IKU dari rencana yang berlaku."
        ),
    )


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
        if versi and direviu
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
def mulai_dokumen(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Begin a document of the law."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    jenis = request.GET.get("jenis", "")
    tahap = selectors.tahap_unit(unit, akses.lingkup.pada)
    pilihan = [
        (j, str(JenisDokumen(j).label)) for t in tahap for j in t.jenis if j in JenisDokumen.values
    ]
    masa = next((t.masa for t in tahap if jenis in t.jenis), None) or 1
    nama = dict(pilihan).get(jenis, "")
    form = FormDokumen(
        request.POST or None,
        initial={
            "jenis": jenis,
            "judul": f"{nama} {_sebut_masa(tahun, tahun + masa - 1)}" if nama else "",
            "tahun_mulai": tahun,
            "tahun_selesai": tahun + masa - 1,
        },
    )
    form.fields["jenis"].choices = pilihan  # type: ignore[attr-defined]

    def tulis(isi: DokumenBaru) -> DokumenVersi:
        return services.mulai_dokumen(**_dasar(akses), isi=isi)

    kata = _("Mulai dokumen perencanaan")
    versi = _kirim(request, unit, form, tulis)
    if isinstance(versi, DokumenVersi):
        messages.success(request, _("Konsep dimulai. Tambahkan sasaran dan indikatornya."))
        return _ke_versi(akses, slug, versi)
    return _formulir(request, akses, unit, tahun, form, kata)


@berizin(Tindakan.SUSUN_RENCANA)
def salin_dokumen(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Carry a version into another period, or a year of it into a yearly plan."""
    unit = akses.unit(slug, Tindakan.SUSUN_RENCANA)
    sumber = selectors.versi_dokumen(akses.lingkup, unit, versi)
    d = sumber.dokumen
    asal = JenisDokumen(d.jenis)
    pilihan = [
        (j.value, str(j.label)) for j in (asal, *((TURUNAN[asal],) if asal in TURUNAN else ()))
    ]
    jenis = request.GET.get("jenis", "")
    form = FormDokumen(request.POST or None, initial=_awal_salin(sumber, jenis, tahun))
    form.fields["jenis"].choices = pilihan  # type: ignore[attr-defined]
    del form.fields["uraian"]

    def tulis(isi: DokumenBaru) -> HasilSalin:
        return services.salin_ke_periode(**_dasar(akses), dari=sumber.uuid, isi=isi)

    hasil = _kirim(request, unit, form, tulis)
    if isinstance(hasil, HasilSalin):
        messages.success(request, _sebut_salinan(hasil))
        return _ke_versi(akses, slug, hasil.versi)
    return _formulir(request, akses, unit, tahun, form, _("Salin %s") % d.judul, sumber)


def _awal_salin(sumber: DokumenVersi, jenis: str, tahun: int) -> dict[str, Any]:
    """The next period of the same length, or the year shown for a yearly plan drawn from it."""
    d = sumber.dokumen
    if jenis and jenis != d.jenis and jenis in JenisDokumen.values:
        return {
            "jenis": jenis,
            "judul": f"{JenisDokumen(jenis).label} {tahun}",
            "tahun_mulai": tahun,
            "tahun_selesai": tahun,
        }
    mulai, lama = d.tahun_selesai + 1, d.tahun_selesai - d.tahun_mulai
    return {
        "jenis": d.jenis,
        "judul": f"{JenisDokumen(d.jenis).label} {_sebut_masa(mulai, mulai + lama)}",
        "tahun_mulai": mulai,
        "tahun_selesai": mulai + lama,
    }


def _sebut_salinan(hasil: HasilSalin) -> str:
    """What came along, and what stayed behind."""
    return _(
        "Tersalin sebagai konsep. Tidak ikut karena di luar masanya: %(target)s target dan "
        "%(pagu)s pagu. %(tanpa)s indikator belum bertarget. Keadaan awal dibiarkan seperti "
        "semula; perbarui bila perlu."
    ) % {
        "target": angka(hasil.target_tertinggal),
        "pagu": angka(hasil.pagu_tertinggal),
        "tanpa": angka(hasil.tanpa_target),
    }


def _sebut_masa(mulai: int, selesai: int) -> str:
    return str(mulai) if mulai == selesai else f"{mulai}–{selesai}"


def _dasar(akses: Akses) -> dict[str, Any]:
    return {"oleh": akses.oleh, "saat": akses.saat, "instansi": akses.instansi}


def _kirim(request: HttpRequest, unit: UnitTampak, form: FormDokumen, tulis: Any) -> Any:
    """Write what the form says; faults go to their fields, the rest to the top."""
    if request.method != "POST" or not form.is_valid():
        return None
    d = form.cleaned_data
    isi = DokumenBaru(
        unit=unit.slug,
        jenis=d["jenis"],
        judul=d["judul"],
        tahun_mulai=d["tahun_mulai"],
        tahun_selesai=d["tahun_selesai"],
        uraian=d.get("uraian", ""),
    )
    try:
        return tulis(isi)
    except IsianTidakSah as galat:
        for k in galat.kesalahan:
            form.add_error(k.letak if k.letak in form.fields else None, k.pesan)
    return None


def _ke_versi(akses: Akses, slug: str, versi: DokumenVersi) -> HttpResponse:
    tahun = versi.dokumen.tahun_mulai
    return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={versi.uuid}")


def _formulir(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    form: forms.Form,
    kata: str,
    sumber: DokumenVersi | None = None,
) -> HttpResponse:
    return render(
        request,
        "web/rencana_dokumen_ubah.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "contoh": akses.instansi.contoh,
            "form": form,
            "kata": kata,
            "sumber": sumber,
        },
        status=422 if request.method == "POST" else 200,
    )


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
            **_dasar(akses),
            dokumen_versi=baris.uuid,
            versi=versi_kiriman(request),
            alasan=alasan,
        )
    except (IsianTidakSah, VersiUsang, PerpindahanTidakSah) as galat:
        salah = galat.kesalahan if isinstance(galat, IsianTidakSah) else ()
        tolak = {
            "uuid": str(versi),
            "pesan": galat.pesan,
            "salah": {k.letak: k.pesan for k in salah},
            "alasan": alasan,
        }
        return _halaman(request, akses, unit, tahun, tolak=tolak, status=galat.status)
    messages.success(request, _("Versi perubahan dibuka sebagai konsep; versi lama tetap berlaku."))
    return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={baru.uuid}")


@berizin(Tindakan.LIHAT_RENCANA)
def reviu_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Reviews of a version by the Inspektorat, and the form of who records one."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    baris = selectors.versi_dokumen(akses.lingkup, unit, versi)
    isi = {k: request.POST.get(k, "") for k in ("nomor", "tanggal", "kesimpulan", "catatan")}
    tolak: dict[str, Any] = {"salah": {}, "isi": {}}
    status = 200
    if request.method == "POST":
        akses.lingkup.wajib(Tindakan.REVIU_RENCANA, unit.jalur)
        try:
            services.catat_reviu_rencana(
                **_dasar(akses),
                dokumen_versi=baris.uuid,
                versi=versi_kiriman(request),
                **isi | {"tanggal": _hari(isi["tanggal"])},  # type: ignore[arg-type]
            )
        except (IsianTidakSah, VersiUsang) as galat:
            salah = galat.kesalahan if isinstance(galat, IsianTidakSah) else ()
            status = galat.status
            tolak = {
                "pesan": galat.pesan,
                "salah": {k.letak: k.pesan for k in salah},
                "isi": isi,
            }
        else:
            messages.success(request, _("Reviu tercatat pada konsep ini."))
            return redirect(akses.alamat("reviu_rencana", tahun, slug, versi))
    return render(
        request,
        "web/reviu_rencana.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "contoh": baris.dokumen.sifat == Sifat.CONTOH,
            "versi": baris,
            "sebut": sebut_versi(baris),
            "reviu": selectors.reviu_versi(akses.lingkup, unit, baris),
            "makna": MAKNA_REVIU,
            "mencatat": baris.ditetapkan is None
            and baris.dokumen.jenis in services.DIREVIU
            and akses.lingkup.boleh(Tindakan.REVIU_RENCANA, unit.jalur),
            "pilihan_kesimpulan": KesimpulanReviu.choices,
            "tolak": tolak,
            "pada": akses.lingkup.pada,
        },
        status=status,
    )


def _hari(teks: str) -> date | None:
    """A day of a form; ``None``: none was chosen, which the service says at its field."""
    try:
        return date.fromisoformat(teks)
    except ValueError:  # an empty field, or a browser without a calendar: told at the field
        return None
