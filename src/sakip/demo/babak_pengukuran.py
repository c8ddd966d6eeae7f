"""The measuring of the invented year: sheets, checklists, returns, one late unit, locks."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from sakip.arsip.models import Bukti
from sakip.arsip.services import simpan_bukti
from sakip.demo.baca import baca
from sakip.demo.berkas_contoh import pdf_contoh, png_contoh
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.organisasi import selectors as organisasi
from sakip.organisasi.models import Jadwal
from sakip.organisasi.services import beri_perpanjangan
from sakip.pengukuran import services
from sakip.pengukuran.models import HasilUji, LembarPengukuran, ObjekPeriksa, Realisasi, Uji
from sakip.pengukuran.services import AlamatLembar, IsianSel, IsianUji, UjiBaru

BAROS = "kecamatan-baros"
TAHUN = 2026
Kutipan = dict[str, Any]
TINDAKAN: dict[str, Callable[..., object]] = {
    "ajukan": services.ajukan_pengukuran,
    "verifikasi": services.verifikasi_pengukuran,
    "setujui": services.setujui_pengukuran,
    "telaah": services.telaah_pengukuran,
    "kunci": services.kunci_pengukuran,
}
DESA = tuple(f"Desa {huruf}" for huruf in "ABCDEFGHIJKLMN")


def babak(p: Panggung) -> list[Kejadian]:
    """All acts of measurement, each with its moment."""
    isi, cerita = baca("pengukuran.yaml"), baca("baros_2026.yaml")
    return [
        *_awal(p, isi["baros"]["awal"], cerita),
        *_daftar_periksa(p, isi["baros"], cerita),
        *_baros(p, isi["baros"], cerita),
        *_lain(p, isi["lain"]),
    ]


def _awal(p: Panggung, a: Kutipan, cerita: Kutipan) -> Iterator[Kejadian]:
    """What Baros measured in 2025, locked as its report says it."""
    nilai = {i["kode"]: _tulis(i["baseline"]) for i in cerita["indikator"]}

    def catat(saat: datetime) -> None:
        services.catat_realisasi_awal(
            **p.dasar("organisasi", saat),
            unit=BAROS,
            tahun=int(a["tahun"]),
            nilai=nilai,
            sumber=a["sumber"],
        )

    yield Kejadian(pukul(a["dicatat"], 15), catat)


def _tulis(b: Kutipan) -> str:
    """A value of the data file as it is typed into a sheet."""
    if "pembilang" in b:
        return f"{b['pembilang']}/{b['penyebut']}"
    return str(b.get("nilai") or b["persen"]).replace(".", ",")


# The checklist of fourteen desa ------------------------------------------------------------------


def _daftar_periksa(p: Panggung, isi: Kutipan, cerita: Kutipan) -> Iterator[Kejadian]:
    yield Kejadian(pukul("2026-01-14", 9), partial(_tata_daftar, p, cerita))
    for u in isi["uji"]:
        masuk = [d for d in DESA if d not in u["kecuali"]]
        yield Kejadian(pukul(u["masuk"], 9), partial(_catat_bukti, p, u, masuk))
        if u["susul"]:
            yield Kejadian(pukul(u["susul"], 10), partial(_catat_bukti, p, u, u["kecuali"]))
    klaim = isi["klaim"]
    yield Kejadian(pukul(klaim["saat"], 11), partial(_klaim, p, klaim))


def _tata_daftar(p: Panggung, cerita: Kutipan, saat: datetime) -> None:
    services.atur_daftar_periksa(
        **p.dasar("program", saat),
        unit=BAROS,
        indikator="iku-2",
        objek=DESA,
        uji=[
            UjiBaru(
                kode=u["kode"],
                nama=u["nama"],
                jatuh_tempo=_hari(u["jatuh_tempo"]),
                mulai=organisasi.periode(TAHUN, "triwulan", int(u["triwulan"][-1])),
                dasar=", ".join(u["sumber_aturan"]),
            )
            for u in cerita["uji_desa"]
        ],
    )


BULAN = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]


def _hari(teks: str) -> str:
    """An ISO day in words; other words stay."""
    try:
        hari = date.fromisoformat(teks)
    except ValueError:
        # "minggu kedua Juli 2026" is no day, and is shown as it stands.
        return teks
    return f"{hari.day} {BULAN[hari.month - 1]} {hari.year}"


def _catat_bukti(p: Panggung, u: Kutipan, desa: Sequence[str], saat: datetime) -> None:
    """Each desa hands in its paper: a small PDF, or now and then a photograph of the receipt."""
    for n, nama in enumerate(DESA):
        if nama in desa:
            foto = u["kode"] == "B" and n % 3 == 0
            bukti = _bukti(
                p,
                "pmd",
                saat,
                f"{u['berkas']}, {nama}",
                png_contoh(n) if foto else pdf_contoh(u["berkas"], nama, "Kecamatan Baros"),
                ".png" if foto else ".pdf",
            )
            _catat(p, u["kode"], nama, bukti, saat)


def _klaim(p: Panggung, klaim: Kutipan, saat: datetime) -> None:
    for nama in klaim["desa"]:
        _catat(p, klaim["kode"], nama, None, saat)


def _catat(p: Panggung, kode: str, nama: str, bukti: Bukti | None, saat: datetime) -> None:
    milik = {"indikator__unit__slug": BAROS, "indikator__kode": "iku-2"}
    uji = Uji.objects.get(**milik, kode=kode)
    objek = ObjekPeriksa.objects.get(**milik, nama=nama)
    ada = HasilUji.objects.filter(uji=uji, objek=objek).first()
    services.catat_uji(
        **p.dasar("pmd", saat),
        unit=BAROS,
        indikator="iku-2",
        isian=IsianUji(objek.uuid, uji.uuid, terpenuhi=True, bukti=bukti.uuid if bukti else None),
        versi=ada.versi if ada else 0,
    )


def _bukti(  # noqa: PLR0913, PLR0917
    p: Panggung, siapa: str, saat: datetime, judul: str, isi: bytes, akhiran: str
) -> Bukti:
    return simpan_bukti(
        **p.dasar(siapa, saat),
        unit=BAROS,
        judul=judul,
        nama_berkas=judul.replace(" ", "-").replace(",", "").lower() + akhiran,
        isi=isi,
        tahun=TAHUN,
        sifat="contoh",
    )


# Baros, quarter by quarter -----------------------------------------------------------------------


def _baros(p: Panggung, isi: Kutipan, cerita: Kutipan) -> Iterator[Kejadian]:
    pengampu = {i["kode"]: i["pengampu"] for i in cerita["indikator"]}
    for r in cerita["realisasi"]:
        if "tanggal" in r:
            siapa = pengampu[r["indikator"]]
            yield Kejadian(pukul(r["tanggal"], 9), partial(_isi, p, isi, cerita, r, siapa))
    terbit = next(r for r in cerita["realisasi"] if r["keadaan"] == "belum_terbit")
    yield Kejadian(
        pukul("2026-04-08", 9), partial(_isi, p, isi, cerita, terbit, pengampu[terbit["indikator"]])
    )
    yield from _ulang(p, isi["ulang"], cerita)
    for t in isi["triwulan"]:
        yield from _perjalanan(p, isi, t)


def _perjalanan(p: Panggung, isi: Kutipan, t: Kutipan) -> Iterator[Kejadian]:
    """A sheet from its opening to its lock, with the returns of the story between."""
    n = int(t["nomor"])
    alamat = AlamatLembar(BAROS, int(t["tahun"]), n)
    yield Kejadian(pukul(t["dibuka"], 8), partial(_buka, p, "program", alamat))
    kembali = [k for k in isi["kembali"] if int(k["triwulan"]) == n]
    langkah = (
        ("ajukan", "program", t["ajukan"], 13),
        ("verifikasi", "sekcam", t["verifikasi"], 15),
        ("setujui", t["camat"], t["setujui"], 10),
    )
    if kembali:
        satu, dua = kembali
        # The first hand-in comes back the same day; the second one after the head approved.
        yield _tindak(p, "ajukan", "program", alamat, satu["saat"], 14)
        yield Kejadian(pukul(satu["saat"], 15, 30), partial(_kembalikan, p, alamat, satu))
        yield Kejadian(pukul(dua["saat"], 14), partial(_kembalikan, p, alamat, dua))
        ulang = isi["ulang"]["saat"]
        yield _tindak(p, "ajukan", "program", alamat, ulang, 10)
        yield _tindak(p, "verifikasi", "sekcam", alamat, ulang, 13)
        yield _tindak(p, "setujui", t["camat"], alamat, ulang, 15)
    for tindakan, siapa, hari, jam in langkah:
        yield _tindak(p, tindakan, siapa, alamat, hari, jam)
    yield _tindak(p, "telaah", "organisasi", alamat, t["telaah"], 9)
    yield _tindak(p, "kunci", "organisasi", alamat, t["kunci"], 9)


def _tindak(  # noqa: PLR0913, PLR0917
    p: Panggung, tindakan: str, siapa: str, alamat: AlamatLembar, hari: str, jam: int
) -> Kejadian:
    return Kejadian(pukul(hari, jam), partial(_bertindak, p, tindakan, siapa, alamat))


def _bertindak(
    p: Panggung, tindakan: str, siapa: str, alamat: AlamatLembar, saat: datetime
) -> None:
    TINDAKAN[tindakan](**p.dasar(siapa, saat), alamat=alamat, versi=_lembar(p, alamat).versi)


def _lembar(p: Panggung, alamat: AlamatLembar) -> LembarPengukuran:
    return LembarPengukuran.objects.get(
        instansi=p.instansi,
        unit__slug=alamat.unit,
        periode__tahun=alamat.tahun,
        periode__nomor=alamat.triwulan,
    )


def _kembalikan(p: Panggung, alamat: AlamatLembar, k: Kutipan, saat: datetime) -> None:
    services.kembalikan_pengukuran(
        **p.dasar(k["oleh"], saat),
        alamat=alamat,
        versi=_lembar(p, alamat).versi,
        alasan=k["alasan"],
        indikator=[k["indikator"]],
    )


def _buka(p: Panggung, siapa: str, alamat: AlamatLembar, saat: datetime) -> None:
    services.buka_lembar(**p.dasar(siapa, saat), alamat=alamat)


def _triwulan(periode: str, tanggal: str | None) -> int:
    """On which sheet a value of the data file is entered."""
    if periode.startswith("TW"):
        return int(periode[2:])
    if periode.startswith("SM"):
        return 2 * int(periode[2:])
    return 4 if tanggal is None or date.fromisoformat(tanggal).month == 1 else 2


def _isi(  # noqa: PLR0913, PLR0917
    p: Panggung, isi: Kutipan, cerita: Kutipan, r: Kutipan, siapa: str, saat: datetime
) -> None:
    """One figure of Baros by the one who answers for it, with its evidence."""
    n = 1 if r["keadaan"] == "belum_terbit" else _triwulan(r["periode"], r.get("tanggal"))
    umum = {
        **p.dasar(siapa, saat),
        "alamat": AlamatLembar(BAROS, TAHUN, n),
        "indikator": r["indikator"],
        "versi": _versi(p, r["indikator"], r["periode"] if "tanggal" in r else "TAHUN"),
    }
    if r["keadaan"] == "belum_terbit":
        services.isi_realisasi(**umum, isian=IsianSel(alasan_kosong="belum_terbit"))
        return
    isian = _isian(isi, cerita, r)
    if "unsur" in r:
        hasil = services.isi_survei(
            **umum,
            unsur=[u.replace(".", ",") for u in r["unsur"]],
            responden=r["responden"],
            isian=isian,
        )
    else:
        hasil = services.isi_realisasi(**umum, isian=isian)
    judul = isi["bukti"].get(r["indikator"])
    if judul:
        nama = f"{judul}, {r['periode']} {TAHUN}"
        _tautkan(p, siapa, hasil.realisasi, nama, saat)


def _tautkan(p: Panggung, siapa: str, r: Realisasi, nama: str, saat: datetime) -> None:
    bukti = _bukti(p, siapa, saat, nama, pdf_contoh(nama, "Kecamatan Baros"), ".pdf")
    services.tautkan_bukti(
        **p.dasar(siapa, saat), unit=BAROS, realisasi=r.uuid, bukti=bukti.uuid, halaman="hlm. 1"
    )


def _versi(p: Panggung, kode: str, periode: str) -> int:
    jenis = {"TW": "triwulan", "SM": "semester"}.get(periode[:2], "tahun")
    r = Realisasi.objects.filter(
        instansi=p.instansi,
        indikator__unit__slug=BAROS,
        indikator__kode=kode,
        periode__tahun=TAHUN,
        periode__jenis=jenis,
        periode__nomor=int(periode[2:]) if jenis != "tahun" else 1,
    ).first()
    return r.versi if r else 0


def _isian(isi: Kutipan, cerita: Kutipan, r: Kutipan, revisi: str = "1") -> IsianSel:
    a = _analisis(cerita, r["indikator"], r["periode"], revisi)
    mirip = a is not None and (r["indikator"], r["periode"], revisi) == ("iku-3", "TW3", "1")
    return IsianSel(
        teks="" if "unsur" in r else _tulis(r),
        penyebab=a["penyebab"] if a else "",
        solusi=a["solusi"] if a else "",
        jawaban_mirip=isi["jawaban_mirip"] if mirip else "",
    )


def _analisis(cerita: Kutipan, kode: str, periode: str, revisi: str) -> Kutipan | None:
    cocok = (kode, periode, revisi)
    ada = (a for a in cerita["analisis"] if (a["indikator"], a["periode"], a["revisi"]) == cocok)
    return next(ada, None)


def _ulang(p: Panggung, u: Kutipan, cerita: Kutipan) -> Iterator[Kejadian]:
    """The cause that was sent back, written anew."""
    periode = f"TW{u['triwulan']}"
    r = next(
        r
        for r in cerita["realisasi"]
        if (r["indikator"], r["periode"]) == (u["indikator"], periode)
    )

    def tulis(saat: datetime) -> None:
        services.isi_realisasi(
            **p.dasar("trantib", saat),
            alamat=AlamatLembar(BAROS, TAHUN, int(u["triwulan"])),
            indikator=u["indikator"],
            isian=_isian({}, cerita, r, "2"),
            versi=_versi(p, u["indikator"], periode),
        )

    yield Kejadian(pukul(u["saat"], 9), tulis)


# The other kecamatan -----------------------------------------------------------------------------


def _lain(p: Panggung, isi: Kutipan) -> Iterator[Kejadian]:
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
    yield Kejadian(pukul(t["isi"], 10, n), partial(_isi_lain, p, isi, u, n, alamat))
    for tindakan, siapa, hari, jam in (
        ("verifikasi", f"{slug}.verifikator", t["periksa"], 14),
        ("setujui", f"{slug}.pimpinan", t["setujui"], 11),
        ("telaah", "organisasi", t["telaah"], 13),
        ("kunci", "organisasi", t["kunci"], 14),
    ):
        yield _tindak(p, tindakan, siapa, alamat, hari, jam)


def _isi_lain(  # noqa: PLR0913, PLR0917
    p: Panggung, isi: Kutipan, u: Kutipan, n: int, alamat: AlamatLembar, saat: datetime
) -> None:
    """The three figures of a light plan, then the sheet is handed in."""
    siapa = f"{u['slug']}.penyusun"
    for m, (kode, teks) in enumerate(_angka_lain(u, n, alamat.triwulan).items()):
        pilih = (3 * n + 5 * m + 2 * alamat.triwulan) % len(isi["penyebab"])
        services.isi_realisasi(
            **p.dasar(siapa, saat),
            alamat=alamat,
            indikator=kode,
            isian=IsianSel(teks=teks, penyebab=isi["penyebab"][pilih], solusi=isi["solusi"][pilih]),
            versi=0,
        )
    _bertindak(p, "ajukan", siapa, alamat, saat)


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
