"""Reading plans of action: their grid of period targets, steps, and what does not add up."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from sakip.alur.mesin import Konteks, SyaratBelum
from sakip.alur.selectors import pengganti_sah
from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Jabatan, JenisPeriode, Periode, kode_periode
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import (
    Frekuensi,
    Indikator,
    IndikatorVersi,
    SimpulVersi,
    TargetVersi,
)
from sakip.perjanjian import kaidah
from sakip.perjanjian.models import LangkahAksi, RencanaAksi, RiwayatAksi
from sakip.perjanjian.selectors.alur_aksi import KonteksAksi
from sakip.perjanjian.selectors.berlaku import perjanjian_berlaku, target_tahunan

LENGKAP = ("unit", "perjanjian", "dokumen_versi__dokumen")
# What is measured monthly is promised, and judged, by the quarter.
PERIODE_FREKUENSI: dict[str, tuple[str, int]] = {
    Frekuensi.BULANAN: (JenisPeriode.TRIWULAN, 4),
    Frekuensi.TRIWULAN: (JenisPeriode.TRIWULAN, 4),
    Frekuensi.SEMESTER: (JenisPeriode.SEMESTER, 2),
}
PENYUSUN = ("susun", "ubah", "ajukan")


def daftar_aksi(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[RencanaAksi]:
    """Plans of action of a unit's year, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    return list(
        RencanaAksi.objects.filter(instansi_id=lingkup.instansi_id, unit_id=unit.id, tahun=tahun)
        .select_related(*LENGKAP)
        .order_by("-nomor")
    )


def satu_aksi(lingkup: Lingkup, unit: UnitTampak, tahun: int, nomor: int) -> RencanaAksi:
    """One plan of action, or ``TidakDitemukan``. One query."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    aksi = (
        RencanaAksi.objects.filter(
            instansi_id=lingkup.instansi_id, unit_id=unit.id, tahun=tahun, nomor=nomor
        )
        .select_related(*LENGKAP)
        .first()
    )
    if aksi is None:
        raise TidakDitemukan(
            _("Tidak ada rencana aksi nomor %(nomor)s tahun %(tahun)s di unit ini.")
            % {"nomor": nomor, "tahun": tahun}
        )
    return aksi


@dataclass(frozen=True, slots=True)
class SelPeriode:
    """One cell of the grid: a period, its code in forms, how people call it, its target."""

    periode: Periode
    kode: str
    sebutan: str
    target: TargetVersi | None


@dataclass(frozen=True, slots=True)
class BarisAksi:
    """One indicator: target of the year, those of its periods (none: measured once a year).

    ``peringatan`` is what does not add up, in words; ``alasan`` the answer, if given.
    """

    indikator: Indikator
    wording: IndikatorVersi
    sasaran: str
    tahunan: TargetVersi
    sel: tuple[SelPeriode, ...]
    peringatan: str
    alasan: str

    @property
    def terjawab(self) -> bool:
        return not self.peringatan or bool(self.alasan)


@dataclass(frozen=True, slots=True)
class IsiAksi:
    """All lines of a plan of action."""

    baris: tuple[BarisAksi, ...]
    langkah: tuple[LangkahAksi, ...]


def periode_menurut_frekuensi(tahun: int) -> dict[str, list[Periode]]:
    """The periods of a year that an indicator of each frequency is measured in. One query."""
    jenis = {f: j for f, (j, _banyak) in PERIODE_FREKUENSI.items()}
    semua = list(
        Periode.objects.filter(tahun=tahun, jenis__in=set(jenis.values())).order_by("nomor")
    )
    return {f: [p for p in semua if p.jenis == j] for f, j in jenis.items()}


def sebut_periode(p: Periode) -> str:
    """A period as a sentence names it."""
    kata = _("triwulan %s") if p.jenis == JenisPeriode.TRIWULAN else _("semester %s")
    return kata % p.nomor


def wording_rencana(versi_id: int, unit_id: int, tahun: int) -> list[IndikatorVersi]:
    """Indicators of a plan with a target in that year, in its order. Two queries."""
    ada = target_tahunan(versi_id, unit_id, tahun)
    return list(
        IndikatorVersi.objects.filter(
            dokumen_versi_id=versi_id, indikator_id__in=ada, indikator__ditarik=False
        )
        .select_related("indikator")
        .order_by("urutan", "indikator_id")
    )


def isi_aksi(lingkup: Lingkup, aksi: RencanaAksi) -> IsiAksi:
    """The lines of a plan of action the caller was given. Eight queries."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN)
    rencana = aksi.perjanjian.dokumen_versi_id
    tahunan = target_tahunan(rencana, aksi.unit_id, aksi.tahun)
    uraian = dict(
        SimpulVersi.objects.filter(dokumen_versi_id=rencana).values_list("simpul_id", "uraian")
    )
    target = {
        (t.indikator_id, t.periode_id): t
        for t in TargetVersi.objects.filter(dokumen_versi_id=aksi.dokumen_versi_id, ditarik=False)
    }
    alasan = dict(aksi.rekonsiliasi.values_list("indikator_id", "alasan"))
    periode = periode_menurut_frekuensi(aksi.tahun)
    baris = []
    for w in wording_rencana(rencana, aksi.unit_id, aksi.tahun):
        sel = tuple(
            SelPeriode(
                p,
                kode_periode(p.jenis, p.nomor),
                sebut_periode(p),
                target.get((w.indikator_id, p.pk)),
            )
            for p in periode.get(w.frekuensi, ())
        )
        tahun = tahunan[w.indikator_id]
        baris.append(
            BarisAksi(
                w.indikator,
                w,
                uraian.get(w.simpul_id, "") if w.simpul_id else "",
                tahun,
                sel,
                kaidah.perlu_alasan(w, tahun, [(s.sebutan, s.target) for s in sel], lingkup.pada),
                alasan.get(w.indikator_id, ""),
            )
        )
    langkah = aksi.langkah.select_related("penanggung_jawab").order_by("urutan")
    return IsiAksi(tuple(baris), tuple(langkah))


