"""Where every unit stands with each quarter of a year, and who is waited for: unit by quarter."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.db import connection

from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.organisasi.kaidah import hari_kerja_sampai
from sakip.organisasi.models import JenisJadwal
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import KeadaanLembar, KeadaanRealisasi
from sakip.pengukuran.selectors.jendela import hari_terlambat
from sakip.perencanaan.models import CaraUkur, JenisDokumen
from sakip.perjanjian.models import KeadaanPerjanjian

ALUR_ESKALASI: Final = "eskalasi"
TRIWULAN: Final = (1, 2, 3, 4)
BELUM_DIAJUKAN: Final = frozenset({"belum_mengisi", KeadaanLembar.KONSEP})


@dataclass(frozen=True, slots=True)
class Ditunggu:
    """A post that owes figures of a quarter, who holds it now, and how many of how many it owes."""

    jabatan: str
    orang: str
    kurang: int
    jumlah: int


@dataclass(frozen=True, slots=True)
class SelPapan:
    """One unit in one quarter.

    ``kode``: the state of the sheet, or why there is none (``belum_diatur``, ``belum_waktunya``,
    ``tanpa_ukuran``: nothing is due, ``impor``: figures without a sheet, ``belum_mengisi``).
    ``telat``: working days after the window, kept once it was handed in, else as of today;
    ``sisa``: days left while the window is open, or a leave runs; ``tingkat``: whom it was told to
    (1 the head, 2 the sekretaris daerah too).
    """

    nomor: int
    kode: str
    versi: int
    terisi: int
    jumlah: int
    telat: int
    diajukan: bool
    sisa: int | None
    selesai: date | None
    lanjut: date | None
    alasan: str
    dibuka_sampai: date | None
    tingkat: int
    ditunggu: tuple[Ditunggu, ...]

    @property
    def menunggak(self) -> bool:
        """The days are over, those of a leave too, and nothing was handed in."""
        return not self.diajukan and self.telat > 0 and self.sisa is None

    @property
    def belum(self) -> bool:
        """Waited for: the window was opened, and the sheet was not handed in or came back."""
        return self.kode in BELUM_DIAJUKAN or self.kode == KeadaanLembar.DIKEMBALIKAN


@dataclass(frozen=True, slots=True)
class BarisPapan:
    """One unit's year. ``hantu``: posts that own figures and have entered none of this year."""

    unit: UnitTampak
    sel: tuple[SelPapan, ...]
    penyusun: tuple[str, ...]
    hantu: tuple[Ditunggu, ...]


