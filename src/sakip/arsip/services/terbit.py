"""Issuing: the last step of a signing, a handing-in, an evaluation. Part of their service."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from sakip.arsip.isi import PDF, kenali
from sakip.arsip.kode import rapikan_kode
from sakip.arsip.models import DokumenTerbit
from sakip.arsip.services.berkas import simpan_berkas
from sakip.bersama.layanan import layanan_berjalan
from sakip.organisasi.models import Instansi, Sifat, UnitKerja
from sakip.organisasi.services import naikkan_versi_data


def terbitkan_dokumen(  # noqa: PLR0913
    *,
    instansi: Instansi,
    unit_id: int,
    jenis: str,
    tahun: int,
    judul: str,
    bahan: Mapping[str, Any],
    pdf: bytes,
    kode_periksa: str,
    tanggal: date,
    saat: datetime,
    sifat: str = Sifat.ASLI,
    gantikan: bool = True,
) -> DokumenTerbit:
    """Issue a printed document; the service that calls has checked who may. Four queries.

    ``kode_periksa`` comes from ``kode_baru`` and stands on the paper already; ``bahan`` is what the
    paper was made of. With ``gantikan`` the current ones of this unit, kind and year are marked as
    replaced by it. Raises ``ValueError`` for what only a fault of the program can bring.
    """
    if layanan_berjalan() is None:
        raise ValueError("terbitkan_dokumen dipanggil di luar layanan")
    if kenali(pdf) is not PDF or rapikan_kode(kode_periksa) != kode_periksa:
        raise ValueError("yang terbit harus PDF dengan kode periksa dari kode_baru")
    # Two at once would take one number: the unit's row is the gate.
    UnitKerja.objects.select_for_update().get(pk=unit_id, instansi=instansi)
    serumpun = DokumenTerbit.objects.filter(unit_id=unit_id, jenis=jenis, tahun=tahun)
    nomor = (serumpun.aggregate(n=Max("nomor"))["n"] or 0) + 1
    dokumen = DokumenTerbit.objects.create(
        instansi=instansi,
        unit_id=unit_id,
        jenis=jenis,
        tahun=tahun,
        nomor=nomor,
        judul=judul,
        berkas=simpan_berkas(instansi=instansi, isi=pdf, jenis=PDF.mime, saat=saat),
        kode_periksa=kode_periksa,
        bahan=dict(bahan),
        tanggal=tanggal,
        terbit_pada=saat,
        sifat=sifat,
    )
    if gantikan:
        serumpun.filter(pengganti=None).exclude(pk=dokumen.pk).update(pengganti=dokumen)
    naikkan_versi_data([(unit_id, tahun)])
    return dokumen
