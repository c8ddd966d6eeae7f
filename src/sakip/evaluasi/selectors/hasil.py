"""Reading recorded results."""

from collections.abc import Sequence

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.evaluasi.models import HasilEvaluasiLuar
from sakip.organisasi.selectors import UnitTampak


def daftar_hasil(lingkup: Lingkup, unit: UnitTampak) -> list[HasilEvaluasiLuar]:
    """Recorded results of a unit, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_HASIL_EVALUASI, unit.jalur)
    return list(
        HasilEvaluasiLuar.objects.filter(unit_id=unit.id).order_by("tahun_tercetak", "penilai")
    )


def hasil_menurut_unit(
    lingkup: Lingkup, unit: Sequence[UnitTampak]
) -> dict[int, list[HasilEvaluasiLuar]]:
    """Recorded results of those of these units that have any, by unit id. One query."""
    boleh = [u.id for u in unit if lingkup.boleh(Tindakan.LIHAT_HASIL_EVALUASI, u.jalur)]
    hasil: dict[int, list[HasilEvaluasiLuar]] = {}
    for h in HasilEvaluasiLuar.objects.filter(unit_id__in=boleh).order_by(
        "tahun_tercetak", "penilai"
    ):
        hasil.setdefault(h.unit_id, []).append(h)
    return hasil
