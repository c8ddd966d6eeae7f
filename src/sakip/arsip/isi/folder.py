"""Looking into ZIP folders, and into the office files that are such, without unpacking them.

Only the list of members and their first bytes are read, in memory and within limits; a member that
is an office file itself is read whole, up to a budget. Nothing is written anywhere.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator

from django.utils.translation import gettext as _

from sakip.arsip.isi.jenis import (
    AWAL_ZIP,
    BANYAK_AWAL,
    DOCX,
    ODS,
    ODT,
    PPTX,
    XLSX,
    ZIP,
    JenisBerkas,
    menurut_awal,
)

ANGGOTA_MAKS = 200  # members of a ZIP that people packed
ANGGOTA_KANTOR = 5_000  # parts of an office file: slides bring many pictures
TERBUKA_MAKS = 100_000_000  # bytes, all members unpacked
NISBAH_MAKS = 100  # unpacked : packed, looked at from NISBAH_MULAI on
NISBAH_MULAI = 5_000_000
DIBACA_MAKS = 30_000_000  # bytes of office files that are read out of one ZIP
KETERANGAN_MAKS = 300_000  # bytes of a manifest that is read
_DAFTAR_MAKS = 1_000_000  # bytes of the list of members
_BACA_RUSAK = (
    zipfile.BadZipFile, ValueError, NotImplementedError, zlib.error, EOFError,
    OSError, struct.error,
)  # fmt: skip
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROGRAM = (b"MZ", b"\x7fELF", b"#!", b"\xca\xfe\xba\xbe", b"\xcf\xfa\xed\xfe", b"\xce\xfa\xed\xfe")
_AKHIRAN_PROGRAM = re.compile(
    r"\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|wsf|hta|lnk|jar|sh|py|php|apk|app|reg"
    r"|html?|svg)$",
    re.IGNORECASE,
)
_BAGIAN = (("xl/workbook.xml", XLSX), ("word/document.xml", DOCX), ("ppt/presentation.xml", PPTX))
_MIME_ODF = {ODT.mime.encode(): ODT, ODS.mime.encode(): ODS}
_MAKRO_OOXML = re.compile(r"vbaProject|vbaData|/activeX/|/macrosheets/", re.IGNORECASE)
_MAKRO_ODF = re.compile(r"^(?:Basic|Scripts)/", re.IGNORECASE)


class _Ditolak(Exception):
    """A folder that is not taken; the sentence says why."""


def kenali(isi: bytes) -> JenisBerkas | None:
    """The kind of a file by its bytes; ``None``: none of those we take (macros included)."""
    return kenali_bersebab(isi)[0]


def kenali_bersebab(isi: bytes) -> tuple[JenisBerkas | None, str]:
    """The kind, or the sentence that says why a folder is not taken (empty: an unknown kind)."""
    if isi.startswith(_OLE):
        return None, _(
            "Ini berkas Office lama atau yang dikunci kata sandi. Buka, hapus kata sandinya, lalu "
            "simpan sebagai .xlsx, .docx atau PDF."
        )
    if isi.startswith(_PROGRAM):
        return None, _("Isi berkas ini program komputer, apa pun namanya. Program tidak diterima.")
    if not isi.startswith(AWAL_ZIP):
        return menurut_awal(isi), ""
    try:
        return _Folder(isi).kenali(), ""
    except _Ditolak as sebab:
        return None, str(sebab)
    except _BACA_RUSAK:
        return None, _("Berkas ini rusak: daftar isinya tidak terbaca. Simpan ulang, lalu unggah.")


class _Folder:
    """One folder in memory: its members are judged before the first of them is read."""

    def __init__(self, isi: bytes, *, di_dalam: bool = False) -> None:
        self.isi, self.di_dalam = isi, di_dalam
        self.dibaca = 0
        _periksa_ekor(isi)
        self.zip = zipfile.ZipFile(io.BytesIO(isi))
        self.anggota = self.zip.infolist()
        self.nama = {a.filename for a in self.anggota}

    def kenali(self) -> JenisBerkas | None:
        """What it is. Raises ``_Ditolak`` with the reason."""
        kantor = self._kantor()
        self._batas(ANGGOTA_KANTOR if kantor else ANGGOTA_MAKS)
        for satu in self.anggota:
            _periksa_anggota(satu)
        if kantor is not None:
            self._tanpa_makro(kantor)
            self._tanpa_program()
            return kantor
        if "[Content_Types].xml" in self.nama or "mimetype" in self.nama:
            return None
        if self.di_dalam:
            raise _Ditolak(_("Ada ZIP di dalam ZIP. Buka dahulu, lalu kemas isinya langsung."))
        self._hanya_yang_diterima()
        return ZIP

    def _kantor(self) -> JenisBerkas | None:
        if "[Content_Types].xml" in self.nama:
            return next((jenis for nama, jenis in _BAGIAN if nama in self.nama), None)
        if self.anggota and self.anggota[0].filename == "mimetype":
            return _MIME_ODF.get(self._baca(self.anggota[0], 100))
        return None

    def _batas(self, banyak: int) -> None:
        if not any(not a.is_dir() for a in self.anggota):
            raise _Ditolak(_("ZIP ini kosong."))
        if len(self.anggota) > banyak:
            raise _Ditolak(
                _("ZIP ini memuat %(banyak)s berkas; paling banyak %(batas)s.")
                % {"banyak": len(self.anggota), "batas": banyak}
            )
        if len(self.nama) != len(self.anggota):
            raise _Ditolak(_("ZIP ini memuat dua berkas dengan nama yang sama."))
        terbuka = sum(a.file_size for a in self.anggota)
        padat = sum(a.compress_size for a in self.anggota)
        if terbuka > TERBUKA_MAKS or (
            terbuka > NISBAH_MULAI and terbuka > NISBAH_MAKS * max(padat, 1)
        ):
            raise _Ditolak(_("Isi berkas ini mengembang terlalu besar bila dibuka."))
        akhir = 0
        # Bytes in front of the first member: another file, of which this is only the tail.
        if min(a.header_offset for a in self.anggota):
            raise _Ditolak(_("Berkas ini rusak: sebagian isinya tidak ada."))
        for a in sorted(self.anggota, key=lambda a: a.header_offset):
            if a.header_offset < akhir:
                raise _Ditolak(_("Berkas ini rusak: isinya saling bertumpuk."))
            akhir = a.header_offset + a.compress_size
        if akhir > len(self.isi):
            raise _Ditolak(_("Berkas ini rusak: sebagian isinya tidak ada."))

    def _baca(self, satu: zipfile.ZipInfo, banyak: int) -> bytes:
        """The first bytes of a member; never more than asked for, whatever it claims to be."""
        with self.zip.open(satu) as aliran:
            return aliran.read(banyak)

    def _tanpa_makro(self, kantor: JenisBerkas) -> None:
        odf = kantor in {ODT, ODS}
        pola = _MAKRO_ODF if odf else _MAKRO_OOXML
        daftar = self._keterangan("META-INF/manifest.xml" if odf else "[Content_Types].xml")
        if odf and b"encryption-data" in daftar:
            raise _Ditolak(_("Berkas ini dikunci kata sandi. Hapus kata sandinya, lalu unggah."))
        if any(pola.search(n) for n in self.nama) or b"macroEnabled" in daftar:
            raise _Ditolak(
                _("Berkas ini memuat makro. Simpan sebagai %s tanpa makro, lalu unggah.")
                % kantor.akhiran[0]
            )

    def _keterangan(self, nama: str) -> bytes:
        satu = next((a for a in self.anggota if a.filename == nama), None)
        if satu is None:
            return b""
        if satu.file_size > KETERANGAN_MAKS:
            raise _Ditolak(_("Berkas ini rusak: daftar isinya tidak wajar."))
        return self._baca(satu, KETERANGAN_MAKS)

    def _tanpa_program(self) -> None:
        for satu in self._berkas():
            if _AKHIRAN_PROGRAM.search(satu.filename) or self._baca(satu, BANYAK_AWAL).startswith(
                _PROGRAM
            ):
                raise _program(satu)

    def _hanya_yang_diterima(self) -> None:
        for satu in self._berkas():
            if _AKHIRAN_PROGRAM.search(satu.filename):
                raise _program(satu)
            awal = self._baca(satu, BANYAK_AWAL)
            if awal.startswith(_PROGRAM):
                raise _program(satu)
            jenis = self._di_dalam(satu) if awal.startswith(AWAL_ZIP) else menurut_awal(awal)
            if jenis is None or not satu.filename.casefold().endswith(jenis.akhiran):
                raise _Ditolak(
                    _(
                        "Isi ZIP harus PDF, gambar atau berkas kantor dengan akhiran yang benar; "
                        "“%s” bukan."
                    )
                    % satu.filename[:80]
                )

    def _di_dalam(self, satu: zipfile.ZipInfo) -> JenisBerkas | None:
        self.dibaca += satu.file_size
        if self.dibaca > DIBACA_MAKS:
            raise _Ditolak(_("Isi berkas ini mengembang terlalu besar bila dibuka."))
        return _Folder(self._baca(satu, satu.file_size + 1), di_dalam=True).kenali()

    def _berkas(self) -> Iterator[zipfile.ZipInfo]:
        return (a for a in self.anggota if not a.is_dir())


def _program(satu: zipfile.ZipInfo) -> _Ditolak:
    return _Ditolak(
        _("Di dalamnya ada program atau skrip (“%s”). Keluarkan dahulu.") % satu.filename[:80]
    )


def _periksa_ekor(isi: bytes) -> None:
    """The end of a ZIP says how long its list is: too long a list is never even parsed."""
    letak = isi.rfind(b"PK\x05\x06", max(0, len(isi) - 65_557))
    if letak < 0 or len(isi) < letak + 22:
        raise zipfile.BadZipFile
    (panjang,) = struct.unpack_from("<I", isi, letak + 12)
    if panjang > _DAFTAR_MAKS:
        raise _Ditolak(_("ZIP ini memuat terlalu banyak berkas."))


def _periksa_anggota(satu: zipfile.ZipInfo) -> None:
    if satu.flag_bits & 0x41:
        raise _Ditolak(_("ZIP ini dikunci kata sandi. Kemas ulang tanpa kata sandi, lalu unggah."))
    nama = satu.orig_filename
    bagian = re.split(r"[/\\]", nama)
    liar = nama.startswith(("/", "\\")) or ".." in bagian or re.match(r"[A-Za-z]:", nama)
    if liar or "\\" in nama or not nama.isprintable():
        raise _Ditolak(
            _("Nama berkas di dalamnya menunjuk ke luar folder. Kemas ulang, lalu unggah.")
        )
    if stat.S_ISLNK(satu.external_attr >> 16):
        raise _Ditolak(_("Di dalamnya ada pintasan, bukan berkasnya sendiri. Kemas ulang."))
