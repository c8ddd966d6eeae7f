"""The agreements' part of the year: drawn, examined, signed on screen and on paper, and renewed."""

import io
from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from functools import partial
from typing import Any

import pypdfium2

from sakip.arsip.services import cocokkan_pindaian
from sakip.demo import naskah_rencana
from sakip.demo.babak_rencana import kecamatan_lain, kepala_dpa, lembar
from sakip.demo.baca import baca
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.impor.services import import_pratinjau, terapkan_impor
from sakip.organisasi.selectors import lingkup_pelaku
from sakip.perencanaan.models import UsulTarget
from sakip.perencanaan.services import putuskan_target, usul_target
from sakip.perjanjian import selectors, services
from sakip.perjanjian.models import PerjanjianKinerja

BAROS = "kecamatan-baros"
TAHUN = 2026
UPACARA = "2026-01-23"
MENYUSUL = "2026-02-03"
SKALA_PINDAIAN = 1.5  # of 72 dpi: enough for the QR code, light enough for the database


def babak(p: Panggung) -> list[Kejadian]:
    """All acts on agreements, each with its moment; plans of action are ``babak_aksi``'s."""
    isi = baca("perjanjian.yaml")
    lain = [u["slug"] for u in kecamatan_lain()]
    menyusul = lain[int(isi["kecamatan_lain"]["menyusul"])]
    serentak = [s for s in lain if s != menyusul]
    return [
        Kejadian(pukul("2026-01-12", 9), partial(_susun, p, [BAROS])),
        Kejadian(pukul("2026-01-13", 9), partial(_susun, p, lain)),
        Kejadian(pukul("2026-01-13", 14), partial(_ajukan, p, [BAROS, *lain])),
        Kejadian(pukul("2026-01-14", 10), partial(_geser_dpa, p, isi["kecamatan_lain"])),
        Kejadian(pukul("2026-01-15", 9), partial(_telaah, p)),
        Kejadian(pukul("2026-01-16", 9), partial(_perbaiki, p)),
        Kejadian(pukul("2026-01-16", 14), partial(_telaah, p)),
        Kejadian(pukul("2026-01-20", 9), partial(_cetak, p, serentak, UPACARA)),
        Kejadian(pukul(UPACARA, 9), partial(_pertama, p, "camat1")),
        Kejadian(pukul(UPACARA, 10), partial(_kedua, p)),
        Kejadian(pukul(UPACARA, 15), partial(_kertas, p, serentak, UPACARA)),
        Kejadian(pukul("2026-01-26", 9), partial(_pindai_baros, p)),
        Kejadian(pukul("2026-02-02", 9), partial(_cetak, p, [menyusul], MENYUSUL)),
        Kejadian(pukul(MENYUSUL, 14), partial(_kertas, p, [menyusul], MENYUSUL)),
        *_perubahan(p, isi),
        *_menunggu(p, [lain[int(n)] for n in isi["kecamatan_lain"]["menunggu"]], isi),
    ]


def _perubahan(p: Panggung, isi: dict[str, Any]) -> Iterator[Kejadian]:
    """October: the change because of the DPPA, and a wish for a lower target that is refused."""
    alasan = isi["perubahan_pk"]
    yield Kejadian(
        pukul("2026-10-12", 9), partial(_susun, p, [BAROS], sebab="anggaran", alasan=alasan)
    )
    yield Kejadian(pukul("2026-10-13", 9), partial(_ajukan, p, [BAROS]))
    yield Kejadian(pukul("2026-10-13", 13), partial(_usul, p, isi["usul_target"]))
    yield Kejadian(pukul("2026-10-14", 9), partial(_telaah, p))
    yield Kejadian(pukul("2026-10-14", 13), partial(_tolak_usul, p, isi["usul_target"]))
    yield Kejadian(pukul("2026-10-16", 9), partial(_pertama, p, "camat2"))
    yield Kejadian(pukul("2026-10-16", 10), partial(_kedua, p))


