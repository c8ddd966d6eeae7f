"""ZIP folders of every kind, good and hostile: what the tests of evidence share."""

import io
import stat
import zipfile
from collections.abc import Mapping

from domain.berkas_uji import DOCX, PDF_POLOS, png
from sakip.arsip.isi import ODS, ODT

PROGRAM = b"MZ\x90\x00" + b"\0" * 60


def zip_uji(anggota: Mapping[str, bytes], *, padat: bool = False) -> bytes:
    """A folder with these members in this order."""
    keluaran = io.BytesIO()
    cara = zipfile.ZIP_DEFLATED if padat else zipfile.ZIP_STORED
    with zipfile.ZipFile(keluaran, "w", cara) as satu:
        for nama, isi in anggota.items():
            satu.writestr(nama, isi)
    return keluaran.getvalue()


BERKAS = zip_uji({"notulen.pdf": PDF_POLOS, "foto/rapat.png": png(), "surat.docx": DOCX})


def odf(mime: str, tambahan: Mapping[str, bytes] | None = None) -> bytes:
    """An OpenDocument file, as far as its folder shows."""
    return zip_uji({"mimetype": mime.encode(), "content.xml": b"<x/>", **(tambahan or {})})


def terkunci(isi: bytes) -> bytes:
    """The same folder with the mark of encryption on every member, in both lists."""
    hasil = bytearray(isi)
    for tanda, geser in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        letak = hasil.find(tanda)
        while letak >= 0:
            hasil[letak + geser] |= 0x01
            letak = hasil.find(tanda, letak + 4)
    return bytes(hasil)


def pintasan() -> bytes:
    """A folder that holds a symbolic link to a file of the server."""
    keluaran = io.BytesIO()
    with zipfile.ZipFile(keluaran, "w") as satu:
        info = zipfile.ZipInfo("sandi.pdf")
        info.external_attr = (stat.S_IFLNK | 0o777) << 16
        satu.writestr(info, "/etc/passwd")
    return keluaran.getvalue()


def mengembang(mega: int) -> bytes:
    """A small folder that becomes ``mega`` MB of nothing."""
    return zip_uji({"kosong.pdf": PDF_POLOS + b"\0" * (mega * 1_000_000)}, padat=True)


def bertumpuk() -> bytes:
    """Two names for the same bytes: how a small folder becomes a large one without compression."""
    isi = bytearray(zip_uji({"a.pdf": PDF_POLOS * 40, "b.pdf": PDF_POLOS * 40}))
    kedua = isi.rfind(b"PK\x01\x02")
    isi[kedua + 42 : kedua + 46] = (0).to_bytes(4, "little")
    return bytes(isi)


def daftar_palsu() -> bytes:
    """A folder whose end claims a list longer than any honest one."""
    isi = bytearray(zip_uji({"a.pdf": PDF_POLOS}))
    ekor = isi.rfind(b"PK\x05\x06")
    isi[ekor + 12 : ekor + 16] = (50_000_000).to_bytes(4, "little")
    return bytes(isi)


ODT_UJI, ODS_UJI = odf(ODT.mime), odf(ODS.mime)
