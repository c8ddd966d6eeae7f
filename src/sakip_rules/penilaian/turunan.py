"""From fulfilled criteria to the answer of a sub-komponen (88/2021).

Below 100 per cent the share decides (B, CC, C, D, E). At 100 per cent nothing can be counted any
more: whether it is BB, A or AA is the evaluator's explicit statement, with evidence (tafsir-0102).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Jejak, Langkah
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pecahan import bulatkan
from sakip_rules.penilaian.jejak import ringkas
from sakip_rules.penilaian.lembar import AmbangJawaban, Lembar, Rumus, SubKomponen

SERATUS = Fraction(100)


@dataclass(frozen=True, slots=True)
class Turunan:
    """The answer that the criteria give. ``jawaban`` is ``None`` exactly when a statement is due.

    ``pilihan``: the answers that are open (one below 100 per cent, three at 100).
    ``persen``: share of fulfilled criteria, exact.
    """

    sub: str
    terpenuhi: int
    jumlah: int
    persen: Fraction
    jawaban: str | None
    pilihan: tuple[str, ...]
    jejak: Jejak


def jawaban_dari_kriteria(
    lembar: Lembar, sub: str, terpenuhi: Mapping[str, bool], *, pernyataan: str | None = None
) -> Turunan:
    """Derive the answer of ``sub`` from its criteria; ``terpenuhi`` holds each applying criterion.

    Criteria that a juknis excludes are not asked and not counted (give the sheet of
    ``terapkan_juknis``). ``pernyataan`` (AA, A or BB) is accepted only when all are fulfilled.
    Raises ``MasukanSalah`` for missing or unknown criteria, for a statement below 100 per cent, and
    for a sheet whose answers are not derived. Source: 88/2021, skala jawaban.
    """
    susunan = lembar.sub(sub)
    if not lembar.ambang or susunan.rumus is not Rumus.SATU_JAWABAN:
        raise MasukanSalah(
            kalimat(
                "{judul}: jawaban {sub} tidak diturunkan dari kriteria.",
                judul=lembar.judul,
                sub=sub,
            )
        )
    _periksa_kriteria(susunan, terpenuhi)
    banyak = sum(1 for nilai in terpenuhi.values() if nilai)
    persen = SERATUS * banyak / len(susunan.butir)
    terbuka = [satu for satu in lembar.ambang if satu.kelas.memuat(persen)]
    jawaban = _putuskan(sub, persen, terbuka, pernyataan)
    return Turunan(
        sub=sub,
        terpenuhi=banyak,
        jumlah=len(susunan.butir),
        persen=persen,
        jawaban=jawaban,
        pilihan=tuple(satu.kelas.kode for satu in terbuka),
        jejak=_jejak(lembar, susunan, terpenuhi, persen, jawaban),
    )


def _periksa_kriteria(sub: SubKomponen, terpenuhi: Mapping[str, bool]) -> None:
    ada = [butir.kode for butir in sub.butir]
    asing = sorted(set(terpenuhi) - set(ada))
    hilang = [kode for kode in ada if kode not in terpenuhi]
    if asing:
        raise MasukanSalah(
            kalimat("Bukan kriteria {sub}: {kode}.", sub=sub.kode, kode=", ".join(asing))
        )
    if hilang:
        raise MasukanSalah(
            kalimat("Kriteria {sub} belum dijawab: {kode}.", sub=sub.kode, kode=", ".join(hilang))
        )


def _putuskan(
    sub: str, persen: Fraction, terbuka: list[AmbangJawaban], pernyataan: str | None
) -> str | None:
    dinyatakan = [satu.kelas.kode for satu in terbuka if satu.pernyataan]
    if pernyataan is None:
        return None if dinyatakan else terbuka[0].kelas.kode
    if pernyataan in dinyatakan:
        return pernyataan
    if dinyatakan:
        raise MasukanSalah(
            kalimat(
                "Pernyataan “{pernyataan}” untuk {sub} tidak dikenal; pilih dari {ada}.",
                pernyataan=pernyataan,
                sub=sub,
                ada=", ".join(dinyatakan),
            )
        )
    raise MasukanSalah(
        kalimat(
            "Pernyataan {pernyataan} untuk {sub} ditolak: baru {persen}% kriteria terpenuhi; "
            "pernyataan hanya berlaku pada 100%.",
            pernyataan=pernyataan,
            sub=sub,
            persen=ringkas(persen),
        )
    )


def _jejak(
    lembar: Lembar,
    sub: SubKomponen,
    terpenuhi: Mapping[str, bool],
    persen: Fraction,
    jawaban: str | None,
) -> Jejak:
    return Jejak(
        kaidah=lembar.kaidah,
        versi=lembar.versi,
        dasar=lembar.dasar,
        masukan=tuple((b.kode, "ya" if terpenuhi[b.kode] else "tidak") for b in sub.butir),
        langkah=(
            Langkah(_kalimat_persen(sub, terpenuhi, persen), bulatkan(persen, 2)),
            Langkah(_kalimat_putusan(sub, jawaban)),
        ),
        tafsir=lembar.tafsir,
    )


def _kalimat_persen(sub: SubKomponen, terpenuhi: Mapping[str, bool], persen: Fraction) -> Kalimat:
    return kalimat(
        "{sub}: {banyak} dari {jumlah} kriteria terpenuhi = {persen}%.",
        sub=sub.kode,
        banyak=sum(1 for nilai in terpenuhi.values() if nilai),
        jumlah=len(sub.butir),
        persen=ringkas(persen),
    )


def _kalimat_putusan(sub: SubKomponen, jawaban: str | None) -> Kalimat:
    if jawaban is None:
        return kalimat("Evaluator harus menyatakan jawaban {sub} beserta buktinya.", sub=sub.kode)
    return kalimat("Jawaban {sub}: {jawaban}.", sub=sub.kode, jawaban=jawaban)
