"""A checklist: every object against every test that is due, and one object to record."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.arsip.services import simpan_bukti
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.models import ObjekPeriksa, Uji
from sakip.pengukuran.selectors import Baris, DaftarPeriksa, LembarTampak
from sakip.pengukuran.services import IsianUji, catat_uji
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import baca_versi
from sakip.web.pengukuran.isian import menurut_bidang
from sakip.web.pengukuran.kata import ROMAWI
from sakip.web.stasiun import garis

NAMA_TERBANYAK = 5  # the table below has them all


@dataclass(frozen=True, slots=True)
class Lembaran:
    """A checklist found by its address, with the sheet it belongs to."""

    x: LembarTampak
    baris: Baris
    daftar: DaftarPeriksa


def _cari(akses: Akses, unit: UnitTampak, tahun: int, triwulan: int, indikator: str) -> Lembaran:
    x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
    b = next((b for b in x.baris if b.kode == indikator and b.hitungan is not None), None)
    if b is None:
        raise TidakDitemukan(_("Indikator itu tidak mempunyai daftar periksa pada triwulan ini."))
    daftar = selectors.daftar_periksa(
        akses.lingkup,
        unit,
        b.butir.versi.indikator_id,
        x.periode,
        x.hari.batas or x.periode.selesai,
    )
    return Lembaran(x, b, daftar)


@berizin(Tindakan.LIHAT_KINERJA)
def daftar_periksa(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, indikator: str
) -> HttpResponse:
    """All objects at a glance; a sent form records one object's tests, with evidence."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    if request.method == "POST":
        akses.lingkup.wajib(Tindakan.ISI_PENGUKURAN, unit.jalur)
    satu = _cari(akses, unit, tahun, triwulan, indikator)
    dipilih = _dipilih(satu.daftar, request.POST.get("objek") or request.GET.get("objek", ""))
    if request.method != "POST":
        return _halaman(request, akses, unit, satu, dipilih)
    if dipilih is None:
        raise TidakDitemukan(_("Objek itu tidak ada pada daftar periksa ini."))
    banyak, salah = _simpan(request, akses, unit, satu, dipilih)
    if salah:
        return _halaman(request, akses, unit, satu, dipilih, salah=salah, status=422)
    if banyak:
        messages.success(
            request,
            ngettext("%(n)s uji %(nama)s tercatat.", "%(n)s uji %(nama)s tercatat.", banyak)
            % {"n": banyak, "nama": dipilih.nama},
        )
    alamat = reverse(
        "web:daftar_periksa", args=[akses.instansi.kode, tahun, slug, triwulan, indikator]
    )
    return redirect(f"{alamat}?objek={dipilih.uuid}#satu")


def _dipilih(daftar: DaftarPeriksa, uuid: str) -> ObjekPeriksa | None:
    return next((o for o in daftar.objek if str(o.uuid) == uuid), None)


def _halaman(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    satu: Lembaran,
    dipilih: ObjekPeriksa | None,
    *,
    salah: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    x, b, daftar = satu.x, satu.baris, satu.daftar
    urutan = daftar.objek.index(dipilih) if dipilih else -1
    kini = daftar.sampai(akses.lingkup.pada)
    isi: dict[str, Any] = {
        "unit": unit,
        "tahun": x.periode.tahun,
        "stasiun": garis(akses, unit, x.periode.tahun),
        "contoh": akses.instansi.contoh,
        "n": x.periode.nomor,
        "romawi": ROMAWI,
        "b": b,
        "daftar": daftar,
        "kini": kini,
        "hitungan": kini.hitungan,
        "sebab": kini.hitungan.sebut(NAMA_TERBANYAK),
        "batas": x.hari.batas,
        "dipilih": dipilih,
        "berikut": daftar.objek[urutan + 1] if 0 <= urutan < len(daftar.objek) - 1 else None,
        "mengisi": akses.lingkup.boleh(Tindakan.ISI_PENGUKURAN, unit.jalur)
        and (b.boleh_isi or not x.sunting),
        "salah": salah or {},
        "ketikan": request.POST,
    }
    return render(request, "web/periksa_desa.html", isi, status=status)


def _simpan(
    request: HttpRequest, akses: Akses, unit: UnitTampak, satu: Lembaran, objek: ObjekPeriksa
) -> tuple[int, dict[str, str]]:
    """Record every test of one object that was changed; faults by field, all of them."""
    banyak = 0
    salah: dict[str, str] = {}
    for uji in satu.daftar.uji:
        try:
            banyak += _satu_uji(request, akses, unit, satu, objek, uji)
        except (IsianTidakSah, VersiUsang) as galat:
            salah |= {f"{uji.kode}.{k}": v for k, v in menurut_bidang(galat).items()}
    return banyak, salah


def _satu_uji(  # noqa: PLR0913, PLR0917
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    satu: Lembaran,
    objek: ObjekPeriksa,
    uji: Uji,
) -> int:
    kini = satu.daftar.satu(objek, uji)
    if f"versi.{uji.uuid}" not in request.POST:
        return 0
    versi = baca_versi(request.POST[f"versi.{uji.uuid}"])
    terpenuhi = request.POST.get(f"terpenuhi.{uji.uuid}") == "1"
    catatan = request.POST.get(f"catatan.{uji.uuid}", "")
    berkas = request.FILES.get(f"berkas.{uji.uuid}")
    bukti = UUID(kini.bukti_uuid) if kini.bukti_uuid and terpenuhi else None
    if berkas is None and (terpenuhi, catatan.strip()) == (kini.terpenuhi, kini.catatan):
        return 0
    dasar = {**akses.dasar, "unit": unit.slug}
    if berkas is not None:
        terpenuhi = True
        bukti = simpan_bukti(
            **dasar,  # type: ignore[arg-type]
            judul=f"{uji.nama}, {objek.nama}"[:200],
            nama_berkas=berkas.name or "",
            isi=berkas.read(),
            tahun=satu.x.periode.tahun,
            sifat=Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
        ).uuid
    catat_uji(
        **dasar,  # type: ignore[arg-type]
        indikator=satu.baris.kode,
        isian=IsianUji(objek.uuid, uji.uuid, terpenuhi, bukti, catatan),
        versi=versi,
    )
    return 1
