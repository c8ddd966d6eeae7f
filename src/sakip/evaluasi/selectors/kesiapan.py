"""Readiness of evidence: what the system itself can already show for each criterion.

It says what is there, not how good it is: it covers mainly keberadaan, and is never turned into an
answer or a predikat. A unit sees it all year long, the team beside its sheet.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.evaluasi.models import (
    Evaluasi,
    KeadaanEvaluasi,
    KeadaanRekomendasi,
    LembarJawaban,
    Rekomendasi,
    Tingkat,
)
from sakip.manfaat.models import KeputusanAnggaran
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan.models import KeadaanLaporan, LaporanKinerja
from sakip.pengukuran.models import BuktiRealisasi, KeadaanLembar, LembarPengukuran
from sakip.perencanaan.models import DokumenVersi, IndikatorVersi, JenisDokumen
from sakip.perjanjian.models import (
    KeadaanAksi,
    KeadaanPerjanjian,
    PerjanjianKinerja,
    RencanaAksi,
)
from sakip.perjanjian.selectors import anggaran_berlaku

TRIWULAN = 4
_DISETUJUI = frozenset({KeadaanLembar.DISETUJUI, KeadaanLembar.DITELAAH, KeadaanLembar.TERKUNCI})
_DITELAAH = frozenset({KeadaanLembar.DITELAAH, KeadaanLembar.TERKUNCI})


@dataclass(frozen=True, slots=True)
class BuktiSistem:
    """What the system can show for one criterion: a meaning, a sentence, and where it stands.

    ``keadaan`` is one of the six meanings; only ``selesai`` speaks for the criterion.
    """

    butir: str
    keadaan: str
    kalimat: str
    halaman: str = ""
    isi: tuple[object, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class Kesiapan:
    """All that the system can show for a unit's year, by sub-komponen."""

    menurut_sub: dict[str, tuple[BuktiSistem, ...]]

    def sub(self, kode: str) -> tuple[BuktiSistem, ...]:
        return self.menurut_sub.get(kode, ())

    def butir(self, kode: str) -> tuple[BuktiSistem, ...]:
        return tuple(b for b in self.sub(kode.rpartition(".")[0]) if b.butir == kode)

    @property
    def terbukti(self) -> int:
        """How many criteria have evidence that is whole and in time."""
        return len(
            {
                b.butir
                for daftar in self.menurut_sub.values()
                for b in daftar
                if b.keadaan == "selesai"
            }
        )

    @property
    def perhatian(self) -> tuple[BuktiSistem, ...]:
        """What is late or missing though it was due."""
        return tuple(
            b
            for daftar in self.menurut_sub.values()
            for b in daftar
            if b.keadaan in {"terlambat", "perlu_tindakan"}
        )


