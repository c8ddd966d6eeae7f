"""``sakip hitung capaian``: the capaian of every row of a CSV file, without a database.

The file is read twice: once to see that it can be read at all and in which number format it is
written, once to compute. So nothing is written of a file that breaks off in its middle.
"""

import csv
import sys
from collections.abc import Iterator
from datetime import MAXYEAR, date
from decimal import Decimal
from io import TextIOWrapper
from typing import Final

from sakip.config.pesan import _
from sakip.perintah.bahasa import terjemah
from sakip.perintah.berkas_csv import BerkasCsv, BerkasTidakTerbaca, buka_csv
from sakip.perintah.format_berkas import FormatBerkas, kenali_format_berkas
from sakip.perintah.pengurai import Pengurai
from sakip_rules.angka import FormatAngka, baca_angka
from sakip_rules.capaian import (
    Alasan,
    KaidahCapaian,
    Kebijakan,
    Pembulatan,
    bulatkan,
    daftar_skala,
    kaidah_capaian,
    perhitungan,
    sebut_alasan,
)
from sakip_rules.capaian.bacaan import ARAH_MENURUT_TEKS, PembacaNilai, baca_arah
from sakip_rules.galat import GalatKaidah, MasukanSalah
from sakip_rules.kalimat import kalimat

KOLOM: Final = ("indikator", "satuan", "arah", "target", "realisasi")
KOLOM_BARU: Final = ("status", "capaian", "keterangan")
GALAT: Final = "galat"
ENAM_DESIMAL: Final = Pembulatan(6)

_BANTUAN: Final = """\
Kolom wajib: indikator, satuan, arah, target, realisasi; kolom lain ikut apa adanya.
  arah    naik_baik, turun_baik, stabil, rentang (targetnya 80..90)
  nilai   angka (85,5), persen (85,5%), rasio (11/14), predikat (WTP, BB, Tercapai), ya/tidak
  target "-" berarti tidak dinilai; realisasi kosong berarti belum diisi
Keluaran: baris yang sama ditambah status, capaian (enam desimal), keterangan.
Format angka dikenali dari seluruh berkas; tanpa petunjuk dipakai id ("1.234" = 1234).

Kode keluar: 0 tidak ada galat; 1 ada baris galat; 2 berkas atau pilihan tidak terbaca.

Contoh:
  sakip hitung capaian iku-2026.csv --batas-atas 120 > hasil.csv
"""


def capaian(argv: list[str]) -> int:
    """Run ``sakip hitung capaian``; gives the exit code."""
    pilihan = _pengurai().parse_args(argv)
    try:
        pada = _tanggal(pilihan.tahun)
        kaidah = kaidah_capaian(pada, _kebijakan(pilihan.batas_atas))
        with buka_csv(pilihan.berkas, KOLOM) as berkas:
            format = kenali_format_berkas(berkas)
            if pilihan.format_angka is not None:
                format = FormatBerkas(FormatAngka(pilihan.format_angka))
            return _tulis(berkas, _Penghitung(berkas, format, kaidah, pada), format)
    except (BerkasTidakTerbaca, GalatKaidah) as galat:
        pesan = terjemah(galat.kalimat) if isinstance(galat, GalatKaidah) else str(galat)
        print(f"sakip hitung capaian: {pesan}", file=sys.stderr)
        return 2


def _pengurai() -> Pengurai:
    pengurai = Pengurai(
        "sakip hitung capaian", uraian="Hitung capaian tiap baris berkas CSV.", contoh=_BANTUAN
    )
    pengurai.add_argument("berkas", metavar="BERKAS.csv", help="berkas CSV UTF-8, atau - (pipa)")
    pengurai.add_argument(
        "--batas-atas", metavar="N|tanpa", help="batas atas capaian: 100, 110, 120, atau tanpa"
    )
    pengurai.add_argument(
        "--format-angka",
        choices=[f.value for f in FormatAngka],
        help="id 1.234,56 atau en 1,234.56",
    )
    pengurai.add_argument(
        "--tahun",
        type=int,
        metavar="T",
        help="tahun kinerja: kaidah per 31 Desember (bila tidak disebut: hari ini)",
    )
    return pengurai


def _tanggal(tahun: int | None) -> date:
    if tahun is None:
        return date.today()  # noqa: DTZ011 - a rule changes with the calendar, not with a zone
    if not 1 <= tahun <= MAXYEAR:
        raise MasukanSalah(kalimat("Tahun {tahun} tidak ada di kalender.", tahun=tahun))
    return date(tahun, 12, 31)


