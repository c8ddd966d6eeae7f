"""What an agreement says on paper: the frozen data of its document, also for the page."""

from datetime import date

from sakip.bersama.izin import Lingkup, Tindakan
from sakip.dokumen.bahan import (
    BahanPerjanjian,
    IndikatorPerjanjian,
    KepalaDokumen,
    Pihak,
    ProgramAnggaran,
    SasaranPerjanjian,
)
from sakip.organisasi.models import PenugasanJabatan, Sifat, SifatPenugasan
from sakip.organisasi.selectors import UnitTampak
from sakip.perencanaan.models import IndikatorVersi, TargetVersi
from sakip.perjanjian.models import PerjanjianKinerja, SebabPerjanjian
from sakip.perjanjian.selectors.lihat import isi_perjanjian


def naskah_perjanjian(  # noqa: PLR0913
    lingkup: Lingkup,
    pk: PerjanjianKinerja,
    unit: UnitTampak,
    *,
    instansi: str,
    tanggal: date,
    kode_periksa: str = "",
    alamat_periksa: str = "",
) -> BahanPerjanjian:
    """An agreement the caller was given, as its document prints it. Two queries.

    Without ``kode_periksa`` it is a draft. ``tanggal`` stands above the signatures.
    """
    lingkup.wajib(Tindakan.LIHAT_PERJANJIAN, unit.jalur)
    isi = isi_perjanjian(lingkup, pk)
    return BahanPerjanjian(
        kepala=KepalaDokumen(
            instansi=instansi,
            unit=unit.nama,
            tahun=pk.tahun,
            tanggal=tanggal,
            contoh=pk.sifat == Sifat.CONTOH,
            kode_periksa=kode_periksa,
            alamat_periksa=alamat_periksa,
        ),
        pihak_pertama=_pihak(pk.pihak_pertama),
        pihak_kedua=_pihak(pk.pihak_kedua),
        sasaran=tuple(
            SasaranPerjanjian(
                uraian=sasaran,
                indikator=tuple(
                    IndikatorPerjanjian(
                        nama=b.indikator_versi.nama,
                        target=b.target.teks,
                        satuan=satuan_target(b.indikator_versi, b.target),
                    )
                    for b in butir
                ),
            )
            for sasaran, butir in isi.sasaran
        ),
        program=tuple(
            ProgramAnggaran(kode=p.kode, nama=p.nama, anggaran=p.rupiah, keterangan=p.keterangan)
            for p in isi.program
        ),
        perubahan_ke=pk.nomor - 1,
        alasan_perubahan="" if pk.sebab == SebabPerjanjian.AWAL else pk.alasan.rstrip("."),
    )


def satuan_target(w: IndikatorVersi, t: TargetVersi) -> str:
    """The unit beside a target; none beside a share written as its two parts (11/14)."""
    return "" if t.penyebut is not None and w.satuan == "%" else w.satuan


def _pihak(p: PenugasanJabatan) -> Pihak:
    depan = "" if p.sifat == SifatPenugasan.DEFINITIF else f"{p.get_sifat_display()} "
    return Pihak(nama=p.pegawai.nama, jabatan=f"{depan}{p.jabatan.nama}", nip=p.pegawai.nip)
