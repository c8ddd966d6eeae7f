"""Reading an evaluation: its tiers side by side, its scores, what is missing for the next act."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property

from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.evaluasi import kaidah
from sakip.evaluasi.kaidah import HasilPenilaian, Lembar, Simulasi
from sakip.evaluasi.models import (
    AnggotaTim,
    Evaluasi,
    KeadaanEvaluasi,
    KeadaanRekomendasi,
    Rekomendasi,
    RiwayatEvaluasi,
    Tingkat,
)
from sakip.evaluasi.services.alur import ALUR_EVALUASI, SEBELUM, TINGKAT_PERAN
from sakip.evaluasi.services.perkara import Isi, Perkara, bertugas_di
from sakip.organisasi.models import Instansi, PenugasanPeran
from sakip.organisasi.selectors import UnitTampak

K = KeadaanEvaluasi
# From which state on everybody in reach sees the answers of the team, and those of the panel.
TIM_TERBUKA = frozenset({K.SEMENTARA, K.DITANGGAPI, K.DIPANELKAN, K.DITERBITKAN})
_PENILAI = (
    Tindakan.NILAI_EVALUASI,
    Tindakan.PANEL_EVALUASI,
    Tindakan.TERBITKAN_LHE,
)


@dataclass(frozen=True, slots=True)
class TingkatTampak:
    """One tier's sheet as the reader may see it; ``hasil`` is ``None`` while it is incomplete."""

    tingkat: str
    penilai: str
    selesai: bool
    jawaban: dict[str, Isi]
    hasil: HasilPenilaian | None

    @property
    def sebutan(self) -> str:
        return str(Tingkat(self.tingkat).label)


@dataclass(frozen=True, slots=True)
class BarisTingkat:
    """One sub-komponen with what each shown tier answered; ``berbeda``: the team's do not agree."""

    kode: str
    nama: str
    bobot: Decimal
    isi: tuple[Isi | None, ...]
    berbeda: bool


