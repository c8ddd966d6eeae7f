"""The board itself, kept in fragments: one for each unit's row, by that unit's data version."""

import csv
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from io import StringIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import BERKINERJA, JenisUnit
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import selectors
from sakip.pengukuran.selectors import BarisPapan
from sakip.pengukuran.services import HasilMassal
from sakip.web.akses import Akses, berizin
from sakip.web.papan_ukur.pesan import pesan_wa
from sakip.web.papan_ukur.saring import (
    SaringanPapan,
    hitung,
    makna_sel,
    pilihan_keadaan,
    sebut_sel,
    sebut_telat,
)
from sakip.web.pecahan import TEMBOLOK, TEMPAT, Pecahan, halaman, ingat, pecahan, rangkai
from sakip.web.pengukuran.kata import ROMAWI
from sakip.web.stasiun import tautan_tahun
from sakip.web.tabel import XLSX, buku

UKURAN_BARIS = 3_000  # bytes that the data of one row take, about


@dataclass
class PapanUkur:
    """One request for the board: what is kept is asked for first, and only the rest is read."""

    request: HttpRequest
    akses: Akses
    tahun: int

    def __post_init__(self) -> None:
        self.saring = SaringanPapan.dari(self.request.GET, self.tahun, self.akses.lingkup.pada)
        self.versi = organisasi.versi_per_unit(self.akses.lingkup)
        # What every row depends on besides its own unit.
        self.umum: tuple[Hashable, ...] = (
            self.akses.instansi.kode,
            self.akses.lingkup.pada,
            self.versi.susunan,
            self.tahun,
        )

    @cached_property
    def unit(self) -> list[UnitTampak]:
        """The units in reach. One query, none while no unit was changed."""
        jalur = self.akses.lingkup.jalur_untuk(Tindakan.LIHAT_KINERJA)
        return ingat(
            ("papan_ukur_unit", *self.umum, jalur),
            lambda: organisasi.daftar_unit(
                self.akses.lingkup, Tindakan.LIHAT_KINERJA, jenis=BERKINERJA, tahun=self.tahun
            ),
            ukuran=30_000,
        )

    @cached_property
    def boleh_kunci(self) -> bool:
        return self.akses.lingkup.boleh(Tindakan.TELAAH_PENGUKURAN)

    def kunci_unit(self, u: UnitTampak) -> tuple[Hashable, ...]:
        return (*self.umum, u, self.versi.nomor(u.id))

    @cached_property
    def kunci(self) -> tuple[Hashable, ...]:
        """Of everything that is shown: any unit's write makes it another."""
        return (
            *self.umum,
            tuple((u.id, self.versi.nomor(u.id)) for u in self.unit),
            self.saring,
            self.boleh_kunci,
            get_language(),
        )

    @cached_property
    def semua(self) -> list[BarisPapan]:
        """All rows in reach; only units that were written to since are read. Three queries."""
        ada = {u.id: TEMBOLOK.ambil(("papan_ukur_data", *self.kunci_unit(u))) for u in self.unit}
        kurang = [u for u in self.unit if ada[u.id] is None]
        for b in selectors.papan_pengukuran(self.akses.lingkup, kurang, self.tahun):
            TEMBOLOK.simpan(("papan_ukur_data", *self.kunci_unit(b.unit)), b, UKURAN_BARIS)
            ada[b.unit.id] = b
        return [ada[u.id] for u in self.unit]

    @cached_property
    def tampil(self) -> list[BarisPapan]:
        return self.saring.terapkan(self.semua)

    def baris(self, b: BarisPapan) -> Pecahan:
        """One row as it stands in the table."""
        s, dapat = self.saring, self.boleh_kunci
        kode = {"kunci": "ditelaah", "buka": "terkunci"}.get(s.pilih)
        centang = dapat and s.sel(b).kode == kode
        return pecahan(
            "web/papan_ukur_baris.html",
            (*self.kunci_unit(b.unit), s.triwulan, dapat, centang),
            lambda: {
                "b": b,
                "kini": s.sel(b),
                # Addresses cost more than the rest of a row: put together, not reversed.
                "awalan": f"{self.akses.alamat('pemda', self.tahun)}{b.unit.slug}/pengukuran/",
                "boleh_kunci": dapat,
                "centang": centang,
                "romawi": ROMAWI,
                "makna_sel": makna_sel,
                "sebut_sel": sebut_sel,
                "sebut_telat": sebut_telat,
            },
        )

    def isi(self) -> Pecahan:
        """The table with its heading and its message, put together from the rows."""
        asal = self.request.build_absolute_uri("/")
        return rangkai(
            ("papan_ukur", *self.kunci, asal, self.request.GET.urlencode()),
            lambda: render_to_string("web/papan_ukur_isi.html", self._konteks(), using="jinja2"),
            lambda: [self.baris(b) for b in self.tampil],
        )

    def _konteks(self) -> dict[str, Any]:
        s = self.saring
        jenis = {u.jenis for u in self.unit}
        return {
            # Only a marker for our own bytes, rendered by our own autoescaping templates.
            "tempat": Markup(TEMPAT),  # noqa: S704
            "request": self.request,
            "nama_instansi": self.akses.instansi.nama,
            "kode_instansi": self.akses.instansi.kode,
            "tahun": self.tahun,
            "pada": self.akses.lingkup.pada,
            "s": s,
            "n": ROMAWI[s.triwulan],
            "romawi": ROMAWI,
            "jumlah": hitung(self.semua, s.triwulan),
            "banyak": len(self.tampil),
            "semua": len(self.semua),
            "hantu": [(b.unit, d) for b in self.tampil for d in b.hantu],
            "pilihan_keadaan": pilihan_keadaan(),
            "pilihan_jenis": [("", _("Semua unit"))]
            + [(str(k), str(v).capitalize()) for k, v in JenisUnit.choices if k in jenis],
            "pesan_wa": pesan_wa(self.request, self.akses, self.tahun, s, self.tampil),
            "boleh_unduh": self.akses.lingkup.boleh(Tindakan.UNDUH_KINERJA),
        }


