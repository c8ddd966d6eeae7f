"""The web server that benchmarks ask: as ``sakip serve`` starts it, with two workers."""

import os
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager

from sakip.config.instalasi import Instalasi
from sakip.config.proses import Pilihan, menjawab, perintah_web
from sakip.config.statik import kumpulkan_statik


@contextmanager
def server(satu: Instalasi, port: int) -> Iterator[None]:
    """The web server as ``sakip serve`` starts it, with two workers."""
    kumpulkan_statik(satu.ruang.statik, satu.sasaran.aplikasi)
    perintah = perintah_web(Pilihan(port=port, pekerja_web=2))
    with (satu.ruang.log / "web.log").open("ab") as catatan:
        proses = subprocess.Popen(
            perintah, env=dict(os.environ), stdout=catatan, stderr=catatan, start_new_session=True
        )
    try:
        for _ in range(300):
            if menjawab(port):
                break
            if proses.poll() is not None:
                raise SystemExit(f"Server berhenti; lihat {catatan.name}")
            time.sleep(0.1)
        yield
    finally:
        proses.terminate()
        proses.wait(20)
