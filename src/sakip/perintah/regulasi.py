"""``sakip regulasi daftar|periksa|tampilkan``: look at the law as data, without a database."""

import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sakip.config.pesan import _
from sakip.perintah.bahasa import terjemah
from sakip.perintah.pengurai import Pengurai
from sakip_rules.galat import GalatKaidah, MasukanSalah
from sakip_rules.hasil import Dasar
from sakip_rules.kalimat import kalimat
from sakip_rules.regulasi import Kaidah, Regulasi, TeksRegulasi, muat_regulasi
from sakip_rules.waktu import Masa


def daftar(argv: list[str]) -> int:
    """Print every text with its rules; gives the exit code."""
    Pengurai("sakip regulasi daftar", uraian="Daftar peraturan dan kaidahnya.").parse_args(argv)
    regulasi = muat_regulasi()
    for teks in regulasi.daftar_teks():
        print(f"{teks.id}  {teks.sebutan}")
        print(f"    {_masa(teks.masa)}; naskah {teks.verifikasi.status.value}")
        for id in regulasi.daftar_kaidah(teks.id):
            print(f"    · {id}")
    return 0


def periksa(argv: list[str]) -> int:
    """Read every rule file strictly and print every fault; gives the exit code."""
    Pengurai("sakip regulasi periksa", uraian="Periksa semua berkas kaidah.").parse_args(argv)
    regulasi = muat_regulasi()
    galat = regulasi.periksa()
    for satu in galat:
        print(terjemah(satu.kalimat), file=sys.stderr)
    if galat:
        print(_("{banyak} kesalahan.").format(banyak=len(galat)), file=sys.stderr)
        return 1
    kaidah = regulasi.daftar_kaidah()
    versi = sum(len(regulasi.versi(id)) for id in kaidah)
    kasus = sum(len(contoh.kasus) for contoh in regulasi.daftar_contoh())
    print(
        _(
            "{teks} peraturan, {kaidah} kaidah, {versi} versi, {kasus} kasus contoh: "
            "tidak ada kesalahan."
        ).format(teks=len(regulasi.daftar_teks()), kaidah=len(kaidah), versi=versi, kasus=kasus)
    )
    return 0


def tampilkan(argv: list[str]) -> int:
    """Print one text, or one rule as it is in force on a day; gives the exit code."""
    pengurai = Pengurai(
        "sakip regulasi tampilkan",
        uraian="Tampilkan satu peraturan atau kaidah pada suatu tanggal.",
    )
    pengurai.add_argument("id", metavar="ID", help="id peraturan atau kaidah (lihat daftar)")
    pengurai.add_argument(
        "--pada",
        metavar="TANGGAL",
        help="tanggal berlaku, 2026-12-31 (bila tidak disebut: hari ini)",
    )
    pilihan = pengurai.parse_args(argv)
    regulasi = muat_regulasi()
    try:
        pada = _tanggal(pilihan.pada)
        if pilihan.id in {teks.id for teks in regulasi.daftar_teks()}:
            baris = _teks(regulasi, regulasi.teks(pilihan.id), pada)
        else:
            baris = _kaidah(regulasi.kaidah(pilihan.id, pada))
        for satu in baris:
            print(satu)
    except GalatKaidah as galat:
        print(f"sakip regulasi tampilkan: {terjemah(galat.kalimat)}", file=sys.stderr)
        return 2
    return 0


def _tanggal(teks: str | None) -> date:
    if teks is None:
        return date.today()  # noqa: DTZ011 - a rule changes with the calendar, not with a zone
    try:
        return date.fromisoformat(teks)
    except ValueError:
        raise MasukanSalah(
            kalimat("Tanggal “{teks}” tidak terbaca; tulis seperti 2026-12-31.", teks=teks)
        ) from None


def _masa(masa: Masa) -> str:
    return f"berlaku {masa.mulai.isoformat()} s.d. {masa.sampai or 'sekarang'}"


