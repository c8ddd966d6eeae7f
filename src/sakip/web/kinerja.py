"""Figures: a unit's year, the pemda at a glance, the regency-wide table, and the way to each."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from sakip.beranda.selectors import enam_stasiun
from sakip.bersama.izin import Tindakan
from sakip.evaluasi.selectors import daftar_hasil
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah import nama_regulasi
from sakip.pengukuran.selectors import RingkasanPeriode
from sakip.web.akses import Akses, berizin
from sakip.web.beranda import tautkan
from sakip.web.pecahan import pecahan

BERKINERJA = (JenisUnit.PEMDA, *PERANGKAT_DAERAH)


def sebut_status() -> list[tuple[str, str]]:
    """Statuses of a capaian for people."""
    return [
        ("terhitung", _("Terhitung")),
        ("belum_diisi", _("Belum diisi")),
        ("belum_waktunya", _("Belum waktunya")),
        ("tidak_dinilai", _("Tidak dinilai")),
        ("tidak_dapat_dihitung", _("Tidak dapat dihitung")),
    ]


def sebut_kategori() -> list[tuple[str, str]]:
    """Categories of Permendagri 86/2017 for people, the best first."""
    return [
        ("sangat_tinggi", _("Sangat tinggi")),
        ("tinggi", _("Tinggi")),
        ("sedang", _("Sedang")),
        ("rendah", _("Rendah")),
        ("sangat_rendah", _("Sangat rendah")),
    ]


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


def _pilih(daftar: list[RingkasanPeriode], tahun: int, kode: str) -> RingkasanPeriode | None:
    """The period asked for; without asking the longest that ends last (the whole year)."""
    ada = [p for p in daftar if p.tahun == tahun]
    cocok = [p for p in ada if p.kode == kode] if kode else ada[-1:]
    return cocok[0] if cocok else None


@berizin(Tindakan.LIHAT_KINERJA)
def unit_tahun(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """A unit's year: every indicator with target, realisasi, capaian, trend (≤ 10 queries)."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    nomor = organisasi.nomor_data(akses.lingkup, tahun, unit.id)
    semua = selectors.periode_unit(akses.lingkup, unit)
    periode = _pilih(semua, tahun, request.GET.get("periode", ""))
    hasil = daftar_hasil(akses.lingkup, unit)
    alamat = reverse("web:unit_tahun", args=[akses.instansi.kode, tahun, slug])
    isi = None
    if periode is not None:
        isi = pecahan(
            request,
            "web/pecahan_unit.html",
            (nomor, unit.id, periode.periode_id),
            lambda: {
                "baris": selectors.kinerja_unit(akses.lingkup, unit, periode),
                "ringkasan": periode.ringkasan,
                "alamat": alamat,
                "tahun": tahun,
                "sebut_arah": _sebut_arah(),
                "rumus_lain": sebut_rumus_lain(),
            },
        )
    return render(
        request,
        "web/unit_tahun.html",
        {
            "unit": unit,
            "tahun": tahun,
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
            "pilihan_tahun": _tahun(akses, unit, semua, tahun),
            "stasiun": tautkan(enam_stasiun(akses.lingkup, tahun, semua, hasil), alamat),
            "versi_data": nomor,
            "isi_pecahan": isi,
            "contoh": unit.sifat == "contoh",
        },
    )


def _sebut_arah() -> dict[str, str]:
    return {
        "naik_baik": _("makin tinggi makin baik"),
        "turun_baik": _("makin rendah makin baik"),
        "rentang": _("dalam rentang"),
        "stabil": _("tetap pada target"),
    }


def _tahun(
    akses: Akses, unit: UnitTampak, semua: list[RingkasanPeriode], kini: int
) -> list[dict[str, object]]:
    ada = sorted({p.tahun for p in semua} | {kini}, reverse=True)
    return [
        {
            "judul": str(t),
            "url": reverse("web:unit_tahun", args=[akses.instansi.kode, t, unit.slug]),
            "aktif": t == kini,
        }
        for t in ada
    ]


@berizin(Tindakan.LIHAT_KINERJA)
def pemda(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """All units of the pemda in one year, in the caller's reach."""
    nomor = organisasi.nomor_data(akses.lingkup, tahun)
    semua = selectors.periode_instansi(akses.lingkup)
    periode_id = _periode_tahun(semua, tahun, request.GET.get("periode", ""))
    urut = request.GET.get("urut", "")
    isi = pecahan(
        request,
        "web/pecahan_pemda.html",
        (
            nomor,
            akses.instansi.pk,
            akses.lingkup.pada,
            akses.lingkup.jalur_untuk(Tindakan.LIHAT_KINERJA),
            tahun,
            periode_id,
            urut,
        ),
        lambda: _isi_pemda(request, akses, tahun, periode_id, urut),
    )
    return render(
        request,
        "web/pemda.html",
        {
            "tahun": tahun,
            "isi_pecahan": isi,
            "versi_data": nomor,
            "pilihan_tahun": [
                {
                    "judul": str(t),
                    "url": reverse("web:pemda", args=[akses.instansi.kode, t]),
                    "aktif": t == tahun,
                }
                for t in sorted({s[0] for s in semua} | {tahun}, reverse=True)
            ],
        },
    )


def _periode_tahun(semua: list[tuple[int, str, int, int]], tahun: int, kode: str) -> int | None:
    ada = [
        (("tahun" if j == "tahun" else f"{selectors.SINGKATAN[j]}{n}"), pk)
        for t, j, n, pk in semua
        if t == tahun
    ]
    cocok = [pk for k, pk in ada if k == kode] if kode else [pk for _k, pk in ada[-1:]]
    return cocok[0] if cocok else None


def _isi_pemda(
    request: HttpRequest, akses: Akses, tahun: int, periode_id: int | None, urut: str
) -> dict[str, object]:
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA)
    ringkasan = (
        selectors.ringkasan_unit(akses.lingkup, unit, periode_id) if periode_id is not None else {}
    )
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
        "awalan": f"/kerja/{akses.instansi.kode}/{tahun}/",
        "jenis": dict(JenisUnit.choices),
    }


@berizin(Tindakan.LIHAT_KINERJA)
def mengapa(request: HttpRequest, akses: Akses, tahun: int, slug: str, uuid: UUID) -> HttpResponse:
    """How one figure came about. Its own address; at the side of the table when scripts run."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    s = selectors.snapshot(akses.lingkup, unit, uuid)
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
            "rumus_lain": sebut_rumus_lain(),
        },
    )
