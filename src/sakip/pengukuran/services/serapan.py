"""The table "serapan": money spent from January on, by line of the budget in force."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
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
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Periode, Sifat, kode_periode
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.pengukuran.models import Serapan
from sakip.perencanaan.models import RincianAnggaran
from sakip.perencanaan.services.baca_anggaran import (
    TAHUN,
    baca_rupiah,
    format_tabel,
    sebut_rupiah,
    tingkat,
)

KOLOM = ("unit", "tahun", "periode", "kode", "rupiah")
Kunci = tuple[int, int, str]  # unit, period, code


@dataclass(slots=True)
class Rujukan:
    """What rows are checked against. Four queries for the whole table."""

    unit: dict[str, UnitTampak]
    periode: dict[tuple[int, str], Periode]
    format_angka: str
    pagu: dict[tuple[int, int, str], Decimal] = field(default_factory=dict)
    ada: dict[Kunci, Serapan] = field(default_factory=dict)


class ImporSerapan:
    """Realisasi anggaran as the treasurer's system exports it, cumulative."""

    kode = "serapan"
    judul = gettext_lazy("Realisasi anggaran (kumulatif)")
    izin = Tindakan.IMPOR_ANGGARAN
    kolom_wajib = KOLOM
    kolom = KOLOM
    kolom_judul = ("kode",)
    kolom_tampak = ("unit", "tahun", "periode", "rupiah")
    kolom_angka = ("tahun", "rupiah")

    def periksa(
        self, baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
    ) -> list[BarisTerperiksa]:
        """Check all rows against the budget in force; faults stay with their row."""
        opsi["format_angka"] = format_tabel(baris, opsi, ("rupiah",))
        rujukan = _rujukan(baris, lingkup, opsi["format_angka"])
        hasil = [_baris(b, rujukan) for b in baris]
        _ambil(hasil, rujukan)
        pertama: dict[Kunci, BarisTerperiksa] = {}
        for b in hasil:
            if b.akibat != AkibatBaris.GALAT:
                _nilai(b, rujukan, pertama)
        return hasil

    def terapkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Write the amounts; what stood there goes into the history."""
        del oleh, saat
        ada = _tersimpan(baris)
        sifat = bets.opsi.get("sifat", Sifat.ASLI)
        semua, baru, berubah = [], [], []
        for b in baris:
            s = ada.get(_kunci(b))
            if s is None:
                s = Serapan(
                    instansi_id=bets.instansi_id,
                    unit_id=b.isi["unit_id"],
                    periode_id=b.isi["periode_id"],
                    kode=b.isi["kode"],
                )
                baru.append(s)
            else:
                s.versi += 1
                berubah.append(s)
            s.rupiah, s.sifat = Decimal(b.isi["rupiah"]), sifat
            semua.append(s)
        salin(Serapan, baru)
        ubah(Serapan, berubah, ("rupiah", "sifat", "versi"))
        for b, s in zip(baris, semua, strict=True):
            b.jejak = {"serapan": s.pk, "serapan_versi": s.versi}
        naikkan_versi_data([(b.isi["unit_id"], b.isi["tahun"]) for b in baris])

    def batalkan(
        self, baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, oleh: Pelaku, saat: datetime
    ) -> None:
        """Give changed amounts their old value and take new ones away; refused when built on."""
        del bets, oleh, saat
        ada = {s.pk: s for s in Serapan.objects.select_for_update().filter(pk__in=_jejak(baris))}
        kesalahan = tuple(_disentuh(baris, ada))
        if kesalahan:
            raise IsianTidakSah(
                _("Realisasi anggaran ini tidak dapat dibatalkan: sudah diubah sesudahnya."),
                kesalahan,
            )
        pulih, pergi = [], []
        for b in baris:
            s = ada[(b.jejak or {})["serapan"]]
            if b.lama is None:
                pergi.append(s.pk)
                continue
            s.rupiah, s.sifat = Decimal(b.lama["rupiah"]), b.lama["sifat"]
            s.versi += 1
            pulih.append(s)
        ubah(Serapan, pulih, ("rupiah", "sifat", "versi"))
        Serapan.objects.filter(pk__in=pergi).delete()
        naikkan_versi_data([(b.isi["unit_id"], b.isi["tahun"]) for b in baris])


def _rujukan(baris: Sequence[Baris], lingkup: Lingkup, format_angka: str) -> Rujukan:
    unit: dict[str, UnitTampak] = {}
    for u in organisasi.daftar_unit(lingkup, Tindakan.IMPOR_ANGGARAN):
        unit[u.slug] = unit[u.kode] = u
    tahun = {int(t) for b in baris if TAHUN.fullmatch(t := b.teks("tahun"))}
    return Rujukan(
        unit=unit,
        periode={
            (p.tahun, kode_periode(p.jenis, p.nomor)): p
            for p in Periode.objects.filter(tahun__in=tahun)
        },
        format_angka=format_angka,
    )


def _baris(b: Baris, ada: Rujukan) -> BarisTerperiksa:
    galat: list[dict[str, str]] = []

    def salah(kolom: str, pesan: str) -> None:
        galat.append({"kolom": kolom, "pesan": pesan})

    unit = ada.unit.get(b.teks("unit"))
    if unit is None:
        salah("unit", _("“%s” bukan unit, atau di luar peran Anda.") % b.teks("unit"))
    periode = None
    if not TAHUN.fullmatch(b.teks("tahun")):
        salah("tahun", _("“%s” bukan tahun. Tulis empat angka, mis. 2026.") % b.teks("tahun")[:20])
    else:
        kode = b.teks("periode").lower().replace(" ", "") or "tahun"
        periode = ada.periode.get((int(b.teks("tahun")), kode))
        if periode is None:
            salah(
                "periode",
                _("“%s” bukan periode. Pilih tahun, sem1–sem2, tw1–tw4, atau bulan1–bulan12.")
                % kode[:20],
            )
    if tingkat(b.teks("kode")) is None:
        salah(
            "kode",
            _("“%s” bukan kode. Tulis seperti 7.01.02, 7.01.02.2.01, atau 7.01.02.2.01.0001.")
            % b.teks("kode"),
        )
    rupiah = baca_rupiah(b, ada.format_angka, salah)
    return BarisTerperiksa(
        nomor=b.nomor,
        akibat=AkibatBaris.GALAT if galat else AkibatBaris.BARU,
        galat=galat,
        isi={
            "asal": {k: s.teks for k, s in b.sel.items()},
            "angka": [k for k, s in b.sel.items() if s.angka is not None],
            "unit_id": unit.id if unit else None,
            "tahun": periode.tahun if periode else None,
            "periode_id": periode.pk if periode else None,
            "kode": b.teks("kode"),
            "rupiah": None if rupiah is None else format(rupiah, "f"),
        },
    )


def _kunci(b: BarisTerperiksa) -> Kunci:
    return b.isi["unit_id"], b.isi["periode_id"], b.isi["kode"]


def _tersimpan(baris: Sequence[BarisTerperiksa]) -> dict[Kunci, Serapan]:
    return {
        (s.unit_id, s.periode_id, s.kode): s
        for s in Serapan.objects.filter(
            unit_id__in={b.isi["unit_id"] for b in baris} - {None},
            periode_id__in={b.isi["periode_id"] for b in baris} - {None},
        )
    }


def _ambil(hasil: Sequence[BarisTerperiksa], ada: Rujukan) -> None:
    """Lines of the budgets in force, and amounts that are there. Two queries."""
    ada.ada = _tersimpan(hasil)
    # In the order of the documents: the last one of a year has the last word.
    terakhir: dict[tuple[int, int], int] = {}
    baris = (
        RincianAnggaran.objects.filter(
            anggaran__unit_id__in={b.isi["unit_id"] for b in hasil} - {None},
            anggaran__tahun__in={b.isi["tahun"] for b in hasil} - {None},
            anggaran__ditarik=False,
        )
        .order_by("-anggaran__nomor")
        .values_list("anggaran__unit_id", "anggaran__tahun", "anggaran__nomor", "kode", "rupiah")
    )
    for unit, tahun, nomor, kode, rupiah in baris:
        if terakhir.setdefault((unit, tahun), nomor) == nomor:
            ada.pagu[unit, tahun, kode] = rupiah


def _nilai(b: BarisTerperiksa, ada: Rujukan, pertama: dict[Kunci, BarisTerperiksa]) -> None:
    kembar = pertama.setdefault(_kunci(b), b)
    if kembar is not b:
        _salahkan(b, "kode", _("Kode dan periode ini juga ada di baris %s.") % kembar.nomor)
        return
    pagu = ada.pagu.get((b.isi["unit_id"], b.isi["tahun"], b.isi["kode"]))
    if pagu is None:
        _salahkan(b, "kode", _("Kode ini tidak ada pada anggaran %s unit itu.") % b.isi["tahun"])
        return
    rupiah = Decimal(b.isi["rupiah"])
    if rupiah > pagu:
        _salahkan(b, "rupiah", _("Melebihi pagunya (%s).") % sebut_rupiah(pagu))
        return
    s = ada.ada.get(_kunci(b))
    if s is None:
        return
    b.lama = {"rupiah": format(s.rupiah, "f"), "sifat": s.sifat, "versi": s.versi}
    b.akibat = AkibatBaris.SAMA if s.rupiah == rupiah else AkibatBaris.BERUBAH


def _salahkan(b: BarisTerperiksa, kolom: str, pesan: str) -> None:
    b.galat.append({"kolom": kolom, "pesan": pesan})
    b.akibat = AkibatBaris.GALAT


def _jejak(baris: Sequence[BarisTerperiksa]) -> set[int]:
    return {b.jejak["serapan"] for b in baris if b.jejak}


def _disentuh(baris: Sequence[BarisTerperiksa], ada: dict[int, Serapan]) -> Iterator[Kesalahan]:
    for b in baris:
        jejak = b.jejak or {}
        s = ada.get(jejak["serapan"])
        if s is None or s.versi != jejak["serapan_versi"]:
            yield Kesalahan(f"{_('baris')} {b.nomor}", _("%s sudah diubah.") % b.isi["kode"])
