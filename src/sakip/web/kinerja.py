"""Figures: a unit's year, the pemda at a glance, the regency-wide table, and the way to each."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA, JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah import nama_regulasi
from sakip.pengukuran.kaidah.pilahan import SEBUTAN_KOMPONEN
from sakip.pengukuran.models import belum_sah
from sakip.pengukuran.selectors import BarisKinerja, RingkasanPeriode
from sakip.perencanaan.models import Arah
from sakip.tampilan.format import penulis_angka, penulis_teks
from sakip.tampilan.grafik import sparkline
from sakip.tampilan.penanda import tanda_capaian, tanda_contoh
from sakip.web.akses import Akses, berizin, kunci_jangkauan
from sakip.web.pecahan import halaman, ingat, pecahan
from sakip.web.stasiun import garis_dari, tautan_tahun


def sebut_rumus_lain() -> dict[str, str]:
    """How a source came to its printed capaian, where it did not use the standard formula."""
    return {
        "rasio_tanpa_kali_100": _("sumber tidak mengalikan dengan 100"),
        "sama_dengan_realisasi": _("sumber mencetak realisasi sebagai capaian"),
        "batas_100": _("sumber membatasi capaian pada 100"),
        "target_nol_0": _("sumber mencetak 0 karena target nol"),
        "target_nol_100": _("sumber mencetak 100 karena target nol"),
        "asumsi_100": _("sumber mencetak 100 tanpa angka pembandingnya"),
        "tidak_numerik": _("sumber mencetak angka tanpa realisasi"),
        "tidak_cocok": _("tidak cocok dengan rumus mana pun"),
    }


def sebut_periode(jenis: str, nomor: int) -> str:
    """A period as people call it."""
    nama = {
        "tahun": _("Tahunan"),
        "semester": _("Semester %s") % nomor,
        "triwulan": _("Triwulan %s") % nomor,
        "bulan": _("Bulan %s") % nomor,
    }
    return nama[jenis]


@berizin(Tindakan.LIHAT_KINERJA)
def unit_tahun(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """A unit's year: every indicator with its figures and trend, and its money (≤ 11 queries)."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    akses.lingkup.wajib(Tindakan.LIHAT_HASIL_EVALUASI, unit.jalur)
    nomor = organisasi.nomor_unit(unit)
    kode = request.GET.get("periode", "")
    kunci = (nomor, akses.instansi.kode, akses.lingkup.pada, unit, tahun, kode)
    rangka = ingat(
        ("unit_tahun", get_language(), *kunci), lambda: _rangka_unit(akses, unit, tahun, kode)
    )
    periode: RingkasanPeriode | None = rangka["periode"]
    isi = None
    if periode is not None:
        isi = pecahan("web/pecahan_unit.html", kunci, lambda: _isi_unit(akses, unit, periode))
    return halaman(
        request,
        "web/unit_tahun.html",
        rangka
        | {
            "unit": unit,
            "tahun": tahun,
            "versi_data": nomor,
            "contoh": unit.sifat == "contoh",
            "boleh_impor": akses.lingkup.boleh(Tindakan.IMPOR_KINERJA),
            "boleh_isi": akses.lingkup.boleh(Tindakan.ISI_PENGUKURAN, unit.jalur),
        },
        isi,
    )


def _rangka_unit(akses: Akses, unit: UnitTampak, tahun: int, kode: str) -> dict[str, Any]:
    """What stands around the table: which periods and years there are, and the six stations."""
    semua = selectors.periode_unit(akses.lingkup, unit)
    periode = selectors.pilih_periode(semua, tahun, kode)
    alamat = akses.alamat("unit_tahun", tahun, unit.slug)
    return {
        "periode": periode,
        "sebut_periode": sebut_periode(periode.jenis, periode.nomor) if periode else "",
        "pilihan_periode": [
            {
                "judul": sebut_periode(p.jenis, p.nomor),
                "url": f"{alamat}?periode={p.kode}",
                "aktif": p is periode,
            }
            for p in semua
            if p.tahun == tahun
        ],
        "pilihan_tahun": tautan_tahun(
            tahun,
            (p.tahun for p in semua),
            lambda t: akses.alamat("unit_tahun", t, unit.slug),
        ),
        "stasiun": garis_dari(akses, unit, tahun, semua),
        "uang": selectors.uang_triwulan(akses.lingkup, unit, tahun, _triwulan_uang(periode))
        if periode
        else None,
        # Looking ahead makes sense in the year that runs, once something of it was measured.
        "proyeksi": selectors.proyeksi_unit(akses.lingkup, unit, tahun)
        if periode and tahun == akses.lingkup.pada.year
        else [],
    }


def _triwulan_uang(periode: RingkasanPeriode) -> int:
    """The quarter at whose end the money stands beside a period; of a year, the last."""
    return {"triwulan": periode.nomor, "semester": 2 * periode.nomor}.get(periode.jenis, 4)


def _isi_unit(akses: Akses, unit: UnitTampak, periode: RingkasanPeriode) -> dict[str, object]:
    baris = selectors.kinerja_unit(akses.lingkup, unit, periode)
    return {
        "baris": _baris_unit(baris),
        "tercetak": any(b.capaian_tercetak for b in baris),
        "ringkasan": periode.ringkasan,
        "iku": selectors.ringkasan_iku(baris),
        "alamat": akses.alamat("unit_tahun", periode.tahun, unit.slug),
        "tahun": periode.tahun,
        "rumus_lain": sebut_rumus_lain(),
    }


