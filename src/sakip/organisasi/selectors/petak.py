"""Where the kecamatan of a regency lie to each other: columns and rows, never a map.

Approximate, from general knowledge (west to east, north to south); every page says so. The Kota in
the middle of Kabupaten Serang is another government and stays a gap.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from sakip.organisasi.selectors.tampak import UnitTampak

# By kode wilayah (Kepmendagri 300.2.2-2138/2025): column, row.
LETAK: Final[Mapping[str, tuple[int, int]]] = {
    "36.04.08": (3, 1),  # Pulo Ampel
    "36.04.12": (5, 1),  # Pontang
    "36.04.13": (6, 1),  # Tirtayasa
    "36.04.14": (7, 1),  # Tanara
    "36.04.07": (3, 2),  # Bojonegara
    "36.04.35": (5, 2),  # Lebak Wangi
    "36.04.17": (6, 2),  # Carenang
    "36.04.18": (7, 2),  # Binuang
    "36.04.06": (2, 3),  # Waringinkurung
    "36.04.05": (3, 3),  # Kramatwatu
    "36.04.09": (5, 3),  # Ciruas
    "36.04.11": (6, 3),  # Kragilan
    "36.04.16": (7, 3),  # Kibin
    "36.04.15": (8, 3),  # Cikande
    "36.04.30": (1, 4),  # Anyar
    "36.04.32": (2, 4),  # Mancak
    "36.04.33": (3, 4),  # Gunungsari
    "36.04.23": (5, 4),  # Cikeusal
    "36.04.24": (6, 4),  # Pamarayan
    "36.04.34": (7, 4),  # Bandung
    "36.04.26": (8, 4),  # Jawilan
    "36.04.31": (1, 5),  # Cinangka
    "36.04.29": (2, 5),  # Padarincang
    "36.04.27": (3, 5),  # Ciomas
    "36.04.28": (4, 5),  # Pabuaran
    "36.04.22": (5, 5),  # Baros
    "36.04.19": (6, 5),  # Petir
    "36.04.20": (7, 5),  # Tunjung Teja
    "36.04.25": (8, 5),  # Kopo
}


def letak_petak(unit: Iterable[UnitTampak]) -> dict[int, tuple[int, int]] | None:
    """Column and row of each unit by id; ``None`` where one of them has no known place. No query.

    Two units never share a place: a split kecamatan that is not in the list makes it ``None`` too.
    """
    hasil = {}
    for u in unit:
        if u.kode not in LETAK:
            return None
        hasil[u.id] = LETAK[u.kode]
    return hasil or None
