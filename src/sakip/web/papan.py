"""The board: every unit of the government at each of the six stations, and the reminder to send."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sakip.beranda.selectors import jejak_tahun, stasiun_banyak
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.web.akses import Akses, berizin, kunci_jangkauan
from sakip.web.pecahan import TEMBOLOK, ingat
from sakip.web.stasiun import tautan_tahun, tautkan

DITUNGGU = {"perlu_tindakan", "terlambat"}
SUDAH = {"selesai", "sementara"}
UKURAN_BARIS = 3_000  # bytes that one row takes, about


@dataclass(frozen=True, slots=True)
class BarisPapan:
    """One unit with its six stations, each as the template shows it."""

    unit: UnitTampak
    stasiun: list[dict[str, str | None]]
    ditunggu: bool


@berizin(Tindakan.LIHAT_KINERJA)
def papan(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """All units in reach at the six stations of a year; one station alone with ``?tahap=``.

    Seven queries at most, whatever the number of units; only units that were written to since are
    read again.
    """
    baris = _baris(akses, tahun)
    tahap = request.GET.get("tahap", "")
    kode = [s["kode"] for s in baris[0].stasiun] if baris else []
    if tahap not in kode:
        tahap = ""
    jenis = request.GET.get("jenis", "")
    tampil = [b for b in baris if jenis in {"", b.unit.jenis}]
    belum = _belum(tampil, tahap)
    alamat = akses.alamat("papan", tahun)
    return render(
        request,
        "web/papan.html",
        {
            "tahun": tahun,
            "pada": akses.lingkup.pada,
            "baris": tampil,
            "belum": belum,
            "sudah": _sudah(tampil, tahap),
            "tahap": tahap,
            "nomor": kode.index(tahap) if tahap else None,
            "judul_tahap": [(s["kode"], s["judul"]) for s in baris[0].stasiun] if baris else [],
            "pilihan_tahap": [
                {"judul": _("Semua stasiun"), "url": f"{alamat}{_kueri(jenis)}", "aktif": not tahap}
            ]
            + [
                {
                    "judul": s["judul"],
                    "url": f"{alamat}{_kueri(jenis, str(s['kode']))}",
                    "aktif": s["kode"] == tahap,
                    "jumlah": len(_belum(tampil, str(s["kode"]))),
                }
                for s in (baris[0].stasiun if baris else [])
            ],
            "pilihan_jenis": _pilihan_jenis(baris),
            "jenis": jenis,
            "sebut_jenis": str(dict(JenisUnit.choices).get(jenis, _("unit"))),
            "pilihan_tahun": tautan_tahun(
                tahun,
                range(akses.lingkup.pada.year - 2, akses.lingkup.pada.year + 2),
                lambda t: akses.alamat("papan", t),
            ),
            "pesan_wa": _pesan(akses, tahun, tahap, belum),
            "boleh_cetak": tahap == "laporan" and akses.lingkup.boleh(Tindakan.CETAK_MASSAL),
            "contoh": akses.instansi.contoh,
        },
    )


def _kueri(jenis: str, tahap: str = "") -> str:
    isi = "&".join(f"{k}={v}" for k, v in (("tahap", tahap), ("jenis", jenis)) if v)
    return f"?{isi}" if isi else "?"


def _pilihan_jenis(baris: Sequence[BarisPapan]) -> list[tuple[str, str]]:
    ada = {b.unit.jenis for b in baris}
    return [("", _("Semua unit"))] + [
        (str(k), str(v).capitalize()) for k, v in JenisUnit.choices if k in ada
    ]


def _baris(akses: Akses, tahun: int) -> list[BarisPapan]:
    versi = organisasi.versi_per_unit(akses.lingkup)
    umum = (get_language(), versi.susunan, *kunci_jangkauan(akses), tahun)
    unit = ingat(
        ("papan_unit", *umum),
        lambda: organisasi.daftar_unit(
            akses.lingkup, Tindakan.LIHAT_KINERJA, jenis=PERANGKAT_DAERAH, tahun=tahun
        ),
        ukuran=30_000,
    )
    kunci = {u.id: ("papan", *umum, u, versi.nomor(u.id)) for u in unit}
    ada = {u.id: TEMBOLOK.ambil(kunci[u.id]) for u in unit}
    for b in _dibaca(akses, tahun, [u for u in unit if ada[u.id] is None]):
        TEMBOLOK.simpan(kunci[b.unit.id], b, UKURAN_BARIS)
        ada[b.unit.id] = b
    # Who is waited for stands first; the others by name.
    return sorted(ada.values(), key=lambda b: (not b.ditunggu, b.unit.nama))


def _dibaca(akses: Akses, tahun: int, unit: list[UnitTampak]) -> list[BarisPapan]:
    """The stations of these units. One query, none for none."""
    if not unit:
        return []
    jejak = jejak_tahun(akses.lingkup, unit, [tahun])
    semua = stasiun_banyak(akses.lingkup, tahun, jejak, unit)
    return [
        BarisPapan(
            u,
            tautkan(akses, u, tahun, stasiun),
            ditunggu=any(s.keadaan in DITUNGGU for s in stasiun),
        )
        for u, stasiun in zip(unit, semua, strict=True)
    ]


def _belum(baris: Sequence[BarisPapan], tahap: str) -> list[tuple[BarisPapan, str]]:
    """Units that somebody waits for at this station (at any, without one), each with the words."""
    hasil = []
    for b in baris:
        kata = [
            str(s["uraian"])
            for s in b.stasiun
            if tahap in {"", s["kode"]} and s["keadaan"] in DITUNGGU
        ]
        if kata:
            hasil.append((b, "; ".join(kata)))
    return hasil


def _sudah(baris: Sequence[BarisPapan], tahap: str) -> int:
    """How many units have done their part at this station: all is over, or others go on with it."""
    return sum(s["kode"] == tahap and s["keadaan"] in SUDAH for b in baris for s in b.stasiun)


def _pesan(akses: Akses, tahun: int, tahap: str, belum: Sequence[tuple[BarisPapan, str]]) -> str:
    """The reminder that people really send: plain text for a chat group."""
    if not belum:
        return ""
    judul = {s["kode"]: s["judul"] for s in belum[0][0].stasiun}.get(tahap, _("SAKIP"))
    kepala = _("%(instansi)s – %(judul)s %(tahun)s, per %(hari)s") % {
        "instansi": akses.instansi.nama,
        "judul": judul,
        "tahun": tahun,
        "hari": akses.lingkup.pada.strftime("%d-%m-%Y"),
    }
    isi = "\n".join(f"{n}. {b.unit.nama}: {kata}" for n, (b, kata) in enumerate(belum, start=1))
    penutup = _("Mohon diselesaikan. Bila ada kendala, kabari Bagian Organisasi.")
    return f"{kepala}\n{_jumlah(len(belum))}\n{isi}\n{penutup}"


def _jumlah(n: int) -> str:
    return ngettext("%s unit ditunggu:", "%s unit ditunggu:", n) % n
