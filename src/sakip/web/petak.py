"""Units as tiles: a value, a word and a shape each; beside each other as they lie, or by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from markupsafe import Markup

from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import PERANGKAT_DAERAH, JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import BERJALAN, KeadaanRealisasi
from sakip.pengukuran.selectors import (
    AngkaUnit,
    PeriodeTahun,
    Ringkasan,
    kategori_rata,
    unit_lengkap,
)
from sakip.tampilan.format import angka
from sakip.tampilan.penanda import ALUR, kelas_kategori, tanda, tanda_capaian

CAPAIAN, KEADAAN = "capaian", "keadaan"
# The least advanced row speaks for a unit's state.
URUTAN = ("konsep", "dikembalikan", "diajukan", "diverifikasi", "disetujui", "ditelaah", "terkunci")


@dataclass(frozen=True, slots=True)
class Petak:
    """One unit: its short name, a value, a badge with word and shape, and the class of its edge."""

    nama: str
    singkat: str
    url: str
    nilai: str
    lencana: Markup
    kelas: str
    letak: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class Kisi:
    """The tiles of a choice; ``berletak``: they stand as their units lie."""

    judul: str
    petak: tuple[Petak, ...]
    berletak: bool


def unit_berpetak(unit: Sequence[UnitTampak]) -> list[UnitTampak]:
    """The kecamatan where there are some, else every perangkat daerah."""
    kecamatan = [u for u in unit if u.jenis == JenisUnit.KECAMATAN]
    return kecamatan or [u for u in unit if u.jenis in PERANGKAT_DAERAH]


def kisi_ringkasan(
    unit: Sequence[UnitTampak],
    ringkasan: Mapping[int, Ringkasan],
    periode: PeriodeTahun,
    awalan: str,
    pilihan: str,
) -> Kisi:
    """Tiles of the mean capaian of each unit, or of how far its figures came."""
    satu = _keadaan if pilihan == KEADAAN else _capaian
    judul = _("Keadaan pengukuran") if pilihan == KEADAAN else _("Rata-rata capaian")
    isi = {u.id: satu(ringkasan.get(u.id), periode) for u in unit}
    return _kisi(judul, unit, isi, awalan)


def kisi_indikator(
    unit: Sequence[UnitTampak], angka_unit: Sequence[AngkaUnit], awalan: str
) -> Kisi:
    """Tiles of one indicator over its units: the newest row of each that counts."""
    menurut: dict[int, AngkaUnit] = {}
    for a in angka_unit:
        lama = menurut.get(a.unit_id)
        if lama is None or not a.belum or lama.belum:
            menurut[a.unit_id] = a
    isi = {u.id: _indikator(menurut.get(u.id)) for u in unit}
    judul = angka_unit[0].nama if angka_unit else _("Indikator")
    return _kisi(judul, unit, isi, awalan)


Isi = tuple[str, Markup, str]


def _kisi(judul: str, unit: Sequence[UnitTampak], isi: Mapping[int, Isi], awalan: str) -> Kisi:
    letak = organisasi.letak_petak(unit)
    urut = sorted(unit, key=lambda u: (letak[u.id][::-1] if letak else (0, 0), u.nama))
    return Kisi(
        judul,
        tuple(
            Petak(
                u.nama,
                _singkat(u.nama),
                f"{awalan}{u.slug}/telusur/",
                *isi[u.id],
                letak[u.id] if letak else None,
            )
            for u in urut
        ),
        berletak=letak is not None,
    )


def _singkat(nama: str) -> str:
    return nama.removeprefix("Kecamatan ")


def _kosong() -> Isi:
    return "–", tanda("belum_ada_data"), "t-belum_ada_data"


def _capaian(r: Ringkasan | None, periode: PeriodeTahun) -> Isi:
    if r is None or r.jumlah == 0:
        return _kosong()
    if not unit_lengkap(r):
        belum = r.sementara + r.belum_diisi
        if belum == 0:
            return _kosong()
        kata = _("%(a)s dari %(b)s belum sah") % {"a": belum, "b": r.jumlah}
        return "–", tanda("sementara", kata), "t-sementara"
    kode = kategori_rata(r, periode.selesai)
    return f"{angka(r.rata_rata, 2)}%", *_kategori(kode)


def _kategori(kode: str) -> tuple[Markup, str]:
    if not kode:
        return Markup(), "t-info"
    return tanda_capaian("terhitung", kode), kelas_kategori(kode)


def _keadaan(r: Ringkasan | None, periode: PeriodeTahun) -> Isi:
    del periode
    if r is None or not r.menurut_keadaan:
        return _kosong()
    menurut = {k: n for k, n in r.menurut_keadaan.items() if k != BERJALAN}
    if not menurut:
        return _kosong()
    letak = next((k for k in URUTAN if k in menurut), "tercatat")
    makna, kata = ALUR.get(letak, ("selesai", ""))[0], KeadaanRealisasi(letak).label
    nilai = ngettext("%s angka", "%s angka", sum(menurut.values())) % sum(menurut.values())
    return nilai, tanda(makna, str(kata).capitalize()), f"t-{makna}"


def _indikator(a: AngkaUnit | None) -> Isi:
    if a is None:
        return _kosong()
    if a.status != "terhitung" or a.belum:
        lencana = tanda("sementara", _("belum sah")) if a.belum else tanda_capaian(a.status)
        return "–", lencana, "t-sementara" if a.belum else "t-belum_ada_data"
    return f"{angka(a.capaian, 2)}%", *_kategori(a.kategori)
