"""One indicator over the years: where it began, what was promised, what came, where it goes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Protocol
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.organisasi.models import JenisPeriode
from sakip.organisasi.selectors import UnitTampak
from sakip.pengukuran.kaidah.nilai import NilaiBaru
from sakip.pengukuran.kaidah.tren import ProyeksiTahun, angka_tersimpan, proyeksi_akhir
from sakip.pengukuran.models import KEADAAN_TERBUKA, CapaianMutakhir, NilaiKomponen, belum_sah
from sakip.pengukuran.selectors.tahun import kalender_tahun
from sakip.perencanaan.models import IndikatorVersi, TargetVersi

TAHUN_LALU = 4  # how many years before the chosen one are drawn


@dataclass(frozen=True, slots=True)
class TitikTren:
    """One period: what was promised and what came, as text and as a height (``None``: none)."""

    tahun: int
    jenis: str
    nomor: int
    target_teks: str
    target: Decimal | None
    realisasi_teks: str
    realisasi: Decimal | None
    status: str
    kategori: str
    capaian: Decimal | None
    belum: str
    snapshot_uuid: UUID | None
    sifat: str = "asli"

    @property
    def letak(self) -> Decimal:
        """Where it stands on the line of time: the end of 2026 is 2026, its first quarter .25."""
        bagian = {"triwulan": 4, "semester": 2}.get(self.jenis)
        if bagian is None:
            return Decimal(self.tahun)
        return Decimal(self.tahun - 1) + Decimal(self.nomor) / bagian


@dataclass(frozen=True, slots=True)
class TrenIndikator:
    """An indicator of a unit: its years, the periods of the chosen one, and its projection."""

    versi: IndikatorVersi
    kode: str
    tahunan: tuple[TitikTren, ...]
    periode: tuple[TitikTren, ...]
    baseline: Decimal | None
    proyeksi: ProyeksiTahun

    @property
    def target_kini(self) -> Decimal | None:
        """The promise of the chosen year as a height."""
        return next((t.target for t in reversed(self.tahunan) if t.target is not None), None)


def tren_indikator(lingkup: Lingkup, unit: UnitTampak, tahun: int, kode: str) -> TrenIndikator:
    """See there. Five queries, four of them for figures. ``TidakDitemukan`` without any trace."""
    lingkup.wajib(Tindakan.LIHAT_KINERJA, unit.jalur)
    titik = _titik(unit, tahun, kode)
    target = _target_tahunan(unit, kode)
    versi = (
        IndikatorVersi.objects.filter(indikator__unit_id=unit.id, indikator__kode=kode)
        .select_related("pengampu", "dokumen_versi__dokumen")
        .order_by("-dokumen_versi_id")
        .first()
    )
    if versi is None:
        raise TidakDitemukan(_("Indikator itu tidak ada pada unit ini."))
    return TrenIndikator(
        versi=versi,
        kode=kode,
        tahunan=_tahunan(titik, target, tahun),
        periode=tuple(t for t in titik if t.tahun == tahun and t.jenis != JenisPeriode.TAHUN),
        baseline=angka_tersimpan(versi.baseline_teks),
        proyeksi=proyeksi_banyak({versi.indikator_id: versi}, tahun)[versi.indikator_id],
    )


KOLOM = (
    "tahun",
    "periode__jenis",
    "periode__nomor",
    "target_teks",
    "realisasi_teks",
    "status",
    "kategori",
    "capaian",
    "keadaan",
    "sementara",
    "snapshot_uuid",
    "sifat",
)


def _titik(unit: UnitTampak, tahun: int, kode: str) -> list[TitikTren]:
    return [
        TitikTren(
            tahun=t,
            jenis=jenis,
            nomor=nomor,
            target_teks=target,
            target=angka_tersimpan(target),
            realisasi_teks=realisasi,
            realisasi=angka_tersimpan(realisasi),
            status=status,
            kategori=kategori,
            capaian=capaian,
            belum=belum_sah(keadaan, sementara),
            snapshot_uuid=uuid,
            sifat=sifat,
        )
        for t, jenis, nomor, target, realisasi, status, kategori, capaian, keadaan, sementara, uuid, sifat in (  # noqa: E501
            CapaianMutakhir.objects.filter(
                unit_id=unit.id,
                indikator__kode=kode,
                tahun__range=(tahun - TAHUN_LALU, tahun),
            )
            .order_by("periode__selesai", "-periode__mulai")
            .values_list(*KOLOM)
        )
    ]


def _target_tahunan(unit: UnitTampak, kode: str) -> dict[int, str]:
    """What was promised for each year, by the latest document that says so. One query."""
    return dict(
        TargetVersi.objects.filter(
            unit_id=unit.id,
            indikator__kode=kode,
            periode__jenis=JenisPeriode.TAHUN,
            ditarik=False,
        )
        .order_by("dokumen_versi_id")
        .values_list("periode__tahun", "teks")
    )


def _tahunan(
    titik: Sequence[TitikTren], target: Mapping[int, str], tahun: int
) -> tuple[TitikTren, ...]:
    """Every year up to the chosen one that has a target or a figure."""
    ada = {t.tahun: t for t in titik if t.jenis == JenisPeriode.TAHUN}
    hasil = []
    for t in range(tahun - TAHUN_LALU, tahun + 1):
        if t in ada:
            hasil.append(ada[t])
        elif t in target:
            teks = target[t]
            hasil.append(_hanya_target(t, teks))
    return tuple(hasil)


def _hanya_target(tahun: int, teks: str) -> TitikTren:
    return TitikTren(
        tahun=tahun,
        jenis=JenisPeriode.TAHUN,
        nomor=1,
        target_teks=teks,
        target=angka_tersimpan(teks),
        realisasi_teks="",
        realisasi=None,
        status="belum_diisi",
        kategori="",
        capaian=None,
        belum="",
        snapshot_uuid=None,
    )


class Terukur(Protocol):
    """How an indicator is measured: a wording, or a row that carries it."""

    @property
    def frekuensi(self) -> str: ...
    @property
    def agregasi(self) -> str: ...
    @property
    def jenis_nilai(self) -> str: ...
    @property
    def skala(self) -> str: ...


def proyeksi_banyak(versi: Mapping[int, Terukur], tahun: int) -> dict[int, ProyeksiTahun]:
    """Where each of these indicators ends the year, from approved periods alone. One query.

    For rows that the caller was given; keyed by the indicator's id.
    """
    isi: dict[tuple[int, str, int], dict[str, Any]] = {}
    for i, jenis, nomor, komponen, nilai, kode in NilaiKomponen.objects.filter(
        realisasi__indikator_id__in=list(versi),
        realisasi__periode__tahun=tahun,
        realisasi__keadaan__in=KEADAAN_TERBUKA,
        komponen__in=("nilai", "pembilang", "penyebut", "kode"),
        rincian=0,
    ).values_list(
        "realisasi__indikator_id",
        "realisasi__periode__jenis",
        "realisasi__periode__nomor",
        "komponen",
        "nilai",
        "kode",
    ):
        isi.setdefault((i, jenis, nomor), {})[komponen] = kode if komponen == "kode" else nilai
    kalender = kalender_tahun(tahun)
    hasil = {}
    for i, v in versi.items():
        deret = kalender.periode(v.frekuensi)
        hasil[i] = proyeksi_akhir(
            [_nilai(isi.get((i, p.jenis, p.nomor))) for p in deret],
            agregasi=v.agregasi,
            jenis=v.jenis_nilai,
            skala=v.skala,
            pada=kalender.setahun.selesai,
        )
    return hasil


def _nilai(k: Mapping[str, Any] | None) -> NilaiBaru | None:
    if k is None:
        return None
    if "kode" in k:
        return NilaiBaru(k["kode"], kode=k["kode"])
    if "pembilang" in k and "penyebut" in k:
        return NilaiBaru("", k["pembilang"], k["penyebut"])
    return NilaiBaru("", k["nilai"]) if "nilai" in k else None
