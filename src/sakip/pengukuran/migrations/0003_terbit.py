"""What the portal may read of figures: published ones, and those locked at the end of the flow."""

from django.db import migrations

TAMPAK = """
CREATE SCHEMA IF NOT EXISTS terbit;
CREATE VIEW terbit.capaian AS
SELECT i.kode AS instansi, u.slug AS unit, s.nama AS nama_unit,
       p.tahun, p.jenis AS jenis_periode, p.nomor AS nomor_periode,
       k.kode AS indikator, v.nama AS nama_indikator, v.satuan, v.arah,
       m.target_teks AS target, m.realisasi_teks AS realisasi, m.capaian, m.status, m.kategori,
       r.sumber, m.sifat
FROM pengukuran_capaianmutakhir m
JOIN organisasi_instansi i ON i.id = m.instansi_id
JOIN organisasi_unitkerja u ON u.id = m.unit_id
JOIN organisasi_susunanunit s ON s.unit_id = u.id AND upper_inf(s.masa)
JOIN organisasi_periode p ON p.id = m.periode_id
JOIN perencanaan_indikator k ON k.id = m.indikator_id
JOIN perencanaan_indikatorversi v ON v.id = m.indikator_versi_id
JOIN pengukuran_capaiansnapshot c ON c.id = m.snapshot_id
JOIN pengukuran_realisasi r ON r.id = c.realisasi_id
WHERE m.keadaan IN ('tercatat', 'terkunci');
COMMENT ON VIEW terbit.capaian IS 'Target, realisasi dan capaian yang boleh dibaca umum';
"""


class Migration(migrations.Migration):
    dependencies = [("pengukuran", "0002_initial")]
    operations = [migrations.RunSQL(TAMPAK, "DROP VIEW terbit.capaian")]
