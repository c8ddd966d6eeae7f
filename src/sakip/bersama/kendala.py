"""Database constraints that Django has no name for."""

from collections.abc import Sequence
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
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> None:
        self.create_sql(model, schema_editor)

    def create_sql(
        self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor
    ) -> None:
        """Put it off to the end of the migration: the pair it points at may come later in it."""
        kutip = schema_editor.quote_name
        kolom = ", ".join(kutip(model._meta.get_field(f).column) for f in self.fields)
        app, nama = self.ke.split(".")
        schema_editor.deferred_sql.append(
            f"ALTER TABLE {kutip(model._meta.db_table)} ADD CONSTRAINT {kutip(self.name)} "
            f"FOREIGN KEY ({kolom}) REFERENCES {kutip(f'{app}_{nama.lower()}')} (instansi_id, id) "
            "DEFERRABLE INITIALLY DEFERRED"
        )

    def remove_sql(self, model: type[models.Model], schema_editor: BaseDatabaseSchemaEditor) -> str:
        tabel = schema_editor.quote_name(model._meta.db_table)
        return f"ALTER TABLE {tabel} DROP CONSTRAINT {schema_editor.quote_name(self.name)}"

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
