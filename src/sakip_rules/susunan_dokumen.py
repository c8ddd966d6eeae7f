"""The kind ``susunan_dokumen``: which parts a document has, in which order, and which it must have.

A document is set from this list and from frozen data. A part that the law asks for and that has no
data yet is named as missing in the document; nothing is left out in silence. Sources: PermenPANRB
53/2014 Lampiran I (perjanjian kinerja), Lampiran II and anak lampiran II/1 (laporan kinerja),
Lampiran III (reviu); published letters for the LHE under 88/2021; tafsir-0301..0303.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sakip_rules.galat import MasukanSalah
from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.regulasi import Isi, Jenis, Kaidah, daftarkan, muat_regulasi
from sakip_rules.regulasi.medan import bulat, daftar, peta, peta_bebas, pilihan, teks

PEMISAH: Final = "."
_KODE: Final = r"[a-z0-9_]+(\.[a-z0-9_]+)*"
_NAMA: Final = r"[a-z0-9_]+"


class JenisDokumen(StrEnum):
    """The documents that have a structure of their own."""

    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    LAPORAN_KINERJA = "laporan_kinerja"
    LAPORAN_HASIL_EVALUASI = "laporan_hasil_evaluasi"
    SERAH_TERIMA_KINERJA = "serah_terima_kinerja"


class TingkatDokumen(StrEnum):
    """Whose document it is: the government's own, or that of one perangkat daerah."""

    PEMERINTAH_DAERAH = "pemerintah_daerah"
    PERANGKAT_DAERAH = "perangkat_daerah"


class Keharusan(StrEnum):
    """How strongly a part is asked for (tafsir-0301 says how the text was read)."""

    WAJIB = "wajib"
    BILA_ADA = "bila_ada"
    DIANJURKAN = "dianjurkan"


@dataclass(frozen=True, slots=True)
class Analisis:
    """One of the analyses made for every sasaran; ``nomor`` is its place in the text."""

    kode: str
    nomor: int
    uraian: str
    keharusan: Keharusan
    letak: str


@dataclass(frozen=True, slots=True)
class BagianSusunan:
    """One part. ``kode`` holds the codes of the parts around it: ``bab_3.capaian``.

    ``nomor`` is printed before the title ("Bab III"), ``isi`` says what belongs there in our own
    words, ``kolom`` are the heads of its table. ``tingkat`` empty: for every level.
    """

    kode: str
    nomor: str | None
    judul: str
    keharusan: Keharusan
    letak: str
    isi: str | None
    kolom: tuple[str, ...]
    analisis: tuple[str, ...]
    tingkat: tuple[TingkatDokumen, ...]

    @property
    def induk(self) -> str | None:
        """Code of the part around it, ``None`` at the top."""
        return self.kode.rpartition(PEMISAH)[0] or None

    @property
    def kedalaman(self) -> int:
        """1 for a chapter, 2 for a section of it, and so on."""
        return self.kode.count(PEMISAH) + 1


@dataclass(frozen=True, slots=True)
class SusunanDokumen:
    """The structure of one document: its parts in order, the analyses, and fixed sentences."""

    dokumen: JenisDokumen
    sebutan: str
    bagian: tuple[BagianSusunan, ...]
    analisis: tuple[Analisis, ...]
    kalimat: Mapping[str, str]

    def untuk(self, tingkat: TingkatDokumen) -> "SusunanDokumen":
        """The same structure without the parts that are for another level only."""
        dipakai = tuple(b for b in self.bagian if not b.tingkat or tingkat in b.tingkat)
        return SusunanDokumen(self.dokumen, self.sebutan, dipakai, self.analisis, self.kalimat)

    def anak(self, kode: str | None) -> tuple[BagianSusunan, ...]:
        """The parts directly inside one part, or the top ones (``None``)."""
        return tuple(b for b in self.bagian if b.induk == kode)

    def cari(self, kode: str) -> BagianSusunan:
        """One part. Raises ``MasukanSalah`` for a code that this structure does not have."""
        for bagian in self.bagian:
            if bagian.kode == kode:
                return bagian
        raise MasukanSalah(
            kalimat("{sebutan} tidak mempunyai bagian “{kode}”.", sebutan=self.sebutan, kode=kode)
        )


def susunan_dokumen(id: str, pada: date) -> Kaidah[SusunanDokumen]:
    """Give the structure in force on a day, with its citation; ``KaidahBelumBerlaku`` if none is.

    For a perjanjian the day of signing counts, for a report the last day of the year it reports.
    """
    return muat_regulasi().kaidah(id, pada, SUSUNAN_DOKUMEN)


