"""Recommendations: drafted by the ketua, planned and done by the unit, checked by the team."""

from collections.abc import Callable
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.arsip.services import simpan_bukti
from sakip.bersama.galat import IsianTidakSah, Kesalahan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.evaluasi import kaidah, selectors, services
from sakip.evaluasi.models import KeadaanEvaluasi, KeadaanRekomendasi, Tingkat
from sakip.evaluasi.selectors import EvaluasiTampak
from sakip.evaluasi.services import RekomendasiBaru
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.web.akses import Akses, berizin
from sakip.web.evaluasi_unit.kata import MAKNA_REKOMENDASI, ringkas
from sakip.web.kiriman import versi_kiriman
from sakip.web.stasiun import garis

TIADA = UUID(int=0)  # stands for a choice that was not made; no record has it


def _uuid(teks: str) -> UUID:
    try:
        return UUID(teks)
    except ValueError:
        # Refused by the service together with the other faults.
        return TIADA


@berizin(Tindakan.LIHAT_EVALUASI)
def rekomendasi(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """All recommendations of an evaluation; the ketua adds to the draft here."""
    unit = akses.unit(slug, Tindakan.LIHAT_EVALUASI)
    if request.method == "POST":
        return _tambah(request, akses, tahun, slug)
    return _halaman(request, akses, tahun, unit)


def _tambah(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    unit = akses.unit(slug, Tindakan.NILAI_EVALUASI)
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    try:
        baru = services.catat_rekomendasi(
            **akses.dasar, evaluasi=e.evaluasi.uuid, daftar=_dipilih(request, e)
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi) as galat:
        kesalahan = galat.kesalahan
        return _halaman(
            request,
            akses,
            tahun,
            unit,
            tolak=galat.pesan,
            kesalahan=tuple(Kesalahan(k.letak.rpartition(".")[2], k.pesan) for k in kesalahan),
            status=galat.status,
        )
    messages.success(
        request,
        ngettext("%s rekomendasi masuk draf.", "%s rekomendasi masuk draf.", len(baru)) % len(baru),
    )
    return redirect("web:rekomendasi", akses.instansi.kode, tahun, slug)


def _dipilih(request: HttpRequest, e: EvaluasiTampak) -> list[RekomendasiBaru]:
    """Ticked proposals and old recommendations, then the one that was written freely."""
    daftar = [
        RekomendasiBaru(u.kode, u.temuan, u.uraian)
        for kode in e.lembar.kode_jawaban
        for n, u in enumerate(kaidah.daftar_usulan(kode))
        if f"{kode}:{n}" in request.POST.getlist("usulan")
    ]
    daftar += [
        RekomendasiBaru(r.kode, r.temuan, r.uraian, r.uuid)
        for r in selectors.rekomendasi_terbuka(
            e.perkara.lingkup, e.perkara.unit, sebelum=e.evaluasi.tahun_kinerja
        )
        if str(r.uuid) in request.POST.getlist("asal")
    ]
    temuan, uraian = request.POST.get("temuan", ""), request.POST.get("uraian", "")
    if temuan.strip() or uraian.strip():
        daftar.append(RekomendasiBaru(request.POST.get("kode", ""), temuan, uraian))
    return daftar


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    *,
    tolak: str = "",
    kesalahan: tuple[Kesalahan, ...] = (),
    status: int = 200,
) -> HttpResponse:
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    terbit = e.evaluasi.keadaan == KeadaanEvaluasi.DITERBITKAN
    menulis = e.boleh("catat_rekomendasi") and not e.belum("catat_rekomendasi")
    return render(
        request,
        "web/evaluasi_rekomendasi.html",
        {
            "unit": unit,
            "tahun": tahun,
            "e": e,
            "stasiun": garis(akses, unit, tahun),
            "terbit": terbit,
            "daftar": e.rekomendasi,
            "temuan": _temuan(e, terbit=terbit),
            "makna": MAKNA_REKOMENDASI,
            "menulis": menulis,
            "usulan": _usulan(e) if menulis else [],
            "lama": selectors.rekomendasi_terbuka(akses.lingkup, unit, sebelum=tahun)
            if menulis
            else [],
            "tolak": tolak,
            "salah": {k.letak: k.pesan for k in kesalahan},
            "ringkas": ringkas(kesalahan),
            "ketikan": request.POST,
            "terpilih": request.POST.getlist("usulan") + request.POST.getlist("asal"),
            "contoh": Sifat.CONTOH in {e.evaluasi.sifat, unit.sifat},
            "pada": akses.lingkup.pada,
        },
        status=status,
    )


def _temuan(e: EvaluasiTampak, *, terbit: bool) -> str:
    semua = len(e.rekomendasi)
    if not terbit:
        return (
            ngettext("%s rekomendasi dalam draf", "%s rekomendasi dalam draf", semua) % semua
            if semua
            else _("Rekomendasi terlihat sejak naskah hasil sementara")
        )
    selesai = sum(r.keadaan == KeadaanRekomendasi.SELESAI for r in e.rekomendasi)
    return _("%(selesai)s dari %(semua)s rekomendasi selesai") % {
        "selesai": selesai,
        "semua": semua,
    }


def _usulan(e: EvaluasiTampak) -> list[tuple[str, str, list[tuple[str, Any]]]]:
    """Prewritten proposals for every sub-komponen answered below BB: code, answer, proposals."""
    t = next((t for t in reversed(e.tingkat) if t.tingkat != Tingkat.MANDIRI), None)
    if t is None:
        return []
    dipakai = {r.uraian for r in e.rekomendasi}
    return [
        (
            kode,
            t.jawaban[kode].jawaban,
            [
                (f"{kode}:{n}", u)
                for n, u in enumerate(kaidah.daftar_usulan(kode))
                if u.uraian not in dipakai
            ],
        )
        for kode in e.lembar.kode_jawaban
        if kode in t.jawaban and kaidah.di_bawah_penuh(e.lembar, kode, t.jawaban[kode].jawaban)
    ]


@berizin(Tindakan.NILAI_EVALUASI)
@require_POST
def ubah_rekomendasi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Reword or drop one recommendation of the draft (``buang`` names the button)."""
    unit = akses.unit(slug, Tindakan.NILAI_EVALUASI)
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    isi: dict[str, Any] = {
        **akses.dasar,
        "evaluasi": e.evaluasi.uuid,
        "rekomendasi": uuid,
    }
    try:
        isi["versi"] = versi_kiriman(request)
        if "buang" in request.POST:
            services.buang_rekomendasi(**isi)
            messages.success(request, _("Rekomendasi dikeluarkan dari draf."))
        else:
            services.ubah_rekomendasi(
                **isi,
                temuan=request.POST.get("temuan", ""),
                uraian=request.POST.get("uraian", ""),
            )
            messages.success(request, _("Rekomendasi tersimpan."))
    except (IsianTidakSah, SyaratBelumTerpenuhi, VersiUsang) as galat:
        return _halaman(request, akses, tahun, unit, tolak=galat.pesan, status=galat.status)
    return redirect("web:rekomendasi", akses.instansi.kode, tahun, slug)


@berizin(Tindakan.LIHAT_EVALUASI)
def tindak_lanjut(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """One recommendation: its plan, evidence, check and history, and the next act."""
    return _satu(request, akses, tahun, akses.unit(slug, Tindakan.LIHAT_EVALUASI), uuid)


def _satu(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    uuid: UUID,
    *,
    tolak: str = "",
    kesalahan: tuple[Kesalahan, ...] = (),
    status: int = 200,
) -> HttpResponse:
    t = selectors.rekomendasi(akses.lingkup, unit, tahun, uuid)
    r = t.rekomendasi
    boleh = {
        kode: t.boleh(akses.lingkup, unit, kode)
        for kode in ("rencanakan_tindak_lanjut", "sampaikan_bukti", "nyatakan_selesai")
    }
    return render(
        request,
        "web/tindak_lanjut.html",
        {
            "unit": unit,
            "tahun": tahun,
            "r": r,
            "stasiun": garis(akses, unit, tahun),
            "riwayat": [(x, t.sebut(x.tindakan)) for x in t.riwayat],
            "makna": MAKNA_REKOMENDASI,
            "boleh": boleh,
            "jabatan": selectors.jabatan_unit(akses.lingkup, unit, akses.lingkup.pada)
            if boleh["rencanakan_tindak_lanjut"]
            else [],
            "bukti": selectors.bukti_unit(akses.lingkup, unit) if boleh["sampaikan_bukti"] else [],
            "boleh_unggah": akses.lingkup.boleh(Tindakan.UNGGAH_BUKTI, unit.jalur),
            "terlambat": r.tenggat is not None
            and r.tenggat < akses.lingkup.pada
            and r.keadaan not in {KeadaanRekomendasi.SELESAI, KeadaanRekomendasi.DITINDAKLANJUTI},
            "tolak": tolak,
            "salah": {k.letak: k.pesan for k in kesalahan},
            "ringkas": ringkas(kesalahan),
            "ketikan": request.POST,
            "contoh": Sifat.CONTOH in {r.evaluasi.sifat, unit.sifat},
        },
        status=status,
    )


def _bertindak(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    slug: str,
    uuid: UUID,
    izin: Tindakan,
    lakukan: Callable[[dict[str, Any]], object],
    berhasil: str,
) -> HttpResponse:
    unit = akses.unit(slug, izin)
    r = selectors.rekomendasi(akses.lingkup, unit, tahun, uuid).rekomendasi
    try:
        # Evidence that came along and the act it belongs to are stored together or not at all.
        with transaction.atomic():
            lakukan({**akses.dasar, "rekomendasi": r.uuid, "versi": versi_kiriman(request)})
    except (SyaratBelumTerpenuhi, VersiUsang) as galat:
        return _satu(request, akses, tahun, unit, uuid, tolak=galat.pesan, status=galat.status)
    except IsianTidakSah as galat:
        return _satu(
            request,
            akses,
            tahun,
            unit,
            uuid,
            tolak=galat.pesan,
            kesalahan=galat.kesalahan,
            status=galat.status,
        )
    messages.success(request, berhasil)
    return redirect("web:tindak_lanjut", akses.instansi.kode, tahun, slug, uuid)


@berizin(Tindakan.RENCANAKAN_TINDAK_LANJUT)
@require_POST
def rencanakan(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Store the plan."""

    def lakukan(isi: dict[str, Any]) -> None:
        try:
            tenggat = date.fromisoformat(request.POST.get("tenggat", ""))
        except ValueError:
            tenggat = date.min  # refused by the service together with the other faults
        services.rencanakan_tindak_lanjut(
            **isi,
            rencana=request.POST.get("rencana", ""),
            penanggung_jawab=_uuid(request.POST.get("penanggung_jawab", "")),
            tenggat=tenggat,
        )

    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        uuid,
        Tindakan.RENCANAKAN_TINDAK_LANJUT,
        lakukan,
        _("Rencana tindak lanjut tersimpan."),
    )


