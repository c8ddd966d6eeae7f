"""What every act on an agreement has in common: its lock, its history, its place in the inbox."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.utils.translation import gettext_noop

from sakip.alur.services import TugasBaru, proyeksikan_tugas
from sakip.bersama.izin import Lingkup, Peran, Tindakan
from sakip.bersama.layanan import Pelaku, kunci
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.organisasi.services import naikkan_versi_data
from sakip.perjanjian.models import KeadaanPerjanjian, PerjanjianKinerja, RiwayatPerjanjian
from sakip.perjanjian.selectors import tenggat_perjanjian

ALUR_TUGAS = "perjanjian"


def buka(
    lingkup: Lingkup, instansi: Instansi, perjanjian: UUID, versi: int
) -> tuple[PerjanjianKinerja, UnitTampak]:
    """Lock one agreement as the caller saw it, with its unit as it is placed today. Two queries."""
    pk = kunci(
        PerjanjianKinerja.objects.filter(instansi=instansi).select_related(
            "unit__instansi",
            "anggaran",
            "sebelumnya",
            "dokumen",
            "dokumen_versi",
            "pihak_pertama__pegawai",
            "pihak_pertama__jabatan",
            "pihak_kedua__pegawai",
            "pihak_kedua__jabatan",
        ),
        uuid=perjanjian,
        versi=versi,
    )
    return pk, organisasi.unit_menurut_slug(lingkup, pk.unit.slug, Tindakan.LIHAT_PERJANJIAN)


def simpan(pk: PerjanjianKinerja, **kolom: Any) -> None:
    """Write these fields, and that the row is a newer one."""
    for nama, nilai in kolom.items():
        setattr(pk, nama, nilai)
    pk.versi += 1
    pk.save(update_fields=[*kolom, "versi"])


def selesaikan(  # noqa: PLR0913
    pk: PerjanjianKinerja,
    tempat: UnitTampak,
    *,
    dari: str,
    tindakan: str,
    oleh: Pelaku,
    saat: datetime,
    alasan: str = "",
) -> None:
    """Write the act down, put the next one into the right inbox, and let pages know."""
    RiwayatPerjanjian.objects.create(
        perjanjian=pk,
        dari=dari,
        tindakan=tindakan,
        ke=pk.keadaan,
        oleh_id=oleh.pengguna_id,
        saat=saat,
        alasan=alasan,
    )
    proyeksikan_tugas(
        instansi_id=pk.instansi_id,
        alur=ALUR_TUGAS,
        objek=pk.uuid,
        tugas=_tugas(pk, tempat, alasan),
        saat=saat,
    )
    naikkan_versi_data([(pk.unit_id, pk.tahun)])


_POLA = {
    KeadaanPerjanjian.KONSEP: (
        Peran.PENYUSUN_UNIT,
        gettext_noop("Ajukan perjanjian kinerja {tahun}"),
    ),
    KeadaanPerjanjian.DIAJUKAN: (
        Peran.KOORDINATOR_SAKIP,
        gettext_noop("Telaah perjanjian kinerja {tahun} {unit}"),
    ),
    KeadaanPerjanjian.DIKEMBALIKAN: (
        Peran.PENYUSUN_UNIT,
        gettext_noop("Perbaiki perjanjian kinerja {tahun}: {alasan}"),
    ),
    KeadaanPerjanjian.DITELAAH: (
        Peran.PIMPINAN_UNIT,
        gettext_noop("Tanda tangani perjanjian kinerja {tahun} {unit} sebagai Pihak Pertama"),
    ),
    KeadaanPerjanjian.DITANDATANGANI_PERTAMA: (
        Peran.PIMPINAN_DAERAH,
        gettext_noop("Tanda tangani perjanjian kinerja {tahun} {unit} sebagai Pihak Kedua"),
    ),
}
_KERTAS = (
    Peran.PENYUSUN_UNIT,
    gettext_noop("Unggah pindaian perjanjian kinerja {tahun} yang ditandatangani di atas kertas"),
)


def _tugas(pk: PerjanjianKinerja, tempat: UnitTampak, alasan: str) -> Sequence[TugasBaru]:
    keadaan = KeadaanPerjanjian(pk.keadaan)
    satu = _POLA.get(keadaan)
    if satu is None:
        return ()
    if keadaan is KeadaanPerjanjian.DITELAAH and pk.di_atas_kertas:
        satu = _KERTAS
    peran, pola = satu
    return (
        TugasBaru(
            peran,
            pk.unit_id,
            pola,
            {"tahun": str(pk.tahun), "unit": tempat.nama, "alasan": alasan},
            _sasaran(pk, tempat),
            tahun=pk.tahun,
            jatuh_tempo=akhir_hari(pk),
        ),
    )


def _sasaran(pk: PerjanjianKinerja, tempat: UnitTampak) -> dict[str, Any]:
    return {"halaman": "satu_perjanjian", "isi": [pk.tahun, tempat.slug, pk.nomor]}


def akhir_hari(pk: PerjanjianKinerja) -> datetime | None:
    """The last moment of the day by which the agreement is due, if any."""
    tenggat = tenggat_perjanjian(pk)
    if tenggat is None:
        return None
    return datetime.combine(tenggat, time(23, 59, 59), ZoneInfo(pk.unit.instansi.zona))