@berizin(Tindakan.LIHAT_KINERJA)
def papan_pengukuran(request: HttpRequest, akses: Akses, tahun: int) -> HttpResponse:
    """Every unit in reach in the four quarters of a year. Four queries when nothing changed."""
    return halaman_papan(request, akses, tahun)


def halaman_papan(  # noqa: PLR0913
    request: HttpRequest,
    akses: Akses,
    tahun: int,
    *,
    hasil: Sequence[HasilMassal] = (),
    tolak: str = "",
    galat: dict[str, str] | None = None,
    status: int = 200,
) -> HttpResponse:
    """The board; after an act on many sheets with what became of each."""
    p = PapanUkur(request, akses, tahun)
    nama = {u.slug: u.nama for u in p.unit} if hasil else {}
    kini = akses.lingkup.pada.year
    konteks = {
        "tahun": tahun,
        "s": p.saring,
        "n": ROMAWI[p.saring.triwulan],
        "boleh_kunci": p.boleh_kunci,
        "boleh_jadwal": akses.lingkup.boleh(Tindakan.ATUR_JADWAL),
        "hasil": [(h, nama.get(h.unit, h.unit)) for h in hasil],
        "tolak": tolak,
        "galat": galat or {},
        "pilihan_tahun": tautan_tahun(
            tahun, range(kini - 2, kini + 2), lambda t: akses.alamat("papan_pengukuran", t)
        ),
        "contoh": akses.instansi.contoh,
    }
    return halaman(request, "web/papan_ukur.html", konteks, p.isi(), status)


@berizin(Tindakan.UNDUH_KINERJA)
def papan_pengukuran_unduh(
    request: HttpRequest, akses: Akses, tahun: int, bentuk: str
) -> HttpResponse:
    """The rows that are shown, one for each unit and quarter, as an Excel sheet or as CSV."""
    if bentuk not in {"xlsx", "csv"}:
        raise TidakDitemukan(_("Unduhan ini hanya ada sebagai xlsx dan csv."))
    p = PapanUkur(request, akses, tahun)
    kolom = [
        (_("Unit"), 36),
        (_("Triwulan"), 10),
        (_("Keadaan"), 32),
        (_("Angka terisi"), 12),
        (_("Angka jatuh tempo"), 16),
        (_("Hari kerja terlambat"), 18),
        (_("Sudah diajukan"), 14),
        (_("Izin perpanjangan sampai"), 22),
        (_("Ditunggu dari"), 60),
    ]
    baris = [_untuk_unduhan(b, n) for b in p.tampil for n in range(4)]
    nama = f"papan-pengukuran-{akses.instansi.slug}-{tahun}.{bentuk}"
    kepala = {"Content-Disposition": f'attachment; filename="{nama}"'}
    if bentuk == "xlsx":
        isi = buku(_("Pengukuran %s") % tahun, kolom, baris, apa_adanya=(3, 4, 5))
        return HttpResponse(isi, content_type=XLSX, headers=kepala)
    keluar = StringIO()
    penulis = csv.writer(keluar)
    penulis.writerow([judul for judul, _lebar in kolom])
    penulis.writerows([_aman(sel) for sel in satu] for satu in baris)
    return HttpResponse(
        "\ufeff" + keluar.getvalue(), content_type="text/csv; charset=utf-8", headers=kepala
    )


def _untuk_unduhan(b: BarisPapan, n: int) -> list[Any]:
    s = b.sel[n]
    return [
        b.unit.nama,
        ROMAWI[s.nomor],
        sebut_sel(s),
        Decimal(s.terisi),
        Decimal(s.jumlah),
        Decimal(s.telat),
        _("ya") if s.diajukan else _("belum"),
        "" if s.lanjut is None else s.lanjut.isoformat(),
        "; ".join(f"{d.jabatan} ({d.orang or _('kosong')}): {d.kurang}" for d in s.ditunggu)
        if s.belum
        else "",
    ]


def _aman(sel: Any) -> Any:
    """Text that a spreadsheet would take for a formula is marked as text."""
    return f"'{sel}" if isinstance(sel, str) and sel[:1] in set("=+-@\t\r") else sel
