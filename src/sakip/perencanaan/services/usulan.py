"""Proposals for a year's plan: recorded by the unit, answered by the planner, one by one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.db.models import Max
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.alur.mesin import Alur, Konteks, SyaratBelum, Transisi
from sakip.bersama.galat import IsianTidakSah, Kesalahan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.bersama.salin import salin
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data
from sakip.perencanaan.models import (
    AsalUsulan,
    KeadaanUsulan,
    RiwayatUsulan,
    SimpulVersi,
    UsulanKegiatan,
)
from sakip.perencanaan.services.periksa import TAHUN_PERTAMA, TAHUN_TERAKHIR

K = KeadaanUsulan
TERBANYAK = 2000  # proposals of one unit and year; a nomor has five digits at most
URAIAN_TERPANJANG = 1000
NAMA_TERPANJANG = 150


def _bersimpul(_lingkup: Lingkup, konteks: Konteks) -> SyaratBelum | None:
    if konteks["simpul"] is not None:
        return None
    return SyaratBelum(
        "usulan_tanpa_simpul",
        _("Sebutkan program, kegiatan atau sub-kegiatan yang memuatnya."),
        "rencana",
    )


ALUR_USULAN = Alur(
    nama="usulan",
    awal=K.DICATAT,
    transisi=(
        Transisi(
            frozenset({K.DICATAT, K.DITUNDA, K.DITOLAK}),
            "masukkan",
            K.MASUK,
            Tindakan.PUTUSKAN_USULAN,
            (_bersimpul,),
        ),
        Transisi(
            frozenset({K.DICATAT, K.MASUK}),
            "tunda",
            K.DITUNDA,
            Tindakan.PUTUSKAN_USULAN,
            beralasan=True,
        ),
        Transisi(
            frozenset({K.DICATAT, K.DITUNDA, K.MASUK}),
            "tolak",
            K.DITOLAK,
            Tindakan.PUTUSKAN_USULAN,
            beralasan=True,
        ),
        Transisi(frozenset({K.DICATAT}), "tarik", K.DITARIK, Tindakan.CATAT_USULAN, beralasan=True),
    ),
    sebutan={
        "masukkan": gettext_lazy("memasukkan usulan ke rencana"),
        "tunda": gettext_lazy("menunda usulan"),
        "tolak": gettext_lazy("menolak usulan"),
        "tarik": gettext_lazy("menarik usulan"),
        K.DICATAT: gettext_lazy("menunggu putusan"),
        K.MASUK: gettext_lazy("masuk rencana"),
        K.DITUNDA: gettext_lazy("ditunda"),
        K.DITOLAK: gettext_lazy("tidak masuk"),
        K.DITARIK: gettext_lazy("ditarik"),
    },
)


@dataclass(frozen=True, slots=True)
class UsulanBaru:
    """A proposal as the unit hands it in; ``rupiah`` is what its proposers reckon, if anything."""

    uraian: str
    asal: str
    lokasi: str = ""
    pengusul: str = ""
    prioritas: int | None = None
    rupiah: Decimal | None = None


@layanan
def catat_usulan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    tahun: int,
    daftar: Sequence[UsulanBaru],
    sifat: str = "asli",
) -> list[UsulanKegiatan]:
    """Record proposals of a unit for the plan of ``tahun``, all of them or none.

    What stands there already in the same words, from the same place, is refused: a list that is
    handed in twice must not double the denominator of what was taken up.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.CATAT_USULAN)
    Instansi.objects.select_for_update(no_key=True).get(pk=instansi.pk)
    ada = UsulanKegiatan.objects.filter(unit_id=tempat.id, tahun=tahun)
    terpakai = {
        _banding(uraian, lokasi)
        for uraian, lokasi in ada.exclude(keadaan=K.DITARIK).values_list("uraian", "lokasi")
    }
    salah = tuple(_salah(daftar, tahun, terpakai))
    if salah:
        raise IsianTidakSah(_("Usulan tidak dicatat."), salah)
    terakhir = ada.aggregate(n=Max("nomor"))["n"] or 0
    baru = salin(
        UsulanKegiatan,
        [
            UsulanKegiatan(
                instansi=instansi,
                unit_id=tempat.id,
                tahun=tahun,
                nomor=nomor,
                asal=u.asal,
                uraian=u.uraian.strip(),
                lokasi=u.lokasi.strip(),
                pengusul=u.pengusul.strip(),
                prioritas=u.prioritas,
                rupiah=u.rupiah,
                sifat=sifat,
            )
            for nomor, u in enumerate(daftar, terakhir + 1)
        ],
    )
    _catat(baru, oleh, saat)
    naikkan_versi_data([(tempat.id, tahun)])
    return baru


def _catat(baru: Sequence[UsulanKegiatan], oleh: Pelaku, saat: datetime) -> None:
    salin(
        RiwayatUsulan,
        [
            RiwayatUsulan(
                usulan=u,
                dari="",
                tindakan="catat",
                ke=K.DICATAT,
                oleh_id=oleh.pengguna_id,
                saat=saat,
            )
            for u in baru
        ],
    )


def _banding(uraian: str, lokasi: str) -> tuple[str, str]:
    return " ".join(uraian.casefold().split()), " ".join(lokasi.casefold().split())


