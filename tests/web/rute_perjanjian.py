"""Addresses of agreement and plan of action, and the things that they need."""

from datetime import date
from typing import Any

from bentuk_rute import Alamat, Rute, Tempatnya
from jelajah import Tempat, alamat

from domain.berkas_uji import terbitkan
from domain.pemeran import Dunia, menulis_langsung
from domain.rencana_uji import tata_pejabat
from sakip.arsip.models import JenisTerbit
from sakip.bersama.izin import Tindakan
from sakip.perencanaan.models import DokumenAnggaran, DokumenPerencanaan, DokumenVersi
from sakip.perjanjian.models import PerjanjianKinerja, RencanaAksi

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
# One agreement a year, each at another point of its way.
KOSONG, KONSEP, DIAJUKAN, DITELAAH, KERTAS, PERTAMA = range(2030, 2036)
# And a plan of action a year, drawn from the first of them.
KEADAAN_AKSI = {KONSEP: "konsep", DIAJUKAN: "diajukan", DITELAAH: "diverifikasi"}
KEADAAN = {
    KONSEP: "konsep",
    DIAJUKAN: "diajukan",
    DITELAAH: "ditelaah",
    KERTAS: "ditelaah",
    PERTAMA: "ditandatangani_1",
}


def _satu(nama: str, tahun: int) -> Alamat:
    def buat(t: Tempat) -> str:
        return alamat(nama, t.kode, tahun, t.slug, 1)

    return buat


def _tindak(nama: str, tahun: int, izin: Tindakan, ya: int, **isi: str) -> tuple[str, Rute]:
    """An act on an agreement: refused (409, 422) only after the caller's leave was seen to."""
    return nama, Rute(_satu(nama, tahun), izin, _U, None, ya, lambda _t: {"versi": "1", **isi})


RUTE: dict[str, Rute] = {
    "perjanjian": Rute(
        lambda t: alamat("perjanjian", t.kode, KOSONG, t.slug),
        Tindakan.LIHAT_PERJANJIAN,
        _U,
        200,
        200,
    ),
    "satu_perjanjian": Rute(
        _satu("satu_perjanjian", KONSEP), Tindakan.LIHAT_PERJANJIAN, _U, 200, 200
    ),
    "tanda_tangan": Rute(
        lambda t: alamat("tanda_tangan", t.kode, PERTAMA),
        Tindakan.TANDATANGANI_KEDUA,
        _I,
        200,
        422,
    ),
    "susun_perjanjian": Rute(
        lambda t: alamat("susun_perjanjian", t.kode, KOSONG, t.slug),
        Tindakan.SUSUN_PERJANJIAN,
        _U,
        None,
        409,
        lambda _t: {"sebab": "awal"},
    ),
    **dict(
        (
            # The agreement holds no promise, its sources no indicator, its parties are others.
            _tindak("ajukan_perjanjian", KONSEP, Tindakan.SUSUN_PERJANJIAN, 409),
            _tindak("tarik_ulang_perjanjian", KONSEP, Tindakan.SUSUN_PERJANJIAN, 409),
            _tindak("telaah_perjanjian", DIAJUKAN, Tindakan.TELAAH_PERJANJIAN, 302),
            _tindak(
                "kembalikan_perjanjian", DIAJUKAN, Tindakan.TELAAH_PERJANJIAN, 302, alasan="beda"
            ),
            _tindak("tandatangani_pertama", DITELAAH, Tindakan.TANDATANGANI_PERTAMA, 409),
            _tindak("tandatangani_kedua", PERTAMA, Tindakan.TANDATANGANI_KEDUA, 409),
            _tindak(
                "terbitkan_naskah", DITELAAH, Tindakan.UNGGAH_PINDAIAN, 302, tanggal="2026-11-25"
            ),
            _tindak("catat_kertas", KERTAS, Tindakan.UNGGAH_PINDAIAN, 422),
        )
    ),
}


def _tindak_aksi(
    nama: str,
    tahun: int,
    izin: Tindakan,
    ya: int,
    *,
    izin_post: Tindakan | None = None,
    **isi: str,
) -> tuple[str, Rute]:
    rute = Rute(
        _satu(nama, tahun),
        izin,
        _U,
        None,
        ya,
        lambda _t: {"versi": "1", **isi},
        izin_post=izin_post,
    )
    return nama, rute


