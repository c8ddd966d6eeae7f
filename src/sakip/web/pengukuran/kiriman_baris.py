"""One row of a sheet as a form sends it, and its way through the service that fits it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.http import QueryDict
from django.utils.translation import gettext as _

from sakip.bersama.galat import GalatLayanan, IsianTidakSah, VersiUsang
from sakip.pengukuran.kaidah.sebab import SESUAI_RENCANA
from sakip.pengukuran.services import (
    AlamatLembar,
    AngkaBersaing,
    HasilIsi,
    IsianSel,
    isi_realisasi,
    isi_survei,
)
from sakip.web.akses import Akses
from sakip.web.kiriman import baca_versi

URAIAN = ("alasan_kosong", "golongan_sebab", "penyebab", "solusi", "faktor", "jawaban_mirip")
_BULAN = re.compile(r"b([0-9]{1,2})")


@dataclass(slots=True)
class Kiriman:
    """What was typed into a row: its figure and texts, a survey's elements, its months."""

    isi: dict[str, str]
    unsur: list[str] = field(default_factory=list)
    bulan: dict[int, tuple[str, str]] = field(default_factory=dict)


def baca_baris(data: QueryDict, kode: str) -> Kiriman | None:
    """The fields of one row in a sent form; ``None``: the row is not in it."""
    if f"versi.{kode}" not in data:
        return None
    nama = (*URAIAN, "versi", "responden", "pertahankan")
    isi = {satu: data.get(f"{satu}.{kode}", "").replace("\r\n", "\n") for satu in nama}
    if f"sesuai_rencana.{kode}" in data and not isi["faktor"].strip():
        isi["faktor"] = SESUAI_RENCANA
    isi["teks"] = baca_teks(data, kode)
    bulan = {}
    for satu in data:
        awal, _titik, akhir = satu.rpartition(".")
        if awal == f"versi.{kode}" and (cocok := _BULAN.fullmatch(akhir)):
            bulan[int(cocok[1])] = (baca_teks(data, f"{kode}.{akhir}"), data.get(satu, ""))
    return Kiriman(isi, data.getlist(f"unsur.{kode}"), bulan)


def baca_teks(data: QueryDict, kunci: str) -> str:
    """The figure as one text; the parts of a share are two fields, or 25/30 in the first."""
    if f"pembilang.{kunci}" not in data:
        return data.get(f"teks.{kunci}", "")
    atas, bawah = (
        data.get(f"pembilang.{kunci}", "").strip(),
        data.get(f"penyebut.{kunci}", "").strip(),
    )
    if "/" in atas and not bawah:
        return atas
    return f"{atas}/{bawah}" if atas or bawah else ""


@dataclass(frozen=True, slots=True)
class Bentrok:
    """Two values for one cell: what stands there with its version, and what was typed."""

    tersimpan: str
    versi: int
    anda: str


@dataclass(slots=True)
class HasilBaris:
    """What became of a row: faults by field (months as ``b4``), and the last answer of a service.

    ``bentrok``: another one wrote the figure meanwhile.
    """

    salah: dict[str, str] = field(default_factory=dict)
    hasil: HasilIsi | None = None
    bentrok: Bentrok | None = None


def simpan_kiriman(akses: Akses, alamat: AlamatLembar, kode: str, kiriman: Kiriman) -> HasilBaris:
    """The row through its services, each month by itself: one that is refused stops no other."""
    h = HasilBaris()
    isi = kiriman.isi
    survei = bool(kiriman.unsur)
    isian = IsianSel(
        teks="" if survei else isi["teks"],
        alasan_kosong=isi["alasan_kosong"],
        golongan_sebab=isi["golongan_sebab"],
        penyebab=isi["penyebab"],
        solusi=isi["solusi"],
        faktor=isi["faktor"],
        jawaban_mirip=isi["jawaban_mirip"],
    )
    umum: dict[str, Any] = {**akses.dasar, "alamat": alamat, "indikator": kode}
    try:
        lengkap = {**umum, "isian": isian, "versi": baca_versi(isi["versi"])}
        if survei:
            h.hasil = isi_survei(**lengkap, unsur=kiriman.unsur, responden=isi["responden"])
        else:
            h.hasil = isi_realisasi(**lengkap)
    except (IsianTidakSah, VersiUsang) as galat:
        h.salah |= menurut_bidang(galat)
        h.bentrok = bentrok(galat)
    for n, (teks, versi) in kiriman.bulan.items():
        try:
            h.hasil = isi_realisasi(
                **umum, bulan=n, isian=IsianSel(teks=teks), versi=baca_versi(versi)
            )
        except (IsianTidakSah, VersiUsang) as galat:
            h.salah[f"b{n}"] = _("Bulan %(n)s: %(sebab)s") % {
                "n": n,
                "sebab": " ".join(menurut_bidang(galat).values()),
            }
    return h


def bentrok(galat: GalatLayanan) -> Bentrok | None:
    """Both values, where a refusal is about somebody else's newer one."""
    if not isinstance(galat, AngkaBersaing):
        return None
    return Bentrok(galat.teks_tersimpan, int(galat.tersimpan), galat.teks_anda)


def menurut_bidang(galat: GalatLayanan) -> dict[str, str]:
    """Faults by field; a sentence without a field stands at the value."""
    if isinstance(galat, IsianTidakSah) and galat.kesalahan:
        return galat.menurut_letak
    return {"teks": galat.pesan}


def terpecah(teks: str) -> Mapping[str, str]:
    """Both parts of a share as their fields show them; what is no share stands in the first."""
    atas, _garis, bawah = teks.partition("/")
    return {"pembilang": atas, "penyebut": bawah}


def polos(teks: str, jenis: str) -> str:
    """A stored figure as a field shows it: without points between thousands, as it may be typed."""
    return teks.replace(".", "") if jenis in {"bilangan", "persen", "rasio"} else teks
