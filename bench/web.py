"""Speed of the staff pages on a whole regency, by the real server on an embedded database.

Run: ``python bench/web.py [--detik 5] [--port 8790]``. Granian with two workers, 8 visitors, all on
this machine: client, server and database share its cores. ``dingin`` is the first visit after a
change of the data, ``hangat`` any later one; queries are counted in this process.

The reference beside each figure is a CodeIgniter e-SAKIP, measured on two cores as well.
"""

import argparse
import sys
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from http.cookiejar import CookieJar

from pemasangan import django_siap, kabupaten, mesin
from pemasangan.beban import ALAMAT, Beban, Ukuran
from pemasangan.server import server
from pemasangan.ukur import kueri, pengunjung

from sakip.config.contoh import SANDI_CONTOH
from sakip.config.instalasi import Instalasi

KLIEN = 8
TAHUN = 2025
PEMDA = "/kerja/99.01/"
AKUN = "uji.organisasi"


@dataclass(frozen=True, slots=True)
class Halaman:
    """A kind of page: its addresses, what is asked of it, and the reference."""

    judul: str
    alamat: tuple[str, ...]
    target_laju: int | None
    acuan: str


def _daftar_halaman(unit: Sequence[str]) -> list[Halaman]:
    tahun = f"{PEMDA}{TAHUN}/"
    tabel = f"{tahun}tabel/"
    saringan = (
        "",
        "?hal=2",
        "?hal=200",
        "?urut=-capaian",
        "?urut=capaian&hal=3",
        "?urut=indikator",
        "?status=belum_diisi",
        "?kategori=rendah&urut=-capaian",
        f"?unit={unit[5]}",
        "?cari=layanan+dasar",
        "?cari=jalan&urut=-capaian&hal=2",
        "?periode=tw2",
    )
    return [
        Halaman(
            "halaman unit (333 indikator)",
            tuple(f"{tahun}{slug}/" for slug in unit),
            150,
            "17 ms, 123/s",
        ),
        Halaman("ikhtisar pemda (60 unit)", (tahun,), 200, "41 ms, 53/s"),
        Halaman(
            "tabel se-kabupaten (20.000 baris)",
            tuple(tabel + s for s in saringan),
            200,
            "93 ms, 19/s, 8,5 MB",
        ),
        Halaman("Beranda", (PEMDA,), None, "–"),
        Halaman(
            "papan pengukuran (60 unit)",
            tuple(
                f"{PEMDA}2026/papan/pengukuran/{s}"
                for s in ("", "?triwulan=3&keadaan=belum", "?telat=1", "?urut=-terlambat")
            ),
            200,
            "19/s",
        ),
        Halaman("papan enam stasiun (60 unit)", (f"{PEMDA}2026/papan/",), None, "–"),
        Halaman(
            "ringkasan pimpinan (60 unit)",
            (f"{tahun}pimpinan/", f"{tahun}pimpinan/?petak=keadaan"),
            200,
            "53/s",
        ),
    ]


def _masuk(port: int) -> str:
    """Sign in as a person would; the cookies to send along."""
    toples = CookieJar()
    buka = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(toples))
    asal = f"http://{ALAMAT}:{port}"
    buka.open(asal + _alamat_masuk()).read()
    token = next(k.value for k in toples if k.name == "csrftoken")
    isian = {"login": AKUN, "password": SANDI_CONTOH, "csrfmiddlewaretoken": token}
    buka.open(
        urllib.request.Request(  # noqa: S310 - our own address
            asal + _alamat_masuk(),
            urllib.parse.urlencode(isian).encode(),
            {"Referer": asal + _alamat_masuk()},
        )
    ).read()
    kuki = {k.name: k.value for k in toples}
    if "sessionid" not in kuki:
        raise SystemExit("Tidak dapat masuk.")
    return "; ".join(f"{nama}={nilai}" for nama, nilai in kuki.items())


def _alamat_masuk() -> str:
    from django.urls import reverse

    return reverse("account_login")


def _unit() -> list[str]:
    from sakip.organisasi.models import UnitKerja

    return list(
        UnitKerja.objects.filter(instansi__kode="99.01")
        .order_by("id")
        .values_list("slug", flat=True)
    )