# Written out: due and entered figures of many units at once, by quarter and by the post that owns
# them; what has no plan here counts by its imported figures (post -1).
SQL_ISI: Final = """
WITH rencana AS (
    SELECT u.id AS unit_id, coalesce(
        (SELECT dokumen_versi_id FROM perjanjian_perjanjiankinerja
          WHERE unit_id = u.id AND tahun = %(tahun)s AND keadaan = %(ditandatangani)s
          ORDER BY nomor DESC LIMIT 1),
        (SELECT v.id FROM perencanaan_dokumenversi v
           JOIN perencanaan_dokumenperencanaan d ON d.id = v.dokumen_id
          WHERE d.unit_id = u.id AND d.jenis = %(renja)s AND v.ditetapkan IS NOT NULL
            AND %(tahun)s BETWEEN d.tahun_mulai AND d.tahun_selesai
          ORDER BY d.tahun_mulai DESC, v.nomor DESC LIMIT 1)) AS versi
      FROM unnest(%(unit)s::bigint[]) AS u(id)),
janji AS (
    SELECT r.unit_id, v.indikator_id, v.pengampu_id,
           CASE v.frekuensi WHEN 'tahunan' THEN 'tahun' WHEN 'bulanan' THEN 'bulan'
                ELSE v.frekuensi END AS jenis
      FROM rencana r
      JOIN perencanaan_indikatorversi v
        ON v.dokumen_versi_id = r.versi AND v.cara <> %(komposit)s
      JOIN perencanaan_indikator i
        ON i.id = v.indikator_id AND NOT (i.ditarik AND i.unit_id = r.unit_id)
     WHERE EXISTS (SELECT FROM perencanaan_targetversi t
                     JOIN organisasi_periode p ON p.id = t.periode_id
                    WHERE t.dokumen_versi_id = r.versi AND t.indikator_id = v.indikator_id
                      AND t.unit_id = r.unit_id AND NOT t.ditarik
                      AND p.tahun = %(tahun)s AND p.jenis = 'tahun'))
SELECT j.unit_id,
       CASE p.jenis WHEN 'triwulan' THEN p.nomor WHEN 'semester' THEN p.nomor * 2
            WHEN 'bulan' THEN (p.nomor + 2) / 3 ELSE 4 END,
       coalesce(j.pengampu_id, 0), count(*), count(r.id)
  FROM janji j
  JOIN organisasi_periode p ON p.tahun = %(tahun)s AND p.jenis = j.jenis
  LEFT JOIN pengukuran_realisasi r
    ON r.indikator_id = j.indikator_id AND r.unit_id = j.unit_id AND r.periode_id = p.id
       AND r.keadaan <> %(ditarik)s AND (r.teks <> '' OR r.alasan_kosong <> '')
 GROUP BY 1, 2, 3
UNION ALL
SELECT s.unit_id, p.nomor, -1, s.jumlah, s.jumlah - s.belum_diisi
  FROM pengukuran_ringkasanunit s
  JOIN organisasi_periode p ON p.id = s.periode_id
  JOIN rencana r ON r.unit_id = s.unit_id AND r.versi IS NULL
 WHERE p.tahun = %(tahun)s AND p.jenis = 'triwulan'
"""
# Sheets, leave, tasks of escalation, windows, holidays since the year's first window, who drafts.
SQL_LEMBAR: Final = """
SELECT 'lembar', l.unit_id, p.nomor, l.keadaan, l.versi, l.hari_terlambat, l.dibuka_sampai,
       NULL::date
  FROM pengukuran_lembarpengukuran l JOIN organisasi_periode p ON p.id = l.periode_id
 WHERE l.unit_id = ANY(%(unit)s) AND p.tahun = %(tahun)s AND p.jenis = 'triwulan'
UNION ALL
SELECT 'izin', x.unit_id, p.nomor, x.alasan, 0, NULL, x.sampai, NULL
  FROM organisasi_perpanjangan x JOIN organisasi_jadwal j ON j.id = x.jadwal_id
  JOIN organisasi_periode p ON p.id = j.periode_id
 WHERE x.unit_id = ANY(%(unit)s) AND j.tahun = %(tahun)s AND j.jenis = %(pengukuran)s
UNION ALL
SELECT 'eskalasi', unit_id, (sasaran -> 'isi' ->> 2)::int, peran, 0, NULL, NULL, NULL
  FROM alur_tugas
 WHERE unit_id = ANY(%(unit)s) AND alur = %(eskalasi)s AND tahun = %(tahun)s
UNION ALL
SELECT 'jadwal', 0, p.nomor, '', 0, NULL, j.mulai, j.selesai
  FROM organisasi_jadwal j JOIN organisasi_periode p ON p.id = j.periode_id
 WHERE j.instansi_id = %(instansi)s AND j.jenis = %(pengukuran)s AND j.tahun = %(tahun)s
UNION ALL
SELECT 'libur', 0, 0, '', 0, NULL, tanggal, NULL
  FROM organisasi_harilibur WHERE tanggal >= make_date(%(tahun)s, 4, 1)
UNION ALL
SELECT 'orang', p.unit_id, 0, a.nama, 0, NULL, NULL, NULL
  FROM organisasi_penugasanperan p JOIN akun_pengguna a ON a.id = p.pengguna_id
 WHERE p.unit_id = ANY(%(unit)s) AND p.peran = %(penyusun)s AND p.masa @> %(pada)s::date
"""
SQL_JABATAN: Final = """
SELECT j.id, j.nama, coalesce(g.nama, '')
  FROM organisasi_jabatan j
  LEFT JOIN organisasi_penugasanjabatan t ON t.jabatan_id = j.id AND t.masa @> %(pada)s::date
  LEFT JOIN organisasi_pegawai g ON g.id = t.pegawai_id
 WHERE j.id = ANY(%(jabatan)s)
"""


