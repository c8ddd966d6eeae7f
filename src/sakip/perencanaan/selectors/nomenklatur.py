"""Looking things up in the national nomenclature."""

import re
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.perencanaan.models import Nomenklatur

BANYAK = 20
KATA = 8  # words of a search that are looked at
SERUPA = "0.45"  # how like a word must be to count as the one that was meant
KODE = re.compile(r"[0-9X][0-9X.]*", re.IGNORECASE)
KOLOM = ("kode", "tingkat", "nama", "kinerja", "indikator", "satuan", "berlaku_sampai", "pengganti")

# Whole words first by plain containment (any order); the trigram index answers both forms.
SQL_KATA = """
SELECT {kolom} FROM perencanaan_nomenklatur
WHERE instansi_id = %(instansi)s AND {syarat} {saring}
ORDER BY berlaku_sampai IS NOT NULL, {urut}
LIMIT %(banyak)s
"""
# One misspelt word is still like some word of the name it was meant for. The names are asked for
# alone, so that the trigram index answers: beside the instansi the planner reads all its names.
SQL_SERUPA = """
WITH mirip AS MATERIALIZED (
  SELECT id FROM perencanaan_nomenklatur WHERE %(kata)s <%% lower(nama)
)
SELECT {kolom} FROM perencanaan_nomenklatur
WHERE id IN (SELECT id FROM mirip) AND instansi_id = %(instansi)s {saring}
ORDER BY berlaku_sampai IS NOT NULL, word_similarity(%(kata)s, lower(nama)) DESC, kode
LIMIT %(banyak)s
"""


@dataclass(frozen=True, slots=True)
class ButirNomenklatur:
    """One line of the list as a page or a form shows it."""

    kode: str
    tingkat: str
    nama: str
    kinerja: str
    indikator: str
    satuan: str
    berlaku_sampai: int | None
    pengganti: str


def cari_nomenklatur(
    lingkup: Lingkup, teks: str, *, tingkat: str = "", bidang: str = "", banyak: int = BANYAK
) -> list[ButirNomenklatur]:
    """Lines that a text may mean, the likeliest first: a code's beginning, or words of the name.

    Words stand in any order; when no name holds them all, the names most like the text are given,
    so that a slip of the finger still finds. Codes that are used no more come last. One query, or
    three for names that are alike; nothing is asked for an empty text without a filter.
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA)
    teks = " ".join(teks.lower().split())[:200]
    isi: dict[str, Any] = {"instansi": lingkup.instansi_id, "banyak": banyak}
    saring = _saring(isi, tingkat, bidang)
    if KODE.fullmatch(teks) and any(h.isdigit() for h in teks):
        isi["awal"] = f"{polos_pola(teks.upper())}%"
        return _jalankan(SQL_KATA, "kode LIKE %(awal)s", "kode", saring, isi)
    kata = [k for k in re.split(r"[\s/,]+", teks) if k][:KATA]
    if not kata:
        if not saring:
            return []
        return _jalankan(SQL_KATA, "true", "kode", saring, isi)
    for n, k in enumerate(kata):
        isi[f"k{n}"] = f"%{polos_pola(k)}%"
    isi["depan"] = f"{polos_pola(teks)}%"
    syarat = " AND ".join(f"lower(nama) LIKE %(k{n})s" for n in range(len(kata)))
    urut = "lower(nama) LIKE %(depan)s DESC, length(nama), kode"
    kena = _jalankan(SQL_KATA, syarat, urut, saring, isi)
    if kena:
        return kena
    return _serupa(" ".join(kata), saring, isi)


def _serupa(teks: str, saring: str, isi: dict[str, Any]) -> list[ButirNomenklatur]:
    """Names like the text. For this one read the index is preferred to reading every name."""
    isi["kata"] = teks
    with transaction.atomic(), connection.cursor() as kursor:
        kursor.execute(
            "SELECT set_config('pg_trgm.word_similarity_threshold', %s, true),"
            " set_config('enable_seqscan', 'off', true)",
            [SERUPA],
        )
        return _jalankan(SQL_SERUPA, "", "", saring, isi)


def _saring(isi: dict[str, Any], tingkat: str, bidang: str) -> str:
    saring = ""
    if tingkat:
        isi["tingkat"] = tingkat
        saring += " AND tingkat = %(tingkat)s"
    if bidang:
        isi["bidang"], isi["bidang_bawah"] = bidang, f"{polos_pola(bidang)}.%"
        saring += " AND (kode = %(bidang)s OR kode LIKE %(bidang_bawah)s)"
    return saring


def polos_pola(teks: str) -> str:
    """A text whose own signs mean nothing to LIKE."""
    return teks.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _jalankan(
    sql: str, syarat: str, urut: str, saring: str, isi: dict[str, Any]
) -> list[ButirNomenklatur]:
    # Only our own words are put into the statement; what was typed travels as a parameter.
    perintah = sql.format(kolom=", ".join(KOLOM), syarat=syarat, urut=urut, saring=saring)
    with connection.cursor() as kursor:
        kursor.execute(perintah, isi)
        return [ButirNomenklatur(*baris) for baris in kursor.fetchall()]


def daftar_bidang(lingkup: Lingkup) -> list[tuple[str, str]]:
    """Codes and names of the fields that were loaded. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA)
    return list(
        Nomenklatur.objects.filter(instansi_id=lingkup.instansi_id, tingkat="bidang")
        .order_by("kode")
        .values_list("kode", "nama")
    )
