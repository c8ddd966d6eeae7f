"""Speed of the invented year: playing it, its daily pages, saving a figure, printing 29 reports.

Run: ``python bench/tahun.py [--ulang 40]``. A fresh installation is laid twice: on 2 October, when
the sheet of the third quarter is open, and on the demo's own day. Pages go through Django's test
client in this process, signed in as the person who works there; ``dingin`` is a visit after the
fragments were forgotten. References: a page that only says no (404), one bare UPDATE, committed,
and an empty page set by the same Typst.
"""

import argparse
import os
import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from pemasangan import AKAR, django_siap, mesin
from pemasangan.ukur import detik, halaman_kosong, pengunjung, satu_update, ukur

from sakip.config.basisdata import NAMA_BASISDATA
from sakip.config.instalasi import Instalasi, dipakai

KODE = "36.04"
BAROS = "kecamatan-baros"
OKTOBER, BAWAAN = date(2026, 10, 2), date(2026, 11, 24)
BATAS = {"naskah": 60.0, "beranda": 20.0, "grid": 20.0, "simpan": 12.0, "cetak": 20.0}
KUERI_BERANDA = 10
melebihi: list[str] = []


def _catat(nama: str, angka: float, batas: float, satuan: str, lain: str) -> None:
    tanda = "" if angka <= batas else "  MELEBIHI"
    print(f"{nama}: {angka:.1f} {satuan} (paling lama {batas:.0f}); {lain}{tanda}", flush=True)
    if tanda:
        melebihi.append(nama)


def _muat(satu: Instalasi, pada: date) -> float:
    """Lay the demo of that day in a fresh database; seconds that its acts took."""
    from django.db import connections

    from sakip.demo import muat
    from sakip.web.pecahan import TEMBOLOK

    connections.close_all()
    TEMBOLOK.kosongkan()
    with satu.sasaran.admin.dengan(dbname="postgres").hubungkan() as admin:
        admin.execute(f"DROP DATABASE IF EXISTS {NAMA_BASISDATA} WITH (FORCE)")
    satu.migrasikan(lambda _pesan: None)
    mulai = time.perf_counter()
    muat(pada)
    return time.perf_counter() - mulai


def _halaman(akun: str, alamat: str, *, dingin: bool = False, status: int = 200) -> Any:
    from sakip.web.pecahan import TEMBOLOK

    klien = pengunjung(akun)

    def buka() -> None:
        if dingin:
            TEMBOLOK.kosongkan()
        jawaban = klien.get(alamat)
        assert jawaban.status_code == status, (alamat, jawaban.status_code)

    return buka


def _pada(hari: date) -> None:
    from django.conf import settings

    settings.CONTOH, settings.TANGGAL_CONTOH = True, hari


def _lembar(ulang: int) -> None:
    """The entry grid on its open day, and saving one of its figures."""
    _pada(OKTOBER)
    alamat = f"/kerja/{KODE}/2026/{BAROS}/pengukuran/triwulan-3/"
    acuan, _k = ukur(_halaman("trantib", f"/kerja/{KODE}/2026/tidak-ada/", status=404), ulang)
    for akun in ("trantib", "program"):
        grid, kueri = ukur(_halaman(akun, alamat), ulang)
        _catat(
            f"lembar triwulan ({akun})",
            grid,
            BATAS["grid"],
            "ms",
            f"{kueri} kueri; halaman 404 {acuan:.1f} ms, rasio {grid / acuan:.1f}",
        )
    simpan, kueri = ukur(_simpan(), ulang)
    polos, _k = ukur(satu_update, ulang)
    _catat(
        "simpan satu angka",
        simpan,
        BATAS["simpan"],
        "ms",
        f"{kueri} kueri; satu UPDATE polos {polos:.1f} ms, rasio {simpan / polos:.1f}",
    )


def _simpan() -> Callable[[], object]:
    from sakip.akun.models import Pengguna
    from sakip.bersama.jam import WIB
    from sakip.bersama.layanan import Pelaku
    from sakip.organisasi.models import Instansi
    from sakip.pengukuran.models import Realisasi
    from sakip.pengukuran.services import AlamatLembar, IsianSel, isi_realisasi

    indikator = Realisasi.objects.filter(
        unit__slug=BAROS, periode__tahun=2026, indikator__kode__icontains="iku-3"
    ).first()
    kode = indikator.indikator.kode if indikator else "iku-3"
    dasar = {
        "oleh": Pelaku(Pengguna.objects.get(nama_pengguna="trantib").pk),
        "instansi": Instansi.objects.get(kode=KODE),
        "alamat": AlamatLembar(BAROS, 2026, 3),
        "indikator": kode,
    }
    ada = Realisasi.objects.filter(
        unit__slug=BAROS,
        periode__tahun=2026,
        periode__jenis="triwulan",
        periode__nomor=3,
        indikator__kode=kode,
    ).first()
    keadaan = {
        "versi": ada.versi if ada else 0,
        "n": 0,
        "saat": datetime(2026, 10, 2, 17, tzinfo=WIB),
    }

    def satu() -> None:
        keadaan["n"] += 1
        keadaan["saat"] += timedelta(seconds=1)
        hasil = isi_realisasi(
            **dasar,
            saat=keadaan["saat"],
            isian=IsianSel(teks=f"{1 + keadaan['n'] % 29}/{31 + keadaan['n'] % 5}"),
            versi=keadaan["versi"],
        )
        keadaan["versi"] = hasil.realisasi.versi

    return satu


