"""The rules about nodes of a plan: what each looks at, what it says, how that is mended.

Levels and causes: PermenPANRB 89/2021; nomenclature of the budget below sasaran. What the law
leaves open (words, weights, how heavy) is ``docs/tafsir/tafsir-0016.md``.
"""

from typing import Final

from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pemeriksaan.bahan_pohon import (
    BACAAN,
    NASKAH,
    BahanPohon,
    KaidahPohon,
    Keparahan,
    SimpulDiperiksa,
)
from sakip_rules.pemeriksaan.jenjang import BERANGGARAN, HASIL, induk_sah, sebut_jenjang
from sakip_rules.pemeriksaan.kata_kinerja import kata_kegiatan

S = SimpulDiperiksa


def _lompat(_bahan: BahanPohon, s: S) -> Kalimat | None:
    if induk_sah(s.jenis, s.jenis_induk):
        return None
    if s.jenis_induk is None:
        return kalimat(
            "“{uraian}” ({jenis}) tidak berinduk.", uraian=s.uraian, jenis=sebut_jenjang(s.jenis)
        )
    return kalimat(
        "“{uraian}” ({jenis}) berada langsung di bawah {induk}: ada jenjang yang terlompati.",
        uraian=s.uraian,
        jenis=sebut_jenjang(s.jenis),
        induk=sebut_jenjang(s.jenis_induk),
    )


def _sasaran(_bahan: BahanPohon, s: S) -> bool:
    return s.jenis == "sasaran"


def _tanpa_indikator(bahan: BahanPohon, s: S) -> Kalimat | None:
    if s.kode in bahan.berindikator:
        return None
    return kalimat("Sasaran “{uraian}” belum mempunyai indikator.", uraian=s.uraian)


def _sasaran_berprogram(bahan: BahanPohon, s: S) -> bool:
    """Only where the document goes down to programmes: a plan of the region ends above them."""
    return _sasaran(bahan, s) and bahan.berprogram


def _tanpa_program(bahan: BahanPohon, s: S) -> Kalimat | None:
    if s.kode in bahan.berinduk:
        return None
    return kalimat("Sasaran “{uraian}” tidak digerakkan program.", uraian=s.uraian)


def _ujung_beranggaran(bahan: BahanPohon, s: S) -> bool:
    """What spends at the end of a branch; a program with sub-kegiatan is judged by these."""
    return s.jenis in BERANGGARAN and s.kode not in bahan.berinduk


def _tanpa_dukungan(bahan: BahanPohon, s: S) -> Kalimat | None:
    if s.mendukung or s.kode in bahan.berindikator:
        return None
    return kalimat(
        "{kode} {uraian} tidak mendukung satu indikator pun.", kode=s.kode, uraian=s.uraian
    )


def _hasil(_bahan: BahanPohon, s: S) -> bool:
    return s.jenis in HASIL


def _menyebut_kegiatan(_bahan: BahanPohon, s: S) -> Kalimat | None:
    kata = kata_kegiatan(s.uraian)
    if kata is None:
        return None
    return kalimat(
        "“{uraian}” diawali “{kata}”: itu kegiatan, bukan keadaan yang dihasilkan.",
        uraian=s.uraian,
        kata=kata,
    )


def _bermitra(_bahan: BahanPohon, s: S) -> bool:
    """What other units or outside parties were asked to carry a part of."""
    return s.usulan_lintas > 0


def _tanpa_jawaban(_bahan: BahanPohon, s: S) -> Kalimat | None:
    if s.lintas_terlambat:
        return kalimat(
            "“{uraian}” menunggu jawaban mitra yang sudah lewat tenggat ({banyak}).",
            uraian=s.uraian,
            banyak=s.lintas_terlambat,
        )
    if s.lintas_ditolak:
        return kalimat("“{uraian}”: permintaan ditolak dan belum ada mitra lain.", uraian=s.uraian)
    return None


KAIDAH_SIMPUL: Final[tuple[KaidahPohon[S], ...]] = (
    KaidahPohon(
        kode="lompat_jenjang",
        keparahan=Keparahan.WAJIB,
        judul=kalimat("Tiap simpul berada tepat di bawah jenjang di atasnya"),
        lencana=kalimat("lompat jenjang"),
        perbaikan=kalimat(
            "Pindahkan simpul itu ke induk yang benar, atau tambahkan jenjang di antaranya."
        ),
        dasar=NASKAH,
        gagal=_lompat,
    ),
    KaidahPohon(
        kode="sasaran_tanpa_indikator",
        keparahan=Keparahan.WAJIB,
        judul=kalimat("Tiap sasaran mempunyai indikator"),
        lencana=kalimat("tanpa indikator"),
        perbaikan=kalimat("Tambahkan indikator yang menunjukkan bahwa sasaran itu tercapai."),
        dasar=NASKAH,
        gagal=_tanpa_indikator,
        berlaku=_sasaran,
    ),
    KaidahPohon(
        kode="sasaran_tanpa_program",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Tiap sasaran digerakkan sesuatu di bawahnya"),
        lencana=kalimat("tanpa program"),
        perbaikan=kalimat(
            "Letakkan program di bawahnya, atau tanyakan apakah sasaran itu milik unit ini."
        ),
        dasar=NASKAH,
        gagal=_tanpa_program,
        berlaku=_sasaran_berprogram,
    ),
    KaidahPohon(
        kode="tanpa_dukungan",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Tiap yang dianggarkan mendukung sebuah indikator"),
        lencana=kalimat("tidak mendukung indikator"),
        perbaikan=kalimat(
            "Sebut indikator yang digerakkannya, atau katakan mengapa ia tetap perlu."
        ),
        dasar=NASKAH,
        gagal=_tanpa_dukungan,
        berlaku=_ujung_beranggaran,
    ),
    KaidahPohon(
        kode="crosscutting_tanpa_jawaban",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Permintaan lintas unit dijawab, dan yang ditolak mendapat mitra lain"),
        lencana=kalimat("menunggu mitra"),
        perbaikan=kalimat(
            "Tagih jawabannya, minta mitra lain, atau tarik permintaan itu dengan alasannya."
        ),
        dasar=BACAAN,
        gagal=_tanpa_jawaban,
        berlaku=_bermitra,
    ),
    KaidahPohon(
        kode="kata_kegiatan",
        keparahan=Keparahan.PERHATIAN,
        judul=kalimat("Tujuan dan sasaran menyebut keadaan, bukan kegiatan"),
        lencana=kalimat("menyebut kegiatan"),
        perbaikan=kalimat("Tulis apa yang berubah bagi orang: “Meningkatnya …”, “Menurunnya …”."),
        dasar=BACAAN,
        gagal=_menyebut_kegiatan,
        berlaku=_hasil,
        kata=True,
    ),
)
