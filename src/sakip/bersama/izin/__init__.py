"""Who may do what, where: one typed table.

It is the only source: services and selectors ask it, ``docs/izin.md`` is printed from it, and the
matrix test walks every route against it. An act that is not in the table is allowed to nobody.
"""

from sakip.bersama.izin.lingkup import Kewenangan, Lingkup
from sakip.bersama.izin.peran import SEBUTAN_PERAN, Peran, Tindakan
from sakip.bersama.izin.tabel import IZIN, Izin

__all__ = ["IZIN", "SEBUTAN_PERAN", "Izin", "Kewenangan", "Lingkup", "Peran", "Tindakan"]
