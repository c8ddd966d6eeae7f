"""The tree of the government as a file: Excel, a drawing, or A3 paper."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import nullcontext
from decimal import Decimal
from io import BytesIO
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import override

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Tindakan
from sakip.dokumen.bahan import KepalaDokumen
from sakip.dokumen.cetak import CONTOH
from sakip.dokumen.pohon_bagan import Butir
from sakip.dokumen.pohon_pdf import Kelompok, pdf_pohon
from sakip.dokumen.pohon_svg import svg_pohon
from sakip.organisasi.models import Sifat
from sakip.perencanaan import selectors
from sakip.perencanaan.models import JenisSimpul
from sakip.perencanaan.selectors import IndikatorPohon, PetaPohon, SimpulPohon
from sakip.tampilan.format import nilai_bersatuan
from sakip.web.akses import Akses, berizin
from sakip.web.pohon import letak_diminta
from sakip.web.tabel import XLSX, angka_atau_teks

# What a drawing begins with; above them stand the goals that group the pages.
DI_ATAS = {JenisSimpul.VISI, JenisSimpul.MISI, JenisSimpul.TUJUAN}
GARIS_MAKS = 7  # as many levels of an outline as a sheet can fold
SVG_MAKS = 1_500  # nodes of one drawing: more is no drawing any more


@berizin(Tindakan.LIHAT_RENCANA)
def unduh_pohon(request: HttpRequest, akses: Akses, tahun: int, bentuk: str) -> HttpResponse:
    """The tree, or the branch ``?akar=``, in one of the three forms."""
    peta = selectors.peta_pohon(akses.lingkup, tahun)
    if request.GET.get("akar"):
        letak = letak_diminta(peta, request.GET["akar"])
        pucuk = [selectors.cabang(peta, letak, selectors.DALAM)]
    else:
        lepas = selectors.pohon_lepas(peta) if peta.belum_tersambung else []
        pucuk = [*selectors.pohon_utuh(peta), *lepas]
    tulis = {"excel": _excel, "pdf": _pdf, "svg": _svg}.get(bentuk)
    if tulis is None or not pucuk:
        raise TidakDitemukan(_("Belum ada pohon kinerja yang dapat diunduh untuk tahun itu."))
    # What is printed is an official text: Indonesian in every language of the screen.
    with override("id") if bentuk != "excel" else nullcontext():
        isi, jenis, akhiran = tulis(akses, peta, pucuk)
    nama = f"pohon-kinerja-{akses.instansi.slug}-{tahun}.{akhiran}"
    return HttpResponse(
        isi,
        content_type=jenis,
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


Berkas = tuple[bytes, str, str]


def _contoh(akses: Akses, peta: PetaPohon) -> bool:
    return akses.instansi.contoh or any(v.sifat == Sifat.CONTOH for v in peta.versi.values())


def butir(
    peta: PetaPohon, s: SimpulPohon, versi_induk: int | None = None, *, sampai: int | None = None
) -> Butir:
    """A node as drawings show it, with all below it; ``sampai``: down to this level alone."""
    pemilik = ""
    if s.versi_id != versi_induk:
        pemilik = peta.unit[peta.versi[s.versi_id].unit_id].nama
    anak = s.anak if sampai is None or s.tingkat < sampai else []
    return Butir(
        jenis=f"{JenisSimpul(s.jenis).label} {s.nomenklatur}".strip(),
        judul=s.uraian,
        indikator=tuple(_sebut(i) for i in s.indikator),
        pemilik=pemilik,
        anak=tuple(butir(peta, a, s.versi_id, sampai=sampai) for a in anak),
    )


def _sebut(i: IndikatorPohon) -> str:
    if not i.target:
        return f"{i.nama} (belum bertarget)"
    return f"{i.nama}: {nilai_bersatuan(i.target, i.satuan)}"


def _pdf(akses: Akses, peta: PetaPohon, pucuk: Sequence[SimpulPohon]) -> Berkas:
    puncak = peta.versi_puncak
    unit = peta.unit[peta.versi[pucuk[0].versi_id].unit_id]
    kepala = KepalaDokumen(
        instansi=akses.instansi.nama,
        unit=unit.nama,
        tahun=peta.tahun,
        tanggal=akses.lingkup.pada,
        contoh=_contoh(akses, peta),
    )
    kelompok = [Kelompok(judul, tuple(cabang)) for judul, cabang in _kelompok(peta, pucuk)]
    isi = pdf_pohon(
        kepala, _sebut_versi(peta, puncak.id if puncak else pucuk[0].versi_id), kelompok
    )
    return isi, "application/pdf", "pdf"


def _sebut_versi(peta: PetaPohon, versi: int) -> str:
    v = peta.versi[versi]
    keadaan = f"ditetapkan {v.ditetapkan:%d-%m-%Y}" if v.ditetapkan else "KONSEP"
    return f"{v.judul}, {v.sifat_versi}, {keadaan}"


def _kelompok(peta: PetaPohon, pucuk: Iterable[SimpulPohon]) -> Iterator[tuple[str, list[Butir]]]:
    """Goals in reading order with the branches directly under each; visi and misi pass on."""
    for s in pucuk:
        if s.jenis not in DI_ATAS:
            yield s.uraian, [butir(peta, s)]
            continue
        di_atas = [a for a in s.anak if a.jenis in DI_ATAS and a.versi_id == s.versi_id]
        cabang = [butir(peta, a, s.versi_id) for a in s.anak if a not in di_atas]
        if cabang or not s.anak:
            judul = f"{JenisSimpul(s.jenis).label}: {s.uraian}"
            yield judul, cabang or [butir(peta, s)]
        yield from _kelompok(peta, di_atas)


def _svg(akses: Akses, peta: PetaPohon, pucuk: Sequence[SimpulPohon]) -> Berkas:
    """One drawing of all that was asked for; of a large tree the first levels."""
    s, sampai = pucuk[0], None
    if sum(1 for p in pucuk for _s in p.semua()) > SVG_MAKS:
        sampai = s.tingkat + 2
    keterangan = f"{akses.instansi.nama} · {_sebut_versi(peta, s.versi_id)}"
    cabang = tuple(butir(peta, p, sampai=sampai) for p in pucuk)
    unit = peta.unit[peta.versi[s.versi_id].unit_id].nama
    isi = svg_pohon(
        cabang[0] if len(cabang) == 1 else Butir(f"Pohon kinerja {peta.tahun}", unit, anak=cabang),
        f"Pohon kinerja {peta.tahun}: {s.uraian if len(cabang) == 1 else unit}",
        keterangan,
        contoh=CONTOH if _contoh(akses, peta) else "",
    )
    return isi.encode(), "image/svg+xml", "svg"


def _excel(akses: Akses, peta: PetaPohon, pucuk: Sequence[SimpulPohon]) -> Berkas:
    """One row for a node and for each indicator, folded by level; text is always text."""
    from xlsxwriter import Workbook  # noqa: PLC0415 - only downloads need it

    simpul = [s for p in pucuk for s in p.semua()]
    dasar = pucuk[0].tingkat
    tingkat = 1 + max(s.tingkat for s in simpul) - dasar
    keluar = BytesIO()
    with Workbook(keluar, {"in_memory": True, "constant_memory": True}) as berkas:
        lembar = berkas.add_worksheet((_("Pohon kinerja %s") % peta.tahun)[:31])
        lembar.outline_settings(symbols_below=False)
        tebal = berkas.add_format({"bold": True, "bottom": 1})
        lembar.set_column(0, tingkat - 1, 30)
        for n, lebar in enumerate((14, 18, 60, 14, 16, 34, 30, 12)):
            lembar.set_column(tingkat + n, tingkat + n, lebar)
        judul = [_("Tingkat %s") % n for n in range(1, tingkat + 1)]
        for n, teks in enumerate([*judul, *_judul_kolom()]):
            lembar.write_string(0, n, teks, tebal)
        lembar.freeze_panes(1, 0)
        akhir = 0
        for akhir, (s, i) in enumerate(_baris(simpul), 1):
            dalam = s.tingkat - dasar
            lembar.set_row(akhir, None, None, {"level": min(dalam + (i is not None), GARIS_MAKS)})
            isi: list[Any] = [""] * tingkat
            isi[dalam] = s.uraian if i is None else ""
            _tulis(lembar, akhir, [*isi, *_isi_kolom(peta, s, i)])
        lembar.autofilter(0, 0, akhir, tingkat + 7)
        if _contoh(akses, peta):
            lembar.write_string(akhir + 2, 0, CONTOH, tebal)
    return keluar.getvalue(), XLSX, "xlsx"


def _judul_kolom() -> list[str]:
    return [
        _("Jenis"),
        _("Kode"),
        _("Indikator"),
        _("Satuan"),
        _("Target"),
        _("Pemilik"),
        _("Dokumen"),
        _("Sifat data"),
    ]


def _baris(simpul: Iterable[SimpulPohon]) -> Iterator[tuple[SimpulPohon, IndikatorPohon | None]]:
    for s in simpul:
        yield s, None
        for i in s.indikator:
            yield s, i


def _isi_kolom(peta: PetaPohon, s: SimpulPohon, i: IndikatorPohon | None) -> list[Any]:
    versi = peta.versi[s.versi_id]
    unit = peta.unit.get(s.pemilik_id or 0) or peta.unit[versi.unit_id]
    sebutan = str(JenisSimpul(s.jenis).label)
    if i is not None:
        sebutan = _("IKU") if i.iku else _("Indikator")
    return [
        sebutan,
        i.kode if i else s.nomenklatur or s.kode,
        i.nama if i else "",
        i.satuan if i else "",
        angka_atau_teks(i.target) if i else "",
        unit.nama,
        versi.judul,
        str(Sifat(s.sifat).label),
    ]


def _tulis(lembar: Any, baris: int, isi: Iterable[Any]) -> None:
    for n, nilai in enumerate(isi):
        if isinstance(nilai, Decimal):
            lembar.write_number(baris, n, nilai)
        elif nilai:
            lembar.write_string(baris, n, nilai)