def _teks(regulasi: Regulasi, teks: TeksRegulasi, pada: date) -> Iterator[str]:
    yield f"{teks.sebutan}: {teks.judul}"
    yield f"  {_masa(teks.masa)}" + (
        "" if teks.masa.memuat(pada) else f"; tidak berlaku pada {pada}"
    )
    for sebutan, nilai in (
        ("ditetapkan", teks.ditetapkan),
        ("diundangkan", teks.diundangkan),
        ("lembaran", teks.lembaran),
        ("mencabut", ", ".join(teks.mencabut) or None),
        ("dicabut oleh", teks.dicabut_oleh),
        ("tautan", teks.tautan),
    ):
        yield f"  {sebutan}: {'belum diketahui' if nilai is None else nilai}"
    cek = teks.verifikasi
    pemeriksa = ", ".join(cek.oleh) or "belum ada"
    yield f"  naskah: {cek.status.value}; pemeriksa: {pemeriksa}"
    for hal, kepastian, uraian in cek.catatan:
        yield f"    - {hal} [{kepastian.value}]: {uraian}"
    yield "  kaidah:"
    for id in regulasi.daftar_kaidah(teks.id):
        yield f"    · {id}"


def _kaidah(kaidah: Kaidah[Any]) -> Iterator[str]:
    yield f"{kaidah.id} ({kaidah.jenis})"
    yield f"  {_masa(kaidah.masa)}"
    for dasar in kaidah.dasar:
        yield f"  dasar: {_dasar(dasar)}"
    if kaidah.tafsir:
        yield f"  tafsir: {', '.join(kaidah.tafsir)}"
    if kaidah.verifikasi is not None:
        yield f"  naskah: {kaidah.verifikasi.status.value}. {kaidah.verifikasi.catatan or ''}"
    yield f"  berkas: {kaidah.posisi.berkas} baris {kaidah.posisi.baris}"
    yield "  isi:"
    yield from _uraikan(kaidah.isi, "    ")


def _dasar(dasar: Dasar) -> str:
    halaman = "" if dasar.halaman is None else f", hlm. {dasar.halaman}"
    return f"{dasar.regulasi}, {dasar.letak}{halaman}"


def _uraikan(isi: Any, jorok: str) -> Iterator[str]:
    """Write any frozen rule value as indented lines, key by key."""
    if is_dataclass(isi) and not isinstance(isi, type):
        isi = {f.name: getattr(isi, f.name) for f in fields(isi)}
        isi = {nama: nilai for nama, nilai in isi.items() if nilai is not None}
    if isinstance(isi, Mapping):
        for kunci, nilai in isi.items():
            if _sebaris(nilai):
                yield f"{jorok}{_tulis(kunci)}: {_tulis(nilai)}"
            else:
                yield f"{jorok}{_tulis(kunci)}:"
                yield from _uraikan(nilai, jorok + "  ")
    elif isinstance(isi, tuple | list | frozenset):
        for butir in isi:
            if _sebaris(butir):
                yield f"{jorok}- {_tulis(butir)}"
            else:
                yield from _berbutir(_uraikan(butir, jorok + "  "), jorok)
    else:
        yield f"{jorok}{_tulis(isi)}"


def _berbutir(baris: Iterator[str], jorok: str) -> Iterator[str]:
    pertama = next(baris, f"{jorok}  (kosong)")
    yield f"{jorok}- {pertama.removeprefix(jorok).lstrip()}"
    yield from baris


def _sebaris(nilai: Any) -> bool:
    if isinstance(nilai, tuple | list):
        return all(not is_dataclass(n) and _polos(n) for n in nilai)
    return _polos(nilai) or isinstance(nilai, Masa)


def _polos(nilai: Any) -> bool:
    return nilai is None or isinstance(nilai, str | Decimal | date | bool | int)


def _tulis(nilai: Any) -> str:
    if isinstance(nilai, tuple | list):
        return ", ".join(_tulis(n) for n in nilai) or "(kosong)"
    if isinstance(nilai, Masa):
        return f"{nilai.mulai} s.d. {nilai.sampai or 'sekarang'}"
    if nilai is None:
        return "(tidak ada)"
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    return format(nilai, "f") if isinstance(nilai, Decimal) else str(nilai)
