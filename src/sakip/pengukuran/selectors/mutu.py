"""What the rules ask about the figures of a sheet, what was answered, and what stands behind them.

Findings are reckoned when read and never stored: the same figures, evidence and rules give the same
findings to everybody. Plain things and their reads; pages and services see the same.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Final

from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.organisasi.models import Periode
from sakip.pengukuran.kaidah import mutu as kaidah
from sakip.pengukuran.models import (
    BuktiRealisasi,
    LembarPengukuran,
    Realisasi,
)
from sakip.pengukuran.selectors.mutu_baca import Catatan, Deret, Jawaban, sebut
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit

URAIAN: Final = ("alasan_kosong", "golongan_sebab", "penyebab", "solusi", "faktor", "jawaban_mirip")


@dataclass(frozen=True, slots=True)
class TemuanTampak:
    """One finding as people read it; ``objek`` empty: about the sheet as a whole."""

    objek: str
    kaidah: str
    sidik: str
    lencana: str
    kalimat: str
    asli: str  # the same in Indonesian, as it is kept with an answer
    perbaikan: str
    berat: bool
    jawaban: Jawaban | None = None


@dataclass(frozen=True, slots=True)
class MutuLembar:
    """All that the rules and lights say of one sheet."""

    temuan: tuple[TemuanTampak, ...] = ()
    tanpa_bukti: tuple[Butir, ...] = ()
    aksi: bool = False
    wajib_bukti: bool = True
    wajib_aksi: bool = True
    catatan: Catatan = field(default_factory=Catatan)

    @property
    def belum_dijawab(self) -> list[TemuanTampak]:
        return [t for t in self.temuan if t.jawaban is None]

    @property
    def lembar(self) -> list[TemuanTampak]:
        """Findings about the sheet as a whole."""
        return [t for t in self.temuan if not t.objek]

    @property
    def berperingatan(self) -> frozenset[str]:
        """Codes of indicators with a finding, answered or not."""
        return frozenset(t.objek for t in self.temuan if t.objek)

    def milik(self, kode: str) -> list[TemuanTampak]:
        return [t for t in self.temuan if t.objek == kode]


def angka_lembar(
    t: TahunUnit, lembar: LembarPengukuran
) -> Iterator[tuple[Butir, Periode, Realisasi]]:
    """What was entered on a sheet, with its period: what is due, and a year that came early."""
    for b, tempo in t.baris(lembar.periode.nomor):
        p = tempo or t.kalender.setahun
        r = b.realisasi.get(p.pk)
        if r is not None and r.lembar_id == lembar.pk and not b.komposit:
            yield b, p, r


def sidik_angka(r: Realisasi) -> str:
    """What a mark is tied to."""
    return kaidah.sidik_angka(r.teks, *(getattr(r, nama) for nama in URAIAN))


def bukti_sah(satu: BuktiRealisasi) -> bool:
    """Whether evidence counts: what was withdrawn does not."""
    return not satu.bukti.ditarik


def susun_mutu(  # noqa: PLR0913, PLR0917
    t: TahunUnit,
    lembar: LembarPengukuran,
    catatan: Catatan,
    deret: Deret,
    bukti: Mapping[int, Sequence[BuktiRealisasi]],
    capaian: Mapping[tuple[int, int], Decimal | None],
    dilaporkan: date,
) -> MutuLembar:
    """Findings and lights from what was read. No query."""
    satu = kaidah.aturan(lembar.periode.selesai, catatan.pilihan)
    baris = list(angka_lembar(t, lembar))
    if satu is None:
        return MutuLembar(aksi=t.aksi, wajib_bukti=False, wajib_aksi=False, catatan=catatan)
    angka = [
        _diperiksa(t, b, p, deret, bukti.get(r.pk, ()), capaian, dilaporkan)
        for b, p, r in baris
        if p.pk in b.isi
    ]
    return MutuLembar(
        temuan=tuple(_tampak(x, catatan) for x in kaidah.periksa(angka, satu)),
        tanpa_bukti=tuple(
            b
            for b, p, r in baris
            if p.pk in b.isi
            and b.versi.indikator_id not in catatan.berdaftar
            and not any(bukti_sah(x) for x in bukti.get(r.pk, ()))
        ),
        aksi=t.aksi,
        wajib_bukti=kaidah.wajib(satu.bukti),
        wajib_aksi=kaidah.wajib(satu.rencana_aksi),
        catatan=catatan,
    )


def _diperiksa(  # noqa: PLR0913, PLR0917
    t: TahunUnit,
    b: Butir,
    p: Periode,
    deret: Deret,
    bukti: Iterable[BuktiRealisasi],
    capaian: Mapping[tuple[int, int], Decimal | None],
    dilaporkan: date,
) -> kaidah.AngkaDiperiksa:
    """One figure as the rules take it."""
    v, isi = b.versi, b.isi[p.pk].nilai
    lalu = deret.get((v.indikator_id, p.jenis), ())
    setahun = [
        (q, kaidah.titik(sebut(q.jenis, q.nomor, q.tahun), b.isi[q.pk].nilai))
        for q in t.kalender.periode(v.frekuensi)
        if q.pk in b.isi and q.nomor <= p.nomor
    ]
    return kaidah.AngkaDiperiksa(
        kode=b.kode,
        tahun=t.tahun,
        kini=kaidah.titik(sebut(p.jenis, p.nomor, p.tahun), isi),
        pembilang=isi.nilai if isi.penyebut is not None else None,
        penyebut=isi.penyebut,
        target=_target(b, p),
        capaian=capaian.get((v.indikator_id, p.pk)),
        kumulatif=kaidah.kumulatif(v.agregasi, v.nama, v.definisi, v.rumus),
        jeda=v.jeda_data_tahun,
        sebelum=(
            *(x for _tahun, _nomor, x in lalu),
            *(x for q, x in setahun if x is not None and q.nomor < p.nomor),
        ),
        tahun_lalu=next((x for h, n, x in lalu if (h, n) == (t.tahun - 1, p.nomor)), None),
        sepanjang_tahun=tuple(
            (x, _target(b, q)) for q, x in _sampai_kini(b, setahun) if x is not None
        ),
        awal_tahun=p.nomor == 1,
        bukti=tuple(
            kaidah.BuktiDiperiksa(x.bukti.judul, x.bukti.tahun, x.bukti.tanggal)
            for x in bukti
            if bukti_sah(x)
        ),
        dilaporkan=dilaporkan,
    )


def _target(b: Butir, p: Periode) -> Fraction | None:
    target = b.target_untuk(p.pk)
    return kaidah.bagian(target.nilai, target.penyebut) if target else None


def _sampai_kini(
    b: Butir, setahun: Sequence[tuple[Periode, kaidah.Titik | None]]
) -> Iterator[tuple[Periode, kaidah.Titik | None]]:
    """This year's values as they are held against targets: a cumulative share is the sum so far."""
    if b.versi.agregasi != "rasio_kumulatif" or b.versi.jenis_nilai != "rasio":
        yield from setahun
        return
    atas = bawah = Decimal(0)
    for q, x in setahun:
        isi = b.isi[q.pk].nilai
        atas += isi.nilai or Decimal(0)
        bawah += isi.penyebut or Decimal(0)
        nilai = kaidah.bagian(atas, bawah)
        yield q, None if x is None or nilai is None else kaidah.Titik(x.periode, x.teks, nilai)


