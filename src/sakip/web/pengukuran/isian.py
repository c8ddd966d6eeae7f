"""What is typed into a sheet: read from the form, saved row by row, shown again when refused."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah.sebab import SESUAI_RENCANA, pilihan_sebab
from sakip.pengukuran.selectors import Baris
from sakip.pengukuran.services import AlamatLembar
from sakip.perencanaan.models import CaraUkur
from sakip.web.akses import Akses, berizin
from sakip.web.kiriman import tidak_lengkap
from sakip.web.pengukuran.kiriman_baris import (
    URAIAN,
    HasilBaris,
    Kiriman,
    baca_baris,
    menurut_bidang,
    polos,
    simpan_kiriman,
    terpecah,
)

__all__ = ["Ketikan", "isi_hasil", "isi_sel", "menurut_bidang", "simpan_baris"]


@dataclass(slots=True)
class Ketikan:
    """A refused form: what was typed in each row, and the faults by row and field."""

    baris: dict[str, Kiriman] = field(default_factory=dict)
    salah: dict[str, dict[str, str]] = field(default_factory=dict)

    def nilai(self, b: Baris, nama: str) -> str:
        """What a field shows: what was typed, else what is stored."""
        isi = self.baris[b.kode].isi if b.kode in self.baris else tersimpan(b)
        if nama in {"pembilang", "penyebut"}:
            return terpecah(isi["teks"])[nama]
        return isi.get(nama, "")

    def bulan(self, b: Baris, nomor: int, nama: str) -> str:
        """What a month's field shows."""
        kiriman = self.baris.get(b.kode)
        if kiriman is not None and nomor in kiriman.bulan:
            teks = kiriman.bulan[nomor][0]
        else:
            teks = _bulan_tersimpan(b)[nomor]
        return teks if nama == "teks" else terpecah(teks)[nama]

    def unsur_untuk(self, b: Baris) -> list[str]:
        """The nine means of a survey as they stand in the form."""
        kiriman = self.baris.get(b.kode)
        return (kiriman.unsur if kiriman else []) or unsur_tersimpan(b)

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
    hasil["teks"] = polos(r.teks if r else "", b.butir.versi.jenis_nilai)
    hasil["responden"] = str(b.isi.responden or "") if b.isi else ""
    return hasil


def _bulan_tersimpan(b: Baris) -> dict[int, str]:
    jenis = b.butir.versi.jenis_nilai
    return {m.periode.nomor: polos(m.isi.nilai.teks, jenis) if m.isi else "" for m in b.bulan}


def unsur_tersimpan(b: Baris) -> list[str]:
    """The nine means as people write them."""
    unsur = b.isi.unsur if b.isi else ()
    return [f"{u:f}".replace(".", ",") for u in unsur] or [""] * 9


def simpan_baris(
    request: HttpRequest, akses: Akses, unit: UnitTampak, alamat: AlamatLembar
) -> tuple[int, Ketikan]:
    """Save every changed row of a sent form; how many were saved, and what was refused."""
    x = selectors.lembar_unit(akses.lingkup, unit, alamat.tahun, alamat.triwulan)
    banyak, ketikan = 0, Ketikan()
    tanpa_faktor = x.tanpa_faktor
    for b in x.baris:
        kiriman = baca_baris(request.POST, b.kode)
        if kiriman is None:
            continue
        if "semua_sesuai" in request.POST and b in tanpa_faktor and not kiriman.isi["faktor"]:
            kiriman.isi["faktor"] = SESUAI_RENCANA
        if not _berubah(b, kiriman):
            continue
        hasil = simpan_kiriman(akses, alamat, b.kode, kiriman)
        if hasil.salah:
            ketikan.baris[b.kode] = kiriman
            ketikan.salah[b.kode] = hasil.salah
        else:
            banyak += 1
    return banyak, ketikan


def _berubah(b: Baris, kiriman: Kiriman) -> bool:
    if kiriman.isi["pertahankan"]:
        return True
    lama = tersimpan(b)
    utama = ["responden" if b.butir.versi.cara == CaraUkur.SURVEI else "teks"]
    # The quarter of months has no field of its own.
    if any(kiriman.isi[n].strip() != lama[n] for n in [*([] if b.bulan else utama), *URAIAN]):
        return True
    bulan = _bulan_tersimpan(b)
    if any(teks.strip() != bulan.get(n, "") for n, (teks, _versi) in kiriman.bulan.items()):
        return True
    return bool(kiriman.unsur) and kiriman.unsur != unsur_tersimpan(b)


@berizin(Tindakan.ISI_PENGUKURAN)
@require_POST
def isi_sel(  # noqa: PLR0913, PLR0917
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int, indikator: str
) -> HttpResponse:
    """One row as it is left: what it is worth now, or what is wrong; without a script, a page."""
    unit = akses.unit(slug, Tindakan.ISI_PENGUKURAN)
    kiriman = baca_baris(request.POST, indikator)
    if kiriman is None:
        raise tidak_lengkap()
    hasil = simpan_kiriman(akses, AlamatLembar(slug, tahun, triwulan), indikator, kiriman)
    if not request.headers.get("HX-Request"):
        if hasil.salah:
            raise IsianTidakSah(" ".join(hasil.salah.values()))
        return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, slug, triwulan)
    alamat = AlamatLembar(slug, tahun, triwulan)
    return render(
        request,
        "web/pengukuran_hasil.html",
        isi_hasil(akses, unit, alamat, indikator, hasil),
        status=422 if hasil.salah else 200,
    )


def isi_hasil(
    akses: Akses, unit: UnitTampak, alamat: AlamatLembar, kode: str, hasil: HasilBaris
) -> dict[str, object]:
    """What the cell beside a row shows after it was sent; only that row is read, if any."""
    return {
        "unit": unit,
        "tahun": alamat.tahun,
        "n": alamat.triwulan,
        "b": _baris_kini(akses, unit, alamat, kode, hasil),
        "salah": hasil.salah,
        "bentrok": hasil.bentrok,
        "tersimpan": akses.saat,
    }


def _baris_kini(
    akses: Akses, unit: UnitTampak, alamat: AlamatLembar, kode: str, hasil: HasilBaris
) -> Baris:
    h = hasil.hasil
    if h is None or hasil.salah:
        return selectors.baris_satu(akses.lingkup, unit, alamat.tahun, alamat.triwulan, kode)
    if h.butir.versi.cara == CaraUkur.DAFTAR_PERIKSA or h.butir.bulanan:
        b = selectors.baris_satu(akses.lingkup, unit, alamat.tahun, alamat.triwulan, kode)
    else:
        b = selectors.baris_terisi(
            akses.lingkup,
            unit,
            h.butir,
            h.periode,
            jatuh_tempo=h.jatuh_tempo,
            mutakhir=h.mutakhir,
        )
    selectors.isi_temuan(akses.lingkup, unit, h.t, h.lembar, b)
    return b
