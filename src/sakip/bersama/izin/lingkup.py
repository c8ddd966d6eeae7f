"""What one caller may do, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakBerizin
from sakip.bersama.izin.peran import Peran, Tindakan
from sakip.bersama.izin.tabel import IZIN


@dataclass(frozen=True, slots=True)
class Kewenangan:
    """One peran of the caller: on the subtree below ``jalur`` (``"1.14."``)."""

    peran: Peran
    unit_id: int
    jalur: str


@dataclass(frozen=True, slots=True)
class Lingkup:
    """What the caller may see and do in one instansi on one day. Every selector asks for one."""

    pengguna_id: int
    instansi_id: int
    pada: date
    kewenangan: tuple[Kewenangan, ...]
    sistem: bool = False

    def jalur_untuk(self, tindakan: Tindakan) -> tuple[str, ...]:
        """Path prefixes on which ``tindakan`` is allowed, without those that others contain."""
        if self.sistem:
            return ("",)
        jalur = {k.jalur for k in self.kewenangan if k.peran in IZIN[tindakan].peran}
        return tuple(sorted(j for j in jalur if not _tercakup(j, jalur - {j})))

    def boleh(self, tindakan: Tindakan, jalur: str | None = None) -> bool:
        """Whether the act is allowed on the unit at ``jalur`` (``None``: anywhere at all)."""
        semua = self.jalur_untuk(tindakan)
        return bool(semua) if jalur is None else _tercakup(jalur, semua)

    def wajib(self, tindakan: Tindakan, jalur: str | None = None) -> None:
        """Raise ``TidakBerizin`` unless allowed, saying what is missing."""
        if self.boleh(tindakan, jalur):
            return
        uraian = _(IZIN[tindakan].uraian)
        if self.boleh(tindakan):
            raise TidakBerizin(
                _("Peran Anda tidak mencakup unit ini, jadi Anda tidak dapat %(uraian)s di sini.")
                % {"uraian": uraian}
            )
        raise TidakBerizin(
            _("Untuk %(uraian)s diperlukan peran %(peran)s. Mintalah kepada admin instansi Anda.")
            % {"uraian": uraian, "peran": _sebutan(IZIN[tindakan].peran)}
        )


def _tercakup(jalur: str, awalan: Iterable[str]) -> bool:
    return any(jalur.startswith(a) for a in awalan)


def _sebutan(peran: Iterable[Peran]) -> str:
    return ", ".join(sorted(p.sebutan for p in peran))
