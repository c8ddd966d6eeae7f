"""Windows of a year: laid in one go, moved with a reason, prolonged for units."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors, services
from sakip.organisasi.kaidah import (
    ESKALASI,
    HARI_KERJA_PALING_BANYAK,
    JENDELA,
    eskalasi,
    jendela_baku,
    sesudah_tutup,
)
from sakip.organisasi.models import BERKINERJA, Jadwal, JenisJadwal, JenisPeriode
from sakip.organisasi.services import JendelaBaru
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import tidak_lengkap, versi_kiriman
from sakip.web.pengukuran.kata import ROMAWI
from sakip.web.stasiun import tautan_tahun

TRIWULAN = (1, 2, 3, 4)
SETAHUN = (JenisJadwal.EVALUASI_MANDIRI, JenisJadwal.EVALUASI_LUAR)


@berizin(Tindakan.ATUR_JADWAL)
def jadwal(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """The windows of a year with who got more days; ``?hari=`` proposes other days."""
    return _halaman(request, akses, tahun)


def _halaman(
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    *,
    borang: str = "",
    galat: IsianTidakSah | VersiUsang | None = None,
) -> HttpResponse:
    """The page; after a refusal with what was typed into the form ``borang``, and why not."""
    ada = {
        (j.jenis, j.periode.nomor if j.periode else 0): j
        for j in selectors.daftar_jadwal(akses.lingkup, tahun)
    }
    pada, kini = akses.lingkup.pada, akses.lingkup.pada.year
    izin = selectors.daftar_perpanjangan(akses.lingkup, tahun)
    unit = selectors.daftar_unit(akses.lingkup, Tindakan.ATUR_JADWAL, jenis=BERKINERJA, tahun=tahun)
    nama, akar = {u.id: u.nama for u in unit}, selectors.akar(akses.lingkup)
    return render(
        request,
        "web/jadwal.html",
        {
            "tahun": tahun,
            "pada": pada,
            "baris": [(_sebut(j, n), j, n, ada.get((j, n))) for j, n in _semua()],
            "ada": [(_sebut(j, n), ada[j, n]) for j, n in _semua() if (j, n) in ada],
            "diatur": sum((JenisJadwal.PENGUKURAN, n) in ada for n in TRIWULAN),
            "usulan": _usulan(request, tahun, ada),
            "hari": _hari(request),
            "izin": [
                (i, nama.get(i.unit_id, i.unit.kode), _sebut(i.jadwal.jenis, _nomor(i.jadwal)))
                for i in izin
            ],
            "daftar_unit": unit,
            "nomor_contoh": f"000.8.6/___/Org/{tahun}",
            "riwayat": [
                (r, _sebut(j.jenis, _nomor(j)))
                for r in selectors.riwayat_jadwal(akses.lingkup, tahun)
                for j in ada.values()
                if j.pk == r.jadwal_id
            ],
            "kebijakan": sesudah_tutup(
                selectors.kebijakan_berlaku(akses.instansi.pk, JENDELA, pada)
            ),
            "eskalasi": eskalasi(selectors.kebijakan_berlaku(akses.instansi.pk, ESKALASI, pada)),
            "boleh_atur": akses.lingkup.boleh(Tindakan.ATUR_JADWAL, akar.jalur),
            "boleh_kebijakan": akses.lingkup.boleh(Tindakan.TETAPKAN_KEBIJAKAN, akar.jalur),
            "borang": borang,
            "tolak": galat.pesan if galat else "",
            "galat": galat.menurut_letak if galat else {},
            "pilihan_tahun": tautan_tahun(
                tahun, range(kini - 1, kini + 2), lambda t: akses.alamat("jadwal", t)
            ),
            "contoh": akses.instansi.contoh,
        },
        status=galat.status if galat else 200,
    )


def _semua() -> list[tuple[str, int]]:
    return [(JenisJadwal.PENGUKURAN.value, n) for n in TRIWULAN] + [(j.value, 0) for j in SETAHUN]


def _nomor(j: Jadwal) -> int:
    return j.periode.nomor if j.periode else 0


def _sebut(jenis: str, nomor: int) -> str:
    """What a window opens, in words."""
    if nomor:
        return _("Pengukuran triwulan %s") % ROMAWI[nomor]
    return str(JenisJadwal(jenis).label).capitalize()


def _hari(request: HttpRequest) -> int | None:
    """How many working days the proposal takes; nothing asked: the practice of the rule."""
    teks = request.GET.get("hari", "")
    if not teks.isascii() or not teks.isdigit() or len(teks) > 2:
        return None
    return min(max(int(teks), 1), HARI_KERJA_PALING_BANYAK)


def _usulan(
    request: HttpRequest, tahun: int, ada: dict[tuple[str, int], Jadwal]
) -> list[tuple[int, date, date]]:
    """Days for the quarters that have no window yet. One query for each of them, and holidays."""
    hasil = []
    for n in TRIWULAN:
        if (JenisJadwal.PENGUKURAN, n) in ada:
            continue
        akhir = selectors.periode(tahun, JenisPeriode.TRIWULAN, n).selesai
        libur = selectors.hari_libur(akhir, akhir.replace(year=akhir.year + 1, day=1))
        hasil.append((n, *jendela_baku(akhir, _hari(request), libur)))
    return hasil


def _tanggal(request: HttpRequest, *nama: str) -> list[date]:
    """Days from fields of the form; a field without one is named."""
    hasil, salah = [], {}
    for satu in nama:
        try:
            hasil.append(date.fromisoformat(request.POST.get(satu, "")))
        except ValueError:
            salah[satu] = _("Isi tanggalnya.")
    if salah:
        raise IsianTidakSah.dari(_("Tanggal belum lengkap."), salah)
    return hasil


def _kembali(akses: Akses, tahun: int) -> HttpResponse:
    return redirect("web:jadwal", akses.instansi.kode, tahun)


@berizin(Tindakan.ATUR_JADWAL)
@require_POST
def susun_jadwal(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Lay the windows that are missing, all in one go."""
    nomor = [n for n in TRIWULAN if f"mulai.{n}" in request.POST]
    try:
        hari = iter(_tanggal(request, *(f"{k}.{n}" for n in nomor for k in ("mulai", "selesai"))))
        hasil = services.susun_jadwal(
            **akses.dasar,
            tahun=tahun,
            daftar=[JendelaBaru(n, next(hari), next(hari)) for n in nomor],
            dasar=request.POST.get("dasar", ""),
        )
    except (IsianTidakSah, VersiUsang) as galat:
        return _halaman(request, akses, tahun, borang="susun", galat=galat)
    kata = ngettext("%s jendela diatur.", "%s jendela diatur.", len(hasil)) % len(hasil)
    messages.success(request, kata)
    return _kembali(akses, tahun)


