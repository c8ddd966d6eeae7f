"""Addresses of the quarterly sheet, and the things that they need."""

from datetime import date
from decimal import Decimal
from typing import Any

from bentuk_rute import Alamat, Rute, Tempatnya
from jelajah import Tempat, alamat

from domain.pemeran import Dunia, menulis_langsung
from sakip.bersama.izin import Tindakan
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Jadwal, UnitKerja
from sakip.pengukuran.models import LembarPengukuran, ObjekPeriksa, Uji
from sakip.perencanaan.models import (
    DokumenPerencanaan,
    DokumenVersi,
    Indikator,
    IndikatorVersi,
    TargetVersi,
)

_U = Tempatnya.UNIT
TAHUN = 2050  # a year of its own; its windows are open on the day of the cast
KOSONG, KONSEP, DIAJUKAN, DIVERIFIKASI = (TAHUN, 1), (TAHUN, 2), (TAHUN, 3), (TAHUN, 4)
DISETUJUI, DITELAAH, TERKUNCI = (TAHUN + 1, 1), (TAHUN + 1, 2), (TAHUN + 1, 3)
KEADAAN = {
    KONSEP: "konsep",
    DIAJUKAN: "diajukan",
    DIVERIFIKASI: "diverifikasi",
    DISETUJUI: "disetujui",
    DITELAAH: "ditelaah",
    TERKUNCI: "terkunci",
}


def _lembar(nama: str, lembar: tuple[int, int], *lagi: str) -> Alamat:
    def buat(t: Tempat) -> str:
        tahun, triwulan = lembar
        return alamat(nama, t.kode, tahun, t.slug, triwulan, *lagi)

    return buat


def _tindak(
    nama: str,
    lembar: tuple[int, int],
    izin: Tindakan,
    ya: int = 302,
    *,
    pintu: Tindakan = Tindakan.LIHAT_KINERJA,
    **isi: str,
) -> tuple[str, Rute]:
    """An act on a sheet; a substitute may come in, so the door asks for less than the act."""
    return nama, Rute(
        _lembar(nama, lembar), pintu, _U, None, ya, lambda _t: {"versi": "1", **isi}, izin
    )


RUTE: dict[str, Rute] = {
    "pengukuran": Rute(
        lambda t: alamat("pengukuran", t.kode, TAHUN, t.slug), Tindakan.LIHAT_KINERJA, _U, 200, 200
    ),
    # Of a month that has not begun nothing can be written (409), after the leave was seen to.
    "berjalan": Rute(
        lambda t: alamat("berjalan", t.kode, TAHUN, t.slug, "ukur-aduan"),
        Tindakan.ISI_PENGUKURAN,
        _U,
        200,
        409,
        lambda _t: {"versi": "0", "teks": "8/8"},
    ),
    "lembar_pengukuran": Rute(
        _lembar("lembar_pengukuran", KOSONG),
        Tindakan.LIHAT_KINERJA,
        _U,
        200,
        302,
        lambda _t: {"versi.ukur": "0", "teks.ukur": "41"},
        Tindakan.ISI_PENGUKURAN,
    ),
    "isi_sel": Rute(
        _lembar("isi_sel", KOSONG, "ukur"),
        Tindakan.ISI_PENGUKURAN,
        _U,
        None,
        302,
        lambda _t: {"versi.ukur": "0", "teks.ukur": "41"},
    ),
    "bukti_pengukuran": Rute(
        _lembar("bukti_pengukuran", KONSEP), Tindakan.ISI_PENGUKURAN, _U, None, 422
    ),
    "buku_pengukuran": Rute(
        _lembar("buku_pengukuran", KOSONG), Tindakan.ISI_PENGUKURAN, _U, 200, 200
    ),
    "unggah_buku_pengukuran": Rute(
        _lembar("unggah_buku_pengukuran", KOSONG), Tindakan.ISI_PENGUKURAN, _U, 200, 422
    ),
    "daftar_periksa": Rute(
        _lembar("daftar_periksa", KONSEP, "ukur-desa"),
        Tindakan.LIHAT_KINERJA,
        _U,
        200,
        302,
        lambda t: {"objek": t.benda["objek_periksa"]},
        Tindakan.ISI_PENGUKURAN,
    ),
    **dict(
        (
            # Nothing was entered, so handing in is refused (409) after the leave was seen to.
            _tindak(
                "ajukan_pengukuran",
                KONSEP,
                Tindakan.AJUKAN_PENGUKURAN,
                409,
                pintu=Tindakan.AJUKAN_PENGUKURAN,
            ),
            _tindak("verifikasi_pengukuran", DIAJUKAN, Tindakan.VERIFIKASI_PENGUKURAN),
            _tindak("setujui_pengukuran", DIVERIFIKASI, Tindakan.SETUJUI_PENGUKURAN),
            _tindak("telaah_pengukuran", DISETUJUI, Tindakan.TELAAH_PENGUKURAN),
            _tindak(
                "kunci_pengukuran",
                DITELAAH,
                Tindakan.TELAAH_PENGUKURAN,
                pintu=Tindakan.TELAAH_PENGUKURAN,
            ),
            _tindak(
                "buka_kunci_pengukuran",
                TERKUNCI,
                Tindakan.TELAAH_PENGUKURAN,
                pintu=Tindakan.TELAAH_PENGUKURAN,
                alasan="terlewat",
                sampai="2026-12-01",
            ),
            _tindak(
                "kembalikan_pengukuran",
                DIAJUKAN,
                Tindakan.VERIFIKASI_PENGUKURAN,
                alasan="periksa lagi",
            ),
        )
    ),
}


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:  # noqa: ARG001
    """Lay what these addresses point at in a unit; names to put into addresses."""
    with menulis_langsung(dunia.sistem):
        unit = UnitKerja.objects.get(instansi=dunia.instansi, slug=slug)
        return _tulis({"instansi": dunia.instansi}, unit.pk)


