"""The national nomenclature as an import: a row is a sub-kegiatan with all that stands above it."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sakip.bersama.galat import IsianTidakSah, Kesalahan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku
from sakip.bersama.salin import salin, ubah
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import AkibatBaris, BetsImpor
from sakip.impor.tabel import Baris
from sakip.organisasi.models import Instansi
from sakip.perencanaan.models import Nomenklatur, SimpulVersi, TingkatNomenklatur

Butir = dict[str, Any]
# What a line holds beside its code, in the order of the columns that are written.
ISI = (
    "tingkat",
    "nama",
    "kinerja",
    "indikator",
    "satuan",
    "definisi",
    "tahun",
    "berlaku_sampai",
    "pengganti",
    "sumber",
)
JENJANG = (
    ("kode_bidang", "bidang", TingkatNomenklatur.BIDANG),
    ("kode_program", "program", TingkatNomenklatur.PROGRAM),
    ("kode_kegiatan", "kegiatan", TingkatNomenklatur.KEGIATAN),
    ("kode_subkegiatan", "subkegiatan", TingkatNomenklatur.SUBKEGIATAN),
)
# 7.01, 7.01.02, 7.01.02.2.01, 7.01.02.2.01.0001; X stands for an urusan not yet chosen.
BENTUK = {
    "kode_bidang": re.compile(r"(?:[1-9]\.[0-9]{2}|X\.XX)"),
    "kode_program": re.compile(r"(?:[1-9]\.[0-9]{2}|X\.XX)\.[0-9]{2}"),
    "kode_kegiatan": re.compile(r"(?:[1-9]\.[0-9]{2}|X\.XX)\.[0-9]{2}\.[0-9]\.[0-9]{2}"),
    "kode_subkegiatan": re.compile(
        r"(?:[1-9]\.[0-9]{2}|X\.XX)\.[0-9]{2}\.[0-9]\.[0-9]{2}\.[0-9]{4}"
    ),
}
# Names of the first digit (PP 18/2016 and Permendagri 90/2019); the list itself does not give them.
URUSAN = {
    "1": "Urusan pemerintahan wajib yang berkaitan dengan pelayanan dasar",
    "2": "Urusan pemerintahan wajib yang tidak berkaitan dengan pelayanan dasar",
    "3": "Urusan pemerintahan pilihan",
    "4": "Unsur pendukung urusan pemerintahan",
    "5": "Unsur penunjang urusan pemerintahan",
    "6": "Unsur pengawasan urusan pemerintahan",
    "7": "Unsur kewilayahan",
    "8": "Unsur pemerintahan umum",
    "9": "Unsur kekhususan dan keistimewaan",
    "X": "Program penunjang pada setiap urusan",
}
TAHUN = re.compile(r"20[0-6][0-9]")
PANJANG_SATUAN = 120


class ImporNomenklatur:
    """The list of Kepmendagri as ministries hand it out: program, kegiatan, sub-kegiatan."""

    kode = "nomenklatur"
    judul = gettext_lazy("Nomenklatur program, kegiatan, sub-kegiatan")
    izin = Tindakan.IMPOR_NOMENKLATUR
    kolom_wajib = tuple(k for kode, nama, _t in JENJANG[1:] for k in (kode, nama))
    kolom = (
        *(k for kode, nama, _t in JENJANG for k in (kode, nama)),
        "kinerja",
        "indikator",
        "satuan",
        "definisi",
        "jenis_pemda",
        "tahun",
        "kode_lama",
        "berlaku_sampai",
        "pengganti",
        "sumber",
    )
    kolom_judul = ("kode_subkegiatan", "subkegiatan")
    kolom_tampak = ("indikator", "satuan")
    kolom_angka = ()

    def periksa(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """Rows of this kind of government, each with the lines it is the first to bring. Two reads.

        The same code means other things in a province and in a regency: rows of the other kind are
        left out, and counted in ``opsi["catatan"]``.
        """
        milik, catatan = _milik_sendiri(baris, lingkup)
        ada = _tersimpan(lingkup.instansi_id)
        tahun = lingkup.pada.year
        nama = _nama_terbanyak(milik)
        terbawa: set[str] = set()
        hasil = [_baris(b, nama, ada, terbawa, tahun) for b in milik]
        _kembar(hasil)
        ragam = sorted(k for k, n in nama.items() if len(n) > 1)
        if ragam:
            catatan.append(
                _("%(n)s kode bernama lain-lain di berkas ini; nama tersering dipakai: %(kode)s.")
                % {"n": len(ragam), "kode": ", ".join(ragam[:10])}
            )
        opsi["catatan"] = catatan
        return hasil

    def terapkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Write the lines that are new, and what changed of those that were there."""
        del oleh, saat
        ada = {n.kode: n for n in Nomenklatur.objects.filter(instansi_id=bets.instansi_id)}
        baru: list[Nomenklatur] = []
        berubah: list[Nomenklatur] = []
        for b in baris:
            for butir in b.isi["butir"]:
                n = ada.get(butir["kode"])
                if n is None:
                    baru.append(Nomenklatur(instansi_id=bets.instansi_id, **butir))
                    continue
                for k in ISI:
                    setattr(n, k, butir[k])
                berubah.append(n)
            b.jejak = {"kode": [x["kode"] for x in b.isi["butir"]]}
        salin(Nomenklatur, baru)
        ubah(Nomenklatur, berubah, ISI)

    def batalkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Take new lines away and give others their old words; refused when something uses them."""
        del oleh, saat
        ada = {
            n.kode: n
            for n in Nomenklatur.objects.select_for_update().filter(instansi_id=bets.instansi_id)
        }
        kesalahan = tuple(_dibangun(baris, ada, bets.instansi_id))
        if kesalahan:
            raise IsianTidakSah(
                _("Nomenklatur ini tidak dapat ditarik: sudah dipakai sesudahnya."), kesalahan
            )
        pergi: list[int] = []
        kembali: list[Nomenklatur] = []
        for b in baris:
            for butir in b.isi["butir"]:
                n, lama = ada[butir["kode"]], (b.lama or {}).get(butir["kode"])
                if lama is None:
                    pergi.append(n.pk)
                    continue
                for k in ISI:
                    setattr(n, k, lama[k])
                kembali.append(n)
        ubah(Nomenklatur, kembali, ISI)
        Nomenklatur.objects.filter(pk__in=pergi).delete()


def _milik_sendiri(baris: Sequence[Baris], lingkup: Lingkup) -> tuple[list[Baris], list[str]]:
    """Rows for this kind of government: its official code has a dot when it is no province."""
    kode = Instansi.objects.values_list("kode", flat=True).get(pk=lingkup.instansi_id)
    jenis = "KABKOT" if "." in kode else "PROV"
    milik = [b for b in baris if b.teks("jenis_pemda").upper() in {"", jenis}]
    lain = len(baris) - len(milik)
    if not lain:
        return milik, []
    sebut = _("provinsi") if jenis == "KABKOT" else _("kabupaten/kota")
    return milik, [_("%(n)s baris untuk %(jenis)s tidak dibaca.") % {"n": lain, "jenis": sebut}]


def _tersimpan(instansi_id: int) -> dict[str, Butir]:
    """All lines of the instansi, by code. One query."""
    return {
        n["kode"]: n
        for n in Nomenklatur.objects.filter(instansi_id=instansi_id).values("kode", *ISI)
    }


def _nama_terbanyak(baris: Sequence[Baris]) -> dict[str, Counter[str]]:
    """How often each code is called what: lists that were merged by hand differ in spelling."""
    nama: dict[str, Counter[str]] = defaultdict(Counter)
    for b in baris:
        for kolom, sebutan, _tingkat in JENJANG[:-1]:
            if b.teks(kolom) and b.teks(sebutan):
                nama[b.teks(kolom)][b.teks(sebutan)] += 1
    return nama


def _baris(
    b: Baris,
    nama: Mapping[str, Counter[str]],
    ada: Mapping[str, Butir],
    terbawa: set[str],
    tahun: int,
) -> BarisTerperiksa:
    galat = list(_galat(b))
    tulis: list[Butir] = []
    lama: dict[str, Butir] = {}
    if not galat:
        for butir in _butir(b, nama, ada, tahun):
            kode = butir["kode"]
            if kode in terbawa:
                continue
            terbawa.add(kode)
            if kode not in ada:
                tulis.append(butir)
            elif any(butir[k] != ada[kode][k] for k in ISI):
                tulis.append(butir)
                lama[kode] = ada[kode]
    akibat = AkibatBaris.SAMA
    if galat:
        akibat = AkibatBaris.GALAT
    elif tulis:
        akibat = AkibatBaris.BERUBAH if b.teks("kode_subkegiatan") in ada else AkibatBaris.BARU
    return BarisTerperiksa(
        nomor=b.nomor,
        akibat=akibat,
        galat=galat,
        isi={
            "asal": {k: s.teks for k, s in b.sel.items()},
            "angka": [k for k, s in b.sel.items() if s.angka is not None],
            "unit_id": None,
            "butir": tulis,
        },
        lama=lama or None,
    )


def _galat(b: Baris) -> Iterator[dict[str, str]]:
    atas = ""
    for kolom, sebutan, _tingkat in JENJANG:
        kode = b.teks(kolom)
        if not kode and kolom == "kode_bidang":
            continue
        if not BENTUK[kolom].fullmatch(kode):
            yield {"kolom": kolom, "pesan": _("“%s” bukan kode jenjang ini.") % kode}
        elif atas and not kode.startswith(f"{atas}."):
            yield {"kolom": kolom, "pesan": _("Tidak berada di bawah %s.") % atas}
        if not b.teks(sebutan):
            yield {"kolom": sebutan, "pesan": _("Wajib diisi.")}
        atas = kode
    for kolom in ("tahun", "berlaku_sampai"):
        if b.teks(kolom) and not TAHUN.fullmatch(b.teks(kolom)):
            yield {"kolom": kolom, "pesan": _("“%s” bukan tahun.") % b.teks(kolom)}
    if b.teks("pengganti") and not b.teks("berlaku_sampai"):
        yield {"kolom": "berlaku_sampai", "pesan": _("Tahun terakhir kode ini wajib disebut.")}
    if len(b.teks("satuan")) > PANJANG_SATUAN:
        yield {"kolom": "satuan", "pesan": _("Paling panjang %s huruf.") % PANJANG_SATUAN}


def _butir(
    b: Baris, nama: Mapping[str, Counter[str]], ada: Mapping[str, Butir], tahun: int
) -> Iterator[Butir]:
    """The lines that a row speaks of, from the top down; then the old code that it replaces."""
    sub = b.teks("kode_subkegiatan")
    pertama = sub[0]
    umum = {"sumber": b.teks("sumber")}
    yield _satu(pertama, TingkatNomenklatur.URUSAN, URUSAN[pertama], ada, tahun, umum)
    for kolom, _sebutan, tingkat in JENJANG[:-1]:
        kode = b.teks(kolom)
        if kode:
            yield _satu(kode, tingkat, nama[kode].most_common(1)[0][0], ada, tahun, umum)
    isi: Butir = umum | {k: b.teks(k) for k in ("kinerja", "indikator", "satuan", "definisi")}
    if b.teks("tahun"):
        isi["tahun"] = int(b.teks("tahun"))
    if b.teks("berlaku_sampai"):
        isi["berlaku_sampai"] = int(b.teks("berlaku_sampai"))
        isi["pengganti"] = b.teks("pengganti")
    sini = _satu(sub, TingkatNomenklatur.SUBKEGIATAN, b.teks("subkegiatan"), ada, tahun, isi)
    yield sini
    tua = b.teks("kode_lama")
    if tua and tua != sub and tua in ada:
        sampai = ada[tua]["berlaku_sampai"] or sini["tahun"] - 1
        yield ada[tua] | {"berlaku_sampai": sampai, "pengganti": sub}


def _satu(  # noqa: PLR0913, PLR0917
    kode: str, tingkat: str, nama: str, ada: Mapping[str, Butir], tahun: int, isi: Butir
) -> Butir:
    """A line as the list has it; what the list leaves out stays as it was."""
    dasar = ada.get(kode) or {
        "kinerja": "",
        "indikator": "",
        "satuan": "",
        "definisi": "",
        "tahun": tahun,
        "berlaku_sampai": None,
        "pengganti": "",
        "sumber": "",
    }
    terisi = {k: v for k, v in isi.items() if v not in {"", None}}
    return dasar | terisi | {"kode": kode, "tingkat": str(tingkat), "nama": nama}


def _kembar(hasil: Sequence[BarisTerperiksa]) -> None:
    """A code twice with the same words is read once; with other words both are faults."""
    pertama: dict[str, BarisTerperiksa] = {}
    for b in hasil:
        if b.akibat == AkibatBaris.GALAT:
            continue
        kode = b.isi["asal"]["kode_subkegiatan"]
        dulu = pertama.setdefault(kode, b)
        if dulu is b or dulu.isi["asal"]["subkegiatan"] == b.isi["asal"]["subkegiatan"]:
            continue
        for satu, lain in ((dulu, b), (b, dulu)):
            satu.akibat = AkibatBaris.GALAT
            satu.galat.append(
                {
                    "kolom": "kode_subkegiatan",
                    "pesan": _("Kode ini juga ada di baris %s dengan nama lain.") % lain.nomor,
                }
            )


def _dibangun(
    baris: Sequence[BarisTerperiksa], ada: Mapping[str, Nomenklatur], instansi_id: int
) -> Iterator[Kesalahan]:
    """Lines changed since, and new codes that a plan names by now. One query."""
    for b in baris:
        for butir in b.isi["butir"]:
            n = ada.get(butir["kode"])
            if n is None or any(getattr(n, k) != butir[k] for k in ISI):
                yield Kesalahan(butir["kode"], _("Sudah diubah impor sesudahnya."))
    baru = {x["kode"] for b in baris for x in b.isi["butir"] if x["kode"] not in (b.lama or {})}
    for kode in sorted(
        set(
            SimpulVersi.objects.filter(instansi_id=instansi_id, nomenklatur__in=baru).values_list(
                "nomenklatur", flat=True
            )
        )
    ):
        yield Kesalahan(kode, _("Sudah dipakai di dokumen perencanaan."))
