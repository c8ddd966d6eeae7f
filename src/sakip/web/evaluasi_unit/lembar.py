"""The sheet of one tier: criterion, the evidence that is there by itself, the answer."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum, SyaratBelumTerpenuhi
from sakip.bersama.galat import GalatLayanan, IsianTidakSah, Kesalahan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.evaluasi import selectors, services
from sakip.evaluasi.kaidah import perlu_pernyataan
from sakip.evaluasi.models import Tingkat
from sakip.evaluasi.selectors import BuktiSistem, EvaluasiTampak, Kesiapan, TingkatTampak
from sakip.evaluasi.services.perkara import Isi
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.web.akses import Akses, berizin
from sakip.web.evaluasi_unit.kata import kalimat_jarak, kurang, ringkas
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis

# The act by which a tier's sheet is filled, and the one by which it is closed.
TINDAKAN: dict[str, tuple[str, str]] = {
    Tingkat.MANDIRI: ("isi_mandiri", "ajukan_mandiri"),
    Tingkat.ANGGOTA: ("isi_lembar", "selesaikan_lembar"),
    Tingkat.KETUA: ("isi_lembar", "selesaikan_lembar"),
    Tingkat.PENGENDALI_TEKNIS: ("isi_lembar", "selesaikan_lembar"),
    Tingkat.PANEL: ("isi_panel", "panelkan"),
}


@dataclass(frozen=True, slots=True)
class BarisLembar:
    """One sub-komponen on the sheet, with everything that helps to answer it."""

    isian: Any
    bukti: tuple[BuktiSistem, ...]
    isi: Isi | None
    lain: tuple[tuple[TingkatTampak, Isi], ...]
    berbeda: bool
    perlu_catatan: bool
    galat: str = ""
    jawaban: str = ""
    catatan: str = ""
    tersimpan: datetime | None = None


@berizin(Tindakan.LIHAT_EVALUASI)
def lke(request: HttpRequest, akses: Akses, tahun: int, slug: str, tingkat: str) -> HttpResponse:
    """The sheet; posting stores one answer, and gives its row alone to a script that asks so."""
    if tingkat not in Tingkat.values:
        raise Http404
    unit = akses.unit(slug, Tindakan.LIHAT_EVALUASI)
    if request.method == "POST":
        return _jawab(request, akses, tahun, unit, tingkat)
    return halaman_lembar(request, akses, tahun, unit, tingkat)


def _jawab(
    request: HttpRequest, akses: Akses, tahun: int, unit: UnitTampak, tingkat: str
) -> HttpResponse:
    izin = {Tingkat.MANDIRI: Tindakan.ISI_MANDIRI, Tingkat.PANEL: Tindakan.PANEL_EVALUASI}
    akses.unit(unit.slug, izin.get(Tingkat(tingkat), Tindakan.NILAI_EVALUASI))
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    kode = request.POST.get("kode", "")
    galat: GalatLayanan | None = None
    try:
        services.isi_jawaban(
            **akses.dasar,
            evaluasi=e.evaluasi.uuid,
            tingkat=tingkat,
            kode=kode,
            jawaban=request.POST.get("jawaban", ""),
            catatan=request.POST.get("catatan", ""),
            versi=versi_kiriman(request),
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi, VersiUsang) as sebab:
        galat = sebab
    if galat is None and not request.htmx:  # type: ignore[attr-defined]
        alamat = akses.alamat("lke", tahun, unit.slug, tingkat)
        return redirect(f"{alamat}#b-{kode.replace('.', '-')}")
    if request.htmx:  # type: ignore[attr-defined]
        return _baris_saja(request, akses, tahun, unit, tingkat, kode, galat)
    return halaman_lembar(
        request,
        akses,
        tahun,
        unit,
        tingkat,
        galat=galat,
        kode_galat=kode,
        status=galat.status if galat else 200,
    )


def _baris_saja(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    tingkat: str,
    kode: str,
    galat: GalatLayanan | None,
) -> HttpResponse:
    """The one row again, and the score beside it."""
    isi = _isi(request, akses, tahun, unit, tingkat, galat=galat, kode_galat=kode, kini=kode)
    isi["baris"] = [b for b in isi["baris"] if b.isian.kode == kode]
    return render(
        request, "web/lke_baris.html", isi, status=galat.status if galat is not None else 200
    )


def halaman_lembar(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    tingkat: str,
    *,
    tolak: str = "",
    syarat: tuple[SyaratBelum, ...] = (),
    kesalahan: tuple[Kesalahan, ...] = (),
    galat: GalatLayanan | None = None,
    kode_galat: str = "",
    status: int = 200,
) -> HttpResponse:
    """The whole sheet; after a refusal with its sentence and what was typed."""
    isi = _isi(request, akses, tahun, unit, tingkat, galat=galat, kode_galat=kode_galat)
    if galat is not None and not any(b.galat for b in isi["baris"]):
        tolak = galat.pesan
    isi |= {
        "tolak": tolak,
        "syarat_tolak": kurang(akses, unit, tahun, tingkat, syarat),
        "salah": {k.letak: k.pesan for k in kesalahan},
        "ringkas": ringkas(kesalahan),
        "stasiun": garis(akses, unit, tahun),
    }
    return render(request, "web/lke.html", isi, status=status)


def _isi(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    tingkat: str,
    *,
    galat: GalatLayanan | None = None,
    kode_galat: str = "",
    kini: str = "",
) -> dict[str, Any]:
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    isi_kode, tutup_kode = TINDAKAN[tingkat]
    mengisi = e.boleh(isi_kode) and not e.belum(isi_kode, tingkat)
    tampak = next((t for t in e.tingkat if t.tingkat == tingkat), None)
    kesiapan = selectors.kesiapan_bukti(akses.lingkup, unit, tahun)
    return {
        "unit": unit,
        "tahun": tahun,
        "e": e,
        "tingkat": tingkat,
        "sebutan": Tingkat(tingkat).label,
        "tampak": tampak,
        "terlihat": e.boleh_lihat(tingkat),
        "mengisi": mengisi,
        "alasan_tertutup": [] if mengisi else _tertutup(e, isi_kode, tingkat),
        "kurang": kurang(akses, unit, tahun, "", e.belum(tutup_kode, tingkat)) if mengisi else [],
        "tutup": tutup_kode if mengisi else "",
        "baris": [
            _baris(request, e, kesiapan, tingkat, isian, galat, kode_galat, kini, akses.saat)
            for isian in e.lembar.isian
        ],
        "terjawab": len(tampak.jawaban) if tampak else 0,
        "jarak": kalimat_jarak(e.simulasi)
        if e.simulasi and e.penentu is not None and e.penentu.tingkat == tingkat
        else "",
        "alamat": akses.alamat("lke", tahun, unit.slug, tingkat),
        "keluar": {k.kode: k for k in e.lembar.dikecualikan},
        "semua_tingkat": [
            {
                "judul": t.sebutan,
                "url": akses.alamat("lke", tahun, unit.slug, t.tingkat),
                "aktif": t.tingkat == tingkat,
            }
            for t in e.tingkat
        ],
        "ketikan": request.POST,
        "pada": akses.lingkup.pada,
        "contoh": Sifat.CONTOH in {e.evaluasi.sifat, unit.sifat},
    }


def _tertutup(e: EvaluasiTampak, kode: str, tingkat: str) -> list[str]:
    """Why the sheet cannot be filled by this viewer now."""
    if not e.mungkin(kode):
        return [
            _("Evaluasi ini sekarang “%s”, jadi lembarnya tidak diisi.")
            % e.sebut(e.evaluasi.keadaan)
        ]
    if not e.boleh(kode):
        return []
    return [s.pesan for s in e.belum(kode, tingkat)]


def _baris(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    e: EvaluasiTampak,
    kesiapan: Kesiapan,
    tingkat: str,
    isian: Any,
    galat: GalatLayanan | None,
    kode_galat: str,
    kini: str,
    saat: datetime,
) -> BarisLembar:
    tampak = next((t for t in e.tingkat if t.tingkat == tingkat), None)
    isi = None if tampak is None else tampak.jawaban.get(isian.kode)
    lain = tuple(
        (t, t.jawaban[isian.kode])
        for t in e.tingkat
        if t.tingkat != tingkat and isian.kode in t.jawaban
    )
    salah = galat is not None and kode_galat == isian.kode
    lalu = e.sebelum(tingkat)
    asal = lalu.jawaban.get(isian.kode) if lalu is not None and tingkat != Tingkat.ANGGOTA else None
    jawaban = request.POST.get("jawaban", "") if salah else (isi.jawaban if isi else "")
    return BarisLembar(
        isian=isian,
        bukti=kesiapan.sub(isian.kode),
        isi=isi,
        lain=lain,
        berbeda=asal is not None and isi is not None and asal.jawaban != isi.jawaban,
        perlu_catatan=isi is not None
        and not isi.catatan
        and (
            (asal is not None and asal.jawaban != isi.jawaban)
            or (asal is None and perlu_pernyataan(e.lembar, isian.kode, isi.jawaban))
        ),
        galat=_sebut(galat) if salah else "",
        jawaban=jawaban,
        catatan=request.POST.get("catatan", "") if salah else (isi.catatan if isi else ""),
        tersimpan=saat if kini == isian.kode and galat is None else None,
    )


def _sebut(galat: GalatLayanan | None) -> str:
    """The sentence of a refusal, as it stands beside the answer."""
    if galat is None:
        return ""
    if isinstance(galat, IsianTidakSah):
        return " ".join(k.pesan for k in galat.kesalahan) or galat.pesan
    if isinstance(galat, VersiUsang):
        return _("%(pesan)s Yang tersimpan: %(ada)s.") % {
            "pesan": galat.pesan,
            "ada": galat.tersimpan or "–",
        }
    return galat.pesan
