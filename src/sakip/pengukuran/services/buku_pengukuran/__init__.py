"""The kind "pengukuran" of import: the workbook of a quarterly sheet, there and back."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BetsImpor, KeadaanImpor, RiwayatImpor
from sakip.impor.tabel import Baris
from sakip.pengukuran.services.buku_pengukuran import baca, kolom, periksa
from sakip.pengukuran.services.buku_pengukuran.baca import sebab_tertutup
from sakip.pengukuran.services.buku_pengukuran.kolom import IsianBuku, sebut_kolom
from sakip.pengukuran.services.buku_pengukuran.terapkan import (
    alamat_bets,
    batalkan,
    terapkan,
    terapkan_buku_pengukuran,
)
from sakip.pengukuran.services.buku_pengukuran.tulis import Salinan, buku_kerja, nama_berkas

__all__ = [
    "ImporPengukuran",
    "IsianBuku",
    "Salinan",
    "alamat_bets",
    "buku_kerja",
    "nama_berkas",
    "sebab_tertutup",
    "sebut_kolom",
    "terapkan_buku_pengukuran",
]


class ImporPengukuran:
    """Figures of one unit and quarter from the workbook that was drawn for them."""

    kode = "pengukuran"
    judul = gettext_lazy("Pengukuran triwulan (buku kerja)")
    izin = Tindakan.ISI_PENGUKURAN
    kolom_wajib = ("kode",)
    kolom = ("kode", "nilai", *kolom.RASIO, *kolom.SURVEI, "alasan_kosong", *kolom.URAIAN)
    kolom_judul = ()
    kolom_tampak = ()
    kolom_angka = ()

    def baca(self, isi: bytes, *, lingkup: Lingkup, opsi: dict[str, Any]) -> list[Baris]:
        """See ``buku_pengukuran.baca``."""
        return baca.baca(isi, lingkup=lingkup, opsi=opsi)

    def periksa(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """See ``buku_pengukuran.periksa``."""
        return periksa.periksa(baris, lingkup=lingkup, opsi=opsi)

    def bandingkan(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """See ``buku_pengukuran.periksa``; whether rows may be stored, storing them says."""
        return periksa.periksa(baris, lingkup=lingkup, opsi=opsi, coba=False)

    def terapkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """See ``buku_pengukuran.terapkan``."""
        terapkan(baris, bets=bets, oleh=oleh, saat=saat)

    def batalkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """See ``buku_pengukuran.terapkan``."""
        batalkan(baris, bets=bets, oleh=oleh, saat=saat)

    def kata_sama(self, sha256: str, *, lingkup: Lingkup, opsi: dict[str, Any]) -> str:
        """What a workbook that changes nothing is answered: by whom it was applied, if it was."""
        del opsi
        dahulu = (
            RiwayatImpor.objects.filter(
                bets__instansi_id=lingkup.instansi_id,
                bets__jenis=self.kode,
                bets__sha256=sha256,
                bets__keadaan=KeadaanImpor.DITERAPKAN,
                tindakan="terapkan",
            )
            .select_related("oleh")
            .order_by("-id")
            .first()
        )
        if dahulu is None:
            return _("Isi buku kerja ini sama dengan yang tersimpan; tidak ada yang berubah.")
        return _(
            "Buku kerja ini sudah diterapkan %(hari)s oleh %(nama)s; tidak ada yang berubah."
        ) % {
            "hari": date_format(timezone.localtime(dahulu.saat), "j F Y H.i"),
            "nama": dahulu.oleh.nama,
        }
