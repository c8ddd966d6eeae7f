"""What is kept beside a sheet, and the series of years past: read once, for pages and services."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any, Final

from django.db import connection

from sakip.pengukuran.kaidah import mutu as kaidah
from sakip.pengukuran.models import KeadaanRealisasi, LembarPengukuran
from sakip.pengukuran.selectors.rencana import Ingatan
from sakip.pengukuran.selectors.tahun import TahunUnit

TAHUN_RIWAYAT: Final = 5
SINGKAT: Final = {"triwulan": "TW", "semester": "SM"}
ROMAWI: Final = ("", "I", "II", "III", "IV")
Deret = Mapping[tuple[int, str], Sequence[tuple[int, int, kaidah.Titik]]]


@dataclass(frozen=True, slots=True)
class Jawaban:
    """What was answered to one finding, by whom, when."""

    jawaban: str
    oleh: str
    saat: datetime
    versi: int


@dataclass(frozen=True, slots=True)
class Tanda:
    """A verifier's mark on a figure."""

    sidik: str
    oleh: str
    saat: datetime
    catatan: str


@dataclass(frozen=True, slots=True)
class Catatan:
    """What is kept beside a sheet.

    ``pemegang``: who holds a post today; ``berdaftar``: indicators whose checklist has evidence;
    ``versi_lama``: version of the unit's data of the years before.
    """

    pilihan: Mapping[str, Any] | None = None
    jawaban: Mapping[str, Jawaban] = field(default_factory=dict)
    tanda: Mapping[int, Tanda] = field(default_factory=dict)
    pemegang: Mapping[int, str] = field(default_factory=dict)
    berdaftar: frozenset[int] = frozenset()
    versi_lama: int = 0


# One statement for all that is kept beside a sheet: a page waits for each.
_CATATAN: Final = """
SELECT (SELECT pilihan::text FROM organisasi_kebijakaninstansi
         WHERE instansi_id = %(instansi)s AND kaidah = %(mutu)s AND masa @> %(pada)s::date LIMIT 1),
       (SELECT jsonb_agg(jsonb_build_object('sidik', j.sidik, 'jawaban', j.jawaban, 'saat', j.saat,
                                            'versi', j.versi, 'oleh', p.nama))::text
          FROM pengukuran_jawabantemuan j JOIN akun_pengguna p ON p.id = j.oleh_id
         WHERE j.lembar_id = %(lembar)s),
       (SELECT jsonb_agg(jsonb_build_object('realisasi', t.realisasi_id, 'sidik', t.sidik,
                             'catatan', t.catatan, 'saat', t.saat, 'oleh', p.nama))::text
          FROM pengukuran_pemeriksaanangka t JOIN akun_pengguna p ON p.id = t.oleh_id
         WHERE t.lembar_id = %(lembar)s),
       (SELECT jsonb_object_agg(d.jabatan_id, g.nama)::text
          FROM organisasi_penugasanjabatan d JOIN organisasi_pegawai g ON g.id = d.pegawai_id
         WHERE d.jabatan_id = ANY(%(jabatan)s) AND d.masa @> %(hari)s::date),
       ARRAY(SELECT DISTINCT u.indikator_id
               FROM pengukuran_hasiluji h JOIN pengukuran_uji u ON u.id = h.uji_id
              WHERE u.indikator_id = ANY(%(indikator)s) AND h.bukti_id IS NOT NULL),
       (SELECT coalesce(sum(nomor), 0)::bigint FROM organisasi_versidata
         WHERE unit_id = %(unit)s AND tahun BETWEEN %(tahun)s - %(lama)s AND %(tahun)s - 1)
"""


