"""History: who changed what, written by the database itself."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
from django.db import models

M = TypeVar("M", bound=type[models.Model])


def beriwayat(*kecuali: str) -> Callable[[M], M]:
    """Track every insert, update and delete of a model, leaving out columns named in ``kecuali``.

    Statement-level, append-only and with a mandatory author: see ``PGHISTORY_*`` in the settings.
    """
    # Named here and not in the settings: pghistory copies default trackers, and its statement-level
    # triggers compare operations by identity.
    return pghistory.track(  # type: ignore[no-any-return]
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        exclude=list(kecuali) or None,
    )
