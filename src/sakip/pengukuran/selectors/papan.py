"""Where every unit stands with the sheet of one quarter."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import (
    BERKINERJA,
    Jadwal,
    JenisJadwal,
    Periode,
    Perpanjangan,
)
from sakip.organisasi.selectors import daftar_unit
from sakip.pengukuran.models import LembarPengukuran


@dataclass(frozen=True, slots=True)
class KeadaanUnit:
    """One unit on the board. ``keadaan`` is empty before anybody opened its sheet.

    ``hari_terlambat``: working days late when it was handed in; ``None``: not handed in yet.
    """

    unit_id: int
    slug: str
    nama: str
    keadaan: str
    terisi: int
    hari_terlambat: int | None
    batas: date | None
    perpanjangan: date | None
    alasan: str

    @property
    def belum_diajukan(self) -> bool:
        return self.hari_terlambat is None

    def lewat(self, pada: date) -> bool:
        """Whether the days are over and nothing was handed in."""
        return self.belum_diajukan and self.batas is not None and pada > self.batas


def papan_pengukuran(lingkup: Lingkup, periode: Periode) -> list[KeadaanUnit]:
    """Every unit with figures in the caller's reach, in tree order. Four queries."""
    unit = daftar_unit(lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=periode.tahun)
    lembar = {
        s.unit_id: s
        for s in LembarPengukuran.objects.filter(
            unit_id__in=[u.id for u in unit], periode=periode
        ).annotate(
            terisi=Count(
                "realisasi", filter=~Q(realisasi__teks="") | ~Q(realisasi__alasan_kosong="")
            )
        )
    }
    selesai = (
        Jadwal.objects.filter(
            instansi_id=lingkup.instansi_id, jenis=JenisJadwal.PENGUKURAN, periode=periode
        )
        .values_list("selesai", flat=True)
        .first()
    )
    lanjut = _perpanjangan(lingkup, periode)
    hasil = []
    for u in unit:
        s = lembar.get(u.id)
        sampai, alasan = lanjut.get(u.id, (None, ""))
        hasil.append(
            KeadaanUnit(
                unit_id=u.id,
                slug=u.slug,
                nama=u.nama,
                keadaan=s.keadaan if s else "",
                terisi=s.terisi if s else 0,
                hari_terlambat=s.hari_terlambat if s else None,
                batas=sampai or selesai,
                perpanjangan=sampai,
                alasan=alasan,
            )
        )
    return hasil


def _perpanjangan(lingkup: Lingkup, periode: Periode) -> dict[int, tuple[date, str]]:
    """The latest extension of each unit, with its reason. One query."""
    terakhir: QuerySet[Perpanjangan] = Perpanjangan.objects.filter(
        jadwal=OuterRef("jadwal"), unit=OuterRef("unit")
    ).order_by("-sampai")
    return {
        unit: (sampai, alasan)
        for unit, sampai, alasan in Perpanjangan.objects.filter(
            jadwal__instansi_id=lingkup.instansi_id,
            jadwal__jenis=JenisJadwal.PENGUKURAN,
            jadwal__periode=periode,
            pk=Subquery(terakhir.values("pk")[:1]),
        ).values_list("unit_id", "sampai", "alasan")
    }
