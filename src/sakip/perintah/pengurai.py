"""Argument parser that speaks Indonesian. The commands use it instead of ``argparse`` itself."""

import argparse
from typing import Final, NoReturn

_BAHASA: Final = {
    "usage: ": "Pemakaian: ",
    "positional arguments": "masukan",
    "options": "pilihan",
    "show this help message and exit": "tampilkan bantuan ini",
    "the following arguments are required: %s": "belum disebut: %s",
    "unrecognized arguments: %s": "tidak dikenal: %s",
    "expected one argument": "butuh satu nilai",
    "expected at most one argument": "paling banyak satu nilai",
    "expected at least one argument": "butuh paling sedikit satu nilai",
    "argument %(argument_name)s: %(message)s": "%(argument_name)s: %(message)s",
    "invalid %(type)s value: %(value)r": "nilai tidak sah: %(value)r",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "%(value)r tidak ada; pilih dari %(choices)s"
    ),
    "ambiguous option: %(option)s could match %(matches)s": (
        "%(option)s bermakna ganda: %(matches)s"
    ),
    "ignored explicit argument %r": "tidak menerima nilai %r",
    "not allowed with argument %s": "tidak boleh bersama %s",
    "one of the arguments %s is required": "sebutkan salah satu: %s",
}


def _terjemahkan(pesan: str) -> str:
    return _BAHASA.get(pesan, pesan)


class Pengurai(argparse.ArgumentParser):
    """``ArgumentParser`` with Indonesian words and no guessing of shortened options."""

    def __init__(self, prog: str, *, uraian: str, contoh: str | None = None) -> None:
        # argparse looks its sentences up through this name in its own module; that is the only
        # door it offers besides a compiled gettext catalogue.
        argparse._ = _terjemahkan  # type: ignore[attr-defined]
        super().__init__(
            prog=prog,
            description=uraian,
            epilog=contoh,
            allow_abbrev=False,
            formatter_class=argparse.RawDescriptionHelpFormatter,
        )

    def error(self, message: str) -> NoReturn:
        """Print the fault and where help is, and end with exit code 2."""
        self.exit(2, f"{self.prog}: {message}\nBantuan: {self.prog} --help\n")
