"""A small plan and a small budget as people bring them: what tests of the plan start from."""

from dataclasses import replace
from typing import Any

from domain.lembar import berkas_csv
from domain.pemeran import MULAI, Dunia
from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku
from sakip.impor.models import BetsImpor
from sakip.impor.services import batalkan_impor, import_pratinjau, terapkan_impor
from sakip.organisasi import services
from sakip.perencanaan.models import DokumenVersi
from sakip.perencanaan.services import (
    IndikatorBaru,
    RencanaBaru,
    SimpulBaru,
    TargetBaru,
    susun_rencana,
)

POHON = (
    SimpulBaru("t1", "tujuan", "Meningkatnya pelayanan"),
    SimpulBaru("s1", "sasaran", "Meningkatnya kualitas layanan", "t1"),
    SimpulBaru("7.01.02", "program", "Pelayanan Publik", "s1", "7.01.02"),
    SimpulBaru("7.01.02.2.01", "kegiatan", "Koordinasi", "7.01.02", "7.01.02.2.01"),
    SimpulBaru("7.01.02.2.01.0001", "subkegiatan", "Rapat", "7.01.02.2.01", "7.01.02.2.01.0001"),
    SimpulBaru("7.01.02.2.01.0002", "subkegiatan", "Loket", "7.01.02.2.01", "7.01.02.2.01.0002"),
)
IKM = IndikatorBaru(
    kode="ikm",
    nama="Indeks kepuasan",
    arah="naik_baik",
    jenis_nilai="bilangan",
    simpul="s1",
    satuan="nilai",
    iku=True,
    baseline_tahun=2025,
    baseline_teks="82,40",
    target=(TargetBaru(2026, "83,50"),),
)
DESA = IndikatorBaru(
    kode="desa",
    nama="Persentase desa tertib",
    arah="naik_baik",
    jenis_nilai="rasio",
    simpul="t1",
    satuan="%",
    komponen={"pembilang": "desa tertib", "penyebut": "seluruh desa"},
    target=(TargetBaru(2026, "11/14"),),
)
NASKAH = RencanaBaru(
    unit="dinas-anggrek",
    jenis="renja",
    judul="Renja 2026",
    tahun_mulai=2026,
    tahun_selesai=2026,
    simpul=POHON,
    indikator=(IKM, DESA),
    dukungan=(("7.01.02.2.01.0002", "ikm"),),
)


def susun(
    dunia: Dunia, siapa: str = "ani", *, versi: int | None = None, **ganti: Any
) -> DokumenVersi:
    """Draft the plan, with what the test is about changed."""
    return susun_rencana(**dunia.dasar(siapa), isi=replace(NASKAH, **ganti), versi=versi)


def bendahara(dunia: Dunia, unit: str | None = None) -> str:
    """Somebody who brings budgets for a unit (none: for the whole government)."""
    nama = f"bendahara-{unit or 'semua'}"
    akun = services.buat_akun(
        **dunia.dasar("sistem"), nama_pengguna=f"{nama}.u", nama="Bendahara Contoh", sandi=None
    )
    services.beri_peran(
        **dunia.dasar("sistem"),
        pengguna_id=akun.pk,
        peran=Peran.PENGELOLA_KEUANGAN,
        unit=unit or dunia.instansi.slug,
        mulai=MULAI,
        selesai=None,
    )
    dunia.orang[nama] = Pelaku(akun.pk)
    return nama


BARIS_DPA: dict[str, Any] = {
    "unit": "dinas-anggrek",
    "tahun": "2026",
    "tahap": "murni",
    "nomor_dokumen": "DPA/1/2026",
    "tanggal_disahkan": "2026-01-05",
    "kode": "7.01.02",
    "nama": "Pelayanan Publik",
    "rupiah": "186000000",
    "sumber_dana": "APBD",
    "keluaran": "",
    "satuan_keluaran": "",
}
DPA: tuple[dict[str, Any], ...] = (
    BARIS_DPA,
    BARIS_DPA
    | {"kode": "7.01.02.2.01.0001", "nama": "Rapat", "rupiah": "60000000"}
    | {"keluaran": "12", "satuan_keluaran": "Laporan"},
    BARIS_DPA | {"kode": "7.01.02.2.01.0002", "nama": "Loket", "rupiah": "126000000"},
    BARIS_DPA | {"kode": "7.01.06", "nama": "Pembinaan Desa", "rupiah": "46000000"},
)
DPPA = tuple(
    b
    | {
        "tahap": "perubahan",
        "nomor_dokumen": "DPPA/1/2026",
        "tanggal_disahkan": "2026-10-05",
        "rupiah": {"186000000": "162000000", "60000000": "36000000"}.get(b["rupiah"], b["rupiah"]),
        "keluaran": "8" if b["keluaran"] else "",
    }
    for b in DPA
)


def pratinjau_anggaran(
    dunia: Dunia, *baris: dict[str, Any], siapa: str, jenis: str = "dpa", **opsi: Any
) -> BetsImpor:
    return import_pratinjau(
        **dunia.dasar(siapa),
        jenis=jenis,
        nama_berkas=f"{jenis}.csv",
        isi=berkas_csv(*baris),
        opsi=opsi,
    )


def muat_anggaran(
    dunia: Dunia, *baris: dict[str, Any], siapa: str, jenis: str = "dpa", **opsi: Any
) -> BetsImpor:
    bets = pratinjau_anggaran(dunia, *baris, siapa=siapa, jenis=jenis, **opsi)
    return terapkan_impor(**dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi)


def tarik_anggaran(dunia: Dunia, bets: BetsImpor, siapa: str) -> BetsImpor:
    return batalkan_impor(
        **dunia.dasar(siapa), bets=bets.uuid, versi=bets.versi, alasan="salah berkas"
    )
