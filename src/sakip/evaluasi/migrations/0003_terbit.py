"""What the portal may read of recorded evaluations."""

from django.db import migrations

TAMPAK = """
CREATE SCHEMA IF NOT EXISTS terbit;
CREATE VIEW terbit.hasil_evaluasi AS
SELECT i.kode AS instansi, u.slug AS unit, s.nama AS nama_unit,
       h.tahun_tercetak, h.tahun_kinerja, h.tahun_kinerja_disimpulkan, h.tahun_evaluasi,
       h.tanggal_penyerahan, h.penilai, h.nilai, h.predikat, h.sumber, h.satu_sumber, h.catatan,
       h.sifat
FROM evaluasi_hasilevaluasiluar h
JOIN organisasi_instansi i ON i.id = h.instansi_id
JOIN organisasi_unitkerja u ON u.id = h.unit_id
JOIN organisasi_susunanunit s ON s.unit_id = u.id AND upper_inf(s.masa);
COMMENT ON VIEW terbit.hasil_evaluasi IS 'Hasil evaluasi dari luar, dengan sumbernya';
"""


class Migration(migrations.Migration):
    dependencies = [("evaluasi", "0002_initial")]
    operations = [migrations.RunSQL(TAMPAK, "DROP VIEW terbit.hasil_evaluasi")]
