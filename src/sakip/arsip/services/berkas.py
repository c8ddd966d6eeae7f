"""A file by its content: checked once, stored once."""

import hashlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import PurePath

from django.utils.translation import gettext as _

from sakip.arsip.isi import JenisBerkas, kenali_bersebab
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
    isi: bytes,
    nama: str,
    boleh: Sequence[JenisBerkas],
    batas: Mapping[str, int] | None = None,
) -> tuple[JenisBerkas | None, str]:
    """The kind of an upload, or the sentence that says why it is not taken.

    ``batas``: megabytes by group of kinds, as the instansi set them (0: not taken); 10 without.
    """
    if not isi:
        return None, _("Berkasnya kosong. Pilih berkas yang berisi.")
    mega = (
        dict.fromkeys((j.kelompok for j in boleh), UKURAN_MAKS // _MEGA)
        if batas is None
        else {j.kelompok: batas[j.kelompok] for j in boleh}
    )
    # What is larger than any kind may be is not looked into at all.
    if len(isi) > max(mega.values()) * _MEGA:
        return None, _terlalu_besar(max(mega.values()))
    jenis, sebab = kenali_bersebab(isi)
    if jenis is None or jenis not in boleh or not mega[jenis.kelompok]:
        daftar = ", ".join(satu.sebutan for satu in boleh if mega[satu.kelompok])
        umum = _("Isi berkas ini bukan jenis yang diterima. Yang diterima: %s.") % daftar
        return None, (sebab if jenis is None and sebab else umum)
    if len(isi) > mega[jenis.kelompok] * _MEGA:
        return None, _terlalu_besar(mega[jenis.kelompok])
    akhiran = PurePath(nama).suffix.casefold()
    if akhiran not in jenis.akhiran:
        return None, _(
            "Nama berkas berakhir “%(akhiran)s”, tetapi isinya %(jenis)s. Ganti akhirannya menjadi "
            "%(benar)s bila berkasnya benar, atau pilih berkas lain."
        ) % {"akhiran": akhiran, "jenis": jenis.sebutan, "benar": jenis.akhiran[0]}
    return jenis, ""


def _terlalu_besar(mega: int) -> str:
    return _("Berkas lebih besar dari %s MB. Perkecil atau pisahkan berkasnya.") % mega
