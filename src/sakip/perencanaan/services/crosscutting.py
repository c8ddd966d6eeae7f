"""Asking another unit, or an outside party, to carry part of a result; and the answer."""

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from sakip.alur.mesin import Alur, Transisi, bukan_pelaku_sebelumnya
from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Peran, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, SusunanUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan.models import (
    Crosscutting,
    DokumenVersi,
    JenisDokumen,
    JenisPihak,
    KeadaanCrosscutting,
    RiwayatCrosscutting,
    SimpulVersi,
)

K = KeadaanCrosscutting
HIDUP = (K.DIAJUKAN, K.DITERIMA)
PANJANG_PIHAK = 150

ALUR_CROSSCUTTING = Alur(
    nama="crosscutting",
    awal=K.DIAJUKAN,
    transisi=(
        Transisi(
            frozenset(HIDUP),
            "tarik",
            K.DITARIK,
            Tindakan.USULKAN_CROSSCUTTING,
            beralasan=True,
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "terima",
            K.DITERIMA,
            Tindakan.JAWAB_CROSSCUTTING,
            (bukan_pelaku_sebelumnya,),
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "tolak",
            K.DITOLAK,
            Tindakan.JAWAB_CROSSCUTTING,
            (bukan_pelaku_sebelumnya,),
            beralasan=True,
        ),
        # The letter of the outside party is the second pair of eyes: its number is kept.
        Transisi(
            frozenset({K.DIAJUKAN}),
            "catat_terima",
            K.DITERIMA,
            Tindakan.CATAT_CROSSCUTTING_LUAR,
        ),
        Transisi(
            frozenset({K.DIAJUKAN}),
            "catat_tolak",
            K.DITOLAK,
            Tindakan.CATAT_CROSSCUTTING_LUAR,
            beralasan=True,
        ),
    ),
    sebutan={
        "usulkan": gettext_lazy("mengusulkan lintas unit"),
        "tarik": gettext_lazy("menarik usulan lintas unit"),
        "terima": gettext_lazy("menerima usulan lintas unit"),
        "tolak": gettext_lazy("menolak usulan lintas unit"),
        "catat_terima": gettext_lazy("mencatat kesediaan pihak luar"),
        "catat_tolak": gettext_lazy("mencatat penolakan pihak luar"),
        K.DIAJUKAN: gettext_lazy("menunggu jawaban"),
        K.DITERIMA: gettext_lazy("diterima"),
        K.DITOLAK: gettext_lazy("ditolak"),
        K.DITARIK: gettext_lazy("ditarik"),
    },
)


@dataclass(frozen=True, slots=True)
class CrosscuttingBaru:
    """What is asked, of whom, by when: ``kepada`` is a unit's slug, or ``pihak_luar`` a name.

    ``simpul`` is the code of a node of the asking unit's own tree.
    """

    unit: str
    tahun: int
    simpul: str
    peran: str
    tenggat: date | None
    kepada: str = ""
    pihak_luar: str = ""
    jenis_pihak: str = ""


