"""What a konsep said before: read out of the history that the database wrote of it."""

from collections.abc import Hashable, Iterator
from typing import Any

from django.apps import apps
from django.db import models
from django.utils.translation import gettext as _

from sakip.perencanaan.models import (
    DokumenVersi,
    Dukungan,
    IndikatorVersi,
    PaguSimpul,
    SimpulVersi,
    TargetVersi,
)
from sakip.perencanaan.services.baris import Baris, Isi

TABEL: tuple[tuple[type[models.Model], tuple[str, ...]], ...] = (
    (SimpulVersi, ("simpul_id",)),
    (IndikatorVersi, ("indikator_id",)),
    (TargetVersi, ("indikator_id", "unit_id", "periode_id")),
    (Dukungan, ("simpul_id", "indikator_id")),
    (PaguSimpul, ("simpul_id", "tahun")),
)
BUKAN_ISI = {"id", "uuid", "dokumen_versi_id", "versi"}
DISEBUT = 5  # changes that a sentence names one by one


def isi_pada(versi: DokumenVersi, nomor: int) -> list[Baris]:
    """The rows of a konsep when its ``versi`` was ``nomor``. Six queries."""
    sesudah = list(
        _peristiwa(DokumenVersi)
        .filter(pgh_obj_id=versi.pk, versi__gt=nomor)
        .values_list("pgh_context_id", flat=True)
    )
    return [(model, kunci, _isi_tabel(model, kunci, versi, sesudah)) for model, kunci in TABEL]


def _peristiwa(model: type[models.Model]) -> "models.QuerySet[Any]":
    nama = f"{model._meta.object_name}Event"
    peristiwa: type[models.Model] = apps.get_model(model._meta.app_label, nama)
    return peristiwa._default_manager.all()


def _isi_tabel(
    model: type[models.Model], kunci: tuple[str, ...], versi: DokumenVersi, sesudah: list[Any]
) -> dict[tuple[Hashable, ...], Isi]:
    kolom = [
        b.attname
        for b in model._meta.concrete_fields
        if b.attname not in BUKAN_ISI and b.attname not in kunci
    ]
    terakhir = (
        _peristiwa(model)
        .filter(dokumen_versi_id=versi.pk)
        .exclude(pgh_context_id__in=sesudah)
        .order_by("pgh_obj_id", "-pgh_id")
        .distinct("pgh_obj_id")
        .values("pgh_label", *kunci, *kolom)
    )
    return {
        tuple(b[k] for k in kunci): {k: b[k] for k in kolom}
        for b in terakhir
        if b["pgh_label"] != "delete"
    }


def sebut_perubahan(versi: DokumenVersi, sejak: int) -> str:
    """What changed in a konsep since its ``versi`` was ``sejak``, and who wrote last, in words."""
    dulu = {model: isi for model, _kunci, isi in isi_pada(versi, sejak)}
    kini = {model: isi for model, _kunci, isi in isi_pada(versi, versi.versi)}
    semua = list(
        dict.fromkeys(
            (
                *_sebut_simpul(dulu[SimpulVersi], kini[SimpulVersi]),
                *_sebut_indikator(dulu, kini),
            )
        )
    )
    if not semua:
        return ""
    apa = "; ".join(semua[:DISEBUT])
    if len(semua) > DISEBUT:
        apa = _("%(apa)s; dan %(n)s hal lain") % {"apa": apa, "n": len(semua) - DISEBUT}
    penulis = versi.riwayat.select_related("oleh").order_by("-id").first()
    if penulis is None:
        return _("Yang berubah: %s.") % apa
    return _("Yang berubah (terakhir oleh %(siapa)s): %(apa)s.") % {
        "siapa": penulis.oleh.nama,
        "apa": apa,
    }


IsiTabel = dict[tuple[Hashable, ...], Isi]
LETAK = {"jalur", "kedalaman", "urutan"}  # follow from where a node stands


def _sebut_simpul(dulu: IsiTabel, kini: IsiTabel) -> Iterator[str]:
    for kunci in dict.fromkeys((*kini, *dulu)):
        lama, baru = dulu.get(kunci), kini.get(kunci)
        if lama is None or baru is None:
            yield _tambah_buang(lama, baru, "uraian")
        elif lama["induk_id"] != baru["induk_id"]:
            yield _("“%s” dipindahkan") % baru["uraian"]
        elif _inti(lama) != _inti(baru):
            yield _("“%s” diubah") % baru["uraian"]


def _inti(isi: Isi) -> Isi:
    return {k: v for k, v in isi.items() if k not in LETAK}


def _tambah_buang(lama: Isi | None, baru: Isi | None, kolom: str) -> str:
    if lama is None:
        return _("“%s” ditambahkan") % str((baru or {})[kolom])
    return _("“%s” dibuang") % str(lama[kolom])


def _sebut_indikator(
    dulu: dict[type[models.Model], IsiTabel], kini: dict[type[models.Model], IsiTabel]
) -> Iterator[str]:
    bertarget = {
        kunci[0]
        for kunci in dulu[TargetVersi].keys() | kini[TargetVersi].keys()
        if dulu[TargetVersi].get(kunci) != kini[TargetVersi].get(kunci)
    }
    for kunci in dict.fromkeys((*kini[IndikatorVersi], *dulu[IndikatorVersi])):
        lama, baru = dulu[IndikatorVersi].get(kunci), kini[IndikatorVersi].get(kunci)
        if lama is None or baru is None:
            yield _tambah_buang(lama, baru, "nama")
        elif _inti(lama) != _inti(baru) or kunci[0] in bertarget:
            yield _("“%s” diubah") % baru["nama"]
