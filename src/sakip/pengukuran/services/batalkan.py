"""Taking an applied table back: new values are withdrawn, changed ones get their old one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from sakip.bersama.galat import IsianTidakSah, Kesalahan
from sakip.bersama.salin import ubah
from sakip.impor.jenis import BarisTerperiksa
from sakip.impor.models import BarisImpor, BetsImpor, KeadaanImpor
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Periode
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.models import CapaianMutakhir, KeadaanRealisasi, Realisasi
from sakip.pengukuran.services.proyeksi import Sel, cabut, perbarui
from sakip.pengukuran.services.rencana import (
    KOLOM_TARGET,
    KOLOM_WORDING,
    isi_target,
    isi_wording,
    kata_wording,
)
from sakip.pengukuran.services.terapkan import KOLOM_REALISASI, simpan_komponen
from sakip.perencanaan.models import Indikator, IndikatorVersi, TargetVersi

BOLEH_DITARIK = {KeadaanRealisasi.KONSEP, KeadaanRealisasi.TERCATAT}


@dataclass(frozen=True, slots=True)
class Bekas:
    """What one row left behind, as it stands now."""

    baris: BarisTerperiksa
    jejak: dict[str, Any]
    realisasi: Realisasi
    target: TargetVersi
    wording: IndikatorVersi

    @property
    def lama(self) -> dict[str, Any] | None:
        return self.baris.lama

    def nilai_lama(self, nama: str) -> NilaiBaru | None:
        return NilaiBaru.dari_data((self.lama or {})[nama])


def batalkan(baris: Sequence[BarisTerperiksa], *, bets: BetsImpor, saat: datetime) -> None:
    """Undo every row, or refuse all and name the rows that somebody changed since."""
    bekas = _bekas(baris)
    kesalahan = tuple(_sudah_disentuh(bekas)) or tuple(_arah_dipakai(bekas))
    if kesalahan:
        raise IsianTidakSah(
            _(
                "Impor ini tidak dapat dibatalkan lagi: %s baris sudah diubah sesudahnya. "
                "Batalkan dahulu perubahan yang lebih baru, atau perbaiki angkanya satu per satu."
            )
            % len(kesalahan),
            kesalahan,
        )
    for b in bekas:
        _pulihkan(b)
    ubah(Realisasi, [b.realisasi for b in bekas], KOLOM_REALISASI)
    ubah(TargetVersi, [b.target for b in bekas], KOLOM_TARGET)
    ubah(IndikatorVersi, {b.wording.pk: b.wording for b in bekas}.values(), KOLOM_WORDING)
    _teruskan_jejak(bekas, bets)
    _selaraskan(bekas, bets, saat)


def _bekas(baris: Sequence[BarisTerperiksa]) -> list[Bekas]:
    jejak = []
    for b in baris:
        if b.jejak is None:
            raise ValueError(f"baris {b.nomor} tidak pernah diterapkan")
        jejak.append(b.jejak)
    realisasi = Realisasi.objects.select_for_update().in_bulk([j["realisasi"] for j in jejak])
    target = (
        TargetVersi.objects.select_for_update(of=("self",))
        .select_related("dokumen_versi")
        .in_bulk([j["target"] for j in jejak])
    )
    wording = IndikatorVersi.objects.in_bulk([j["wording"] for j in jejak])
    return [
        Bekas(b, j, realisasi[j["realisasi"]], target[j["target"]], wording[j["wording"]])
        for b, j in zip(baris, jejak, strict=True)
    ]


def _sudah_disentuh(bekas: Sequence[Bekas]) -> Iterator[Kesalahan]:
    for b in bekas:
        kini = (b.realisasi.versi, b.target.versi)
        if kini != (b.jejak["realisasi_versi"], b.jejak["target_versi"]):
            yield _salah(b, _("“%s” sudah diubah sesudah impor ini."))
        elif b.target.dokumen_versi.ditetapkan is not None:
            yield _salah(b, _("Dokumen target “%s” sudah ditetapkan sesudah impor ini."))
        elif b.realisasi.keadaan not in BOLEH_DITARIK or b.realisasi.lembar_id is not None:
            yield _salah(b, _("“%s” sedang dalam alur; angkanya tidak dapat ditarik."))


def _arah_dipakai(bekas: Sequence[Bekas]) -> Iterator[Kesalahan]:
    """A direction that this table turned cannot turn back under figures that came later."""
    berbalik = {
        b.wording.pk: b
        for b in bekas
        if (lama := b.jejak["kata_lama"]) is not None
        and any(lama[k] != b.baris.isi["indikator"][k] for k in ("arah", "jenis_nilai", "skala"))
    }
    for wording in (
        CapaianMutakhir.objects.filter(indikator_versi_id__in=berbalik)
        .exclude(snapshot__realisasi_id__in=[b.realisasi.pk for b in bekas])
        .values_list("indikator_versi_id", flat=True)
        .distinct()
    ):
        yield _salah(berbalik[wording], _("“%s” dipakai angka lain yang datang sesudah impor ini."))


def _salah(b: Bekas, pola: str) -> Kesalahan:
    return Kesalahan(f"{_('baris')} {b.baris.nomor}", pola % b.baris.isi["indikator"]["nama"])


def _pulihkan(b: Bekas) -> None:
    r, t, kata_lama = b.realisasi, b.target, b.jejak["kata_lama"]
    r.revisi += 1
    r.versi += 1
    t.versi += 1
    if kata_lama is not None and kata_wording(b.wording) == b.baris.isi["indikator"]:
        isi_wording(b.wording, kata_lama)
    if b.lama is None:
        r.keadaan = KeadaanRealisasi.DITARIK
        t.ditarik = True
        return
    r.keadaan, r.sifat = b.lama["keadaan"], b.lama["sifat"]
    r.teks = (b.lama["realisasi"] or {}).get("teks", "")
    for kolom, teks in b.lama["catatan"].items():
        setattr(r, kolom, teks)
    isi_target(t, b.nilai_lama("target"))


def _teruskan_jejak(bekas: Sequence[Bekas], bets: BetsImpor) -> None:
    """Let the import that came before be the last one again, so that it can be taken back next."""
    sebelum = {
        (b.realisasi.pk, b.lama["realisasi_versi"], b.target.pk, b.lama["target_versi"]): b
        for b in bekas
        if b.lama is not None
    }
    teruskan = []
    for baris in BarisImpor.objects.filter(
        bets__instansi_id=bets.instansi_id,
        bets__keadaan=KeadaanImpor.DITERAPKAN,
        jejak__realisasi__in=[kunci[0] for kunci in sebelum],
    ).exclude(bets=bets):
        j = baris.jejak or {}
        b = sebelum.get((j["realisasi"], j["realisasi_versi"], j["target"], j["target_versi"]))
        if b is not None:
            baris.jejak = j | {
                "realisasi_versi": b.realisasi.versi,
                "target_versi": b.target.versi,
            }
            teruskan.append(baris)
    ubah(BarisImpor, teruskan, ("jejak",))


def _selaraskan(bekas: Sequence[Bekas], bets: BetsImpor, saat: datetime) -> None:
    pulih = [b for b in bekas if b.lama is not None]
    simpan_komponen([(b.realisasi, b.nilai_lama("realisasi")) for b in pulih])
    periode = Periode.objects.in_bulk({b.realisasi.periode_id for b in pulih})
    perbarui(
        [
            Sel(
                realisasi=b.realisasi,
                versi=b.wording,
                target_versi=b.target,
                periode=periode[b.realisasi.periode_id],
                target=b.nilai_lama("target"),
                nilai=b.nilai_lama("realisasi"),
                lepas=True,
            )
            for b in pulih
        ],
        instansi_id=bets.instansi_id,
        saat=saat,
        pada=organisasi.tanggal_di(bets.instansi, saat),
    )
    cabut([b.realisasi for b in bekas], instansi_id=bets.instansi_id)
    baru = {b.realisasi.indikator_id for b in bekas if b.jejak["indikator_baru"]}
    Indikator.objects.filter(pk__in=baru, mutakhir__isnull=True).update(ditarik=True)
