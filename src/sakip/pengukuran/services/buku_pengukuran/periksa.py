"""Checking a workbook: each row beside what is stored now, what was stored then, what is written.

Whether a row may be stored is not judged here: it is tried, by the very services of the sheet, in a
transaction that is taken back. So the workbook knows every check of the grid, also of tomorrow.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from sakip.bersama.galat import GalatLayanan, PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.impor.buku import huruf_kolom
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import AkibatBaris
from sakip.impor.sel import Sel
from sakip.impor.tabel import Baris
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.angka import arti_ganda
from sakip.pengukuran.kaidah.sebab import sebut_sebab
from sakip.pengukuran.selectors import tampak
from sakip.pengukuran.selectors.lembar import baris_terisi, isi_temuan, lembar_unit
from sakip.pengukuran.services.buku_pengukuran import kolom as k
from sakip.pengukuran.services.buku_pengukuran.baca import sebab_tertutup
from sakip.pengukuran.services.buku_pengukuran.kolom import IsianBuku
from sakip.pengukuran.services.buku_pengukuran.penulis import Penulis
from sakip.pengukuran.services.isi import HasilIsi
from sakip.pengukuran.services.lembar import AlamatLembar
from sakip.perencanaan.kaidah import tulis_nilai

BUKU, TERSIMPAN = "buku", "tersimpan"  # whose value stays where both changed
TANPA_ISI = frozenset({"-", "–", "—", "n/a", "na", "nihil", "kosong", "belum ada", "tidak ada"})


@dataclass(slots=True)
class BarisBuku:
    """One row of the workbook on its way through the checks."""

    nomor: int
    b: tampak.Baris
    asal: Mapping[str, Sel]
    isi: dict[str, str]
    kini: dict[str, str]
    semula: Mapping[str, str]
    galat: dict[str, str] = field(default_factory=dict)
    akibat: str = AkibatBaris.SAMA
    catatan: str = ""

    @property
    def ubah(self) -> list[str]:
        """Columns that differ from what is stored."""
        return [x for x in self.isi if not k.sama(x, self.isi[x], self.kini[x])]

    @property
    def disentuh(self) -> bool:
        """Whether somebody wrote into this row of the workbook."""
        return any(not k.sama(x, self.isi[x], self.semula.get(x, "")) for x in self.isi)

    @property
    def bergeser(self) -> bool:
        """Whether the server holds something else than when the workbook was drawn."""
        return any(not k.sama(x, self.kini[x], self.semula.get(x, "")) for x in self.kini)


def periksa(
    baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any], coba: bool = True
) -> list[BarisTerperiksa]:
    """Every row with its faults by cell, and beside what stands on the sheet now.

    Without ``coba`` only the second: just before rows are written in earnest no trial is needed.
    """
    buku = opsi["buku"]
    opsi["catatan"] = list(opsi.get("catatan_berkas", []))
    unit = organisasi.unit_menurut_slug(lingkup, buku["unit"], Tindakan.ISI_PENGUKURAN)
    x = lembar_unit(lingkup, unit, buku["tahun"], buku["triwulan"])
    if not x.sunting:
        raise PerpindahanTidakSah(sebab_tertutup(x))
    kini = {b.kode: b for b in x.baris}
    semula = {s["kode"]: s["isi"] for s in buku["baris"]}
    semua, hasil = [], []
    for satu in baris:
        b = kini.get(satu.teks("kode"))
        if b is None:
            hasil.append(_tidak_dijanjikan(satu, unit.id, opsi))
        else:
            semua.append(susun(satu, b, semula.get(b.kode, {})))
    alamat = AlamatLembar(unit.slug, buku["tahun"], buku["triwulan"])
    if coba:
        _coba([s for s in semua if s.akibat != AkibatBaris.SAMA], lingkup, unit, alamat)
    hasil += [_terperiksa(s, unit.id, opsi) for s in semua]
    return sorted(hasil, key=lambda h: h.nomor)


def susun(satu: Baris, b: tampak.Baris, semula: Mapping[str, str]) -> BarisBuku:
    """Read the cells of a row, and say what applying it would do."""
    kolom = k.kolom_baris(b)
    hasil = BarisBuku(
        nomor=satu.nomor,
        b=b,
        asal=satu.sel,
        isi={x: _teks(satu.sel.get(x, Sel(""))) for x in kolom},
        kini=k.tersimpan(b),
        semula=semula,
    )
    hasil.isi["alasan_kosong"] = k.baca_alasan(hasil.isi["alasan_kosong"])
    if b.periode is not None:
        pada = b.periode.selesai
        hasil.isi["golongan_sebab"] = k.baca_golongan(hasil.isi["golongan_sebab"], pada)
    _isi_asing(hasil, kolom)
    if not hasil.ubah and not hasil.galat:
        return hasil
    if not hasil.disentuh and not hasil.galat:
        hasil.isi = dict(hasil.kini)
        hasil.catatan = _("Diubah di SAKIP sesudah buku diunduh; buku ini tidak mengubahnya.")
        return hasil
    _angka_tak_jelas(hasil)
    putusan = satu.teks("putusan")
    if hasil.bergeser and putusan == TERSIMPAN:
        hasil.isi, hasil.galat = dict(hasil.kini), {}
        hasil.catatan = _("Yang tersimpan dipertahankan.")
        return hasil
    if hasil.bergeser and putusan != BUKU:
        hasil.galat["putusan"] = _(
            "Diubah di SAKIP sesudah buku diunduh, dan juga di buku ini. Pilih mana yang dipakai."
        )
    kosong = b.realisasi is None or not any(hasil.kini.values())
    hasil.akibat = AkibatBaris.BARU if kosong else AkibatBaris.BERUBAH
    if hasil.galat:
        hasil.akibat = AkibatBaris.GALAT
    return hasil


def _teks(sel: Sel) -> str:
    """A cell as people write it here: a number of the sheet gets its comma."""
    return tulis_nilai(sel.angka) if sel.angka is not None else sel.teks


def _isi_asing(s: BarisBuku, kolom: Sequence[str]) -> None:
    """Cells that this row does not take, filled all the same: nothing is lost without a word."""
    for x in s.asal:
        if x not in kolom and x not in {"kode", "putusan"}:
            s.galat[x] = _("Indikator ini tidak memakai kolom “%s”; kosongkan selnya.") % (
                k.sebut_kolom(x)
            )


def _angka_tak_jelas(s: BarisBuku) -> None:
    """Texts in cells of numbers that say two things, or none."""
    for x in s.ubah:
        if x not in k.ANGKA or s.asal.get(x, Sel("")).angka is not None:
            continue
        teks = s.isi[x]
        if teks.casefold() in TANPA_ISI:
            s.galat[x] = _(
                "“%s” bukan angka. Bila belum ada angkanya, kosongkan selnya dan pilih alasannya."
            ) % (teks)
        elif (arti := arti_ganda(teks)) is not None:
            s.galat[x] = _(
                "“%(teks)s” dapat berarti %(a)s atau %(b)s. Tulis tanpa titik ribuan: %(a)s atau "
                "%(b)s."
            ) % {"teks": teks, "a": arti[0], "b": arti[1]}
        elif x in k.RASIO and teks:
            _satu_angka(s, x, teks)
    if {"pembilang", "penyebut"} <= s.isi.keys():
        for x, lain in (k.RASIO, k.RASIO[::-1]):
            if not s.isi[x] and s.isi[lain]:
                s.galat.setdefault(x, _("Isi pembilang dan penyebutnya."))


def _satu_angka(s: BarisBuku, x: str, teks: str) -> None:
    try:
        kaidah.baca_nilai(teks, None, jenis="bilangan", arah=None, format_angka="id")
    except kaidah.MasukanSalah as sebab:
        s.galat[x] = kaidah.terjemah(sebab.kalimat)
        return
    if "/" in teks:
        s.galat[x] = _("Isi satu angka saja; pembilang dan penyebut punya sel sendiri.")


def siap(s: BarisBuku) -> IsianBuku:
    """The row as the services take it: what says the same keeps the words that are stored."""
    r, isi = s.b.realisasi, dict(s.isi)
    for x, teks in s.isi.items():
        if k.sama(x, teks, s.kini[x]):
            isi[x] = getattr(r, x) if r is not None and x in k.URAIAN else s.kini[x]
    return k.isian(s.b, isi)


def _coba(
    semua: Sequence[BarisBuku], lingkup: Lingkup, unit: UnitTampak, alamat: AlamatLembar
) -> None:
    """Let every row go through the services of the sheet, and take it all back."""
    if not semua:
        return
    penulis = Penulis.percobaan(lingkup, alamat)
    with transaction.atomic():
        for s in semua:
            try:
                h = penulis.tulis(siap(s))
            except GalatLayanan as galat:
                s.galat = _menurut_kolom(galat, s) | s.galat
                s.akibat = AkibatBaris.GALAT
            else:
                s.catatan = _janggal(h, lingkup, unit)
        transaction.set_rollback(True)


def _menurut_kolom(galat: GalatLayanan, s: BarisBuku) -> dict[str, str]:
    """Faults under our columns; what is about the whole row stands under none.

    A value whose cells were found at fault already is not told a second time as a whole.
    """
    if not galat.kesalahan:
        return {"": galat.pesan}
    utama = "penyebut" if "penyebut" in s.isi else "unsur_1" if "unsur_1" in s.isi else "nilai"
    sudah = not s.galat.keys().isdisjoint(k.ANGKA)
    return {
        (utama if x.letak == "teks" else x.letak): x.pesan
        for x in galat.kesalahan
        if not (sudah and x.letak == "teks")
    }


def _janggal(h: HasilIsi, lingkup: Lingkup, unit: UnitTampak) -> str:
    """What the rules ask about a row once it stands; answered on the sheet, before handing in."""
    b = baris_terisi(
        lingkup, unit, h.butir, h.periode, jatuh_tempo=h.jatuh_tempo, mutakhir=h.mutakhir
    )
    isi_temuan(lingkup, unit, h.t, h.lembar, b)
    return " ".join(t.kalimat for t in b.temuan if t.jawaban is None)


def _tidak_dijanjikan(satu: Baris, unit_id: int, opsi: dict[str, Any]) -> BarisTerperiksa:
    """An indicator that left the plan since the workbook was drawn: filled or not, it stays out."""
    nama = next((s["nama"] for s in opsi["buku"]["baris"] if s["kode"] == satu.teks("kode")), "")
    opsi["catatan"].append(
        _("“%s” tidak lagi dijanjikan unit ini pada tahun itu; barisnya dilewati.") % nama
    )
    return BarisTerperiksa(satu.nomor, _data(satu.nomor, satu.sel, nama, unit_id), AkibatBaris.SAMA)


def _terperiksa(s: BarisBuku, unit_id: int, opsi: dict[str, Any]) -> BarisTerperiksa:
    huruf = {x: huruf_kolom(n) for n, x in enumerate(opsi["buku"]["kolom"])}
    isi = _data(s.nomor, s.asal, s.b.butir.versi.nama, unit_id)
    isi["beda"] = [
        {"kolom": x, "lama": _baca(s.b, x, s.kini[x]), "baru": _baca(s.b, x, s.isi[x])}
        for x in s.ubah
    ]
    isi["catatan"] = s.catatan
    if "putusan" in s.galat:
        isi["pilihan"] = {
            "putusan": [
                ["", _("pilih")],
                [BUKU, _("pakai isi buku")],
                [TERSIMPAN, _("pertahankan yang tersimpan")],
            ]
        }
    lama = None
    if s.akibat != AkibatBaris.SAMA:
        lama = {
            "versi": s.b.versi,
            "keadaan": s.b.keadaan,
            "isi": s.kini,
            "jawaban_mirip": s.b.realisasi.jawaban_mirip if s.b.realisasi else "",
        }
    galat = [
        {"kolom": x, "pesan": pesan, "sel": f"{huruf[x]}{s.nomor}" if x in huruf else isi["letak"]}
        for x, pesan in s.galat.items()
    ]
    return BarisTerperiksa(s.nomor, isi, s.akibat, galat, lama)


def _data(nomor: int, sel: Mapping[str, Sel], nama: str, unit_id: int) -> dict[str, Any]:
    return {
        "asal": {x: s.teks for x, s in sel.items()},
        "angka": [x for x, s in sel.items() if s.angka is not None],
        "unit_id": unit_id,
        "letak": _("Baris %s") % nomor,
        "judul": nama,
        "beda": [],
    }


def _baca(b: tampak.Baris, kolom: str, teks: str) -> str:
    """A code as people read it."""
    if kolom == "golongan_sebab" and teks and b.periode is not None:
        return sebut_sebab(teks, b.periode.selesai)
    return k.sebut_alasan(teks) if kolom == "alasan_kosong" else teks
