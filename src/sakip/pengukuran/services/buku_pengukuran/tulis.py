"""The workbook that is downloaded: one sheet to fill, its cells locked but for what is filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.periode import unsur_survei
from sakip.pengukuran.kaidah.sebab import pilihan_sebab, sebut_sebab
from sakip.pengukuran.selectors.tampak import Baris, LembarTampak
from sakip.pengukuran.services.buku_pengukuran import kolom as k
from sakip.pengukuran.services.buku_pengukuran.penanda import (
    BENTUK,
    RAHASIA,
    BarisPenanda,
    Penanda,
    potongan_penanda,
)
from sakip.pengukuran.services.isi import ALASAN_KOSONG, PANJANG_URAIAN
from sakip.pengukuran.services.lembar import ROMAWI
from sakip.perencanaan.models import JenisNilai

KEPALA = 3  # the row of the headings, counted from 1 as people do
LEBAR = {
    "kode": 11,
    "indikator": 46,
    "satuan": 12,
    "arah": 16,
    "golongan_sebab": 22,
    "penyebab": 40,
    "solusi": 40,
    "faktor": 40,
}
LEBAR_BIASA = 13
DAFTAR_MAKS = 255  # signs of a list that Excel keeps inside a cell's rule
DIGIT_LEMBAR = 15  # digits that a sheet keeps of any number
BATAS = 10**DIGIT_LEMBAR


@dataclass(frozen=True, slots=True)
class Salinan:
    """Whose copy it is: the government, the unit, the moment it was drawn."""

    instansi: Instansi
    unit: UnitTampak
    saat: datetime
    pada: date


def buku_kerja(x: LembarTampak, salinan: Salinan) -> bytes:
    """The workbook of a sheet as it stands now; uploaded as it is, nothing changes."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only downloads need it

    keluar = BytesIO()
    kolom = k.kolom_lembar(x.baris)
    judul = k.judul_lembar(kolom, unsur_survei(salinan.pada))
    nama = _("Isian")
    with Workbook(keluar, {"in_memory": True}) as buku:
        buku.set_properties({"title": _judul(x, salinan), "created": salinan.saat})
        bentuk = _bentuk(buku)
        lembar = buku.add_worksheet(nama)
        _kepala(lembar, bentuk, kolom, judul, x, salinan)
        for n, b in enumerate(x.baris, KEPALA):
            _baris(lembar, bentuk, n, b, kolom, salinan.pada)
        _rapikan(lembar, len(x.baris), len(kolom))
        _petunjuk(buku, bentuk, x, salinan)
        rahasia = buku.add_worksheet(RAHASIA)
        rahasia.very_hidden()
        for n, potong in enumerate(potongan_penanda(_penanda(x, salinan, nama, kolom, judul))):
            rahasia.write_string(n, 0, potong)
    return keluar.getvalue()


def nama_berkas(x: LembarTampak, unit: UnitTampak) -> str:
    """What the downloaded file is called."""
    return f"pengukuran-{unit.slug}-{x.periode.tahun}-tw{x.periode.nomor}.xlsx"


def _judul(x: LembarTampak, salinan: Salinan) -> str:
    return _("Pengukuran triwulan %(n)s %(tahun)s: %(unit)s") % {
        "n": ROMAWI[x.periode.nomor],
        "tahun": x.periode.tahun,
        "unit": salinan.unit.nama,
    }


def _penanda(
    x: LembarTampak, salinan: Salinan, nama: str, kolom: Sequence[str], judul: list[str]
) -> Penanda:
    return Penanda(
        bentuk=BENTUK,
        instansi=salinan.instansi.kode,
        unit=salinan.unit.slug,
        nama_unit=salinan.unit.nama,
        tahun=x.periode.tahun,
        triwulan=x.periode.nomor,
        diunduh=salinan.saat.isoformat(timespec="minutes"),
        keadaan=x.keadaan,
        lembar=nama,
        kepala=KEPALA,
        kolom=list(kolom),
        judul=judul,
        baris=[BarisPenanda(b.kode, b.butir.versi.nama, b.versi, k.tersimpan(b)) for b in x.baris],
    )


