"""Money beside performance: pagu and what was spent, line by line, and what each line moves."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db import connection
from django.db.models import QuerySet, Subquery
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.kaidah import EFISIENSI
from sakip.organisasi.models import Jadwal, JenisJadwal, JenisPeriode, Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah import uang as kaidah
from sakip.pengukuran.kaidah.uang import CapaianPendukung, Hasil, PilihanEfisiensi, Status
from sakip.pengukuran.models import KeadaanLembar, LembarPengukuran
from sakip.pengukuran.selectors.tahun import kalender_tahun, triwulan_tahun
from sakip.perjanjian.selectors import renja_berlaku

PROGRAM = "program"


@dataclass(frozen=True, slots=True)
class Pendukung:
    """An indicator that a line supports, with its capaian as it stands in the quarter."""

    kode: str
    nama: str
    status: str
    kategori: str
    capaian: Decimal | None
    snapshot: UUID | None


@dataclass(slots=True)
class BarisUang:
    """One line of the budget in force with what was spent of it up to a quarter's end.

    ``realisasi`` of a line that has lines below is their sum where all of them have a figure, else
    its own. ``versi`` is 0 while nothing is stored for the line itself.
    """

    kode: str
    nama: str
    tingkat: str
    pagu: Decimal
    keluaran: Decimal | None
    satuan: str
    rinci: bool = True
    tersimpan: Decimal | None = None
    realisasi: Decimal | None = None
    lalu: Decimal | None = None
    volume: Decimal | None = None
    versi: int = 0
    serapan: Decimal | None = None
    berbeda: bool = False
    pendukung: list[Pendukung] = field(default_factory=list)
    efisiensi: Hasil | None = None
    golongan: str = ""

    @property
    def turun(self) -> bool:
        """A cumulative amount that fell: a correction, or a slip."""
        return self.lalu is not None and self.realisasi is not None and self.realisasi < self.lalu


@dataclass(frozen=True, slots=True)
class UangTriwulan:
    """The money of a unit at the end of a quarter. No lines: no budget came in."""

    periode: Periode
    baris: tuple[BarisUang, ...]
    pagu: Decimal
    realisasi: Decimal | None
    serapan: Decimal | None

    @property
    def program(self) -> list[BarisUang]:
        return [b for b in self.baris if b.tingkat == PROGRAM]

    @property
    def berisi(self) -> int:
        """Programmes of which it is known what was spent."""
        return sum(b.realisasi is not None for b in self.program)


# The budget in force with all that was spent of it in the year, in one statement.
SQL_UANG = """
WITH dokumen AS (
    SELECT id FROM perencanaan_dokumenanggaran
     WHERE unit_id = %(unit)s AND tahun = %(tahun)s AND NOT ditarik
     ORDER BY nomor DESC LIMIT 1)
SELECT r.kode, r.nama, r.tingkat, r.rupiah, r.keluaran, r.keluaran_satuan,
       s.rupiah, s.volume, s.versi, s.selesai, s.jenis
  FROM perencanaan_rinciananggaran r
  JOIN dokumen d ON d.id = r.anggaran_id
  LEFT JOIN (SELECT x.kode, x.rupiah, x.volume, x.versi, p.selesai, p.jenis
               FROM pengukuran_serapan x JOIN organisasi_periode p ON p.id = x.periode_id
              WHERE x.unit_id = %(unit)s AND p.tahun = %(tahun)s) s ON s.kode = r.kode
 ORDER BY r.kode, s.selesai
"""


def uang_triwulan(lingkup: Lingkup, unit: UnitTampak, tahun: int, triwulan: int) -> UangTriwulan:
    """Pagu and money spent of a unit up to the end of a quarter. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    p = triwulan_tahun(tahun, triwulan)
    sebelum = triwulan_tahun(tahun, triwulan - 1).selesai if triwulan > 1 else None
    baris = _baris(unit.id, tahun, p.selesai, sebelum)
    _jumlahkan(baris)
    for b in baris:
        b.serapan = kaidah.serapan_persen(b.realisasi, b.pagu, p.selesai)
    program = [b for b in baris if b.tingkat == PROGRAM]
    pagu = sum((b.pagu for b in program), Decimal(0))
    terpakai = _lengkap(b.realisasi for b in program)
    return UangTriwulan(
        p, tuple(baris), pagu, terpakai, kaidah.serapan_persen(terpakai, pagu, p.selesai)
    )


