"""A command with one node or one indicator added or replaced. No query."""

from dataclasses import replace

from django.utils.translation import gettext as _

from sakip.perencanaan.services.naskah import IndikatorBaru, RencanaBaru, SimpulBaru
from sakip.perencanaan.services.ubahan.susunan import Susunan, tolak


def dengan_simpul(isi: RencanaBaru, simpul: SimpulBaru, mendukung: tuple[str, ...]) -> RencanaBaru:
    """The command with a node added, or replaced where its code is there already.

    A new node goes behind its parent's last descendant, so that parents stay before children.
    """
    ada = [s.kode for s in isi.simpul]
    lain = tuple(d for d in isi.dukungan if d[0] != simpul.kode)
    dukungan = (*lain, *((simpul.kode, i) for i in mendukung))
    if simpul.kode in ada:
        return replace(isi, simpul=_diganti(isi, simpul), dukungan=dukungan)
    letak = len(ada)
    if simpul.induk in ada:
        keluarga = {simpul.induk}
        letak = ada.index(simpul.induk) + 1
        for n in range(letak, len(ada)):
            if isi.simpul[n].induk in keluarga:
                keluarga.add(ada[n])
                letak = n + 1
    return replace(
        isi, simpul=(*isi.simpul[:letak], simpul, *isi.simpul[letak:]), dukungan=dukungan
    )


def _diganti(isi: RencanaBaru, simpul: SimpulBaru) -> tuple[SimpulBaru, ...]:
    """All nodes with one replaced; where its parent is another, its branch goes along."""
    lama = next(s for s in isi.simpul if s.kode == simpul.kode)
    baru = tuple(simpul if s.kode == simpul.kode else s for s in isi.simpul)
    if lama.induk == simpul.induk:
        return baru
    if simpul.induk in set[str | None](Susunan(isi.simpul).cabang(simpul.kode)):
        raise tolak("induk", _("Pilih induk yang bukan turunan simpul ini sendiri."))
    return Susunan(baru).urut()


def dengan_indikator(isi: RencanaBaru, indikator: IndikatorBaru) -> RencanaBaru:
    """The command with an indicator added, or replaced where its code is there already."""
    if indikator.kode in {i.kode for i in isi.indikator}:
        baru = tuple(indikator if i.kode == indikator.kode else i for i in isi.indikator)
    else:
        baru = (*isi.indikator, indikator)
    return replace(isi, indikator=baru)
