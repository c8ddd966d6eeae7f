"""The agreements of a unit's year, and one agreement with all that one must know to act on it."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.arsip.selectors import daftar_pindaian
from sakip.bersama.galat import Kesalahan
from sakip.bersama.izin import Tindakan
from sakip.dokumen.perjanjian import judul_perjanjian, susunan_perjanjian
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perjanjian import selectors
from sakip.perjanjian.kaidah import SelisihAnggaran
from sakip.perjanjian.models import KeadaanPerjanjian, PerjanjianKinerja
from sakip.perjanjian.selectors import ALUR_PERJANJIAN, TindakanTampak
from sakip.web.akses import Akses, berizin
from sakip.web.perjanjian.kata import (
    MAKNA,
    alasan_perubahan,
    alasan_selisih,
    kurang,
    sebut_keadaan,
    sebut_sebab,
)
from sakip.web.stasiun import garis, pilihan_tahun


@berizin(Tindakan.LIHAT_PERJANJIAN)
def perjanjian(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """All agreements of a unit's year, the newest first; what is missing, what is offered."""
    return halaman_daftar(request, akses, tahun, slug)


def halaman_daftar(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    slug: str,
    *,
    isian: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The list; ``isian`` holds a refused form: what was typed, its faults, what is missing."""
    unit = akses.unit(slug, Tindakan.LIHAT_PERJANJIAN)
    daftar = selectors.daftar_perjanjian(akses.lingkup, unit, tahun)
    terbuka = next((p for p in daftar if p.keadaan != KeadaanPerjanjian.DITANDATANGANI), None)
    berlaku = next((p for p in daftar if p.keadaan == KeadaanPerjanjian.DITANDATANGANI), None)
    sumber = selectors.sumber_perjanjian(akses.lingkup, unit, tahun) if not daftar else None
    ubah = selectors.perlu_perubahan(akses.lingkup, tahun, unit) if berlaku else []
    perubahan = ubah[0] if ubah else None
    return render(
        request,
        "web/perjanjian.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "perjanjian", unit, tahun),
            "contoh": unit.sifat == Sifat.CONTOH or any(p.sifat == Sifat.CONTOH for p in daftar),
            "daftar": [(p, sebut_keadaan(p), sebut_sebab(p)) for p in daftar],
            "berlaku": berlaku,
            "terbuka": terbuka,
            "kurang": kurang(akses, unit, tahun, sumber.belum) if sumber else [],
            "sumber": sumber,
            "perubahan": perubahan,
            "alasan_perubahan": alasan_perubahan(
                perubahan.selisih, perubahan.anggaran.nomor_dokumen
            )
            if perubahan
            else "",
            "mutasi": selectors.tawaran_mutasi(akses.lingkup, unit, tahun) if berlaku else None,
            "menyusun": akses.lingkup.boleh(Tindakan.SUSUN_PERJANJIAN, unit.jalur),
            "isian": isian or {},
            "makna": MAKNA,
            "pada": akses.lingkup.pada,
        },
        status=status,
    )


@berizin(Tindakan.LIHAT_PERJANJIAN)
def satu_perjanjian(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """One agreement as its paper will look, with its state, history and the next act."""
    unit = akses.unit(slug, Tindakan.LIHAT_PERJANJIAN)
    pk = selectors.satu_perjanjian(akses.lingkup, unit, tahun, nomor)
    return halaman_satu(request, akses, unit, pk)


def halaman_satu(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    pk: PerjanjianKinerja,
    *,
    tolak: str = "",
    syarat: tuple[SyaratBelum, ...] = (),
    kesalahan: tuple[Kesalahan, ...] = (),
    ketikan: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of one agreement; after a refusal with the sentence, faults and what was typed."""
    konteks = selectors.konteks_perjanjian(akses.lingkup, pk)
    tindakan = selectors.tindakan_tampak(
        akses.lingkup, ALUR_PERJANJIAN, pk.keadaan, unit.jalur, konteks
    )
    # An agreement that has been replaced differs from today's budget, and rightly so.
    lewat = pk.berlaku is not None and pk.berlaku.upper <= akses.lingkup.pada
    selisih = () if lewat else konteks["perjanjian"].selisih
    utama = _utama(tindakan, selisih)
    return render(
        request,
        "web/perjanjian_satu.html",
        _isi_satu(akses, unit, pk)
        | {
            "selisih": selisih,
            "tindakan": tindakan,
            "utama": utama,
            "kurang": [
                (t.sebutan, kurang(akses, unit, pk.tahun, t.belum))
                for t in tindakan.values()
                if t.boleh and t.belum and t.kode not in {utama, "catat_kertas"}
            ],
            "alasan_selisih": alasan_selisih(selisih),
            "tolak": tolak,
            "syarat": kurang(akses, unit, pk.tahun, syarat),
            "salah": {k.letak: k.pesan for k in kesalahan},
            "ketikan": ketikan or {},
        },
        status=status,
    )


def _isi_satu(akses: Akses, unit: UnitTampak, pk: PerjanjianKinerja) -> dict[str, Any]:
    """What the page shows whoever looks: the state, the paper, the deadline, the history."""
    naskah = selectors.naskah_perjanjian(
        akses.lingkup,
        pk,
        unit,
        instansi=akses.instansi.nama,
        tanggal=pk.dokumen.tanggal if pk.dokumen else akses.lingkup.pada,
    )
    tenggat = selectors.tenggat_perjanjian(pk)
    return {
        "unit": unit,
        "tahun": pk.tahun,
        "stasiun": garis(akses, unit, pk.tahun),
        "contoh": Sifat.CONTOH in {pk.sifat, unit.sifat},
        "pk": pk,
        "temuan": sebut_keadaan(pk),
        "sebab": sebut_sebab(pk),
        "naskah": naskah,
        "judul_naskah": judul_perjanjian(naskah),
        "kalimat": susunan_perjanjian(naskah).kalimat,
        "tenggat": tenggat,
        "terlambat": selectors.hari_terlambat(pk, tenggat, akses.lingkup.pada),
        "pindaian": daftar_pindaian(akses.lingkup, pk.dokumen) if pk.dokumen else (),
        "riwayat": [
            (r, ALUR_PERJANJIAN.sebut(r.tindakan))
            for r in selectors.riwayat_perjanjian(akses.lingkup, pk)
        ],
        "pada": akses.lingkup.pada,
    }


def _utama(tindakan: dict[str, TindakanTampak], selisih: tuple[SelisihAnggaran, ...]) -> str | None:
    """The one act this viewer should do now, if any: forward when nothing bars it, else back."""
    maju = ("tandatangani_pertama", "tandatangani_kedua", "catat_kertas", "telaah", "ajukan")
    for kode in maju:
        if kode in tindakan and tindakan[kode].siap:
            return kode
    if selisih:
        for kode in ("tarik_ulang", "kembalikan"):
            if kode in tindakan and tindakan[kode].siap:
                return kode
    return None


def kata_berhasil(kode: str) -> str:
    """What is said after an act."""
    return {
        "susun": _("Perjanjian kinerja tersusun dari rencana dan DPA. Periksa, lalu ajukan."),
        "ajukan": _("Perjanjian kinerja diajukan; Bagian Organisasi menelaahnya."),
        "tarik_ulang": _("Isi ditarik ulang dari rencana dan DPA yang berlaku."),
        "telaah": _("Telaah selesai; perjanjian siap ditandatangani Pihak Pertama."),
        "kembalikan": _("Perjanjian dikembalikan kepada penyusun dengan alasan Anda."),
        "tandatangani_pertama": _("Tanda tangan Pihak Pertama tercatat; kini menunggu bupati."),
        "tandatangani_kedua": _("Perjanjian kinerja ditandatangani dan berlaku."),
        "terbitkan_naskah": _("Naskah terbit. Unduh, cetak, tanda tangani, lalu unggah pindaian."),
        "catat_kertas": _("Pindaian cocok; perjanjian kinerja berlaku."),
    }[kode]