def _baris(unit_id: int, tahun: int, akhir: date, sebelum: date | None) -> list[BarisUang]:
    hasil: dict[str, BarisUang] = {}
    with connection.cursor() as kursor:
        kursor.execute(SQL_UANG, {"unit": unit_id, "tahun": tahun})
        for kode, nama, tingkat, pagu, keluaran, satuan, *s in kursor.fetchall():
            b = hasil.setdefault(kode, BarisUang(kode, nama, tingkat, pagu, keluaran, satuan))
            rupiah, volume, versi, selesai, jenis = s
            if selesai == sebelum and selesai is not None:
                b.lalu = rupiah
            elif selesai == akhir:
                # The quarter's own row is what is entered here; a table may have come by month,
                # semester or year, and says the same day's amount.
                if jenis == JenisPeriode.TRIWULAN:
                    b.versi, b.tersimpan, b.volume = versi, rupiah, volume
                if b.realisasi is None or jenis == JenisPeriode.TRIWULAN:
                    b.realisasi = rupiah
    return list(hasil.values())


def _jumlahkan(baris: Sequence[BarisUang]) -> None:
    """Sum up from the lines below, deepest first; no line counts before all below it are known."""
    for b in sorted(baris, key=lambda b: -len(b.kode)):
        bawah = _langsung(b, baris)
        b.rinci = not bawah
        if not bawah:
            continue
        jumlah = _lengkap(d.realisasi for d in bawah)
        b.berbeda = None not in {jumlah, b.realisasi} and jumlah != b.realisasi
        b.realisasi = b.realisasi if jumlah is None else jumlah
        if b.lalu is None:
            b.lalu = _lengkap(d.lalu for d in bawah)


def _langsung(atas: BarisUang, baris: Sequence[BarisUang]) -> list[BarisUang]:
    """The next lines below one, whatever level the document skips."""
    bawah = [b for b in baris if b.kode.startswith(f"{atas.kode}.")]
    return [b for b in bawah if not any(b.kode.startswith(f"{c.kode}.") for c in bawah)]


def _lengkap(angka: Iterable[Decimal | None]) -> Decimal | None:
    """The sum; ``None`` while one of them is not known, or where there are none."""
    semua = list(angka)
    ada = [n for n in semua if n is not None]
    return sum(ada, Decimal(0)) if ada and len(ada) == len(semua) else None


@dataclass(frozen=True, slots=True)
class UangBerkinerja:
    """The same with what each line moves, and efficiency where the instansi chose a formula.

    ``efisiensi`` speaks for all lines together; ``kurang`` are outputs whose volume nobody noted.
    """

    uang: UangTriwulan
    rumus: PilihanEfisiensi
    efisiensi: Hasil | None
    nilai: Hasil | None
    golongan: str
    kurang: tuple[str, ...]


def uang_berkinerja(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, triwulan: int
) -> UangBerkinerja:
    """Money beside performance. Four queries at most, whatever the number of lines."""
    uang = uang_triwulan(lingkup, unit, tahun, triwulan)
    if not uang.baris:
        return UangBerkinerja(uang, PilihanEfisiensi.TIDAK_DIPILIH, None, None, "", ())
    _isi_pendukung(uang, unit.id, tahun)
    akhir = uang.periode.selesai
    pilihan = organisasi.kebijakan_berlaku(lingkup.instansi_id, EFISIENSI, akhir)
    rumus = kaidah.rumus_dipilih(pilihan)
    if rumus is PilihanEfisiensi.SELISIH:
        semua, golongan = _selisih(uang, akhir, pilihan)
        return UangBerkinerja(uang, rumus, semua, None, golongan, ())
    if rumus is PilihanEfisiensi.KELUARAN:
        return _keluaran(uang, akhir)
    return UangBerkinerja(uang, rumus, None, None, "", ())


# What each line of the plan supports, with the latest capaian up to a day; at the end of the year
# that of the year itself.
SQL_PENDUKUNG = """
SELECT s.nomenklatur, i.kode, w.nama, w.frekuensi, m.status, m.kategori, m.capaian, m.snapshot_uuid
  FROM perencanaan_dukungan k
  JOIN perencanaan_simpulversi s ON s.dokumen_versi_id = k.dokumen_versi_id
       AND s.simpul_id = k.simpul_id AND s.nomenklatur <> ''
  JOIN perencanaan_indikator i ON i.id = k.indikator_id
  JOIN perencanaan_indikatorversi w ON w.dokumen_versi_id = k.dokumen_versi_id
       AND w.indikator_id = k.indikator_id
  LEFT JOIN LATERAL (
       SELECT x.status, x.kategori, x.capaian, x.snapshot_uuid
         FROM pengukuran_capaianmutakhir x JOIN organisasi_periode p ON p.id = x.periode_id
        WHERE x.unit_id = %(unit)s AND x.indikator_id = k.indikator_id
          AND p.tahun = %(tahun)s AND p.selesai <= %(sampai)s
        ORDER BY p.selesai DESC, p.mulai LIMIT 1) m ON true
 WHERE k.dokumen_versi_id = %(versi)s
 ORDER BY w.nama
"""


