"""From an uploaded workbook to its rows: is it ours, of this sheet, and can it be read whole."""

from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.impor.buku import Lembar, baca_buku, cacat, huruf_kolom
from sakip.impor.bungkus import ditolak, pastikan_wajar
from sakip.impor.sel import Sel
from sakip.impor.tabel import Baris
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.pengukuran.models import KeadaanLembar
from sakip.pengukuran.selectors.lembar import lembar_unit
from sakip.pengukuran.selectors.tampak import LembarTampak
from sakip.pengukuran.services.buku_pengukuran import kolom as k
from sakip.pengukuran.services.buku_pengukuran.penanda import RAHASIA, Penanda, buka_penanda
from sakip.pengukuran.services.lembar import ROMAWI

SEBUT = 5  # rows named in one sentence


def baca(isi: bytes, *, lingkup: Lingkup, opsi: dict[str, Any]) -> list[Baris]:
    """Rows by their number in the sheet; what the workbook says of itself is put into ``opsi``."""
    pastikan_wajar(isi)
    if not isi.startswith(b"PK"):
        raise ditolak(_bukan_buku())
    semua = baca_buku(isi)
    if RAHASIA not in semua:
        raise ditolak(_bukan_buku())
    penanda = buka_penanda(b[0].teks for b in semua[RAHASIA].baris.values())
    kode = Instansi.objects.values_list("kode", flat=True).get(pk=lingkup.instansi_id)
    if penanda.instansi != kode:
        raise ditolak(_("Buku kerja ini milik instansi lain (%s).") % penanda.instansi)
    _pastikan_tujuan(penanda, opsi.get("mau") or {})
    unit = organisasi.unit_menurut_slug(lingkup, penanda.unit, Tindakan.ISI_PENGUKURAN)
    x = lembar_unit(lingkup, unit, penanda.tahun, penanda.triwulan)
    if not x.sunting:
        raise ditolak(sebab_tertutup(x))
    if penanda.lembar not in semua:
        raise ditolak(_("Lembar “%s” tidak ada di buku kerja ini.") % penanda.lembar)
    salah, catatan = cacat([semua[penanda.lembar]])
    if salah:
        raise ditolak(*salah)
    opsi["catatan_berkas"] = catatan + _lain_keadaan(penanda, x)
    opsi["buku"] = asdict(penanda)
    return _baris(semua[penanda.lembar], penanda, opsi)


def _bukan_buku() -> str:
    return _(
        "Ini bukan buku kerja pengukuran SAKIP. Unduh bukunya dari lembar triwulan unit Anda, isi, "
        "lalu unggah sebagai .xlsx."
    )


def sebab_tertutup(x: LembarTampak) -> str:
    """Why nothing of a sheet can be filled now."""
    if x.alasan_terkunci:
        return x.alasan_terkunci
    return _(
        "Lembar triwulan ini sedang “%s”, jadi angkanya tidak dapat diubah. Mintalah "
        "pemeriksanya mengembalikan lembar atau angkanya."
    ) % _sebut(x.keadaan)


def _sebut(keadaan: str) -> str:
    return str(KeadaanLembar(keadaan).label)


def _pastikan_tujuan(penanda: Penanda, mau: dict[str, Any]) -> None:
    """The workbook must be the one of the sheet whose page it was sent from."""
    if mau and (mau["unit"], mau["tahun"], mau["triwulan"]) != (
        penanda.unit,
        penanda.tahun,
        penanda.triwulan,
    ):
        raise ditolak(
            _(
                "Buku kerja ini untuk %(unit)s triwulan %(n)s tahun %(tahun)s, bukan untuk lembar "
                "%(mau)s triwulan %(mau_n)s tahun %(mau_tahun)s. Unggah di lembarnya sendiri."
            )
            % {
                "unit": penanda.nama_unit,
                "n": ROMAWI[penanda.triwulan],
                "tahun": penanda.tahun,
                "mau": mau["nama_unit"],
                "mau_n": ROMAWI[mau["triwulan"]],
                "mau_tahun": mau["tahun"],
            }
        )


def _lain_keadaan(penanda: Penanda, x: LembarTampak) -> list[str]:
    if penanda.keadaan == x.keadaan:
        return []
    return [
        _("Saat buku diunduh (%(hari)s) lembar ini “%(dulu)s”, kini “%(kini)s”.")
        % {
            "hari": date_format(datetime.fromisoformat(penanda.diunduh), "j F Y"),
            "dulu": _sebut(penanda.keadaan),
            "kini": _sebut(x.keadaan),
        }
    ]


def _baris(lembar: Lembar, penanda: Penanda, opsi: dict[str, Any]) -> list[Baris]:
    kepala = [s.teks for s in lembar.baris.get(penanda.kepala, [])]
    for n, kata in enumerate(penanda.judul):
        if n >= len(kepala) or kepala[n] != kata:
            raise ditolak(
                _(
                    "Judul kolom %(sel)s seharusnya “%(mau)s”, tertulis “%(ada)s”. Jangan "
                    "menggeser atau menambah kolom; unduh buku yang baru bila perlu."
                )
                % {
                    "sel": f"{lembar.nama}!{huruf_kolom(n)}{penanda.kepala}",
                    "mau": kata,
                    "ada": kepala[n] if n < len(kepala) else "",
                }
            )
    menurut: dict[str, int] = {}
    asing: list[str] = []
    for nomor, satu in lembar.baris.items():
        if nomor <= penanda.kepala:
            continue
        kode = satu[0].teks if satu else ""
        if kode in menurut:
            raise ditolak(
                _("Kode “%(kode)s” tertulis di baris %(a)s dan %(b)s. Hapus salah satunya.")
                % {"kode": kode, "a": menurut[kode], "b": nomor}
            )
        if kode:
            menurut[kode] = nomor
        elif any(s.teks for s in satu[: len(penanda.kolom)]):
            asing.append(str(nomor))
    _pastikan_lengkap(menurut, penanda)
    if asing:
        opsi["catatan_berkas"].append(
            _("Baris tanpa kode tidak dibaca: %s.") % ", ".join(asing[:SEBUT])
        )
    return [
        Baris(menurut[b.kode], _sel(penanda.kolom, lembar.baris[menurut[b.kode]]))
        for b in penanda.baris
    ]


def _pastikan_lengkap(menurut: dict[str, int], penanda: Penanda) -> None:
    """Every row of the stamp, and none beside."""
    nama = {b.kode: b.nama for b in penanda.baris}
    lebih = [f"{kode} ({n})" for kode, n in menurut.items() if kode not in nama]
    if lebih:
        raise ditolak(
            _("Kode yang tidak ada di buku ini semula: %s. Kolom Kode jangan diubah.")
            % ", ".join(lebih[:SEBUT])
        )
    hilang = [kata for kode, kata in nama.items() if kode not in menurut]
    if hilang:
        raise ditolak(
            _("Baris ini hilang dari lembarnya: %s. Kembalikan, atau unduh buku yang baru.")
            % "; ".join(hilang[:SEBUT])
        )


def _sel(kolom: Sequence[str], isi: Sequence[Sel]) -> dict[str, Sel]:
    dibaca = {"kode", *(x for x in kolom if x not in k.TERTULIS)}
    return {x: s for x, s in zip(kolom, isi, strict=False) if x in dibaca and s.teks}
