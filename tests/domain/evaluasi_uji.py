"""An evaluation laid through its services up to any state: what each act's tests start from.

The team: Citra (anggota), Karin (ketua), Dodi (pengendali teknis), Mutia (pengendali mutu), Inge
(penanggung jawab); the unit: Ani (penyusun), Budi (pimpinan). Answers are those of CERITA §6.
"""

import hashlib
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from domain.pemeran import MULAI, SAAT, Dunia, menulis_langsung
from sakip.arsip.models import Berkas, Bukti
from sakip.bersama.izin import Peran
from sakip.bersama.layanan import Pelaku
from sakip.evaluasi import services
from sakip.evaluasi.models import Evaluasi, Jawaban, KeadaanEvaluasi, Rekomendasi
from sakip.evaluasi.services import Penugasan, RekomendasiBaru
from sakip.organisasi import services as organisasi
from sakip.organisasi.models import Jabatan

UNIT = "dinas-anggrek"
KODE = tuple(f"{n}.{h}" for n in "1234" for h in "abc")


def jawaban_urut(teks: str) -> dict[str, str]:
    """Twelve answers in the order of the sheet, by code."""
    return dict(zip(KODE, teks.split(), strict=True))


# 21,60 + 21,60 + 10,05 + 16,75 = 70,00 (CERITA §6, LHE 2026).
TUJUH_PULUH = jawaban_urut("BB B B BB B B BB B CC BB B CC")
TIM = {
    "citra": Peran.EVALUATOR_ANGGOTA,
    "karin": Peran.EVALUATOR_KETUA,
    "dodi": Peran.EVALUATOR_PENGENDALI_TEKNIS,
    "mutia": Peran.EVALUATOR_PENGENDALI_MUTU,
}
TINGKAT = {"citra": "anggota", "karin": "ketua", "dodi": "pengendali_teknis"}
URUTAN = (
    KeadaanEvaluasi.DIBUKA,
    KeadaanEvaluasi.MANDIRI,
    KeadaanEvaluasi.DITUGASKAN,
    KeadaanEvaluasi.SEMENTARA,
    KeadaanEvaluasi.DITANGGAPI,
    KeadaanEvaluasi.DIPANELKAN,
    KeadaanEvaluasi.DITERBITKAN,
)


def pada(tanggal: str, jam: int = 9) -> datetime:
    """A moment in WIB."""
    return datetime.combine(
        date.fromisoformat(tanggal), datetime.min.time().replace(hour=jam), ZoneInfo("Asia/Jakarta")
    )


def tambah(dunia: Dunia, nama: str, peran: Peran | None, unit: str | None = None) -> Pelaku:
    """One more person of the cast, once."""
    if nama not in dunia.orang:
        dasar = dunia.dasar("sistem")
        akun = organisasi.buat_akun(
            **dasar,
            nama_pengguna=f"{nama}.{dunia.instansi.kode}",
            nama=f"{nama.title()} Contoh",
            sandi=None,
            contoh=True,
        )
        organisasi.catat_pegawai(
            **dasar, kode=nama, nama=f"{nama.title()} Contoh", pengguna_id=akun.pk
        )
        dunia.orang[nama] = Pelaku(akun.pk)
        if peran is not None:
            organisasi.beri_peran(
                **dasar,
                pengguna_id=akun.pk,
                peran=peran,
                unit=unit or dunia.instansi.slug,
                mulai=MULAI,
                selesai=None,
            )
    return dunia.orang[nama]


def tata_tim(dunia: Dunia) -> None:
    """The Inspektorat's people, above all units."""
    for nama, peran in (TIM | {"inge": Peran.EVALUATOR_PENANGGUNG_JAWAB}).items():
        tambah(dunia, nama, peran)


def susunan(dunia: Dunia, **ganti: str) -> list[Penugasan]:
    """The team as the surat tugas names it; ``ganti``: somebody else in a part."""
    return [
        Penugasan(dunia.orang[ganti.get(nama, nama)].pengguna_id, peran)
        for nama, peran in TIM.items()
    ]


def buka(dunia: Dunia, unit: str = UNIT, tahun: int = 2025, **ganti: Any) -> Evaluasi:
    """Open the evaluation of a year."""
    tata_tim(dunia)
    return services.buka_evaluasi(
        **dunia.dasar("inge"),
        unit=unit,
        tahun_kinerja=tahun,
        tahun_evaluasi=tahun + 1,
        **ganti,
    )


def isi(
    dunia: Dunia,
    evaluasi: Evaluasi,
    siapa: str,
    tingkat: str,
    jawaban: dict[str, str],
) -> None:
    """Fill a tier's sheet as far as it differs from what stands there."""
    ada = {
        kode: (j, v)
        for kode, j, v in Jawaban.objects.filter(
            lembar__evaluasi=evaluasi, lembar__tingkat=tingkat
        ).values_list("kode", "jawaban", "versi")
    }
    for kode, satu in jawaban.items():
        lama, versi = ada.get(kode, ("", 0))
        if lama != satu:
            services.isi_jawaban(
                **dunia.dasar(siapa),
                evaluasi=evaluasi.uuid,
                tingkat=tingkat,
                kode=kode,
                jawaban=satu,
                catatan="Alasan dan buktinya.",
                versi=versi,
            )


