"""States and transitions, four eyes and reasons. The engine knows no domain.

A domain declares its table of transitions; the engine answers whether an act may happen now, and if
not, why not: all unmet conditions at once, each a sentence and a symbolic place that a front turns
into a link.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from sakip.bersama.galat import GalatLayanan, IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan

Konteks = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class SyaratBelum:
    """One unmet condition: a stable code, the sentence, and where it can be met."""

    kode: str
    pesan: str
    sasaran: str | None = None


Syarat = Callable[[Lingkup, Konteks], SyaratBelum | None]


class SyaratBelumTerpenuhi(GalatLayanan):
    """The act is possible from here, but not yet (409)."""

    status = 409

    def __init__(self, syarat: tuple[SyaratBelum, ...]) -> None:
        super().__init__(" ".join(s.pesan for s in syarat))
        self.syarat = syarat


@dataclass(frozen=True, slots=True)
class Transisi:
    """``dari`` --tindakan--> ``ke``, for those whom the permission table lets do ``izin``."""

    dari: frozenset[str]
    tindakan: str
    ke: str
    izin: Tindakan
    syarat: tuple[Syarat, ...] = ()
    beralasan: bool = False


@dataclass(frozen=True, slots=True)
class Alur:
    """A printable table of transitions; ``sebutan`` names states and acts for people."""

    nama: str
    awal: str
    transisi: tuple[Transisi, ...]
    sebutan: Mapping[str, str | Promise] = field(default_factory=dict)

    def sebut(self, kode: str) -> str:
        return str(self.sebutan.get(kode, kode))

    def tindakan_dari(self, keadaan: str) -> tuple[Transisi, ...]:
        """The transitions that leave ``keadaan``."""
        return tuple(t for t in self.transisi if keadaan in t.dari)

    def cari(self, keadaan: str, tindakan: str) -> Transisi:
        """The one transition for this act from this state, or ``PerpindahanTidakSah``."""
        for t in self.tindakan_dari(keadaan):
            if t.tindakan == tindakan:
                return t
        mungkin = ", ".join(self.sebut(t.tindakan) for t in self.tindakan_dari(keadaan))
        raise PerpindahanTidakSah(
            _("Tidak dapat %(tindakan)s: keadaannya sekarang “%(keadaan)s”. %(lanjut)s")
            % {
                "tindakan": self.sebut(tindakan),
                "keadaan": self.sebut(keadaan),
                "lanjut": _("Yang dapat dilakukan: %s.") % mungkin
                if mungkin
                else _("Tidak ada tindakan lagi dari keadaan ini."),
            }
        )

    def pindah(  # noqa: PLR0913 - one argument per fact the law asks about
        self,
        *,
        keadaan: str,
        tindakan: str,
        lingkup: Lingkup,
        jalur: str,
        alasan: str = "",
        konteks: Konteks | None = None,
        sebagai_pengganti: bool = False,
    ) -> Transisi:
        """Check state, peran, unit, reason and conditions, in this order; return the transition.

        ``sebagai_pengganti``: the caller is a named substitute, seen to by
        ``alur.selectors.pengganti_sah``; the peran is then not asked for, the conditions are.
        """
        t = self.cari(keadaan, tindakan)
        if not sebagai_pengganti:
            lingkup.wajib(t.izin, jalur)
        if t.beralasan and not alasan.strip():
            raise IsianTidakSah.dari(
                _("Tindakan ini memerlukan alasan."),
                {"alasan": _("Tulis alasannya; ia disimpan dalam riwayat.")},
            )
        belum = tuple(
            b for s in t.syarat if (b := s(lingkup, konteks if konteks is not None else {}))
        )
        if belum:
            raise SyaratBelumTerpenuhi(belum)
        return t


def bukan_pelaku_sebelumnya(lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    """Maker ≠ checker: who did an earlier act on this record may not do this one."""
    if lingkup.pengguna_id in konteks["pelaku"]:
        return SyaratBelum(
            "empat_mata",
            _(
                "Anda sudah bertindak atas data ini; pemeriksaan harus dilakukan orang lain. "
                "Tugas ini dialihkan kepada pengganti yang ditunjuk."
            ),
            "penugasan_pengganti",
        )
    return None
