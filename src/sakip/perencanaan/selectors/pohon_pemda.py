"""Where the trees of all units stand: one tree of the whole government.

A unit's root hangs under a node of the document above (``SimpulVersi.induk``); so the tree of the
pemda goes on in the trees of its units. ``peta_pohon`` says which version speaks for each unit and
where its roots hang; ``pohon_pemda_isi`` reads nodes along it. The stored path and depth of a node
within its document are enough for that: nothing is walked node by node.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db import connection

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.selectors.dokumen import versi_berpohon

SQL_AKAR = """
SELECT a.dokumen_versi_id, a.simpul_id, a.induk_id, i.jalur
  FROM perencanaan_simpulversi a
  LEFT JOIN perencanaan_simpulversi i
    ON i.simpul_id = a.induk_id AND i.dokumen_versi_id = ANY(%(versi)s)
 WHERE a.dokumen_versi_id = ANY(%(versi)s) AND a.kedalaman = 0
 ORDER BY a.urutan, a.id
"""


@dataclass(frozen=True, slots=True)
class VersiPohon:
    """The version that speaks for a unit."""

    id: int
    uuid: str
    versi: int
    unit_id: int
    judul: str
    sifat_versi: str
    sifat: str
    ditetapkan: date | None


@dataclass(frozen=True, slots=True)
class AkarPohon:
    """A root of a document, and the nodes above it in the documents above, from the top."""

    simpul_id: int
    versi_id: int
    atas: tuple[int, ...]
    berinduk: bool  # names a parent, also when no version of the map speaks of it


@dataclass(frozen=True, slots=True)
class PetaPohon:
    """Versions by unit, roots by node id, and which roots hang from the tree of the pemda.

    Cut to the caller's reach: the units in it, and those above them whose goals they serve. What
    takes a map needs no ``Lingkup`` of its own.
    """

    tahun: int
    puncak: UnitTampak | None
    unit: Mapping[int, UnitTampak]
    versi: Mapping[int, VersiPohon]  # by its own id
    akar: Mapping[int, AkarPohon]
    tersambung: frozenset[int]  # nodes at the root of a document, reached from the pemda's

    @property
    def versi_puncak(self) -> VersiPohon | None:
        """The version that the pemda itself speaks by."""
        puncak = self.puncak.id if self.puncak else None
        return next((v for v in self.versi.values() if v.unit_id == puncak), None)

    @property
    def kunci(self) -> tuple[tuple[int, int, bool], ...]:
        """Changes when any of the trees does; for fragments that are kept."""
        return tuple((v.id, v.versi, v.ditetapkan is None) for v in self.versi.values())

    def atas(self, jalur: str) -> tuple[int, ...]:
        """Ids of the nodes above the one with this path, from the top of the whole tree."""
        sendiri = tuple(int(s) for s in jalur.rstrip(".").split("."))
        akar = self.akar.get(sendiri[0])
        return (akar.atas if akar else ()) + sendiri[:-1]

    @property
    def belum_tersambung(self) -> tuple[AkarPohon, ...]:
        """Tops of the trees that hang nowhere below the pemda's, in the order of their units."""
        return tuple(
            a for a in self.akar.values() if not a.atas and a.simpul_id not in self.tersambung
        )

    @property
    def tanpa_pohon(self) -> tuple[UnitTampak, ...]:
        """Units that should have a tree for the year and have none."""
        ada = {v.unit_id for v in self.versi.values()}
        return tuple(u for u in self.unit.values() if u.id not in ada and u.jenis in BERKINERJA)


def peta_pohon(lingkup: Lingkup, tahun: int) -> PetaPohon:
    """Which version speaks for each unit in a year and where its roots hang. Three queries."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA)
    # With the units above those in reach: a goal is read together with the goal that it serves.
    unit = organisasi.daftar_unit_dan_atas(lingkup, Tindakan.LIHAT_RENCANA, tahun=tahun)
    versi = _versi(lingkup, unit, tahun)
    puncak = next((u for u in unit if u.induk_id is None), None)
    atas = puncak.id if puncak else None
    akar, tersambung = _akar(versi, {v.id for v in versi.values() if v.unit_id == atas})
    return PetaPohon(tahun, puncak, {u.id: u for u in unit}, versi, akar, tersambung)


def _versi(lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: int) -> dict[int, VersiPohon]:
    urutan = {u.id: n for n, u in enumerate(unit)}
    semua = [
        VersiPohon(
            id=v.pk,
            uuid=str(v.uuid),
            versi=v.versi,
            unit_id=v.dokumen.unit_id,
            judul=v.dokumen.judul,
            sifat_versi=v.sifat_versi,
            sifat=v.dokumen.sifat,
            ditetapkan=v.ditetapkan,
        )
        for v in versi_berpohon(urutan, tahun, lingkup.pada)
    ]
    return {v.id: v for v in sorted(semua, key=lambda v: urutan[v.unit_id])}


def _akar(
    versi: Mapping[int, VersiPohon], puncak: set[int]
) -> tuple[dict[int, AkarPohon], frozenset[int]]:
    """Roots with what stands above each; those that the pemda's tree reaches."""
    urutan = {v: n for n, v in enumerate(versi)}
    with connection.cursor() as kursor:
        kursor.execute(SQL_AKAR, {"versi": list(versi)})
        baris = kursor.fetchall()
    gantung = {simpul: (v, jalur) for v, simpul, _induk, jalur in baris}
    hasil: dict[int, AkarPohon] = {}
    tersambung = set()
    for v, simpul, induk, _jalur in sorted(baris, key=lambda b: urutan[b[0]]):
        atas, sampai = _naik(gantung, simpul)
        hasil[simpul] = AkarPohon(simpul, v, atas, berinduk=induk is not None)
        if sampai in puncak:
            tersambung.add(simpul)
    return hasil, frozenset(tersambung)


def _naik(
    gantung: Mapping[int, tuple[int, str | None]], simpul: int
) -> tuple[tuple[int, ...], int | None]:
    """What stands above a root, from the top, and the version at that top.

    Two documents that hang on each other have no top: nothing above, and ``None``.
    """
    atas: list[int] = []
    dilalui: set[int] = set()
    while simpul not in dilalui:
        dilalui.add(simpul)
        versi, jalur = gantung[simpul]
        if jalur is None:
            return tuple(atas), versi
        naik = [int(s) for s in jalur.rstrip(".").split(".")]
        atas[:0] = naik
        simpul = naik[0]
    return (), None
