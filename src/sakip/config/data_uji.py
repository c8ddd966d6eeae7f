"""Generating a regency for measurements: in a child, so that the parent stays without Django."""

import os
import subprocess
import sys

from sakip.config.instalasi import Instalasi
from sakip.config.pesan import GalatProses, _
from sakip.config.skema import Lapor

# Of ``sakip.data_uji.rancangan``, which needs Django to be read; a test holds them equal.
SKALA = ("kecil", "kabupaten")
BENIH = 2014


def bangkitkan_data_uji(satu: Instalasi, skala: str, benih: int, lapor: Lapor) -> None:
    """Lay the generated set in a running installation; progress goes to standard output."""
    lapor(_("Membangkitkan data uji skala {skala} …").format(skala=skala))
    lingkungan = {**os.environ, **satu.lingkungan()}
    hasil = subprocess.run(
        [sys.executable, "-m", "sakip.data_uji", skala, str(benih)],
        env=lingkungan,
        stdin=subprocess.DEVNULL,
        check=False,
    )
    if hasil.returncode < 0:
        raise GalatProses(
            _("Pembangkitan dihentikan oleh sinyal {sinyal}; tidak ada yang tersimpan.").format(
                sinyal=-hasil.returncode
            )
        )
    if hasil.returncode != 0:
        raise GalatProses(_("Data uji tidak ditambahkan; sebabnya tertulis di atas."))
    lapor(_("Memutakhirkan statistik basis data …"))
    with satu.sasaran.pemilik.hubungkan() as pemilik:
        pemilik.execute("VACUUM (ANALYZE)")
