"""Money of a unit's year: what the budget in force gives each programme, and what was spent."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.dokumen.bahan import ProgramAnggaran
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan import kaidah
from sakip.pengukuran.models import Serapan
from sakip.perjanjian import selectors as perjanjian


def serapan_unit(
    lingkup: Lingkup, unit: UnitTampak, tahun: int
) -> tuple[list[ProgramAnggaran], Decimal | None]:
    """Programmes with what was spent of them, and the absorption of all.

    Empty while nobody has brought in what was spent (one query, else four).
    """
    lingkup.wajib(Tindakan.LIHAT_RENCANA, unit.jalur)
    if not Serapan.objects.filter(unit_id=unit.id, periode__tahun=tahun).exists():
        return [], None
    program, semua = program_anggaran(unit.id, tahun, lingkup.pada)
    return list(program.values()), semua


def program_anggaran(
    unit_id: int, tahun: int, pada: date
) -> tuple[dict[str, ProgramAnggaran], Decimal | None]:
    """Programmes of the budget in force with what was spent, and the absorption of all."""
    dokumen = perjanjian.anggaran_berlaku(unit_id, tahun)
    if dokumen is None:
        return {}, None
    terpakai = {
        s.kode: s.rupiah
        for s in Serapan.objects.filter(unit_id=unit_id, periode__tahun=tahun).order_by(
            "periode__selesai"
        )
    }
    program = {
        r.kode: ProgramAnggaran(
            kode=r.kode,
            nama=r.nama,
            anggaran=r.rupiah,
            realisasi=terpakai.get(r.kode),
            serapan=kaidah.serapan(terpakai.get(r.kode), r.rupiah, pada),
            keterangan=r.sumber_dana,
        )
        for r in perjanjian.program_anggaran(dokumen)
    }
    return program, serapan_bersama(list(program.values()), pada)


def serapan_bersama(program: Sequence[ProgramAnggaran], pada: date) -> Decimal | None:
    """Absorption of these programmes together; ``None`` while one has no figure yet."""
    ada = [p.realisasi for p in program if p.realisasi is not None]
    if not ada or len(ada) < len(program):
        return None
    pagu = sum((p.anggaran for p in program), Decimal(0))
    return kaidah.serapan(sum(ada, Decimal(0)), pagu, pada)
