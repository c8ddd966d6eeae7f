"""What a report is made of: figures of the year with their history, money, agreement, words."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.dokumen.bahan import (
    BahanLaporan,
    BahanPerjanjian,
    CapaianTahun,
    IndikatorLaporan,
    KegiatanPenunjang,
    KepalaDokumen,
    NarasiAnalisis,
    NarasiBagian,
    Nilai,
    Pihak,
    ProgramAnggaran,
    SasaranLaporan,
)
from sakip.dokumen.kaidah import angka as tulis_angka
from sakip.dokumen.kata import KOSONG
from sakip.organisasi.models import JenisPeriode, PenugasanJabatan, Sifat, SifatPenugasan
from sakip.organisasi.selectors import UnitTampak, pejabat_pemimpin
from sakip.pelaporan import kaidah
from sakip.pelaporan.models import BagianLaporan, LaporanKinerja
from sakip.pelaporan.selectors.uang import program_anggaran, serapan_bersama
from sakip.pengukuran.kaidah import MasukanSalah, baca_nilai
from sakip.pengukuran.kaidah.sebab import sebut_sebab
from sakip.pengukuran.models import CapaianMutakhir, NilaiKomponen, Realisasi
from sakip.perencanaan.models import (
    Arah,
    Dukungan,
    IndikatorVersi,
    JenisNilai,
    JenisSimpul,
    RincianAnggaran,
    SimpulVersi,
    TargetVersi,
    TingkatRincian,
)
from sakip.perjanjian.models import KeadaanPerjanjian, PerjanjianKinerja
from sakip.perjanjian.selectors import ButirBerlaku, naskah_perjanjian, target_berlaku

TAHUN_RIWAYAT = 4
# A percentage may be given as the ratio that it is.
BERASIO = frozenset({JenisNilai.RASIO, JenisNilai.PERSEN})
SEBUTAN_STATUS = {
    "belum_diisi": "belum diisi",
    "belum_waktunya": "belum waktunya",
    "tidak_dinilai": "tidak dinilai",
    "tidak_dapat_dihitung": "tidak dapat dihitung",
}


@dataclass(frozen=True, slots=True)
class _Angka:
    """Figures of a unit's year, by indicator."""

    mutakhir: Mapping[tuple[int, int], CapaianMutakhir]
    realisasi: Mapping[int, Realisasi]
    nilai: Mapping[int, Nilai]
    sebab: Mapping[int, Realisasi]
    faktor: Mapping[int, Realisasi]


def susun_bahan_laporan(  # noqa: PLR0913
    lingkup: Lingkup,
    laporan: LaporanKinerja,
    unit: UnitTampak,
    *,
    instansi: str,
    tanggal: date,
    nomor: str = "",
    kode_periksa: str = "",
    alamat_periksa: str = "",
) -> BahanLaporan:
    """A report the caller was given, as its document prints it. About fifteen queries.

    Nothing is invented: what has no figure and no words stays empty, and the document names it.
    """
    lingkup.wajib(Tindakan.LIHAT_LAPORAN, unit.jalur)
    tahun = laporan.tahun
    butir = target_berlaku(unit.id, tahun)
    angka = _angka(unit.id, tahun, butir)
    # The draft of a report that nobody opened yet has figures and no words.
    bagian = BagianLaporan.objects.filter(laporan_id=laporan.pk).exclude(teks="")
    tulisan = dict(bagian.values_list("kode", "teks"))
    program, serapan = program_anggaran(unit.id, tahun, tanggal)
    perjanjian = _perjanjian(lingkup, unit, tahun, instansi)
    pemimpin = pejabat_pemimpin(unit.id, tanggal)
    return BahanLaporan(
        kepala=KepalaDokumen(
            instansi=instansi,
            unit=unit.nama,
            tahun=tahun,
            tanggal=tanggal,
            nomor=nomor,
            contoh=laporan.sifat == Sifat.CONTOH,
            kode_periksa=kode_periksa,
            alamat_periksa=alamat_periksa,
        ),
        penandatangan=_pihak(pemimpin),
        sasaran=_sasaran(butir, angka, program, tulisan, tahun, tanggal)
        if butir
        else _tanpa_rencana(unit.id, tahun),
        anggaran=tuple(program.values()),
        serapan=serapan,
        narasi=tuple(
            NarasiBagian(kode=k, teks=t) for k, t in tulisan.items() if not k.startswith("sasaran.")
        ),
        perjanjian=perjanjian,
    )


