"""The kind "kinerja" of import: what ``sakip.impor`` finds here."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BetsImpor
from sakip.impor.tabel import Baris
from sakip.pengukuran.services import batalkan, periksa, terapkan


class ImporKinerja:
    """Targets and realisasi of many indicators, units and years in one table."""

    kode = "kinerja"
    judul = gettext_lazy("Target dan realisasi kinerja")
    izin = Tindakan.IMPOR_KINERJA
    kolom_wajib = periksa.KOLOM_WAJIB
    kolom = periksa.KOLOM
    kolom_judul = ("indikator",)
    kolom_tampak = ("unit", "tahun", "target", "realisasi")
    kolom_angka = ("tahun", "target", "realisasi")

    def periksa(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """See ``pengukuran.services.periksa``."""
        return periksa.periksa(baris, lingkup=lingkup, opsi=opsi)

    def terapkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """See ``pengukuran.services.terapkan``."""
        del oleh
        terapkan.terapkan(baris, bets=bets, saat=saat)

    def batalkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """See ``pengukuran.services.batalkan``."""
        del oleh
        batalkan.batalkan(baris, bets=bets, saat=saat)
