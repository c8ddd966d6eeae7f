"""The write guard: SQL that writes outside a service is refused.

Installed in every test. It is the proof of "the fronts never write".
"""

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Any

from sakip.bersama.layanan import layanan_berjalan

# Text and comments say nothing about what a statement does.
BUKAN_PERINTAH = re.compile(r"'(?:[^']|'')*'|--[^\n]*|/\*.*?\*/", re.DOTALL)
TULIS = re.compile(
    r"\b(?:INSERT\s+INTO|(?<!FOR )(?<!KEY )(?<!DO )UPDATE|DELETE\s+FROM|MERGE\s+INTO"
    r"|TRUNCATE(?:\s+TABLE)?|COPY(?=[^;]*\bFROM\b)|(?:ALTER|DROP|CREATE)\s+TABLE)\s+"
    r'(?:ONLY\s+)?"?(\w+)"?',
    re.IGNORECASE,
)
# Sign-in, sessions, rate limits, the job queue and migrations write by themselves.
BEBAS = (
    "django_session",
    "django_migrations",
    "django_content_type",
    "auth_permission",
    "akun_tembolok",
    "account_",
    "mfa_",
    "procrastinate_",
)


class TulisDiLuarLayanan(RuntimeError):
    """A front, a selector or a template tried to write."""


@lru_cache(maxsize=4096)
def tabel_tertulis(perintah: str) -> tuple[str, ...]:
    """Names of the tables that a statement writes to, wherever in it that stands."""
    return tuple(TULIS.findall(BUKAN_PERINTAH.sub(" ", perintah)))


def penjaga_tulis(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Wrap for ``connection.execute_wrapper``."""
    if isinstance(sql, str) and layanan_berjalan() is None:
        for tabel in tabel_tertulis(sql):
            masuk = tabel == "akun_pengguna" and '"last_login"' in sql
            if not tabel.startswith(BEBAS) and not masuk:
                raise TulisDiLuarLayanan(f"{tabel}: hanya layanan yang boleh menulis — {sql[:120]}")
    return execute(sql, params, many, context)