def baca_catatan(t: TahunUnit, lembar: LembarPengukuran, akhir: date, hari: date) -> Catatan:
    """Policy, answers, marks, holders of posts, checklists with evidence. One query."""
    versi = [b.versi for b in t.butir.values()]
    with connection.cursor() as kursor:
        kursor.execute(
            _CATATAN,
            {
                "instansi": lembar.instansi_id,
                "mutu": kaidah.MUTU,
                "pada": akhir,
                "lembar": lembar.pk,
                "jabatan": [v.pengampu_id for v in versi if v.pengampu_id],
                "hari": hari,
                "indikator": [v.indikator_id for v in versi],
                "unit": t.unit_id,
                "tahun": t.tahun,
                "lama": TAHUN_RIWAYAT,
            },
        )
        pilihan, jawaban, tanda, pemegang, berdaftar, versi_lama = kursor.fetchone()
    return Catatan(
        pilihan=_urai(pilihan),
        jawaban={
            j["sidik"]: Jawaban(
                j["jawaban"], j["oleh"], datetime.fromisoformat(j["saat"]), j["versi"]
            )
            for j in _urai(jawaban) or ()
        },
        tanda={
            s["realisasi"]: Tanda(
                s["sidik"], s["oleh"], datetime.fromisoformat(s["saat"]), s["catatan"]
            )
            for s in _urai(tanda) or ()
        },
        pemegang={int(k): v for k, v in (_urai(pemegang) or {}).items()},
        berdaftar=frozenset(berdaftar),
        versi_lama=versi_lama,
    )


def _urai(teks: str | None) -> Any:
    return None if teks is None else json.loads(teks)


# One row a value. Written out: a sheet of sixty indicators has over a thousand of them.
_DERET: Final = """
SELECT r.indikator_id, p.jenis, p.tahun, p.nomor, r.teks,
       max(k.nilai) FILTER (WHERE k.komponen IN ('nilai', 'pembilang')),
       max(k.nilai) FILTER (WHERE k.komponen = 'penyebut')
  FROM pengukuran_realisasi r
  JOIN organisasi_periode p ON p.id = r.periode_id
  JOIN pengukuran_nilaikomponen k ON k.realisasi_id = r.id AND k.rincian = 0
 WHERE r.indikator_id = ANY(%(indikator)s) AND r.unit_id = %(unit)s AND r.keadaan <> %(ditarik)s
   AND p.tahun BETWEEN %(dari)s AND %(sampai)s
 GROUP BY r.id, p.id ORDER BY p.selesai
"""
INGATAN: Final[Ingatan[Deret]] = Ingatan()


def baca_deret(t: TahunUnit, catatan: Catatan) -> Deret:
    """Values of the five years before, by indicator and kind of period, the oldest first.

    One query, none while the data of those years stand as this process read them. Of the unit
    itself; what a unit before it measured is not taken for its own.
    """
    indikator = tuple(sorted(b.versi.indikator_id for b in t.butir.values()))
    kunci = (t.unit_id, t.tahun, catatan.versi_lama, indikator)
    ada = INGATAN.ambil(kunci)
    if ada is None:
        ada = _deret(t, indikator)
        INGATAN.simpan(kunci, ada)
    return ada


def _deret(t: TahunUnit, indikator: tuple[int, ...]) -> Deret:
    with connection.cursor() as kursor:
        kursor.execute(
            _DERET,
            {
                "indikator": list(indikator),
                "unit": t.unit_id,
                "ditarik": KeadaanRealisasi.DITARIK.value,
                "dari": t.tahun - TAHUN_RIWAYAT,
                "sampai": t.tahun - 1,
            },
        )
        baris = kursor.fetchall()
    hasil: dict[tuple[int, str], list[tuple[int, int, kaidah.Titik]]] = {}
    for satu, jenis, tahun, nomor, teks, atas, bawah in baris:
        nilai = kaidah.bagian(atas, bawah)
        if nilai is not None:
            titik = kaidah.Titik(sebut(jenis, nomor, tahun), teks, nilai)
            hasil.setdefault((satu, jenis), []).append((tahun, nomor, titik))
    return hasil


def sebut(jenis: str, nomor: int, tahun: int) -> str:
    """A period in a word that is the same in every language: an answer is tied to it."""
    return f"{SINGKAT[jenis]} {ROMAWI[nomor]} {tahun}" if jenis in SINGKAT else str(tahun)
