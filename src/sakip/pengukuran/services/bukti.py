"""Evidence behind a figure, with the page it stands on: put there, and taken off again."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.isi import halaman_rapi
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import BuktiRealisasi, KeadaanRealisasi, Realisasi
from sakip.pengukuran.models.beku import SUDAH_DIPERIKSA
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services.daftar_periksa import bukti_unit
from sakip.pengukuran.services.isi import wajib_pengampu

PANJANG_HALAMAN = 40
DAPAT_DILEPAS = frozenset({KeadaanRealisasi.KONSEP, KeadaanRealisasi.DIKEMBALIKAN})


@dataclass(frozen=True, slots=True)
class _Angka:
    """A figure that the caller may prove, held until the end of the act."""

    tempat: UnitTampak
    baris: Realisasi

    def sudah_tampak(self) -> None:
        naikkan_versi_data([(self.tempat.id, self.baris.periode.tahun)])


@layanan
def tautkan_bukti(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    realisasi: UUID,
    bukti: UUID,
    halaman: str = "",
) -> BuktiRealisasi:
    """Put evidence behind a figure until the figure is verified; twice only moves the page.

    The page is kept in one form ("hlm. 12"). Once the sheet is handed in more may still be shown to
    its verifier, but what he may have read already is not moved. Who links says what the paper
    proves, and so counts among the makers of the sheet (``pelaku_lembar``); who merely uploaded it
    does not. The database refuses the same (``models.beku``).
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.ISI_PENGUKURAN)
    a = _angka(lingkup, tempat, realisasi)
    if a.baris.keadaan in SUDAH_DIPERIKSA:
        raise _sudah_diperiksa(a.baris)
    if len(rapi := halaman_rapi(halaman)) > PANJANG_HALAMAN:
        raise IsianTidakSah.dari(
            _("Bukti tidak ditautkan."),
            {"halaman": _("Paling panjang %s huruf.") % PANJANG_HALAMAN},
        )
    hasil, baru = BuktiRealisasi.objects.get_or_create(
        instansi=instansi,
        realisasi=a.baris,
        bukti=bukti_unit(instansi, a.tempat, bukti),
        defaults={"halaman": rapi},
    )
    if not baru and hasil.halaman != rapi:
        if a.baris.keadaan == KeadaanRealisasi.DIAJUKAN:
            raise _sedang_diperiksa()
        hasil.halaman = rapi
        hasil.save(update_fields=["halaman"])
    a.sudah_tampak()
    return hasil


@layanan
def lepas_bukti(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    realisasi: UUID,
    bukti: UUID,
) -> None:
    """Take evidence off a figure that is still being written; that it stood there stays recorded.

    The evidence itself stays with the unit, and behind every other figure it proves.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.ISI_PENGUKURAN)
    a = _angka(lingkup, tempat, realisasi)
    if a.baris.keadaan in SUDAH_DIPERIKSA:
        raise _sudah_diperiksa(a.baris)
    if a.baris.keadaan not in DAPAT_DILEPAS:
        raise _sedang_diperiksa()
    tautan = BuktiRealisasi.objects.filter(realisasi=a.baris, bukti__uuid=bukti).first()
    if tautan is None:
        raise TidakDitemukan(_("Bukti itu tidak ada lagi di belakang angka ini. Muat ulang."))
    tautan.delete()
    a.sudah_tampak()


def _angka(lingkup: Lingkup, tempat: UnitTampak, realisasi: UUID) -> _Angka:
    r = kunci(
        Realisasi.objects.filter(instansi_id=lingkup.instansi_id, unit_id=tempat.id).select_related(
            "indikator", "periode"
        ),
        uuid=realisasi,
    )
    butir = TahunUnit.muat(tempat.id, r.periode.tahun, r.indikator.kode).butir.get(r.indikator.kode)
    if butir is None:
        raise TidakDitemukan(_("Indikator itu tidak dijanjikan unit ini."))
    wajib_pengampu(lingkup, tempat, butir)
    return _Angka(tempat, r)


def _sudah_diperiksa(r: Realisasi) -> PerpindahanTidakSah:
    return PerpindahanTidakSah(
        _(
            "Angka ini sudah %s, jadi bukti di belakangnya tetap. Bila buktinya keliru, mintalah "
            "angkanya dikembalikan."
        )
        % KeadaanRealisasi(r.keadaan).label
    )


def _sedang_diperiksa() -> PerpindahanTidakSah:
    return PerpindahanTidakSah(
        _(
            "Lembar ini sedang diperiksa: bukti dapat ditambah, tetapi tidak dilepas atau dipindah "
            "halamannya."
        )
    )
