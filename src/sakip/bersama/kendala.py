"""Database constraints that Django has no name for."""

from collections.abc import Callable, Sequence
from typing import Any

from django.db import models
from django.db.backends.base.schema import BaseDatabaseSchemaEditor


class KunciGabungan(models.BaseConstraint):
    """A composite foreign key: keeps a child in its parent's instansi.

    ``fields`` (``("instansi", "unit")``) point at the primary key pair ``(instansi_id, id)`` of
    ``ke`` (``"organisasi.UnitKerja"``), which must carry a unique constraint on that pair.
    Checked at commit, so that rows of one transaction may come in any order.
    """

    def __init__(self, *, fields: Sequence[str], ke: str, name: str) -> None:
        super().__init__(name=name)
        self.fields = tuple(fields)
        self.ke = ke

    def constraint_sql(
        self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        return self.create_sql(model, schema_editor)

    def create_sql(
        self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        """Put it off to the end of the migration: the pair it points at may come later in it."""
        tabel, kutip = _tabel(model, schema_editor)
        kolom = ", ".join(kutip(_kolom(tabel, f)) for f in self.fields)
        app, nama = self.ke.split(".")
        assert schema_editor is not None  # noqa: S101 - _tabel saw to it
        schema_editor.deferred_sql.append(
            f"ALTER TABLE {kutip(tabel._meta.db_table)} ADD CONSTRAINT {kutip(self.name)} "
            f"FOREIGN KEY ({kolom}) REFERENCES {kutip(f'{app}_{nama.lower()}')} (instansi_id, id) "
            "DEFERRABLE INITIALLY DEFERRED"
        )
        return ""

    def remove_sql(
        self, model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
    ) -> str:
        tabel, kutip = _tabel(model, schema_editor)
        return f"ALTER TABLE {kutip(tabel._meta.db_table)} DROP CONSTRAINT {kutip(self.name)}"

    def validate(self, *args: Any, **kwargs: Any) -> None:
        """Left to the database: a query here would cost one round trip per row."""

    def deconstruct(self) -> Any:
        jalur, args, kwargs = super().deconstruct()
        kwargs["fields"] = self.fields
        kwargs["ke"] = self.ke
        return jalur, args, kwargs

    def __eq__(self, other: object) -> bool:
        return isinstance(other, KunciGabungan) and (self.name, self.fields, self.ke) == (
            other.name,
            other.fields,
            other.ke,
        )

    def __hash__(self) -> int:
        return hash((self.name, self.fields, self.ke))


def _tabel(
    model: type[models.Model] | None, schema_editor: BaseDatabaseSchemaEditor | None
) -> tuple[type[models.Model], Callable[[str], str]]:
    """What a migration always gives, though Django's types allow none."""
    if model is None or schema_editor is None:
        raise TypeError("KunciGabungan hanya dipakai di dalam migrasi")
    return model, schema_editor.quote_name


def _kolom(model: type[models.Model], nama: str) -> str:
    bidang = model._meta.get_field(nama)
    if not isinstance(bidang, models.Field):
        raise TypeError(f"{nama} bukan kolom")
    return bidang.column
