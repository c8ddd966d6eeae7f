"""Plans of action of a unit's year, and one with its grid, steps, differences and the next act."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import Kesalahan
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perjanjian import selectors
from sakip.perjanjian.models import KeadaanAksi as K
from sakip.perjanjian.models import RencanaAksi
from sakip.perjanjian.selectors import ALUR_AKSI, TindakanTampak
from sakip.web.akses import Akses, berizin
from sakip.web.perjanjian.kata import kurang
from sakip.web.stasiun import garis, pilihan_tahun

MAKNA = {
    K.KONSEP: "perlu_tindakan",
    K.DIAJUKAN: "sementara",
    K.DIKEMBALIKAN: "perlu_tindakan",
    K.DIVERIFIKASI: "sementara",
    K.DISETUJUI: "selesai",
}


@berizin(Tindakan.LIHAT_PERJANJIAN)
def aksi(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """All plans of action of a unit's year, the newest first."""
    return halaman_daftar_aksi(request, akses, tahun, slug)


def halaman_daftar_aksi(  # noqa: PLR0913
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
    daftar = selectors.daftar_aksi(akses.lingkup, unit, tahun)
    terbuka = daftar[0] if daftar and daftar[0].keadaan != K.DISETUJUI else None
    belum = selectors.gerbang_aksi(akses.lingkup, unit, tahun)
    return render(
        request,
        "web/aksi.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "pilihan_tahun": pilihan_tahun(akses, "aksi", unit, tahun),
            "contoh": unit.sifat == Sifat.CONTOH or any(_contoh(a) for a in daftar),
            "daftar": [(a, sebut_keadaan_aksi(a)) for a in daftar],
            "berlaku": next((a.nomor for a in daftar if a.keadaan == K.DISETUJUI), None),
            "terbuka": terbuka,
            "usang": _usang(daftar, unit, tahun),
            "kurang": kurang(akses, unit, tahun, belum),
            "menyusun": akses.lingkup.boleh(Tindakan.SUSUN_AKSI, unit.jalur),
            "isian": isian or {},
            "makna": MAKNA,
        },
        status=status,
    )


def _contoh(a: RencanaAksi) -> bool:
    return a.dokumen_versi.dokumen.sifat == Sifat.CONTOH


def _usang(daftar: list[RencanaAksi], unit: UnitTampak, tahun: int) -> bool:
    """Whether the approved one was drawn from an agreement whose budget is no longer that."""
    if not daftar or daftar[0].keadaan != K.DISETUJUI:
        return False
    pk = selectors.perjanjian_berlaku(unit.id, tahun)
    return pk is not None and pk.anggaran_id != daftar[0].perjanjian.anggaran_id


def sebut_keadaan_aksi(a: RencanaAksi) -> str:
    """What a plan of action waits for, or that it counts: the finding of its page."""
    return {
        K.KONSEP: _("Rencana aksi %(tahun)s belum diajukan"),
        K.DIAJUKAN: _("Rencana aksi %(tahun)s menunggu verifikasi"),
        K.DIKEMBALIKAN: _("Rencana aksi %(tahun)s dikembalikan untuk diperbaiki"),
        K.DIVERIFIKASI: _("Rencana aksi %(tahun)s menunggu persetujuan pimpinan unit"),
        K.DISETUJUI: _("Rencana aksi %(tahun)s disetujui; target periodenya berlaku"),
    }[K(a.keadaan)] % {"tahun": a.tahun}


@berizin(Tindakan.LIHAT_PERJANJIAN)
def satu_aksi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, nomor: int
) -> HttpResponse:
    """One plan of action: to be filled in, to be checked, or to be read."""
    unit = akses.unit(slug, Tindakan.LIHAT_PERJANJIAN)
    a = selectors.satu_aksi(akses.lingkup, unit, tahun, nomor)
    return halaman_satu_aksi(request, akses, unit, a)


def halaman_satu_aksi(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    a: RencanaAksi,
    *,
    tolak: str = "",
    syarat: tuple[SyaratBelum, ...] = (),
    kesalahan: tuple[Kesalahan, ...] = (),
    ketikan: dict[str, list[str]] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of one plan of action; after a refusal with its faults and what was typed."""
    isi = selectors.isi_aksi(akses.lingkup, a)
    konteks = selectors.konteks_aksi(akses.lingkup, a, isi)
    tindakan = selectors.tindakan_tampak(akses.lingkup, ALUR_AKSI, a.keadaan, unit.jalur, konteks)
    pengganti = a.keadaan == K.DIVERIFIKASI and selectors.sebagai_pengganti(akses.lingkup, a)
    utama = "setujui" if pengganti else _utama(tindakan)
    mengisi = "ubah" in tindakan and tindakan["ubah"].siap
    ganti = konteks["aksi"].pengganti
    return render(
        request,
        "web/aksi_satu.html",
        {
            "unit": unit,
            "tahun": a.tahun,
            "stasiun": garis(akses, unit, a.tahun),
            "contoh": unit.sifat == Sifat.CONTOH or _contoh(a),
            "aksi": a,
            "temuan": _temuan(akses, unit, a),
            "baris": isi.baris,
            "langkah": isi.langkah,
            "peringatan": [b for b in isi.baris if b.peringatan],
            "jabatan": selectors.jabatan_bawahan(akses.lingkup, unit) if mengisi else (),
            "mengisi": mengisi,
            "utama": utama,
            "tindakan": tindakan,
            "pengganti": ganti if pengganti or utama == "alihkan" else None,
            "kurang": [
                (t.sebutan, kurang(akses, unit, a.tahun, t.belum))
                for t in tindakan.values()
                if t.boleh and t.belum and t.kode not in {utama, "alihkan"}
            ],
            "riwayat": [
                (r, ALUR_AKSI.sebut(r.tindakan)) for r in selectors.riwayat_aksi(akses.lingkup, a)
            ],
            "tolak": tolak,
            "syarat": kurang(akses, unit, a.tahun, syarat),
            "salah": {k.letak: k.pesan for k in kesalahan},
            "ketikan": ketikan or {},
        },
        status=status,
    )


def _temuan(akses: Akses, unit: UnitTampak, a: RencanaAksi) -> str:
    """Its state; an approved one that a later one replaced says so."""
    if a.keadaan == K.DISETUJUI:
        for lain in selectors.daftar_aksi(akses.lingkup, unit, a.tahun):
            if lain.keadaan == K.DISETUJUI and lain.nomor > a.nomor:
                return _("Rencana aksi %(tahun)s nomor %(n)s sudah digantikan nomor %(baru)s") % {
                    "tahun": a.tahun,
                    "n": a.nomor,
                    "baru": lain.nomor,
                }
    return sebut_keadaan_aksi(a)


def _utama(tindakan: dict[str, TindakanTampak]) -> str | None:
    """The one act this viewer should do now, if any."""
    for kode in ("setujui", "alihkan", "verifikasi"):
        if kode in tindakan and tindakan[kode].siap:
            return kode
    return "ubah" if "ubah" in tindakan and tindakan["ubah"].siap else None