def riwayat_aksi(lingkup: Lingkup, aksi: RencanaAksi) -> list[RiwayatAksi]:
    """Acts on a plan of action the caller was given, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN)
    return list(aksi.riwayat.select_related("oleh").order_by("id"))


def pelaku_aksi(aksi: RencanaAksi, *tindakan: str) -> frozenset[int]:
    """Accounts that did any of these acts on it. One query."""
    return frozenset(aksi.riwayat.filter(tindakan__in=tindakan).values_list("oleh_id", flat=True))


def konteks_aksi(lingkup: Lingkup, aksi: RencanaAksi, isi: IsiAksi | None = None) -> Konteks:
    """What the conditions of its acts look at. Three queries, and those of ``isi_aksi``."""
    lengkap = isi or isi_aksi(lingkup, aksi)
    return {
        "aksi": KonteksAksi(
            tanpa_alasan=tuple(b.wording.nama for b in lengkap.baris if not b.terjawab),
            tanpa_waktu=tuple(s.kode for s in lengkap.langkah if not s.triwulan),
            berlangkah=bool(lengkap.langkah),
            pemeriksa=pelaku_aksi(aksi, "verifikasi"),
            pengganti=organisasi.pengganti(aksi.unit_id, Peran.PIMPINAN_UNIT, lingkup.pada),
        ),
        "pelaku": pelaku_aksi(aksi, *PENYUSUN, "verifikasi"),
    }


def sebagai_pengganti(lingkup: Lingkup, aksi: RencanaAksi) -> bool:
    """Whether the caller approves as the named substitute of the unit's head. Four queries."""
    return pengganti_sah(
        lingkup,
        unit_id=aksi.unit_id,
        peran=Peran.PIMPINAN_UNIT,
        pelaku=pelaku_aksi(aksi, *PENYUSUN, "verifikasi"),
    )


def jabatan_bawahan(lingkup: Lingkup, unit: UnitTampak) -> list[Jabatan]:
    """Posts of a unit and of the units below it: who may answer for a step. One query."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI, unit.jalur)
    return list(
        Jabatan.objects.filter(
            instansi_id=lingkup.instansi_id,
            unit__susunan__jalur__startswith=unit.jalur,
            unit__susunan__masa__contains=lingkup.pada,
        ).order_by("-memimpin", "nama")
    )


def gerbang_aksi(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> tuple[SyaratBelum, ...]:
    """What a new plan of action still lacks: the agreement it is drawn from. One query."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    if perjanjian_berlaku(unit.id, tahun) is not None:
        return ()
    return (
        SyaratBelum(
            "perjanjian",
            _(
                "Rencana aksi belum dapat disusun karena perjanjian kinerja %(unit)s tahun "
                "%(tahun)s belum ditandatangani kedua pihak."
            )
            % {"unit": unit.nama, "tahun": tahun},
            "perjanjian",
        ),
    )


def pemegang_pimpinan(unit_id: int, pada: date) -> frozenset[int]:
    """Accounts that approve for a unit on a day. One query."""
    return organisasi.pemegang_peran(unit_id, Peran.PIMPINAN_UNIT, pada)