def _tampak(x: kaidah.TemuanMutu, catatan: Catatan) -> TemuanTampak:
    return TemuanTampak(
        objek=x.objek,
        kaidah=x.kaidah.id,
        sidik=x.sidik,
        lencana=kaidah.terjemah(x.kaidah.lencana),
        kalimat=kaidah.terjemah(x.kalimat),
        asli=str(x.kalimat),
        perbaikan=kaidah.terjemah(x.kaidah.perbaikan),
        berat=x.keparahan == kaidah.Keparahan.WAJIB,
        jawaban=catatan.jawaban.get(x.sidik),
    )


def syarat_mutu(t: TahunUnit, m: MutuLembar) -> list[SyaratBelum]:
    """What keeps a sheet from being handed in, beyond its cells: each with its place."""
    hasil = []
    if m.wajib_aksi and not m.aksi:
        hasil.append(
            SyaratBelum(
                "aksi", _("Rencana aksi tahun %s belum disetujui.") % t.tahun, "rencana_aksi"
            )
        )
    hasil += [
        SyaratBelum("temuan", _sebut_temuan(t, x), f"sel:{x.objek}" if x.objek else "mutu")
        for x in m.belum_dijawab
    ]
    if m.wajib_bukti:
        hasil += [
            SyaratBelum("bukti", _("%s: belum ada buktinya.") % b.versi.nama, "bukti")
            for b in m.tanpa_bukti
        ]
    return hasil


def _sebut_temuan(t: TahunUnit, x: TemuanTampak) -> str:
    if not x.objek:
        return _("%s Jawab peringatannya.") % x.kalimat
    return _("%(nama)s: %(kalimat)s Betulkan, atau jawab peringatannya.") % {
        "nama": t.butir[x.objek].versi.nama,
        "kalimat": x.kalimat,
    }
