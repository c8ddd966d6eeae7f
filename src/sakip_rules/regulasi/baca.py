"""YAML text → nodes that know their file and line. Nothing is guessed here."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from sakip_rules.galat import BerkasRegulasiSalah
from sakip_rules.kalimat import kalimat

try:
    from yaml import CSafeLoader as Pembaca
except ImportError:  # a PyYAML built without libyaml: ten times slower, the same result
    from yaml import SafeLoader as Pembaca  # type: ignore[assignment]

TANDA = "tag:yaml.org,2002:"


@dataclass(frozen=True, slots=True)
class Posisi:
    """A place in a rule file: path as shown to people, and line counted from 1."""

    berkas: str
    baris: int

    def galat(self, pola: str, **isian: object) -> BerkasRegulasiSalah:
        """Build the error for this place; the pattern says what is wrong and what to write."""
        return BerkasRegulasiSalah(
            kalimat(
                "{berkas} baris {baris}: " + pola, berkas=self.berkas, baris=self.baris, **isian
            )
        )


@dataclass(frozen=True, slots=True)
class Simpul:
    """A YAML node and the file it stands in."""

    node: yaml.Node
    berkas: str

    @property
    def posisi(self) -> Posisi:
        """File and line where the node begins."""
        return Posisi(self.berkas, self.node.start_mark.line + 1)

    @property
    def tanda(self) -> str:
        """What YAML took it for: ``str``, ``int``, ``float``, ``bool``, ``null``, ``map``…"""
        return str(self.node.tag).removeprefix(TANDA)

    @property
    def teks(self) -> str:
        """Text of a scalar as written."""
        return str(self.node.value)

    def anak(self, node: yaml.Node) -> "Simpul":
        """Give a child node the same file."""
        return Simpul(node, self.berkas)


class Isi(dict[str, Any]):
    """A checked mapping that still knows where it and each of its keys stand."""

    __slots__ = ("posisi", "posisi_kunci")

    def __init__(self, posisi: Posisi) -> None:
        super().__init__()
        self.posisi = posisi
        self.posisi_kunci: dict[str, Posisi] = {}

    def di(self, kunci: str) -> Posisi:
        """Place of one key, or of the mapping when the key is absent."""
        return self.posisi_kunci.get(kunci, self.posisi)


def baca_dokumen(berkas: Path, nama: str) -> list[Simpul]:
    """Read all YAML documents of a file as nodes; ``nama`` is the path shown in messages.

    Raises ``BerkasRegulasiSalah`` when the file is not UTF-8, not YAML, or empty.
    """
    try:
        teks = berkas.read_text(encoding="utf-8")
    except UnicodeDecodeError as salah:
        raise Posisi(nama, 1).galat(
            "berkas bukan teks UTF-8; simpan ulang sebagai UTF-8."
        ) from salah
    pembaca = Pembaca(teks)
    hasil = []
    try:
        while pembaca.check_node():
            node = pembaca.get_node()
            if node is not None:
                hasil.append(Simpul(node, nama))
    except yaml.MarkedYAMLError as salah:
        tanda = salah.problem_mark
        posisi = Posisi(nama, 1 if tanda is None else tanda.line + 1)
        raise posisi.galat("bukan YAML yang sah ({masalah}).", masalah=salah.problem) from salah
    finally:
        pembaca.dispose()
    if not hasil:
        raise Posisi(nama, 1).galat("berkas kosong; hapus atau isi dengan satu kaidah.")
    return hasil
