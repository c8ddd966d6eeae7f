"""Windows of measurement as each unit has them: open, closing, over."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from sakip.organisasi.models import Jadwal, JenisJadwal, Perpanjangan, VersiData
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import LembarPengukuran

ROMAWI = ("", "I", "II", "III", "IV")
DIINGAT = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class JendelaUnit:
    """The window of one quarter for one unit that works with the system in that year."""

    jadwal: Jadwal
    unit: UnitTampak
    batas: date
    diajukan: bool

    @property
    def tahun(self) -> int:
        return self.jadwal.tahun

    @property
    def triwulan(self) -> int:
        assert self.jadwal.periode is not None  # noqa: S101 - a window of measurement has one
        return self.jadwal.periode.nomor

    @property
    def isian(self) -> dict[str, str]:
        """What sentences about it are filled with."""
        return {
            "triwulan": ROMAWI[self.triwulan],
            "tahun": str(self.tahun),
            "unit": self.unit.nama,
        }

    @property
    def sasaran(self) -> dict[str, object]:
        """The sheet itself."""
        return {
            "halaman": "lembar_pengukuran",
            "isi": [self.tahun, self.unit.slug, self.triwulan],
        }


def jendela_unit(instansi_id: int, unit: Sequence[UnitTampak], pada: date) -> list[JendelaUnit]:
    """Windows that opened and are open, or closed within sixty days, for these units.

    Four queries. A unit without any record of the year does not work with the system yet.
    """
    jadwal = list(
        Jadwal.objects.filter(
            instansi_id=instansi_id,
            jenis=JenisJadwal.PENGUKURAN,
            mulai__lte=pada,
            selesai__gt=pada - DIINGAT,
        )
        .select_related("periode")
        .order_by("mulai")
    )
    if not jadwal or not unit:
        return []
    nomor = [u.id for u in unit]
    bekerja = set(
        VersiData.objects.filter(
            unit_id__in=nomor, tahun__in={j.tahun for j in jadwal}
        ).values_list("unit_id", "tahun")
    )
    lanjut = {
        (j, u): sampai
        for j, u, sampai in Perpanjangan.objects.filter(jadwal__in=jadwal, unit_id__in=nomor)
        .order_by()
        .values_list("jadwal_id", "unit_id")
        .annotate(sampai=Max("sampai"))
    }
    sudah = set(
        LembarPengukuran.objects.filter(
            unit_id__in=nomor,
            periode_id__in=[j.periode_id for j in jadwal],
            pertama_diajukan__isnull=False,
        ).values_list("unit_id", "periode_id")
    )
    return [
        JendelaUnit(
            jadwal=j,
            unit=u,
            batas=lanjut.get((j.pk, u.id), j.selesai),
            diajukan=(u.id, j.periode_id) in sudah,
        )
        for j in jadwal
        for u in unit
        if (u.id, j.tahun) in bekerja
    ]
