"""Strict loader of the law as data (``sakip_regulasi``): dated, cited, verified, never guessed.

**Files.** ``sakip_regulasi/<id-of-text>/regulasi.yaml`` is the identity of a text; every other
``*.yaml`` of that folder holds rules, one YAML document each (``---`` between them)::

    id: akip.predikat                 # at the start of its line; unique words, dots allowed
    jenis: skala_interval             # declared; each kind has its own schema
    versi:
      - berlaku: {mulai: "2022-01-01", sampai: null}      # both ends written, sampai inclusive
        dasar: [{regulasi: permenpanrb-88-2021, letak: "Lampiran, Bab IV", halaman: 23}]
        tafsir: [tafsir-0101]         # optional; each needs a page docs/tafsir/tafsir-0101.md
        verifikasi: {status: sebagian, catatan: …}        # optional: belum | sebagian | dibaca
        …                             # the keys of the kind

Versions of one rule may stand in the folders of several texts; together they leave no gap and no
overlap of time. Numbers and dates are quoted strings; floats, unknown, doubled and missing keys
are errors with file and line. ``contoh/*.yaml`` hold worked cases (``kaidah, dasar, kasus``).

**A kind** is registered by the module that reads it, at its top level::

    SKALA = daftarkan(Jenis("skala_interval", versi={"kelas": daftar(peta({"kode": teks(), …}))},
                            bangun=lambda kepala, versi: SkalaInterval(…)))

Field checkers are in ``sakip_rules.regulasi.medan``: ``teks angka tanggal bulat ya_tidak pilihan
boleh_null atau daftar peta peta_bebas bebas``. ``bangun`` gets the checked head and version and
returns a frozen value; a fault between fields is raised as ``versi.di("kelas").galat("Σ bobot
{jumlah}, bukan 100.", jumlah=…)``. A kind met while reading whose module is not yet imported is
found by itself (the whole kernel is imported before the loader says "tidak dikenal").

**Use**::

    muat_regulasi().kaidah("akip.predikat", pada)          # Kaidah[Any], or KaidahBelumBerlaku
    muat_regulasi().kaidah("akip.predikat", pada, SKALA)   # Kaidah[SkalaInterval]; .isi is typed
    muat_regulasi().versi("akip.predikat")                 # all versions; .regulasi names the text
    muat_regulasi().periksa()                              # every fault of every file at once

A file is read when first needed and once per process, so that a command which needs one rule
starts fast. ``Regulasi(folder)`` opens other data (tests).
"""

from sakip_rules.regulasi.baca import Isi, Posisi
from sakip_rules.regulasi.contoh import Contoh, Kasus
from sakip_rules.regulasi.jenis import Jenis, daftarkan, muat_semua_jenis
from sakip_rules.regulasi.kaidah import Kaidah, VerifikasiKaidah
from sakip_rules.regulasi.kumpulan import Regulasi, muat_regulasi
from sakip_rules.regulasi.teks import Kepastian, StatusNaskah, TeksRegulasi, Verifikasi

__all__ = [
    "Contoh",
    "Isi",
    "Jenis",
    "Kaidah",
    "Kasus",
    "Kepastian",
    "Posisi",
    "Regulasi",
    "StatusNaskah",
    "TeksRegulasi",
    "Verifikasi",
    "VerifikasiKaidah",
    "daftarkan",
    "muat_regulasi",
    "muat_semua_jenis",
]
