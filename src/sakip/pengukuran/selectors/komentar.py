"""Remarks on one cell."""

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import KomentarAngka


def komentar_angka(
    lingkup: Lingkup, unit: UnitTampak, indikator_id: int, periode: Periode
) -> list[KomentarAngka]:
    """Remarks on the cell of an indicator in a quarter, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    return list(
        KomentarAngka.objects.filter(unit_id=unit.id, indikator_id=indikator_id, periode=periode)
        .select_related("penulis", "selesai_oleh")
        .order_by("id")
    )
