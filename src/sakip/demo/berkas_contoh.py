"""Small real files for the demo's evidence, each saying on its face that it is invented."""

import struct
import zlib

JUDUL = "DATA CONTOH - bukan dokumen sebenarnya"


def pdf_contoh(*baris: str) -> bytes:
    """A PDF of one page with these lines under the mark; a few hundred bytes."""
    isi = ["BT /F1 14 Tf 56 780 Td 20 TL", f"({_aman(JUDUL)}) Tj T*"]
    isi += [f"({_aman(satu)}) Tj T*" for satu in baris]
    arus = "\n".join([*isi, "ET"]).encode("latin-1", "replace")
    halaman = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>"
    )
    bagian = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        halaman,
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(arus), arus),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    keluar = bytearray(b"%PDF-1.4\n")
    letak = []
    for nomor, satu in enumerate(bagian, 1):
        letak.append(len(keluar))
        keluar += b"%d 0 obj\n%s\nendobj\n" % (nomor, satu)
    awal = len(keluar)
    keluar += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bagian) + 1)
    keluar += b"".join(b"%010d 00000 n \n" % n for n in letak)
    keluar += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(bagian) + 1,
        awal,
    )
    return bytes(keluar)


def _aman(teks: str) -> str:
    return teks.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")


def png_contoh(corak: int, sisi: int = 96) -> bytes:
    """A grey picture whose stripes differ with ``corak``: stands for a photograph of a receipt."""
    baris = b"".join(
        b"\0" + bytes(230 - 60 * ((x // (3 + corak % 7) + y // 8) % 2) for x in range(sisi))
        for y in range(sisi)
    )
    kepala = struct.pack(">IIBBBBB", sisi, sisi, 8, 0, 0, 0, 0)
    catatan = b"Comment\0" + f"{JUDUL} {corak}".encode()
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        (
            _potong(b"IHDR", kepala),
            _potong(b"tEXt", catatan),
            _potong(b"IDAT", zlib.compress(baris)),
            _potong(b"IEND", b""),
        )
    )


def _potong(jenis: bytes, isi: bytes) -> bytes:
    return struct.pack(">I", len(isi)) + jenis + isi + struct.pack(">I", zlib.crc32(jenis + isi))
