"""Telling the superior that a sheet is late: the head of the unit, then the sekretaris daerah."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from uuid import UUID, uuid5

from django.utils.translation import gettext_noop

from sakip.alur.models import Tugas
from sakip.alur.services import TugasBaru, hapus_tugas, proyeksikan_tugas
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.kaidah import ESKALASI, Eskalasi, eskalasi
from sakip.organisasi.models import BERKINERJA, Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.selectors.papan import ALUR_ESKALASI, BarisPapan, SelPapan, papan_pengukuran
from sakip.pengukuran.services.lembar import ROMAWI

POLA = gettext_noop(
    "{unit} terlambat {hari} hari kerja mengajukan pengukuran triwulan {triwulan} {tahun}; "
    "ditunggu dari {siapa}"
)
PALING_BANYAK_SIAPA = 3
PERAN = (Peran.PIMPINAN_UNIT, Peran.SEKRETARIS_DAERAH)


def objek_eskalasi(unit_uuid: UUID, tahun: int, triwulan: int) -> UUID:
    """What the tasks of one sheet hang on: a sheet that nobody opened has no id of its own."""
    return uuid5(unit_uuid, f"{tahun}/{triwulan}")


@layanan
def eskalasikan(*, oleh: Pelaku, saat: datetime, instansi: Instansi) -> int:
    """Tell who has to know of the sheets in reach that are late today; how many tasks are new.

    As often as one likes: a sheet and a level have one task, which says how late it is by now and
    goes when the sheet is handed in, gets leave, or the policy no longer asks for it.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.ATUR_JADWAL)
    aturan = eskalasi(organisasi.kebijakan_berlaku(instansi.pk, ESKALASI, lingkup.pada))
    # One run at a time: two would both miss what the other writes.
    Instansi.objects.select_for_update().get(pk=instansi.pk)
    baru = 0
    for tahun in (lingkup.pada.year - 1, lingkup.pada.year):
        unit = organisasi.daftar_unit(lingkup, Tindakan.ATUR_JADWAL, jenis=BERKINERJA, tahun=tahun)
        baru += _setahun(lingkup, instansi, saat, aturan, unit, tahun)
    return baru


def _setahun(  # noqa: PLR0913, PLR0917
    lingkup: Lingkup,
    instansi: Instansi,
    saat: datetime,
    aturan: Eskalasi,
    unit: Iterable[UnitTampak],
    tahun: int,
) -> int:
    ada: dict[UUID, set[tuple[str, str]]] = {}
    for t in Tugas.objects.filter(instansi=instansi, alur=ALUR_ESKALASI, tahun=tahun):
        ada.setdefault(t.objek, set()).add((t.peran, str(sorted(t.isian.items()))))
    baru, berubah = 0, []
    for baris, sel, objek in _semua_sel(lingkup, unit, tahun):
        tugas = _tugas(baris, sel, tahun, aturan) if sel.menunggak else []
        lama = ada.get(objek, set())
        if {(t.peran.value, str(sorted(t.isian.items()))) for t in tugas} == lama:
            continue
        proyeksikan_tugas(
            instansi_id=instansi.pk, alur=ALUR_ESKALASI, objek=objek, tugas=tugas, saat=saat
        )
        baru += len({t.peran.value for t in tugas} - {peran for peran, _isi in lama})
        berubah.append((baris.unit.id, tahun))
    naikkan_versi_data(berubah)
    return baru


def _semua_sel(
    lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: int
) -> Iterator[tuple[BarisPapan, SelPapan, UUID]]:
    for baris in papan_pengukuran(lingkup, unit, tahun):
        for sel in baris.sel:
            yield baris, sel, objek_eskalasi(UUID(baris.unit.uuid), tahun, sel.nomor)


def _tugas(baris: BarisPapan, sel: SelPapan, tahun: int, aturan: Eskalasi) -> list[TugasBaru]:
    isian: dict[str, Any] = {
        "unit": baris.unit.nama,
        "hari": str(sel.telat),
        "triwulan": ROMAWI[sel.nomor],
        "tahun": str(tahun),
        "siapa": _siapa(baris, sel),
    }
    return [
        TugasBaru(
            peran=peran,
            unit_id=baris.unit.id,
            pola=POLA,
            isian=isian,
            sasaran={
                "halaman": "lembar_pengukuran",
                "isi": [tahun, baris.unit.slug, sel.nomor],
            },
            tahun=tahun,
        )
        for peran in _peran(aturan, sel.telat)
    ]


def _peran(aturan: Eskalasi, hari: int) -> list[Peran]:
    """Whom a sheet that late is told to; a level that the policy leaves out stays out."""
    batas = (aturan.atasan, aturan.sekretaris_daerah)
    return [p for p, b in zip(PERAN, batas, strict=True) if b is not None and hari >= b]


def _siapa(baris: BarisPapan, sel: SelPapan) -> str:
    """The posts that owe figures, else who drafts; at most three by name."""
    nama = [d.jabatan for d in sel.ditunggu if d.jabatan] or list(baris.penyusun)
    lagi = len(nama) - PALING_BANYAK_SIAPA
    kata = ", ".join(nama[:PALING_BANYAK_SIAPA]) or baris.unit.nama
    return f"{kata} (+{lagi})" if lagi > 0 else kata


def cabut_eskalasi(unit: UnitTampak, tahun: int, triwulan: int) -> None:
    """Take the tasks of a sheet away, since it was handed in. One statement."""
    hapus_tugas(alur=ALUR_ESKALASI, objek=[objek_eskalasi(UUID(unit.uuid), tahun, triwulan)])
