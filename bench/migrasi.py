"""Whether migrating quickly ends in the tables that Django's own way makes, and what it saves.

Run: ``python bench/migrasi.py``. Two databases from nothing: one as the program migrates
(``sakip.config.migrasi``), one by ``migrate`` alone. Every column, constraint, index and trigger
is held against the other; a difference is printed and is a failure.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

_AKAR = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(_AKAR / "src"))

from pemasangan.ukur import detik  # noqa: E402

from sakip.config import peran, skema  # noqa: E402
from sakip.config.instalasi import Instalasi, dipakai, sasaran_tanam  # noqa: E402

ISI = """
SELECT 'kolom ' || table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
       || ' ' || coalesce(column_default, '')
  FROM information_schema.columns WHERE table_schema = 'public'
UNION ALL
SELECT 'kendala ' || conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid)
  FROM pg_constraint WHERE connamespace = 'public'::regnamespace
UNION ALL SELECT 'indeks ' || indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'pemicu ' || pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL
SELECT 'fungsi ' || proname || md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
"""


def _buat(satu: Instalasi, nama: str, modul: str, argumen: list[str]) -> tuple[float, set[str]]:
    sasaran = sasaran_tanam(satu.ruang.kluster, satu.rahasia, nama)
    skema.buat_basisdata(sasaran)
    with sasaran.admin.hubungkan() as admin:
        peran.siapkan_peran(admin, skema.sandi_peran_sasaran(sasaran))
        peran.siapkan_basisdata(admin, sasaran.nama_peran)
    lama = detik(lambda: skema.kelola(argumen, sasaran.pemilik, modul=modul, sebutan="migrate"))
    with sasaran.admin.hubungkan() as admin:
        return lama, {baris for (baris,) in admin.execute(ISI).fetchall()}


def main() -> int:
    """Print the figures; 1 when the two databases differ."""
    folder = Path(tempfile.mkdtemp(prefix="sakip-bench-", dir="/tmp"))
    folder.chmod(0o755)
    os.environ["SAKIP_VAR"] = str(folder / "var")
    for nama in ("DATABASE_URL", "SAKIP_DB_URL"):
        os.environ.pop(nama, None)
    try:
        with dipakai("make bench") as satu:
            cepat, kami = _buat(satu, "cepat", "sakip.config.migrasi", [])
            biasa, acuan = _buat(satu, "biasa", "sakip.config", ["migrate", "--noinput", "-v0"])
            kluster = satu.ruang.kluster
    finally:
        shutil.rmtree(folder)
    shutil.rmtree(kluster, ignore_errors=True)
    print(f"migrasi dari kosong {cepat:.1f} s   acuan cara Django: {biasa:.1f} s")
    print(f"rasio {cepat / biasa:.2f}; {len(kami)} hal dibandingkan, {len(kami ^ acuan)} berbeda")
    for satu_beda in sorted(kami ^ acuan):
        print(f"  {'cepat' if satu_beda in kami else 'biasa'}: {satu_beda}")
    return int(bool(kami ^ acuan))


if __name__ == "__main__":
    sys.exit(main())
