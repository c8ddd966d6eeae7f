"""Finds the sentences of rule files and demo accounts for ``pybabel`` (see ``babel.cfg``).

Names of classes, criteria, citations and meanings of terms are data of the law, in Indonesian; in
another language their translation is shown, so they belong in the catalogue like other sentences.
"""

import re
from collections.abc import Iterator
from typing import Any, BinaryIO

import yaml

# Keys whose text people read. Notes of those who checked it (``catatan``) and sources stay as is.
TERBACA = frozenset(
    {
        "sebutan",
        "nama",
        "uraian",
        "judul",
        "sebab",
        "hal",
        "letak",
        "arti",
        "keberadaan",
        "kualitas",
        "pemanfaatan",
        "tugas",
    }
)
_NAMA_PERATURAN = re.compile(r".*\d/\d{4}")  # PermenPANRB 88/2021: the same in every language
_KODE = re.compile(r"[a-z]+(_[a-z]+)*")  # nilai_akip, penilaian: a code, not a sentence
_SEBUTAN_PENDEK = frozenset(
    {"sebutan", "uraian"}
)  # one lower-case word there is a name, not a code

Temuan = tuple[int, str, str, list[str]]


def teks_kaidah(
    fileobj: BinaryIO,
    keywords: Any,  # noqa: ARG001 - the shape babel asks for
    comment_tags: Any,  # noqa: ARG001
    options: Any,  # noqa: ARG001
) -> Iterator[Temuan]:
    """Yield line, function, text and comments of every readable sentence in one rule file."""
    for dokumen in yaml.compose_all(fileobj.read().decode("utf-8"), yaml.SafeLoader):
        if dokumen is not None:
            yield from _telusuri(dokumen)


def _telusuri(simpul: yaml.Node) -> Iterator[Temuan]:
    if isinstance(simpul, yaml.MappingNode):
        for kunci, isi in simpul.value:
            if isinstance(isi, yaml.ScalarNode) and kunci.value in TERBACA:
                if _kalimat(kunci.value, isi):
                    yield isi.start_mark.line + 1, "gettext", isi.value, []
            else:
                yield from _telusuri(isi)
    elif isinstance(simpul, yaml.SequenceNode):
        for isi in simpul.value:
            yield from _telusuri(isi)


def _kalimat(kunci: str, isi: yaml.ScalarNode) -> bool:
    if isi.tag != "tag:yaml.org,2002:str" or (
        kunci == "sebutan" and _NAMA_PERATURAN.match(isi.value)
    ):
        return False
    return kunci in _SEBUTAN_PENDEK or not _KODE.fullmatch(isi.value)
