"""What an agreement is drawn from: the plan and the budget in force, and its two parties."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.bersama.galat import Kesalahan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, PenugasanJabatan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import (
    DokumenAnggaran,
    DokumenVersi,
    IndikatorVersi,
    RincianAnggaran,
    SimpulVersi,
    TargetVersi,
    TingkatRincian,
)
from sakip.perjanjian import kaidah
from sakip.perjanjian.models import PerjanjianKinerja
from sakip.perjanjian.selectors.berlaku import renja_berlaku, target_tahunan


@dataclass(frozen=True, slots=True)
class JanjiBaru:
    """One indicator as the plan has it: its sasaran's wording, its own, its target of the year."""

    wording: IndikatorVersi
    simpul_id: int
    sasaran: str
    target: TargetVersi


@dataclass(frozen=True, slots=True)
class SumberPerjanjian:
    """All that is drawn in, and what is missing: every unmet condition at once."""

    versi: DokumenVersi | None
    anggaran: DokumenAnggaran | None
    pertama: PenugasanJabatan | None
    kedua: PenugasanJabatan | None
    janji: tuple[JanjiBaru, ...]
    belum: tuple[SyaratBelum, ...]


def anggaran_berlaku(unit_id: int, tahun: int) -> DokumenAnggaran | None:
    """The budget document of a unit in force for a year: the highest number. One query."""
    return (
        DokumenAnggaran.objects.filter(unit_id=unit_id, tahun=tahun, ditarik=False)
        .order_by("-nomor")
        .first()
    )


def program_anggaran(anggaran: DokumenAnggaran) -> list[RincianAnggaran]:
    """Its lines on the level of programs, by code. One query."""
    return list(
        RincianAnggaran.objects.filter(anggaran=anggaran, tingkat=TingkatRincian.PROGRAM).order_by(
            "kode"
        )
    )


def pemakai_anggaran(anggaran: Sequence[DokumenAnggaran]) -> Iterator[Kesalahan]:
    """Agreements that were drawn from these budgets, which therefore stay. One query."""
    nomor = {a.pk: a.nomor_dokumen for a in anggaran}
    for pk in PerjanjianKinerja.objects.filter(anggaran_id__in=nomor).order_by("unit_id", "nomor"):
        yield Kesalahan(
            nomor[pk.anggaran_id],
            _("Perjanjian kinerja nomor %(nomor)s (%(keadaan)s) memakai anggaran ini.")
            % {"nomor": pk.nomor, "keadaan": pk.get_keadaan_display()},
        )


def sumber_perjanjian(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> SumberPerjanjian:
    """What a new agreement of this unit would be drawn from today. Eight queries at most."""
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    anggaran = anggaran_berlaku(unit.id, tahun)
    versi = renja_berlaku(unit.id, tahun)
    pertama = organisasi.pejabat_pemimpin(unit.id, lingkup.pada)
    kedua = organisasi.pejabat_pemimpin(organisasi.akar(lingkup).id, lingkup.pada)
    janji = tuple(_janji(versi, unit.id, tahun)) if versi else ()
    return SumberPerjanjian(
        versi,
        anggaran,
        pertama,
        kedua,
        janji,
        (
            *_belum_dokumen(unit, tahun, anggaran, versi, janji),
            *_belum_pejabat(unit, lingkup.pada, pertama, kedua),
        ),
    )


def _janji(versi: DokumenVersi, unit_id: int, tahun: int) -> Iterator[JanjiBaru]:
    """The main indicators of the plan with their sasaran, in its order. Three queries."""
    target = target_tahunan(versi.pk, unit_id, tahun)
    uraian = dict(
        SimpulVersi.objects.filter(dokumen_versi=versi).values_list("simpul_id", "uraian")
    )
    for w in (
        IndikatorVersi.objects.filter(
            dokumen_versi=versi, iku=True, simpul__isnull=False, indikator__ditarik=False
        )
        .select_related("indikator")
        .order_by("urutan", "indikator_id")
    ):
        if w.indikator_id in target and w.simpul_id is not None:
            yield JanjiBaru(w, w.simpul_id, uraian.get(w.simpul_id, ""), target[w.indikator_id])


def _belum_dokumen(
    unit: UnitTampak,
    tahun: int,
    anggaran: DokumenAnggaran | None,
    versi: DokumenVersi | None,
    janji: tuple[JanjiBaru, ...],
) -> Iterator[SyaratBelum]:
    if unit.jenis not in PERANGKAT_DAERAH:
        yield SyaratBelum(
            "bukan_perangkat_daerah",
            _(
                "%(unit)s bukan perangkat daerah, jadi tidak menandatangani perjanjian kinerja "
                "dengan kepala daerah."
            )
            % {"unit": unit.nama},
        )
    if anggaran is None:
        yield SyaratBelum(
            "dpa",
            _(
                "PK belum dapat disusun karena DPA %(unit)s tahun %(tahun)s belum disahkan. "
                "Pengelola keuangan memuatnya di Anggaran."
            )
            % {"unit": unit.nama, "tahun": tahun},
            "anggaran",
        )
    if versi is None:
        yield SyaratBelum(
            "rencana",
            _(
                "PK belum dapat disusun karena Renja %(unit)s tahun %(tahun)s belum ditetapkan. "
                "Perencana daerah mencatat penetapannya di Rencana."
            )
            % {"unit": unit.nama, "tahun": tahun},
            "rencana",
        )
    elif not janji:
        yield SyaratBelum(
            "iku",
            _(
                "Renja yang berlaku tidak memuat indikator kinerja utama yang bertarget tahun "
                "%(tahun)s. Tandai IKU pada sasarannya di Rencana."
            )
            % {"tahun": tahun},
            "rencana",
        )


def _belum_pejabat(
    unit: UnitTampak,
    pada: date,
    pertama: PenugasanJabatan | None,
    kedua: PenugasanJabatan | None,
) -> Iterator[SyaratBelum]:
    hari = date_format(pada, "j F Y")
    if pertama is None:
        yield SyaratBelum(
            "pihak_pertama",
            _(
                "Jabatan pimpinan %(unit)s kosong pada %(hari)s, jadi belum ada Pihak Pertama. "
                "Admin instansi mengisinya di Organisasi."
            )
            % {"unit": unit.nama, "hari": hari},
            "unit",
        )
    elif not kaidah.boleh_menandatangani(pertama.sifat, pada):
        yield SyaratBelum(
            "pihak_pertama_sementara",
            _(
                "%(nama)s memimpin %(unit)s sebagai %(sifat)s dan tidak menandatangani perjanjian "
                "kinerja; yang menandatangani pejabat definitif atau Plt."
            )
            % {
                "nama": pertama.pegawai.nama,
                "unit": unit.nama,
                "sifat": pertama.get_sifat_display(),
            },
            "unit",
        )
    if kedua is None:
        yield SyaratBelum(
            "pihak_kedua",
            _(
                "Jabatan kepala daerah kosong pada %(hari)s, jadi belum ada Pihak Kedua. Admin "
                "instansi mengisinya di Organisasi."
            )
            % {"hari": hari},
            "organisasi",
        )
