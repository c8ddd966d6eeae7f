"""Set a section tree with Typst: PDF/A-2a and PDF/UA-1, the same bytes for the same tree.

The template reads the tree as data, so what a user typed is always text and never an instruction.
Only the fonts inside Typst are used, and the creation date is the document's own: nothing of the
machine goes into the file. A page costs about a millisecond.
"""

import io
import json
from calendar import timegm
from datetime import date
from pathlib import Path

import segno
import typst

from sakip.dokumen.huruf import semua_tercetak
from sakip.dokumen.pohon import Dokumen

TEMPLAT = Path(__file__).parent / "templat"
KONSEP = "KONSEP – belum diterbitkan"
CONTOH = "DATA CONTOH – bukan kinerja sebenarnya"


def cetak(dokumen: Dokumen) -> bytes:
    """The PDF of any tree. Raises ``typst.TypstError`` only for a fault of the template."""
    return _susun(dokumen)[0]


def peringatan(dokumen: Dokumen) -> tuple[str, ...]:
    """What Typst remarks on while setting a tree; tests want nothing here."""
    return tuple(str(p) for p in _susun(dokumen)[1])


def _susun(dokumen: Dokumen) -> tuple[bytes, list[typst.TypstWarning]]:
    penyusun = typst.Compiler(
        str(TEMPLAT / "dokumen.typ"), root=str(TEMPLAT), ignore_system_fonts=True
    )
    isi, catatan = penyusun.compile_with_warnings(
        format="pdf",
        sys_inputs={"data": _data(dokumen)},
        pdf_standards=["a-2a", "ua-1"],
        timestamp=_tengah_malam(dokumen.kepala.tanggal),
    )
    assert isinstance(isi, bytes)  # noqa: S101 - no output file was named
    return isi, catatan


def _tengah_malam(hari: date) -> int:
    return timegm(hari.timetuple())


def _data(dokumen: Dokumen) -> str:
    """The tree and what stands on every page, as one JSON text."""
    kepala = dokumen.kepala
    hari = kepala.tanggal
    return json.dumps(
        {
            **semua_tercetak(dokumen.ke_data()),
            "tanggal": {"tahun": hari.year, "bulan": hari.month, "hari": hari.day},
            "pita": [
                *([CONTOH] if kepala.contoh else []),
                *([] if kepala.kode_periksa else [KONSEP]),
            ],
            "qr": qr_svg(kepala.alamat_periksa) if kepala.kode_periksa else "",
        },
        ensure_ascii=False,
        sort_keys=True,
    )


def qr_svg(alamat: str) -> str:
    """A QR code as SVG; level Q still reads after a copy, a staple and a scan."""
    keluaran = io.BytesIO()
    segno.make(alamat, error="q", micro=False).save(
        keluaran, kind="svg", border=2, xmldecl=False, omitsize=True, svgclass=None, lineclass=None
    )
    return keluaran.getvalue().decode()
