"""Addresses of evaluation, LHE and recommendations, and the things that they need."""

from collections.abc import Callable
from datetime import date
from typing import Any

from bentuk_rute import Alamat, Rute, Tempatnya
from jelajah import Tempat, alamat

from domain.evaluasi_uji import TUJUH_PULUH
from domain.pemeran import SAAT, Dunia, menulis_langsung
from sakip.bersama.izin import Tindakan
from sakip.evaluasi.models import Evaluasi, Jawaban, LembarJawaban, Rekomendasi

_I, _U = Tempatnya.INSTANSI, Tempatnya.UNIT
# One evaluation a year, each at another point of its way.
KOSONG, DIBUKA, MANDIRI, DITUGASKAN, SEMENTARA, DITANGGAPI, DIPANELKAN, TERBIT = range(2040, 2048)
KEADAAN = {
    DIBUKA: "dibuka",
    MANDIRI: "mandiri",
    DITUGASKAN: "ditugaskan",
    SEMENTARA: "sementara",
    DITANGGAPI: "ditanggapi",
    DIPANELKAN: "dipanelkan",
    TERBIT: "diterbitkan",
}


def _di(nama: str, tahun: int, *sisa: str, benda: str = "") -> Alamat:
    def buat(t: Tempat) -> str:
        return alamat(nama, t.kode, tahun, t.slug, *sisa, *([t.benda[benda]] if benda else []))

    return buat


def _lihat(nama: str, tahun: int, *sisa: str, benda: str = "", **ganti: Any) -> tuple[str, Rute]:
    """A page; what is posted to it without an act of its own is answered like a GET."""
    return nama, Rute(
        _di(nama, tahun, *sisa, benda=benda),
        Tindakan.LIHAT_EVALUASI,
        _U,
        **({"ya_get": 200, "ya_post": 200} | ganti),
    )


def _tindak(
    nama: str,
    tahun: int,
    izin: Tindakan,
    ya: int,
    isi: Callable[[Tempat], dict[str, Any]] = lambda _t: {},
    *,
    sisa: tuple[str, ...] = (),
    benda: str = "",
) -> tuple[str, Rute]:
    """An act: refused (409, 422) only after the caller's leave was seen to."""
    return nama, Rute(
        _di(nama, tahun, *sisa, benda=benda),
        izin,
        _U,
        None,
        ya,
        lambda t: {"versi": "1"} | isi(t),
    )


