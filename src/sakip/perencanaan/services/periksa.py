"""Faults of a konsep: all at once, each with the node or indicator it is about."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from django.db import connection, models
from django.utils.translation import gettext as _

from sakip.bersama.galat import Kesalahan
from sakip.organisasi.models import (
    Jabatan,
    Periode,
    Sifat,
    UnitKerja,
    kode_periode,
)
from sakip.perencanaan import kaidah
from sakip.perencanaan.kaidah.nilai import NilaiBaru
from sakip.perencanaan.models import (
    Agregasi,
    Arah,
    CaraUkur,
    Frekuensi,
    JenisDokumen,
    JenisNilai,
    JenisSimpul,
    PustakaIndikator,
    SimpulVersi,
    Tema,
)
from sakip.perencanaan.services.naskah import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
)
from sakip.perencanaan.services.ubahan.susunan import sebut_tidak_sah

TEKS_TARGET = 60  # as long as a request to change it may write
PILIHAN = {
    "arah": Arah,
    "jenis_nilai": JenisNilai,
    "agregasi": Agregasi,
    "frekuensi": Frekuensi,
    "cara": CaraUkur,
}
# Read off once: an enumeration lists its values anew at every question.
NILAI = {kolom: tuple(pilihan.values) for kolom, pilihan in PILIHAN.items()}
JENJANG = tuple(JenisSimpul.values)
URAIAN_TERPANJANG = 2000
PANJANG = {"kode": 60, "nomenklatur": 30}
TAHUN_PERTAMA, TAHUN_TERAKHIR = 2000, 2060
MASA_TERPANJANG = 25  # years: an RPJPD has twenty


@dataclass(slots=True)
class Rujukan:
    """What a konsep is checked against. A query for each kind of thing that it names."""

    periode: Mapping[tuple[int, str], Periode]
    jabatan: Mapping[str, int]
    unit: Mapping[str, int]
    pustaka: Mapping[str, int]
    induk_luar: Mapping[str, tuple[int, str]]  # "unit:kode" → id of the node, its level
    nilai: dict[tuple[str, int, str], NilaiBaru] = field(default_factory=dict)
    skala: dict[str, str] = field(default_factory=dict)


def rujukan(instansi_id: int, isi: RencanaBaru) -> Rujukan:
    """Fetch periods, posts, units, shared indicators, and nodes of documents above."""
    tahun = {t.tahun for i in isi.indikator for t in i.target} | {isi.tahun_mulai}
    jabatan = {i.pengampu for i in isi.indikator} | {s.jabatan for s in isi.simpul}
    luar = {s.induk for s in isi.simpul if s.induk and ":" in s.induk}
    return Rujukan(
        periode={
            (p.tahun, kode_periode(p.jenis, p.nomor)): p
            for p in Periode.objects.filter(tahun__in=tahun)
        },
        jabatan=_id_menurut(Jabatan, "kode", instansi_id, jabatan),
        unit=_id_menurut(UnitKerja, "slug", instansi_id, {s.pemilik for s in isi.simpul}),
        pustaka=_id_menurut(
            PustakaIndikator, "kode", instansi_id, {i.pustaka for i in isi.indikator}
        ),
        induk_luar=_induk_luar(instansi_id, luar, isi) if luar else {},
    )


def _id_menurut(
    model: type[models.Model], kolom: str, instansi_id: int, kode: set[str | None]
) -> dict[str, int]:
    """Ids of the rows that these codes name; no query where none is named."""
    dicari = kode - {None}
    if not dicari:
        return {}
    return dict(
        model._default_manager.filter(
            instansi_id=instansi_id, **{f"{kolom}__in": dicari}
        ).values_list(kolom, "pk")
    )


# Ways up from nodes of other documents, through the latest version of each, whatever its document.
SQL_NAIK = """
WITH RECURSIVE naik AS (
    SELECT s.id AS asal, s.id AS simpul, ARRAY[s.id] AS jejak
    FROM perencanaan_simpul s WHERE s.id = ANY(%(luar)s)
    UNION ALL
    SELECT n.asal, v.induk_id, n.jejak || v.induk_id
    FROM naik n
    JOIN LATERAL (SELECT induk_id FROM perencanaan_simpulversi
                  WHERE simpul_id = n.simpul ORDER BY dokumen_versi_id DESC LIMIT 1) v ON true
    WHERE v.induk_id IS NOT NULL AND NOT v.induk_id = ANY(n.jejak)
)
SELECT DISTINCT n.asal
FROM naik n
JOIN perencanaan_simpul s ON s.id = n.simpul
JOIN organisasi_unitkerja u ON u.id = s.unit_id
WHERE u.instansi_id = %(instansi)s AND u.slug = %(unit)s AND s.kode = ANY(%(kode)s)
"""


def _berputar(instansi_id: int, luar: list[int], isi: RencanaBaru) -> set[int]:
    """Which of these nodes stand, by however many documents, below a node of this. One query."""
    with connection.cursor() as kursor:
        kursor.execute(
            SQL_NAIK,
            {
                "luar": luar,
                "instansi": instansi_id,
                "unit": isi.unit,
                "kode": [s.kode for s in isi.simpul],
            },
        )
        return {asal for (asal,) in kursor.fetchall()}


def _induk_luar(instansi_id: int, luar: set[str], isi: RencanaBaru) -> dict[str, tuple[int, str]]:
    """Nodes of other documents, with the level their latest version gives them. Two queries.

    Those that stand below this document themselves are left out: documents must not form a ring.
    """
    hasil = {}
    for slug, kode, pk, jenis in (
        SimpulVersi.objects.filter(
            instansi_id=instansi_id,
            simpul__unit__slug__in={k.partition(":")[0] for k in luar},
            simpul__kode__in={k.partition(":")[2] for k in luar},
        )
        .order_by("dokumen_versi_id")
        .values_list("simpul__unit__slug", "simpul__kode", "simpul_id", "jenis")
    ):
        hasil[f"{slug}:{kode}"] = (pk, jenis)
    putar = _berputar(instansi_id, [pk for pk, _jenis in hasil.values()], isi)
    return {k: v for k, v in hasil.items() if v[0] not in putar}


def periksa(isi: RencanaBaru, ada: Rujukan) -> tuple[Kesalahan, ...]:
    """Every fault; the values of targets that could be read are left in ``ada.nilai``."""
    return (
        *_dokumen(isi),
        *_simpul(isi, ada),
        *_indikator(isi, ada),
        *_dukungan(isi),
    )


def _dokumen(isi: RencanaBaru) -> Iterator[Kesalahan]:
    if isi.jenis not in JenisDokumen.values or isi.jenis == JenisDokumen.RENAKSI:
        boleh = ", ".join(j for j in JenisDokumen.values if j != JenisDokumen.RENAKSI)
        yield Kesalahan("jenis", _("Pilih: %s.") % boleh)
    if not isi.judul.strip():
        yield Kesalahan("judul", _("Wajib diisi."))
    if isi.sifat not in Sifat.values:
        yield Kesalahan("sifat", _("Pilih: %s.") % ", ".join(Sifat.values))
    masa = isi.tahun_selesai - isi.tahun_mulai
    if not TAHUN_PERTAMA <= isi.tahun_mulai <= TAHUN_TERAKHIR:
        yield Kesalahan(
            "tahun_mulai", _("Tahun %s di luar jangkauan (2000–2060).") % isi.tahun_mulai
        )
    if not 0 <= masa < MASA_TERPANJANG:
        yield Kesalahan("tahun_selesai", _("Masa dokumen 1 sampai 25 tahun; periksa tahunnya."))
    if not isi.simpul:
        yield Kesalahan("simpul", _("Dokumen memuat sekurangnya satu tujuan."))


def _simpul(isi: RencanaBaru, ada: Rujukan) -> Iterator[Kesalahan]:
    jenis: dict[str, str] = {}
    for s in isi.simpul:
        letak = _letak_simpul(s)
        if not s.kode.strip() or ":" in s.kode:
            yield Kesalahan(letak, _("Kode wajib diisi dan tidak memuat titik dua."), "kode")
        if s.kode in jenis:
            yield Kesalahan(letak, _("Kode “%s” tertulis dua kali.") % s.kode, "kode")
        for kolom, panjang in PANJANG.items():
            if len(getattr(s, kolom)) > panjang:
                yield Kesalahan(letak, _("Kode paling panjang %s huruf.") % panjang, kolom)
        if not s.uraian.strip():
            yield Kesalahan(letak, _("Uraian wajib diisi."), "uraian")
        if len(s.uraian) > URAIAN_TERPANJANG:
            yield Kesalahan(
                letak, _("Uraian paling panjang %s huruf.") % URAIAN_TERPANJANG, "uraian"
            )
        if s.jenis not in JENJANG:
            yield Kesalahan(
                letak,
                _("Jenjang “%s” tidak dikenal. Pilih: %s.") % (s.jenis, _daftar_jenjang()),
                "jenis",
            )
        else:
            yield from _induk(s, letak, jenis, ada)
        jenis.setdefault(s.kode, s.jenis)
        yield from _milik(s, letak, isi, ada)


def _milik(s: SimpulBaru, letak: str, isi: RencanaBaru, ada: Rujukan) -> Iterator[Kesalahan]:
    """Who answers for a node, what themes it serves, what it may cost."""
    if s.pemilik is not None and s.pemilik not in ada.unit:
        yield Kesalahan(letak, _("Unit pemilik “%s” tidak ada.") % s.pemilik, "pemilik")
    if s.jabatan is not None and s.jabatan not in ada.jabatan:
        yield Kesalahan(letak, _("Jabatan pemilik “%s” tidak ada.") % s.jabatan, "jabatan")
    for tema in s.tema:
        if tema not in Tema.values:
            yield Kesalahan(
                letak,
                _("Tema “%(ada)s” tidak dikenal. Pilih: %(boleh)s.")
                % {"ada": tema, "boleh": ", ".join(Tema.values)},
                "tema",
            )
    if len({tahun for tahun, _rupiah in s.pagu}) < len(s.pagu):
        yield Kesalahan(letak, _("Pagu satu tahun tertulis dua kali."))
    for tahun, rupiah in s.pagu:
        if not isi.tahun_mulai <= tahun <= isi.tahun_selesai:
            yield Kesalahan(
                letak, _("Pagu tahun %s di luar masa dokumen.") % tahun, f"pagu_{tahun}"
            )
        if rupiah < 0:
            yield Kesalahan(letak, _("Pagu tahun %s kurang dari nol.") % tahun, f"pagu_{tahun}")


def _daftar_jenjang() -> str:
    return ", ".join(JenisSimpul.values)


def _letak_simpul(s: SimpulBaru) -> str:
    return _("simpul %s") % (s.kode or "–")


def _induk(
    s: SimpulBaru, letak: str, jenis: Mapping[str, str], ada: Rujukan
) -> Iterator[Kesalahan]:
    if s.induk is None:
        jenis_induk = None
    elif ":" in s.induk and s.induk in ada.induk_luar:
        jenis_induk = ada.induk_luar[s.induk][1]
    elif s.induk in jenis and s.induk != s.kode:
        jenis_induk = jenis[s.induk]
    elif ":" in s.induk:
        yield Kesalahan(
            letak,
            _("Induk “%s” tidak ada, atau berada di bawah dokumen ini sendiri.") % s.induk,
            "induk",
        )
        return
    else:
        yield Kesalahan(
            letak, _("Induk “%s” tidak ada, atau ditulis sesudahnya.") % s.induk, "induk"
        )
        return
    if not kaidah.induk_sah(s.jenis, jenis_induk):
        yield Kesalahan(letak, sebut_tidak_sah(s.jenis, jenis_induk), "induk")


def _indikator(isi: RencanaBaru, ada: Rujukan) -> Iterator[Kesalahan]:
    simpul = {s.kode for s in isi.simpul}
    kode: set[str] = set()
    for i in isi.indikator:
        letak = _("indikator %s") % (i.kode or "–")
        if not i.kode.replace("-", "").replace("_", "").isalnum():
            yield Kesalahan(letak, _("Kode memuat huruf, angka dan tanda hubung saja."), "kode")
        if i.kode in kode:
            yield Kesalahan(letak, _("Kode “%s” tertulis dua kali.") % i.kode, "kode")
        kode.add(i.kode)
        if not i.nama.strip():
            yield Kesalahan(letak, _("Nama wajib diisi."), "nama")
        if i.simpul not in simpul:
            yield Kesalahan(letak, _("Simpul “%s” tidak ada di dokumen ini.") % i.simpul, "simpul")
        for kolom, boleh in NILAI.items():
            if getattr(i, kolom) not in boleh:
                yield Kesalahan(
                    letak,
                    _("%(kolom)s “%(ada)s” tidak dikenal. Pilih: %(boleh)s.")
                    % {
                        "kolom": kolom,
                        "ada": getattr(i, kolom),
                        "boleh": ", ".join(boleh),
                    },
                    kolom,
                )
        if i.pengampu is not None and i.pengampu not in ada.jabatan:
            yield Kesalahan(letak, _("Jabatan pengampu “%s” tidak ada.") % i.pengampu, "pengampu")
        if i.pustaka is not None and i.pustaka not in ada.pustaka:
            yield Kesalahan(letak, _("Indikator pustaka “%s” tidak ada.") % i.pustaka, "pustaka")
        yield from _target(i, letak, isi, ada)


def _target(i: IndikatorBaru, letak: str, isi: RencanaBaru, ada: Rujukan) -> Iterator[Kesalahan]:
    periode: set[tuple[int, str]] = set()
    for t in i.target:
        kunci = (t.tahun, t.periode)
        kolom = f"target_{t.tahun}"
        if kunci in periode:
            yield Kesalahan(
                letak, _("Target %s %s tertulis dua kali.") % (t.tahun, t.periode), kolom
            )
        periode.add(kunci)
        if kunci not in ada.periode or not isi.tahun_mulai <= t.tahun <= isi.tahun_selesai:
            yield Kesalahan(
                letak, _("Periode %s %s di luar masa dokumen.") % (t.tahun, t.periode), kolom
            )
        if len(t.teks) > TEKS_TARGET:
            yield Kesalahan(letak, _("Target paling panjang %s huruf.") % TEKS_TARGET, kolom)
            continue
        try:
            ada.nilai[i.kode, *kunci] = kaidah.baca_target(t.teks, jenis=i.jenis_nilai, arah=i.arah)
        except kaidah.MasukanSalah as sebab:
            pesan = _("Target %s: %s") % (t.tahun, kaidah.terjemah(sebab.kalimat))
            yield Kesalahan(letak, pesan, kolom)
    yield from _skala(i, letak, ada)


def _skala(i: IndikatorBaru, letak: str, ada: Rujukan) -> Iterator[Kesalahan]:
    """Which scale holds the predicates that are promised; asked once an indicator."""
    kode = {
        t.tahun: n.kode
        for t in i.target
        if (n := ada.nilai.get((i.kode, t.tahun, t.periode))) is not None and n.kode is not None
    }
    if i.jenis_nilai != JenisNilai.PREDIKAT or not kode:
        return
    akhir = ada.periode.get((max(kode), "tahun"))
    if akhir is None:
        return
    try:
        ada.skala[i.kode] = kaidah.cari_skala(list(kode.values()), akhir.selesai)
    except kaidah.MasukanSalah as sebab:
        yield Kesalahan(letak, kaidah.terjemah(sebab.kalimat))


def _dukungan(isi: RencanaBaru) -> Iterator[Kesalahan]:
    simpul, indikator = {s.kode for s in isi.simpul}, {i.kode for i in isi.indikator}
    for s, i in isi.dukungan:
        letak = _("simpul %s") % s
        if s not in simpul:
            yield Kesalahan(letak, _("Simpul “%s” tidak ada di dokumen ini.") % s, "mendukung")
        if i not in indikator:
            pesan = _("Indikator “%s” tidak ada di dokumen ini.") % i
            yield Kesalahan(letak, pesan, "mendukung")