def evaluasi_pada(
    dunia: Dunia,
    keadaan: str,
    *,
    unit: str = UNIT,
    tahun: int = 2025,
    penyusun: str = "ani",
    pimpinan: str = "budi",
    jawaban: dict[str, str] = TUJUH_PULUH,
    rekomendasi: int = 2,
) -> Evaluasi:
    """An evaluation that has just come to ``keadaan``."""
    e = buka(dunia, unit, tahun)
    langkah: tuple[Callable[..., Evaluasi], ...] = (
        _mandiri,
        _tugaskan,
        _nilai,
        _tanggapi,
        _panelkan,
        _terbitkan,
    )
    for berikut, lakukan in zip(URUTAN[1:], langkah, strict=True):
        if e.keadaan == keadaan:
            return e
        e = lakukan(dunia, e, penyusun, pimpinan, jawaban, rekomendasi)
        assert e.keadaan == berikut
    return e


def _mandiri(dunia: Dunia, e: Evaluasi, penyusun: str, *sisa: Any) -> Evaluasi:
    isi(dunia, e, penyusun, "mandiri", sisa[1])
    return services.ajukan_mandiri(**dunia.dasar(penyusun), evaluasi=e.uuid, versi=e.versi)


def _tugaskan(dunia: Dunia, e: Evaluasi, *_sisa: Any) -> Evaluasi:
    return services.terbitkan_surat_tugas(
        **dunia.dasar("inge"),
        evaluasi=e.uuid,
        versi=e.versi,
        nomor="800/12-Insp",
        tanggal=date(2026, 4, 20),
        tim=susunan(dunia),
    )


def selesaikan(dunia: Dunia, e: Evaluasi, siapa: str, jawaban: dict[str, str]) -> Evaluasi:
    """Fill and finish the sheet of one of the team."""
    isi(dunia, e, siapa, TINGKAT[siapa], jawaban)
    return services.selesaikan_lembar(
        **dunia.dasar(siapa), evaluasi=e.uuid, tingkat=TINGKAT[siapa], versi=e.versi
    )


def tulis_rekomendasi(dunia: Dunia, e: Evaluasi, banyak: int = 2) -> list[Rekomendasi]:
    """Draft recommendations."""
    return services.catat_rekomendasi(
        **dunia.dasar("karin"),
        evaluasi=e.uuid,
        daftar=[
            RekomendasiBaru(KODE[n], f"Temuan {n + 1}.", f"Perbaiki hal {n + 1}.")
            for n in range(banyak)
        ],
    )


def _nilai(dunia: Dunia, e: Evaluasi, *sisa: Any) -> Evaluasi:
    _pimpinan, jawaban, rekomendasi = sisa[1], sisa[2], sisa[3]
    for siapa in TINGKAT:
        e = selesaikan(dunia, e, siapa, jawaban)
    if rekomendasi:
        tulis_rekomendasi(dunia, e, rekomendasi)
    return services.sampaikan_naskah(**dunia.dasar("karin"), evaluasi=e.uuid, versi=e.versi)


def _tanggapi(dunia: Dunia, e: Evaluasi, _penyusun: str, pimpinan: str, *_sisa: Any) -> Evaluasi:
    return services.tanggapi_naskah(
        **dunia.dasar(pimpinan), evaluasi=e.uuid, versi=e.versi, tanggapan="Menerima."
    )


def _panelkan(dunia: Dunia, e: Evaluasi, *_sisa: Any) -> Evaluasi:
    return services.panelkan(
        **dunia.dasar("mutia"), evaluasi=e.uuid, versi=e.versi, catatan="Jawaban tim disepakati."
    )


def _terbitkan(dunia: Dunia, e: Evaluasi, *_sisa: Any) -> Evaluasi:
    return services.terbitkan_lhe(
        **dunia.dasar("inge"),
        evaluasi=e.uuid,
        versi=e.versi,
        nomor=f"700/{e.pk}-LHE",
        tenggat_rencana=date(2026, 12, 15),
    )


def bukti(dunia: Dunia, unit: str = UNIT, judul: str = "Risalah rapat") -> Bukti:
    """A piece of evidence of a unit, laid directly."""
    teks = f"{judul} {unit}".encode()
    with menulis_langsung(dunia.sistem):
        berkas, _baru = Berkas.objects.get_or_create(
            instansi=dunia.instansi,
            sha256=hashlib.sha256(teks).hexdigest(),
            defaults={
                "ukuran": len(teks),
                "jenis": "text/plain",
                "isi": teks,
                "disimpan_pada": SAAT,
            },
        )
        return Bukti.objects.create(
            instansi=dunia.instansi,
            unit_id=dunia.unit[unit],
            berkas=berkas,
            judul=judul,
            nama_berkas="risalah.txt",
            tahun=2026,
            diunggah_pada=SAAT,
        )


def jabatan(dunia: Dunia, unit: str = UNIT) -> Jabatan:
    """A post of a unit that can be made responsible."""
    return organisasi.tambah_jabatan(
        **dunia.dasar("sistem"), unit=unit, kode=f"kasubag-{unit}", nama="Kasubag Program"
    )


def rencanakan(dunia: Dunia, r: Rekomendasi, siapa: str = "ani", unit: str = UNIT) -> Rekomendasi:
    """A recommendation with its plan."""
    return services.rencanakan_tindak_lanjut(
        **dunia.dasar(siapa),
        rekomendasi=r.uuid,
        versi=r.versi,
        rencana="Menyusun pedoman.",
        penanggung_jawab=jabatan(dunia, unit).uuid,
        tenggat=date(2026, 12, 31),
    )
