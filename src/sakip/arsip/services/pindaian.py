"""The scan of a paper that was signed by hand: taken in only when it belongs to what was issued."""

import hashlib
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.isi import JPG, PDF, PNG, kode_dalam_pindaian, rapikan_nama
from sakip.arsip.kode import rapikan_kode
from sakip.arsip.models import DokumenTerbit, Pindaian
from sakip.arsip.services.berkas import periksa_berkas, simpan_berkas
from sakip.bersama.galat import IsianTidakSah
from sakip.bersama.izin import Tindakan
from sakip.bersama.layanan import Pelaku, kunci, layanan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi
from sakip.organisasi.services import naikkan_versi_data


@layanan
def cocokkan_pindaian(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    dokumen: UUID,
    nama_berkas: str,
    isi: bytes,
    kode_diketik: str = "",
) -> Pindaian:
    """Match a scan to an issued document by the QR code in it, or by the code somebody typed.

    A QR code that can be read decides; the typed code counts only where none can. The match says
    which document the paper is, not that every line on it is unchanged: a person still looks.
    Sending the same scan twice gives the first. Drawing pages takes up to seconds.
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    baris = kunci(
        DokumenTerbit.objects.filter(instansi=instansi)
        .select_related("unit", "berkas")
        .defer("berkas__isi", "bahan"),
        uuid=dokumen,
    )
    organisasi.unit_menurut_slug(lingkup, baris.unit.slug, Tindakan.UNGGAH_PINDAIAN)
    jenis, pesan = periksa_berkas(isi, rapikan_nama(nama_berkas), (PDF, PNG, JPG))
    if jenis is None:
        raise _ditolak("berkas", pesan)
    if hashlib.sha256(isi).hexdigest() == baris.berkas.sha256:
        raise _ditolak(
            "berkas",
            _(
                "Ini PDF yang terbit itu sendiri, bukan pindaiannya. Cetak, tanda tangani, pindai, "
                "lalu unggah hasil pindaiannya."
            ),
        )
    cara = _cocokkan(baris, kode_dalam_pindaian(isi, jenis), kode_diketik)
    berkas = simpan_berkas(instansi=instansi, isi=isi, jenis=jenis.mime, saat=saat)
    pindaian, baru = Pindaian.objects.get_or_create(
        instansi=instansi,
        dokumen=baris,
        berkas=berkas,
        defaults={"cara": cara, "oleh_id": oleh.pengguna_id, "dicocokkan_pada": saat},
    )
    if baru:
        naikkan_versi_data([(baris.unit_id, baris.tahun)])
    return pindaian


def _cocokkan(dokumen: DokumenTerbit, terbaca: frozenset[str], diketik: str) -> str:
    """How the scan was matched; refuses with the sentence that helps."""
    if dokumen.kode_periksa in terbaca:
        return Pindaian.Cara.QR
    if terbaca:
        raise _ditolak(
            "berkas",
            _(
                "Pindaian ini milik dokumen lain: QR-nya berkode %(lain)s, sedangkan dokumen ini "
                "%(ini)s. Pilih pindaian yang benar."
            )
            % {"lain": ", ".join(sorted(terbaca)), "ini": dokumen.kode_periksa},
        )
    if not diketik.strip():
        raise _ditolak(
            "kode",
            _(
                "QR pada pindaian tidak terbaca. Pindai ulang lembar terakhir dengan lebih terang, "
                "atau ketik kode periksa yang tercetak di bawah setiap lembar."
            ),
        )
    if rapikan_kode(diketik) != dokumen.kode_periksa:
        raise _ditolak(
            "kode",
            _(
                "Kode “%s” bukan kode dokumen ini. Salin kode periksa dari bawah lembar, seperti "
                "ABCDE-FGHJK."
            )
            % diketik.strip(),
        )
    return Pindaian.Cara.KODE


def _ditolak(letak: str, pesan: str) -> IsianTidakSah:
    return IsianTidakSah.dari(_("Pindaian tidak diterima."), {letak: pesan})
