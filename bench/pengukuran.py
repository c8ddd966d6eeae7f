"""Speed of the quarterly sheet inside a regency of 400.000 figures: reading it, saving one figure.

Run: ``python bench/pengukuran.py [--ulang 60]``. A unit gets a plan of 60 indicators on top of the
generated regency, in a copy of it that may be written to. Saves are services that really commit;
the grid is the whole page through Django's test client, in this process. Reference of a save: one
bare UPDATE of one row, committed; of the grid: the same queries without a page.
"""

import argparse
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from pemasangan import django_siap, kabupaten, mesin, salinan
from pemasangan.ukur import pengunjung, satu_update, ukur

BANYAK = 60
TAHUN = 2026
UNIT = "kecamatan-uji-01"
SASARAN = {"grid": 20.0, "simpan": 12.0}
KUERI_SIMPAN = 10


def _tata(saat: datetime) -> dict[str, Any]:
    """A plan of shares that add up over the year, and an open window."""
    from sakip.bersama.layanan import _pintu
    from sakip.data_uji.rancangan import KODE
    from sakip.organisasi import selectors, services
    from sakip.organisasi.models import UnitKerja
    from sakip.perencanaan.models import (
        DokumenPerencanaan,
        DokumenVersi,
        Indikator,
        IndikatorVersi,
        TargetVersi,
    )

    instansi, sistem = selectors.instansi_menurut_kode(KODE), selectors.pelaku_sistem()
    dasar: dict[str, Any] = {"oleh": sistem, "saat": saat, "instansi": instansi}
    services.atur_jadwal(
        **dasar,
        jenis="pengukuran",
        tahun=TAHUN,
        periode=selectors.periode(TAHUN, "triwulan", 3),
        mulai=date(TAHUN, 10, 1),
        selesai=date(TAHUN, 11, 30),
        dasar="pengukuran kecepatan",
    )
    unit = UnitKerja.objects.get(instansi=instansi, slug=UNIT)
    i = {"instansi": instansi}
    with _pintu("bench.tata", sistem):
        dokumen = DokumenPerencanaan.objects.create(
            **i, unit=unit, jenis="renja", judul="Renja", tahun_mulai=TAHUN, tahun_selesai=TAHUN
        )
        versi = DokumenVersi.objects.create(**i, dokumen=dokumen, nomor=1, sifat_versi="murni")
        for n in range(BANYAK):
            satu = Indikator.objects.create(**i, unit=unit, kode=f"ukur-{n}")
            IndikatorVersi.objects.create(
                **i,
                indikator=satu,
                dokumen_versi=versi,
                nama=f"Persentase pengaduan jenis {n} yang selesai",
                arah="naik_baik",
                jenis_nilai="rasio",
                agregasi="rasio_kumulatif",
                frekuensi="triwulan",
                urutan=n,
            )
            TargetVersi.objects.create(
                **i,
                indikator=satu,
                unit=unit,
                periode=selectors.periode(TAHUN),
                dokumen_versi=versi,
                nilai=Decimal(90),
                teks="90",
            )
        versi.ditetapkan = date(TAHUN, 1, 2)
        versi.save(update_fields=["ditetapkan"])
    akun = services.buat_akun(
        **dasar, nama_pengguna="ukur.penyusun", nama="Ukur Contoh", sandi=None, contoh=True
    )
    services.beri_peran(
        **dasar,
        pengguna_id=akun.pk,
        peran="penyusun_unit",
        unit=UNIT,
        mulai=date(TAHUN, 1, 1),
        selesai=None,
        dasar="bench",
    )
    return dasar | {"oleh": type(sistem)(akun.pk)}


def _simpan(dasar: dict[str, Any]) -> Callable[[], object]:
    from sakip.pengukuran.models import Realisasi
    from sakip.pengukuran.services import AlamatLembar, IsianSel, isi_realisasi

    versi: dict[int, int] = {}

    def satu(n: int) -> None:
        kode = n % BANYAK
        hasil = isi_realisasi(
            **dasar,
            alamat=AlamatLembar(UNIT, TAHUN, 3),
            indikator=f"ukur-{kode}",
            isian=IsianSel(teks=f"{20 + len(versi) % 7}/30"),
            versi=versi.get(kode, 0),
        )
        versi[kode] = hasil.realisasi.versi

    for n in range(BANYAK):
        satu(n)
    assert Realisasi.objects.filter(indikator__kode__startswith="ukur-").count() == 2 * BANYAK
    putar = [0]

    def ubah() -> None:
        putar[0] += 1
        kode = putar[0] % BANYAK
        hasil = isi_realisasi(
            **dasar,
            alamat=AlamatLembar(UNIT, TAHUN, 3),
            indikator=f"ukur-{kode}",
            isian=IsianSel(teks=f"{1 + putar[0] % 29}/{31 + putar[0] % 5}"),
            versi=versi[kode],
        )
        versi[kode] = hasil.realisasi.versi

    return ubah


def _halaman() -> tuple[Callable[[], object], int]:
    klien = pengunjung("ukur.penyusun")
    alamat = f"/kerja/99.01/{TAHUN}/{UNIT}/pengukuran/triwulan-3/"
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200, jawaban.status_code
    assert jawaban.content.count(b"data-sel") == BANYAK
    return lambda: klien.get(alamat), len(jawaban.content)


def _bacaan(dasar: dict[str, Any]) -> Callable[[], object]:
    from sakip.bersama.izin import Tindakan
    from sakip.organisasi import selectors as organisasi
    from sakip.pengukuran import selectors

    lingkup = organisasi.lingkup_pelaku(dasar["oleh"], dasar["instansi"], dasar["saat"])
    unit = organisasi.unit_menurut_slug(lingkup, UNIT, Tindakan.LIHAT_KINERJA)
    return lambda: selectors.lembar_unit(lingkup, unit, TAHUN, 3)


def main() -> None:
    """Print figures and references; exit 1 when a ceiling is passed."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--ulang", type=int, default=60)
    ulang = pengurai.parse_args().ulang
    with kabupaten() as satu, salinan(satu):
        django_siap()
        from sakip.data_uji.rancangan import SAAT

        print(mesin())
        dasar = _tata(SAAT)
        simpan, kueri = ukur(_simpan(dasar), ulang)
        acuan, _satu = ukur(satu_update, ulang)
        buka, bita = _halaman()
        grid, kueri_grid = ukur(buka, ulang)
        baca, _kueri = ukur(_bacaan(dasar), ulang)
    print(
        f"simpan satu angka: {simpan:.1f} ms, {kueri} kueri "
        f"(paling lama {SASARAN['simpan']:.0f} ms, {KUERI_SIMPAN} kueri); "
        f"satu UPDATE polos {acuan:.1f} ms, rasio {simpan / acuan:.1f}"
    )
    print(
        f"grid {BANYAK} indikator: {grid:.1f} ms, {kueri_grid} kueri, {bita // 1000} kB "
        f"(paling lama {SASARAN['grid']:.0f} ms); bacaannya saja {baca:.1f} ms, "
        f"rasio {grid / baca:.1f}"
    )
    if grid > SASARAN["grid"] or simpan > SASARAN["simpan"] or kueri > KUERI_SIMPAN:
        raise SystemExit("melebihi batas")


if __name__ == "__main__":
    main()
