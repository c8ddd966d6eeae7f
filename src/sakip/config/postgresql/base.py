"""The backend itself: Django's, except for what it says when there is no server."""

from typing import Any

from django.db.backends.postgresql import base
from django.db.utils import OperationalError


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that names the missing piece instead of a missing socket file."""

    def get_connection_params(self) -> dict[str, Any]:
        """Refuse with the reason when the settings found no database at all."""
        if alasan := self.settings_dict.get("OPTIONS", {}).get("belum_siap"):
            # The error of a server that does not answer: commands that can do without one go on.
            raise OperationalError(alasan)
        return dict(super().get_connection_params())
