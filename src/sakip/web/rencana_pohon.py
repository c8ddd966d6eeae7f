"""The tree of a plan as its page shows it: nodes, indicators, what can be done at each."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import JenisSimpul, Tema
from sakip.perencanaan.selectors import IndikatorTampak, Pohon, SimpulTampak, Utas
from sakip.tampilan.format import angka, nilai_bersatuan, rupiah
from sakip.tampilan.penanda import tanda, tanda_contoh
from sakip.web.akses import Akses


@dataclass(frozen=True, slots=True)
class Susunan:
    """What surrounds a tree on its page; ``ubah`` is where nodes are changed, or empty."""

    ubah: str
    komentar: str
    dapat_disusun: bool
    utas: Sequence[Utas]
    pemilik: Mapping[str, str]


def nama_pemilik(akses: Akses, pohon: Pohon) -> dict[str, str]:
    """Names of the units that own nodes, by slug; no query where no node has an owner."""
    if not any(s.versi.pemilik_id for s in pohon.simpul()):
        return {}
    return {u.slug: u.nama for u in organisasi.daftar_unit(akses.lingkup, Tindakan.LIHAT_RENCANA)}


class Tampilan:
    """The tree as the macro ``pohon`` wants it, whole or only the branches of one theme."""

    def __init__(self, pohon: Pohon, tahun: int, susunan: Susunan) -> None:
        self.pohon, self.tahun, self.susunan, self.tema = pohon, tahun, susunan, ""
        self.ubah = susunan.ubah
        self.utas: dict[str, list[Utas]] = {}
        for u in susunan.utas:
            self.utas.setdefault(u.simpul, []).append(u)
        self.temuan_simpul = _terberat(pohon.hasil.temuan_simpul)
        self.temuan_indikator = _terberat(pohon.hasil.temuan_indikator)
        self.nama = {i.kode: i.versi.nama for i in pohon.indikator()}

    def akar(self) -> list[dict[str, Any]]:
        """Nodes at the top, then indicators that stand nowhere."""
        return [
            *(self._simpul(s) for s in self.pohon.akar if self._tampak(s)),
            *(self._indikator(i) for i in self.pohon.lepas if not self.tema),
        ]

    def tema_terpakai(self) -> list[str]:
        """Themes that nodes of this tree carry, in the order of the list of themes."""
        ada = {t for s in self.pohon.simpul() for t in s.versi.tema}
        return [t for t in Tema.values if t in ada]

    def atribut(self) -> dict[str, str]:
        """What the script needs to know a legal place before the drop."""
        return {"data-susun": "pindah", "data-sah": json.dumps(kaidah.tempat_jenjang())}

    def _tampak(self, s: SimpulTampak) -> bool:
        return not self.tema or any(self.tema in a.versi.tema for a in s.semua())

    def _tautan(self, s: SimpulTampak) -> Iterable[dict[str, Any]]:
        """What can be done at a node besides opening it."""
        utas = self.utas.get(s.kode, [])
        terbuka = sum(u.terbuka for u in utas)
        kata = (
            ngettext("%s komentar terbuka", "%s komentar terbuka", terbuka) % angka(terbuka)
            if terbuka
            else _("Komentar")
        )
        yield {
            "judul": kata,
            "tentang": s.versi.uraian,
            "url": f"{self.susunan.komentar}?kode={quote(s.kode)}",
            "sepi": not utas,
        }
        if self.susunan.dapat_disusun:
            yield {
                "judul": _("Atur"),
                "tentang": s.versi.uraian,
                "url": f"{self.ubah}atur/?kode={quote(s.kode)}",
                "sepi": False,
                "atur": True,
            }

    def _simpul(self, s: SimpulTampak) -> dict[str, Any]:
        v = s.versi
        return {
            "judul": f"{v.nomenklatur} {v.uraian}".strip(),
            "jenis": JenisSimpul(v.jenis).label,
            "url": f"{self.ubah}simpul/?kode={quote(s.kode)}" if self.ubah else None,
            "lencana": self._lencana(self.temuan_simpul.get(s.kode), s.sifat),
            "keterangan": _gabung(self._ket_simpul(s)),
            "kode": s.kode,
            "jenjang": v.jenis,
            "tema": [str(Tema(t).label) for t in v.tema],
            "tautan": list(self._tautan(s)),
            # Money below a programme is opened by who looks for it, and where something is wrong.
            "terbuka": v.jenis != JenisSimpul.PROGRAM
            or any(a.kode in self.temuan_simpul for a in s.semua()),
            "anak": [
                *(self._indikator(i) for i in s.indikator),
                *(self._simpul(a) for a in s.anak if self._tampak(a)),
            ],
        }

    def _lencana(self, temuan: kaidah.Temuan | None, sifat: str = "") -> Any:
        if temuan is not None:
            return tanda("perlu_tindakan", kaidah.terjemah(temuan.kaidah.lencana))
        beda = sifat and sifat != self.pohon.versi.dokumen.sifat
        return tanda_contoh(sifat) if beda else None

    def _ket_simpul(self, s: SimpulTampak) -> Iterable[str | None]:
        if s.versi.pemilik is not None:
            slug = s.versi.pemilik.slug
            yield _("pemilik %s") % self.susunan.pemilik.get(slug, slug)
        yield s.versi.jabatan.nama if s.versi.jabatan else None
        yield rupiah(s.pagu) if s.pagu is not None else None
        if s.pagu is None and self.tahun in s.pagu_indikatif:
            yield _("pagu indikatif %s") % rupiah(s.pagu_indikatif[self.tahun])
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
            yield _("target %s") % nilai_bersatuan(target.teks, v.satuan)
        if v.baseline_teks:
            yield _("keadaan awal %(nilai)s (%(tahun)s)") % {
                "nilai": nilai_bersatuan(v.baseline_teks, v.satuan),
                "tahun": v.baseline_tahun,
            }
        yield v.get_frekuensi_display()
        if v.pilahan:
            yield _("dipilah menurut %s") % ", ".join(v.pilahan)
        yield v.pengampu.nama if v.pengampu else None


def _terberat(temuan: Iterable[kaidah.Temuan]) -> dict[str, kaidah.Temuan]:
    """One finding for each node or indicator: what must be mended before what warns."""
    hasil: dict[str, kaidah.Temuan] = {}
    for t in sorted(temuan, key=lambda t: t.keparahan != kaidah.Keparahan.WAJIB):
        hasil.setdefault(t.objek, t)
    return hasil


def _gabung(bagian: Iterable[str | None]) -> str:
    return " · ".join(b for b in bagian if b)
