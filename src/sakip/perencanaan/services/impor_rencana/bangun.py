"""Rows to a whole konsep: nodes with their parents first, indicators at their nodes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import get_close_matches
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _

from sakip.impor.tabel import Baris, Sel
from sakip.perencanaan.services.baca_anggaran import baca_bilangan, tingkat
from sakip.perencanaan.services.impor_rencana import kolom as k
from sakip.perencanaan.services.impor_rencana import sel as s
from sakip.perencanaan.services.impor_rencana.baca import BARIS_LEMBAR
from sakip.perencanaan.services.naskah import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
)

PERSEN = {"%", "persen", "persentase"}


@dataclass(slots=True)
class Bangunan:
    """What the rows make, and where each part stands, so that faults find their cell."""

    naskah: RencanaBaru
    simpul: dict[str, int] = field(default_factory=dict)  # code → row number
    indikator: dict[str, int] = field(default_factory=dict)
    galat: dict[int, list[dict[str, str]]] = field(default_factory=dict)
    # Codes that the table itself holds; a merge keeps others.
    dari_tabel: dict[int, list[tuple[str, str]]] = field(default_factory=dict)

    def salah(self, nomor: int, kolom: str, pesan: str) -> None:
        satu = {"kolom": kolom, "pesan": pesan}
        ada = self.galat.setdefault(nomor, [])
        if satu not in ada:
            ada.append(satu)


@dataclass(slots=True)
class Pembangun:
    """Builds a konsep from the rows of one file; what the table does not hold stays as it was."""

    opsi: Mapping[str, Any]
    lama: RencanaBaru | None
    format_angka: str
    hasil: Bangunan = field(init=False)
    tahun: range = field(init=False)
    lama_simpul: dict[str, SimpulBaru] = field(init=False)
    lama_indikator: dict[str, IndikatorBaru] = field(init=False)
    simpul: dict[str, SimpulBaru] = field(default_factory=dict)
    indikator: dict[str, IndikatorBaru] = field(default_factory=dict)
    dukungan: list[tuple[str, str]] = field(default_factory=list)

    def bangun(self, baris: Sequence[Baris]) -> Bangunan:
        n = self.opsi["naskah"]
        self.hasil = Bangunan(
            RencanaBaru(
                unit=n["unit"],
                jenis=n["jenis"],
                judul=n["judul"],
                tahun_mulai=n["tahun_mulai"],
                tahun_selesai=n["tahun_selesai"],
                simpul=(),
                sifat=self.lama.sifat if self.lama else self.opsi.get("sifat", "asli"),
            )
        )
        self.tahun = range(n["tahun_mulai"], n["tahun_selesai"] + 1)
        self.lama_simpul = {x.kode: x for x in self.lama.simpul} if self.lama else {}
        self.lama_indikator = {x.kode: x for x in self.lama.indikator} if self.lama else {}
        self._baca(baris)
        self._gabung()
        urut = tuple(self._urut())
        self.hasil.naskah = replace(
            self.hasil.naskah,
            simpul=urut,
            indikator=tuple(self.indikator.values()),
            dukungan=tuple(dict.fromkeys(self.dukungan)),
        )
        return self.hasil

    def _baca(self, baris: Sequence[Baris]) -> None:
        if self.opsi["bentuk"] == "asing":
            self._baca_datar(baris)
            return
        for b in baris:
            if b.nomor < 2 * BARIS_LEMBAR:
                self._simpul(b, k.SIMPUL)
        for b in baris:
            if b.nomor >= 2 * BARIS_LEMBAR:
                self._indikator(b, self._kode_indikator(b), b.teks("simpul"), k.INDIKATOR)

    def _ada(self, lembar: str, kolom: str) -> bool:
        """Whether the table has this column at all; an empty cell of it then means nothing."""
        if self.opsi["bentuk"] == "asing":
            return kolom in self.opsi["peta"]
        return kolom in self.opsi["kolom"].get(lembar, {})

    # nodes

    def _simpul(self, b: Baris, lembar: str) -> str:
        def salah(kolom: str, pesan: str) -> None:
            self.hasil.salah(b.nomor, kolom, pesan)

        kode = b.teks("kode")
        if not kode:
            salah("kode", _("Wajib diisi."))
            return ""
        if kode in self.simpul:
            pertama = self.hasil.simpul[kode]
            salah("kode", _("Kode “%s” tertulis dua kali.") % kode)
            self.hasil.salah(pertama, "kode", _("Kode “%s” tertulis dua kali.") % kode)
            return kode
        dasar = self.lama_simpul.get(kode) or SimpulBaru(kode, "", "")
        if not b.teks("uraian"):
            salah("uraian", _("Wajib diisi."))
        isi: dict[str, Any] = {
            "jenis": self._jenjang(b, lembar, dasar, salah),
            "uraian": b.teks("uraian"),
            "pagu": self._pagu(b, lembar, dasar, salah),
        }
        if self._ada(lembar, "nomenklatur"):
            isi["nomenklatur"] = b.teks("nomenklatur")
        for kolom in ("induk", "pemilik", "jabatan"):
            if self._ada(lembar, kolom):
                isi[kolom] = b.teks(kolom) or None
        if self._ada(lembar, "tema"):
            isi["tema"] = tuple(x.lower() for x in s.daftar(b, "tema"))
        self.simpul[kode] = replace(dasar, **isi)
        self.hasil.simpul[kode] = b.nomor
        self.hasil.dari_tabel.setdefault(b.nomor, []).append((k.SIMPUL, kode))
        self.dukungan += [(kode, i) for i in s.daftar(b, "mendukung")]
        return kode

    def _jenjang(self, b: Baris, lembar: str, dasar: SimpulBaru, salah: s.Salah) -> str:
        """As written; a foreign table may leave it to the code."""
        if b.teks("jenjang"):
            return s.pilih(b, "jenjang", salah)
        jenjang = dasar.jenis or str(tingkat(dasar.kode) or "")
        if not jenjang or lembar == k.SIMPUL:
            salah("jenjang", _("Wajib diisi."))
        return jenjang

    def _pagu(
        self, b: Baris, lembar: str, dasar: SimpulBaru, salah: s.Salah
    ) -> tuple[tuple[int, Any], ...]:
        pagu = dict(dasar.pagu)
        for t in self.tahun:
            kolom = f"pagu_{t}"
            if not self._ada(lembar, kolom):
                continue
            pagu.pop(t, None)
            if b.teks(kolom):
                rupiah = baca_bilangan(b, kolom, self.format_angka, salah)
                if rupiah is not None:
                    pagu[t] = rupiah
        return tuple(sorted(pagu.items()))

    # indicators

    def _kode_indikator(self, b: Baris) -> str:
        kode = b.teks("kode")
        if not kode:
            self.hasil.salah(b.nomor, "kode", _("Wajib diisi."))
        return kode

    def _indikator(self, b: Baris, kode: str, simpul: str, lembar: str) -> None:
        def salah(kolom: str, pesan: str) -> None:
            self.hasil.salah(b.nomor, kolom, pesan)

        if kode in self.indikator:
            salah("kode", _("Kode “%s” tertulis dua kali.") % kode)
            self.hasil.salah(
                self.hasil.indikator[kode], "kode", _("Kode “%s” tertulis dua kali.") % kode
            )
            return
        nama = "nama" if lembar == k.INDIKATOR else "indikator"
        if not b.teks(nama):
            salah(nama, _("Wajib diisi."))
        dasar = self.lama_indikator.get(kode) or self._baku(b, kode)
        isi = self._kata(b, lembar, salah) | {"nama": b.teks(nama), "simpul": simpul}
        arah, jenis = isi.get("arah", dasar.arah), isi.get("jenis_nilai", dasar.jenis_nilai)
        isi["target"] = self._target(b, lembar, dasar, arah or dasar.arah, jenis or "", salah)
        self.indikator[kode] = replace(dasar, **isi)
        self.hasil.indikator[kode] = b.nomor
        self.hasil.dari_tabel.setdefault(b.nomor, []).append((k.INDIKATOR, kode))

    def _baku(self, b: Baris, kode: str) -> IndikatorBaru:
        """What a new indicator is where nothing is said of it."""
        persen = b.teks("satuan").lower() in PERSEN
        jenis = "persen" if persen else "bilangan"
        return IndikatorBaru(kode, "", "naik_baik", jenis, "")

    def _kata(self, b: Baris, lembar: str, salah: s.Salah) -> dict[str, Any]:
        isi: dict[str, Any] = {}
        for kolom in ("satuan", "definisi", "rumus", "sumber_data"):
            if self._ada(lembar, kolom):
                isi[kolom] = b.teks(kolom)
        isi |= self._pilihan(b, lembar, salah)
        if self._ada(lembar, "iku"):
            isi["iku"] = s.ya(b, "iku", salah)
        for kolom in ("pengampu", "pustaka"):
            if self._ada(lembar, kolom):
                isi[kolom] = b.teks(kolom) or None
        if self._ada(lembar, "pilahan"):
            isi["pilahan"] = s.daftar(b, "pilahan")
        if self._ada(lembar, "baseline_tahun"):
            isi["baseline_tahun"] = s.tahun(b, "baseline_tahun", salah)
        if self._ada(lembar, "baseline"):
            teks = s.tulis(b.sel.get("baseline", Sel("")), self.format_angka)
            if len(teks) > 60:
                salah("baseline", _("Paling panjang %s huruf.") % 60)
            isi["baseline_teks"] = teks[:60]
        return isi

    def _pilihan(self, b: Baris, lembar: str, salah: s.Salah) -> dict[str, Any]:
        isi: dict[str, Any] = {}
        for kolom in ("arah", "jenis_nilai", "agregasi", "frekuensi", "cara"):
            if not self._ada(lembar, kolom):
                continue
            nilai = s.pilih(b, kolom, salah)
            if nilai:
                isi[kolom] = nilai
            elif kolom in k.WAJIB[lembar] and not b.teks(kolom):
                salah(kolom, _("Wajib diisi."))
        return isi

    def _target(  # noqa: PLR0913, PLR0917
        self, b: Baris, lembar: str, dasar: IndikatorBaru, arah: str, jenis: str, salah: s.Salah
    ) -> tuple[TargetBaru, ...]:
        lain = [t for t in dasar.target if t.periode != "tahun"]
        tahunan = {t.tahun: t for t in dasar.target if t.periode == "tahun"}
        for t in self.tahun:
            kolom = f"target_{t}"
            if not self._ada(lembar, kolom):
                continue
            tahunan.pop(t, None)
            isi = b.sel.get(kolom)
            if isi is not None:
                teks = s.target(
                    isi,
                    kolom,
                    arah=arah,
                    jenis=jenis,
                    format_angka=self.format_angka,
                    salah=salah,
                )
                if teks:
                    tahunan[t] = TargetBaru(t, teks)
        return (*sorted(lain, key=lambda t: (t.tahun, t.periode)), *tahunan.values())

    # a foreign table

    def _baca_datar(self, baris: Sequence[Baris]) -> None:
        kini, urut = "", 0
        for b in baris:
            kode = b.teks("kode") or (self._kode_karangan(b) if b.teks("uraian") else kini)
            if kode and kode != kini:
                kini, urut = kode, 0
                isi = dict(b.sel)
                isi["kode"] = Sel(kode)
                if not isi.get("induk") and "induk" not in self.opsi["peta"]:
                    induk = self._induk_kode(kode)
                    if induk:
                        isi["induk"] = Sel(induk)
                self._simpul(Baris(b.nomor, isi), k.DATAR)
                self._lengkapi(kode, induk=isi.get("induk"))
            if b.teks("indikator") and kini:
                urut += 1
                self._indikator(b, self._kode_datar(kini, urut), kini, k.DATAR)

    def _kode_karangan(self, b: Baris) -> str:
        """A table without codes is numbered by its rows; a known node keeps its code."""
        sama = [x.kode for x in self.lama_simpul.values() if x.uraian == b.teks("uraian")]
        return sama[0] if len(sama) == 1 else f"b{b.nomor}"

    def _lengkapi(self, kode: str, induk: Sel | None) -> None:
        simpul = self.simpul.get(kode)
        if simpul is None:
            return
        isi: dict[str, Any] = {}
        if tingkat(kode) and not simpul.nomenklatur:
            isi["nomenklatur"] = kode
        if induk is not None and "induk" not in self.opsi["peta"]:
            isi["induk"] = induk.teks
        self.simpul[kode] = replace(simpul, **isi)

    def _induk_kode(self, kode: str) -> str:
        """The parent that a code itself names, else the node chosen for programmes."""
        atas = kode.rpartition(".")[0]
        while atas:
            if atas in self.simpul:
                return atas
            atas = atas.rpartition(".")[0]
        lama = self.lama_simpul.get(kode)
        if lama is not None and lama.induk:
            return lama.induk
        return str(self.opsi.get("induk") or "") if tingkat(kode) else ""

    def _kode_datar(self, simpul: str, urut: int) -> str:
        ada = [i.kode for i in self.lama_indikator.values() if i.simpul == simpul]
        if urut <= len(ada):
            return ada[urut - 1]
        return f"{slugify(simpul.replace('.', '-')) or 'i'}-{urut}"

    # the whole

    def _gabung(self) -> None:
        """Merging keeps nodes and indicators that the table does not name."""
        if self.opsi.get("cara") != "gabung" or self.lama is None:
            return
        self.simpul = {x.kode: self.simpul.get(x.kode, x) for x in self.lama.simpul} | self.simpul
        self.indikator = {
            x.kode: self.indikator.get(x.kode, x) for x in self.lama.indikator
        } | self.indikator
        self.dukungan += self.lama.dukungan

    def _urut(self) -> Iterator[SimpulBaru]:
        """The order of the sheet, but parents before children; loops are told and cut."""
        sudah: set[str] = set()
        menunggu: dict[str, list[str]] = {}
        for kode in list(self.simpul):
            self._periksa_induk(kode)
            induk = self.simpul[kode].induk
            if induk is not None and ":" not in induk and induk not in sudah:
                menunggu.setdefault(induk, []).append(kode)
                continue
            tumpukan = [kode]
            while tumpukan:
                satu = tumpukan.pop()
                sudah.add(satu)
                yield self.simpul[satu]
                tumpukan += reversed(menunggu.pop(satu, ()))
        sisa = {x: " → ".join(self._lingkaran(x)) for x in self.simpul if x not in sudah}
        for kode, lingkaran in sisa.items():
            self._putus(kode, _("Lingkaran induk: %s.") % lingkaran)
            yield self.simpul[kode]

    def _periksa_induk(self, kode: str) -> None:
        induk = self.simpul[kode].induk
        if induk == kode:
            self._putus(kode, _("Simpul tidak dapat menjadi induknya sendiri."))
        elif induk is not None and ":" not in induk and induk not in self.simpul:
            self._putus(kode, self._induk_tidak_ada(induk))

    def _putus(self, kode: str, pesan: str) -> None:
        self.hasil.salah(self.hasil.simpul.get(kode, 0), "induk", pesan)
        self.simpul[kode] = replace(self.simpul[kode], induk=None)

    def _induk_tidak_ada(self, induk: str) -> str:
        mirip = get_close_matches(induk, self.simpul, 1) if len(self.simpul) < 2000 else []
        if mirip:
            return _("Induk “%(ada)s” tidak ada. Maksudnya “%(mirip)s”?") % {
                "ada": induk,
                "mirip": mirip[0],
            }
        return _("Induk “%s” tidak ada di lembar ini.") % induk

    def _lingkaran(self, kode: str) -> list[str]:
        jalan = [kode]
        while len(jalan) < 12:
            induk = self.simpul[jalan[-1]].induk
            if induk is None or induk not in self.simpul:
                break
            jalan.append(induk)
            if induk in jalan[:-1]:
                break
        return jalan
