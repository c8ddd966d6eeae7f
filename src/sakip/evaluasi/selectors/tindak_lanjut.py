"""Reading recommendations and what became of them."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.models import Bukti
from sakip.bersama.galat import TidakDitemukan
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.evaluasi.models import (
    KeadaanEvaluasi,
    KeadaanRekomendasi,
    Rekomendasi,
    RiwayatEvaluasi,
)
from sakip.evaluasi.services.alur import ALUR_TINDAK_LANJUT
from sakip.organisasi.models import Jabatan
from sakip.organisasi.selectors import UnitTampak


@dataclass(frozen=True, slots=True)
class RekomendasiTampak:
    """A recommendation with its history."""

    rekomendasi: Rekomendasi
    riwayat: tuple[RiwayatEvaluasi, ...]

    def boleh(self, lingkup: Lingkup, unit: UnitTampak, tindakan: str) -> bool:
        """Whether the act leaves its state and the reader's peran allows it."""
        return any(
            t.tindakan == tindakan and lingkup.boleh(t.izin, unit.jalur)
            for t in ALUR_TINDAK_LANJUT.tindakan_dari(self.rekomendasi.keadaan)
        )

    def sebut(self, kode: str) -> str:
        return ALUR_TINDAK_LANJUT.sebut(kode)


def rekomendasi(
    lingkup: Lingkup, unit: UnitTampak, tahun_kinerja: int, uuid: UUID
) -> RekomendasiTampak:
    """One recommendation of an issued LHE of this unit, or ``TidakDitemukan``. Two queries."""
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    r = (
        Rekomendasi.objects.filter(
            uuid=uuid,
            evaluasi__unit_id=unit.id,
            evaluasi__tahun_kinerja=tahun_kinerja,
            evaluasi__keadaan=KeadaanEvaluasi.DITERBITKAN,
        )
        .select_related("evaluasi", "penanggung_jawab", "bukti__berkas", "asal__evaluasi")
        .first()
    )
    if r is None:
        raise TidakDitemukan(_("Rekomendasi itu bukan rekomendasi LHE ini."))
    riwayat = r.riwayat.select_related("oleh").order_by("-saat", "-id")
    return RekomendasiTampak(r, tuple(riwayat))


def rekomendasi_terbuka(
    lingkup: Lingkup, unit: UnitTampak, *, sebelum: int | None = None
) -> list[Rekomendasi]:
    """Recommendations of issued LHE that are not done, the oldest first. One query.

    ``sebelum``: only those on years before this one. One that has come back in a later LHE is
    left out: it goes on there.
    """
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    himpunan = Rekomendasi.objects.filter(
        evaluasi__unit_id=unit.id,
        evaluasi__keadaan=KeadaanEvaluasi.DITERBITKAN,
        kembali_sebagai__isnull=True,
    ).exclude(keadaan=KeadaanRekomendasi.SELESAI)
    if sebelum is not None:
        himpunan = himpunan.filter(evaluasi__tahun_kinerja__lt=sebelum)
    return list(
        himpunan.select_related("evaluasi", "penanggung_jawab").order_by(
            "evaluasi__tahun_kinerja", "nomor"
        )
    )


def jabatan_unit(lingkup: Lingkup, unit: UnitTampak, pada: date) -> list[Jabatan]:
    """Posts of a unit and of what is below it: who can be made responsible. One query."""
    lingkup.wajib(Tindakan.LIHAT_ORGANISASI, unit.jalur)
    return list(
        Jabatan.objects.filter(
            instansi_id=lingkup.instansi_id,
            unit__susunan__jalur__startswith=unit.jalur,
            unit__susunan__masa__contains=pada,
        ).order_by("-memimpin", "nama")
    )


def bukti_unit(lingkup: Lingkup, unit: UnitTampak) -> list[Bukti]:
    """Evidence of a unit and of what is below it, the newest first. One query."""
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    return list(
        Bukti.objects.filter(
            instansi_id=lingkup.instansi_id,
            ditarik=False,
            unit__susunan__jalur__startswith=unit.jalur,
            unit__susunan__masa__contains=lingkup.pada,
        )
        .only("uuid", "judul", "nama_berkas", "tahun", "tanggal")
        .order_by("-diunggah_pada", "-id")
    )


def rekomendasi_berbukti(
    lingkup: Lingkup, unit: UnitTampak, bukti: Collection[int]
) -> list[Rekomendasi]:
    """Recommendations whose follow-up is shown by one of these pieces of evidence. One query."""
    lingkup.wajib(Tindakan.LIHAT_EVALUASI, unit.jalur)
    return list(
        Rekomendasi.objects.filter(instansi_id=lingkup.instansi_id, bukti_id__in=bukti)
        .select_related("evaluasi__unit")
        .order_by("evaluasi__tahun_evaluasi", "nomor")
    )
