"""Answerers: one function for each kind of rule that turns a case's input into plain data.

The cases lie beside the law (``src/sakip_regulasi/*/contoh/*.yaml``) and are written as text, so
that an auditor can read them. An answerer reads the text, calls the kernel as the program does,
and gives back text under the names the cases use. A module here registers its kinds; the runner
(``tests/regulasi/test_contoh_hukum.py``) imports every module of this package.
"""

from collections.abc import Callable, Mapping
from typing import Any

from sakip_rules.regulasi import Contoh, Kasus

Penjawab = Callable[[Contoh, Kasus], Mapping[str, Any]]
PENJAWAB: dict[str, Penjawab] = {}


def menjawab(jenis: str) -> Callable[[Penjawab], Penjawab]:
    """Register the decorated function for a kind of rule; two for one kind are a mistake."""

    def daftarkan(fungsi: Penjawab) -> Penjawab:
        if jenis in PENJAWAB:
            raise ValueError(f"jenis {jenis} sudah mempunyai penjawab")
        PENJAWAB[jenis] = fungsi
        return fungsi

    return daftarkan
