"""Laying the invented plans: of each unit one document of all years with its tree.

They stay konsep: figures of what was promised may not come by import, and the set is there to be
imported into.

It says of every indicator what the table of figures says of it, where it stands in the tree, and
what is promised for each year. Written by COPY: a regency has 12.000 nodes and 100.000 targets.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any

from sakip.bersama.salin import salin
from sakip.data_uji import rancangan
from sakip.data_uji.baris import BarisUji, target_tahunan
from sakip.data_uji.pohon import SimpulUji, letak_sasaran, pohon_unit
from sakip.data_uji.rancangan import Skala
from sakip.organisasi import selectors
from sakip.organisasi.models import Instansi, Periode, Sifat
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    Dukungan,
    Indikator,
    IndikatorVersi,
    JenisDokumen,
    JenisSimpul,
    Simpul,
    SimpulVersi,
    TargetVersi,
)

DASAR = "Keputusan nomor 000 (contoh)"
_DINILAI = {JenisSimpul.TUJUAN, JenisSimpul.SASARAN}


class PerencanaUji:
    """Lays one plan after the other; the pemda's is the first, the others stand under it."""

    def __init__(self, instansi: Instansi, skala: Skala) -> None:
        self.instansi, self.skala = instansi, skala
        self._sasaran: list[int] = []

    def tata(self, unit_id: int, urutan: int, baris: Sequence[BarisUji]) -> None:
        """The n-th unit's plan; called inside a service, after the unit's figures."""
        versi = self._dokumen(unit_id, urutan)
        daftar = list(pohon_unit(self.skala, urutan))
        simpul = self._simpul(unit_id, urutan, versi, daftar)
        self._indikator(unit_id, versi, daftar, simpul, baris)
        if urutan == 0:
            self._sasaran = [simpul[n] for n in letak_sasaran(daftar)]

    def _dokumen(self, unit_id: int, urutan: int) -> DokumenVersi:
        # It begins a year before the table's own document, beside which it stands.
        mulai, selesai = self.skala.tahun[0] - 1, self.skala.tahun[-1]
        jenis = JenisDokumen.RPJMD if urutan == 0 else JenisDokumen.RENSTRA
        dokumen = DokumenPerencanaan.objects.create(
            instansi=self.instansi,
            unit_id=unit_id,
            jenis=jenis,
            judul=f"{jenis.label} {mulai}–{selesai} (contoh)",
            tahun_mulai=mulai,
            tahun_selesai=selesai,
            sifat=Sifat.CONTOH,
        )
        return DokumenVersi.objects.create(
            instansi=self.instansi,
            dokumen=dokumen,
            nomor=1,
            sifat_versi=DokumenVersi.SifatVersi.MURNI,
            dasar=DASAR,
        )

    def _simpul(
        self, unit_id: int, urutan: int, versi: DokumenVersi, daftar: Sequence[SimpulUji]
    ) -> list[int]:
        """Nodes and what the version says of them; their ids, in the order of the tree."""
        identitas = salin(
            Simpul,
            (
                Simpul(instansi=self.instansi, unit_id=unit_id, kode=s.kode, sifat=Sifat.CONTOH)
                for s in daftar
            ),
        )
        pk = [i.pk for i in identitas]
        atas = self._sasaran[(urutan - 1) % len(self._sasaran)] if self._sasaran else None
        jalur: list[str] = []
        isi = []
        for n, s in enumerate(daftar):
            jalur.append(f"{'' if s.induk is None else jalur[s.induk]}{pk[n]}.")
            isi.append(
                SimpulVersi(
                    instansi=self.instansi,
                    dokumen_versi=versi,
                    simpul_id=pk[n],
                    induk_id=atas if s.induk is None else pk[s.induk],
                    jenis=s.jenis,
                    uraian=s.uraian,
                    nomenklatur=s.nomenklatur,
                    pemilik_id=unit_id,
                    jalur=jalur[n],
                    kedalaman=jalur[n].count(".") - 1,
                    urutan=n,
                )
            )
        salin(SimpulVersi, isi)
        return pk

    def _indikator(
        self,
        unit_id: int,
        versi: DokumenVersi,
        daftar: Sequence[SimpulUji],
        simpul: Sequence[int],
        baris: Sequence[BarisUji],
    ) -> None:
        """Every indicator of the unit at a node, its yearly targets, and what moves it."""
        pk = dict(Indikator.objects.filter(unit_id=unit_id).values_list("kode", "pk"))
        asal = {
            v.indikator_id: v for v in IndikatorVersi.objects.filter(indikator__unit_id=unit_id)
        }
        dasar: dict[str, Any] = {"instansi": self.instansi, "dokumen_versi": versi}
        baru = []
        for n, (kode, indikator) in enumerate(sorted(pk.items())):
            a, letak = asal[indikator], n % len(daftar)
            baru.append(
                IndikatorVersi(
                    **dasar,
                    indikator_id=indikator,
                    simpul_id=simpul[letak],
                    nama=a.nama,
                    satuan=a.satuan,
                    arah=a.arah,
                    jenis_nilai=a.jenis_nilai,
                    agregasi=a.agregasi,
                    skala=a.skala,
                    definisi=f"Definisi operasional {kode} (contoh)" if n % 5 else "",
                    sumber_data=rancangan.SUMBER,
                    iku=daftar[letak].jenis in _DINILAI,
                    frekuensi="triwulan",
                    urutan=n,
                )
            )
        salin(IndikatorVersi, baru)
        salin(TargetVersi, self._target(unit_id, pk, dasar, baris))
        gerak = [n for n, s in enumerate(daftar) if s.jenis == JenisSimpul.SUBKEGIATAN and n % 10]
        salin(
            Dukungan,
            (
                Dukungan(
                    **dasar, simpul_id=simpul[n], indikator_id=baru[n % len(baru)].indikator_id
                )
                for n in gerak
            ),
        )

    @staticmethod
    def _target(
        unit_id: int, pk: dict[str, int], dasar: dict[str, Any], baris: Sequence[BarisUji]
    ) -> Iterator[TargetVersi]:
        for kode, tahun, nilai in target_tahunan(baris):
            yield TargetVersi(
                **dasar,
                indikator_id=pk[kode],
                unit_id=unit_id,
                periode=_setahun(tahun),
                nilai=nilai.nilai,
                penyebut=nilai.penyebut,
                batas_bawah=nilai.batas_bawah,
                batas_atas=nilai.batas_atas,
                kode=nilai.kode,
                teks=nilai.teks,
            )


@lru_cache(maxsize=64)
def _setahun(tahun: int) -> Periode:
    return selectors.periode(tahun)
