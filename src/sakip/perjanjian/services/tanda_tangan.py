"""Signing: in the system, first party first; or on paper, whose scan is matched to what was issued.

On paper the document must exist before it is signed: it is issued with the day of the ceremony and
its check code, and the scan must carry that code. In the system the second signature issues it.
"""

from collections.abc import Sequence
from datetime import date, datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from sakip.alur.services import TugasBaru, hapus_tugas, proyeksikan_tugas
from sakip.arsip.services import cocokkan_pindaian
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import DokumenAnggaran
from sakip.perjanjian import selectors
from sakip.perjanjian.models import PerjanjianKinerja, SebabPerjanjian
from sakip.perjanjian.selectors import ALUR_PERJANJIAN
from sakip.perjanjian.services.catatan import buka, selesaikan, simpan
from sakip.perjanjian.services.terbit import nyatakan_berlaku, terbitkan

ALUR_ANGGARAN = "anggaran"  # under this name the import of a budget puts its task
ALUR_AKSI_BARU = "rencana_aksi"


@layanan
def tandatangani_pertama(
    *, oleh: Pelaku, saat: datetime, instansi: Instansi, perjanjian: UUID, versi: int
) -> PerjanjianKinerja:
    """Sign as Pihak Pertama: only the official of the agreement, while he holds the post."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    pk, tempat = buka(lingkup, instansi, perjanjian, versi)
    dari = pk.keadaan
    t = ALUR_PERJANJIAN.pindah(
        keadaan=dari,
        tindakan="tandatangani_pertama",
        lingkup=lingkup,
        jalur=tempat.jalur,
        konteks=selectors.konteks_perjanjian(lingkup, pk),
    )
    simpan(pk, keadaan=t.ke, tanggal_pertama=lingkup.pada)
    selesaikan(pk, tempat, dari=dari, tindakan=t.tindakan, oleh=oleh, saat=saat)
    return pk


@layanan
def tandatangani_kedua(
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    perjanjian: Sequence[tuple[UUID, int]],
) -> list[PerjanjianKinerja]:
    """Sign as Pihak Kedua, several at once (each with the version seen): all of them or none.

    Each is issued as a document of today and is in force from then on.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    if not perjanjian:
        raise IsianTidakSah.dari(
            _("Belum ada yang ditandatangani."),
            {"perjanjian": _("Pilih sekurangnya satu perjanjian.")},
        )
    hasil = []
    # In one order for all, so that two who sign at once do not wait for each other.
    for uuid, versi in sorted(perjanjian):
        pk, tempat = buka(lingkup, instansi, uuid, versi)
        dari = pk.keadaan
        t = ALUR_PERJANJIAN.pindah(
            keadaan=dari,
            tindakan="tandatangani_kedua",
            lingkup=lingkup,
            jalur=tempat.jalur,
            konteks=selectors.konteks_perjanjian(lingkup, pk),
        )
        simpan(pk, keadaan=t.ke, tanggal_kedua=lingkup.pada)
        terbitkan(lingkup, pk, tempat, instansi=instansi, tanggal=lingkup.pada, saat=saat)
        _berlakukan(pk, tempat, dari=dari, tindakan=t.tindakan, oleh=oleh, saat=saat)
        hasil.append(pk)
    return hasil


