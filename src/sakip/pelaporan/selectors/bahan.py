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
from sakip.organisasi.models import JenisPeriode, PenugasanJabatan, Sifat, SifatPenugasan
from sakip.organisasi.selectors import UnitTampak, pejabat_pemimpin
from sakip.pelaporan import kaidah
from sakip.pelaporan.models import BagianLaporan, LaporanKinerja
from sakip.pelaporan.selectors.uang import program_anggaran, serapan_bersama
from sakip.pengukuran.models import CapaianMutakhir, NilaiKomponen, Realisasi
from sakip.perencanaan.models import (
    Arah,
    Dukungan,
    JenisSimpul,
    RincianAnggaran,
    SimpulVersi,
    TargetVersi,
    TingkatRincian,
)
from sakip.perjanjian.models import KeadaanPerjanjian, PerjanjianKinerja
from sakip.perjanjian.selectors import ButirBerlaku, naskah_perjanjian, target_berlaku

TAHUN_RIWAYAT = 4
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
        # A year that was derived from its quarters has no components of its own.
        i: _tulis(r.teks, k.get("pembilang", k.get("nilai")), k.get("penyebut"))
        if k
        else _baca(r.teks)
        for i, r in tahunan.items()
        if r.teks
        for k in (komponen.get(r.pk, {}),)
    }


def _tulis(teks: str, atas: Decimal | None, bawah: Decimal | None) -> Nilai:
    """A ratio is printed in per cent with its two numbers: 86,25 (69/80)."""
    if atas is None or bawah is None:
        return Nilai(teks, atas)
    persen = kaidah.rasio_persen(atas, bawah)
    return Nilai(f"{tulis_angka(persen, 2)} ({teks})", persen)


def _baca(teks: str) -> Nilai:
    """The same for a figure that the read model keeps as text: 69/80, 83,50."""
    atas, _garis, bawah = teks.replace(".", "").replace(",", ".").partition("/")
    return _tulis(teks, Decimal(atas), Decimal(bawah)) if bawah else Nilai(teks)


def _target(t: TargetVersi) -> Nilai:
    return _tulis(t.teks, t.nilai, t.penyebut)


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
            target=Nilai(m.target_teks),
            turun_baik=m.indikator_versi.arah == Arah.TURUN_BAIK,
            realisasi=Nilai(m.realisasi_teks) if m.realisasi_teks else None,
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
    rasio = b.target_tahun.penyebut is not None
    return IndikatorLaporan(
        nama=w.nama,
        satuan="%" if rasio else w.satuan,
        target=_target(b.target_tahun),
        turun_baik=w.arah == Arah.TURUN_BAIK,
        realisasi=angka.nilai.get(i),
        capaian=capaian,
        tercapai=tercapai,
        keterangan=SEBUTAN_STATUS.get(m.status, "") if m else "belum diisi",
        riwayat=tuple(
            CapaianTahun(
                tahun=t,
                target=_baca(lama.target_teks) if lama.target_teks else None,
                realisasi=_baca(lama.realisasi_teks) if lama.realisasi_teks else None,
                capaian=lama.capaian,
            )
            for t in range(tahun - TAHUN_RIWAYAT, tahun)
            if (lama := angka.mutakhir.get((i, t))) is not None
        ),
        penyebab=(r.faktor if tercapai else r.penyebab) if r else "",
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
