"""A file by its content: checked once, stored once."""

import hashlib
from collections.abc import Sequence
from datetime import datetime
from pathlib import PurePath

from django.utils.translation import gettext as _

from sakip.arsip.isi import JenisBerkas, kenali
from sakip.arsip.models import Berkas
from sakip.organisasi.models import Instansi

UKURAN_MAKS = 10_000_000  # bytes
_MEGA = 1_000_000


def simpan_berkas(*, instansi: Instansi, isi: bytes, jenis: str, saat: datetime) -> Berkas:
    """Store bytes, or give the file that has them already. Called inside a service. One query more.

    Two uploads at the same moment meet at the unique content; the second finds the first.
    """
    berkas, _baru = Berkas.objects.defer("isi").get_or_create(
        instansi=instansi,
        sha256=hashlib.sha256(isi).hexdigest(),
        defaults={"ukuran": len(isi), "jenis": jenis, "isi": isi, "disimpan_pada": saat},
    )
    return berkas


def periksa_berkas(
    isi: bytes, nama: str, boleh: Sequence[JenisBerkas]
) -> tuple[JenisBerkas | None, str]:
    """The kind of an upload, or the sentence that says why it is not taken."""
    if not isi:
        return None, _("Berkasnya kosong. Pilih berkas yang berisi.")
    if len(isi) > UKURAN_MAKS:
        return None, _("Berkas lebih besar dari %s MB. Perkecil atau pisahkan berkasnya.") % (
            UKURAN_MAKS // _MEGA
        )
    jenis = kenali(isi)
    daftar = ", ".join(satu.sebutan for satu in boleh)
    if jenis is None or jenis not in boleh:
        return None, _("Isi berkas ini bukan jenis yang diterima. Yang diterima: %s.") % daftar
    akhiran = PurePath(nama).suffix.casefold()
    if akhiran not in jenis.akhiran:
        return None, _(
            "Nama berkas berakhir “%(akhiran)s”, tetapi isinya %(jenis)s. Ganti akhirannya menjadi "
            "%(benar)s bila berkasnya benar, atau pilih berkas lain."
        ) % {"akhiran": akhiran, "jenis": jenis.sebutan, "benar": jenis.akhiran[0]}
    return jenis, ""
