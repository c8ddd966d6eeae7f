"""The form by which evidence comes in: several files at once, or a link; all of it or nothing."""

from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.http import HttpRequest
from django.utils.translation import gettext as _

from sakip.arsip.models import Bukti, Retensi
from sakip.arsip.services import simpan_bukti, simpan_tautan
from sakip.bersama.galat import IsianTidakSah
from sakip.organisasi.kaidah import UKURAN_TERBESAR
from sakip.organisasi.models import Sifat
from sakip.web.akses import Akses

BERKAS_SEKALI = 20  # files of one form
PILIHAN_RETENSI = Retensi.choices
# What a phone offers first is its camera; a desktop shows what we take.
TERIMA = ".pdf,.docx,.xlsx,.pptx,.odt,.ods,.zip,image/jpeg,image/png,image/webp"
_MEGA = 1_000_000


@dataclass(frozen=True, slots=True)
class _Kiriman:
    """What one form says of all its files."""

    judul: str
    umum: dict[str, Any]


def simpan_kiriman(request: HttpRequest, akses: Akses, slug: str, tahun: int) -> list[Bukti]:
    """Store every file of the form, or its link. Raises ``IsianTidakSah`` with all faults."""
    berkas = [satu for satu in request.FILES.getlist("berkas") if satu.name]
    url = request.POST.get("url", "").strip()
    if bool(berkas) == bool(url):
        raise IsianTidakSah.dari(
            _("Bukti tidak disimpan."),
            {
                "berkas": _("Isi salah satu saja: berkas, atau tautan.")
                if url
                else _("Pilih berkasnya, atau tulis tautannya.")
            },
        )
    if len(berkas) > BERKAS_SEKALI:
        raise IsianTidakSah.dari(
            _("Bukti tidak disimpan."),
            {"berkas": _("Paling banyak %s berkas sekali kirim.") % BERKAS_SEKALI},
        )
    k = _Kiriman(
        request.POST.get("judul", "").strip(),
        {
            **akses.dasar,
            "unit": slug,
            "tahun": tahun,
            "tanggal": _tanggal(request, "tanggal"),
            "berlaku_sampai": _tanggal(request, "berlaku_sampai"),
            "retensi": request.POST.get("retensi", Retensi.KINERJA),
            "sifat": Sifat.CONTOH if akses.instansi.contoh else Sifat.ASLI,
        },
    )
    if url:
        return [simpan_tautan(**k.umum, judul=k.judul, url=url)]
    return _simpan_berkas(berkas, k)


def _simpan_berkas(berkas: list[UploadedFile], k: _Kiriman) -> list[Bukti]:
    """All files or none; with several, each fault names its file."""
    hasil, salah = [], {}
    with transaction.atomic():
        for nomor, satu in enumerate(berkas):
            judul = _judul(satu, k.judul, banyak=len(berkas) > 1)
            try:
                hasil.append(simpan_bukti(**k.umum, judul=judul, **_isi(satu)))
            except IsianTidakSah as galat:
                if len(berkas) == 1:
                    raise
                kata = " ".join(s.pesan for s in galat.kesalahan)
                salah[f"berkas_{nomor}"] = f"{satu.name}: {kata}"
        if salah:
            raise IsianTidakSah.dari(_("Tidak satu pun berkas disimpan."), salah)
    return hasil


def _isi(satu: UploadedFile) -> dict[str, Any]:
    # What no policy can allow is not read into memory to be told so.
    besar = (satu.size or 0) > UKURAN_TERBESAR * _MEGA
    if besar:
        raise IsianTidakSah.dari(
            _("Bukti tidak disimpan."),
            {
                "berkas": _("Berkas lebih besar dari %s MB. Perkecil atau pisahkan berkasnya.")
                % UKURAN_TERBESAR
            },
        )
    return {"nama_berkas": satu.name or "", "isi": satu.read()}


def _judul(satu: UploadedFile, judul: str, *, banyak: bool) -> str:
    """Its title: as typed, as the file is called, or both where one title heads several files."""
    nama = PurePath(satu.name or "").stem.replace("_", " ")
    if not judul:
        return nama[:200]
    return f"{judul}: {nama}"[:200] if banyak else judul


def _tanggal(request: HttpRequest, nama: str) -> date | None:
    teks = request.POST.get(nama, "").strip()
    if not teks:
        return None
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise IsianTidakSah.dari(
            _("Bukti tidak disimpan."), {nama: _("Tulis tanggal seperti 2026-07-14.")}
        ) from None
