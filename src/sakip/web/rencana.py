"""The plan of a unit's year: its tree with targets and money, its versions, its penetapan."""

from datetime import date
from typing import Any
from urllib.parse import quote
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sakip.alur.mesin import SyaratBelumTerpenuhi
from sakip.bersama.galat import IsianTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Tindakan
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah, selectors, services
from sakip.perencanaan.models import DokumenVersi, JenisSimpul, Tema
from sakip.perencanaan.selectors import DokumenTampak, Pohon
from sakip.tampilan.format import angka
from sakip.web.akses import Akses, berizin
from sakip.web.kinerja import sebut_periode
from sakip.web.kiriman import baca_versi
from sakip.web.rencana_pohon import Susunan, Tampilan, nama_pemilik
from sakip.web.stasiun import garis, pilihan_tahun


@berizin(Tindakan.LIHAT_RENCANA)
def rencana(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """The tree of the version in force, or of the one that ``?versi=`` names."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    return halaman_rencana(request, akses, unit, tahun)


def halaman_rencana(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    unit: UnitTampak,
    tahun: int,
    *,
    tolak: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page; ``tolak`` holds a refused form: its sentence, its faults, what was typed."""
    dokumen = selectors.daftar_dokumen(akses.lingkup, unit, tahun)
    versi = pilih_versi(dokumen, request.GET.get("versi", "") or (tolak or {}).get("versi", ""))
    isi: dict[str, Any] = {
        "unit": unit,
        "tahun": tahun,
        "stasiun": garis(akses, unit, tahun),
        "pilihan_tahun": pilihan_tahun(akses, "rencana", unit, tahun),
        "contoh": unit.sifat == Sifat.CONTOH,
        "dokumen": dokumen,
        "versi": versi,
        "tolak": tolak or {},
        "boleh": {
            "susun": akses.lingkup.boleh(Tindakan.SUSUN_RENCANA, unit.jalur),
            "tetapkan": akses.lingkup.boleh(Tindakan.TETAPKAN_RENCANA, unit.jalur),
            "usul": akses.lingkup.boleh(Tindakan.USULKAN_TARGET, unit.jalur),
        },
        "pada": akses.lingkup.pada,
    }
    if versi is not None:
        isi |= _isi_versi(akses, unit, tahun, versi, dokumen)
        isi |= _saringan(request, isi)
        isi["baru_diubah"] = ambil_kabar(request, versi) if isi["dapat_disusun"] else ""
    return render(request, "web/rencana.html", isi, status=status)


KABAR = "kabar_pohon"


def catat_kabar(request: HttpRequest, versi: DokumenVersi, pesan: str) -> None:
    """Keep what an act did for the page that comes next: it is shown there once."""
    request.session[KABAR] = [str(versi.uuid), versi.versi, pesan]


def ambil_kabar(request: HttpRequest, versi: DokumenVersi) -> str:
    """What the last act did, if this konsep is still as that act left it."""
    uuid, nomor, pesan = request.session.pop(KABAR, ("", 0, ""))
    return pesan if (uuid, nomor) == (str(versi.uuid), versi.versi) else ""


def _saringan(request: HttpRequest, isi: dict[str, Any]) -> dict[str, Any]:
    """The tree, whole or only the branches of a theme (``?tema=``); a part is not rearranged."""
    tampilan: Tampilan = isi["tampilan"]
    ada = tampilan.tema_terpakai()
    tema = request.GET.get("tema", "")
    if tema not in ada:
        tema = ""
    tampilan.tema = tema
    return {
        "pohon": tampilan.akar(),
        "tema": tema,
        "pilihan_tema": [("", _("semua tema")), *((t, str(Tema(t).label)) for t in ada)],
        "susun_pohon": tampilan.atribut() if isi["dapat_disusun"] and not tema else {},
    }


def pilih_versi(dokumen: list[DokumenTampak], diminta: str) -> DokumenVersi | None:
    """The version asked for; else what holds for the year; else the newest konsep."""
    semua = [v for d in dokumen for v in d.versi]
    if diminta:
        cocok = next((v for v in semua if str(v.uuid) == diminta), None)
        if cocok is None:
            raise TidakDitemukan(_("Versi itu bukan versi dokumen unit dan tahun ini."))
        return cocok
    return next((d.berlaku for d in dokumen if d.berlaku), None) or next(iter(semua), None)


def _isi_versi(
    akses: Akses, unit: UnitTampak, tahun: int, versi: DokumenVersi, dokumen: list[DokumenTampak]
) -> dict[str, Any]:
    pohon = selectors.pohon_versi(akses.lingkup, unit, versi, tahun)
    milik = next(d for d in dokumen if d.dokumen.pk == versi.dokumen_id)
    terbaru = versi.pk == milik.versi[0].pk
    dapat_diubah = terbaru and akses.lingkup.boleh(Tindakan.SUSUN_RENCANA, unit.jalur)
    dapat_disusun = dapat_diubah and versi.ditetapkan is None
    utas = selectors.utas_komentar(akses.lingkup, unit, versi)
    uraian = {s.kode: s.versi.uraian for s in pohon.simpul()}
    alamat = akses.alamat("rencana", tahun, unit.slug)
    return {
        "contoh": versi.dokumen.sifat == Sifat.CONTOH,
        "tampilan": Tampilan(
            pohon,
            tahun,
            Susunan(
                ubah=f"{alamat}{versi.uuid}/" if dapat_diubah else "",
                komentar=f"{alamat}{versi.uuid}/komentar/",
                dapat_disusun=dapat_disusun,
                utas=utas,
                pemilik=nama_pemilik(akses, pohon),
            ),
        ),
        "komentar_terbuka": [
            {
                "simpul": uraian.get(u.simpul, u.simpul),
                "isi": u.komentar.isi,
                "penulis": u.komentar.penulis.nama,
                "url": f"{alamat}{versi.uuid}/komentar/?kode={quote(u.simpul)}",
            }
            for u in utas
            if u.terbuka
        ],
        "pagu": pohon.pagu,
        "judul": judul_temuan(pohon),
        "temuan": [
            (t.keparahan == kaidah.Keparahan.WAJIB, kaidah.terjemah(t.kalimat))
            for t in pohon.temuan
        ],
        "banyak_indikator": sum(1 for _i in pohon.indikator()),
        "versi_lain": [
            {"judul": sebut_versi(v), "url": f"{alamat}?versi={v.uuid}", "aktif": v.pk == versi.pk}
            for d in dokumen
            for v in d.versi
        ],
        "sebelumnya": next((v for v in milik.versi if v.nomor < versi.nomor), None),
        "dapat_diubah": dapat_diubah,
        "tanpa_reviu": versi.ditetapkan is None
        and selectors.tanpa_reviu(versi, selectors.reviu_versi(akses.lingkup, unit, versi)),
        "dapat_disusun": dapat_disusun,
        "riwayat": selectors.riwayat_versi(akses.lingkup, unit, versi),
        "sebutan": services.ALUR_RENCANA.sebut,
    }


def sebut_versi(v: DokumenVersi) -> str:
    """A version as people call it: "Renja 2026 murni", "Renja 2026 perubahan 2 (konsep)"."""
    sifat = v.get_sifat_versi_display()
    nomor = f" {v.nomor - 1}" if v.nomor > 2 else ""
    konsep = "" if v.ditetapkan else _(" (konsep)")
    return f"{v.dokumen.judul} {sifat}{nomor}{konsep}"


def judul_temuan(pohon: Pohon) -> str:
    """The finding that the page opens with, the heaviest first."""
    wajib = sum(t.keparahan == kaidah.Keparahan.WAJIB for t in pohon.temuan)
    if wajib:
        return ngettext(
            "%s hal wajib diperbaiki sebelum ditetapkan",
            "%s hal wajib diperbaiki sebelum ditetapkan",
            wajib,
        ) % angka(wajib)
    lepas = sum(t.kode == "tanpa_dukungan" for t in pohon.temuan)
    if lepas:
        return ngettext(
            "%s sub-kegiatan tidak mendukung satu indikator pun",
            "%s sub-kegiatan tidak mendukung satu indikator pun",
            lepas,
        ) % angka(lepas)
    if pohon.temuan:
        return ngettext(
            "%s hal perlu dilihat pada pohon kinerja",
            "%s hal perlu dilihat pada pohon kinerja",
            len(pohon.temuan),
        ) % angka(len(pohon.temuan))
    banyak = sum(1 for _i in pohon.indikator())
    return ngettext(
        "%s indikator, semuanya bertarget dan didukung",
        "%s indikator, semuanya bertarget dan didukung",
        banyak,
    ) % angka(banyak)


@berizin(Tindakan.LIHAT_RENCANA)
def beda_rencana(request: HttpRequest, akses: Akses, tahun: int, slug: str) -> HttpResponse:
    """What one version of the plan says otherwise than another."""
    unit = akses.unit(slug, Tindakan.LIHAT_RENCANA)
    dokumen = selectors.daftar_dokumen(akses.lingkup, unit, tahun)
    baru = pilih_versi(dokumen, request.GET.get("baru", ""))
    semua = [v for d in dokumen for v in d.versi if baru and v.dokumen_id == baru.dokumen_id]
    lama = pilih_versi(dokumen, request.GET["lama"]) if request.GET.get("lama") else None
    if lama is None and baru is not None:
        lama = next((v for v in semua if v.nomor < baru.nomor), None)
    beda = selectors.beda_versi(akses.lingkup, unit, lama, baru) if lama and baru else None
    return render(
        request,
        "web/rencana_beda.html",
        {
            "unit": unit,
            "tahun": tahun,
            "stasiun": garis(akses, unit, tahun),
            "contoh": bool(baru and baru.dokumen.sifat == Sifat.CONTOH),
            "lama": lama,
            "baru": baru,
            "pilihan": [(str(v.uuid), sebut_versi(v)) for d in dokumen for v in d.versi],
            "sebut": sebut_versi,
            "beda": beda,
            "sebut_periode": sebut_periode,
            "jenis": dict(JenisSimpul.choices),
            "kata_kolom": kata_kolom(),
        },
    )


def kata_kolom() -> dict[str, str]:
    """Columns of a wording as people call them."""
    return {
        "nama": _("nama"),
        "satuan": _("satuan"),
        "arah": _("arah"),
        "jenis_nilai": _("jenis nilai"),
        "agregasi": _("cara menggabung periode"),
        "definisi": _("definisi operasional"),
        "rumus": _("rumus"),
        "sumber_data": _("sumber data"),
        "iku": _("tanda IKU"),
        "simpul_id": _("letak pada pohon"),
        "pengampu_id": _("pengampu"),
        "frekuensi": _("frekuensi"),
        "cara": _("cara ukur"),
        "komponen": _("komponen"),
        "jeda_data_tahun": _("jeda data"),
        "pilahan": _("pilahan"),
        "pustaka_id": _("indikator pustaka"),
        "baseline_teks": _("keadaan awal"),
        "uraian": _("uraian"),
        "jenis": _("jenjang"),
        "nomenklatur": _("kode nomenklatur"),
        "induk_id": _("induk"),
        "pemilik_id": _("unit pemilik"),
        "jabatan_id": _("jabatan pemilik"),
        "tema": _("tema"),
    }


@berizin(Tindakan.TETAPKAN_RENCANA)
@require_POST
def tetapkan_rencana(
    request: HttpRequest, akses: Akses, tahun: int, slug: str, versi: UUID
) -> HttpResponse:
    """Record the penetapan of a version; what bars it is said on the page itself."""
    unit = akses.unit(slug, Tindakan.TETAPKAN_RENCANA)
    baris = selectors.versi_dokumen(akses.lingkup, unit, versi)
    ketikan = {k: request.POST.get(k, "") for k in ("tanggal", "dasar", "nomor_versi")}
    try:
        services.tetapkan_rencana(
            **akses.dasar,
            dokumen_versi=baris.uuid,
            versi=baca_versi(ketikan["nomor_versi"]),
            tanggal=_hari(ketikan["tanggal"]),
            dasar=ketikan["dasar"],
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi, VersiUsang) as galat:
        return halaman_rencana(
            request,
            akses,
            unit,
            tahun,
            tolak={
                "pesan": galat.pesan,
                "salah": galat.menurut_letak,
                "versi": str(versi),
                **ketikan,
            },
            status=galat.status,
        )
    messages.success(request, _("Penetapan tercatat; dokumen ini sekarang dibekukan."))
    return redirect(f"{akses.alamat('rencana', tahun, slug)}?versi={versi}")


def _hari(teks: str) -> date:
    try:
        return date.fromisoformat(teks)
    except ValueError as sebab:
        raise IsianTidakSah.dari(
            _("Penetapan tidak dicatat."), {"tanggal": _("Pilih tanggalnya.")}
        ) from sebab
