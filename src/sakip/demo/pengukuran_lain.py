"""Moving a sheet of the demo, and the sheets of the 28 kecamatan beside Baros."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any
from uuid import UUID

from sakip.arsip.services import simpan_bukti
from sakip.demo.baca import baca
from sakip.demo.berkas_contoh import pdf_contoh
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.organisasi.models import Jadwal
from sakip.organisasi.services import beri_perpanjangan
from sakip.pengukuran import services
from sakip.pengukuran.kaidah import tercapai
from sakip.pengukuran.kaidah.sebab import SESUAI_RENCANA
from sakip.pengukuran.models import JawabanTemuan, LembarPengukuran
from sakip.pengukuran.selectors.tahun import TahunUnit
from sakip.pengukuran.services import AlamatLembar, IsianSel
from sakip.pengukuran.services.mutu import mutu_lembar

BAROS = "kecamatan-baros"
ROMAWI = ("", "I", "II", "III", "IV")
Kutipan = dict[str, Any]
TINDAKAN: dict[str, Callable[..., object]] = {
    "ajukan": services.ajukan_pengukuran,
    "verifikasi": services.verifikasi_pengukuran,
    "setujui": services.setujui_pengukuran,
    "telaah": services.telaah_pengukuran,
    "kunci": services.kunci_pengukuran,
}


def tindak(  # noqa: PLR0913, PLR0917
    p: Panggung, tindakan: str, siapa: str, alamat: AlamatLembar, hari: str, jam: int
) -> Kejadian:
    return Kejadian(pukul(hari, jam), partial(_bertindak, p, tindakan, siapa, alamat))


def _bertindak(
    p: Panggung, tindakan: str, siapa: str, alamat: AlamatLembar, saat: datetime
) -> None:
    TINDAKAN[tindakan](**p.dasar(siapa, saat), alamat=alamat, versi=lembar(p, alamat).versi)


def lembar(p: Panggung, alamat: AlamatLembar) -> LembarPengukuran:
    return LembarPengukuran.objects.get(
        instansi=p.instansi,
        unit__slug=alamat.unit,
        periode__tahun=alamat.tahun,
        periode__nomor=alamat.triwulan,
    )


def kejadian_lain(p: Panggung, isi: Kutipan) -> Iterator[Kejadian]:
    daftar = [
        u
        for u in baca("serang/unit.yaml")["unit"]
        if u["jenis"] == "kecamatan" and u["slug"] != BAROS
    ]
    for t in isi["triwulan"]:
        for n, u in enumerate(daftar):
            hari = t | {"isi": t["isi"][n % len(t["isi"])]}
            telat = isi["terlambat"]
            if (u["slug"], t["nomor"]) == (telat["unit"], telat["triwulan"]):
                yield Kejadian(pukul(telat["diberi"], 10), partial(_perpanjang, p, telat, t))
                hari = hari | {
                    k: telat[k] for k in ("isi", "periksa", "setujui", "telaah", "kunci")
                }
            yield from _satu_lain(p, isi, u, n, hari)


def _perpanjang(p: Panggung, telat: Kutipan, t: Kutipan, saat: datetime) -> None:
    jadwal = Jadwal.objects.get(
        instansi=p.instansi,
        jenis="pengukuran",
        periode__tahun=int(t["tahun"]),
        periode__nomor=int(t["nomor"]),
    )
    beri_perpanjangan(
        **p.dasar("organisasi", saat),
        jadwal=jadwal.uuid,
        unit=telat["unit"],
        sampai=date.fromisoformat(telat["sampai"]),
        alasan=telat["alasan"],
    )


def _satu_lain(p: Panggung, isi: Kutipan, u: Kutipan, n: int, t: Kutipan) -> Iterator[Kejadian]:
    slug = u["slug"]
    alamat = AlamatLembar(slug, int(t["tahun"]), int(t["nomor"]))
    yield Kejadian(pukul(t["dibuka"], 8), partial(_buka_lain, p, alamat))
    yield Kejadian(pukul(t["isi"], 10, n), partial(_isi_lain, p, isi, u, n, alamat))
    yield Kejadian(pukul(t["periksa"], 14), partial(_verifikasi, p, f"{slug}.verifikator", alamat))
    for tindakan, siapa, hari, jam in (
        ("setujui", f"{slug}.pimpinan", t["setujui"], 11),
        ("telaah", "organisasi", t["telaah"], 13),
        ("kunci", "organisasi", t["kunci"], 14),
    ):
        yield tindak(p, tindakan, siapa, alamat, hari, jam)


def _buka_lain(p: Panggung, alamat: AlamatLembar, saat: datetime) -> None:
    """The sheet of a quarter, and with it what the drafter has to do."""
    services.buka_lembar(**p.dasar(f"{alamat.unit}.penyusun", saat), alamat=alamat)


def _isi_lain(  # noqa: PLR0913, PLR0917
    p: Panggung, isi: Kutipan, u: Kutipan, n: int, alamat: AlamatLembar, saat: datetime
) -> None:
    """The three figures of a light plan, a cause for each that falls short; then handed in."""
    siapa = f"{u['slug']}.penyusun"
    terisi = []
    for m, (kode, teks) in enumerate(_angka_lain(u, n, alamat.triwulan).items()):
        satu = partial(
            services.isi_realisasi, **p.dasar(siapa, saat), alamat=alamat, indikator=kode
        )
        hasil = satu(isian=IsianSel(teks=teks, faktor=SESUAI_RENCANA), versi=0)
        terisi.append(hasil.realisasi.uuid)
        if hasil.mutakhir and tercapai(hasil.mutakhir.capaian) is False:
            pilih = (3 * n + 5 * m + 2 * alamat.triwulan) % len(isi["penyebab"])
            uraian = {k: isi[k][pilih] for k in ("golongan_sebab", "penyebab", "solusi")}
            satu(isian=IsianSel(teks=teks, **uraian), versi=hasil.realisasi.versi)
    _rekap(p, u, alamat, terisi, saat)
    _jawab(p, siapa, alamat, isi["jawaban"], saat)
    _bertindak(p, "ajukan", siapa, alamat, saat)


def _jawab(p: Panggung, siapa: str, alamat: AlamatLembar, jawaban: str, saat: datetime) -> None:
    """What the rules ask about the invented figures is answered before they are handed in."""
    satu = lembar(p, alamat)
    t = TahunUnit.muat(satu.unit_id, alamat.tahun)
    for x in mutu_lembar(t, satu, saat.date(), p.instansi.zona).belum_dijawab:
        services.jawab_temuan(
            **p.dasar(siapa, saat), alamat=alamat, sidik=x.sidik, jawaban=jawaban, versi=0
        )


def _verifikasi(p: Panggung, siapa: str, alamat: AlamatLembar, saat: datetime) -> None:
    """Figures with a warning are looked at one by one, the others together."""
    satu = lembar(p, alamat)
    for kode in (
        JawabanTemuan.objects.filter(lembar=satu, berlaku=True, realisasi__isnull=False)
        .order_by("realisasi")
        .values_list("realisasi__indikator__kode", flat=True)
        .distinct()
    ):
        services.tandai_angka(
            **p.dasar(siapa, saat), alamat=alamat, versi=satu.versi, indikator=kode
        )
    _bertindak(p, "verifikasi", siapa, alamat, saat)


def _rekap(
    p: Panggung, u: Kutipan, alamat: AlamatLembar, angka: Sequence[UUID], saat: datetime
) -> None:
    """One summary of the quarter stands behind every figure of a light sheet."""
    umum = {**p.dasar(f"{u['slug']}.penyusun", saat), "unit": u["slug"]}
    judul = f"Rekapitulasi pengukuran triwulan {ROMAWI[alamat.triwulan]} {alamat.tahun}"
    bukti = simpan_bukti(
        **umum,
        judul=judul,
        nama_berkas=f"{judul.replace(' ', '-').lower()}.pdf",
        isi=pdf_contoh(judul, u["nama"]),
        tahun=alamat.tahun,
        sifat="contoh",
    )
    for satu in angka:
        services.tautkan_bukti(**umum, realisasi=satu, bukti=bukti.uuid, halaman="hlm. 1")


def _angka_lain(u: Kutipan, n: int, triwulan: int) -> dict[str, str]:
    """Invented figures that differ by the unit's place in the list and by the quarter."""
    desa = int(u["jumlah_desa"])
    kasus = 18 + (5 * n + 3 * triwulan) % 15
    selesai = kasus - (2 * n + triwulan) % 5
    return {
        "waktu": str(26 + (3 * n + 2 * triwulan) % 11),
        "aduan": f"{selesai}/{kasus}",
        "desa-tertib": f"{desa - (n + triwulan) % 4}/{desa}",
    }
