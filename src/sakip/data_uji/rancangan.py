"""How much is generated, and which units there are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from sakip.bersama.jam import WIB
from sakip.organisasi.models import JenisUnit, Sifat
from sakip.organisasi.services import UnitBaru

KODE = "99.01"
SLUG = "kabupaten-uji"
NAMA = "Kabupaten Uji (contoh)"
BENIH = 2014
# The set lives on a day of its own, so that it is the same whenever it is made.
SAAT = datetime(2026, 11, 24, 8, 0, tzinfo=WIB)
BERDIRI = date(2016, 1, 1)
SUMBER = "Data uji, dibangkitkan program (contoh)"


@dataclass(frozen=True, slots=True)
class Skala:
    """Units with figures (the pemda itself is the first); over all of them nodes and indicators.

    Years are those of the figures and of the plans.
    """

    nama: str
    unit: int
    simpul: int
    indikator: int
    tahun: tuple[int, ...]

    @property
    def realisasi(self) -> int:
        """Four quarters a year."""
        return self.indikator * len(self.tahun) * 4

    def indikator_unit(self, urutan: int) -> int:
        """How many indicators the n-th unit has: an even share, the first units one more."""
        return _bagian(self.indikator, self.unit, urutan)

    def simpul_unit(self, urutan: int) -> int:
        """How many nodes the n-th unit's tree has."""
        return _bagian(self.simpul, self.unit, urutan)


def _bagian(semua: int, unit: int, urutan: int) -> int:
    bagian, sisa = divmod(semua, unit)
    return bagian + (1 if urutan < sisa else 0)


SKALA = {
    s.nama: s
    for s in (
        Skala("kecil", unit=4, simpul=40, indikator=30, tahun=(2025, 2026)),
        Skala(
            "kabupaten",
            unit=60,
            simpul=12_000,
            indikator=20_000,
            tahun=(2022, 2023, 2024, 2025, 2026),
        ),
    )
}

_DINAS = (
    "Pendidikan",
    "Kesehatan",
    "Pekerjaan Umum",
    "Perumahan Rakyat",
    "Sosial",
    "Tenaga Kerja",
    "Pemberdayaan Perempuan",
    "Ketahanan Pangan",
    "Lingkungan Hidup",
    "Kependudukan",
    "Pemberdayaan Masyarakat",
    "Perhubungan",
    "Komunikasi dan Informatika",
    "Koperasi dan UMKM",
    "Penanaman Modal",
    "Pemuda dan Olahraga",
    "Perpustakaan",
    "Perikanan",
    "Pariwisata",
    "Pertanian",
    "Perindustrian",
    "Pemadam Kebakaran",
)
_BADAN = ("Perencanaan", "Keuangan", "Pendapatan", "Kepegawaian", "Penanggulangan Bencana")
_JENIS = (
    (JenisUnit.SETDA, "Sekretariat Daerah"),
    (JenisUnit.SETWAN, "Sekretariat DPRD"),
    (JenisUnit.INSPEKTORAT, "Inspektorat"),
    (JenisUnit.KECAMATAN, "Kecamatan Uji 01"),
    *((JenisUnit.DINAS, f"Dinas {nama}") for nama in _DINAS),
    *((JenisUnit.BADAN, f"Badan {nama}") for nama in _BADAN),
    (JenisUnit.RSUD, "RSUD"),
    *((JenisUnit.KECAMATAN, f"Kecamatan Uji {n:02d}") for n in range(2, 29)),
)


def daftar_unit(skala: Skala) -> list[UnitBaru]:
    """The units of this size, the pemda first; every name says that it is invented."""
    return list(_unit(skala))


def _unit(skala: Skala) -> Iterator[UnitBaru]:
    yield UnitBaru(
        kode=KODE,
        slug="pemda",
        nama=NAMA,
        jenis=JenisUnit.PEMDA,
        induk=None,
        mulai=BERDIRI,
        sumber=SUMBER,
        sifat=Sifat.CONTOH,
    )
    for n, (jenis, nama) in enumerate(_JENIS[: skala.unit - 1], 1):
        yield UnitBaru(
            kode=f"{KODE}.{n:02d}",
            slug=nama.lower().replace(" ", "-"),
            nama=f"{nama} (contoh)",
            jenis=jenis,
            induk="pemda",
            mulai=BERDIRI,
            jumlah_desa=8 + n % 9 if jenis == JenisUnit.KECAMATAN else None,
            sumber=SUMBER,
            sifat=Sifat.CONTOH,
        )
