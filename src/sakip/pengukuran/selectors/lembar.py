"""The quarterly sheet as pages show it: every row with what stands beside it, and who may act."""

from collections.abc import Collection, Mapping
from datetime import date

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import IZIN, Lingkup, Peran, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import (
    HariLibur,
    Jadwal,
    JenisJadwal,
    JenisPeriode,
    Periode,
    Perpanjangan,
)
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import (
    BuktiRealisasi,
    CapaianMutakhir,
    KeadaanLembar,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
    RiwayatLembar,
)
from sakip.pengukuran.selectors.daftar_periksa import hitung_periksa
from sakip.pengukuran.selectors.jendela import terkunci_sesudah_tutup
from sakip.pengukuran.selectors.syarat import syarat_lembar
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit
from sakip.pengukuran.selectors.tampak import (
    Baris,
    Hari,
    Kejadian,
    LembarTampak,
    TriwulanTampak,
)
from sakip.perencanaan.models import CaraUkur, Frekuensi

BOLEH_DIISI = frozenset({KeadaanLembar.KONSEP, KeadaanLembar.DIKEMBALIKAN})
ANGKA_BEBAS = frozenset({KeadaanRealisasi.KONSEP, KeadaanRealisasi.DIKEMBALIKAN})


def lembar_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int, triwulan: int) -> LembarTampak:
    """The sheet of a unit for a quarter. Some ten queries, whatever the number of indicators."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    t = TahunUnit.muat(unit.id, tahun)
    if not 1 <= triwulan <= 4 or t.tahun != t.kalender.setahun.tahun:
        raise TidakDitemukan(
            _("Tidak ada triwulan %(n)s tahun %(t)s.") % {"n": triwulan, "t": tahun}
        )
    periode = t.kalender.triwulan[triwulan - 1]
    semua = _lembar_setahun(unit.id, t)
    lembar = next((s for s in semua.values() if s.periode_id == periode.pk), None)
    hari = _jendela_unit(lingkup.instansi_id, unit.id, [periode]).get(periode.pk, Hari())
    nomor = {pk: s.periode.nomor for pk, s in semua.items()}
    baris = [_baris(t, b, p, triwulan, nomor) for b, p in t.baris(triwulan)]
    _isi_capaian(t, baris)
    batas = hari.batas or periode.selesai
    diperiksa = {
        b.butir.versi.indikator_id: b
        for b in baris
        if b.butir.versi.cara == CaraUkur.DAFTAR_PERIKSA
    }
    for i, hitungan in hitung_periksa(lingkup, unit, list(diperiksa), periode, batas).items():
        diperiksa[i].hitungan = hitungan
    riwayat = _isi_riwayat(lembar, baris)
    _isi_bukti(baris)
    sunting, alasan = _dapat_disunting(lingkup, unit, lembar, hari)
    if sunting:
        _tandai_isian(lingkup, unit, baris)
    lengkapi = sunting and lembar is not None
    return LembarTampak(
        periode=periode,
        lembar=lembar,
        hari=hari,
        baris=baris,
        riwayat=riwayat,
        syarat=syarat_lembar(t, lembar) if lengkapi and lembar else [],
        sunting=sunting,
        alasan_terkunci=alasan,
    )


def _lembar_setahun(unit_id: int, t: TahunUnit) -> dict[int, LembarPengukuran]:
    """The sheets of a year by id. One query."""
    return {
        s.pk: s
        for s in LembarPengukuran.objects.filter(
            unit_id=unit_id, periode__in=t.kalender.triwulan
        ).select_related("periode")
    }


def _jendela_unit(instansi_id: int, unit_id: int, periode: Collection[Periode]) -> dict[int, Hari]:
    """Windows of measurement as one unit has them, by period. One query."""
    lanjut: QuerySet[Perpanjangan] = Perpanjangan.objects.filter(
        jadwal=OuterRef("pk"), unit_id=unit_id
    ).order_by("-sampai")
    return {
        p: Hari(mulai, selesai, sampai, alasan or "", frozenset(libur))
        for p, mulai, selesai, sampai, alasan, libur in Jadwal.objects.filter(
            instansi_id=instansi_id, jenis=JenisJadwal.PENGUKURAN, periode__in=periode
        )
        .annotate(
            sampai=Subquery(lanjut.values("sampai")[:1]),
            sebab=Subquery(lanjut.values("alasan")[:1]),
            libur=ArraySubquery(
                HariLibur.objects.filter(tanggal__gte=OuterRef("mulai")).values("tanggal")
            ),
        )
        .values_list("periode_id", "mulai", "selesai", "sampai", "sebab", "libur")
    }


def _baris(
    t: TahunUnit, b: Butir, tempo: Periode | None, triwulan: int, nomor: Mapping[int, int]
) -> Baris:
    """One row; ``nomor``: which quarter each sheet of the year belongs to."""
    tahunan = b.versi.frekuensi == Frekuensi.TAHUNAN or b.komposit
    periode = tempo or (t.kalender.setahun if tahunan else None)
    r = b.realisasi.get(periode.pk) if periode else None
    if r is not None and _kemudian(b, r, tempo, nomor) > triwulan:
        r = None
    target = b.target_untuk(periode.pk) if periode else b.target_tahun
    return Baris(
        butir=b,
        periode=periode,
        jatuh_tempo=tempo is not None and not b.komposit,
        realisasi=r,
        isi=b.isi.get(r.periode_id) if r else None,
        target_teks=target.teks if target else "",
    )


def _kemudian(b: Butir, r: Realisasi, tempo: Periode | None, nomor: Mapping[int, int]) -> int:
    """The quarter from which a year's figure stands on sheets; 0: on all of them.

    What came early stands on its own sheet and on every later one, never on an earlier; an index of
    the year so far stands on the latest sheet alone, since it moves with each quarter.
    """
    if b.komposit:
        return max(nomor.values(), default=0)
    return nomor.get(r.lembar_id or 0, 0) if tempo is None else 0


def _isi_capaian(t: TahunUnit, baris: list[Baris]) -> None:
    """Capaian of each row, of its year, and of the period before it. One query."""
    semua: Mapping[tuple[int, int], CapaianMutakhir] = {
        (m.indikator_id, m.periode_id): m
        for m in CapaianMutakhir.objects.filter(
            unit_id=t.unit_id, periode_id__in=[p.pk for p in t.kalender.semua]
        )
    }
    for b in baris:
        i = b.butir.versi.indikator_id
        b.setahun = semua.get((i, t.kalender.setahun.pk))
        if b.periode is None:
            continue
        if b.realisasi is not None:
            b.mutakhir = semua.get((i, b.periode.pk))
        deret = t.kalender.periode(b.butir.versi.frekuensi)
        urutan = deret.index(b.periode) if b.periode in deret else 0
        if urutan > 0:
            p = deret[urutan - 1]
            m = semua.get((i, p.pk))
            if m is not None:
                b.lalu = (p, m.realisasi_teks, m.capaian)


def _isi_riwayat(lembar: LembarPengukuran | None, baris: list[Baris]) -> list[Kejadian]:
    """History of the sheet; each figure's own lines go to its row. One query."""
    if lembar is None:
        return []
    menurut = {b.realisasi.pk: b for b in baris if b.realisasi}
    semua = []
    for r in (
        RiwayatLembar.objects.filter(lembar=lembar).select_related("oleh").order_by("saat", "id")
    ):
        satu = Kejadian(r.saat, r.oleh.nama, r.tindakan, r.ke, r.alasan, r.teks)
        if r.realisasi_id is None:
            semua.append(satu)
        elif r.realisasi_id in menurut:
            menurut[r.realisasi_id].riwayat.append(satu)
        if r.realisasi_id is not None and r.tindakan != "isi" and not _tercatat(semua, satu):
            semua.append(satu)
    return semua