def _baris_unit(baris: list[BarisKinerja]) -> Iterator[tuple[object, ...]]:
    """Rows as the table writes them; what depends on the language alone is asked for once."""
    tulis, teks, arah = penulis_angka(2), penulis_teks(), _sebut_arah()
    lencana = {
        pasang: tanda_capaian(pasang[0], pasang[1] or None, belum=pasang[3])
        + tanda_contoh(pasang[2])
        for pasang in {(b.status, b.kategori, b.sifat, b.belum) for b in baris}
    }
    for b in baris:
        yield (
            b.nama,
            "" if _menyebut(b.nama, b.satuan) else b.satuan,
            None if b.arah == "naik_baik" else arah[b.arah],
            teks(b.target_teks),
            teks(b.realisasi_teks),
            b.snapshot_uuid,
            None if b.capaian is None else tulis(b.capaian),
            b.rumus_tercetak,
            teks(b.capaian_tercetak),
            lencana[b.status, b.kategori, b.sifat, b.belum],
            sparkline(b.tren, "; ".join(map(tulis, b.tren))),
        )


def _menyebut(nama: str, satuan: str) -> bool:
    """Whether a name already ends with its unit: "Lama tinggal (hari)", hari."""
    return nama.rstrip(" )").casefold().endswith(satuan.casefold())


def _sebut_arah() -> dict[str, str]:
    return {kode: str(kata) for kode, kata in Arah.choices}


@berizin(Tindakan.LIHAT_KINERJA)
def pemda(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """All units of the pemda in one year, in the caller's reach."""
    versi = organisasi.versi_instansi(akses.lingkup)
    nomor, alamat = versi.nomor(tahun), request.GET.urlencode()
    isi = pecahan(
        "web/pecahan_pemda.html",
        (
            nomor,
            max(versi.tahun, default=0),
            *kunci_jangkauan(akses),
            tahun,
            alamat,
        ),
        lambda: _isi_pemda(request, akses, tahun),
    )
    return halaman(
        request,
        "web/pemda.html",
        {
            "tahun": tahun,
            "versi_data": nomor,
            "pilihan_tahun": tautan_tahun(tahun, versi.tahun, lambda t: akses.alamat("pemda", t)),
        },
        isi,
    )


def _isi_pemda(request: HttpRequest, akses: Akses, tahun: int) -> dict[str, object]:
    semua = selectors.periode_instansi(akses.lingkup)
    periode = selectors.pilih_periode(semua, tahun, request.GET.get("periode", ""))
    urut = request.GET.get("urut", "")
    unit = organisasi.daftar_unit(
        akses.lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=tahun
    )
    ringkasan = selectors.ringkasan_unit(akses.lingkup, unit, periode.periode_id) if periode else {}
    baris = [(u, ringkasan.get(u.id)) for u in unit]
    kunci = {
        "unit": lambda b: b[0].nama,
        "jumlah": lambda b: b[1].jumlah if b[1] else -1,
        "tercapai": lambda b: b[1].tercapai if b[1] else -1,
        "rata": lambda b: b[1].rata_rata if b[1] and b[1].rata_rata is not None else -1,
    }.get(urut.lstrip("-"))
    if kunci is not None:
        baris.sort(key=kunci, reverse=urut.startswith("-"))
    return {
        "request": request,
        "instansi": akses.instansi,
        "tahun": tahun,
        "baris": baris,
        "jumlah": selectors.jumlahkan(list(ringkasan.values())),
        "berisi": len(ringkasan),
        "tahun_terbaru": max((p.tahun for p in semua if p.tahun != tahun), default=None),
        "awalan": akses.alamat("pemda", tahun),
        "jenis": dict(JenisUnit.choices),
    }


@berizin(Tindakan.LIHAT_KINERJA)
def mengapa(request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID) -> HttpResponse:
    """How one figure came about. Its own address; at the side of the table when scripts run."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    s = selectors.snapshot(akses.lingkup, unit, uuid)
    if s.realisasi.periode.tahun != tahun:
        raise TidakDitemukan(_("Angka itu bukan angka tahun %s.") % tahun)
    versi = selectors.wording(s)
    return render(
        request,
        "web/mengapa.html",
        {
            "unit": unit,
            "tahun": tahun,
            "snapshot": s,
            "realisasi": s.realisasi,
            "nama": versi.nama,
            "satuan": versi.satuan,
            "arah": _sebut_arah()[versi.arah],
            "sebut_periode": sebut_periode(s.realisasi.periode.jenis, s.realisasi.periode.nomor),
            "nama_regulasi": nama_regulasi(),
            "kategori": selectors.kategori_snapshot(s),
            "belum": belum_sah(s.realisasi.keadaan, sementara=False),
            "rumus_lain": sebut_rumus_lain(),
            "pilahan": selectors.pilahan_snapshot(akses.lingkup, unit, s, versi),
            "sebut_komponen": SEBUTAN_KOMPONEN,
            "bukti": [
                (b, sebut_periode(b.realisasi.periode.jenis, b.realisasi.periode.nomor))
                for b in selectors.bukti_angka(akses.lingkup, unit, s)
            ],
        },
    )
