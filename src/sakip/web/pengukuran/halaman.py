"""The quarters of a year, and the sheet of one: an entry grid, or what its checkers read."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.izin import Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah.periode import unsur_survei
from sakip.pengukuran.kaidah.sebab import pilihan_sebab
from sakip.pengukuran.selectors import LembarTampak
from sakip.pengukuran.services import ALASAN_KOSONG, AlamatLembar
from sakip.web.akses import Akses, berizin
from sakip.web.bukti_isian import PILIHAN_RETENSI, TERIMA
from sakip.web.pengukuran.isian import Ketikan, simpan_baris
from sakip.web.pengukuran.kata import (
    MAKNA,
    ROMAWI,
    TINDAKAN,
    kata_tombol,
    sebut_arahan,
    sebut_jendela,
    sebut_keadaan,
    sebut_tindakan,
    temuan,
)
from sakip.web.pengukuran.mutu import isi_mutu, simpan_jawaban
from sakip.web.stasiun import garis, pilihan_tahun


@berizin(Tindakan.LIHAT_KINERJA)
def pengukuran(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """The four quarters of a unit's year: state, window, lateness."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    daftar = selectors.empat_triwulan(akses.lingkup, unit, tahun)
    pada = akses.lingkup.pada
    terbuka = next((t for t in daftar if _perlu_diisi(t, akses)), None)
    return render(
        request,
        "web/pengukuran.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "pengukuran", unit, tahun),
            "contoh": akses.instansi.contoh,
            "daftar": [
                (
                    t,
                    t.lembar.keadaan if t.lembar else "",
                    sebut_keadaan(t.lembar.keadaan) if t.lembar else "",
                    sebut_jendela(t, pada),
                )
                for t in daftar
            ],
            "terbuka": terbuka,
            "mengisi": akses.lingkup.boleh(Tindakan.ISI_PENGUKURAN, unit.jalur),
            "diajukan": sum(t.lembar is not None and _lewat_konsep(t) for t in daftar),
            "makna": MAKNA,
            "romawi": ROMAWI,
            "pada": pada,
        },
    )


def _lewat_konsep(t: selectors.TriwulanTampak) -> bool:
    return t.lembar is not None and t.lembar.keadaan not in {"konsep", "dikembalikan"}


def _perlu_diisi(t: selectors.TriwulanTampak, akses: Akses) -> bool:
    """Open or late and not handed in, or given back."""
    if t.lembar is not None and t.lembar.keadaan == "dikembalikan":
        return True
    pada = akses.lingkup.pada
    return (t.hari.terbuka(pada) or t.hari.lewat(pada)) and not _lewat_konsep(t)


@berizin(Tindakan.LIHAT_KINERJA)
def lembar_pengukuran(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, triwulan: int
) -> HttpResponse:
    """The sheet of a quarter; a sent form saves every row that was changed."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    if request.method == "POST":
        return _simpan_lembar(request, akses, unit, tahun, triwulan)
    return halaman_lembar(request, akses, unit, tahun, triwulan)


def _simpan_lembar(
    request: HttpRequest, akses: Akses, unit: UnitTampak, tahun: int, triwulan: int
) -> HttpResponse:
    """Save what was changed; rows that are refused come back as they were typed."""
    akses.lingkup.wajib(Tindakan.ISI_PENGUKURAN, unit.jalur)
    alamat = AlamatLembar(unit.slug, tahun, triwulan)
    banyak, ketikan = simpan_baris(request, akses, unit, alamat)
    if ketikan.salah:
        return halaman_lembar(request, akses, unit, tahun, triwulan, ketikan=ketikan, status=422)
    banyak += simpan_jawaban(request, akses, alamat)
    if banyak:
        kata = ngettext("%s baris tersimpan.", "%s baris tersimpan.", banyak) % banyak
        messages.success(request, kata)
    else:
        messages.info(request, _("Tidak ada yang berubah."))
    return redirect("web:lembar_pengukuran", akses.instansi.kode, tahun, unit.slug, triwulan)


def halaman_lembar(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    triwulan: int,
    *,
    ketikan: Ketikan | None = None,
    tolak: str = "",
    syarat: tuple[SyaratBelum, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """The page of a sheet; after a refusal with the sentence, faults and all that was typed."""
    x = selectors.lembar_unit(akses.lingkup, unit, tahun, triwulan)
    return render(
        request,
        "web/pengukuran_lembar.html",
        isi_lembar(akses, unit, tahun, x)
        | {
            "ketikan": ketikan or Ketikan(),
            "tolak": tolak,
            "syarat": syarat or tuple(x.syarat),
            "ditolak": bool(syarat),
        },
        status=status,
    )


def isi_lembar(akses: Akses, unit: UnitTampak, tahun: int, x: LembarTampak) -> dict[str, Any]:
    """What the page of a sheet shows whoever looks."""
    tindakan = (
        selectors.tindakan_lembar(akses.lingkup, unit, x.lembar) if x.lembar is not None else {}
    )
    n = x.periode.nomor
    utama = next((k for k in TINDAKAN if k in tindakan and tindakan[k].boleh), None)
    return {
        "unit": unit,
        "tahun": tahun,
        "stasiun": garis(akses, unit, tahun),
        "contoh": akses.instansi.contoh,
        "x": x,
        "n": n,
        "romawi": ROMAWI,
        "temuan": temuan(x, akses.lingkup.pada),
        "nanti": x.hari.mulai is not None and akses.lingkup.pada < x.hari.mulai,
        "jendela": sebut_jendela(x, akses.lingkup.pada),
        "tindakan": tindakan,
        "utama": utama,
        "kata_utama": kata_tombol(utama, n) if utama else "",
        "terhalang": [t.sebab for t in tindakan.values() if t.sebab],
        "riwayat": [(k, sebut_tindakan(k)) for k in x.riwayat],
        "sebut": sebut_tindakan,
        "makna": MAKNA[x.keadaan],
        "sebut_keadaan": sebut_keadaan(x.keadaan),
        "sebutan_unsur": unsur_survei(akses.lingkup.pada),
        "golongan_sebab": pilihan_sebab(x.periode.selesai) if x.sunting else [],
        "menulis_arahan": x.lembar is not None
        and selectors.peran_menulis(akses.lingkup, unit, x.keadaan),
        "sebut_arahan": sebut_arahan(),
        "uang": selectors.uang_triwulan(akses.lingkup, unit, tahun, n),
        "alasan_kosong": [(k, str(v)) for k, v in ALASAN_KOSONG.items()],
        "saran": "; ".join(b.hitungan.sebab for b in x.berbeda if b.hitungan),
        "terima_bukti": TERIMA,
        "pilihan_retensi": PILIHAN_RETENSI,
        "boleh_unggah": akses.lingkup.boleh(Tindakan.UNGGAH_BUKTI, unit.jalur),
        "pada": akses.lingkup.pada,
        **isi_mutu(akses, unit, tahun, x),
    }
