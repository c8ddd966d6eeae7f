"""Checking rows of a budget table: what each says, and what applying it would do."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import AkibatBaris
from sakip.impor.tabel import Baris, Sel
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Sifat
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan import kaidah
from sakip.perencanaan.models import (
    DokumenAnggaran,
    RincianAnggaran,
    TahapAnggaran,
    TingkatRincian,
)

KOLOM_WAJIB = (
    "unit",
    "tahun",
    "tahap",
    "nomor_dokumen",
    "tanggal_disahkan",
    "kode",
    "nama",
    "rupiah",
)
KOLOM = (*KOLOM_WAJIB, "sumber_dana", "keluaran", "satuan_keluaran")
TAHUN = re.compile(r"20[0-6][0-9]")
# 7.01.02, 7.01.02.2.01, 7.01.02.2.01.0001; the letters stand for an urusan not yet chosen.
KODE = re.compile(r"(?:[1-9]|X)\.(?:[0-9]{2}|XX)\.[0-9]{2}(\.[0-9]\.[0-9]{2}(\.[0-9]{4})?)?")
PANJANG = {"nomor_dokumen": 80, "sumber_dana": 60, "satuan_keluaran": 60}


@dataclass(slots=True)
class Rujukan:
    """What rows are checked against. Four queries for the whole table."""

    unit: dict[str, UnitTampak]
    format_angka: str
    pada: date
    dokumen: dict[tuple[int, int], list[DokumenAnggaran]] = field(default_factory=dict)
    rincian: dict[tuple[int, str], RincianAnggaran] = field(default_factory=dict)


def tingkat(kode: str) -> str | None:
    """The level that an official code names; ``None``: it is no such code."""
    cocok = KODE.fullmatch(kode)
    if cocok is None:
        return None
    if cocok.group(2):
        return TingkatRincian.SUBKEGIATAN
    return TingkatRincian.KEGIATAN if cocok.group(1) else TingkatRincian.PROGRAM


def periksa(
    baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
) -> list[BarisTerperiksa]:
    """Check all rows; faults stay with their row, so that good rows are still seen."""
    if opsi.get("sifat") == Sifat.TERBIT:
        raise IsianTidakSah.dari(
            _("Berkas tidak dapat diterima."),
            {"sifat": _("Anggaran dimuat sebagai data unit sendiri, bukan angka terbit.")},
        )
    opsi["format_angka"] = format_tabel(baris, opsi, ("rupiah", "keluaran"))
    unit: dict[str, UnitTampak] = {}
    for u in organisasi.daftar_unit(lingkup, Tindakan.IMPOR_ANGGARAN):
        unit[u.slug] = unit[u.kode] = u
    ada = Rujukan(unit, opsi["format_angka"], lingkup.pada)
    hasil = [_baris(b, ada) for b in baris]
    _ambil(hasil, ada)
    _antarbaris(hasil)
    for kelompok in _menurut_dokumen(hasil).values():
        _dokumen(kelompok, ada)
    return hasil


def format_tabel(baris: Sequence[Baris], opsi: dict[str, Any], kolom: Sequence[str]) -> str:
    """How the numbers of a table are written: as chosen, or read off its own cells."""
    pilihan: str = opsi.get("format_angka", "kenali")
    if pilihan in {"id", "en"}:
        return pilihan
    contoh = [
        (b.nomor, sel.teks)
        for b in baris
        for k in kolom
        if (sel := b.sel.get(k)) is not None and sel.angka is None
    ]
    try:
        return kaidah.kenali_format(contoh)
    except kaidah.MasukanSalah as sebab:
        raise IsianTidakSah.dari(
            _("Format angka di berkas ini bercampur."), {"berkas": kaidah.terjemah(sebab.kalimat)}
        ) from sebab


def baca_bilangan(b: Baris, kolom: str, format_angka: str, salah: Any) -> Decimal | None:
    """A cell as a number that is not negative; its fault is told to ``salah``."""
    sel = b.sel.get(kolom, Sel(""))
    try:
        n = kaidah.baca_nilai(
            sel.teks, sel.angka, jenis="bilangan", arah=None, format_angka=format_angka
        )
    except kaidah.MasukanSalah as sebab:
        salah(kolom, kaidah.terjemah(sebab.kalimat))
        return None
    if n is None or n.nilai is None:
        return None
    if n.penyebut is not None:
        salah(kolom, _("“%s” bukan satu angka.") % sel.teks)
        return None
    if n.nilai < 0:
        salah(kolom, _("Tidak boleh negatif."))
        return None
    return n.nilai


def baca_rupiah(b: Baris, format_angka: str, salah: Any) -> Decimal | None:
    """The column ``rupiah`` as full rupiah; its fault is told to ``salah``."""
    if not b.teks("rupiah"):
        salah("rupiah", _("Wajib diisi; tulis 0 bila memang nol."))
        return None
    rupiah = baca_bilangan(b, "rupiah", format_angka, salah)
    if rupiah is None:
        return None
    bulat = rupiah.to_integral_value()
    if bulat != rupiah:
        salah("rupiah", _("Tulis rupiah penuh, tanpa sen."))
        return None
    return bulat


def _baris(b: Baris, ada: Rujukan) -> BarisTerperiksa:
    galat: list[dict[str, str]] = []

    def salah(kolom: str, pesan: str) -> None:
        galat.append({"kolom": kolom, "pesan": pesan})

    unit = ada.unit.get(b.teks("unit"))
    if unit is None:
        salah("unit", _("“%s” bukan unit, atau di luar peran Anda.") % b.teks("unit"))
    tahun = _tahun(b, salah)
    tahap = b.teks("tahap").lower()
    tanggal = _tanggal(b, tahun, ada.pada, salah)
    _kata(b, tahap, salah)
    rupiah = baca_rupiah(b, ada.format_angka, salah)
    keluaran = baca_bilangan(b, "keluaran", ada.format_angka, salah)
    return BarisTerperiksa(
        nomor=b.nomor,
        akibat=AkibatBaris.GALAT if galat else AkibatBaris.BARU,
        galat=galat,
        isi={
            "asal": {k: s.teks for k, s in b.sel.items()},
            "angka": [k for k, s in b.sel.items() if s.angka is not None],
            "unit_id": unit.id if unit else None,
            "tahun": tahun,
            "tahap": tahap,
            "nomor_dokumen": b.teks("nomor_dokumen"),
            "disahkan": tanggal.isoformat() if tanggal else None,
            "kode": b.teks("kode"),
            "nama": b.teks("nama"),
            "tingkat": tingkat(b.teks("kode")),
            "rupiah": None if rupiah is None else format(rupiah, "f"),
            "sumber_dana": b.teks("sumber_dana"),
            "keluaran": None if keluaran is None else format(keluaran, "f"),
            "satuan_keluaran": b.teks("satuan_keluaran"),
        },
    )


def _kata(b: Baris, tahap: str, salah: Any) -> None:
    """Faults of the columns that hold words and codes."""
    if tahap not in TahapAnggaran.values:
        salah(
            "tahap",
            _("“%(ada)s” tidak dikenal. Pilih: %(boleh)s.")
            % {"ada": tahap, "boleh": ", ".join(TahapAnggaran.values)},
        )
    if tingkat(b.teks("kode")) is None:
        salah(
            "kode",
            _("“%s” bukan kode. Tulis seperti 7.01.02, 7.01.02.2.01, atau 7.01.02.2.01.0001.")
            % b.teks("kode"),
        )
    for kolom in ("nomor_dokumen", "nama"):
        if not b.teks(kolom):
            salah(kolom, _("Wajib diisi."))
    for kolom, panjang in PANJANG.items():
        if len(b.teks(kolom)) > panjang:
            salah(kolom, _("Paling panjang %s huruf.") % panjang)


def _tahun(b: Baris, salah: Any) -> int | None:
    teks = b.teks("tahun")
    if TAHUN.fullmatch(teks):
        return int(teks)
    salah("tahun", _("“%s” bukan tahun. Tulis empat angka, mis. 2026.") % teks[:20])
    return None


def _tanggal(b: Baris, tahun: int | None, pada: date, salah: Any) -> date | None:
    teks = b.teks("tanggal_disahkan").partition("T")[0].partition(" ")[0]
    try:
        tanggal = date.fromisoformat(teks)
    except ValueError:
        salah("tanggal_disahkan", _("“%s” bukan tanggal. Tulis seperti 2026-01-05.") % teks[:20])
        return None
    if tanggal > pada:
        salah("tanggal_disahkan", _("Tanggal ini belum tiba."))
    elif tahun is not None and tanggal.year not in {tahun - 1, tahun}:
        salah("tanggal_disahkan", _("Anggaran %s tidak disahkan pada tahun itu.") % tahun)
    return tanggal


def _ambil(hasil: Sequence[BarisTerperiksa], ada: Rujukan) -> None:
    """Budgets that are there already for the units and years of the table. Two queries."""
    dokumen = DokumenAnggaran.objects.filter(
        unit_id__in={b.isi["unit_id"] for b in hasil} - {None},
        tahun__in={b.isi["tahun"] for b in hasil} - {None},
        ditarik=False,
    ).order_by("nomor")
    for d in dokumen:
        ada.dokumen.setdefault((d.unit_id, d.tahun), []).append(d)
    nomor = {b.isi["nomor_dokumen"] for b in hasil}
    kena = [d.pk for s in ada.dokumen.values() for d in s if d.nomor_dokumen in nomor]
    for r in RincianAnggaran.objects.filter(anggaran_id__in=kena):
        ada.rincian[r.anggaran_id, r.kode] = r


def _salahkan(b: BarisTerperiksa, kolom: str, pesan: str) -> None:
    b.galat.append({"kolom": kolom, "pesan": pesan})
    b.akibat = AkibatBaris.GALAT


Kelompok = dict[tuple[int, int], list[BarisTerperiksa]]


def _menurut_dokumen(hasil: Sequence[BarisTerperiksa]) -> Kelompok:
    """Rows by unit and year: one document each."""
    kelompok: Kelompok = {}
    for b in hasil:
        if b.isi["unit_id"] is not None and b.isi["tahun"] is not None:
            kelompok.setdefault((b.isi["unit_id"], b.isi["tahun"]), []).append(b)
    return kelompok


def _antarbaris(hasil: Sequence[BarisTerperiksa]) -> None:
    """What only several rows together can get wrong: doubles, two documents, sums."""
    for kelompok in _menurut_dokumen(hasil).values():
        awal = kelompok[0]
        pertama: dict[str, BarisTerperiksa] = {}
        for b in kelompok:
            for kolom, nama in (
                ("nomor_dokumen", "nomor_dokumen"),
                ("tahap", "tahap"),
                ("disahkan", "tanggal_disahkan"),
            ):
                if b.isi[kolom] != awal.isi[kolom]:
                    _salahkan(
                        b,
                        nama,
                        _(
                            "Berbeda dari baris %s. Satu berkas memuat satu dokumen "
                            "untuk tiap unit dan tahun."
                        )
                        % awal.nomor,
                    )
            kembar = pertama.setdefault(b.isi["kode"], b)
            if kembar is not b:
                for ini, lain in ((b, kembar), (kembar, b)):
                    _salahkan(ini, "kode", _("Kode ini juga ada di baris %s.") % lain.nomor)
        _jumlah(pertama)


def _jumlah(menurut_kode: dict[str, BarisTerperiksa]) -> None:
    """A line must be the sum of the sub-kegiatan under it, where both are given."""
    for kode, b in menurut_kode.items():
        if b.isi["tingkat"] not in {TingkatRincian.PROGRAM, TingkatRincian.KEGIATAN}:
            continue
        bawah = [
            s
            for k, s in menurut_kode.items()
            if s.isi["tingkat"] == TingkatRincian.SUBKEGIATAN and k.startswith(f"{kode}.")
        ]
        if not bawah or b.isi["rupiah"] is None or any(s.isi["rupiah"] is None for s in bawah):
            continue
        jumlah = sum((Decimal(s.isi["rupiah"]) for s in bawah), Decimal(0))
        if jumlah != Decimal(b.isi["rupiah"]):
            _salahkan(
                b,
                "rupiah",
                _("%(ini)s, sedangkan jumlah %(banyak)s sub-kegiatannya %(jumlah)s.")
                % {
                    "ini": sebut_rupiah(Decimal(b.isi["rupiah"])),
                    "banyak": len(bawah),
                    "jumlah": sebut_rupiah(jumlah),
                },
            )


def sebut_rupiah(rupiah: Decimal) -> str:
    """Rupiah grouped: ``Rp186.000.000``."""
    return f"Rp{rupiah:,.0f}".replace(",", ".")


def _dokumen(kelompok: Sequence[BarisTerperiksa], ada: Rujukan) -> None:
    """Hold a document against those that are there: the same one, the next one, or out of order."""
    isi = kelompok[0].isi
    sebelum = ada.dokumen.get((isi["unit_id"], isi["tahun"]), [])
    sama = next((d for d in sebelum if d.nomor_dokumen == isi["nomor_dokumen"]), None)
    if sama is not None:
        for b in kelompok:
            _bandingkan(b, sama, ada.rincian.get((sama.pk, b.isi["kode"])))
        return
    pesan = _urutan(isi, sebelum)
    if pesan is not None:
        kolom, kata = pesan
        for b in kelompok:
            _salahkan(b, kolom, kata)


def _urutan(isi: dict[str, Any], sebelum: Sequence[DokumenAnggaran]) -> tuple[str, str] | None:
    if isi["tahap"] not in TahapAnggaran.values:
        return None
    murni = isi["tahap"] == TahapAnggaran.MURNI
    if murni and sebelum:
        return "tahap", _("Anggaran %(tahun)s unit ini sudah dimuat (%(nomor)s).") % {
            "tahun": isi["tahun"],
            "nomor": sebelum[0].nomor_dokumen,
        }
    if not murni and not sebelum:
        return "tahap", _("DPA murni %s unit ini belum dimuat.") % isi["tahun"]
    if sebelum and isi["disahkan"] and isi["disahkan"] < sebelum[-1].disahkan.isoformat():
        return "tanggal_disahkan", _("Mendahului dokumen terakhir (%s).") % date_format(
            sebelum[-1].disahkan, "j F Y"
        )
    return None


def _bandingkan(b: BarisTerperiksa, d: DokumenAnggaran, r: RincianAnggaran | None) -> None:
    """A document that is there may come again only as it is."""
    if b.akibat == AkibatBaris.GALAT:
        return
    kini = (
        None
        if r is None
        else {
            "kode": r.kode,
            "nama": r.nama,
            "rupiah": format(r.rupiah, "f"),
            "sumber_dana": r.sumber_dana,
            "keluaran": None if r.keluaran is None else format(r.keluaran, "f"),
            "satuan_keluaran": r.keluaran_satuan,
        }
    )
    b.lama = kini
    tetap = kini is not None and all(b.isi[k] == v for k, v in kini.items())
    if tetap and (d.tahap, d.disahkan.isoformat()) == (b.isi["tahap"], b.isi["disahkan"]):
        b.akibat = AkibatBaris.SAMA
        return
    _salahkan(
        b,
        "nomor_dokumen",
        _("Dokumen %s sudah dimuat dengan isi lain. Batalkan impornya dahulu.") % d.nomor_dokumen,
    )