@berizin(Tindakan.ATUR_JADWAL)
@require_POST
def atur_jadwal(
    request: HttpRequest, akses: Akses, tahun: int, jenis: str, nomor: int
) -> HttpResponse:
    """Set one window, or move its days with a reason."""
    if (jenis, nomor) not in _semua():
        raise tidak_lengkap()
    alasan, versi = request.POST.get("alasan", "").strip(), versi_kiriman(request)
    try:
        mulai, selesai = _tanggal(request, "mulai", "selesai")
        if versi and not alasan:
            raise IsianTidakSah.dari(
                _("Jadwal tidak disimpan."),
                {"alasan": _("Tulis mengapa harinya berubah; ia tersimpan dalam riwayat.")},
            )
        services.atur_jadwal(
            **akses.dasar,
            jenis=jenis,
            tahun=tahun,
            periode=selectors.periode(tahun, JenisPeriode.TRIWULAN, nomor) if nomor else None,
            mulai=mulai,
            selesai=selesai,
            dasar=request.POST.get("dasar", ""),
            alasan=alasan,
            versi=versi,
        )
    except (IsianTidakSah, VersiUsang) as galat:
        return _halaman(request, akses, tahun, borang=f"{jenis}-{nomor}", galat=galat)
    messages.success(request, _("Jadwal disimpan: %s.") % _sebut(jenis, nomor))
    return _kembali(akses, tahun)


@berizin(Tindakan.ATUR_JADWAL)
@require_POST
def beri_perpanjangan(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """One letter: more days for the ticked units."""
    try:
        jendela = UUID(request.POST.get("jadwal", ""))
    except ValueError as sebab:
        raise tidak_lengkap() from sebab
    try:
        (sampai,) = _tanggal(request, "sampai")
        hasil = services.perpanjang_banyak(
            **akses.dasar,
            jadwal=jendela,
            unit=request.POST.getlist("unit"),
            sampai=sampai,
            alasan=request.POST.get("alasan", ""),
            nomor=request.POST.get("nomor", "")[:100],
        )
    except IsianTidakSah as galat:
        return _halaman(request, akses, tahun, borang="izin", galat=galat)
    kata = ngettext("%s unit mendapat izin.", "%s unit mendapat izin.", len(hasil)) % len(hasil)
    messages.success(request, kata)
    return _kembali(akses, tahun)


@berizin(Tindakan.ATUR_JADWAL)
@require_POST
def kebijakan_pengukuran(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Choose what holds after a window, and after how many working days whom to tell."""
    akses.lingkup.wajib(Tindakan.TETAPKAN_KEBIJAKAN)
    kaidah = {"jendela": JENDELA, "eskalasi": ESKALASI}.get(request.POST.get("kaidah", ""))
    if kaidah is None:
        raise tidak_lengkap()
    isi: dict[str, Any] = (
        {"jendela": request.POST.get("jendela", "")}
        if kaidah == JENDELA
        else {n: _bilangan(request.POST.get(n, "")) for n in ("atasan", "sekretaris_daerah")}
    )
    try:
        (mulai,) = _tanggal(request, "berlaku")
        services.tetapkan_kebijakan(
            **akses.dasar,
            kaidah=kaidah,
            pilihan=isi,
            mulai=mulai,
            dasar=request.POST.get("dasar", ""),
        )
    except IsianTidakSah as galat:
        return _halaman(request, akses, tahun, borang=request.POST["kaidah"], galat=galat)
    messages.success(request, _("Kebijakan disimpan; berlaku sejak tanggal itu."))
    return _kembali(akses, tahun)


def _bilangan(teks: str) -> int | str:
    """A whole number as the rule takes it; an empty field leaves the level out."""
    teks = teks.strip()
    if not teks:
        return "tanpa"
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 4 else teks