def _menunggu(p: Panggung, unit: list[str], isi: dict[str, Any]) -> Iterator[Kejadian]:
    """November: two changed agreements that wait for the bupati on the day the demo opens."""
    u = isi["kecamatan_lain"]["perubahan"]
    susun = partial(_susun, p, unit, sebab="strategi", alasan=u["alasan"])
    yield Kejadian(pukul(u["susun"], 9), susun)
    yield Kejadian(pukul(u["ajukan"], 9), partial(_ajukan, p, unit))
    yield Kejadian(pukul(u["telaah"], 9), partial(_telaah, p))
    for slug in unit:
        pertama = partial(_pertama, p, f"{slug}.pimpinan", unit=slug)
        yield Kejadian(pukul(u["pertama"], 10), pertama)
        yield Kejadian(pukul(u["kedua"], 9), partial(_kedua, p, unit=slug))


def penyusun(unit: str) -> str:
    """The account that draws up for a kecamatan."""
    return "program" if unit == BAROS else f"{unit}.penyusun"


def _pk(p: Panggung, unit: str) -> PerjanjianKinerja:
    """The latest agreement of a unit."""
    return PerjanjianKinerja.objects.filter(
        instansi=p.instansi, unit__slug=unit, tahun=TAHUN
    ).latest("nomor")


def _menurut_keadaan(p: Panggung, keadaan: str) -> list[PerjanjianKinerja]:
    """Agreements of the year that stand so, in the order in which they were drawn up."""
    return list(
        PerjanjianKinerja.objects.filter(instansi=p.instansi, tahun=TAHUN, keadaan=keadaan)
        .select_related("unit")
        .order_by("pk")
    )


def _tindak(p: Panggung, unit: str, siapa: str, saat: datetime) -> dict[str, Any]:
    pk = _pk(p, unit)
    return p.dasar(siapa, saat) | {"perjanjian": pk.uuid, "versi": pk.versi}


def _susun(
    p: Panggung, unit: list[str], saat: datetime, sebab: str = "awal", alasan: str = ""
) -> None:
    for slug in unit:
        services.susun_perjanjian(
            **p.dasar(penyusun(slug), saat), unit=slug, tahun=TAHUN, sebab=sebab, alasan=alasan
        )


def _ajukan(p: Panggung, unit: list[str], saat: datetime) -> None:
    for slug in unit:
        services.ajukan_perjanjian(**_tindak(p, slug, penyusun(slug), saat))


def _geser_dpa(p: Panggung, isi: dict[str, Any], saat: datetime) -> None:
    """Money moves into a program of three kecamatan after their agreements were handed in."""
    g, lain = isi["pergeseran"], kecamatan_lain()
    baris = [
        kepala_dpa(lain[n]["slug"], g)
        | {
            "kode": r["kode"],
            "nama": r["nama"],
            "rupiah": r["rupiah"]
            + (Decimal(g["tambah_juta"]) * 1_000_000 if r["kode"] == g["program"] else 0),
        }
        for n in map(int, isi["digeser"])
        for r in naskah_rencana.rincian_ringan(n)
    ]
    dasar = p.dasar("bpkad", saat)
    bets = import_pratinjau(
        **dasar,
        jenis="dpa",
        nama_berkas=g["berkas"],
        isi=lembar(baris),
        opsi={"sifat": "contoh", "format_angka": "id"},
    )
    terapkan_impor(**dasar, bets=bets.uuid, versi=bets.versi)


def _telaah(p: Panggung, saat: datetime) -> None:
    """All that were handed in: fit to be signed, or back with the difference from the DPA."""
    for pk in _menurut_keadaan(p, "diajukan"):
        dasar = _tindak(p, pk.unit.slug, "organisasi", saat)
        if selisih := _selisih(p, pk, saat):
            services.kembalikan_perjanjian(**dasar, alasan=selisih)
        else:
            services.telaah_perjanjian(**dasar)