def kesiapan_bukti(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> Kesiapan:
    """What the system holds as evidence of a unit's year. Ten queries."""
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    semua = [
        *_rencana(unit, tahun),
        *_perjanjian(unit, tahun),
        *_aksi(unit, tahun),
        *_pengukuran(lingkup, unit, tahun),
        *_keputusan(unit, tahun),
        *_laporan(lingkup, unit, tahun),
        *_evaluasi(unit, tahun),
    ]
    menurut: dict[str, list[BuktiSistem]] = {}
    for satu in sorted(semua, key=lambda b: _urut(b.butir)):
        menurut.setdefault(satu.butir.rpartition(".")[0], []).append(satu)
    return Kesiapan({kode: tuple(daftar) for kode, daftar in menurut.items()})


def _urut(butir: str) -> tuple[str, str, int]:
    komponen, huruf, nomor = butir.split(".")
    return komponen, huruf, int(nomor)


def _hari(hari: date) -> str:
    return date_format(hari, "j F Y")


def _rencana(unit: UnitTampak, tahun: int) -> Iterator[BuktiSistem]:
    tempat = ("rencana", (tahun, unit.slug))
    versi = list(
        DokumenVersi.objects.filter(
            dokumen__unit_id=unit.id,
            dokumen__tahun_mulai__lte=tahun,
            dokumen__tahun_selesai__gte=tahun,
            ditetapkan__isnull=False,
        )
        .select_related("dokumen")
        .order_by("-nomor")
    )
    jenis: dict[str, DokumenVersi] = {}
    for v in versi:
        jenis.setdefault(v.dokumen.jenis, v)
    for nama, butir in (
        (JenisDokumen.RENSTRA, "1.a.3"),
        (JenisDokumen.RENJA, "1.a.4"),
        (JenisDokumen.IKU, "1.b.6"),
    ):
        if (ada := jenis.get(nama)) is not None and ada.ditetapkan is not None:
            kalimat = _("%(judul)s ditetapkan %(tanggal)s.") % {
                "judul": ada.dokumen.judul,
                "tanggal": _hari(ada.ditetapkan),
            }
            yield BuktiSistem(butir, "selesai", kalimat, *tempat)
    if (renja := jenis.get(JenisDokumen.RENJA)) is not None:
        yield from _indikator(renja, tempat)
    if (anggaran := anggaran_berlaku(unit.id, tahun)) is not None:
        kalimat = _("%(nomor)s disahkan %(tanggal)s.") % {
            "nomor": anggaran.nomor_dokumen,
            "tanggal": _hari(anggaran.disahkan),
        }
        yield BuktiSistem("1.a.6", "selesai", kalimat, *tempat)


def _indikator(renja: DokumenVersi, tempat: Any) -> Iterator[BuktiSistem]:
    hitung = IndikatorVersi.objects.filter(dokumen_versi=renja).aggregate(
        semua=Count("id"),
        berdefinisi=Count("id", filter=~Q(definisi="")),
        bersumber=Count("id", filter=~Q(sumber_data="")),
    )
    if not hitung["semua"]:
        return
    for butir, kunci, pola in (
        ("2.a.2", "berdefinisi", _("%(ada)s dari %(semua)s indikator berdefinisi operasional.")),
        ("2.a.3", "bersumber", _("%(ada)s dari %(semua)s indikator menyebut sumber datanya.")),
    ):
        penuh = hitung[kunci] == hitung["semua"]
        yield BuktiSistem(
            butir,
            "selesai" if penuh else "sementara",
            pola % {"ada": hitung[kunci], "semua": hitung["semua"]},
            *tempat,
        )


def _perjanjian(unit: UnitTampak, tahun: int) -> Iterator[BuktiSistem]:
    ada = list(
        PerjanjianKinerja.objects.filter(
            unit_id=unit.id, tahun=tahun, keadaan=KeadaanPerjanjian.DITANDATANGANI
        ).order_by("nomor")
    )
    tempat = ("perjanjian", (tahun, unit.slug))
    if ada and ada[0].tanggal_kedua is not None:
        kalimat = _("Perjanjian kinerja ditandatangani %s.") % _hari(ada[0].tanggal_kedua)
        yield BuktiSistem("1.b.1", "selesai", kalimat, *tempat)
    if len(ada) > 1 and ada[-1].tanggal_kedua is not None:
        kalimat = _("Perjanjian kinerja diperbarui %s.") % _hari(ada[-1].tanggal_kedua)
        yield BuktiSistem("1.c.6", "selesai", kalimat, *tempat)


def _aksi(unit: UnitTampak, tahun: int) -> Iterator[BuktiSistem]:
    ada = RencanaAksi.objects.filter(
        unit_id=unit.id, tahun=tahun, keadaan=KeadaanAksi.DISETUJUI
    ).count()
    tempat = ("aksi", (tahun, unit.slug))
    if ada:
        yield BuktiSistem("1.a.5", "selesai", _("Rencana aksi disetujui."), *tempat)
    if ada > 1:
        kalimat = ngettext(
            "Rencana aksi disesuaikan %s kali.", "Rencana aksi disesuaikan %s kali.", ada - 1
        ) % (ada - 1)
        yield BuktiSistem("1.c.4", "selesai", kalimat, *tempat)


def _pengukuran(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> Iterator[BuktiSistem]:
    lembar = list(
        LembarPengukuran.objects.filter(unit_id=unit.id, periode__tahun=tahun)
        .select_related("periode")
        .order_by("periode__nomor")
    )
    if not lembar:
        return
    tempat = ("pengukuran", (tahun, unit.slug))
    diajukan = [x for x in lembar if x.pertama_diajukan is not None]
    terlambat = [x for x in diajukan if x.hari_terlambat]
    for x in terlambat:
        kalimat = ngettext(
            "Triwulan %(n)s terlambat %(hari)s hari kerja.",
            "Triwulan %(n)s terlambat %(hari)s hari kerja.",
            x.hari_terlambat or 0,
        ) % {"n": x.periode.nomor, "hari": x.hari_terlambat}
        yield BuktiSistem("2.b.4", "terlambat", kalimat, *tempat)
    penuh = len(diajukan) == TRIWULAN
    berakhir = date(tahun, 12, 31) < lingkup.pada
    kurang = "perlu_tindakan" if berakhir else "sementara"
    kalimat = _("%(ada)s dari %(semua)s triwulan diukur, %(tepat)s tepat waktu.") % {
        "ada": len(diajukan),
        "semua": TRIWULAN,
        "tepat": len(diajukan) - len(terlambat),
    }
    if not (penuh and terlambat):
        yield BuktiSistem("2.b.4", "selesai" if penuh else kurang, kalimat, *tempat)
    for butir, keadaan, pola in (
        ("2.b.1", _DISETUJUI, _("%(ada)s dari %(semua)s lembar disetujui pimpinan unit.")),
        ("2.b.5", _DITELAAH, _("%(ada)s dari %(semua)s lembar ditelaah jenjang di atasnya.")),
    ):
        ada = sum(x.keadaan in keadaan for x in lembar)
        kalimat = pola % {"ada": ada, "semua": TRIWULAN}
        yield BuktiSistem(butir, "selesai" if ada == TRIWULAN else "sementara", kalimat, *tempat)
    for butir in ("2.b.6", "2.b.7"):
        yield BuktiSistem(butir, "selesai", _("Diukur dengan sistem ini."), *tempat)
    yield from _bukti_realisasi(unit, tahun, tempat)


def _bukti_realisasi(unit: UnitTampak, tahun: int, tempat: Any) -> Iterator[BuktiSistem]:
    banyak = BuktiRealisasi.objects.filter(
        realisasi__unit_id=unit.id, realisasi__periode__tahun=tahun
    ).count()
    if banyak:
        kalimat = ngettext(
            "%s bukti terlampir pada realisasi.", "%s bukti terlampir pada realisasi.", banyak
        ) % (banyak)
        yield BuktiSistem("2.b.2", "selesai", kalimat, *tempat)


def _keputusan(unit: UnitTampak, tahun: int) -> Iterator[BuktiSistem]:
    daftar = KeputusanAnggaran.objects.filter(unit_id=unit.id, tanggal__year=tahun)
    banyak = daftar.count()
    if banyak:
        kalimat = ngettext(
            "%s keputusan anggaran berdasar hasil ukur.",
            "%s keputusan anggaran berdasar hasil ukur.",
            banyak,
        ) % (banyak)
        yield BuktiSistem("2.c.7", "selesai", kalimat)


def _laporan(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> Iterator[BuktiSistem]:
    laporan = LaporanKinerja.objects.filter(unit_id=unit.id, tahun=tahun).order_by("-nomor").first()
    tempat = ("laporan", (tahun, unit.slug))
    if laporan is None:
        return
    if laporan.keadaan in {KeadaanLaporan.DISETUJUI, KeadaanLaporan.DISAMPAIKAN}:
        yield BuktiSistem("3.a.3", "selesai", _("Laporan kinerja disetujui pimpinan."), *tempat)
    if laporan.keadaan != KeadaanLaporan.DISAMPAIKAN or laporan.disampaikan_pada is None:
        batas = date(tahun + 1, 2, 28)
        keadaan = "perlu_tindakan" if lingkup.pada > batas else "sementara"
        yield BuktiSistem("3.a.1", keadaan, _("Laporan kinerja sedang disusun."), *tempat)
        return
    hari = _hari(laporan.disampaikan_pada.date())
    yield BuktiSistem("3.a.1", "selesai", _("Laporan kinerja disampaikan %s.") % hari, *tempat)
    if laporan.hari_terlambat:
        kalimat = ngettext(
            "Disampaikan terlambat %s hari kerja.",
            "Disampaikan terlambat %s hari kerja.",
            laporan.hari_terlambat,
        ) % (laporan.hari_terlambat)
        yield BuktiSistem("3.a.6", "terlambat", kalimat, *tempat)
    else:
        yield BuktiSistem("3.a.6", "selesai", _("Disampaikan tepat waktu."), *tempat)


def _evaluasi(unit: UnitTampak, tahun: int) -> Iterator[BuktiSistem]:
    diajukan = LembarJawaban.objects.filter(
        evaluasi__unit_id=unit.id,
        evaluasi__tahun_kinerja=tahun,
        tingkat=Tingkat.MANDIRI,
        selesai_pada__isnull=False,
    ).exists()
    if diajukan:
        yield BuktiSistem("4.a.3", "selesai", _("Evaluasi mandiri diajukan."))
    lalu = (
        Evaluasi.objects.filter(
            unit_id=unit.id, keadaan=KeadaanEvaluasi.DITERBITKAN, tahun_kinerja__lt=tahun
        )
        .order_by("-tahun_kinerja")
        .first()
    )
    if lalu is not None:
        yield from _tindak_lanjut(unit, lalu)


def _tindak_lanjut(unit: UnitTampak, lalu: Evaluasi) -> Iterator[BuktiSistem]:
    keadaan: Sequence[str] = list(
        Rekomendasi.objects.filter(evaluasi=lalu).values_list("keadaan", flat=True)
    )
    selesai = _jumlah(keadaan, KeadaanRekomendasi.SELESAI)
    kalimat = _("%(ada)s dari %(semua)s rekomendasi LHE %(tahun)s selesai.") % {
        "ada": selesai,
        "semua": len(keadaan),
        "tahun": lalu.tahun_evaluasi,
    }
    yield BuktiSistem(
        "4.c.1",
        "selesai" if selesai == len(keadaan) else "perlu_tindakan",
        kalimat,
        "rekomendasi",
        (lalu.tahun_kinerja, unit.slug),
    )


def _jumlah(keadaan: Iterable[str], satu: str) -> int:
    return sum(k == satu for k in keadaan)
