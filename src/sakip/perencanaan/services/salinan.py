"""A version copied whole: one INSERT … SELECT a table, whatever its size."""

from django.db import connection, models

from sakip.perencanaan.models import (
    DokumenVersi,
    Dukungan,
    IndikatorVersi,
    PaguSimpul,
    SimpulVersi,
    TargetVersi,
)

ISI: tuple[type[models.Model], ...] = (
    SimpulVersi,
    IndikatorVersi,
    TargetVersi,
    Dukungan,
    PaguSimpul,
)


def salin_isi(dari: DokumenVersi, ke: DokumenVersi) -> None:
    """Copy all that one version says into an empty one; called inside a service."""
    with connection.cursor() as kursor:
        for model in ISI:
            kursor.execute(_perintah(model), [ke.pk, dari.pk])


def _perintah(model: type[models.Model]) -> str:
    """Names of our own columns only; each copy gets an identity of its own."""
    kutip = connection.ops.quote_name
    kolom = [
        kutip(b.column)
        for b in model._meta.concrete_fields
        if b.name not in {"id", "uuid", "dokumen_versi"}
    ]
    tersalin = ", ".join(kolom)
    tabel = kutip(model._meta.db_table)
    return (
        f"INSERT INTO {tabel} (uuid, dokumen_versi_id, {tersalin})"  # noqa: S608
        f" SELECT gen_random_uuid(), %s, {tersalin} FROM {tabel} WHERE dokumen_versi_id = %s"
        " ORDER BY id"
    )