@dataclass
class EvaluasiTampak:
    """An evaluation as one reader sees it; what is asked for is read once."""

    perkara: Perkara
    menilai: bool

    @property
    def evaluasi(self) -> Evaluasi:
        return self.perkara.evaluasi

    @property
    def lembar(self) -> Lembar:
        return self.perkara.lembar_regulasi

    @property
    def tim(self) -> list[AnggotaTim]:
        return self.perkara.tim

    @cached_property
    def tingkat(self) -> list[TingkatTampak]:
        """Sheets in the order of the tiers, those the reader may see. Two queries."""
        return [
            self._satu(t)
            for t in Tingkat.values
            if t in self.perkara.lembar and self.boleh_lihat(t)
        ]

    def boleh_lihat(self, tingkat: str) -> bool:
        """The unit sees its own answers; the team's with the naskah, the panel's with the LHE."""
        if self.menilai or tingkat == Tingkat.MANDIRI:
            return True
        if tingkat == Tingkat.PANEL:
            return self.evaluasi.keadaan == K.DITERBITKAN
        return self.evaluasi.keadaan in TIM_TERBUKA

    def _satu(self, tingkat: str) -> TingkatTampak:
        lembar, isi = self.perkara.lembar[tingkat], self.perkara.jawaban[tingkat]
        return TingkatTampak(
            tingkat,
            lembar.penilai.nama,
            lembar.selesai_pada is not None,
            isi,
            kaidah.nilai_jawaban(self.lembar, {k: i.jawaban for k, i in isi.items()}),
        )

    @property
    def baris(self) -> list[BarisTingkat]:
        """Every sub-komponen with the answers of the tiers side by side."""
        hasil = []
        for isian in self.lembar.isian:
            isi = tuple(t.jawaban.get(isian.kode) for t in self.tingkat)
            tim = {
                i.jawaban
                for t, i in zip(self.tingkat, isi, strict=True)
                if i is not None and t.tingkat != Tingkat.MANDIRI
            }
            beda = len(tim) > 1
            hasil.append(BarisTingkat(isian.kode, isian.uraian, isian.sub.bobot, isi, beda))
        return hasil

    @property
    def penentu(self) -> TingkatTampak | None:
        """The highest tier with a score that the reader may see: what the evaluation says now."""
        return next((t for t in reversed(self.tingkat) if t.hasil is not None), None)

    @cached_property
    def simulasi(self) -> Simulasi | None:
        """Distance to the next predikat and the cheapest lifts, from the deciding tier."""
        t = self.penentu
        if t is None or t.hasil is None:
            return None
        return kaidah.simulasi(self.lembar, t.hasil.jawaban)

    @cached_property
    def rekomendasi(self) -> list[Rekomendasi]:
        """What the LHE asks for; its draft is the team's until the naskah is out. One query."""
        if not self.menilai and self.evaluasi.keadaan not in TIM_TERBUKA:
            return []
        return list(
            self.evaluasi.rekomendasi.select_related("penanggung_jawab", "bukti", "asal").order_by(
                "nomor"
            )
        )

    @cached_property
    def riwayat(self) -> list[RiwayatEvaluasi]:
        """Acts on the evaluation itself, the latest first. One query."""
        return list(
            self.evaluasi.riwayat.filter(rekomendasi=None)
            .select_related("oleh")
            .order_by("-saat", "-id")
        )

    def sebut(self, kode: str) -> str:
        """An act or a state in words."""
        return ALUR_EVALUASI.sebut(kode)

    def mungkin(self, tindakan: str) -> bool:
        """Whether the act leaves the present state."""
        return any(
            t.tindakan == tindakan for t in ALUR_EVALUASI.tindakan_dari(self.evaluasi.keadaan)
        )

    def boleh(self, tindakan: str) -> bool:
        """Whether the reader's peran lets him do the act, now, at this unit."""
        p = self.perkara
        return any(
            t.tindakan == tindakan and p.lingkup.boleh(t.izin, p.unit.jalur)
            for t in ALUR_EVALUASI.tindakan_dari(self.evaluasi.keadaan)
        )

    def belum(self, tindakan: str, tingkat: str = "") -> tuple[SyaratBelum, ...]:
        """All conditions that the act still waits for."""
        return self.perkara.yang_belum(tindakan, tingkat)

    def sebelum(self, tingkat: str) -> TingkatTampak | None:
        """The tier that this one starts from, when the reader may see it."""
        lalu = SEBELUM.get(tingkat, Tingkat.MANDIRI if tingkat == Tingkat.ANGGOTA else "")
        return next((t for t in self.tingkat if t.tingkat == lalu), None)


def evaluasi_unit(
    lingkup: Lingkup, instansi: Instansi, unit: UnitTampak, tahun_kinerja: int
) -> EvaluasiTampak | None:
    """The evaluation of a unit's year, ``None`` while it is not open. One to three queries.

    Who judges sees all tiers; but not somebody of the unit itself, whatever his peran.
    """
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    evaluasi = (
        Evaluasi.objects.filter(unit_id=unit.id, tahun_kinerja=tahun_kinerja)
        .select_related("dokumen")
        .first()
    )
    if evaluasi is None:
        return None
    p = Perkara(evaluasi, unit, lingkup, instansi)
    menilai = any(lingkup.boleh(i, unit.jalur) for i in _PENILAI) and not p.unit_sendiri
    return EvaluasiTampak(p, menilai)


def evaluasi_wajib(
    lingkup: Lingkup, instansi: Instansi, unit: UnitTampak, tahun_kinerja: int
) -> EvaluasiTampak:
    """The same, or ``TidakDitemukan``."""
    ada = evaluasi_unit(lingkup, instansi, unit, tahun_kinerja)
    if ada is None:
        raise TidakDitemukan(
            _("Evaluasi kinerja %(tahun)s %(unit)s belum dibuka.")
            % {"tahun": tahun_kinerja, "unit": unit.nama}
        )
    return ada


@dataclass(frozen=True, slots=True)
class EvaluasiRingkas:
    """One unit on the list: its evaluation, if open, and how many recommendations are not done."""

    unit: UnitTampak
    evaluasi: Evaluasi | None
    terbuka: int


