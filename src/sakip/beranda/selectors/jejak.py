"""What each unit has done in each year, over all stages, in one query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import CharField, DateField, F, IntegerField, QuerySet, Value
from django.db.models.functions import Cast, Coalesce, TruncDate

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.evaluasi.models import Evaluasi
from sakip.manfaat.models import KeputusanAnggaran
from sakip.organisasi.models import HariLibur, Jadwal, JenisJadwal
from sakip.organisasi.selectors import UnitTampak
from sakip.pelaporan.models import LaporanKinerja
from sakip.pengukuran.models import LembarPengukuran
from sakip.perencanaan.models import DokumenAnggaran, DokumenVersi, JenisDokumen
from sakip.perjanjian.models import PerjanjianKinerja, RencanaAksi


@dataclass(frozen=True, slots=True)
class Jejak:
    """The state of one record: a version, an agreement, a sheet, a report, an evaluation.

    ``nomor`` orders records of a kind (version, quarter); ``terlambat`` counts working days, -1 is
    not known; ``teks`` is a predikat or a reason, ``tanggal`` the day of the act of law. Of a
    ``KEPUTUSAN`` the state is the id of the indicator that it names.
    """

    keadaan: str
    nomor: int
    tanggal: date | None
    terlambat: int
    teks: str


KEPUTUSAN = "keputusan"  # beside the six stages, and none of them
JejakTahun = dict[str, list[Jejak]]
KOSONG = Value("", CharField())
TIADA = Value(None, DateField())


def jejak_tahun(
    lingkup: Lingkup, unit: Iterable[UnitTampak], tahun: Sequence[int]
) -> dict[tuple[int, int], JejakTahun]:
    """Records of these units (those in reach) and years, by (unit id, year) and stage. One query.

    Within a stage the earliest number comes first. Under unit 0 stand the windows of measurement of
    a year (stage ``jadwal``: number of the quarter, last day) and the holidays around today.
    """
    boleh = [u.id for u in unit if lingkup.boleh(Tindakan.LIHAT_KINERJA, u.jalur)]
    bagian = [
        _rencana(boleh, tahun),
        _anggaran(boleh, tahun),
        _perjanjian(boleh, tahun),
        _aksi(boleh, tahun),
        _lembar(boleh, tahun),
        _laporan(boleh, tahun),
        _evaluasi(boleh, tahun),
        _keputusan(boleh, tahun),
        _jadwal(lingkup.instansi_id, tahun),
        _libur(lingkup.pada),
    ]
    hasil: dict[tuple[int, int], JejakTahun] = {}
    for tahap, unit_id, t, keadaan, nomor, tanggal, terlambat, teks in bagian[0].union(
        *bagian[1:], all=True
    ):
        hasil.setdefault((unit_id, t), {}).setdefault(tahap, []).append(
            Jejak(keadaan, nomor, tanggal, terlambat, teks)
        )
    for per_tahap in hasil.values():
        for daftar in per_tahap.values():
            daftar.sort(key=lambda j: j.nomor)
    return hasil


def _baris(himpunan: QuerySet[Any], tahap: str, **kolom: Any) -> QuerySet[Any, Any]:
    """One part of the union: the same eight columns everywhere, types written out."""
    bawaan = {"tanggal": TIADA, "terlambat": Value(-1, IntegerField()), "teks": KOSONG}
    isi = bawaan | kolom
    baris: QuerySet[Any, Any] = (
        himpunan.order_by()
        .annotate(
            j_tahap=Value(tahap, CharField()),
            j_unit=isi["unit"],
            j_tahun=Cast(isi["tahun"], IntegerField()),
            j_keadaan=Cast(isi["keadaan"], CharField()),
            j_nomor=Cast(isi["nomor"], IntegerField()),
            j_tanggal=Cast(isi["tanggal"], DateField()),
            j_terlambat=Cast(Coalesce(isi["terlambat"], Value(-1)), IntegerField()),
            j_teks=Cast(isi["teks"], CharField()),
        )
        .values_list(
            "j_tahap",
            "j_unit",
            "j_tahun",
            "j_keadaan",
            "j_nomor",
            "j_tanggal",
            "j_terlambat",
            "j_teks",
        )
    )
    return baris


def _rencana(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        DokumenVersi.objects.filter(
            dokumen__unit_id__in=unit,
            dokumen__jenis=JenisDokumen.RENJA,
            dokumen__tahun_mulai__in=tahun,
        ),
        "rencana",
        unit=F("dokumen__unit_id"),
        tahun=F("dokumen__tahun_mulai"),
        keadaan=F("sifat_versi"),
        nomor=F("nomor"),
        tanggal=F("ditetapkan"),
    )


def _anggaran(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        DokumenAnggaran.objects.filter(unit_id__in=unit, tahun__in=tahun, ditarik=False),
        "anggaran",
        unit=F("unit_id"),
        tahun=F("tahun"),
        keadaan=F("tahap"),
        nomor=F("nomor"),
        tanggal=F("disahkan"),
    )


def _perjanjian(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        PerjanjianKinerja.objects.filter(unit_id__in=unit, tahun__in=tahun),
        "perjanjian",
        unit=F("unit_id"),
        tahun=F("tahun"),
        keadaan=F("keadaan"),
        nomor=F("nomor"),
        tanggal=F("tanggal_kedua"),
        teks=F("sebab"),
    )


def _aksi(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        RencanaAksi.objects.filter(unit_id__in=unit, tahun__in=tahun),
        "aksi",
        unit=F("unit_id"),
        tahun=F("tahun"),
        keadaan=F("keadaan"),
        nomor=F("nomor"),
        tanggal=F("dokumen_versi__ditetapkan"),
    )


def _lembar(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        LembarPengukuran.objects.filter(unit_id__in=unit, periode__tahun__in=tahun),
        "pengukuran",
        unit=F("unit_id"),
        tahun=F("periode__tahun"),
        keadaan=F("keadaan"),
        nomor=F("periode__nomor"),
        terlambat=F("hari_terlambat"),
    )


def _laporan(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        LaporanKinerja.objects.filter(unit_id__in=unit, tahun__in=tahun),
        "laporan",
        unit=F("unit_id"),
        tahun=F("tahun"),
        keadaan=F("keadaan"),
        nomor=F("nomor"),
        tanggal=TruncDate("disampaikan_pada"),
        terlambat=F("hari_terlambat"),
    )


def _evaluasi(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        Evaluasi.objects.filter(unit_id__in=unit, tahun_kinerja__in=tahun),
        "evaluasi",
        unit=F("unit_id"),
        tahun=F("tahun_kinerja"),
        keadaan=F("keadaan"),
        nomor=Value(1),
        tanggal=F("diterbitkan"),
        teks=F("predikat"),
    )


def _keputusan(unit: Sequence[int], tahun: Sequence[int]) -> QuerySet[Any, Any]:
    """Decisions on money that name an indicator."""
    return _baris(
        KeputusanAnggaran.objects.filter(
            unit_id__in=unit, tahun__in=tahun, indikator__isnull=False, tanggal__isnull=False
        ),
        KEPUTUSAN,
        unit=F("unit_id"),
        tahun=F("tahun"),
        keadaan=F("indikator_id"),
        nomor=Value(0),
        tanggal=F("tanggal"),
    )


def _jadwal(instansi_id: int, tahun: Sequence[int]) -> QuerySet[Any, Any]:
    return _baris(
        Jadwal.objects.filter(
            instansi_id=instansi_id, jenis=JenisJadwal.PENGUKURAN, tahun__in=tahun
        ),
        "jadwal",
        unit=Value(0, IntegerField()),
        tahun=F("tahun"),
        keadaan=F("jenis"),
        nomor=F("periode__nomor"),
        tanggal=F("selesai"),
    )


SEKITAR = timedelta(days=90)  # lateness is counted in working days; after a quarter it is plain


def _libur(pada: date) -> QuerySet[Any, Any]:
    return _baris(
        HariLibur.objects.filter(tanggal__range=(pada - SEKITAR, pada)),
        "libur",
        unit=Value(0, IntegerField()),
        tahun=Value(0, IntegerField()),
        keadaan=KOSONG,
        nomor=Value(0),
        tanggal=F("tanggal"),
    )
