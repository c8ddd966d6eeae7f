"""A unit's yearly plan made to say what the government's plan for that year says of it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from sakip.perencanaan import kaidah
from sakip.perencanaan.models import JenisSimpul
from sakip.perencanaan.selectors import BarisSelaras, SisiSelaras
from sakip.perencanaan.services.naskah import IndikatorBaru, RencanaBaru, SimpulBaru, TargetBaru
from sakip.perencanaan.services.ubahan.baca import indikator_dari
from sakip.perencanaan.services.ubahan.satu import dengan_indikator, dengan_simpul
from sakip.perencanaan.services.ubahan.susunan import kode_bebas, tolak

# How many parts of an official code name what stands above: 7.01.03 · .2.01 · .0001.
BAGIAN_INDUK = {JenisSimpul.KEGIATAN: 3, JenisSimpul.SUBKEGIATAN: 5}


def samakan(isi: RencanaBaru, baris: Sequence[BarisSelaras]) -> RencanaBaru:
    """The command with these lines as the RKPD has them, those above before those below.

    A line that is not there yet goes below the code above it, a program below the first sasaran. A
    line that the RKPD does not have is refused: what it leaves out is for people to take out.
    """
    for b in sorted(baris, key=lambda b: b.kode):
        if b.rkpd is None:
            raise tolak("kode", _("%s tidak ada pada RKPD.") % b.kode)
        isi = _satu(isi, b, b.rkpd)
    return isi


def _satu(isi: RencanaBaru, b: BarisSelaras, rkpd: SisiSelaras) -> RencanaBaru:
    if b.renja is None:
        simpul = SimpulBaru(
            kode=b.kode,
            jenis=rkpd.jenis,
            uraian=rkpd.uraian,
            induk=_induk(isi, b.kode, rkpd.jenis),
            nomenklatur=b.kode,
        )
    else:
        kode = b.renja.kode_simpul
        simpul = replace(next(s for s in isi.simpul if s.kode == kode), uraian=rkpd.uraian)
    if rkpd.pagu is not None:
        lain = tuple(p for p in simpul.pagu if p[0] != rkpd.tahun)
        simpul = replace(simpul, pagu=tuple(sorted((*lain, (rkpd.tahun, rkpd.pagu)))))
    mendukung = tuple(i for s, i in isi.dukungan if s == simpul.kode)
    isi = dengan_simpul(isi, simpul, mendukung)
    for i in _indikator(isi, simpul.kode, rkpd):
        isi = dengan_indikator(isi, i)
    return isi


def _induk(isi: RencanaBaru, kode: str, jenis: str) -> str:
    """Where a line that is new to the plan goes."""
    if jenis == JenisSimpul.PROGRAM:
        cocok = (s.kode for s in isi.simpul if s.jenis == JenisSimpul.SASARAN)
    else:
        atas = ".".join(kode.split(".")[: BAGIAN_INDUK.get(JenisSimpul(jenis), 0)])
        cocok = (s.kode for s in isi.simpul if s.nomenklatur == atas)
    induk = next(cocok, None)
    if induk is None:
        raise tolak("kode", _("%s tidak punya induk pada Renja; samakan induknya dahulu.") % kode)
    return induk


def _indikator(isi: RencanaBaru, simpul: str, rkpd: SisiSelaras) -> Iterator[IndikatorBaru]:
    """Indicators of the line with the RKPD's target: those of the same name, or new ones."""
    ada = {kaidah.nama_banding(i.nama): i for i in isi.indikator if i.simpul == simpul}
    bertarget = {k: (i, t) for k, i in rkpd.indikator.items() if (t := rkpd.target(k)) is not None}
    kode = kode_bebas(
        (i.kode for k, (i, _t) in bertarget.items() if k not in ada),
        {i.kode for i in isi.indikator},
    )
    for kunci, (tampak, teks) in bertarget.items():
        # Who answers for a new one, and its targets within the year, belong to the unit.
        dasar = ada.get(kunci) or replace(
            indikator_dari(tampak),
            kode=kode[tampak.kode],
            simpul=simpul,
            pengampu=None,
            target=(),
        )
        lain = tuple(t for t in dasar.target if (t.tahun, t.periode) != (rkpd.tahun, "tahun"))
        yield replace(dasar, target=(*lain, TargetBaru(rkpd.tahun, teks)))
