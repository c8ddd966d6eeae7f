"""Coming in: the government, the peran, and the mark by which the number of news is kept."""

from datetime import datetime

from django.db import connection

from sakip.bersama.izin import Lingkup
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import SQL_MASUK

# Everything an inbox is derived from, as one text that changes with it: the open tasks of the
# government (an act replaces them by others), figures that wait to be mended, its windows and
# extensions, what was told directly, and what the caller has read and switched off. Each part is
# a few rows behind an index.
SQL_TANDA = f"""
WITH m AS MATERIALIZED ({SQL_MASUK}),
     i AS MATERIALIZED (SELECT id FROM m LIMIT 1)
SELECT m.*, concat_ws('/',
  (SELECT concat(count(*), '.', coalesce(sum(t.id), 0)) FROM alur_tugas t, i
    WHERE t.instansi_id = i.id),
  (SELECT count(*) FROM i JOIN pengukuran_lembarpengukuran l ON l.instansi_id = i.id
     JOIN pengukuran_realisasi r ON r.lembar_id = l.id
    WHERE l.keadaan = 'dikembalikan' AND r.keadaan = 'dikembalikan'),
  (SELECT coalesce(sum(j.versi), 0) FROM organisasi_jadwal j, i WHERE j.instansi_id = i.id),
  (SELECT count(*) FROM organisasi_perpanjangan x, i WHERE x.instansi_id = i.id),
  (SELECT count(*) FROM kabar_pesankabar k, i WHERE k.instansi_id = i.id),
  (SELECT b.nomor FROM kabar_bacakabar b, i
    WHERE b.instansi_id = i.id AND b.pengguna_id = %(pengguna)s),
  (SELECT concat('a', a.versi) FROM kabar_aturkabar a, i
    WHERE a.instansi_id = i.id AND a.pengguna_id = %(pengguna)s))
FROM m
"""  # noqa: S608 - two constants


def masuk_berkabar(pengguna_id: int, kode: str, saat: datetime) -> tuple[Instansi, Lingkup, str]:
    """What ``organisasi.masuk_instansi`` gives, and the mark of the caller's inbox. One query.

    As long as day, peran and mark are the same, so is the number of unread items.
    """
    with connection.cursor() as kursor:
        kursor.execute(SQL_TANDA, {"saat": saat, "pengguna": pengguna_id, "kode": kode})
        baris = kursor.fetchall()
    instansi, lingkup = organisasi.susun_masuk(pengguna_id, kode, [b[:-1] for b in baris])
    return instansi, lingkup, baris[0][-1]
