"""The way in: governments, then what is due and where each living year stands."""

from collections.abc import Hashable, Mapping
from dataclasses import asdict
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sakip.alur.selectors import daftar_tugas
from sakip.beranda.selectors import (
    BahanStasiun,
    JejakTahun,
    Stasiun,
    enam_stasiun,
    janji_dilihat,
    jejak_tahun,
    jumlah_stasiun,
    stasiun_banyak,
)
from sakip.bersama.izin import Tindakan
from sakip.bersama.jam import WIB, saat_ini
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.selectors import periode_unit
from sakip.web.akses import Akses, berizin, kunci_jangkauan
from sakip.web.pecahan import Pecahan, halaman, ingat, pecahan
from sakip.web.pengukuran.kata import tenggat_tugas
from sakip.web.sorotan import sorotan_instansi, sorotan_unit
from sakip.web.stasiun import bahan_stasiun, tautkan

# Stations that come due by the calendar: nobody's act gives them to anybody.
DITUNGGU_UNIT = ("pengukuran", "laporan")
# What is the caller's own stays out of the fragment.
PRIBADI = frozenset({"tugas", "tenggat", "ditunggu", "putusan", "peran", "ke_pimpinan"})


@login_required
def beranda(request: HttpRequest) -> HttpResponse:
    """Which government? Straight on when there is only one."""
    assert request.user.pk is not None  # noqa: S101 - login_required saw to it
    daftar = organisasi.daftar_instansi(request.user.pk, saat_ini().astimezone(WIB).date())
    if len(daftar) == 1:
        return redirect("web:beranda_instansi", daftar[0].kode)
    return render(request, "web/pilih_instansi.html", {"daftar": daftar})


@berizin(Tindakan.LIHAT_KINERJA)
def beranda_instansi(request: HttpRequest, akses: Akses) -> HttpResponse:
    """What is due for the caller, and the six stations of the three living years."""
    versi = organisasi.versi_instansi(akses.lingkup)
    kunci = (*kunci_jangkauan(akses), akses.lingkup.kewenangan)
    isi = ingat(
        ("beranda", get_language(), versi, *kunci), lambda: _isi_beranda(akses), ukuran=20_000
    )
    tugas = [
        {"pola": t.pola, "isian": t.isian, "url": _alamat(akses, t.sasaran), "tugas": t}
        for t in daftar_tugas(akses.lingkup)
    ]
    # The head of the region decides; others at his table read the same list without being asked.
    memutuskan = akses.lingkup.boleh(Tindakan.TANDATANGANI_KEDUA)
    diputuskan = [j for j in isi["janji"] if memutuskan and j.perlu_keputusan]
    konteks: dict[str, Any] = isi | {
        "pada": akses.lingkup.pada,
        "tugas": tugas,
        "tenggat": tenggat_tugas([t["tugas"] for t in tugas], akses.lingkup.pada),
        "ditunggu": [d for d in isi["ditunggu"] if isi["bersama"] or not _sudah(d, tugas)],
        "memutuskan": memutuskan,
        "putusan": diputuskan,
        "dipantau": [j for j in isi["janji"] if j not in diputuskan],
        "peran": sorted({k.peran.sebutan for k in akses.lingkup.kewenangan}),
        "ke_pimpinan": akses.alamat("pimpinan", akses.lingkup.pada.year)
        if akses.lingkup.boleh(Tindakan.LIHAT_RINGKASAN_PIMPINAN)
        else "",
    }
    return halaman(request, "web/beranda.html", konteks, _pecahan(akses, (versi, *kunci), konteks))


def _pecahan(akses: Akses, kunci: tuple[Hashable, ...], konteks: Mapping[str, Any]) -> Pecahan:
    """The part below the caller's own tasks: the same for everybody of the same reach."""
    ditunggu = konteks["ditunggu"] and not konteks["bersama"]
    dilihat = konteks["memutuskan"] and (konteks["putusan"] or konteks["dipantau"])
    berjudul = bool(konteks["tugas"] or ditunggu or dilihat)
    return pecahan(
        "web/pecahan_beranda.html",
        (*kunci, berjudul),
        lambda: {
            **{k: v for k, v in konteks.items() if k not in PRIBADI},
            "instansi": akses.instansi,
            "berjudul": berjudul,
            "boleh_impor": akses.lingkup.boleh(Tindakan.IMPOR_KINERJA),
        },
    )