def _pihak(p: PenugasanJabatan | None) -> Pihak:
    if p is None:
        return Pihak(nama="", jabatan="")
    depan = "" if p.sifat == SifatPenugasan.DEFINITIF else f"{p.get_sifat_display()} "
    return Pihak(nama=p.pegawai.nama, jabatan=f"{depan}{p.jabatan.nama}", nip=p.pegawai.nip)


def _angka(unit_id: int, tahun: int, butir: Iterable[ButirBerlaku]) -> _Angka:
    id_ = [b.indikator.pk for b in butir]
    mutakhir = {
        (m.indikator_id, m.tahun): m
        for m in CapaianMutakhir.objects.filter(
            unit_id=unit_id,
            indikator_id__in=id_,
            periode__jenis=JenisPeriode.TAHUN,
            tahun__range=(tahun - TAHUN_RIWAYAT, tahun),
        )
    }
    semua = list(
        Realisasi.objects.filter(unit_id=unit_id, indikator_id__in=id_, periode__tahun=tahun)
        .select_related("periode")
        .order_by("periode__selesai", "-periode__mulai")
    )
    tahunan = {r.indikator_id: r for r in semua if r.periode.jenis == JenisPeriode.TAHUN}
    # The year's own words where they were written, else those of the last period that has any.
    sebab = {r.indikator_id: r for r in semua if r.penyebab}
    faktor = {r.indikator_id: r for r in semua if r.faktor}
    return _Angka(mutakhir, tahunan, _nilai(tahunan), sebab, faktor)


def _nilai(tahunan: Mapping[int, Realisasi]) -> dict[int, Nilai]:
    komponen: dict[int, dict[str, Decimal]] = {}
    for k in NilaiKomponen.objects.filter(
        realisasi_id__in=[r.pk for r in tahunan.values()], rincian=0, nilai__isnull=False
    ):
        if k.nilai is not None:
            komponen.setdefault(k.realisasi_id, {})[k.komponen] = k.nilai
    return {
        i: _tulis(r.teks, isi.get("pembilang", isi.get("nilai")), isi.get("penyebut"))
        for i, r in tahunan.items()
        if r.teks and (isi := komponen.get(r.pk))
    }


def _tulis(teks: str, atas: Decimal | None, bawah: Decimal | None) -> Nilai:
    """A ratio becomes a percentage that names its two numbers; nothing out of nothing has none."""
    if atas is None or bawah is None:
        return Nilai(teks, atas)
    if bawah == 0:
        return Nilai(KOSONG, asal=teks)
    persen = kaidah.rasio_persen(atas, bawah)
    return Nilai(tulis_angka(persen, 2), persen, asal=teks)


def nilai_teks(teks: str, jenis: str) -> Nilai:
    """A figure that the read model keeps as text, as documents print it; 69/80 as a percentage.

    ``jenis`` is the kind of value of its indicator: only a share is read.
    """
    if jenis not in BERASIO:
        return Nilai(teks)
    try:
        n = baca_nilai(teks, None, jenis=jenis, arah=None, format_angka="id", boleh_nol=True)
    except MasukanSalah:
        # As a published table wrote it, perhaps with words: printed, and no number to draw.
        return Nilai(teks)
    return Nilai(teks) if n is None else _tulis(teks, n.nilai, n.penyebut)


def nilai_target(t: TargetVersi) -> Nilai:
    """A stored target as documents print it."""
    return _tulis(t.teks, t.nilai, t.penyebut)


