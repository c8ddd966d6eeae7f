"""The regency-wide table: paged, filtered and sorted in the address, and as an Excel sheet."""

import re
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA
from sakip.pengukuran import selectors
from sakip.pengukuran.models import CapaianMutakhir
from sakip.pengukuran.selectors import Saringan
from sakip.tampilan.penanda import sebut_kategori, sebut_status
from sakip.web.akses import Akses, berizin, kunci_jangkauan
from sakip.web.kinerja import sebut_periode
from sakip.web.pecahan import halaman, ingat, pecahan

BARIS_HALAMAN = 50
# Values are kept as Indonesian text: 1.234,56.
ANGKA_TERSIMPAN = re.compile(r"-?(?:\d{1,3}(?:\.\d{3})+|\d+)(?:,\d+)?")
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _saringan(
    request: HttpRequest, akses: Akses, tahun: int
) -> tuple[Saringan | None, list[tuple[str, str]]]:
    """What the address asks for, and the periods one can choose."""
    semua = selectors.periode_instansi(akses.lingkup)
    pilihan = [(p.kode, sebut_periode(p.jenis, p.nomor)) for p in semua if p.tahun == tahun]
    periode = selectors.pilih_periode(semua, tahun, request.GET.get("periode", ""))
    if periode is None:
        return None, pilihan
    ambil = request.GET.get
    return (
        Saringan(
            periode_id=periode.periode_id,
            unit=ambil("unit", ""),
            status=ambil("status", ""),
            kategori=ambil("kategori", ""),
            cari=ambil("cari", "").strip()[:100],
            urut=ambil("urut", "unit"),
        ),
        pilihan,
    )


