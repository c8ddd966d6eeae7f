"""The evaluation of a unit's year at a glance, the list of all units, and why a score is so."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import Kesalahan, TidakDitemukan
from sakip.bersama.izin import Peran, Tindakan
from sakip.evaluasi import kaidah, selectors
from sakip.evaluasi.models import KeadaanEvaluasi, Tingkat
from sakip.evaluasi.selectors import EvaluasiTampak
from sakip.evaluasi.services.alur import TINGKAT_PERAN, TINGKAT_TIM
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah import nama_regulasi
from sakip.web.akses import Akses, berizin
from sakip.web.evaluasi_unit.kata import (
    MAKNA,
    MAKNA_REKOMENDASI,
    kalimat_jarak,
    kurang,
    ringkas,
    temuan,
)
from sakip.web.stasiun import garis, tautan_tahun

K = KeadaanEvaluasi


@berizin(Tindakan.LIHAT_EVALUASI)
def daftar(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Every perangkat daerah in reach with the state of its evaluation on one year."""
    unit = organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_EVALUASI, jenis=PERANGKAT_DAERAH)
    baris = selectors.daftar_evaluasi(akses.lingkup, unit, tahun)
    # Stable: what is under way or done stands before what nobody opened yet.
    baris.sort(key=lambda b: b.evaluasi is None)
    terbit = sum(b.evaluasi is not None and b.evaluasi.keadaan == K.DITERBITKAN for b in baris)
    return render(
        request,
        "web/evaluasi_daftar.html",
        {
            "tahun": tahun,
            "baris": baris,
            "temuan": ngettext(
                "%(terbit)s dari %(semua)s unit sudah menerima LHE",
                "%(terbit)s dari %(semua)s unit sudah menerima LHE",
                len(baris),
            )
            % {"terbit": terbit, "semua": len(baris)}
            if baris
            else _("Tidak ada perangkat daerah dalam jangkauan Anda"),
            "makna": MAKNA,
            "pada": akses.lingkup.pada,
            "contoh": any(b.evaluasi and b.evaluasi.sifat == Sifat.CONTOH for b in baris),
            "belum_dibuka": sum(
                b.evaluasi is None and akses.lingkup.boleh(Tindakan.BUKA_EVALUASI, b.unit.jalur)
                for b in baris
            )
            if tahun <= akses.lingkup.pada.year
            else 0,
            "pilihan_tahun": tautan_tahun(
                tahun,
                range(akses.lingkup.pada.year - 3, akses.lingkup.pada.year + 1),
                lambda t: akses.alamat("evaluasi", t),
            ),
        },
    )


