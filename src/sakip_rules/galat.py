"""Everything the kernel can refuse, each with a sentence a user can act on."""

from datetime import date

from sakip_rules.kalimat import Kalimat, kalimat


class GalatKaidah(Exception):
    """Root of the family; ``kalimat`` can be translated, ``str()`` is Indonesian."""

    def __init__(self, pesan: Kalimat) -> None:
        super().__init__(str(pesan))
        self.kalimat = pesan


class KaidahBelumBerlaku(GalatKaidah):
    """No version of the rule covers that date. There is never a default."""

    def __init__(self, kaidah: str, tanggal: date) -> None:
        super().__init__(
            kalimat(
                "Kaidah {kaidah} tidak berlaku pada {tanggal}; "
                "pilih tanggal dalam masa berlakunya.",
                kaidah=kaidah,
                tanggal=tanggal.isoformat(),
            )
        )
        self.kaidah = kaidah
        self.tanggal = tanggal


class BerkasRegulasiSalah(GalatKaidah):
    """A rule file that cannot be trusted: says which file, which line, what is wrong."""


class MasukanSalah(GalatKaidah):
    """Input no rule can read: text for a number, a score outside its range, an unknown code."""
