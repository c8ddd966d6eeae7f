"""The write guard: SQL that writes outside a service is refused.

Installed in every test and in the demo server. It is the proof of "the fronts never write".
"""

import re
from collections.abc import Callable
from typing import Any

from sakip.bersama.layanan import layanan_berjalan

TULIS = re.compile(
    r"^\s*(?:SELECT set_config\([^;]*;\s*)?(?:INSERT\s+INTO|UPDATE|DELETE\s+FROM|MERGE\s+INTO)\s+"
    r'(?:ONLY\s+)?"?(\w+)"?',
    re.IGNORECASE | re.DOTALL,
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


def penjaga_tulis(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    """Wrap for ``connection.execute_wrapper``."""
    cocok = TULIS.match(sql) if isinstance(sql, str) else None
    if cocok and layanan_berjalan() is None:
        tabel = cocok.group(1)
        masuk = tabel == "akun_pengguna" and '"last_login"' in sql
        if not tabel.startswith(BEBAS) and not masuk:
            raise TulisDiLuarLayanan(f"{tabel}: hanya layanan yang boleh menulis — {sql[:120]}")
    return execute(sql, params, many, context)