RUTE: dict[str, Rute] = dict(
    (
        (
            "evaluasi",
            Rute(
                lambda t: alamat("evaluasi", t.kode, TERBIT),
                Tindakan.LIHAT_EVALUASI,
                _I,
                200,
                200,
            ),
        ),
        (
            "buka_semua_evaluasi",
            Rute(
                lambda t: alamat("buka_semua_evaluasi", t.kode, KOSONG),
                Tindakan.BUKA_EVALUASI,
                _I,
                None,
                302,
            ),
        ),
        _lihat("evaluasi_unit", DIBUKA),
        _lihat("mengapa_evaluasi", TERBIT, "panel"),
        _lihat(
            "lke",
            DIBUKA,
            "mandiri",
            ya_post=302,
            izin_post=Tindakan.ISI_MANDIRI,
            isi=lambda _t: {"kode": "1.a", "jawaban": "BB", "versi": "0"},
        ),
        # The LHE is out already, so there is nothing to issue and nothing to draft.
        _lihat(
            "lhe",
            TERBIT,
            ya_post=409,
            izin_post=Tindakan.TERBITKAN_LHE,
            isi=lambda _t: {"versi": "1"},
        ),
        _lihat("rekomendasi", TERBIT, ya_post=409, izin_post=Tindakan.NILAI_EVALUASI),
        _lihat("tindak_lanjut", TERBIT, benda="rek_1"),
        (
            "rancangan_lhe",
            Rute(_di("rancangan_lhe", TERBIT), Tindakan.TERBITKAN_LHE, _U, 409, None),
        ),
        (
            "buka_evaluasi",
            Rute(_di("buka_evaluasi", KOSONG), Tindakan.BUKA_EVALUASI, _U, None, 302),
        ),
        # Not one answer is there.
        _tindak("ajukan_mandiri", DIBUKA, Tindakan.ISI_MANDIRI, 409),
        # Nobody is named.
        _tindak("terbitkan_surat_tugas", MANDIRI, Tindakan.TERBITKAN_SURAT_TUGAS, 422),
        # Whoever holds the peran is not in the team.
        _tindak("tetapkan_tidak_berlaku", DITUGASKAN, Tindakan.NILAI_EVALUASI, 409),
        _tindak("selesaikan_lembar", DITUGASKAN, Tindakan.NILAI_EVALUASI, 409, sisa=("anggota",)),
        _tindak("sampaikan_naskah", DITUGASKAN, Tindakan.SAMPAIKAN_NASKAH, 409),
        _tindak(
            "tanggapi_naskah",
            SEMENTARA,
            Tindakan.TANGGAPI_NASKAH,
            302,
            lambda _t: {"tanggapan": "Menerima."},
        ),
        _tindak("panelkan", DITANGGAPI, Tindakan.PANEL_EVALUASI, 409),
        _tindak("ubah_rekomendasi", DIPANELKAN, Tindakan.NILAI_EVALUASI, 409, benda="draf"),
        _tindak(
            "rencanakan_tindak_lanjut",
            TERBIT,
            Tindakan.RENCANAKAN_TINDAK_LANJUT,
            302,
            lambda t: {
                "rencana": "Menyusun pedoman.",
                "penanggung_jawab": t.jabatan,
                "tenggat": "2026-12-31",
            },
            benda="rek_1",
        ),
        _tindak(
            "sampaikan_bukti",
            TERBIT,
            Tindakan.RENCANAKAN_TINDAK_LANJUT,
            302,
            lambda t: {"keterangan": "Selesai.", "bukti": t.benda["bukti"]},
            benda="rek_2",
        ),
        _tindak(
            "periksa_tindak_lanjut",
            TERBIT,
            Tindakan.PERIKSA_TINDAK_LANJUT,
            302,
            lambda _t: {"putusan": "selesai"},
            benda="rek_3",
        ),
    )
)


def isi(dunia: Dunia, slug: str, penyusun: str) -> dict[str, str]:
    """Lay an evaluation a year in a unit, and what their acts point at."""
    i: dict[str, Any] = {"instansi": dunia.instansi}
    penilai = dunia.orang[penyusun].pengguna_id
    with menulis_langsung(dunia.sistem):
        evaluasi = {
            tahun: Evaluasi.objects.create(
                **i,
                unit_id=dunia.unit[slug],
                tahun_kinerja=tahun,
                tahun_evaluasi=tahun + 1,
                regulasi="permenpanrb-88-2021",
                keadaan=keadaan,
                surat_tugas="800/1" if tahun > MANDIRI else "",
                tanggal_surat_tugas=date(2026, 4, 20) if tahun > MANDIRI else None,
                tenggat_tanggapan=date(2026, 12, 1) if tahun > DITUGASKAN else None,
                **(
                    {
                        "nilai": 70,
                        "predikat": "B",
                        "diterbitkan": date(2026, 6, 19),
                        "nomor_lhe": f"700/{slug}",
                    }
                    if tahun == TERBIT
                    else {}
                ),
            )
            for tahun, keadaan in KEADAAN.items()
        }
        panel = LembarJawaban.objects.create(
            **i, evaluasi=evaluasi[TERBIT], tingkat="panel", penilai_id=penilai
        )
        Jawaban.objects.bulk_create(
            Jawaban(lembar=panel, kode=k, jawaban=j) for k, j in TUJUH_PULUH.items()
        )
        LembarJawaban.objects.filter(pk=panel.pk).update(selesai_pada=SAAT)
        draf = _rekomendasi(i, evaluasi[DIPANELKAN], 1, "terbuka")
        rek = {
            f"rek_{n}": _rekomendasi(i, evaluasi[TERBIT], n, keadaan)
            for n, keadaan in enumerate(("terbuka", "direncanakan", "ditindaklanjuti"), start=1)
        }
    return {"draf": draf} | rek


def _rekomendasi(i: dict[str, Any], e: Evaluasi, nomor: int, keadaan: str) -> str:
    r = Rekomendasi.objects.create(
        **i, evaluasi=e, nomor=nomor, kode="1.a", uraian="Perbaiki.", keadaan=keadaan
    )
    return str(r.uuid)
