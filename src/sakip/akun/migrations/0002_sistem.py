"""The program's own account and the table behind the rate limits."""

from datetime import UTC, datetime

from django.db import migrations

TEMBOLOK = """
CREATE TABLE akun_tembolok (
    cache_key varchar(255) NOT NULL PRIMARY KEY,
    value text NOT NULL,
    expires timestamp with time zone NOT NULL
);
CREATE INDEX akun_tembolok_expires ON akun_tembolok (expires);
"""


def sistem(apps, schema_editor):
    Pengguna = apps.get_model("akun", "Pengguna")
    context = apps.get_model("pghistory", "Context").objects.create(
        metadata={"tindakan": "pemasangan"}
    )
    with schema_editor.connection.cursor() as kursor:
        kursor.execute(
            "SELECT set_config('pghistory.context_id', %s, true),"
            " set_config('pghistory.context_metadata', %s, true)",
            [str(context.pk), '{"tindakan": "pemasangan"}'],
        )
        Pengguna.objects.create(
            nama_pengguna="sistem",
            nama="SAKIP",
            password="!",
            sistem=True,
            is_active=False,
            dibuat_pada=datetime(2026, 1, 1, tzinfo=UTC),
        )


class Migration(migrations.Migration):
    dependencies = [
        ("akun", "0001_initial"),
        ("pghistory", "__latest__"),
    ]
    operations = [
        migrations.RunSQL(TEMBOLOK, "DROP TABLE akun_tembolok"),
        migrations.RunPython(sistem, migrations.RunPython.noop),
    ]
