"""The workbook that people fill: explained, prefilled, with lists to choose from."""

from collections.abc import Iterable, Sequence
from decimal import Decimal, InvalidOperation
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _

from sakip.perencanaan.services.impor_rencana import banding
from sakip.perencanaan.services.impor_rencana import kolom as k
from sakip.perencanaan.services.impor_rencana.baca import RAHASIA, TEMPLAT
from sakip.perencanaan.services.impor_rencana.sel import PILIHAN
from sakip.perencanaan.services.naskah import RencanaBaru

LEBAR = {"uraian": 60, "nama": 60, "definisi": 40, "rumus": 30, "kode": 22, "induk": 20}
BARIS_ISIAN = 5_000  # rows below the headings that offer the lists


def buku_kerja(
    naskah: RencanaBaru, *, instansi: str, nama_unit: str, dari: str = "", versi: str = ""
) -> bytes:
    """The template filled with a konsep, or with its head only; uploaded as it is, all is equal."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only downloads need it

    keluar = BytesIO()
    tahun = range(naskah.tahun_mulai, naskah.tahun_selesai + 1)
    with Workbook(keluar, {"in_memory": True}) as buku:
        bentuk = {
            "tebal": buku.add_format({"bold": True, "bottom": 1, "text_wrap": True}),
            "teks": buku.add_format({"num_format": "@", "text_wrap": True, "valign": "top"}),
            "angka": buku.add_format({"num_format": "#,##0.######", "valign": "top"}),
        }
        _petunjuk(buku, bentuk, naskah, nama_unit)
        isi = banding.bagian(naskah)
        for lembar in k.LEMBAR:
            baris = [(kode, x) for (nama, kode), x in isi.items() if nama == lembar]
            _lembar(buku, bentuk, lembar, k.kolom_lembar(lembar, tahun), baris)
        rahasia = buku.add_worksheet(RAHASIA)
        rahasia.very_hidden()
        penanda = {
            "templat": TEMPLAT,
            "instansi": instansi,
            "unit": naskah.unit,
            "jenis": naskah.jenis,
            "judul": naskah.judul,
            "tahun_mulai": str(naskah.tahun_mulai),
            "tahun_selesai": str(naskah.tahun_selesai),
            "dari": dari,
            "versi": versi,
        }
        for n, (kunci, nilai) in enumerate(penanda.items()):
            rahasia.write_string(n, 0, kunci)
            rahasia.write_string(n, 1, nilai)
    return keluar.getvalue()


def _petunjuk(buku: Any, bentuk: dict[str, Any], naskah: RencanaBaru, nama_unit: str) -> None:
    lembar = buku.add_worksheet(_("Petunjuk"))
    lembar.set_column(0, 0, 100)
    lembar.write_string(0, 0, f"{naskah.judul}: {nama_unit}", bentuk["tebal"])
    for n, kalimat in enumerate(
        (
            _("Isi lembar Simpul (pohon kinerja) dan lembar Indikator (indikator dan targetnya)."),
            _("Satu baris satu simpul atau satu indikator. Jangan menggabungkan sel."),
            _("Kolom Induk berisi Kode simpul di atasnya; kosong berarti puncak dokumen."),
            _("Induk di dokumen lain ditulis unit:kode, misalnya kabupaten:s1."),
            _("Target: 83,50 atau 11/14 (rasio) atau 70..80 (rentang) atau WTP (predikat)."),
            _("Pagu dalam rupiah penuh. Baris yang dihapus di sini dihapus juga dari konsep."),
            _("Unggah di SAKIP: isinya diperiksa dahulu, sel yang salah disebut letaknya."),
        ),
        2,
    ):
        lembar.write_string(n, 0, kalimat)


def _lembar(
    buku: Any,
    bentuk: dict[str, Any],
    nama: str,
    kolom: Sequence[str],
    baris: Iterable[tuple[str, dict[str, str]]],
) -> None:
    lembar = buku.add_worksheet(nama)
    for n, x in enumerate(kolom):
        uang = x.startswith("pagu_")
        lembar.set_column(n, n, LEBAR.get(x, 16), bentuk["angka" if uang else "teks"])
        lembar.write_string(0, n, k.judul(x), bentuk["tebal"])
        if x in PILIHAN or x == "iku":
            daftar = ["ya", "tidak"] if x == "iku" else list(PILIHAN[x].values)
            lembar.data_validation(
                1, n, BARIS_ISIAN, n, {"validate": "list", "source": daftar, "ignore_blank": True}
            )
    lembar.freeze_panes(1, 1)
    for n, (_kode, isi) in enumerate(baris, 1):
        for m, x in enumerate(kolom):
            nilai = isi.get(x, "")
            if not nilai:
                continue
            rupiah = _uang(nilai) if x.startswith("pagu_") else None
            if rupiah is not None:
                lembar.write_number(n, m, rupiah, bentuk["angka"])
            else:
                lembar.write_string(n, m, nilai, bentuk["teks"])
    lembar.autofilter(0, 0, 0, len(kolom) - 1)


def _uang(teks: str) -> Decimal | None:
    try:
        return Decimal(teks.replace(".", "").replace(",", "."))
    except InvalidOperation:
        return None