@dataclass(slots=True)
class _Catatan:
    """What the two large reads gave, by unit and quarter."""

    isi: dict[tuple[int, int], list[tuple[int, int, int]]] = field(default_factory=dict)
    lembar: dict[tuple[int, int], tuple[Any, ...]] = field(default_factory=dict)
    izin: dict[tuple[int, int], tuple[date, str]] = field(default_factory=dict)
    tingkat: dict[tuple[int, int], int] = field(default_factory=dict)
    jendela: dict[int, tuple[date, date]] = field(default_factory=dict)
    libur: set[date] = field(default_factory=set)
    penyusun: dict[int, list[str]] = field(default_factory=dict)
    jabatan: dict[int, tuple[str, str]] = field(default_factory=dict)


def papan_pengukuran(lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: int) -> list[BarisPapan]:
    """These units (those in reach) in the four quarters of a year. Three queries, however many."""
    ada = [u for u in unit if lingkup.boleh(Tindakan.LIHAT_KINERJA, u.jalur)]
    if not ada:
        return []
    c = _baca(lingkup, [u.id for u in ada], tahun)
    return [_baris(c, u, lingkup.pada) for u in ada]


def _baca(lingkup: Lingkup, unit: Sequence[int], tahun: int) -> _Catatan:
    c = _Catatan()
    isian: dict[str, Any] = {
        "unit": list(unit),
        "tahun": tahun,
        "instansi": lingkup.instansi_id,
        "pada": lingkup.pada,
        "ditandatangani": KeadaanPerjanjian.DITANDATANGANI.value,
        "renja": JenisDokumen.RENJA.value,
        "komposit": CaraUkur.KOMPOSIT.value,
        "ditarik": KeadaanRealisasi.DITARIK.value,
        "pengukuran": JenisJadwal.PENGUKURAN.value,
        "eskalasi": ALUR_ESKALASI,
        "penyusun": Peran.PENYUSUN_UNIT.value,
    }
    with connection.cursor() as kursor:
        kursor.execute(SQL_ISI, isian)
        for u, n, pos, jumlah, terisi in kursor.fetchall():
            c.isi.setdefault((u, n), []).append((pos, jumlah, terisi))
        kursor.execute(SQL_LEMBAR, isian)
        for baris in kursor.fetchall():
            _pilah(c, *baris)
        pos_pos = sorted({p for daftar in c.isi.values() for p, _j, _t in daftar if p > 0})
        if pos_pos:
            kursor.execute(SQL_JABATAN, isian | {"jabatan": pos_pos})
            c.jabatan = {i: (nama, orang) for i, nama, orang in kursor.fetchall()}
    return c


def _pilah(c: _Catatan, jenis: str, unit: int, n: int, teks: str, *sisa: Any) -> None:
    """One row of ``SQL_LEMBAR`` to where it belongs."""
    versi, telat, hari, akhir = sisa
    if jenis == "lembar":
        c.lembar[unit, n] = (teks, versi, telat, hari)
    elif jenis == "izin":
        c.izin[unit, n] = max(c.izin.get((unit, n), (hari, teks)), (hari, teks))
    elif jenis == "eskalasi":
        tingkat = 1 if teks == Peran.PIMPINAN_UNIT else 2
        c.tingkat[unit, n] = max(tingkat, c.tingkat.get((unit, n), 0))
    elif jenis == "jadwal":
        c.jendela[n] = (hari, akhir)
    elif jenis == "libur":
        c.libur.add(hari)
    else:
        c.penyusun.setdefault(unit, []).append(teks)


