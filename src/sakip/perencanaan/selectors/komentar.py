"""Remarks on the nodes of a unit, as threads."""

from dataclasses import dataclass

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenVersi, KomentarSimpul, SimpulVersi


@dataclass(frozen=True, slots=True)
class Utas:
    """A remark with its answers, the oldest first; ``simpul`` is the code of its node."""

    komentar: KomentarSimpul
    balasan: tuple[KomentarSimpul, ...]
    simpul: str

    @property
    def terbuka(self) -> bool:
        """Whether nobody has called it settled."""
        return self.komentar.selesai_pada is None


def utas_komentar(lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi) -> list[Utas]:
    """Threads on the nodes of a version, the oldest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    pangkal: list[KomentarSimpul] = []
    balasan: dict[int, list[KomentarSimpul]] = {}
    for k in (
        KomentarSimpul.objects.filter(
            simpul__unit_id=unit.id, simpul__daftar_versi__dokumen_versi=versi
        )
        .select_related("simpul", "penulis", "selesai_oleh")
        .order_by("id")
    ):
        if k.balasan_dari_id is None:
            pangkal.append(k)
        else:
            balasan.setdefault(k.balasan_dari_id, []).append(k)
    return [Utas(k, tuple(balasan.get(k.pk, ())), k.simpul.kode) for k in pangkal]


def simpul_versi(
    lingkup: Lingkup, unit: UnitTampak, versi: DokumenVersi, kode: str
) -> SimpulVersi | None:
    """What a version says of the node with this code (none given: of its first). One query."""
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    semua = SimpulVersi.objects.filter(dokumen_versi=versi, simpul__unit_id=unit.id)
    if kode:
        semua = semua.filter(simpul__kode=kode)
    return semua.select_related("simpul").order_by("urutan").first()
