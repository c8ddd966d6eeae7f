"""From a lesson to its effect, and from a decision to its check."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.manfaat.models import Inovasi, KeputusanAnggaran, ProgramKapasitas
from sakip.organisasi.models import JenisPeriode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import KEADAAN_TERBUKA, CapaianMutakhir


@dataclass(frozen=True, slots=True)
class TitikDampak:
    """One measured period of the indicator: what it was, and whether the change had begun."""

    tahun: int
    nomor: int
    selesai: date
    target: str
    realisasi: str
    capaian: Decimal | None
    keadaan: str
    sesudah: bool


@dataclass(frozen=True, slots=True)
class InovasiTampak:
    """An innovation with the indicator it must move and every quarter measured around it."""

    inovasi: Inovasi
    unit_slug: str
    unit_nama: str
    nama_indikator: str
    satuan: str
    arah: str
    dampak: tuple[TitikDampak, ...]

    @property
    def sebelum(self) -> TitikDampak | None:
        return next((t for t in reversed(self.dampak) if not t.sesudah), None)

    @property
    def terakhir(self) -> TitikDampak | None:
        return self.dampak[-1] if self.dampak and self.dampak[-1].sesudah else None


def daftar_program(lingkup: Lingkup) -> list[ProgramKapasitas]:
    """Programmes of the instansi, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_MANFAAT)
    return program_instansi(lingkup.instansi_id)


def program_instansi(instansi_id: int) -> list[ProgramKapasitas]:
    """The same for the public: what was learnt is told to everybody. One query."""
    return list(ProgramKapasitas.objects.filter(instansi_id=instansi_id).order_by("-tahun", "kode"))


def daftar_inovasi(lingkup: Lingkup, unit: Sequence[UnitTampak]) -> list[InovasiTampak]:
    """Innovations of these units (those in reach) with their measured effect. Two queries."""
    boleh = [u for u in unit if lingkup.boleh(Tindakan.LIHAT_MANFAAT, u.jalur)]
    return _inovasi(boleh, CapaianMutakhir.objects.all())


def inovasi_publik(unit: Iterable[UnitTampak]) -> list[InovasiTampak]:
    """The same for the public: an effect is seen once its figure was approved. Two queries."""
    return _inovasi(unit, CapaianMutakhir.objects.filter(keadaan__in=KEADAAN_TERBUKA))


def _inovasi(unit: Iterable[UnitTampak], capaian: QuerySet[CapaianMutakhir]) -> list[InovasiTampak]:
    menurut_id = {u.id: u for u in unit}
    inovasi = list(
        Inovasi.objects.filter(unit_id__in=menurut_id)
        .select_related("indikator", "program")
        .order_by("mulai", "nama")
    )
    angka: dict[int, list[CapaianMutakhir]] = {}
    for m in (
        capaian.filter(
            indikator_id__in={i.indikator_id for i in inovasi},
            periode__jenis=JenisPeriode.TRIWULAN,
        )
        .select_related("periode", "indikator_versi")
        .order_by("periode__selesai")
    ):
        angka.setdefault(m.indikator_id, []).append(m)
    return [_tampak(i, menurut_id[i.unit_id], angka.get(i.indikator_id, [])) for i in inovasi]


def _tampak(i: Inovasi, unit: UnitTampak, angka: Sequence[CapaianMutakhir]) -> InovasiTampak:
    dekat = [m for m in angka if abs(m.tahun - i.mulai.year) <= 1 and m.realisasi_teks]
    wording = angka[-1].indikator_versi if angka else None
    return InovasiTampak(
        inovasi=i,
        unit_slug=unit.slug,
        unit_nama=unit.nama,
        nama_indikator=wording.nama if wording else i.indikator.kode,
        satuan=wording.satuan if wording else "",
        arah=wording.arah if wording else "",
        dampak=tuple(
            TitikDampak(
                tahun=m.tahun,
                nomor=m.periode.nomor,
                selesai=m.periode.selesai,
                target=m.target_teks,
                realisasi=m.realisasi_teks,
                capaian=m.capaian,
                keadaan=m.keadaan,
                sesudah=m.periode.selesai >= i.mulai,
            )
            for m in dekat
        ),
    )


def daftar_keputusan(
    lingkup: Lingkup, unit: Sequence[UnitTampak], tahun: Sequence[int] = ()
) -> QuerySet[KeputusanAnggaran]:
    """Decisions of these units (those in reach), the newest first. Two queries when read."""
    boleh = [u.id for u in unit if lingkup.boleh(Tindakan.LIHAT_MANFAAT, u.jalur)]
    keputusan = KeputusanAnggaran.objects.filter(unit_id__in=boleh)
    if tahun:
        keputusan = keputusan.filter(tahun__in=tahun)
    return (
        keputusan.select_related("pemutus", "indikator")
        .prefetch_related("pindah")
        .order_by("-tahun", "-tanggal", "id")
    )
