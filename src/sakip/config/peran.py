"""The three database roles, and what each may do.

``pemilik`` owns everything and migrates. ``aplikasi`` runs the program: on history it may add and
read, never change or remove. ``portal`` reads the published views and nothing else.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import psycopg
from psycopg import sql

from sakip.config.pesan import GalatProses, _

PEMILIK = "pemilik"
APLIKASI = "aplikasi"
PORTAL = "portal"
EKSTENSI = ("btree_gist", "pg_trgm")
VERSI_TERENDAH = 15

Koneksi = psycopg.Connection[tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class NamaPeran:
    """What the roles are called on this server; an administrator may have chosen other names."""

    pemilik: str = PEMILIK
    aplikasi: str = APLIKASI
    portal: str | None = PORTAL


def periksa_versi(koneksi: Koneksi) -> None:
    """Refuse a server older than we are tested on."""
    versi = koneksi.info.server_version // 10_000
    if versi < VERSI_TERENDAH:
        raise GalatProses(
            _(
                "Server PostgreSQL di DATABASE_URL versi {versi}; SAKIP memerlukan versi "
                "{terendah} atau lebih baru. Perbarui server itu, atau jalankan tanpa "
                "DATABASE_URL untuk memakai basis data bawaan."
            ).format(versi=versi, terendah=VERSI_TERENDAH)
        )


def siapkan_peran(koneksi: Koneksi, sandi: Mapping[str, str]) -> None:
    """Create the roles with these passwords, or give existing ones the password (idempotent)."""
    for peran, rahasia in sandi.items():
        # The password travels and is stored as a SCRAM verifier: it cannot end up in a log.
        verifikator = koneksi.pgconn.encrypt_password(
            rahasia.encode(), peran.encode(), b"scram-sha-256"
        ).decode()
        ada = koneksi.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [peran]).fetchone()
        perintah = sql.SQL("{kerja} ROLE {peran} LOGIN PASSWORD {sandi}").format(
            kerja=sql.SQL("ALTER" if ada else "CREATE"),
            peran=sql.Identifier(peran),
            sandi=sql.Literal(verifikator),
        )
        try:
            koneksi.execute(perintah)
        except psycopg.errors.InsufficientPrivilege as sebab:
            raise GalatProses(_tidak_boleh_membuat(koneksi.info.user)) from sebab
    _jadi_anggota(koneksi, PEMILIK)


def _tidak_boleh_membuat(pengguna: str) -> str:
    return _(
        "Pengguna {pengguna} di DATABASE_URL tidak boleh membuat peran. Pakai pengguna dengan hak "
        "CREATEROLE untuk `sakip migrate`; atau minta pengelola server membuat dua peran dengan "
        "LOGIN, lalu sebut pemiliknya di DATABASE_URL dan yang menjalankan aplikasi di "
        "SAKIP_DB_APLIKASI_URL. Perintah SQL-nya ada di docs/operasi.md."
    ).format(pengguna=pengguna)


def _jadi_anggota(koneksi: Koneksi, peran: str) -> None:
    """An administrator who is no superuser must be a member of the owner to give it things."""
    anggota = koneksi.execute("SELECT pg_has_role(current_user, %s, 'MEMBER')", [peran]).fetchone()
    if anggota == (False,):
        koneksi.execute(
            sql.SQL("GRANT {} TO {}").format(
                sql.Identifier(peran), sql.Identifier(koneksi.info.user)
            )
        )


def siapkan_basisdata(koneksi: Koneksi, nama: NamaPeran) -> None:
    """Rights on the database itself and the extensions; as administrator, inside the database."""
    try:
        berikan_hak_basisdata(koneksi, nama)
    except psycopg.errors.InsufficientPrivilege as sebab:
        raise GalatProses(_bukan_pemilik(koneksi)) from sebab
    if not _pemilik_dapat_membuat(koneksi, nama):
        raise GalatProses(_bukan_pemilik(koneksi))
    for ekstensi in EKSTENSI:
        try:
            koneksi.execute(
                sql.SQL("CREATE EXTENSION IF NOT EXISTS {}").format(sql.Identifier(ekstensi))
            )
        except (psycopg.errors.UndefinedFile, psycopg.errors.FeatureNotSupported) as sebab:
            raise GalatProses(
                _(
                    "Ekstensi PostgreSQL {ekstensi} tidak terpasang di server. Pasang paket "
                    "contrib PostgreSQL di server itu (Debian: postgresql-contrib), lalu ulangi."
                ).format(ekstensi=ekstensi)
            ) from sebab


def _pemilik_dapat_membuat(koneksi: Koneksi, nama: NamaPeran) -> bool:
    """PostgreSQL only warns when a GRANT gave nothing; so look."""
    baris = koneksi.execute(
        "SELECT has_database_privilege(%(p)s, current_database(), 'CREATE')"
        " AND has_schema_privilege(%(p)s, 'public', 'CREATE')",
        {"p": nama.pemilik},
    ).fetchone()
    return baris == (True,)


def _bukan_pemilik(koneksi: Koneksi) -> str:
    return _(
        "Pengguna {pengguna} bukan pemilik basis data {nama} dan skema public-nya, jadi tidak "
        "dapat memberi hak. Minta pengelola server: ALTER DATABASE {nama} OWNER TO {pengguna}; "
        "lalu di dalamnya: ALTER SCHEMA public OWNER TO {pengguna};"
    ).format(pengguna=koneksi.info.user, nama=koneksi.info.dbname)


def berikan_hak_basisdata(koneksi: Koneksi, nama: NamaPeran) -> None:
    """Who may connect and create; not part of a copy of a database, so a copy needs it again."""
    _jalankan(koneksi, "basisdata.sql", nama)


def berikan_hak(koneksi: Koneksi, nama: NamaPeran) -> None:
    """Set every right anew from the tables that exist; as owner, after each migration."""
    with koneksi.transaction():
        _jalankan(koneksi, "hak.sql", nama)


def _jalankan(koneksi: Koneksi, berkas: str, nama: NamaPeran) -> None:
    teks = files("sakip.config").joinpath("sql", berkas).read_text(encoding="utf-8")
    # Without a portal role its statements fall to the application, which has those rights anyway.
    koneksi.execute(
        sql.SQL(teks).format(
            basisdata=sql.Identifier(koneksi.info.dbname),
            pemilik=sql.Identifier(nama.pemilik),
            aplikasi=sql.Identifier(nama.aplikasi),
            portal=sql.Identifier(nama.portal or nama.aplikasi),
            teks_pemilik=sql.Literal(nama.pemilik),
            teks_aplikasi=sql.Literal(nama.aplikasi),
        )
    )
