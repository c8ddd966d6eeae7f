"""The berita acara of a post that changes hands."""

from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from sakip.arsip.kode import alamat_periksa, kode_baru
from sakip.arsip.models import DokumenTerbit, JenisTerbit
from sakip.arsip.services import terbitkan_dokumen
from sakip.bersama.galat import IsianTidakSah, PerpindahanTidakSah
from sakip.bersama.izin import Lingkup, Tindakan
from sakip.bersama.layanan import Pelaku, layanan
from sakip.dokumen.serah_terima import SEBUTAN, pdf_serah_terima
from sakip.evaluasi.selectors.serah_terima import (
    Pergantian,
    bahan_serah_terima,
    daftar_pergantian,
)
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Instansi, PenugasanJabatan, Sifat
from sakip.organisasi.selectors import UnitTampak

PANJANG_CATATAN = 2_000


@layanan
def terbitkan_serah_terima(  # noqa: PLR0913
    *,
    oleh: Pelaku,
    saat: datetime,
    instansi: Instansi,
    unit: str,
    penugasan: UUID,
    catatan: str = "",
) -> DokumenTerbit:
    """Issue the berita acara of the holding that ends (``penugasan``), once, with today's figures.

    Both holders must be recorded; no regulation prescribes the paper (tafsir-0303).
    """
    lingkup = organisasi.lingkup_pelaku(oleh, instansi, saat)
    tempat = organisasi.unit_menurut_slug(lingkup, unit, Tindakan.TERBITKAN_SERAH_TERIMA)
    ganti = _terkunci(lingkup, tempat, penugasan)
    if len(catatan) > PANJANG_CATATAN:
        raise IsianTidakSah.dari(
            _("Berita acara belum terbit."),
            {"catatan": _("Paling banyak %s huruf.") % PANJANG_CATATAN},
        )
    kode = kode_baru()
    bahan = bahan_serah_terima(
        lingkup,
        tempat,
        ganti,
        instansi=instansi.nama,
        contoh=instansi.contoh,
        catatan=catatan.strip(),
        kode_periksa=kode,
        alamat_periksa=alamat_periksa(kode),
    )
    return terbitkan_dokumen(
        instansi=instansi,
        unit_id=tempat.id,
        jenis=JenisTerbit.SERAH_TERIMA,
        tahun=lingkup.pada.year,
        judul=f"{SEBUTAN} {bahan.jabatan}",
        bahan={**bahan.ke_data(), "penugasan": str(ganti.lama.uuid)},
        pdf=pdf_serah_terima(bahan),
        kode_periksa=kode,
        tanggal=lingkup.pada,
        saat=saat,
        sifat=Sifat.CONTOH if instansi.contoh else Sifat.ASLI,
        gantikan=False,
    )


def _terkunci(lingkup: Lingkup, unit: UnitTampak, penugasan: UUID) -> Pergantian:
    """The change of holder, locked: two at once would print two papers of one handover."""
    lama = PenugasanJabatan.objects.select_for_update(of=("self",)).filter(uuid=penugasan).first()
    ganti = next((p for p in daftar_pergantian(lingkup, unit) if p.lama == lama), None)
    if ganti is None:
        raise PerpindahanTidakSah(
            _(
                "Belum ada pergantian pimpinan yang dapat diserahterimakan: penugasan lama belum "
                "berakhir dalam empat belas hari, atau penggantinya belum dicatat."
            )
        )
    if ganti.dokumen is not None:
        raise PerpindahanTidakSah(
            _("Berita acara pergantian ini sudah terbit, kode %s.") % ganti.dokumen.kode_periksa
        )
    return ganti
