"""The quarterly sheet: opening it, finding it locked with its window, and who has to act on it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.galat import PerpindahanTidakSah, TidakDitemukan, VersiUsang
from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import (
    Instansi,
    JenisJadwal,
    JenisPeriode,
    Periode,
    Sifat,
)
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import KeadaanLembar, LembarPengukuran
from sakip.pengukuran.selectors.jendela import terkunci_sesudah_tutup
from sakip.pengukuran.selectors.tahun import kalender_tahun

ALUR = "pengukuran"
BOLEH_DIISI = frozenset({KeadaanLembar.KONSEP, KeadaanLembar.DIKEMBALIKAN})
TRIWULAN = (1, 2, 3, 4)
ROMAWI = ("", "I", "II", "III", "IV")


@dataclass(frozen=True, slots=True)
class AlamatLembar:
    """Which sheet: the address of the unit, the year, the quarter."""

    unit: str
    tahun: int
    triwulan: int


@dataclass(frozen=True, slots=True)
class Berjendela:
    """A sheet, locked for this act, with the days of its window (``None``: none was set)."""

    lembar: LembarPengukuran
    mulai: date | None
    selesai: date | None
    batas: date | None

    def wajib_dapat_diisi(self, pada: date) -> None:
        """Raise, saying why, when no figure of this sheet may change today."""
        lembar = self.lembar
        if lembar.keadaan not in BOLEH_DIISI:
            raise PerpindahanTidakSah(
                _(
                    "Angka tidak dapat diubah karena lembar ini sedang “%s”. Mintalah "
                    "pemeriksanya mengembalikan lembar atau angkanya."
                )
                % KeadaanLembar(lembar.keadaan).label
            )
        if lembar.dibuka_sampai is not None and pada > lembar.dibuka_sampai:
            raise PerpindahanTidakSah(
                _("Pembukaan kembali lembar ini berakhir %s; mintalah Bagian Organisasi lagi.")
                % _hari(lembar.dibuka_sampai)
            )
        # What was handed in once may be mended when it comes back, whatever the day.
        if lembar.pertama_diajukan is None:
            wajib_terbuka(lembar.instansi_id, self.mulai, self.batas, pada)


def wajib_terbuka(instansi_id: int, mulai: date | None, batas: date | None, pada: date) -> None:
    """Raise, with the days, when figures may not be entered on that day.

    After the window they may, and the sheet will be marked late, unless the policy of the instansi
    locks it (tafsir-0019). One query then, none in time.
    """
    if mulai is None or batas is None:
        raise PerpindahanTidakSah(
            _("Jendela pengukuran triwulan ini belum diatur; Bagian Organisasi mengaturnya.")
        )
    if pada < mulai:
        raise PerpindahanTidakSah(_("Jendela pengukuran baru dibuka %s.") % _hari(mulai))
    if pada > batas and terkunci_sesudah_tutup(instansi_id, pada):
        raise PerpindahanTidakSah(
            _(
                "Jendela pengukuran ditutup %s. Mintalah izin perpanjangan dengan alasan "
                "kepada Bagian Organisasi."
            )
            % _hari(batas)
        )


def _hari(tanggal: date) -> str:
    return str(date_format(tanggal, "j F Y"))


def periode_triwulan(tahun: int, triwulan: int) -> Periode:
    """The quarter of a sheet. One query."""
    if triwulan not in TRIWULAN:
        raise TidakDitemukan(_("Tidak ada triwulan %s.") % triwulan)
    return organisasi.periode(tahun, JenisPeriode.TRIWULAN, triwulan)


def ambil_lembar(unit_id: int, tahun: int, triwulan: int) -> Berjendela | None:
    """The sheet of a unit, locked until the end of this act. One query."""
    isian = {
        "unit": unit_id,
        "tahun": tahun,
        "triwulan": JenisPeriode.TRIWULAN.value,
        "nomor": triwulan,
        "pengukuran": JenisJadwal.PENGUKURAN.value,
    }
    for baris in LembarPengukuran.objects.raw(SQL_LEMBAR, isian):
        baris.periode = kalender_tahun(tahun).triwulan[triwulan - 1]
        return _berjendela(baris)
    return None


# Written out: every act on a sheet begins with it.
SQL_LEMBAR = """
SELECT l.*, j.mulai, j.selesai,
       (SELECT max(x.sampai) FROM organisasi_perpanjangan x
         WHERE x.unit_id = l.unit_id AND x.jadwal_id = j.id) AS lanjut
  FROM pengukuran_lembarpengukuran l
  JOIN organisasi_periode p ON p.id = l.periode_id
  LEFT JOIN organisasi_jadwal j ON j.instansi_id = l.instansi_id AND j.jenis = %(pengukuran)s
       AND j.tahun = p.tahun AND j.periode_id = p.id
 WHERE l.unit_id = %(unit)s AND p.tahun = %(tahun)s AND p.jenis = %(triwulan)s
   AND p.nomor = %(nomor)s
   FOR UPDATE OF l
