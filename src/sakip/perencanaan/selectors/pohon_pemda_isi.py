"""Nodes of the government's tree along a ``PetaPohon``: its top, one branch, or all of it.

Rows are read as tuples and put together in one pass, so that a whole regency costs little more than
fetching it. Two queries, however many nodes and units.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from django.db import connection

from sakip.perencanaan.selectors.nomenklatur import polos_pola
from sakip.perencanaan.selectors.pohon_pemda import PetaPohon

# Which nodes: of each version (with its place in the order of units) those above a depth and, where
# one branch is asked for, below a path.
SQL_SIMPUL = """
SELECT s.simpul_id, i.uuid::text, s.dokumen_versi_id, s.induk_id, i.kode, s.jenis, s.uraian,
       s.nomenklatur, s.pemilik_id, i.sifat, s.jalur, s.kedalaman,
       CASE WHEN s.kedalaman = b.batas - 1 THEN (
           SELECT count(*) FROM perencanaan_simpulversi a
            WHERE a.induk_id = s.simpul_id AND a.dokumen_versi_id = s.dokumen_versi_id) ELSE 0 END
  FROM unnest(%(versi)s::bigint[], %(batas)s::int[], %(awalan)s::text[]) WITH ORDINALITY
       AS b(versi, batas, awalan, urutan)
  JOIN perencanaan_simpulversi s ON s.dokumen_versi_id = b.versi AND s.kedalaman < b.batas
   AND starts_with(s.jalur, b.awalan)
  JOIN perencanaan_simpul i ON i.id = s.simpul_id
 ORDER BY b.urutan, s.urutan, s.id
"""
SQL_INDIKATOR = """
SELECT v.simpul_id, v.indikator_id, i.kode, v.nama, v.satuan, v.iku, COALESCE(t.teks, '')
  FROM perencanaan_indikatorversi v
  JOIN perencanaan_indikator i ON i.id = v.indikator_id
  LEFT JOIN perencanaan_targetversi t
    ON t.indikator_id = v.indikator_id AND t.unit_id = i.unit_id
   AND t.dokumen_versi_id = v.dokumen_versi_id AND NOT t.ditarik
   AND t.periode_id = (
       SELECT id FROM organisasi_periode WHERE tahun = %(tahun)s AND jenis = 'tahun')
 WHERE v.dokumen_versi_id = ANY(%(versi)s) AND v.simpul_id IS NOT NULL {di}
 ORDER BY v.urutan, v.id
"""
SQL_LETAK = """
SELECT s.simpul_id, s.jalur FROM perencanaan_simpulversi s
  JOIN perencanaan_simpul i ON i.id = s.simpul_id
 WHERE i.uuid = %(simpul)s AND s.dokumen_versi_id = ANY(%(versi)s)
"""
KOLOM_NAMA = "s.simpul_id, i.uuid::text, s.jenis, s.uraian, s.jalur"
SQL_NAMA = f"""
SELECT {KOLOM_NAMA} FROM perencanaan_simpulversi s
  JOIN perencanaan_simpul i ON i.id = s.simpul_id
 WHERE s.simpul_id = ANY(%(simpul)s) AND s.dokumen_versi_id = ANY(%(versi)s)
"""  # noqa: S608 - column names of our own
SQL_CARI = f"""
SELECT {KOLOM_NAMA} FROM unnest(%(versi)s::bigint[]) WITH ORDINALITY AS b(versi, urutan)
  JOIN perencanaan_simpulversi s ON s.dokumen_versi_id = b.versi
  JOIN perencanaan_simpul i ON i.id = s.simpul_id
 WHERE (s.nomenklatur LIKE %(awal)s OR ({{syarat}}))
 ORDER BY b.urutan, s.urutan, s.id LIMIT %(batas)s
