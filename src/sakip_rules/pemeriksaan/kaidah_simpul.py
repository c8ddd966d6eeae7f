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
    Jawaban,
    KaidahPohon,
    Keparahan,
    SimpulDiperiksa,
)
from sakip_rules.pemeriksaan.jenjang import BERANGGARAN, HASIL, induk_sah, sebut_jenjang
from sakip_rules.pemeriksaan.kata_kinerja import kata_kegiatan


def _lompat(bahan: BahanPohon) -> Jawaban:
    for s in bahan.simpul:
        yield s.kode, None if induk_sah(s.jenis, s.jenis_induk) else _kalimat_lompat(s)


def _kalimat_lompat(s: SimpulDiperiksa) -> Kalimat:
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


def _sasaran_berindikator(bahan: BahanPohon) -> Jawaban:
    for s in bahan.simpul:
        if s.jenis == "sasaran":
            yield (
                s.kode,
                None
                if s.kode in bahan.berindikator
                else kalimat("Sasaran “{uraian}” belum mempunyai indikator.", uraian=s.uraian),
            )


def _sasaran_digerakkan(bahan: BahanPohon) -> Jawaban:
    """Only where the document goes down to programmes: a plan of the region ends above them."""
    if not any(s.jenis in BERANGGARAN for s in bahan.simpul):
        return
    for s in bahan.simpul:
        if s.jenis == "sasaran":
            yield (
                s.kode,
                None
                if s.kode in bahan.berinduk
                else kalimat("Sasaran “{uraian}” tidak digerakkan program.", uraian=s.uraian),
            )


def _berdukungan(bahan: BahanPohon) -> Jawaban:
    """What spends at the end of a branch; a program with sub-kegiatan is judged by these."""
    for s in bahan.simpul:
        if s.jenis in BERANGGARAN and s.kode not in bahan.berinduk:
            lepas = not s.mendukung and s.kode not in bahan.berindikator
            yield (
                s.kode,
                kalimat(
                    "{kode} {uraian} tidak mendukung satu indikator pun.",
                    kode=s.kode,
                    uraian=s.uraian,
                )
                if lepas
                else None,
            )


def _sasaran_berupa_hasil(bahan: BahanPohon) -> Jawaban:
    for s in bahan.simpul:
        if s.jenis in HASIL:
            kata = kata_kegiatan(s.uraian)
            yield (
                s.kode,
                kalimat(
                    "“{uraian}” diawali “{kata}”: itu kegiatan, bukan keadaan yang dihasilkan.",
                    uraian=s.uraian,
                    kata=kata,
                )
                if kata
                else None,
            )


KAIDAH_SIMPUL: Final = (
    KaidahPohon(
        "lompat_jenjang",
        Keparahan.WAJIB,
        kalimat("Tiap simpul berada tepat di bawah jenjang di atasnya"),
        kalimat("Pindahkan simpul itu ke induk yang benar, atau tambahkan jenjang di antaranya."),
        NASKAH,
        _lompat,
    ),
    KaidahPohon(
        "sasaran_tanpa_indikator",
        Keparahan.WAJIB,
        kalimat("Tiap sasaran mempunyai indikator"),
        kalimat("Tambahkan indikator yang menunjukkan bahwa sasaran itu tercapai."),
        NASKAH,
        _sasaran_berindikator,
    ),
    KaidahPohon(
        "sasaran_tanpa_program",
        Keparahan.PERHATIAN,
        kalimat("Tiap sasaran digerakkan sesuatu di bawahnya"),
        kalimat("Letakkan program di bawahnya, atau tanyakan apakah sasaran itu milik unit ini."),
        NASKAH,
        _sasaran_digerakkan,
    ),
    KaidahPohon(
        "tanpa_dukungan",
        Keparahan.PERHATIAN,
        kalimat("Tiap yang dianggarkan mendukung sebuah indikator"),
        kalimat("Sebut indikator yang digerakkannya, atau katakan mengapa ia tetap perlu."),
        NASKAH,
        _berdukungan,
    ),
    KaidahPohon(
        "kata_kegiatan",
        Keparahan.PERHATIAN,
        kalimat("Tujuan dan sasaran menyebut keadaan, bukan kegiatan"),
        kalimat("Tulis apa yang berubah bagi orang: “Meningkatnya …”, “Menurunnya …”."),
        BACAAN,
        _sasaran_berupa_hasil,
    ),
)
