"""The planning workbook in tests: download it, change cells as people do, upload it."""

import io
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from openpyxl import Workbook, load_workbook

from domain.naskah_uji import NASKAH
from domain.pemeran import Dunia
from sakip.impor.models import BetsImpor
from sakip.impor.services import batalkan_impor, import_pratinjau, terapkan_impor
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.selectors import pohon_versi
from sakip.perencanaan.services import RencanaBaru, naskah_dari
from sakip.perencanaan.services.impor_rencana import buku_kerja

MAU = {
    "unit": "dinas-anggrek",
    "jenis": "renja",
    "judul": "Renja 2026",
    "tahun_mulai": 2026,
    "tahun_selesai": 2026,
}
Ubah = Callable[[Any], object]


def kosong(**ganti: Any) -> RencanaBaru:
    """A document of which only the head is known."""
    return replace(NASKAH, simpul=(), indikator=(), dukungan=(), **ganti)


def tersimpan(dunia: Dunia, unit: str = "dinas-anggrek", **saring: Any) -> RencanaBaru:
    """What the last version says, read back by the selectors that pages use."""
    versi = (
        DokumenVersi.objects.filter(dokumen__unit__slug=unit, **saring)
        .select_related("dokumen")
        .latest("dokumen_id", "nomor")
    )
    lingkup = dunia.lingkup("sistem")
    tahun = versi.dokumen.tahun_mulai
    return naskah_dari(unit, pohon_versi(lingkup, dunia.tampak(unit), versi, tahun))


def buku(dunia: Dunia, naskah: RencanaBaru, *ubah: Ubah, **penanda: str) -> bytes:
    """A template of this konsep, changed by each of ``ubah`` (they get the openpyxl workbook)."""
    isi = buku_kerja(naskah, instansi=dunia.instansi.kode, nama_unit="Unit", **penanda)
    if not ubah:
        return isi
    satu = load_workbook(io.BytesIO(isi))
    for u in ubah:
        u(satu)
    return simpan(satu)


def simpan(satu: Workbook) -> bytes:
    keluar = io.BytesIO()
    satu.save(keluar)
    return keluar.getvalue()


def isi_sel(lembar: str, **sel: Any) -> Ubah:
    """Write values into cells: ``isi_sel("Simpul", C3="t1")``."""

    def ubah(satu: Any) -> None:
        for letak, nilai in sel.items():
            satu[lembar][letak] = nilai

    return ubah


def tambah(lembar: str, *baris: Mapping[str, Any]) -> Ubah:
    """Append rows given by column names, as a person types under the last one."""

    def ubah(satu: Any) -> None:
        tempat = satu[lembar]
        kepala = [str(c.value).lower().replace(" ", "_") for c in tempat[1]]
        n = max((c.row for b in tempat for c in b if c.value not in {None, ""}), default=1)
        for nomor, satu_baris in enumerate(baris, n + 1):
            for kolom, nilai in satu_baris.items():
                tempat.cell(nomor, kepala.index(kolom) + 1, nilai)

    return ubah


def pratinjau(
    dunia: Dunia, isi: bytes, siapa: str = "ani", mau: Mapping[str, Any] | None = None, **opsi: Any
) -> BetsImpor:
    return import_pratinjau(
        **dunia.dasar(siapa),
        jenis="rencana",
        nama_berkas="renja.xlsx",
        isi=isi,
        opsi=opsi | ({"mau": dict(mau)} if mau is not None else {}),
    )


def terapkan(dunia: Dunia, bets: BetsImpor, siapa: str = "ani") -> BetsImpor:
    return terapkan_impor(**dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi)


def batalkan(dunia: Dunia, bets: BetsImpor, siapa: str = "ani") -> BetsImpor:
    return batalkan_impor(
        **dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi, alasan="salah berkas"
    )


def galat(bets: BetsImpor) -> dict[str, str]:
    """Faults by cell."""
    return {g["sel"]: g["pesan"] for b in bets.baris.order_by("nomor") for g in b.galat}