def daftar_evaluasi(
    lingkup: Lingkup, unit: Sequence[UnitTampak], tahun_kinerja: int
) -> list[EvaluasiRingkas]:
    """The evaluations of these units (those in reach) on one year. Two queries."""
    boleh = [u for u in unit if lingkup.boleh(Tindakan.LIHAT_EVALUASI, u.jalur)]
    ada = {
        e.unit_id: e
        for e in Evaluasi.objects.filter(
            unit_id__in=[u.id for u in boleh], tahun_kinerja=tahun_kinerja
        )
    }
    terbuka = Counter(
        Rekomendasi.objects.filter(
            evaluasi__in=[e.pk for e in ada.values()], evaluasi__keadaan=K.DITERBITKAN
        )
        .exclude(keadaan=KeadaanRekomendasi.SELESAI)
        .values_list("evaluasi__unit_id", flat=True)
    )
    return [EvaluasiRingkas(u, ada.get(u.id), terbuka[u.id]) for u in boleh]


@dataclass(frozen=True, slots=True)
class LheTerbit:
    """An LHE that is out: which year it is on, when it came, and what it says."""

    tahun_kinerja: int
    diterbitkan: date
    nomor: str
    nilai: Decimal
    predikat: str


def daftar_lhe(lingkup: Lingkup, unit: UnitTampak) -> list[LheTerbit]:
    """Every internal LHE of a unit, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    return [
        LheTerbit(e.tahun_kinerja, e.diterbitkan, e.nomor_lhe, e.nilai, e.predikat)
        for e in Evaluasi.objects.filter(unit_id=unit.id, keadaan=K.DITERBITKAN).order_by(
            "tahun_kinerja"
        )
        if e.diterbitkan is not None and e.nilai is not None  # what is issued has both
    ]


def nilai_lhe_terbit(unit_id: int, tahun_terbit: int) -> Decimal | None:
    """The score of the LHE that came out in a year, whatever year it is on. One query.

    It is the realisasi of an indicator "Nilai AKIP" with a lag of one year; ``None``: not out yet.
    """
    return (
        Evaluasi.objects.filter(
            unit_id=unit_id, keadaan=K.DITERBITKAN, diterbitkan__year=tahun_terbit
        )
        .order_by("-diterbitkan")
        .values_list("nilai", flat=True)
        .first()
    )


def evaluasi_lalu(lingkup: Lingkup, unit: UnitTampak, tahun_kinerja: int) -> Evaluasi | None:
    """The latest LHE on an earlier year. One query."""
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    return (
        Evaluasi.objects.filter(
            unit_id=unit.id, keadaan=K.DITERBITKAN, tahun_kinerja__lt=tahun_kinerja
        )
        .order_by("-tahun_kinerja")
        .first()
    )


def calon_tim(lingkup: Lingkup, unit: UnitTampak) -> dict[str, list[tuple[int, str]]]:
    """Who may be named for each part of a team: holders of the peran, not of the unit itself.

    Account ids with names, by peran. Three queries.
    """
    lingkup.wajib(Tindakan.TERBITKAN_SURAT_TUGAS, unit.jalur)
    semua = [
        (peran, pengguna, nama)
        for peran, pengguna, nama, jalur in PenugasanPeran.objects.filter(
            instansi_id=lingkup.instansi_id,
            peran__in=TINGKAT_PERAN,
            masa__contains=lingkup.pada,
            unit__susunan__masa__contains=lingkup.pada,
            pengguna__is_active=True,
        )
        .order_by("pengguna__nama", "pengguna_id")
        .values_list("peran", "pengguna_id", "pengguna__nama", "unit__susunan__jalur")
        if unit.jalur.startswith(jalur)
    ]
    sendiri = bertugas_di(unit.jalur, {p for _r, p, _n in semua}, lingkup.pada)
    hasil: dict[str, list[tuple[int, str]]] = {peran: [] for peran in TINGKAT_PERAN}
    for peran, pengguna, nama in semua:
        if pengguna not in sendiri and (pengguna, nama) not in hasil[peran]:
            hasil[peran].append((pengguna, nama))
    return hasil
