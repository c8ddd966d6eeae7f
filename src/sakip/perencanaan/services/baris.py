"""Rows of a version: compared with what it shall hold, and made so. Called inside services."""

from collections.abc import Hashable
from typing import Any, TypeVar

from django.db import models

from sakip.bersama.salin import salin, ubah
from sakip.perencanaan.models import DokumenVersi

M = TypeVar("M", bound=models.Model)
Isi = dict[str, Any]
Baris = tuple[type[models.Model], tuple[str, ...], dict[tuple[Hashable, ...], Isi]]


def _tersimpan(
    model: type[M], kunci: tuple[str, ...], versi: DokumenVersi
) -> dict[tuple[Hashable, ...], M]:
    return {
        tuple(getattr(b, k) for k in kunci): b
        for b in model._default_manager.filter(dokumen_versi=versi)
    }


def _beda(baris: models.Model, isi: Isi) -> bool:
    return any(getattr(baris, k) != v for k, v in isi.items())


def sama(versi: DokumenVersi, mau: list[Baris]) -> bool:
    """Whether a version holds exactly these rows. Five queries."""
    for model, kunci, isi in mau:
        ada = _tersimpan(model, kunci, versi)
        if ada.keys() != isi.keys() or any(_beda(ada[k], v) for k, v in isi.items()):
            return False
    return True


def selaraskan(versi: DokumenVersi, mau: list[Baris]) -> None:
    """Make a konsep hold exactly these rows: what it no longer says goes, its history stays."""
    for model, kunci, isi in mau:
        ada = _tersimpan(model, kunci, versi)
        pergi = [b.pk for k, b in ada.items() if k not in isi]
        if pergi:
            model._default_manager.filter(pk__in=pergi).delete()
        berubah = [ada[k] for k, v in isi.items() if k in ada and _beda(ada[k], v)]
        for b in berubah:
            for kolom, nilai in isi[tuple(getattr(b, k) for k in kunci)].items():
                setattr(b, kolom, nilai)
        kolom_isi = next(iter(isi.values()), {})
        ubah(model, berubah, [k.removesuffix("_id") for k in kolom_isi if k != "instansi_id"])
        salin(
            model,
            [
                model(dokumen_versi=versi, **dict(zip(kunci, k, strict=True)), **v)
                for k, v in isi.items()
                if k not in ada
            ],
        )
