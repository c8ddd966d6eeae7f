"""Targets by period held against the target of the year, in the way the indicator adds up."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from sakip_rules.capaian.kebijakan import Agregasi
from sakip_rules.capaian.nilai import NilaiKinerja, Rasio, tulis_nilai
from sakip_rules.kalimat import Kalimat, kalimat, pola_kalimat
from sakip_rules.pecahan import ke_desimal

# Ways in which a period may simply be held to the target of the year.
_TETAP = frozenset(
    {
        Agregasi.TERAKHIR,
        Agregasi.RATA_RATA,
        Agregasi.MAKSIMUM,
        Agregasi.RASIO_KUMULATIF,
        Agregasi.KUMULATIF_RENSTRA,
    }
)


@dataclass(frozen=True, slots=True)
class TargetTahun:
    """The target of the year and how its periods make it up.

    ``berasio``: the indicator is measured as numerator and denominator.
    """

    nilai: NilaiKinerja
    agregasi: Agregasi
    berasio: bool = False

    @property
    def tanpa_penyebut(self) -> bool:
        """A percentage is promised where parts are measured: nobody knows the parts yet."""
        return self.berasio and not isinstance(self.nilai, Rasio)


def diisi_dengan_target_tahun(tahun: TargetTahun) -> bool:
    """Say whether a plan of action may begin with the year's target in every period.

    Not where periods are added up (how to split is the office's decision), nor where a cumulative
    ratio is promised: its parts grow from quarter to quarter.
    """
    if tahun.agregasi is Agregasi.RASIO_KUMULATIF and tahun.berasio:
        return False
    return tahun.agregasi in _TETAP


def rekonsiliasi(
    tahun: TargetTahun, periode: Sequence[tuple[str, NilaiKinerja | None]]
) -> Kalimat | None:
    """The difference between the periods and the year, as a sentence; ``None``: they agree.

    ``periode`` are the named periods that are measured, in order; none at all (an indicator of the
    year) agrees by itself. Nothing is rounded: 3 × 33,33 is not 100.
    """
    if not periode:
        return None
    kosong = [nama for nama, nilai in periode if nilai is None]
    if len(kosong) == len(periode) and tahun.tanpa_penyebut:
        return kalimat(
            "Target tahun {tahun} berupa persentase tanpa penyebut dan tidak dirinci per periode; "
            "banyaknya yang akan dihitung belum diketahui.",
            tahun=tulis_nilai(tahun.nilai),
        )
    if kosong:
        return kalimat("Target belum diisi untuk {periode}.", periode=", ".join(kosong))
    isi = [nilai for _nama, nilai in periode if nilai is not None]
    hasil = _gabungan(tahun, isi)
    if hasil is None or _sama(hasil, tahun.nilai):
        return None
    return kalimat(_POLA[tahun.agregasi], hasil=_tulis(hasil), tahun=tulis_nilai(tahun.nilai))


_TERAKHIR = pola_kalimat("Target periode terakhir {hasil}, sedangkan target tahun {tahun}.")
_POLA = {
    Agregasi.JUMLAH: pola_kalimat("Jumlah target periode {hasil}, sedangkan target tahun {tahun}."),
    Agregasi.RATA_RATA: pola_kalimat(
        "Rata-rata target periode {hasil}, sedangkan target tahun {tahun}."
    ),
    Agregasi.MAKSIMUM: pola_kalimat(
        "Target periode tertinggi {hasil}, sedangkan target tahun {tahun}."
    ),
    Agregasi.TERAKHIR: _TERAKHIR,
    Agregasi.KUMULATIF_RENSTRA: _TERAKHIR,
    Agregasi.RASIO_KUMULATIF: pola_kalimat(
        "Kumulatif target periode {hasil}, sedangkan target tahun {tahun}."
    ),
}


def _gabungan(tahun: TargetTahun, isi: Sequence[NilaiKinerja]) -> NilaiKinerja | Fraction | None:
    """The year as its periods make it; ``None`` where these kinds of values cannot be combined."""
    rasio = [n for n in isi if isinstance(n, Rasio)]
    if tahun.agregasi is Agregasi.RASIO_KUMULATIF and len(rasio) == len(isi):
        return Rasio(
            sum((r.pembilang for r in rasio), Decimal(0)),
            sum((r.penyebut for r in rasio), Decimal(0)),
        )
    if tahun.agregasi in {
        Agregasi.TERAKHIR,
        Agregasi.KUMULATIF_RENSTRA,
        # A cumulative percentage or index: the last one stands for all before it.
        Agregasi.RASIO_KUMULATIF,
    }:
        return isi[-1]
    angka = [p for n in isi if (p := _pecahan(n)) is not None]
    if len(angka) < len(isi):
        return None
    if tahun.agregasi is Agregasi.MAKSIMUM:
        return max(angka)
    if rasio:
        return None  # shares that have numerators are never added or averaged as percentages
    jumlah = sum(angka, Fraction(0))
    return jumlah / len(angka) if tahun.agregasi is Agregasi.RATA_RATA else jumlah


def _sama(kiri: NilaiKinerja | Fraction, kanan: NilaiKinerja) -> bool:
    a = kiri if isinstance(kiri, Fraction) else _pecahan(kiri)
    b = _pecahan(kanan)
    return kiri == kanan if a is None or b is None else a == b


def _pecahan(n: NilaiKinerja) -> Fraction | None:
    """A value as the number it is spoken of in: 11 of 14 is 78,57…; ``None`` for no number."""
    if isinstance(n, Rasio):
        if n.penyebut == 0:
            return None
        return Fraction(n.pembilang) / Fraction(n.penyebut) * Fraction(n.pengali)
    return Fraction(n) if isinstance(n, Decimal) else None


def _tulis(n: NilaiKinerja | Fraction) -> str:
    return tulis_nilai(ke_desimal(n) if isinstance(n, Fraction) else n)
