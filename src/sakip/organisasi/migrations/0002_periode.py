"""Lay the fiscal years 2000–2060 with their semesters, quarters and months."""

from datetime import date, timedelta

from django.db import migrations

PANJANG = {"tahun": 12, "semester": 6, "triwulan": 3, "bulan": 1}


def periode(apps, schema_editor):
    Periode = apps.get_model("organisasi", "Periode")
    Periode.objects.bulk_create(
        Periode(
            tahun=tahun,
            jenis=jenis,
            nomor=nomor + 1,
            mulai=date(tahun, nomor * bulan + 1, 1),
            selesai=_awal(tahun, (nomor + 1) * bulan) - timedelta(days=1),
        )
        for tahun in range(2000, 2061)
        for jenis, bulan in PANJANG.items()
        for nomor in range(12 // bulan)
    )


def _awal(tahun, bulan_lewat):
    return date(tahun + bulan_lewat // 12, bulan_lewat % 12 + 1, 1)


class Migration(migrations.Migration):
    dependencies = [("organisasi", "0001_initial")]
    operations = [migrations.RunPython(periode, migrations.RunPython.noop)]
