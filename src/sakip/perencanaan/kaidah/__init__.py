"""The door from a plan to the rules: reading values, checking a tree, deadlines of agreements."""

from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from sakip.organisasi.kaidah import terjemah
from sakip.organisasi.models import Zona as ZonaInstansi
from sakip.perencanaan.kaidah.nilai import NilaiBaru
from sakip_rules.angka import DIGIT_TERBANYAK, FormatAngka, baca_angka, bukti_format, tulis_angka
from sakip_rules.capaian import Rentang, daftar_skala
from sakip_rules.capaian.jenis import SAKELAR
from sakip_rules.galat import KaidahBelumBerlaku, MasukanSalah
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.pemeriksaan import (
    BOBOT,
    JENJANG,
    HasilKaidah,
    HasilPohon,
    IndikatorDiperiksa,
    Keparahan,
    SimpulDiperiksa,
    Temuan,
    induk_sah,
    nama_banding,
)
from sakip_rules.pemeriksaan import periksa_pohon as _periksa_pohon
from sakip_rules.regulasi import muat_regulasi
from sakip_rules.tenggat import Zona, batas_waktu, tenggat_perubahan_pk, tenggat_pk
from sakip_rules.urutan_dokumen import DokumenAda, Tahap, masa_sah, temuan_urutan, urutan_dokumen

__all__ = [
    "BOBOT",
    "YA",
    "DokumenAda",
    "HasilKaidah",
    "HasilPohon",
    "IndikatorDiperiksa",
    "Kalimat",
    "Keparahan",
    "MasukanSalah",
    "SimpulDiperiksa",
    "Tahap",
    "Temuan",
    "angka_awal",
    "angka_banding",
    "baca_nilai",
    "baca_target",
    "cari_skala",
    "hari_tenggat_perjanjian",
    "induk_sah",
    "kenali_format",
    "masa_sah",
    "mutasi_mengubah_target",
    "nama_banding",
    "periksa_pohon",
    "reviu_menahan",
    "tahap_dokumen",
    "tempat_jenjang",
    "temuan_urutan",
    "tenggat_perjanjian",
    "terjemah",
    "tulis_nilai",
]

YA = frozenset({"ya", "y", "true", "1"})
TIDAK = frozenset({"tidak", "t", "n", "no", "false", "0"})


def kenali_format(contoh: Iterable[tuple[int, str]]) -> str:
    """How the numbers of a whole table are written: ``id`` or ``en``; ``id`` without evidence.

    Evidence for both raises ``MasukanSalah`` that names one line of each.
    """
    bukti: dict[FormatAngka, tuple[int, str]] = {}
    for baris, teks in contoh:
        ada = bukti_format(teks)
        if ada is not None:
            bukti.setdefault(ada, (baris, teks))
    if len(bukti) > 1:
        (baris_id, teks_id), (baris_en, teks_en) = bukti[FormatAngka.ID], bukti[FormatAngka.EN]
        raise MasukanSalah(
            kalimat(
                "Baris {baris_id} menulis “{teks_id}” (format 1.234,56) dan baris {baris_en} "
                "menulis “{teks_en}” (format 1,234.56). Samakan, atau pilih format angkanya.",
                baris_id=baris_id,
                teks_id=teks_id,
                baris_en=baris_en,
                teks_en=teks_en,
            )
        )
    return next(iter(bukti), FormatAngka.ID).value


def baca_nilai(  # noqa: PLR0913
    teks: str,
    angka: Decimal | None,
    *,
    jenis: str,
    arah: str | None,
    format_angka: str,
    boleh_nol: bool = False,
) -> NilaiBaru | None:
    """Read one cell as the kind of value its indicator takes; an empty cell is ``None``.

    ``angka`` is the number the sheet itself stored, which no number format can change. ``arah`` is
    given for targets, where ``rentang`` is written ``a..b``. ``boleh_nol``: nothing out of nothing
    (0/0) is an answer: there was no case in that quarter.
    """
    if not teks:
        return None
    if jenis in {"predikat", "ya_tidak"}:
        return _ya_tidak(teks) if jenis == "ya_tidak" else NilaiBaru(teks, kode=teks)
    if angka is not None:
        return NilaiBaru(tulis_nilai(angka), _tidak_kepanjangan(angka))
    bentuk = FormatAngka(format_angka)
    if arah == "rentang" and ".." in teks:
        bawah, atas = (baca_angka(t, bentuk) for t in teks.split("..", 1))
        Rentang(bawah, atas)  # refuses a range written the wrong way round
        rentang = f"{tulis_nilai(bawah)}..{tulis_nilai(atas)}"
        return NilaiBaru(rentang, batas_bawah=bawah, batas_atas=atas)
    if "/" in teks:
        pembilang, penyebut = (baca_angka(t, bentuk) for t in teks.split("/", 1))
        if penyebut <= 0 and not (boleh_nol and pembilang == penyebut == 0):
            raise MasukanSalah(
                kalimat("Penyebut pada “{teks}” harus lebih besar dari nol.", teks=teks)
            )
        return NilaiBaru(f"{tulis_nilai(pembilang)}/{tulis_nilai(penyebut)}", pembilang, penyebut)
    satu = baca_angka(teks, bentuk)
    return NilaiBaru(tulis_nilai(satu), satu)


