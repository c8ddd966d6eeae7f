"""A branch of the tree as a drawing that any browser and any word processor opens."""

from collections.abc import Iterator
from html import escape

from sakip.dokumen.pohon_bagan import Bagan, Butir, Kotak, Ukuran, susun_bagan

KEPALA = 54  # room above for the title
TEPI = 20
_GAYA = """
rect{fill:#fff;stroke:#aab4bb}
path{fill:none;stroke:#7d8488;stroke-width:1}
text{font-family:'Noto Sans','Liberation Sans',Arial,sans-serif;font-size:9.5px;fill:#1d2226}
.jenis{font-weight:bold;fill:#0d5563;font-size:9px}
.judul{font-weight:bold}
.pemilik{fill:#566069;font-style:italic}
.nama{font-size:15px;font-weight:bold}
.contoh{font-size:11px;font-weight:bold;fill:#b4641e}
"""


def svg_pohon(butir: Butir, judul: str, keterangan: str, *, contoh: str = "") -> str:
    """The drawing; ``contoh`` is the mark that invented records carry."""
    bagan = susun_bagan(butir, Ukuran())
    lebar, tinggi = bagan.lebar + 2 * TEPI, bagan.tinggi + KEPALA + 2 * TEPI
    return "".join(
        (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {lebar} {tinggi}"',
            f' width="{lebar}" height="{tinggi}" role="img" aria-labelledby="j k">',
            f'<title id="j">{escape(judul)}</title><desc id="k">{escape(keterangan)}</desc>',
            f'<style>{_GAYA}</style><rect width="100%" height="100%" style="stroke:none"/>',
            f'<text class="nama" x="{TEPI}" y="{TEPI + 14}">{escape(judul)}</text>',
            f'<text x="{TEPI}" y="{TEPI + 32}">{escape(keterangan)}',
            f' <tspan class="contoh">{escape(contoh)}</tspan>' if contoh else "",
            "</text>",
            f'<g transform="translate({TEPI} {TEPI + KEPALA})">',
            *_isi(bagan),
            "</g></svg>",
        )
    )


def _isi(bagan: Bagan) -> Iterator[str]:
    u = Ukuran()
    for k in bagan.kotak:
        yield _garis(k)
        yield f'<rect x="{k.x}" y="{k.y}" width="{k.lebar}" height="{k.tinggi}" rx="3"/>'
        for n, (gaya, teks) in enumerate(k.baris):
            y = k.y + u.tepi + n * u.baris + 9
            yield f'<text class="{gaya}" x="{k.x + u.tepi}" y="{y}">{escape(teks)}</text>'


def _garis(k: Kotak) -> str:
    """An elbow from the middle of the parent's right edge to that of this box's left."""
    if k.dari is None:
        return ""
    x, y = k.dari
    return f'<path d="M{x} {y}H{(x + k.x) // 2}V{k.y + k.tinggi // 2}H{k.x}"/>'
