"""One way to reach a database, as the same thing for libpq, for Django and for the environment."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from sakip.config.pesan import GalatProses, _

_DJANGO = {"host": "HOST", "port": "PORT", "user": "USER", "password": "PASSWORD", "dbname": "NAME"}
# Values travel beside the statement, not inside it, and the server keeps the plan of what it has
# seen twice on a connection: a page is some fifteen statements that never change.
_DISIAPKAN = {"server_side_binding": True, "prepare_threshold": 2}


@dataclass(frozen=True)
class Sambungan:
    """Parameters of libpq: ``host``, ``port``, ``dbname``, ``user``, ``password``, ``sslmode`` …"""

    isi: Mapping[str, str]

    @classmethod
    def dari_teks(cls, teks: str, asal: str) -> "Sambungan":
        """Read a URL or a ``key=value`` line; ``asal`` names where it came from in the message."""
        try:
            isi = conninfo_to_dict(teks)
        except psycopg.ProgrammingError as sebab:
            raise GalatProses(
                _(
                    "{asal} tidak terbaca ({sebab}). Contoh yang benar: "
                    "postgresql://pengguna:sandi@127.0.0.1:5432/sakip"
                ).format(asal=asal, sebab=str(sebab).strip())
            ) from sebab
        if not isi.get("dbname"):
            raise GalatProses(
                _(
                    "{asal} tidak menyebut nama basis data. Contoh yang benar: "
                    "postgresql://pengguna:sandi@127.0.0.1:5432/sakip"
                ).format(asal=asal)
            )
        return cls({kunci: str(nilai) for kunci, nilai in isi.items() if nilai is not None})

    def dengan(self, **ganti: str) -> "Sambungan":
        """The same server with other parameters, for example another role or database."""
        return Sambungan({**self.isi, **ganti})

    @property
    def dsn(self) -> str:
        """For libpq and for the environment of a child; holds the password."""
        return make_conninfo("", **self.isi)

    @property
    def basisdata(self) -> str:
        """Name of the database."""
        return self.isi["dbname"]

    @property
    def pengguna(self) -> str:
        """Name of the role that signs in."""
        return self.isi.get("user", "")

    def lingkungan(self) -> dict[str, str]:
        """For ``pg_dump`` and its kin: the password must not stand on a command line."""
        nama = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
        lain = {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT", "dbname": "PGDATABASE"}
        return {
            tujuan: self.isi[asal] for asal, tujuan in {**nama, **lain}.items() if asal in self.isi
        }

    def hubungkan(self) -> psycopg.Connection[tuple[Any, ...]]:
        """Open an autocommit connection; an unreachable server becomes a message to act on."""
        try:
            return psycopg.connect(
                self.dsn, autocommit=True, connect_timeout=int(self.isi.get("connect_timeout", 10))
            )
        except psycopg.OperationalError as sebab:
            raise TidakTerhubung(
                _("Basis data {tempat} tidak dapat dihubungi: {sebab}").format(
                    tempat=self, sebab=str(sebab).strip()
                ),
                sebab,
            ) from sebab

    def django(self) -> dict[str, Any]:
        """An entry of Django's ``DATABASES``."""
        pilihan = {kunci: nilai for kunci, nilai in self.isi.items() if kunci not in _DJANGO}
        return {
            "ENGINE": "sakip.config.postgresql",
            **{tujuan: self.isi.get(asal, "") for asal, tujuan in _DJANGO.items()},
            "OPTIONS": {"application_name": "sakip", **_DISIAPKAN, **pilihan},
            "CONN_MAX_AGE": 600,
            "CONN_HEALTH_CHECKS": True,
        }

    def __str__(self) -> str:
        """For messages: never with the password."""
        tempat = self.isi.get("host", "localhost")
        return f"{self.basisdata} ({self.pengguna}@{tempat}:{self.isi.get('port', '5432')})"


class TidakTerhubung(GalatProses):
    """The server did not answer, or did not let us in."""

    def __init__(self, pesan: str, asal: psycopg.OperationalError) -> None:
        super().__init__(pesan)
        self.sandi_salah = "password authentication failed" in str(asal)
