"""From what was typed in each period to the value that counts for a quarter and for the year."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.pengukuran.kaidah import nilai_kinerja
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.capaian import (
    Agregasi,
    HasilAgregasi,
    KaidahCapaian,
    NilaiKinerja,
    ProyeksiRasio,
    Rasio,
    agregasi,
    agregasi_periode,
    komposit,
    proyeksi_rasio,
    tulis_nilai,
)
from sakip_rules.capaian.hitungan import bagi, pecahan
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Jejak
from sakip_rules.kalimat import kalimat
from sakip_rules.regulasi import muat_regulasi
from sakip_rules.survei import KAIDAH as KAIDAH_SURVEI
from sakip_rules.survei import SURVEI, Ikm, gabungkan_ikm, ikm

BANYAK_UNSUR = 9
DESIMAL = 2


@dataclass(frozen=True, slots=True)
class Ukuran:
    """How an indicator is measured, as its document says. ``bobot``: parts of a composite."""

    kode: str
    jenis: str
    agregasi: str
    frekuensi: str
    cara: str
    skala: str = ""
    bobot: tuple[tuple[str, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class IsiPeriode:
    """What was entered for one period: a value, or the elements of a survey with its index."""

    nilai: NilaiBaru
    unsur: tuple[Decimal, ...] = ()
    responden: int | None = None


@dataclass(frozen=True, slots=True)
class Terukur:
    """The value held against the target, how it came about, and whether more is still to come.

    ``keliru``: the mean of percentages that a cumulative ratio is not.
    """

    nilai: NilaiBaru | None
    jejak: tuple[Jejak, ...] = ()
    sementara: bool = False
    keliru: Decimal | None = None


KOSONG = Terukur(None)


def dari_kinerja(nilai: NilaiKinerja) -> NilaiBaru:
    """A value that the rules made, for pages: at most two decimals, ratios with both parts."""
    match nilai:
        case Rasio():
            return NilaiBaru(tulis_nilai(nilai), nilai.pembilang, nilai.penyebut)
        case Decimal():
            return NilaiBaru(_tulis(nilai), nilai)
        case _:
            teks = tulis_nilai(nilai)
            return NilaiBaru(teks, kode=teks)


def _tulis(nilai: Decimal) -> str:
    pangkat = nilai.as_tuple().exponent
    pendek = isinstance(pangkat, int) and pangkat >= -DESIMAL
    return tulis_angka(nilai, FormatAngka.ID, None if pendek else DESIMAL)


def isi_survei(unsur: Sequence[Decimal], responden: int, pada: date) -> IsiPeriode:
    """A survey's index from its nine elements (PermenPANRB 14/2017). Raises ``MasukanSalah``."""
    satu = ikm(unsur, pada, responden=responden)
    if satu.hasil.nilai is None:
        raise MasukanSalah(kalimat("Indeks tidak dapat dihitung dari unsur itu."))
    return IsiPeriode(dari_kinerja(satu.hasil.nilai), tuple(unsur), responden)


def unsur_survei(pada: date) -> tuple[str, ...]:
    """The elements of the survey as the form names them: "U1 Persyaratan" (PermenPANRB 14/2017)."""
    aturan = muat_regulasi().kaidah(KAIDAH_SURVEI, pada, SURVEI).isi
    return tuple(f"{kode} {sebutan}" for kode, sebutan in aturan.unsur)


def mutu_survei(isi: IsiPeriode, pada: date) -> str:
    """Grade (A to D) of a survey's index; empty without elements."""
    mutu = _ikm(isi, pada).mutu if isi.unsur else None
    return mutu.kode if mutu else ""


def _ikm(isi: IsiPeriode, pada: date) -> Ikm:
    return ikm(isi.unsur, pada, responden=isi.responden)


def nilai_periode(  # noqa: PLR0913
    u: Ukuran,
    isi: Sequence[IsiPeriode | None],
    nomor: int,
    *,
    nama: Sequence[str],
    pada: date,
    kaidah: KaidahCapaian,
) -> Terukur:
    """What counts for the ``nomor``-th period (from 0) of a year.

    A cumulative share adds its periods up to this one; everything else stands for itself.
    """
    ini = isi[nomor]
    if ini is None:
        return KOSONG
    if ini.unsur:
        return Terukur(ini.nilai, (_ikm(ini, pada).hasil.jejak,))
    if not _kumulatif(u):
        return Terukur(ini.nilai)
    sampai = nomor + 1
    hasil = _gabung(u, isi[:sampai], [True] * sampai, nama[:sampai], pada, kaidah)
    return _terukur(hasil, lengkap=not hasil.kosong)


def _kumulatif(u: Ukuran) -> bool:
    return u.agregasi == Agregasi.RASIO_KUMULATIF and u.jenis == "rasio"


