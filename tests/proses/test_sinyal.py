"""Signals that come in the middle of one another: the parent still ends."""

import signal
import subprocess
import sys

import pytest
from induk_uji import SABAR

# Another signal at every line of the handler, and of whatever the handler calls.
DI_TENGAH = """
import signal
import sys
from sakip.config.proses import Sinyal, _Berhenti

def lagi(bingkai, peristiwa, isi):
    if bingkai.f_code is not bersiap.__code__:
        signal.raise_signal(signal.SIGINT)
    return lagi

def bersiap():
    sys.settrace(lagi)
    signal.raise_signal(signal.{sinyal})
    sys.settrace(None)

signal.signal(signal.SIGINT, signal.SIG_DFL)  # ignored where the tests run in the background
sinyal = Sinyal()
bersiap()
try:
    sinyal.tunggu(600)
except _Berhenti:
    print("berhenti")
"""
# More signals than a pipe holds: it takes 65536 bytes on Linux.
BERTUBI = """
import signal
from sakip.config.proses import Sinyal, _Berhenti

sinyal = Sinyal()
for _n in range(70_000):
    signal.raise_signal(signal.SIGTERM)
try:
    sinyal.tunggu(600)
except _Berhenti:
    print("berhenti")
"""


def _jalankan(kode: str) -> str:
    """What a process of its own says in the end; a process that hangs fails the test."""
    hasil = subprocess.run(
        [sys.executable, "-c", kode], capture_output=True, text=True, timeout=SABAR, check=True
    )
    return hasil.stdout.strip()


@pytest.mark.parametrize("sinyal", [signal.SIGINT, signal.SIGTERM], ids=lambda s: s.name)
def test_sinyal_kedua_di_tengah_yang_pertama_tidak_menggantung(sinyal: signal.Signals) -> None:
    assert _jalankan(DI_TENGAH.format(sinyal=sinyal.name)) == "berhenti"


def test_sinyal_bertubi_tubi_tidak_menggantung() -> None:
    assert _jalankan(BERTUBI) == "berhenti"
