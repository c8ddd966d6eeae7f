"""The quarterly sheet as pages show it: every row with what stands beside it, and who may act."""

from collections.abc import Collection, Mapping
from datetime import date

from django.utils.timezone import localtime
from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import IZIN, Lingkup, Peran, Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Periode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.models import (
    CapaianMutakhir,
    KeadaanLembar,
    KeadaanRealisasi,
    LembarPengukuran,
    Realisasi,
)
from sakip.pengukuran.selectors.arahan import arahan_lembar
from sakip.pengukuran.selectors.bukti import bukti_terbaca
from sakip.pengukuran.selectors.daftar_periksa import hitung_periksa
from sakip.pengukuran.selectors.jendela import terkunci_sesudah_tutup
from sakip.pengukuran.selectors.mutu import (
    MutuLembar,
    sidik_angka,
    susun_mutu,
    syarat_mutu,
)
from sakip.pengukuran.selectors.mutu_baca import baca_catatan, baca_deret
from sakip.pengukuran.selectors.setahun import Setahun, baca_setahun
from sakip.pengukuran.selectors.syarat import syarat_lembar
from sakip.pengukuran.selectors.tahun import Butir, TahunUnit, kalender_tahun, tahun_ada
from sakip.pengukuran.selectors.tampak import (
    Baris,
    Bulan,
    Hari,
    Kejadian,
    LembarTampak,
    TriwulanTampak,
)
from sakip.perencanaan.models import CaraUkur, Frekuensi

BOLEH_DIISI = frozenset({KeadaanLembar.KONSEP, KeadaanLembar.DIKEMBALIKAN})
ANGKA_BEBAS = frozenset({KeadaanRealisasi.KONSEP, KeadaanRealisasi.DIKEMBALIKAN})


# What is done to one figure stands in its row, not in the history of the sheet.
SATU_ANGKA = frozenset({"isi", "jawab", "periksa"})


def lembar_unit(lingkup: Lingkup, unit: UnitTampak, tahun: int, triwulan: int) -> LembarTampak:
    """The sheet of a unit for a quarter. Some ten queries, whatever the number of indicators."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    t = TahunUnit.muat(unit.id, tahun)
    if not 1 <= triwulan <= 4 or t.tahun != t.kalender.setahun.tahun:
        raise TidakDitemukan(
            _("Tidak ada triwulan %(n)s tahun %(t)s.") % {"n": triwulan, "t": tahun}
        )
    tahun_ini = baca_setahun(lingkup.instansi_id, unit.id, t.kalender, lengkap=triwulan)
    ini = tahun_ini.triwulan[triwulan]
    periode, lembar, hari = ini.periode, ini.lembar, ini.hari
    baris = [_baris(t, b, p, triwulan, tahun_ini.nomor) for b, p in t.baris(triwulan)]
    capaian = _isi_capaian(t, baris)
    for satu in baris:
        satu.komentar = tahun_ini.komentar[triwulan].get(satu.butir.versi.indikator_id)
    _isi_hitungan(lingkup, unit, baris, periode, hari)
    riwayat = _isi_riwayat(tahun_ini, baris)
    _isi_bukti(baris)
    sunting, alasan = dapat_disunting(lingkup, unit, lembar, hari)
    if sunting:
        _tandai_isian(lingkup, unit, baris)
    mutu = _isi_mutu(lingkup, t, lembar, baris, riwayat)
    arahan = arahan_lembar(lingkup, unit, periode, lembar)
    syarat = (
        [
            *syarat_lembar(
                t,
                lembar,
                arahan.tagihan,
                capaian=capaian,
                sebab_lalu=tahun_ini.sebab_lalu,
            ),
            *syarat_mutu(t, mutu),
        ]
        if sunting and lembar is not None
        else []
    )
    return LembarTampak(
        periode=periode,
        lembar=lembar,
        hari=hari,
        baris=baris,
        riwayat=riwayat,
        arahan=arahan,
        syarat=syarat,
        sunting=sunting,
        alasan_terkunci=alasan,
        mutu=mutu,
    )


def baris_satu(lingkup: Lingkup, unit: UnitTampak, tahun: int, triwulan: int, kode: str) -> Baris:
    """One row of a sheet, with what its own cell shows. Four queries, six with a checklist."""
    return sel_lembar(lingkup, unit, tahun, triwulan, kode)[0]


def sel_lembar(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, triwulan: int, kode: str
) -> tuple[Baris, Periode]:
    """The same with the quarter of the sheet."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    t = TahunUnit.muat(unit.id, tahun, kode)
    b = t.butir.get(kode)
    if not 1 <= triwulan <= 4 or b is None:
        raise TidakDitemukan(_("Indikator itu tidak ada pada lembar ini."))
    tahun_ini = baca_setahun(lingkup.instansi_id, unit.id, t.kalender)
    p = t.kalender.di_lembar(b.versi.frekuensi, triwulan)
    baris = _baris(t, b, p, triwulan, tahun_ini.nomor)
    _isi_capaian(t, [baris])
    ini = tahun_ini.triwulan[triwulan]
    baris.komentar = tahun_ini.komentar[triwulan].get(b.versi.indikator_id)
    _isi_hitungan(lingkup, unit, [baris], ini.periode, ini.hari)
    sunting, _alasan = dapat_disunting(lingkup, unit, ini.lembar, ini.hari)
    if sunting:
        _tandai_isian(lingkup, unit, [baris])
    return baris, ini.periode