@layanan
def usulkan_crosscutting(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, isi: CrosscuttingBaru
) -> Crosscutting:
    """Ask for a part in a result; whoever must answer finds it among what is to be done."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    unit = organisasi.unit_menurut_slug(lingkup, isi.unit, Tindakan.USULKAN_CROSSCUTTING)
    # One writer at a time: the same proposal must not come to be twice.
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    simpul = simpul_tahun(unit.id, isi.tahun, isi.simpul)
    mitra = _mitra(instansi.pk, isi.kepada, lingkup.pada) if isi.kepada else None
    salah = _salah(isi, unit, simpul, mitra, lingkup.pada)
    if salah:
        raise IsianTidakSah.dari(_("Usulan lintas unit tidak diajukan."), salah)
    assert simpul is not None and isi.tenggat is not None  # noqa: PT018, S101 - in _salah
    baris = Crosscutting.objects.create(
        instansi=instansi,
        unit_id=unit.id,
        tahun=isi.tahun,
        simpul_id=simpul.simpul_id,
        kepada_id=mitra.unit_id if mitra else None,
        pihak_luar=isi.pihak_luar.strip(),
        jenis_pihak=isi.jenis_pihak,
        peran=isi.peran.strip(),
        tenggat=isi.tenggat,
        diajukan_pada=saat,
        pengusul_id=oleh.pengguna_id,
    )
    catat_lintas(baris, "", "usulkan", oleh, saat)
    _tugas(baris, unit, mitra, simpul.uraian, instansi, saat)
    naikkan_versi_data(sel_berubah(baris))
    return baris


def simpul_tahun(unit_id: int, tahun: int, kode: str) -> SimpulVersi | None:
    """A node as the newest document of this unit and year words it. One query."""
    return (
        SimpulVersi.objects.filter(
            simpul__unit_id=unit_id,
            simpul__kode=kode,
            dokumen_versi__dokumen__unit_id=unit_id,
            dokumen_versi__dokumen__tahun_mulai__lte=tahun,
            dokumen_versi__dokumen__tahun_selesai__gte=tahun,
        )
        .order_by("-dokumen_versi_id")
        .first()
    )


def _mitra(instansi_id: int, slug: str, pada: date) -> SusunanUnit | None:
    return SusunanUnit.objects.filter(
        instansi_id=instansi_id, unit__slug=slug, masa__contains=pada
    ).first()


def _salah(
    isi: CrosscuttingBaru,
    unit: UnitTampak,
    simpul: SimpulVersi | None,
    mitra: SusunanUnit | None,
    pada: date,
) -> dict[str, str]:
    """All faults at once, by field."""
    salah = {}
    if simpul is None:
        salah["simpul"] = (
            _("Simpul itu tidak ada pada dokumen unit ini untuk %s.") % isi.tahun
            if _berdokumen(unit.id, isi.tahun)
            else _("Unit ini belum mempunyai dokumen perencanaan untuk %s.") % isi.tahun
        )
    if not isi.peran.strip():
        salah["peran"] = _("Tulis apa yang diminta dari mitra.")
    if isi.tenggat is None:
        salah["tenggat"] = _("Pilih tanggalnya.")
    elif isi.tenggat < pada:
        salah["tenggat"] = _("Tenggat jawaban tidak dapat mendahului hari ini.")
    elif isi.tenggat.year > max(isi.tahun, pada.year) + 1:
        salah["tenggat"] = _("Tenggat jawaban jauh melewati tahunnya; periksa tanggalnya.")
    salah |= _salah_pihak(isi, unit, mitra)
    if not salah and simpul is not None and _sudah_ada(isi, simpul.simpul_id, mitra):
        salah["kepada" if mitra else "pihak_luar"] = _(
            "Usulan untuk simpul dan mitra ini sudah ada dan masih hidup."
        )
    return salah


def _salah_pihak(  # noqa: PLR0911 - one return for each fault
    isi: CrosscuttingBaru, unit: UnitTampak, mitra: SusunanUnit | None
) -> dict[str, str]:
    """Exactly one party, and one that can be asked."""
    luar = isi.pihak_luar.strip()
    if bool(isi.kepada) == bool(luar):
        return {"kepada": _("Pilih satu: unit di instansi ini, atau pihak luar.")}
    if isi.kepada and mitra is None:
        return {"kepada": _("Tidak ada unit “%s” di instansi ini.") % isi.kepada}
    if mitra is not None and mitra.unit_id == unit.id:
        return {"kepada": _("Usulan ditujukan kepada unit lain, bukan unit sendiri.")}
    if isi.kepada and isi.jenis_pihak:
        return {"jenis_pihak": _("Jenis pihak hanya untuk pihak luar.")}
    if len(luar) > PANJANG_PIHAK:
        return {"pihak_luar": _("Paling panjang %s huruf.") % PANJANG_PIHAK}
    if luar and isi.jenis_pihak not in JenisPihak.values:
        return {"jenis_pihak": _("Pilih: %s.") % ", ".join(JenisPihak.values)}
    return {}


def _berdokumen(unit_id: int, tahun: int) -> bool:
    return (
        DokumenVersi.objects.filter(
            dokumen__unit_id=unit_id,
            dokumen__tahun_mulai__lte=tahun,
            dokumen__tahun_selesai__gte=tahun,
        )
        .exclude(dokumen__jenis=JenisDokumen.RENAKSI)
        .exists()
    )


def _sudah_ada(isi: CrosscuttingBaru, simpul_id: int, mitra: SusunanUnit | None) -> bool:
    hidup = Crosscutting.objects.filter(simpul_id=simpul_id, tahun=isi.tahun, keadaan__in=HIDUP)
    if mitra is not None:
        return hidup.filter(kepada_id=mitra.unit_id).exists()
    return hidup.filter(pihak_luar__iexact=isi.pihak_luar.strip()).exists()


def sel_berubah(baris: Crosscutting) -> list[tuple[int, int]]:
    """Whose pages of which year say something else now."""
    unit = {baris.unit_id, *([baris.kepada_id] if baris.kepada_id else [])}
    return [(u, baris.tahun) for u in sorted(unit)]


def catat_lintas(
    baris: Crosscutting, dari: str, tindakan: str, oleh: Pelaku, saat: datetime
) -> None:
    """One line of history."""
    RiwayatCrosscutting.objects.create(
        crosscutting=baris,
        dari=dari,
        tindakan=tindakan,
        ke=baris.keadaan,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=baris.alasan or baris.dasar,
    )


def _tugas(  # noqa: PLR0913, PLR0917
    baris: Crosscutting,
    unit: UnitTampak,
    mitra: SusunanUnit | None,
    uraian: str,
    instansi: Instansi,
    saat: datetime,
) -> None:
    """The head of the unit that was asked answers; for an outside party the planner records."""
    akhir = datetime.combine(baris.tenggat, time(23, 59), ZoneInfo(instansi.zona))
    isian = {"unit": unit.nama, "simpul": uraian, "pihak": baris.pihak_luar}
    if mitra is not None:
        tugas = TugasBaru(
            peran=Peran.PIMPINAN_UNIT,
            unit_id=mitra.unit_id,
            pola=gettext_noop("Jawab permintaan {unit}: ikut memikul “{simpul}”"),
            isian=isian,
            sasaran={"halaman": "crosscutting", "isi": [baris.tahun, mitra.unit.slug]},
            tahun=baris.tahun,
            jatuh_tempo=akhir,
        )
    else:
        tugas = TugasBaru(
            peran=Peran.PERENCANA_DAERAH,
            unit_id=unit.id,
            pola=gettext_noop("Catat jawaban {pihak} atas permintaan {unit}: “{simpul}”"),
            isian=isian,
            sasaran={"halaman": "crosscutting", "isi": [baris.tahun, unit.slug]},
            tahun=baris.tahun,
            jatuh_tempo=akhir,
        )
    proyeksikan_tugas(
        instansi_id=baris.instansi_id,
        alur=ALUR_CROSSCUTTING.nama,
        objek=baris.uuid,
        saat=saat,
        tugas=[tugas],
    )