def bagian_kurang(susunan: SusunanDokumen, ada: Collection[str]) -> tuple[Kalimat, ...]:
    """One sentence for each obligatory part that is not among ``ada``, in the document's order.

    A part that holds others is there when all its own obligatory parts are, so only leaves count.
    """
    return tuple(
        kalimat("Belum ada data: {bagian}.", bagian=_nama_lengkap(susunan, bagian))
        for bagian in susunan.bagian
        if bagian.keharusan is Keharusan.WAJIB
        and bagian.kode not in ada
        and not susunan.anak(bagian.kode)
    )


def _nama_lengkap(susunan: SusunanDokumen, bagian: BagianSusunan) -> str:
    if bagian.induk is None:
        return bagian.judul
    atas = susunan.cari(bagian.induk)
    return f"{atas.nomor or atas.judul}, {bagian.judul}"


def _bangun(kepala: Isi, versi: Isi) -> SusunanDokumen:
    analisis = tuple(
        Analisis(a["kode"], a["nomor"], a["uraian"], Keharusan(a["keharusan"]), a["letak"])
        for a in versi.get("analisis", ())
    )
    _urut(versi, analisis)
    dikenal = {a.kode for a in analisis}
    bagian: list[BagianSusunan] = []
    for isi in versi["bagian"]:
        satu = _bagian(isi)
        if satu.kode in {b.kode for b in bagian}:
            raise isi.di("kode").galat("kode bagian “{kode}” ganda.", kode=satu.kode)
        if satu.induk is not None and satu.induk not in {b.kode for b in bagian}:
            raise isi.di("kode").galat(
                "bagian “{kode}” ditulis sebelum induknya “{induk}”.",
                kode=satu.kode,
                induk=satu.induk,
            )
        for kode in satu.analisis:
            if kode not in dikenal:
                raise isi.di("analisis").galat("analisis “{kode}” tidak didaftar.", kode=kode)
        bagian.append(satu)
    tak_dipakai = dikenal - {kode for b in bagian for kode in b.analisis}
    if tak_dipakai:
        raise versi.di("analisis").galat(
            "analisis {kode} tidak dipakai bagian mana pun.", kode=", ".join(sorted(tak_dipakai))
        )
    return SusunanDokumen(
        dokumen=JenisDokumen(kepala["dokumen"]),
        sebutan=kepala["sebutan"],
        bagian=tuple(bagian),
        analisis=analisis,
        kalimat=dict(versi.get("kalimat", {})),
    )


def _urut(versi: Isi, analisis: tuple[Analisis, ...]) -> None:
    nomor = [a.nomor for a in analisis]
    if nomor != list(range(1, len(nomor) + 1)):
        raise versi.di("analisis").galat(
            "nomor analisis harus 1, 2, 3 … berurutan; tertulis {nomor}.",
            nomor=", ".join(map(str, nomor)),
        )


def _bagian(isi: Isi) -> BagianSusunan:
    return BagianSusunan(
        kode=isi["kode"],
        nomor=isi.get("nomor"),
        judul=isi["judul"],
        keharusan=Keharusan(isi["keharusan"]),
        letak=isi["letak"],
        isi=isi.get("isi"),
        kolom=isi.get("kolom", ()),
        analisis=isi.get("analisis", ()),
        tingkat=tuple(TingkatDokumen(t) for t in isi.get("tingkat", ())),
    )


SUSUNAN_DOKUMEN: Final = daftarkan(
    Jenis(
        "susunan_dokumen",
        kepala={"sebutan": teks(), "dokumen": pilihan(*JenisDokumen)},
        versi={
            "bagian": daftar(
                peta(
                    {
                        "kode": teks(_KODE),
                        "judul": teks(),
                        "keharusan": pilihan(*Keharusan),
                        "letak": teks(),
                    },
                    {
                        "nomor": teks(),
                        "isi": teks(),
                        "kolom": daftar(teks()),
                        "analisis": daftar(teks(_NAMA)),
                        "tingkat": daftar(pilihan(*TingkatDokumen)),
                    },
                )
            )
        },
        versi_boleh={
            "analisis": daftar(
                peta(
                    {
                        "kode": teks(_NAMA),
                        "nomor": bulat(paling_kecil=1),
                        "uraian": teks(),
                        "keharusan": pilihan(*Keharusan),
                        "letak": teks(),
                    }
                )
            ),
            "kalimat": peta_bebas(teks(), kunci=teks(_NAMA)),
        },
        bangun=_bangun,
    )
)
