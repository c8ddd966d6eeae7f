"""A command with one node or one indicator added or replaced. No query."""

from dataclasses import replace

from sakip.perencanaan.services.naskah import IndikatorBaru, RencanaBaru, SimpulBaru


def dengan_simpul(isi: RencanaBaru, simpul: SimpulBaru, mendukung: tuple[str, ...]) -> RencanaBaru:
    """The command with a node added, or replaced where its code is there already.

    A new node goes behind its parent's last descendant, so that parents stay before children.
    """
    ada = [s.kode for s in isi.simpul]
    lain = tuple(d for d in isi.dukungan if d[0] != simpul.kode)
    dukungan = (*lain, *((simpul.kode, i) for i in mendukung))
    if simpul.kode in ada:
        baru = tuple(simpul if s.kode == simpul.kode else s for s in isi.simpul)
        return replace(isi, simpul=baru, dukungan=dukungan)
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


def dengan_indikator(isi: RencanaBaru, indikator: IndikatorBaru) -> RencanaBaru:
    """The command with an indicator added, or replaced where its code is there already."""
    if indikator.kode in {i.kode for i in isi.indikator}:
        baru = tuple(indikator if i.kode == indikator.kode else i for i in isi.indikator)
    else:
        baru = (*isi.indikator, indikator)
    return replace(isi, indikator=baru)