@berizin(Tindakan.LIHAT_EVALUASI)
def evaluasi_unit(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """One evaluation: state, what the viewer should do, scores, tiers, evidence, history."""
    return halaman_evaluasi(request, akses, tahun, akses.unit(slug, Tindakan.LIHAT_EVALUASI))


def halaman_evaluasi(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    unit: UnitTampak,
    *,
    tolak: str = "",
    syarat: tuple[SyaratBelum, ...] = (),
    kesalahan: tuple[Kesalahan, ...] = (),
    status: int = 200,
) -> HttpResponse:
    """The page; after a refusal with the sentence, the faults, and what was typed."""
    e = selectors.evaluasi_unit(akses.lingkup, akses.instansi, unit, tahun)
    lembar = (
        e.lembar if e else kaidah.lembar_kerja(kaidah.REGULASI_INTERNAL, akses.lingkup.pada.year)
    )
    isi: dict[str, Any] = {
        "unit": unit,
        "tahun": tahun,
        "e": e,
        "stasiun": garis(akses, unit, tahun),
        "kesiapan": selectors.kesiapan_bukti(akses.lingkup, unit, tahun),
        "lembar": lembar,
        "jumlah_kriteria": sum(len(s.butir) for s in lembar.daftar_sub),
        "daftar_lhe": selectors.daftar_lhe(akses.lingkup, unit),
        "makna": MAKNA,
        "makna_rekomendasi": MAKNA_REKOMENDASI,
        "tolak": tolak,
        "syarat": kurang(akses, unit, tahun, "", syarat),
        "salah": {k.letak: k.pesan for k in kesalahan},
        "ringkas": ringkas(kesalahan),
        "ketikan": request.POST,
        "pada": akses.lingkup.pada,
        "contoh": akses.instansi.contoh
        or unit.sifat == Sifat.CONTOH
        or (e is not None and e.evaluasi.sifat == Sifat.CONTOH),
        "boleh_buka": e is None
        and unit.jenis in PERANGKAT_DAERAH
        and akses.lingkup.boleh(Tindakan.BUKA_EVALUASI, unit.jalur),
        "pilihan_tahun": tautan_tahun(
            tahun,
            range(akses.lingkup.pada.year - 3, akses.lingkup.pada.year + 1),
            lambda t: akses.alamat("evaluasi_unit", t, unit.slug),
        ),
    }
    if e is not None:
        isi |= _isi_evaluasi(akses, unit, e)
    return render(request, "web/evaluasi_unit.html", isi, status=status)


def _isi_evaluasi(akses: Akses, unit: UnitTampak, e: EvaluasiTampak) -> dict[str, Any]:
    """What the page says of an evaluation that is open."""
    tahun = e.evaluasi.tahun_kinerja
    langkah = _langkah_berikut(akses, unit, e)
    return {
        "temuan": temuan(e.evaluasi, unit),
        "perjalanan": _perjalanan(e),
        "kini": list(K.values).index(e.evaluasi.keadaan)
        + (1 if e.evaluasi.keadaan == K.DITERBITKAN else 0),
        "langkah": langkah,
        "kurang": kurang(
            akses, unit, tahun, langkah.get("tingkat", ""), e.belum(*langkah["tindakan"])
        )
        if langkah.get("tindakan")
        else [],
        "calon_tim": _calon_tim(akses, unit) if langkah.get("kode") == "surat_tugas" else [],
        "jarak": kalimat_jarak(e.simulasi) if e.simulasi else "",
        "pita": kaidah.pita_predikat(e.lembar),
        "riwayat": [(r, e.sebut(r.tindakan)) for r in e.riwayat],
        "sebut_peran": {p.value: p.sebutan for p in Peran},
    }


def _perjalanan(e: EvaluasiTampak) -> list[dict[str, Any]]:
    """The states of an evaluation, each with the day it was reached."""
    hari = {r.ke: r.saat for r in reversed(e.riwayat) if r.dari != r.ke}
    judul = {
        K.DIBUKA: _("Dibuka"),
        K.MANDIRI: _("Evaluasi mandiri"),
        K.DITUGASKAN: _("Tim menilai"),
        K.SEMENTARA: _("Naskah sementara"),
        K.DITANGGAPI: _("Tanggapan"),
        K.DIPANELKAN: _("Panel"),
        K.DITERBITKAN: _("LHE"),
    }
    return [{"judul": judul[k], "saat": hari.get(k)} for k in K]


def _langkah_berikut(akses: Akses, unit: UnitTampak, e: EvaluasiTampak) -> dict[str, Any]:  # noqa: PLR0911
    """The one act for this viewer: its code, and the transition whose conditions are shown."""
    keadaan, tahun = e.evaluasi.keadaan, e.evaluasi.tahun_kinerja
    if keadaan == K.DIBUKA and e.boleh("ajukan_mandiri"):
        return {
            "kode": "lembar",
            "tingkat": Tingkat.MANDIRI,
            "url": akses.alamat("lke", tahun, unit.slug, Tingkat.MANDIRI),
            "kata": _("Isi evaluasi mandiri"),
        }
    if keadaan in {K.DIBUKA, K.MANDIRI} and e.boleh("terbitkan_surat_tugas"):
        return {"kode": "surat_tugas", "tindakan": ("terbitkan_surat_tugas",)}
    if keadaan == K.DITUGASKAN:
        return _langkah_tim(akses, unit, e)
    if keadaan == K.SEMENTARA and e.boleh("tanggapi_naskah"):
        return {"kode": "tanggapan", "tindakan": ("tanggapi_naskah",)}
    if keadaan in {K.SEMENTARA, K.DITANGGAPI} and e.boleh("panelkan"):
        return {
            "kode": "lembar",
            "tingkat": Tingkat.PANEL,
            "url": akses.alamat("lke", tahun, unit.slug, Tingkat.PANEL),
            "kata": _("Buka lembar panel"),
        }
    if keadaan == K.DIPANELKAN and e.boleh("terbitkan_lhe"):
        return {"kode": "lhe", "url": akses.alamat("lhe", tahun, unit.slug), "kata": _("Buka LHE")}
    if keadaan == K.DITERBITKAN and any(r.keadaan != "selesai" for r in e.rekomendasi):
        return {
            "kode": "rekomendasi",
            "url": akses.alamat("rekomendasi", tahun, unit.slug),
            "kata": _("Buka rekomendasi"),
        }
    return {}


def _langkah_tim(akses: Akses, unit: UnitTampak, e: EvaluasiTampak) -> dict[str, Any]:
    """What somebody of the team does while the sheets are being filled."""
    tingkat = TINGKAT_PERAN.get(e.perkara.peran_tim or "")
    if not e.menilai or tingkat not in TINGKAT_TIM:
        return {}
    if tingkat not in e.perkara.selesai:
        return {
            "kode": "lembar",
            "tingkat": tingkat,
            "url": akses.alamat("lke", e.evaluasi.tahun_kinerja, unit.slug, tingkat),
            "kata": _("Buka lembar %s") % Tingkat(tingkat).label,
        }
    if e.boleh("sampaikan_naskah"):
        return {"kode": "naskah", "tindakan": ("sampaikan_naskah",)}
    return {}


def _calon_tim(akses: Akses, unit: UnitTampak) -> list[tuple[Peran, list[tuple[int, str]]]]:
    """Who can be named for each part of the team."""
    calon = selectors.calon_tim(akses.lingkup, unit)
    return [(Peran(p), calon[p]) for p in TINGKAT_PERAN]


@berizin(Tindakan.LIHAT_EVALUASI)
def mengapa_evaluasi(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, tingkat: str
) -> HttpResponse:
    """How the score of one tier's sheet came about."""
    unit = akses.unit(slug, Tindakan.LIHAT_EVALUASI)
    e = selectors.evaluasi_wajib(akses.lingkup, akses.instansi, unit, tahun)
    tampak = next((t for t in e.tingkat if t.tingkat == tingkat and t.hasil is not None), None)
    if tampak is None or tampak.hasil is None:
        raise TidakDitemukan(_("Lembar itu belum lengkap, jadi belum bernilai."))
    return render(
        request,
        "web/evaluasi_mengapa.html",
        {
            "unit": unit,
            "tahun": tahun,
            "e": e,
            "tampak": tampak,
            "hasil": tampak.hasil,
            "jejak": tampak.hasil.jejak.ke_data(),
            "nama_regulasi": nama_regulasi(),
            "contoh": Sifat.CONTOH in {e.evaluasi.sifat, unit.sifat},
        },
    )
