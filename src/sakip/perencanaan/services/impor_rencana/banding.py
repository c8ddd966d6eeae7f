"""A konsep beside the one that stands there: what is new, what changed, what goes."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from decimal import Decimal
from typing import Any

from sakip.perencanaan import kaidah
from sakip.perencanaan.services.impor_rencana.kolom import INDIKATOR, SIMPUL
from sakip.perencanaan.services.naskah import IndikatorBaru, RencanaBaru, SimpulBaru

# Names of the columns that fields of the command stand in.
NAMA = {"jenis": "jenjang", "baseline_teks": "baseline"}


def bagian(naskah: RencanaBaru | None) -> dict[tuple[str, str], dict[str, str]]:
    """Every node and indicator of a konsep as flat texts by column: equal texts, equal parts."""
    if naskah is None:
        return {}
    mendukung: dict[str, list[str]] = {}
    for simpul, indikator in naskah.dukungan:
        mendukung.setdefault(simpul, []).append(indikator)
    hasil = {}
    for s in naskah.simpul:
        datar = _datar(s)
        if s.kode in mendukung:
            datar["mendukung"] = "; ".join(mendukung[s.kode])
        hasil[SIMPUL, s.kode] = datar
    for i in naskah.indikator:
        hasil[INDIKATOR, i.kode] = _datar(i)
    return hasil


_BIDANG: dict[type[Any], tuple[str, ...]] = {
    jenis: tuple(f.name for f in fields(jenis)) for jenis in (SimpulBaru, IndikatorBaru)
}


def _datar(satu: SimpulBaru | IndikatorBaru) -> dict[str, str]:
    hasil: dict[str, str] = {}
    for nama in _BIDANG[type(satu)]:
        nilai = getattr(satu, nama)
        if nama == "pagu":
            for tahun, rupiah in nilai:
                hasil[f"pagu_{tahun}"] = _angka(rupiah)
        elif nama == "target":
            for t in nilai:
                akhir = "" if t.periode == "tahun" else f"_{t.periode}"
                hasil[f"target_{t.tahun}{akhir}"] = _target(t.teks)
        elif nilai not in {None, ""} if isinstance(nilai, str | int | None) else bool(nilai):
            hasil[NAMA.get(nama, nama)] = _teks(nilai)
    return hasil


def _angka(n: Decimal) -> str:
    return kaidah.tulis_nilai(n.normalize() if n != n.to_integral_value() else n.quantize(SATU))


SATU = Decimal(1)


def _target(teks: str) -> str:
    """A target without what writing it otherwise would change: spaces, thousands' dots."""
    return teks.strip()


def _teks(nilai: Any) -> str:
    if nilai is True:
        return "ya"
    if nilai is False:
        return ""
    if isinstance(nilai, tuple):
        return "; ".join(nilai)
    return str(nilai).strip()


def beda(lama: dict[str, str] | None, baru: dict[str, str]) -> list[dict[str, str]]:
    """Columns that differ, with both texts."""
    if lama is None:
        return []
    return [
        {"kolom": k, "lama": lama.get(k, ""), "baru": baru.get(k, "")}
        for k in dict.fromkeys((*baru, *lama))
        if lama.get(k, "") != baru.get(k, "")
    ]


def hilang(
    lama: dict[tuple[str, str], dict[str, str]], baru: Sequence[tuple[str, str]]
) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Parts that the new konsep no longer has."""
    ada = set(baru)
    for (lembar, kode), isi in lama.items():
        if (lembar, kode) not in ada:
            yield lembar, kode, isi