def nilai_tahun(  # noqa: PLR0913
    u: Ukuran,
    isi: Sequence[IsiPeriode | None],
    *,
    nama: Sequence[str],
    jatuh_tempo: Sequence[bool],
    pada: date,
    kaidah: KaidahCapaian,
) -> Terukur:
    """The year's value from its periods: *sementara* until the last one is in and none is missing.

    Raises nothing: kinds that cannot be combined give no value, and the reason as explanation.
    """
    if all(i is None for i in isi):
        return KOSONG
    lengkap = isi[-1] is not None
    terisi = [i for i in isi if i is not None]
    if terisi[0].unsur:
        gabungan = gabungkan_ikm([_ikm(i, pada) for i in terisi if i.unsur], pada).hasil
        if gabungan.nilai is None:
            return Terukur(None, (gabungan.jejak,))
        utuh = len(terisi) == len(isi)
        return Terukur(dari_kinerja(gabungan.nilai), (gabungan.jejak,), sementara=not utuh)
    try:
        hasil = _gabung(u, isi, jatuh_tempo, nama, pada, kaidah)
    except MasukanSalah:
        # The document combines what cannot be combined; its year stays empty and says so there.
        return KOSONG
    return _terukur(hasil, lengkap=lengkap and hasil.nilai is not None)


def _gabung(  # noqa: PLR0913, PLR0917
    u: Ukuran,
    isi: Sequence[IsiPeriode | None],
    tempo: Sequence[bool],
    nama: Sequence[str],
    pada: date,
    kaidah: KaidahCapaian,
) -> HasilAgregasi:
    # Within a year the years of a Renstra that add up are its periods.
    cara = Agregasi.JUMLAH if u.agregasi == Agregasi.KUMULATIF_RENSTRA else Agregasi(u.agregasi)
    nilai = [nilai_kinerja(i.nilai if i else None, u.jenis, u.skala, pada) for i in isi]
    if cara is Agregasi.RASIO_KUMULATIF and not _kumulatif(u):
        cara = Agregasi.TERAKHIR
    return agregasi_periode(nilai, cara=cara, kaidah=kaidah, jatuh_tempo=tempo, nama=nama)


def _terukur(hasil: HasilAgregasi, *, lengkap: bool) -> Terukur:
    nilai = hasil.sementara if hasil.nilai is None else hasil.nilai
    if nilai is None:
        return Terukur(None, (hasil.jejak,))
    return Terukur(dari_kinerja(nilai), (hasil.jejak,), sementara=not lengkap, keliru=hasil.keliru)


def nilai_komposit(u: Ukuran, bagian: Mapping[str, Terukur], *, kaidah: KaidahCapaian) -> Terukur:
    """An index of other indicators by their weights; without one of them there is no index."""
    daftar = [(_angka(bagian.get(kode, KOSONG)), bobot) for kode, bobot in u.bobot]
    hasil = komposit(daftar, kaidah=kaidah)
    sementara = any(bagian.get(kode, KOSONG).sementara for kode, _bobot in u.bobot)
    if hasil.nilai is None:
        return Terukur(None, (hasil.jejak,))
    return Terukur(dari_kinerja(hasil.nilai), (hasil.jejak,), sementara=sementara)


def _angka(t: Terukur) -> Decimal | Rasio | None:
    n = t.nilai
    if n is None or n.nilai is None:
        return None
    return n.nilai if n.penyebut is None else Rasio(n.nilai, n.penyebut)


def persen(n: NilaiBaru | None) -> Decimal | None:
    """A share in per cent, unrounded; ``None`` for anything else and for a share of nothing."""
    if n is None or n.nilai is None or n.penyebut is None or n.penyebut == 0:
        return None
    return bagi(pecahan(Rasio(n.nilai, n.penyebut)))


def jumlah_rasio(nilai: Iterable[NilaiBaru]) -> Rasio:
    """Add shares as shares: numerators over denominators, 6/6 + 25/30 = 31/36.

    What is no share is left out; raises ``MasukanSalah`` where none is.
    """
    return agregasi.jumlah_rasio(
        [
            Rasio(n.nilai, n.penyebut)
            for n in nilai
            if n.nilai is not None and n.penyebut is not None
        ]
    )


def proyeksi(kini: NilaiBaru | None, target: NilaiBaru | None) -> ProyeksiRasio | None:
    """How many further cases, all good, bring a share to its target; ``None``: not a share."""
    if kini is None or target is None or kini.penyebut is None or kini.nilai is None:
        return None
    if target.nilai is None:
        return None
    sasaran = target.nilai if target.penyebut is None else Rasio(target.nilai, target.penyebut)
    try:
        return proyeksi_rasio(Rasio(kini.nilai, kini.penyebut), sasaran)
    except MasukanSalah:
        # A target over nothing: the capaian itself says that it must be mended.
        return None