"""  # noqa: S608 - column names of our own
SYARAT_KATA = """(s.uraian ILIKE %(k{n})s OR EXISTS (
    SELECT FROM perencanaan_indikatorversi v WHERE v.dokumen_versi_id = s.dokumen_versi_id
       AND v.simpul_id = s.simpul_id AND v.nama ILIKE %(k{n})s))"""
DALAM = 32_000  # deeper than any path can be


class IndikatorPohon(NamedTuple):
    """An indicator of a node and what is promised for the year; ``""``: no target.

    A tuple, for there are twenty thousand of them.
    """

    simpul_id: int
    id: int
    kode: str
    nama: str
    satuan: str
    iku: bool
    target: str


@dataclass(slots=True)
class SimpulPohon:
    """A node as its unit's version tells it, with what hangs below as far as it was read.

    ``di_bawah`` counts children that were not read. ``tingkat`` is the depth in the whole tree.
    """

    id: int
    uuid: str
    versi_id: int
    induk_id: int | None
    kode: str
    jenis: str
    uraian: str
    nomenklatur: str
    pemilik_id: int | None
    sifat: str
    jalur: str
    kedalaman: int
    di_bawah: int
    tingkat: int = 0
    indikator: list[IndikatorPohon] = field(default_factory=list)
    anak: list["SimpulPohon"] = field(default_factory=list)

    def semua(self) -> Iterator["SimpulPohon"]:
        """This node and all below it that was read, in reading order."""
        tumpukan = [self]
        while tumpukan:
            kini = tumpukan.pop()
            yield kini
            tumpukan.extend(reversed(kini.anak))


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a node stands: its id and the path within its document."""

    id: int
    jalur: str


@dataclass(frozen=True, slots=True)
class NamaSimpul:
    """A node by name, for the way down to another one."""

    id: int
    uuid: str
    jenis: str
    uraian: str
    jalur: str


@dataclass(frozen=True, slots=True)
class _Bagian:
    """What is read of one version, and from which of its nodes everything hangs."""

    versi: int
    batas: int
    awalan: str
    pangkal: frozenset[int]


def pohon_pemda(peta: PetaPohon, tingkat: int) -> list[SimpulPohon]:
    """The first ``tingkat`` levels of the whole tree, from the pemda's roots. Two queries."""
    return _baca(peta, _bagian(peta, peta.tersambung, tingkat), tingkat)


def pohon_utuh(peta: PetaPohon) -> list[SimpulPohon]:
    """All of the pemda's tree, down to the last node of every unit under it. Two queries."""
    return _baca(peta, _bagian(peta, peta.tersambung, DALAM), DALAM)


def pohon_lepas(peta: PetaPohon, tingkat: int = DALAM) -> list[SimpulPohon]:
    """Trees that hang nowhere below the pemda's, so many levels of each. Two queries."""
    lepas = frozenset(peta.akar) - peta.tersambung
    return _baca(peta, _bagian(peta, lepas, tingkat), tingkat)


def cabang(peta: PetaPohon, letak: Letak, tingkat: int = 2) -> SimpulPohon:
    """One node with what is below it, on into the documents of the units there. Two queries.

    ``tingkat`` counts from the node itself: 2 is the node and its children.
    """
    sampai = len(peta.atas(letak.jalur)) + tingkat
    akar = peta.akar[_akar(letak.jalur)]
    sendiri = _Bagian(akar.versi_id, sampai - len(akar.atas), letak.jalur, frozenset())
    di_bawah = frozenset(a.simpul_id for a in peta.akar.values() if letak.id in a.atas)
    return _baca(peta, [sendiri, *_bagian(peta, di_bawah, sampai)], sampai, letak.id)[0]


def _akar(jalur: str) -> int:
    return int(jalur[: jalur.index(".")])


def _bagian(peta: PetaPohon, akar: frozenset[int], sampai: int) -> list[_Bagian]:
    """Of each version that has one of these roots: how deep it is read to reach a level."""
    menurut_versi: dict[int, list[int]] = {}
    for a in peta.akar.values():
        if a.simpul_id in akar:
            menurut_versi.setdefault(a.versi_id, []).append(a.simpul_id)
    return [
        _Bagian(v, batas, "", frozenset(pangkal))
        for v, pangkal in menurut_versi.items()
        if (batas := max(sampai - len(peta.akar[p].atas) for p in pangkal)) > 0
    ]


