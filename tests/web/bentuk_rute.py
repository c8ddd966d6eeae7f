"""What the matrix knows of one address: whose leave it asks, where, what a yes looks like."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from jelajah import Tempat

from sakip.bersama.izin import IZIN, Peran, Tindakan

Alamat = Callable[[Tempat], str]
Isi = Callable[[Tempat], dict[str, Any]]


class Tempatnya(StrEnum):
    """Where the leave is asked for."""

    INSTANSI = "instansi"  # anywhere in the government: the page shows one's own reach
    UNIT = "unit"  # at the unit of the address
    MILIK = "milik"  # at the unit of the thing; another's thing is "not there"


@dataclass(frozen=True, slots=True)
class Rute:
    """``ya_*`` is the status when allowed; ``None``: this method is refused to everybody (405).

    ``izin`` opens the page; ``izin_post`` is what the act behind its form asks for, when other.
    ``izin_benda`` is what the thing itself asks for: to those without it, it is "not there".
    """

    alamat: Alamat
    izin: Tindakan
    tempat: Tempatnya
    ya_get: int | None = 200
    ya_post: int | None = None
    isi: Isi = lambda _t: {}
    izin_post: Tindakan | None = None
    izin_benda: Tindakan | None = None

    def boleh(self, peran: Peran, cara: str) -> bool:
        """Whether the permission table gives this method of the page to ``peran``."""
        izin = {self.izin, self.izin_post or self.izin} if cara == "post" else {self.izin}
        return all(peran in IZIN[i].peran for i in izin)

    def terlihat(self, peran: Peran) -> bool:
        """Whether the thing of the address is there for ``peran`` at all."""
        return self.izin_benda is None or peran in IZIN[self.izin_benda].peran

    def harapan(
        self, cara: str, *, milik_sendiri: bool, berizin: bool, terlihat: bool = True
    ) -> int:
        """The status the permission table demands."""
        if not berizin:
            return 403
        ya = self.ya_get if cara == "get" else self.ya_post
        if ya is None:
            return 405
        if not terlihat:
            return 404
        if milik_sendiri or self.tempat is Tempatnya.INSTANSI:
            return ya
        return 403 if self.tempat is Tempatnya.UNIT else 404
