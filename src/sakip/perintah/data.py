"""Commands that act on data through the services: ``dirikan`` and ``import``.

They need a database that runs (``sakip serve`` in another window, or ``DATABASE_URL``).
"""

import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from sakip.config.pesan import _
from sakip.perintah.pengurai import Pengurai

if TYPE_CHECKING:
    from sakip.impor.models import BetsImpor


def _django() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sakip.config.settings")
    import django

    from sakip.config.memori import tenangkan

    django.setup()
    tenangkan()


def _dijaga(kerja: Callable[[], int]) -> int:
    """Run ``kerja``; what a service refuses is printed alone, with all its reasons."""
    from django.db import OperationalError

    from sakip.bersama.galat import GalatLayanan, IsianTidakSah

    try:
        return kerja()
    except GalatLayanan as galat:
        print(galat.pesan, file=sys.stderr)
        if isinstance(galat, IsianTidakSah):
            for k in galat.kesalahan:
                print(f"  {k.letak}: {k.pesan}", file=sys.stderr)
        return 1
    except OperationalError as galat:
        print(
            _(
                "Basis data tidak dapat dihubungi. Jalankan `sakip serve` lebih dahulu, atau "
                "sebut server Anda dengan DATABASE_URL. ({sebab})"
            ).format(sebab=str(galat).strip().splitlines()[0]),
            file=sys.stderr,
        )
        return 2


def dirikan(argv: Sequence[str]) -> int:
    """``sakip dirikan``: the first government of an installation, with its first admin."""
    pengurai = Pengurai(
        "sakip dirikan",
        uraian="Dirikan satu pemerintah daerah dengan unit induk dan admin pertamanya.",
        contoh='Contoh: sakip dirikan 36.04 "Kabupaten Serang" --admin budi --nama-admin "Budi"',
    )
    pengurai.add_argument("kode", help="kode wilayah resmi, mis. 36.04")
    pengurai.add_argument("nama", help='nama, mis. "Kabupaten Serang"')
    pengurai.add_argument("--admin", required=True, help="nama pengguna admin pertama")
    pengurai.add_argument("--nama-admin", required=True, help="nama lengkapnya")
    pengurai.add_argument(
        "--zona", default="WIB", choices=["WIB", "WITA", "WIT"], help="zona waktu (WIB)"
    )
    pilihan = pengurai.parse_args(argv)
    _django()

    def kerja() -> int:
        from sakip.bersama.jam import saat_ini
        from sakip.organisasi.selectors import pelaku_sistem
        from sakip.organisasi.services import dirikan_lengkap

        sandi = dirikan_lengkap(
            oleh=pelaku_sistem(),
            kode=pilihan.kode,
            nama=pilihan.nama,
            zona=pilihan.zona,
            admin=pilihan.admin,
            nama_admin=pilihan.nama_admin,
            saat=saat_ini(),
        )
        if sandi is None:
            print(_("{nama} sudah berdiri; tidak ada yang diubah.").format(nama=pilihan.nama))
            return 0
        print(
            _(
                "{nama} berdiri. Masuk sebagai {admin} dengan kata sandi sekali pakai ini, "
                "lalu gantilah: {sandi}"
            ).format(nama=pilihan.nama, admin=pilihan.admin, sandi=sandi)
        )
        return 0

    return _dijaga(kerja)


def _pengurai_impor() -> Pengurai:
    pengurai = Pengurai(
        "sakip import",
        uraian="Periksa tabel dan tunjukkan akibatnya; terapkan hanya dengan --terapkan.",
        contoh="Contoh: sakip import kinerja tw3.xlsx --instansi 36.04 --oleh program",
    )
    jenis = ["kinerja", "dpa", "serapan", "nomenklatur", "rencana"]
    pengurai.add_argument("jenis", choices=jenis, help="jenis tabel")
    pengurai.add_argument("berkas", type=Path, help="berkas CSV atau Excel")
    pengurai.add_argument("--instansi", required=True, help="kode instansi, mis. 36.04")
    pengurai.add_argument("--oleh", help="nama pengguna yang mengimpor (nomenklatur: sistem)")
    pengurai.add_argument(
        "--sifat", default="asli", choices=["asli", "terbit", "contoh"], help="sifat data (asli)"
    )
    pengurai.add_argument(
        "--format-angka", default="kenali", choices=["kenali", "id", "en"], help="format angka"
    )
    pengurai.add_argument(
        "--terapkan", action="store_true", help="terapkan bila tidak ada baris yang galat"
    )
    return pengurai


def impor(argv: Sequence[str]) -> int:
    """``sakip import``: look at a table, and with ``--terapkan`` apply it whole."""
    pengurai = _pengurai_impor()
    pilihan = pengurai.parse_args(argv)
    if not pilihan.oleh and pilihan.jenis != "nomenklatur":
        pengurai.error(_("sebut siapa yang mengimpor dengan --oleh"))
    try:
        isi = pilihan.berkas.read_bytes()
    except OSError as galat:
        print(
            _("Berkas {nama} tidak dapat dibaca: {sebab}").format(
                nama=pilihan.berkas, sebab=galat.strerror
            ),
            file=sys.stderr,
        )
        return 2
    _django()

    def kerja() -> int:
        from sakip.bersama.jam import saat_ini
        from sakip.impor.services import import_pratinjau, terapkan_impor
        from sakip.organisasi import selectors

        instansi = selectors.instansi_menurut_kode(pilihan.instansi)
        # The national list belongs to nobody: the operator may load it as the program itself.
        oleh = (
            selectors.pelaku_menurut_nama(pilihan.oleh)
            if pilihan.oleh
            else selectors.pelaku_sistem()
        )
        saat = saat_ini()
        bets = import_pratinjau(
            oleh=oleh,
            saat=saat,
            instansi=instansi,
            jenis=pilihan.jenis,
            nama_berkas=pilihan.berkas.name,
            isi=isi,
            opsi={"sifat": pilihan.sifat, "format_angka": pilihan.format_angka},
        )
        galat = _tunjukkan(bets)
        if galat or not pilihan.terapkan:
            return 1 if galat else 0
        terapkan_impor(oleh=oleh, saat=saat, instansi=instansi, bets=bets.uuid, versi=bets.versi)
        print(_("Diterapkan."))
        return 0

    return _dijaga(kerja)


def _tunjukkan(bets: "BetsImpor") -> int:
    """Print what applying does, and every faulty row; return how many are faulty."""
    from sakip.impor.selectors import daftar_baris

    for akibat, banyak in sorted(bets.ringkasan.items()):
        print(f"{banyak:>7}  {akibat}")
    for catatan in bets.opsi.get("catatan", []):
        print(catatan)
    for b in daftar_baris(bets, "galat"):
        for g in b.galat:
            letak = g.get("sel") or _("baris {nomor}, {kolom}").format(nomor=b.nomor, **g)
            print(f"{letak}: {g['pesan']}", file=sys.stderr)
    return int(bets.ringkasan.get("galat", 0))
