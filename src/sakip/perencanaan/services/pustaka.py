"""The indicator library: defined once, taken up by many units, compared across them."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import models
from django.utils.text import slugify
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah, TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, JenisUnit, UnitKerja
from sakip.perencanaan.models import (
    Agregasi,
    Arah,
    DokumenVersi,
    Frekuensi,
    IndikatorVersi,
    JenisNilai,
    PustakaIndikator,
)
from sakip.perencanaan.selectors import pohon_versi, versi_dokumen
from sakip.perencanaan.services.naskah import IndikatorBaru, TargetBaru
from sakip.perencanaan.services.susun import susun_rencana
from sakip.perencanaan.services.ubahan import dengan_indikator, naskah_dari

PILIHAN: Mapping[str, type[models.TextChoices]] = {
    "arah": Arah,
    "jenis_nilai": JenisNilai,
    "agregasi": Agregasi,
    "frekuensi": Frekuensi,
}
PANJANG = {"kode": 160, "satuan": 60, "nomenklatur": 30}
# What a taken indicator gets from the library, word for word.
DIAMBIL = (
    "nama",
    "satuan",
    "arah",
    "jenis_nilai",
    "agregasi",
    "frekuensi",
    "definisi",
    "rumus",
    "sumber_data",
)


@dataclass(frozen=True, slots=True)
class PustakaBaru:
    """A shared indicator; ``asal`` is the slug of the unit that first worded it."""

    kode: str
    nama: str
    arah: str
    jenis_nilai: str
    satuan: str = ""
    agregasi: str = Agregasi.TERAKHIR.value
    frekuensi: str = Frekuensi.TAHUNAN.value
    definisi: str = ""
    rumus: str = ""
    sumber_data: str = ""
    komponen: Mapping[str, Any] = field(default_factory=dict)
    pilahan: tuple[str, ...] = ()
    jenis_unit: tuple[str, ...] = ()
    nomenklatur: str = ""
    asal: str | None = None


def pustaka_dari(wording: IndikatorVersi, unit: str) -> PustakaBaru:
    """What an indicator of a plan would be in the library. No query but what it was read with."""
    return PustakaBaru(
        kode=slugify(wording.nama)[:60].strip("-") or wording.indikator.kode,
        komponen=dict(wording.komponen),
        pilahan=tuple(wording.pilahan),
        asal=unit,
        **{k: getattr(wording, k) for k in DIAMBIL},
    )


@layanan
def simpan_pustaka(
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    isi: PustakaBaru,
    versi: int | None = None,
) -> PustakaIndikator:
    """Define a shared indicator, or change the one with this code (``versi``: as it was seen).

    Plans that took it up keep their own wording: what was promised does not change by itself.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.KELOLA_PUSTAKA)
    asal = UnitKerja.objects.filter(instansi=instansi, slug=isi.asal).first() if isi.asal else None
    salah = _salah(isi)
    if isi.asal and asal is None:
        salah["asal"] = _("Unit “%s” tidak ada.") % isi.asal
    kini = PustakaIndikator.objects.filter(instansi=instansi, kode=isi.kode).first()
    if versi is None and kini is not None:
        salah["kode"] = _("Sudah dipakai “%s”; pilih kode lain.") % kini.nama
    if salah:
        raise IsianTidakSah.dari(_("Indikator pustaka tidak disimpan."), salah)
    kolom: dict[str, Any] = {k: getattr(isi, k) for k in (*DIAMBIL, "nomenklatur")} | {
        "nama": isi.nama.strip(),
        "komponen": dict(isi.komponen),
        "pilahan": list(isi.pilahan),
        "jenis_unit": list(isi.jenis_unit),
    }
    if versi is None:
        return PustakaIndikator.objects.create(instansi=instansi, kode=isi.kode, asal=asal, **kolom)
    if kini is None:
        raise _tidak_ada(isi.kode)
    pustaka = kunci(PustakaIndikator.objects.filter(instansi=instansi), uuid=kini.uuid, versi=versi)
    _belum_ditarik(pustaka)
    if all(getattr(pustaka, k) == v for k, v in kolom.items()):
        return pustaka
    for k, v in kolom.items():
        setattr(pustaka, k, v)
    pustaka.versi += 1
    pustaka.save(update_fields=[*kolom, "versi"])
    return pustaka


