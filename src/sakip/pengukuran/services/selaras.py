"""One entered figure and all that follows from it: its period, its year, the indices it is part of.

Called inside a service, in the same transaction as the figure itself.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext as _

from sakip.organisasi.models import JenisPeriode, Periode
from sakip.pengukuran.kaidah import KaidahCapaian
from sakip.pengukuran.kaidah.periode import (
    KOSONG,
    Terukur,
    nilai_komposit,
    nilai_periode,
    nilai_tahun,
)
from sakip.pengukuran.models import (
    KEADAAN_TERBUKA,
    CapaianMutakhir,
    KeadaanRealisasi,
    Realisasi,
)
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.pengukuran.services.proyeksi import Sel, kaidah_menurut_akhir, perbarui
from sakip.pengukuran.services.tersimpan import nilai_target
from sakip.perencanaan.models import Agregasi, Frekuensi

KOLOM_ISIAN = [
    "revisi",
    "versi",
    "keadaan",
    "teks",
    "alasan_kosong",
    "golongan_sebab",
    "penyebab",
    "solusi",
    "faktor",
    "jawaban_mirip",
    "lembar",
    "sifat",
]


def sebut_periode(p: Periode) -> str:
    """A period inside an explanation."""
    pola = {
        JenisPeriode.TRIWULAN: _("Triwulan %s"),
        JenisPeriode.SEMESTER: _("Semester %s"),
        JenisPeriode.BULAN: _("Bulan %s"),
    }.get(JenisPeriode(p.jenis))
    return pola % p.nomor if pola else str(p.tahun)


class Selaras:
    """Computes what follows from changes in a unit's year, then writes it once."""

    def __init__(self, t: TahunUnit, *, instansi_id: int, saat: datetime, pada: date) -> None:
        self.t = t
        self.instansi_id = instansi_id
        self.saat = saat
        self.pada = pada
        self.kaidah: Mapping[date, KaidahCapaian] = kaidah_menurut_akhir(
            instansi_id, {p.selesai for p in t.kalender.semua}
        )
        self._tahunan: dict[str, Terukur] = {}

    def setelah(
        self,
        berubah: Iterable[tuple[Butir, Periode]],
        tulis: Callable[[], None] = lambda: None,
        serta: Sequence[Realisasi] = (),
    ) -> list[CapaianMutakhir]:
        """Bring everything in step after these cells changed; the rows of the cells come first.

        Writes the measurements of the cells and of the years that follow from them, then calls
        ``tulis`` for what hangs on them, then the read models. ``serta``: months of these cells,
        which are written with them and judged only through them.
        """
        daftar = list(berubah)
        sel = [s for b, p in daftar for s in self._sel_periode(b, p)]
        turunan = [b for b in {b.kode: b for b, _p in daftar}.values() if self._diturunkan(b)]
        turunan += self.t.terkait(b.kode for b, _p in daftar)
        tahunan, simpan = self._sel_tahun(turunan)
        simpan_realisasi([b.realisasi[p.pk] for b, p in daftar] + [*serta, *simpan])
        tulis()
        return perbarui(
            [*sel, *tahunan],
            instansi_id=self.instansi_id,
            saat=self.saat,
            pada=self.pada,
            pilihan=self.kaidah,
        )

    def terukur(self, b: Butir, p: Periode) -> Terukur:
        """What counts for one period of one indicator, as it stands now."""
        if p.jenis == JenisPeriode.TAHUN:
            return self._setahun(b)
        deret = self.t.kalender.periode(b.versi.frekuensi)
        t = nilai_periode(
            b.ukuran,
            [b.isi.get(satu.pk) for satu in deret],
            deret.index(p),
            nama=[sebut_periode(satu) for satu in deret],
            pada=p.selesai,
            kaidah=self.kaidah[p.selesai],
        )
        if not b.bulanan or t.nilai is None:
            return t
        bulan = self.dari_bulan(b, p)
        return replace(t, jejak=(*bulan.jejak, *t.jejak), sementara=bulan.sementara or t.sementara)

    def dari_bulan(self, b: Butir, triwulan: Periode) -> Terukur:
        """A quarter's own value as its months make it, by the indicator's way of adding."""
        return self._dari(b, self.t.kalender.bulan_dari(triwulan), triwulan)

    def _sel_periode(self, b: Butir, p: Periode) -> Iterator[Sel]:
        """The cell itself, and later ones of the year that add it up."""
        deret: Sequence[Periode] = self.t.kalender.periode(b.versi.frekuensi)
        kena = [p]
        if b.ukuran.agregasi == Agregasi.RASIO_KUMULATIF:
            kena += [
                q
                for q in deret[deret.index(p) + 1 :]
                if q.pk in b.isi and b.realisasi[q.pk].keadaan != KeadaanRealisasi.TERKUNCI
            ]
        for q in kena:
            yield self._sel(b, q, b.realisasi[q.pk], self.terukur(b, q))

    def _sel(self, b: Butir, p: Periode, r: Realisasi, t: Terukur) -> Sel:
        target = b.target_untuk(p.pk)
        return Sel(
            realisasi=r,
            versi=b.versi,
            target_versi=target,
            periode=p,
            target=nilai_target(target),
            nilai=t.nilai,
            asal=t.jejak,
            keliru=t.keliru,
            sementara=t.sementara,
            ditunda=bool(r.alasan_kosong),
        )

    def _diturunkan(self, b: Butir) -> bool:
        return b.versi.frekuensi != Frekuensi.TAHUNAN or b.komposit

    def _setahun(self, b: Butir) -> Terukur:
        if b.kode not in self._tahunan:
            self._tahunan[b.kode] = self._hitung_setahun(b)
        return self._tahunan[b.kode]

    def _hitung_setahun(self, b: Butir) -> Terukur:
        p = self.t.kalender.setahun
        kaidah = self.kaidah[p.selesai]
        if b.komposit:
            bagian = {
                kode: self._setahun(self.t.butir[kode])
                for kode, _bobot in b.ukuran.bobot
                if kode in self.t.butir and not self.t.butir[kode].komposit
            }
            return nilai_komposit(b.ukuran, bagian, kaidah=kaidah)
        if b.versi.frekuensi == Frekuensi.TAHUNAN:
            isi = b.isi.get(p.pk)
            return KOSONG if isi is None else Terukur(isi.nilai)
        kalender = self.t.kalender
        return self._dari(
            b, kalender.bulan if b.bulanan else kalender.periode(b.versi.frekuensi), p
        )

    def _dari(self, b: Butir, deret: Sequence[Periode], p: Periode) -> Terukur:
        return nilai_tahun(
            b.ukuran,
            [b.isi.get(q.pk) for q in deret],
            nama=[sebut_periode(q) for q in deret],
            jatuh_tempo=[q.selesai < self.pada or q.pk in b.isi for q in deret],
            pada=p.selesai,
            kaidah=self.kaidah[p.selesai],
        )

    def _sel_tahun(self, daftar: Sequence[Butir]) -> tuple[list[Sel], list[Realisasi]]:
        """Year rows, and those to write: *konsep* until nothing more is to come into them."""
        setahun = self.t.kalender.setahun
        hasil, simpan = [], []
        for b in daftar:
            t = self._setahun(b)
            r = b.realisasi.get(setahun.pk)
            if r is None and t.nilai is None:
                continue
            lepas = r is not None and r.keadaan in KEADAAN_TERBUKA
            if r is None:
                r = b.realisasi[setahun.pk] = Realisasi(
                    instansi_id=self.instansi_id,
                    indikator_id=b.versi.indikator_id,
                    unit_id=self.t.unit_id,
                    periode=setahun,
                    sifat=b.versi.indikator.sifat,
                )
            elif r.teks != _teks(t):
                r.revisi += 1
            if r.pk is None or (r.teks, r.keadaan) != (_teks(t), self._keadaan_tahun(b, t)):
                r.versi += 1 if r.pk else 0
                r.teks, r.keadaan = _teks(t), self._keadaan_tahun(b, t)
                simpan.append(r)
            hasil.append(replace(self._sel(b, setahun, r, t), lepas=lepas))
        return hasil, simpan

    def _keadaan_tahun(self, b: Butir, t: Terukur) -> str:
        """While more is to come a year is a draft; then it stands where its last period stands."""
        if t.sementara or t.nilai is None:
            return KeadaanRealisasi.KONSEP
        if b.komposit:
            bagian = [self.t.butir[k] for k, _bobot in b.ukuran.bobot if k in self.t.butir]
            return min(
                (self._keadaan_akhir(x) for x in bagian), key=_jauh, default=KeadaanRealisasi.KONSEP
            )
        return self._keadaan_akhir(b)

    def _keadaan_akhir(self, b: Butir) -> str:
        akhir = b.realisasi.get(self.t.kalender.periode(b.versi.frekuensi)[-1].pk)
        return akhir.keadaan if akhir else KeadaanRealisasi.KONSEP


def _teks(t: Terukur) -> str:
    return "" if t.nilai is None else t.nilai.teks


_URUTAN = (
    KeadaanRealisasi.KONSEP,
    KeadaanRealisasi.DIKEMBALIKAN,
    KeadaanRealisasi.DIAJUKAN,
    KeadaanRealisasi.DIVERIFIKASI,
    KeadaanRealisasi.DISETUJUI,
    KeadaanRealisasi.DITELAAH,
    KeadaanRealisasi.TERKUNCI,
    KeadaanRealisasi.TERCATAT,
    KeadaanRealisasi.DITARIK,
)


def _jauh(keadaan: str) -> int:
    return _URUTAN.index(KeadaanRealisasi(keadaan))


def simpan_realisasi(daftar: Sequence[Realisasi]) -> None:
    """Insert new measurements, write those that are there. At most two statements."""
    for baru in (True, False):
        bagian = [r for r in daftar if (r.pk is None) is baru]
        if bagian:
            Realisasi.objects.bulk_create(
                bagian,
                update_conflicts=True,
                unique_fields=["indikator", "unit", "periode"],
                update_fields=KOLOM_ISIAN,
            )