def _baca(
    peta: PetaPohon, bagian: Sequence[_Bagian], sampai: int, mulai: int | None = None
) -> list[SimpulPohon]:
    """Read these parts and put them together; the tops, or the node ``mulai``, come back."""
    menurut_versi = {b.versi: b for b in bagian}
    dalam = {a.simpul_id: len(a.atas) for a in peta.akar.values()}
    dibaca: dict[int, SimpulPohon] = {}
    lewat: list[int | None] = [
        a.atas[-1] for a in peta.akar.values() if a.atas and a.versi_id not in menurut_versi
    ]
    for s in _simpul(bagian):
        b, akar = menurut_versi[s.versi_id], _akar(s.jalur)
        if not b.awalan and akar not in b.pangkal:
            continue
        s.tingkat = dalam[akar] + s.kedalaman
        if s.tingkat < sampai:
            dibaca[s.id] = s
        else:
            lewat.append(s.induk_id)
    for induk_id in lewat:
        if (atas := dibaca.get(induk_id or 0)) is not None:
            atas.di_bawah += 1
    hasil = _rangkai(dibaca, dalam, mulai)
    for i in _indikator(peta, menurut_versi, dibaca, semua=sampai >= DALAM and mulai is None):
        if (milik := dibaca.get(i.simpul_id)) is not None:
            milik.indikator.append(i)
    return hasil


def _rangkai(
    dibaca: Mapping[int, SimpulPohon], dalam: Mapping[int, int], mulai: int | None
) -> list[SimpulPohon]:
    """Hang each node on its parent; the others are tops."""
    hasil: list[SimpulPohon] = []
    for s in dibaca.values():
        puncak = s.id == mulai or dalam.get(s.id) == 0
        atas = None if puncak or s.induk_id is None else dibaca.get(s.induk_id)
        (hasil if atas is None else atas.anak).append(s)
    return hasil


def _simpul(bagian: Sequence[_Bagian]) -> Iterator[SimpulPohon]:
    with connection.cursor() as kursor:
        kursor.execute(
            SQL_SIMPUL,
            {
                "versi": [b.versi for b in bagian],
                "batas": [b.batas for b in bagian],
                "awalan": [b.awalan for b in bagian],
            },
        )
        baris = kursor.fetchall()
    return (SimpulPohon(*b) for b in baris)


def _indikator(
    peta: PetaPohon, versi: Iterable[int], simpul: Iterable[int], *, semua: bool
) -> Iterator[IndikatorPohon]:
    """Indicators with the year's targets: of all nodes of these versions, or of these nodes."""
    isi: dict[str, Any] = {"tahun": peta.tahun, "versi": list(versi)}
    di = ""
    if not semua:
        di, isi["simpul"] = "AND v.simpul_id = ANY(%(simpul)s)", list(simpul)
    with connection.cursor() as kursor:
        kursor.execute(SQL_INDIKATOR.format(di=di), isi)
        baris = kursor.fetchall()
    return map(IndikatorPohon._make, baris)


def letak_simpul(peta: PetaPohon, simpul: UUID) -> Letak | None:
    """Where a node of the map stands; ``None``: the map does not speak of it. One query."""
    with connection.cursor() as kursor:
        kursor.execute(SQL_LETAK, {"simpul": simpul, "versi": list(peta.versi)})
        baris = kursor.fetchone()
    return None if baris is None else Letak(*baris)


def nama_simpul(peta: PetaPohon, simpul: Iterable[int]) -> dict[int, NamaSimpul]:
    """Nodes by name, by id. One query."""
    with connection.cursor() as kursor:
        kursor.execute(SQL_NAMA, {"simpul": list(simpul), "versi": list(peta.versi)})
        return {b[0]: NamaSimpul(*b) for b in kursor.fetchall()}


def cari_simpul(peta: PetaPohon, kata: str, batas: int = 50) -> list[NamaSimpul]:
    """Nodes that say every word of ``kata``, themselves or in an indicator of theirs. One query.

    Of a code (7.01.02) the beginning is enough. No more than ``batas``, in the order of the tree.
    """
    potongan = [polos_pola(k) for k in kata.split()]
    if not potongan:
        return []
    isi: dict[str, Any] = {f"k{n}": f"%{k}%" for n, k in enumerate(potongan)}
    syarat = " AND ".join(SYARAT_KATA.format(n=n) for n in range(len(potongan)))
    isi |= {"versi": list(peta.versi), "awal": f"{potongan[0]}%", "batas": batas}
    with connection.cursor() as kursor:
        kursor.execute(SQL_CARI.format(syarat=syarat), isi)
        return [NamaSimpul(*b) for b in kursor.fetchall()]
