"""What a sheet still lacks before it can be handed in: all of it, each with its place."""

from collections.abc import Iterator, Mapping, Sequence

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from sakip.alur.mesin import SyaratBelum
from sakip.organisasi.models import JenisPeriode, Periode
from sakip.pengukuran.kaidah import tercapai
from sakip.pengukuran.kaidah.kemiripan import mirip, persen_mirip
from sakip.pengukuran.kaidah.sebab import faktor_wajib
from sakip.pengukuran.models import (
    ArahanAtasan,
    CapaianMutakhir,
    KeadaanArahan,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
)
from sakip.pengukuran.selectors.pilahan import pilahan_janggal
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit

Capaian = Mapping[tuple[int, int], CapaianMutakhir]
# Rows that are still being written: what was handed in before a condition existed is not asked.
SEDANG_DIISI = frozenset({KeadaanRealisasi.KONSEP, KeadaanRealisasi.DIKEMBALIKAN})
PANJANG_KUTIPAN = 80


def syarat_lembar(
    t: TahunUnit,
    lembar: LembarPengukuran,
    arahan: Sequence[ArahanAtasan] | None = None,
    *,
    capaian: Capaian | None = None,
    sebab_lalu: Mapping[int, str] | None = None,
) -> list[SyaratBelum]:
    """Every unmet condition of a sheet. At most six queries.

    ``arahan``, ``capaian`` (by indicator and period) and ``sebab_lalu`` (causes of the last quarter
    of the year before, by indicator) spare three of them where the caller has read them already.
    """
    if arahan is None:
        arahan = tagihan_arahan(lembar)
    pemeriksa = _Pemeriksa(t, lembar, capaian, sebab_lalu)
    return [*pemeriksa.periksa(), *(_belum_dijawab(a) for a in arahan)]


def tagihan_arahan(lembar: LembarPengukuran) -> list[ArahanAtasan]:
    """What superiors asked for and this sheet must answer. One query."""
    return list(
        ArahanAtasan.objects.filter(
            unit_id=lembar.unit_id,
            keadaan=KeadaanArahan.DITULIS,
            untuk__selesai__lte=lembar.periode.selesai,
        ).order_by("pk")
    )


def _belum_dijawab(a: ArahanAtasan) -> SyaratBelum:
    kutipan = a.teks if len(a.teks) <= PANJANG_KUTIPAN else f"{a.teks[: PANJANG_KUTIPAN - 1]}…"
    # A place on the sheet like that of a figure: the page's links find it by the same rule.
    return SyaratBelum("arahan", _("Arahan belum dijawab: “%s”.") % kutipan, f"sel:{a.uuid}")


