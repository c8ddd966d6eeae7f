"""Recorded results of others, and the calculator for an evaluation sheet."""

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.beranda.selectors import susun_seri
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.evaluasi import kaidah
from sakip.evaluasi.kaidah import JawabanSalah, Lembar, PilihanLembar
from sakip.evaluasi.selectors import hasil_menurut_unit
from sakip.impor.tabel import baca_tabel
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran.kaidah import nama_regulasi, terjemah
from sakip.tampilan.format import isi_kalimat
from sakip.web.akses import Akses, berizin
from sakip.web.tabel import XLSX, buku

UKURAN_LEMBAR_MAKS = 1_000_000


@berizin(Tindakan.LIHAT_HASIL_EVALUASI)
def hasil_evaluasi(request: HttpRequest, akses: Akses) -> HttpResponse:
    """The recorded series of the pemda, and of units that have one."""
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_HASIL_EVALUASI)
    hasil = hasil_menurut_unit(akses.lingkup, unit)
    seri = [{"unit": u} | susun_seri(hasil[u.id]) for u in unit if u.id in hasil]
    return render(
        request,
        "web/hasil_evaluasi.html",
        {"seri": seri, "nama_regulasi": nama_regulasi(), "kini": akses.lingkup.pada.year},
    )


def _lembar(kode: str) -> tuple[PilihanLembar, Lembar]:
    ada = kaidah.lembar_menurut_kode(kode)
    if ada is None:
        raise Http404
    return ada


@berizin(Tindakan.HITUNG_LKE)
def hitung_lke(request: HttpRequest, akses: Akses, kode_lembar: str = "88-2021") -> HttpResponse:
    """Score a sheet. Nothing is stored: what was answered stays in the form and its download."""
    pilihan, lembar = _lembar(kode_lembar)
    isi: dict[str, Any] = {
        "pilihan": pilihan,
        "daftar_lembar": kaidah.LEMBAR,
        "lembar": lembar,
        "jawaban": {},
        "hasil": None,
        "kesalahan": {},
        "pesan_galat": "",
        "akses": akses,
    }
    status = 200
    if request.method == "POST":
        status = _hitung(request, lembar, isi)
    if isi["hasil"] is not None and request.POST.get("unduh") in {"json", "xlsx"}:
        return _unduh(request.POST["unduh"], pilihan, isi["hasil"])
    return render(request, "web/hitung_lke.html", isi, status=status)


def _hitung(request: HttpRequest, lembar: Lembar, isi: dict[str, Any]) -> int:
    """Fill ``isi`` with the score and the way up, or with what is wrong; return the status."""
    try:
        hasil = _nilai(request, lembar, isi)
    except IsianTidakSah as galat:
        isi["pesan_galat"] = " ".join(k.pesan for k in galat.kesalahan) or galat.pesan
        return galat.status
    except JawabanSalah as galat:
        isi["kesalahan"] = {k.kode: _sebut(k) for k in galat.kesalahan}
        banyak = len(galat.kesalahan)
        isi["pesan_galat"] = (
            ngettext("%s jawaban belum dapat dihitung.", "%s jawaban belum dapat dihitung.", banyak)
            % banyak
        )
        return 422
    isi |= {
        "jawaban": hasil.jawaban,
        "hasil": hasil,
        "jejak": hasil.jejak.ke_data(),
        "peringatan": [isi_kalimat(p.pola, dict(p.isian)) for p in hasil.peringatan],
        "simulasi": kaidah.simulasi(lembar, hasil.jawaban),
        "pita": kaidah.pita_predikat(lembar),
        "nama_regulasi": nama_regulasi(),
    }
    return 200


def _nilai(request: HttpRequest, lembar: Lembar, isi: dict[str, Any]) -> kaidah.HasilPenilaian:
    """Score the uploaded table when there is one, else the form, which keeps what was chosen."""
    berkas = request.FILES.get("berkas")
    if berkas is None:
        isi["jawaban"] = kaidah.jawaban_dari_formulir(lembar, request.POST)
        return kaidah.nilai_lembar(lembar, isi["jawaban"])
    if berkas.size is None or berkas.size > UKURAN_LEMBAR_MAKS:
        raise IsianTidakSah(_("Lembar ini lebih besar dari 1 MB; isinya cukup kode dan jawaban."))
    baris = baca_tabel(berkas.read(), ("kode", "jawaban"))
    tabel = [(b.nomor, b.teks("kode"), b.teks("jawaban")) for b in baris]
    isi["jawaban"] = {k: j for _n, k, j in tabel if k in lembar.kode_jawaban}
    return kaidah.nilai_tabel(lembar, tabel)


def _sebut(k: kaidah.KesalahanJawaban) -> str:
    pesan = terjemah(k.kalimat)
    return (
        pesan if k.baris is None else _("baris %(n)s: %(pesan)s") % {"n": k.baris, "pesan": pesan}
    )


def _unduh(bentuk: str, pilihan: PilihanLembar, hasil: kaidah.HasilPenilaian) -> HttpResponse:
    nama = f"hitung-lke-{pilihan.kode}.{bentuk}"
    kepala = {"Content-Disposition": f'attachment; filename="{nama}"'}
    if bentuk == "json":
        return HttpResponse(
            json.dumps(hasil.ke_data(), ensure_ascii=False, indent=2),
            content_type="application/json; charset=utf-8",
            headers=kepala,
        )
    baris = [
        [s.kode, _(s.nama), ", ".join(j for _k, j in s.jawaban), s.bobot, s.nilai]
        for k in hasil.komponen
        for s in k.sub
    ]
    baris.append(["", _("Jumlah"), hasil.predikat.kode, 100, hasil.nilai])
    baris += [
        ["", isi_kalimat(lk.uraian.pola, dict(lk.uraian.isian)), "", None, lk.nilai]
        for lk in hasil.jejak.langkah
    ]
    isi = buku(
        _("Hitung LKE"),
        [
            (_("Kode"), 10),
            (_("Uraian"), 70),
            (_("Jawaban"), 16),
            (_("Bobot"), 10),
            (_("Nilai"), 10),
        ],
        baris,
    )
    return HttpResponse(isi, content_type=XLSX, headers=kepala)
