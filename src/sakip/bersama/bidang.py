"""The exact number field: PostgreSQL ``numeric`` without a forced scale."""

from decimal import Decimal, InvalidOperation
from typing import Any

from django.core import checks
from django.core.exceptions import ValidationError
from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper
from django.utils.translation import gettext_lazy as _


class BidangAngka(models.DecimalField):  # type: ignore[type-arg]
    """Stores a ``Decimal`` as it is: no scale is added or cut, no float gets in.

    ``NaN`` and the infinities are legal in PostgreSQL's ``numeric`` and would poison every sum, so
    the column refuses them with a CHECK of its own.
    """

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["max_digits"] = kwargs["decimal_places"] = None
        super().__init__(*args, **kwargs)

    def deconstruct(self) -> Any:
        nama, jalur, args, kwargs = super().deconstruct()
        kwargs.pop("max_digits", None)
        kwargs.pop("decimal_places", None)
        return nama, jalur, args, kwargs

    def check(self, **kwargs: Any) -> list[checks.CheckMessage]:
        # DecimalField insists on digits and places; everything else it checks still holds.
        return [
            pesan
            for pesan in super().check(**kwargs)
            if pesan.id not in {"fields.E130", "fields.E132"}
        ]

    @property
    def validators(self) -> list[Any]:
        return list(self._validators)  # type: ignore[attr-defined]

    def db_type(self, connection: BaseDatabaseWrapper) -> str:  # noqa: ARG002
        return "numeric"

    def db_check(self, connection: BaseDatabaseWrapper) -> str:
        kolom = connection.ops.quote_name(self.column)
        return f"{kolom} NOT IN ('NaN', 'Infinity', '-Infinity')"

    def to_python(self, value: Any) -> Decimal | None:
        if value is None or isinstance(value, Decimal):
            return value
        if isinstance(value, float):
            raise ValidationError(_("Angka biner tidak diterima; gunakan Decimal."))
        try:
            return Decimal(value)
        except (InvalidOperation, TypeError, ValueError) as sebab:
            raise ValidationError(_("“%(nilai)s” bukan angka.") % {"nilai": value}) from sebab

    def get_db_prep_value(
        self,
        value: Any,
        connection: BaseDatabaseWrapper,  # noqa: ARG002
        prepared: bool = False,  # noqa: ARG002
    ) -> Any:
        if hasattr(value, "as_sql"):
            return value
        return self.to_python(value)

    def get_db_prep_save(self, value: Any, connection: BaseDatabaseWrapper) -> Any:
        return self.get_db_prep_value(value, connection)

    def formfield(self, *args: Any, **kwargs: Any) -> Any:
        return models.Field.formfield(self, *args, **kwargs)