@lru_cache(maxsize=8192)
def baca_target(teks: str, *, jenis: str, arah: str) -> NilaiBaru:
    """A target as its indicator takes it, written the Indonesian way; ``MasukanSalah`` otherwise.

    A ratio's target may be promised as a percentage; a plain number may not be a ratio. Documents
    repeat their targets, and each is asked for more than once: what was read is remembered.
    """
    nilai = baca_nilai(teks.strip(), None, jenis=jenis, arah=arah, format_angka="id")
    if nilai is None:
        raise MasukanSalah(kalimat("Target kosong; tulis angkanya, atau hapus barisnya."))
    if nilai.penyebut is not None and jenis not in {"rasio", "persen"}:
        raise MasukanSalah(
            kalimat("“{teks}” adalah rasio, sedangkan indikatornya bukan rasio.", teks=teks)
        )
    return nilai


def _ya_tidak(teks: str) -> NilaiBaru:
    ya = teks.lower() in YA
    if not ya and teks.lower() not in TIDAK:
        raise MasukanSalah(kalimat("“{teks}” bukan ya atau tidak.", teks=teks))
    return NilaiBaru("ya" if ya else "tidak", kode="ya" if ya else "tidak")


def _tidak_kepanjangan(angka: Decimal) -> Decimal:
    """Hold a number of a sheet to the same length as a written one."""
    teks = format(angka, "f")
    if sum(h.isdigit() for h in teks) > DIGIT_TERBANYAK:
        raise MasukanSalah(
            kalimat(
                "Angka “{teks}” lebih panjang dari {banyak} digit; periksa satuannya.",
                teks=f"{teks[:DIGIT_TERBANYAK]}…",
                banyak=DIGIT_TERBANYAK,
            )
        )
    return angka


def tulis_nilai(angka: Decimal) -> str:
    """How a stored value is written: Indonesian format, digits as given ("90,00" stays so)."""
    return tulis_angka(angka, FormatAngka.ID)


def cari_skala(kode: Sequence[str], pada: date) -> str:
    """The scale that holds all these predicates on that day, or ``MasukanSalah``."""
    for s in daftar_skala(pada):
        if set(kode) <= {k for k, _sebutan in s.tingkat}:
            return s.id
    raise MasukanSalah(
        kalimat(
            "“{kode}” tidak ada pada satu skala predikat. Skala yang ada: {skala}.",
            kode=", ".join(dict.fromkeys(kode)),
            skala="; ".join(
                f"{s.nama} ({', '.join(k for k, _sebutan in s.tingkat)})"
                for s in daftar_skala(pada)
            ),
        )
    )


def hari_tenggat_perjanjian(
    disahkan: date, *, perubahan: bool, hari_libur: AbstractSet[date]
) -> date:
    """Last day to sign after a DPA (53/2014) or, by practice, after a DPPA (tafsir-0012).

    Raises ``KaidahBelumBerlaku`` for a budget older than the rule.
    """
    hitung = tenggat_perubahan_pk if perubahan else tenggat_pk
    return hitung(disahkan, hari_libur=hari_libur).tanggal


def tenggat_perjanjian(
    disahkan: date, *, perubahan: bool, hari_libur: AbstractSet[date], zona: str
) -> datetime | None:
    """Last moment of that day where the instansi lives; ``None``: a budget older than the rule."""
    try:
        hari = hari_tenggat_perjanjian(disahkan, perubahan=perubahan, hari_libur=hari_libur)
    except KaidahBelumBerlaku:
        return None
    return batas_waktu(hari, Zona[ZonaInstansi(zona).name])


def mutasi_mengubah_target(pada: date) -> bool:
    """Whether a change of pejabat alone is ground enough to change a target (tafsir-0015)."""
    return _bawaan("perencanaan.mutasi_target", pada) == "boleh"


def reviu_menahan(pada: date) -> bool:
    """Whether a plan waits for the review of the Inspektorat before penetapan (tafsir-0017)."""
    return _bawaan("perencanaan.reviu_apip", pada) == "menahan"


def tahap_dokumen(pada: date) -> tuple[Tahap, ...]:
    """Planning documents in the order of law on a day; none before the order was law."""
    try:
        return urutan_dokumen(pada).isi
    except KaidahBelumBerlaku:
        return ()


def _bawaan(sakelar: str, pada: date) -> str | None:
    """The national choice of a switch on a day; ``None`` before there was one."""
    try:
        return str(muat_regulasi().kaidah(sakelar, pada, SAKELAR).isi.bawaan)
    except KaidahBelumBerlaku:
        return None


def periksa_pohon(
    simpul: Sequence[SimpulDiperiksa], indikator: Sequence[IndikatorDiperiksa], tahun: int
) -> HasilPohon:
    """All rules over one version of a plan for ``tahun``; words only where they are judged then."""
    kata = _bawaan("perencanaan.periksa_kata", date(tahun, 12, 31)) == "memperingatkan"
    return _periksa_pohon(simpul, indikator, kata=kata)


def angka_banding(nilai: Decimal | None, penyebut: Decimal | None, jenis: str) -> Decimal | None:
    """A value as one number to hold against another of its kind: a ratio in per cent."""
    if nilai is None or jenis in {"predikat", "ya_tidak"}:
        return None
    return nilai if penyebut is None else nilai * 100 / penyebut


def angka_awal(teks: str, jenis: str) -> Decimal | None:
    """The baseline as one number; ``None`` when it is empty or written as something else."""
    try:
        n = baca_nilai(teks, None, jenis=jenis, arah=None, format_angka="id")
    except MasukanSalah:
        return None
    return None if n is None else angka_banding(n.nilai, n.penyebut, jenis)


def tempat_jenjang() -> dict[str, list[str]]:
    """Under which levels each may stand, for the screen; empty text: at the top of a document."""
    return {jenis: sorted(j or "" for j in induk) for jenis, induk in JENJANG.items()}
