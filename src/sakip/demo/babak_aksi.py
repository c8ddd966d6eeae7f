"""The plans of action of the year, and the fortnight in which the checker led the office too."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from functools import partial
from typing import Any

from sakip.bersama.izin import Peran
from sakip.demo.babak_perjanjian import BAROS, TAHUN, penyusun
from sakip.demo.babak_rencana import kecamatan_lain
from sakip.demo.baca import baca
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.evaluasi.services import terbitkan_serah_terima
from sakip.organisasi.models import PenugasanJabatan
from sakip.organisasi.services import tunjuk_pengganti
from sakip.perjanjian import services
from sakip.perjanjian.models import RencanaAksi
from sakip.perjanjian.services import IsianAksi, IsianLangkah

ADUAN = ("iku-3", "aduan")  # the cumulative ratio that is promised as a percentage


def babak(p: Panggung) -> list[Kejadian]:
    """All acts on plans of action, each with its moment."""
    isi = baca("perjanjian.yaml")
    lain = [u["slug"] for u in kecamatan_lain()]
    menyusul = lain[int(isi["kecamatan_lain"]["menyusul"])]
    serentak = [BAROS, *(s for s in lain if s != menyusul)]
    januari = ("2026-01-26", "2026-01-27", "2026-01-29", "2026-01-30")
    februari = ("2026-02-04", "2026-02-04", "2026-02-05", "2026-02-06")
    return [
        *_satu_jalan(p, isi, serentak, januari),
        *_satu_jalan(p, isi, [menyusul], februari),
        *_agustus(p, isi),
        *_oktober(p, isi),
    ]


def _satu_jalan(
    p: Panggung, isi: dict[str, Any], unit: list[str], hari: tuple[str, str, str, str]
) -> Iterator[Kejadian]:
    """Days of drawing up, of handing in, of verification, of approval."""
    langkah = {BAROS: isi["langkah_baros"]}
    yield Kejadian(pukul(hari[0], 9), partial(_susun, p, unit))
    yield Kejadian(pukul(hari[1], 9), partial(_isi, p, unit, isi["alasan_iku3"], langkah))
    yield Kejadian(pukul(hari[1], 15), partial(_ajukan, p, unit))
    yield Kejadian(pukul(hari[2], 10), partial(_verifikasi, p, unit))
    yield Kejadian(pukul(hari[3], 14), partial(_setujui, p, unit, "camat1"))


def _agustus(p: Panggung, isi: dict[str, Any]) -> Iterator[Kejadian]:
    """Verified by the sekcam on 28 August; as Plt. Camat he may not approve it in September."""
    ubah, ganti = isi["perubahan_aksi"]["agustus"], isi["pengganti"]
    alasan = isi["alasan_iku3"]
    yield Kejadian(pukul("2026-08-26", 9), partial(_susun, p, [BAROS], alasan=ubah["alasan"]))
    yield Kejadian(
        pukul("2026-08-26", 10), partial(_isi, p, [BAROS], alasan, {BAROS: ubah["langkah"]})
    )
    yield Kejadian(pukul("2026-08-27", 9), partial(_ajukan, p, [BAROS]))
    yield Kejadian(pukul("2026-08-28", 10), partial(_verifikasi, p, [BAROS]))
    yield Kejadian(pukul("2026-08-31", 9), partial(_tunjuk, p, ganti))
    serah = isi["serah_terima"]
    yield Kejadian(pukul(serah["tanggal"], 15), partial(_serah_terima, p, serah))
    yield Kejadian(pukul("2026-09-01", 9), partial(_alihkan, p))
    yield Kejadian(pukul("2026-09-01", 11), partial(_setujui, p, [BAROS], "pelayanan"))


def _oktober(p: Panggung, isi: dict[str, Any]) -> Iterator[Kejadian]:
    """Outputs follow the money that moved, after the agreement was changed."""
    ubah = isi["perubahan_aksi"]["oktober"]
    yield Kejadian(pukul("2026-10-19", 9), partial(_susun, p, [BAROS], alasan=ubah["alasan"]))
    yield Kejadian(pukul("2026-10-20", 9), partial(_ajukan, p, [BAROS]))
    yield Kejadian(pukul("2026-10-21", 10), partial(_verifikasi, p, [BAROS]))
    yield Kejadian(pukul("2026-10-22", 14), partial(_setujui, p, [BAROS], "camat2"))


def _aksi(p: Panggung, unit: str) -> RencanaAksi:
    """The latest plan of action of a unit."""
    return RencanaAksi.objects.filter(instansi=p.instansi, unit__slug=unit, tahun=TAHUN).latest(
        "nomor"
    )


def _tindak(p: Panggung, unit: str, siapa: str, saat: datetime) -> dict[str, Any]:
    a = _aksi(p, unit)
    return p.dasar(siapa, saat) | {"rencana": a.uuid, "versi": a.versi}


def _susun(p: Panggung, unit: list[str], saat: datetime, alasan: str = "") -> None:
    for slug in unit:
        services.susun_aksi(**p.dasar(penyusun(slug), saat), unit=slug, tahun=TAHUN, alasan=alasan)


def _isi(
    p: Panggung,
    unit: list[str],
    alasan: str,
    langkah: Mapping[str, Mapping[str, Any]],
    saat: datetime,
) -> None:
    for slug in unit:
        a = _aksi(p, slug)
        aduan = a.unit.indikator.get(kode__in=ADUAN)
        isian = IsianAksi(
            langkah=_langkah(a, langkah.get(slug, {})), alasan={aduan.uuid: alasan.strip()}
        )
        services.ubah_aksi(**_tindak(p, slug, penyusun(slug), saat), isian=isian)


def _langkah(a: RencanaAksi, isi: Mapping[str, Any]) -> dict[Any, IsianLangkah]:
    return {
        s.uuid: IsianLangkah(
            isi[s.kode]["uraian"],
            tuple(int(t) for t in isi[s.kode]["triwulan"]),
            s.penanggung_jawab.uuid if s.penanggung_jawab else None,
        )
        for s in a.langkah.select_related("penanggung_jawab").filter(kode__in=isi)
    }


def _ajukan(p: Panggung, unit: list[str], saat: datetime) -> None:
    for slug in unit:
        services.ajukan_aksi(**_tindak(p, slug, penyusun(slug), saat))


def _verifikasi(p: Panggung, unit: list[str], saat: datetime) -> None:
    for slug in unit:
        siapa = "sekcam" if slug == BAROS else f"{slug}.verifikator"
        services.verifikasi_aksi(**_tindak(p, slug, siapa, saat))


def _setujui(p: Panggung, unit: list[str], baros: str, saat: datetime) -> None:
    for slug in unit:
        siapa = baros if slug == BAROS else f"{slug}.pimpinan"
        services.setujui_aksi(**_tindak(p, slug, siapa, saat))


def _tunjuk(p: Panggung, isi: dict[str, str], saat: datetime) -> None:
    tunjuk_pengganti(
        **p.dasar("organisasi", saat),
        unit=BAROS,
        peran=Peran.PIMPINAN_UNIT,
        pengguna_id=p.akun["pelayanan"].pengguna_id,
        mulai=date.fromisoformat(isi["mulai"]),
        selesai=date.fromisoformat(isi["selesai"]),
        dasar=isi["dasar"],
    )


def _serah_terima(p: Panggung, isi: dict[str, str], saat: datetime) -> None:
    """The camat who leaves prints where everything stands for who follows him."""
    lama = PenugasanJabatan.objects.get(
        instansi=p.instansi, jabatan__kode=isi["jabatan"], pegawai__kode=isi["penyerah"]
    )
    terbitkan_serah_terima(
        **p.dasar("camat1", saat), unit=BAROS, penugasan=lama.uuid, catatan=isi["catatan"]
    )


def _alihkan(p: Panggung, saat: datetime) -> None:
    """Plt. Camat opens what he verified himself and passes it on."""
    services.alihkan_aksi(**_tindak(p, BAROS, "sekcam", saat))