class _Pemeriksa:
    def __init__(
        self,
        t: TahunUnit,
        lembar: LembarPengukuran,
        capaian: Capaian | None,
        sebab_lalu: Mapping[int, str] | None,
    ) -> None:
        self.t, self.lembar, self.nomor = t, lembar, lembar.periode.nomor
        self.wajib_faktor: bool | None = None
        self.capaian = _capaian(t) if capaian is None else capaian
        if sebab_lalu is None:
            sebab_lalu = _tahun_lalu(t) if self.nomor == 1 else {}
        self.lalu = sebab_lalu
        di_sini = [p.pk for _b, p in t.baris(self.nomor) if p is not None]
        self.pilahan = pilahan_janggal(t, {*di_sini, t.kalender.setahun.pk})

    def periksa(self) -> Iterator[SyaratBelum]:
        for b, jatuh_tempo in self.t.baris(self.nomor):
            p = jatuh_tempo or self._lebih_awal(b)
            if b.komposit or p is None:
                continue
            r = b.realisasi.get(p.pk)
            if jatuh_tempo is not None and (r is None or _kosong(r)):
                yield self._syarat(
                    b,
                    "kosong",
                    _("%s: belum diisi. Isi angkanya, atau pilih alasan mengapa kosong."),
                )
            elif r is not None:
                yield from self._angka(b, p, r)
                yield from self._bagian(b, p, r)

    def _bagian(self, b: Butir, p: Periode, r: Realisasi) -> Iterator[SyaratBelum]:
        """Months that are missing under the quarter, and breakdowns that do not add up."""
        if b.bulanan and not r.alasan_kosong:
            for bulan in self.t.kalender.bulan_dari(p):
                if bulan.pk not in b.isi:
                    kata = date_format(bulan.mulai, "F")
                    pola = _("%(nama)s: bulan %(bulan)s belum diisi.")
                    yield SyaratBelum(
                        "bulan", pola % {"nama": b.versi.nama, "bulan": kata}, f"sel:{b.kode}"
                    )
        for dimensi in self.pilahan.get(b.kode, ()):
            pola = _(
                "%(nama)s: pilahan menurut %(dimensi)s tidak sama dengan angkanya. Perbaiki, "
                "atau jelaskan."
            )
            yield SyaratBelum(
                "pilahan", pola % {"nama": b.versi.nama, "dimensi": dimensi}, f"sel:{b.kode}"
            )

    def _lebih_awal(self, b: Butir) -> Periode | None:
        """The year of an indicator that came in on this sheet before its time."""
        r = b.realisasi.get(self.t.kalender.setahun.pk)
        return self.t.kalender.setahun if r and r.lembar_id == self.lembar.pk else None

    def _angka(self, b: Butir, p: Periode, r: Realisasi) -> Iterator[SyaratBelum]:
        if r.keadaan == KeadaanRealisasi.DIKEMBALIKAN:
            yield self._syarat(
                b, "dikembalikan", _("%s: dikembalikan dan belum Anda tanggapi. Simpan barisnya.")
            )
        m = self.capaian.get((b.versi.indikator_id, p.pk))
        hasil = tercapai(m.capaian if m else None)
        if hasil is True and self._perlu_faktor(r):
            yield self._syarat(
                b,
                "faktor",
                _("%s: target tercapai; tulis faktor pendorongnya, atau centang sesuai rencana."),
            )
        if hasil is not False:
            return
        if r.keadaan in SEDANG_DIISI and not r.golongan_sebab:
            yield self._syarat(b, "golongan", _("%s: di bawah target; pilih golongan sebabnya."))
        if not r.penyebab.strip():
            yield self._syarat(b, "penyebab", _("%s: di bawah target; tulis penyebabnya."))
        if not r.solusi.strip():
            yield self._syarat(b, "solusi", _("%s: di bawah target; tulis solusinya."))
        lalu = self._penyebab_lalu(b, p)
        if not r.jawaban_mirip.strip() and mirip(r.penyebab, lalu):
            yield SyaratBelum(
                "mirip",
                _(
                    "%(nama)s: penyebabnya %(persen)s%% sama dengan periode sebelumnya. Tulis "
                    "ulang, atau jelaskan mengapa memang sama."
                )
                % {"nama": b.versi.nama, "persen": persen_mirip(r.penyebab, lalu)},
                f"sel:{b.kode}",
            )

    def _perlu_faktor(self, r: Realisasi) -> bool:
        """Whether the instansi asks for what is missing; it is asked once a sheet, if ever."""
        if r.faktor.strip() or r.keadaan not in SEDANG_DIISI:
            return False
        if self.wajib_faktor is None:
            self.wajib_faktor = faktor_wajib(self.lembar.instansi_id, self.lembar.periode.selesai)
        return self.wajib_faktor

    def _penyebab_lalu(self, b: Butir, p: Periode) -> str:
        deret = self.t.kalender.periode(b.versi.frekuensi)
        urutan = deret.index(p)
        if urutan == 0:
            return self.lalu.get(b.versi.indikator_id, "")
        sebelum = b.realisasi.get(deret[urutan - 1].pk)
        return sebelum.penyebab if sebelum else ""

    def _syarat(self, b: Butir, kode: str, pola: str) -> SyaratBelum:
        return SyaratBelum(kode, pola % b.versi.nama, f"sel:{b.kode}")


def _kosong(r: Realisasi) -> bool:
    return not r.teks and not r.alasan_kosong


def _capaian(t: TahunUnit) -> Capaian:
    """Current capaian of the unit's year. One query."""
    return {
        (m.indikator_id, m.periode_id): m
        for m in CapaianMutakhir.objects.filter(
            unit_id=t.unit_id, periode_id__in=[p.pk for p in t.kalender.semua]
        ).only("indikator_id", "periode_id", "capaian")
    }


def _tahun_lalu(t: TahunUnit) -> dict[int, str]:
    """Causes of the last quarter of the year before, by indicator. One query."""
    return dict(
        Realisasi.objects.filter(
            indikator_id__in=[b.versi.indikator_id for b in t.butir.values()],
            unit_id=t.unit_id,
            periode__tahun=t.tahun - 1,
            periode__jenis=JenisPeriode.TRIWULAN,
            periode__nomor=4,
        ).values_list("indikator_id", "penyebab")
    )