def _harian(ulang: int) -> None:
    """Beranda of those who open it every day, and the pages around it."""
    _pada(BAWAAN)
    beranda = f"/kerja/{KODE}/"
    for akun in ("program", "camat2", "organisasi", "ketua", "bupati"):
        hangat, kueri = ukur(_halaman(akun, beranda), ulang)
        dingin, kueri_dingin = ukur(_halaman(akun, beranda, dingin=True), ulang)
        _catat(
            f"Beranda {akun}",
            dingin,
            BATAS["beranda"],
            "ms dingin",
            f"hangat {hangat:.1f} ms; {kueri_dingin} kueri dingin, {kueri} hangat",
        )
        if kueri_dingin > KUERI_BERANDA:
            melebihi.append(f"kueri Beranda {akun}")
    for nama, akun, alamat in (
        ("papan status", "organisasi", f"{beranda}2026/papan/"),
        ("rencana", "program", f"{beranda}2026/{BAROS}/rencana/"),
        ("perjanjian", "program", f"{beranda}2026/{BAROS}/perjanjian/"),
        ("laporan", "program", f"{beranda}2025/{BAROS}/laporan/"),
        ("evaluasi unit", "ketua", f"{beranda}2025/{BAROS}/evaluasi/"),
        ("portal unit", "program", f"/{KODE}/{BAROS}/2026/"),
    ):
        lama, kueri = ukur(_halaman(akun, alamat), ulang)
        print(f"{nama}: {lama:.1f} ms, {kueri} kueri", flush=True)


def _cetak() -> None:
    """Every unit's draft, asked for in one act and printed by the worker."""
    from procrastinate.contrib.django import app

    from sakip.akun.models import Pengguna
    from sakip.bersama.jam import WIB
    from sakip.bersama.layanan import Pelaku
    from sakip.organisasi.models import Instansi
    from sakip.pelaporan.models import HasilCetak
    from sakip.pelaporan.services import minta_cetak_massal

    kosong = detik(halaman_kosong)
    mulai = time.perf_counter()
    cetak = minta_cetak_massal(
        oleh=Pelaku(Pengguna.objects.get(nama_pengguna="organisasi").pk),
        saat=datetime(2026, 11, 24, 9, tzinfo=WIB),
        instansi=Instansi.objects.get(kode=KODE),
        tahun=2026,
    )
    with app.replace_connector(app.connector.get_worker_connector()) as pekerja:
        pekerja.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    lama = time.perf_counter() - mulai
    semua = HasilCetak.objects.filter(cetak=cetak)
    tercetak = semua.filter(berkas__isnull=False).count()
    assert not semua.filter(selesai_pada__isnull=True).exists()
    assert tercetak >= 29, tercetak
    _catat(
        f"{tercetak} laporan kinerja di latar",
        lama,
        BATAS["cetak"],
        "s",
        f"{semua.count()} unit diminta; {lama / tercetak * 1000:.0f} ms per laporan, "
        f"satu halaman kosong {kosong * 1000:.0f} ms",
    )


def main() -> None:
    """Print the figures; exit 1 when a ceiling is passed."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--ulang", type=int, default=40)
    ulang = pengurai.parse_args().ulang
    os.environ["SAKIP_VAR"] = os.environ.get("SAKIP_BENCH_TAHUN") or str(
        AKAR / "var" / "bench-tahun"
    )
    os.environ |= {"SAKIP_TANGGAL": BAWAAN.isoformat(), "SAKIP_CONTOH": "1"}
    for nama in ("DATABASE_URL", "SAKIP_DB_URL", "SAKIP_DEBUG"):
        os.environ.pop(nama, None)
    with dipakai("make bench") as satu:
        satu.migrasikan(lambda _pesan: None)
        os.environ.update(satu.lingkungan())
        django_siap()
        print(mesin())
        _muat(satu, OKTOBER)
        _lembar(ulang)
        naskah = _muat(satu, BAWAAN)
        _catat("memuat dan memainkan naskah", naskah, BATAS["naskah"], "s", "dua pemerintah daerah")
        _harian(ulang)
        _cetak()
    if melebihi:
        raise SystemExit("melebihi batas: " + ", ".join(melebihi))


if __name__ == "__main__":
    main()
