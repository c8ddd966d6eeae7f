"""Reading recorded results."""

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.organisasi.selectors import UnitTampak


def daftar_hasil(lingkup: Lingkup, unit: UnitTampak) -> list[HasilEvaluasiLuar]:
    """Recorded results of a unit, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_HASIL_EVALUASI, unit.jalur)
    return list(
        HasilEvaluasiLuar.objects.filter(unit_id=unit.id).order_by("tahun_tercetak", "penilai")
    )


def unit_berhasil(lingkup: Lingkup) -> set[int]:
    """Ids of units of the instansi that have a recorded result. One query."""
    return set(
        HasilEvaluasiLuar.objects.filter(instansi_id=lingkup.instansi_id)
        .values_list("unit_id", flat=True)
        .distinct()
    )
