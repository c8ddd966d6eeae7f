"""Identity of a legal text: what it is, when in force, what it repeals, how sure we are of it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from sakip_rules.regulasi.baca import Isi, baca_dokumen
from sakip_rules.regulasi.medan import boleh_null, bulat, daftar, peta, pilihan, tanggal, teks
from sakip_rules.waktu import Masa

POLA_ID = r"[a-z0-9]+(-[a-z0-9]+)*"


class StatusNaskah(StrEnum):
    """How far something was checked against the official text."""

    BELUM = "belum"
    SEBAGIAN = "sebagian"
    DIBACA = "dibaca"


class Kepastian(StrEnum):
    """How well one fact is known: read in the text, or only through others, or disputed."""

    NASKAH = "naskah"
    DUA_SUMBER = "dua_sumber"
    SATU_SUMBER = "satu_sumber"
    BEDA = "beda"
    UMUM = "umum"


@dataclass(frozen=True, slots=True)
class Verifikasi:
    """State of checking a text against its official copy: who checked, when, what is uncertain."""

    status: StatusNaskah
    oleh: tuple[str, ...]
    terakhir_dicek: date | None
    catatan: tuple[tuple[str, Kepastian, str], ...]


@dataclass(frozen=True, slots=True)
class TeksRegulasi:
    """A legal text, or the folder of what is national practice without a text of law."""

    id: str
    jenis: str
    sebutan: str
    judul: str
    ditetapkan: date | None
    diundangkan: date | None
    lembaran: str | None
    masa: Masa
    mencabut: tuple[str, ...]
    dicabut_oleh: str | None
    tautan: str | None
    verifikasi: Verifikasi


STATUS_NASKAH = pilihan(*StatusNaskah)
_KEPASTIAN = pilihan(*Kepastian)
_SKEMA = peta(
    {
        "skema": bulat(paling_kecil=1),
        "id": teks(POLA_ID),
        "jenis": pilihan(
            "undang_undang",
            "peraturan_pemerintah",
            "peraturan_presiden",
            "peraturan_menteri",
            "praktik",
        ),
        "sebutan": teks(),
        "judul": teks(),
        "ditetapkan": boleh_null(tanggal()),
        "diundangkan": boleh_null(tanggal()),
        "lembaran": boleh_null(teks()),
        "berlaku": peta({"mulai": tanggal(), "sampai": boleh_null(tanggal())}),
        "mencabut": daftar(teks(), paling_sedikit=0),
        "dicabut_oleh": boleh_null(teks(POLA_ID)),
        "sumber": peta({"tautan": boleh_null(teks(r"https://.+"))}),
        "verifikasi": peta(
            {
                "status": STATUS_NASKAH,
                "oleh": daftar(teks(), paling_sedikit=0),
                "terakhir_dicek": boleh_null(tanggal()),
                "catatan": daftar(
                    peta({"hal": teks(), "kepastian": _KEPASTIAN, "uraian": teks()}),
                    paling_sedikit=0,
                ),
            }
        ),
    }
)


def baca_masa(isi: Isi) -> Masa:
    """Turn a checked ``{mulai, sampai}`` into a span; an end before the start names its line."""
    if isi["sampai"] is not None and isi["sampai"] < isi["mulai"]:
        raise isi.di("sampai").galat(
            "masa berakhir {sampai}, sebelum mulai {mulai}.",
            sampai=isi["sampai"],
            mulai=isi["mulai"],
        )
    return Masa(isi["mulai"], isi["sampai"])


def baca_teks(berkas: Path, nama: str) -> TeksRegulasi:
    """Read one ``regulasi.yaml``; its id must be the name of its folder."""
    dokumen = baca_dokumen(berkas, nama)
    if len(dokumen) != 1:
        raise dokumen[1].posisi.galat("regulasi.yaml memuat satu teks saja.")
    isi = _SKEMA(dokumen[0])
    if isi["id"] != berkas.parent.name:
        raise isi.di("id").galat(
            "id “{id}” tidak sama dengan nama foldernya “{folder}”.",
            id=isi["id"],
            folder=berkas.parent.name,
        )
    cek = isi["verifikasi"]
    return TeksRegulasi(
        id=isi["id"],
        jenis=isi["jenis"],
        sebutan=isi["sebutan"],
        judul=isi["judul"],
        ditetapkan=isi["ditetapkan"],
        diundangkan=isi["diundangkan"],
        lembaran=isi["lembaran"],
        masa=baca_masa(isi["berlaku"]),
        mencabut=isi["mencabut"],
        dicabut_oleh=isi["dicabut_oleh"],
        tautan=isi["sumber"]["tautan"],
        verifikasi=Verifikasi(
            status=StatusNaskah(cek["status"]),
            oleh=cek["oleh"],
            terakhir_dicek=cek["terakhir_dicek"],
            catatan=tuple(
                (c["hal"], Kepastian(c["kepastian"]), c["uraian"]) for c in cek["catatan"]
            ),
        ),
    )
