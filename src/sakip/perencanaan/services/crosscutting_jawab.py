"""Answers to what was asked across units: accepted, refused, taken back, or told by letter."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.alur.mesin import Transisi
from sakip.alur.services import hapus_tugas
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan.models import Crosscutting
from sakip.perencanaan.services.crosscutting import (
    ALUR_CROSSCUTTING,
    catat_lintas,
    sel_berubah,
    simpul_tahun,
)


@layanan
def tarik_crosscutting(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    crosscutting: UUID,
    versi: int,
    alasan: str,
) -> Crosscutting:
    """Take a proposal back, also one that was accepted: both units see why."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris = _kunci(instansi, crosscutting, versi)
    unit = organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.USULKAN_CROSSCUTTING)
    t = ALUR_CROSSCUTTING.pindah(
        keadaan=baris.keadaan, tindakan="tarik", lingkup=lingkup, jalur=unit.jalur, alasan=alasan
    )
    return _putus(baris, t, oleh, saat, alasan=alasan)


@layanan
def terima_crosscutting(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    crosscutting: UUID,
    versi: int,
    simpul: str = "",
    catatan: str = "",
) -> Crosscutting:
    """Accept for the unit that was asked; ``simpul``: the node of its own tree that carries it."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.JAWAB_CROSSCUTTING)
    baris, t, unit = _jawaban(lingkup, instansi, crosscutting, versi, "terima", catatan)
    pemikul = simpul_tahun(unit.id, baris.tahun, simpul) if simpul else None
    if simpul and pemikul is None:
        raise IsianTidakSah.dari(
            _("Usulan lintas unit belum diterima."),
            {"simpul": _("Simpul itu tidak ada pada dokumen unit ini untuk %s.") % baris.tahun},
        )
    baris.simpul_penerima_id = pemikul.simpul_id if pemikul else None
    return _putus(baris, t, oleh, saat, alasan=catatan)


@layanan
def tolak_crosscutting(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    crosscutting: UUID,
    versi: int,
    alasan: str,
) -> Crosscutting:
    """Refuse for the unit that was asked, with the reason."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.JAWAB_CROSSCUTTING)
    baris, t, _unit = _jawaban(lingkup, instansi, crosscutting, versi, "tolak", alasan)
    return _putus(baris, t, oleh, saat, alasan=alasan)


def _jawaban(  # noqa: PLR0913, PLR0917
    lingkup: Lingkup,
    instansi: Instansi,
    crosscutting: UUID,
    versi: int,
    tindakan: str,
    alasan: str,
) -> tuple[Crosscutting, Transisi, UnitTampak]:
    """The proposal, locked, with the transition that this answer is."""
    baris = _kunci(instansi, crosscutting, versi)
    if baris.kepada is None:
        raise PerpindahanTidakSah(
            _("Pihak luar menjawab dengan surat; perencana daerah yang mencatatnya.")
        )
    unit = organisasi.unit_menurut_slug(lingkup, baris.kepada.slug, Tindakan.JAWAB_CROSSCUTTING)
    t = ALUR_CROSSCUTTING.pindah(
        keadaan=baris.keadaan,
        tindakan=tindakan,
        lingkup=lingkup,
        jalur=unit.jalur,
        alasan=alasan,
        konteks={"pelaku": frozenset({baris.pengusul_id})},
    )
    return baris, t, unit


@layanan
def catat_jawaban_luar(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    crosscutting: UUID,
    versi: int,
    terima: bool,
    dasar: str,
    alasan: str = "",
) -> Crosscutting:
    """Record what an outside party answered, with its letter."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.CATAT_CROSSCUTTING_LUAR)
    baris = _kunci(instansi, crosscutting, versi)
    unit = organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.CATAT_CROSSCUTTING_LUAR)
    if baris.kepada is not None:
        raise PerpindahanTidakSah(_("Unit di instansi ini menjawab sendiri, bukan dengan surat."))
    t = ALUR_CROSSCUTTING.pindah(
        keadaan=baris.keadaan,
        tindakan="catat_terima" if terima else "catat_tolak",
        lingkup=lingkup,
        jalur=unit.jalur,
        alasan=alasan,
    )
    if not dasar.strip():
        raise IsianTidakSah.dari(
            _("Jawaban pihak luar tidak dicatat."),
            {"dasar": _("Tulis nomor dan tanggal suratnya.")},
        )
    baris.dasar = dasar.strip()
    return _putus(baris, t, oleh, saat, alasan=alasan)


def _kunci(instansi: Instansi, uuid: UUID, versi: int) -> Crosscutting:
    return kunci(
        Crosscutting.objects.filter(instansi=instansi).select_related("unit", "kepada"),
        uuid=uuid,
        versi=versi,
    )


def _putus(
    baris: Crosscutting, t: Transisi, oleh: Pelaku, saat: datetime, *, alasan: str
) -> Crosscutting:
    """Write a decision down; nobody has it among what is to be done any more."""
    dari = baris.keadaan
    baris.keadaan, baris.alasan = t.ke, alasan.strip()
    baris.diputus_pada, baris.pemutus_id = saat, oleh.pengguna_id
    baris.versi += 1
    baris.save(
        update_fields=[
            "keadaan", "alasan", "dasar", "simpul_penerima", "diputus_pada", "pemutus", "versi",
        ]
    )  # fmt: skip
    catat_lintas(baris, dari, t.tindakan, oleh, saat)
    hapus_tugas(alur=ALUR_CROSSCUTTING.nama, objek=[baris.uuid])
    naikkan_versi_data(sel_berubah(baris))
    return baris