@layanan
def terbitkan_naskah_perjanjian(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    perjanjian: UUID,
    versi: int,
    tanggal: date,
) -> PerjanjianKinerja:
    """Issue the document that will be signed on paper on ``tanggal``; from then on paper counts."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    pk, tempat = buka(lingkup, instansi, perjanjian, versi)
    dari = pk.keadaan
    t = ALUR_PERJANJIAN.pindah(
        keadaan=dari,
        tindakan="terbitkan_naskah",
        lingkup=lingkup,
        jalur=tempat.jalur,
        konteks=selectors.konteks_perjanjian(lingkup, pk),
    )
    _periksa_hari(pk, {"tanggal": tanggal}, None)
    simpan(pk, di_atas_kertas=True)
    terbitkan(lingkup, pk, tempat, instansi=instansi, tanggal=tanggal, saat=saat)
    selesaikan(pk, tempat, dari=dari, tindakan=t.tindakan, oleh=oleh, saat=saat)
    return pk


@layanan
def catat_perjanjian_kertas(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    perjanjian: UUID,
    versi: int,
    tanggal_pertama: date,
    tanggal_kedua: date,
    nama_berkas: str,
    isi: bytes,
    kode_diketik: str = "",
) -> PerjanjianKinerja:
    """Record both signatures of the paper, proved by a scan that carries the issued code."""
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    pk, tempat = buka(lingkup, instansi, perjanjian, versi)
    dari = pk.keadaan
    t = ALUR_PERJANJIAN.pindah(
        keadaan=dari,
        tindakan="catat_kertas",
        lingkup=lingkup,
        jalur=tempat.jalur,
        konteks=selectors.konteks_perjanjian(lingkup, pk),
    )
    _periksa_hari(
        pk, {"tanggal_pertama": tanggal_pertama, "tanggal_kedua": tanggal_kedua}, lingkup.pada
    )
    assert pk.dokumen is not None  # noqa: S101 - the paper was issued, a condition saw to it
    cocokkan_pindaian(
        oleh=oleh,
        saat=saat,
        instansi=instansi,
        dokumen=pk.dokumen.uuid,
        nama_berkas=nama_berkas,
        isi=isi,
        kode_diketik=kode_diketik,
    )
    simpan(pk, keadaan=t.ke, tanggal_pertama=tanggal_pertama, tanggal_kedua=tanggal_kedua)
    _berlakukan(pk, tempat, dari=dari, tindakan=t.tindakan, oleh=oleh, saat=saat)
    return pk


def _periksa_hari(pk: PerjanjianKinerja, hari: dict[str, date], sampai: date | None) -> None:
    """Days of signing: while both held their posts, first party first, none in the future."""
    salah = {}
    pihak = {
        "tanggal": (pk.pihak_pertama, pk.pihak_kedua),
        "tanggal_pertama": (pk.pihak_pertama,),
        "tanggal_kedua": (pk.pihak_kedua,),
    }
    for letak, tanggal in hari.items():
        luar = next((p for p in pihak[letak] if tanggal not in p.masa), None)
        if luar is not None:
            salah[letak] = _("%(nama)s tidak menjabat %(jabatan)s pada %(hari)s.") % {
                "nama": luar.pegawai.nama,
                "jabatan": luar.jabatan.nama,
                "hari": date_format(tanggal, "j F Y"),
            }
        elif sampai is not None and tanggal > sampai:
            salah[letak] = _("Tanggal ini masih di depan. Tulis hari penandatanganannya.")
    if not salah and hari.get("tanggal_kedua", date.max) < hari.get("tanggal_pertama", date.min):
        salah["tanggal_kedua"] = _("Pihak Kedua menandatangani sesudah Pihak Pertama.")
    if salah:
        raise IsianTidakSah.dari(_("Tanggal tanda tangan tidak dapat diterima."), salah)


def _berlakukan(  # noqa: PLR0913
    pk: PerjanjianKinerja,
    tempat: UnitTampak,
    *,
    dari: str,
    tindakan: str,
    oleh: Pelaku,
    saat: datetime,
) -> None:
    """From now on this agreement counts: end the one before, clear and open tasks."""
    nyatakan_berlaku(pk)
    selesaikan(pk, tempat, dari=dari, tindakan=tindakan, oleh=oleh, saat=saat)
    anggaran = DokumenAnggaran.objects.filter(
        unit_id=pk.unit_id, tahun=pk.tahun, nomor__lte=pk.anggaran.nomor
    )
    hapus_tugas(alur=ALUR_ANGGARAN, objek=list(anggaran.values_list("uuid", flat=True)))
    if pk.sebab != SebabPerjanjian.MUTASI:
        _tugaskan_aksi(pk, tempat, saat)


def _tugaskan_aksi(pk: PerjanjianKinerja, tempat: UnitTampak, saat: datetime) -> None:
    pola = (
        gettext_noop("Susun rencana aksi {tahun} dari perjanjian yang ditandatangani")
        if pk.sebab == SebabPerjanjian.AWAL
        else gettext_noop("Sesuaikan rencana aksi {tahun} dengan perjanjian perubahan")
    )
    proyeksikan_tugas(
        instansi_id=pk.instansi_id,
        alur=ALUR_AKSI_BARU,
        objek=pk.uuid,
        tugas=(
            TugasBaru(
                Peran.PENYUSUN_UNIT,
                pk.unit_id,
                pola,
                {"tahun": str(pk.tahun)},
                {"halaman": "aksi", "isi": [pk.tahun, tempat.slug]},
                tahun=pk.tahun,
            ),
        ),
        saat=saat,
    )