def baris_terisi(  # noqa: PLR0913
    lingkup: Lingkup,
    unit: UnitTampak,
    b: Butir,
    periode: Periode,
    *,
    jatuh_tempo: bool,
    mutakhir: CapaianMutakhir | None,
) -> Baris:
    """A row that was just saved, from what the service knows of it already.

    No query, but one where nothing had changed and two with a checklist.
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    target = b.target_untuk(periode.pk)
    baris = Baris(
        butir=b,
        periode=periode,
        jatuh_tempo=jatuh_tempo,
        realisasi=b.realisasi.get(periode.pk),
        isi=b.isi.get(periode.pk),
        target_teks=target.teks if target else "",
        mutakhir=mutakhir,
        boleh_isi=True,
    )
    if mutakhir is None:
        baris.mutakhir = CapaianMutakhir.objects.filter(
            unit_id=unit.id, indikator_id=b.versi.indikator_id, periode=periode
        ).first()
    return baris


def isi_temuan(
    lingkup: Lingkup, unit: UnitTampak, t: TahunUnit, lembar: LembarPengukuran, baris: Baris
) -> None:
    """Give a row that was just saved what the rules ask about it. Three queries at most."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    if baris.realisasi is not None:
        _isi_bukti([baris])
    _isi_mutu(lingkup, t, lembar, [baris], [])


def _isi_hitungan(
    lingkup: Lingkup, unit: UnitTampak, baris: list[Baris], periode: Periode, hari: Hari
) -> None:
    """What the checklists count. Two queries where there are any."""
    diperiksa = {
        b.butir.versi.indikator_id: b
        for b in baris
        if b.butir.versi.cara == CaraUkur.DAFTAR_PERIKSA
    }
    batas = hari.batas or periode.selesai
    for i, hitungan in hitung_periksa(lingkup, unit, list(diperiksa), periode, batas).items():
        diperiksa[i].hitungan = hitungan


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
        bulan=_bulan(t, b, periode) if b.bulanan and periode else [],
    )


def _bulan(t: TahunUnit, b: Butir, triwulan: Periode) -> list[Bulan]:
    return [
        Bulan(p, b.realisasi.get(p.pk), b.isi.get(p.pk)) for p in t.kalender.bulan_dari(triwulan)
    ]


def _kemudian(b: Butir, r: Realisasi, tempo: Periode | None, nomor: Mapping[int, int]) -> int:
    """The quarter from which a year's figure stands on sheets; 0: on all of them.

    What came early stands on its own sheet and on every later one, never on an earlier; an index of
    the year so far stands on the latest sheet alone, since it moves with each quarter.
    """
    if b.komposit:
        return max(nomor.values(), default=0)
    return nomor.get(r.lembar_id or 0, 0) if tempo is None else 0


def _isi_capaian(t: TahunUnit, baris: list[Baris]) -> Mapping[tuple[int, int], CapaianMutakhir]:
    """Capaian of each row, of its year, and of the period before it; all of the year. One query."""
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
    return semua