def _tulis(i: dict[str, Any], unit_id: int) -> dict[str, str]:
    dokumen = DokumenPerencanaan.objects.create(
        **i,
        unit_id=unit_id,
        jenis="renja",
        judul="Renja",
        tahun_mulai=TAHUN,
        tahun_selesai=TAHUN + 1,
    )
    versi = DokumenVersi.objects.create(**i, dokumen=dokumen, nomor=1, sifat_versi="murni")
    desa = _indikator(i, unit_id, versi, "ukur-desa", cara="daftar_periksa", jenis_nilai="rasio")
    _indikator(i, unit_id, versi, "ukur", jenis_nilai="bilangan")
    _indikator(i, unit_id, versi, "ukur-aduan", jenis_nilai="rasio", agregasi="rasio_kumulatif")
    versi.ditetapkan = date(2026, 1, 2)
    versi.save(update_fields=["ditetapkan"])
    for tahun, n in (KOSONG, *KEADAAN):
        p = organisasi.periode(tahun, "triwulan", n)
        Jadwal.objects.get_or_create(
            **i,
            jenis="pengukuran",
            tahun=tahun,
            periode=p,
            defaults={
                "mulai": date(2026, 11, 1),
                "selesai": date(2026, 11, 30),
                "dasar": "contoh",
            },
        )
        if (keadaan := KEADAAN.get((tahun, n))) is not None:
            LembarPengukuran.objects.create(**i, unit_id=unit_id, periode=p, keadaan=keadaan)
    Uji.objects.create(
        **i,
        indikator=desa,
        kode="A",
        nama="Uji A",
        jatuh_tempo="31 Maret",
        mulai=organisasi.periode(TAHUN, "triwulan", 1),
        urutan=1,
    )
    objek = ObjekPeriksa.objects.create(**i, indikator=desa, nama="Desa A", urutan=1)
    return {"objek_periksa": str(objek.uuid)}


def _indikator(
    i: dict[str, Any], unit_id: int, versi: DokumenVersi, kode: str, **kata: str
) -> Indikator:
    satu = Indikator.objects.create(**i, unit_id=unit_id, kode=kode)
    IndikatorVersi.objects.create(
        **i,
        indikator=satu,
        dokumen_versi=versi,
        nama=f"Indikator {kode}",
        arah="naik_baik",
        frekuensi="triwulan",
        **kata,
    )
    for tahun in (TAHUN, TAHUN + 1):
        TargetVersi.objects.create(
            **i,
            indikator=satu,
            unit_id=unit_id,
            periode=organisasi.periode(tahun),
            dokumen_versi=versi,
            nilai=Decimal(30),
            teks="30",
        )
    return satu
