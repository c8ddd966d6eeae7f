"""The plan of a unit's year: its tree with targets and money, its versions, its penetapan."""

from collections.abc import Iterable
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
from sakip.perencanaan.models import DokumenVersi, IndikatorVersi, JenisSimpul
from sakip.perencanaan.selectors import (
    DokumenTampak,
    IndikatorTampak,
    Pohon,
    SimpulTampak,
)
from sakip.tampilan.format import angka, rupiah
from sakip.tampilan.penanda import tanda, tanda_contoh
from sakip.web.akses import Akses, berizin
from sakip.web.kinerja import sebut_periode
from sakip.web.kiriman import baca_versi
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
    return render(request, "web/rencana.html", isi, status=status)


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
    alamat = akses.alamat("rencana", tahun, unit.slug)
    return {
        "contoh": versi.dokumen.sifat == Sifat.CONTOH,
        "pohon": Tampilan(pohon, tahun, f"{alamat}{versi.uuid}/" if dapat_diubah else "").akar(),
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


class Tampilan:
    """The tree as the macro ``pohon`` wants it; ``ubah`` is where nodes are changed, or empty."""

    def __init__(self, pohon: Pohon, tahun: int, ubah: str) -> None:
        self.pohon, self.tahun, self.ubah = pohon, tahun, ubah
        self.temuan_simpul = _terberat(pohon.hasil.temuan_simpul)
        self.temuan_indikator = _terberat(pohon.hasil.temuan_indikator)
        self.nama = {i.kode: i.versi.nama for i in pohon.indikator()}

    def akar(self) -> list[dict[str, Any]]:
        """Nodes at the top, then indicators that stand nowhere."""
        return [
            *(self._simpul(s) for s in self.pohon.akar),
            *(self._indikator(i) for i in self.pohon.lepas),
        ]

    def _simpul(self, s: SimpulTampak) -> dict[str, Any]:
        v = s.versi
        return {
            "judul": f"{v.nomenklatur} {v.uraian}".strip(),
            "jenis": JenisSimpul(v.jenis).label,
            "url": f"{self.ubah}simpul/?kode={quote(s.kode)}" if self.ubah else None,
            "lencana": self._lencana(self.temuan_simpul.get(s.kode), s.sifat),
            "keterangan": _gabung(self._ket_simpul(s)),
            # Money below a programme is opened by who looks for it, and where something is wrong.
            "terbuka": v.jenis != JenisSimpul.PROGRAM
            or any(a.kode in self.temuan_simpul for a in s.semua()),
            "anak": [
                *(self._indikator(i) for i in s.indikator),
                *(self._simpul(a) for a in s.anak),
            ],
        }

    def _lencana(self, temuan: kaidah.Temuan | None, sifat: str = "") -> Any:
        if temuan is not None:
            return tanda("perlu_tindakan", kaidah.terjemah(temuan.kaidah.lencana))
        beda = sifat and sifat != self.pohon.versi.dokumen.sifat
        return tanda_contoh(sifat) if beda else None

    def _ket_simpul(self, s: SimpulTampak) -> Iterable[str | None]:
        yield rupiah(s.pagu) if s.pagu is not None else None
        if s.keluaran is not None:
            yield f"{angka(s.keluaran)} {s.keluaran_satuan}"
        if s.mendukung:
            yield _("mendukung %s") % ", ".join(self.nama.get(k, k) for k in s.mendukung)
        if s.induk_luar:
            yield _("di bawah sasaran pemda: %s") % s.induk_luar
        if s.versi.sumber:
            yield _("sumber: %s") % s.versi.sumber

    def _indikator(self, i: IndikatorTampak) -> dict[str, Any]:
        v = i.versi
        return {
            "judul": v.nama,
            "jenis": _("IKU") if v.iku else _("Indikator"),
            "url": f"{self.ubah}indikator/?kode={quote(i.kode)}" if self.ubah else None,
            "lencana": self._lencana(self.temuan_indikator.get(i.kode)),
            "keterangan": _gabung(self._ket_indikator(i)),
        }

    def _ket_indikator(self, i: IndikatorTampak) -> Iterable[str | None]:
        v, target = i.versi, i.tahunan(self.tahun)
        if target is not None:
            yield _("target %s") % _dengan_satuan(target.teks, v)
        if v.baseline_teks:
            yield _("keadaan awal %(nilai)s (%(tahun)s)") % {
                "nilai": _dengan_satuan(v.baseline_teks, v),
                "tahun": v.baseline_tahun,
            }
        yield v.get_frekuensi_display()
        yield v.pengampu.nama if v.pengampu else None


def _terberat(temuan: Iterable[kaidah.Temuan]) -> dict[str, kaidah.Temuan]:
    """One finding for each node or indicator: what must be mended before what warns."""
    hasil: dict[str, kaidah.Temuan] = {}
    for t in sorted(temuan, key=lambda t: t.keparahan != kaidah.Keparahan.WAJIB):
        hasil.setdefault(t.objek, t)
    return hasil


def _dengan_satuan(teks: str, v: IndikatorVersi) -> str:
    """A value with its unit: 83,50 nilai, 90,00%; a ratio (11/14) carries none."""
    if "/" in teks or not v.satuan:
        return teks
    return f"{teks}{v.satuan}" if v.satuan == "%" else f"{teks} {v.satuan}"


def _gabung(bagian: Iterable[str | None]) -> str:
    return " · ".join(b for b in bagian if b)


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
        "baseline_teks": _("keadaan awal"),
        "pilahan": _("pilahan"),
        "pustaka_id": _("indikator pustaka"),
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
            oleh=akses.oleh,
            saat=akses.saat,
            instansi=akses.instansi,
            dokumen_versi=baris.uuid,
            versi=baca_versi(ketikan["nomor_versi"]),
            tanggal=_hari(ketikan["tanggal"]),
            dasar=ketikan["dasar"],
        )
    except (IsianTidakSah, SyaratBelumTerpenuhi, VersiUsang) as galat:
        salah = galat.kesalahan if isinstance(galat, IsianTidakSah) else ()
        return halaman_rencana(
            request,
            akses,
            unit,
            tahun,
            tolak={
                "pesan": galat.pesan,
                "salah": {k.letak: k.pesan for k in salah},
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