def _selisih(p: Panggung, pk: PerjanjianKinerja, saat: datetime) -> str:
    """What the page of the agreement puts into the reason by itself."""
    lingkup = lingkup_pelaku(p.akun["organisasi"], p.instansi, saat)
    return "; ".join(
        f"{s.kode}: perjanjian {s.perjanjian}, DPA {s.anggaran}"
        for s in selectors.selisih_dari_anggaran(lingkup, pk)
    )


def _perbaiki(p: Panggung, saat: datetime) -> None:
    for pk in _menurut_keadaan(p, "dikembalikan"):
        slug = pk.unit.slug
        services.tarik_ulang_perjanjian(**_tindak(p, slug, penyusun(slug), saat))
        _ajukan(p, [slug], saat)


def _cetak(p: Panggung, unit: list[str], tanggal: str, saat: datetime) -> None:
    hari = date.fromisoformat(tanggal)
    for slug in unit:
        services.terbitkan_naskah_perjanjian(**_tindak(p, slug, penyusun(slug), saat), tanggal=hari)


def _pertama(p: Panggung, siapa: str, saat: datetime, unit: str = BAROS) -> None:
    services.tandatangani_pertama(**_tindak(p, unit, siapa, saat))


def _kedua(p: Panggung, saat: datetime, unit: str = BAROS) -> None:
    pk = _pk(p, unit)
    services.tandatangani_kedua(**p.dasar("bupati", saat), perjanjian=[(pk.uuid, pk.versi)])


def _kertas(p: Panggung, unit: list[str], tanggal: str, saat: datetime) -> None:
    """Each office uploads the scan of its signed paper; its code must be that of the paper."""
    hari = date.fromisoformat(tanggal)
    for slug in unit:
        services.catat_perjanjian_kertas(
            **_tindak(p, slug, penyusun(slug), saat),
            tanggal_pertama=hari,
            tanggal_kedua=hari,
            nama_berkas=f"pk-{slug}.png",
            isi=pindaian(_pk(p, slug)),
        )


def _pindai_baros(p: Panggung, saat: datetime) -> None:
    """The paper of the ceremony, beside the signatures in the system."""
    pk = _pk(p, BAROS)
    assert pk.dokumen is not None  # noqa: S101 - issued by the second signature
    cocokkan_pindaian(
        **p.dasar("program", saat),
        dokumen=pk.dokumen.uuid,
        nama_berkas="pk-baros-upacara.png",
        isi=pindaian(pk),
    )


def pindaian(pk: PerjanjianKinerja) -> bytes:
    """The last page of the issued paper as a grey picture: what a scanner gives."""
    assert pk.dokumen is not None  # noqa: S101 - the paper was issued before
    dokumen = pypdfium2.PdfDocument(bytes(pk.dokumen.berkas.isi))
    gambar = dokumen[len(dokumen) - 1].render(scale=SKALA_PINDAIAN).to_pil().convert("L")
    keluar = io.BytesIO()
    gambar.save(keluar, "PNG")
    return keluar.getvalue()


def _usul(p: Panggung, isi: dict[str, Any], saat: datetime) -> None:
    """The new camat asks for a lower target because he is new."""
    usul_target(
        **p.dasar("camat2", saat),
        unit=BAROS,
        tahun=TAHUN,
        indikator=isi["indikator"],
        target=isi["target"],
        sebab="mutasi",
        alasan=isi["alasan"],
    )


def _tolak_usul(p: Panggung, isi: dict[str, Any], saat: datetime) -> None:
    usul = UsulTarget.objects.get(
        instansi=p.instansi, unit__slug=BAROS, tahun=TAHUN, keadaan="diajukan"
    )
    putuskan_target(
        **p.dasar("bapperida", saat),
        usul=usul.uuid,
        versi=usul.versi,
        terima=False,
        alasan=isi["putusan"],
    )
