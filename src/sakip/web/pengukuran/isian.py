"""What is typed into a sheet: read from the form, saved row by row, shown again when refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sakip.bersama.galat import GalatLayanan, IsianTidakSah, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah.sebab import SESUAI_RENCANA, pilihan_sebab
from sakip.pengukuran.selectors import Baris
from sakip.pengukuran.services import (
    AlamatLembar,
    IsianSel,
    isi_realisasi,
    isi_survei,
)
from sakip.perencanaan.models import CaraUkur
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import baca_versi, tidak_lengkap

URAIAN = ("alasan_kosong", "golongan_sebab", "penyebab", "solusi", "faktor", "jawaban_mirip")


@dataclass(slots=True)
class Ketikan:
    """A refused form: what was typed in each row, and the faults by row and field."""

    isi: dict[str, dict[str, str]] = field(default_factory=dict)
    unsur: dict[str, list[str]] = field(default_factory=dict)
    salah: dict[str, dict[str, str]] = field(default_factory=dict)

    def nilai(self, b: Baris, nama: str) -> str:
        """What a field shows: what was typed, else what is stored."""
        if b.kode in self.isi:
            return self.isi[b.kode].get(nama, "")
        return tersimpan(b).get(nama, "")

    def unsur_untuk(self, b: Baris) -> list[str]:
        """The nine means of a survey as they stand in the form."""
        return self.unsur.get(b.kode) or unsur_tersimpan(b)

    def pilihan_sebab(self, b: Baris) -> list[tuple[str, str, str]]:
        """The classes of causes for a row's period."""
        return pilihan_sebab(b.periode.selesai) if b.periode else []

    def sesuai_rencana(self, b: Baris) -> bool:
        """Whether the success factor is the one tick, not words."""
        return self.nilai(b, "faktor") == SESUAI_RENCANA

    def galat(self, b: Baris) -> Mapping[str, str]:
        return self.salah.get(b.kode, {})


def tersimpan(b: Baris) -> dict[str, str]:
    """A row as the form would send it unchanged."""
    r = b.realisasi
    hasil = {nama: getattr(r, nama) if r else "" for nama in URAIAN}
    hasil["teks"] = r.teks if r else ""
    hasil["responden"] = str(b.isi.responden or "") if b.isi else ""
    return hasil


def unsur_tersimpan(b: Baris) -> list[str]:
    """The nine means as people write them."""
    unsur = b.isi.unsur if b.isi else ()
    return [f"{u:f}".replace(".", ",") for u in unsur] or [""] * 9


def baca_baris(data: QueryDict, kode: str) -> dict[str, str] | None:
    """The fields of one row in a sent form; ``None``: the row is not in it."""
    if f"versi.{kode}" not in data:
        return None
    nama = ("teks", *URAIAN, "versi", "responden", "pertahankan")
    isi = {satu: data.get(f"{satu}.{kode}", "").replace("\r\n", "\n") for satu in nama}
    if f"sesuai_rencana.{kode}" in data and not isi["faktor"].strip():
        isi["faktor"] = SESUAI_RENCANA
    return isi


def simpan_baris(
    request: HttpRequest, akses: Akses, unit: UnitTampak, alamat: AlamatLembar
) -> tuple[int, Ketikan]:
    """Save every changed row of a sent form; how many were saved, and what was refused."""
    x = selectors.lembar_unit(akses.lingkup, unit, alamat.tahun, alamat.triwulan)
    banyak, ketikan = 0, Ketikan()
    tanpa_faktor = x.tanpa_faktor
    for b in x.baris:
        isi = baca_baris(request.POST, b.kode)
        if isi is None:
            continue
        if "semua_sesuai" in request.POST and b in tanpa_faktor and not isi["faktor"]:
            isi["faktor"] = SESUAI_RENCANA
        if not _berubah(request.POST, b, isi):
            continue
        try:
            simpan_satu(akses, alamat, b, isi, request.POST.getlist(f"unsur.{b.kode}"))
        except (IsianTidakSah, VersiUsang) as galat:
            ketikan.isi[b.kode] = isi
            ketikan.unsur[b.kode] = request.POST.getlist(f"unsur.{b.kode}")
            ketikan.salah[b.kode] = menurut_bidang(galat)
        else:
            banyak += 1
    return banyak, ketikan


def menurut_bidang(galat: GalatLayanan) -> dict[str, str]:
    """Faults by field; a sentence without a field stands at the value."""
    if isinstance(galat, IsianTidakSah) and galat.kesalahan:
        return galat.menurut_letak
    return {"teks": galat.pesan}


def _berubah(data: QueryDict, b: Baris, isi: Mapping[str, str]) -> bool:
    if isi["pertahankan"]:
        return True
    lama = tersimpan(b)
    bidang = ("responden", *URAIAN) if b.butir.versi.cara == CaraUkur.SURVEI else ("teks", *URAIAN)
    if any(isi[n].strip() != lama[n] for n in bidang):
        return True
    unsur = data.getlist(f"unsur.{b.kode}")
    return bool(unsur) and unsur != unsur_tersimpan(b)


def simpan_satu(
    akses: Akses, alamat: AlamatLembar, b: Baris, isi: Mapping[str, str], unsur: list[str]
) -> None:
    """One row through the service that fits it."""
    survei = b.butir.versi.cara == CaraUkur.SURVEI
    isian = IsianSel(
        teks="" if survei else isi["teks"],
        alasan_kosong=isi["alasan_kosong"],
        golongan_sebab=isi["golongan_sebab"],
        penyebab=isi["penyebab"],
        solusi=isi["solusi"],
        faktor=isi["faktor"],
        jawaban_mirip=isi["jawaban_mirip"],
    )
    umum = {
        **akses.dasar,
        "alamat": alamat,
        "indikator": b.kode,
        "isian": isian,
        "versi": baca_versi(isi["versi"]),
    }
    if survei:
        isi_survei(**umum, unsur=unsur, responden=isi["responden"])  # type: ignore[arg-type]
    else:
        isi_realisasi(**umum)  # type: ignore[arg-type]


@berizin(Tindakan.ISI_PENGUKURAN)
@require_POST
def isi_sel(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, indikator: str
) -> HttpResponse:
    """One row as it is left: what it is worth now, or what is wrong; without a script, a page."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    alamat = AlamatLembar(slug, tahun, triwulan)
    x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
    b = next((b for b in x.baris if b.kode == indikator), None)
    isi = baca_baris(request.POST, indikator)
    if b is None or isi is None:
        raise tidak_lengkap()
    salah: dict[str, str] = {}
    try:
        simpan_satu(akses, alamat, b, isi, request.POST.getlist(f"unsur.{indikator}"))
    except (IsianTidakSah, VersiUsang) as galat:
        if not request.headers.get("HX-Request"):
            raise
        salah = menurut_bidang(galat)
    if not request.headers.get("HX-Request"):
        return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, slug, triwulan)
    if not salah:
        x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
        b = next(b for b in x.baris if b.kode == indikator)
    return render(
        request,
        "web/pengukuran_hasil.html",
        {
            "unit": unit,
            "tahun": tahun,
            "x": x,
            "b": b,
            "salah": salah,
            "tersimpan": akses.saat,
        },
        status=422 if salah else 200,
    )
