"""Speed of entry inside a regency of 400.000 figures: the sheet, the year's grid, one saved figure.

Run: ``python bench/pengukuran.py [--ulang 60]``. A unit gets a plan of 60 indicators on top of the
generated regency, all four quarters filled and open, in a copy of it that may be written to. Saves
really commit: the service alone, and one cell as the browser sends it. Pages are whole ones, by
Django's test client in this process. References: one bare UPDATE of one row, committed; the 404
page of the same person; the reads of a page without it.
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
SASARAN = {"lembar": 30.0, "kisi": 30.0, "simpan": 12.0}
KUERI_HALAMAN, KUERI_SIMPAN = 10, 15


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
    _jendela(dasar)
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


def _jendela(dasar: dict[str, Any]) -> None:
    """All four quarters are open at once, so that every cell of the grid is typed into."""
    from sakip.organisasi import selectors, services

    for n in (1, 2, 3, 4):
        services.atur_jadwal(
            **dasar,
            jenis="pengukuran",
            tahun=TAHUN,
            periode=selectors.periode(TAHUN, "triwulan", n),
            mulai=date(TAHUN, 10, 1),
            selesai=date(TAHUN, 11, 30),
            dasar="pengukuran kecepatan",
        )


def _simpan(dasar: dict[str, Any]) -> Callable[[], object]:
    from sakip.pengukuran.models import Realisasi
    from sakip.pengukuran.services import AlamatLembar, IsianSel, isi_realisasi

    versi: dict[int, int] = {}
    for triwulan in (1, 2, 4, 3):
        for kode in range(BANYAK):
            hasil = isi_realisasi(
                **dasar,
                alamat=AlamatLembar(UNIT, TAHUN, triwulan),
                indikator=f"ukur-{kode}",
                isian=IsianSel(teks=f"{20 + kode % 7}/30"),
                versi=0,
            )
            versi[kode] = hasil.realisasi.versi
    assert Realisasi.objects.filter(indikator__kode__startswith="ukur-").count() == 5 * BANYAK
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


def _simpan_http(klien: Any) -> Callable[[], object]:
    """One cell as the browser sends it: the row, read and answered with its new cell."""
    from sakip.pengukuran.models import Realisasi

    alamat = f"/kerja/99.01/{TAHUN}/{UNIT}/pengukuran/triwulan-3/isi/ukur-0/"
    putar = [0, Realisasi.objects.get(indikator__kode="ukur-0", periode__nomor=3,
                                      periode__jenis="triwulan").versi]  # fmt: skip

    def satu() -> None:
        putar[0] += 1
        isi = {
            "versi.ukur-0": str(putar[1]),
            "pembilang.ukur-0": str(1 + putar[0] % 29),
            "penyebut.ukur-0": str(31 + putar[0] % 5),
        }
        jawaban = klien.post(alamat, isi, headers={"HX-Request": "true"})
        assert jawaban.status_code == 200, jawaban.content
        putar[1] += 1

    return satu


def _halaman(
    klien: Any, akhir: str, penanda: bytes, banyak: int
) -> tuple[Callable[[], object], int]:
    alamat = f"/kerja/99.01/{TAHUN}/{UNIT}/pengukuran/{akhir}"
    jawaban = klien.get(alamat)
    assert jawaban.status_code == 200, jawaban.status_code
    assert jawaban.content.count(penanda) == banyak, jawaban.content.count(penanda)
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
        klien = pengunjung("ukur.penyusun")
        http, kueri_http = ukur(_simpan_http(klien), ulang)
        tiada, _k = ukur(lambda: klien.get(f"/kerja/99.01/{TAHUN}/tidak-ada/"), ulang)
        lembar, bita = _halaman(klien, "triwulan-3/", b" data-sel ", BANYAK)
        kisi, bita_kisi = _halaman(klien, "kisi/", b" data-sel ", 4 * BANYAK)
        grid, kueri_grid = ukur(lembar, ulang)
        setahun, kueri_kisi = ukur(kisi, ulang)
        baca, _kueri = ukur(_bacaan(dasar), ulang)
    batas = f"paling lama {SASARAN['simpan']:.0f} ms"
    print(
        f"simpan satu angka: layanan {simpan:.1f} ms, {kueri} kueri ({batas}, {KUERI_SIMPAN} "
        f"kueri); lewat HTTP {http:.1f} ms, {kueri_http} kueri; satu UPDATE polos {acuan:.1f} ms, "
        f"rasio {simpan / acuan:.1f} dan {http / acuan:.1f}"
    )
    for nama, ms, n, ukuran in (
        (f"lembar {BANYAK} indikator", grid, kueri_grid, bita),
        (f"kisi {BANYAK} indikator × 4", setahun, kueri_kisi, bita_kisi),
    ):
        print(
            f"{nama}: {ms:.1f} ms, {n} kueri, {ukuran // 1000} kB (paling lama "
            f"{SASARAN['kisi']:.0f} ms, {KUERI_HALAMAN} kueri); halaman 404 {tiada:.1f} ms, rasio "
            f"{ms / tiada:.1f}"
        )
    print(f"bacaan lembar saja: {baca:.1f} ms")
    lambat = grid > SASARAN["lembar"] or setahun > SASARAN["kisi"] or simpan > SASARAN["simpan"]
    boros = max(kueri_grid, kueri_kisi) > KUERI_HALAMAN or kueri > KUERI_SIMPAN
    if lambat or boros:
        raise SystemExit("melebihi batas")


if __name__ == "__main__":
    main()