def _bentuk(buku: Any) -> dict[str, Any]:
    dasar = {"text_wrap": True, "valign": "top", "border": 1, "border_color": "#B7C0BE"}
    isian = dasar | {"locked": False, "bg_color": "#FFF9E5"}
    return {
        "judul": buku.add_format({"bold": True, "font_size": 14}),
        "contoh": buku.add_format({"bold": True, "font_color": "#8A1C1C"}),
        "kepala": buku.add_format(dasar | {"bold": True, "bg_color": "#E3ECEA"}),
        "terkunci": buku.add_format(dasar),
        "kanan": buku.add_format(dasar | {"align": "right"}),
        "mati": buku.add_format(dasar | {"bg_color": "#E8E8E8"}),
        "angka": buku.add_format(isian | {"align": "right"}),
        "teks": buku.add_format(isian | {"num_format": "@"}),
        "prosa": buku.add_format({"text_wrap": True, "valign": "top"}),
    }


def _kepala(  # noqa: PLR0913, PLR0917
    lembar: Any,
    bentuk: dict[str, Any],
    kolom: Sequence[str],
    judul: Sequence[str],
    x: LembarTampak,
    salinan: Salinan,
) -> None:
    lembar.write_string(0, 0, _judul(x, salinan), bentuk["judul"])
    if salinan.instansi.contoh:
        lembar.write_string(1, 0, _("CONTOH: data rekaan untuk peragaan."), bentuk["contoh"])
    else:
        lembar.write_string(1, 0, _("Isi sel yang berwarna; cara mengisinya di lembar Petunjuk."))
    for n, (nama, kata) in enumerate(zip(kolom, judul, strict=True)):
        lembar.set_column(n, n, LEBAR.get(nama, LEBAR_BIASA))
        lembar.write_string(KEPALA - 1, n, kata, bentuk["kepala"])


def _baris(  # noqa: PLR0913, PLR0917
    lembar: Any, bentuk: dict[str, Any], n: int, b: Baris, kolom: Sequence[str], pada: date
) -> None:
    v = b.butir.versi
    tertulis = {
        "kode": b.kode,
        "indikator": v.nama,
        "satuan": v.satuan,
        "arah": v.get_arah_display(),
        "target": b.target_teks,
        "lalu": b.lalu[1] if b.lalu else "",
    }
    boleh = k.kolom_baris(b)
    isi = k.tersimpan(b) | {"alasan_kosong": ""}
    if b.realisasi is not None:
        isi["alasan_kosong"] = k.sebut_alasan(b.realisasi.alasan_kosong)
        if b.realisasi.golongan_sebab:
            isi["golongan_sebab"] = sebut_sebab(b.realisasi.golongan_sebab, pada)
    for m, nama in enumerate(kolom):
        if nama in tertulis:
            kunci = bentuk["kanan" if nama in {"target", "lalu"} else "terkunci"]
            lembar.write_string(n, m, tertulis[nama], kunci)
        elif nama not in boleh:
            lembar.write_blank(n, m, None, bentuk["mati"])
        else:
            rupa = _rupa(bentuk, b, nama)
            if _berangka(b, nama):
                _tulis_angka(lembar, (n, m), isi[nama], rupa)
            else:
                lembar.write_string(n, m, isi[nama], rupa)
            if b.boleh_isi:
                lembar.data_validation(n, m, n, m, _aturan(b, nama, pada))


def _rupa(bentuk: dict[str, Any], b: Baris, nama: str) -> Any:
    if not b.boleh_isi:
        return bentuk["mati"]
    return bentuk["angka" if _berangka(b, nama) else "teks"]


def _berangka(b: Baris, nama: str) -> bool:
    """Whether a cell takes a number; a predicate or a yes stands in the same column."""
    kata = b.butir.versi.jenis_nilai in {JenisNilai.PREDIKAT, JenisNilai.YA_TIDAK}
    return nama in k.ANGKA and not (nama == "nilai" and kata)


def _tulis_angka(lembar: Any, letak: tuple[int, int], teks: str, rupa: Any) -> None:
    """A number where the sheet can hold it to the last digit, else the text as it is."""
    nilai = k.angka(teks)
    if nilai is not None and len(nilai.normalize().as_tuple().digits) <= DIGIT_LEMBAR:
        lembar.write_number(*letak, nilai, rupa)
    else:
        lembar.write_string(*letak, teks, rupa)


