"""From an event to the last day of a duty, and how it was found (docs/algoritma/tenggat.md)."""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Dasar, Jejak, Langkah
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.regulasi import Kaidah, muat_regulasi
from sakip_rules.tenggat.kaidah import TENGGAT, KaidahTenggat, Lama, Satuan
from sakip_rules.tenggat.kalender import (
    AkhirPekan,
    BilaLibur,
    BilaTanggalTiada,
    geser_hari_libur,
    tambah_bulan,
    tambah_hari_kerja,
)


class PenyusunLaporan(StrEnum):
    """Who hands in a laporan kinerja; the time allowed depends on it."""

    PERANGKAT_DAERAH = "perangkat_daerah"
    PEMERINTAH_DAERAH = "pemerintah_daerah"
    KEMENTERIAN_LEMBAGA = "kementerian_lembaga"


@dataclass(frozen=True, slots=True)
class KebijakanTenggat:
    """What an instansi decided where the texts are silent; ``None`` is the national default.

    ``lama`` is accepted only by rules that are practice (``dapat_diganti``), never against a text.
    """

    bila_hari_libur: BilaLibur | None = None
    bila_tanggal_tiada: BilaTanggalTiada | None = None
    akhir_pekan: AkhirPekan | None = None
    lama: Lama | None = None


@dataclass(frozen=True, slots=True)
class Tenggat:
    """A deadline: ``tanggal`` counts, ``menurut_naskah`` is the date before days off were met.

    ``hari_kerja_terakhir`` is the last working day on or before ``tanggal``.
    """

    tanggal: date
    menurut_naskah: date
    hari_kerja_terakhir: date
    penerima: tuple[str, ...]
    dasar: tuple[Dasar, ...]
    jejak: Jejak


@dataclass(frozen=True, slots=True)
class _Libur:
    hari: AbstractSet[date]
    akhir_pekan: AbstractSet[int]

    def geser(self, tanggal: date, cara: BilaLibur) -> date:
        return geser_hari_libur(tanggal, cara, hari_libur=self.hari, akhir_pekan=self.akhir_pekan)


def tenggat(
    kaidah: str,
    jangkar: date,
    *,
    hari_libur: AbstractSet[date],
    kebijakan: KebijakanTenggat | None = None,
) -> Tenggat:
    """Compute the deadline of a rule from its anchor; the version in force on the anchor answers.

    Raises ``KaidahBelumBerlaku`` for an anchor that no version covers, ``MasukanSalah`` for a
    policy that contradicts a text.
    """
    aturan = muat_regulasi().kaidah(kaidah, jangkar, TENGGAT)
    pilihan = kebijakan or KebijakanTenggat()
    lama = _lama(aturan, pilihan)
    cara = _cara(aturan, pilihan)
    libur = _Libur(hari_libur, _akhir_pekan(pilihan, jangkar))
    naskah = _tambah(jangkar, lama, libur, _bila_tiada(pilihan, jangkar))
    tanggal = libur.geser(naskah, cara)
    terakhir = libur.geser(tanggal, BilaLibur.MAJU)
    return Tenggat(
        tanggal=tanggal,
        menurut_naskah=naskah,
        hari_kerja_terakhir=terakhir,
        penerima=aturan.isi.penerima,
        dasar=aturan.dasar,
        jejak=Jejak(
            kaidah=aturan.id,
            versi=aturan.versi,
            dasar=aturan.dasar,
            masukan=(
                (aturan.isi.jangkar.value, jangkar.isoformat()),
                ("lama", str(lama)),
                ("bila_hari_libur", cara.value),
                ("hari_libur_dikenal", str(sum(h.year == naskah.year for h in hari_libur))),
            ),
            langkah=_langkah(jangkar, lama, naskah, tanggal, terakhir),
            tafsir=aturan.tafsir,
        ),
    )


def tenggat_pk(
    dpa_disahkan: date,
    *,
    hari_libur: AbstractSet[date],
    kebijakan: KebijakanTenggat | None = None,
) -> Tenggat:
    """Last day of the perjanjian kinerja: one month after the DPA (PermenPANRB 53/2014, Lamp. I).

    Raises ``KaidahBelumBerlaku`` before 1 December 2014.
    """
    return tenggat(
        "tenggat.perjanjian_kinerja", dpa_disahkan, hari_libur=hari_libur, kebijakan=kebijakan
    )


def tenggat_lkjip(
    tahun: int,
    penyusun: PenyusunLaporan,
    *,
    hari_libur: AbstractSet[date],
    kebijakan: KebijakanTenggat | None = None,
) -> Tenggat:
    """Last day of the laporan kinerja on ``tahun``: two or three months after the budget year.

    Source: PermenPANRB 53/2014, Lampiran II huruf D. Raises ``KaidahBelumBerlaku`` for years whose
    31 December lies before the rule.
    """
    return tenggat(
        f"tenggat.laporan_kinerja.{penyusun.value}",
        date(tahun, 12, 31),
        hari_libur=hari_libur,
        kebijakan=kebijakan,
    )


