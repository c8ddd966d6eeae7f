"""A branch of one command copied into another. No query."""

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from sakip.perencanaan.services.naskah import IndikatorBaru, RencanaBaru, SimpulBaru
from sakip.perencanaan.services.ubahan.susunan import Susunan, cabang, kode_bebas, wajib_sah


@dataclass(frozen=True, slots=True)
class Salinan:
    """A branch to copy: from which command, at which node, to where.

    ``terpakai`` are codes that it may not take besides those of the konsep: of another unit's tree
    nothing carries on here, so that codes of one's own other documents are left alone too.
    """

    asal: RencanaBaru
    kode: str
    induk: str | None
    terpakai: AbstractSet[str] = frozenset()


def klon_cabang(isi: RencanaBaru, salinan: Salinan) -> RencanaBaru:
    """The command with the branch behind the children of ``salinan.induk``.

    A code that is free stays, so that a series goes on; one that is taken gets a number behind it.
    Targets and money of years outside the document stay behind; so do owners of another unit.
    """
    asal, sendiri = salinan.asal, salinan.asal.unit == isi.unit
    dahan = cabang(asal, salinan.kode)
    susunan = Susunan(isi.simpul)
    puncak, induk = dahan.simpul[0], salinan.induk
    if induk is not None:
        wajib_sah(puncak.jenis, susunan.cari(induk, "induk").jenis)
    elif sendiri and puncak.induk is not None and ":" in puncak.induk:
        induk = puncak.induk
    else:
        wajib_sah(puncak.jenis, None)
    kode = kode_bebas((s.kode for s in dahan.simpul), {*susunan.menurut_kode, *salinan.terpakai})
    ada = {i.kode for i in isi.indikator}
    sebutan = kode_bebas((i.kode for i in dahan.indikator), ada | salinan.terpakai)
    for s in dahan.simpul:
        baru = _simpul(s, isi, kode, sendiri=sendiri)
        baru = replace(baru, induk=induk if s is puncak else kode[s.induk or ""])
        susunan.menurut_kode[baru.kode] = baru
        susunan.anak.setdefault(susunan.induk(baru), []).append(baru.kode)
    lain = {i: i for i in ada} if sendiri else {}
    return replace(
        isi,
        simpul=susunan.urut(),
        indikator=(
            *isi.indikator,
            *(_indikator(i, isi, kode, sebutan, sendiri=sendiri) for i in dahan.indikator),
        ),
        dukungan=(
            *isi.dukungan,
            *(
                (kode[s], (lain | sebutan)[i])
                for s, i in asal.dukungan
                if s in kode and i in (lain | sebutan)
            ),
        ),
    )


def _simpul(
    s: SimpulBaru, isi: RencanaBaru, kode: Mapping[str, str], *, sendiri: bool
) -> SimpulBaru:
    return replace(
        s,
        kode=kode[s.kode],
        sifat="",
        pemilik=s.pemilik if sendiri else None,
        jabatan=s.jabatan if sendiri else None,
        pagu=tuple((t, r) for t, r in s.pagu if isi.tahun_mulai <= t <= isi.tahun_selesai),
    )


def _indikator(
    i: IndikatorBaru,
    isi: RencanaBaru,
    kode: Mapping[str, str],
    sebutan: Mapping[str, str],
    *,
    sendiri: bool,
) -> IndikatorBaru:
    komponen = dict(i.komponen)
    if "bobot" in komponen:
        komponen["bobot"] = {sebutan.get(k, k): b for k, b in komponen["bobot"].items()}
    return replace(
        i,
        kode=sebutan[i.kode],
        simpul=kode[i.simpul],
        pengampu=i.pengampu if sendiri else None,
        komponen=komponen,
        target=tuple(t for t in i.target if isi.tahun_mulai <= t.tahun <= isi.tahun_selesai),
    )
