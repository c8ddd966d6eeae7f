"""Checks of a table that look at more than one row: what the rows of one indicator say together."""

from collections.abc import Mapping, Sequence
from datetime import date

from django.utils.translation import gettext as _

from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import AkibatBaris
from sakip.pengukuran import kaidah
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.services.tersimpan import Kata
from sakip.perencanaan.models import JenisNilai

Seri = tuple[int, str]  # unit id, code of the indicator


def samakan_kata(baris: Sequence[BarisTerperiksa], tersimpan: Mapping[Seri, list[Kata]]) -> None:
    """Give all rows of one indicator one wording: that of its latest year in this table."""
    seri: dict[Seri, list[BarisTerperiksa]] = {}
    for b in baris:
        seri.setdefault((b.isi["unit_id"], b.isi["kode"]), []).append(b)
    for kunci, semua in seri.items():
        ada = tersimpan.get(kunci, [])
        _satu_arah(semua)
        _kata_terakhir(semua, ada)
        _tidak_membalik_yang_tersimpan(semua, ada)


def _satu_arah(semua: Sequence[BarisTerperiksa]) -> None:
    awal = semua[0].isi["indikator"]
    for b in semua[1:]:
        for kolom in ("arah", "jenis_nilai"):
            if b.isi["indikator"][kolom] != awal[kolom]:
                pesan = _("Berbeda dari baris %s, padahal indikatornya sama.")
                _salahkan(b, kolom, pesan % semua[0].nomor)


def _kata_terakhir(semua: Sequence[BarisTerperiksa], ada: Sequence[Kata]) -> None:
    kata: dict[str, str] = {}
    for b in sorted(semua, key=lambda b: b.isi["tahun"]):
        kata = b.isi["indikator"] | {"skala": b.isi["indikator"]["skala"] or kata.get("skala", "")}
    if kata["jenis_nilai"] == JenisNilai.PREDIKAT and not kata["skala"]:
        kata["skala"] = next((k.skala for k in ada), "")
    for b in semua:
        b.isi["indikator"] = kata


def _tidak_membalik_yang_tersimpan(semua: Sequence[BarisTerperiksa], ada: Sequence[Kata]) -> None:
    """Stored figures that this table leaves alone would keep the capaian of the other direction."""
    kata, disertakan = semua[0].isi["indikator"], {b.isi["periode_id"] for b in semua}
    lain = [
        k
        for k in ada
        if k.periode_id not in disertakan
        and (
            (k.arah, k.jenis_nilai) != (kata["arah"], kata["jenis_nilai"])
            or (k.skala and k.skala != kata["skala"])
        )
    ]
    for b in semua if lain else ():
        pesan = _(
            "Tersimpan sebagai %(arah)s (%(jenis)s). Untuk mengubahnya, sertakan semua tahun "
            "dan periode indikator ini."
        )
        _salahkan(b, "arah", pesan % {"arah": lain[0].arah, "jenis": lain[0].jenis_nilai})


def dapat_dihitung(baris: Sequence[BarisTerperiksa], akhir: Mapping[int, date]) -> None:
    """Try each row on the rules, so that a table which may be applied never fails at it.

    ``akhir`` is the last day of each period, by id.
    """
    sudah: set[object] = set()
    for b in baris:
        kata = b.isi["indikator"]
        target, realisasi = (NilaiBaru.dari_data(b.isi[k]) for k in ("target", "realisasi"))
        # Whether a row can be computed depends on what kinds of values meet, not on their size, and
        # not on the policies of the instansi, which only choose what a figure becomes.
        jenis = (
            b.isi["periode_id"],
            kata["arah"],
            kata["jenis_nilai"],
            kata["skala"],
            _bentuk(target),
            _bentuk(realisasi),
        )
        if jenis in sudah:
            continue
        pesan = _pesan_hitung(target, realisasi, kata, akhir[b.isi["periode_id"]])
        if pesan is None:
            sudah.add(jenis)
        else:
            _salahkan(b, *pesan)


def _bentuk(n: NilaiBaru | None) -> object:
    if n is None:
        return None
    return n.nilai is None, n.penyebut is None, n.batas_bawah is None, n.kode


def _pesan_hitung(
    target: NilaiBaru | None, realisasi: NilaiBaru | None, kata: Mapping[str, str], pada: date
) -> tuple[str, str] | None:
    try:
        kaidah.hitung(
            target,
            realisasi,
            arah=kata["arah"],
            jenis=kata["jenis_nilai"],
            skala_id=kata["skala"],
            pada=pada,
            kaidah=kaidah.kaidah_untuk(pada, None),
            jatuh_tempo=True,
        )
    except kaidah.KaidahBelumBerlaku:
        return "tahun", _("Belum ada kaidah capaian yang berlaku pada tahun itu.")
    except kaidah.MasukanSalah as sebab:
        return "target", kaidah.terjemah(sebab.kalimat)
    return None


def _salahkan(b: BarisTerperiksa, kolom: str, pesan: str) -> None:
    b.galat.append({"kolom": kolom, "pesan": pesan})
    b.akibat = AkibatBaris.GALAT