def _salah(isi: PustakaBaru) -> dict[str, str]:
    salah: dict[str, str] = {}
    if isi.kode != slugify(isi.kode) or not isi.kode:
        salah["kode"] = _("Kode memuat huruf kecil, angka dan tanda hubung saja.")
    if not isi.nama.strip():
        salah["nama"] = _("Nama wajib diisi.")
    for kolom, pilihan in PILIHAN.items():
        if getattr(isi, kolom) not in pilihan.values:
            salah[kolom] = _("Pilih: %s.") % ", ".join(pilihan.values)
    for kolom, panjang in PANJANG.items():
        if len(getattr(isi, kolom)) > panjang:
            salah[kolom] = _("Paling panjang %s huruf.") % panjang
    if not set(isi.jenis_unit) <= set(JenisUnit.values):
        salah["jenis_unit"] = _("Pilih: %s.") % ", ".join(JenisUnit.values)
    return salah


def _tidak_ada(kode: str) -> TidakDitemukan:
    return TidakDitemukan(_("Tidak ada indikator pustaka “%s” di instansi ini.") % kode)


def _belum_ditarik(pustaka: PustakaIndikator) -> None:
    if pustaka.ditarik:
        raise PerpindahanTidakSah(_("“%s” sudah ditarik dari pustaka.") % pustaka.nama)


@layanan
def tarik_pustaka(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, pustaka: UUID, versi: int
) -> PustakaIndikator:
    """Offer it no longer. Plans that took it up keep it, and are still compared by it."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    lingkup.wajib(Tindakan.KELOLA_PUSTAKA)
    satu = kunci(PustakaIndikator.objects.filter(instansi=instansi), uuid=pustaka, versi=versi)
    _belum_ditarik(satu)
    satu.ditarik = True
    satu.versi += 1
    satu.save(update_fields=["ditarik", "versi"])
    return satu


@layanan
def pakai_pustaka(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    pustaka: str,
    dokumen_versi: UUID,
    versi: int | None,
    simpul: str,
    target: Mapping[int, str],
) -> DokumenVersi:
    """Take a shared indicator (by code) into a unit's plan at a node, with its own targets.

    ``dokumen_versi`` is the version it is drawn from and ``versi`` its number as seen; one that was
    ditetapkan opens a version beside it, as every change of a plan does.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.SUSUN_RENCANA)
    satu = PustakaIndikator.objects.filter(instansi=instansi, kode=pustaka).first()
    if satu is None:
        raise _tidak_ada(pustaka)
    _belum_ditarik(satu)
    if satu.jenis_unit and tempat.jenis not in satu.jenis_unit:
        raise IsianTidakSah.dari(
            _("Indikator tidak dipakai."),
            {"unit": _("“%s” bukan untuk jenis unit ini.") % satu.nama},
        )
    dari = versi_dokumen(lingkup, tempat, dokumen_versi)
    naskah = naskah_dari(unit, pohon_versi(lingkup, tempat, dari, dari.dokumen.tahun_mulai))
    if any(i.pustaka == pustaka for i in naskah.indikator):
        raise IsianTidakSah.dari(
            _("Indikator tidak dipakai."), {"pustaka": _("Sudah dipakai di dokumen ini.")}
        )
    baru = IndikatorBaru(
        kode=_kode_bebas(satu.kode, {i.kode for i in naskah.indikator}),
        simpul=simpul,
        pustaka=satu.kode,
        komponen=satu.komponen,
        pilahan=tuple(satu.pilahan),
        iku=True,
        target=tuple(TargetBaru(t, teks) for t, teks in sorted(target.items()) if teks.strip()),
        **{k: getattr(satu, k) for k in DIAMBIL},
    )
    isi = replace(dengan_indikator(naskah, baru), perubahan=dari.ditetapkan is not None)
    return susun_rencana(
        oleh=oleh, saat=saat, instansi=instansi, isi=isi, versi=versi, dari=dari.uuid
    )


def _kode_bebas(kode: str, ada: set[str]) -> str:
    n, calon = 1, kode
    while calon in ada:
        n += 1
        calon = f"{kode}-{n}"
    return calon