def satuan_nilai(w: IndikatorVersi, target: Nilai) -> str:
    """The unit beside the figures of an indicator: per cent where its target is a ratio."""
    return "%" if target.asal else w.satuan


def _sasaran(  # noqa: PLR0913, PLR0917
    butir: Iterable[ButirBerlaku],
    angka: _Angka,
    program: Mapping[str, ProgramAnggaran],
    tulisan: Mapping[str, str],
    tahun: int,
    pada: date,
) -> tuple[SasaranLaporan, ...]:
    menurut: dict[int, list[ButirBerlaku]] = {}
    for b in butir:
        if b.indikator_versi.simpul_id is not None:
            menurut.setdefault(b.indikator_versi.simpul_id, []).append(b)
    simpul = {
        s.simpul_id: s
        for s in SimpulVersi.objects.filter(
            simpul_id__in=menurut,
            dokumen_versi_id__in={
                b.indikator_versi.dokumen_versi_id for d in menurut.values() for b in d
            },
        ).select_related("simpul")
    }
    penunjang = _penunjang(butir)
    hasil = []
    for id_, daftar in menurut.items():
        s = simpul[id_]
        if s.jenis not in {JenisSimpul.TUJUAN, JenisSimpul.SASARAN}:
            continue
        indikator = tuple(_indikator(b, angka, tahun) for b in daftar)
        kode = {b.indikator.pk for b in daftar}
        pendukung = [p for p in penunjang if kode & p.indikator]
        uang = [program[k] for k in dict.fromkeys(p.program for p in pendukung) if k in program]
        hasil.append(
            SasaranLaporan(
                uraian=s.uraian,
                indikator=indikator,
                capaian=kaidah.rata_rata([i.capaian for i in indikator if i.capaian is not None]),
                anggaran=tuple(uang),
                serapan=serapan_bersama(uang, pada),
                penunjang=tuple(p.isi for p in pendukung),
                narasi=tuple(
                    NarasiAnalisis(kode=k.rpartition(".")[2], teks=t)
                    for k, t in tulisan.items()
                    if k.startswith(f"sasaran.{s.simpul.kode}.")
                ),
            )
        )
    return tuple(hasil)


def _tanpa_rencana(unit_id: int, tahun: int) -> tuple[SasaranLaporan, ...]:
    """Figures that came in as a table, before there was a plan here: no sasaran is made up."""
    daftar = CapaianMutakhir.objects.filter(
        unit_id=unit_id, tahun=tahun, periode__jenis=JenisPeriode.TAHUN
    ).select_related("indikator_versi")
    indikator = tuple(
        IndikatorLaporan(
            nama=m.indikator_versi.nama,
            satuan=m.indikator_versi.satuan,
            target=nilai_teks(m.target_teks, m.indikator_versi.jenis_nilai),
            turun_baik=m.indikator_versi.arah == Arah.TURUN_BAIK,
            realisasi=nilai_teks(m.realisasi_teks, m.indikator_versi.jenis_nilai)
            if m.realisasi_teks
            else None,
            capaian=m.capaian,
            tercapai=kaidah.tercapai(m.capaian),
            keterangan=SEBUTAN_STATUS.get(m.status, ""),
        )
        for m in daftar.order_by("indikator_versi__nama")
    )
    if not indikator:
        return ()
    return (
        SasaranLaporan(
            uraian="Sasaran belum ada data; indikator dari tabel yang dimasukkan",
            indikator=indikator,
            capaian=kaidah.rata_rata([i.capaian for i in indikator if i.capaian is not None]),
        ),
    )


