"""The kind ``urutan_dokumen``: planning documents in the order of law, and what each one follows.

A document is judged against those that it follows: whether they are there, were laid down, and are
not newer than itself. Sources: UU 25/2004, Permendagri 86/2017, PP 12/2019, PermenPANRB 53/2014;
what they leave open is tafsir-0017. Algorithm: ``docs/algoritma/urutan-dokumen.md``.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from sakip_rules.kalimat import Kalimat, kalimat
from sakip_rules.regulasi import Isi, Jenis, Kaidah, daftarkan, muat_regulasi
from sakip_rules.regulasi.medan import boleh_null, bulat, daftar, peta, pilihan, teks

_KODE: Final = r"[a-z0-9_]+"
ID_URUTAN: Final = "perencanaan.urutan_dokumen"


class Milik(StrEnum):
    """Whose document it is."""

    PEMERINTAH_DAERAH = "pemerintah_daerah"
    PERANGKAT_DAERAH = "perangkat_daerah"
    KEDUANYA = "keduanya"


@dataclass(frozen=True, slots=True)
class Tahap:
    """One step: its document, whose it is, its span in years, the steps that it follows.

    ``jenis`` are the kinds of documents that take this step (RPJMD, or RPD in between);
    ``wajib`` is whether every year has one; ``letak`` cites the text, ``kepastian`` says how well
    it was read.
    """

    kode: str
    sebutan: str
    jenis: tuple[str, ...]
    milik: Milik
    masa: int | None
    mengikuti: tuple[str, ...]
    wajib: bool
    letak: str
    kepastian: str

    def untuk(self, *, pemda: bool) -> bool:
        """Whether the government itself (``pemda``), or a unit of it, writes this document."""
        lain = Milik.PERANGKAT_DAERAH if pemda else Milik.PEMERINTAH_DAERAH
        return self.milik is not lain


@dataclass(frozen=True, slots=True)
class DokumenAda:
    """A document that is there: its name, and when its first and last versions were laid down.

    Both are ``None`` for one that is only drafted.
    """

    judul: str
    pertama: date | None
    terakhir: date | None


def _bangun(_kepala: Isi, versi: Isi) -> tuple[Tahap, ...]:
    semua: dict[str, Tahap] = {}
    for t in versi["tahap"]:
        if t["kode"] in semua:
            raise t.di("kode").galat("Tahap {kode} tertulis dua kali.", kode=t["kode"])
        for sebelum in t["mengikuti"]:
            if sebelum not in semua:
                raise t.di("mengikuti").galat(
                    "{kode} mengikuti {sebelum}, yang tidak ditulis di atasnya.",
                    kode=t["kode"],
                    sebelum=sebelum,
                )
        semua[t["kode"]] = Tahap(
            kode=t["kode"],
            sebutan=t["sebutan"],
            jenis=tuple(t["jenis"]),
            milik=Milik(t["milik"]),
            masa=t["masa"],
            mengikuti=tuple(t["mengikuti"]),
            wajib=t["keharusan"] == "wajib",
            letak=t["letak"],
            kepastian=t["kepastian"],
        )
    return tuple(semua.values())


URUTAN_DOKUMEN: Final = daftarkan(
    Jenis(
        "urutan_dokumen",
        versi={
            "tahap": daftar(
                peta(
                    {
                        "kode": teks(_KODE),
                        "sebutan": teks(),
                        "jenis": daftar(teks(_KODE)),
                        "milik": pilihan(*Milik),
                        "masa": boleh_null(bulat(1)),
                        "mengikuti": daftar(teks(_KODE), 0),
                        "keharusan": pilihan("wajib", "bila_ada"),
                        "letak": teks(),
                        "kepastian": pilihan("naskah", "dua_sumber", "satu_sumber", "umum"),
                    }
                )
            )
        },
        bangun=_bangun,
    )
)


def urutan_dokumen(pada: date) -> Kaidah[tuple[Tahap, ...]]:
    """The order in force on a day; raises ``KaidahBelumBerlaku`` before there was one."""
    return muat_regulasi().kaidah(ID_URUTAN, pada, URUTAN_DOKUMEN)


def temuan_urutan(
    tahap: Tahap, semua: Sequence[Tahap], ada: Mapping[str, DokumenAda]
) -> tuple[Kalimat, ...]:
    """What does not hang together between a document and those it follows.

    ``ada`` holds documents by the code of their step. A document that is not there has nothing to
    be said of it: its absence is shown by its step.
    """
    if tahap.kode not in ada:
        return ()
    menurut_kode = {t.kode: t for t in semua}
    return tuple(_terhadap(tahap, ada, [menurut_kode[k] for k in tahap.mengikuti]))


def _terhadap(
    tahap: Tahap, ada: Mapping[str, DokumenAda], sebelum: Sequence[Tahap]
) -> Iterator[Kalimat]:
    ini = ada[tahap.kode]
    for s in sebelum:
        dasar = ada.get(s.kode)
        if dasar is None:
            yield kalimat(
                "{ini} mengikuti {dasar}, yang belum ada.", ini=ini.judul, dasar=s.sebutan
            )
        elif ini.pertama is None:
            continue  # a draft may still wait for what it follows
        elif dasar.pertama is None or ini.pertama < dasar.pertama:
            yield kalimat(
                "{ini} ditetapkan sebelum {dasar} ditetapkan.", ini=ini.judul, dasar=dasar.judul
            )
        elif _lebih_tua(ini, dasar):
            yield kalimat(
                "{ini} lebih tua daripada perubahan terakhir {dasar}.",
                ini=ini.judul,
                dasar=dasar.judul,
            )


def _lebih_tua(ini: DokumenAda, dasar: DokumenAda) -> bool:
    return ini.terakhir is not None and dasar.terakhir is not None and ini.terakhir < dasar.terakhir


def masa_sah(tahap: Tahap, tahun_mulai: int, tahun_selesai: int) -> bool:
    """Whether a span fits: exactly one year for a yearly document, else at most its own length.

    The law gives a five years' plan five years; a government in transition has a shorter one, and
    the plans of its units follow it (tafsir-0017).
    """
    lama = tahun_selesai - tahun_mulai + 1
    if tahap.masa is None:
        return lama >= 1
    return lama == 1 if tahap.masa == 1 else 1 < lama <= tahap.masa