def _tercatat(semua: list[Kejadian], satu: Kejadian) -> bool:
    """A return of several figures is one act of the sheet."""
    return bool(semua) and (semua[-1].saat, semua[-1].tindakan) == (satu.saat, satu.tindakan)


def _isi_bukti(baris: list[Baris]) -> None:
    menurut = {b.realisasi.pk: b for b in baris if b.realisasi}
    for satu in (
        BuktiRealisasi.objects.filter(realisasi_id__in=menurut)
        .select_related("bukti")
        .order_by("id")
    ):
        menurut[satu.realisasi_id].bukti.append(satu)


def _dapat_disunting(
    lingkup: Lingkup, unit: UnitTampak, lembar: LembarPengukuran | None, hari: Hari
) -> tuple[bool, str]:
    """Whether the caller may enter figures today; if not, why, for those who otherwise could."""
    keadaan = lembar.keadaan if lembar else KeadaanLembar.KONSEP
    if keadaan not in BOLEH_DIISI or not lingkup.boleh(Tindakan.ISI_PENGUKURAN, unit.jalur):
        return False, ""
    if lembar is not None and lembar.dibuka_sampai and lingkup.pada > lembar.dibuka_sampai:
        return False, _("Pembukaan kembali lembar ini sudah berakhir.")
    pernah = lembar is not None and lembar.pertama_diajukan is not None
    if pernah or hari.terbuka(lingkup.pada):
        return True, ""
    if hari.lewat(lingkup.pada) and not terkunci_sesudah_tutup(lingkup.instansi_id, lingkup.pada):
        return True, ""
    return False, _alasan_tertutup(hari, lingkup.pada)


