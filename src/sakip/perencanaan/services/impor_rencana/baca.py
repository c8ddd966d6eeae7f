"""From a file to rows: our own workbook, or a foreign table whose headings must be matched."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.utils.translation import gettext as _

from sakip.bersama.izin import Lingkup
from sakip.impor.buku import Lembar, baca_buku, cacat, huruf_kolom
from sakip.impor.models import BetsImpor, KeadaanImpor
from sakip.impor.tabel import Baris, Sel, baris_csv, ditolak, pastikan_wajar
from sakip.organisasi.models import Instansi
from sakip.perencanaan.models import JenisDokumen
from sakip.perencanaan.services.impor_rencana import kolom as k

TEMPLAT = "rencana-1"
RAHASIA = "_sakip"  # the sheet nobody sees: which template, whose document
BARIS_LEMBAR = 1_000_000  # a row's number in the batch: sheet × this + row; 0 is a foreign table
KEPALA_TERDALAM = 30  # rows in which the headings of a foreign table are looked for
BARIS_MAKS = 20_000
KUNCI_NASKAH = ("unit", "jenis", "judul", "tahun_mulai", "tahun_selesai", "dari", "versi")


def baca(isi: bytes, *, lingkup: Lingkup, opsi: dict[str, Any]) -> list[Baris]:
    """Rows of the file; what it is and whose is put into ``opsi``."""
    opsi["catatan_berkas"] = []
    pastikan_wajar(isi)
    if not isi.startswith(b"PK"):
        semua = {"CSV": Lembar("CSV", {n: b for n, b in baris_csv(isi) if any(s.teks for s in b)})}
    else:
        semua = baca_buku(isi)
    if RAHASIA in semua:
        return _templat(semua, lingkup, opsi)
    return _asing(semua, lingkup, opsi)


def _templat(semua: dict[str, Lembar], lingkup: Lingkup, opsi: dict[str, Any]) -> list[Baris]:
    isi = {b[0].teks: b[1].teks for b in semua[RAHASIA].baris.values() if len(b) > 1}
    if isi.get("templat") != TEMPLAT:
        raise ditolak(
            _(
                "Buku kerja ini dari templat “%(ada)s”, yang dibaca “%(kini)s”. "
                "Unduh templat baru, lalu pindahkan isinya."
            )
            % {"ada": isi.get("templat") or "–", "kini": TEMPLAT}
        )
    naskah: dict[str, Any] = {kunci: isi.get(kunci, "") for kunci in KUNCI_NASKAH}
    for kunci in ("tahun_mulai", "tahun_selesai"):
        if not str(naskah[kunci]).isdecimal():
            raise ditolak(_("Penanda dokumen di buku kerja ini rusak. Unduh templat baru."))
        naskah[kunci] = int(naskah[kunci])
    if isi.get("instansi") != _kode_instansi(lingkup):
        raise ditolak(_("Buku kerja ini milik instansi lain (%s).") % (isi.get("instansi") or "–"))
    _milik(naskah, opsi)
    opsi["naskah"], opsi["bentuk"], opsi["kolom"] = naskah, "templat", {}
    _tanpa_cacat([semua[n] for n in k.LEMBAR if n in semua], opsi)
    hasil: list[Baris] = []
    for urut, nama in enumerate(k.LEMBAR, 1):
        if nama not in semua:
            raise ditolak(_("Lembar “%s” tidak ada di buku kerja ini.") % nama)
        hasil += _lembar_templat(semua[nama], urut, naskah, opsi)
    if not hasil:
        raise ditolak(_("Tidak ada baris berisi di bawah judul kolom."))
    return hasil


def _kode_instansi(lingkup: Lingkup) -> str:
    return Instansi.objects.values_list("kode", flat=True).get(pk=lingkup.instansi_id)


def _milik(naskah: dict[str, Any], opsi: dict[str, Any]) -> None:
    """The workbook must be the one of the unit and document whose page it was sent from."""
    mau = opsi.get("mau") or {}
    nama = {
        "unit": _("unit"),
        "jenis": _("dokumen"),
        "tahun_mulai": _("tahun mulai"),
    }
    for kunci, kata in nama.items():
        if mau.get(kunci) not in {None, "", naskah[kunci]}:
            raise ditolak(
                _("Buku kerja ini untuk %(kata)s “%(ada)s”, bukan “%(mau)s”.")
                % {"kata": kata, "ada": naskah[kunci], "mau": mau[kunci]}
            )


def _tanpa_cacat(semua: Sequence[Lembar], opsi: dict[str, Any]) -> None:
    """Refuse merged cells and formulas without a value; say what else is out of the ordinary."""
    salah, catatan = cacat(semua)
    opsi["catatan_berkas"] += catatan
    if any(len(lembar.baris) > BARIS_MAKS for lembar in semua):
        salah.append(_("Lebih dari %s baris berisi. Pecah dokumennya.") % BARIS_MAKS)
    if salah:
        raise ditolak(*salah)


def _lembar_templat(
    lembar: Lembar, urut: int, naskah: dict[str, Any], opsi: dict[str, Any]
) -> list[Baris]:
    if not lembar.baris:
        raise ditolak(_("Lembar “%s” tidak berjudul kolom.") % lembar.nama)
    pertama = next(iter(lembar.baris))
    nama = [k.kunci(s.teks) for s in lembar.baris[pertama]]
    tahun = range(naskah["tahun_mulai"], naskah["tahun_selesai"] + 1)
    boleh = k.kolom_lembar(lembar.nama, tahun)
    kurang = [k.judul(x) for x in k.WAJIB[lembar.nama] if x not in nama]
    asing = [x for x in nama if x and x not in boleh]
    kembar = sorted({x for x in nama if x and nama.count(x) > 1})
    for daftar, kata in (
        (kurang, _("Kolom yang kurang di lembar %(lembar)s: %(kolom)s.")),
        (asing, _("Kolom yang tidak dikenal di lembar %(lembar)s: %(kolom)s.")),
        (kembar, _("Kolom ini tertulis dua kali di lembar %(lembar)s: %(kolom)s.")),
    ):
        if daftar:
            raise ditolak(kata % {"lembar": lembar.nama, "kolom": ", ".join(daftar)})
    opsi["kolom"][lembar.nama] = {x: huruf_kolom(n) for n, x in enumerate(nama) if x}
    return [
        Baris(urut * BARIS_LEMBAR + nomor, _sel(nama, isi))
        for nomor, isi in lembar.baris.items()
        if nomor != pertama and any(s.teks for s in isi[: len(nama)])
    ]


def _sel(nama: Sequence[str], isi: Sequence[Sel]) -> dict[str, Sel]:
    return {x: s for x, s in zip(nama, isi, strict=False) if x and s.teks}


def _asing(semua: dict[str, Lembar], lingkup: Lingkup, opsi: dict[str, Any]) -> list[Baris]:
    mau = opsi.get("mau") or {}
    if not mau.get("unit") or not mau.get("jenis"):
        raise ditolak(
            _("Ini bukan buku kerja templat SAKIP. Unggah tabel lain dari halaman rencana unit.")
        )
    if mau["jenis"] not in JenisDokumen.values:
        raise ditolak(_("Dokumen “%s” tidak dikenal.") % mau["jenis"])
    lembar = max(semua.values(), key=lambda x: len(x.baris), default=None)
    if lembar is None or not lembar.baris:
        raise ditolak(_("Tidak ada baris berisi di berkas ini."))
    kepala = _kepala(lembar)
    # Titles above the headings are merged nearly everywhere, and nothing is read from them.
    lembar.gabungan = [g for g in lembar.gabungan if _baris_akhir(g) > kepala]
    _tanpa_cacat([lembar], opsi)
    judul = _tunggal(s.teks for s in lembar.baris[kepala])
    opsi["naskah"] = {"dari": "", "versi": ""} | mau
    opsi["bentuk"], opsi["judul"] = "asing", [x for x in judul if x]
    opsi["kolom"] = {lembar.nama: {x: huruf_kolom(n) for n, x in enumerate(judul) if x}}
    opsi["lembar"] = lembar.nama
    tahun = range(mau["tahun_mulai"], mau["tahun_selesai"] + 1)
    opsi["peta"], opsi["peta_dari"] = _peta_dahulu(lingkup, opsi["judul"])
    if not opsi["peta"]:
        opsi["peta"] = k.usulkan_peta(opsi["judul"], tahun)
    opsi["terpetakan"], opsi["cara"] = False, "gabung"
    hasil = [Baris(n, _sel(judul, isi)) for n, isi in lembar.baris.items() if n > kepala]
    if not hasil:
        raise ditolak(_("Tidak ada baris berisi di bawah judul kolom."))
    return hasil


def _kepala(lembar: Lembar) -> int:
    """The row of headings: of the first rows the one with the most texts that are no numbers."""
    calon = list(lembar.baris.items())[:KEPALA_TERDALAM]
    return max(calon, key=lambda b: (sum(bool(s.teks) and s.angka is None for s in b[1]), -b[0]))[0]


def _baris_akhir(gabungan: str) -> int:
    angka = gabungan.rpartition(":")[2].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ$")
    return int(angka[:12]) if angka.isdecimal() else 0


def _tunggal(judul: Iterable[str]) -> list[str]:
    """Headings that are told apart: the second "Target" is "Target (2)"."""
    hasil: list[str] = []
    for satu in judul:
        nama, n = " ".join(satu.split())[:80], 1
        while nama and nama in hasil:
            n += 1
            nama = f"{' '.join(satu.split())[:80]} ({n})"
        hasil.append(nama)
    return hasil


def _peta_dahulu(lingkup: Lingkup, judul: Sequence[str]) -> tuple[dict[str, str], str]:
    """The matching of the last applied table with such headings. One query."""
    ada = set(judul)
    for opsi, nama in (
        BetsImpor.objects.filter(
            instansi_id=lingkup.instansi_id,
            jenis="rencana",
            keadaan=KeadaanImpor.DITERAPKAN,
            opsi__bentuk="asing",
        )
        .order_by("-id")
        .values_list("opsi", "nama_berkas")[:20]
    ):
        peta: dict[str, str] = opsi.get("peta") or {}
        if peta and set(peta.values()) <= ada:
            return peta, nama
    return {}, ""