def _isi_riwayat(tahun_ini: Setahun, baris: list[Baris]) -> list[Kejadian]:
    """History of the sheet; each figure's own lines go to its row. No query."""
    menurut = {b.realisasi.pk: b for b in baris if b.realisasi}
    semua: list[Kejadian] = []
    for satu, realisasi_id in tahun_ini.riwayat:
        if realisasi_id is None:
            semua.append(satu)
        elif realisasi_id in menurut:
            menurut[realisasi_id].riwayat.append(satu)
        if (
            realisasi_id is not None
            and satu.tindakan not in SATU_ANGKA
            and not _tercatat(semua, satu)
        ):
            semua.append(satu)
    return semua


def _tercatat(semua: list[Kejadian], satu: Kejadian) -> bool:
    """A return of several figures is one act of the sheet."""
    return bool(semua) and (semua[-1].saat, semua[-1].tindakan) == (satu.saat, satu.tindakan)


def _isi_bukti(baris: list[Baris]) -> None:
    menurut = {b.realisasi.pk: b for b in baris if b.realisasi}
    for satu in bukti_terbaca().filter(realisasi_id__in=menurut).order_by("id"):
        menurut[satu.realisasi_id].bukti.append(satu)


def _isi_mutu(
    lingkup: Lingkup,
    t: TahunUnit,
    lembar: LembarPengukuran | None,
    baris: list[Baris],
    riwayat: list[Kejadian],
) -> MutuLembar:
    """What the rules ask about each row, and its mark. Two queries, none before a sheet is open."""
    if lembar is None:
        return MutuLembar(aksi=t.aksi)
    ajukan = [k.saat for k in riwayat if k.tindakan == "ajukan"]
    terbuka = lembar.keadaan in BOLEH_DIISI or not ajukan
    catatan = baca_catatan(t, lembar, lembar.periode.selesai, lingkup.pada)
    m = susun_mutu(
        t,
        lembar,
        catatan,
        baca_deret(t, catatan),
        {b.realisasi.pk: b.bukti for b in baris if b.realisasi},
        {
            (b.butir.versi.indikator_id, b.periode.pk): b.mutakhir.capaian
            for b in baris
            if b.periode and b.mutakhir
        },
        lingkup.pada if terbuka else localtime(ajukan[-1]).date(),
    )
    for b in baris:
        b.temuan = m.milik(b.kode)
        tanda = m.catatan.tanda.get(b.realisasi.pk) if b.realisasi else None
        b.tanda = (
            tanda if tanda and b.realisasi and tanda.sidik == sidik_angka(b.realisasi) else None
        )
    return m


def dapat_disunting(
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
    milik = hak_isi(lingkup, unit, [b.butir for b in baris])
    for b in baris:
        b.boleh_isi = (
            b.kode in milik
            and b.periode is not None
            and not b.butir.komposit
            and b.keadaan in ANGKA_BEBAS
        )


def hak_isi(lingkup: Lingkup, unit: UnitTampak, butir: Collection[Butir]) -> frozenset[str]:
    """Codes of the indicators whose figures are the caller's to enter. One query for a pengampu."""
    berlaku = [
        k
        for k in lingkup.kewenangan
        if k.peran in IZIN[Tindakan.ISI_PENGUKURAN].peran and unit.jalur.startswith(k.jalur)
    ]
    semua = lingkup.sistem or any(k.peran == Peran.PENYUSUN_UNIT for k in berlaku)
    sendiri = {k.unit_id for k in berlaku}
    jabatan: frozenset[int] = frozenset()
    if berlaku and not semua and any(b.versi.pengampu_id for b in butir):
        jabatan = organisasi.jabatan_pengguna(
            lingkup.instansi_id, lingkup.pengguna_id, lingkup.pada
        )
    return frozenset(
        b.kode
        for b in butir
        if semua or (pos := b.versi.pengampu) is None or pos.unit_id in sendiri or pos.pk in jabatan
    )


def empat_triwulan(lingkup: Lingkup, unit: UnitTampak, tahun: int) -> list[TriwulanTampak]:
    """The four sheets of a unit's year with their windows. One query."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    if not tahun_ada(tahun):
        raise TidakDitemukan(_("Tahun %s di luar jangkauan.") % tahun)
    kalender = kalender_tahun(tahun)
    return list(baca_setahun(lingkup.instansi_id, unit.id, kalender).triwulan.values())
