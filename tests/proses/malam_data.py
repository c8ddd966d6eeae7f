"""The last evening of a quarter: who sits at which figures, and what is stored of them afterwards.

Run inside an installation: ``python malam_data.py <unit> <orang> <sel>`` lays the people and their
figures and prints them as JSON; ``python malam_data.py tersimpan`` prints what is stored.
"""

import json
import os
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

TAHUN_LAMA = date(2020, 1, 1)
AWALAN = "malam"


def tata(instansi: Any, unit: Sequence[str], orang: int, sel: int) -> list[dict[str, Any]]:
    """``orang`` people in each unit, each with ``sel`` figures of his own, in an open window.

    Gives each person's cookies and the addresses of his figures.
    """
    from sakip.bersama.jam import saat_ini
    from sakip.bersama.layanan import _pintu
    from sakip.organisasi import selectors, services

    saat = saat_ini()
    pada = saat.date()
    sistem = selectors.pelaku_sistem()
    dasar: dict[str, Any] = {"oleh": sistem, "saat": saat, "instansi": instansi}
    services.atur_jadwal(
        **dasar,
        jenis="pengukuran",
        tahun=pada.year,
        periode=selectors.periode(pada.year, "triwulan", 1),
        mulai=pada - timedelta(days=1),
        selesai=pada + timedelta(days=9),
        dasar="uji beban",
    )
    semua = []
    tahun = f"/kerja/{instansi.kode}/{pada.year}"
    for slug in unit:
        with _pintu("uji.malam", sistem):
            _rencana(instansi, slug, orang * sel, pada)
        for n in range(orang):
            nama = f"{AWALAN}.{slug}.{n}"
            akun = services.buat_akun(
                **dasar, nama_pengguna=nama, nama=f"Contoh {nama}", sandi=None, contoh=True
            )
            services.beri_peran(
                **dasar,
                pengguna_id=akun.pk,
                peran="penyusun_unit",
                unit=slug,
                mulai=pada,
                selesai=None,
                dasar="uji beban",
            )
            semua.append(
                {
                    "kuki": _kuki(akun.pk),
                    "alamat": f"{tahun}/{slug}/pengukuran/triwulan-1/isi/",
                    "sel": [_kode(slug, n * sel + s) for s in range(sel)],
                }
            )
    return semua


def _kode(slug: str, nomor: int) -> str:
    return f"{AWALAN}-{slug}-{nomor}"


def _rencana(instansi: Any, slug: str, banyak: int, pada: date) -> None:
    """A plan in force with so many numbers to be measured each quarter."""
    from sakip.organisasi import selectors
    from sakip.organisasi.models import UnitKerja
    from sakip.perencanaan.models import (
        DokumenPerencanaan,
        DokumenVersi,
        Indikator,
        IndikatorVersi,
        TargetVersi,
    )

    i = {"instansi": instansi}
    unit = UnitKerja.objects.get(instansi=instansi, slug=slug)
    tahun = pada.year
    dokumen = DokumenPerencanaan.objects.create(
        **i, unit=unit, jenis="renja", judul="Renja", tahun_mulai=tahun, tahun_selesai=tahun
    )
    versi = DokumenVersi.objects.create(**i, dokumen=dokumen, nomor=1, sifat_versi="murni")
    for n in range(banyak):
        satu = Indikator.objects.create(**i, unit=unit, kode=_kode(slug, n))
        IndikatorVersi.objects.create(
            **i,
            indikator=satu,
            dokumen_versi=versi,
            nama=f"Jumlah layanan jenis {n}",
            arah="naik_baik",
            jenis_nilai="bilangan",
            agregasi="terakhir",
            frekuensi="triwulan",
            urutan=n,
        )
        TargetVersi.objects.create(
            **i,
            indikator=satu,
            unit=unit,
            periode=selectors.periode(tahun),
            dokumen_versi=versi,
            nilai=500,
            teks="500",
        )
    versi.ditetapkan = date(tahun, 1, 1)
    versi.save(update_fields=["ditetapkan"])


def _kuki(pengguna: int) -> str:
    from django.test import Client

    from sakip.akun.models import Pengguna

    klien = Client(headers={"host": "127.0.0.1"})
    klien.force_login(
        Pengguna.objects.get(pk=pengguna),
        backend="allauth.account.auth_backends.AuthenticationBackend",
    )
    return f"sessionid={klien.cookies['sessionid'].value}"


def tersimpan() -> dict[str, list[str]]:
    """Every value that each figure ever had, one for each version, from the history of triggers."""
    from sakip.pengukuran.models import Realisasi

    riwayat = Realisasi.pgh_event_model  # type: ignore[attr-defined]
    hasil: dict[str, dict[int, str]] = {}
    # One act may touch the row more than once; a version is one act.
    for kode, versi, teks in (
        riwayat.objects.filter(pgh_obj__indikator__kode__startswith=f"{AWALAN}-")
        .order_by("pgh_id")
        .values_list("pgh_obj__indikator__kode", "versi", "teks")
    ):
        hasil.setdefault(kode, {})[versi] = teks
    return {kode: list(isi.values()) for kode, isi in hasil.items()}


def _sendiri(argumen: Sequence[str]) -> Any:
    """In an installation of its own, with a government that is made here."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "sakip.config.settings"
    import django

    django.setup()
    if argumen == ["tersimpan"]:
        return tersimpan()
    from sakip.bersama.jam import saat_ini
    from sakip.organisasi import selectors, services
    from sakip.organisasi.services import UnitBaru

    unit, orang, sel = map(int, argumen)
    dasar: dict[str, Any] = {"oleh": selectors.pelaku_sistem(), "saat": saat_ini()}
    services.dirikan_lengkap(
        **dasar, kode="99.77", nama="Kabupaten Malam", zona="WIB", admin="malam", nama_admin="Malam"
    )
    instansi = selectors.instansi_menurut_kode("99.77")
    slug = [f"dinas-{n}" for n in range(unit)]
    services.susun_unit(
        **dasar,
        instansi=instansi,
        daftar=[UnitBaru(s, s, s.title(), "dinas", "kabupaten-malam", TAHUN_LAMA) for s in slug],
    )
    return tata(instansi, slug, orang, sel)


if __name__ == "__main__":
    print(json.dumps(_sendiri(sys.argv[1:])))