def _isi_pendukung(uang: UangTriwulan, unit_id: int, tahun: int) -> None:
    """Indicators that each line supports by the plan in force. Two queries."""
    versi = renja_berlaku(unit_id, tahun)
    if versi is None:
        return
    isian: dict[str, Any] = {
        "unit": unit_id,
        "tahun": tahun,
        "sampai": uang.periode.selesai,
        "versi": versi.pk,
    }
    with connection.cursor() as kursor:
        kursor.execute(SQL_PENDUKUNG, isian)
        semua = [(kode, _pendukung(sisa, uang.periode)) for kode, *sisa in kursor.fetchall()]
    for b in uang.baris:
        milik = (p for kode, p in semua if kode == b.kode or kode.startswith(f"{b.kode}."))
        b.pendukung = list({p.kode: p for p in milik}.values())


def _pendukung(isi: Sequence[Any], periode: Periode) -> Pendukung:
    kode, nama, frekuensi, status, kategori, capaian, snapshot = isi
    if status is None:
        kalender = kalender_tahun(periode.tahun)
        tempo = any(kalender.di_lembar(frekuensi, n) for n in range(1, periode.nomor + 1))
        status = Status.BELUM_DIISI if tempo else Status.BELUM_WAKTUNYA
    return Pendukung(kode, nama, status, kategori or "", capaian, snapshot)


def halangan_serapan(lingkup: Lingkup, unit: UnitTampak, periode: Periode) -> str:
    """Why no money can be entered for a quarter today; empty: it can. One query.

    From the first day of the window until the sheet is locked: bills are booked later than work is
    measured.
    """
    lingkup.wajib(Tindakan.CATAT_SERAPAN, unit.jalur)
    lembar: QuerySet[LembarPengukuran] = LembarPengukuran.objects.filter(
        unit_id=unit.id, periode=periode
    )
    ada = (
        Jadwal.objects.filter(
            instansi_id=lingkup.instansi_id, jenis=JenisJadwal.PENGUKURAN, periode=periode
        )
        .annotate(keadaan=Subquery(lembar.values("keadaan")[:1]))
        .values_list("mulai", "keadaan")
        .first()
    )
    if ada is None:
        return _("Jendela pengukuran triwulan ini belum diatur; Bagian Organisasi mengaturnya.")
    mulai, keadaan = ada
    if keadaan == KeadaanLembar.TERKUNCI:
        return _("Lembar triwulan ini sudah terkunci; realisasi anggarannya tidak dapat diubah.")
    if lingkup.pada < mulai:
        return _("Realisasi anggaran triwulan ini baru dapat dicatat sejak %s.") % date_format(
            mulai, "j F Y"
        )
    return ""


def _selisih(
    uang: UangTriwulan, pada: date, pilihan: Mapping[str, Any] | None
) -> tuple[Hasil | None, str]:
    """Capaian minus absorption of each line that moves something, and of all together."""
    for b in uang.baris:
        if b.pendukung:
            e = _satu_selisih(b.pendukung, b.realisasi, b.pagu, pada, pilihan)
            b.efisiensi, b.golongan = e.hasil, e.golongan.value if e.golongan else ""
    semua = {p.kode: p for b in uang.baris for p in b.pendukung}
    if not semua:
        return None, ""
    e = _satu_selisih(list(semua.values()), uang.realisasi, uang.pagu, pada, pilihan)
    return e.hasil, e.golongan.value if e.golongan else ""


def _satu_selisih(
    pendukung: Sequence[Pendukung],
    realisasi: Decimal | None,
    pagu: Decimal,
    pada: date,
    pilihan: Mapping[str, Any] | None,
) -> kaidah.Efisiensi:
    capaian = kaidah.capaian_bersama(
        [CapaianPendukung(p.nama, p.status, p.capaian) for p in pendukung], pada
    )
    return kaidah.selisih(capaian, kaidah.serapan(realisasi, pagu, pada), pada, pilihan)


def _keluaran(uang: UangTriwulan, pada: date) -> UangBerkinerja:
    """The formula of PMK 214/2017 over the lines that have an output; all of them, or none."""
    rumus = PilihanEfisiensi.KELUARAN
    daftar, kurang = [], []
    for b in uang.baris:
        if not b.rinci or b.keluaran is None:
            continue
        if b.volume is None or b.realisasi is None:
            kurang.append(b.kode)
        else:
            daftar.append(kaidah.Keluaran(b.nama, b.pagu, b.keluaran, b.realisasi, b.volume))
    if kurang or not daftar:
        return UangBerkinerja(uang, rumus, None, None, "", tuple(kurang))
    e = kaidah.efisiensi_keluaran(daftar, pada)
    return UangBerkinerja(uang, rumus, e.efisiensi, e.nilai, "", ())
