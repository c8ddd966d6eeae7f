"""From answers to an index and a grade, exact until the last step (docs/algoritma/survei.md)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import MasukanSalah
from sakip_rules.hasil import Hasil, Jejak, Langkah, Status
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pecahan import bulatkan, ke_desimal
from sakip_rules.regulasi import Kaidah, muat_regulasi
from sakip_rules.survei.kaidah import SURVEI, JawabanKosong, KaidahSurvei, Mutu

KAIDAH: Final = "survei.ikm"
SAKELAR_JAWABAN_KOSONG: Final = "survei.jawaban_kosong"


@dataclass(frozen=True, slots=True)
class Ikm:
    """An index. ``hasil.nilai`` is unrounded, ``tampil`` has the two decimals of the grade.

    ``mutu`` and ``tampil`` are ``None`` exactly when the index could not be computed;
    ``responden`` is ``None`` when it was not said. ``tepat`` is the index as a fraction.
    """

    hasil: Hasil
    mutu: Mutu | None
    tampil: Decimal | None
    responden: int | None
    tepat: Fraction | None


def ikm(
    nilai_unsur: Mapping[str, Decimal] | Sequence[Decimal],
    pada: date,
    *,
    responden: int | None = None,
) -> Ikm:
    """Compute the index from the mean of each element (1 to 4), by code U1..U9 or in their order.

    Raises ``MasukanSalah`` for a missing or unknown element, a mean outside the scale, or a number
    of respondents below one; ``KaidahBelumBerlaku`` for a day that no version covers.
    """
    aturan = muat_regulasi().kaidah(KAIDAH, pada, SURVEI)
    menurut_kode = _berkode(nilai_unsur, aturan.isi)
    for kode, nilai in menurut_kode.items():
        _periksa_rentang(kode, nilai, aturan.isi)
    if responden is not None and responden < 1:
        raise MasukanSalah(
            kalimat(
                "Banyaknya responden {banyak} tidak mungkin; tulis 1 atau lebih.", banyak=responden
            )
        )
    rata_rata = {kode: Fraction(nilai) for kode, nilai in menurut_kode.items()}
    return _indeks(rata_rata, responden, aturan)


def ikm_dari_responden(
    baris: Iterable[Mapping[str, int | None]],
    pada: date,
    *,
    jawaban_kosong: JawabanKosong | None = None,
) -> Ikm:
    """Compute the index from answers, one mapping of element to 1..4 for each respondent.

    A missing key or ``None`` is a blank answer; ``jawaban_kosong`` ``None`` is the national default
    (tafsir-0009). An element that nobody answered makes the index ``tidak_dapat_dihitung``, no
    respondents at all ``belum_diisi``. Raises ``MasukanSalah`` naming the row of a bad answer.
    """
    aturan = muat_regulasi().kaidah(KAIDAH, pada, SURVEI)
    cara = jawaban_kosong or _bawaan_jawaban_kosong(pada)
    jumlah = dict.fromkeys((kode for kode, _ in aturan.isi.unsur), 0)
    banyak = dict(jumlah)
    responden = 0
    for nomor, satu in enumerate(baris, start=1):
        jawaban = _jawaban(nomor, satu, cara, aturan.isi)
        if jawaban is None:
            continue
        responden += 1
        for kode, nilai in jawaban.items():
            jumlah[kode] += nilai
            banyak[kode] += 1
    if responden == 0:
        return _tanpa_nilai(
            Status.BELUM_DIISI, kalimat("Belum ada jawaban responden yang dapat dihitung."), aturan
        )
    kosong = [kode for kode, berapa in banyak.items() if berapa == 0]
    if kosong:
        return _tanpa_nilai(
            Status.TIDAK_DAPAT_DIHITUNG,
            kalimat("Unsur {unsur} tidak dijawab seorang pun.", unsur=", ".join(kosong)),
            aturan,
        )
    rata_rata = {kode: Fraction(jumlah[kode], banyak[kode]) for kode in jumlah}
    return _indeks(rata_rata, responden, aturan)


def gabungkan_ikm(bagian: Sequence[Ikm], pada: date) -> Ikm:
    """Combine indices of several periods or places, weighted by respondents (tafsir-0009).

    Rounds nothing before the end. A part without value makes the whole ``belum_diisi``. Raises
    ``MasukanSalah`` for no parts or a part whose respondents are unknown.
    """
    aturan = muat_regulasi().kaidah(KAIDAH, pada, SURVEI)
    if not bagian:
        raise MasukanSalah(kalimat("Tidak ada indeks yang digabungkan."))
    pembilang, penyebut = Fraction(0), 0
    for satu in bagian:
        if satu.tepat is None:
            return _tanpa_nilai(
                Status.BELUM_DIISI,
                kalimat("Salah satu periode belum mempunyai indeks."),
                aturan,
                anak=tuple(b.hasil.jejak for b in bagian),
            )
        if satu.responden is None:
            raise MasukanSalah(
                kalimat(
                    "Banyaknya responden salah satu indeks tidak diketahui; isi dahulu, karena "
                    "penggabungan menimbang menurut responden."
                )
            )
        pembilang += satu.tepat * satu.responden
        penyebut += satu.responden
    uraian = kalimat(
        "Rata-rata tertimbang dari {banyak} indeks, {responden} responden.",
        banyak=len(bagian),
        responden=penyebut,
    )
    anak = tuple(b.hasil.jejak for b in bagian)
    return _ikm(pembilang / penyebut, penyebut, aturan, uraian=uraian, anak=anak)


def mutu_pelayanan(nilai: Decimal, pada: date) -> Mutu:
    """Grade an index (25 to 100) that somebody else computed; rounds to two decimals first.

    Raises ``MasukanSalah`` outside the table.
    """
    aturan = muat_regulasi().kaidah(KAIDAH, pada, SURVEI)
    if not nilai.is_finite():
        raise MasukanSalah(kalimat("Indeks “{nilai}” bukan bilangan.", nilai=nilai))
    return _mutu(bulatkan(Fraction(nilai), aturan.isi.desimal_mutu), aturan.isi)


def _bawaan_jawaban_kosong(pada: date) -> JawabanKosong:
    sakelar = muat_regulasi().kaidah(SAKELAR_JAWABAN_KOSONG, pada, SAKELAR)
    return JawabanKosong(sakelar.isi.bawaan)


def _berkode(
    nilai: Mapping[str, Decimal] | Sequence[Decimal], kaidah: KaidahSurvei
) -> dict[str, Decimal]:
    kode = [satu for satu, _ in kaidah.unsur]
    if not isinstance(nilai, Mapping):
        if len(nilai) != len(kode):
            raise MasukanSalah(
                kalimat(
                    "Ada {ada} nilai unsur; survei ini mempunyai {perlu} unsur.",
                    ada=len(nilai),
                    perlu=len(kode),
                )
            )
        return dict(zip(kode, nilai, strict=True))
    asing = [satu for satu in nilai if satu not in kode]
    kurang = [satu for satu in kode if satu not in nilai]
    if asing or kurang:
        raise MasukanSalah(
            kalimat(
                "Unsur tidak cocok. Tidak ada: {kurang}; tidak dikenal: {asing}.",
                kurang=", ".join(kurang) or "-",
                asing=", ".join(asing) or "-",
            )
        )
    return {satu: nilai[satu] for satu in kode}


def _periksa_rentang(kode: str, nilai: Decimal, kaidah: KaidahSurvei) -> None:
    if not nilai.is_finite() or not kaidah.terendah <= nilai <= kaidah.tertinggi:
        raise MasukanSalah(
            kalimat(
                "Unsur {kode} bernilai {nilai}; nilai unsur dari {dari} sampai {sampai}.",
                kode=kode,
                nilai=nilai,
                dari=kaidah.terendah,
                sampai=kaidah.tertinggi,
            )
        )


def _jawaban(
    nomor: int, baris: Mapping[str, int | None], cara: JawabanKosong, kaidah: KaidahSurvei
) -> dict[str, int] | None:
    """Give the answers that count; ``None`` when the respondent does not."""
    kode = {satu for satu, _ in kaidah.unsur}
    asing = [satu for satu in baris if satu not in kode]
    if asing:
        raise MasukanSalah(
            kalimat(
                "Responden {nomor}: unsur {asing} tidak dikenal.",
                nomor=nomor,
                asing=", ".join(asing),
            )
        )
    jawaban = {satu: nilai for satu, nilai in baris.items() if nilai is not None}
    for satu, nilai in jawaban.items():
        if not kaidah.terendah <= nilai <= kaidah.tertinggi:
            raise MasukanSalah(
                kalimat(
                    "Responden {nomor}: jawaban {kode} bernilai {nilai}, di luar {dari}–{sampai}.",
                    nomor=nomor,
                    kode=satu,
                    nilai=nilai,
                    dari=kaidah.terendah,
                    sampai=kaidah.tertinggi,
                )
            )
    kosong = sorted(kode - jawaban.keys())
    if kosong and cara is JawabanKosong.TOLAK:
        raise MasukanSalah(
            kalimat(
                "Responden {nomor} tidak menjawab {kosong}; lengkapi atau pilih cara lain "
                "untuk jawaban kosong.",
                nomor=nomor,
                kosong=", ".join(kosong),
            )
        )
    tak_terpakai = not jawaban or (bool(kosong) and cara is JawabanKosong.KELUARKAN_RESPONDEN)
    return None if tak_terpakai else jawaban


def _indeks(
    rata_rata: Mapping[str, Fraction], responden: int | None, aturan: Kaidah[KaidahSurvei]
) -> Ikm:
    jumlah = sum(rata_rata.values(), Fraction(0))
    tepat = jumlah / len(rata_rata) * Fraction(aturan.isi.pengali)
    uraian = kalimat(
        "Jumlah nilai unsur {jumlah} / {banyak} × {pengali}.",
        jumlah=bulatkan(jumlah, 4),
        banyak=len(rata_rata),
        pengali=aturan.isi.pengali,
    )
    masukan = tuple((kode, str(ke_desimal(nilai))) for kode, nilai in rata_rata.items())
    return _ikm(tepat, responden, aturan, uraian=uraian, masukan=masukan)


def _ikm(  # noqa: PLR0913 - the parts of one result
    tepat: Fraction,
    responden: int | None,
    aturan: Kaidah[KaidahSurvei],
    *,
    uraian: Kalimat,
    masukan: tuple[tuple[str, str], ...] = (),
    anak: tuple[Jejak, ...] = (),
) -> Ikm:
    nilai, tampil = ke_desimal(tepat), bulatkan(tepat, aturan.isi.desimal_mutu)
    mutu = _mutu(tampil, aturan.isi)
    langkah = (
        Langkah(uraian, nilai),
        Langkah(
            kalimat(
                "Dibulatkan {desimal} desimal: {tampil}, mutu {kode} ({sebutan}).",
                desimal=aturan.isi.desimal_mutu,
                tampil=tampil,
                kode=mutu.kode,
                sebutan=mutu.sebutan,
            ),
            tampil,
        ),
    )
    if responden is not None:
        masukan = (*masukan, ("responden", str(responden)))
    jejak = _jejak(aturan, masukan, langkah, anak)
    return Ikm(Hasil(Status.TERHITUNG, nilai, jejak), mutu, tampil, responden, tepat)


def _tanpa_nilai(
    status: Status, sebab: Kalimat, aturan: Kaidah[KaidahSurvei], anak: tuple[Jejak, ...] = ()
) -> Ikm:
    jejak = _jejak(aturan, (), (Langkah(sebab),), anak)
    return Ikm(Hasil(status, None, jejak), None, None, None, None)


def _jejak(
    aturan: Kaidah[KaidahSurvei],
    masukan: tuple[tuple[str, str], ...],
    langkah: tuple[Langkah, ...],
    anak: tuple[Jejak, ...],
) -> Jejak:
    return Jejak(
        kaidah=aturan.id,
        versi=aturan.versi,
        dasar=aturan.dasar,
        masukan=masukan,
        langkah=langkah,
        tafsir=aturan.tafsir,
        anak=anak,
    )


def _mutu(tampil: Decimal, kaidah: KaidahSurvei) -> Mutu:
    for mutu in kaidah.mutu:
        if mutu.dari <= tampil <= mutu.sampai:
            return mutu
    raise MasukanSalah(
        kalimat(
            "Indeks {nilai} di luar tabel mutu, {dari} sampai {sampai}.",
            nilai=tampil,
            dari=kaidah.mutu[-1].dari,
            sampai=kaidah.mutu[0].sampai,
        )
    )