def _alasan_tertutup(hari: Hari, pada: date) -> str:
    if hari.mulai is None:
        return _("Jendela triwulan ini belum diatur; Bagian Organisasi mengaturnya.")
    if pada < hari.mulai:
        return _("Lembar ini dapat diisi sejak jendelanya dibuka.")
    return _(
        "Jendela sudah ditutup. Mintalah izin perpanjangan dengan alasan kepada Bagian Organisasi."
    )


def _tandai_isian(lingkup: Lingkup, unit: UnitTampak, baris: list[Baris]) -> None:
    """Mark the rows that the caller may enter. One query for a pengampu data, else none."""
    berlaku = [
        k
        for k in lingkup.kewenangan
        if k.peran in IZIN[Tindakan.ISI_PENGUKURAN].peran and unit.jalur.startswith(k.jalur)
    ]
    semua = lingkup.sistem or any(k.peran == Peran.PENYUSUN_UNIT for k in berlaku)
    sendiri = {k.unit_id for k in berlaku}
    jabatan: frozenset[int] = frozenset()
    if not semua and any(b.butir.versi.pengampu_id for b in baris):
        jabatan = organisasi.jabatan_pengguna(
            lingkup.instansi_id, lingkup.pengguna_id, lingkup.pada
        )
    for b in baris:
        pos = b.butir.versi.pengampu
        milik = semua or pos is None or pos.unit_id in sendiri or pos.pk in jabatan
        b.boleh_isi = (
            milik and b.periode is not None and not b.butir.komposit and b.keadaan in ANGKA_BEBAS
        )


def empat_triwulan(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[TriwulanTampak]:
    """The four sheets of a unit's year with their windows. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    periode = list(
        Periode.objects.filter(tahun=tahun, jenis=JenisPeriode.TRIWULAN).order_by("nomor")
    )
    if not periode:
        raise TidakDitemukan(_("Tahun %s di luar jangkauan.") % tahun)
    hari = _jendela_unit(lingkup.instansi_id, unit.id, periode)
    lembar = {
        s.periode_id: s
        for s in LembarPengukuran.objects.filter(unit_id=unit.id, periode__in=periode)
    }
    return [TriwulanTampak(p, lembar.get(p.pk), hari.get(p.pk, Hari())) for p in periode]
