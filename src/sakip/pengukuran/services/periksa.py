"""Checking rows of the table "kinerja": what each says, and what applying it would do."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import AkibatBaris
from sakip.impor.tabel import Baris, Sel
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import JenisPeriode, Periode, Sifat, kode_periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.nilai import NilaiBaru, setara
from sakip.pengukuran.models import KeadaanRealisasi
from sakip.pengukuran.services import tersimpan
from sakip.pengukuran.services.seri import dapat_dihitung, samakan_kata
from sakip.pengukuran.services.tersimpan import KOLOM_CATATAN
from sakip.perencanaan.models import Agregasi, Arah, JenisDokumen, JenisNilai

KOLOM_WAJIB = ("unit", "tahun", "kode_indikator", "indikator", "arah", "target", "realisasi")
KOLOM = (
    "unit",
    "tahun",
    "periode",
    "kode_indikator",
    "indikator",
    "satuan",
    "arah",
    "jenis_nilai",
    "agregasi",
    "target",
    "realisasi",
    *KOLOM_CATATAN,
)
KODE_PERIODE = {
    kode_periode(jenis, nomor): (jenis, nomor)
    for jenis, banyak in (
        (JenisPeriode.TAHUN, 1),
        (JenisPeriode.SEMESTER, 2),
        (JenisPeriode.TRIWULAN, 4),
        (JenisPeriode.BULAN, 12),
    )
    for nomor in range(1, banyak + 1)
}
TAHUN = re.compile(r"[0-9]{4}")
# Taken out once: Django builds the list anew each time it is asked, and tables have many rows.
ARAH, JENIS_NILAI, AGREGASI = Arah.values, JenisNilai.values, Agregasi.values
PANJANG = {"kode_indikator": 160, "satuan": 60, "capaian_tercetak": 40, "rumus_tercetak": 40}


@dataclass(slots=True)
class Rujukan:
    """What rows are checked against, fetched once for the whole table. Five queries."""

    unit: dict[str, UnitTampak]
    periode: dict[tuple[int, str, int], Periode]
    format_angka: str
    sifat: str
    ada: dict[tuple[int, str, int], tersimpan.Tersimpan] = field(default_factory=dict)


def periksa(
    baris: Sequence[Baris], *, lingkup: Lingkup, opsi: dict[str, Any]
) -> list[BarisTerperiksa]:
    """Check all rows; faults stay with their row, so that good rows are still seen."""
    if opsi.get("sifat") == Sifat.TERBIT:
        lingkup.wajib(Tindakan.CATAT_ANGKA_TERBIT)
    rujukan = _rujukan(baris, lingkup, opsi)
    hasil = [_baris(b, rujukan) for b in baris]
    _tandai_kembar(hasil)
    _tolak_yang_terikat(hasil, lingkup.instansi_id, opsi)
    baik = [b for b in hasil if b.akibat != AkibatBaris.GALAT]
    rujukan.ada = tersimpan.ambil(lingkup.instansi_id, map(_kunci, baik))
    samakan_kata(baik, tersimpan.kata(lingkup.instansi_id, map(_kunci, baik)))
    dapat_dihitung(baik, {p.pk: p.selesai for p in rujukan.periode.values()})
    for b in baik:
        if b.akibat != AkibatBaris.GALAT:
            _bandingkan(b, rujukan.ada.get(_kunci(b)))
    return hasil


def _rujukan(baris: Sequence[Baris], lingkup: Lingkup, opsi: dict[str, Any]) -> Rujukan:
    unit: dict[str, UnitTampak] = {}
    for u in organisasi.daftar_unit(lingkup, Tindakan.IMPOR_KINERJA):
        unit[u.slug] = unit[u.kode] = u
    tahun = {int(t) for b in baris if TAHUN.fullmatch(t := b.teks("tahun"))}
    if tahun:
        # The span of the whole table names the document, also when few of its rows are applied.
        opsi.setdefault("tahun_mulai", min(tahun))
        opsi.setdefault("tahun_selesai", max(tahun))
    opsi["format_angka"] = _format(baris, opsi.get("format_angka", "kenali"))
    return Rujukan(
        unit=unit,
        periode={(p.tahun, p.jenis, p.nomor): p for p in Periode.objects.filter(tahun__in=tahun)},
        format_angka=opsi["format_angka"],
        sifat=opsi.get("sifat", Sifat.ASLI),
    )


def _format(baris: Iterable[Baris], pilihan: str) -> str:
    if pilihan in {"id", "en"}:
        return pilihan
    contoh = [
        (b.nomor, sel.teks)
        for b in baris
        for kolom in ("target", "realisasi")
        if (sel := b.sel.get(kolom)) is not None and sel.angka is None
    ]
    try:
        return kaidah.kenali_format(contoh)
    except kaidah.MasukanSalah as sebab:
        raise IsianTidakSah.dari(
            _("Format angka di berkas ini bercampur."), {"berkas": kaidah.terjemah(sebab.kalimat)}
        ) from sebab


def _baris(b: Baris, rujukan: Rujukan) -> BarisTerperiksa:
    galat: list[dict[str, str]] = []

    def salah(kolom: str, pesan: str) -> None:
        galat.append({"kolom": kolom, "pesan": pesan})

    unit = rujukan.unit.get(b.teks("unit"))
    if unit is None:
        salah("unit", _("“%s” bukan unit, atau di luar peran Anda.") % b.teks("unit"))
    periode = _periode(b, rujukan, salah)
    for kolom in ("kode_indikator", "indikator"):
        if not b.teks(kolom):
            salah(kolom, _("Wajib diisi."))
    for kolom, panjang in PANJANG.items():
        if len(b.teks(kolom)) > panjang:
            salah(kolom, _("Paling panjang %s huruf.") % panjang)
    if rujukan.sifat == Sifat.TERBIT and not b.teks("sumber"):
        salah("sumber", _("Angka terbit harus menyebut sumbernya."))
    arah = _pilihan(b, "arah", ARAH, Arah.NAIK_BAIK, salah)
    jenis = _pilihan(b, "jenis_nilai", JENIS_NILAI, JenisNilai.BILANGAN, salah)
    agregasi = _pilihan(b, "agregasi", AGREGASI, Agregasi.TERAKHIR, salah)
    target = _nilai(b, "target", jenis, arah, rujukan, salah)
    realisasi = _nilai(b, "realisasi", jenis, None, rujukan, salah)
    skala = _skala(target, realisasi, jenis, periode, salah)
    return BarisTerperiksa(
        nomor=b.nomor,
        akibat=AkibatBaris.GALAT if galat else AkibatBaris.BARU,
        galat=galat,
        isi={
            "asal": {k: s.teks for k, s in b.sel.items()},
            "angka": [k for k, s in b.sel.items() if s.angka is not None],
            "unit_id": unit.id if unit else None,
            "periode_id": periode.pk if periode else None,
            "tahun": periode.tahun if periode else None,
            "kode": b.teks("kode_indikator"),
            "indikator": {
                "nama": b.teks("indikator"),
                "satuan": b.teks("satuan"),
                "arah": arah,
                "jenis_nilai": jenis,
                "agregasi": agregasi,
                "skala": skala,
            },
            "target": target.ke_data() if target else None,
            "realisasi": realisasi.ke_data() if realisasi else None,
            "catatan": {k: b.teks(k) for k in KOLOM_CATATAN},
        },
    )


def _periode(b: Baris, rujukan: Rujukan, salah: Any) -> Periode | None:
    tahun = b.teks("tahun")
    if not TAHUN.fullmatch(tahun):
        salah("tahun", _("“%s” bukan tahun. Tulis empat angka, mis. 2026.") % tahun[:20])
        return None
    kode = b.teks("periode").lower().replace(" ", "") or "tahun"
    if kode not in KODE_PERIODE:
        salah(
            "periode",
            _("“%s” bukan periode. Pilih tahun, sem1–sem2, tw1–tw4, atau bulan1–bulan12.") % kode,
        )
        return None
    hasil = rujukan.periode.get((int(tahun), *KODE_PERIODE[kode]))
    if hasil is None:
        salah("tahun", _("Tahun %s di luar jangkauan (2000–2060).") % tahun)
    return hasil


def _pilihan(b: Baris, kolom: str, boleh: Sequence[str], bawaan: str, salah: Any) -> str:
    nilai = b.teks(kolom).lower() or bawaan
    if nilai not in boleh:
        salah(
            kolom,
            _("“%(ada)s” tidak dikenal. Pilih: %(boleh)s.")
            % {"ada": nilai, "boleh": ", ".join(boleh)},
        )
        return bawaan
    return nilai


def _nilai(  # noqa: PLR0913, PLR0917
    b: Baris, kolom: str, jenis: str, arah: str | None, rujukan: Rujukan, salah: Any
) -> NilaiBaru | None:
    sel = b.sel.get(kolom, Sel(""))
    try:
        return kaidah.baca_nilai(
            sel.teks, sel.angka, jenis=jenis, arah=arah, format_angka=rujukan.format_angka
        )
    except kaidah.MasukanSalah as sebab:
        salah(kolom, kaidah.terjemah(sebab.kalimat))
        return None


def _skala(
    target: NilaiBaru | None,
    realisasi: NilaiBaru | None,
    jenis: str,
    periode: Periode | None,
    salah: Any,
) -> str:
    kode = [n.kode for n in (target, realisasi) if n is not None and n.kode is not None]
    if jenis != JenisNilai.PREDIKAT or not kode or periode is None:
        return ""
    try:
        return kaidah.cari_skala(kode, periode.selesai)
    except kaidah.MasukanSalah as sebab:
        salah("target", kaidah.terjemah(sebab.kalimat))
        return ""


def _tolak_yang_terikat(
    baris: Sequence[BarisTerperiksa], instansi_id: int, opsi: dict[str, Any]
) -> None:
    """Refuse what a table may not touch: promises ditetapkan, figures on a sheet. Three queries."""
    baik = [b for b in baris if b.akibat != AkibatBaris.GALAT]
    if not baik:
        return
    tahunan = {id(b): (b.isi["unit_id"], b.isi["kode"], b.isi["tahun"]) for b in baik}
    janji = tersimpan.dijanjikan(instansi_id, tahunan.values())
    lembar = tersimpan.di_lembar(instansi_id, map(_kunci, baik))
    tetapan = tersimpan.unit_bertetapan(
        instansi_id,
        {b.isi["unit_id"] for b in baik},
        opsi.get("dokumen_jenis", JenisDokumen.RENSTRA),
        int(opsi["tahun_mulai"]),
        int(opsi["tahun_selesai"]),
    )
    for b in baik:
        pesan = _terikat(
            lembar.get(_kunci(b)), janji.get(tahunan[id(b)]), tetapan.get(b.isi["unit_id"])
        )
        if pesan is not None:
            b.galat.append({"kolom": pesan[0], "pesan": pesan[1]})
            b.akibat = AkibatBaris.GALAT


def _terikat(keadaan: str | None, janji: str | None, tetapan: str | None) -> tuple[str, str] | None:
    if keadaan is not None:
        return "realisasi", _(
            "Angka ini ada di lembar pengukuran (%s); ubah di lembarnya, bukan lewat impor."
        ) % KeadaanRealisasi(keadaan).label
    if janji is not None:
        return "target", _(
            "Indikator ini dijanjikan dalam “%s” yang sudah ditetapkan; realisasinya masuk lewat "
            "lembar pengukuran triwulan."
        ) % janji
    if tetapan is not None:
        return "target", _(
            "“%s” sudah ditetapkan, jadi tidak menerima target baru lewat impor."
        ) % tetapan
    return None


def _kunci(b: BarisTerperiksa) -> tuple[int, str, int]:
    return b.isi["unit_id"], b.isi["kode"], b.isi["periode_id"]


def _tandai_kembar(baris: Sequence[BarisTerperiksa]) -> None:
    """The same indicator and period twice: both lines are named, neither is applied."""
    pertama: dict[tuple[int, str, int], BarisTerperiksa] = {}
    for b in baris:
        if None in _kunci(b) or not b.isi["kode"]:
            continue
        awal = pertama.setdefault(_kunci(b), b)
        if awal is b:
            continue
        for ini, lain in ((b, awal), (awal, b)):
            pesan = _("Indikator dan periode ini juga ada di baris %s.") % lain.nomor
            ini.galat.append({"kolom": "kode_indikator", "pesan": pesan})
            ini.akibat = AkibatBaris.GALAT


def _bandingkan(b: BarisTerperiksa, ada: tersimpan.Tersimpan | None) -> None:
    """Set ``akibat`` and ``lama``: new, changed, or the same as what is stored."""
    if ada is None or ada.keadaan == KeadaanRealisasi.DITARIK:
        b.akibat = AkibatBaris.BARU
        return
    b.lama = ada.ke_data()
    if ada.keadaan not in {KeadaanRealisasi.TERCATAT, KeadaanRealisasi.KONSEP}:
        b.akibat = AkibatBaris.GALAT
        b.galat.append(
            {
                "kolom": "realisasi",
                "pesan": _("Angka ini sedang dalam alur (%s); impor tidak boleh menimpanya.")
                % KeadaanRealisasi(ada.keadaan).label,
            }
        )
        return
    sama = (
        setara(NilaiBaru.dari_data(b.isi["target"]), ada.target)
        and setara(NilaiBaru.dari_data(b.isi["realisasi"]), ada.realisasi)
        and b.isi["indikator"] == ada.indikator
        and b.isi["catatan"] == ada.catatan
    )
    b.akibat = AkibatBaris.SAMA if sama else AkibatBaris.BERUBAH