"""


def _berjendela(baris: Any) -> Berjendela:
    return Berjendela(baris, baris.mulai, baris.selesai, baris.lanjut or baris.selesai)


def lembar_wajib(unit: UnitTampak, tahun: int, triwulan: int) -> Berjendela:
    """The sheet, or ``TidakDitemukan`` while nobody opened it. One query."""
    ada = ambil_lembar(unit.id, tahun, triwulan)
    if ada is None:
        raise TidakDitemukan(
            _("Lembar pengukuran triwulan %(n)s tahun %(tahun)s unit ini belum dibuka.")
            % {"n": ROMAWI[triwulan] if triwulan in TRIWULAN else triwulan, "tahun": tahun}
        )
    return ada


@layanan
def buka_lembar(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, alamat: AlamatLembar
) -> LembarPengukuran:
    """Make the sheet of a unit for a quarter once its window is open; it may be there already."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, alamat.unit, Tindakan.ISI_PENGUKURAN)
    return buka(instansi, unit, alamat, saat=saat, pada=lingkup.pada).lembar


def buka(
    instansi: Instansi, unit: UnitTampak, alamat: AlamatLembar, *, saat: datetime, pada: date
) -> Berjendela:
    """The sheet, made if need be, with its task. One query when it is there."""
    tahun, triwulan = alamat.tahun, alamat.triwulan
    ada = ambil_lembar(unit.id, tahun, triwulan)
    if ada is not None:
        return ada
    periode = periode_triwulan(tahun, triwulan)
    jendela = organisasi.jendela(
        instansi.pk, JenisJadwal.PENGUKURAN, tahun=tahun, unit_id=unit.id, periode=periode
    )
    mulai, selesai, batas = (
        (jendela.jadwal.mulai, jendela.jadwal.selesai, jendela.batas)
        if jendela
        else (None, None, None)
    )
    wajib_terbuka(instansi.pk, mulai, batas, pada)
    lembar, baru = LembarPengukuran.objects.get_or_create(
        instansi=instansi,
        unit_id=unit.id,
        periode=periode,
        defaults={"sifat": Sifat.CONTOH if instansi.contoh else Sifat.ASLI},
    )
    if not baru:
        # A pasted column saves several figures at once: whoever opened the sheet goes first, and
        # the others wait for its row, or they would wait for each other.
        return lembar_wajib(unit, tahun, triwulan)
    satu = Berjendela(lembar, mulai, selesai, batas)
    pola = {Peran.PENYUSUN_UNIT: POLA_ISI, Peran.PENGAMPU_DATA: POLA_AMPU}
    pasang_tugas(satu, unit, instansi, saat, pola)
    naikkan_versi_data([(unit.id, tahun)])
    return satu


POLA_ISI = gettext_noop("Isi dan ajukan pengukuran triwulan {triwulan} {tahun} {unit}")
POLA_AMPU = gettext_noop("Isi angka yang Anda ampu, triwulan {triwulan} {tahun} {unit}")


def pasang_tugas(  # noqa: PLR0913
    satu: Berjendela,
    unit: UnitTampak,
    instansi: Instansi,
    saat: datetime,
    pola: dict[Peran, str],
    *,
    pengguna_id: int | None = None,
    alasan: str = "",
) -> None:
    """Put the open tasks of a sheet: one a peran, addressed to a person where one is named."""
    p = satu.lembar.periode
    batas = satu.batas
    proyeksikan_tugas(
        instansi_id=instansi.pk,
        alur=ALUR,
        objek=satu.lembar.uuid,
        saat=saat,
        tugas=[
            TugasBaru(
                peran=peran,
                unit_id=unit.id,
                pola=kata,
                isian={
                    "triwulan": ROMAWI[p.nomor],
                    "tahun": str(p.tahun),
                    "unit": unit.nama,
                    "alasan": alasan,
                },
                sasaran={
                    "halaman": "lembar_pengukuran",
                    "isi": [p.tahun, unit.slug, p.nomor],
                },
                pengguna_id=pengguna_id,
                tahun=p.tahun,
                # The window binds the unit; examining and locking have no day of their own.
                jatuh_tempo=akhir_hari(batas, instansi)
                if batas and peran != Peran.KOORDINATOR_SAKIP
                else None,
            )
            for peran, kata in pola.items()
        ],
    )


def akhir_hari(tanggal: date, instansi: Instansi) -> datetime:
    """The last moment of a day in the zone of the instansi."""
    besok = datetime.combine(tanggal + timedelta(days=1), time(), ZoneInfo(instansi.zona))
    return besok - timedelta(seconds=1)


def wajib_versi(lembar: LembarPengukuran, versi: int) -> None:
    """Refuse an act on a sheet that somebody moved since the person saw it."""
    if lembar.versi != versi:
        raise VersiUsang(
            _(
                "Lembar ini sudah berubah sejak Anda membukanya (kini “%s”). Muat ulang, lalu "
                "lihat lagi sebelum bertindak."
            )
            % KeadaanLembar(lembar.keadaan).label,
            milik_anda=versi,
            tersimpan=lembar.versi,
        )


def naikkan_lembar(lembar: LembarPengukuran, **kolom: object) -> None:
    """Write columns of a locked sheet. One statement."""
    for nama, nilai in kolom.items():
        setattr(lembar, nama, nilai)
    lembar.versi += 1
    lembar.save(update_fields=[*kolom, "versi"])
