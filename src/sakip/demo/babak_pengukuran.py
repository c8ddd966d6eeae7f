"""The measuring of the invented year: sheets, checklists, returns, one late unit, locks."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from sakip.arsip.models import Bukti
from sakip.arsip.services import simpan_bukti
from sakip.demo.arahan_atasan import arahan_baros
from sakip.demo.baca import baca
from sakip.demo.berkas_contoh import pdf_contoh, png_contoh
from sakip.demo.panggung import Kejadian, Panggung, pukul
from sakip.demo.pengukuran_lain import ROMAWI, kejadian_lain, lembar, tindak
from sakip.organisasi import selectors as organisasi
from sakip.pengukuran import services
from sakip.pengukuran.kaidah.sebab import SESUAI_RENCANA
from sakip.pengukuran.models import HasilUji, ObjekPeriksa, Realisasi, Uji
from sakip.pengukuran.services import AlamatLembar, IsianSel, IsianUji, UjiBaru

BAROS = "kecamatan-baros"
TAHUN = 2026
Kutipan = dict[str, Any]
DESA = tuple(f"Desa {huruf}" for huruf in "ABCDEFGHIJKLMN")


def babak(p: Panggung) -> list[Kejadian]:
    """All acts of measurement, each with its moment."""
    isi, cerita = baca("pengukuran.yaml"), baca("baros_2026.yaml")
    return [
        *(_awal(p, a, cerita) for a in isi["baros"]["awal"]),
        *_daftar_periksa(p, isi["baros"], cerita),
        *_baros(p, isi["baros"], cerita),
        *kejadian_lain(p, isi["lain"]),
    ]


def _awal(p: Panggung, a: Kutipan, cerita: Kutipan) -> Kejadian:
    """What Baros measured before the sheets, locked as its report says it."""
    nilai = a.get("nilai") or {i["kode"]: _tulis(i["baseline"]) for i in cerita["indikator"]}

    def catat(saat: datetime) -> None:
        services.catat_realisasi_awal(
            **p.dasar("organisasi", saat),
            unit=BAROS,
            tahun=int(a["tahun"]),
            nilai=nilai,
            sumber=a["sumber"],
        )

    return Kejadian(pukul(a["dicatat"], 15), catat)


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
    yield from (Kejadian(pukul(b["saat"], 9), partial(_berjalan, p, b)) for b in isi["berjalan"])
    for t in isi["triwulan"]:
        yield from _perjalanan(p, isi, t)
    for a in isi["arahan"]:
        yield from arahan_baros(p, a)


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
        yield tindak(p, "ajukan", "program", alamat, satu["saat"], 14)
        yield Kejadian(pukul(satu["saat"], 15, 30), partial(_kembalikan, p, alamat, satu))
        yield Kejadian(pukul(dua["saat"], 14), partial(_kembalikan, p, alamat, dua))
        ulang = isi["ulang"]["saat"]
        yield tindak(p, "ajukan", "program", alamat, ulang, 10)
        yield tindak(p, "verifikasi", "sekcam", alamat, ulang, 13)
        yield tindak(p, "setujui", t["camat"], alamat, ulang, 15)
    for tindakan, siapa, hari, jam in langkah:
        yield tindak(p, tindakan, siapa, alamat, hari, jam)
    yield tindak(p, "telaah", "organisasi", alamat, t["telaah"], 9)
    yield tindak(p, "kunci", "organisasi", alamat, t["kunci"], 9)


def _kembalikan(p: Panggung, alamat: AlamatLembar, k: Kutipan, saat: datetime) -> None:
    services.kembalikan_pengukuran(
        **p.dasar(k["oleh"], saat),
        alamat=alamat,
        versi=lembar(p, alamat).versi,
        alasan=k["alasan"],
        indikator=[k["indikator"]],
    )


def _buka(p: Panggung, siapa: str, alamat: AlamatLembar, saat: datetime) -> None:
    services.buka_lembar(**p.dasar(siapa, saat), alamat=alamat)


def _berjalan(p: Panggung, b: Kutipan, saat: datetime) -> None:
    """What a month of the running quarter brought, from the register."""
    services.catat_berjalan(
        **p.dasar(b["oleh"], saat),
        unit=BAROS,
        tahun=TAHUN,
        bulan=int(b["bulan"]),
        indikator=b["indikator"],
        teks=b["nilai"],
        versi=0,
    )


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
        nama = f"{judul}, {_sebut(r['periode'])} {TAHUN}"
        _tautkan(p, siapa, hasil.realisasi, nama, saat)


def _sebut(periode: str) -> str:
    """A period as an office writes it on a file: "triwulan III", "semester I", "tahun"."""
    jenis = {"TW": "triwulan", "SM": "semester"}.get(periode[:2])
    return f"{jenis} {ROMAWI[int(periode[2:])]}" if jenis else "tahun"


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
        golongan_sebab=_uraian("golongan", r, "") if a else "",
        faktor="" if a else _uraian("faktor", r, SESUAI_RENCANA),
        penyebab=a["penyebab"] if a else "",
        solusi=a["solusi"] if a else "",
        jawaban_mirip=isi["jawaban_mirip"] if mirip else "",
    )


def _uraian(jenis: str, r: Kutipan, bila_tiada: str) -> str:
    """What the data file says of a figure beside its cause, else ``bila_tiada``."""
    ada = (
        u[jenis]
        for u in baca("pengukuran.yaml")["baros"][jenis]
        if (u["indikator"], u["periode"]) == (r["indikator"], r["periode"])
    )
    return next(ada, bila_tiada)


def _analisis(cerita: Kutipan, kode: str, periode: str, revisi: str) -> Kutipan | None:
    cocok = (kode, periode, revisi)
    semua = [*cerita["analisis"], *baca("pengukuran.yaml")["baros"]["analisis"]]
    ada = (a for a in semua if (a["indikator"], a["periode"], a["revisi"]) == cocok)
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