def _salah(
    daftar: Sequence[UsulanBaru], tahun: int, terpakai: set[tuple[str, str]]
) -> Iterator[Kesalahan]:
    if not TAHUN_PERTAMA <= tahun <= TAHUN_TERAKHIR:
        yield Kesalahan("tahun", _("Tahun %s di luar jangkauan (2000–2060).") % tahun)
    if not daftar:
        yield Kesalahan("daftar", _("Tidak ada usulan yang ditulis."))
    if len(daftar) + len(terpakai) > TERBANYAK:
        yield Kesalahan("daftar", _("Paling banyak %s usulan setahun.") % TERBANYAK)
    for n, u in enumerate(daftar, 1):
        letak = _("usulan %s") % n
        for pesan in _salah_satu(u):
            yield Kesalahan(letak, pesan)
        banding = _banding(u.uraian, u.lokasi)
        if banding in terpakai:
            yield Kesalahan(letak, _("“%s” sudah tercatat.") % u.uraian.strip())
        terpakai.add(banding)


def _salah_satu(u: UsulanBaru) -> Iterator[str]:
    if not u.uraian.strip():
        yield _("Uraian wajib diisi.")
    if len(u.uraian) > URAIAN_TERPANJANG:
        yield _("Uraian paling panjang %s huruf.") % URAIAN_TERPANJANG
    if max(len(u.lokasi), len(u.pengusul)) > NAMA_TERPANJANG:
        yield _("Lokasi dan pengusul paling panjang %s huruf.") % NAMA_TERPANJANG
    if u.asal not in AsalUsulan.values:
        yield _("Asal “%(ada)s” tidak dikenal. Pilih: %(boleh)s.") % {
            "ada": u.asal,
            "boleh": ", ".join(AsalUsulan.values),
        }
    if u.prioritas is not None and not 1 <= u.prioritas <= TERBANYAK:
        yield _("Urutan prioritas mulai dari 1.")
    if u.rupiah is not None and u.rupiah < 0:
        yield _("Rupiah tidak kurang dari nol.")


@layanan
def putuskan_usulan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    usulan: UUID,
    versi: int,
    tindakan: str,
    pemuat: str = "",
    kode: str = "",
    alasan: str = "",
) -> UsulanKegiatan:
    """Take a proposal up, put it off or refuse it; ``pemuat`` and ``kode`` name what takes it up.

    ``tindakan`` is ``masukkan``, ``tunda`` or ``tolak``. ``pemuat`` is the slug of a unit, ``kode``
    the official code of a program, kegiatan or sub-kegiatan in a plan of it.
    """
    lingkup, baris, jalur = _terkunci(oleh, saat, instansi, usulan, versi)
    if len(alasan) > URAIAN_TERPANJANG:
        raise IsianTidakSah.dari(
            _("Putusan tidak dicatat."),
            {"alasan": _("Alasan paling panjang %s huruf.") % URAIAN_TERPANJANG},
        )
    simpul = None
    if tindakan == "masukkan":
        simpul = _pemuat(lingkup, pemuat, kode)
    t = ALUR_USULAN.pindah(
        keadaan=baris.keadaan,
        tindakan=tindakan,
        lingkup=lingkup,
        jalur=jalur,
        alasan=alasan,
        konteks={"simpul": simpul},
    )
    baris.simpul_id = simpul
    return _pindahkan(baris, t, oleh, saat, alasan)


@layanan
def tarik_usulan(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    usulan: UUID,
    versi: int,
    alasan: str,
) -> UsulanKegiatan:
    """Take back a proposal that was not answered yet; it stays on record."""
    lingkup, baris, jalur = _terkunci(oleh, saat, instansi, usulan, versi)
    t = ALUR_USULAN.pindah(
        keadaan=baris.keadaan, tindakan="tarik", lingkup=lingkup, jalur=jalur, alasan=alasan
    )
    return _pindahkan(baris, t, oleh, saat, alasan)


def _terkunci(
    oleh: Pelaku, saat: datetime, instansi: Instansi, usulan: UUID, versi: int
) -> tuple[Lingkup, UsulanKegiatan, str]:
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris = kunci(
        UsulanKegiatan.objects.filter(instansi=instansi).select_related("unit"),
        uuid=usulan,
        versi=versi,
    )
    unit = organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.LIHAT_RENCANA)
    return lingkup, baris, unit.jalur


def _pemuat(lingkup: Lingkup, pemuat: str, kode: str) -> int:
    """The node with this official code in a plan of that unit.

    A node keeps its identity through the years, and proposals are answered before the plan that
    takes them up is written: so any plan of the unit will do.
    """
    unit = organisasi.unit_menurut_slug(lingkup, pemuat, Tindakan.LIHAT_RENCANA) if pemuat else None
    simpul = None
    if unit is not None and kode.strip():
        simpul = (
            SimpulVersi.objects.filter(
                dokumen_versi__dokumen__unit_id=unit.id, nomenklatur=kode.strip()
            )
            .order_by("-dokumen_versi_id")
            .values_list("simpul_id", flat=True)
            .first()
        )
    if simpul is None:
        raise IsianTidakSah.dari(
            _("Putusan tidak dicatat."),
            {"kode": _("Tidak ada kode “%s” pada rencana unit itu.") % kode.strip()},
        )
    return simpul


def _pindahkan(
    baris: UsulanKegiatan, t: Transisi, oleh: Pelaku, saat: datetime, alasan: str
) -> UsulanKegiatan:
    dari, baris.keadaan, baris.alasan = baris.keadaan, t.ke, alasan.strip()
    baris.versi += 1
    baris.save(update_fields=["keadaan", "alasan", "simpul", "versi"])
    RiwayatUsulan.objects.create(
        usulan=baris,
        dari=dari,
        tindakan=t.tindakan,
        ke=t.ke,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=alasan.strip(),
    )
    naikkan_versi_data([(baris.unit_id, baris.tahun)])
    return baris