@berizin(Tindakan.LIHAT_KINERJA)
def tabel(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Rows of all units in reach, fifty a page."""
    nomor = organisasi.versi_instansi(akses.lingkup).nomor(tahun)
    kunci = (nomor, *kunci_jangkauan(akses), tahun)
    isi = pecahan(
        "web/pecahan_tabel.html",
        (*kunci, request.GET.urlencode()),
        lambda: _isi(request, akses, tahun, kunci),
    )
    return halaman(request, "web/tabel.html", {"tahun": tahun, "versi_data": nomor}, isi)


def _isi(
    request: HttpRequest, akses: Akses, tahun: int, kunci: tuple[Hashable, ...]
) -> dict[str, Any]:
    saringan, periode = _saringan(request, akses, tahun)
    unit = organisasi.daftar_unit(
        akses.lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=tahun
    )
    isi: dict[str, Any] = {
        "request": request,
        "tahun": tahun,
        "saringan": saringan,
        "pilihan_periode": periode,
        "pilihan_unit": [(u.slug, u.nama) for u in unit],
        "pilihan_status": sebut_status(),
        "pilihan_kategori": sebut_kategori(),
        "awalan": akses.alamat("pemda", tahun),
        "excel": f"{akses.alamat('tabel_xlsx', tahun)}?{request.GET.urlencode()}",
        "halaman": None,
    }
    if saringan is not None:
        terhitung: Any = Terhitung(akses.lingkup, saringan, _jumlah(akses.lingkup, saringan, kunci))
        penomor: Paginator[CapaianMutakhir] = Paginator(terhitung, BARIS_HALAMAN)
        isi["halaman"] = penomor.get_page(request.GET.get("hal", "1"))
    return isi


@dataclass(frozen=True, slots=True)
class Terhitung:
    """The table as a paginator wants it: a length, and rows from here to there."""

    lingkup: Lingkup
    saringan: Saringan
    jumlah: Mapping[int, int]

    def __len__(self) -> int:
        return sum(self.jumlah.values())

    def __getitem__(self, bagian: slice) -> list[CapaianMutakhir]:
        return selectors.potong_tabel(self.lingkup, self.saringan, self.jumlah, bagian)


def _jumlah(lingkup: Lingkup, saringan: Saringan, kunci: tuple[Hashable, ...]) -> Mapping[int, int]:
    """How many rows each unit has: counted once for all pages, and for all orders of rows."""
    urut = saringan.urut if saringan.menurut_unit else "indikator"
    return ingat(
        ("tabel", *kunci, replace(saringan, urut=urut)),
        lambda: selectors.jumlah_menurut_unit(lingkup, saringan),
    )


@berizin(Tindakan.UNDUH_KINERJA)
def tabel_xlsx(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """The same rows, all of them, as an Excel sheet."""
    saringan, _pilihan = _saringan(request, akses, tahun)
    if saringan is None:
        raise TidakDitemukan(_("Belum ada angka untuk tahun dan periode itu."))
    baris = selectors.tabel_kinerja(akses.lingkup, saringan)
    isi = buku(
        _("Kinerja %s") % tahun,
        [
            (_("Unit"), 34),
            (_("Indikator"), 60),
            (_("Satuan"), 12),
            (_("Target"), 14),
            (_("Realisasi"), 14),
            (_("Capaian (%)"), 12),
            (_("Keterangan"), 22),
            (_("Sifat data"), 12),
        ],
        (_baris_xlsx(m) for m in baris.iterator(2000)),
        apa_adanya=(3, 4),
    )
    nama = f"kinerja-{akses.instansi.slug}-{tahun}.xlsx"
    return HttpResponse(
        isi,
        content_type=XLSX,
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


def _baris_xlsx(m: CapaianMutakhir) -> list[Any]:
    return [
        m.nama_unit,  # type: ignore[attr-defined]
        m.indikator_versi.nama,
        m.indikator_versi.satuan,
        angka_atau_teks(m.target_teks),
        angka_atau_teks(m.realisasi_teks),
        m.capaian,
        dict(sebut_status())[m.status] if m.status != "terhitung" else "",
        m.get_sifat_display(),
    ]


def angka_atau_teks(teks: str) -> Decimal | str:
    """A stored value as a spreadsheet can reckon with it; ``11/14``, ``10..20``, ``WTP`` stay."""
    if not ANGKA_TERSIMPAN.fullmatch(teks):
        return teks
    return Decimal(teks.replace(".", "").replace(",", "."))


def buku(
    judul: str,
    kolom: Sequence[tuple[str, int]],
    baris: Iterable[Sequence[Any]],
    apa_adanya: Collection[int] = (),
) -> bytes:
    """An Excel sheet: bold frozen header, filters, text always as text (never as a formula).

    Numbers show two decimals; in the columns ``apa_adanya`` (from 0) the decimals they came with.
    """
    from xlsxwriter import Workbook  # noqa: PLC0415 - only downloads need it

    keluar = BytesIO()
    with Workbook(keluar, {"in_memory": True, "constant_memory": True}) as berkas:
        lembar = berkas.add_worksheet(judul[:31])
        tebal = berkas.add_format({"bold": True, "bottom": 1})
        angka = [
            berkas.add_format({"num_format": f"#,##0.{'0' * n}".rstrip(".")}) for n in range(7)
        ]
        for n, (nama, lebar) in enumerate(kolom):
            lembar.set_column(n, n, lebar)
            lembar.write_string(0, n, nama, tebal)
        lembar.freeze_panes(1, 1)
        akhir = 0
        for akhir, satu in enumerate(baris, 1):
            for n, nilai in enumerate(satu):
                if nilai is None or nilai == "":
                    continue
                if isinstance(nilai, str):
                    lembar.write_string(akhir, n, nilai)
                else:
                    desimal = _desimal(nilai) if n in apa_adanya else 2
                    lembar.write_number(akhir, n, nilai, angka[desimal])
        lembar.autofilter(0, 0, akhir, len(kolom) - 1)
    return keluar.getvalue()


def _desimal(nilai: Decimal) -> int:
    """How many decimals a number was written with, as far as a sheet should show them."""
    pangkat = nilai.as_tuple().exponent
    return min(-pangkat, 6) if isinstance(pangkat, int) and pangkat < 0 else 0
