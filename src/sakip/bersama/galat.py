"""The one family of errors that services raise; the fronts map each to a status and a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Kesalahan:
    """One fault of the input: the field (or ``baris 12, target``) and the sentence.

    Where ``letak`` names a whole record, ``kolom`` may say which field of it.
    """

    letak: str
    pesan: str
    kolom: str = ""


class GalatLayanan(Exception):
    """Root of the family. ``pesan`` is for the user: what happened, why, what to do.

    ``kesalahan`` are the faults of single fields, where the input was at fault.
    """

    status = 400
    kesalahan: tuple[Kesalahan, ...] = ()

    def __init__(self, pesan: str) -> None:
        super().__init__(pesan)
        self.pesan = pesan

    @property
    def menurut_letak(self) -> dict[str, str]:
        """Sentences by the field they are about, as a form shows them again."""
        return {k.letak: k.pesan for k in self.kesalahan}

    @property
    def kalimat(self) -> str:
        """The refusal with every fault, where there is no field to show it at."""
        return " ".join([self.pesan, *(k.pesan for k in self.kesalahan)])


class TidakBerizin(GalatLayanan):
    """The peran or the unit does not allow the act (403)."""

    status = 403


class TidakDitemukan(GalatLayanan):
    """No such record within the caller's instansi (404)."""

    status = 404


class PerpindahanTidakSah(GalatLayanan):
    """The act exists, but not from this state (409)."""

    status = 409


class VersiUsang(GalatLayanan):
    """Somebody else changed the record meanwhile (409); carries both versions to show them."""

    status = 409

    def __init__(self, pesan: str, *, milik_anda: Any, tersimpan: Any) -> None:
        super().__init__(pesan)
        self.milik_anda = milik_anda
        self.tersimpan = tersimpan


class IsianTidakSah(GalatLayanan):
    """The input cannot be accepted (422); all faults at once."""

    status = 422

    def __init__(self, pesan: str, kesalahan: tuple[Kesalahan, ...] = ()) -> None:
        super().__init__(pesan)
        self.kesalahan = kesalahan

    @classmethod
    def dari(cls, pesan: str, menurut_letak: Mapping[str, str]) -> "IsianTidakSah":
        """Build it from ``{letak: pesan}``."""
        return cls(pesan, tuple(Kesalahan(letak, teks) for letak, teks in menurut_letak.items()))
