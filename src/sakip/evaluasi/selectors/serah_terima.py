"""What the old and the new holder of a post must both know: promises, recommendations, money.

It is read here because evaluation is the lowest place that sees all three.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.dokumen.bahan import (
    BahanSerahTerima,
    KedudukanIndikator,
    KepalaDokumen,
    Nilai,
    Pihak,
    RekomendasiTerbuka,
)
from sakip.evaluasi.models import KeadaanEvaluasi, KeadaanRekomendasi, Rekomendasi
from sakip.organisasi.models import JenisPeriode, PenugasanJabatan, SifatPenugasan
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan.selectors.bahan import (
    SEBUTAN_STATUS,
    nilai_target,
    nilai_teks,
    satuan_nilai,
)
from sakip.pelaporan.selectors.uang import program_anggaran
from sakip.pengukuran.models import CapaianMutakhir
from sakip.perencanaan.models import IndikatorVersi
from sakip.perjanjian.selectors import target_berlaku

# How long before the last day of a holding its handover can be printed.
DINI = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Pergantian:
    """A post that leads a unit passes from one holder to the next; its berita acara, if issued."""

    lama: PenugasanJabatan
    baru: PenugasanJabatan
    dokumen: DokumenTerbit | None

    @property
    def hari_terakhir(self) -> date:
        """The last day of the old holder."""
        akhir: date = self.lama.masa.upper
        return akhir - timedelta(days=1)


def daftar_pergantian(lingkup: Lingkup, unit: UnitTampak) -> list[Pergantian]:
    """Changes of the unit's head up to a fortnight from now, the newest first. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI, unit.jalur)
    deret = list(
        PenugasanJabatan.objects.filter(jabatan__unit_id=unit.id, jabatan__memimpin=True)
        .select_related("jabatan", "pegawai")
        .order_by("jabatan", "masa")
    )
    terbit = {
        d.bahan.get("penugasan"): d
        for d in DokumenTerbit.objects.filter(unit_id=unit.id, jenis=JenisTerbit.SERAH_TERIMA)
    }
    hasil = [
        Pergantian(lama, baru, terbit.get(str(lama.uuid)))
        for lama, baru in pairwise(deret)
        if lama.jabatan_id == baru.jabatan_id
        and lama.masa.upper is not None
        and lama.masa.upper <= lingkup.pada + DINI
    ]
    return sorted(hasil, key=lambda p: p.lama.masa.upper, reverse=True)


def bahan_serah_terima(  # noqa: PLR0913
    lingkup: Lingkup,
    unit: UnitTampak,
    ganti: Pergantian,
    *,
    instansi: str,
    contoh: bool,
    catatan: str,
    kode_periksa: str,
    alamat_periksa: str,
) -> BahanSerahTerima:
    """A change of holder as its berita acara prints it, with the figures of today.

    A dozen queries.
    """
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    pada = lingkup.pada
    terbuka = _terbuka(unit.id)
    program, _serapan = program_anggaran(unit.id, pada.year, pada)
    return BahanSerahTerima(
        kepala=KepalaDokumen(
            instansi=instansi,
            unit=unit.nama,
            tahun=pada.year,
            tanggal=pada,
            contoh=contoh,
            kode_periksa=kode_periksa,
            alamat_periksa=alamat_periksa,
        ),
        jabatan=ganti.lama.jabatan.nama,
        menyerahkan=_pihak(ganti.lama),
        menerima=_pihak(ganti.baru),
        indikator=_kedudukan(unit.id, pada.year),
        rekomendasi=terbuka,
        tanpa_rekomendasi=not terbuka,
        anggaran=tuple(program.values()),
        catatan=catatan,
    )


def _pihak(p: PenugasanJabatan) -> Pihak:
    depan = "" if p.sifat == SifatPenugasan.DEFINITIF else f"{p.get_sifat_display()} "
    return Pihak(nama=p.pegawai.nama, jabatan=f"{depan}{p.jabatan.nama}", nip=p.pegawai.nip)


def _kedudukan(unit_id: int, tahun: int) -> tuple[KedudukanIndikator, ...]:
    """Each IKU of the year as it stands; without a plan those that a table brought in."""
    mutakhir = {
        m.indikator_id: m
        for m in CapaianMutakhir.objects.filter(
            unit_id=unit_id, tahun=tahun, periode__jenis=JenisPeriode.TAHUN
        )
        .select_related("indikator_versi")
        .order_by("indikator__kode")
    }
    daftar = [
        (b.indikator_versi, nilai_target(b.target_tahun), mutakhir.get(b.indikator.pk))
        for b in target_berlaku(unit_id, tahun)
    ] or [
        (m.indikator_versi, nilai_teks(m.target_teks, m.indikator_versi.jenis_nilai), m)
        for m in mutakhir.values()
    ]
    return tuple(_indikator(w, target, m) for w, target, m in daftar if w.iku)


def _indikator(w: IndikatorVersi, target: Nilai, m: CapaianMutakhir | None) -> KedudukanIndikator:
    return KedudukanIndikator(
        nama=w.nama,
        satuan=satuan_nilai(w, target),
        target=target,
        realisasi=nilai_teks(m.realisasi_teks, w.jenis_nilai) if m and m.realisasi_teks else None,
        capaian=m.capaian if m else None,
        keadaan=_keadaan(m),
    )


def _keadaan(m: CapaianMutakhir | None) -> str:
    """Why a figure is missing, or that it will still move; empty for one that stands."""
    if m is None:
        return SEBUTAN_STATUS["belum_waktunya"]
    return SEBUTAN_STATUS.get(m.status) or ("angka sementara" if m.sementara else "")


def _terbuka(unit_id: int) -> tuple[RekomendasiTerbuka, ...]:
    daftar = (
        Rekomendasi.objects.filter(
            evaluasi__unit_id=unit_id, evaluasi__keadaan=KeadaanEvaluasi.DITERBITKAN
        )
        .exclude(keadaan=KeadaanRekomendasi.SELESAI)
        .exclude(pk__in=_kembali(unit_id))
        .select_related("penanggung_jawab")
        .order_by("evaluasi__tahun_kinerja", "nomor")
    )
    return tuple(
        RekomendasiTerbuka(
            uraian=r.uraian,
            penanggung_jawab=r.penanggung_jawab.nama if r.penanggung_jawab else "",
            jatuh_tempo=r.tenggat,
        )
        for r in daftar
    )


def _kembali(unit_id: int) -> list[int]:
    """Recommendations that a later LHE took over: they are counted there."""
    return [
        asal
        for asal in Rekomendasi.objects.filter(
            evaluasi__unit_id=unit_id, evaluasi__keadaan=KeadaanEvaluasi.DITERBITKAN
        ).values_list("asal_id", flat=True)
        if asal is not None
    ]
