"""The checks of a plan: of one unit rule by rule, and of all units side by side."""

from typing import Any
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, Sifat
from sakip.perencanaan import kaidah, selectors
from sakip.perencanaan.kaidah import HasilKaidah
from sakip.perencanaan.selectors import KesehatanUnit, Pohon
from sakip.tampilan.format import angka
from sakip.web.akses import Akses, berizin
from sakip.web.rencana import pilih_versi, sebut_versi
from sakip.web.stasiun import garis, pilihan_tahun, tautan_tahun

TAFSIR = "tafsir-"
LINTAS = "crosscutting_tanpa_jawaban"  # mended by asking, not in the tree


@berizin(Tindakan.LIHAT_RENCANA)
def periksa_rencana(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """Every rule over one version: how many things it looked at, what failed, how to mend it."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    dokumen = selectors.daftar_dokumen(akses.lingkup, unit, tahun)
    versi = pilih_versi(dokumen, request.GET.get("versi", ""))
    isi: dict[str, Any] = {
        "unit": unit,
        "tahun": tahun,
        "stasiun": garis(akses, unit, tahun),
        "pilihan_tahun": pilihan_tahun(akses, "periksa_rencana", unit, tahun),
        "versi": versi,
    }
    if versi is not None:
        pohon = selectors.pohon_versi(akses.lingkup, unit, versi, tahun)
        ubah = (
            akses.alamat("rencana", tahun, unit.slug) + f"{versi.uuid}/"
            if akses.lingkup.boleh(Tindakan.SUSUN_RENCANA, unit.jalur)
            and any(versi.pk == d.versi[0].pk for d in dokumen)
            else ""
        )
        lintas = akses.alamat("crosscutting", tahun, unit.slug)
        isi |= {
            "contoh": versi.dokumen.sifat == Sifat.CONTOH,
            "judul": _judul(pohon),
            "sebut": sebut_versi(versi),
            "hasil": pohon.hasil,
            "kaidah": [
                _kaidah(h, lintas, kode="")
                if h.kaidah.kode == LINTAS
                else _kaidah(h, ubah and f"{ubah}simpul/")
                for h in pohon.hasil.simpul
            ]
            + [_kaidah(h, ubah and f"{ubah}indikator/") for h in pohon.hasil.indikator],
        }
    return render(request, "web/rencana_periksa.html", isi)


def _judul(pohon: Pohon) -> str:
    nilai = pohon.hasil.kesehatan
    if nilai is None:
        return _("Belum ada yang dapat diperiksa")
    banyak = len(pohon.temuan)
    if not banyak:
        return _("Pohon kinerja ini utuh: tidak ada temuan")
    return ngettext(
        "%(n)s temuan pada pohon kinerja; kesehatannya %(nilai)s",
        "%(n)s temuan pada pohon kinerja; kesehatannya %(nilai)s",
        banyak,
    ) % {"n": angka(banyak), "nilai": angka(nilai, 2)}


def _kaidah(h: HasilKaidah, ubah: str, kode: str = "?kode=") -> dict[str, Any]:
    """One rule as the page shows it; ``ubah`` is where its objects are mended, or empty.

    ``kode`` is how the address names the object; empty: one page mends them all.
    """
    return {
        "kode": h.kaidah.kode,
        "judul": kaidah.terjemah(h.kaidah.judul),
        "perbaikan": kaidah.terjemah(h.kaidah.perbaikan),
        "wajib": h.kaidah.keparahan == kaidah.Keparahan.WAJIB,
        "dasar": h.kaidah.dasar,
        "tafsir": h.kaidah.dasar.startswith(TAFSIR),
        "diperiksa": h.diperiksa,
        "lulus": h.lulus,
        "bobot": kaidah.BOBOT[h.kaidah.keparahan],
        "temuan": [
            {
                "kalimat": kaidah.terjemah(t.kalimat),
                "url": f"{ubah}{kode and kode + quote(t.objek)}" if ubah else None,
            }
            for t in h.temuan
        ],
    }


@berizin(Tindakan.LIHAT_RENCANA)
def kesehatan_pohon(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """All units in reach: whether they have a plan for the year and how healthy its tree is."""
    unit = organisasi.daftar_unit(
        akses.lingkup, Tindakan.LIHAT_RENCANA, jenis=PERANGKAT_DAERAH, tahun=tahun
    )
    semua = selectors.kesehatan_unit(akses.lingkup, unit, tahun)
    berencana = [k for k in semua if k.hasil is not None]
    # The sickest first: it is read by whoever decides where to help.
    berencana.sort(key=lambda k: (-1 if k.nilai is None else k.nilai, k.unit.nama))
    return render(
        request,
        "web/kesehatan_pohon.html",
        {
            "tahun": tahun,
            "baris": [_baris(akses, tahun, k) for k in berencana],
            "tanpa": [k.unit for k in semua if k.hasil is None],
            "banyak": len(semua),
            "bertemuan": sum(bool(k.hasil and k.hasil.temuan) for k in berencana),
            "pilihan_tahun": tautan_tahun(
                tahun,
                range(akses.lingkup.pada.year - 2, akses.lingkup.pada.year + 2),
                lambda t: akses.alamat("kesehatan_pohon", t),
            ),
            "contoh": akses.instansi.contoh,
        },
    )


def _baris(akses: Akses, tahun: int, k: KesehatanUnit) -> dict[str, Any]:
    return {
        "unit": k.unit,
        "versi": sebut_versi(k.versi) if k.versi else "",
        "nilai": k.nilai,
        "wajib": k.wajib,
        "perhatian": k.perhatian,
        "url": akses.alamat("periksa_rencana", tahun, k.unit.slug),
    }
