"""What is written to the logs: everything on standard error, one line each, time in UTC.

Django's default sends errors by e-mail and prints nothing outside of debugging; an operator looks
into ``var/log`` (or the journal) and must find them there.
"""

import logging
from datetime import UTC, datetime
from typing import Any


class _Baris(logging.Formatter):
    def formatTime(  # noqa: N802 - the name that logging calls
        self, record: logging.LogRecord, datefmt: str | None = None
    ) -> str:
        """The moment in UTC, to the second."""
        return datetime.fromtimestamp(record.created, UTC).strftime(datefmt or "%Y-%m-%dT%H:%M:%SZ")


def pencatatan(*, rinci: bool) -> dict[str, Any]:
    """Django's ``LOGGING``; ``rinci`` also shows what only a developer wants."""
    tingkat = "DEBUG" if rinci else "INFO"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {
            "baris": {
                "()": _Baris,
                "format": "%(asctime)s %(levelname)s %(name)s %(message)s",
            }
        },
        "handlers": {"layar": {"class": "logging.StreamHandler", "formatter": "baris"}},
        "root": {"handlers": ["layar"], "level": "WARNING"},
        "loggers": {
            "sakip": {"level": tingkat},
            "procrastinate.worker": {"level": "INFO"},
            "django": {"handlers": ["layar"], "level": "INFO", "propagate": False},
            # A page that is not there is the visitor's news, not the operator's.
            "django.request": {"level": "ERROR"},
            "django.security.DisallowedHost": {"level": "ERROR"},
        },
    }
