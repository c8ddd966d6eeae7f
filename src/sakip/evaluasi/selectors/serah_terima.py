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
    Pihak,
    RekomendasiTerbuka,
)
from sakip.evaluasi.models import KeadaanEvaluasi, KeadaanRekomendasi, Rekomendasi
from sakip.organisasi.models import JenisPeriode, PenugasanJabatan, SifatPenugasan
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan.selectors.uang import program_anggaran
from sakip.pengukuran.models import CapaianMutakhir

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
    """A change of holder as its berita acara prints it, with the figures of today. Five queries."""
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
    """Each IKU of the year as it stands; one without a figure yet is not in it."""
    mutakhir = CapaianMutakhir.objects.filter(
        unit_id=unit_id,
        tahun=tahun,
        periode__jenis=JenisPeriode.TAHUN,
        indikator_versi__iku=True,
    ).select_related("indikator_versi")
    return tuple(
        KedudukanIndikator(
            nama=m.indikator_versi.nama,
            satuan=m.indikator_versi.satuan,
            target=m.target_teks,
            realisasi=m.realisasi_teks,
            capaian=m.capaian,
            keadaan="angka sementara" if m.sementara else "",
        )
        for m in mutakhir.order_by("indikator__kode")
    )


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
