"""Taking an applied table back: new values are withdrawn, changed ones get their old one."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, Kesalahan
from sakip.bersama.salin import ubah
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BetsImpor
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Periode
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.models import KeadaanRealisasi, Realisasi
from sakip.pengukuran.services.proyeksi import Sel, cabut, perbarui
from sakip.pengukuran.services.terapkan import (
    KOLOM_REALISASI,
    KOLOM_TARGET,
    KOLOM_WORDING,
    isi_target,
    simpan_komponen,
)
from sakip.perencanaan.models import Indikator, IndikatorVersi, TargetVersi


def batalkan(baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, saat: datetime) -> None:
    """Undo every row, or refuse all and name the rows that somebody changed since."""
    jejak = [_jejak(b) for b in baris]
    realisasi = Realisasi.objects.select_for_update().in_bulk([j["realisasi"] for j in jejak])
    target = TargetVersi.objects.select_for_update().in_bulk([j["target"] for j in jejak])
    _belum_disentuh(baris, realisasi, target)
    sel = []
    versi = IndikatorVersi.objects.in_bulk([j["wording"] for j in jejak])
    for b, j in zip(baris, jejak, strict=True):
        r, t, v = realisasi[j["realisasi"]], target[j["target"]], versi[j["wording"]]
        r.revisi += 1
        r.versi += 1
        t.versi += 1
        _pulihkan(b.lama, r, t, v)
        sel.append((b, r, t, v))
    ubah(Realisasi, realisasi.values(), KOLOM_REALISASI)
    ubah(TargetVersi, target.values(), KOLOM_TARGET)
    ubah(IndikatorVersi, versi.values(), KOLOM_WORDING)
    _selaraskan(sel, bets, saat)


def _jejak(b: BarisTerperiksa) -> dict[str, Any]:
    if b.jejak is None:
        raise ValueError(f"baris {b.nomor} tidak pernah diterapkan")
    return b.jejak


def _belum_disentuh(
    baris: Sequence[BarisTerperiksa],
    realisasi: dict[int, Realisasi],
    target: dict[int, TargetVersi],
) -> None:
    kesalahan = tuple(
        Kesalahan(
            f"{_('baris')} {b.nomor}",
            _("“%s” sudah diubah sesudah impor ini.") % b.isi["indikator"]["nama"],
        )
        for b in baris
        if realisasi[_jejak(b)["realisasi"]].revisi != _jejak(b)["revisi"]
        or target[_jejak(b)["target"]].versi != _jejak(b)["target_versi"]
    )
    if kesalahan:
        raise IsianTidakSah(
            _(
                "Impor ini tidak dapat dibatalkan lagi: %s baris sudah diubah sesudahnya. "
                "Batalkan dahulu perubahan yang lebih baru, atau perbaiki angkanya satu per satu."
            )
            % len(kesalahan),
            kesalahan,
        )


def _pulihkan(lama: dict[str, Any] | None, r: Realisasi, t: TargetVersi, v: IndikatorVersi) -> None:
    if lama is None:
        r.keadaan = KeadaanRealisasi.DITARIK
        t.ditarik = True
        return
    r.keadaan = lama["keadaan"]
    r.teks = (lama["realisasi"] or {}).get("teks", "")
    for kolom, teks in lama["catatan"].items():
        setattr(r, kolom, teks)
    isi_target(t, NilaiBaru.dari_data(lama["target"]))
    for kolom, teks in lama["indikator"].items():
        setattr(v, kolom, teks)


def _selaraskan(
    sel: Sequence[tuple[BarisTerperiksa, Realisasi, TargetVersi, IndikatorVersi]],
    bets: BetsImpor,
    saat: datetime,
) -> None:
    pulih = [(b, r, t, v) for b, r, t, v in sel if b.lama is not None]
    nilai = {b.nomor: NilaiBaru.dari_data((b.lama or {})["realisasi"]) for b, *_sisa in pulih}
    simpan_komponen([(r, nilai[b.nomor]) for b, r, _t, _v in pulih])
    periode = Periode.objects.in_bulk({r.periode_id for _b, r, _t, _v in pulih})
    perbarui(
        [
            Sel(
                r,
                v,
                t,
                periode[r.periode_id],
                NilaiBaru.dari_data((b.lama or {})["target"]),
                nilai[b.nomor],
            )
            for b, r, t, v in pulih
        ],
        instansi_id=bets.instansi_id,
        saat=saat,
        pada=organisasi.tanggal_di(bets.instansi, saat),
    )
    cabut([r for _b, r, _t, _v in sel], instansi_id=bets.instansi_id)
    baru = {r.indikator_id for b, r, _t, _v in sel if (b.jejak or {})["indikator_baru"]}
    Indikator.objects.filter(pk__in=baru, mutakhir__isnull=True).update(ditarik=True)
