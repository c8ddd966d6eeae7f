"""``sakip periksa``: each thing an operator relies on, looked at and said in one line."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass

from sakip.config import skema
from sakip.config.instalasi import Instalasi, dipakai_bersama
from sakip.config.kunci import pemegang
from sakip.config.pesan import GalatProses, _
from sakip.config.sambungan import TidakTerhubung

_RUANG_TERENDAH = 1 << 30

# Tables whose past the application could change: there must be none.
_RIWAYAT_TERBUKA = """
    SELECT c.relname FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
      AND (c.relname LIKE '%event' OR c.relname = 'pghistory_context'
           OR obj_description(c.oid, 'pg_class') LIKE 'hanya-tambah%')
      AND (has_table_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'DELETE')
           OR has_table_privilege(c.oid, 'TRUNCATE'))
"""
_PEKERJA_HIDUP = """
    SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '2 minutes'
"""


@dataclass(frozen=True, slots=True)
class Butir:
    """One thing looked at."""

    nama: str
    baik: bool
    keterangan: str

    def __str__(self) -> str:
        tanda = _("baik") if self.baik else _("PERLU TINDAKAN")
        return f"{self.nama}: {tanda}. {self.keterangan}"


def periksa_kesehatan() -> list[Butir]:
    """Look at everything; a fault of one thing does not hide the others."""
    with dipakai_bersama("sakip periksa") as satu:
        return [*_ruang(satu), *_basisdata(satu), *_layanan(satu)]


def _ruang(satu: Instalasi) -> Iterator[Butir]:
    folder = satu.ruang.var if satu.kluster is None else satu.ruang.kluster
    bebas = shutil.disk_usage(folder).free
    yield Butir(
        _("Ruang simpan"),
        bebas >= _RUANG_TERENDAH,
        _("{gib} GiB bebas di {folder} (paling sedikit 1 GiB).").format(
            gib=bebas >> 30, folder=folder
        ),
    )


def _basisdata(satu: Instalasi) -> Iterator[Butir]:
    aplikasi = satu.sasaran.aplikasi
    try:
        with aplikasi.hubungkan() as koneksi:
            versi = koneksi.info.server_version
            terbuka = [str(b[0]) for b in koneksi.execute(_RIWAYAT_TERBUKA).fetchall()]
    except TidakTerhubung as galat:
        yield Butir(
            _("Basis data"), baik=False, keterangan=f"{galat} " + _("Jalankan `sakip migrate`.")
        )
        return
    yield Butir(
        _("Basis data"),
        baik=True,
        keterangan=f"PostgreSQL {versi // 10_000}.{versi % 10_000}, {aplikasi}",
    )
    mutakhir = skema.mutakhir(aplikasi)
    yield Butir(
        _("Susunan tabel"),
        mutakhir,
        _("Sesuai program.") if mutakhir else _("Jalankan `sakip migrate`."),
    )
    yield Butir(
        _("Riwayat"),
        not terbuka,
        _("Aplikasi hanya dapat menambah dan membaca riwayat.")
        if not terbuka
        else _("Dapat diubah: {tabel}. Jalankan `sakip migrate`.").format(tabel=", ".join(terbuka)),
    )


def _layanan(satu: Instalasi) -> Iterator[Butir]:
    siapa = pemegang(satu.ruang.kunci)
    if siapa is None or not siapa.alamat:
        yield Butir(_("Layanan"), baik=True, keterangan=_("Tidak sedang berjalan (`sakip serve`)."))
        return
    from sakip.config.proses import menjawab  # noqa: PLC0415 - proses also imports this side

    port = int(siapa.alamat.rstrip("/").rpartition(":")[2])
    yield Butir(_("Web"), menjawab(port), siapa.alamat)
    try:
        with satu.sasaran.aplikasi.hubungkan() as koneksi:
            baris = koneksi.execute(_PEKERJA_HIDUP).fetchone()
    except GalatProses as galat:
        yield Butir(_("Pekerja"), baik=False, keterangan=str(galat))
        return
    jumlah = 0 if baris is None else int(baris[0])
    yield Butir(_("Pekerja"), jumlah > 0, _("{jumlah} berjalan.").format(jumlah=jumlah))