def _aturan(b: Baris, nama: str, pada: date) -> dict[str, Any]:
    """The rule that Excel itself holds a cell to."""
    pilihan: tuple[str, ...] = ()
    if nama == "alasan_kosong":
        pilihan = tuple(str(kata) for kata in ALASAN_KOSONG.values())
    elif nama == "golongan_sebab":
        pilihan = tuple(kata for _kode, kata, _arti in pilihan_sebab(pada))
    elif nama == "nilai" and b.butir.versi.jenis_nilai == JenisNilai.YA_TIDAK:
        pilihan = ("ya", "tidak")
    elif nama == "nilai" and b.butir.versi.jenis_nilai == JenisNilai.PREDIKAT:
        pilihan = kaidah.tingkat_skala(b.butir.versi.skala, pada)
    if pilihan and len(",".join(pilihan)) <= DAFTAR_MAKS:
        return {
            "validate": "list",
            "source": list(pilihan),
            "error_title": _("Pilih dari daftar"),
            "error_message": _("Pilih salah satu yang ada di daftar, atau kosongkan."),
        }
    if _berangka(b, nama):
        return {
            "validate": "decimal",
            "criteria": "between",
            "minimum": -BATAS,
            "maximum": BATAS,
            "error_title": _("Bukan angka"),
            "error_message": _("Isi dengan satu angka, tanpa huruf dan satuan."),
        }
    return {
        "validate": "length",
        "criteria": "<=",
        "value": PANJANG_URAIAN,
        "error_title": _("Terlalu panjang"),
        "error_message": _("Paling panjang %s huruf.") % PANJANG_URAIAN,
    }


def _rapikan(lembar: Any, banyak: int, kolom: int) -> None:
    lembar.freeze_panes(KEPALA, 2)
    lembar.protect("", {"format_columns": True, "format_rows": True, "select_locked_cells": True})
    lembar.set_landscape()
    lembar.set_paper(9)  # A4
    lembar.fit_to_pages(1, 0)
    lembar.repeat_rows(KEPALA - 1)
    lembar.print_area(0, 0, KEPALA + banyak - 1, kolom - 1)


def _petunjuk(buku: Any, bentuk: dict[str, Any], x: LembarTampak, salinan: Salinan) -> None:
    lembar = buku.add_worksheet(_("Petunjuk"))
    lembar.set_column(0, 0, 100)
    lembar.write_string(0, 0, _judul(x, salinan), bentuk["judul"])
    unduh = date_format(salinan.pada, "j F Y")
    kalimat = (
        _("Diunduh %s. Angka yang berubah di SAKIP sesudahnya akan ditunjukkan saat diunggah.")
        % unduh,
        _("Isi hanya sel berwarna di lembar Isian: angka triwulan ini saja, bukan kumulatifnya."),
        _("Indikator rasio: isi pembilang dan penyebut, bukan persennya. Tanpa kasus: 0 dan 0."),
        _("Survei: isi rata-rata kesembilan unsur (1–4) dan banyaknya responden."),
        _("Belum ada angka? Kosongkan selnya dan pilih alasannya; jangan menulis “-” atau “n/a”."),
        _("Di bawah target: pilih golongan sebab, tulis penyebab dan solusi. "
          "Tercapai: tulis faktor pendorongnya."),
        _("Sel abu-abu dihitung sendiri, belum waktunya, atau diisi orang lain."),
        _("Jangan menambah kolom, menggabungkan sel, atau memakai rumus dari berkas lain."),
        _("Simpan sebagai .xlsx, lalu unggah di lembar triwulan yang sama: perbedaannya "
          "ditunjukkan dahulu, dan diterapkan utuh atau tidak sama sekali."),
    )  # fmt: skip
    for n, satu in enumerate(kalimat, 2):
        lembar.write_string(n, 0, satu, bentuk["prosa"])
    if salinan.instansi.contoh:
        lembar.write_string(1, 0, _("CONTOH: data rekaan untuk peragaan."), bentuk["contoh"])
    lembar.protect("")