def _kebijakan(batas_atas: str | None) -> Kebijakan:
    if batas_atas is None:
        return Kebijakan()
    if batas_atas == "tanpa":
        return Kebijakan(batas_atas="tanpa")
    return Kebijakan(batas_atas=baca_angka(batas_atas, FormatAngka.ID))


class _Penghitung:
    """Turns rows into rows with three columns more, and counts the faulty ones."""

    def __init__(
        self, berkas: BerkasCsv, format: FormatBerkas, kaidah: KaidahCapaian, pada: date
    ) -> None:
        self._berkas = berkas
        self._desimal = "," if format.angka is FormatAngka.ID else "."
        self._pembaca = PembacaNilai(
            format.angka, daftar_skala(pada), tolak_ganda=format.peringatan is not None
        )
        self._kaidah = kaidah
        self._kata: dict[tuple[Alasan, ...], str] = {(): ""}
        self.banyak = 0
        self.galat = 0

    def baris(self) -> Iterator[list[str]]:
        """Compute row by row; blank lines are left out."""
        lebar = len(self._berkas.kepala)
        satuan, arah, target, realisasi = (self._berkas.kolom[k] for k in KOLOM[1:])
        pasangan, kaidah = self._pembaca.pasangan, self._kaidah
        for isi in self._berkas.pembaca():
            try:
                if len(isi) != lebar:
                    raise _salah_lebar(isi, lebar)
                t, r, dinilai = pasangan(isi[target], isi[realisasi], isi[satuan])
                ke = ARAH_MENURUT_TEKS.get(isi[arah]) or baca_arah(isi[arah])
                hasil = perhitungan(t, r, ke, kaidah, dinilai=dinilai)
            except MasukanSalah as salah:
                if any(sel.strip() for sel in isi):
                    self.galat += 1
                    self.banyak += 1
                    kosong = [""] * (lebar - len(isi))
                    yield [*isi[:lebar], *kosong, GALAT, "", str(salah)]
                continue
            self.banyak += 1
            angka = "" if hasil.nilai is None else self._angka(hasil.nilai)
            kata = self._kata.get(hasil.alasan)
            yield [*isi, hasil.status, angka, self._sebut(hasil.alasan) if kata is None else kata]

    def _angka(self, nilai: Decimal) -> str:
        # With six decimals ``str`` never falls into an exponent; only a minus zero needs care.
        teks = str(bulatkan(nilai, ENAM_DESIMAL)).replace(".", self._desimal)
        return teks if teks[:2] != "-0" or teks.strip("-0,.") else teks[1:]

    def _sebut(self, alasan: tuple[Alasan, ...]) -> str:
        if alasan not in self._kata:
            self._kata[alasan] = " ".join(str(sebut_alasan(a, self._kaidah)) for a in alasan)
        return self._kata[alasan]


def _salah_lebar(isi: list[str], lebar: int) -> MasukanSalah:
    return MasukanSalah(
        kalimat(
            "Baris ini berisi {ada} kolom, kepala berkas {lebar}; periksa pemisah dan tanda kutip.",
            ada=len(isi),
            lebar=lebar,
        )
    )


def _tulis(berkas: BerkasCsv, penghitung: _Penghitung, format: FormatBerkas) -> int:
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="")
    ganda = [k for k in KOLOM_BARU if k in berkas.kolom]
    if ganda:
        print(
            "sakip hitung capaian:",
            _(
                "kolom {kolom} sudah ada dan ikut apa adanya; hasil hitungan ada di tiga kolom "
                "paling kanan."
            ).format(kolom=", ".join(ganda)),
            file=sys.stderr,
        )
    penulis = csv.writer(sys.stdout, delimiter=berkas.pemisah, lineterminator="\n")
    penulis.writerow([*berkas.kepala, *KOLOM_BARU])
    penulis.writerows(penghitung.baris())
    sys.stdout.flush()
    if format.peringatan is not None:
        print(f"sakip hitung capaian: {format.peringatan}", file=sys.stderr)
    if penghitung.galat == 0:
        return 0
    print(
        "sakip hitung capaian:",
        _("{galat} dari {banyak} baris galat; sebabnya ada di kolom keterangan.").format(
            galat=penghitung.galat, banyak=penghitung.banyak
        ),
        file=sys.stderr,
    )
    return 1
