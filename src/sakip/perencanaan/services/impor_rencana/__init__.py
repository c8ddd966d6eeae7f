"""The kind "rencana" of import: a planning document as a workbook, whole."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.translation import gettext_lazy

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.impor.jenis import BarisTerperiksa, baris_asal
from sakip.impor.models import BetsImpor
from sakip.impor.tabel import Baris
from sakip.organisasi import selectors as organisasi
from sakip.perencanaan.services.impor_rencana import baca, periksa
from sakip.perencanaan.services.impor_rencana.kolom import (
    DATAR,
    INDIKATOR,
    KOLOM,
    SIMPUL,
    kolom_lembar,
    sebut,
    usulkan_peta,
)
from sakip.perencanaan.services.impor_rencana.mundur import ke_data, kembalikan
from sakip.perencanaan.services.impor_rencana.templat import buku_kerja
from sakip.perencanaan.services.susun import susun_rencana

__all__ = ["DATAR", "ImporRencana", "buku_kerja", "kolom_lembar", "sebut", "usulkan_peta"]


class ImporRencana:
    """A Renstra, Renja or the like from the template, or from a table that was matched to it."""

    kode = "rencana"
    judul = gettext_lazy("Dokumen perencanaan (pohon, indikator, target)")
    izin = Tindakan.IMPOR_RENCANA
    kolom_wajib = ("kode",)
    kolom = tuple(dict.fromkeys((*KOLOM[SIMPUL], *KOLOM[INDIKATOR])))
    kolom_judul = ()
    kolom_tampak = ()
    kolom_angka = ()

    def baca(self, isi: bytes, *, lingkup: Lingkup, opsi: dict[str, Any]) -> list[Baris]:
        """See ``impor_rencana.baca``."""
        return baca.baca(isi, lingkup=lingkup, opsi=opsi)

    def periksa(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """See ``impor_rencana.periksa``."""
        return periksa.periksa(baris, lingkup=lingkup, opsi=opsi)

    def terapkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Write the konsep whole, by the service that the screen uses too."""
        lingkup = organisasi.lingkup_pelaku(oleh, bets.instansi, saat)
        # What the preview was laid beside: the check before this has looked at today's.
        kini = BetsImpor.objects.values_list("opsi", flat=True).get(pk=bets.pk)["kini"]
        opsi = bets.opsi
        unit = organisasi.unit_menurut_slug(lingkup, opsi["naskah"]["unit"], self.izin)
        terakhir = periksa.versi_terakhir(unit.id, opsi["naskah"])
        lama = periksa.naskah_lama(lingkup, unit, terakhir)
        semua = [baris_asal(b) for b in bets.baris.order_by("nomor")]
        naskah = periksa.bangun(semua, opsi, lama).naskah
        beku = kini is not None and kini["ditetapkan"]
        jadi = susun_rencana(
            oleh=oleh,
            saat=saat,
            instansi=bets.instansi,
            isi=replace(naskah, perubahan=beku),
            versi=kini["versi"] if kini is not None and not beku else None,
            dari=UUID(kini["uuid"]) if kini is not None else None,
        )
        semula = replace(lama, perubahan=False) if lama is not None and lama.simpul else None
        for n, b in enumerate(baris):
            b.jejak = {"versi": str(jadi.uuid), "versi_no": jadi.versi}
            if n == 0:
                b.jejak["semula"] = ke_data(semula) if semula is not None else None

    def batalkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Give the konsep its former content; ``VersiUsang`` when somebody built on it."""
        jejak = next(b.jejak for b in baris if b.jejak and "semula" in b.jejak)
        kembalikan(jejak, oleh=oleh, saat=saat, instansi=bets.instansi)