# The approval opens to whoever may look: only the service can tell a named substitute.
RUTE |= {
    "aksi": Rute(
        lambda t: alamat("aksi", t.kode, KOSONG, t.slug), Tindakan.LIHAT_PERJANJIAN, _U, 200, 200
    ),
    "satu_aksi": Rute(_satu("satu_aksi", KONSEP), Tindakan.LIHAT_PERJANJIAN, _U, 200, 200),
    "susun_aksi": Rute(
        lambda t: alamat("susun_aksi", t.kode, KOSONG, t.slug), Tindakan.SUSUN_AKSI, _U, None, 409
    ),
    **dict(
        (
            _tindak_aksi("ubah_aksi", KONSEP, Tindakan.SUSUN_AKSI, 302),
            _tindak_aksi("verifikasi_aksi", DIAJUKAN, Tindakan.VERIFIKASI_AKSI, 302),
            _tindak_aksi(
                "setujui_aksi",
                DITELAAH,
                Tindakan.LIHAT_PERJANJIAN,
                302,
                izin_post=Tindakan.SETUJUI_AKSI,
            ),
            _tindak_aksi("alihkan_aksi", DITELAAH, Tindakan.SETUJUI_AKSI, 409),
            _tindak_aksi(
                "kembalikan_aksi",
                DIAJUKAN,
                Tindakan.LIHAT_PERJANJIAN,
                302,
                izin_post=Tindakan.VERIFIKASI_AKSI,
                alasan="kurang",
            ),
        )
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """Lay an agreement a year in a unit, signed by the same person on both sides."""
    pertama = tata_pejabat(dunia, slug, penyusun)
    kedua = tata_pejabat(dunia, dunia.instansi.slug, penyusun)
    kertas = terbitkan(dunia, slug, jenis=JenisTerbit.PERJANJIAN, tahun=KERTAS)
    i: dict[str, Any] = {"instansi": dunia.instansi}
    u: dict[str, Any] = i | {"unit_id": dunia.unit[slug]}
    with menulis_langsung(dunia.sistem):
        dokumen = DokumenPerencanaan.objects.create(
            **u, jenis="renja", judul="Renja", tahun_mulai=KONSEP, tahun_selesai=PERTAMA
        )
        versi = DokumenVersi.objects.create(**i, dokumen=dokumen, nomor=1, sifat_versi="murni")
        for tahun, keadaan in KEADAAN.items():
            PerjanjianKinerja.objects.create(
                **u,
                tahun=tahun,
                nomor=1,
                keadaan=keadaan,
                dokumen_versi=versi,
                anggaran=DokumenAnggaran.objects.create(
                    **u,
                    tahun=tahun,
                    nomor=1,
                    tahap="murni",
                    nomor_dokumen="DPA",
                    disahkan=date(2026, 11, 2),
                ),
                pihak_pertama=pertama,
                pihak_kedua=kedua,
                di_atas_kertas=tahun == KERTAS,
                dokumen=kertas if tahun == KERTAS else None,
                tanggal_pertama=date(2026, 11, 23) if tahun == PERTAMA else None,
            )
        _aksi(dunia, u)
    return {}


def _aksi(dunia: Dunia, u: dict[str, Any]) -> None:
    i: dict[str, Any] = {"instansi": dunia.instansi}
    pk = PerjanjianKinerja.objects.get(unit_id=u["unit_id"], tahun=KONSEP)
    for tahun, keadaan in KEADAAN_AKSI.items():
        dokumen = DokumenPerencanaan.objects.create(
            **u, jenis="renaksi", judul="Rencana aksi", tahun_mulai=tahun, tahun_selesai=tahun
        )
        RencanaAksi.objects.create(
            **u,
            tahun=tahun,
            nomor=1,
            keadaan=keadaan,
            perjanjian=pk,
            dokumen_versi=DokumenVersi.objects.create(
                **i, dokumen=dokumen, nomor=1, sifat_versi="murni"
            ),
        )
