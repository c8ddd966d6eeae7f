"""The way of a report: written, checked within the unit, approved, handed in."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from sakip.alur.mesin import Alur, Konteks, SyaratBelum, Transisi, bukan_pelaku_sebelumnya
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.pelaporan.models import KeadaanLaporan

K = KeadaanLaporan


def tanpa_salinan(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    """Text that is last year's must be answered for, or written anew."""
    mirip: list[str] = konteks["mirip"]
    if not mirip:
        return None
    return SyaratBelum(
        "kemiripan",
        _("Tulisan ini hampir sama dengan tahun lalu: %s. Tulis ulang, atau jawab mengapa tetap.")
        % "; ".join(mirip),
        "bagian",
    )


def angka_disetujui(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    """A report stands on figures that were approved; those still on their way are named."""
    belum: list[str] = konteks["belum_disetujui"]
    if not belum:
        return None
    return SyaratBelum(
        "angka",
        ngettext(
            "%(n)s angka tahun ini belum disetujui: %(nama)s.",
            "%(n)s angka tahun ini belum disetujui: %(nama)s.",
            len(belum),
        )
        % {"n": len(belum), "nama": "; ".join(belum)},
        "pengukuran",
    )


def ada_angka(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    """Without a single figure there is nothing to report."""
    if konteks["banyak_angka"] > 0:
        return None
    return SyaratBelum(
        "tanpa_angka", _("Belum ada satu realisasi pun pada tahun ini."), "pengukuran"
    )


ALUR_LAPORAN = Alur(
    nama="laporan",
    awal=K.KONSEP,
    sebutan={
        "konsep": gettext_lazy("konsep"),
        "diajukan": gettext_lazy("diajukan"),
        "dikembalikan": gettext_lazy("dikembalikan"),
        "disetujui": gettext_lazy("disetujui"),
        "disampaikan": gettext_lazy("disampaikan"),
        "tulis": gettext_lazy("menulis bagian"),
        "ajukan": gettext_lazy("mengajukan laporan"),
        "kembalikan": gettext_lazy("mengembalikan laporan"),
        "setujui": gettext_lazy("menyetujui laporan"),
        "sampaikan": gettext_lazy("menyampaikan laporan"),
    },
    transisi=(
        Transisi(frozenset({K.KONSEP}), "tulis", K.KONSEP, Tindakan.SUSUN_LAPORAN),
        Transisi(frozenset({K.DIKEMBALIKAN}), "tulis", K.DIKEMBALIKAN, Tindakan.SUSUN_LAPORAN),
        Transisi(
            frozenset({K.KONSEP, K.DIKEMBALIKAN}),
            "ajukan",
            K.DIAJUKAN,
            Tindakan.SUSUN_LAPORAN,
            syarat=(ada_angka, angka_disetujui, tanpa_salinan),
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "kembalikan",
            K.DIKEMBALIKAN,
            Tindakan.SETUJUI_LAPORAN,
            beralasan=True,
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "setujui",
            K.DISETUJUI,
            Tindakan.SETUJUI_LAPORAN,
            syarat=(bukan_pelaku_sebelumnya,),
        ),
        Transisi(frozenset({K.DISETUJUI}), "sampaikan", K.DISAMPAIKAN, Tindakan.SAMPAIKAN_LAPORAN),
    ),
)