def _hitung_kueri(alamat: str) -> tuple[int, int]:
    """Queries of a page, cold and warm, counted in this process."""
    from sakip.web.pecahan import TEMBOLOK

    klien = pengunjung(AKUN)
    klien.get(alamat)
    TEMBOLOK.kosongkan()
    hasil = []
    for _ in range(2):
        with kueri() as satu:
            jawaban = klien.get(alamat)
        assert jawaban.status_code == 200, jawaban.status_code
        hasil.append(satu.banyak)
    return hasil[0], hasil[1]


def _data_berubah(satu: Instalasi) -> Callable[[], None]:
    """What an approval does to fragments: every counter of data grows."""

    def ubah() -> None:
        with satu.sasaran.pemilik.hubungkan() as pemilik:
            pemilik.execute("UPDATE organisasi_versidata SET nomor = nomor + 1")
            pemilik.execute("UPDATE pengukuran_versisah SET nomor = nomor + 1")

    return ubah


def _dingin(beban: Beban, h: Halaman, ubah: Callable[[], None]) -> Ukuran:
    """Each answer is the first after a change of the data."""
    semua = Ukuran()
    for n in range(24):
        ubah()
        satu = beban.jalankan([h.alamat[n % len(h.alamat)]], klien=1, detik=9, paling_banyak=1)
        semua.detik += satu.detik
        semua.gagal += satu.gagal
    return semua


def _ukur(
    beban: Beban, tanpa_mampat: Beban, h: Halaman, detik: float, ubah: Callable[[], None]
) -> None:
    banyak = _hitung_kueri(h.alamat[0])
    dingin = _dingin(beban, h, ubah)
    beban.jalankan(h.alamat, klien=KLIEN, detik=60, paling_banyak=4 * len(h.alamat) + 16)
    hangat = beban.jalankan(h.alamat, klien=1, detik=detik / 2)
    ramai = beban.jalankan(h.alamat, klien=KLIEN, detik=detik)
    polos = tanpa_mampat.jalankan(h.alamat[:1], klien=1, detik=9, paling_banyak=1)
    sasaran = "" if h.target_laju is None else f" (sasaran ≥ {h.target_laju})"
    baris = {
        "waktu server hangat": f"tengah {hangat.tengah:6.1f} ms   p95 {hangat.p95:6.1f} ms",
        "waktu server dingin": f"tengah {dingin.tengah:6.1f} ms   p95 {dingin.p95:6.1f} ms",
        f"{KLIEN} pengunjung": f"{ramai.laju:.0f} permintaan/s{sasaran}, p95 {ramai.p95:.0f} ms",
        "kueri": f"{banyak[1]} hangat, {banyak[0]} dingin",
        "bobot": f"{ramai.bita / 1000:.0f} kB terkirim, {polos.bita / 1000:.0f} kB isi",
        "acuan CodeIgniter": h.acuan,
    }
    if gagal := hangat.gagal + dingin.gagal + ramai.gagal:
        baris["GAGAL"] = f"{gagal} jawaban bukan 200"
    print(f"\n{h.judul}, {len(h.alamat)} alamat")
    for nama, isi in baris.items():
        print(f"  {nama:<22}{isi}", flush=True)


def main() -> None:
    """Print the figures."""
    pengurai = argparse.ArgumentParser(description=__doc__)
    pengurai.add_argument("--detik", type=float, default=5.0)
    pengurai.add_argument("--port", type=int, default=8790)
    pengurai.add_argument("--halaman", default="", help="hanya yang judulnya memuat kata ini")
    pilihan = pengurai.parse_args()
    with kabupaten() as satu:
        django_siap()
        print(mesin())
        with server(satu, pilihan.port):
            kuki = _masuk(pilihan.port)
            beban = Beban(pilihan.port, kuki, "Accept-Encoding: gzip\r\n")
            tanpa_mampat = Beban(pilihan.port, kuki)
            ubah = _data_berubah(satu)
            for h in _daftar_halaman(_unit()):
                if pilihan.halaman in h.judul:
                    _ukur(beban, tanpa_mampat, h, pilihan.detik, ubah)


if __name__ == "__main__":
    sys.exit(main())