def _indikator(b: ButirBerlaku, angka: _Angka, tahun: int) -> IndikatorLaporan:
    i, w = b.indikator.pk, b.indikator_versi
    m = angka.mutakhir.get((i, tahun))
    capaian = m.capaian if m else None
    tercapai = kaidah.tercapai(capaian)
    # What made a year succeed is not what once held a quarter back.
    r = angka.faktor.get(i) if tercapai else angka.sebab.get(i)
    target, realisasi = nilai_target(b.target_tahun), angka.nilai.get(i)
    if realisasi is None and m and m.realisasi_teks:
        # A year that was derived from its quarters has no components of its own.
        realisasi = nilai_teks(m.realisasi_teks, w.jenis_nilai)
    return IndikatorLaporan(
        nama=w.nama,
        satuan=satuan_nilai(w, target),
        target=target,
        turun_baik=w.arah == Arah.TURUN_BAIK,
        realisasi=realisasi,
        capaian=capaian,
        tercapai=tercapai,
        keterangan=SEBUTAN_STATUS.get(m.status, "") if m else "belum diisi",
        riwayat=tuple(
            CapaianTahun(
                tahun=t,
                target=nilai_teks(lama.target_teks, w.jenis_nilai) if lama.target_teks else None,
                realisasi=nilai_teks(lama.realisasi_teks, w.jenis_nilai)
                if lama.realisasi_teks
                else None,
                capaian=lama.capaian,
            )
            for t in range(tahun - TAHUN_RIWAYAT, tahun)
            if (lama := angka.mutakhir.get((i, t))) is not None
        ),
        penyebab=(r.faktor if tercapai else r.penyebab) if r else "",
        golongan=sebut_sebab(r.golongan_sebab, r.periode.selesai).capitalize()
        if r and r.penyebab and r.golongan_sebab and not tercapai
        else "",
        solusi=r.solusi if r and not tercapai else "",
        utama=w.iku,
    )


@dataclass(frozen=True, slots=True)
class _Penunjang:
    indikator: frozenset[int]
    program: str
    isi: KegiatanPenunjang


def _penunjang(butir: Iterable[ButirBerlaku]) -> list[_Penunjang]:
    """Sub-kegiatan that are said to move the indicators, with the output the budget pays for."""
    versi = {b.indikator_versi.dokumen_versi_id for b in butir}
    unit = {b.indikator.unit_id for b in butir}
    menurut: dict[int, set[int]] = {}
    for d in Dukungan.objects.filter(dokumen_versi_id__in=versi):
        menurut.setdefault(d.simpul_id, set()).add(d.indikator_id)
    rincian = {
        r.kode: r
        for r in RincianAnggaran.objects.filter(
            anggaran__unit_id__in=unit, tingkat=TingkatRincian.SUBKEGIATAN
        ).order_by("anggaran__nomor")
    }
    nama = dict(
        RincianAnggaran.objects.filter(
            anggaran__unit_id__in=unit, tingkat=TingkatRincian.PROGRAM
        ).values_list("kode", "nama")
    )
    hasil = []
    for s in SimpulVersi.objects.filter(
        dokumen_versi_id__in=versi, simpul_id__in=menurut, jenis=JenisSimpul.SUBKEGIATAN
    ).order_by("urutan"):
        r = rincian.get(s.nomenklatur)
        program = s.nomenklatur[:7]
        hasil.append(
            _Penunjang(
                frozenset(menurut[s.simpul_id]),
                program,
                KegiatanPenunjang(
                    program=nama.get(program, program),
                    kegiatan=s.uraian,
                    keluaran=r.keluaran_satuan if r else "",
                    target=tulis_angka(r.keluaran) if r and r.keluaran is not None else "",
                ),
            )
        )
    return hasil


def _perjanjian(
    lingkup: Lingkup, unit: UnitTampak, tahun: int, instansi: str
) -> BahanPerjanjian | None:
    pk = (
        PerjanjianKinerja.objects.filter(
            unit_id=unit.id, tahun=tahun, keadaan=KeadaanPerjanjian.DITANDATANGANI
        )
        .select_related(
            "pihak_pertama__pegawai",
            "pihak_pertama__jabatan",
            "pihak_kedua__pegawai",
            "pihak_kedua__jabatan",
        )
        .order_by("-nomor")
        .first()
    )
    if pk is None or pk.tanggal_kedua is None:
        return None
    return naskah_perjanjian(lingkup, pk, unit, instansi=instansi, tanggal=pk.tanggal_kedua)
