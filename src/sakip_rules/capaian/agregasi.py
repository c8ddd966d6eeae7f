"""Several periods become one value, several parts one index. Missing periods are always named."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import reduce
from typing import TypeGuard, TypeVar

from sakip_rules.angka import FormatAngka, tulis_angka
from sakip_rules.capaian.hitungan import EKSAK, NOL, SATU, Pecahan, bagi, banding, pecahan, tambah
from sakip_rules.capaian.kaidah import KaidahCapaian
from sakip_rules.capaian.kebijakan import Agregasi, PeriodeKosong
from sakip_rules.capaian.nilai import NilaiKinerja, Ordinal, Rasio, tulis_nilai
from sakip_rules.capaian.pembulatan import tulis_ringkas
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Jejak, Langkah, Status
from sakip_rules.kalimat import kalimat

T = TypeVar("T")

Terukur = Decimal | Rasio | Ordinal


@dataclass(frozen=True, slots=True)
class HasilAgregasi:
    """A combined value. ``nilai`` is ``None`` exactly when ``status`` is not ``terhitung``.

    ``kosong`` holds the positions of due but empty periods; ``sementara`` is the value of the
    filled ones, which a screen may show as "angka sementara" beside the status. ``keliru`` is what
    averaging the percentages of a cumulative ratio would give, where that is something else.
    """

    status: Status
    nilai: NilaiKinerja | None
    jejak: Jejak
    kosong: tuple[int, ...] = ()
    sementara: NilaiKinerja | None = None
    keliru: Decimal | None = None


def agregasi_periode(
    nilai: Sequence[NilaiKinerja | None],
    *,
    cara: Agregasi,
    kaidah: KaidahCapaian,
    jatuh_tempo: Sequence[bool] | None = None,
    nama: Sequence[str] | None = None,
) -> HasilAgregasi:
    """Combine the values of consecutive periods, oldest first (rule ``agregasi.periode``).

    ``jumlah`` adds, ``terakhir`` takes the last due period, ``rata_rata`` and ``maksimum`` do so
    over the filled ones, ``rasio_kumulatif`` adds numerators and denominators, and
    ``kumulatif_renstra`` adds the years of a Renstra (to be held against its end target).
    ``jatuh_tempo`` (default: all) tells which periods count already; ``nama`` names them in the
    explanation (default "periode 1" …). A due period without value leaves no silent trace: the
    switch ``agregasi.periode_kosong`` decides between no number and a number with a note.

    Raises ``MasukanSalah`` for a kind of value the way of adding cannot take: percentages that
    have numerators are never averaged or added as percentages.
    """
    tempo = [True] * len(nilai) if jatuh_tempo is None else list(jatuh_tempo)
    sebutan = [f"periode {i}" for i in range(1, len(nilai) + 1)] if nama is None else list(nama)
    if len(tempo) != len(nilai) or len(sebutan) != len(nilai):
        raise ValueError("jatuh_tempo dan nama harus sepanjang nilai")
    kosong = tuple(i for i, n in enumerate(nilai) if n is None and tempo[i])
    isi = [(i, n) for i, n in enumerate(nilai) if n is not None]
    status = _status(nilai, tempo, kosong, cara, kaidah)
    gabungan = _gabung([n for _, n in isi], cara) if isi else None
    langkah = [
        Langkah(kalimat("{nama}: {nilai}.", nama=sebutan[i], nilai=tulis_nilai(n))) for i, n in isi
    ]
    langkah += [
        Langkah(kalimat("{nama}: jatuh tempo tetapi kosong; kosong bukan nol.", nama=sebutan[i]))
        for i in kosong
    ]
    langkah += [
        Langkah(kalimat("{nama}: belum waktunya.", nama=sebutan[i]))
        for i, n in enumerate(nilai)
        if n is None and not tempo[i]
    ]
    if gabungan is not None:
        langkah.append(_langkah_hasil(cara, gabungan, status))
    keliru = rata_rata_keliru([n for _, n in isi]) if cara is Agregasi.RASIO_KUMULATIF else None
    if keliru is not None:
        langkah.append(keliru)
    jejak = Jejak(
        kaidah=kaidah.periode.id,
        versi=kaidah.periode.versi,
        dasar=kaidah.periode.dasar,
        masukan=(("cara", cara.value), *kaidah.pilihan()),
        langkah=tuple(langkah),
        tafsir=kaidah.periode.tafsir,
        anak=(kaidah.jejak_sakelar("agregasi.periode_kosong"),) if kosong else (),
    )
    utuh = gabungan if status is Status.TERHITUNG else None
    salah = None if keliru is None else keliru.nilai
    return HasilAgregasi(status, utuh, jejak, kosong, gabungan, salah)


def _status(
    nilai: Sequence[NilaiKinerja | None],
    tempo: Sequence[bool],
    kosong: tuple[int, ...],
    cara: Agregasi,
    kaidah: KaidahCapaian,
) -> Status:
    if not any(n is not None for n in nilai):
        return Status.BELUM_DIISI if kosong else Status.BELUM_WAKTUNYA
    if not kosong or kaidah.periode_kosong is PeriodeKosong.YANG_TERISI:
        return Status.TERHITUNG
    if cara is Agregasi.TERAKHIR:
        # Only the last due period speaks; an older gap is told in the trace and changes nothing.
        terakhir = max(i for i, n in enumerate(nilai) if tempo[i] or n is not None)
        return Status.TERHITUNG if nilai[terakhir] is not None else Status.BELUM_DIISI
    return Status.BELUM_DIISI


def _langkah_hasil(cara: Agregasi, gabungan: NilaiKinerja, status: Status) -> Langkah:
    angka = bagi(pecahan(gabungan)) if _terukur(gabungan) and _berisi(gabungan) else None
    if status is Status.TERHITUNG:
        uraian = kalimat("{cara} = {nilai}.", cara=cara.value, nilai=tulis_nilai(gabungan))
    else:
        uraian = kalimat(
            "Angka sementara dari yang terisi ({cara}): {nilai}.",
            cara=cara.value,
            nilai=tulis_nilai(gabungan),
        )
    return Langkah(uraian, None if isinstance(gabungan, Ordinal) else angka)


def _terukur(nilai: NilaiKinerja) -> TypeGuard[Terukur]:
    return isinstance(nilai, Decimal | Rasio | Ordinal)


def _berisi(nilai: Terukur) -> bool:
    return not isinstance(nilai, Rasio) or nilai.penyebut != 0


def _gabung(nilai: Sequence[NilaiKinerja], cara: Agregasi) -> NilaiKinerja:
    if cara is Agregasi.TERAKHIR:
        return nilai[-1]
    if cara is Agregasi.MAKSIMUM:
        terukur: list[Terukur] = _semua(nilai, _adalah_terukur, cara)
        return reduce(_lebih_besar, terukur)
    if cara is Agregasi.RASIO_KUMULATIF:
        return jumlah_rasio(_semua(nilai, _adalah_rasio, cara))
    if cara is Agregasi.KUMULATIF_RENSTRA and isinstance(nilai[0], Rasio):
        return jumlah_rasio(_semua(nilai, _adalah_rasio, cara))
    angka = _semua(nilai, _adalah_angka, cara)
    atas = reduce(tambah, [pecahan(n) for n in angka], (NOL, SATU))
    return bagi((atas[0], Decimal(len(angka)))) if cara is Agregasi.RATA_RATA else atas[0]


def _lebih_besar(kiri: Terukur, kanan: Terukur) -> Terukur:
    if isinstance(kiri, Ordinal) != isinstance(kanan, Ordinal):
        raise MasukanSalah(kalimat("Predikat dan angka tidak dapat dibandingkan satu sama lain."))
    # A ratio over nothing is no measurement, so anything measured is more.
    if not _berisi(kanan):
        return kiri
    if not _berisi(kiri):
        return kanan
    return kanan if banding(pecahan(kanan), pecahan(kiri)) > 0 else kiri


def _adalah_angka(nilai: NilaiKinerja) -> Decimal | None:
    return nilai if isinstance(nilai, Decimal) else None


def _adalah_rasio(nilai: NilaiKinerja) -> Rasio | None:
    return nilai if isinstance(nilai, Rasio) else None


def _adalah_terukur(nilai: NilaiKinerja) -> Terukur | None:
    return nilai if _terukur(nilai) else None


def _semua(
    nilai: Sequence[NilaiKinerja], jenis: Callable[[NilaiKinerja], T | None], cara: Agregasi
) -> list[T]:
    hasil = []
    for satu in nilai:
        cocok = jenis(satu)
        if cocok is None:
            raise MasukanSalah(
                kalimat(
                    "Nilai {nilai} tidak dapat digabung dengan cara {cara}; persentase yang punya "
                    "pembilang dan penyebut digabung dengan rasio_kumulatif, predikat dengan "
                    "terakhir atau maksimum.",
                    nilai=tulis_nilai(satu),
                    cara=cara.value,
                )
            )
        hasil.append(cocok)
    return hasil


def rata_rata_keliru(nilai: Sequence[NilaiKinerja]) -> Langkah | None:
    """Tell what averaging the percentages would give, and why that is wrong; ``None``: the same.

    The mean of percentages lets a quarter of six cases weigh as much as one of thirty-six.
    """
    rasio = [n for n in nilai if isinstance(n, Rasio) and _berisi(n)]
    if len(rasio) < 2:
        return None
    jumlah = reduce(tambah, [pecahan(r) for r in rasio], (NOL, SATU))
    rata = (jumlah[0], EKSAK.multiply(jumlah[1], Decimal(len(rasio))))
    benar = jumlah_rasio(rasio)
    if banding(rata, pecahan(benar)) == 0:
        return None
    penyebut = sorted(r.penyebut for r in rasio)
    uraian = kalimat(
        "Bukan rata-rata persen ({persen}) ÷ {banyak} = {rata}: itu keliru, karena periode dengan "
        "penyebut {kecil} akan berbobot sama dengan yang {besar}; yang benar {benar} = {angka}.",
        persen=" + ".join(_dua_desimal(pecahan(r)) for r in rasio),
        banyak=len(rasio),
        rata=_dua_desimal(rata),
        kecil=tulis_ringkas(penyebut[0]),
        besar=tulis_ringkas(penyebut[-1]),
        benar=tulis_nilai(benar),
        angka=_dua_desimal(pecahan(benar)),
    )
    return Langkah(uraian, bagi(rata))


def _dua_desimal(nilai: Pecahan) -> str:
    return tulis_angka(bagi(nilai), FormatAngka.ID, 2)


def jumlah_rasio(rasio: Sequence[Rasio]) -> Rasio:
    """Add shares as shares: numerators over denominators, 6/6 + 25/30 = 31/36.

    Raises ``MasukanSalah`` when they are spoken of in different units (``pengali``).
    """
    if len({r.pengali for r in rasio}) != 1:
        raise MasukanSalah(
            kalimat("Rasio dengan pengali berbeda tidak dapat dijumlahkan; samakan satuannya.")
        )
    return Rasio(
        reduce(EKSAK.add, [r.pembilang for r in rasio], NOL),
        reduce(EKSAK.add, [r.penyebut for r in rasio], NOL),
        rasio[0].pengali,
    )
