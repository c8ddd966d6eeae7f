"""Checking a plan's rows: built to a konsep, judged by its rules, laid beside the old one."""

from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import AkibatBaris
from sakip.impor.tabel import Baris
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.selectors import pohon_versi
from sakip.perencanaan.services import periksa as aturan
from sakip.perencanaan.services.baca_anggaran import format_tabel
from sakip.perencanaan.services.impor_rencana import banding
from sakip.perencanaan.services.impor_rencana import kolom as k
from sakip.perencanaan.services.impor_rencana.baca import BARIS_LEMBAR
from sakip.perencanaan.services.impor_rencana.bangun import Bangunan, Pembangun
from sakip.perencanaan.services.naskah import RencanaBaru
from sakip.perencanaan.services.ubahan import naskah_dari

HAPUS = 9 * BARIS_LEMBAR  # numbers of the rows that tell what goes


def periksa(
    baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
) -> list[BarisTerperiksa]:
    """Every row with its faults by cell, and beside what stands in the last version."""
    unit = organisasi.unit_menurut_slug(lingkup, opsi["naskah"]["unit"], Tindakan.IMPOR_RENCANA)
    milik = [b for b in baris if b.nomor < HAPUS]
    opsi["catatan"] = list(opsi.get("catatan_berkas", []))
    terakhir = versi_terakhir(unit.id, opsi["naskah"])
    _kini(terakhir, opsi)
    if opsi["bentuk"] == "asing" and not opsi.get("terpetakan"):
        pesan = {"kolom": "", "pesan": _("Kolom belum dicocokkan.")}
        return [_baris(b, unit, opsi, AkibatBaris.GALAT, [pesan]) for b in milik]
    lama = naskah_lama(lingkup, unit, terakhir)
    jadi = bangun(milik, opsi, lama)
    _aturan(jadi, lingkup.instansi_id)
    dulu, kelak = banding.bagian(lama), banding.bagian(jadi.naskah)
    hasil = [_terperiksa(b, jadi, unit, opsi, dulu, kelak) for b in milik]
    if jadi.galat.get(0):  # faults of what a merge kept: told at the first row
        hasil[0].galat += jadi.galat[0]
        hasil[0].akibat = AkibatBaris.GALAT
    return hasil + list(_hilang(unit, dulu, kelak, opsi))


def versi_terakhir(unit_id: int, naskah: dict[str, Any]) -> DokumenVersi | None:
    """The last version of the document that a file is about. One query."""
    return (
        DokumenVersi.objects.filter(
            dokumen__unit_id=unit_id,
            dokumen__jenis=naskah["jenis"],
            dokumen__tahun_mulai=naskah["tahun_mulai"],
        )
        .select_related("dokumen")
        .order_by("-nomor")
        .first()
    )


def naskah_lama(
    lingkup: Lingkup, unit: UnitTampak, terakhir: DokumenVersi | None
) -> RencanaBaru | None:
    """What the last version says, as a command."""
    if terakhir is None:
        return None
    tahun = terakhir.dokumen.tahun_mulai
    return naskah_dari(unit.slug, pohon_versi(lingkup, unit, terakhir, tahun))


def bangun(baris: Sequence[Baris], opsi: dict[str, Any], lama: RencanaBaru | None) -> Bangunan:
    """The konsep that the rows make, with faults by row."""
    dipetakan = [_dipetakan(b, opsi) for b in baris if b.nomor < HAPUS]
    n = opsi["naskah"]
    tahun = range(n["tahun_mulai"], n["tahun_selesai"] + 1)
    angka = [f"{x}_{t}" for x in ("pagu", "target") for t in tahun]
    return Pembangun(opsi, lama, format_tabel(dipetakan, opsi, angka)).bangun(dipetakan)


def _dipetakan(b: Baris, opsi: dict[str, Any]) -> Baris:
    """A foreign row under our names of columns; what was typed on screen stands under them."""
    if opsi["bentuk"] != "asing":
        return b
    balik = {asing: kolom for kolom, asing in opsi["peta"].items()}
    isi = {balik[asing]: sel for asing, sel in b.sel.items() if asing in balik}
    boleh = {x for x in b.sel if x not in opsi["judul"]}
    return Baris(b.nomor, isi | {x: b.sel[x] for x in boleh})


def _kini(terakhir: DokumenVersi | None, opsi: dict[str, Any]) -> None:
    """Which version the preview is laid beside, and whether the workbook was drawn from it."""
    opsi["kini"] = None
    if terakhir is None:
        opsi["catatan"].append(_("Dokumen ini belum ada; menerapkan membuat konsepnya."))
        return
    opsi["kini"] = {
        "uuid": str(terakhir.uuid),
        "versi": terakhir.versi,
        "ditetapkan": terakhir.ditetapkan is not None,
    }
    if terakhir.ditetapkan is not None:
        opsi["catatan"].append(
            _("Versi terakhir sudah ditetapkan; menerapkan membuka versi perubahan sebagai konsep.")
        )
    dari = (opsi["naskah"].get("dari"), str(opsi["naskah"].get("versi", "")))
    if dari[0] and dari != (str(terakhir.uuid), str(terakhir.versi)):
        opsi["catatan"].append(
            _("Dokumen sudah berubah sejak buku kerja ini diunduh; periksa setiap perubahannya.")
        )


