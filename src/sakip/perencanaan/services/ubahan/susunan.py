"""The nodes of a command as a tree: who stands under whom, in which order. No query."""

from collections.abc import Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain, count

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import JenisSimpul
from sakip.perencanaan.services.naskah import IndikatorBaru, RencanaBaru, SimpulBaru


def tolak(letak: str, pesan: str) -> IsianTidakSah:
    """The refusal (422) of a change of the tree: one fault at one field."""
    return IsianTidakSah.dari(_("Pohon tidak diubah."), {letak: pesan})


class Susunan:
    """Children of each node by code. A node under a document above counts as one at the top."""

    def __init__(self, simpul: Iterable[SimpulBaru]) -> None:
        self.menurut_kode = {s.kode: s for s in simpul}
        self.anak: dict[str | None, list[str]] = {None: []}
        for s in self.menurut_kode.values():
            self.anak.setdefault(self.induk(s), []).append(s.kode)

    def induk(self, s: SimpulBaru) -> str | None:
        """Code of the parent within this document; ``None``: at its top."""
        return s.induk if s.induk in self.menurut_kode else None

    def cari(self, kode: str, letak: str = "simpul") -> SimpulBaru:
        """The node with this code, or the refusal that it is not there."""
        if kode not in self.menurut_kode:
            raise tolak(letak, _("Simpul “%s” tidak ada di dokumen ini.") % kode)
        return self.menurut_kode[kode]

    def cabang(self, kode: str) -> Iterator[str]:
        """This node and all below it, in reading order."""
        yield kode
        for a in self.anak.get(kode, ()):
            yield from self.cabang(a)

    def urut(self) -> tuple[SimpulBaru, ...]:
        """All nodes in reading order: parents before children, siblings as they stand."""
        return tuple(self.menurut_kode[k] for a in self.anak[None] for k in self.cabang(a))


@dataclass(frozen=True, slots=True)
class Cabang:
    """What belongs to a branch: its nodes, the first on top, and the indicators they carry."""

    simpul: tuple[SimpulBaru, ...]
    indikator: tuple[IndikatorBaru, ...]

    @property
    def kode(self) -> frozenset[str]:
        """Codes of its nodes."""
        return frozenset(s.kode for s in self.simpul)


def cabang(isi: RencanaBaru, kode: str) -> Cabang:
    """The branch at a node. Refuses a code that is not there."""
    susunan = Susunan(isi.simpul)
    susunan.cari(kode)
    ada = tuple(susunan.menurut_kode[k] for k in susunan.cabang(kode))
    punya = {s.kode for s in ada}
    return Cabang(ada, tuple(i for i in isi.indikator if i.simpul in punya))


def kode_bebas(kode: Iterable[str], terpakai: AbstractSet[str]) -> dict[str, str]:
    """What each code becomes: itself where it is free, else itself with a number."""
    hasil: dict[str, str] = {}
    diambil = set(terpakai)
    for k in kode:
        calon = chain([k], (f"{k[:55]}-{n}" for n in count(2)))
        hasil[k] = next(c for c in calon if c not in diambil)
        diambil.add(hasil[k])
    return hasil


def wajib_sah(jenis: str, jenis_induk: str | None) -> None:
    """Refuse a level that may not stand under that one (``None``: at the top)."""
    if not kaidah.induk_sah(jenis, jenis_induk):
        raise tolak("induk", sebut_tidak_sah(jenis, jenis_induk))


def sebut_tidak_sah(jenis: str, jenis_induk: str | None) -> str:
    """That a level may not stand under that one, in words."""
    return _("%(jenis)s tidak dapat berada langsung di bawah %(induk)s.") % {
        "jenis": JenisSimpul(jenis).label,
        "induk": JenisSimpul(jenis_induk).label if jenis_induk else _("akar dokumen"),
    }