def _baris(c: _Catatan, u: UnitTampak, pada: date) -> BarisPapan:
    sel = tuple(_sel(c, u.id, n, pada) for n in TRIWULAN)
    return BarisPapan(u, sel, tuple(sorted(c.penyusun.get(u.id, ()))), _hantu(c, u.id, pada))


def _sel(c: _Catatan, unit: int, n: int, pada: date) -> SelPapan:
    keadaan, versi, telat, dibuka = c.lembar.get((unit, n), ("", 0, None, None))
    isi = c.isi.get((unit, n), [])
    mulai, selesai = c.jendela.get(n, (None, None))
    lanjut, alasan = c.izin.get((unit, n), (None, ""))
    batas = lanjut or selesai
    jumlah, terisi = sum(j for _p, j, _t in isi), sum(t for _p, _j, t in isi)
    kode = _kode(keadaan, isi, terisi, mulai, pada)
    diajukan = telat is not None
    if not diajukan:
        telat = hari_terlambat(selesai, pada, c.libur) if kode in BELUM_DIAJUKAN else 0
    buka = mulai is not None and batas is not None and mulai <= pada <= batas
    return SelPapan(
        nomor=n,
        kode=kode,
        versi=versi,
        terisi=terisi,
        jumlah=jumlah,
        telat=telat or 0,
        diajukan=diajukan,
        sisa=_sisa(pada, batas, c.libur) if buka and not diajukan else None,
        selesai=selesai,
        lanjut=lanjut,
        alasan=alasan,
        dibuka_sampai=dibuka,
        tingkat=c.tingkat.get((unit, n), 0),
        ditunggu=_ditunggu(c, isi),
    )


def _sisa(pada: date, batas: date | None, libur: AbstractSet[date]) -> int | None:
    return None if batas is None else hari_kerja_sampai(pada, batas, libur)


def _kode(
    keadaan: str,
    isi: Sequence[tuple[int, int, int]],
    terisi: int,
    mulai: date | None,
    pada: date,
) -> str:
    """The state of the sheet, or why there is none to speak of."""
    if keadaan not in {"", KeadaanLembar.KONSEP}:
        return keadaan
    if not isi and not keadaan:
        return "tanpa_ukuran"
    if isi and isi[0][0] < 0 and not keadaan:
        return "impor" if terisi else "tanpa_ukuran"
    if mulai is None:
        return "belum_diatur"
    if pada < mulai:
        return "belum_waktunya"
    return "belum_mengisi" if terisi == 0 else KeadaanLembar.KONSEP.value


def _ditunggu(c: _Catatan, isi: Iterable[tuple[int, int, int]]) -> tuple[Ditunggu, ...]:
    """Posts that still owe figures; those without an owner stand with the drafter (no post)."""
    return tuple(
        Ditunggu(*c.jabatan.get(pos, ("", "")), jumlah - terisi, jumlah)
        for pos, jumlah, terisi in sorted(isi)
        if pos >= 0 and terisi < jumlah
    )


def _hantu(c: _Catatan, unit: int, pada: date) -> tuple[Ditunggu, ...]:
    """Owners of figures whose windows have opened this year, who entered none of them (B16)."""
    menurut: dict[int, list[int]] = {}
    for n in TRIWULAN:
        buka = c.jendela.get(n)
        if buka is None or pada < buka[0]:
            continue
        for pos, jumlah, terisi in c.isi.get((unit, n), ()):
            if pos > 0:
                satu = menurut.setdefault(pos, [0, 0])
                satu[0] += jumlah
                satu[1] += terisi
    return tuple(
        Ditunggu(*c.jabatan.get(pos, ("", "")), jumlah, jumlah)
        for pos, (jumlah, terisi) in sorted(menurut.items())
        if terisi == 0
    )
