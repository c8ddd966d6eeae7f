"""The way down from a unit: sasaran and posts, one indicator over time, each figure's reason."""

from decimal import Decimal

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.kaidah.tren import menuju
from sakip.pengukuran.selectors import Kelompok, TitikTren, TrenIndikator
from sakip.tampilan.grafik_tren import GrafikTren, Ramal, grafik_tren
from sakip.web.akses import Akses, berizin
from sakip.web.kinerja import sebut_periode


@berizin(Tindakan.LIHAT_KINERJA)
def telusur(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """A unit's year by sasaran and by post; one post alone with ``?bagian=``. Ten queries."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    isi = selectors.telusur_unit(akses.lingkup, unit, tahun)
    bagian: Kelompok | None = None
    if "bagian" in request.GET:
        bagian = selectors.kelompok_pos(isi, request.GET["bagian"])
    return render(
        request,
        "web/telusur.html",
        {
            "unit": unit,
            "tahun": tahun,
            "isi": isi,
            "bagian": bagian,
            "anak": _anak(akses, unit, tahun),
            "alamat": akses.alamat("telusur", tahun, slug),
            "sebut": {
                (i.angka.periode.jenis, i.angka.periode.nomor): sebut_periode(
                    i.angka.periode.jenis, i.angka.periode.nomor
                )
                for i in isi.indikator
                if i.angka
            },
            "ke_pimpinan": akses.lingkup.boleh(Tindakan.LIHAT_RINGKASAN_PIMPINAN),
            "contoh": unit.sifat == "contoh" or akses.instansi.contoh,
        },
    )


def _anak(akses: Akses, unit: UnitTampak, tahun: int) -> list[UnitTampak]:
    """Units directly below that answer for a performance of their own. One query."""
    semua = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_KINERJA, tahun=tahun)
    return [u for u in semua if u.induk_id == unit.id and u.jenis in BERKINERJA]


@berizin(Tindakan.LIHAT_KINERJA)
def indikator(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, indikator: str
) -> HttpResponse:
    """One indicator: its chart with a table twin, its periods, and where the year may end."""
    unit = akses.unit(slug, Tindakan.LIHAT_KINERJA)
    tren = selectors.tren_indikator(akses.lingkup, unit, tahun, indikator)
    arah = menuju(tren.proyeksi, tren.target_kini, tren.versi.arah)
    return render(
        request,
        "web/telusur_indikator.html",
        {
            "unit": unit,
            "tahun": tahun,
            "tren": tren,
            "versi": tren.versi,
            "grafik": _grafik(tren, tahun),
            "menuju": arah,
            "periode": [(t, sebut_periode(t.jenis, t.nomor)) for t in tren.periode],
            "tahun_ini": next((t for t in tren.tahunan if t.tahun == tahun), None),
            "sebutan_cara": _sebutan_cara(),
            "alamat": akses.alamat("unit_tahun", tahun, slug),
            "ke_pimpinan": akses.lingkup.boleh(Tindakan.LIHAT_RINGKASAN_PIMPINAN),
            "contoh": tren.versi.indikator_id and akses.instansi.contoh,
        },
    )


def _grafik(tren: TrenIndikator, tahun: int) -> GrafikTren | None:
    """The chart; ``None`` where nothing has a height."""
    titik: list[TitikTren] = [t for t in tren.tahunan if t.tahun < tahun]
    kini = [t for t in tren.tahunan if t.tahun == tahun]
    # A year that runs is drawn by its periods; its own value is not there yet.
    titik += [*tren.periode, *(t for t in kini if not t.belum or not tren.periode)]
    if not any(t.realisasi is not None or t.target is not None for t in (*titik, *kini)):
        return None
    p, v = tren.proyeksi, tren.versi
    ramal = None
    if p.nilai is not None and p.bawah is not None and p.atas is not None and p.sisa:
        ramal = Ramal(Decimal(tahun), p.nilai, p.bawah, p.atas)
    dasar = (Decimal(v.baseline_tahun), tren.baseline) if v.baseline_tahun else None
    return grafik_tren(
        [(t.letak, t.target) for t in (*(t for t in tren.tahunan if t.tahun < tahun), *kini)],
        [(t.letak, t.realisasi, not t.belum) for t in titik],
        tangga=[(t.letak, t.target) for t in tren.periode],
        baseline=dasar,
        ramal=ramal,
    )


def _sebutan_cara() -> dict[str, str]:
    """How a projection fills the rest of the year, as people call it."""
    return {
        "laju_periode": _("laju rata-rata per periode"),
        "nilai_terakhir": _("nilai terakhir diteruskan"),
        "rata_rata_periode": _("rata-rata periode"),
        "nilai_tertinggi": _("nilai tertinggi sejauh ini"),
        "rasio_sejauh_ini": _("rasio sejauh ini"),
    }