def _aturan(jadi: Bangunan, instansi_id: int) -> None:
    """What the rules of a konsep say, at the cell they are about; a cell keeps its first fault."""
    ada = aturan.rujukan(instansi_id, jadi.naskah)
    tempat = {_("simpul %s") % (x or "–"): n for x, n in jadi.simpul.items()}
    tempat |= {_("indikator %s") % (x or "–"): n for x, n in jadi.indikator.items()}
    salah = {(n, g["kolom"]) for n, galat in jadi.galat.items() for g in galat}
    for x in aturan.periksa(jadi.naskah, ada):
        nomor = tempat.get(x.letak, 0)
        kolom = banding.NAMA.get(x.kolom, x.kolom) or x.letak
        if (nomor, kolom) not in salah and (nomor or not jadi.galat):
            jadi.salah(nomor, kolom, x.pesan)


def _terperiksa(  # noqa: PLR0913, PLR0917
    b: Baris,
    jadi: Bangunan,
    unit: UnitTampak,
    opsi: dict[str, Any],
    dulu: dict[tuple[str, str], dict[str, str]],
    kelak: dict[tuple[str, str], dict[str, str]],
) -> BarisTerperiksa:
    galat = jadi.galat.get(b.nomor, [])
    bagian = jadi.dari_tabel.get(b.nomor, [])
    if galat:
        return _baris(b, unit, opsi, AkibatBaris.GALAT, galat)
    lama = {" ".join(kunci): dulu[kunci] for kunci in bagian if kunci in dulu}
    ubah = [x for kunci in bagian for x in banding.beda(dulu.get(kunci), kelak[kunci])]
    akibat = AkibatBaris.SAMA
    if any(kunci not in dulu for kunci in bagian):
        akibat = AkibatBaris.BARU
    elif ubah:
        akibat = AkibatBaris.BERUBAH
    hasil = _baris(b, unit, opsi, akibat, [])
    hasil.isi["beda"] = ubah
    hasil.lama = lama or None
    return hasil


def _baris(
    b: Baris,
    unit: UnitTampak,
    opsi: dict[str, Any],
    akibat: str,
    galat: Sequence[dict[str, str]],
) -> BarisTerperiksa:
    urut, nomor = divmod(b.nomor, BARIS_LEMBAR)
    lembar = k.LEMBAR[urut - 1] if urut else opsi["lembar"]
    huruf = opsi["kolom"][lembar]
    peta = opsi.get("peta", {}) if not urut else {}
    salah = []
    for g in galat:
        kolom = peta.get(g["kolom"], g["kolom"])
        sel = f"{lembar}!{huruf[kolom]}{nomor}" if kolom in huruf else f"{lembar}!{nomor}"
        salah.append(g | {"sel": sel})
    return BarisTerperiksa(
        nomor=b.nomor,
        akibat=akibat,
        galat=salah,
        isi={
            "asal": {x: s.teks for x, s in b.sel.items()},
            "angka": [x for x, s in b.sel.items() if s.angka is not None],
            "unit_id": unit.id,
            "letak": f"{lembar} {nomor}",
            "judul": _judul(b, opsi),
            "beda": [],
        },
    )


def _judul(b: Baris, opsi: dict[str, Any]) -> str:
    satu = _dipetakan(b, opsi)
    nama = satu.teks("nama") or satu.teks("uraian") or satu.teks("indikator")
    return f"{satu.teks('kode')} {nama}".strip()


def _hilang(
    unit: UnitTampak,
    dulu: dict[tuple[str, str], dict[str, str]],
    kelak: dict[tuple[str, str], dict[str, str]],
    opsi: dict[str, Any],
) -> list[BarisTerperiksa]:
    """What stands there and the file no longer has: each is a row of its own, to be seen."""
    hasil = []
    for n, (lembar, kode, isi) in enumerate(banding.hilang(dulu, list(kelak)), 1):
        nama = isi.get("nama") or isi.get("uraian", "")
        hasil.append(
            BarisTerperiksa(
                nomor=HAPUS + n,
                akibat=AkibatBaris.BERUBAH,
                isi={
                    "asal": {"kode": kode},
                    "angka": [],
                    "unit_id": unit.id,
                    "letak": lembar,
                    "judul": f"{kode} {nama}".strip(),
                    "beda": [{"kolom": "kode", "lama": kode, "baru": ""}],
                    "hapus": True,
                },
                lama={f"{lembar} {kode}": isi},
            )
        )
    if hasil:
        opsi["catatan"].append(
            _("%s simpul atau indikator tidak ada di berkas ini dan akan dihapus dari konsep.")
            % len(hasil)
        )
    return hasil
