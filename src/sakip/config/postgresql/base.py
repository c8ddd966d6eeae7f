"""The backend itself: Django's, except for what it says when there is no server."""

from typing import Any

from django.core.exceptions import ImproperlyConfigured
from django.db.backends.postgresql import base


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that names the missing piece instead of a missing socket file."""

    def get_connection_params(self) -> dict[str, Any]:
        """Refuse with the reason when the settings found no database at all."""
        if alasan := self.settings_dict.get("OPTIONS", {}).get("belum_siap"):
            raise ImproperlyConfigured(alasan)
        return dict(super().get_connection_params())