def tenggat_perubahan_pk(
    dppa_disahkan: date,
    *,
    hari_libur: AbstractSet[date],
    kebijakan: KebijakanTenggat | None = None,
) -> Tenggat:
    """Last day to renew the PK after the DPPA: practice, the text names none (tafsir-0012)."""
    return tenggat(
        "tenggat.perubahan_perjanjian_kinerja",
        dppa_disahkan,
        hari_libur=hari_libur,
        kebijakan=kebijakan,
    )


def tenggat_tanggapan(
    naskah_diterima: date,
    *,
    hari_libur: AbstractSet[date],
    kebijakan: KebijakanTenggat | None = None,
) -> Tenggat:
    """Last day to answer provisional findings: practice (tafsir-0012)."""
    return tenggat(
        "tenggat.tanggapan_naskah_sementara",
        naskah_diterima,
        hari_libur=hari_libur,
        kebijakan=kebijakan,
    )


def tenggat_pengukuran(
    akhir_triwulan: date,
    *,
    hari_libur: AbstractSet[date],
    kebijakan: KebijakanTenggat | None = None,
) -> Tenggat:
    """Last day to enter the realisasi of a quarter: practice (tafsir-0012).

    ``akhir_triwulan`` is the last day of the quarter; another day raises ``MasukanSalah``.
    """
    esok = akhir_triwulan + timedelta(days=1)
    if esok.day != 1 or esok.month not in (1, 4, 7, 10):
        raise MasukanSalah(
            kalimat(
                "{tanggal} bukan hari terakhir sebuah triwulan.", tanggal=akhir_triwulan.isoformat()
            )
        )
    return tenggat(
        "tenggat.pengukuran_triwulan", akhir_triwulan, hari_libur=hari_libur, kebijakan=kebijakan
    )


def _lama(aturan: Kaidah[KaidahTenggat], pilihan: KebijakanTenggat) -> Lama:
    if pilihan.lama is None:
        return aturan.isi.lama
    if not aturan.isi.dapat_diganti:
        raise MasukanSalah(
            kalimat(
                "Lama tenggat {kaidah} ditetapkan peraturan ({lama}) dan tidak dapat diganti "
                "kebijakan instansi.",
                kaidah=aturan.id,
                lama=aturan.isi.lama,
            )
        )
    return pilihan.lama


def _cara(aturan: Kaidah[KaidahTenggat], pilihan: KebijakanTenggat) -> BilaLibur:
    tertulis = aturan.isi.bila_hari_libur
    diminta = pilihan.bila_hari_libur
    if tertulis is not None and diminta not in (None, tertulis):
        raise MasukanSalah(
            kalimat(
                "Tenggat {kaidah} pada hari libur sudah diatur ({cara}); kebijakan instansi "
                "tidak dapat mengubahnya.",
                kaidah=aturan.id,
                cara=tertulis.value,
            )
        )
    cara = diminta or tertulis or aturan.isi.bawaan_hari_libur
    if cara is None:  # the loader refuses a rule that says neither
        raise ValueError(f"kaidah {aturan.id} tidak menyebut bila_hari_libur")
    return cara


def _akhir_pekan(pilihan: KebijakanTenggat, pada: date) -> frozenset[int]:
    diminta = pilihan.akhir_pekan or AkhirPekan(_bawaan("tenggat.akhir_pekan", pada))
    return diminta.hari


def _bila_tiada(pilihan: KebijakanTenggat, pada: date) -> BilaTanggalTiada:
    return pilihan.bila_tanggal_tiada or BilaTanggalTiada(_bawaan("tenggat.tanggal_tiada", pada))


def _bawaan(sakelar: str, pada: date) -> str:
    return muat_regulasi().kaidah(sakelar, pada, SAKELAR).isi.bawaan


def _tambah(jangkar: date, lama: Lama, libur: _Libur, bila_tiada: BilaTanggalTiada) -> date:
    match lama.satuan:
        case Satuan.BULAN:
            return tambah_bulan(jangkar, lama.banyak, bila_tiada=bila_tiada)
        case Satuan.HARI:
            return jangkar + timedelta(days=lama.banyak)
        case Satuan.HARI_KERJA:
            return tambah_hari_kerja(
                jangkar, lama.banyak, hari_libur=libur.hari, akhir_pekan=libur.akhir_pekan
            )


def _langkah(
    jangkar: date, lama: Lama, naskah: date, tanggal: date, terakhir: date
) -> tuple[Langkah, ...]:
    uraian: list[Kalimat] = [
        kalimat(
            "{lama} setelah {jangkar} adalah {tanggal}.",
            lama=lama,
            jangkar=jangkar.isoformat(),
            tanggal=naskah.isoformat(),
        )
    ]
    if tanggal != naskah:
        uraian.append(
            kalimat(
                "{naskah} bukan hari kerja; tenggat bergeser ke {tanggal}.",
                naskah=naskah.isoformat(),
                tanggal=tanggal.isoformat(),
            )
        )
    elif terakhir != tanggal:
        uraian.append(
            kalimat(
                "{tanggal} bukan hari kerja dan tenggat tidak bergeser; hari kerja terakhir "
                "sebelumnya {terakhir}.",
                tanggal=tanggal.isoformat(),
                terakhir=terakhir.isoformat(),
            )
        )
    return tuple(Langkah(satu) for satu in uraian)