def _isi_beranda(akses: Akses) -> dict[str, Any]:
    """What Beranda says of the caller's unit: it depends on the data and on the caller's peran."""
    terlihat = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_KINERJA)
    unit = _unit_rumah(akses, terlihat)
    kini, pemda = akses.lingkup.pada.year, unit.induk_id is None
    # The pemda's own figures stand in what is said of all units; no need to read them twice.
    semua = [] if pemda else periode_unit(akses.lingkup, unit)
    hidup_kini = [kini - 1, kini, kini + 1]
    jejak = jejak_tahun(akses.lingkup, terlihat if pemda else [unit], hidup_kini)
    bahan = bahan_stasiun(akses, unit, hidup_kini, semua, jejak)
    hasil = bahan[kini].hasil
    judul = {
        kini - 1: _("%s: dilaporkan") % (kini - 1),
        kini: _("%s: dijalankan") % kini,
        kini + 1: _("%s: direncanakan") % (kini + 1),
    }
    bersama = _tahun_bersama(akses, terlihat, judul, jejak) if pemda else None
    hidup = bersama or [_tahun_hidup(akses, unit, t, judul[t], bahan[t]) for t in judul]
    return {
        "unit": unit,
        "bersama": bersama is not None,
        "tahun_hidup": hidup,
        "ditunggu": _ditunggu(dict(zip(judul, hidup, strict=True)), pemda=pemda),
        "sorotan": sorotan_instansi(akses, terlihat) if pemda else sorotan_unit(akses, unit, semua),
        "janji": janji_dilihat(akses.lingkup, terlihat if pemda else [unit], kini, jejak),
        "hasil": hasil[-1] if hasil else None,
        "contoh": akses.instansi.contoh
        and (bersama is not None or any(b.jejak for b in bahan.values())),
    }


def _tahun_bersama(
    akses: Akses,
    terlihat: list[UnitTampak],
    judul: dict[int, str],
    jejak: dict[tuple[int, int], JejakTahun],
) -> list[dict[str, Any]] | None:
    """The living years of all units as one line each, linked to the board; ``None``: no record."""
    unit = [u for u in terlihat if u.jenis in PERANGKAT_DAERAH]
    # A unit without any record of any year does not work with the system yet.
    ada = [u for u in unit if any((u.id, x) in jejak for x in judul)]
    if not ada:
        return None
    hasil: list[dict[str, Any]] = []
    for t, kata in judul.items():
        stasiun = jumlah_stasiun(stasiun_banyak(akses.lingkup, t, jejak, ada))
        papan = akses.alamat("papan", t)
        hasil.append(
            {
                "judul": kata,
                "kini": _kini(stasiun),
                "stasiun": [asdict(s) | {"url": f"{papan}?tahap={s.kode}"} for s in stasiun],
                "kosong": all(s.keadaan in {"belum_ada_data", "belum_waktunya"} for s in stasiun),
            }
        )
    return hasil


def _tahun_hidup(
    akses: Akses, unit: UnitTampak, tahun: int, judul: str, bahan: BahanStasiun
) -> dict[str, Any]:
    """A living year: its six stations, or the plain word that there is nothing yet."""
    stasiun = enam_stasiun(akses.lingkup, tahun, bahan)
    return {
        "judul": judul,
        "stasiun": tautkan(akses, unit, tahun, stasiun),
        "kini": _kini(stasiun),
        "kosong": all(s.keadaan in {"belum_ada_data", "belum_waktunya"} for s in stasiun),
    }


def _sudah(satu: dict[str, Any], tugas: list[dict[str, Any]]) -> bool:
    """Whether the inbox says it already."""
    kunci = (satu["kode"], satu["tahun"])
    return any((t["tugas"].alur, t["tugas"].tahun) == kunci for t in tugas)


def _ditunggu(hidup: dict[int, dict[str, Any]], *, pemda: bool) -> list[dict[str, Any]]:
    """What is due of the unit though nobody was given it by an act: a quarter, a report.

    Of all units together only what is late; there the board names who.
    """
    return [
        s | {"tahun": tahun}
        for tahun, satu in hidup.items()
        for s in satu["stasiun"]
        if s["keadaan"] == "terlambat"
        or (not pemda and s["keadaan"] == "perlu_tindakan" and s["kode"] in DITUNGGU_UNIT)
    ]


def _kini(stasiun: list[Stasiun]) -> str | None:
    """Where a year stands: the first station somebody waits for, else the last with a record."""
    ditunggu = [s.kode for s in stasiun if s.keadaan in {"terlambat", "perlu_tindakan"}]
    ada = [s.kode for s in stasiun if s.keadaan in {"selesai", "sementara"}]
    return ditunggu[0] if ditunggu else ada[-1] if ada else None


def _unit_rumah(akses: Akses, unit: list[UnitTampak]) -> UnitTampak:
    """The unit the caller belongs to: the deepest on which he has a peran."""
    rumah = max(akses.lingkup.kewenangan, key=lambda k: k.jalur.count("."))
    return next(u for u in unit if u.id == rumah.unit_id)


def _alamat(akses: Akses, sasaran: dict[str, Any]) -> str | None:
    """Turn a task's symbolic place (a page, and what its address holds) into an address."""
    if sasaran.get("halaman") == "impor":
        return akses.alamat("impor", sasaran["uuid"])
    if "isi" in sasaran:
        return akses.alamat(sasaran["halaman"], *sasaran["isi"])
    return None