@berizin(Tindakan.RENCANAKAN_TINDAK_LANJUT)
@require_POST
def sampaikan_bukti(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Show what was done: with evidence that is there already, or with a file sent along."""

    def lakukan(isi: dict[str, Any]) -> None:
        bukti = _uuid(request.POST.get("bukti", ""))
        berkas = request.FILES.get("berkas")
        if berkas is not None:
            bukti = simpan_bukti(
                **akses.dasar,
                unit=slug,
                judul=request.POST.get("judul", "") or (berkas.name or ""),
                nama_berkas=berkas.name or "",
                isi=berkas.read(),
                tahun=akses.lingkup.pada.year,
                sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
            ).uuid
        services.sampaikan_bukti_tindak_lanjut(
            **isi, bukti=bukti, keterangan=request.POST.get("keterangan", "")
        )

    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        uuid,
        Tindakan.RENCANAKAN_TINDAK_LANJUT,
        lakukan,
        _("Bukti disampaikan; tim memeriksanya."),
    )


@berizin(Tindakan.PERIKSA_TINDAK_LANJUT)
@require_POST
def periksa_tindak_lanjut(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID
) -> HttpResponse:
    """Accept the evidence, or send it back with a reason."""
    return _bertindak(
        request,
        akses,
        tahun,
        slug,
        uuid,
        Tindakan.PERIKSA_TINDAK_LANJUT,
        lambda isi: services.periksa_tindak_lanjut(
            **isi,
            putusan=request.POST.get("putusan", ""),
            catatan=request.POST.get("catatan", ""),
        ),
        _("Hasil pemeriksaan tersimpan."),
    )
