"""A series of recorded results for a page: each source numbered once, the steps of the picture."""

from collections.abc import Sequence
from typing import Any

from sakip.evaluasi import kaidah
from sakip.evaluasi.models import HasilEvaluasiLuar


def susun_seri(hasil: Sequence[HasilEvaluasiLuar]) -> dict[str, Any]:
    """What pages show of results that others published, the oldest first. No query."""
    pita = list(reversed(kaidah.daftar_predikat()))
    sumber = list(dict.fromkeys(_rujukan(x) for h in hasil for x in h.sumber))
    tercatat = [h for h in hasil if h.predikat in pita]
    letak = [pita.index(h.predikat) for h in tercatat]
    return {
        "sumber": sumber,
        "hasil": [
            (
                h,
                kaidah.kaidah_tahun(h.tahun_evaluasi) if h.tahun_evaluasi else None,
                sorted(sumber.index(_rujukan(x)) + 1 for x in h.sumber),
            )
            for h in hasil
        ],
        "tangga": [(h.tahun_tercetak, h.predikat, h.nilai) for h in tercatat],
        # Where figures were printed but no predikat, the line of the figures is what can be drawn.
        "tren": [(h.tahun_tercetak, h.nilai) for h in hasil] if not tercatat else [],
        "pita": pita[min(letak) : max(letak) + 2] if letak else [],
        "langkah": letak[-1] - letak[-2] if len(letak) > 1 else None,
    }


def _rujukan(sumber: dict[str, Any]) -> tuple[str, str]:
    """A source as it is listed: its title with the document, and its address ("" without one)."""
    judul, dokumen = sumber["judul"], sumber.get("dokumen")
    return (f"{judul}, {dokumen}" if dokumen else judul, sumber.get("tautan") or "")
