"""The four sheets of a unit's year with their windows and what hangs on them, in one query."""

import json
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

from sakip.organisasi.models import JenisJadwal, JenisPeriode
from sakip.pengukuran.models import LembarPengukuran
from sakip.pengukuran.selectors.tahun import Kalender
from sakip.pengukuran.selectors.tampak import Hari, Kejadian, TriwulanTampak

# Written out: every page of measurement begins with it, and each part alone would be a statement.
_SETAHUN: Final = """
SELECT l.*, p.nomor AS triwulan, j.mulai, j.selesai, x.sampai, x.alasan AS alasan_lanjut,
       ARRAY(SELECT tanggal FROM organisasi_harilibur WHERE tanggal >= j.mulai) AS libur,
       (SELECT jsonb_object_agg(k.indikator_id, k.n)::text FROM (
           SELECT indikator_id, count(*) FILTER (WHERE selesai_pada IS NULL) AS n
             FROM pengukuran_komentarangka
            WHERE unit_id = %(unit)s AND periode_id = p.id GROUP BY indikator_id) k) AS komentar,
       CASE WHEN p.nomor = %(lengkap)s THEN (
           SELECT jsonb_agg(jsonb_build_array(
                      to_char(h.saat AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"+00:00"'),
                      o.nama, h.tindakan, h.ke, h.alasan, h.teks, h.realisasi_id)
                      ORDER BY h.saat, h.id)::text
             FROM pengukuran_riwayatlembar h JOIN akun_pengguna o ON o.id = h.oleh_id
            WHERE h.lembar_id = l.id) END AS kejadian,
       CASE WHEN p.nomor = 1 AND %(lengkap)s = 1 THEN (
           SELECT jsonb_object_agg(r.indikator_id, r.penyebab)::text
             FROM pengukuran_realisasi r JOIN organisasi_periode q ON q.id = r.periode_id
            WHERE r.unit_id = %(unit)s AND q.tahun = %(tahun)s - 1
              AND q.jenis = %(triwulan)s AND q.nomor = 4 AND r.penyebab <> '') END AS sebab_lalu
  FROM organisasi_periode p
  LEFT JOIN pengukuran_lembarpengukuran l ON l.periode_id = p.id AND l.unit_id = %(unit)s
  LEFT JOIN organisasi_jadwal j ON j.instansi_id = %(instansi)s AND j.jenis = %(pengukuran)s
       AND j.tahun = p.tahun AND j.periode_id = p.id
  LEFT JOIN LATERAL (SELECT sampai, alasan FROM organisasi_perpanjangan
                      WHERE jadwal_id = j.id AND unit_id = %(unit)s
                      ORDER BY sampai DESC LIMIT 1) x ON TRUE
 WHERE p.tahun = %(tahun)s AND p.jenis = %(triwulan)s
 ORDER BY p.nomor
"""


@dataclass(slots=True)
class Setahun:
    """The year's sheets by quarter; of the one asked for also its history and last year's causes.

    ``komentar`` counts open remarks by quarter and indicator: 0 where all are settled.
    """

    triwulan: dict[int, TriwulanTampak] = field(default_factory=dict)
    komentar: dict[int, dict[int, int]] = field(default_factory=dict)
    riwayat: list[tuple[Kejadian, int | None]] = field(default_factory=list)
    sebab_lalu: dict[int, str] = field(default_factory=dict)

    @property
    def nomor(self) -> dict[int, int]:
        """Which quarter each sheet belongs to, by id of the sheet."""
        return {t.lembar.pk: n for n, t in self.triwulan.items() if t.lembar is not None}


def baca_setahun(
    instansi_id: int, unit_id: int, kalender: Kalender, *, lengkap: int = 0
) -> Setahun:
    """Read it; ``lengkap`` is the quarter whose history is wanted (0: none). One query."""
    isian = {
        "instansi": instansi_id,
        "unit": unit_id,
        "tahun": kalender.setahun.tahun,
        "lengkap": lengkap,
        "triwulan": JenisPeriode.TRIWULAN.value,
        "pengukuran": JenisJadwal.PENGUKURAN.value,
    }
    hasil = Setahun()
    for baris in LembarPengukuran.objects.raw(_SETAHUN, isian):
        _tambah(hasil, baris, kalender)
    return hasil


def _tambah(hasil: Setahun, b: Any, kalender: Kalender) -> None:
    p = kalender.triwulan[b.triwulan - 1]
    lembar: LembarPengukuran | None = None
    if b.pk is not None:
        lembar = b
        b.periode = p
    hari = Hari(b.mulai, b.selesai, b.sampai, b.alasan_lanjut or "", frozenset(b.libur))
    hasil.triwulan[p.nomor] = TriwulanTampak(p, lembar, hari)
    hasil.komentar[p.nomor] = {int(i): n for i, n in json.loads(b.komentar or "{}").items()}
    hasil.riwayat += [
        (Kejadian(datetime.fromisoformat(saat), *kata), r)
        for saat, *kata, r in json.loads(b.kejadian or "[]")
    ]
    hasil.sebab_lalu |= {int(i): s for i, s in json.loads(b.sebab_lalu or "{}").items()}
