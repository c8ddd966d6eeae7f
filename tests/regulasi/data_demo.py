"""The files of the demo as a reviewer reads them: YAML and CSV, without Django."""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path
from typing import Any

import yaml

DATA = Path(__file__).parents[2] / "src" / "sakip" / "demo" / "data"
ANGKA = re.compile(r"-?(\d+|\d{1,3}(\.\d{3})+)(,\d+)?")


class PemuatKetat(yaml.SafeLoader):
    """Reads a YAML file and refuses a key written twice."""


def _peta_tanpa_ganda(pemuat: PemuatKetat, simpul: yaml.MappingNode) -> dict[Any, Any]:
    kunci = [pemuat.construct_object(k) for k, _ in simpul.value]
    ganda = [k for k, n in Counter(kunci).items() if n > 1]
    if ganda:
        raise yaml.constructor.ConstructorError(None, None, f"ganda: {ganda}", simpul.start_mark)
    return dict(pemuat.construct_mapping(simpul, deep=True))


PemuatKetat.add_constructor(yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, _peta_tanpa_ganda)


def baca(nama: str) -> Any:
    """A YAML file of the demo."""
    return yaml.load((DATA / nama).read_text(encoding="utf-8"), PemuatKetat)  # noqa: S506


def baris(nama: str) -> list[dict[str, str]]:
    """Rows of a CSV file of the demo."""
    return baris_csv(DATA / nama)


def baris_csv(berkas: Path) -> list[dict[str, str]]:
    with berkas.open(encoding="utf-8", newline="") as pegangan:
        return list(csv.DictReader(pegangan))


def angka(teks: str) -> Decimal:
    """A number of our CSV files: points group thousands, a comma starts the decimals."""
    assert ANGKA.fullmatch(teks), teks
    return Decimal(teks.replace(".", "").replace(",", "."))
